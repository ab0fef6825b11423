"""Number words: cardinals, ordinals, scales, fractions, dozens, and what stands inside a number."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon import by_phrase, in_order, words

CARDINALS = (
    in_order("""
    zero | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen
    fifteen | sixteen | seventeen | eighteen | nineteen
""")
    | in_order("twenty | thirty | forty fourty | fifty | sixty | seventy | eighty | ninety", 20, 10)
    | {
        "threescore": 60,
        "fourscore": 80,
    }
)
# Ordinals serve days of the month ("5th"), centuries and the denominators of fractions ("two-fifths").
_ORDINALS = """
    first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth
    thirteenth
    fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth
"""
_ORDINAL_TENS = "twentieth | thirtieth | fortieth | fiftieth | sixtieth | seventieth | eightieth | ninetieth"
ORDINALS = in_order(_ORDINALS, 1) | in_order(_ORDINAL_TENS, 20, 10)
ORDINAL_SUFFIXES = words("nd rd st th")
HUNDRED = "hundred"
SCALES = by_phrase(
    {
        10**3: "thousand | thousands",
        10**5: "lakh | lakhs | lac | lacs",
        10**6: "million | mn | mln | millions",
        10**7: "crore | crores | cr",
        10**9: "billion | bn | bln | billions",
        10**12: "trillion | tn | trn | trillions",
        10**15: "quadrillion",
    }
)
# These stand right behind a figure and may be units, too: metres, tonnes, bits, millimetres.
LETTER_SCALES = by_phrase({10**3: "k", 10**6: "m | mm", 10**9: "b", 10**12: "t"})
# Of these, the ones that scale a sum of money behind a space, too: "$500 m".
PARTED_LETTERS = words("k m b")
# Words that scale a figure somewhere, and are no English; what stands behind "5 koti" is not known to be five things.
UNKNOWN_SCALES = words("""
    bazillion bazillions billones gazillion gazillions kharab koti kotis krore krores mil mille milliard milliards
    millon millones mio mrd oku thou thsd zillion zillions
""")
# Headlines leave out the article before these: "hundred dollars".
WITHOUT_ARTICLE = words("hundred thousand million billion trillion")
# Behind "five thousand, six hundred" these, or nothing, say that it is one number.
BEHIND_A_SUM = words(", and dollars euros people pounds") | {""}
DOZENS = by_phrase({12: "dozen", 20: "score", 2: "couple | pair"})
DOZEN, COUPLE = "dozen", "couple"
# What makes a figure another one if it is left out: "5" of "5 million", of "5 dozen".
SCALE_WORDS = frozenset(SCALES) | {HUNDRED, DOZEN}
# Behind these a bare "dozen", "hundred", "million" is one.
BEFORE_A_DOZEN = words("additional another extra further good other")
SCORE, GRAND, GROSS = "score", "grand", "gross"
FRACTIONS = {
    **by_phrase(
        {
            Fraction(1, 2): "half | halves",
            Fraction(1, 4): "quarter | quarters",
            Fraction(1, 100): "hundredth | hundredths",
            Fraction(1, 10**3): "thousandth | thousandths",
            Fraction(1, 10**6): "millionth | millionths",
            Fraction(1, 10**9): "billionth | billionths",
            Fraction(1, 10**12): "trillionth | trillionths",
        }
    ),
    **{word + plural: Fraction(1, n) for word, n in ORDINALS.items() if n > 2 for plural in ("", "s")},
}
BARE_FRACTIONS = words("half quarter")
# Behind "half" and "quarter" these make a name of it: "half-time", "a half marathon", a quarter past.
NAMED_BY_A_PART = words("""
    back backs brother brothers final finalist finalists finals hearted marathon marathons mast moon past semi semis
    sister sisters term time timer timers
""")
POINT = "point"
POWER_SIGNS = words("* x ×")
MINUS = words("minus negative")
NONE = words("nil no nobody none")
ARTICLES = words("a an")
AND, OF, OR, ONE = "and", "of", "or", "one"
