"""The strip: every claim's interval on one axis, as places for an SVG.

Places across are percentages of the drawing's width, so that it stretches to any page while its words keep their size;
places down are pixels. What a strip shows stands beside it in words too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crosscheck.formatting import measure_of
from crosscheck.model import Finding, Interval, Kind, Row
from crosscheck.outputs.report.ticks import MOST, Ticks, date_ticks, number_ticks
from crosscheck.outputs.report.words import shortened

MOST_ROWS = 40
ROW, AXIS = 40, 24
_NARROW = 8 / 1000  # of the width; what is narrower would not be seen as a bar
_LETTER, _GAP = 7 / 300, 8 / 300  # of a tick's label, of the width on a telephone
_PAD, _PAD_OPEN = Fraction(6, 100), Fraction(14, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch across; `low_open`, `high_open` end in an arrow; `dot` is the middle of one too narrow to be seen."""

    x: str
    width: str
    low_open: bool
    high_open: bool
    dot: str | None


@dataclass(frozen=True, slots=True)
class StripRow:
    number: str
    label: str
    """Whose value it is, if that must be said."""
    said: str
    denies: bool
    y: int
    stated: Bar
    allowed: Bar | None
    """None if it is as stated."""


@dataclass(frozen=True, slots=True)
class StripTick:
    label: str
    x: str
    look: str
    """`start`, `end`: which part of it is at its place, if not the middle; `wide`: a telephone has no room for it."""


@dataclass(frozen=True, slots=True)
class Strip:
    rows: tuple[StripRow, ...]
    ticks: tuple[StripTick, ...]
    lines: tuple[str, ...]
    height: int
    caption: str
    left_out: int


Ends = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class _Axis:
    """What an attribute is shown in, and which part of it is drawn."""

    kind: Kind
    unit: str | None
    dimension: str
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(1)

    def value(self, end: Fraction) -> Fraction:
        measure = measure_of(self.kind, self.dimension, self.unit)
        shown = end if measure is None else measure.from_axis(end)
        return shown * 100 if self.kind is Kind.SHARE and self.unit is None else shown

    def ends(self, interval: Interval) -> Ends:
        """The ends of an interval in what is shown."""
        low, high = (None if end is None else self.value(end) for end in (interval.low, interval.high))
        return low, high

    def place(self, value: Fraction) -> float:
        """Where a value stands across, from 0 to 1; by whole numbers, because a figure may be too big for a float."""
        part, span = value - self.low, self.high - self.low
        return part.numerator * span.denominator / (part.denominator * span.numerator)

    @property
    def unit_text(self) -> str:
        if self.kind is Kind.SHARE and self.unit in (None, "%", "percent"):
            return "%"
        if self.unit in (None, "count", "share") and self.dimension in ("count", "share"):
            return ""
        return self.unit or self.dimension


def strip_of(finding: Finding, rows: Sequence[tuple[str, str, Row, bool]], most_ticks: int = MOST) -> Strip | None:
    """The strip of a finding; `rows` are (side, name or nothing, row, denies). None if they do not have one axis."""
    readings = [row.reading for _, _, row, _ in rows]
    if not finding.item.kind.has_axis or any(reading.stated is None for reading in readings):
        return None
    if len({(reading.kind, reading.dimension) for reading in readings}) != 1:
        return None
    kept = rows[:MOST_ROWS]
    unit = finding.item.attribute.unit
    axis = _Axis(readings[0].kind, unit, readings[0].dimension)
    shown = [
        (axis.ends(row.stated), None if row.allowed == row.stated else axis.ends(row.allowed)) for _, _, row, _ in kept
    ]
    axis = _fitted(axis, [ends for both in shown for ends in both if ends is not None])
    ticks = _ticks(axis, most_ticks)
    drawn = tuple(
        StripRow(number, shortened(name, 34), shortened(row.claim.text, 40), denies, AXIS + index * ROW,
                 _bar(stated, axis), None if allowed is None else _bar(allowed, axis))
        for index, ((number, name, row, denies), (stated, allowed)) in enumerate(zip(kept, shown, strict=True))
    )  # fmt: skip
    return Strip(
        drawn, tuple(_with_room([(axis.place(tick.at), tick.label) for tick in ticks.labels])),
        tuple(_percent(axis.place(line)) for line in ticks.lines), AXIS + len(drawn) * ROW, ticks.caption,
        len(rows) - len(kept),
    )  # fmt: skip


def _ticks(axis: _Axis, most: int) -> Ticks:
    if axis.kind is Kind.DATE:
        return date_ticks(axis.low, axis.high, most)
    return number_ticks(axis.low, axis.high, axis.unit_text, whole=axis.kind is Kind.COUNT, most=most)


def _fitted(axis: _Axis, intervals: Sequence[Ends]) -> _Axis:
    """The axis with the part that shows every end, and some air; figures that cannot be negative are not given less."""
    ends = [end for interval in intervals for end in interval if end is not None]
    low, high = (min(ends), max(ends)) if ends else (Fraction(0), Fraction(1))
    span = high - low or (Fraction(2 * 1440) if axis.kind is Kind.DATE else abs(high) / 5 or Fraction(1))
    pads = [span * (_PAD_OPEN if any(interval[side] is None for interval in intervals) else _PAD) for side in (0, 1)]
    if high == low:
        pads = [max(pad, span / 2) for pad in pads]
    padded_low, padded_high = low - pads[0], high + pads[1]
    if axis.kind is not Kind.DATE and low >= 0:
        # Close to nothing is best seen from nothing, with room for a dot that stands there.
        room = (padded_high - low) / 50
        padded_low = -room if low <= high / 4 else max(padded_low, -room)
    return _Axis(axis.kind, axis.unit, axis.dimension, padded_low, padded_high)


def _bar(interval: Ends, axis: _Axis) -> Bar:
    low, high = interval
    left = 0.0 if low is None else axis.place(low)
    right = 1.0 if high is None else axis.place(high)
    is_dot = right - left < _NARROW and low is not None and high is not None
    dot = _percent((left + right) / 2) if is_dot else None
    return Bar(_percent(left), _percent(right - left), low is None, high is None, dot)


def _with_room(ticks: Iterable[tuple[float, str]]) -> Iterator[StripTick]:
    """Ticks with labels that keep inside of the drawing; those that would touch on a narrow one are marked."""
    taken = -_GAP
    for place, label in ticks:
        width = len(label) * _LETTER
        anchor = "start" if place < width / 2 else "end" if place > 1 - width / 2 else "middle"
        left = {"start": place, "middle": place - width / 2, "end": place - width}[anchor]
        wide = left < taken + _GAP
        taken = taken if wide else left + width
        looks = [anchor] * (anchor != "middle") + ["wide"] * wide
        yield StripTick(label, _percent(place), " ".join(looks))


def _percent(place: float) -> str:
    return f"{place * 100:.1f}".removesuffix(".0") + "%"
