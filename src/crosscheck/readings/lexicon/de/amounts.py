"""Hedges, bounds, vague amounts, shares, changes and units."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase
from crosscheck.readings.lexicon.de.numbers import declined

PERCENT = by_phrase({"%": "% | prozent | vom hundert | v.h."})
POINTS = by_phrase(
    {
        "percentage points": "prozentpunkte | prozentpunkten | prozentpunkt",
        "basis points": "basispunkte | basispunkten | basispunkt",
    }
)
HEDGES = by_phrase(
    {
        "perhaps": "vielleicht | möglicherweise | eventuell",
        "probably": "wahrscheinlich | vermutlich | wohl",
        "exactly": "genau | exakt | präzise",
        "about": """
            rund | etwa | ungefähr | circa | zirka | ca. | um die | schätzungsweise | in etwa | an die | geschätzt
            grob | in der größenordnung von | so um die | mehr oder weniger | um rund
            etwa um die | so etwa | plus/minus | ungefähr um die | rund um die
        """,
        "nearly": """
            fast | beinahe | nahezu | annähernd | knapp | etwas weniger als | ein wenig weniger als | kaum weniger als
            ein bisschen weniger als | knapp unter | etwas unter | nicht ganz | bald | schon fast
            wenig unter | leicht unter | knapp unterhalb von | geringfügig weniger als | so gut wie
        """,
        "more than": """
            mehr als | über | weit mehr als | deutlich mehr als | weit über | deutlich über | oberhalb von
            größer als | höher als | mehr als die | jenseits von | jenseits der | über die | wesentlich mehr als
            über der | mehr als der
        """,
        "just over": """
            gut | etwas mehr als | ein wenig mehr als | knapp über | etwas über | kaum mehr als | nur wenig mehr als
            ein bisschen mehr als | wenig mehr als | leicht über | knapp mehr als | geringfügig mehr als

        """,
        "at least": """
            mindestens | wenigstens | zumindest | nicht weniger als | nicht unter | ein minimum von | minimal
            allermindestens
        """,
        "up to": "bis zu | bis zur",
        "at most": """
            höchstens | maximal | nicht mehr als | allerhöchstens | ein maximum von | längstens
        """,
        "less than": """
            weniger als | unter | deutlich weniger als | weit weniger als | unterhalb von | kleiner als
            niedriger als
            deutlich unter | weit unter | unter die | unter der | weniger als die | weniger als der
        """,
        "between": "zwischen | zwischen den",
    }
)
HEDGES_BEHIND = by_phrase(
    {
        "or more": "oder mehr | und mehr | oder darüber | und darüber",
        "or less": "oder weniger | und weniger | oder darunter | und darunter",
    }
)
VAGUE = by_phrase(
    {
        "dozens": "dutzende | dutzenden | dutzende von",
        "hundreds": "hunderte | hunderten | hunderte von",
        "thousands": "tausende | tausenden | tausende von",
        "tens of thousands": "zehntausende | zehntausenden | zehntausende von",
        "hundreds of thousands": "hunderttausende | hunderttausenden | hunderttausende von",
        "millions": "millionen | millionen von",
        "billions": "milliarden | milliarden von",
        "trillions": "billionen",
        "several": "mehrere | mehreren | mehrerer | etliche | etlichen | diverse | diversen",
        "several hundred": "mehrere hundert | mehreren hundert | etliche hundert",
        "several dozen": "mehrere dutzend | mehreren dutzend | einige dutzend | einigen dutzend | ein paar dutzend",
        "several thousand": "mehrere tausend | mehreren tausend | etliche tausend",
        "a few hundred": "einige hundert | einigen hundert | ein paar hundert | wenige hundert",
        "a few thousand": "einige tausend | einigen tausend | ein paar tausend | wenige tausend",
        "a few": "einige | einigen | einiger | ein paar | wenige | wenigen",
        "many": "viele | vielen | zahlreiche | zahlreichen",
        "most": """
            die meisten | die mehrheit | die mehrheit der | die meisten der | eine mehrheit | eine mehrheit der
            die große mehrheit | die große mehrheit der | der großteil | der großteil der | ein großteil
        """,
        "a minority": "eine minderheit | eine minderheit der | die minderheit",
        "all": "alle | allen | sämtliche | sämtlichen",
        "both": "beide | beiden | die beiden",
        "once": "einmal",
        "twice": "zweimal",
    }
)
CHANGE_VERBS = by_phrase(
    {
        "fell": """
            fiel | fielen | sank | sanken | fällt | fallen | sinkt | sinken | ging zurück | gingen zurück
            schrumpfte | schrumpften | verringerte sich | verringerten sich | reduzierte sich | reduzierten sich
            stürzte | stürzten | brach ein | gab nach | gaben nach | verbilligte sich | verbilligten sich | schrumpft
            schrumpfen | verlor an wert | wertete ab | nahm ab | nahmen ab | verringert sich | ermäßigte sich
        """,
        "lost": "verlor | verloren | verliert | verlieren | büßte ein",
        "cut": "senkte | senkten | kürzte | kürzten | reduzierte | reduzierten",
        "rose": """
            stieg | stiegen | steigt | steigen | wuchs | wuchsen | wächst | wachsen | erhöhte sich | erhöhten sich
            kletterte | kletterten | klettert | legte zu | legten zu | legt zu | nahm zu | nahmen zu | zog an | sprang
            sprangen | verteuerte sich | verteuerten sich | vergrößerte sich | kletterten | erhöht sich | schnellte
        """,
        "gained": "gewann | gewannen | gewinnt",
    }
)
CHANGE_NOUNS = by_phrase(
    {
        "drop": """
            rückgang | einbruch | senkung | kürzung | abnahme | verringerung | absturz | reduzierung
            reduktion | rückgangs | schrumpfung | wertverlust | kursverlust | preisrückgang | abschlag
        """,
        "rise": """
            anstieg | zuwachs | zunahme | steigerung | wachstum | erhöhung | anstieg | sprung | kursgewinn
            zuwachses | preisanstieg | aufschlag | preisanstiegs | anstiegs
        """,
        "deficit": "defizit | fehlbetrag",
        "surplus": "überschuss | überschuß",
        "loss": "verlust | verlustes",
        "losses": "verluste | verlusten",
        "profit": "gewinn",
        "profits": "gewinne",
        "discount": "rabatt | nachlass | preisnachlass",
    }
)
COMPARATIVES = by_phrase(
    {
        "cheaper": "billiger | günstiger",
        "dearer": "teurer",
        "higher": "höher",
        "lower": "niedriger | tiefer",
        "faster": "schneller",
        "slower": "langsamer",
        "larger": "größer",
        "smaller": "kleiner",
        "longer": "länger",
        "shorter": "kürzer",
        "older": "älter",
        "younger": "jünger",
        "warmer": "wärmer",
        "colder": "kälter",
        "heavier": "schwerer",
        "lighter": "leichter",
        "more": "mehr",
        "less": "weniger",
    }
)
OF_A_PERIOD = by_phrase(
    {"annual": declined("jährlich"), "monthly": declined("monatlich"), "quarterly": declined("vierteljährlich")}
)
REACHED = by_phrase(
    {
        "reached": "erreichte | erreichten | erreicht | beträgt | betrug",
        "a total of": "insgesamt | eine gesamtzahl von | zusammen",
        "a record": "rekord von | ein rekord von | den rekordwert von | ein rekordwert von",
        "only": "nur | lediglich | bloß | gerade einmal | gerade mal | ausschließlich | nur noch",
        "already": "bereits | schon",
        "worth": "im wert von | im umfang von | in höhe von",
        "a sum of": "eine summe von | die summe von | ein betrag von",
        "ranges": "reicht",
    }
)
AMOUNT_WORDS = by_phrase(
    {
        "of the": "der | des | aller | vom",
        "of": "von",
        "to the": "zum | zur",
        "to": "bis",
        "and": "und",
        "or": "oder",
        "in": "in",
        "in the": "im",
        "the": "die | das | den | dem",
        "with": "mit",
        "per": "je | pro",
        "for": "für",
        "each": "pro stück",
        "per day": "am tag | pro tag | täglich | tägliche | je tag",
        "per week": "in der woche | pro woche | wöchentlich | je woche | die woche",
        "per month": "im monat | pro monat | monatlich | je monat",
        "per year": "im jahr | pro jahr | jährlich | je jahr | per annum",
        "per hour": "pro stunde | die stunde | je stunde | in der stunde",
        "per second": "pro sekunde | je sekunde",
        "per minute": "pro minute | je minute",
        "per capita": "pro kopf | je einwohner | pro einwohner",
        "per person": "pro person | je person",
        "not counting": """
            ohne mitzuzählen | nicht mitgerechnet | nicht eingerechnet | abzüglich | ausgenommen | mit ausnahme von
            mit ausnahme der | exklusive | ausschließlich der
        """,
        "including": "darunter | einschließlich | inklusive | inkl. | davon | unter ihnen",
        "together with": "zusammen mit | gemeinsam mit | samt | nebst | sowie | abgesehen von | abgesehen vom",
        "before tax": "vor steuern",
        "after tax": "nach steuern",
        "people": "menschen | personen | leute | leuten",
        "person": "person | mensch",
        "dead": "tote | toten | todesopfer | todesopfern",
        "injured": "verletzte | verletzten",
        "inhabitants": "einwohner | einwohnern",
        "on average": "im durchschnitt | im schnitt | im mittel | durchschnittlich",
        "year-on-year": "im jahresvergleich | gegenüber dem vorjahr | zum vorjahr",
        "above sea level": "über dem meeresspiegel | über dem meer | über normalnull",
        "of them": "von ihnen",
        "of whom": "von denen",
    }
)
MEASURED = {
    "{number} {percent}": "{number}%",
    "{number} {point}": "{number} {point}",
    "{number} {unit}": "{number} {unit}",
    "{number} {currency}": "{number} {currency}",
    "{money} {number}": "{money}{number}",
    "{number} {money}": "{money}{number}",
    "{number} {code}": "{number} {code}",
    "{code} {number}": "{code} {number}",
}
"""A number with what it is in."""
AMOUNT = {"{number}": "{number}", **MEASURED}
_UP = (
    "gestiegen|gewachsen|geklettert|erhöht|zugenommen|zugelegt|gesteigert|angestiegen|steigen|wachsen|zulegen|angehoben"
)
_DOWN = """gesunken|gefallen|zurückgegangen|geschrumpft|verringert|reduziert|abgenommen|gesenkt|gekürzt|eingebrochen
    sinken|fallen|zurückgehen|schrumpfen|nachgegeben|abgestürzt""".replace("\n    ", "|")
_CHANGE = "[ein|einen|einem|eine|einer|der|die|das|den|dem]"


def _changed(english: str, participles: str) -> dict[str, str]:
    """What changed, where the verb stands at the end: "um 5 Prozent gestiegen"."""
    return {
        f"[ist|sind|hat|haben|wurde|wurden|war|waren] [sich] um {{amount}} {participles}": f"{english} by {{amount}}",
        f"[ist|sind] um {{hedge}} {{amount}} {participles}": f"{english} by {{hedge}} {{amount}}",
        f"[ist|sind] [bis] auf {{amount}} {participles}": f"{english} to {{amount}}",
        f"[ist|sind] auf {{hedge}} {{amount}} {participles}": f"{english} to {{hedge}} {{amount}}",
        f"[ist|sind] von {{amount}} auf {{amount2}} {participles}": f"{english} from {{amount}} to {{amount2}}",
    }


AMOUNT_PATTERNS = {
    "[um] {number} {percent} {comparative} {end}": "{number}% {comparative}",
    "[um] {number} {percent} {comparative} als": "{number}% {comparative} than",
    "[um] {number} {point} {comparative} {end}": "{number} {point} {comparative}",
    "[um] {number} {unit} {comparative} {end}": "{number} {unit} {comparative}",
    "[um] {number} {currency} {comparative} {end}": "{number} {currency} {comparative}",
    "[um] {hedge} {number} {percent} {comparative} {end}": "{hedge} {number}% {comparative}",
    "[um] [ein] {part} {comparative} {end}": "a {part} {comparative}",
    "[um] [ein] {part} {comparative} als": "a {part} {comparative} than",
    "plus {number} {percent} {end}": "+{number}%",
    "die|der|den {number} {percent}": "{number}%",
    "{number} {percent}": "{number}%",
    f"{_CHANGE} {{change}} von|um {{measured}}": "a {measured} {change}",
    f"{_CHANGE} {{change}} von|um {{number}}": "a {change} of {number}",
    f"{_CHANGE} {{change}} von|um {{hedge}} {{measured}}": "a {hedge} {measured} {change}",
    f"{_CHANGE} {{period}} {{change}} von|um {{measured}}": "a {measured} {period} {change}",
    f"{_CHANGE} {{change}} auf": "",
    "[ein|einem|das] plus von {measured}": "a {measured} rise",
    "[ein|einem|das] plus von {hedge} {measured}": "a {hedge} {measured} rise",
    "[ein|einem|das] plus von {number}": "a rise of {number}",
    "[ein|einem|das] minus von {measured}": "a {measured} drop",
    "[ein|einem|das] minus von {hedge} {measured}": "a {hedge} {measured} drop",
    "[ein|einem|das] minus von {number}": "a drop of {number}",
    "von {amount} auf {amount2}": "from {amount} to {amount2}",
    "von {number} bis {number2}": "{number} to {number2}",
    "{verb} unter|über": "",
    "{verb} unter [die|der|den] {amount}": "{verb} below {amount}",
    "{verb} über [die|der|den] {amount}": "{verb} above {amount}",
    "{verb} bis {amount}": "",
    "{verb} um {amount}": "{verb} by {amount}",
    "{verb} um {amount} zu|ab|zurück|ein|nach|an": "{verb} by {amount}",
    "{verb} auf {amount}": "{verb} to {amount}",
    "{verb} {amount}": "{verb} {amount}",
    "{verb} um {hedge} {amount}": "{verb} by {hedge} {amount}",
    "{verb} auf {hedge} {amount}": "{verb} to {hedge} {amount}",
    "{verb} {hedge} {amount}": "{verb} {hedge} {amount}",
    "{verb} von {amount} auf {amount2}": "{verb} from {amount} to {amount2}",
    "ging|gingen|geht|gehen um {amount} zurück": "fell by {amount}",
    "ging|gingen|geht|gehen um {hedge} {amount} zurück": "fell by {hedge} {amount}",
    "ging|gingen auf {amount} zurück": "fell to {amount}",
    "nahm|nahmen um {amount} zu": "rose by {amount}",
    "nahm|nahmen um {amount} ab": "fell by {amount}",
    "legte|legten um {amount} zu": "rose by {amount}",
    "legte|legten um {hedge} {amount} zu": "rose by {hedge} {amount}",
    "legte|legten {amount} zu": "rose {amount}",
    "brach|brachen um {amount} ein": "fell by {amount}",
    "gab|gaben um {amount} nach": "fell by {amount}",
    **_changed("rose", _UP),
    **_changed("fell", _DOWN),
    "{number} {noun} mehr {end}": "{number} more {noun}",
    "{number} {noun} weniger {end}": "{number} fewer {noun}",
    "{number} mehr {end}": "{number} more",
    "{number} weniger {end}": "{number} fewer",
    "weitere|weiteren {number}": "another {number}",
    "{number} weitere|weiteren": "another {number}",
    "null {noun}": "no {noun}",
    "kein|keine|keinen|keiner|keinerlei {noun}": "no {noun}",
    "zwischen {number} {percent} und {number2} {percent2}": "between {number}% and {number2}%",
    "zwischen {number} und {number2} {percent}": "between {number} and {number2}%",
    "[von] {number} bis {number2} {percent}": "{number} to {number2}%",
    "minus {number} {percent} {end}": "minus {number}%",
    "{number} der|von {number2} {noun}": "{number} of {number2} {noun}",
    "im alter von {number} jahren": "aged {number} years",
    "mit {number} jahren {end}": "aged {number} years",
    "{number} oder {number2}": "{number} or {number2}",
    "{number} bis {number2}": "{number} to {number2}",
    "[ein|eine|einen|einem|einer] {opener} in höhe von {amount}": "a {opener} of {amount}",
    "[ein|eine|einen|einem|einer] {opener} in höhe von {hedge} {amount}": "a {opener} of {hedge} {amount}",
    "[der|die|ein|eine|einen|dem|den] {number} - jährige|jährigen|jähriger|jähriges {end}": "aged {number} years",
    "stärke {number}": "magnitude {number}",
    "[die|der|den] {opener} von {amount}": "a {opener} of {amount}",
    "ein|eine|einen|einem|einer {opener} von {amount}": "a {opener} of {amount}",
    "[ein|eine|einen|einem|einer|die|der|den] {opener} von {hedge} {amount}": "a {opener} of {hedge} {amount}",
    "in|an|auf|mit|von|bei|nach|vor|für|und|oder|der|die|das|den|dem|des|zwischen|bis|um|über|unter|ohne {end}": "",
}
NOUN_PHRASES = by_phrase(
    {
        "people": "menschen | personen",
        "dead": "tote | todesopfer",
        "injured": "verletzte",
        "victims": "opfer",
        "cases": "fälle",
        "women": "frauen",
        "men": "männer",
        "children": "kinder",
        "soldiers": "soldaten",
        "houses": "häuser",
        "jobs": "arbeitsplätze | stellen",
        "seats": "sitze | mandate",
        "votes": "stimmen",
        "Germans": "deutsche | deutschen | deutscher",
        "inhabitants": "einwohner",
    }
)
OPENERS = by_phrase(
    {
        "population": "bevölkerung",
        "sentence": "strafe | freiheitsstrafe | haftstrafe | gefängnisstrafe",
        "fine": "geldstrafe | buße | geldbuße | bußgeld",
        "budget": "budget | etat | haushalt",
        "debt": "schuld",
        "area": "fläche",
        "length": "länge",
        "height": "höhe",
        "depth": "tiefe",
        "weight": "gewicht",
        "speed": "geschwindigkeit | tempo",
        "temperature": "temperatur",
        "price": "preis",
        "investment": "investition",
        "loan": "kredit | darlehen",
        "reward": "belohnung",
        "salary": "gehalt | lohn",
        "rate": "rate | quote",
        "share": "anteil",
        "turnout": "wahlbeteiligung",
        "distance": "entfernung | distanz",
        "capacity": "kapazität",
        "value": "wert",
        "duration": "dauer",
        "unemployment rate": "arbeitslosenquote",
        "inflation rate": "inflationsrate | teuerungsrate",
        "inflation": "inflation",
        "poverty rate": "armutsquote",
        "interest rate": "zinssatz | leitzins",
    }
)
