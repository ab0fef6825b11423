"""How alike the words of two quotations are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from crosscheck.readings.lexicon import en
from crosscheck.readings.wordings import GAP, is_number

RUN, RARE = 4, 2
"""Two quotations with so many words in a row in common, of which so many are uncommon, are one."""

_NUMBER = "#"


def likeness(one: Sequence[str], other: Sequence[str]) -> Fraction:
    """The share of the words of the longer quotation that stands in both, in order.

    A number is like any other one, and a plural like its singular: these are what is misquoted.
    """
    longest = max(len(one), len(other))
    return Fraction(LCSseq.similarity(_stems(one), _stems(other)), longest) if longest else Fraction(0)


def shares_a_rare_run(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both have a run of words that is long and uncommon enough not to be there by chance."""
    return not _rare_runs(tuple(one)).isdisjoint(_rare_runs(tuple(other)))


@lru_cache(maxsize=10_000)
def _rare_runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    runs = (words[place : place + RUN] for place in range(len(words) - RUN + 1))
    return frozenset(run for run in runs if GAP not in run and sum(map(_is_uncommon, run)) >= RARE)


def _is_uncommon(word: str) -> bool:
    return word not in en.COMMON_WORDS and not is_number(word)


def _stems(words: Sequence[str]) -> list[str]:
    return [_NUMBER if is_number(word) else _singular(word) for word in words]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > RUN and word.endswith("s") and not word.endswith("ss") else word
