"""What stands around a figure: hedges and bounds, shares, rates, and the words that name what is counted."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon import by_phrase, meanings, phrases, words
from crosscheck.readings.lexicon.en.numbers import OR

# What a phrase before a figure does to it; numbers/rounding.py says how far each reaches.
HEDGES = meanings(
    approx="""
        around | about | some | roughly | an estimated | estimated | estimated at | ~ | ≈ | circa | c | ca | approx
        approximately | in the region of | on the order of | in the order of | somewhere around | give or take
        perhaps | maybe | possibly | probably | something like | est | an estimate of | estimates of
        in the neighborhood of | in the neighbourhood of
    """,
    under="""
        the best part of | virtually | practically | nearly | almost | just under | close to | not quite | just shy of
        just short of | slightly less than | slightly under | a little under | a little less than | just below
        just less than | slightly below | approaching
    """,
    over="""
        more than | over | exceeding | upwards of | upward of | above | greater than | in excess of | north of | >
        far more than | well more than | much more than | considerably more than | substantially more than
        significantly more than | exceeds | exceeded | surpassing | surpassed | topping | topped | well over
        well above | higher than | larger than | exceed | surpass | surpasses
    """,
    just_over="""
        just over | slightly more than | a little over | a little more than | slightly over | just above
        just more than | slightly above
    """,
    at_least="""
        equal to or greater than | equal to or more than | greater than or equal to | more than or equal to
        as few as | as little as | at the very least | at least | no fewer than | no less than | not less than
        not fewer than | a minimum of | minimum of | >= | ≥ | minimum
    """,
    at_most="""
        equal to or less than | equal to or fewer than | less than or equal to | within | not exceeding
        not to exceed | max | up to | at most | as many as | as much as | no more than | not more than | a maximum of
        maximum of | <= | ≤ | maximum
    """,
    below="""
        fewer than | less than | under | below | < | far fewer than | far less than | much less than
        considerably less than | south of | well under | well below | lower than | smaller than
    """,
)
HEDGES_AFTER = meanings(
    approx="""
        or so | or thereabouts | approximately | approx | roughly | give or take | odd | ish | est | estimated
    """,
    at_least="""
        upwards | upward | and upwards | and upward | and counting | or more | or over | and up | or greater | +
        and more | or higher | and above | at least | at the very least | plus | minimum | at a minimum
    """,
    at_most="""
        or less | or fewer | or under | at most | or lower | at the most | maximum | max | at a maximum | or below
        tops
    """,
)
# Words before a figure that leave it as it is.
NEUTRAL = phrases("""
    a mere | a record | a sum of | a total of | age | aged | ages | all | all of | amounting to | anywhere | at age
    at the age of | equal to | exactly | for | fully | just | merely | only | precisely | somewhere | the | the age of
    the sum of | total of | totaling | totalling | valued at | worth
""")
# Words of no number: how many "several" are is for a person to say.
VAGUE = words("countless couple few handful many multiple numerous several some various")

COLLECTIVES = {
    "dozens": (24, 99, 12),
    "scores": (40, 99, 20),
    "hundreds": (200, 999, 100),
    "thousands": (2_000, 9_999, 1_000),
    "tens of thousands": (20_000, 99_999, 10_000),
    "hundreds of thousands": (200_000, 999_999, 100_000),
    "millions": (2 * 10**6, 10**7 - 1, 10**6),
    "tens of millions": (2 * 10**7, 10**8 - 1, 10**7),
    "hundreds of millions": (2 * 10**8, 10**9 - 1, 10**8),
    "billions": (2 * 10**9, 10**10 - 1, 10**9),
    "tens of billions": (2 * 10**10, 10**11 - 1, 10**10),
    "hundreds of billions": (2 * 10**11, 10**12 - 1, 10**11),
    "trillions": (2 * 10**12, 10**13 - 1, 10**12),
}
"""Collective words: lowest and highest stated, lowest allowed (allowed is open above)."""
# Before "hundred" or "thousands" these say no more than "hundreds", "thousands" do.
QUANTIFIERS = phrases("a couple | a couple of | a few | few | many | multiple | several")
TIMES = by_phrase({1: "once", 2: "twice", 3: "thrice"})

# The ends of a range, and of "more than 3 but less than 5".
BETWEEN, FROM, TO = "between", "from", "to"
RANGE_SEPARATORS = words("- or to")
SUSPENDED = frozenset({TO, OR})
BOUNDS_JOIN = words("and but")

PARTS_OF_ALL = meanings(
    most="""
        most | a majority | the majority | majority | the vast majority | a vast majority | a large majority
        an overwhelming majority | the overwhelming majority | a clear majority | a slim majority | a narrow majority
    """,
    much="much",
    all="all | every | each and every | every one of | every single",
    none="none",
)
# Behind "all" or "every" these leave some out: "all other states", "every other day".
NOT_ALL = words("but except other others")
PERCENT = phrases("% | pct | per cent | percent | percentage")
PERCENTAGE_POINTS = phrases("""
    % points | pct points | per cent points | percent points | percentage point | percentage points | percentage-point
    percentage-points | pp | ppt | ppts
""")
PARTS_PER = by_phrase(
    {
        Fraction(1, 10**6): "parts per million | ppm",
        Fraction(1, 10**9): "parts per billion | ppb",
        Fraction(1, 10**4): "basis points | basis point",
        Fraction(1, 1000): "per mille | ‰ | per thousand",
    }
)
# Between the two figures of a share: "one in five", "three of every four", "3 out of 10".
IN = "in"
OUT_OF = phrases("in each | in every | of | of each | of every | of the | out of | out of every | out of the")

PER = words("/ a an each every per")
PER_ANYTHING = words("/ per")
ADVERBS = meanings(
    year="yearly | annually | annual | per annum",
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
ODD_SINGULARS = words("century foot inch millennium")
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
