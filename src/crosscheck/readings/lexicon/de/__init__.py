"""German: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.de import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.de.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.de.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.gathering import gathered

CLASSES, COMPOSED, WORDS, PATTERNS = gathered(
    amounts=amounts,
    dates=dates,
    money=money,
    numbers=numbers,
    units=units,
    scales={"million": "million", "milliarde": "billion", "billion": "trillion"},
)
WORDS |= amounts.NOUN_PHRASES
NEAREST = {
    "5 October 2025, October 2025, late 1990s, 2025-10-05": "5. Oktober 2025, Oktober 2025, Ende der 1990er Jahre",
    "12, $1.2 billion, 40 percent, 3 km": "12, 1,2 Milliarden Dollar, 40 Prozent, 3 km",
    "5 October 2025": "5. Oktober 2025",
    "October 2014 to September 2015": "Oktober 2014 bis September 2015",
    "15:30 or 3:30 pm": "9 Uhr morgens",
    "between 3 and 5 million": "zwischen 3 und 5 Millionen",
    "$500, 500 USD": "500 Euro",
    "40 percent": "40 Prozent",
    "3 days": "3 Tage",
    "dozens, 3 to 5": "Dutzende, 3 bis 5",
}
