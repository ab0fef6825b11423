"""Hedges, bounds, vague amounts, shares, changes and units."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, phrases, words

PERCENT = by_phrase({"%": "% | por ciento | porciento | por 100"})
UNITS = by_phrase(
    {
        "second": "segundo",
        "seconds": "segundos",
        "minute": "minuto",
        "minutes": "minutos",
        "hour": "hora",
        "hours": "horas",
        "day": "día | jornada",
        "days": "días | jornadas",
        "week": "semana",
        "weeks": "semanas",
        "fortnight": "quincena",
        "fortnights": "quincenas",
        "month": "mes",
        "months": "meses",
        "quarter": "trimestre",
        "quarters": "trimestres",
        "year": "año",
        "years": "años",
        "decade": "década | decenio | lustro y medio",
        "decades": "décadas | decenios",
        "century": "siglo",
        "centuries": "siglos",
        "metre": "metro",
        "metres": "metros | mts. | mts",
        "kilometre": "kilómetro",
        "kilometres": "kilómetros | kms",
        "centimetre": "centímetro",
        "centimetres": "centímetros",
        "millimetre": "milímetro",
        "millimetres": "milímetros",
        "mile": "milla",
        "miles": "millas",
        "nautical mile": "milla náutica | milla marina",
        "nautical miles": "millas náuticas | millas marinas",
        "inch": "pulgada",
        "inches": "pulgadas",
        "foot": "pie",
        "feet": "pies",
        "yard": "yarda",
        "yards": "yardas",
        "hectare": "hectárea | has.",
        "hectares": "hectáreas",
        "acre": "acre",
        "acres": "acres",
        "square metre": "metro cuadrado",
        "square metres": "metros cuadrados",
        "square kilometre": "kilómetro cuadrado",
        "square kilometres": "kilómetros cuadrados",
        "square centimetres": "centímetros cuadrados",
        "square miles": "millas cuadradas",
        "square feet": "pies cuadrados",
        "cubic metre": "metro cúbico",
        "cubic metres": "metros cúbicos",
        "cubic kilometres": "kilómetros cúbicos",
        "cubic centimetres": "centímetros cúbicos",
        "cubic feet": "pies cúbicos",
        "gram": "gramo",
        "grams": "gramos",
        "kilogram": "kilogramo | kilo",
        "kilograms": "kilogramos | kilos | kgs",
        "milligram": "miligramo",
        "milligrams": "miligramos",
        "microgram": "microgramo",
        "micrograms": "microgramos",
        "tonne": "tonelada | tonelada métrica | tn.",
        "tonnes": "toneladas | toneladas métricas | tns.",
        "short tons": "toneladas cortas",
        "kilotonnes": "kilotoneladas",
        "megatonnes": "megatoneladas",
        "quintal": "quintal",
        "quintals": "quintales",
        "ounce": "onza",
        "ounces": "onzas",
        "troy ounce": "onza troy",
        "troy ounces": "onzas troy",
        "litre": "litro",
        "litres": "litros | lts",
        "millilitre": "mililitro",
        "millilitres": "mililitros",
        "hectolitres": "hectolitros",
        "barrel": "barril",
        "barrels": "barriles",
        "gallon": "galón",
        "gallons": "galones",
        "degree": "grado",
        "degrees": "grados",
        "degree Celsius": "grado celsius | grado centígrado",
        "degrees Celsius": "grados celsius | grados centígrados | °c | ° c",
        "degrees Fahrenheit": "grados fahrenheit | °f | ° f",
        "watt": "vatio | watt",
        "watts": "vatios | watts",
        "kilowatts": "kilovatios | kilowatts",
        "megawatt": "megavatio | megawatt",
        "megawatts": "megavatios | megawatts",
        "gigawatts": "gigavatios | gigawatts",
        "kilowatt-hour": "kilovatio hora | kilovatio-hora",
        "kilowatt-hours": "kilovatios hora | kilovatios-hora | kilovatios por hora consumidos",
        "megawatt-hours": "megavatios hora | megavatios-hora",
        "gigawatt-hours": "gigavatios hora | gigavatios-hora",
        "terawatt-hours": "teravatios hora | teravatios-hora",
        "volt": "voltio",
        "volts": "voltios",
        "hertz": "hercio | hercios | hertz",
        "megahertz": "megahercio | megahercios",
        "decibels": "decibelios | decibeles",
        "horsepower": "caballos de fuerza",
        "joules": "julios de energía",
        "calories": "calorías",
        "kilocalories": "kilocalorías",
        "bytes": "bytes",
        "gigabytes": "gigabytes | gigas",
        "megabytes": "megabytes | megas",
        "terabytes": "terabytes | teras",
        "knots": "nudos",
        "carats": "quilates",
        "miles per hour": "millas por hora",
        "kilometres per hour": "kilómetros por hora",
        "metres per second": "metros por segundo",
        "light-years": "años luz",
        "light-year": "año luz",
        "business days": "días hábiles | días laborables",
        "business day": "día hábil | día laborable",
    }
)
TIMES_OF = {name: english for name, english in UNITS.items() if english.rstrip("s") in words(
    "minute hour day week fortnight month quarter year decade century centurie"
)}  # fmt: skip
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
        "exactly": "exactamente | justo | exactos | exactas",
        "about": """
            unos | unas | cerca de | alrededor de | aproximadamente | en torno a | en torno al | en torno a los
            en torno a las | cerca del | alrededor del | cerca de los | cerca de las | alrededor de los
            alrededor de las | aprox | aproximado de | aproximada de | un estimado de | se estima en | estimado en
            estimada en | estimados en | estimadas en | más o menos | del orden de | en el orden de | algo así como
            a eso de | sobre los | sobre las | aproximados | aproximadas | cerca a | cercano a | cercana a
            cercanos a | cercanas a | en cerca de | hacia los
        """,
        "nearly": """
            casi | prácticamente | cerca ya de | poco menos de | algo menos de | un poco menos de | rozando
            rozando los | rozando las | ligeramente menos de | ligeramente por debajo de | a punto de alcanzar
            poco menos del | casi un | casi una | casi los | casi las | casi el | casi la
        """,
        "more than": """
            más de | más del | más de los | más de las | más de la | por encima de | por encima del | superior a
            superior al | superiores a | superiores al | por encima de los | por encima de las | mayor de | mayor a
            mayores a | mayor que | supera los | supera las | supera el | superan los | superan las | superan el
            superó los | superó las | superó el | superaron los | superaron las | superaron el | más que | más de un
            más de una | arriba de | mayores de | por más de | superior a los | superior a las | superiores a los
            superiores a las
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
        "up to": """
            hasta | hasta los | hasta las | hasta el | hasta la | hasta un | hasta una
        """,
        "at most": """
            como máximo | un máximo de | máximo | no más de | no más del | a lo sumo | cuando mucho | a lo más
            máximo de | no mayor a | no superior a | no mayor de
        """,
        "less than": """
            menos de | menos del | menos de los | menos de las | menos de la | por debajo de | por debajo del
            inferior a | inferior al | inferiores a | menor a | menor de | menores a | menor que | menos que
            menos de un | menos de una | debajo de | por debajo de los | por debajo de las | inferior a los
            inferior a las | menores de
        """,
        "between": "entre | de entre | entre los | entre las | entre el | entre un | entre unos | entre unas",
    }
)
HEDGES_BEHIND = by_phrase(
    {
        "approximately": "aproximadamente | más o menos | aprox | aproximados | aproximadas | aproximado",
        "or more": "o más | o mayores | o superior | en adelante",
        "or less": "o menos | o menores | o inferior",
        "and a bit": "y pico | y tantos | y tantas | y algo",
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
CHANGES = by_phrase(
    {
        "fell": """
            cayó | cayeron | bajó | bajaron | disminuyó | disminuyeron | descendió | descendieron | se redujo
            se redujeron | retrocedió | retrocedieron | se contrajo | se contrajeron | se desplomó | se desplomaron
            se hundió | decreció | mermó | perdió | perdieron | se depreció | cedió | recortó | recortaron | redujo
            redujeron | cae | caen | baja | bajan | ha caído | han caído | ha bajado | han bajado | cayendo | bajando
            se devaluó
        """,
        "rose": """
            subió | subieron | aumentó | aumentaron | creció | crecieron | se incrementó | se incrementaron
            incrementó | incrementaron | ascendieron un | se elevó un | se disparó | se dispararon | avanzó | avanzaron
            repuntó | repuntaron | ganó | ganaron | se apreció | sube | suben | aumenta | aumentan | crece | crecen
            ha subido | han subido | ha aumentado | han aumentado | ha crecido | han crecido | subiendo | aumentando
            se expandió | se encareció | se encarecieron
        """,
        "drop": """
            caída | bajada | baja | disminución | descenso | reducción | retroceso | desplome | contracción | recorte
            merma | rebaja | depreciación | devaluación
        """,
        "rise": """
            subida | alza | aumento | incremento | crecimiento | repunte | avance | ascenso | apreciación
            encarecimiento
        """,
        "deficit": "déficit",
        "surplus": "superávit",
        "loss": "pérdida",
        "losses": "pérdidas",
        "profit": "ganancia | beneficio | utilidad",
        "profits": "ganancias | beneficios | utilidades",
    }
)
CHANGE_NOUNS = {name: english for name, english in CHANGES.items() if english in ("drop", "rise", "deficit", "surplus")}
REACHED = by_phrase(
    {
        "reached": """
            alcanzó | alcanzaron | llegó a | llegaron a | sumó | sumaron | totalizó | totalizaron
            alcanza | llega a
        """,
        "a total of": "un total de | el total de | en total",
        "a record": "un récord de | un record de",
        "only": "solo | sólo | solamente | apenas | tan solo | tan sólo | únicamente",
        "an average of": "un promedio de | una media de | en promedio | de media",
        "already": "ya",
        "worth": "por valor de | por un valor de | valorado en | valorada en | valorados en | valoradas en",
        "to the tune of": "por un monto de | por un total de | por importe de",
        "a sum of": "la suma de | una suma de",
        "age": "edad de",
    }
)
AMOUNT_WORDS = by_phrase(
    {
        "of the": "de la | de los | de las | del",
        "of": "de",
        "to the": "al | a la | a los | a las",
        "to": "a",
        "and": "y | e",
        "or": "o | u",
        "in": "en",
        "the": "el | la | los | las | lo",
        "with": "con",
        "without": "sin",
        "by the": "por el | por la | por los | por las",
        "per": "por | por cada | al | cada",
        "for": "para",
        "among": "entre",
        "each": "cada uno | cada una | por cabeza | c/u | cada quien",
        "a day": "diarios | diarias | al día | por día | cada día | diario | diaria",
        "a week": "semanales | semanal | a la semana | por semana | cada semana",
        "a month": "mensuales | mensual | al mes | por mes | cada mes",
        "a year": "anuales | anual | al año | por año | cada año",
        "an hour": "a la hora | por hora | la hora | cada hora",
        "a second": "por segundo",
        "a minute": "por minuto",
        "per capita": "per cápita | por habitante | por persona",
        "more": "más",
        "less": "menos",
        "additional": "adicionales | adicional",
        "other": "otros | otras | otro | otra",
        "not counting": """
            sin contar | sin incluir | sin contar a | sin contar con | sin considerar | excluyendo | excluidos
            excluidas | excepto | salvo | exceptuando | descontando | descontados | descontadas | excluido | excluida
        """,
        "including": "incluyendo | incluidos | incluidas | incluido | incluida | entre ellos | entre ellas",
        "together with": "junto con | junto a | además de | así como | aparte de",
        "alone": "solo",
        "inhabitants": "habitantes",
        "people": "personas",
        "person": "persona",
        "dead": "muertos | muertas | fallecidos | fallecidas",
        "injured": "heridos | heridas | lesionados",
        "high": "de altura | de alto",
        "long": "de largo | de longitud",
        "wide": "de ancho",
        "deep": "de profundidad",
        "year-on-year": "interanual | interanuales",
        "above zero": "sobre cero",
        "below zero": "bajo cero",
        "barrels of oil equivalent": "barriles de petróleo equivalente | barriles equivalentes de petróleo",
        "-": "–",
    }
)
AMOUNT_PATTERNS = {
    "un|una {number} {percent} menos|menor|inferior": "{number}% less",
    "un|una {number} {percent} más|mayor|superior": "{number}% more",
    "{number} {percent} menos": "{number}% less",
    "{number} {percent} más": "{number}% more",
    "{number} {percent}": "{number}%",
    "un {number} {percent}": "{number}%",
    "el {number} {percent}": "{number}%",
    "[una|un|la|el] {change} de|del {number} {percent}": "a {number}% {change}",
    "[una|un|la|el] {change} de|del {number} {point}": "a {number} {point} {change}",
    "{number} {noun} más": "{number} more {noun}",
    "{number} {noun} menos": "{number} fewer {noun}",
    "{number} más": "{number} more",
    "otros|otras {number}": "another {number}",
    "de {number} a {number2} {unit}": "from {number} to {number2} {unit}",
    "por {unit}": "per {unit}",
    "por cada {number}": "per {number}",
}
NOUN_PHRASES = by_phrase({"people": "personas", "dead": "muertos | fallecidos", "injured": "heridos"})
REFUSED = phrases("""
    excepto | salvo | salvo que | si | aunque | pero | sino | según | quizá | quizás | tal vez | acaso | ni | no | nunca
    como | cual | cuyo | cuya | cuyos | cuyas | que | quien | quienes | donde | cuando | mientras | porque | pues
    doble | triple | cuádruple | mitad más | por mil | resto | demás | demasiado | demasiada | demasiados | demasiadas
    mismo | misma | mismos | mismas | propio | propia | neto | netos | neta | netas | bruto | brutos | bruta | brutas
    constantes | reales | nominales | ajustado | ajustada | ajustados | corregido | corregidos | libra | libras
    arroba | arrobas | fanega | fanegas | cuadra | cuadras | manzanas | caballería | caballerías | tareas de tierra
    vara | varas | legua | leguas | centavo | centavos | céntimo | céntimos | peniques | lustro | lustros | bienio
    trienio | cuatrienio | quinquenio | sexenio | semestre | semestres | bimestre | bimestres | cuatrimestre
    cuatrimestres | respectivamente | juntos | juntas | conjunto | promedio | media | mediana | máxima | mínima
    contra | frente | versus | vs | respecto | comparado | comparada | comparados | comparadas | desde hace | tras
    menores de edad | largos | largas | cortas | escasos | escasas | sendos | sendas | tantos | tantas | pico | y pico
    menos un | menos una | ex | anti | sub | mil doscientos avos | avos | quinta esencia | ida y vuelta
    menor | mayor | mejor | peor | mayores | menores | superior | inferior | superiores | inferiores
    falsos | falsas | presuntos | presuntas | supuestos | supuestas | posibles | posible | probable | probables
    casi ninguno | poco | poca | mucho | mucha | bastante | bastantes | ambos dos | medio | medios | medias
""")
REFUSED_ENDINGS = ("mente", "ando", "iendo", "yendo")
NOUNS = words("""
    paz luz oro gas ley mar rey red vez sal té pan voz ojo oso mes año día sol río tío tía ave gol goles uso vía bar
    club bando comando contrabando bandos comandos mando mandos viviendo mente vicepresidente ong pib
    res rol bus son fe
    eje ejes islas isla
""")
