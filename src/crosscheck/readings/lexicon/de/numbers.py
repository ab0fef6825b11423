"""Number words and how figures are written."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon import by_phrase, words
from crosscheck.readings.lexicon.gathering import groups

KEPT = "äöü"
DECIMAL, OTHER_DECIMAL = ",", "."
OTHER_REGIONS = words("ch li")
"""Regions that write a point before decimals (CLDR 44)."""
ORDINAL_MARKS = (".",)

_UNITS = """
    null | ein eins eine einen einem einer eines | zwei zwo | drei | vier | fünf fuenf | sechs | sieben | acht | neun
    zehn | elf | zwölf zwoelf | dreizehn | vierzehn | fünfzehn fuenfzehn | sechzehn | siebzehn | achtzehn | neunzehn
"""
_TENS = """
    zwanzig | dreißig dreissig | vierzig | fünfzig fuenfzig | sechzig | siebzig | achtzig | neunzig
"""
_HUNDREDS = "einhundert hundert | zwei | drei | vier | fünf fuenf | sechs | sieben | acht | neun"


def _below_hundred() -> dict[str, int]:
    found = {word: number for number, group in enumerate(groups(_UNITS)) for word in group}
    before_tens = {word: number for word, number in found.items() if 1 < number < 10} | {"ein": 1}
    for place, group in enumerate(groups(_TENS), 2):
        for ten in group:
            found[ten] = 10 * place
            found |= {f"{unit}und{ten}": 10 * place + number for unit, number in before_tens.items()}
    return found


def _cardinals() -> dict[str, int | Fraction]:
    small = _below_hundred()
    found: dict[str, int | Fraction] = dict(small)
    for place, group in enumerate(groups(_HUNDREDS), 1):
        for word in group:
            hundred = word if place == 1 else f"{word}hundert"
            found[hundred] = 100 * place
            found |= {f"{hundred}{rest}": 100 * place + number for rest, number in small.items() if number}
            found |= {f"{hundred}und{rest}": 100 * place + number for rest, number in small.items() if 0 < number < 20}
    halves = {word: number for word, number in small.items() if 1 < number < 13} | {"ein": 1}
    found |= {f"{word}einhalb": number + Fraction(1, 2) for word, number in halves.items()}
    return found | {form: Fraction(3, 2) for form in ("anderthalb", "eineinhalbe", "anderthalbe")}


CARDINALS = _cardinals()
SCALES = by_phrase(
    {
        "thousand": "tausend | tsd. | tsd",
        "million": "million | millionen | mio. | mio | mill.",
        "billion": "milliarde | milliarden | mrd. | mrd | md. | mia. | mia",
        "trillion": "billion | billionen | bio. | bio | bill. | tausend milliarden",
    }
)
ALONE = words("tausend")
ARTICLES = words("ein eine einen einem einer eines")
HALVES: dict[str, str] = {}
JOINTS: frozenset[str] = frozenset()
ELISIONS: frozenset[str] = frozenset()
GLUED = words("tausend")

_ENDINGS = ("e", "er", "en", "em", "es")


def declined(text: str) -> str:
    """Every form of the adjectives of a text, which a `|` or the end of a line parts."""
    return " | ".join(word + ending for group in groups(text) for word in group for ending in _ENDINGS)


ORDINAL_WORDS = by_phrase(
    {
        "first": declined("erst"),
        "second": declined("zweit"),
        "third": declined("dritt"),
        "fourth": declined("viert"),
        "fifth": declined("fünft"),
        "sixth": declined("sechst"),
        "seventh": declined("siebt | siebent"),
        "eighth": declined("acht"),
        "ninth": declined("neunt"),
        "tenth": declined("zehnt"),
    }
)
PARTS = by_phrase(
    {
        "third": "drittel",
        "quarter": "viertel",
        "fifth": "fünftel",
        "sixth": "sechstel",
        "seventh": "siebtel",
        "eighth": "achtel",
        "ninth": "neuntel",
        "tenth": "zehntel",
        "hundredth": "hundertstel",
        "thousandth": "tausendstel",
    }
)
"""The names of fractions."""
PARTS_OR_PLACES: dict[str, str] = {}
FRACTION_COUNTS = by_phrase(
    {
        "two": "zwei | 2",
        "three": "drei | 3",
        "four": "vier | 4",
        "five": "fünf | 5",
        "six": "sechs | 6",
        "seven": "sieben | 7",
        "eight": "acht | 8",
        "nine": "neun | 9",
    }
)
NUMBER_WORDS = by_phrase(
    {
        "half": "die hälfte | der hälfte | hälfte",
        "half a million": "eine halbe million | einer halben million | halbe million",
        "half a billion": "eine halbe milliarde | einer halben milliarde | halbe milliarde",
        "half a trillion": "eine halbe billion | einer halben billion",
        "half a dozen": "ein halbes dutzend | einem halben dutzend | halbes dutzend",
        "a dozen": "ein dutzend | einem dutzend | dutzend",
        "trio": "ein trio | trio",
        "duo": "ein duo | duo",
        "quartet": "ein quartett | quartett",
        "none": "keiner | keine | keines | keinen",
        "no": "kein | keinerlei",
        "a hundred": "ein hundert",
        "quarter of a million": "eine viertelmillion | einer viertelmillion",
    }
)
TENS: dict[str, str] = {}
_ARTICLE = "[der|die|das|ein|eine|einen|dem|den|des]"
COLLECTIVES: dict[str, str] = {}
_EVERY = "jeder|jede|jedes|jeden|jedem"
_NTH = {
    2: "zweit",
    3: "dritt",
    4: "viert",
    5: "fünft",
    6: "sechst",
    7: "siebt",
    8: "acht",
    9: "neunt",
    10: "zehnt",
    20: "zwanzigst",
    50: "fünfzigst",
    100: "hundertst",
    1000: "tausendst",
}
FRACTIONS = {
    "[ein|einem|das|dem] {part}": "a {part}",
    "[die|den|der] {parts} {part}": "{parts} {part}s",
}
"""Fractions, alone and where any amount may stand: "fiel auf ein Drittel"."""
NUMBER_PATTERNS = {
    **FRACTIONS,
    "zwischen {figure} und {figure2} tausend": "between {figure} and {figure2} thousand",
    "zwischen {thousands} und {thousands2} tausend": "between {thousands} and {thousands2}",
    "{number} promille {end}": "{number} per thousand",
    "zwischen {millions} und {millions2} millionen|mio": "between {millions} and {millions2}",
    "zwischen {billions} und {billions2} milliarden|mrd": "between {billions} and {billions2}",
    "[von] {millions} bis|- {millions2} millionen|mio": "{millions} to {millions2}",
    "[von] {billions} bis|- {billions2} milliarden|mrd": "{billions} to {billions2}",
    "ein|eine {figure}": "{figure}",
    "der|die|das {figure}": "{figure}",
    "[ein|einem|das|dem] {part} der|des|aller": "a {part} of the",
    "[die|den|der] {parts} {part} der|des|aller": "{parts} {part}s of the",
    "{parts} {part} {scale}": "{parts} {part}s of a {scale}",
    "ein|einer {part} {scale}": "a {part} of a {scale}",
    "{parts} {part} {unit}": "{parts} {part}s of a {unit}",
    "ein {part} {unit}": "a {part} of a {unit}",
    "einer|eine|einem|eins von {number}": "one in {number}",
    "{number} von {number2}": "{number} in {number2}",
    "{number} der|dieser {number2}": "{number} of the {number2}",
    "{number} von den {number2}": "{number} of the {number2}",
    **{f"{_ARTICLE} {{figure}} - {own} -": "" for own in ("millionen", "milliarden", "billionen", "tausend")},
    **{
        f"{_ARTICLE} {{figure}} - {own} - {{currency}}": f"{{figure}} {english} {{currency}}"
        for own, english in (("millionen", "million"), ("milliarden", "billion"), ("billionen", "trillion"))
    },
    "{number} von {number2} {noun}": "{number} of {number2} {noun}",
    **{
        f"{_EVERY} {nth}er|{nth}e|{nth}es|{nth}en|{nth}em {{noun}}": f"one in {number} {{noun}}"
        for number, nth in _NTH.items()
    },
    **{f"{_EVERY} {nth}er|{nth}e|{nth}es|{nth}en|{nth}em": f"one in {number}" for number, nth in _NTH.items()},
    "ein|eine|einem|einer|einen knappe|knappen|knapper|knappes {scale}": "nearly one {scale}",
    "ein|eine|einem|einer|einen gute|guten|guter|gutes {scale}": "just over one {scale}",
    "ein|einem knappes|knappen {part}": "just under a {part}",
    "ein|einem gutes|guten {part}": "just over a {part}",
    "{number} dutzend": "{number} dozen",
    "{number} komma {number2}": "{number} point {number2}",
}
