"""Hedges, bounds, vague amounts, shares, changes and units."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase

PERCENT = by_phrase({"%": "% | pour cent | pourcent"})
POINTS = by_phrase(
    {
        "percentage points": "points de pourcentage | point de pourcentage | points de pour cent",
        "basis points": "points de base | point de base",
    }
)
HEDGES = by_phrase(
    {
        "perhaps": "peut-être",
        "probably": "probablement | sans doute",
        "exactly": "exactement | précisément",
        "about": """
            environ | quelque | autour de | autour d' | autour des | aux alentours de | aux alentours des
            aux environs de
            approximativement | à peu près | plus ou moins | de l'ordre de | de l'ordre d' | grosso modo | environ les
        """,
        "nearly": """
            près de | près d' | près du | près des | presque | quasiment | pas loin de | un peu moins de
            un peu moins d'
            à peine moins de | légèrement moins de | près de la | bientôt
        """,
        "more than": """
            plus de | plus d' | plus du | plus des | plus de la | plus que | au-dessus de | supérieur à | supérieurs à
            supérieure à | supérieures à | au-delà de | dépasse les | dépassent les | a dépassé les | ont dépassé les
        """,
        "just over": """
            un peu plus de | un peu plus d' | un peu plus du | un peu plus des | à peine plus de | légèrement plus de
            légèrement au-dessus de | légèrement supérieur à
        """,
        "at least": "au moins | au minimum | un minimum de | minimum | pas moins de | pas moins d' | à tout le moins",
        "up to": "jusqu'à | jusqu'aux | jusqu'au",
        "at most": "au plus | tout au plus | au maximum | un maximum de | maximum | pas plus de | pas plus d'",
        "less than": """
            moins de | moins d' | moins du | moins des | moins de la | au-dessous de | en dessous de | en-dessous de
            inférieur à | inférieure à | inférieurs à | inférieures à | moins que
        """,
        "between": "entre | entre les | entre le",
    }
)
HEDGES_BEHIND = by_phrase(
    {
        "approximately": "environ | approximativement | à peu près",
        "or more": "ou plus | et plus | et au-delà | et davantage",
        "or less": "ou moins | et moins",
    }
)
VAGUE = by_phrase(
    {
        "tens": "dizaines | des dizaines | les dizaines",
        "dozens": "douzaines | des douzaines",
        "hundreds": "centaines | des centaines | les centaines",
        "thousands": "milliers | des milliers | les milliers",
        "tens of thousands": "dizaines de milliers | des dizaines de milliers",
        "hundreds of thousands": "centaines de milliers | des centaines de milliers",
        "millions": "millions | des millions",
        "tens of millions": "dizaines de millions | des dizaines de millions",
        "hundreds of millions": "centaines de millions | des centaines de millions",
        "billions": "milliards | des milliards",
        "tens of billions": "dizaines de milliards | des dizaines de milliards",
        "hundreds of billions": "centaines de milliards | des centaines de milliards",
        "several": "plusieurs",
        "a few": "quelques",
        "many": "de nombreux | de nombreuses | nombreux | nombreuses",
        "most": """
            la plupart | la majorité | la plupart des | la majorité des | la grande majorité des | une majorité de
        """,
        "a minority": "une minorité | la minorité",
        "all": "tous | toutes",
        "both": "tous les deux | toutes les deux | les deux",
        "once": "une fois",
        "twice": "deux fois | à deux reprises",
    }
)
CHANGE_VERBS = by_phrase(
    {
        "fell": """
            a baissé | ont baissé | a diminué | ont diminué | a chuté | ont chuté | a reculé | ont reculé | est tombé
            est tombée | sont tombés | sont tombées | a fondu | s'est contracté | s'est contractée | s'est replié
            baissent | diminuent | chutent | reculent | recule | diminue | baissé | diminué | chuté
            a dégringolé | a plongé | a cédé | cède | reculé | est descendu | est descendue
        """,
        "lost": "a perdu | ont perdu | perd | perdent | perdu",
        "rose": """
            a augmenté | ont augmenté | a progressé | ont progressé | a crû | a grimpé | ont grimpé | a bondi
            ont bondi | est monté | est montée | sont montés | sont montées | a grandi | augmente | augmentent
            progresse
            progressent | grimpe | grimpent | bondit | bondissent | augmenté | progressé | grimpé | a flambé
            s'est apprécié | s'est accru | s'est accrue
        """,
        "gained": "a gagné | ont gagné | gagne | gagnent | gagné",
    }
)
CHANGE_NOUNS = by_phrase(
    {
        "drop": "baisse | chute | recul | diminution | réduction | repli | contraction | déclin | dépréciation",
        "rise": "hausse | augmentation | croissance | progression | bond | accroissement | appréciation",
        "deficit": "déficit",
        "surplus": "excédent",
        "loss": "perte",
        "losses": "pertes",
        "profit": "bénéfice | profit",
        "profits": "bénéfices | profits",
        "discount": "remise | rabais",
    }
)
COMPARATIVES = by_phrase(
    {
        "cheaper": "moins cher | moins chère | moins chers | moins chères",
        "dearer": "plus cher | plus chère | plus chers | plus chères",
        "higher": "plus élevé | plus élevée | plus élevés | plus élevées | plus haut | plus haute",
        "lower": "plus bas | plus basse | moins élevé | moins élevée",
        "faster": "plus rapide | plus rapides",
        "slower": "plus lent | plus lente",
        "larger": "plus grand | plus grande | plus grands | plus grandes",
        "smaller": "plus petit | plus petite | plus petits | plus petites",
        "more": "de plus",
        "less": "de moins",
    }
)
OF_A_PERIOD = by_phrase({"annual": "annuel | annuelle", "monthly": "mensuel | mensuelle", "quarterly": "trimestriel"})
REACHED = by_phrase(
    {
        "reached": "a atteint | ont atteint | atteint | atteignent | a totalisé",
        "a total of": "un total de | un total d' | au total",
        "a record": "un record de",
        "only": "seulement | uniquement",
        "on average": "en moyenne",
        "already": "déjà",
        "worth": "d'une valeur de | d'une valeur d'",
        "a sum of": "une somme de | la somme de | un montant de",
    }
)
AMOUNT_WORDS = by_phrase(
    {
        "of the": "du | des | de la | de l'",
        "of": "de | d'",
        "to the": "au | aux",
        "to": "à",
        "and": "et",
        "or": "ou",
        "in": "dans",
        "the": "le | la | les | l'",
        "per day": "par jour | quotidiens | quotidiennes",
        "per week": "par semaine | hebdomadaires",
        "per month": "par mois | mensuels | mensuelles",
        "per year": "par an | annuels | annuelles | par année",
        "per hour": "par heure | de l'heure",
        "per second": "par seconde",
        "per minute": "par minute",
        "per capita": "par habitant | par tête",
        "per person": "par personne",
        "additional": "supplémentaires | supplémentaire",
        "not counting": "sans compter | sans compter les | sans inclure | en excluant",
        "including": "dont | y compris | parmi lesquels | parmi lesquelles | parmi eux | parmi elles",
        "people": "personnes",
        "person": "personne",
        "dead": "morts | mortes",
        "injured": "blessés | blessées",
        "inhabitants": "habitants",
        "year-on-year": "sur un an",
        "so far": "à ce jour | jusqu'à présent | pour l'instant | pour le moment",
        "in total": "au total | en tout",
    }
)
MEASURED = {
    "[un|une] {number} {percent}": "{number}%",
    "{number} {point}": "{number} {point}",
    "{number} [de|d'] {unit}": "{number} {unit}",
    "{number} [de|d'] {currency}": "{number} {currency}",
    "{money} {number}": "{money}{number}",
    "{number} {money}": "{money}{number}",
    "{code} {number}": "{code} {number}",
}
"""A number with what it is in."""
AMOUNT = {"[un|une] {number}": "{number}", **MEASURED}
AMOUNT_PATTERNS = {
    "en moyenne {end}": "",
    "{number} {percent} {comparative} {end}": "{number}% {comparative}",
    "{number} {percent} {comparative} que": "{number}% {comparative} than",
    "{number} {percent} plus|moins": "",
    "{number} {percent} {comparative} de": "",
    "[les|le|un] {number} {percent}": "{number}%",
    "[une|un|la|le] {change} de|d' {measured}": "a {measured} {change}",
    "[une|un|la|le] {change} de|d' {number}": "a {change} of {number}",
    "[une|un|la|le] {change} de|d' {hedge} {measured}": "a {hedge} {measured} {change}",
    "[une|un|la|le] {change} {hedge} {measured}": "",
    "[une|un|la|le] {change} {period} de|d' {measured}": "a {measured} {period} {change}",
    "en hausse de|d' {measured}": "up {measured}",
    "en baisse de|d' {measured}": "down {measured}",
    "en hausse|baisse": "",
    "de|d' {amount} à {amount2}": "from {amount} to {amount2}",
    "{verb} de|d' {amount}": "{verb} by {amount}",
    "{verb} {amount}": "{verb} {amount}",
    "{verb} à {amount}": "{verb} to {amount}",
    "{verb} jusqu' à {amount}": "{verb} to {amount}",
    # What "a baissé jusqu'à 40 %" reached or fell by is not said.
    "{verb} jusqu'": "",
    "{verb} jusqu' à {number} {percent}": "",
    "{verb} jusqu' à {number} [de|d'] {currency}": "",
    "{verb} jusqu' à {money} {number}": "",
    "{verb} jusqu' à {number} {point}": "{verb} up to {number} {point}",
    "à la baisse|hausse": "",
    "à la baisse {end}": "down",
    "à la hausse {end}": "up",
    "{verb} de|d' {hedge} {amount}": "{verb} by {hedge} {amount}",
    "{verb} {hedge} {amount}": "{verb} {hedge} {amount}",
    "{verb} à {hedge} {amount}": "{verb} to {hedge} {amount}",
    "{verb} de|d' {amount} à {amount2}": "{verb} from {amount} to {amount2}",
    "{number} {noun} de plus {end}": "{number} more {noun}",
    "{number} {noun} de moins {end}": "{number} fewer {noun}",
    "{number} [de|d'] {currency} de plus {end}": "{number} {currency} more",
    "{number} [de|d'] {currency} de moins {end}": "{number} {currency} less",
    "{verb} d' un {part}": "{verb} by a {part}",
    "{number} {point} de plus {end}": "{number} {point} more",
    "{number} {point} de moins {end}": "{number} {point} less",
    "en recul|repli de|d' {measured}": "down {measured}",
    "en progression|augmentation de|d' {measured}": "up {measured}",
    "en hausse de|d' {hedge} {measured}": "up {hedge} {measured}",
    "en baisse de|d' {hedge} {measured}": "down {hedge} {measured}",
    "{number} autres {noun}": "another {number} {noun}",
    "{number} de plus {end}": "{number} more",
    "zéro {noun}": "no {noun}",
    "un demi - point de pourcentage": "half a percentage point",
    "{number} fois par {perunit}": "{number} times a {perunit}",
    "aucun|aucune {noun}": "no {noun}",
    "entre {number} {percent} et {number2} {percent2}": "between {number}% and {number2}%",
    "entre {number} et {number2} {percent}": "between {number} and {number2}%",
    "{number} à {number2} {percent}": "{number} to {number2}%",
    "moins {number} {percent} {end}": "minus {number}%",
    "{number} des|de {number2} {noun}": "{number} of {number2} {noun}",
    "âgé|âgée|âgés|âgées de {number} ans": "aged {number} years",
    "à l' âge de {number} ans": "aged {number} years",
    "à {number} ans {end}": "aged {number} years",
    "{number} ou {number2}": "{number} or {number2}",
    "[une|un|la|le] {opener} de|d' {amount}": "a {opener} of {amount}",
    "[une|un|la|le] {opener} de|d' {hedge} {amount}": "a {opener} of {hedge} {amount}",
}
NOUN_PHRASES = by_phrase({"people": "personnes", "dead": "morts", "injured": "blessés"})
OPENERS = by_phrase(
    {
        "population": "population",
        "sentence": "peine",
        "fine": "amende",
        "budget": "budget",
        "debt": "dette",
        "area": "superficie | surface",
        "height": "hauteur",
        "speed": "vitesse",
        "temperature": "température",
        "cost": "coût",
        "price": "prix",
        "investment": "investissement",
        "loan": "prêt",
        "salary": "salaire",
        "rate": "taux",
        "share": "part | proportion",
        "turnout": "participation",
        "distance": "distance",
        "capacity": "capacité",
        "prison sentence": "peine de prison",
        "unemployment rate": "taux de chômage",
        "inflation rate": "taux d'inflation",
        "inflation": "inflation",
        "poverty rate": "taux de pauvreté",
        "interest rate": "taux d'intérêt",
    }
)
