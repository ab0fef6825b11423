"""The axis of a strip: what is drawn, in what unit, and where a value stands across.

An axis on which one far value would leave nothing to see of the others is broken: it has parts, each with a scale of
its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from crosscheck.formatting import measure_of
from crosscheck.model import Interval, Kind

MOST_BREAKS = 2
FAR = 3
"""An axis is broken at a gap that is more than so many times as wide as all that is left without it."""
LEAST_PART, BREAK = 0.2, 0.03
"""The part of the width that the narrowest part of an axis has at least, about, and that of a break."""

_PAD, _PAD_OPEN = Fraction(6, 100), Fraction(14, 100)

Ends = tuple[Fraction | None, Fraction | None]
Gap = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Measured:
    """What an attribute is shown in."""

    kind: Kind
    unit: str | None
    dimension: str

    def ends(self, interval: Interval) -> Ends:
        """The ends of an interval in what is shown."""
        low, high = (None if end is None else self._value(end) for end in (interval.low, interval.high))
        return low, high

    def _value(self, end: Fraction) -> Fraction:
        measure = measure_of(self.kind, self.dimension, self.unit)
        shown = end if measure is None else measure.from_axis(end)
        return shown * 100 if self.kind is Kind.SHARE and self.unit is None else shown

    @property
    def unit_text(self) -> str:
        if self.kind is Kind.SHARE and self.unit in (None, "%", "percent"):
            return "%"
        if self.unit in (None, "count", "share") and self.dimension in ("count", "share"):
            return ""
        return self.unit or self.dimension


@dataclass(frozen=True, slots=True)
class Part:
    """From which value to which a part of an axis reaches, and from where to where across, from 0 to 1."""

    low: Fraction
    high: Fraction
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    def place(self, value: Fraction) -> float:
        """Where a value stands across; by whole numbers, because a figure may be too big for a float."""
        part, span = value - self.low, self.high - self.low
        return self.left + self.width * (part.numerator * span.denominator / (part.denominator * span.numerator))


@dataclass(frozen=True, slots=True)
class Axis:
    """The parts of an axis from the left, and the gaps between them; `main` is the widest part."""

    parts: tuple[Part, ...]
    gaps: tuple[Gap, ...]

    @property
    def main(self) -> Part:
        return max(self.parts, key=lambda part: part.width)

    def part(self, value: Fraction) -> Part:
        """The part that shows a value."""
        return next((part for part in reversed(self.parts) if part.low <= value), self.parts[0])

    def place(self, value: Fraction) -> float:
        """Where a value stands across, from 0 to 1."""
        return self.part(value).place(value)


def axis_of(stated: Sequence[Ends], allowed: Sequence[Ends], *, is_date: bool) -> Axis:
    """The axis that shows every end of some intervals, with some air; it goes below zero only if a figure does."""
    intervals = [*stated, *allowed]
    ends = _ends(intervals) or [Fraction(0), Fraction(1)]
    gaps = _gaps(intervals, ends) if len(set(stated)) > 2 else []
    cuts = [ends[0], *(end for gap in gaps for end in gap), ends[-1]]
    ranges = list(zip(cuts[::2], cuts[1::2], strict=True))
    is_open = [any(interval[side] is None for interval in intervals) for side in (0, 1)]
    padded = [_padded(low, high, is_open, is_date=is_date) for low, high in ranges]
    for number, (low, high) in enumerate(gaps):  # the air of two parts may not meet
        air = (high - low) / 3
        padded[number] = (padded[number][0], min(padded[number][1], low + air))
        padded[number + 1] = (max(padded[number + 1][0], high - air), padded[number + 1][1])
    return Axis(tuple(_laid_out(padded, [_drawn_in(each, stated) for each in ranges])), tuple(gaps))


def _ends(intervals: Iterable[Ends]) -> list[Fraction]:
    return sorted({end for interval in intervals for end in interval if end is not None})


def _gaps(intervals: Sequence[Ends], ends: Sequence[Fraction]) -> list[Gap]:
    """The gaps at which an axis is broken: nothing that has two ends reaches across, and something is left."""

    def is_crossed(gap: Gap) -> bool:
        return any(low is not None and high is not None and low <= gap[0] and gap[1] <= high for low, high in intervals)

    left = ends[-1] - ends[0]
    found: list[Gap] = []
    for low, high in sorted(pairwise(ends), key=lambda gap: gap[0] - gap[1]):
        rest = left - (high - low)
        if len(found) == MOST_BREAKS or not rest or high - low <= FAR * rest:
            break  # those that follow are narrower
        if not is_crossed((low, high)):
            left = rest
            found.append((low, high))
    return sorted(found)


def _padded(low: Fraction, high: Fraction, is_open: Sequence[bool], *, is_date: bool) -> Gap:
    span = high - low or (Fraction(2 * 1440) if is_date else abs(high) / 5 or Fraction(1))
    pads = [span * (_PAD_OPEN if is_open[side] else _PAD) for side in (0, 1)]
    if high == low:
        pads = [max(pad, span / 2) for pad in pads]
    padded_low, padded_high = low - pads[0], high + pads[1]
    if not is_date and low >= 0:
        # Close to nothing is best seen from nothing, with room for a dot that stands there.
        room = (padded_high - low) / 50
        padded_low = -room if low <= high / 4 else max(padded_low, -room)
    return padded_low, padded_high


def _drawn_in(part: Gap, stated: Iterable[Ends]) -> int:
    """How many of some intervals have an end in a part."""
    return sum(any(end is not None and part[0] <= end <= part[1] for end in interval) for interval in stated)


def _laid_out(ranges: Sequence[Gap], counts: Sequence[int]) -> Iterable[Part]:
    """Parts side by side: the more is drawn in one, the wider it is."""
    wanted = [max(LEAST_PART, count / (sum(counts) or 1)) for count in counts]
    room, left = 1 - BREAK * (len(ranges) - 1), 0.0
    for (low, high), share in zip(ranges, wanted, strict=True):
        right = min(1.0, left + room * share / sum(wanted))
        yield Part(low, high, left, right)
        left = right + BREAK
