"""Dates in figures only: `2025-10-05`, `2025/10/05`, `25/10/2025`, `10/2025`."""

from __future__ import annotations

import re

from crosscheck.readings.dates.edtf import checked_day, parse_edtf
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.tokens import Text

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?(?![0-9])")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_YEAR_MONTH = re.compile(r"([0-9]{4})/(0?[1-9]|1[0-2])(?![0-9/.])")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})(?![0-9.])")


def parse_numeric(text: Text, index: int, order: str | None) -> tuple[DateSpan, int] | None:
    """The date at token `index` and the index after it; `order` is `dmy`, `mdy`, or None: what is open is refused."""
    if index >= len(text.tokens):
        return None
    start = text.tokens[index].start
    if (match := _ISO.match(text.raw, start)) and not (text.dashed and len(match.group()) == len("2004-06")):
        span = parse_edtf(match.group())
        return None if span is None else (span, _behind(text, index, match.end()))
    if match := _YEAR_FIRST.match(text.raw, start):
        year, month, day = (int(match[group]) for group in (1, 3, 4))
        return checked_day(year, month, day), _behind(text, index, match.end())
    if match := _YEAR_LAST.match(text.raw, start):
        day, month = _ordered(int(match[1]), int(match[3]), order, match.group())
        return checked_day(int(match[4]), month, day), _behind(text, index, match.end())
    if match := _YEAR_MONTH.match(text.raw, start):
        year, month = int(match[1]), int(match[2])
        if len(match[2]) > 1 and month > year % 100:
            raise ReadingError(f"{match.group()} could be a month or two years", nearest="2008-09 or 2008–2009")
        return DateSpan.unit("month", year, month), _behind(text, index, match.end())
    if match := _MONTH_YEAR.match(text.raw, start):
        return DateSpan.unit("month", int(match[2]), int(match[1])), _behind(text, index, match.end())
    return None


def _behind(text: Text, index: int, offset: int) -> int:
    while index < len(text.tokens) and text.tokens[index].start < offset:
        index += 1
    return index


def _ordered(first: int, second: int, order: str | None, written: str) -> tuple[int, int]:
    """Day and month of two figures."""
    if order == "dmy" or (order is None and first > 12):
        return first, second
    if order == "mdy" or second > 12 or first == second:
        return second, first
    raise ReadingError(
        f"{written} could be day/month or month/day",
        nearest="the date with its month as a word, or declare date_order",
    )
