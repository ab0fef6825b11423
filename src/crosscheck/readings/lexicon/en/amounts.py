"""The words of English that the grammar of amounts knows: data only, one table a concept; dates: english_dates.py.

A second language is two modules with the same names. Keys are phrases as a text spells them, in lower case; the grammar
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
OF, OR = "of", "or"
DOZENS = {"dozen": 12, "score": 20, "gross": 144, "couple": 2, "pair": 2}
NONE = frozenset({"no", "none", "nobody", "nil"})
MINUS = frozenset({"minus", "negative"})

SCALES = {
    "thousand": 10**3, "grand": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "million": 10**6,
    "mn": 10**6, "mln": 10**6,
    "mil": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12,
    "tn": 10**12, "trn": 10**12, "quadrillion": 10**15, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
# These stand right behind a figure and may be units, too: metres, tonnes, bits, millimetres.
LETTER_SCALES = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}
POINT = "point"
POWER_SIGNS = frozenset({"x", "×", "*"})
# Words that scale a figure somewhere, and are no English; what stands behind "5 koti" is not known to be five things.
UNKNOWN_SCALES = frozenset(
    "koti kotis krore krores kharab milliard milliards millones millon billones mille mio "
    "mrd thou thsd oku zillion zillions gazillion gazillions bazillion bazillions".split()
)

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
# Between a number and its unit these leave it as it is: "three full years", "a whole day".
WHOLE = frozenset("full whole entire complete solid straight consecutive successive calendar".split())
ONE = "one"
BARE_FRACTIONS = frozenset({"half", "quarter"})

# Behind a measure these tell which way it reaches: "5 feet tall", "3 km away".
DEGREES = frozenset({"degree", "degrees", "deg", "°"})
EXTENTS = frozenset("tall wide deep long high thick away apart across".split())
# Behind a number these tell how large another one is: "six figures", "10 years to life".
UNSPECIFIC = frozenset("figure figures digit digits life infinity unlimited unknown".split())

# Words of no number: how many "several" are is for a person to say.
VAGUE = frozenset("few several many numerous countless some multiple various couple handful".split())

# What a phrase before a figure does to it; numbers/rounding.py says how far each reaches.
HEDGES = {
    "around": "approx", "about": "approx", "some": "approx", "roughly": "approx", "an estimated": "approx",
    "estimated": "approx", "estimated at": "approx", "~": "approx", "≈": "approx", "circa": "approx", "c": "approx",
    "ca": "approx", "approx": "approx", "approximately": "approx", "in the region of": "approx",
    "on the order of": "approx", "in the order of": "approx", "somewhere around": "approx", "give or take": "approx",
    "perhaps": "approx", "maybe": "approx", "possibly": "approx", "probably": "approx", "something like": "approx",
    "est": "approx", "an estimate of": "approx", "estimates of": "approx", "in the neighborhood of": "approx",
    "in the neighbourhood of": "approx",
    "the best part of": "under", "virtually": "under", "practically": "under",
    "nearly": "under", "almost": "under", "just under": "under", "close to": "under", "not quite": "under",
    "just shy of": "under", "just short of": "under", "slightly less than": "under", "slightly under": "under",
    "a little under": "under", "a little less than": "under", "just below": "under", "just less than": "under",
    "slightly below": "under", "approaching": "under",
    "more than": "over", "over": "over", "exceeding": "over", "upwards of": "over", "upward of": "over",
    "above": "over", "greater than": "over", "in excess of": "over", "north of": "over", ">": "over",
    "far more than": "over", "well more than": "over", "much more than": "over", "considerably more than": "over",
    "substantially more than": "over", "significantly more than": "over", "exceeds": "over", "exceeded": "over",
    "surpassing": "over", "surpassed": "over", "topping": "over", "topped": "over",
    "well over": "over", "well above": "over", "higher than": "over", "larger than": "over",
    "just over": "just_over", "slightly more than": "just_over", "a little over": "just_over",
    "a little more than": "just_over", "slightly over": "just_over", "just above": "just_over",
    "just more than": "just_over", "slightly above": "just_over",
    "exceed": "over", "surpass": "over", "surpasses": "over", "equal to or greater than": "at_least",
    "equal to or more than": "at_least", "equal to or less than": "at_most", "equal to or fewer than": "at_most",
    "greater than or equal to": "at_least", "more than or equal to": "at_least", "less than or equal to": "at_most",
    "as few as": "at_least", "as little as": "at_least", "at the very least": "at_least",
    "within": "at_most", "not exceeding": "at_most", "not to exceed": "at_most", "max": "at_most",
    "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least", ">=": "at_least",
    "≥": "at_least", "minimum": "at_least",
    "up to": "at_most", "at most": "at_most", "as many as": "at_most", "as much as": "at_most",
    "no more than": "at_most", "not more than": "at_most", "a maximum of": "at_most", "maximum of": "at_most",
    "<=": "at_most", "≤": "at_most", "maximum": "at_most",
    "fewer than": "below", "less than": "below", "under": "below", "below": "below", "<": "below",
    "far fewer than": "below", "far less than": "below", "much less than": "below", "considerably less than": "below",
    "south of": "below", "well under": "below", "well below": "below", "lower than": "below", "smaller than": "below",
}  # fmt: skip
HEDGES_AFTER = {
    "or so": "approx", "or thereabouts": "approx", "approximately": "approx", "approx": "approx", "roughly": "approx",
    "give or take": "approx",
    "upwards": "at_least", "upward": "at_least", "and upwards": "at_least", "and upward": "at_least",
    "and counting": "at_least", "or more": "at_least", "or over": "at_least", "and up": "at_least",
    "or greater": "at_least", "+": "at_least",
    "and more": "at_least", "or higher": "at_least", "and above": "at_least", "at least": "at_least",
    "or less": "at_most", "or fewer": "at_most", "or under": "at_most", "at most": "at_most", "or lower": "at_most",
    "at the most": "at_most", "maximum": "at_most", "max": "at_most", "at the very least": "at_least",
    "at a maximum": "at_most", "or below": "at_most", "tops": "at_most", "plus": "at_least", "minimum": "at_least",
    "odd": "approx",
    "ish": "approx", "est": "approx", "estimated": "approx", "at a minimum": "at_least",
}  # fmt: skip
# Words before a figure that leave it as it is.
NEUTRAL = frozenset({
    "the", "a total of", "total of", "exactly", "precisely", "all", "all of", "aged", "equal to", "age", "ages",
    "at age", "at the age of", "the age of", "for", "worth", "valued at", "a sum of", "the sum of", "totaling",
    "totalling", "amounting to", "a record", "only", "just", "merely", "a mere", "fully", "anywhere",
    "somewhere"
})  # fmt: skip

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

# Before "hundred" or "thousands" these say no more than "hundreds", "thousands" do.
QUANTIFIERS = frozenset({"a few", "several", "many", "a couple of", "a couple", "few", "multiple"})
TIMES = {"once": 1, "twice": 2, "thrice": 3}
BOUNDS_JOIN = frozenset({"but", "and"})

PARTS_OF_ALL = {
    "most": "most", "a majority": "most", "the majority": "most", "majority": "most", "much": "much",
    "all": "all", "every": "all", "each and every": "all", "every one of": "all", "every single": "all",
    "none": "none", "the vast majority": "most", "a vast majority": "most", "a large majority": "most",
    "an overwhelming majority": "most", "the overwhelming majority": "most", "a clear majority": "most",
    "a slim majority": "most", "a narrow majority": "most",
}  # fmt: skip

# Behind "all" or "every" these leave some out: "all other states", "every other day".
NOT_ALL = frozenset({"other", "others", "but", "except"})

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
SUSPENDED = frozenset({TO, OR})
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
    "in over for within during of after before by since until till to from at on than under through and with "
    "into between about around every".split()
)

ODD_SINGULARS = frozenset({"foot", "inch", "century", "millennium"})
# What may stand behind a unit that is named in the singular: "5 foot 3", "5 year old"; else it may name a thing.
BEHIND_A_UNIT = PREPOSITIONS | frozenset(
    "of or and old tall wide deep long high thick away apart plus ish odd est estimated approx approximately roughly "
    "maximum minimum".split()
)

# Words behind a figure that change what it means, so that no noun contains them.
NOT_A_NOUN = frozenset(
    "per not never without except minus plus less fewer more higher lower greater smaller larger each every than "
    "nor or no but percent cent pct half versus vs against ago later earlier before "
    "after approximately roughly "
    "nearly almost least most maybe perhaps possibly probably supposedly over above below up down only as twice "
    "thrice double triple fold square cubic others another tall wide deep long high thick away apart squared cubed "
    "about around until till since dozen score short shy prior hence "
    "afterwards afterward thereafter previously beforehand".split()
)
