"""What is counted: whether the nouns of two counts may be of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crosscheck.model import Reading, Row
from crosscheck.readings.languages import language_of
from crosscheck.readings.lexicon import en

_WORD = re.compile(r"[^\W\d_]+")
_OF = ":"
"""Between a language and a word of it."""


@lru_cache(maxsize=10_000)
def counted(noun: str, language: str = "") -> frozenset[str]:
    """The words that say what is counted, each under one form; empty if nothing is said.

    Words of another language are the English ones where these are known, else they have their language before them.
    """
    known = language_of(language) if language else None
    found: set[str] = set()
    for word in _WORD.findall(noun.casefold()):
        english = known.word(word) if known is not None else word
        for each in english.split():
            found |= _named(each)
        if not english:
            found.add(f"{language}{_OF}{_singular(word)}")
    return frozenset(found)


def _named(word: str) -> set[str]:
    if word in en.DEAD:
        return {"dead", "person"}
    if word in en.PERSONS:
        return {"person"}
    return set() if word in en.UNCOUNTED else {_singular(word)}


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def differ(one: Reading, other: Reading) -> bool:
    """Whether two readings count different things: "people killed" is no other noun than "people", "families" is.

    Of words of two languages nobody knows that they differ, but for those that are known in English.
    """
    first, second = (counted(reading.noun, reading.language) for reading in (one, other))
    if one.language != other.language:
        first, second = (frozenset(word for word in words if _OF not in word) for words in (first, second))
    return bool(first and second) and not (first <= second or second <= first)


def of_one_noun(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in groups that count one thing; where several are counted, what names none of them is in no group."""
    said = {(row.reading.noun, row.reading.language): row.reading for row in rows if row.reading.noun}
    nouns = [said[noun] for noun in sorted(said)]
    if not any(differ(one, other) for one in nouns for other in nouns):
        return [list(rows)]
    groups = [[row for row in rows if row.reading.noun and not differ(row.reading, noun)] for noun in nouns]
    ids = [frozenset(row.claim.id for row in group) for group in groups]
    kept = {own: group for own, group in zip(ids, groups, strict=True) if not any(own < other for other in ids)}
    return list(kept.values())
