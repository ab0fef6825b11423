"""The words that the grammar knows, as tables: data only, one table a concept, one obvious place for each word.

`units.py` and `currencies.py` have what every language shares: factors, dimensions, signs, codes. A language is a
folder: numbers, amounts, dates, currencies. `en/` has the words of the grammar; the others (`es/`) say theirs in terms
of the English ones, under the names that `languages.Language` asks for. Keys are phrases as a text spells them, in
lower case, of which the longest one that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, which a `|` or the end of a line parts."""
    return frozenset(parted(text))


def words(text: str) -> frozenset[str]:
    """The words of a text, which spaces part."""
    return frozenset(text.split())


def in_order(text: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """The number of every word, counted up from `first`; words between two `|` have one number."""
    return {word: first + step * place for place, group in enumerate(parted(text)) for word in group.split()}


def by_phrase(groups: Mapping[T, str]) -> dict[str, T]:
    """The meaning of every phrase, from the phrases of every meaning."""
    return {phrase: meaning for meaning, text in groups.items() for phrase in parted(text)}


def meanings(**groups: str) -> dict[str, str]:
    """The meaning of every phrase, where meanings are words."""
    return by_phrase(groups)


def parted(text: str) -> list[str]:
    """The phrases of a text in their order."""
    return [phrase for part in re.split(r"[|\n]", text) if (phrase := " ".join(part.split()))]
