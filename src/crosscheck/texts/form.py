"""The form of a text in which words are looked up: what differs in typography only is the same in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, cached_property

BREAK = "\ufdd0"
"""A hyphen at the end of a line, which may part one word or join two; Unicode has no character there."""

_NOTHING = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # soft hyphens, zero widths, marks of direction
_SUPERSCRIPT = "⁰¹²³⁴-⁹"
_LETTER = r"[^\W\d_]"
_CLOSING = r"""[.,;:!?"'”’)\]]"""
_ODD = "|".join(
    [
        r"(?P<broken>[-\u2010\u00ad](?<=\w.)[^\S\n]*+\n\s*+(?=\w))",
        rf"(?P<space>[\s{_NOTHING}](?:[\s{_NOTHING}]++|(?<! )|(?<=\A.)|\Z))",
        r"(?P<ligature>[\ufb00-\ufb06])",
        # Behind a word, a superscript figure is the mark of a note; behind a short one it may be the power of a unit.
        *(
            rf"(?:[{_SUPERSCRIPT}](?<={before}.)[{_SUPERSCRIPT}]*+)"
            for before in (_LETTER * 4, _LETTER + _CLOSING, _LETTER + _CLOSING * 2)
        ),
    ]
)
# Words and figures are whole: "5 million" is not in "1.5 million".
_BEGINS, _ENDS = re.compile(r"(?<!\w)(?<!\d[.,])"), re.compile(r"(?!\w)(?![.,]\d)")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {BREAK: "\ufffd"}
)


class Form:
    """A text in NFC with single spaces, straight quote marks, hyphens for dashes and letters for ligatures.

    `stretches` of it that are as long as what they stand for begin at `_starts`, and there at `_places` of the text.
    """

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        length = at = 0

        def add(part: str, place: int) -> None:
            nonlocal length
            self._starts.append(length)
            self._places.append(place)
            parts.append(part)
            length += len(part)

        for match in _odd(unicodedata.is_normalized("NFC", text)).finditer(text):
            if match.start() > at:
                add(text[at : match.start()].translate(_ALIKE), at)
            add(_plain_part(match), match.start())
            at = match.end()
        if at < len(text):
            add(text[at:].translate(_ALIKE), at)
        add("", len(text))
        self.text = "".join(parts)
        self._has_breaks = BREAK in self.text

    def find(self, words: str, start: int = 0) -> tuple[int, int] | None:
        """Where `words`, as whole words and whole figures, first stand from `start` on: offsets in the text."""
        looked_for = plain(words)
        at = self._not_before(looked_for, self._at(start)) if looked_for else None
        if at is None:
            return None
        if self._has_breaks:
            found = _whole(looked_for).search(self.text, at)
            return (self._begin(found.start()), self._end(found.end())) if found is not None else None
        while (at := self.text.find(looked_for, at)) >= 0:  # many times as quick as a pattern
            if self._is_whole(at, at + len(looked_for)):
                return self._begin(at), self._end(at + len(looked_for))
            at += 1
        return None

    def _not_before(self, looked_for: str, start: int) -> int | None:
        """Where to look from `start` on, by where each word stands first and last; None if one does not stand there."""
        for match in _WORD.finditer(looked_for):
            word, before = match.group(), match.start()
            if self._has_breaks:
                if not word.isdigit():
                    continue  # the end of a line may part it
                before *= 2  # or there may be such an end behind each sign
            if word not in self._words or self._words[word][1] < start:
                return None
            start = max(start, self._words[word][0] - before)
        return start

    @cached_property
    def _words(self) -> dict[str, tuple[int, int]]:
        """Where each word begins the first time and the last time."""
        found: dict[str, tuple[int, int]] = {}
        for match in _WORD.finditer(self.text):
            word, at = match.group(), match.start()
            found[word] = found.get(word, (at, at))[0], at
        return found

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether words and figures are whole from there to there."""
        begins = not self.text[start].isalnum() or _BEGINS.match(self.text, start)
        return bool(begins and (not self.text[end - 1].isalnum() or _ENDS.match(self.text, end)))

    def _at(self, place: int) -> int:
        """The offset in the form of the first character that stands at `place` of the text or behind it."""
        index = bisect_left(self._places, place)
        here = self._starts[index] if index < len(self._starts) else len(self.text)
        if index == 0:
            return here
        return min(here, self._starts[index - 1] + place - self._places[index - 1])

    def _begin(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return self._places[index] + offset - self._starts[index]

    def _end(self, offset: int) -> int:
        index = bisect_left(self._starts, offset)
        if self._starts[index] == offset:
            return self._places[index]
        return self._places[index - 1] + offset - self._starts[index - 1]


def plain(text: str) -> str:
    """A text in the form in which words are looked up; a hyphen at the end of a line is one."""
    return Form(text).text.replace(BREAK, "-")


def _plain_part(odd: re.Match[str]) -> str:
    """What stands in the form for a match of `_odd`."""
    match odd.lastgroup:
        case "broken":
            return BREAK
        case "space":
            is_edge = odd.start() == 0 or odd.end() == len(odd.string)
            return " " if not is_edge and any(map(str.isspace, odd.group())) else ""
        case "ligature":
            return unicodedata.normalize("NFKC", odd.group())
        case "letter":
            return unicodedata.normalize("NFC", odd.group()).translate(_ALIKE)
    return ""


@cache
def _odd(is_composed: bool) -> re.Pattern[str]:
    """What is not as long in the form as in the text; where a text is not in NFC, its accented letters too."""
    if is_composed:
        return re.compile(_ODD)
    joining = (c for c in map(chr, range(0x300, 0x10000)) if unicodedata.category(c).startswith("M"))
    marks = "".join((*joining, "\u1160-\u11ff"))  # and the later parts of Hangul syllables
    return re.compile(rf"{_ODD}|(?P<letter>\S[{marks}]++|[^\x00-\u02ff])")


def _whole(words: str) -> re.Pattern[str]:
    """Plain words that the ends of lines may part."""
    before = _BEGINS.pattern if words[0].isalnum() else ""
    after = _ENDS.pattern if words[-1].isalnum() else ""
    return re.compile(before + _broken(words) + after)


def _broken(words: str) -> str:
    """A pattern of words that may go on in the next line after a hyphen."""
    parts = []
    for here, following in zip(words, f"{words[1:]} ", strict=True):
        parts.append(f"[-{BREAK}] ?" if here == "-" else re.escape(here))
        if here.isalpha() and following.isalpha():
            parts.append(f"{BREAK}?")
    return "".join(parts).replace(r"] ?\ ", "] ?")
