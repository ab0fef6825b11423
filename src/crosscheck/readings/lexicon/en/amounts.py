"""What stands around a figure: hedges and bounds, shares, rates, and the words that name what is counted."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon import by_phrase, in_order, meanings, phrases, words
from crosscheck.readings.lexicon.en.numbers import OR

# What a phrase before a figure does to it; numbers/rounding.py says how far each reaches.
HEDGES = meanings(
    exact="exactly | precisely",
    approx="""
        more or less | effectively | essentially | basically | broadly
        around | about | some | roughly | an estimated | estimated | estimated at | ~ | ≈ | circa | c | ca | approx
        approximately | in the region of | on the order of | in the order of | somewhere around | give or take
        perhaps | maybe | possibly | probably | something like | est | an estimate of | estimates of
        in the neighborhood of | in the neighbourhood of | not far off
    """,
    under="""
        the best part of | virtually | practically | nearly | almost | just under | close to | not quite | just shy of
        just short of | slightly less than | slightly under | a little under | a little less than | just below
        just less than | slightly below | approaching | touching | nearing | near | a bit under | a bit less than
        a shade under
        a hair under | a touch under | a shade below | not far short of | getting on for | getting close to
        verging on
        just about under | a little below
    """,
    over="""
        more than | over | exceeding | upwards of | upward of | above | greater than | in excess of | north of | >
        far more than | well more than | much more than | considerably more than | substantially more than
        significantly more than | exceeds | exceeded | surpassing | surpassed | topping | topped | well over
        well above | way more than | way over | way above | higher than | larger than | exceed | surpass | surpasses
    """,
    just_over="""
        just over | slightly more than | a little over | a little more than | slightly over | just above
        just more than | slightly above | a bit over | a bit more than | a bit above | a shade over | a hair over
        a touch over | a shade more than | a little above | barely over | barely more than
    """,
    at_least="""
        equal to or greater than | equal to or more than | greater than or equal to | more than or equal to
        as few as | as little as | at the very least | at least | no fewer than | no less than | not less than
        not fewer than | a minimum of | minimum of | a mandatory minimum of | a statutory minimum of | >= | ≥
        minimum | as low as | starting at | starting from
    """,
    at_most="""
        equal to or less than | equal to or fewer than | less than or equal to | within | not exceeding
        not to exceed | max | up to | at most | as many as | as much as | no more than | not more than | a maximum of
        maximum of | a statutory maximum of | <= | ≤ | maximum | as high as | a cap of | capped at | as long as
        as far as
    """,
    below="""
        fewer than | less than | under | below | < | far fewer than | far less than | much less than
        considerably less than | south of | well under | well below | lower than | smaller than
    """,
)
HEDGES_AFTER = meanings(
    just_over="and change | and some change",
    odd="odd | and something",
    approx="""
        more or less
        or so | or thereabouts | approximately | approx | roughly | give or take | ish | est | estimated | (?)
    """,
    at_least="""
        upwards | upward | and upwards | and upward | and counting | or more | or over | and up | or greater | +
        and more | or higher | and above | on up | at least | at the very least | plus | minimum | at a minimum
        and over | and older | or older | and higher | and rising | and climbing | and growing | and increasing
    """,
    at_most="""
        or less | or fewer | or under | at most | or lower | at the most | maximum | max | at a maximum | or below
        tops | at the outside | and under | and younger | or younger | and below
    """,
)
RISING = words("climbing growing increasing rising")
"""Behind "and" these leave a figure open above only at the end: "200 and rising"."""
ESTIMATES = words("account accounts count counts estimate estimates reckoning reckonings")
"""Behind "by" and a word or two these say that a figure is estimated: "by some estimates", "by police counts"."""
# Words before a figure that leave it as it is.
NEUTRAL = phrases("""
    a mere | a record | a sum of | age | aged | ages | amounting to | anywhere | at age | anything | ranging | ranges
    at the age of | equal to | for | fully | just | merely | only | somewhere | the | the age of | ranged | varying
    the sum of | valued at | worth | a further | an additional | an extra | another | a combined | a reported | a net
    a matter of | allegedly | officially | reportedly | to the tune of | so far | the top | the bottom | the richest
    the poorest | the wealthiest | killed | killing | kills | injured | injuring | wounded | wounding | leaving | left
    fined | costing | cost | costs | jailed for | sentenced to | imprisoned for | lasting | lasted | weighing
    won | winning | scored | scoring | recorded | reached | reaching | hit | hitting | saw | numbering
    apparently | now | still | raised | raises | raising | already | of | measuring | earning | earned | paying | paid
    priced at | closed at | closing at | opened at | settled at | finished at | ended at | trading at | traded at
    peaked at
    crested at | stood at | stands at | standing at | put at | set at | came to | came in at | listed at | clocked at
    sold for | selling for | sells for | bought for | fetched | fetching | grossed
    estimated to be worth | some of the | a half-life of | half-life of
    actually | in fact | indeed | currently | presently
    a margin of error of | margin of error of | the margin of error of | a rate of return of
""")
# These say that nothing is left out or rounded, unless a hedge stands beside them.
TOTALS = phrases(
    "all | all of | all the | all of the | a total of | total of | totaling | totalling | the total of | the full"
)
# "an average of 12", "a crew of 22": what stands between an article and "of".
OPENERS = words("""
    accuracy age aggregate altitude approval area army assets attendance audience average award bail balance band
    battalion bench bill bmi bonus bounty budget capacity capitalisation capitalization cargo cast chance charge chill
    choir circulation city clearance community compensation compliance concentration confidence congregation content
    contingent contract contribution convoy cost crew crowd damages deal debt delay delegation density deposit depth
    detachment diameter discount distance dividend donation donations dose duration earnings efficiency electorate
    elevation employment energy enrollment enrolment entourage expenditure expenses family fee field fine fines fleet
    flock following footprint force fortune frequency funding funds gang garrison gathering goal grant group gust gusts
    height herd high holdings household humidity incidence income index inequality inflation intensity interest
    investment judgment jury length level lifespan line list literacy loan loans low majority margin mark mass mean
    median membership mob mortality network occupancy orchestra outlay output pace pack panel party payment payout peak
    penalty pension percentage period pool population poverty premium pressure prevalence price prize probability
    proceeds pulse purity queue quota radius ransom rate ratio readership record reserve reserves revenue revenues
    reward risk runtime salaries salary sales satisfaction savings sentence series set settlement share speed spending
    squad squadron staff stake stipend streak string subsidies subsidy sum support surge takings target tariff tax team
    temperature term thickness threshold toll town troupe turnout turnover unemployment vacancy valuation value velocity
    viewership village volume wage wages wait wavelength weight width wind winds workforce worth yield
""")
# A figure of these is another one than that of each: said in what is counted, before a figure in the explanation.
AVERAGES, ON_AVERAGE = words("average mean median"), phrases("on average")
OPENER_ADJECTIVES = phrases("""
    annual | annualised | annualized | all-time | average | combined | daily | early | final | hourly | maximum
    median | minimum | monthly | new | previous | prison | quarterly | record | seasonal | suspended | total
    weekly | yearly | jail | death | mean
""")
# Before "rate of" these make it another one than the one that is.
NOT_AS_IT_IS = words("""
    adjusted alternative budgeted discounted expected false forecast former hypothetical increased old original past
    planned possible potential projected proposed raised reduced revised supposed target targeted theoretical
""")
LEAST_AND_MOST = meanings(at_least="minimum", at_most="maximum")
WAGES = words("wage wages")
"""Of these a minimum is a sum of its own: a minimum wage of $15 is $15."""
SCALES_BEFORE = words("magnitude category")
"""Scales whose name stands before the figure: "magnitude 7.8"."""
NUMBERED = words("chapter no number page part phase room route section step")
# Between an article and a figure: "a staggering $2bn".
EMPHASIS = phrases("""
    record-breaking | record-high | record-low | all-time high | all-time low | career-high | career-best
    season-high
    season-best | team-high | game-high | club-record | franchise-record | personal-best
    average | total
    astonishing | astounding | cool | eye-watering | further | good | hefty | huge | impressive | massive | measly
    meagre | meager | mere
    modest | paltry | record | reported | staggering | stunning | whopping | stated | claimed | combined | remarkable
    unprecedented
    eyewatering | jaw-dropping | mind-boggling
""")
IN_THE_PAST = phrases("""
    over the past | over the last | during the past | during the last | for the past | for the last | the past
    the last
    the next | over the next | for the next | in the past | in the last | in the next | over the course of
    in the course of | in the space of | over a period of | for a period of
""")
OVER = "over"
# Before a number of days or years these leave a duration as it is: "in three years", "after 444 days".
TIME_TAKEN = words("after during in")

# Behind these "from … to …" is a range and no change.
RANGING = words("aged ages anything anywhere range ranged ranges ranging somewhere varied varies varying")
# Words of no number: how many "several" are is for a person to say.
VAGUE = words("countless couple few handful many multiple numerous several some various")

COLLECTIVES = {
    "tens": (20, 99, 10),
    "dozens": (24, 99, 12),
    "scores": (40, 99, 20),
    "hundreds": (200, 999, 100),
    "thousands": (2_000, 9_999, 1_000),
    "tens of thousands": (20_000, 99_999, 10_000),
    "hundreds of thousands": (200_000, 999_999, 100_000),
    **dict.fromkeys(("multimillion", "multi-million"), (2 * 10**6, 10**9 - 1, 10**6)),
    **dict.fromkeys(("multibillion", "multi-billion"), (2 * 10**9, 10**12 - 1, 10**9)),
    **dict.fromkeys(("multitrillion", "multi-trillion"), (2 * 10**12, 10**15 - 1, 10**12)),
    "millions": (2 * 10**6, 10**7 - 1, 10**6),
    "tens of millions": (2 * 10**7, 10**8 - 1, 10**7),
    "hundreds of millions": (2 * 10**8, 10**9 - 1, 10**8),
    "billions": (2 * 10**9, 10**10 - 1, 10**9),
    "tens of billions": (2 * 10**10, 10**11 - 1, 10**10),
    "hundreds of billions": (2 * 10**11, 10**12 - 1, 10**11),
    "trillions": (2 * 10**12, 10**13 - 1, 10**12),
}
"""Collective words: lowest and highest stated, lowest allowed (allowed is open above)."""
LOW, MID, HIGH = 0, 1, 2
THIRDS_OF_A_SCALE = by_phrase({LOW: "low | lower | early", MID: "mid | middle", HIGH: "high | upper | late"})
"""Thirds of "hundreds", of "the 20s": 1–3, 4–6, 7–9 of it."""
POSSESSIVES = words("her his its my our the their your one's")
WHOSE = POSSESSIVES - {"the"} | words("these those")
"""Before a figure these leave it as it is: "their 12 children", "these 12 people"."""
TENS = in_order("teens | twenties | thirties | forties | fifties | sixties | seventies | eighties | nineties", 10, 10)
SOMETHING = "something"
AGES = by_phrase(
    {
        13: "teenager | teenagers | teen", 40: "quadragenarian", 50: "quinquagenarian", 60: "sexagenarian",
        70: "septuagenarian", 80: "octogenarian", 90: "nonagenarian",
    }
)  # fmt: skip
CENTENARIAN = "centenarian"
DIGITS = {
    **by_phrase({1: "single", 2: "double | two", 3: "triple | three", 4: "four", 5: "five", 6: "six", 7: "seven"}),
    **by_phrase({8: "eight", 9: "nine"}),
}
DIGIT, FIGURES = words("digit digits"), words("figure figures")
LONG = "long"
GROUPS = by_phrase(
    {2: "duo | twosome", 3: "trio | threesome | triplets", 4: "quartet | foursome", 5: "quintet", 6: "sextet"}
)
BOTH = "both"
NO_ONE = phrases("no one | no-one | not one | not a single | neither | neither of them | neither of the two")
SINGLE = words("lone single sole solitary")
# As a share these say only that some are, that few are: as much as "much", as "a minority".
SHARES_IN_WORDS = meanings(
    much="some | many | part of | a part of | a portion of | a proportion of | a large part of | a good part of",
    minority="""
        few | a few | only a few | relatively few | a large minority | a significant minority | a sizeable minority
        a sizable minority | a substantial minority | only a minority
    """,
)
EVEN_SPLITS = phrases("50-50 | 50/50 | 50:50 | fifty-fifty")
# Behind "a third" these leave no thing that is counted out: "a third party", "third of five", "second only to one".
NOT_COUNTED_OUT = words("""
    and at best biggest class column degree estate floor generation grade half halves hand highest in language largest
    last least longest lowest most name nature nearest of oldest on only opinion or parties party person's place quarter
    quarters rate reading string term thought thoughts time times to wave wind world worst
""")
# Before "hundred" or "thousands" these say no more than "hundreds", "thousands" do.
QUANTIFIERS = phrases("a few | few | many | multiple | several | untold | countless")
TIMES = by_phrase({1: "once", 2: "twice", 3: "thrice"})

# Between "hundreds" and "thousands": it is somewhere in either.
COLLECTIVES_JOIN = phrases("""
    to | or | or even | if not | , if not | , perhaps | , maybe | , possibly | , or | , or even | and possibly | -
    or perhaps
""")
# The ends of a range, and of "more than 3 but less than 5".
BETWEEN, FROM, TO = "between", "from", "to"
RANGE_SEPARATORS = words("- or to through thru")
SUSPENDED = frozenset({TO, OR})
BOUNDS_JOIN = words("and but")
# "hundreds and hundreds", "thousands upon thousands"
DOUBLING = words("after and on upon")
MULTIPLES = words("fold times x ×")
FOLD = "fold"

PARTS_OF_ALL = meanings(
    minority="a minority | the minority",
    most="""
        the bulk of | the bulk | the lion's share of | the lion's share | most | a majority | the majority | majority
        the vast majority | a vast majority | a large majority
        an overwhelming majority | the overwhelming majority | a clear majority
    """,
    just_over_half="""
        a slim majority | a narrow majority | a bare majority | a slender majority | the slimmest of majorities
        the narrowest of majorities
    """,
    much="much",
    all="all | everybody | everyone | every | each and every | every one of | every single",
    none="none",
)
# Behind "all" or "every" these leave some out: "all other states", "every other day".
NOT_ALL = words("but except other others")
PERCENT = phrases("% | pct | per cent | percent | percentage | pc")
PERCENTAGE_POINTS = phrases("""
    % points | pct points | per cent points | percent points | percentage point | percentage points | percentage-point
    percentage-points | pp | ppt | ppts | % pts | % pt | pct pts | pct pt | percent pts | percent pt | per cent pts
    percentage pts | percentage pt
""")
BASIS_POINTS = phrases("basis point | basis points | bp | bps | bips")
POINTS = words("point points")
OTHERS = words("other others")
# Behind a share: "half plus one" is just over half.
PLUS_ONE = phrases("plus one | plus 1 | + 1 | + one")
# So many of which make one sum, one time: "two $10 bills", "two four-year terms".
PIECES = words("banknotes bills coins notes")
TERMS = words("mandates stints terms")
PLUS_MINUS = phrases("± | +/- | + / - | +- | plus or minus | give or take")
SCORES = words("""
    decision defeat draw final game jury lead loss margin match record result ruling score scoreline split tie tied
    verdict victory vote votes win wins
    finish majority aggregate opener semifinal thrashing drubbing upset comeback shutout deficit advantage edge count
    tally ballot ratio odds rout stalemate scores matches games results victories defeats draws losses
""")
PARTS_PER = by_phrase(
    {
        Fraction(1, 10**6): "parts per million | ppm",
        Fraction(1, 10**9): "parts per billion | ppb",
        Fraction(1, 10**12): "parts per trillion",
        Fraction(1, 1000): "per mille | ‰ | per thousand | parts per thousand",
    }
)
# Behind "a third" these leave it a part, which other words make the place of one: "a third day".
BEHIND_A_FRACTION = words("""
    and as at by for in less lower more higher larger smaller fewer of or off on plus point points reduction rise share
    stake than that the their were was are is to cut drop fall increase decline
""")
# Joined to "half" or "quarter" by a hyphen these are parted by it: "a quarter-point", "a half-hour".
MAY_BE_PARTED = words("""
    acre barrel billion bottle century crore cup day decade dozen gallon hour hours inch kilo litre liter mile miles
    million minute month of percent percentage point points pound second size stake share teaspoon tablespoon ton
    tonne trillion year mil an a
""")
# Between the two figures of a share: "one in five", "three of every four", "3 out of 10".
IN, OUT = "in", "out"
OUT_OF = phrases("in each | in every | of | of each | of every | of the | out of | out of every | out of the")

PER = words("/ a an each every per")
PER_ANYTHING = words("/ per")
REPEATING = words("each every")
OTHER = "other"
"""Of "every other day" there is one in two days."""
ADVERBS = meanings(
    year="yearly | annually | annual | per annum | p.a. | annualized | annualised",
    month="monthly",
    week="weekly",
    day="daily | nightly | per diem",
    h="hourly",
    quarter="quarterly",
)
PER_HEAD = words("capita head inhabitant inhabitants people person persons population resident residents")
A_HEAD = words("head person")
# Before "a year" these make it no rate: "over a decade", "in a day".
PREPOSITIONS = words("""
    about after and around at before between by during every for from in into of on over since than through till to
    under until with within
""")

# Between a number and its unit these leave it as it is: "three full years", "a whole day".
WHOLE = words("calendar complete consecutive entire full solid straight successive whole")
DEGREES = words("deg degree degrees °")
# Behind a measure these tell which way it reaches: "5 feet tall", "3 km away".
EXTENTS = words("across apart away deep high long tall thick wide")
EXTENT_PHRASES = phrases("above sea level | above ground | above the ground | off the ground | in the air")
ABOVE_AND_BELOW_ZERO = {"above zero": 1, "below zero": -1}
ODD_SINGULARS = words("century foot inch millennium stone")
# What may stand behind a unit that is named in the singular: "5 foot 3", "5 year old"; else it may name a thing.
BEHIND_A_UNIT = (
    PREPOSITIONS
    | EXTENTS - words("across")
    | words("""
    of or and old plus ish odd est estimated approx approximately roughly maximum minimum
""")
)
# Behind a number these tell how large another one is: "six figures", "10 years to life".
UNSPECIFIC = words("digit digits figure figures infinity life unknown unlimited")
# Words behind a figure that change what it means, so that no noun contains them.
NOT_A_NOUN = words("""
    about above after afterward afterwards against ago almost another apart approximately around as away before
    beforehand below but cent cubed cubic deep double down dozen each earlier every except fewer fold greater half
    hence high higher larger later least less long lower maybe minus more most nearly never no nor not only or others
    over pct per percent perhaps plus possibly previously prior probably roughly score short shy since smaller square
    squared supposedly tall than thereafter thick thrice till triple twice until up versus vs wide without
""")
# Behind a declared unit of temperature these make it one of differences: "°C difference".
DIFFERENCES = words("difference differences")
