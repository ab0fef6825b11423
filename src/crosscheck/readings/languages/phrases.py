"""Phrases of another language with slots, and what English has in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from crosscheck.readings.languages.scan import SIGN, Token, Writing, folded, words_of

T = TypeVar("T")
Slot = Callable[[Sequence[Token], int], tuple[str, int] | None]
"""What stands at a token, in English, and the index behind it."""
END = "{end}"
"""In a pattern: nothing may follow, or a comma or a closing sign."""
_CLOSING = frozenset(',;.)"')
_SLOT = re.compile(r"\{[a-z]+[0-9]?\}")


class Table(Generic[T]):
    """A table from phrases to meanings that finds the longest phrase at a token."""

    def __init__(self, table: Mapping[str, T], writing: Writing) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in table.items():
            first, *others = words_of(phrase, writing)
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


class _Node:
    """What may follow in a phrase: words, and slots with what stands for them; `english` if a phrase ends here."""

    __slots__ = ("ends", "english", "order", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = {}
        self.slots: dict[str, _Node] = {}
        self.ends: _Node | None = None
        self.english: str | None = None
        self.order = 0

    def child(self, part: str, kept: str) -> _Node:
        if part == END:
            self.ends = self.ends or _Node()
            return self.ends
        if _SLOT.fullmatch(part):
            return self.slots.setdefault(part, _Node())
        return self.words.setdefault(folded(part, kept), _Node())


class _Match(NamedTuple):
    """The longest match is the greatest; of two the one of more parts, then the one that stands first."""

    after: int
    parts: int
    order: int
    english: str
    filled: dict[str, str]


class Patterns:
    """Phrases with slots: `hace {number} {time}` is `{number} {time} ago`.

    A word in brackets may be left out, `|` parts words of which one stands there. What is "" in English is refused.
    """

    def __init__(self, table: Mapping[str, str], slots: Mapping[str, Slot], writing: Writing) -> None:
        self._slots = slots
        self._root = _Node()
        for order, (written, english) in enumerate(table.items()):
            for parts in _variants(written):
                node = self._root
                for part in parts:
                    node = node.child(part, writing.kept)
                if node.english is None:
                    node.english, node.order = english, -order

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The English of the longest phrase at a token, of two the one of more parts, and the index behind it."""
        best = max(self._matches(self._root, tokens, index, 0, {}), default=None, key=lambda match: match[:3])
        if best is None:
            return None
        return _SLOT.sub(lambda match: best.filled[match.group()], best.english), best.after

    def _matches(
        self, node: _Node, tokens: Sequence[Token], index: int, parts: int, filled: dict[str, str]
    ) -> Iterator[_Match]:
        """Every phrase that goes on from a node at a token."""
        if node.english is not None:
            yield _Match(index, parts, node.order, node.english, filled)
        if node.ends is not None and _ends(tokens, index):
            yield from self._matches(node.ends, tokens, index, parts + 1, filled)
        if index >= len(tokens):
            return
        following = node.words.get(tokens[index].text)
        if following is not None:
            yield from self._matches(following, tokens, index + 1, parts + 1, filled)
        for part, behind in node.slots.items():
            found = self._slots[part.strip("{}0123456789")](tokens, index)
            if found is not None:
                yield from self._matches(behind, tokens, found[1], parts + 1, {**filled, part: found[0]})


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """True if no word or figure stands at a token that could go on with what stands before it."""
    return index >= len(tokens) or (tokens[index].kind == SIGN and tokens[index].text in _CLOSING)


def _variants(written: str) -> Iterable[tuple[str, ...]]:
    choices = []
    for part in written.split():
        is_optional = part.startswith("[")
        choices.append((*part.strip("[]").split("|"), *([""] if is_optional else ())))
    return (tuple(part for part in parts if part) for parts in product(*choices))
