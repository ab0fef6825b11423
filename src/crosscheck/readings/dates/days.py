"""Days and months in words and figures, holidays, and the times of a day.

day = figures | weekday? number month year? | month number year? | holiday year?, each with a clock time beside it
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.clock import TimeOfDay, parse_time
from crosscheck.readings.dates.edtf import checked_day, parse_edtf
from crosscheck.readings.dates.holidays import holiday_at, weekend_of
from crosscheck.readings.dates.moments import days_span, part_at, part_of, settled_moment
from crosscheck.readings.dates.partial import PartialDate, checked_weekday
from crosscheck.readings.dates.relative import parse_relative
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.dates.years import SEPARATORS, bare_year, day_number
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Text

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?(?![0-9])")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/._-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_COMPACT = re.compile("((?:1[5-9]|20)[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])")
_YEAR_MONTH = re.compile(r"([0-9]{4})/(0?[1-9]|1[0-2])(?![0-9/.])")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})(?![0-9.])")


def parse_numeric(text: Text, index: int, order: str | None, *, is_edtf: bool = False) -> tuple[DateSpan, int] | None:
    """The date at token `index` and the index after it; `order` is `dmy`, `mdy`, or None: what is open is refused."""
    if index >= len(text.tokens):
        return None
    start = text.tokens[index].start
    if (match := _ISO.match(text.raw, start)) and not (text.dashed and len(match.group()) == len("2004-06")):
        span = parse_edtf(match.group(), is_declared=is_edtf)
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
            raise ReadingError(
                f"{match.group()} could be a month or two years",
                nearest=f"{en.MONTH_NAMES[month - 1]} {year} or {year} to {year - year % 100 + month}",
            )
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


MOST_DAYS = 31
_SPREADSHEET = re.compile(r"(?:([0-9]{1,2})-)?([A-Za-z]{3,9})\.?[-/]([0-9]{2})(?![0-9]|[-/, ]+[0-9]{4}|:|\.[0-9])")
LEAST_AHEAD = 30
"""Years that the next '23 must lie ahead, for the last one to be meant."""
_BEFORE_A_YEAR = frozenset(phrase.split()[0] for phrase in en.NEIGHBOURS) | {"year"}
FEWEST_DIGITS = 3
"""Of a year where a date is declared or a day stands before it; two ("90") may be short for a year of any century."""

AnyDate = DateSpan | PartialDate
Parsed = tuple[AnyDate, int] | None


def settled(date: AnyDate, anchor: Anchor) -> DateSpan:
    return date if isinstance(date, DateSpan) else date.settle(anchor)


class Days:
    """Reads the days and months of one text, with what they may count from and the order of dates in figures."""

    def __init__(
        self, text: Text, anchor: Anchor, date_order: str | None, *, declared: bool = True, is_edtf: bool = False
    ) -> None:
        self.text, self.anchor, self.date_order = text, anchor, date_order
        self.declared, self.is_edtf = declared, is_edtf

    def year(self, index: int) -> tuple[int, int] | None:
        """A year behind what is part of one: `2024`, `'24`, `last year`, `the same year`."""
        year = bare_year(self.text, index) or self.short_year(index)
        if year is not None or self.text.at(self.text.skip(index, "the")) not in _BEFORE_A_YEAR:
            return year
        found = parse_relative(self.text, index, self.anchor)
        if found is None or found[0].precision != "year" or found[0].low is None:
            return None
        first = cal.year_of(found[0].low)
        return (first, found[1]) if found[0] == DateSpan.unit("year", first) else None

    def short_year(self, index: int) -> tuple[int, int] | None:
        """The `'23` of "Oct 7 '23": the last such year before the anchor, if the next one is far."""
        text = self.text
        short = text.integer(index + 1, 2) if text.at(index) == "'" and text.glued(index + 1) else None
        if short is None or len(text.at(index + 1)) != 2 or text.at(index + 2) == "s":
            return None
        return self._in_its_century(short, text.between(index, index + 2)), index + 2

    def glued_year(self, index: int) -> tuple[int, int] | None:
        """The 24 of "4Q24" and "1H24", as an apostrophe before it would be read."""
        short = self.text.integer(index, 2) if self.text.glued(index) else None
        if short is None or len(self.text.at(index)) != 2:
            return None
        return self._in_its_century(short, self.text.at(index)), index + 1

    def _in_its_century(self, short: int, words: str) -> int:
        if self.anchor.relative_to is None and self.anchor.published is None:
            raise ReadingError(f"{words} has no century", nearest=f"20{short:02d} or 19{short:02d}")
        now = cal.year_of(max(self.anchor.earliest(words)))
        year = now - (now - short) % 100
        if year + 100 - now < LEAST_AHEAD:
            raise ReadingError(f"{words} could be {year} or {year + 100}", nearest=f"{year}")
        return year

    def numeric(self, index: int) -> Parsed:
        found = parse_numeric(self.text, index, self.date_order, is_edtf=self.is_edtf)
        if found is None and self.declared and (match := _COMPACT.fullmatch(self.text.at(index))):
            found = checked_day(int(match[1]), int(match[2]), int(match[3])), index + 1
        return found and self.time_behind(*found)

    def holiday(self, index: int) -> Parsed:
        """`Christmas 2024`, `Thanksgiving`, `Labor Day weekend`."""
        text, found = self.text, holiday_at(self.text, index)
        if found is None:
            return None
        date, after = found
        is_weekend = text.at(after) in en.WEEKENDS
        after += is_weekend
        place = text.skip(after, en.OF, "in", *SEPARATORS)
        year = None if self._is_time(place) else self.year(place)
        dated: AnyDate = date if year is None else date.in_year(year[0])
        after = after if year is None else year[1]
        return (weekend_of(settled(dated, self.anchor)) if is_weekend else dated), after

    def day_or_month(self, index: int) -> Parsed:
        """`5 October 2025`, `October 5th, 2025 at 3 p.m.`, `Tuesday, 5 Oct.`, `March 2024`, `September`."""
        text, weekday = self.text, en.WEEKDAYS.get(self.text.at(index))
        part, closing = None, ""
        if weekday is not None:
            part = part_at(text, index + 1)
            index = text.skip(part[1] if part else index + 1, ",")
            closing = ")" if text.at(index) == "(" else ""
            index = text.skip(index + bool(closing), "the")
        parsed = self._plain_day(index)
        if parsed is None or (weekday is not None and parsed[0].precision != "day"):
            return None
        date, after = parsed
        if closing:
            if text.at(after) != closing:
                return None
            after += 1
        if weekday is not None:
            date = replace(date, weekday=weekday) if isinstance(date, PartialDate) else checked_weekday(date, weekday)
            if part is not None:
                return part_of(settled(date, self.anchor), part[0]), after
        return self.time_behind(date, after)

    def _plain_day(self, index: int) -> Parsed:
        text = self.text
        spreadsheet = self._spreadsheet(index)
        if spreadsheet is not None:
            return spreadsheet
        day = day_number(self.text, index)
        if day is not None:
            after = text.skip(text.skip(day[1], en.OF, ".", *SEPARATORS), "the")
            month = en.MONTHS.get(text.at(after))
            return None if month is None else self._with_year(month, day[0], after + 1)
        month = en.MONTHS.get(text.at(index))
        if month is None:
            return self._year_first(index)
        year = self.year(text.skip(text.skip(index + 1, *SEPARATORS), en.OF, "in"))
        if year is not None:
            return DateSpan.unit("month", year[0], month), year[1]
        day = day_number(self.text, text.skip(text.skip(index + 1, *SEPARATORS), "the"))
        if day is not None:
            return self._with_year(month, day[0], day[1])
        return PartialDate(month, None, "month"), index + 1

    def _spreadsheet(self, index: int) -> Parsed:
        """`Jan-99` and `7-Oct-99` of spreadsheets, with a year that is no day; "7-Oct-23" and "Oct-23" are refused."""
        if index >= len(self.text.tokens):
            return None
        match = _SPREADSHEET.match(self.text.raw, self.text.tokens[index].start)
        month = en.MONTHS.get(match[2].lower()) if match is not None else None
        if match is None or month is None or parse_time(self.text, _behind(self.text, index, match.end(2)) + 1):
            return None
        name, short = en.MONTH_NAMES[month - 1], match[3]
        if int(short) > MOST_DAYS and (self.anchor.relative_to or self.anchor.published):
            year = self._in_its_century(int(short), match.group())
            day = checked_day(year, month, int(match[1])) if match[1] else DateSpan.unit("month", year, month)
            return day, _behind(self.text, index, match.end())
        full = f"{name} {'19' if short > '50' else '20'}{short}"
        first = f"{int(match[1])} {full}" if match[1] else full
        second = "" if match[1] or int(short) > MOST_DAYS else f" or {int(short)} {name} 2025"
        raise ReadingError(
            f"whether the {short} of {shown(match.group())} is a year, and of which century, is not said",
            nearest=first + second,
        )

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
        if year is not None and self._is_time(place):
            year = None
        if year is None:
            # The range "October 5–7, 2025" has its year behind the second day.
            return PartialDate(month, day, "day"), index
        return checked_day(year[0], month, day), year[1]

    def _is_time(self, index: int) -> bool:
        """True of the 1515 of "May 12, 1515 GMT"."""
        return len(self.text.at(index)) == 4 and parse_time(self.text, index) is not None

    def day_of(self, month: int, index: int) -> Parsed:
        """The day that ends "October 5–7, 2025": a number with no month behind it."""
        day = day_number(self.text, index)
        if day is None or self.text.at(self.text.skip(day[1], en.OF, *SEPARATORS)) in en.MONTHS:
            return None
        return self._with_year(month, day[0], day[1])

    def time_behind(self, date: AnyDate, index: int) -> tuple[AnyDate, int]:
        """A clock time or part of the day behind a day: `5 October 2025 at 3 p.m.`, `… 15:30`, `… after 9 p.m.`"""
        if date.precision != "day":
            return date, index
        place = self.text.skip(self.text.skip(index, ","), "in", "on", "during", en.AT)
        part = part_at(self.text, self.text.skip(place, "the"))
        if part is not None and self.text.at(part[1]) != en.OF:
            return part_of(settled(date, self.anchor), part[0]), part[1]
        place = self.text.skip(index, ",")
        start = self.text.skip(place, en.AT)
        time = parse_time(self.text, start, is_marked=start > place)
        if time is None:
            return date, index
        return time[0].of(settled(date, self.anchor)), time[1]

    def _in_part(self, time: TimeOfDay, part: DateSpan) -> DateSpan:
        """The 9:15 of "9:15 this morning"; raises `ReadingError` for "9:15 this evening", which may be 21:15."""
        day = DateSpan.exact(
            cal.floor(part.low or 0, "day"), cal.floor(part.low or 0, "day") + cal.MINUTES_A_DAY, "day"
        )
        span = time.of(day)
        week = cal.MINUTES_IN["week"]
        if (part.wide_high or 0) - (part.high or 0) > week - cal.MINUTES_A_DAY:
            span = span.allowing(span.moved(week))
        if span.low is None or not (part.wide_low or 0) <= span.low < (part.wide_high or 0):
            raise ReadingError("the time is not in that part of the day", nearest="9:15 p.m. on 5 October 2025")
        return span

    def time_before(
        self, index: int, day_at: Callable[[int], Parsed], parted_at: Callable[[int], tuple[DateSpan, int] | None]
    ) -> Parsed:
        """A clock time before a day: `3 p.m. on 5 October 2025`, `15:30, October 5, 2025`; or of the anchor's day."""
        time = parse_time(self.text, index)
        if time is None:
            return None
        place = self.text.skip(self.text.skip(time[1], ","), "on", en.OF)
        part = parted_at(place)
        if part is not None:
            return self._in_part(time[0], part[0]), part[1]
        day = parse_numeric(self.text, place, self.date_order, is_edtf=self.is_edtf) or day_at(place)
        if day is not None and day[0].precision == "day":
            return time[0].of(settled(day[0], self.anchor)), day[1]
        if day is not None and isinstance(day[0], DateSpan) and day[0].precision == "hour":
            return self._in_part(time[0], day[0]), day[1]
        if not self.declared and not time[0].is_plain:
            return None
        words = self.text.between(index, time[1])
        if time[1] < len(self.text.tokens) and self.anchor.relative_to is None and self.anchor.published is None:
            raise ReadingError(f"{shown(self.text.after(time[1]))} was not understood", understood=words)
        return settled_moment(lambda day: time[0].of(days_span(day)), self.anchor, words), time[1]
