"""Vague amounts, shares, and what stands around an amount."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase
from crosscheck.readings.lexicon.es.changes import *  # noqa: F403
from crosscheck.readings.lexicon.es.changes import CHANGE_PATTERNS
from crosscheck.readings.lexicon.es.hedges import *  # noqa: F403
from crosscheck.readings.lexicon.es.verbs import contracted, forms
from crosscheck.readings.lexicon.gathering import onwards

PERCENT = by_phrase({"%": "% | por ciento | porciento | por 100"})
POINTS = by_phrase(
    {
        "percentage points": """
            puntos porcentuales | puntos de porcentaje | punto porcentual | puntos percentuales | pp | p.p.
        """,
        "basis points": "puntos básicos | punto básico | puntos base | punto base",
    }
)
VAGUE = by_phrase(
    {
        "tens": "decenas",
        "dozens": "docenas",
        "hundreds": "cientos | centenares | centenas",
        "thousands": "miles | millares",
        "tens of thousands": "decenas de miles | decenas de millares",
        "hundreds of thousands": "cientos de miles | centenares de miles",
        "millions": "millones",
        "tens of millions": "decenas de millones",
        "hundreds of millions": "cientos de millones | centenares de millones",
        "billions": "miles de millones",
        "tens of billions": "decenas de miles de millones",
        "hundreds of billions": "cientos de miles de millones",
        "trillions": "billones",
        "several": "varios | varias | diversos | diversas",
        "a few": "unos pocos | unas pocas | unos cuantos | unas cuantas | algunos | algunas | pocos | pocas",
        "many": "muchos | muchas | numerosos | numerosas",
        "most": """
            la mayoría | la mayor parte | la mayoría de los | la mayoría de las | la mayor parte de los
            la mayor parte de las | la gran mayoría | la inmensa mayoría | una mayoría | la amplia mayoría
        """,
        "a minority": "una minoría | la minoría",
        "all": "todos | todas | todos los | todas las",
        "both": "ambos | ambas",
        "once": "una vez",
        "twice": "dos veces | en dos ocasiones",
        "times": "veces",
    }
)
REACHED = by_phrase(
    {
        "reached": """
            alcanzó | alcanzaron | llegó a | llegaron a | sumó | sumaron | totalizó | totalizaron
            alcanza | alcanzan | llega a | llegan a | suman | ya suman | alcanzará | alcanzarán
        """,
        "stood at": """
            se situó en | se situaron en | se sitúa en | se ubicó en | se ubicaron en | se ubica en | se mantuvo en
            se colocó en
        """,
        "a total of": "total de | un total de | el total de",
        "a record": "un récord de | un record de",
        "only": "solo | sólo | solamente | apenas | tan solo | tan sólo | únicamente",
        "an average of": "un promedio de | una media de",
        "on average": "en promedio | de media | de promedio",
        "already": "ya | ya son",
        "killed": "murieron | mató | mataron",
        "leaving": "dejando",
        "left": "dejó | dejaron | deja",
        "recorded": "registró | registraron",
        "cost": "costó",
        "worth": "por valor de | por un valor de | valorado en | valorada en | valorados en | valoradas en",
        "to the tune of": "por un monto de | por un total de | por importe de",
        "a sum of": "la suma de | una suma de",
        "age": "edad de",
    }
)
_PLURAL = ("los", "las")
REACHED |= {
    f"{form}{ya} {article}": "reached" for form in forms("alcanzar") for ya in ("", " ya") for article in _PLURAL
}
REACHED |= dict.fromkeys(contracted(f"{form} a" for form in forms("llegar")), "reached")
AMOUNT_WORDS = by_phrase(
    {
        "of the": "de la | de los | de las | del | de el",
        "of": "de",
        "to the": "al | a la | a los | a las",
        "to": "a",
        "and": "y | e",
        "or": "o | u",
        "in": "en",
        "the": "el | la | los | las",
        "with": "con",
        "without": "sin",
        "by the": "por el | por la | por los | por las",
        "per": "por cada | cada",
        "for": "para",
        "each": "cada uno | cada una | por cabeza | c/u | cada quien",
        "per day": "diarios | diarias | al día | por día | cada día | diario | diaria",
        "per week": "semanales | semanal | a la semana | por semana | cada semana",
        "per month": "mensuales | mensual | al mes | por mes | cada mes",
        "per year": "anuales | anual | al año | por año | cada año",
        "per hour": "a la hora | por hora | cada hora",
        "per second": "por segundo",
        "per minute": "por minuto",
        "per capita": "per cápita | por habitante | por persona",
        "additional": "adicionales | adicional",
        "other": "otros | otras",
        "not counting": """
            sin contar | sin incluir | sin contar a | sin contar con | sin considerar | excluyendo | excluidos
            excluidas | excepto | salvo | exceptuando | descontando | descontados | descontadas | excluido | excluida
            a excepción de | con excepción de | con la excepción de | aparte | dejando fuera | descontado | descontada
            a excepción del | con excepción del | con la excepción del | exceptuado | exceptuada
        """,
        "including": "incluyendo | incluidos | incluidas | incluido | incluida | entre ellos | entre ellas",
        "together with": "junto con | junto a | además de | así como | aparte de | sumado a | sumados a | amén",
        "before tax": "antes de impuestos",
        "after tax": "después de impuestos",
        "people": "personas",
        "person": "persona",
        "dead": "muertos | muertas | fallecidos | fallecidas",
        "injured": "heridos | heridas | lesionados | lesionadas",
        "inhabitants": "habitantes",
        "year-on-year": "interanual | interanuales",
        "annualized": "anualizado | anualizada",
        "above sea level": "sobre el nivel del mar",
        "in total": "en total",
        "points": "puntos",
        "so far": "hasta el momento | hasta ahora | por el momento",
        "of them": "de ellos | de ellas",
        "of whom": "de los cuales | de las cuales",
    }
)
_MANY = frozenset({"tens", "dozens", "hundreds", "thousands"})
MEASURED = {
    "[un|una] {number} {percent}": "{number}%",
    "{number} {point}": "{number} {point}",
    "{number} [de] {unit}": "{number} {unit}",
    "{number} [de] {currency}": "{number} {currency}",
    "{money} {number}": "{money}{number}",
    "{money} {number} {code}": "{money}{number} {code}",
    "{money} {number} [de] {currency}": "{money}{number} {currency}",
    "{code} {number}": "{code} {number}",
}
"""A number with what it is in."""
AMOUNT = {"[un|una] {number}": "{number}", **MEASURED}
AMOUNT_PATTERNS = {
    **onwards(MEASURED, "para|hacia arriba", "años"),
    **onwards(MEASURED, "para|hacia abajo", "años", down=True),
    **CHANGE_PATTERNS,
    "en|de promedio|media {end}": "",
    "[un|una|el] {number} {percent} {comparative} {end}": "{number}% {comparative}",
    "[un|una|el] {number} {percent} {comparative} que": "{number}% {comparative} than",
    "[un|una|el] {number} {percent} más|menos de": "",
    "[un|una|el] {number} {percent} menos|más": "",
    "{number} {point} {comparative} {end}": "{number} {point} {comparative}",
    "{number} {unit} {comparative} {end}": "{number} {unit} {comparative}",
    "[un|una|el|los] {number} {percent}": "{number}%",
    "por persona|habitante y": "",
    "de|del {amount} a|al {amount2}": "from {amount} to {amount2}",
    "{number} {noun} más {end}": "{number} more {noun}",
    "{number} {noun} menos {end}": "{number} fewer {noun}",
    "en|a|de|del|al|por|con|y|e|o|u|sin|para|que|el|la|los|las|entre|durante|desde|hasta {end}": "",
    "otro|otra {number}": "another {number}",
    "otro millón [de]": "another million",
    "el|la mayor|menor de": "",
    "los|las mayores|menores de": "",
    "{number} más {end}": "{number} more",
    "otros|otras {number}": "another {number}",
    "cero {noun}": "no {noun}",
    "sin {noun} {end}": "no {noun}",
    "se situó|ubicó|colocó|mantuvo en {year}": "",
    "un|una solo|sola|único|única {any}": "a single {any}",
    "[un|una|el] {number} {percent} {comparative} que en {year}": "{number}% {comparative}",
    "[un|una|el] {number} {percent} {comparative} que hace {number2} {time}": "{number}% {comparative}",
    "{start} a {hedge} {number} [de] {unit}": "{hedge} {number} {unit}",
    "{start} a {hedge} {number} {length}": "{hedge} {number} {length}",
    "ni un|una solo|sola": "no",
    "medio punto porcentual": "half a percentage point",
    "de {number} a {number2} {unit}": "from {number} to {number2} {unit}",
    "entre el {number} {percent} y el {number2} {percent2}": "between {number}% and {number2}%",
    "entre un {number} {percent} y un {number2} {percent2}": "between {number}% and {number2}%",
    "entre el {number} y el {number2} {percent}": "between {number} and {number2}%",
    "entre un {number} y un {number2} {percent}": "between {number} and {number2}%",
    "el {number} {percent}": "{number}%",
    "{number} % {end}": "{number}%",
    "menos {number} {percent}": "minus {number}%",
    "{number} de {number2} {noun}": "{number} of {number2} {noun}",
    "cien por cien|ciento": "100%",
    "ciento por ciento": "100%",
    "a los {number} años [de] [edad]": "aged {number} years",
    "de {number} años [de] [edad] {end}": "aged {number} years",
    "{number} años de edad": "{number} years old",
    "[un|el] salario|sueldo mínimo de {amount}": "a minimum wage of {amount}",
    "[una|un|la|el] {opener} mínimo|máximo|mínima|máxima": "",
    "[una|un|la|el] {opener} mínimo|máximo|mínima|máxima de|del": "",
    "[una|un|la|el] {opener} mínimo|máximo|mínima|máxima de|del {amount}": "",
    "[una|un|la|el] {opener} de|del [un] {amount}": "a {opener} of {amount}",
    "[una|un|la|el] {opener} {hedge} {amount}": "a {opener} of {hedge} {amount}",
    "[una|un|la|el] {opener} de {hedge} {amount}": "a {opener} of {hedge} {amount}",
}
NOUN_PHRASES = by_phrase(
    {
        "people": "personas",
        "dead": "muertos | fallecidos",
        "injured": "heridos",
        "victims": "víctimas",
        "cases": "casos",
        "women": "mujeres",
        "men": "hombres",
        "children": "niños | niñas",
        "deaths": "muertes | fallecimientos",
        "soldiers": "soldados | militares",
        "police": "policías",
        "houses": "casas | viviendas",
        "jobs": "empleos | puestos de trabajo",
        "seats": "escaños",
        "votes": "votos",
    }
)
ONES = by_phrase(
    {
        "dead": "muerto | muerta | fallecido | fallecida",
        "injured": "herido | herida | lesionado | lesionada",
        "victim": "víctima",
        "case": "caso",
        "woman": "mujer",
        "man": "hombre",
        "child": "niño | niña",
        "death": "muerte",
        "soldier": "soldado | militar",
        "vote": "voto",
        "seat": "escaño",
        "detainee": "detenido | detenida",
    }
)
"""Of these there may be one, which an article says of other words, too."""
AMOUNT_PATTERNS |= {f"un|una solo|sola|único|única {word}": f"a single {english}" for word, english in ONES.items()}
AMOUNT_PATTERNS |= {f"unos|unas {word}": english for word, english in VAGUE.items() if english in _MANY}
OPENERS = by_phrase(
    {
        "population": "población",
        "sentence": "condena | pena | sentencia",
        "fine": "multa",
        "bail": "fianza",
        "budget": "presupuesto",
        "debt": "deuda",
        "area": "superficie | área | extensión",
        "length": "longitud",
        "height": "altura",
        "depth": "profundidad",
        "weight": "peso",
        "speed": "velocidad",
        "temperature": "temperatura",
        "cost": "costo | coste",
        "price": "precio",
        "investment": "inversión",
        "loan": "préstamo",
        "reward": "recompensa",
        "salary": "salario | sueldo",
        "rate": "tasa",
        "share": "porcentaje | proporción",
        "turnout": "participación",
        "distance": "distancia",
        "capacity": "capacidad",
        "value": "valor",
        "sum": "suma | monto",
        "average": "promedio",
        "maximum": "máxima de | máximo histórico de",
        "majority": "mayoría",
        "duration": "duración",
        "prison sentence": "pena de prisión | pena de cárcel | condena de prisión | condena de cárcel",
        "unemployment rate": "tasa de desempleo | tasa de paro",
        "inflation rate": "tasa de inflación",
        "inflation": "inflación",
        "poverty rate": "tasa de pobreza",
        "interest rate": "tasa de interés | tipo de interés",
    }
)
