"""What says that a figure is a change, and which way it goes: "a 5% drop", "up 12", "fell by $2m", "10% cheaper"."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, meanings, phrases, words

UP, DOWN = "up", "down"

# Before a figure, with or without "by"; with "to" the figure is the one that was reached.
CHANGE_VERBS = meanings(
    up="""
        up | add | added | adding | adds | advance | advanced | advances | advancing | climb | climbed | climbing
        climbs
        gain | gained | gaining | gains | grew | grow | growing | grown | grows | improved | improves | increase
        increased | increases | increasing | jump | jumped | jumping | jumps | leapt |         rise | risen | rises
        rising | rocketed | rose | soar | soared | soaring | soars | surge | surged | surges
        surging | swelled | expanded | expands | strengthened | widened | rallied | rebounded
    """,
    down="""
        down | cut | cuts | cutting | contracted | contracts | crashed | decline | declined | declines | declining
        decrease | decreased | decreases | decreasing | dip | dipped | dips | dive | dived | dove | drop | dropped
        dropping | drops | eased | fall | fallen | falling | falls | fell | lose | loses | losing | lost | lowered
        lowers | lowering | narrowed | plummeted | plunge | plunged | plunges | reduce | reduced | reduces | reducing
        sank | shed | sheds | shedding | shrank | shrink | shrinking | shrinks | shrunk | sink | sinks | slashed
        slid
        slide | slides | slip | slipped | slips | slumped | sunk | tumble | tumbled | tumbles | weakened
    """,
)
# Before "to" and a figure that was reached; without one nobody knows how many there are.
MULTIPLIED = words("""
    double doubled doubles doubling halve halved halves halving quadrupled quadruple quadruples quadrupling quintupled
    triple tripled triples tripling trebled treble trebles trebling
""")
RAISES = words("raise raised raises raising")
"""Changes only before "by" and "to": who raised $5m has it."""
REACHING = phrases("to | to reach | to hit | to a record | to a low of | to a high of | to a peak of | to total")
PASSING = words("above below high low")
"""Before a figure that was passed or reached: "fell just below 5%", "fell as low as 5%"; by how much it
fell is not said."""
BY = "by"
CHANGE_NOUNS = meanings(
    up="""
        boost | climb | expansion | gain | gains | growth | hike | hikes | increase | increases | jump | leap | profit
        profits | rally | rebound | rise | rises | surge | surplus | upswing | uptick | upturn | improvement
        appreciation | bump | markup | raise | spike | uplift
    """,
    down="""
        contraction | cut | cuts | cutback | cutbacks | decline | declines | decrease | decreases | deficit | dip
        dive
        downturn | drop | drops | fall | falls | loss | losses | plunge | reduction | reductions | shortfall
        shrinkage
        slide | slump | tumble
        depreciation | deterioration | devaluation | discount | erosion | haircut | markdown
    """,
)
CHANGES_OF_SHARES = meanings(up="premium", down="hit | rebate | saving | savings")
"""Of a share these are a change, of a sum of money one of its own: "$5m in savings"."""
# Behind the noun of a change these say when or where it was: "a 5% drop last year", "5% growth overnight".
WHEN_OR_WHERE = words("""
    last this next overnight today yesterday tonight tomorrow abroad annually compared domestically elsewhere globally
    here internationally locally nationally nationwide regionally sequentially so statewide citywide countywide
    countrywide worldwide companywide industrywide overall there versus vs
""")
# Between an article or a figure and the noun of a change these leave it as it is.
CHANGE_ADJECTIVES = words("""
    annual annualised annualized further monthly net operating overall pretax quarterly sharp slight steep steady sudden
    total weekly yearly dramatic modest small big huge large average cumulative rate tax pay price interest
    budget job jobs spending salary wage revenue sales trade current fiscal production output export import share
""")
# At the end of what is counted: "500 seats lost".
CHANGE_PARTICIPLES = meanings(up="added | created | gained", down="cut | lost | shed | slashed | eliminated | axed")
# Behind a measured figure these say that it is by how much; behind a bare one only those of `COUNTED_COMPARATIVES` do,
# and at the end of a text those of `AT_THE_END`.
COMPARATIVES = meanings(
    up="""
        more | better | bigger | costlier | dearer | deeper | faster | further | farther | greater | heavier | higher
        hotter | larger | longer | older | pricier | quicker | richer | stronger | taller | thicker | warmer | wider
        ahead
    """,
    down="""
        fewer | less | behind | cheaper | closer | colder | cooler | lighter | lower | narrower | poorer | sooner
        nearer
        shallower | shorter | slower | smaller | thinner | weaker | worse | younger
    """,
)
AT_THE_END = words("ahead behind")
COUNTED_COMPARATIVES = words("more fewer less")
THAN = "than"
STANDINGS = by_phrase(
    {
        UP: "in the black | in profit | in surplus",
        DOWN: "in the red | in arrears | in deficit | in the hole | wiped off | wiped from | knocked off | shaved off",
    }
)
OVER_A_PERIOD = phrases("""
    year-on-year | year-over-year | month-on-month | month-over-month | quarter-on-quarter | quarter-over-quarter
    yoy
    week-on-week | week-over-week | day-on-day | day-over-day | year on year | month on month | quarter on quarter
    week on week | day on day | year over year | month over month | quarter over quarter | mom | qoq
""")
"""Behind a figure these say that it is a change, and not which way it went."""
PERIODS = OVER_A_PERIOD | phrases("on the year | on the month | on the day | on the week | on the quarter | so far")
"""Over which a figure changed."""
OFF = "off"
# Behind "off" these begin what may be reduced ("20% off a meal"), or where somebody is ("5% off the streets").
OFF_WHAT = words("a all an any every for her his its most my on our selected that the their these this those with your")
# "5% off the pace": what a figure is below, where "off" stands between them.
LEVELS = words("""
    asking ask best bill bills bond bonds cost costs everything fare fares fee fees high highs item items lead leader
    leaders list mark maximum order orders pace peak peaks price prices purchase purchases rate rates rent rents record
    retail tax ticket tickets total tuition usual winner
""")
ONWARDS = words("compared from on over since versus year")
"""What may stand behind "up" and "down" at the end: "down 5% on last year"."""
FORMERLY = phrases("""
    up from | down from | compared with | compared to | rising from | falling from | an increase from
    a decrease from
    against | from
""")
COMPARED_WITH = "compared"
PERHAPS = words("maybe perhaps possibly probably")
"""Behind "at least 12," these tell how many there may be."""
PART_OF_IT = phrases("including | among them | amongst them | among whom | included")
OF_THEM = phrases("of them | of whom | of which | of these | of those")
