"""Documents as newsrooms have them to one text each, with a way back to their lines, pages and paragraphs."""

from __future__ import annotations

from crosscheck.texts.form import plain
from crosscheck.texts.reading import TEXT_SUFFIXES, read_text, text_of
from crosscheck.texts.text import Paragraph, Place, Text

__all__ = ["TEXT_SUFFIXES", "Paragraph", "Place", "Text", "plain", "read_text", "text_of"]
