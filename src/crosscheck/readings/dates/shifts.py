"""How far a duration moves a date: by the number as written, in calendar units.

"15 years" after 2000 is 2015: what is written counts calendar years, while the axis of durations has days. Beside days
and months, a whole number of years is not that exact: an age of 82 lasts until the day before the 83rd birthday.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.model import Box, Interval, Kind, Reading, ReadingSettings
from crosscheck.readings.amounts.figures import Figure
from crosscheck.readings.amounts.grammar import parse_amount
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.numbers import rounding
from crosscheck.readings.numbers.number import Number
from crosscheck.readings.tokens import split

_MONTH = Fraction(3652425, 10000) / 12 * cal.MINUTES_A_DAY
"""Minutes of a mean Gregorian month, for what is left of a month that is not whole."""
_AXIS = rounding.Axis(rounds=False)
_MINUTES_IN = {**cal.MINUTES_IN, "h": 60, "min": 1}
_NAMES = {"h": "hour", "min": "minute"}
WHOLE_UNITS = ("year", "month", "week", "day", "hour")
"""Units of which a whole number without a hedge is an age or a length as people tell it."""
_HALF, _ONE = Fraction(1, 2), Fraction(1)


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of calendar units, as stated and as allowed; `unit` is `month` or `minute`.

    `nominal` is the number as written, None for a range; `precision` the calendar unit it is written in, if any.
    `elapsed` is what a whole number means as soon as a date is finer than its unit; between others it is as stated.
    """

    stated: Interval
    allowed: Interval
    unit: str
    nominal: Fraction | None = None
    precision: str = ""
    elapsed: Box | None = None

    def back(self) -> Shift:
        """The shift to the earlier date."""
        return replace(
            self,
            stated=_negative(self.stated),
            allowed=_negative(self.allowed),
            nominal=None if self.nominal is None else -self.nominal,
            elapsed=self.elapsed and Box(*map(_negative, self.elapsed)),
        )

    def between_finer(self) -> Shift:
        """This shift between dates of which one is finer than its unit."""
        return self if self.elapsed is None else replace(self, stated=self.elapsed[0], allowed=self.elapsed[1])

    def moved(self, minute: Fraction, count: Fraction) -> Fraction:
        """A minute, `count` units later (earlier, if negative)."""
        if self.unit == "minute":
            return minute + count
        whole = count.numerator // count.denominator
        return Fraction(cal.shift(int(minute), whole, "month") + round((count - whole) * _MONTH))


def shift_of(text: str, reading: Reading, unit: str | None, settings: ReadingSettings) -> Shift:
    """The shift of a duration as written; in other words than calendar units, that of its reading in days."""
    try:
        amount = parse_amount(split(text), prefer_units=True)
        figures = amount.figures
        precisions = {_precision(figure, unit) for figure in figures}
        spans = [_span(figure.number, tuple(amount.hedges), settings) for figure in figures]
    except ReadingError:
        return _of_reading(reading)
    precision = precisions.pop() if len(precisions) == 1 else ""
    if not precision or amount.end_hedges != ((), ()):
        return _of_reading(reading)
    is_month = precision in cal.MONTHS_IN
    size = cal.MONTHS_IN[precision] if is_month else _MINUTES_IN[precision]
    span = spans[0] if len(spans) == 1 else spans[0].to(spans[1])
    number = figures[0].number.value if len(figures) == 1 else None
    is_whole = number is not None and number.denominator == 1 and number > 0 and precision in WHOLE_UNITS
    elapsed = None
    if number is not None and is_whole and not amount.hedges:
        near = Interval(number - _ONE, number + _ONE, True, True)
        elapsed = Box(_scaled(Interval(number - _HALF, number + _ONE), size), _scaled(near, size))
        span = rounding.Span(Interval(number, number, True, True), near)
    return Shift(
        _scaled(span.stated, size),
        _scaled(span.allowed, size),
        "month" if is_month else "minute",
        None if number is None else number * size,
        precision,
        elapsed,
    )


def _span(number: Number, hedges: tuple[str, ...], settings: ReadingSettings) -> rounding.Span:
    """A number as written, which its last digit allows to be rounded."""
    found = rounding.span(number, hedges, _AXIS, settings)
    half = number.last / 2
    return rounding.Span(found.stated, found.allowed.hull(Interval(number.value - half, number.value + half)))


def _precision(figure: Figure, unit: str | None) -> str:
    """The calendar unit of a figure, empty if it has none."""
    measure = figure.measure or (declared(unit, Kind.DURATION) if unit else None)
    symbol = measure.symbol if measure else ""
    return _NAMES.get(symbol, symbol) if symbol in cal.MONTHS_IN or symbol in _MINUTES_IN else ""


def in_days(stated: Interval, allowed: Interval) -> Shift:
    """The shift by intervals of days."""
    return Shift(_scaled(stated, cal.MINUTES_A_DAY), _scaled(allowed, cal.MINUTES_A_DAY), "minute")


def _of_reading(reading: Reading) -> Shift:
    assert reading.stated is not None
    assert reading.allowed is not None
    return in_days(reading.stated, reading.allowed)


def _negative(interval: Interval) -> Interval:
    low, high = (None if end is None else -end for end in (interval.high, interval.low))
    return Interval(low, high, interval.high_in or low is None, interval.low_in and high is not None)


def _scaled(interval: Interval, size: int) -> Interval:
    low, high = (None if end is None else end * size for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_in, interval.high_in)
