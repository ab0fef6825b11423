"""The text of a document, its paragraphs, and where in the document each word stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from crosscheck.texts.form import Form


class Unusable(Exception):
    """Why a document cannot be read: a sentence without its subject, such as "is encrypted"."""


class Place(NamedTuple):
    """A place in a document, counted from 1; 0 is what its format does not have.

    Plain text, Markdown and HTML have lines and columns of the file, PDFs pages with lines, Word documents the
    paragraphs that are not empty, cells and notes among them.
    """

    page: int = 0
    paragraph: int = 0
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        named = {"page": self.page, "paragraph": self.paragraph, "line": self.line}
        return ", ".join(f"{name} {number}" for name, number in named.items() if number)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch `[start, end)` of `Text.shown`; `kind` is body, heading, cell, footnote or caption."""

    start: int
    end: int
    kind: str = "body"


@dataclass(frozen=True)
class Text:
    """What a document says, with characters as it has them; blank lines stand between paragraphs.

    `sha256` is of the bytes of the document. `notes` are sentences about what a reader should know, such as a page
    without text. `anchors` are places of the document, each with the offset in `shown` where it stands.
    """

    shown: str
    paragraphs: tuple[Paragraph, ...]
    sha256: str = ""
    notes: tuple[str, ...] = ()
    anchors: tuple[tuple[int, Place], ...] = ()

    def place(self, offset: int) -> Place:
        """Where in the document the character at an offset in `shown` stands."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor[0])
        start, place = self.anchors[max(index - 1, 0)]
        if place.column:
            place = place._replace(column=place.column + max(offset - start, 0))
        return min([place, *(later for _, later in self.anchors[index : index + 1])])

    def find(self, words: str, start: int = 0) -> tuple[int, int] | None:
        """The stretch `[start, end)` of `shown` where `words` first stand, from `start` on; None if nowhere.

        They are looked up as whole words and whole figures, over the ends of lines and paragraphs. White space, soft
        hyphens, ligatures, and the shapes of quote marks and dashes make no difference; case does.
        """
        return self._form.find(words, start)

    @cached_property
    def _form(self) -> Form:
        return Form(self.shown)
