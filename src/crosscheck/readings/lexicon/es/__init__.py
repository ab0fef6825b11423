"""Spanish: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.es import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.es.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.es.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.es.prose import *  # noqa: F403
from crosscheck.readings.lexicon.gathering import gathered

CLASSES, COMPOSED, WORDS, PATTERNS = gathered(
    amounts=amounts,
    dates=dates,
    money=money,
    numbers=numbers,
    units=units,
    scales={"millón": "million", "billón": "trillion"},
)
WORDS |= {**amounts.NOUN_PHRASES, **amounts.ONES}
NEAREST = {
    "5 October 2025, October 2025, late 1990s, 2025-10-05": "5 de octubre de 2025, octubre de 2025, los años 1990",
    "12, $1.2 billion, 40 percent, 3 km": "12, 1.200 millones de dólares, 40 por ciento, 3 km",
    "5 October 2025": "5 de octubre de 2025",
    "October 2014 to September 2015": "de octubre de 2014 a septiembre de 2015",
    "15:30 or 3:30 pm": "3.30 de la tarde",
    "between 3 and 5 million": "entre 3 y 5 millones",
    "$500, 500 USD": "500 euros",
    "40 percent": "40 por ciento",
    "3 days": "3 días",
    "dozens, 3 to 5": "docenas, entre 3 y 5",
    "early 2019, late 1990s": "principios de 2019, finales de los años 1990",
    "the 1990s": "los años 1990",
    "1900 to 1909, the 20th century": "de 1900 a 1909, siglo XX",
    "since 2000, or 2000 to 2015": "desde 2000, de 2000 a 2015",
    "first half of 2019": "primer semestre de 2019",
    "the last quarter of 2015": "cuarto trimestre de 2015",
    "the end of 2025": "finales de 2025",
    "May 2025": "mayo de 2025",
    "March 2024": "marzo de 2024",
    "4 July 2026": "4 de julio de 2026",
    "November 26, 1931": "26 de noviembre de 1931",
    "between 1932 and 1933": "entre 1932 y 1933",
    "12,000 to 15,000": "entre 12.000 y 15.000",
}
