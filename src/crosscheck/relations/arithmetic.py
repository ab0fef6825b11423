"""Arithmetic of intervals: what a sum, difference, product or quotient of two values may be.

Each operand is taken to occur once, so the results are exact.
"""

from __future__ import annotations

import math
from fractions import Fraction

from crosscheck.model import Interval

ANYTHING = Interval(None, None)
NOTHING = Interval.point(Fraction(0))


def plus(a: Interval, b: Interval) -> Interval:
    return _made(_sum(a.low, b.low), _sum(a.high, b.high), a.low_in and b.low_in, a.high_in and b.high_in)


def minus(a: Interval, b: Interval) -> Interval:
    return plus(a, negative(b))


def negative(a: Interval) -> Interval:
    return _made(_minus(a.high), _minus(a.low), a.high_in, a.low_in)


def times(a: Interval, b: Interval) -> Interval:
    """The least and the greatest of the products of ends; nothing of anything is nothing, however far it reaches."""
    products = [_product(x, y) for x in _ends(a) for y in _ends(b)]
    low, high = min(value for value, _ in products), max(value for value, _ in products)
    return _made(
        low if isinstance(low, Fraction) else None,
        high if isinstance(high, Fraction) else None,
        any(value == low and is_in for value, is_in in products),
        any(value == high and is_in for value, is_in in products),
    )


def over(a: Interval, b: Interval) -> Interval:
    """What times a value of `b` gives one of `a`: anything if `b` is 0, or on both sides of it."""
    if b.high is not None and b.high <= 0 and b != NOTHING:
        a, b = negative(a), negative(b)
    if b.low is None or b.low < 0 or b == NOTHING:
        return ANYTHING
    low, low_in = (Fraction(0), False) if b.high is None else (1 / b.high, b.high_in)
    quotient = times(a, _made(low, None if b.low == 0 else 1 / b.low, low_in, b.low_in))
    both_may_be_0 = b.low == 0 and b.low_in and a.overlaps(NOTHING)
    return quotient.hull(Interval(Fraction(0), None)) if both_may_be_0 else quotient


_End = tuple[Fraction | float, bool]
"""An end of an interval, infinite if it is open, and whether it belongs to it."""


def _ends(a: Interval) -> tuple[_End, _End]:
    low = (-math.inf, False) if a.low is None else (a.low, a.low_in)
    return low, (math.inf, False) if a.high is None else (a.high, a.high_in)


def _product(x: _End, y: _End) -> _End:
    (a, a_in), (b, b_in) = x, y
    if a == 0 or b == 0:
        return Fraction(0), (a == 0 and a_in) or (b == 0 and b_in)
    if isinstance(a, float) or isinstance(b, float):
        return math.inf if (a > 0) == (b > 0) else -math.inf, False
    return a * b, a_in and b_in


def scaled(a: Interval, factor: Fraction) -> Interval:
    """An interval in a unit that is `factor` times smaller; `factor` is above 0."""
    low, high = (None if end is None else end * factor for end in (a.low, a.high))
    return _made(low, high, a.low_in, a.high_in)


def _made(low: Fraction | None, high: Fraction | None, low_in: bool, high_in: bool) -> Interval:
    return Interval(low, high, low_in if low is not None else True, high_in and high is not None)


def _sum(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b


def _minus(a: Fraction | None) -> Fraction | None:
    return None if a is None else -a
