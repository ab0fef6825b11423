"""How alike the words of two quotations are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from crosscheck.model import Row
from crosscheck.problems import shown
from crosscheck.readings.lexicon import en
from crosscheck.readings.wordings import GAP, is_number, words_of

RUN, RARE = 4, 2
"""Two quotations with so many words in a row in common, of which so many are uncommon, are one."""

FEW_WORDS = 4
"""So many words that differ are shown."""

BEFORE = 4
"""So many words are shown before those in which two quotations differ."""

PLURAL = 4
"""A word of no more letters is as it is: "this", "news" and "his" are no plurals."""

YEAR = 4
"""A number of no more digits is shown without separators: it may be a year."""

_NUMBER = "#"
_SIGNS = re.compile(r"[^\w]+")


def likeness(one: Sequence[str], other: Sequence[str]) -> Fraction:
    """The share of the words of the longer quotation that stands in both, in order.

    A number is like any other one, and a plural like its singular: these are what is misquoted.
    """
    longest = max(len(one), len(other))
    return Fraction(LCSseq.similarity(_stems(one), _stems(other)), longest) if longest else Fraction(0)


def explained_quotations(a: Row, b: Row) -> Iterator[str]:
    """A few words are others, or only in one of the two, and all before and after them is the same."""
    one, other = (words_of(row.claim.read_as or row.claim.text) for row in (a, b))
    shorter = min(len(one), len(other))
    same = [x == y for x, y in zip(one, other, strict=False)]
    before = next((place for place, is_same in enumerate(same) if not is_same), shorter)
    ends = [x == y for x, y in zip(reversed(one[before:]), reversed(other[before:]), strict=False)]
    after = next((place for place, is_same in enumerate(ends) if not is_same), len(ends))
    parts = [words[before : len(words) - after] for words in (one, other)]
    longest = max(map(len, parts))
    if not longest or longest > min(FEW_WORDS, before + after) or any(GAP in part for part in parts):
        return
    first, second = (shown(" ".join(map(_written, part))) for part in parts)
    if not all(parts):
        count = "one word" if longest == 1 else "words"
        yield f"{count} in one quotation only: {first if parts[0] else second}"
        return
    name = "one word different" if [*map(len, parts)] == [1, 1] else "other words"
    yield f"{name}: {first} against {second}"


def shares_a_rare_run(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both have a run of words that is long and uncommon enough not to be there by chance."""
    return not _rare_runs(tuple(one)).isdisjoint(_rare_runs(tuple(other)))


def around_difference(one: str, other: str, limit: int) -> tuple[str, str]:
    """Two texts, of each that is longer than `limit` characters the words from just before their first difference."""
    words, others = one.split(), other.split()
    alike = zip(map(_bare, words), map(_bare, others), strict=False)
    first = next((place for place, (a, b) in enumerate(alike) if a != b), min(len(words), len(others)))
    start = max(first - BEFORE, 0)
    if start == 0 or first == len(words) == len(others):
        return one, other
    if len(one) > limit:
        one = "… " + " ".join(words[start:])
    if len(other) > limit:
        other = "… " + " ".join(others[start:])
    return one, other


def _bare(word: str) -> str:
    return _SIGNS.sub("", word.casefold())


@lru_cache(maxsize=10_000)
def _rare_runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    runs = (words[place : place + RUN] for place in range(len(words) - RUN + 1))
    return frozenset(run for run in runs if GAP not in run and sum(map(_is_uncommon, run)) >= RARE)


def _is_uncommon(word: str) -> bool:
    return word not in en.COMMON_WORDS and not is_number(word)


def _stems(words: Sequence[str]) -> list[str]:
    return [_NUMBER if is_number(word) else _singular(word) for word in words]


def _written(word: str) -> str:
    """A word as it is shown: a whole number with its separators."""
    return f"{int(word):,}" if word.isascii() and word.isdigit() and len(word) > YEAR else word


def _singular(word: str) -> str:
    return word[:-1] if len(word) > PLURAL and word.endswith("s") and not word.endswith("ss") else word
