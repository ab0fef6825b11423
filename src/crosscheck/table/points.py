"""Numbers of tables: points in the unit of their attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.model import Attribute, Interval, Kind, Reading, Step
from crosscheck.readings import ReadingError
from crosscheck.readings.amounts.measures import Measure, declared

Floats = npt.NDArray[np.float64]

_EXACT = 2.0**53
"""Below this a float holds every whole number."""

_ONE = Interval(Fraction(1), Fraction(1), True, True)
_HALF = Fraction(1, 2)

_ULPS = 3
"""Steps from a rounded number times a rounded factor to a float that is surely beyond the exact product."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the numbers of an attribute lie on its axis."""

    kind: Kind
    measure: Measure

    @staticmethod
    def of(attribute: Attribute) -> Scale | None:
        """The scale of an attribute whose numbers are points, None if they are read as the text that they are.

        Raises `ReadingError` if the attribute does not say what its numbers are in.
        """
        kind, unit = attribute.kind, attribute.unit
        if kind is None or not kind.has_axis or kind is Kind.DATE:
            return None
        if unit is None and kind is not Kind.COUNT:
            raise ReadingError(f"a number without a unit is no {kind}; declare the unit of the attribute")
        return Scale(kind, Measure.count() if unit is None else declared(unit, kind))

    def reading(self, number: str) -> Reading:
        """What a number, in digits as typed, means; raises `ReadingError` if it is none."""
        try:
            value = Fraction(int(number) if number.isdecimal() else number)
        except ValueError:
            raise ReadingError("a number of a table is expected") from None
        if self.is_plain:
            point, interval = value, Interval(value, value, True, True)
        else:
            point, interval = self.measure.point(value), self.measure.to_axis(Interval(value, value, True, True))
        steps = (Step(number, "a number of a table: exact"),)
        return Reading(self.kind, self.measure.dimension, interval, interval, point, steps=steps)

    @property
    def is_plain(self) -> bool:
        """True if the unit is that of the axis."""
        unit = self.measure.unit
        return unit.low == unit.high == 1 and not unit.offset and self.kind is not Kind.DURATION

    @property
    def is_linear(self) -> bool:
        """True if zero lies at zero, so that `Ends` can be used."""
        return not self.measure.unit.offset


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
