"""What is counted: whether the nouns of two counts may be of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crosscheck.model import Row
from crosscheck.readings.lexicon import en

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=10_000)
def counted(noun: str) -> frozenset[str]:
    """The words that say what is counted, each under one form; empty if nothing is said."""
    found: set[str] = set()
    for word in _WORD.findall(noun.casefold()):
        if word in en.DEAD:
            found |= {"dead", "person"}
        elif word in en.PERSONS:
            found.add("person")
        elif word not in en.UNCOUNTED:
            found.add(word[:-1] if word.endswith("s") and not word.endswith("ss") else word)
    return frozenset(found)


def differ(one: str, other: str) -> bool:
    """Whether two nouns count different things: "people killed" is no other noun than "people", "families" is."""
    first, second = counted(one), counted(other)
    return bool(first and second) and not (first <= second or second <= first)


def of_one_noun(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in groups that count one thing; where several are counted, what names none of them is in no group."""
    nouns = sorted({row.reading.noun for row in rows if row.reading.noun})
    if not any(differ(one, other) for one in nouns for other in nouns):
        return [list(rows)]
    groups = [[row for row in rows if row.reading.noun and not differ(row.reading.noun, noun)] for noun in nouns]
    ids = [frozenset(row.claim.id for row in group) for group in groups]
    kept = {own: group for own, group in zip(ids, groups, strict=True) if not any(own < other for other in ids)}
    return list(kept.values())
