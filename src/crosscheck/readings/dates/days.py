"""Days and months in words and figures, holidays, and the times of a day.

day = figures | weekday? number month year? | month number year? | holiday year?, each with a clock time beside it
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.anchors import Anchor
from crosscheck.readings.dates.clock import parse_clock
from crosscheck.readings.dates.edtf import checked_day
from crosscheck.readings.dates.numeric import parse_numeric
from crosscheck.readings.dates.partial import PartialDate, check_weekday
from crosscheck.readings.dates.parts import Part
from crosscheck.readings.dates.relative import parse_relative
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.dates.years import SEPARATORS, bare_year, day_number
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.lexicon.en import dates as ed
from crosscheck.readings.tokens import Phrases, Text

_HOLIDAYS = Phrases(ed.HOLIDAYS)
_WEEKDAY_HOLIDAYS = Phrases(ed.WEEKDAY_HOLIDAYS)
_EASTER = Phrases(ed.EASTER)
_BEFORE_A_YEAR = frozenset(phrase.split()[0] for phrase in ed.NEIGHBOURS) | {"year"}
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
        weekday = ed.WEEKDAYS.get(self.text.at(index))
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
            month = ed.MONTHS.get(text.at(after))
            return None if month is None else self._with_year(month, day[0], after + 1)
        month = ed.MONTHS.get(text.at(index))
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
        month = ed.MONTHS.get(self.text.at(place))
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
        if day is None or self.text.at(self.text.skip(day[1], en.OF, *SEPARATORS)) in ed.MONTHS:
            return None
        return self._with_year(month, day[0], day[1])

    def _clock_behind(self, date: AnyDate, index: int) -> Parsed:
        """A clock time behind a day: `5 October 2025 at 3 p.m.`, `… 15:30`."""
        clock = parse_clock(self.text, self.text.skip(self.text.skip(index, ","), ed.AT))
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
