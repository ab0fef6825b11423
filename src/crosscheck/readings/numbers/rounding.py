"""What rounding, hedges and bounds leave open: from a number as written to its stated and allowed interval.

This is the table of the design's section 5 for figures. Intervals are in the unit as written; "below" and "above"
follow the axis, so one-sided hedges hold for positive figures only.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from crosscheck.model import Interval, ReadingSettings
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.numbers.number import Number

EXACT, APPROX, UNDER, OVER, JUST_OVER = "exact", "approx", "under", "over", "just_over"
ODD = "odd"
"""`20-odd`: in the twenties."""
AT_LEAST, AT_MOST, BELOW = "at_least", "at_most", "below"
BOUNDS = (AT_LEAST, AT_MOST, BELOW)
LOWER, UPPER = (OVER, AT_LEAST), (BELOW, AT_MOST)
"""What may stand before the first and before the second figure of "more than 3 but less than 5"."""
FEW_STATED, FEW_ALLOWED = (2, 6), (1, 10)
"""How many "days later", "a few weeks" and "several years" are."""

WORD_SHARE_STATED, WORD_SHARE_ALLOWED = Fraction(1, 20), Fraction(1, 20)
"""A share in words ("a third"): stated ± 5 % of it, allowed ± 5 points, at most half of the share."""
HALF = Fraction(1, 2)
LONG, SHORT = 1_000, 100
"""From so many on, figures that end in two zeros, and in one, may be rounded to them …"""
ROUND_STATED, ROUND_ALLOWED = Fraction(1, 40), Fraction(1, 10)
"""… by at most these shares of the figure."""
OVER_REACHES, OVER_POINTS = Fraction(3, 2), Fraction(1, 20)
"""`more than` states up to so many times the figure, of a share at least so much more …"""
SMALL = 20
"""… but a whole number below this is open above: "more than two" says little of how many."""


class Span(NamedTuple):
    """Stated and allowed interval of one figure."""

    stated: Interval
    allowed: Interval

    @staticmethod
    def exactly(value: Fraction) -> Span:
        point = Interval(value, value, True, True)
        return Span(point, point)

    def to(self, end: Span) -> Span:
        """From this span's low to the high of `end`, each as it is."""
        return Span(_between(self.stated, end.stated), _between(self.allowed, end.allowed))

    def hull(self, other: Span) -> Span:
        """All that either leaves open: of "at least 5 to 10", from 5."""
        return Span(self.stated.hull(other.stated), self.allowed.hull(other.allowed))


class Axis(NamedTuple):
    """What the axis of a figure says of its rounding and its ends, in the unit as written.

    `rounds`: the last digit written shows the rounding of every figure (shares, durations, quantities). `floor` is the
    least value that there is, which `up to` starts from. `ceiling` is the whole of a share, None for what has none;
    `points`: 5 points of a share.
    """

    rounds: bool
    floor: Fraction = Fraction(0)
    ceiling: Fraction | None = None
    is_money: bool = False
    points: Fraction | None = None


def span(number: Number, words: tuple[str, ...], axis: Axis, settings: ReadingSettings) -> Span:
    """The span of a figure behind (or before) hedges and bounds, as these are named above; raises `ReadingError`."""
    softs = [word for word in words if word not in BOUNDS]
    if ODD in softs and (number.nonzero <= number.last or number.reach is not None):  # "12-odd", "a dozen-odd"
        softs = [APPROX if word == ODD else word for word in softs]
    bounds = [word for word in words if word in BOUNDS]
    one_sided = [word for word in softs if word not in (APPROX, EXACT)]
    if len(one_sided) > 1 or len(bounds) > 1 or (EXACT in softs and set(words) != {EXACT}):
        raise ReadingError("two hedges or bounds that cannot be combined")
    if one_sided == [UNDER] and number.value < 0 and softs == [UNDER] and not bounds:
        size = -number.value  # "nearly -10" could be more or less than -10
        return Span(_around(number, size * settings.cap, axis), _around(number, size * settings.hedge, axis))
    if one_sided and number.value <= 0:
        raise ReadingError("a one-sided hedge before a figure that is not positive")
    if EXACT in softs:
        return Span.exactly(number.value)
    around = _approximate(number, axis, settings) if APPROX in softs else _plain(number, axis, settings)
    if one_sided:
        if APPROX in softs and one_sided not in ([OVER], [ODD]):
            raise ReadingError("two hedges that cannot be combined")
        around = _one_sided(number, one_sided[0], around if APPROX in softs else None, axis, settings)
    if bounds:
        if one_sided not in ([], [UNDER]) or (one_sided and bounds[0] == BELOW):
            raise ReadingError("a hedge and a bound that cannot be combined")
        around = bounded(around if softs else Span.exactly(number.value), bounds[0], axis)
    return around


def converted(number: Number, words: tuple[str, ...], axis: Axis, settings: ReadingSettings) -> Span:
    """The span of a figure beside one in another unit: news converts and rounds (200 mph, 320 km/h)."""
    found = span(number, words, axis, settings)
    if EXACT in words:
        return found
    stated = found.stated.hull(_around(number, min(number.nonzero / 2, abs(number.value) * settings.cap), axis))
    return Span(stated, found.allowed.hull(stated))


def bounded(figure: Span, bound: str, axis: Axis) -> Span:
    """A bound on a figure, which is a point unless it is hedged ("at least some 300")."""
    if bound == AT_LEAST:
        return Span(_from(figure.stated, axis), _from(figure.allowed, axis))
    stated, allowed = figure.stated, figure.allowed
    if stated.high is not None and (stated.high < axis.floor or (stated.high == axis.floor and bound == BELOW)):
        raise ReadingError("nothing is below this bound")
    return Span(
        Interval(axis.floor, stated.high, True, stated.high_in and bound == AT_MOST),
        Interval(axis.floor, allowed.high, True, allowed.high is not None),
    )


def _from(interval: Interval, axis: Axis) -> Interval:
    has_top = axis.ceiling is not None and interval.low is not None and interval.low <= axis.ceiling
    return Interval(interval.low, axis.ceiling if has_top else None, interval.low_in, has_top)


def _plain(number: Number, axis: Axis, settings: ReadingSettings) -> Span:
    """A figure without a hedge, by the first row of the design's table that fits it."""
    size = abs(number.value)
    if number.is_fraction and axis.ceiling is not None:
        wide = min(WORD_SHARE_ALLOWED, size * HALF)
        return Span(_around(number, size * WORD_SHARE_STATED, axis), _around(number, wide, axis))
    if number.reach is not None:
        return Span(Span.exactly(number.value).stated, _reaching(number, *number.reach))
    if (
        axis.is_money
        and not number.rounded
        and (number.decimals == 2 or (not number.decimals and number.value.denominator > 1))
    ):
        return Span.exactly(number.value)
    if number.rounded or number.decimals:
        return _rounded(number, number.last / 2, size * settings.cap, number.last / 2, axis)
    half = number.nonzero / 2
    if number.value.denominator == 1 and size >= LONG and size % 100 == 0:
        return _rounded(number, half, size * ROUND_STATED, min(half, size * ROUND_ALLOWED), axis)
    if axis.rounds:
        return _rounded(number, number.last / 2, size * settings.cap, number.last / 2, axis)
    if number.value.denominator > 1 or size < SHORT:
        return Span.exactly(number.value)
    stated = _around(number, HALF, axis) if axis.is_money else Span.exactly(number.value).stated
    if size % 10 != 0:
        return Span(stated, stated)
    wide = min(half, size * ROUND_ALLOWED)
    return Span(stated, _reaching(number, wide, wide))


def _reaching(number: Number, less: Fraction, more: Fraction) -> Interval:
    """From so much below a figure to so much above it, both ends included."""
    return Interval(number.value - less, number.value + more, True, True)


def _approximate(number: Number, axis: Axis, settings: ReadingSettings) -> Span:
    """A figure behind "around": never exact, and allowed to be off by the share that is set for hedges."""
    plain, size = _plain(number, axis, settings), abs(number.value)
    stated = plain.stated.hull(_around(number, min(number.nonzero / 2, size * settings.cap), axis))
    wide = _around(number, size * settings.hedge, axis)
    return Span(stated, stated.hull(plain.allowed).hull(wide))


def _one_sided(number: Number, hedge: str, around: Span | None, axis: Axis, settings: ReadingSettings) -> Span:
    """Behind `under` ("nearly"), `over` ("more than") or `just_over`; `around` is a hedged figure that is exceeded."""
    value, near, wide = number.value, number.value * settings.cap, number.value * settings.hedge
    if hedge == ODD:
        within = _topped(Interval(value, value + number.nonzero), number, axis)
        return Span(within, within if around is None else around.allowed.hull(within))
    if hedge == UNDER:
        return Span(Interval(value - near, value, True, False), Interval(value - wide, value, True, True))
    if hedge == JUST_OVER:
        stated, allowed = Interval(value, value + near, False, True), Interval(value, value + wide, True, True)
        return Span(_topped(stated, number, axis), _topped(allowed, number, axis))
    low = around.allowed.low if around is not None else value
    reaches = value * OVER_REACHES
    if axis.points is not None:
        reaches = max(reaches, value + axis.points)
    if axis.ceiling is not None and value < axis.ceiling:
        return Span(Interval(value, min(reaches, axis.ceiling), False, True), Interval(low, axis.ceiling, True, True))
    is_small = value.denominator == 1 and value < SMALL and axis.points is None
    high = None if is_small else reaches
    return Span(Interval(value, high, False, high is not None), Interval(low, None, True, False))


def _rounded(number: Number, half: Fraction, cap: Fraction, wide: Fraction, axis: Axis) -> Span:
    near = min(half, cap)
    allowed = _around(number, wide, axis)
    return Span(allowed if near == wide else _around(number, near, axis), allowed)


def _around(number: Number, half: Fraction, axis: Axis) -> Interval:
    return _topped(Interval(number.value - half, number.value + half, True, half == 0), number, axis)


def _topped(interval: Interval, number: Number, axis: Axis) -> Interval:
    """Shares end at 0 and at the whole, unless the figure itself lies beyond."""
    if axis.ceiling is None or interval.low is None or interval.high is None:
        return interval
    low, high = interval.low, interval.high
    if low < 0 <= number.value:
        interval = Interval(Fraction(0), high, True, interval.high_in)
    if high > axis.ceiling >= number.value:
        interval = Interval(interval.low, axis.ceiling, interval.low_in, True)
    return interval


def _between(low: Interval, high: Interval) -> Interval:
    return Interval(low.low, high.high, low.low_in, high.high_in)
