"""A value as tokens: figures, words and signs, each with its place in the text.

Everything is decided here once: case, typographic quotes and dashes, fractions and superscripts. Splitting takes time
linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

FIGURE, WORD, SIGN = "figure", "word", "sign"

_DASHES = "\u2013\u2014\u2015"
_CHARACTERS = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212\ufe58\ufe63\uff0d" + _DASHES), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003"), " "),
    0x200B: "",
    0xFEFF: "",
    0x00AD: "",
    0x2044: "/",
}
_SUPERSCRIPT = re.compile("\u207b?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_ENCLOSED = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
"""Digits in circles: the marks of notes, no part of a figure."""
_THOUSANDS = re.compile("(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9]{3}(?![0-9]))")
"""Spaces that do not break a line part the thousands of one figure, and never two figures."""
_DIGIT = re.compile(r"(?![0-9])\d")
"""Decimal digits of other scripts."""
_FROM_TO = re.compile("(?<=[0-9])(?:~|\u301c|\uff5e|\u2026|\\.{3})(?=[$€£]?[0-9])")
"""Between two figures these are dashes: `12~15`, `12…15`."""
_VULGAR = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_TOKEN = re.compile(
    r"""
      (?P<figure> 0,[0-9]+(?![0-9.,])                                 # 0,018 (a decimal comma)
                | (?!0)[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)? # 1,234.5
                | [0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?  # 12,34,567 (Indian)
                | [0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+                    # 1.234.567,89 (continental)
                | [0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])               # 1.234.567
                | [0-9]{1,3}(?:[. '][0-9]{3})*,[0-9]{1,2}(?![0-9,.]) # 12,5 (a decimal comma)
                | [0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:\.[0-9]+)?   # 1 234 567, 1'234'567 (Swiss)
                | [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2}(?![\w.]))?  # 1.5e6
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


_NOTHING = Token("", "", -1, -1)


class _Words(dict[int, str]):
    def __missing__(self, index: int) -> str:
        return ""


class Text:
    """A value split into tokens; `raw` is it after typographic variants are made one.

    `dashed`: an en or em dash stood in it, which joins the ends of a range and never the parts of a date. `at(index)`
    is the text of the token at `index`, "" outside; the grammar asks for it so often that it is a plain look-up.
    `words` are the texts of all tokens, by which a whole branch of the grammar can be left out.
    """

    __slots__ = ("at", "dashed", "raw", "tokens", "words")

    def __init__(self, raw: str, tokens: tuple[Token, ...], dashed: bool = False) -> None:
        self.raw, self.tokens, self.dashed = raw, tokens, dashed
        self.words = frozenset(token.text for token in tokens)
        self.at: Callable[[int], str] = _Words(enumerate(token.text for token in tokens)).__getitem__

    def token(self, index: int) -> Token:
        """The token at `index`, an empty one past the end."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NOTHING

    def between(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        last = min(last, len(self.tokens))
        if first >= last:
            return ""
        return self.raw[self.tokens[first].start : self.tokens[last - 1].end]

    def after(self, index: int) -> str:
        """The text from token `index` to the end."""
        return self.between(index, len(self.tokens))

    def part(self, first: int, last: int) -> Text:
        """The text that ends with token `last - 1`, of which nothing before token `first` is seen."""
        tokens = self.tokens[first:last]
        return Text(self.raw[: tokens[-1].end] if tokens else "", tokens, self.dashed)

    def glued(self, index: int) -> bool:
        """True if no space stands between token `index - 1` and token `index`."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def is_sign(self, index: int) -> bool:
        """True for a plus or minus right before a figure; behind a word or figure it is a hyphen ("around-10%")."""
        before = self.token(index - 1)
        is_joined = index > 0 and before.kind in (WORD, FIGURE) and self.glued(index)
        return self.glued(index + 1) and self.token(index + 1).kind == FIGURE and not is_joined

    def is_hyphen(self, index: int) -> bool:
        """True for a hyphen without spaces around it."""
        return self.at(index) == "-" and self.glued(index) and self.glued(index + 1)

    def is_designation(self, index: int) -> bool:
        """True for the letters of `MS-13`, `F-16`: capitals, joined to a figure by a hyphen."""
        written = self.between(index, index + 1)
        is_joined = self.at(index + 1) == "-" and self.glued(index + 1) and self.glued(index + 2)
        return is_joined and written.isupper() and written.isalpha() and self.token(index + 2).kind == FIGURE

    def integer(self, index: int, digits: int) -> int | None:
        """The whole number of at most `digits` digits and nothing else at token `index`."""
        kind, text, _, _ = self.token(index)
        return int(text) if kind == FIGURE and len(text) <= digits and text.isdigit() else None

    def before(self, index: int, *words: str) -> int:
        """The index of the token before token `index`, or of the one before that if it is one of `words`."""
        return index - 2 if self.at(index - 1) in words else index - 1

    def skip(self, index: int, *words: str) -> int:
        """The index after token `index` if that is one of `words`, else `index`."""
        return index + 1 if self.at(index) in words and index < len(self.tokens) else index


def split(value: str) -> Text:
    """Split `value` into tokens; a full stop or an exclamation mark at its end is none."""
    value = _FROM_TO.sub("\u2013", value)
    raw = value.replace("`", "'") if value.isascii() else _plain(value)
    tokens = []
    for match in _TOKEN.finditer(raw):
        kind = match.lastgroup or SIGN
        text = match.group().lower()
        if kind == WORD:
            text = text.replace(".", "")
        tokens.append(Token(kind, text, match.start(), match.end()))
    if len(tokens) > 1 and tokens[-1].text in (".", "!"):
        tokens.pop()
    is_dashed = not value.isascii() and any(dash in value for dash in _DASHES + "\u2012")
    return Text(raw, tuple(tokens), is_dashed)


_BETWEEN_SPACES = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_LONGEST_WORD = 64
"""Characters of a word in which places are looked for if it is longer or shorter when plain."""


def places(value: str) -> Sequence[int]:
    """The place in `value` of every character of `split(value).raw`, and of its end."""
    if value.isascii():
        return range(len(value) + 1)
    found: list[int] = []
    for match in _BETWEEN_SPACES.finditer(value):
        word, start = match.group(), match.start()
        length = len(word) if word.isascii() else len(_plain(word))
        if length == len(word):
            found.extend(range(start, match.end()))
        elif len(word) > _LONGEST_WORD:
            found.extend([start] * length)
        else:
            ends = [len(_plain(word[:end])) for end in range(1, len(word) + 1)]
            found.extend(start + bisect_right(ends, place, hi=len(ends) - 1) for place in range(length))
    return [*found, len(value)]


def _plain(value: str) -> str:
    """`value` with typographic variants made one."""
    value = _DIGIT.sub(lambda match: str(unicodedata.digit(match.group())), _THOUSANDS.sub("'", value))
    raw = _SUPERSCRIPT.sub(_spell_power, value.translate(_CHARACTERS))
    raw = _VULGAR.sub(_spell_fraction, _ENCLOSED.sub("\u25cf", raw))
    return unicodedata.normalize("NFKC", raw)


def _spell_power(match: re.Match[str]) -> str:
    return "^" + unicodedata.normalize("NFKC", match.group()).replace("\u2212", "-")


def _spell_fraction(match: re.Match[str]) -> str:
    return " " + unicodedata.normalize("NFKC", match.group()).replace("\u2044", "/")


T = TypeVar("T")


class Phrases(Generic[T]):
    """A table from phrases to meanings that finds the longest phrase at a place."""

    def __init__(self, table: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in table.items():
            is_plain = phrase.isascii() and phrase.replace(" ", "").isalpha()
            words = tuple(phrase.lower().split() if is_plain else [token.text for token in split(phrase).tokens])
            self._by_first.setdefault(words[0], []).append((words[1:], meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """What a phrase may begin with: where none of these stands, no phrase does."""
        return frozenset(self._by_first)

    @staticmethod
    def of(phrases: Iterable[str]) -> Phrases[str]:
        """Phrases that mean themselves."""
        return Phrases({phrase: phrase for phrase in phrases})

    def at(self, text: Text, index: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase at token `index`, and the index after it; hyphens join as spaces do."""
        for others, meaning in self._by_first.get(text.at(index), ()):
            place = index + 1
            for word in others:
                if word != "-":
                    place = text.skip(place, "-")
                if text.at(place) != word:
                    break
                place += 1
            else:
                return meaning, place
        return None
