"""German: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.de import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.de.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.de.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.de.prose import *  # noqa: F403
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
    "early 2019, late 1990s": "Anfang 2019, Ende der 1990er Jahre",
    "the 1990s": "die 1990er Jahre",
    "1900 to 1909, the 20th century": "von 1900 bis 1909, 20. Jahrhundert",
    "since 2000, or 2000 to 2015": "seit 2000, von 2000 bis 2015",
    "first half of 2019": "erstes Halbjahr 2019",
    "the last quarter of 2015": "viertes Quartal 2015",
    "the end of 2025": "Ende 2025",
    "May 2025": "Mai 2025",
    "March 2024": "März 2024",
    "4 July 2026": "4. Juli 2026",
    "November 26, 1931": "26. November 1931",
    "between 1932 and 1933": "zwischen 1932 und 1933",
    "12,000 to 15,000": "12.000 bis 15.000",
}
