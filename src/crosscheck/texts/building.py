"""Putting a text together, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right

from crosscheck.texts.text import Paragraph, Place, Text


class Lines:
    """Lines and columns of a source in which every line ends with a line feed; `starts` is where each line begins."""

    def __init__(self, source: str) -> None:
        self.starts = [0, *(end.end() for end in re.finditer("\n", source))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(line=line, column=offset - self.starts[line - 1] + 1)


class Builder:
    """Collects words. White space is only put between words of one paragraph."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._start: int | None = None
        self._space = ""
        self._paragraphs: list[Paragraph] = []
        self._anchors: list[tuple[int, Place]] = []

    @property
    def last(self) -> str:
        """The last character of the paragraph so far, "" if nothing or white space stands there."""
        return "" if self._start is None or self._space else self._parts[-1][-1]

    def words(self, words: str, place: Place | None = None) -> None:
        """Add words that begin at a place of the document."""
        if self._start is None:
            if words.isspace():  # what does not break only
                return
            self._add("\n\n" if self._paragraphs else "")
            self._start = self._length
        else:
            self._add(self._space)
        self._space = ""
        if place is not None and not self._goes_on(place):
            self._anchors.append((self._length, place))
        self._add(words)

    def space(self) -> None:
        self._space = self._space or " "

    def line(self, kind: str) -> None:
        """End a line; the second time in a row it is the end of the paragraph."""
        if self._space.endswith("\n"):
            self.end(kind)
        else:
            self._space = "\n"

    def end(self, kind: str) -> None:
        """End the paragraph, if one has begun."""
        if self._start is not None:
            self._paragraphs.append(Paragraph(self._start, self._length, kind))
        self._start = None
        self._space = ""

    def text(self, *notes: str) -> Text:
        self.end("body")
        return Text("".join(self._parts), tuple(self._paragraphs), notes=notes, anchors=tuple(self._anchors))

    def _add(self, part: str) -> None:
        if part:
            self._parts.append(part)
            self._length += len(part)

    def _goes_on(self, place: Place) -> bool:
        """Whether the last anchor gives this place, too."""
        if not self._anchors:
            return False
        start, last = self._anchors[-1]
        return place == (last._replace(column=last.column + self._length - start) if last.column else last)
