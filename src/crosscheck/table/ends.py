"""The ends of intervals as floats, for the screen."""

from __future__ import annotations

import math
import sys
from fractions import Fraction

from crosscheck.model import Interval


def ends(stated: Interval) -> tuple[float, float]:
    """Low and high of an interval as floats, half-open, rounded inwards: the screen suspects rather than overlooks."""
    return _low(stated.low, stated.low_in), _high(stated.high, stated.high_in)


def _low(value: Fraction | None, included: bool) -> float:
    """The least float of the interval."""
    if value is None:
        return -math.inf
    near = _float(value)
    if Fraction(near) < value or (not included and Fraction(near) == value):
        near = math.nextafter(near, math.inf)
    return near


def _high(value: Fraction | None, included: bool) -> float:
    """The float at which the interval has ended: of an included end the next one above, else rounded inwards."""
    if value is None:
        return math.inf
    near = _float(value)
    exact = Fraction(near)
    if exact > value:
        near = math.nextafter(near, -math.inf)
    return math.nextafter(near, math.inf) if included and exact == value else near


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max
