"""The quote of a value: a few words of its sentence, verbatim, that say what it is a value of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.texts import Text
from crosscheck.workspace.texts import LONGEST_QUOTE

BEFORE, AFTER = 4, 3
"""So many words before a value and behind it are quoted, fewer where its clause begins or ends; more if need be."""

_WORD = re.compile(r"\S+")
_OPENING = "\"'“‘«([{—–"
_CLOSING = "\"'”’»)]}—–.,;:!?…"
_INITIALS = re.compile(r"(?<![^\W_])[^\W\d_]\.$")
_ENDS_CLAUSE = re.compile(r"""[,;:.!?…—–)\]]["'”’»)\]]*$""")
_FIGURE = re.compile(r"\d")
_PARTS = re.compile(rf"{_ENDS_CLAUSE.pattern}|\d")
"""What a quote does not reach over by itself: the end of a clause, another figure."""


def quote_of(text: Text, sentence: tuple[int, int], start: int, end: int) -> str | None:
    """The quote of the value at `[start, end)`, 15 words at most; None if that many cannot hold it.

    Where the text has the words before that place already, more words are taken until it has not.
    """
    words = [match.span() for match in _WORD.finditer(text.shown, *sentence)]
    inside = [place for place, (first, behind) in enumerate(words) if first < end and start < behind]
    if not inside or len(inside) > LONGEST_QUOTE or inside[-1] - inside[0] >= LONGEST_QUOTE:
        return None
    found = None
    for first, last in _windows(text.shown, words, inside[0], inside[-1]):
        quote = _trimmed(text.shown, words[first][0], words[last][1], start, end)
        place = text.find(quote)
        if place is not None and len(quote.split()) <= LONGEST_QUOTE:
            found = found or quote
            if place[0] <= start and end <= place[1]:
                return quote
    return found


def _windows(shown: str, words: list[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The first and last word of each quote to try: within the clause, then a word more on either side, in turn."""
    low, high = first, last
    while low > 0 and first - low < BEFORE and not _PARTS.search(shown[slice(*words[low - 1])]):
        low -= 1
    while high < len(words) - 1 and not _ENDS_CLAUSE.search(shown[slice(*words[high])]):
        if _FIGURE.search(shown[slice(*words[high + 1])]):
            break
        in_name = high > last and all(shown[words[place][0]].isupper() for place in (high, high + 1))
        if high - last >= AFTER and not in_name:
            break
        high += 1
    while high - low >= LONGEST_QUOTE:
        low, high = (low + 1, high) if low < first else (low, high - 1)
    yield low, high
    while high - low < LONGEST_QUOTE - 1 and (low > 0 or high < len(words) - 1):
        low, high = (low - 1, high) if low > 0 else (low, high + 1)
        yield low, high


def _trimmed(shown: str, first: int, behind: int, start: int, end: int) -> str:
    """The words from one place to another, on one line, without the punctuation around them that is not the value's."""
    head, tail = shown[first:start].lstrip(_OPENING), shown[end:behind]
    tail = tail if _INITIALS.search(tail) else tail.rstrip(_CLOSING)
    return " ".join(f"{head}{shown[start:end]}{tail}".split())
