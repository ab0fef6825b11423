"""Phrases of another language with slots, and what English has in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from crosscheck.readings.languages.scan import SIGN, Token, Writing, folded, scan

T = TypeVar("T")
Slot = Callable[[Sequence[Token], int], tuple[str, int] | None]
"""What stands at a token, in English, and the index behind it."""
END = "{end}"
"""In a pattern: nothing may follow, or a comma or a closing sign."""
_CLOSING = frozenset(',;.)"')
_SLOT = re.compile(r"\{([a-z]+)[0-9]?\}")


class Table(Generic[T]):
    """A table from phrases to meanings that finds the longest phrase at a token."""

    def __init__(self, table: Mapping[str, T], writing: Writing) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in table.items():
            first, *others = (token.text for token in scan(phrase, writing)[1])
            self._by_first.setdefault(first, []).append((tuple(others), meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase at a token, and the index behind it."""
        if index >= len(tokens):
            return None
        for others, meaning in self._by_first.get(tokens[index].text, ()):
            after = index + 1 + len(others)
            if len(tokens) >= after and all(
                tokens[index + 1 + place].text == word for place, word in enumerate(others)
            ):
                return meaning, after
        return None


class _Pattern(NamedTuple):
    parts: tuple[str, ...]
    """Words, and slots in braces."""
    english: str


class Patterns:
    """Phrases with slots: `hace {number} {time}` is `{number} {time} ago`.

    A word in brackets may be left out, `|` parts words of which one stands there. What is "" in English is refused.
    """

    def __init__(self, table: Mapping[str, str], slots: Mapping[str, Slot], writing: Writing) -> None:
        self._slots = slots
        self._by_first: dict[str, list[_Pattern]] = {}
        for written, english in table.items():
            for parts in _variants(written):
                found = tuple(part if part.startswith("{") else folded(part, writing.kept) for part in parts)
                first = "" if found[0].startswith("{") else found[0]
                self._by_first.setdefault(first, []).append(_Pattern(found, english))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The English of the longest phrase at a token, of two the one of more parts, and the index behind it."""
        if index >= len(tokens):
            return None
        best: tuple[str, int] | None = None
        most = 0
        for pattern in (*self._by_first.get(tokens[index].text, ()), *self._by_first.get("", ())):
            found = self._match(pattern, tokens, index)
            if found is not None and (best is None or (found[1], len(pattern.parts)) > (best[1], most)):
                best, most = found, len(pattern.parts)
        return best

    def _match(self, pattern: _Pattern, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        filled: dict[str, str] = {}
        for part in pattern.parts:
            if part == END:
                if not _ends(tokens, index):
                    return None
                continue
            if index >= len(tokens):
                return None
            slot = _SLOT.fullmatch(part)
            if slot is None:
                if tokens[index].text != part:
                    return None
                index += 1
                continue
            found = self._slots[slot[1]](tokens, index)
            if found is None:
                return None
            filled[part], index = found
        return re.sub(r"\{[a-z]+[0-9]?\}", lambda match: filled[match.group()], pattern.english), index


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """True if no word or figure stands at a token that could go on with what stands before it."""
    return index >= len(tokens) or (tokens[index].kind == SIGN and tokens[index].text in _CLOSING)


def _variants(written: str) -> Iterable[tuple[str, ...]]:
    choices = []
    for part in written.split():
        is_optional = part.startswith("[")
        choices.append((*part.strip("[]").split("|"), *([""] if is_optional else ())))
    return (tuple(part for part in parts if part) for parts in product(*choices))
