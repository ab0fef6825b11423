"""A stretch of time while it is being read: stated and allowed ends, and the unit in which it is written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading, Step
from crosscheck.readings import calendar as cal


@dataclass(frozen=True, slots=True)
class Moment:
    """Half-open stretches in minutes since 1970, None for open; `grain` is the calendar unit as written."""

    low: int | None
    high: int | None
    grain: str
    wide_low: int | None
    wide_high: int | None

    @staticmethod
    def exact(low: int | None, high: int | None, grain: str) -> Moment:
        return Moment(low, high, grain, low, high)

    @staticmethod
    def unit(grain: str, year: int, month: int = 1, day: int = 1) -> Moment:
        """The calendar unit `grain` that begins at a date."""
        low = cal.minutes(year, month, day)
        return Moment.exact(low, cal.shift(low, 1, grain), grain)

    def widened(self, count: int = 1, grain: str | None = None) -> Moment:
        """Allowed to be `count` units earlier or later."""
        unit = grain or self.grain
        return Moment(
            self.low, self.high, self.grain,
            None if self.wide_low is None else cal.shift(self.wide_low, -count, unit),
            None if self.wide_high is None else cal.shift(self.wide_high, count, unit),
        )  # fmt: skip

    def to(self, end: Moment) -> Moment:
        """From the low end of this moment to the high end of `end`."""
        grain = self.grain if self.grain == end.grain else "day"
        return Moment(self.low, end.high, grain, self.wide_low, end.wide_high)

    def bounded(self, bound: str) -> Moment:
        """`before`, `after`, `since` or `by` this moment."""
        late, early = _gap(self.high, self.wide_high), _gap(self.wide_low, self.low)
        match bound:
            case "before":
                ends = (None, self.low, None, None if self.low is None else self.low + late)
            case "by":
                ends = (None, self.high, None, self.wide_high)
            case "after":
                ends = (self.high, None, None if self.high is None else self.high - early, None)
            case _:
                ends = (self.low, None, self.wide_low, None)
        return Moment(ends[0], ends[1], self.grain, ends[2], ends[3])

    def reading(self, steps: tuple[Step, ...] = ()) -> Reading:
        nominal = None if self.low is None or self.high is None else Fraction(self.low)
        return Reading(
            Kind.DATE, "date", _interval(self.low, self.high), _interval(self.wide_low, self.wide_high), nominal,
            steps=steps, grain=self.grain,
        )  # fmt: skip


def _gap(first: int | None, second: int | None) -> int:
    return 0 if first is None or second is None else second - first


def _interval(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def anchor(reading: Reading) -> Moment:
    """The moment of a reading that a relative date counts from."""
    assert reading.stated is not None and reading.allowed is not None
    ends = (reading.stated.low, reading.stated.high, reading.allowed.low, reading.allowed.high)
    low, high, wide_low, wide_high = (None if end is None else int(end) for end in ends)
    return Moment(low, high, reading.grain or "day", wide_low, wide_high)
