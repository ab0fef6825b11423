"""A date while it is being read, as a span of time: stated and allowed ends, and the unit in which it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading, ReadingSettings, Step
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.errors import ReadingError


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Half-open spans in minutes since 1970, None for open; `precision` is the calendar unit as written.

    Ends are minutes of the clock that is meant; `zone` is how many minutes that is ahead of UTC, None if nobody says.
    `mismatch` says of a weekday that it is not that of its date. Nothing after `latest` is allowed by any hedge.
    """

    low: int | None
    high: int | None
    precision: str
    wide_low: int | None
    wide_high: int | None
    zone: int | None = None
    mismatch: str = ""
    latest: int | None = None

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
        return replace(
            self,
            wide_low=None if self.wide_low is None else cal.shift(self.wide_low, -count, unit),
            wide_high=None if self.wide_high is None else cal.shift(self.wide_high, count, unit),
        )

    def hedged(self, hedge: str) -> DateSpan:
        """As `approx` or `unsure` allows: a unit more on both sides, of "about 1704" three, of "about 1:30" five."""
        approx = 5 if self.precision == "minute" else 3 if self._is_year else 1
        return self.widened(approx if hedge == "approx" else 1).capped()

    def capped(self) -> DateSpan:
        """Allowed no later than its `latest`."""
        if self.latest is None or self.wide_high is None or self.wide_high <= self.latest:
            return self
        high = None if self.high is None else min(self.high, self.latest)
        return replace(self, high=high, wide_high=self.latest)

    @property
    def _is_year(self) -> bool:
        """True of "1704", not of "two years later"."""
        if self.precision != "year" or self.low is None or self.high is None:
            return False
        return cal.floor(self.low, "year") == self.low and cal.shift(self.low, 1, "year") == self.high

    def allowing(self, other: DateSpan) -> DateSpan:
        """Allowed to be `other` as well."""
        lows, highs = (self.wide_low, other.wide_low), (self.wide_high, other.wide_high)
        return replace(
            self,
            wide_low=min((low for low in lows if low is not None), default=None),
            wide_high=max((high for high in highs if high is not None), default=None),
        )

    def to(self, end: DateSpan) -> DateSpan:
        """From the low end of this span to the high end of `end`; a full hour ends where it begins ("9 to 11 p.m.")."""
        precision = self.precision if self.precision == end.precision else "day"
        start, zone = self, self.zone if end.zone is None else end.zone
        if self.zone is not None and self.zone != zone and zone is not None:
            start = self.moved(zone - self.zone)
        last, wide = end.high, end.wide_high
        if end.is_full_hour and end.low is not None and last is not None and wide is not None:
            last, wide = end.low + 1, wide - (last - end.low - 1)
        mismatch = self.mismatch or end.mismatch
        return DateSpan(start.low, last, precision, start.wide_low, wide, zone, mismatch)

    def moved(self, by: int) -> DateSpan:
        """The same, so many minutes later."""
        ends = (self.low, self.high, self.wide_low, self.wide_high)
        low, high, wide_low, wide_high = (None if end is None else end + by for end in ends)
        return replace(self, low=low, high=high, wide_low=wide_low, wide_high=wide_high)

    def third(self, number: int) -> DateSpan:
        """The early (0), middle (1) or late (2) part, allowed one unit wider on both sides; raises `ReadingError`.

        `MIDDLE` is the point that "before mid-2024" and "after mid-2024" part the year at.
        """
        if self.low is None or self.high is None or self.precision not in _THIRDS:
            raise ReadingError(
                f"a {self.precision} has no early, middle and late part", nearest="early 2019, late 1990s"
            )
        if cal.shift(self.low, 1, self.precision) != self.high:
            raise ReadingError("early, middle or late in more than one calendar unit", nearest="early 2019, late 1990s")
        unit, edges, wider = _THIRDS[self.precision]
        if number == MIDDLE:
            middle = cal.shift(self.low, *_HALVES.get(self.precision, (edges[1], unit)))
            return DateSpan.exact(middle, middle, unit).widened(1, wider)
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
        # A full hour is where a bound stands: "by 9 p.m." ends at nine, "after 9 p.m." begins there.
        is_hour = self.is_full_hour
        if bound in ("before", "by"):
            late = 0 if high is None or wide_high is None else wide_high - high
            last = low if bound == "before" else low + 1 if is_hour and low is not None else high
            return replace(self, low=None, high=last, wide_low=None, wide_high=None if last is None else last + late)
        early = 0 if low is None or wide_low is None else low - wide_low
        first = high if bound == "after" and not is_hour else low
        return replace(self, low=first, high=None, wide_low=None if first is None else first - early, wide_high=None)

    @property
    def is_full_hour(self) -> bool:
        """True of "9 p.m.", which is a point where something begins or ends."""
        is_closed = self.low is not None and self.high is not None
        return self.precision == "hour" and is_closed and (self.high or 0) - (self.low or 0) == 60

    def reading(self, steps: tuple[Step, ...] = ()) -> Reading:
        if (self.low is None and self.high is None) or self._is_empty:
            raise ReadingError("no time is left between the ends")
        utc = self.moved(-(self.zone or 0))
        return Reading(
            Kind.DATE,
            "date",
            _interval(utc.low, utc.high),
            _interval(utc.wide_low, utc.wide_high),
            None if utc.low is None or utc.high is None else Fraction(utc.low),
            steps=steps,
            precision=self.precision,
            zone=None if self.zone is None else zone_text(self.zone),
            weekday_mismatch=self.mismatch,
        )

    @property
    def _is_empty(self) -> bool:
        return self.low is not None and self.high is not None and self.low >= self.high


MID, LATE, MIDDLE = 1, 2, 3
_THIRDS = {
    "decade": ("year", (0, 4, 7), "year"),
    "year": ("month", (0, 4, 8), "month"),
    "month": ("day", (0, 10, 20), "day"),
    "century": ("year", (0, 33, 67), "decade"),
    "season": ("month", (0, 1, 2), "month"),
    "week": ("day", (0, 2, 4), "day"),
}
"""What is parted: the unit in which its thirds begin, where, and by what each is allowed wider."""
_HALVES = {"decade": (5, "year"), "century": (50, "year"), "year": (6, "month"), "month": (15, "day")}


def _interval(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def zone_text(ahead: int) -> str:
    """`-04:00`: minutes ahead of UTC as ISO 8601 has them."""
    return f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02d}:{abs(ahead) % 60:02d}"


def _zone_of(text: str) -> int:
    return (int(text[1:3]) * 60 + int(text[4:6])) * (-1 if text[0] == "-" else 1)


def span_of(reading: Reading) -> DateSpan:
    """The span of a reading that a relative date counts from; raises `ReadingError` if it is no date."""
    if reading.kind is not Kind.DATE or reading.stated is None or reading.allowed is None:
        raise ReadingError(f"a date counts from a date, not from a {reading.kind}")
    ends = (reading.stated.low, reading.stated.high, reading.allowed.low, reading.allowed.high)
    low, high, wide_low, wide_high = (None if end is None else int(end) for end in ends)
    span = DateSpan(low, high, reading.precision or "day", wide_low, wide_high)
    if reading.zone is None:
        return span
    ahead = _zone_of(reading.zone)
    return replace(span.moved(ahead), zone=ahead)


A_DAY = "5 October 2025"


@dataclass(frozen=True, slots=True)
class Closed:
    """Stated and allowed low and high of an anchor, in minutes, none of them open."""

    low: int
    high: int
    wide_low: int
    wide_high: int
    zone: int | None = None

    def shifted(self, count: int, unit: str) -> Closed:
        """All ends, so many calendar units later."""
        ends = (self.low, self.high, self.wide_low, self.wide_high)
        low, high, wide_low, wide_high = (cal.shift(minute, count, unit) for minute in ends)
        return Closed(low, high, wide_low, wide_high, self.zone)

    @property
    def day(self) -> int | None:
        """The day number of the anchor, None if it is more than one day."""
        first, last = self.low // cal.MINUTES_A_DAY, (self.high - 1) // cal.MINUTES_A_DAY
        return first if first == last else None


AHEAD, BACK = "ahead", "back"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What there is to count from, and how far hedges reach ("nearly two years later").

    `side`: words before the date look `AHEAD` of the anchor ("by June") or `BACK` ("since June"). `fiscal_year` is the
    month and day on which fiscal years begin, where the source declares it.
    """

    relative_to: DateSpan | None = None
    published: DateSpan | None = None
    settings: ReadingSettings = ReadingSettings()
    side: str = ""
    fiscal_year: tuple[int, int] | None = None

    def earliest(self, words: str) -> tuple[int, ...]:
        """The minutes at which the anchor may begin, and of a closed one those at which it may end."""
        span = self.relative_to or self.published
        if span is None:
            raise ReadingError(f"{shown(words)} has no year", nearest=f"{words}, 2025")
        if span.low is None or span.wide_low is None:
            raise ReadingError(f"{shown(words)} counts from a date that is open; give relative_to", nearest=A_DAY)
        lasts = [end - 1 for end in (span.high, span.wide_high) if end is not None]
        return (span.low, span.wide_low, *lasts)

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
        return Closed(low, high, wide_low, wide_high, span.zone)


def settled_decade(tens: int, words: str, anchor: Anchor) -> DateSpan:
    """The '90s: the last decade of that name that was over when the anchor began; of a running one two are open."""
    if anchor.relative_to is None and anchor.published is None:
        raise ReadingError(f"{words} has no century", nearest="the 1990s")
    ends = anchor.closed(words, or_published=True)
    years = {cal.year_of(minute) for minute in (ends.wide_low, ends.wide_high - 1)}
    found = {(year - year % 100 if year % 100 >= tens else year - year % 100 - 100) + tens for year in years}
    if len(found) > 1 or max(years) - max(found) < 10:
        raise ReadingError(f"{words} could be of two centuries", nearest=f"the {max(found)}s")
    return DateSpan.unit("decade", found.pop())
