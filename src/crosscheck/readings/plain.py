"""Values without words, in any language: `12,5 %`, `1.234.567`, `€ 3,50`, `٣٥`, `05.10.2025`.

Only separators differ: in most languages a comma parts the decimals. Where a single one stands before three digits,
nobody knows which it is ("12.500"), so that is refused.
"""

from __future__ import annotations

import re

from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import currencies, words
from crosscheck.readings.tokens import WORD, Text, split

POINT_LANGUAGES = words("en zh ja ko th he hi bn ta te mr gu pa ur ms fil tl sw cy ga my km lo si ne")
"""Languages that write a point before decimals; all others write a comma."""
EITHER = words("es")
"""Languages that write the one in some countries and the other in others."""

_FIGURE = re.compile(r"[0-9](?:[0-9.,'\u202f\u066b\u066c]|(?<=[0-9]) (?=[0-9]{3}(?![0-9])))*(?<=[0-9])")
_SIGNS = str.maketrans({"٪": "%", "％": "%", "٫": ",", "٬": ".", "،": ","})
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([., '\u202f])[0-9]{3})(?:\1[0-9]{3})*")
_OF_MILLIONS = re.compile(r"[0-9]{1,3}['\u202f ][0-9]{3}[.,][0-9]{3}")
"""`1'200.000`, in which an apostrophe parts the millions in some countries."""
_CODES = frozenset(code.lower() for code in currencies.CODES)
_COMPACT = re.compile(r"[0-9]{1,3} ?h(?: ?(?:[0-5][0-9]|[0-9]{1,2} ?min))?")
_DATE = re.compile(r"\s*[0-9]{1,4}\s*([./-])\s*[0-9]{1,2}\s*\1\s*[0-9]{1,4}\.?\s*")


def without_words(value: Text, language: str) -> Text | None:
    """`value` with its figures as English writes them, None if words or units stand in it; raises `ReadingError`."""
    raw = value.raw.translate(_SIGNS)
    text = split(raw if _DATE.fullmatch(raw) else _FIGURE.sub(lambda match: _english(match.group(), language), raw))
    return None if any(token.kind == WORD and token.text not in _CODES for token in text.tokens) else text


def is_numeric_date(text: Text) -> bool:
    """True for `05.10.2025`."""
    return _DATE.fullmatch(text.raw) is not None


def is_compact_duration(value: str) -> bool:
    """True for `24h` and `1h30`, which only a declared kind tells from a time of day."""
    return _COMPACT.fullmatch(value.strip()) is not None


def _english(figure: str, language: str) -> str:
    """A figure with commas between thousands and a point before decimals."""
    if figure.isdigit():
        return figure
    marks = [mark for mark in figure if mark in ".,"]
    if not marks:
        if _THOUSANDS.fullmatch(figure) is None:
            raise ReadingError(f'"{figure}" is not a known figure', nearest="")
        return re.sub(r"[ '\u202f]", "", figure)
    last = marks[-1]
    whole, _, decimals = figure.rpartition(last)
    is_grouped = _THOUSANDS.fullmatch(figure) is not None
    if is_grouped and (len(marks) > 1 or whole == "0"):
        return figure if whole == "0" and last == "." else _joined(figure, whole, decimals)
    is_open = is_grouped or _OF_MILLIONS.fullmatch(figure) is not None
    if is_grouped and last == "," and language in POINT_LANGUAGES:
        return figure
    if is_open:
        raise ReadingError(
            f'what the "{last}" in "{figure}" parts is not said: thousands or decimals',
            nearest=f"{_joined(figure, whole, decimals)}, or fewer decimals",
        )
    decimal = "." if language in POINT_LANGUAGES else ","
    if language not in EITHER and last != decimal and len(set(marks)) == 1:
        raise ReadingError(f'"{figure}" has a "{last}" where this language has a "{decimal}"', nearest="")
    head = re.sub(r"[., '\u202f]", "", whole)
    if not (whole.isdigit() or _THOUSANDS.fullmatch(whole)):
        raise ReadingError(f'"{figure}" is not a known figure', nearest="")
    return f"{head}.{decimals}"


def _joined(figure: str, whole: str, decimals: str) -> str:
    """`1.234.567` without its separators, `0,018` with a point."""
    return f"0.{decimals}" if whole == "0" else re.sub(r"[., '\u202f]", "", figure)
