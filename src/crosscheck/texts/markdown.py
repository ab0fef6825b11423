"""Markdown (CommonMark, with tables, struck-out words and notes): words with their lines and columns."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crosscheck.texts.building import Lines
from crosscheck.texts.elements import Elements
from crosscheck.texts.html import feed
from crosscheck.texts.text import Text, Unusable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NESTING = 100
_NOTE = re.compile(r"\[\^\w+\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^\w+\]")
_PIECE = re.compile(r"\s+|\S+")


def read(source: str) -> Text:
    """The text of a document whose lines end with line feeds."""
    elements = Elements()
    reader = _Reader(source, elements)
    for token in _parser().parse(source):
        if token.level >= _NESTING - 2:  # the library leaves out what is deeper
            raise Unusable("is nested too deeply to be read")
        reader.block(token)
    return elements.text()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])


class _Reader:
    """Gives tokens to `elements`. Words are found again in the source, which no token of a line has places of."""

    def __init__(self, source: str, elements: Elements) -> None:
        self._source = source
        self._lines = Lines(source)
        self._elements = elements
        self._at = 0

    def block(self, token: Token) -> None:
        if token.map is not None:
            self._at = max(self._at, self._lines.starts[token.map[0]])
        if token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            feed(token.content, self._elements, self._lines, self._at)
        elif token.type in ("fence", "code_block"):
            self._elements.start("pre", {})
            self._words(token.content)
            self._elements.end("pre")
        else:
            self._tag(token)

    def _inline(self, token: Token) -> None:
        children = token.children or []
        note = _NOTE.match(token.content)
        if note is not None:
            self._elements.start("p", {"role": "doc-footnote"})
        for child in children:
            if child.type == "text":
                content = child.content
                if note is not None:
                    content, note = content.removeprefix(note.group()), None
                self._words(_NOTE_MARK.sub("", content))
            elif child.type == "code_inline":
                self._words(child.content)
            elif child.type == "softbreak":
                self._elements.words("\n")
            elif child.type == "html_inline":
                self._html(child.content)
            elif child.type != "image":
                self._tag(child)

    def _html(self, content: str) -> None:
        found = self._source.find(content, self._at)
        self._at = found + len(content) if found >= 0 else self._at
        feed(content, self._elements)

    def _tag(self, token: Token) -> None:
        if token.nesting < 0:
            self._elements.end(token.tag)
            if token.type == "link_close" and self._source.startswith("](", self._at):
                self._at = max(self._at, self._source.find(")", self._at))
        elif token.tag:
            self._elements.start(token.tag, {key: str(value) for key, value in token.attrs.items()})

    def _words(self, content: str) -> None:
        for piece in _PIECE.findall(content):
            if piece.isspace():
                self._elements.words(piece)
                continue
            found = self._source.find(piece, self._at)
            place = self._lines.place(found if found >= 0 else self._at)
            self._elements.words(piece, place)
            self._at = found + len(piece) if found >= 0 else self._at
