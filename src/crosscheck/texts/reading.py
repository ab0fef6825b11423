"""Reading a document: its format, its characters, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from crosscheck.files import STANDARD_INPUT, read_bytes
from crosscheck.problems import InputError, Position, Problem
from crosscheck.texts.building import Lines
from crosscheck.texts.text import Paragraph, Text, Unusable

LARGEST = 64_000_000
"""Bytes of a document."""
LARGEST_WORDS = 16_000_000
"""Bytes of a document that is text itself."""

_NEWLINES = re.compile(r"\r\n?")
_BLANK = re.compile(r"\n\s*\n")
_OTHERS = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".pages": ".docx", ".epub": ".html"}
"""Formats that are not read, and what to save them as."""


def read_text(path: Path, name: str | None = None, *, pipe: bool = False) -> Text:
    """The text of the document at `path`, `-` for standard input, with `pipe` also of a pipe.

    `name` is what problems call it. Its format is that of its suffix, without a known one what its first bytes say.
    Raises `InputError` if it is encrypted, empty, damaged, larger than is read, in characters that it does not
    declare, or if a library that its format needs is not installed.
    """
    name = path.name if name is None else name
    return text_of(read_bytes(path, name, pipe=pipe, most=LARGEST), path.name if path != STANDARD_INPUT else "", name)


def text_of(data: bytes, name: str, shown_name: str | None = None) -> Text:
    """The text of a document whose file is called `name`; raises `InputError` as `read_text` does."""
    try:
        if not data:
            raise Unusable("is empty")
        text = _reader(data, Path(name).suffix.lower())(data)
        if not text.shown.strip():
            raise Unusable("is empty")
    except Unusable as error:
        raise InputError([Problem(Position(shown_name or name), str(error))]) from None
    return replace(text, sha256=sha256(data).hexdigest())


def _reader(data: bytes, suffix: str) -> Callable[[bytes], Text]:
    """What reads documents of a suffix, else of their first bytes."""
    if suffix in _OTHERS:
        raise Unusable(f"is a {suffix} file, which is not read; save it as {_OTHERS[suffix]}")
    return _READERS.get(suffix) or _READERS[_sniffed(data)]


def _sniffed(data: bytes) -> str:
    begin = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begin.startswith(b"%pdf-"):
        return ".pdf"
    if begin.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0")):
        return ".docx"
    if begin.startswith(b"{\\rtf"):
        raise Unusable("is a .rtf file, which is not read; save it as .docx")
    return ".html" if begin.startswith((b"<!doctype html", b"<html", b"<?xml")) else ".txt"


def _plain(data: bytes) -> Text:
    shown = _lines(_decoded(data))
    paragraphs, at = [], 0
    for blank in (*_BLANK.finditer(shown), None):
        end = blank.start() if blank is not None else len(shown)
        stretch = shown[at:end]
        if stretch.strip():
            start = at + len(stretch) - len(stretch.lstrip())
            paragraphs.append(Paragraph(start, at + len(stretch.rstrip())))
        at = blank.end() if blank is not None else end
    lines = Lines(shown)
    return Text(shown, tuple(paragraphs), anchors=tuple((start, lines.place(start)) for start in lines.starts))


def _markdown(data: bytes) -> Text:
    from crosscheck.texts import markdown

    return markdown.read(_lines(_decoded(data)))


def _html(data: bytes) -> Text:
    from crosscheck.texts import html

    _check_length(data)
    source, note = (_decoded(data), None) if _is_utf16(data) else html.decode(data)
    text = html.read(_lines(source))
    return replace(text, notes=(note, *text.notes)) if note is not None else text


def _docx(data: bytes) -> Text:
    _require("mammoth")
    from crosscheck.texts import docx

    return docx.read(data)


def _pdf(data: bytes) -> Text:
    _require("pypdf")
    from crosscheck.texts import pdf

    return pdf.read(data)


_READERS: dict[str, Callable[[bytes], Text]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
TEXT_SUFFIXES = tuple(_READERS)
"""What files of documents end in."""


def _require(library: str) -> None:
    try:
        import_module(library)
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        raise Unusable(f"needs {library}: python -m pip install {library}") from None


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 that says so at its beginning. No other is guessed; raises `Unusable`."""
    _check_length(data)
    try:
        text = data.decode("utf-16" if _is_utf16(data) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if _is_utf16(data):
            raise Unusable(f"is not UTF-16 at byte {error.start}, although it begins so; save it as UTF-8") from None
        raise Unusable(f"is not UTF-8 at byte {error.start}; save it as UTF-8 text") from None
    if "\0" in text:
        raise Unusable("is not text: it has bytes of 0")
    return text


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _check_length(data: bytes) -> None:
    if len(data) > LARGEST_WORDS:
        raise Unusable(f"is larger than {LARGEST_WORDS // 1_000_000} MB, which no article is")


def _lines(text: str) -> str:
    return _NEWLINES.sub("\n", text)
