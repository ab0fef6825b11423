"""What rounding, hedges and bounds leave open: from a number as written to its stated and allowed interval.

This is the table of the design's section 5 for figures. Intervals are in the unit as written; "below" and "above"
follow the axis, so they hold for positive figures, the only ones that hedges other than "around" are accepted for.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from crosscheck.model import Interval, Kind, ReadingSettings
from crosscheck.readings.numerals import Number

HEDGES = ("approx", "under", "over", "just_over")
BOUNDS = ("at_least", "at_most", "below")
WORD_SHARE = (Fraction(1, 20), Fraction(1, 20))
"""A share in words: stated ± 5 % of it, allowed ± 5 points."""
SMALL = 20
"""`more than` a whole number below this is open above: "more than two" says little of how many."""


@dataclass(frozen=True, slots=True)
class Span:
    """Stated and allowed interval of one figure, in the unit as written."""

    stated: Interval
    allowed: Interval


def plain(number: Number, kind: Kind, settings: ReadingSettings) -> Span:
    """A figure without a hedge: rounded to its last digit, or exact."""
    if kind is Kind.SHARE and number.fraction:
        near, wide = abs(number.value) * WORD_SHARE[0], WORD_SHARE[1]
        return Span(_around(number.value, near), _around(number.value, wide))
    half = _half_of_last_digit(number, kind)
    return _rounded(number, half, half, settings)


def approximate(number: Number, kind: Kind, settings: ReadingSettings) -> Span:
    """A figure behind "around": never exact, and allowed to be off by the share that is set for hedges."""
    span = plain(number, kind, settings)
    if span.stated.low == span.stated.high:
        half = number.nonzero / 2
        span = _rounded(number, half, half, settings)
        allowed = span.stated
    else:
        allowed = span.allowed
    wide = _around(number.value, abs(number.value) * settings.hedge)
    return Span(span.stated, allowed.hull(span.stated).hull(wide))


def hedged(number: Number, hedge: str, kind: Kind, settings: ReadingSettings) -> Span:
    """A figure behind a one-sided hedge: `under` ("nearly"), `over` ("more than") or `just_over`."""
    value, cap, wide = number.value, abs(number.value) * settings.cap, abs(number.value) * settings.hedge
    if hedge == "under":
        return Span(Interval(value - cap, value, True, False), Interval(value - wide, value, True, True))
    if hedge == "just_over":
        return Span(Interval(value, value + cap, False, True), Interval(value, value + wide, True, True))
    if kind is Kind.SHARE and value <= 1:
        top = Fraction(1)
        return Span(Interval(value, top, False, True), Interval(value, top, True, True))
    is_small = value.denominator == 1 and value < SMALL
    high = None if is_small else value * 3 / 2
    return Span(Interval(value, high, False, False), Interval(value, None, True, False))


def bounded(span: Span | None, value: Fraction, bound: str, kind: Kind) -> Span:
    """A bound on a figure; `span` is that of a hedged figure inside ("at least some 300"), which only widens."""
    low = span.allowed.low if span else value
    high = span.allowed.high if span else value
    if bound == "at_least":
        top = Fraction(1) if kind is Kind.SHARE and value <= 1 else None
        return Span(Interval(value, top, True, top is not None), Interval(low, top, True, top is not None))
    includes = bound == "at_most"
    return Span(Interval(Fraction(0), value, True, includes), Interval(Fraction(0), high, True, True))


def _half_of_last_digit(number: Number, kind: Kind) -> Fraction | None:
    if number.rounded or kind in (Kind.SHARE, Kind.DURATION, Kind.QUANTITY):
        return number.digit / 2
    return None


def _rounded(number: Number, near: Fraction | None, wide: Fraction | None, settings: ReadingSettings) -> Span:
    if near is None or wide is None:
        point = Interval(number.value, number.value, True, True)
        return Span(point, point)
    capped = min(near, abs(number.value) * settings.cap)
    return Span(_around(number.value, capped), _around(number.value, wide))


def _around(value: Fraction, half: Fraction) -> Interval:
    return Interval(value - half, value + half, True, half == 0)
