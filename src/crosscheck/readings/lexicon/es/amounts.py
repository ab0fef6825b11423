"""Hedges, bounds, vague amounts, shares, changes and units."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase
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
HEDGES = by_phrase(
    {
        "perhaps": "quizá | quizás | tal vez | posiblemente",
        "probably": "probablemente",
        "exactly": "exactamente | justo | exactos | exactas",
        "about": """
            unos | unas | cerca de | alrededor de | aproximadamente | en torno a | en torno al | en torno a los
            en torno a las | cerca del | alrededor del | cerca de los | cerca de las | alrededor de los
            alrededor de las | aprox | aproximado de | aproximada de | un estimado de | se estima en | estimado en
            estimada en | estimados en | estimadas en | más o menos | del orden de | en el orden de | algo así como
            a eso de | sobre los | sobre las | aproximados | aproximadas | cerca a | cercano a | cercana a
            cercanos a | cercanas a | cercano al | cercana al | en cerca de | ronda los | ronda las | rondan los
            rondan las | rondaba los | en los alrededores de | hacia los
        """,
        "nearly": """
            casi | prácticamente | cerca ya de | poco menos de | algo menos de | un poco menos de | rozando
            rozando los | rozando las | roza el | roza los | roza las | rozan los | rozan el | ligeramente menos de
            ligeramente por debajo de | a punto de alcanzar
            poco menos del | casi los | casi las | casi el | casi la
        """,
        "more than": """
            más de | más del | más de los | más de las | más de la | por encima de | por encima del | superior a
            superior al | superiores a | superiores al | por encima de los | por encima de las | mayor de | mayor a
            mayores a | mayor que | supera los | supera las | supera el | superan los | superan las | superan el
            superó los | superó las | superó el | superaron los | superaron las | superaron el | más que | arriba de
            mayores de | por más de | sobrepasa los | sobrepasa las | sobrepasó los | sobrepasan los
            sobrepasan las | superior a los | superior a las | superiores a los | superiores a las
        """,
        "just over": """
            poco más de | poco más del | algo más de | algo más del | un poco más de | un poco más del
            ligeramente más de | ligeramente por encima de | ligeramente superior a | apenas más de | poco más de los
            poco más de las | algo más de los | algo más de las | poco más de la | algo más de la
        """,
        "at least": """
            al menos | por lo menos | como mínimo | un mínimo de | mínimo | cuando menos | no menos de | no menos del
            a lo menos | al menos unos | al menos unas | mínimo de | lo menos | desde al menos
        """,
        "up to": "hasta | hasta los | hasta las | hasta el | hasta la",
        "at most": """
            como máximo | como mucho | un máximo de | máximo | no más de | no más del | a lo sumo | cuando mucho
            a lo más | máximo de | no mayor a | no superior a | no mayor de
        """,
        "less than": """
            menos de | menos del | menos de los | menos de las | menos de la | por debajo de | por debajo del
            inferior a | inferior al | inferiores a | menor a | menor de | menores a | menor que | menos que
            debajo de | por debajo de los | por debajo de las | inferior a los
            inferior a las | menores de
        """,
        "between": "entre | de entre | entre los | entre las | entre el",
    }
)
HEDGES_BEHIND = by_phrase(
    {
        "approximately": "aproximadamente | más o menos | aprox | aproximados | aproximadas | aproximado",
        "estimated": "estimados | estimadas | estimado | estimada | calculados | calculadas",
        "or more": "o más | o mayores | o superior | en adelante",
        "or less": "o menos | o menores | o inferior",
        "and something": "y pico | y picos | y tantos | y tantas | y algo",
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
CHANGE_VERBS = by_phrase(
    {
        "fell": """
            cayó | cayeron | bajó | bajaron | disminuyó | disminuyeron | descendió | descendieron | se redujo
            se redujeron | retrocedió | retrocedieron | se contrajo | se contrajeron | se desplomó | se desplomaron
            se hundió | decreció | decrecieron | mermó | se depreció | cae | caen | baja | bajan | ha caído
            han caído | ha bajado | han bajado | cayendo | bajando | se devaluó | ha disminuido | disminuye
            disminuyen | se reduce | desciende | descienden | se contrae | retrocede | retroceden | se abarató
            se abarataron | ha descendido | había caído | había bajado | caerá | caerán | bajará | bajarán
            disminuirá | se reducirá | descenderá | caer | bajar | disminuir | descender | caído | reducido
        """,
        "lost": "perdió | perdieron | pierde | pierden",
        "cut": "recortó | recortaron | redujo | redujeron | reduce | reducen | rebajó | rebajaron",
        "rose": """
            subió | subieron | aumentó | aumentaron | creció | crecieron | se incrementó | se incrementaron
            incrementó | incrementaron | se elevó | se elevaron | se disparó | se dispararon | avanzó | avanzaron
            repuntó | repuntaron | se apreció | sube | suben | aumenta | aumentan | crece | crecen | se eleva
            ha subido | han subido | ha aumentado | han aumentado | ha crecido | han crecido | subiendo | aumentando
            se expandió | se encareció | se encarecieron | creciendo | había aumentado | había crecido | crecerá
            crecerán | subirá | subirán | aumentará | aumentarán | crecer | subir | aumentar | se incrementa
            se incrementará | escaló | escalaron | trepó | treparon
        """,
        "gained": "ganó | ganaron | gana | ganan",
    }
)
CHANGE_NOUNS = by_phrase(
    {
        "drop": """
            caída | bajada | disminución | descenso | reducción | retroceso | desplome | contracción | recorte
            merma | rebaja | depreciación | devaluación
        """,
        "rise": """
            subida | alza | aumento | incremento | crecimiento | repunte | ascenso | apreciación | encarecimiento
            expansión
        """,
        "deficit": "déficit",
        "surplus": "superávit",
        "loss": "pérdida",
        "losses": "pérdidas",
        "profit": "ganancia | beneficio | utilidad",
        "profits": "ganancias | beneficios | utilidades",
        "discount": "descuento",
    }
)
COMPARATIVES = by_phrase(
    {
        "cheaper": "más barato | más barata | más baratos | más baratas",
        "dearer": "más caro | más cara | más caros | más caras",
        "higher": "más alto | más alta | más altos | más altas | superior | superiores | más elevado | más elevada",
        "lower": "más bajo | más baja | más bajos | más bajas | inferior | inferiores",
        "faster": "más rápido | más rápida | más rápidos | más rápidas",
        "slower": "más lento | más lenta | más lentos | más lentas",
        "larger": "más grande | más grandes | mayor | mayores",
        "smaller": "más pequeño | más pequeña | más pequeños | más pequeñas | menor | menores",
        "longer": "más largo | más larga",
        "shorter": "más corto | más corta",
        "warmer": "más cálido | más cálida | más caliente",
        "colder": "más frío | más fría",
        "older": "más viejo | más vieja",
        "younger": "más joven",
        "more": "más",
        "less": "menos",
    }
)
OF_A_PERIOD = by_phrase(
    {"annual": "anual", "monthly": "mensual", "quarterly": "trimestral", "year-on-year": "interanual"}
)
REACHED = by_phrase(
    {
        "reached": """
            alcanzó | alcanzaron | llegó a | llegaron a | sumó | sumaron | totalizó | totalizaron
            alcanza | llega a
        """,
        "a total of": "un total de | el total de",
        "a record": "un récord de | un record de",
        "only": "solo | sólo | solamente | apenas | tan solo | tan sólo | únicamente",
        "an average of": "un promedio de | una media de",
        "on average": "en promedio | de media | de promedio",
        "already": "ya",
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
        "so far": "hasta el momento | hasta ahora | por el momento",
        "of them": "de ellos | de ellas",
        "of whom": "de los cuales | de las cuales",
    }
)
MEASURED = {
    "[un|una] {number} {percent}": "{number}%",
    "{number} {point}": "{number} {point}",
    "{number} [de] {unit}": "{number} {unit}",
    "{number} [de] {currency}": "{number} {currency}",
    "{money} {number}": "{money}{number}",
    "{code} {number}": "{code} {number}",
}
"""A number with what it is in."""
AMOUNT = {"[un|una] {number}": "{number}", **MEASURED}
AMOUNT_PATTERNS = {
    **onwards(MEASURED, "para|hacia arriba", "años"),
    **onwards(MEASURED, "para|hacia abajo", "años", down=True),
    "en|de promedio|media {end}": "",
    "[un|una|el] {number} {percent} {comparative} {end}": "{number}% {comparative}",
    "[un|una|el] {number} {percent} {comparative} que": "{number}% {comparative} than",
    "[un|una|el] {number} {percent} más|menos de": "",
    "[un|una|el] {number} {percent} menos|más": "",
    "{number} {point} {comparative} {end}": "{number} {point} {comparative}",
    "{number} {unit} {comparative} {end}": "{number} {unit} {comparative}",
    "[un|una|el|los] {number} {percent}": "{number}%",
    "[un|una|la|el] {change} de|del {measured}": "a {measured} {change}",
    "[un|una|la|el] {change} de {number}": "a {change} of {number}",
    "[un|una|la|el] {change} {hedge} {measured}": "a {hedge} {measured} {change}",
    "[un|una|la|el] {change} de {hedge} {measured}": "a {hedge} {measured} {change}",
    "[un|una|la|el] {change} {period} de|del {measured}": "a {measured} {period} {change}",
    "[un|una|la|el] {change} {period} {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "[un|una|la|el] {change} {period} de {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "por persona|habitante y": "",
    "de|del {amount} a|al {amount2}": "from {amount} to {amount2}",
    "{verb} [un|una|los] {amount}": "{verb} {amount}",
    "{verb} en {amount}": "{verb} by {amount}",
    "{verb} a|al|hasta {amount}": "{verb} to {amount}",
    "{verb} hasta el|un|los|las {amount}": "{verb} to {amount}",
    "{verb} {hedge} {amount}": "{verb} {hedge} {amount}",
    "{verb} en {hedge} {amount}": "{verb} by {hedge} {amount}",
    "{verb} a la|al": "",
    "{verb} por debajo|encima de|del {amount}": "",
    "{verb} a {hedge} {amount}": "{verb} to {hedge} {amount}",
    "{verb} de|del|desde {amount} a|al|hasta {amount2}": "{verb} from {amount} to {amount2}",
    "{verb} de un {amount} a un {amount2}": "{verb} from {amount} to {amount2}",
    "{number} {noun} más {end}": "{number} more {noun}",
    "{number} {noun} menos {end}": "{number} fewer {noun}",
    "en|a|de|del|al|por|con|y|e|o|u|sin|para|que|el|la|los|las|entre|durante|desde|hasta {end}": "",
    "otro|otra {number}": "another {number}",
    "otro millón [de]": "another million",
    "el|la mayor|menor de": "",
    "los|las mayores|menores de": "",
    "{number} más {end}": "{number} more",
    "otros|otras {number}": "another {number}",
    "{verb} [en] un|una {part}": "{verb} by a {part}",
    "cero {noun}": "no {noun}",
    "sin {noun} {end}": "no {noun}",
    "ni un|una solo|sola": "no",
    "medio punto porcentual": "half a percentage point",
    "[un|una|la|el] {change} de medio punto porcentual": "half a percentage point {change}",
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
