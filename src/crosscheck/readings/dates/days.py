"""Days and months in words and figures, holidays, and the times of a day.

day = figures | weekday? number month year? | month number year? | holiday year?, each with a clock time beside it
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.clock import parse_clock
from crosscheck.readings.dates.edtf import checked_day, parse_edtf
from crosscheck.readings.dates.relative import parse_relative
from crosscheck.readings.dates.spans import Anchor, DateSpan, PartialDate, check_weekday
from crosscheck.readings.dates.years import SEPARATORS, Part, bare_year, day_number
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

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


_HOLIDAYS = Phrases(en.HOLIDAYS)
_WEEKDAY_HOLIDAYS = Phrases(en.WEEKDAY_HOLIDAYS)
_EASTER = Phrases(en.EASTER)
_BEFORE_A_YEAR = frozenset(phrase.split()[0] for phrase in en.NEIGHBOURS) | {"year"}
FEWEST_DIGITS = 3
"""Of a year where a date is declared or a day stands before it; two ("90") may be short for a year of any century."""

AnyDate = DateSpan | PartialDate
Parsed = tuple[AnyDate, int] | None


def settled(date: AnyDate, anchor: Anchor) -> DateSpan:
    return date if isinstance(date, DateSpan) else date.settle(anchor)


class Days:
    """Reads the days and months of one text, with what they may count from and the order of dates in figures."""

    def __init__(self, text: Text, anchor: Anchor, date_order: str | None) -> None:
        self.text, self.anchor, self.date_order = text, anchor, date_order

    def year(self, index: int) -> tuple[int, int] | None:
        """A year behind what is part of one: `2024`, `last year`, `the same year`."""
        year = bare_year(self.text, index)
        if year is not None or self.text.at(self.text.skip(index, "the")) not in _BEFORE_A_YEAR:
            return year
        found = parse_relative(self.text, index, self.anchor)
        if found is None or found[0].precision != "year" or found[0].low is None:
            return None
        first = cal.date_of(found[0].low // cal.MINUTES_A_DAY)[0]
        return (first, found[1]) if found[0] == DateSpan.unit("year", first) else None

    def numeric(self, index: int) -> Parsed:
        found = parse_numeric(self.text, index, self.date_order)
        return found and self._clock_behind(*found)

    def holiday(self, index: int) -> Parsed:
        found = _HOLIDAYS.at(self.text, index)
        if found is not None:
            (month, day), after = found
            return self._with_year(month, day, after)
        easter, movable = _EASTER.at(self.text, index), _WEEKDAY_HOLIDAYS.at(self.text, index)
        named = easter or movable
        year = self.year(self.text.skip(named[1], en.OF, "in", ",")) if named is not None else None
        if year is None:
            return None
        if movable is not None:
            month, rank, weekday = movable[0]
            return Part(rank, 1, "day", weekday).of(DateSpan.unit("month", year[0], month)), year[1]
        assert easter is not None
        return DateSpan.unit("day", *cal.date_of(cal.easter(year[0]) + easter[0])), year[1]

    def day_or_month(self, index: int) -> Parsed:
        """`5 October 2025`, `October 5th, 2025 at 3 p.m.`, `Tuesday, 5 Oct.`, `March 2024`, `September`."""
        weekday = en.WEEKDAYS.get(self.text.at(index))
        if weekday is not None:
            index = self.text.skip(self.text.skip(index + 1, ","), "the")
        parsed = self._plain_day(index)
        if parsed is None or (weekday is not None and parsed[0].precision != "day"):
            return None
        date, after = parsed
        if weekday is not None and isinstance(date, PartialDate):
            date = replace(date, weekday=weekday)
        elif weekday is not None and isinstance(date, DateSpan):
            check_weekday(date, weekday)
        return self._clock_behind(date, after)

    def _plain_day(self, index: int) -> Parsed:
        text = self.text
        day = day_number(self.text, index)
        if day is not None:
            after = text.skip(text.skip(day[1], en.OF, *SEPARATORS), "the")
            month = en.MONTHS.get(text.at(after))
            return None if month is None else self._with_year(month, day[0], after + 1)
        month = en.MONTHS.get(text.at(index))
        if month is None:
            return self._year_first(index)
        year = self.year(text.skip(text.skip(index + 1, *SEPARATORS, "'"), en.OF, "in"))
        if year is not None:
            return DateSpan.unit("month", year[0], month), year[1]
        day = day_number(self.text, text.skip(text.skip(index + 1, *SEPARATORS), "the"))
        if day is not None:
            return self._with_year(month, day[0], day[1])
        return PartialDate(month, None, "month"), index + 1

    def _year_first(self, index: int) -> Parsed:
        """`2019/Sep/01`, `2019 September 1`, `2019 September`."""
        year = bare_year(self.text, index)
        place = self.text.skip(year[1], *SEPARATORS) if year else index
        month = en.MONTHS.get(self.text.at(place))
        day = self.text.integer(self.text.skip(place + 1, *SEPARATORS), 2)
        if year is None or month is None:
            return None
        if day is None:
            return DateSpan.unit("month", year[0], month), place + 1
        return checked_day(year[0], month, day), self.text.skip(place + 1, *SEPARATORS) + 1

    def _with_year(self, month: int, day: int, index: int) -> Parsed:
        place = self.text.skip(index, en.OF, "in", *SEPARATORS)
        year = self.year(place) or bare_year(self.text, place, FEWEST_DIGITS)
        if year is None:
            # The range "October 5–7, 2025" has its year behind the second day.
            return PartialDate(month, day, "day"), index
        return checked_day(year[0], month, day), year[1]

    def day_of(self, month: int, index: int) -> Parsed:
        """The day that ends "October 5–7, 2025": a number with no month behind it."""
        day = day_number(self.text, index)
        if day is None or self.text.at(self.text.skip(day[1], en.OF, *SEPARATORS)) in en.MONTHS:
            return None
        return self._with_year(month, day[0], day[1])

    def _clock_behind(self, date: AnyDate, index: int) -> Parsed:
        """A clock time behind a day: `5 October 2025 at 3 p.m.`, `… 15:30`."""
        clock = parse_clock(self.text, self.text.skip(self.text.skip(index, ","), en.AT))
        if clock is None or date.precision != "day":
            return date, index
        return _at_time(settled(date, self.anchor), clock.minute, clock.precision), clock.after

    def clock_before(self, index: int) -> Parsed:
        """A clock time before a day: `3 p.m. on 5 October 2025`, `15:30, October 5, 2025`."""
        clock = parse_clock(self.text, index)
        if clock is None:
            return None
        after = self.text.skip(self.text.skip(clock.after, ","), "on")
        day = parse_numeric(self.text, after, self.date_order) or self.day_or_month(after)
        if day is None or day[0].precision != "day":
            return None
        return _at_time(settled(day[0], self.anchor), clock.minute, clock.precision), day[1]


def _at_time(day: DateSpan, minute: int, precision: str) -> DateSpan:
    assert day.low is not None
    low = day.low + minute
    return DateSpan.exact(low, cal.shift(low, 1, precision), precision)
