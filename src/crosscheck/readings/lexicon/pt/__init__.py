"""Portuguese: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.gathering import gathered
from crosscheck.readings.lexicon.pt import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.pt.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.pt.numbers import *  # noqa: F403

CLASSES, COMPOSED, WORDS, PATTERNS = gathered(
    amounts=amounts,
    dates=dates,
    money=money,
    numbers=numbers,
    units=units,
    scales={"milhão": "million", "bilhão": "billion", "trilhão": "trillion", "bilião": "trillion"},
)
NEAREST = {
    "5 October 2025, October 2025, late 1990s, 2025-10-05": "5 de outubro de 2025, outubro de 2025, fim dos anos 1990",
    "12, $1.2 billion, 40 percent, 3 km": "12, 1,2 bilhão de dólares, 40 por cento, 3 km",
    "5 October 2025": "5 de outubro de 2025",
    "October 2014 to September 2015": "de outubro de 2014 a setembro de 2015",
    "15:30 or 3:30 pm": "3h30 da tarde",
    "between 3 and 5 million": "entre 3 e 5 milhões",
    "$500, 500 USD": "500 reais",
    "40 percent": "40 por cento",
    "3 days": "3 dias",
    "dozens, 3 to 5": "dezenas, entre 3 e 5",
}
