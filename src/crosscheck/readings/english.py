"""The words of English that the grammar knows: data only, one table a concept.

A second language is a module with the same names. Keys are phrases as a text spells them, in lower case; the grammar
matches the longest one.
"""

from fractions import Fraction

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
HUNDRED = "hundred"
ARTICLES = frozenset({"a", "an"})
AND = "and"
OF = "of"
DOZENS = {"dozen": 12, "score": 20, "gross": 144, "couple": 2, "pair": 2}
NONE = frozenset({"no", "none", "nobody", "nil"})
MINUS = frozenset({"minus", "negative"})

SCALES = {
    "thousand": 10**3, "grand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "mn": 10**6, "mln": 10**6,
    "mil": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12,
    "tn": 10**12, "trn": 10**12, "quadrillion": 10**15, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
# These stand right behind a figure and may be units, too: metres, tonnes, bits, millimetres.
LETTER_SCALES = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}
POINT = "point"

# Ordinals serve days of the month ("5th"), centuries and the denominators of fractions ("two-fifths").
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
FRACTIONS = {
    "half": Fraction(1, 2), "halves": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "hundredth": Fraction(1, 100), "hundredths": Fraction(1, 100), "thousandth": Fraction(1, 1000),
    "thousandths": Fraction(1, 1000), "millionth": Fraction(1, 10**6), "millionths": Fraction(1, 10**6),
    "billionth": Fraction(1, 10**9), "billionths": Fraction(1, 10**9), "trillionth": Fraction(1, 10**12),
    "trillionths": Fraction(1, 10**12),
    **{word + plural: Fraction(1, n) for word, n in ORDINALS.items() if n > 2 for plural in ("", "s")},
}  # fmt: skip
BARE_FRACTIONS = frozenset({"half", "quarter"})

# Words of no number: how many "several" are is for a person to say.
VAGUE = frozenset("few several many numerous countless some multiple various couple handful".split())

# What a phrase before a figure does to it; readings/hedges.py says how far each reaches.
HEDGES = {
    "around": "approx", "about": "approx", "some": "approx", "roughly": "approx", "an estimated": "approx",
    "estimated": "approx", "estimated at": "approx", "~": "approx", "≈": "approx", "circa": "approx", "c": "approx",
    "ca": "approx", "approx": "approx", "approximately": "approx", "in the region of": "approx",
    "on the order of": "approx", "in the order of": "approx", "somewhere around": "approx", "give or take": "approx",
    "the best part of": "under",
    "nearly": "under", "almost": "under", "just under": "under", "close to": "under", "not quite": "under",
    "just shy of": "under", "just short of": "under", "slightly less than": "under", "slightly under": "under",
    "a little under": "under", "a little less than": "under", "just below": "under", "just less than": "under",
    "slightly below": "under", "approaching": "under",
    "more than": "over", "over": "over", "exceeding": "over", "upwards of": "over", "upward of": "over",
    "above": "over", "greater than": "over", "in excess of": "over", "north of": "over", ">": "over",
    "well over": "over", "well above": "over", "higher than": "over", "larger than": "over",
    "just over": "just_over", "slightly more than": "just_over", "a little over": "just_over",
    "a little more than": "just_over", "slightly over": "just_over", "just above": "just_over",
    "just more than": "just_over", "slightly above": "just_over",
    "greater than or equal to": "at_least", "more than or equal to": "at_least", "less than or equal to": "at_most",
    "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least", ">=": "at_least",
    "≥": "at_least", "minimum": "at_least",
    "up to": "at_most", "at most": "at_most", "as many as": "at_most", "as much as": "at_most",
    "no more than": "at_most", "not more than": "at_most", "a maximum of": "at_most", "maximum of": "at_most",
    "<=": "at_most", "≤": "at_most", "maximum": "at_most",
    "fewer than": "below", "less than": "below", "under": "below", "below": "below", "<": "below",
    "south of": "below", "well under": "below", "well below": "below", "lower than": "below", "smaller than": "below",
}  # fmt: skip
HEDGES_AFTER = {
    "or so": "approx", "or thereabouts": "approx", "approximately": "approx", "approx": "approx", "roughly": "approx",
    "give or take": "approx",
    "or more": "at_least", "or over": "at_least", "and up": "at_least", "or greater": "at_least", "+": "at_least",
    "and more": "at_least", "or higher": "at_least", "and above": "at_least", "at least": "at_least",
    "or less": "at_most", "or fewer": "at_most", "or under": "at_most", "at most": "at_most", "or lower": "at_most",
    "at the most": "at_most", "maximum": "at_most", "plus": "at_least", "minimum": "at_least", "odd": "approx",
    "ish": "approx", "est": "approx", "estimated": "approx", "at a minimum": "at_least",
}  # fmt: skip
# Words before a figure that leave it as it is.
NEUTRAL = frozenset({"the", "a total of", "total of", "exactly", "precisely", "all", "all of", "aged", "equal to"})

COLLECTIVES = {
    "dozens": (24, 99, 12), "scores": (40, 99, 20), "hundreds": (200, 999, 100),
    "thousands": (2_000, 9_999, 1_000), "tens of thousands": (20_000, 99_999, 10_000),
    "hundreds of thousands": (200_000, 999_999, 100_000), "millions": (2_000_000, 9_999_999, 1_000_000),
    "tens of millions": (20_000_000, 99_999_999, 10_000_000),
    "hundreds of millions": (200_000_000, 999_999_999, 100_000_000),
    "billions": (2 * 10**9, 10**10 - 1, 10**9), "tens of billions": (2 * 10**10, 10**11 - 1, 10**10),
    "hundreds of billions": (2 * 10**11, 10**12 - 1, 10**11), "trillions": (2 * 10**12, 10**13 - 1, 10**12),
}  # fmt: skip
"""Collective words: lowest and highest stated, lowest allowed (allowed is open above)."""

PARTS_OF_ALL = {
    "most": "most", "a majority": "most", "the majority": "most", "majority": "most", "much": "much",
    "all": "all", "none": "none", "the vast majority": "most", "a vast majority": "most",
}  # fmt: skip

PERCENT = frozenset({"%", "percent", "per cent", "pct", "percentage"})
PERCENTAGE_POINTS = frozenset(
    {"percentage points", "percentage point", "pp", "ppt", "ppts", "% points", "percent points", "per cent points",
     "percentage-point", "percentage-points", "pct points"}
)  # fmt: skip
PARTS_PER = {
    "parts per million": Fraction(1, 10**6), "ppm": Fraction(1, 10**6), "parts per billion": Fraction(1, 10**9),
    "ppb": Fraction(1, 10**9), "basis points": Fraction(1, 10**4), "basis point": Fraction(1, 10**4),
    "per mille": Fraction(1, 1000), "‰": Fraction(1, 1000), "per thousand": Fraction(1, 1000),
}  # fmt: skip
# Between the two figures of a share: "one in five", "three of every four", "3 out of 10".
OUT_OF = frozenset(
    {"in every", "of", "of every", "out of", "out of every", "of each", "in each", "of the", "out of the"}
)
IN = "in"
BETWEEN, FROM, TO = "between", "from", "to"
RANGE_SEPARATORS = frozenset({"to", "-", "or"})
PER = frozenset({"per", "a", "an", "each", "every", "/"})
PER_ANYTHING = frozenset({"per", "/"})
ADVERBS = {
    "yearly": "year", "annually": "year", "annual": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "h",
    "per annum": "year", "nightly": "day", "quarterly": "quarter", "per diem": "day",
}  # fmt: skip
PER_HEAD = frozenset("capita person head inhabitant resident people persons inhabitants residents population".split())
A_HEAD = frozenset({"head", "person"})
# Before "a year" these make it no rate: "over a decade", "in a day".
PREPOSITIONS = frozenset(
    "in over for within during of once after before by since until till to from at on than under through and with "
    "into between about around every".split()
)

# Words behind a figure that change what it means, so that no noun contains them.
NOT_A_NOUN = frozenset(
    "per not never without except minus plus less fewer more higher lower greater smaller larger each every than "
    "nor or no but percent cent pct half versus vs against ago later earlier before after approximately roughly "
    "nearly almost least most maybe perhaps possibly probably supposedly over above below up down only as twice "
    "thrice double triple fold square cubic others another tall wide deep long high thick away apart squared cubed "
    "about around until till since dozen score".split()
)

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# First month of each season of the northern hemisphere; winter begins in December.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31), "new years eve": (12, 31),
    "valentine's day": (2, 14), "halloween": (10, 31), "st patrick's day": (3, 17), "all saints' day": (11, 1),
}  # fmt: skip
THIRDS = {
    "early": 0, "the beginning of": 0, "beginning of": 0, "the start of": 0, "start of": 0, "mid": 1, "middle": 1,
    "the middle of": 1, "middle of": 1, "late": 2, "the end of": 2, "end of": 2, "early in": 0, "late in": 2,
}  # fmt: skip
QUARTER, HALF = "quarter", "half"
QUARTER_LETTERS = {"q": "quarter", "h": "half"}
WEEK = "week"
FISCAL = frozenset({"fiscal", "fy", "financial"})
DATE_PREFIXES = frozenset(
    {"in", "on", "during", "at", "the", "as of", "the year", "year", "the year of", "the month of", "month of",
     "the day of", "throughout"}
)  # fmt: skip
BEFORE_A_HEDGE = frozenset({"in", "on", "at", "during"})
DATE_BOUNDS = {
    "before": "before", "earlier than": "before", "prior to": "before", "until": "by", "till": "by", "up to": "by",
    "after": "after", "later than": "after", "since": "since", "by": "by", "no later than": "by",
    "as early as": "since", "no earlier than": "since", "not before": "since", "starting in": "since",
    "not later than": "by", "on or before": "by", "on or after": "since", "ever since": "since",
}  # fmt: skip
DATE_HEDGES_AFTER = {
    "approximately": "approx", "approx": "approx", "circa": "approx", "?": "approx", "or so": "approx",
    "or thereabouts": "approx", "maybe": "approx", "perhaps": "approx", "possibly": "approx", "probably": "approx",
    "(?)": "approx", "(uncertain)": "approx", "(approximately)": "approx", "(approx)": "approx", "(circa)": "approx",
    "(estimated)": "approx", "(est)": "approx",
}  # fmt: skip
OR = "or"
DATE_RANGE = frozenset({"-", "to", "until", "till", "through", "/"})
DATE_RANGE_AND = frozenset({"and", "-", "to"})
EXACT_ENDS = {"the end of": "end", "end of": "end", "the beginning of": "start", "beginning of": "start",
              "the start of": "start", "start of": "start"}  # fmt: skip
CLOCK_WORDS = {"noon": 12, "midday": 12, "midnight": 0}
DATE_BOUNDS_AFTER = {"onwards": "since", "onward": "since", "or later": "since", "or earlier": "by", "or before": "by",
                     "or after": "since", "and later": "since", "and after": "since", "at the latest": "by",
                     "at the earliest": "since", "or before that": "by"}  # fmt: skip
DATE_HEDGES = {
    "around": "approx", "about": "approx", "circa": "approx", "c": "approx", "ca": "approx", "roughly": "approx",
    "approximately": "approx", "approx": "approx", "~": "approx", "some time in": "same", "sometime in": "same",
    "possibly": "approx", "probably": "approx", "perhaps": "approx", "maybe": "approx", "some": "approx",
    "an estimated": "approx", "estimated": "approx", "uncertain:": "approx", "uncertain": "approx",
    "in or around": "approx", "on or around": "approx", "on or about": "approx", "in about": "approx",
    "in around": "approx", "exactly": "same",
}  # fmt: skip
ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
CENTURY = frozenset({"century", "centuries"})
WINTER = 12
AM, PM = "am", "pm"
AT, SINCE = "at", "since"

CALENDAR_UNITS = {
    "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century", "quarter": "quarter",
    "quarters": "quarter",
}  # fmt: skip
LATER = frozenset({"later", "after", "afterwards", "afterward", "on", "thereafter"})
EARLIER = frozenset({"earlier", "before", "prior", "previously", "beforehand", "ago"})
# "the following year": the whole unit so many units away.
NEIGHBOURS = {"following": 1, "next": 1, "same": 0, "previous": -1, "preceding": -1, "prior": -1, "last": -1,
              "this": 0, "that": 0, "current": 0, "subsequent": 1, "very same": 0, "that same": 0}  # fmt: skip
NEIGHBOUR_AFTER = {"after": 1, "later": 1, "before": -1, "prior": -1, "earlier": -1}
# What counts from the day of writing where no other date is given.
DEICTIC = frozenset({"next", "last", "this", "current", "ago"})
FEW = frozenset({"a few", "several", "a couple of", "some", "few"})
NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
              "the day before yesterday": -2, "day before yesterday": -2}  # fmt: skip
EARLIER_THIS, LATER_THIS = "earlier", "later"
