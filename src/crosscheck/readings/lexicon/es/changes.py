"""Changes: which way a figure goes, and by how much or to what."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, parted
from crosscheck.readings.lexicon.es.verbs import forms

_FALL = "desplomar depreciar devaluar abaratar".split()
_RISE = "subir aumentar crecer incrementar avanzar repuntar".split()
_RISE_ALONE = "incrementar elevar disparar apreciar expandir encarecer revaluar".split()

_STOPS = [*forms("dejar"), "dejado", "deje", "dejen"]
CHANGE_VERBS = {
    phrase: english
    for english, phrases in {
        "fell": [
            *forms("bajar"),
            *forms("descender", present="desciend"),
            *forms("retroceder"),
            *forms("decrecer"),
            *forms("reducir", past="reduj", reflexive=True),
            *(form for verb in _FALL for form in forms(verb, reflexive=True)),
            *parted("""
                cayó | cayeron | cae | caen | caía | caían | caerá | caerán | caería | caerían | ha caído | han caído
                había caído | habían caído | caer | cayendo | caído | disminuyó | disminuyeron | disminuye
                disminuyen | disminuía | disminuirá | disminuirán | disminuiría | ha disminuido | han disminuido
                disminuir | mermó | reducido
                se hundió | se hunde | se ha hundido | se contrajo | se contrajeron | se contrae | se contraen
                se contraerá | se contraería | se ha contraído
            """),
        ],
        "lost": forms("perder", present="pierd"),
        "cut": [*forms("recortar"), *forms("reducir", past="reduj"), "rebajó", "rebajaron", "rebajará", "rebajarán"],
        "rose": [
            *(form for verb in _RISE for form in forms(verb)),
            *(form for verb in _RISE_ALONE for form in forms(verb, reflexive=True)),
            *parted("escaló | escalaron | trepó | treparon"),
        ],
        "gained": forms("ganar"),
    }.items()
    for phrase in phrases
}
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
        "declines": "caídas | bajadas | descensos | reducciones | rebajas | recortes",
        "rises": "subidas | alzas | aumentos | incrementos",
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
CHANGE_PATTERNS = {
    "[un|una|la|el] {change} hasta [el|un|los|las] {measured}": "",
    "[un|una|la|el] {change} de|del {measured}": "a {measured} {change}",
    "[un|una|la|el] {change} de {number}": "a {change} of {number}",
    "[un|una|la|el] {change} {hedge} {measured}": "a {hedge} {measured} {change}",
    "[un|una|la|el] {change} de {hedge} {measured}": "a {hedge} {measured} {change}",
    "[un|una|la|el] {change} {period} de|del {measured}": "a {measured} {period} {change}",
    "[un|una|la|el] {change} {period} {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "[un|una|la|el] {change} {period} de {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "{verb} [un|una|los] {amount}": "{verb} {amount}",
    "{verb} en {amount}": "{verb} by {amount}",
    **{f"{form} al {{amount}}": "" for form in forms("crecer")},
    "{verb} a|al {amount}": "{verb} to {amount}",
    "{verb} hasta": "",
    "{verb} hasta el|los|las {amount}": "{verb} to {amount}",
    "{verb} hasta {hedge} {amount}": "{verb} to {hedge} {amount}",
    # What "bajó hasta 40 %" reached or fell by is not said; "hasta un 40 %" is by how much.
    "{verb} hasta {amount}": "{verb} to {amount}",
    "{verb} hasta {number} {percent}": "",
    "{verb} hasta {number} [de] {currency}": "",
    "{verb} hasta {money} {number}": "",
    "{verb} hasta un {number} {percent}": "{verb} up to {number}%",
    "{verb} hasta [un] {number} {point}": "{verb} up to {number} {point}",
    "{verb} hasta en [un|una] {amount}": "{verb} by up to {amount}",
    "{verb} {hedge} {amount}": "{verb} {hedge} {amount}",
    "{verb} [en] entre [el|los|las] {amount} y [el|los|las] {amount2}": "{verb} between {amount} and {amount2}",
    "{verb} en {hedge} {amount}": "{verb} by {hedge} {amount}",
    "{verb} a la|al": "",
    "{verb} por debajo de|del [un|los|las] {amount}": "{verb} below {amount}",
    "{verb} por encima de|del [un|los|las] {amount}": "{verb} above {amount}",
    **{f"no {form} a {{verb}}": "" for form in forms("llegar")},
    **{f"[no] {form} a la|las {{hour}} {{end}}": "" for form in forms("llegar")},
    # Who overcomes three obstacles does not exceed them.
    **{f"{form} los|las {{morninghour}} {{any}}": "" for form in forms("superar")},
    "sin llegar a {verb}": "",
    **{f"apenas {form} a": "" for form in forms("llegar")},
    **{f"no {form} para": "" for form in forms("alcanzar")},
    "a la baja|alza": "",
    "al alza": "",
    "a la baja {end}": "down",
    "al alza {end}": "up",
    "a la alza {end}": "up",
    **{f"{form} de": "" for form in _STOPS},
    # All of it, so that in an article nothing is left to be read.
    **{f"{form} de {{verb}} [un|una] {{amount}}": "" for form in _STOPS},
    "[un|una|el] {number} o|u {number2} {percent}": "{number} or {number2}%",
    "{start} de {number} a {number2} {any}": "{number} to {number2} {any}",
    "{start} de {number} a {number2} [de] {noun}": "{number} to {number2} {noun}",
    "{start} de {millions} a {millions2} millones": "{millions} to {millions2}",
    "{start} de {figure} a {figure2} mil": "{figure} to {figure2} thousand",
    "{start} de {number} a {number2} {percent}": "{number} to {number2}%",
    "{start} del {number} al {number2} {percent}": "{number} to {number2}%",
    "{verb} a {hedge} {amount}": "{verb} to {hedge} {amount}",
    "{verb} de|del|desde {amount} a|al|hasta {amount2}": "{verb} from {amount} to {amount2}",
    "{verb} de un {amount} a un {amount2}": "{verb} from {amount} to {amount2}",
    "{verb} [en] un|una {part}": "{verb} by a {part}",
    "[un|una|la|el] {change} de medio punto porcentual": "half a percentage point {change}",
}
