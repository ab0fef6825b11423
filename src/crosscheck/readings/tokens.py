"""A value as tokens: figures, words and signs, each with its place in the text.

Everything is decided here once: case, typographic quotes and dashes, fractions and superscripts. Splitting takes time
linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

FIGURE, WORD, SIGN = "figure", "word", "sign"

_CHARACTERS = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003"), " "),
    **{ord(c): "^" + str(i) for i, c in enumerate("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")},
    0x200B: "", 0xFEFF: "", 0x00AD: "", 0x2044: "/",
}  # fmt: skip
_VULGAR = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_TOKEN = re.compile(
    r"""
      (?P<figure> [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?      # 1,234.5
                | [0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+                    # 1.234.567,89
                | [0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])               # 1.234.567
                | [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?    # 1 234 567
                | [0-9]+(?:\.[0-9]+)?
                | \.[0-9]+ )
    | (?P<word>   (?:[^\W\d_]\.){2,}                                  # p.m., U.S.
                | [^\W\d_]+(?:'[^\W\d_]+)*\.? )
    | (?P<sign>   [<>]= | [^\s] )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """`text` is in lower case without abbreviation dots; `start`, `end` are places in `Text.raw`."""

    kind: str
    text: str
    start: int
    end: int


class Text(NamedTuple):
    """A value split into tokens; `raw` is it after typographic variants are made one."""

    raw: str
    tokens: tuple[Token, ...]

    def between(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        if first >= last:
            return ""
        return self.raw[self.tokens[first].start : self.tokens[last - 1].end]

    def glued(self, index: int) -> bool:
        """True if no space stands between token `index - 1` and token `index`."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start


def split(value: str) -> Text:
    """Split `value` into tokens."""
    raw = _VULGAR.sub(_spell_fraction, value.translate(_CHARACTERS))
    raw = unicodedata.normalize("NFKC", raw)
    tokens = []
    for match in _TOKEN.finditer(raw):
        kind = match.lastgroup or SIGN
        text = match.group().lower()
        if kind == WORD:
            text = text.replace(".", "")
        tokens.append(Token(kind, text, match.start(), match.end()))
    return Text(raw, tuple(tokens))


def _spell_fraction(match: re.Match[str]) -> str:
    return " " + unicodedata.normalize("NFKC", match.group()).replace("\u2044", "/")


T = TypeVar("T")


class Phrases(Generic[T]):
    """A table from phrases to meanings that finds the longest phrase at a place."""

    def __init__(self, table: dict[str, T] | Iterable[str]) -> None:
        meanings = table if isinstance(table, dict) else {phrase: phrase for phrase in table}
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings.items():
            words = tuple(token.text for token in split(phrase).tokens)
            self._by_first.setdefault(words[0], []).append((words, meaning))  # type: ignore[arg-type]
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: Text, index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase at token `index`, and the index after it; hyphens join as spaces do."""
        tokens = text.tokens
        if index >= len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[index].text, ()):
            place = index
            for word in words:
                if place > index and place < len(tokens) and tokens[place].text == "-" and word != "-":
                    place += 1
                if place >= len(tokens) or tokens[place].text != word:
                    break
                place += 1
            else:
                return meaning, place
        return None
