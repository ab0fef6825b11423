"""Values as they are read: kinds, intervals, readings."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from crosscheck.immutable import immutable


class Kind(StrEnum):
    """What an attribute measures. The first six have an axis, on which readings are intervals."""

    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    SHARE = "share"
    DURATION = "duration"
    QUANTITY = "quantity"
    CATEGORY = "category"
    NAMES = "names"
    QUOTATION = "quotation"
    IDENTIFIER = "identifier"

    @property
    def has_axis(self) -> bool:
        return self not in (Kind.CATEGORY, Kind.NAMES, Kind.QUOTATION, Kind.IDENTIFIER)

    @property
    def phrase(self) -> str:
        """The kind in a sentence: "a date", "money"."""
        if self in (Kind.MONEY, Kind.NAMES):
            return "money" if self is Kind.MONEY else "a list of names"
        return f"an {self.value}" if self is Kind.IDENTIFIER else f"a {self.value}"


@immutable
class Interval:
    """An interval of one axis; `low_in`, `high_in` say whether an end belongs to it.

    None is an open bound; then its flag keeps the default, so that equal intervals are equal.
    """

    low: Fraction | None
    high: Fraction | None
    low_in: bool = True
    high_in: bool = False

    @staticmethod
    def point(value: Fraction) -> Interval:
        """The interval of one number."""
        return Interval(value, value, True, True)

    @property
    def is_open_ended(self) -> bool:
        return self.low is None or self.high is None

    @property
    def width(self) -> tuple[bool, Fraction]:
        """Lesser for narrower intervals: whether an end is open, and the distance of the ends if none is."""
        if self.low is None or self.high is None:
            return True, Fraction(0)
        return False, self.high - self.low

    def overlaps(self, other: Interval) -> bool:
        """True if the two share at least one point."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Interval) -> bool:
        """True if no point of this interval reaches the lower end of `other`."""
        end, begin = self.high, other.low
        if end is None or begin is None:
            return False
        # `Fraction` takes three times as long for this: it has to find out what it is compared with.
        high, low = end.numerator * begin.denominator, begin.numerator * end.denominator
        return high < low or (high == low and not (self.high_in and other.low_in))

    def contains(self, other: Interval) -> bool:
        """True if every point of `other` lies inside."""
        return self.hull(other) == self

    def holds(self, value: Fraction) -> bool:
        """True if a number lies inside."""
        return self.contains(Interval.point(value))

    def intersection(self, other: Interval) -> Interval:
        """What two intervals that overlap have in common."""
        low = self if _begins_later(self, other) else other
        high = self if _ends_earlier(self, other) else other
        return Interval(low.low, high.high, low.low_in, high.high_in)

    def hull(self, other: Interval) -> Interval:
        """The narrowest interval that holds both."""
        low = other if _begins_later(self, other) else self
        high = other if _ends_earlier(self, other) else self
        return Interval(low.low, high.high, low.low_in, high.high_in)

    def mirrored(self) -> Interval:
        """The interval on the other side of zero."""
        low, high = (None if end is None else -end for end in (self.high, self.low))
        return Interval(low, high, self.high_in, self.low_in)

    def sort_key(self) -> tuple[Any, ...]:
        """Lower ends first, then lower upper ends; open ends are the outermost."""
        low = (0, 0, 0) if self.low is None else (1, self.low, not self.low_in)
        high = (1, 0, 0) if self.high is None else (0, self.high, self.high_in)
        return (*low, *high)


def _begins_later(a: Interval, b: Interval) -> bool:
    if a.low is None or b.low is None:
        return b.low is None
    return a.low > b.low or (a.low == b.low and not a.low_in)


def _ends_earlier(a: Interval, b: Interval) -> bool:
    if a.high is None or b.high is None:
        return b.high is None
    return a.high < b.high or (a.high == b.high and not a.high_in)


class Box(NamedTuple):
    """A stated and an allowed interval, by which readings are compared."""

    stated: Interval
    allowed: Interval

    def mirrored(self) -> Box:
        """The box on the other side of zero."""
        return Box(self.stated.mirrored(), self.allowed.mirrored())


@immutable
class Step:
    """Some words of a text and what the reader took it for."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """A figure that is given in another unit, too ("100 miles (160 km)"); `is_possible`: both can be one value."""

    text: str
    dimension: str
    stated: Interval
    is_possible: bool


@immutable
class Reading:
    """What a value means.

    `dimension` names the axis (`date`, `count`, `share`, `day`, an ISO 4217 currency, an SI unit such as `kg/s`); two
    readings are compared only on one axis. `nominal` is the figure as written, before any widening. Kinds without an
    axis have `terms` instead of intervals.
    """

    kind: Kind
    dimension: str
    stated: Interval | None
    allowed: Interval | None
    nominal: Fraction | None = None
    terms: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    excludes: tuple[str, ...] = ()
    """Lists of names only: what is not among "other …", the terms that were named before."""
    precision: str = ""
    """Dates only: the calendar unit of the written precision (`year`, `month`, `day` …)."""
    direction: str | None = None
    """Of a change only: `up` or `down`; the intervals are its size."""
    zone: str | None = None
    """Of a time of day with a zone only: its offset from UTC, as in `-04:00`; the intervals are in UTC."""
    weekday_mismatch: str = ""
    """Of a date only: in words, that the weekday written with it is not its own."""

    unit: str = ""
    """The unit as written, where the axis has several: `mile`, `year`, `USD/h`."""
    figure: Fraction | None = None
    """The figure as written, in its own unit; None for a range."""
    half: Fraction | None = None
    """Half of the last digit of `figure` that is not 0."""
    noun: str = ""
    """What is counted, as written; empty if nobody says."""
    language: str = ""
    """Of the noun, or of what has no axis, if that is not English: `es`."""
    own: Box | None = None
    """What it is compared by with readings of its own class, if not by `stated` and `allowed`: a year is no longer
    365 to 366 days beside other years."""
    across: Box | None = None
    """What it is compared by with readings of other classes, if not by `stated` and `allowed`; it holds both."""
    conversions: tuple[Conversion, ...] = ()
    """What stands in parentheses behind the figure: the same in another unit."""

    bound: str | None = None
    """Of an amount written as a bound: `low` ("at least", "more than") or `high` ("up to", "fewer than")."""

    @property
    def limited(self) -> str | None:
        """The end that is known where the words leave the other one open, `low` or `high`."""
        if self.bound is not None or self.stated is None or self.stated.low is self.stated.high is None:
            return self.bound
        return "high" if self.stated.low is None else "low" if self.stated.high is None else None

    @property
    def is_below_zero(self) -> bool:
        """True of an amount that is less than nothing, by all that its words allow."""
        is_amount = self.kind.has_axis and self.kind is not Kind.DATE and self.allowed is not None
        return is_amount and self.allowed is not None and self.allowed.high is not None and self.allowed.high < 0

    def as_fall(self) -> Reading:
        """An amount below zero as a change down, with its size."""
        assert self.stated is not None
        assert self.allowed is not None
        return replace(
            self,
            stated=self.stated.mirrored(),
            allowed=self.allowed.mirrored(),
            nominal=None if self.nominal is None else -self.nominal,
            figure=None if self.figure is None else -self.figure,
            direction="down",
            own=self.own and self.own.mirrored(),
            across=self.across and self.across.mirrored(),
            conversions=tuple(replace(each, stated=each.stated.mirrored()) for each in self.conversions),
            bound={"low": "high", "high": "low"}.get(self.bound or ""),
        )

    @property
    def is_open(self) -> bool:
        """True if its words leave an end open: it lacks one, or is written as a bound."""
        if self.stated is None or self.allowed is None:
            return False
        return self.bound is not None or self.stated.is_open_ended or self.allowed.is_open_ended

    @property
    def conversion_mismatch(self) -> str:
        """In words, that a conversion beside the figure cannot be the same value."""
        wrong = [conversion.text for conversion in self.conversions if not conversion.is_possible]
        return f"{' and '.join(wrong)} cannot be the same value" if wrong else ""

    @property
    def has_mismatch(self) -> bool:
        """True if two parts of the value cannot both be right, which a remark says."""
        return bool(self.conversion_mismatch or self.weekday_mismatch)

    @property
    def grain(self) -> str:
        """The former name of `precision`, which rules of workspaces may use for one version."""
        warnings.warn("Reading.grain is Reading.precision now", FutureWarning, 2)
        return self.precision


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """The three settings of the reader: the width of a hedge and the cap of rounding as shares, the date order.

    A source may declare a date order of its own, and the `currency` of a sign or name that several have.
    """

    hedge: Fraction = Fraction(1, 10)
    cap: Fraction = Fraction(1, 20)
    date_order: str | None = None
    currency: str | None = None
