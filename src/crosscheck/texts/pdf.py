"""PDFs that have text: words with their pages and lines. Pictures of words are not read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from crosscheck.texts.building import Builder
from crosscheck.texts.text import Place, Text, Unusable

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2000
_SHORT = 0.67
"""A line shorter than this part of the long lines of its page ends a paragraph, unless it plainly goes on."""


def read(data: bytes) -> Text:
    """The text of a PDF; raises `Unusable`."""
    with _quiet():
        try:
            return _text(_pages(data))
        except (Unusable, MemoryError):
            raise
        except RecursionError:
            raise Unusable("is nested too deeply to be read") from None
        except Exception as error:  # of a damaged document the library raises anything
            raise Unusable(f"is a damaged PDF ({type(error).__name__})") from None


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except (DependencyError, NotImplementedError):  # a cipher that the library lacks
        raise Unusable("is encrypted; save it without a password") from None
    if is_locked:
        raise Unusable("is encrypted; save it without a password")
    return _extracted(reader)


def _extracted(reader: PdfReader) -> list[str]:
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise Unusable(f"has {count:,} pages; at most {MOST_PAGES:,} are read")
    return [page.extract_text() for page in reader.pages]


def _text(pages: list[str]) -> Text:
    builder = Builder()
    without: list[int] = []
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines()]
        long = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
        if not any(lines):
            without.append(number)
        count = 0
        for line in lines:
            if line:
                count += 1
                builder.words(line, Place(page=number, line=count))
                builder.line("body")
            if len(line) < long * _SHORT and not line.endswith(("-", ",")):
                builder.end("body")
        builder.end("body")
    if len(without) == len(pages):
        raise Unusable("has no text: are its pages pictures? Have them recognised (OCR) first")
    return builder.text(*(_without_text(without) if without else ()))


def _without_text(pages: list[int]) -> list[str]:
    if len(pages) == 1:
        return [f"page {pages[0]} has no text"]
    return [f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]} have no text"]


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the library logs on the way: what counts is raised."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
