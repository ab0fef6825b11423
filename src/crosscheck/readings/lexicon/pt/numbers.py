"""Number words and how figures are written."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, words
from crosscheck.readings.lexicon.gathering import groups, tens

KEPT = ""
DECIMAL, OTHER_DECIMAL = ",", "."
OTHER_REGIONS: frozenset[str] = frozenset()
NORTHERN = words("pt")
"""Regions in which summer is from June to August. Elsewhere it may be another one."""
ORDINAL_MARKS = ("o", "a", "os", "as")

_UNITS = """
    zero | um uma | dois duas | três | quatro | cinco | seis | sete | oito | nove | dez | onze | doze | treze
    catorze quatorze | quinze | dezesseis dezasseis | dezessete dezassete | dezoito | dezenove dezanove
"""
_TENS = "vinte | trinta | quarenta | cinquenta cinqüenta | sessenta | setenta | oitenta | noventa"
_HUNDREDS = """
    duzentos duzentas | trezentos trezentas | quatrocentos quatrocentas | quinhentos quinhentas
    seiscentos seiscentas | setecentos setecentas | oitocentos oitocentas | novecentos novecentas
"""


def _below_hundred() -> dict[str, int]:
    found = {word: number for number, group in enumerate(groups(_UNITS)) for word in group}
    units = {word: number for word, number in found.items() if 0 < number < 10}
    for place, group in enumerate(groups(_TENS), 2):
        for ten in group:
            found[ten] = 10 * place
            found |= {f"{ten} e {unit}": 10 * place + number for unit, number in units.items()}
    return found


def _below_thousand() -> dict[str, int]:
    small = _below_hundred()
    found = {**small, "cem": 100}
    for place, group in enumerate([["cento"], *groups(_HUNDREDS)], 1):
        for hundred in group:
            found[hundred] = 100 * place
            found |= {f"{hundred} e {word}": 100 * place + number for word, number in small.items() if number}
    return found


CARDINALS = _below_thousand()
SCALES = by_phrase(
    {
        "thousand": "mil",
        "million": "milhão | milhões | mi | mi. | milh.",
        "billion": "bilhão | bilhões | mil milhões | bi | bi. | milhar de milhão",
        "trillion": "trilhão | trilhões | bilião | biliões | tri",
    }
)
ALONE = words("mil")
HALVES = by_phrase({"and a half": "e meio | e meia"})
JOINTS = words("e")
ELISIONS: frozenset[str] = frozenset()
GLUED: frozenset[str] = frozenset()

ORDINAL_WORDS = by_phrase(
    {
        "first": "primeiro | primeira",
        "second": "segundo | segunda",
        "third": "terceiro | terceira",
        "fourth": "quarto | quarta",
        "fifth": "quinto | quinta",
        "sixth": "sexto | sexta",
        "seventh": "sétimo | sétima",
        "eighth": "oitavo | oitava",
        "ninth": "nono | nona",
        "tenth": "décimo | décima",
    }
)
PARTS = by_phrase(
    {
        "third": "terço | terços | terça parte",
        "quarter": "quarta parte | quartas partes",
        "fifth": "quinta parte | quintas partes",
        "sixth": "sexta parte",
        "eighth": "oitava parte",
        "tenth": "décima parte | décimas partes",
        "hundredth": "centésima parte",
        "thousandth": "milésima parte",
    }
)
"""The names of fractions."""
PARTS_OR_PLACES = by_phrase(
    {
        "quarter": "quarto | quartos",
        "fifth": "quinto | quintos",
        "sixth": "sexto | sextos",
        "seventh": "sétimo | sétimos",
        "eighth": "oitavo | oitavos",
        "ninth": "nono | nonos",
        "tenth": "décimo",
    }
)
"""What names a fraction, and the place in an order: "um quarto caso"."""
FRACTION_COUNTS = by_phrase(
    {"two": "dois | duas | 2", "three": "três | 3", "four": "quatro | 4", "five": "cinco | 5", "seven": "sete | 7"}
)
NUMBER_WORDS = by_phrase(
    {
        "half": "a metade | metade | uma metade",
        "half a million": "meio milhão",
        "half a billion": "meio bilhão",
        "half a trillion": "meio trilhão",
        "half a dozen": "meia dúzia",
        "a dozen": "uma dúzia | dúzia",
        "a hundred thousand": "uma centena de milhar | uma centena de milhares",
        "ten thousand": "uma dezena de milhar | uma dezena de milhares",
        "half a thousand": "meio milhar",
        "one and a half million": "milhão e meio",
        "one and a half billion": "bilhão e meio",
        "one and a half trillion": "trilhão e meio | bilião e meio",
        "a couple": "um par",
        "trio": "um trio | trio",
        "quartet": "um quarteto | quarteto",
        "none": "nenhum | nenhuma",
    }
)
COLLECTIVES = by_phrase(
    {
        "about ten": "uma dezena | dezena",
        "a hundred": "uma centena | centena",
        "a thousand": "um milhar | milhar",
        "about fifty": "meia centena",
    }
)
TENS = tens("dois duas | três | quatro | cinco | seis | sete | oito | nove")
_ODD = "e pouco|poucos|poucas|tantos|tantas|tal|tais|pico|picos|quebrados"
FRACTIONS = {
    "um|uma|a {part}": "a {part}",
    "[as|os] {parts} {part}": "{parts} {part}s",
    "um {place} {end}": "a {place}",
    "{parts} {place}": "{parts} {place}s",
    "[a] metade": "half",
}
"""Fractions, alone and where any amount may stand: "caiu para um terço"."""
NUMBER_PATTERNS = {
    **FRACTIONS,
    "na casa dos {number} anos": "",
    "{collective} de milhões [de]": "{collective} million",
    "{collective} de bilhões [de]": "{collective} billion",
    "uma dúzia de milhões [de]": "a dozen million",
    "entre [os|as] {billions} e [os|as] {billions2} mil milhões [de]": "between {billions} and {billions2}",
    "entre [os|as] {figure} e [os|as] {figure2} mil": "between {figure} and {figure2} thousand",
    "entre [os|as] {thousands} e [os|as] {thousands2} mil": "between {thousands} and {thousands2}",
    "entre {figure} mil e {number2}": "between {figure} thousand and {number2}",
    "{number} por mil {end}": "{number} per thousand",
    "um quarto a menos {end}": "a quarter less",
    "um quarto a mais {end}": "a quarter more",
    "um quarto de {unit}": "a quarter of a {unit}",
    "um quarto de {span}": "a quarter of a {span}",
    "um|uma {part} a menos {end}": "a {part} less",
    "um|uma {part} a mais {end}": "a {part} more",
    "entre [os|as] {millions} e [os|as] {millions2} milhões [de]": "between {millions} and {millions2}",
    "entre {money} {millions} e {money2} {millions2} milhões": "between {money}{millions} and {money2}{millions2}",
    "{millions} a|- {millions2} milhões [de]": "{millions} to {millions2}",
    "entre [os|as] {billions} e [os|as] {billions2} bilhões [de]": "between {billions} and {billions2}",
    "entre {money} {billions} e {money2} {billions2} bilhões": "between {money}{billions} and {money2}{billions2}",
    "{billions} a|- {billions2} bilhões [de]": "{billions} to {billions2}",
    "meio {scale} de {currency}": "half a {scale} {currency}",
    "meio {scale} de {unit}": "half a {scale} {unit}",
    "[os] {parts} {place} de {span}": "{parts} {place}s of a {span}",
    "[os|as] {parts} {part} de {span}": "{parts} {part}s of a {span}",
    "[os|as] {parts} {part} de {unit}": "{parts} {part}s of a {unit}",
    "[os] {parts} {place} de {unit}": "{parts} {place}s of a {unit}",
    "um {part} de {unit}": "a {part} of a {unit}",
    "um {part} de {span}": "a {part} of a {span}",
    "um|uma|os|as {figure}": "{figure}",
    "o {figure}": "",
    "um {place} de|do|da {end}": "",
    "um {place} da|dos|das": "a {place} of the",
    "um {place} do": "a {place} of the",
    "{parts} {place} da|do|dos|das": "{parts} {place}s of the",
    "[os] {parts} {place} de {scale}": "{parts} {place}s of a {scale}",
    "[os] {parts} {part} de {scale}": "{parts} {part}s of a {scale}",
    "um quarto de {scale}": "a quarter of a {scale}",
    "um {part} de {scale}": "a {part} of a {scale}",
    "[as|os] {parts} {part} da|do|dos|das": "{parts} {part}s of the",
    "um|uma em cada {number}": "one in {number}",
    "um|uma de cada {number}": "one in {number}",
    "{number} em cada {number2}": "{number} in {number2}",
    "{number} de cada {number2}": "{number} in {number2}",
    "{number} por cada {number2} {noun}": "{number} per {number2} {noun}",
    f"{{two}} {_ODD}": "{two}-odd",
    f"{{two}} {_ODD} mil": "{two}-odd thousand",
    **{f"{ten} {_ODD}": f"{CARDINALS[ten]}-odd" for ten, *_ in groups(_TENS)},
    **{f"{ten} {_ODD} mil": f"{CARDINALS[ten]}-odd thousand" for ten, *_ in groups(_TENS)},
    f"{{number}} {_ODD}": "more than {number}",
    "{tens} dezenas [de]": "about {tens}",
    "[entre|de] {tens} e|a|ou {tens2} dezenas [de]": "between about {tens} and about {tens2}",
    "uma a|ou {tens} dezenas [de]": "between about ten and about {tens}",
    "{number} décimas": "",
    "{number} dúzias": "{number} dozen",
    "{number} centenas": "{number} hundred",
    "{number} vírgula {number2}": "{number} point {number2}",
}
