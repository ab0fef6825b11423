"""The words of a quotation, for comparing: without case, punctuation and quote marks; numbers as numbers."""

from __future__ import annotations

import re

from crosscheck.readings.numerals import parse_number
from crosscheck.readings.tokens import FIGURE, WORD, split

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
        number = parse_number(tokens, index) if token.kind in (FIGURE, WORD) else None
        if number is not None:
            words.append(str(number[0].value))
            index = number[1]
            continue
        if token.text == _MARK:
            words.append(GAP)
        elif token.kind in (FIGURE, WORD):
            words.append(token.text)
        index += 1
    return tuple(words)
