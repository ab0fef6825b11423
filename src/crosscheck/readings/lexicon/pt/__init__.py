"""Portuguese: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.pt import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.pt.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.pt.numbers import *  # noqa: F403

CLASSES = {
    "month": dates.MONTHS,
    "weekday": dates.WEEKDAYS,
    "season": dates.SEASONS,
    "event": dates.EVENTS,
    "span": dates.SPANS,
    "third": dates.THIRDS,
    "decadename": dates.DECADE_NAMES,
    "daypart": dates.DAY_PARTS,
    "daytime": dates.DAYTIMES,
    "ordinal": numbers.ORDINAL_WORDS,
    "part": numbers.PARTS,
    "place": numbers.PARTS_OR_PLACES,
    "scale": {"milhão": "million", "bilhão": "billion", "trilhão": "trillion", "bilião": "trillion"},
    "parts": numbers.FRACTION_COUNTS,
    "time": units.TIMES_OF,
    "unit": units.UNITS,
    "perunit": units.PER_UNITS,
    "degree": units.DEGREES,
    "percent": amounts.PERCENT,
    "point": amounts.POINTS,
    "change": amounts.CHANGE_NOUNS,
    "verb": amounts.CHANGE_VERBS,
    "comparative": amounts.COMPARATIVES,
    "period": amounts.OF_A_PERIOD,
    "noun": amounts.NOUN_PHRASES,
    "opener": amounts.OPENERS,
    "hedge": amounts.HEDGES,
    "vague": amounts.VAGUE,
    "currency": money.CURRENCIES,
    "thing": money.THINGS,
}
COMPOSED = {"measured": amounts.MEASURED, "amount": amounts.AMOUNT}
WORDS = {
    **dates.MONTHS,
    **dates.WEEKDAYS,
    **dates.SEASONS,
    **{word: numbers.PLACES[place] for word, place in numbers.ORDINAL_WORDS.items()},
    **units.UNITS,
    **amounts.PERCENT,
    **amounts.POINTS,
    **amounts.CHANGE_VERBS,
    **amounts.CHANGE_NOUNS,
    **amounts.VAGUE,
    **money.CURRENCIES,
    **dates.DATE_WORDS,
    **amounts.AMOUNT_WORDS,
    **amounts.REACHED,
    **amounts.HEDGES,
    **amounts.HEDGES_BEHIND,
    **numbers.NUMBER_WORDS,
}
PATTERNS = {
    **dates.DATE_PATTERNS,
    **amounts.AMOUNT_PATTERNS,
    **numbers.NUMBER_PATTERNS,
    **units.UNIT_PATTERNS,
    **money.MONEY_PATTERNS,
}
NEAREST = {
    "5 October 2025, October 2025, late 1990s, 2025-10-05": "5 de outubro de 2025, outubro de 2025, fim dos anos 90",
    "12, $1.2 billion, 40 percent, 3 km": "12, 1,2 bilhão de dólares, 40 por cento, 3 km",
    "5 October 2025": "5 de outubro de 2025",
    "October 2014 to September 2015": "de outubro de 2014 a setembro de 2015",
    "15:30 or 3:30 pm": "3h30 da tarde",
    "between 3 and 5 million": "entre 3 e 5 milhões",
    "dozens, 3 to 5": "dezenas, entre 3 e 5",
}
