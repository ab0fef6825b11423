"""French: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.fr import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.fr.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.fr.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.fr.prose import *  # noqa: F403
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
    "early 2019, late 1990s": "début 2019, fin des années 1990",
    "the 1990s": "les années 1990",
    "1900 to 1909, the 20th century": "de 1900 à 1909, XXe siècle",
    "since 2000, or 2000 to 2015": "depuis 2000, de 2000 à 2015",
    "first half of 2019": "premier semestre de 2019",
    "the last quarter of 2015": "quatrième trimestre de 2015",
    "the end of 2025": "fin 2025",
    "May 2025": "mai 2025",
    "March 2024": "mars 2024",
    "4 July 2026": "4 juillet 2026",
    "November 26, 1931": "26 novembre 1931",
    "between 1932 and 1933": "entre 1932 et 1933",
    "12,000 to 15,000": "entre 12 000 et 15 000",
}
