"""Values that are words instead of figures: categories, identifiers, lists of names, quotations."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from crosscheck.model import Kind, Reading
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.numbers import parse_number
from crosscheck.readings.tokens import FIGURE, WORD, Text, split
from crosscheck.vocabulary import normalise

GAP = ""
"""Stands for any words of a quotation: `[…]`, a bracketed word, an ellipsis."""

_OTHER = re.compile(r"\b(?:an)?others?\b", re.IGNORECASE)
_SEPARATORS = re.compile(r" ?, and | ?, ?| and ")
_GAP = re.compile(r"\[[^\[\]]*\]|…|\.(?:\s?\.){2,}")
_MARK = "\ue000"


def read_wording(value: str, kind: Kind, language: str = "", the: Collection[str] = ()) -> Reading:
    """A category or a quotation: its words, normalised; of an identifier all signs but spaces, without case.

    `language` is "" for English; `the` has the articles of another one, which a category has not before it.
    """
    if kind is Kind.IDENTIFIER:
        return Reading(kind, kind.value, None, None, terms=("".join(value.split()).casefold(),))
    words = value if kind is Kind.QUOTATION else without_article(value.strip(), the)
    return Reading(kind, kind.value, None, None, terms=(normalise(words),), language=language)


@lru_cache(maxsize=16)
def _separators(conjunctions: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(conjunctions)))
    return re.compile(rf" ?, (?:{words}) | ?, ?| (?:{words}) ")


def without_article(name: str, the: Collection[str]) -> str:
    """A name without an article in small letters before it: "la Unión Europea", not "El Salvador"."""
    first, space, rest = name.partition(" ")
    if space and rest and first in the:
        return rest
    elided, mark, rest = name.replace("’", "'").partition("'")
    return rest if rest and f"{elided}{mark}" in the else name


def says_other(value: str | tuple[str, ...], words: Collection[str] = ()) -> bool:
    """True if a list is of other names than were named before: "other cartels", "two other sons".

    `words` are those of another language for "other".
    """
    parts = value if isinstance(value, tuple) else (value,)
    if words:
        return any(word in words for part in parts for word in part.casefold().split())
    return any(_OTHER.search(part) for part in parts)


def read_names(
    value: str | tuple[str, ...], language: str = "", conjunctions: Collection[str] = (), the: Collection[str] = ()
) -> Reading:
    """A set of names: a list, or a text split at commas and "and".

    `language` is "" for English; in another one its `conjunctions` are what "and" is, and its articles (`the`) are
    taken off.
    """
    # Runs of spaces would be tried at each of their places.
    separators = _separators(frozenset(conjunctions)) if conjunctions else _SEPARATORS
    parts = value if isinstance(value, tuple) else separators.split(" ".join(value.split()))
    names = tuple(sorted({normalise(without_article(part.strip(), the)) for part in parts if part.strip()}))
    if not names:
        raise ReadingError("a list of names without a name")
    return Reading(Kind.NAMES, "names", None, None, terms=names, language=language)


def phrases_of(text: str) -> list[str]:
    """A quotation in parts between its gaps."""
    return _GAP.split(text)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a quotation, for comparing: without case, punctuation and quote marks; numbers as numbers.

    `GAP` stands where something may have been left out or put in.
    """
    tokens = split(_GAP.sub(f" {_MARK} ", text))
    words: list[str] = []
    index = 0
    while index < len(tokens.tokens):
        token = tokens.tokens[index]
        number = _number_word(tokens, index) if token.kind in (FIGURE, WORD) else None
        if number is not None:
            words.append(number[0])
            index = number[1]
            continue
        if token.text == _MARK:
            words.append(GAP)
        elif token.kind in (FIGURE, WORD):
            words.append(token.text)
        index += 1
    return tuple(words)


def is_number(word: str) -> bool:
    """True for a word of a quotation that is a number."""
    return word[:1].isdigit() or word[:2].lstrip("-").isdigit()


def _number_word(text: Text, index: int) -> tuple[str, int] | None:
    """A number as one word; a figure of too many digits stays the word that it is."""
    try:
        parsed = parse_number(text, index)
    except ReadingError:
        return None
    return (str(parsed[0].value), parsed[1]) if parsed is not None else None
