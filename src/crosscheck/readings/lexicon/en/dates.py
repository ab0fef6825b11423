"""Dates: months, days, seasons, holidays, bounds and hedges of a date, and what counts from another date."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, in_order, meanings, phrases, words

_MONTHS = """
    january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sep sept
    october oct | november nov | december dec
"""
MONTHS = in_order(_MONTHS, 1)
MONTH_NAMES = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = in_order("""
    monday mon | tuesday tue tues | wednesday wed weds | thursday thu thur thurs | friday fri
    saturday sat | sunday sun
""")
WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# First month of each season of the northern hemisphere; winter begins in December.
SEASONS = by_phrase({3: "spring", 6: "summer", 9: "autumn | fall", 12: "winter"})
WINTER = 12
SEASON_NAMES = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
DECADES = in_order(
    "tens | twenties | thirties | forties | fifties | sixties | seventies | eighties | nineties", 10, 10
) | dict.fromkeys(words("aughts noughties"), 0)
CENTURY = words("c cent centuries century")
MILLENNIUM = words("millennia millennium")
# "the turn of the 20th century"
TURN = phrases("the turn of | turn of")
ERAS = by_phrase({-1: "bc | bce", 1: "ad | ce"})
QUARTER, HALF, WEEK = "quarter", "half", "week"
QUARTER_LETTERS = meanings(quarter="q", half="h")
FISCAL = words("financial fiscal fy")
# The second half, in words that name no half.
LATTER = meanings(second="the latter part of | latter part of | the latter half of | latter half of | the back half of")
# What has two years in its name: "the 2023-24 season".
TWO_YEAR_NOUNS = phrases("""
    season | seasons | academic year | school year | academic session | school term | university year | tax year
    hockey season | football season | flu season | influenza season | ski season | theatre season | theater season
""")
# Of these one year alone ("tax year 2023") could be the first or the last of the two.
OF_TWO_YEARS_ONLY = phrases("academic year | school year | academic session | university year | tax year")
# What lasts as long as the years before it say: "the 2007-09 recession".
YEARS_NOUNS = phrases("""
    biennium | budget | campaign | crisis | drought | economic crisis | epidemic | financial crisis | outbreak
    pandemic | recession | session | war
""")
THIRDS = by_phrase(
    {
        0: "early | the beginning of | beginning of | the start of | start of | early in | the early part of",
        1: """
            mid | middle | the middle of | middle of | midweek | midyear | mid-week | mid-year | mid-month
            mid-decade
        """,
        2: """
            end | late | the end of | end of | late in | toward the end of | towards the end of | near the end of
            year-end | year's end | month's end | month-end | week's end | quarter's end | quarter-end | decade's end
        """,
    }
)
EXACT_ENDS = meanings(
    end="the end of | end | end of | year-end | year's end | month's end | month-end | week's end | quarter's end",
    start="the beginning of | beginning of | the start of | start of",
)

# The unit that is in such a word; without another one behind it, it is that in which the anchor lies.
UNIT_THIRDS = by_phrase(
    {
        "week": "week's end | midweek | mid-week",
        "month": "month's end | month-end | mid-month",
        "quarter": "quarter's end | quarter-end",
        "year": "year-end | year's end | midyear | mid-year",
        "decade": "decade's end | mid-decade",
    }
)
DATE_PREFIXES = phrases("""
    the class of | class of
    all of | as of | at | back in | during | during the whole of | either | in | month of | on | over the | the
    the day of | within | the month of | the whole of | the year | the year of | throughout | year
""")
BEFORE_A_HEDGE = words("at during in on")
DATE_HEDGES = meanings(
    approx="""
        around | about | circa | c | ca | roughly | approximately | approx | ~ | some | an estimated | estimated
        in or around | on or around | on or about | in about | in around | at around | at about | at approximately
    """,
    unsure="possibly | probably | perhaps | maybe | uncertain: | uncertain",
    same="""
        some time in | sometime in | exactly | a day in | one day in | day in | a month in | month in | a year in
        year in | a decade in | decade in | at some point in | at some point during | some point in | sometime during
        somewhere in | some time during | decade somewhere during
    """,
)
DATE_HEDGES_AFTER = by_phrase(
    {
        "approx": """
        approximately | approx | circa | or so | or thereabouts | (approximately) | (approx) | (circa) | (estimated)
        (est) | est | estimated | ish | -ish
    """,
        "unsure": "? | maybe | perhaps | possibly | probably | (?) | (uncertain)",
    }
)
SINCE = "since"
DATE_BOUNDS = meanings(
    before="before | ahead of | earlier than | prior to | pre-",
    by="""
        until | till | up to | by | no later than | not later than | not after | through | on or before
        by no later than | due by
    """,
    after="after | later than | post-",
    since="""
        since | as early as | as far back as | no earlier than | not before | starting | starting in | starting on
        starting from | beginning | beginning in | beginning on | commencing | effective | on or after | ever since
        from as early as | dating back to
    """,
)
# Bounds whose date lies ahead of the day of writing, by their first word; `starting` as in "starting in June".
LOOKING_AHEAD = words("ahead before beginning by commencing due effective no not prior starting through till until up")
LOOKING_BACK = words("since ever")
NOT_LOOKING_AHEAD = phrases("no earlier than | not before")
# "due June 1", "coming in June": no bound, but ahead.
DUE = words("due")
DATE_BOUNDS_AFTER = meanings(
    since="onwards | onward | or later | or after | and later | and after | at the earliest",
    by="or earlier | or before | at the latest | or before that",
)
# "was first founded in 2001": what happened then is for the attribute to say, where the words are of nothing planned.
EVENTS = phrases("""
    abolished | acquired | adopted | annexed | appointed | arrested | assassinated | awarded | banned | baptised
    baptized | beatified | began | begun | bombed | born | bought | built | buried | came into effect
    came into force | came to power | canonised | canonized | captured | charged | closed | coined | commissioned
    completed | composed | conquered | convicted | created | crowned | dated | dates from | dating from | debuted
    demolished | deported | destroyed | died | disbanded | discovered | dissolved | divorced | elected | enacted
    ended | entered into force | erected | established | executed | expelled | expired | finished | formed | founded
    freed | graduated | hanged | happened | imposed | imprisoned | inaugurated | incorporated | indicted | introduced
    invaded | invented | issued | jailed | joined | killed | launched | liberated | lifted | married | merged | minted
    murdered | occupied | occurred | opened | ordained | outlawed | passed | passed into law | patented | premiered
    printed | promulgated | published | purchased | ratified | rebuilt | recorded | released | renamed | repealed
    resigned | restored | retired | seized | sentenced | set up | shot | signed | signed into law | sold | started
    surrendered | sworn in | took effect | took office | took place | toppled | unveiled | went into effect | written
""")
BEFORE_AN_EVENT = phrases("was | were | been | has been | had been | have been")
OF_EVENTS = words("finally first formally initially last legally newly officially originally publicly")
# Before "since" and a date these leave it as it is.
STANDING = phrases("""
    active | annually | constantly | continuously | daily | detained | each month | each week | each year | employed
    every day | every month | every week | every year | in effect | in force | in office | in operation | in place
    in power | in use | jailed | imprisoned | married | missing | monthly | open | operational | regularly
    repeatedly
    running | unchanged | uninterrupted | weekly | yearly
""")
DATE_RANGE = words("- / into through till to until")
INTO = "into"
DATE_RANGE_AND = words("- and to")
# What stands at the end of a range that is not over.
OPEN_ENDS = words("date now ongoing present")
# In parentheses behind a date these may change it, or say that it is not sure.
NOT_A_REMARK = words("""
    about actually alleged allegedly approx approximate approximately around but calendar circa claimed corrected day
    days disputed earlier early era error estimate estimated ethiopian except expected formerly gmt gregorian hebrew
    hijri instead islamic julian late later likely local lunar maybe mid month months never no nor not or perhaps
    planned possibly preliminary presumed probably projected proposed provisional rather reportedly roughly scheduled
    solar style supposedly tentative tentatively time uncertain unclear unconfirmed unknown unsure utc versus week
    weeks without wrong year years
""")
REMARK_ENDS = words("; < = > ? ~")

CALENDAR_UNITS = meanings(
    minute="minute | minutes",
    hour="hour | hours",
    day="day | days",
    week="week | weeks",
    fortnight="fortnight | fortnights",
    month="month | months",
    year="year | years",
    decade="decade | decades",
    century="century | centuries",
    quarter="quarter | quarters",
)
FEW = phrases("a couple of | a few | few | several | some")
# Two units, or one and a half to three.
TWO_OR_SO = phrases("a couple of | a couple | couple of")
OR_SO_MANY = words("- to or")
LATER = phrases("after | afterward | afterwards | later | later on | on | thereafter | from now | from today | hence")
AGO = "ago"
TIME_AHEAD = words("time")
EARLIER = words("ago before beforehand earlier previously prior")
# "the following year": the whole unit so many units away.
NEIGHBOURS = by_phrase(
    {
        1: "following | next | subsequent",
        0: "same | this | that | current | very same | that same",
        -1: "previous | preceding | prior | last",
    }
)
NEIGHBOUR_AFTER = by_phrase({1: "after | later | following | that followed", -1: "before | prior | earlier"})
# "the past two weeks": so many units before or after; of one unit a window only where it rolls ("the past week").
RELATIVE_WINDOWS = by_phrase(
    {
        -1: "past | last | previous | prior | preceding | recent",
        1: "next | following | coming | upcoming | subsequent | ensuing",
    }
)
ROLLING = words("past")
MAYBE_ROLLING = words("last next")
WITHIN = "within"
# Between what counts from a date and that date: "two weeks before Christmas".
COUNTED_FROM = meanings(after="after | following", before="before | preceding | prior to | ahead of")
# What opens the name of an event ("the attack"), and what none has in it.
THAT = words("that then this")
OF_AN_EVENT = words("her his its that the their this")
NO_EVENT = (
    words("after and before between but by day days during from in month months next or since to until week weeks")
    | words("year years")
    | set(MONTHS)
    | set(WEEKDAYS)
    | set(SEASONS)
)
# Between units and the date at which they begin or end: "the week beginning 4 February", "the year ended 31 March".
REACHES = meanings(
    start="beginning | starting | commencing",
    end="ending | ended | to | up to | through | to the end of",
)
LAST = words("final last")
# What counts from the day of writing where no other date is given.
DEICTIC = words("ago coming current last next past recent this upcoming") | phrases("from now | from today | hence")
NAMED_DAYS = by_phrase(
    {
        -1: "yesterday",
        0: "today",
        1: "tomorrow",
        2: "the day after tomorrow | day after tomorrow",
        -2: "the day before yesterday | day before yesterday",
    }
)
A_FEW_DAYS_AGO = phrases("the other day | just the other day | only the other day")
SO_FAR = phrases("so far")
CURRENT = words("current")
MERELY = words("just merely only")
EARLIER_THIS, LATER_THIS = "earlier", "later"
# Which weekday, month, season or weekend: the last one or the next one, from the day of writing.
WHICH = meanings(
    last="last | this past | the past | past | this last",
    next="next | this coming | the coming | coming | this upcoming | the upcoming",
    this="this",
)
PLAINLY_WHICH = phrases(
    "past | this past | this coming | the coming | the past | coming | this upcoming | the upcoming"
)
# The same from what was said before: "the following March".
WHICH_AFTER = meanings(
    last="the previous | the preceding | the prior",
    next="the following | the next | the subsequent",
    this="that | that same",
)
