"""The same facts in five languages: every two sources agree or conflict as the English ones do."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from pathlib import Path

from factories import claims_file, document, workspace

LANGUAGES = ("en", "es", "pt", "fr", "de")
FACTS = {
    "aid, money": (
        (
            "around $14 billion",
            "unos 14.000 millones de dólares",
            "cerca de US$ 14 bilhões",
            "environ 14 milliards de dollars",
            "rund 14 Milliarden Dollar",
        ),
        ("$15 billion", "15.000 millones de dólares", "US$ 15 bilhões", "15 milliards de dollars", "15 Mrd. Dollar"),
    ),
    "debt, money": (
        (
            "$1.2 trillion",
            "1,2 billones de dólares",
            "US$ 1,2 trilhão",
            "1 200 milliards de dollars",
            "1,2 Billionen Dollar",
        ),
        (
            "$1,200 billion",
            "1,2 billones de dólares",
            "1,2 biliões de dólares",
            "1,2 billion de dollars",
            "1.200 Milliarden Dollar",
        ),
    ),
    "fine, money": (
        (
            "between 3 and 5 million euros",
            "entre 3 y 5 millones de euros",
            "entre 3 e 5 milhões de euros",
            "entre 3 et 5 millions d'euros",
            "zwischen 3 und 5 Millionen Euro",
        ),
        ("6 million euros", "6 millones de euros", "6 milhões de euros", "6 millions d'euros", "6 Mio. Euro"),
    ),
    "dead, count": (
        ("35 dead", "35 muertos", "35 mortos", "35 morts", "35 Tote"),
        (
            "thirty-five dead",
            "treinta y cinco muertos",
            "trinta e cinco mortos",
            "trente-cinq morts",
            "fünfunddreißig Tote",
        ),
    ),
    "crowd, count": (
        (
            "dozens of people",
            "docenas de personas",
            "dúzias de pessoas",
            "des douzaines de personnes",
            "Dutzende Menschen",
        ),
        (
            "just over 200 people",
            "algo más de 200 personas",
            "pouco mais de 200 pessoas",
            "un peu plus de 200 personnes",
            "gut 200 Menschen",
        ),
    ),
    "voters, count": (
        (
            "nearly 2 million people",
            "casi 2 millones de personas",
            "quase 2 milhões de pessoas",
            "près de 2 millions de personnes",
            "knapp 2 Millionen Menschen",
        ),
        (
            "2.5 million people",
            "dos millones y medio de personas",
            "2,5 milhões de pessoas",
            "2,5 millions de personnes",
            "zweieinhalb Millionen Menschen",
        ),
    ),
    "turnout, share": (
        (
            "a third of the voters",
            "un tercio de los electores",
            "um terço dos eleitores",
            "un tiers des électeurs",
            "ein Drittel der Wähler",
        ),
        ("32%", "el 32 %", "32%", "32 %", "32 Prozent"),
    ),
    "growth, share": (
        ("fell by 5%", "cayó un 5 %", "caiu 5%", "a baissé de 5 %", "sank um 5 Prozent"),
        ("rose by 5%", "subió un 5 %", "subiu 5%", "a augmenté de 5 %", "stieg um 5 Prozent"),
    ),
    "poverty, share": (
        ("one in four", "uno de cada cuatro", "um em cada quatro", "un sur quatre", "jeder Vierte"),
        ("more than 40%", "más del 40 %", "mais de 40%", "plus de 40 %", "mehr als 40 Prozent"),
    ),
    "start, date": (
        ("5 October 2024", "5 de octubre de 2024", "5 de outubro de 2024", "5 octobre 2024", "5. Oktober 2024"),
        (
            "late October 2024",
            "finales de octubre de 2024",
            "fim de outubro de 2024",
            "fin octobre 2024",
            "Ende Oktober 2024",
        ),
    ),
    "war, date": (
        (
            "late 1990s",
            "a finales de los años 90",
            "no fim dos anos 90",
            "à la fin des années 90",
            "Ende der 90er Jahre",
        ),
        ("1999", "1999", "1999", "1999", "1999"),
    ),
    "tower, date": (
        ("19th century", "siglo XIX", "século XIX", "XIXe siècle", "19. Jahrhundert"),
        ("in 1910", "en 1910", "em 1910", "en 1910", "im Jahr 1910"),
    ),
    "talks, date": (
        ("two weeks ago", "hace dos semanas", "há duas semanas", "il y a deux semaines", "vor zwei Wochen"),
        ("last week", "la semana pasada", "na semana passada", "la semaine dernière", "vergangene Woche"),
    ),
    "term, duration": (
        ("two and a half years", "dos años y medio", "dois anos e meio", "deux ans et demi", "zweieinhalb Jahre"),
        (
            "at least four years",
            "al menos cuatro años",
            "pelo menos quatro anos",
            "au moins quatre ans",
            "mindestens vier Jahre",
        ),
    ),
    "fire, quantity": (
        ("1,200 hectares", "1.200 hectáreas", "1.200 hectares", "1 200 hectares", "1.200 Hektar"),
        (
            "12 square kilometres",
            "12 kilómetros cuadrados",
            "12 quilômetros quadrados",
            "12 kilomètres carrés",
            "12 Quadratkilometer",
        ),
    ),
}
"""For every attribute two values, each in all languages."""


def test_sources_of_two_languages_agree_and_conflict_as_english_ones_do(tmp_path: Path) -> None:
    claims = defaultdict(list)
    for fact, values in FACTS.items():
        attribute = fact.partition(",")[0]
        for (one, a), (other, b) in product(*(list(zip(LANGUAGES, told, strict=True)) for told in values)):
            claim = {"subject": f"{one} {other}", "attribute": attribute}
            claims[one, "a"].append({**claim, "value": a})
            claims[other, "b"].append({**claim, "value": b})
    sheets = {
        f"{language}-{side}.yaml": claims_file(
            {"id": f"{language}-{side}", "language": language, "published": "2025-10-15"}, *rows
        )
        for (language, side), rows in claims.items()
    }
    attributes = "".join("{}: {{kind: {}}}\n".format(*fact.split(", ")) for fact in FACTS)
    root = workspace(tmp_path, sheets, attributes=attributes)
    said = defaultdict(set)
    for found in document(root, "--min-severity", "none")["findings"]:
        said[found["attribute"], found["subject"]].add((found["rule"], found["verdict"]))
    for fact, (one, other) in product(FACTS, product(LANGUAGES, repeat=2)):
        attribute = fact.partition(",")[0]
        assert said[attribute, f"{one} {other}"] == said[attribute, "en en"], (attribute, one, other)
    english = {verdict for (_, subject), found in said.items() if subject == "en en" for _, verdict in found}
    assert {"agreement", "tension", "contradiction"} <= english
