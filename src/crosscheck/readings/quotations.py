"""The words of a quotation, for comparing: without case, punctuation and quote marks; numbers as numbers."""

from __future__ import annotations

import re

from crosscheck.readings.errors import ReadingError
from crosscheck.readings.numbers.numerals import parse_number
from crosscheck.readings.tokens import FIGURE, WORD, Text, split

GAP = ""
"""Stands for any words: `[…]`, a bracketed word, an ellipsis."""

_GAP = re.compile(r"\[[^\[\]]*\]|…|\.(?:\s?\.){2,}")
_MARK = "\ue000"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a quotation; `GAP` where something may have been left out or put in."""
    tokens = split(_GAP.sub(f" {_MARK} ", text))
    words: list[str] = []
    index = 0
    while index < len(tokens.tokens):
        token = tokens.tokens[index]
        number = _number(tokens, index) if token.kind in (FIGURE, WORD) else None
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


def _number(text: Text, index: int) -> tuple[str, int] | None:
    """A number as one word; a figure of too many digits stays the word that it is."""
    try:
        parsed = parse_number(text, index)
    except ReadingError:
        return None
    return (str(parsed[0].value), parsed[1]) if parsed is not None else None
