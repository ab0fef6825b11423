"""Two figures that make a range: what the first one leaves to the second, and what is open to two readings."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from crosscheck.readings.amounts.figures import Figure
from crosscheck.readings.errors import ReadingError

SMALLEST_UNSCALED = 1000
"""In "3 to 5 million" the 3 is millions; a figure from here on ("700,000 to 1.2 million") stands for itself."""


def complete_range(low: Figure, high: Figure) -> tuple[Figure, Figure]:
    """The two figures of a range, the first one with the scale and measure that only the second one carries."""
    number, scale = low.number, high.number.scale
    inherits = low.measure is None or low.measure.is_money
    if inherits and scale > 1 and number.scale == 1 and number.value < SMALLEST_UNSCALED:
        number = number.scaled(scale)
        if number.value > high.number.value:
            raise ReadingError(
                f"the range from {low.written} to {high.written} is open to two readings",
                nearest="both figures in full, such as 500,000 to 1,200,000",
            )
    low_measure, high_measure = low.measure or high.measure, high.measure or low.measure
    if low_measure is not None and high_measure is not None and low_measure.dimension != high_measure.dimension:
        raise ReadingError(f"{low.written} and {high.written} are of different kinds", nearest="both in one unit")
    thousands = high.number.value / SMALLEST_UNSCALED if high.number.rounded and high.number.scale == 1 else Fraction(0)
    if number.scale == 1 and number.value <= thousands < 10 * number.value < 10 * SMALLEST_UNSCALED:
        raise ReadingError(
            f"the {low.written} before {high.written} could be thousands", nearest="12,000 to 15,000",
            understood=low.written,
        )  # fmt: skip
    low, high = replace(low, number=number, measure=low_measure), replace(high, measure=high_measure)
    if _size(low) == _size(high):
        raise ReadingError(f"{low.written} twice is no range", nearest=high.written)
    if _size(low) > _size(high):
        raise ReadingError(f"the range runs backwards, from {low.written} to {high.written}")
    return low, high


def _size(figure: Figure) -> Fraction:
    return figure.measure.point(figure.number.value) if figure.measure else figure.number.value
