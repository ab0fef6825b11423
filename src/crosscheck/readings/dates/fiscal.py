"""Fiscal years, where the source declares the day on which they begin: `FY2024`, `fiscal 2023-24`, `Q3 FY24`.

A year in two figures begins in the first. One in a single figure is named by the year in which it ends, as those that
begin in the second half of a year are; of those that begin in the first half both usages are common: they are refused.
"""

from __future__ import annotations

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.dates.years import letter_part, ordinal_part
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Text

Parsed = tuple[DateSpan, int] | None
_UNDECLARED = "when a fiscal year begins is not said; give fiscal_year of the source"
NEAREST = "October 2014 to September 2015"
FIRST_NAMED_BY_ITS_END = 7


def parse_fiscal(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The fiscal year, or part of one, at token `index`; raises `ReadingError` where nobody says when it begins."""
    if text.words.isdisjoint(en.FISCAL):
        return None
    start = text.skip(index, "the")
    part = letter_part(text, start) or ordinal_part(text, start)
    place = text.skip(text.skip(text.skip(part[1], en.OF, "in"), "the"), ",") if part is not None else start
    year = _year(text, place, anchor)
    if year is None:
        return None
    span, after = year
    if part is None:
        return span, after
    number, precision = part[0]
    months = cal.MONTHS_IN[precision]
    low = cal.shift(span.low or 0, (number - 1) * months, "month")
    return DateSpan.exact(low, cal.shift(low, months, "month"), precision), after


def _year(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`FY2024`, `fiscal year 2023`, `financial year 2022-23`, `the 2024-25 fiscal year`, `this fiscal year`."""
    if text.at(index) in en.FISCAL:
        place = text.skip(index + 1, "year")
        figures = _figures(text, text.skip(place, "'"))
        if figures is not None:
            return _declared(*figures, text, index, anchor)
        raise ReadingError(_UNDECLARED, nearest=NEAREST)
    figures = _figures(text, index)
    if figures is not None and text.at(figures[2]) in en.FISCAL and text.at(figures[2] + 1) == "year":
        return _declared(figures[0], figures[1], figures[2] + 2, text, index, anchor)
    if text.at(index + 1) in en.FISCAL and text.at(index + 2) == "year" and text.at(index) in _NEIGHBOURS:
        return _running(text, index, anchor, _NEIGHBOURS[text.at(index)]), index + 3
    return None


_NEIGHBOURS = {phrase: count for phrase, count in en.NEIGHBOURS.items() if " " not in phrase and phrase in en.DEICTIC}


def _figures(text: Text, index: int) -> tuple[int, int | None, int] | None:
    """The first year, the second if two are named, and the index behind them."""
    first = text.integer(index, 4)
    if first is None or len(text.at(index)) not in (2, 4):
        return None
    first += 2000 if len(text.at(index)) == 2 else 0
    second = text.integer(index + 2, 4) if text.at(index + 1) in ("-", "/") else None
    if second is None or len(text.at(index + 2)) not in (2, 4):
        return first, None, index + 1
    return first, second, index + 3


def _declared(first: int, second: int | None, after: int, text: Text, index: int, anchor: Anchor) -> Parsed:
    if anchor.fiscal_year is None:
        raise ReadingError(_UNDECLARED, nearest=NEAREST)
    written = text.between(index, after)
    month, day = anchor.fiscal_year
    if second is not None:
        if (first + 1) % (100 if second < 100 else 10**4) != second:
            raise ReadingError(f"{shown(written)} is not one year", nearest=NEAREST)
        return _from(first, month, day), after
    if (month, day) == (1, 1):
        return _from(first, month, day), after
    if month < FIRST_NAMED_BY_ITS_END:
        raise ReadingError(
            f"{shown(written)} could be the year that begins or that ends in {first}",
            nearest=f"fiscal year {first - 1}-{first % 100:02d} or {first}-{(first + 1) % 100:02d}",
        )
    return _from(first - 1, month, day), after


def _from(year: int, month: int, day: int) -> DateSpan:
    low = cal.minutes(year, month, day)
    return DateSpan.exact(low, cal.shift(low, 1, "year"), "year")


def _running(text: Text, index: int, anchor: Anchor, count: int) -> DateSpan:
    """The fiscal year in which the anchor lies, or one before or after it."""
    if anchor.fiscal_year is None:
        raise ReadingError(_UNDECLARED, nearest=NEAREST)
    month, day = anchor.fiscal_year
    ends = anchor.closed(text.between(index, index + 3), or_published=True)
    found = set()
    for minute in (ends.wide_low, ends.wide_high - 1):
        year = cal.year_of(minute)
        found.add(year - (cal.minutes(year, month, day) > minute))
    if len(found) > 1:
        raise ReadingError(f"{shown(text.between(index, index + 3))} could be two years", nearest=NEAREST)
    return _from(found.pop() + count, month, day)
