"""Number words and how figures are written."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, words
from crosscheck.readings.lexicon.gathering import tens

KEPT = ""
ACCENTED = words("dès où")
DECIMAL, OTHER_DECIMAL = ",", "."
OTHER_REGIONS: frozenset[str] = frozenset()
ORDINAL_MARKS = ("ème", "ère", "eme", "ere", "nde", "er", "re", "nd", "e")

_UNITS = """
    zéro | un une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze
    quinze | seize | dix-sept | dix-huit | dix-neuf
"""
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "septante": 70, "huitante": 80, "nonante": 90}


def _small() -> dict[str, int]:
    groups = [group.split() for line in _UNITS.splitlines() for group in line.split("|") if group.split()]
    return {word: number for number, group in enumerate(groups) for word in group}


def _below_hundred() -> dict[str, int]:
    small = _small()
    found = dict(small)
    units = {word: number for word, number in small.items() if 0 < number < 10}
    for ten, number in [*_TENS.items(), ("soixante", 60), ("quatre-vingt", 80)]:
        found[ten] = number
        following = small if ten in ("soixante", "quatre-vingt") else units
        found |= {f"{ten}-{word}": number + unit for word, unit in following.items() if unit}
    for ten, number in [*_TENS.items(), ("soixante", 60)]:
        found |= {f"{ten} et {one}": number + 1 for one in ("un", "une")}
    return found | {"soixante et onze": 71, "quatre-vingts": 80}


def _spelled(written: str) -> set[str]:
    """With hyphens, without them, and with all of the spelling of 1990."""
    return {written, written.replace("-", " "), written.replace(" ", "-")}


def _below_thousand() -> dict[str, int]:
    small = _below_hundred()
    found = {**small, "cent": 100}
    found |= {f"cent {word}": 100 + number for word, number in small.items() if number}
    for hundred, number in _small().items():
        if 2 <= number <= 9:
            found[f"{hundred} cents"] = found[f"{hundred} cent"] = 100 * number
            found |= {f"{hundred} cent {word}": 100 * number + rest for word, rest in small.items() if rest}
    return {spelled: number for written, number in found.items() for spelled in _spelled(written)}


CARDINALS = _below_thousand()
SCALES = by_phrase(
    {
        "thousand": "mille",
        "million": "million | millions",
        "billion": "milliard | milliards | md | mds | mrd | mrds",
        "trillion": "billion | billions | mille milliards",
    }
)
ALONE = words("mille")
ARTICLES = words("un une")
HALVES = by_phrase({"and a half": "et demi | et demie"})
JOINTS: frozenset[str] = frozenset()
ELISIONS = words("l d qu jusqu lorsqu puisqu quoiqu n s c j m t")
GLUED: frozenset[str] = frozenset()

ORDINAL_WORDS = by_phrase(
    {
        "first": "premier | première",
        "second": "deuxième | second | seconde",
        "third": "troisième",
        "fourth": "quatrième",
        "fifth": "cinquième",
        "sixth": "sixième",
        "seventh": "septième",
        "eighth": "huitième",
        "ninth": "neuvième",
        "tenth": "dixième",
    }
)
PARTS = by_phrase({"third": "tiers", "quarter": "quart | quarts", "hundredth": "centième | centièmes"})
"""The names of fractions."""
PARTS_OR_PLACES = by_phrase(
    {
        "fifth": "cinquième | cinquièmes",
        "sixth": "sixième | sixièmes",
        "seventh": "septième | septièmes",
        "eighth": "huitième | huitièmes",
        "ninth": "neuvième | neuvièmes",
        "tenth": "dixième | dixièmes",
    }
)
"""What names a fraction, and the place in an order: "un cinquième cas"."""
FRACTION_COUNTS = by_phrase(
    {
        "two": "deux | 2",
        "three": "trois | 3",
        "four": "quatre | 4",
        "five": "cinq | 5",
        "six": "six | 6",
        "seven": "sept | 7",
    }
)
NUMBER_WORDS = by_phrase(
    {
        "half": "la moitié | moitié",
        "half a million": "un demi-million | demi-million",
        "half a billion": "un demi-milliard | demi-milliard",
        "half a dozen": "une demi-douzaine | demi-douzaine",
        "a dozen": "une douzaine | douzaine",
        "about eight": "une huitaine de | une huitaine d'",
        "about fifteen": "une quinzaine de | une quinzaine d'",
        "about forty": "une quarantaine de | une quarantaine d'",
        "trio": "un trio | trio",
        "duo": "un duo | duo",
        "none": "aucun | aucune",
    }
)
COLLECTIVES = by_phrase(
    {
        "about ten": "une dizaine",
        "about twenty": "une vingtaine",
        "about thirty": "une trentaine",
        "about fifty": "une cinquantaine",
        "about sixty": "une soixantaine",
        "about a hundred": "une centaine",
        "about a thousand": "un millier",
    }
)
TENS = tens("deux | trois | quatre | cinq | six | sept | huit | neuf")
FRACTIONS = {
    "un|le {part}": "a {part}",
    "[les] {parts} {part}": "{parts} {part}s",
    "un {place} {end}": "a {place}",
    "[les] {parts} {place}": "{parts} {place}s",
}
"""Fractions, alone and where any amount may stand: "tombé à un tiers"."""
NUMBER_PATTERNS = {
    **FRACTIONS,
    "{collective} de|d' {unit}": "{collective} {unit}",
    "{collective} de millions [de|d']": "{collective} million",
    "{collective} de milliards [de|d']": "{collective} billion",
    "une quinzaine d' années": "about fifteen years",
    "entre [les] {figure} et [les] {figure2} mille": "between {figure} and {figure2} thousand",
    "entre [les] {thousands} et [les] {thousands2} mille": "between {thousands} and {thousands2}",
    "entre [les] {millions} et [les] {millions2} millions [de|d']": "between {millions} and {millions2}",
    "entre [les] {billions} et [les] {billions2} milliards [de|d']": "between {billions} and {billions2}",
    "{millions} à|- {millions2} millions [de|d']": "{millions} to {millions2}",
    "{billions} à|- {billions2} milliards [de|d']": "{billions} to {billions2}",
    "{number} pour mille {end}": "{number} per thousand",
    "un demi - {scale} de|d' {currency}": "half a {scale} {currency}",
    "un demi - {scale} de|d' {unit}": "half a {scale} {unit}",
    "trois quarts d' heure": "three quarters of an hour",
    "{number} {any} sur {number2}": "{number} in {number2} {any}",
    "plus d' un|une {any} sur {number2}": "more than one in {number2} {any}",
    "près d' un|une {any} sur {number2}": "nearly one in {number2} {any}",
    "moins d' un|une {any} sur {number2}": "less than one in {number2} {any}",
    "un {part} de moins {end}": "a {part} less",
    "un {part} de plus {end}": "a {part} more",
    "une fois sur {number}": "one in {number}",
    "un|une|le|la|les|l' {figure}": "{figure}",
    "un|le {part} des|du": "a {part} of the",
    "un|le {part} de {span}": "a {part} of a {span}",
    "un|le quart d' heure": "a quarter of an hour",
    "un|le {part} d' {unit}": "",
    "[les] {parts} {part} de|d' {unit}": "",
    "un {place} des|du": "a {place} of the",
    "[les] {parts} {part} de|d' {scale}": "{parts} {part}s of a {scale}",
    "un {part} de|d' {scale}": "a {part} of a {scale}",
    "[les] {parts} {part} des|du": "{parts} {part}s of the",
    "[les] {parts} {place} des|du": "{parts} {place}s of the",
    "un|une sur {number}": "one in {number}",
    "{number} sur {number2}": "{number} in {number2}",
    "un|une {noun} sur {number}": "one in {number} {noun}",
    "{number} {noun} sur {number2}": "{number} in {number2} {noun}",
    "plus d' une dizaine": "more than ten",
    "plus d' une vingtaine": "more than twenty",
    "plus d' une trentaine": "more than thirty",
    "plus d' une cinquantaine": "more than fifty",
    "plus d' une centaine": "more than a hundred",
    "plus d' un millier": "more than a thousand",
    "près d' une centaine": "nearly a hundred",
    "près d' un millier": "nearly a thousand",
    "au moins une dizaine": "at least ten",
    "au moins une centaine": "at least a hundred",
    "{number} pour mille": "",
    "{number} virgule {number2}": "{number} point {number2}",
    "{number} douzaines": "{number} dozen",
    "{number} centaines": "{number} hundred",
    "{number} ou {number2} centaines": "{number} or {number2} hundred",
    "{number} ou {number2} douzaines": "{number} or {number2} dozen",
    "{tens} dizaines [de|d']": "about {tens}",
    "[entre] {tens} et|à|ou {tens2} dizaines [de|d']": "between about {tens} and about {tens2}",
    "une à|ou {tens} dizaines [de|d']": "between about ten and about {tens}",
}
