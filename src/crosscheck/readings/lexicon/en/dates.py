"""The words of English that the grammar of dates knows, beside the numbers of english.py: data only."""

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
    "new year's": (1, 1), "veterans day": (11, 11), "armistice day": (11, 11), "may day": (5, 1), "juneteenth": (6, 19),
    "bastille day": (7, 14), "epiphany": (1, 6), "valentine's day": (2, 14), "halloween": (10, 31),
    "st patrick's day": (3, 17), "all saints' day": (11, 1),
}  # fmt: skip
DECADES = {"tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90}  # fmt: skip
# Month, which of its weekdays (-1: the last), weekday; where a name has one day in every country that has it.
WEEKDAY_HOLIDAYS = {
    "labor day": (9, 1, 0), "memorial day": (5, -1, 0), "martin luther king day": (1, 3, 0),
    "martin luther king jr day": (1, 3, 0), "mlk day": (1, 3, 0), "presidents' day": (2, 3, 0),
    "presidents day": (2, 3, 0),
}  # fmt: skip
# Days from Easter Sunday of the Western churches.
EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "holy thursday": -3,
    "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47, "mardi gras": -47,
    "pentecost": 49, "whit monday": 50,
}  # fmt: skip
THIRDS = {
    "early": 0, "the beginning of": 0, "beginning of": 0, "the start of": 0, "start of": 0, "mid": 1, "middle": 1,
    "the middle of": 1, "middle of": 1, "end": 2, "late": 2, "the end of": 2, "end of": 2, "early in": 0, "late in": 2,
}  # fmt: skip
QUARTER, HALF = "quarter", "half"
QUARTER_LETTERS = {"q": "quarter", "h": "half"}
WEEK = "week"
FISCAL = frozenset({"fiscal", "fy", "financial"})
DATE_PREFIXES = frozenset(
    {"in", "on", "during", "at", "the", "as of", "the year", "year", "the year of", "the month of", "month of",
     "the day of", "throughout", "the morning of", "the afternoon of", "the evening of"}
)  # fmt: skip
BEFORE_A_HEDGE = frozenset({"in", "on", "at", "during"})
DATE_BOUNDS = {
    "before": "before", "earlier than": "before", "prior to": "before", "until": "by", "till": "by", "up to": "by",
    "after": "after", "later than": "after", "since": "since", "by": "by", "no later than": "by",
    "as early as": "since", "no earlier than": "since", "not before": "since", "starting in": "since",
    "not later than": "by", "not after": "by", "through": "by", "on or before": "by", "on or after": "since",
    "ever since": "since",
}  # fmt: skip
DATE_HEDGES_AFTER = {
    "approximately": "approx", "approx": "approx", "circa": "approx", "?": "approx", "or so": "approx",
    "or thereabouts": "approx", "maybe": "approx", "perhaps": "approx", "possibly": "approx", "probably": "approx",
    "(?)": "approx", "(uncertain)": "approx", "(approximately)": "approx", "(approx)": "approx", "(circa)": "approx",
    "(estimated)": "approx", "(est)": "approx", "est": "approx", "estimated": "approx",
}  # fmt: skip
DATE_RANGE = frozenset({"-", "to", "until", "till", "through", "/"})
DATE_RANGE_AND = frozenset({"and", "-", "to"})
EXACT_ENDS = {"the end of": "end", "end": "end", "end of": "end", "the beginning of": "start", "beginning of": "start",
              "the start of": "start", "start of": "start"}  # fmt: skip
# Whether the midnight of a day begins or ends it is not said.
CLOCK_WORDS = {"noon": 12, "midday": 12}
DATE_BOUNDS_AFTER = {"onwards": "since", "onward": "since", "or later": "since", "or earlier": "by", "or before": "by",
                     "or after": "since", "and later": "since", "and after": "since", "at the latest": "by",
                     "at the earliest": "since", "or before that": "by"}  # fmt: skip
DATE_HEDGES = {
    "around": "approx", "about": "approx", "circa": "approx", "c": "approx", "ca": "approx", "roughly": "approx",
    "approximately": "approx", "approx": "approx", "~": "approx", "some time in": "same", "sometime in": "same",
    "possibly": "approx", "probably": "approx", "perhaps": "approx", "maybe": "approx", "some": "approx",
    "an estimated": "approx", "estimated": "approx", "uncertain:": "approx", "uncertain": "approx",
    "in or around": "approx", "on or around": "approx", "on or about": "approx", "in about": "approx",
    "in around": "approx", "exactly": "same", "a day in": "same", "one day in": "same", "day in": "same",
    "a month in": "same", "month in": "same", "a year in": "same", "year in": "same", "a decade in": "same",
    "decade in": "same", "at some point in": "same", "at some point during": "same", "some point in": "same",
    "sometime during": "same", "somewhere in": "same", "some time during": "same", "decade somewhere during": "same",
}  # fmt: skip
# What stands at the end of a range that is not over.
OPEN_ENDS = frozenset({"present", "now", "date", "ongoing"})
# In parentheses behind a date these may change it, or say that it is not sure.
NOT_A_REMARK = frozenset(
    "not never no nor except without but or uncertain unsure unknown unclear disputed unconfirmed provisional "
    "preliminary tentative tentatively planned expected scheduled projected proposed estimated estimate approximate "
    "approximately approx circa about around roughly possibly probably perhaps maybe likely reportedly alleged "
    "allegedly supposedly claimed presumed early earlier late later mid style calendar julian gregorian lunar solar "
    "hijri islamic hebrew ethiopian era gmt utc local time year month week day years months weeks days "
    "versus instead actually rather wrong error corrected formerly".split()
)
REMARK_ENDS = frozenset({"?", ";", "~", "=", "<", ">"})
ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
CENTURY = frozenset({"century", "centuries", "c", "cent"})
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
NEIGHBOUR_AFTER = {"after": 1, "later": 1, "following": 1, "that followed": 1, "before": -1, "prior": -1, "earlier": -1}
# What counts from the day of writing where no other date is given.
# "the past two weeks": so many units before or after; of one unit a window only where it rolls ("the past week").
WINDOWS = {"past": -1, "last": -1, "previous": -1, "prior": -1, "preceding": -1, "recent": -1, "next": 1,
           "following": 1, "coming": 1, "upcoming": 1, "subsequent": 1, "ensuing": 1}  # fmt: skip
ROLLING = frozenset({"past"})
WITHIN = "within"
# Between units and the date at which they begin or end: "the week beginning 4 February", "the year ended 31 March".
REACHES = {"beginning": "start", "starting": "start", "commencing": "start", "ending": "end", "ended": "end",
           "to": "end", "up to": "end", "through": "end", "to the end of": "end"}  # fmt: skip
LAST = frozenset({"last", "final"})
DEICTIC = frozenset({"next", "last", "this", "current", "ago", "past", "recent", "coming", "upcoming"})
FEW = frozenset({"a few", "several", "a couple of", "some", "few"})
NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
              "the day before yesterday": -2, "day before yesterday": -2}  # fmt: skip
EARLIER_THIS, LATER_THIS, THIS = "earlier", "later", "this"
