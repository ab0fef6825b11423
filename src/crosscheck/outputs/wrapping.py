"""Lines for a terminal: broken between words at its width. What goes into a file or a pipe stays as it is."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from typing import TextIO

NARROWEST = 20
"""Columns of a terminal in which nothing is broken: it would be a word a line."""
INDENT = 2
"""What follows a break is so much further in than its line."""

_PAINT = re.compile(r"\x1b\[[\d;]*m")


def for_terminal(text: str, stream: TextIO | None) -> str:
    """`text` as it is printed to `stream`."""
    width = width_of(stream)
    return text if width is None else wrapped(text, width)


def width_of(stream: TextIO | None) -> int | None:
    """The columns of the terminal that a stream writes to, as `COLUMNS` has them or the system; None if it is none."""
    try:
        if stream is None or not stream.isatty():
            return None
        told = os.environ.get("COLUMNS", "")
        return int(told) if told.isascii() and told.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # it is closed, or no file
        return None


def wrapped(text: str, width: int) -> str:
    """`text` with each line broken between words where it is longer than `width`. A word is never broken."""
    if width < NARROWEST:
        return text
    return "\n".join(line if _columns(line) <= width else "\n".join(_broken(line, width)) for line in text.split("\n"))


def _broken(line: str, width: int) -> Iterator[str]:
    indent = min(len(line) - len(line.lstrip(" ")) + INDENT, width // 2)
    made, columns, is_empty = "", 0, True
    for word in re.split(r"(?<=\S)(?= )", line):
        more = _columns(word)
        if columns + more > width and not is_empty:
            yield made
            word = word.lstrip(" ")
            made, columns = " " * indent, indent
            more = _columns(word)
        made, columns, is_empty = made + word, columns + more, False
    yield made


def _columns(text: str) -> int:
    """How wide a terminal shows a text: colours take no room, letters of East Asia that of two."""
    shown = _PAINT.sub("", text)
    if shown.isascii():
        return len(shown)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in shown)
    return len(shown) + wide - sum(map(bool, map(unicodedata.combining, shown)))
