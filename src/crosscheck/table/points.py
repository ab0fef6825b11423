"""Numbers of tables: points in the unit of their attribute."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.claims.numbers import Scale
from crosscheck.model import Interval

Floats = npt.NDArray[np.float64]

_EXACT = 2.0**53
"""Below this a float holds every whole number."""

_ONE = Interval(Fraction(1), Fraction(1), True, True)
_HALF = Fraction(1, 2)

_ULPS = 3
"""Steps from a rounded number times a rounded factor to a float that is surely beyond the exact product."""


class Ends:
    """The ends of numbers for the screen, by the scale of their attribute (None: of no use here)."""

    def __init__(self, scales: Sequence[Scale | None]) -> None:
        ones = [scale.measure.to_axis(_ONE) if scale is not None else _ONE for scale in scales]
        self._least = np.array([float(one.low or 0) for one in ones])
        self._most = np.array([float(one.high or 0) for one in ones])
        self._whole = np.array([one.low == one.high and (one.low or _HALF).denominator == 1 for one in ones], bool)

    def of(self, numbers: Floats, scales: npt.NDArray[np.integer[Any]]) -> tuple[Floats, Floats]:
        """Low and high of numbers as points of the axis: half-open, rounded inwards."""
        least, most = self._least[scales], self._most[scales]
        one, other = numbers * least, numbers * most
        low, high = np.minimum(one, other), np.maximum(one, other)
        is_exact = self._whole[scales] & ((least == 1) | ((numbers == np.floor(numbers)) & (np.abs(low) < _EXACT)))
        if is_exact.all():
            return low, np.nextafter(low, np.inf)
        # Elsewhere the product is rounded, or a year has 365 or 366 days.
        inner_low, inner_high = low, high
        for _ in range(_ULPS):
            inner_low, inner_high = np.nextafter(inner_low, np.inf), np.nextafter(inner_high, -np.inf)
        return np.where(is_exact, low, inner_low), np.where(is_exact, np.nextafter(low, np.inf), inner_high)
