"""Portuguese: its words in terms of the English ones, as `crosscheck.readings.languages.Language` uses them."""

from __future__ import annotations

from crosscheck.readings.lexicon.gathering import gathered
from crosscheck.readings.lexicon.pt import amounts, dates, money, numbers, units
from crosscheck.readings.lexicon.pt.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.pt.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.pt.prose import *  # noqa: F403

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
    "early 2019, late 1990s": "início de 2019, fim dos anos 1990",
    "the 1990s": "os anos 1990",
    "1900 to 1909, the 20th century": "de 1900 a 1909, século XX",
    "since 2000, or 2000 to 2015": "desde 2000, de 2000 a 2015",
    "first half of 2019": "primeiro semestre de 2019",
    "the last quarter of 2015": "quarto trimestre de 2015",
    "the end of 2025": "fim de 2025",
    "May 2025": "maio de 2025",
    "March 2024": "março de 2024",
    "4 July 2026": "4 de julho de 2026",
    "November 26, 1931": "26 de novembro de 1931",
    "between 1932 and 1933": "entre 1932 e 1933",
    "12,000 to 15,000": "entre 12.000 e 15.000",
}
