"""French: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.fr import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.fr.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.fr.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.gathering import gathered

CLASSES, COMPOSED, WORDS, PATTERNS = gathered(
    amounts=amounts,
    dates=dates,
    money=money,
    numbers=numbers,
    units=units,
    scales={"million": "million", "milliard": "billion", "billion": "trillion"},
)
NEAREST = {
    "5 October 2025, October 2025, late 1990s, 2025-10-05": "5 octobre 2025, octobre 2025, fin des années 1990",
    "12, $1.2 billion, 40 percent, 3 km": "12, 1,2 milliard de dollars, 40 %, 3 km",
    "5 October 2025": "5 octobre 2025",
    "October 2014 to September 2015": "octobre 2014 à septembre 2015",
    "15:30 or 3:30 pm": "9 heures du matin",
    "between 3 and 5 million": "entre 3 et 5 millions",
    "$500, 500 USD": "500 euros",
    "40 percent": "40 %",
    "3 days": "3 jours",
    "dozens, 3 to 5": "dizaines, entre 3 et 5",
}
