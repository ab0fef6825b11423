"""A date while it is being read, as a span of time: stated and allowed ends, and the unit in which it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading, ReadingSettings, Step
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Half-open spans in minutes since 1970, None for open; `precision` is the calendar unit as written."""

    low: int | None
    high: int | None
    precision: str
    wide_low: int | None
    wide_high: int | None

    @staticmethod
    def exact(low: int | None, high: int | None, precision: str) -> DateSpan:
        return DateSpan(low, high, precision, low, high)

    @staticmethod
    def unit(precision: str, year: int, month: int = 1, day: int = 1) -> DateSpan:
        """The calendar unit `precision` that begins at a date."""
        low = cal.minutes(year, month, day)
        return DateSpan.exact(low, cal.shift(low, 1, precision), precision)

    def widened(self, count: int = 1, precision: str | None = None) -> DateSpan:
        """Allowed to be `count` units earlier or later."""
        unit = precision or self.precision
        return DateSpan(
            self.low,
            self.high,
            self.precision,
            None if self.wide_low is None else cal.shift(self.wide_low, -count, unit),
            None if self.wide_high is None else cal.shift(self.wide_high, count, unit),
        )

    def to(self, end: DateSpan) -> DateSpan:
        """From the low end of this span to the high end of `end`."""
        precision = self.precision if self.precision == end.precision else "day"
        return DateSpan(self.low, end.high, precision, self.wide_low, end.wide_high)

    def third(self, number: int) -> DateSpan:
        """The early (0), middle (1) or late (2) part, allowed one unit wider on both sides; raises `ReadingError`."""
        if self.low is None or self.high is None or self.precision not in _THIRDS:
            raise ReadingError(
                f"a {self.precision} has no early, middle and late part", nearest="early 2019, late 1990s"
            )
        if cal.shift(self.low, 1, self.precision) != self.high:
            raise ReadingError("early, middle or late in more than one calendar unit", nearest="early 2019, late 1990s")
        unit, edges, wider = _THIRDS[self.precision]
        low = cal.shift(self.low, edges[number], unit)
        high = self.high if number == LATE else cal.shift(self.low, edges[number + 1], unit)
        return DateSpan.exact(low, high, unit).widened(1, wider)

    def half(self, number: int) -> DateSpan:
        """The first (1) or second (2) half of a decade, century, year or month."""
        if self.low is None or self.high is None or self.precision not in _HALVES:
            raise ReadingError(f"a {self.precision} has no halves", nearest="first half of 2019")
        count, unit = _HALVES[self.precision]
        middle = cal.shift(self.low, count, unit)
        return DateSpan.exact(self.low, middle, unit) if number == 1 else DateSpan.exact(middle, self.high, unit)

    def bounded(self, bound: str) -> DateSpan:
        """`before`, `after`, `since` or `by` this span: open on one side, on the other as wide as it is hedged."""
        low, high, wide_low, wide_high = self.low, self.high, self.wide_low, self.wide_high
        if bound in ("before", "by"):
            late = 0 if high is None or wide_high is None else wide_high - high
            last = low if bound == "before" else high
            return DateSpan(None, last, self.precision, None, None if last is None else last + late)
        early = 0 if low is None or wide_low is None else low - wide_low
        first = high if bound == "after" else low
        return DateSpan(first, None, self.precision, None if first is None else first - early, None)

    def reading(self, steps: tuple[Step, ...] = ()) -> Reading:
        if (self.low is None and self.high is None) or self._is_empty:
            raise ReadingError("no time is left between the ends")
        nominal = None if self.low is None or self.high is None else Fraction(self.low)
        return Reading(
            Kind.DATE,
            "date",
            _interval(self.low, self.high),
            _interval(self.wide_low, self.wide_high),
            nominal,
            steps=steps,
            precision=self.precision,
        )

    @property
    def _is_empty(self) -> bool:
        return self.low is not None and self.high is not None and self.low >= self.high


LATE = 2
_THIRDS = {
    "decade": ("year", (0, 4, 7), "year"),
    "year": ("month", (0, 4, 8), "month"),
    "month": ("day", (0, 10, 20), "day"),
    "century": ("year", (0, 33, 67), "decade"),
    "season": ("month", (0, 1, 2), "month"),
}
"""What is parted: the unit in which its thirds begin, where, and by what each is allowed wider."""
_HALVES = {"decade": (5, "year"), "century": (50, "year"), "year": (6, "month"), "month": (15, "day")}


def _interval(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def span_of(reading: Reading) -> DateSpan:
    """The span of a reading that a relative date counts from; raises `ReadingError` if it is no date."""
    if reading.kind is not Kind.DATE or reading.stated is None or reading.allowed is None:
        raise ReadingError(f"a date counts from a date, not from a {reading.kind}")
    ends = (reading.stated.low, reading.stated.high, reading.allowed.low, reading.allowed.high)
    low, high, wide_low, wide_high = (None if end is None else int(end) for end in ends)
    return DateSpan(low, high, reading.precision or "day", wide_low, wide_high)


A_DAY = "5 October 2025"


@dataclass(frozen=True, slots=True)
class Closed:
    """Stated and allowed low and high of an anchor, in minutes, none of them open."""

    low: int
    high: int
    wide_low: int
    wide_high: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What there is to count from, and how far hedges reach ("nearly two years later")."""

    relative_to: DateSpan | None = None
    published: DateSpan | None = None
    settings: ReadingSettings = ReadingSettings()

    def closed(self, words: str, *, or_published: bool) -> Closed:
        """The ends of the anchor; `or_published`: the words may count from the publication as well."""
        span = self.relative_to or (self.published if or_published else None)
        if span is None:
            also = ", or published of the source" if or_published else ""
            raise ReadingError(f"{shown(words)} counts from another date; give relative_to{also}", nearest=A_DAY)
        low, high, wide_low, wide_high = span.low, span.high, span.wide_low, span.wide_high
        if low is None or high is None or wide_low is None or wide_high is None:
            raise ReadingError(
                f"{shown(words)} counts from a date that is open on one side; give relative_to", nearest=A_DAY
            )
        return Closed(low, high, wide_low, wide_high)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, season or part of a month without its year; `hedged` by so many units."""

    month: int
    day: int | None
    precision: str
    third: int | None = None
    weekday: int | None = None
    hedged: int = 0

    @property
    def words(self) -> str:
        name = en.MONTH_NAMES[self.month - 1]
        return f"{name} {self.day}" if self.day else name

    def in_year(self, year: int) -> DateSpan:
        if self.day is not None and self.day > cal.days_in_month(year, self.month):
            raise ReadingError(f"{year} has no {self.words}")
        span = DateSpan.unit(self.precision, year, self.month, self.day or 1)
        if self.weekday is not None:
            check_weekday(span, self.weekday)
        if self.third is not None:
            span = span.third(self.third)
        if self.precision == "season":
            span = span.widened(1, "month")
        return span.widened(self.hedged) if self.hedged else span

    def settle(self, anchor: Anchor) -> DateSpan:
        """The last one that does not begin after the anchor; refused where the anchor leaves two years open."""
        if anchor.relative_to is None and anchor.published is None:
            raise ReadingError(f"{self.words} has no year", nearest=f"{self.words}, 2025")
        ends = anchor.closed(self.words, or_published=True)
        years = {self._last_year(minute) for minute in (ends.low, ends.high - 1, ends.wide_low, ends.wide_high - 1)}
        if len(years) > 1:
            first, last = min(years), max(years)
            raise ReadingError(
                f"{self.words} could be of {first} or {last}", nearest=f"{self.words}, {last} in read_as"
            )
        return self.in_year(years.pop())

    def _last_year(self, minute: int) -> int:
        """The year of the last one that does not begin after a minute; of 29 February, a leap year."""
        year = cal.date_of(minute // cal.MINUTES_A_DAY)[0]
        while (self.day or 1) > cal.days_in_month(year, self.month) or self._start(year) > minute:
            year -= 1
        return year

    def _start(self, year: int) -> int:
        return cal.minutes(year, self.month, self.day or 1)

    def widened(self) -> PartialDate:
        return replace(self, hedged=self.hedged + 1)


def check_weekday(span: DateSpan, weekday: int) -> None:
    """Refuse a day that is not the weekday that is written with it."""
    assert span.low is not None
    true = cal.weekday(span.low // cal.MINUTES_A_DAY)
    if true != weekday:
        written, is_one = en.WEEKDAY_NAMES[weekday], en.WEEKDAY_NAMES[true]
        raise ReadingError(f"{cal.iso(span.low)} is a {is_one}, not a {written}", nearest=f"{is_one}, or another date")


def settled_decade(tens: int, words: str, anchor: Anchor) -> DateSpan:
    """The '90s: the last decade of that name that was over when the anchor began; of a running one two are open."""
    if anchor.relative_to is None and anchor.published is None:
        raise ReadingError(f"{words} has no century", nearest="the 1990s")
    ends = anchor.closed(words, or_published=True)
    years = {cal.date_of(minute // cal.MINUTES_A_DAY)[0] for minute in (ends.wide_low, ends.wide_high - 1)}
    found = {(year - year % 100 if year % 100 >= tens else year - year % 100 - 100) + tens for year in years}
    if len(found) > 1 or max(years) - max(found) < 10:
        raise ReadingError(f"{words} could be of two centuries", nearest=f"the {max(found)}s")
    return DateSpan.unit("decade", found.pop())
