"""Words that the ends of lines part, whole again for whoever reads values: "$2 mil-", "lion" in the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.readings.amounts.units import find_unit
from crosscheck.readings.lexicon import en

_BROKEN = re.compile(r"([^\W\d_]*)([-\u2010\u00ad])[^\S\n]*\n\s*(?=([^\W\d_]*))")
_KNOWN = frozenset(
    word.lower()
    for words in (en.CARDINALS, en.SCALES, en.CALENDAR_UNITS, en.MONTH_NAMES, en.WEEKDAY_NAMES, en.HEDGES)
    for word in words
)


def mended(words: str) -> tuple[str, Sequence[int]]:
    """Words without line ends behind hyphens, and the place in `words` of each character and of the end.

    The hyphen goes where both parts are one word of values, or where it is a soft one; else it may join two words.
    """
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in _BROKEN.finditer(words):
        before, hyphen, after = match.groups()
        end = match.start(2) if hyphen == "\u00ad" or (before and _is_known(before + after)) else match.end(2)
        parts.append(words[at:end])
        places.extend(range(at, end))
        at = match.end()
    if not parts:
        return words, range(len(words) + 1)
    return "".join([*parts, words[at:]]), [*places, *range(at, len(words) + 1)]


def _is_known(word: str) -> bool:
    return word.lower() in _KNOWN or find_unit(word) is not None
