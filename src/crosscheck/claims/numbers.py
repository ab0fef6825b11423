"""Numbers of tables: points in the unit of their attribute."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from crosscheck.model import Attribute, Interval, Kind, Reading, Step
from crosscheck.readings import ReadingError
from crosscheck.readings.amounts.measures import Measure, declared


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

    def reading(self, number: str) -> Reading | ReadingError:
        """What a number, in digits as typed, means, or why it is none."""
        try:
            value = Fraction(int(number) if number.isdecimal() else number)
        except ValueError:
            return ReadingError("a number of a table is expected")
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
        """True if zero lies at zero."""
        return not self.measure.unit.offset
