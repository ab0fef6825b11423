"""Dates and the time of day."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, in_order

MONTHS = by_phrase(
    {
        "January": "januar | jan. | jänner | jän. | januars",
        "February": "februar | feb. | febr. | feber | februars",
        "March": "märz | mrz. | maerz",
        "April": "april | apr. | aprils",
        "May": "mai",
        "June": "juni | jun.",
        "July": "juli | jul.",
        "August": "august | aug.",
        "September": "september | sept. | sep.",
        "October": "oktober | okt.",
        "November": "november | nov.",
        "December": "dezember | dez.",
    }
)
WEEKDAYS = by_phrase(
    {
        "Monday": "montag",
        "Tuesday": "dienstag",
        "Wednesday": "mittwoch",
        "Thursday": "donnerstag",
        "Friday": "freitag",
        "Saturday": "samstag | sonnabend",
        "Sunday": "sonntag",
    }
)
SEASONS = by_phrase(
    {
        "spring": "frühling | frühjahr | frühlings | frühjahrs",
        "summer": "sommer | sommers",
        "autumn": "herbst | herbstes",
        "winter": "winter | winters",
    }
)
EVENTS = by_phrase(
    {
        "born": "geboren | geb.",
        "died": "gestorben | verstorben",
        "founded": "gegründet",
        "built": "gebaut | erbaut | errichtet",
        "signed": "unterzeichnet | unterschrieben",
        "opened": "eröffnet",
        "elected": "gewählt",
        "passed": "verabschiedet | beschlossen",
        "published": "veröffentlicht | erschienen",
        "arrested": "festgenommen | verhaftet",
        "began": "begonnen",
        "ended": "beendet",
    }
)
"""Before a date: what happened then."""
SPANS = by_phrase(
    {
        "week": "woche",
        "month": "monat | monats",
        "year": "jahr | jahres",
        "decade": "jahrzehnt | jahrzehnts",
        "century": "jahrhundert | jahrhunderts",
        "quarter": "quartal | quartals | vierteljahr",
    }
)
THIRDS = by_phrase({"early": "anfang | beginn", "mid": "mitte", "late": "ende"})
_TENS = in_order("zwanzig | dreißig | vierzig | fünfzig | sechzig | siebzig | achtzig | neunzig", 20, 10)
DECADE_NAMES = {
    form: f"{ten}s" for word, ten in _TENS.items() for form in (f"{word}er", f"{word}erjahre", f"{word}erjahren")
}
DAY_PARTS = by_phrase({"am": "a.m.", "pm": "p.m."})
DAYTIMES = by_phrase(
    {
        "morning": "morgen | vormittag | früh",
        "afternoon": "nachmittag",
        "evening": "abend",
        "night": "nacht",
    }
)
DATE_WORDS = by_phrase(
    {
        "yesterday": "gestern",
        "today": "heute",
        "tomorrow": "morgen",
        "the day before yesterday": "vorgestern",
        "the day after tomorrow": "übermorgen",
        "before": "vor | vor dem | vor der",
        "after": "nach | nach dem | nach der",
        "since": "seit | seit dem | seit der",
        "starting": "ab | ab dem | ab der",
        "until": "bis | bis zum",
        "in": "in | im | im jahr | im jahre | in den",
        "during": "während | während des | während der",
        "around": "um das jahr | gegen",
        "by": "spätestens | bis spätestens",
        "the following day": "am folgenden tag | am nächsten tag | tags darauf | einen tag später | am tag darauf",
        "the previous day": "am tag zuvor | tags zuvor | am vortag",
        "the following week": "in der folgenden woche | in der folgewoche | die woche darauf",
        "the following month": "im folgenden monat | im folgemonat | im monat darauf",
        "the following year": "im folgenden jahr | im folgejahr | im jahr darauf | das folgende jahr",
        "the previous year": "im vorjahr | das vorjahr | im jahr zuvor | im jahr davor",
        "the previous month": "im vormonat | im monat zuvor",
        "the previous week": "in der vorwoche | in der woche zuvor",
        "last night": "gestern nacht",
        "tonight": "heute abend",
        "midnight": "mitternacht | um mitternacht",
        "this morning": "heute morgen | heute früh | heute vormittag",
        "this afternoon": "heute nachmittag",
        "yesterday morning": "gestern morgen | gestern früh | gestern vormittag",
        "yesterday afternoon": "gestern nachmittag",
        "yesterday evening": "gestern abend",
        "tomorrow morning": "morgen früh | morgen vormittag",
        "Christmas": "weihnachten | an weihnachten | zu weihnachten",
        "Christmas Eve": "heiligabend | heiliger abend | an heiligabend",
        "New Year's Eve": "silvester | an silvester",
        "New Year's Day": "neujahr | neujahrstag",
        "Good Friday": "karfreitag | am karfreitag",
        "Easter Sunday": "ostersonntag | am ostersonntag",
        "Easter Monday": "ostermontag | am ostermontag",
        "this year": "dieses jahr | in diesem jahr | im laufenden jahr | heuer | dieses jahres",
        "this month": "diesen monat | in diesem monat | im laufenden monat | dieses monats",
        "this week": "diese woche | in dieser woche | dieser woche",
        "this quarter": "in diesem quartal | im laufenden quartal",
        "so far this year": "im bisherigen jahresverlauf",
    }
)
_LAST = "letzte|letzten|letzter|letztes|vergangene|vergangenen|vergangener|vergangenes|vorige|vorigen|voriges"
_NEXT = "nächste|nächsten|nächster|nächstes|kommende|kommenden|kommender|kommendes"
_PAST = "letzten|vergangenen"
_TO_COME = "nächsten|kommenden"
_IN = "[im|in|am|der|die|das|den|dem|des|ins]"
_AT = "[um]"
_YEARS = "jahre|jahren|jahres"


def _nights_and_parts() -> dict[str, str]:
    """`in der Nacht zum Dienstag`, which begins on Monday, and `Dienstagabend`."""
    names = list(WEEKDAYS.items())
    names.remove(("sonnabend", "Saturday"))
    found = {}
    for place, (own, english) in enumerate(names):
        found[f"in der nacht zum|auf [den] {own}"] = f"{names[place - 1][1]} night"
        for part, meaning in DAYTIMES.items():
            if part != "früh":
                found[f"[am] {own}{part}"] = f"{english} {meaning}"
    return found


DATE_PATTERNS = {
    "[am|den|dem|der] {day} {month}": "{day} {month}",
    "[am|den|dem|der] {day} {month} {year}": "{day} {month} {year}",
    "[am|den|dem|der] {nth} {month}": "{nth} {month}",
    "[am|den|dem|der] {nth} {month} {year}": "{nth} {month} {year}",
    "[am] {weekday} [,] [den|dem|der] {nth} {month}": "{weekday} {nth} {month}",
    "[am] {weekday} [,] [den|dem|der] {nth} {month} {year}": "{weekday} {nth} {month} {year}",
    "[am] {weekday} [,] [den|dem|der] {date}": "{weekday} {date}",
    "[am|den|dem|der] {ordinal} {month}": "{ordinal} {month}",
    "[am|den|dem|der] {ordinal} {month} {year}": "{ordinal} {month} {year}",
    "[am|den] {date}": "{date}",
    f"{_IN} {{month}} {{year}}": "{month} {year}",
    f"{_IN} {{month}}": "{month}",
    "[im] monat {month}": "{month}",
    "[im] monat {month} {year}": "{month} {year}",
    "[das|im|des|dem] jahr|jahre|jahres {earlyyear}": "AD {earlyyear}",
    "[das|im|des|dem] jahr|jahre|jahres {year}": "{year}",
    "{month} {two} {end}": "",
    "im jahr {two}": "",
    f"[die|den|der|in] [den|der] {{decade}} er [-] [{_YEARS}]": "the {decade}s",
    f"[die|den|der|in] [den|der] {{decadename}} [{_YEARS}]": "the {decadename}",
    "in den {decade} ern": "in the {decade}s",
    f"[zu|am] {{third}} der {{decade}} er [-] [{_YEARS}]": "{third} {decade}s",
    f"[zu|am] {{third}} der {{decadename}} [{_YEARS}]": "{third} {decadename}",
    "[zu|am] {third} [des] [jahres] {year}": "{third} {year}",
    "[zu|am] {third} {month}": "{third} {month}",
    "[zu|am] {third} {month} {year}": "{third} {month} {year}",
    "[zu|am] {third} des monats {month}": "{third} {month}",
    "[zu|am] {third} des {nth} jahrhunderts": "{third} {nth} century",
    f"[zu|am] {{third}} {_LAST} {{span}}": "{third} last {span}",
    f"[zu|am] {{third}} {_NEXT} {{span}}": "",
    f"[zu|am] {{third}} des|der {_LAST} {{span}}": "{third} last {span}",
    f"[zu|am] {{third}} des|der {_NEXT} {{span}}": "",
    "[zu|am] {third} dieses|dieser {span}": "{third} this {span}",
    "[zu|am] {third} des jahres {end}": "{third} this year",
    "[zu|am] {third} der woche": "",
    "[zu|am] {third} des monats {end}": "",
    "bis ende {year}": "until the end of {year}",
    "bis ende {month} {year}": "until the end of {month} {year}",
    "bis ende {month}": "until the end of {month}",
    "bis ende des jahres": "by the end of the year",
    "bis [zum] jahresende": "by the end of the year",
    "bis {third} {year}": "until {third} {year}",
    "bis {third} {month}": "until {third} {month}",
    "bis {third} {month} {year}": "until {third} {month} {year}",
    "bis [zum] {month} {year}": "until {month} {year}",
    "bis zum jahr {year}": "until {year}",
    "bis [zum] [jahr] {year} {end}": "until {year}",
    "[im|das] {nth} und {nth2} jahrhundert": "{nth} and {nth2} centuries",
    "q {figure} [des] [jahres] {year}": "Q{figure} {year}",
    "kurz nach {clock} uhr": "shortly after {clock}",
    "kurz nach {latehour} uhr": "shortly after {latehour}:00",
    "kurz vor {clock} uhr": "shortly before {clock}",
    "kurz vor {latehour} uhr": "shortly before {latehour}:00",
    "[im|das|des|ins] {nth} jahrhundert|jahrhunderts": "{nth} century",
    "[im|das|des|ins] {nth} jahrhundert|jahrhunderts v chr": "{nth} century BC",
    "[im|das|des|ins] {nth} jahrhundert|jahrhunderts vor christus": "{nth} century BC",
    "[im|das|des|ins] {nth} jahrhundert|jahrhunderts n chr": "{nth} century AD",
    "[im] [jahr] {figure} v chr": "{figure} BC",
    "[im] [jahr] {figure} vor christus": "{figure} BC",
    "[im] [jahr] {figure} n chr": "{figure} AD",
    "[im] [jahr] {figure} nach christus": "{figure} AD",
    "[im|des|das|dem] {nth} quartal|quartals [des] [jahres] [von] {year}": "the {nth} quarter of {year}",
    "[im|des|das|dem] {nth} quartal|quartals": "the {nth} quarter",
    "[im|des|das|dem] {ordinal} quartal|quartals [des] [jahres] [von] {year}": "the {ordinal} quarter of {year}",
    "[im|des|das|dem] {ordinal} quartal|quartals": "the {ordinal} quarter",
    "[im|des|das|dem] {ordinal} quartal|quartals dieses jahres": "the {ordinal} quarter of this year",
    f"[im|des|das|dem] {{ordinal}} quartal|quartals des {_LAST} jahres": "the {ordinal} quarter of last year",
    "[im|des|das|dem] {nth} halbjahr|halbjahres [des] [jahres] [von] {year}": "the {nth} half of {year}",
    "[im|des|das|dem] {ordinal} halbjahr|halbjahres [des] [jahres] [von] {year}": "the {ordinal} half of {year}",
    "[im|des|das|dem] {ordinal} halbjahr|halbjahres": "the {ordinal} half of the year",
    "[im|des|das|dem] {ordinal} halbjahr|halbjahres dieses jahres": "the {ordinal} half of this year",
    f"[im|des|das|dem] {{ordinal}} halbjahr|halbjahres des {_LAST} jahres": "the {ordinal} half of last year",
    "[in] [der|die] {ordinal} jahreshälfte {year}": "the {ordinal} half of {year}",
    "[in] [der|die] {ordinal} hälfte des jahres {year}": "the {ordinal} half of {year}",
    "[in] [der|die] {ordinal} hälfte des {nth} jahrhunderts": "{ordinal} half of the {nth} century",
    f"[in] [der|die] {{ordinal}} hälfte der {{decadename}} [{_YEARS}]": "{ordinal} half of the {decadename}",
    f"[in] [der|die] {{ordinal}} hälfte der {{decade}} er [-] [{_YEARS}]": "{ordinal} half of the {decade}s",
    "[in] [der|die] {ordinal} woche {month} {year}": "",
    "[in] [der|die] {ordinal} {month} - hälfte": "",
    "vor {number} {time}": "{number} {time} ago",
    "vor {hedge} {number} {time}": "{hedge} {number} {time} ago",
    "vor {number} {time} [am]": "{number} {time} ago",
    "vor einem halben|halbem jahr": "half a year ago",
    "vor einer halben stunde": "half an hour ago",
    "vor einigen|wenigen|mehreren {time}": "",
    "vor {time}": "",
    "{number} {time} später": "{number} {time} later",
    "{number} {time} danach": "{number} {time} later",
    "{number} {time} darauf": "{number} {time} later",
    "{number} {time} zuvor": "{number} {time} earlier",
    "{number} {time} davor": "{number} {time} earlier",
    "{number} {time} früher": "{number} {time} earlier",
    "{number} {time} nach [dem|der]": "{number} {time} after",
    "{number} {time} vor [dem|der]": "{number} {time} before",
    "in {number} {time} {end}": "{number} {time} from now",
    "innerhalb von {number} {time}": "within {number} {time}",
    "binnen {number} {time}": "within {number} {time}",
    "seit {number} {time}": "",
    "seit {hedge} {number} {time}": "",
    "{number} {time} lang": "{number} {time}",
    f"{_IN} {_LAST} {{span}}": "last {span}",
    f"{_IN} {_NEXT} {{span}}": "next {span}",
    f"[am|der|den] {_LAST} {{weekday}}": "last {weekday}",
    f"[am|der|den] {_NEXT} {{weekday}}": "next {weekday}",
    "[am|der|den] {weekday} letzter|vergangener|voriger woche": "",
    "[am|der|den] {weekday} nächster|kommender woche": "",
    "[am|der|den] {weekday}": "{weekday}",
    "[am|diesen|dieser|an] [diesem] {weekday}": "{weekday}",
    "diesen {weekday}": "this {weekday}",
    "an diesem {weekday}": "this {weekday}",
    "[am] {weekday} {daytime}": "{weekday} {daytime}",
    f"{_IN} {_LAST} {{month}}": "last {month}",
    f"{_IN} {_NEXT} {{month}}": "next {month}",
    f"{_IN} {_LAST} {{season}}": "last {season}",
    f"{_IN} {_NEXT} {{season}}": "next {season}",
    f"{_IN} {{season}} [des] [jahres] {{year}}": "{season} {year}",
    **_nights_and_parts(),
    "in der nacht": "",
    "in jenem {span}": "that {span}",
    "in jener {span}": "that {span}",
    "im selben|gleichen {span}": "the same {span}",
    "in derselben|der gleichen {span}": "the same {span}",
    "am selben|gleichen tag": "the same day",
    "an diesem tag": "that day",
    "um {year} {end}": "circa {year}",
    "um das jahr {year}": "circa {year}",
    "{event} {year}": "{event} in {year}",
    "{event} im jahr {year}": "{event} in {year}",
    "{event} im {month} {year}": "{event} in {month} {year}",
    "{event} am {nth}": "{event} on {nth}",
    f"[in] [den|die|der] {_PAST} {{number}} {{time}}": "the last {number} {time}",
    f"[in] [den|die|der] {_TO_COME} {{number}} {{time}}": "the next {number} {time}",
    f"[in] [den|die|der] {{number}} {_PAST} {{time}}": "the last {number} {time}",
    "[von] {year} bis {year2}": "{year} to {year2}",
    "zwischen {year} und {year2}": "between {year} and {year2}",
    "[von] {month} bis {month2} {year}": "{month} to {month2} {year}",
    "zwischen {month} und {month2} {year}": "between {month} and {month2} {year}",
    "[von] {month} {year} bis {month2} {year2}": "{month} {year} to {month2} {year2}",
    "zwischen {month} {year} und {month2} {year2}": "between {month} {year} and {month2} {year2}",
    "[vom] {nth} bis [zum] {nth2} {month}": "{nth} to {nth2} {month}",
    "[vom] {nth} bis [zum] {nth2} {month} {year}": "{nth} to {nth2} {month} {year}",
    "[vom] {nth} {month} bis [zum] {nth2} {month2}": "{nth} {month} to {nth2} {month2}",
    "[vom] {nth} {month} bis [zum] {nth2} {month2} {year}": "{nth} {month} to {nth2} {month2} {year}",
    "zwischen [dem] {nth} und [dem] {nth2} {month} {year}": "between {nth} and {nth2} {month} {year}",
    "[am] {nth} und {nth2} {month}": "{nth} and {nth2} {month}",
    "[am] {nth} und {nth2} {month} {year}": "{nth} and {nth2} {month} {year}",
    f"{_AT} {{clock}} uhr": "{clock}",
    f"{_AT} {{clock}}": "{clock}",
    f"{_AT} {{hour}} uhr {{two}}": "{hour}:{two}",
    f"{_AT} {{latehour}} uhr": "{latehour}:00",
    f"{_AT} {{latehour}} uhr {{end}}": "{latehour}:00",
    f"{_AT} {{hour}} uhr": "",
    f"{_AT} {{morninghour}} [uhr] morgens|früh|vormittags|nachts": "{morninghour} am",
    f"{_AT} {{afternoonhour}} [uhr] nachmittags|mittags": "{afternoonhour} pm",
    f"{_AT} {{eveninghour}} [uhr] abends": "{eveninghour} pm",
    f"{_AT} {{eveninghour}} [uhr] nachts": "",
    f"{_AT} halb {{beforemorninghour}} [uhr] morgens|früh|vormittags": "{beforemorninghour}:30 am",
    f"{_AT} halb {{beforeafternoonhour}} [uhr] nachmittags|mittags": "{beforeafternoonhour}:30 pm",
    f"{_AT} halb {{beforeeveninghour}} [uhr] abends": "{beforeeveninghour}:30 pm",
    f"{_AT} viertel nach {{morninghour}} [uhr] morgens|früh|vormittags": "{morninghour}:15 am",
    f"{_AT} viertel nach {{afternoonhour}} [uhr] nachmittags|mittags": "{afternoonhour}:15 pm",
    f"{_AT} viertel nach {{eveninghour}} [uhr] abends": "{eveninghour}:15 pm",
    f"{_AT} viertel vor {{beforemorninghour}} [uhr] morgens|früh|vormittags": "{beforemorninghour}:45 am",
    f"{_AT} viertel vor {{beforeafternoonhour}} [uhr] nachmittags|mittags": "{beforeafternoonhour}:45 pm",
    f"{_AT} viertel vor {{beforeeveninghour}} [uhr] abends": "{beforeeveninghour}:45 pm",
    f"{_AT} halb {{beforehour}}": "half past {beforehour}",
    f"{_AT} viertel nach|vor {{hour}}": "",
    f"{_AT} [drei] viertel {{hour}}": "",
    "gegen {clock} uhr": "about {clock}",
    "gegen {latehour} uhr": "about {latehour}:00",
    "gegen {hour} uhr": "",
    "[in|die] [der] saison {year} /|- {figure}": "{year}-{figure} season",
    "[im|das] schuljahr {year} /|- {figure}": "{year}-{figure} school year",
    "saison {year} / {figure}": "{year}-{figure} season",
    "zwischen {weekday} und {weekday2}": "",
    "wochenende": "",
}
