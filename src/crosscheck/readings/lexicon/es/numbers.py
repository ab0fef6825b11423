"""Number words and how figures are written."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, words
from crosscheck.readings.lexicon.gathering import groups, tens

KEPT = "ñ"
ACCENTED = words("bajó")
DECIMAL, OTHER_DECIMAL = ",", "."
OTHER_REGIONS = words("419 mx us pr gt hn ni sv pa do pe br bz cu")
"""Regions that write a point before decimals (CLDR 44)."""
PARTS_MILLIONS = True
OPEN_DECIMALS = True
NORTHERN = words("es mx us")
"""Regions in which summer is from June to August. Elsewhere it may be another one."""
ORDINAL_MARKS = ("ero", "era", "ro", "ra", "er", "do", "da", "to", "ta", "vo", "va", "mo", "ma", "no", "na", "o", "a")

_UNITS = """
    cero | uno un una | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | once | doce | trece
    catorce | quince | dieciséis | diecisiete | dieciocho | diecinueve | veinte | veintiuno veintiún veintiuna
    veintidós | veintitrés | veinticuatro | veinticinco | veintiséis | veintisiete | veintiocho | veintinueve
"""
_TENS = "treinta | cuarenta | cincuenta | sesenta | setenta | ochenta | noventa"
_HUNDREDS = """
    doscientos doscientas | trescientos trescientas | cuatrocientos cuatrocientas | quinientos quinientas
    seiscientos seiscientas | setecientos setecientas | ochocientos ochocientas | novecientos novecientas
"""


def _below_hundred() -> dict[str, int]:
    found = {word: number for number, group in enumerate(groups(_UNITS)) for word in group}
    units = {word: number for word, number in found.items() if 0 < number < 10}
    for place, (ten,) in enumerate(groups(_TENS), 3):
        found[ten] = 10 * place
        for unit, number in units.items():
            found[f"{ten} y {unit}"] = found[f"{ten}i{unit}"] = 10 * place + number
    return found | {"diez y seis": 16, "diez y siete": 17, "diez y ocho": 18, "diez y nueve": 19}


def _below_thousand() -> dict[str, int]:
    small = _below_hundred()
    found = {**small, "cien": 100}
    hundreds = [["ciento"], *groups(_HUNDREDS)]
    for place, group in enumerate(hundreds, 1):
        for hundred in group:
            found[hundred] = 100 * place
            found |= {f"{hundred} {word}": 100 * place + number for word, number in small.items() if number}
    return found


CARDINALS = _below_thousand()
SCALES = by_phrase(
    {
        "thousand": "mil",
        "million": "millón | millones | mill. | mills.",
        "billion": "mil millones | millardo | millardos | mil millón | mil mill.",
        "trillion": "billón | billones",
    }
)
ALONE = words("mil")
ARTICLES = words("un una")
HALVES = by_phrase({"and a half": "y medio | y media", "and a quarter": "y cuarto"})
JOINTS: frozenset[str] = frozenset()
ELISIONS: frozenset[str] = frozenset()
GLUED: frozenset[str] = frozenset()

ORDINAL_WORDS = by_phrase(
    {
        "first": "primer | primero | primera",
        "second": "segundo | segunda",
        "third": "tercer | tercero | tercera",
        "fourth": "cuarto | cuarta",
        "fifth": "quinto | quinta",
        "sixth": "sexto | sexta",
        "seventh": "séptimo | séptima",
        "eighth": "octavo | octava",
        "ninth": "noveno | novena",
        "tenth": "décimo | décima",
    }
)
PARTS = by_phrase(
    {
        "third": "tercio | tercios | tercera parte | terceras partes",
        "quarter": "cuarta parte | cuartas partes",
        "fifth": "quinta parte | quintas partes",
        "sixth": "sexta parte | sextas partes",
        "seventh": "séptima parte | séptimas partes",
        "eighth": "octava parte | octavas partes",
        "ninth": "novena parte | novenas partes",
        "tenth": "décima parte | décimas partes",
        "hundredth": "centésima parte",
        "thousandth": "milésima parte",
    }
)
"""The names of fractions."""
PARTS_OR_PLACES = by_phrase(
    {
        "quarter": "cuarto | cuartos",
        "fifth": "quinto | quintos",
        "sixth": "sexto | sextos",
        "seventh": "séptimo | séptimos",
        "eighth": "octavo | octavos",
        "ninth": "noveno | novenos",
        "tenth": "décimo | décimos",
    }
)
"""What names a fraction, and the place in an order: "un cuarto caso"."""
FRACTION_COUNTS = by_phrase(
    {
        "two": "dos | 2",
        "three": "tres | 3",
        "four": "cuatro | 4",
        "five": "cinco | 5",
        "six": "seis | 6",
        "seven": "siete | 7",
        "eight": "ocho | 8",
        "nine": "nueve | 9",
    }
)
NUMBER_WORDS = by_phrase(
    {
        "half": "la mitad | mitad | una mitad",
        "half a million": "medio millón",
        "half a billion": "medio millar de millones",
        "half a dozen": "media docena",
        "a dozen": "una docena | docena",
        "about fifteen": "una quincena de",
        "about forty": "una cuarentena de",
        "half a thousand": "medio millar",
        "a couple": "un par",
        "trio": "un trío | trío",
        "duo": "un dúo | dúo",
        "quartet": "un cuarteto | cuarteto",
        "quintet": "un quinteto | quinteto",
        "one and a half million": "millón y medio",
        "one and a half trillion": "billón y medio",
        "half a trillion": "medio billón",
        "none": "ninguno | ninguna",
        "no": "ningún",
    }
)
COLLECTIVES = by_phrase(
    {
        "about ten": "una decena | decena",
        "about twenty": "una veintena | veintena",
        "about thirty": "una treintena | treintena",
        "a hundred": "un centenar | centenar",
        "a thousand": "un millar | millar",
        "about fifty": "una cincuentena | cincuentena | medio centenar | media centena",
    }
)
TENS = tens("dos | tres | cuatro | cinco | seis | siete | ocho | nueve")
FRACTIONS = {
    "un|una|la {part}": "a {part}",
    "[las|los] {parts} {part}": "{parts} {part}s",
    "un {place} {end}": "a {place}",
    "[los] {parts} {place}": "{parts} {place}s",
}
"""Fractions, alone and where any amount may stand: "cayó a un tercio"."""
NUMBER_PATTERNS = {
    **FRACTIONS,
    "la {collective}": "",
    "{collective} de millones [de]": "{collective} million",
    "una docena de millones [de]": "a dozen million",
    "entre [los|las] {billions} y [los|las] {billions2} mil millones [de]": "between {billions} and {billions2}",
    "entre [los|las] {figure} y [los|las] {figure2} mil": "between {figure} and {figure2} thousand",
    "entre [los|las] {thousands} y [los|las] {thousands2} mil": "between {thousands} and {thousands2}",
    "supera|superan|superó|superaron el millón [de]": "more than one million",
    "[el|un] {number} por mil {end}": "{number} per thousand",
    "un|una {part} menos {end}": "a {part} less",
    "un|una {part} más {end}": "a {part} more",
    "un|una {part} aproximadamente {end}": "about a {part}",
    "entre [los|las] {many} y [los|las] {few} millones [de]": "between {many} and {few} million",
    "{many} a|- {few} millones [de]": "{many} to {few} million",
    "entre [los|las] {millions} y [los|las] {millions2} millones [de]": "between {millions} and {millions2}",
    "entre {money} {millions} y {money2} {millions2} millones": "between {money}{millions} and {money2}{millions2}",
    "{millions} a|- {millions2} millones [de]": "{millions} to {millions2}",
    "medio {scale} de {currency}": "half a {scale} {currency}",
    "medio {scale} de {unit}": "half a {scale} {unit}",
    "[los] {parts} {place} de {span}": "{parts} {place}s of a {span}",
    "[los|las] {parts} {part} de {unit}": "{parts} {part}s of a {unit}",
    "[los] {parts} {place} de {unit}": "{parts} {place}s of a {unit}",
    "un|una|los|las {figure}": "{figure}",
    "el|la {figure}": "",
    "un {place} de|del {end}": "",
    "un {place} de la|los|las": "a {place} of the",
    "un {place} del": "a {place} of the",
    "[un] {place} de {span}": "a {place} of a {span}",
    "[un] {place} de {thing}": "a {place} of a {thing}",
    "[un] {place} de {scale}": "a {place} of a {scale}",
    "un|una {part} de {span}": "a {part} of a {span}",
    "un|una {part} de {thing}": "a {part} of a {thing}",
    "[los] {parts} {place} de {scale}": "{parts} {place}s of a {scale}",
    "[los] {parts} {part} de {scale}": "{parts} {part}s of a {scale}",
    "un {part} de {scale}": "a {part} of a {scale}",
    "[los] {parts} {place} de {thing}": "{parts} {place}s of a {thing}",
    "[las|los] {parts} {part} de {thing}": "{parts} {part}s of a {thing}",
    "uno|una de cada {number}": "one in {number}",
    "{number} de cada {number2}": "{number} in {number2}",
    "el millón [de]": "one million",
    "uno|una de [cada] {number}": "one in {number}",
    "{number} por cada {number2} {noun}": "{number} per {number2} {noun}",
    "{number} por cien": "",
    "{number} docenas": "{number} dozen",
    "{number} centenares": "{number} hundred",
    "{tens} decenas [de]": "about {tens}",
    "[entre|de] {tens} y|a|o {tens2} decenas [de]": "between about {tens} and about {tens2}",
    "una a|o {tens} decenas [de]": "between about ten and about {tens}",
    "{number} centenas": "{number} hundred",
    "{two} y pico|picos|tantos|tantas|algo [de]": "{two}-odd",
    **{f"{ten} y pico|picos|tantos|tantas|algo [de]": f"{CARDINALS[ten]}-odd" for (ten,) in groups(_TENS)},
    "{number} y pico|picos|tantos|tantas|algo [de]": "more than {number}",
    "{number} décimas": "",
    "{number} coma {number2}": "{number} point {number2}",
    "[un|el] {number} coma {number2} {percent}": "{number} point {number2} percent",
    "[un] millón {number}": "one million {number}",
    "[un] centenar y medio [de]": "a hundred and fifty",
    "[un] millar y medio [de]": "1.5 thousand",
    "[una] docena y media [de]": "one and a half dozen",
    "un par de millones [de]": "a couple of million",
    "un par de miles [de]": "a couple of thousand",
    "un par de cientos|centenares [de]": "a couple of hundred",
    "un par de docenas [de]": "a couple of dozen",
    "{hedge} [un|una|el|la] {tally} [de]": "{hedge} {tally}",
    "{collective} de {unit}": "{collective} {unit}",
    "{hedge} {part}": "{hedge} a {part}",
    "{hedge} millón [de]": "{hedge} one million",
    **{f"{ten} y pico|tantos|tantas mil [de]": f"{CARDINALS[ten]}-odd thousand" for (ten,) in groups(_TENS)},
    **{f"[un] {ten} y pico|tantos {{percent}}": f"{CARDINALS[ten]}-odd percent" for (ten,) in groups(_TENS)},
    "[un] {two} y pico|tantos {percent}": "{two}-odd percent",
    "uno|una de cada {number} y": "",
}
