"""Hedges and bounds."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, parted
from crosscheck.readings.lexicon.es.verbs import before_figures, contracted, forms

_PASSES = [form for verb in ("rebasar", "exceder", "sobrepasar") for form in forms(verb)]
_OVERCOMES = forms("superar")
"""Who overcomes two diseases says so of them, too; with an article it is mostly a bound."""
_ALREADY = ("", "ya", "con creces", "ampliamente", "de largo")
HEDGES = {
    phrase: english
    for english, phrases in {
        "perhaps": ["quizá", "quizás", "tal vez", "posiblemente"],
        "probably": ["probablemente"],
        "exactly": ["exactamente", "justo", "exactos", "exactas"],
        "about": [
            *before_figures(forms("rondar"), is_named=True),
            *contracted(
                parted("""
                    cerca de | alrededor de | en torno a | cerca a | cercano a | cercana a | cercanos a | cercanas a
                    en los alrededores de | del orden de | en el orden de
                """)
            ),
            *parted("""
                unos | unas | aproximadamente | aprox | aproximado de | aproximada de | un estimado de
                se estima en | estimado en | estimada en | estimados en | estimadas en | más o menos
                algo así como | a eso de | sobre los | sobre las | aproximados | aproximadas | en cerca de | hacia los
            """),
        ],
        "nearly": [
            *before_figures(forms("rozar")),
            *contracted(["se acerca a", "se acercan a", "se acercó a", "se acercaron a"]),
            *contracted(parted("poco menos de | algo menos de | un poco menos de | ligeramente menos de")),
            *contracted(["ligeramente por debajo de"]),
            *parted("""
                casi | prácticamente | cerca ya de | a punto de alcanzar | casi los | casi las | casi el | casi la
            """),
        ],
        "more than": [
            *before_figures(_PASSES, _ALREADY),
            *before_figures(_OVERCOMES, _ALREADY, is_named=True),
            *contracted(
                parted("más de | por encima de | superior a | superiores a | mayor a | mayores a | por más de")
            ),
            *parted("más de la | mayor de | mayor que | más que | arriba de | mayores de"),
        ],
        "well over": contracted(parted("muy por encima de | mucho más de | bastante más de | muy superior a")),
        "well under": contracted(parted("muy por debajo de | mucho menos de | bastante menos de | muy inferior a")),
        "just over": [
            *before_figures([*_PASSES, *_OVERCOMES], ("por poco", "ligeramente", "apenas")),
            *before_figures(f"apenas {form}" for form in [*_PASSES, *_OVERCOMES]),
            *contracted(
                parted("""
                    poco más de | algo más de | un poco más de | ligeramente más de | ligeramente por encima de
                    ligeramente superior a | apenas más de
                """)
            ),
            *parted("poco más de la | algo más de la"),
        ],
        "at least": [
            *contracted(
                ["no menos de", "no inferior a", "no inferiores a", "igual o superior a", "iguales o superiores a"]
            ),
            *contracted(["igual o mayor a", "igual o mayor que"]),
            *parted("""
                al menos | por lo menos | como mínimo | un mínimo de | mínimo | cuando menos | a lo menos | mínimo de
                lo menos | desde al menos
            """),
        ],
        "up to": parted("hasta | hasta los | hasta las | hasta el | hasta la | hasta en | hasta en un | hasta en una"),
        "at most": [
            *before_figures(f"no {form}" for form in [*_PASSES, *_OVERCOMES] if " " not in form),
            *before_figures(["sin superar", "sin rebasar", "sin exceder", "sin sobrepasar"]),
            *contracted(
                ["no más de", "no superior a", "no superiores a", "igual o inferior a", "iguales o inferiores a"]
            ),
            *parted("""
                como máximo | como mucho | todo lo más | un máximo de | máximo | a lo sumo | cuando mucho | a lo más
                máximo de | no mayor a | no mayor de
            """),
        ],
        "less than": [
            *before_figures(f"no {verb}" for verb in "alcanza alcanzan alcanzó alcanzaron alcanzaba alcanzará".split()),
            *contracted(f"no {verb} a" for verb in "llega llegan llegó llegaron llegaba llegaban llegará".split()),
            *contracted(["sin llegar a"]),
            *before_figures(["sin alcanzar"]),
            *contracted(parted("menos de | por debajo de | inferior a | inferiores a | menor a | menores a")),
            *parted("menos de la | menor de | menor que | menos que | debajo de | menores de"),
        ],
        "between": parted("entre | de entre | entre los | entre las | entre el"),
    }.items()
    for phrase in phrases
}
HEDGES_BEHIND = by_phrase(
    {
        "approximately": "aproximadamente | más o menos | aprox | aproximados | aproximadas | aproximado",
        "estimated": "estimados | estimadas | estimado | estimada | calculados | calculadas",
        "at least": "como poco | como mínimo | cuando menos",
        "or more": "o más | o mayores | o superior | en adelante",
        "or less": "o menos | o menores | o inferior",
        "and something": "y pico | y picos | y tantos | y tantas | y algo",
    }
)
