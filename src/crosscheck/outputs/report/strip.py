"""The strip: every claim's interval on one axis, as places for an SVG.

Places across are percentages of the drawing's width, so that it stretches to any page while its words keep their size;
places down are pixels. What a strip shows is beside it in words, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any, NamedTuple

from crosscheck.formatting import measure_of, number_text, scale_of
from crosscheck.model import Finding, Interval, Kind, Row
from crosscheck.outputs.report.words import MONTHS, shortened
from crosscheck.readings.dates import calendar as cal

MOST_ROWS = 40
MOST_TICKS = 6  # more would run into each other on a telephone
ROW, AXIS = 40, 24
_NARROW = 8 / 1000  # of the width; what is narrower would not be seen as a bar
_LETTER, _GAP = 7 / 300, 8 / 300  # of a tick's label, of the width on a telephone
_PAD, _PAD_OPEN = Fraction(6, 100), Fraction(14, 100)
_WIDE = 1000
"""From this ratio of the greatest end to the least on, equal steps would lay all small figures on one place."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MONTH, _YEAR = 43_830, 525_960
_STEPS = (
    *((MOST_TICKS * size, "minute", size) for size in (1, 5, 15, 30)),
    *((most * size * 60, "hour", size) for size, most in ((1, MOST_TICKS), (3, MOST_TICKS), (6, MOST_TICKS), (12, 4))),
    *((MOST_TICKS * size * 1440, "day", size) for size in (1, 2, 4, 7, 14)),
    # Their labels are longer. From two years on years say it better, as days do from two days on.
    *((most * size * _MONTH, "month", size) for size, most in ((1, 5), (3, 5), (6, 4))),
)
"""The longest span, in minutes, for each unit and size."""

Strip = dict[str, Any]
"""A strip as its macro in finding.html.j2 reads it."""
Ends = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class _Axis:
    """What an attribute is shown in, and which part of it is drawn; `by_powers`: each ten times has the same room."""

    kind: Kind
    unit: str | None
    dimension: str
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(1)
    by_powers: bool = False

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
        if self.by_powers:
            low, high = _log(self.low), _log(self.high)
            return (_log(value) - low) / (high - low)
        part, span = value - self.low, self.high - self.low
        return part.numerator * span.denominator / (part.denominator * span.numerator)

    @property
    def unit_text(self) -> str:
        if self.kind is Kind.SHARE and self.unit in (None, "%", "percent"):
            return "%"
        if self.unit in (None, "count", "share") and self.dimension in ("count", "share"):
            return ""
        return self.unit or self.dimension


def strip_of(finding: Finding, rows: Sequence[tuple[str, str, Row, bool]], most: int = MOST_TICKS) -> Strip | None:
    """The strip of a finding; `rows` are (side, name or nothing, row, denies). None if they do not have one axis.

    `allowed` of a row is None if it is as stated, `label` empty where the side says whose value it is.
    """
    readings = [row.reading for _, _, row, _ in rows]
    if not finding.item.kind.has_axis or any(reading.stated is None for reading in readings):
        return None
    if len({(reading.kind, reading.dimension) for reading in readings}) != 1:
        return None
    drawn = rows[:MOST_ROWS]
    axis = _Axis(readings[0].kind, finding.item.attribute.unit, readings[0].dimension)
    ends = [
        (axis.ends(row.stated), None if row.allowed == row.stated else axis.ends(row.allowed)) for _, _, row, _ in drawn
    ]
    axis = _fitted(axis, [each for both in ends for each in both if each is not None])
    ticks = _ticks(axis, most)
    return {
        "rows": [
            {
                "number": number,
                "label": shortened(name, 34),
                "value": shortened(row.claim.text, 40),
                "denies": denies,
                "y": AXIS + index * ROW,
                "stated": _bar(stated, axis),
                "allowed": None if allowed is None else _bar(allowed, axis),
            }
            for index, ((number, name, row, denies), (stated, allowed)) in enumerate(zip(drawn, ends, strict=True))
        ],
        "ticks": list(_with_room((axis.place(at), label) for label, at in ticks.labels)),
        "lines": [_percent(axis.place(line)) for line in ticks.lines],
        "height": AXIS + len(drawn) * ROW,
        "caption": ticks.caption,
        "left_out": len(rows) - len(drawn),
    }


def _ticks(axis: _Axis, most: int) -> Ticks:
    if axis.kind is Kind.DATE:
        return date_ticks(axis.low, axis.high, most)
    if axis.by_powers:
        return power_ticks(axis.low, axis.high, axis.unit_text, most=most)
    return number_ticks(axis.low, axis.high, axis.unit_text, whole=axis.kind is Kind.COUNT, most=most)


def _fitted(axis: _Axis, intervals: Sequence[Ends]) -> _Axis:
    """The axis cut to the part that shows every end, with some air; it goes below zero only if a figure does."""
    ends = [end for interval in intervals for end in interval if end is not None]
    low, high = (min(ends), max(ends)) if ends else (Fraction(0), Fraction(1))
    if axis.kind not in (Kind.DATE, Kind.SHARE) and low > 0 and high >= _WIDE * low:
        room = Fraction(10) ** ceil((_log(high) - _log(low)) * float(_PAD))
        return replace(axis, low=low / room, high=high * room, by_powers=True)
    span = high - low or (Fraction(2 * 1440) if axis.kind is Kind.DATE else abs(high) / 5 or Fraction(1))
    pads = [span * (_PAD_OPEN if any(interval[side] is None for interval in intervals) else _PAD) for side in (0, 1)]
    if high == low:
        pads = [max(pad, span / 2) for pad in pads]
    padded_low, padded_high = low - pads[0], high + pads[1]
    if axis.kind is not Kind.DATE and low >= 0:
        # Close to nothing is best seen from nothing, with room for a dot that stands there.
        room = (padded_high - low) / 50
        padded_low = -room if low <= high / 4 else max(padded_low, -room)
    return replace(axis, low=padded_low, high=padded_high)


def _bar(interval: Ends, axis: _Axis) -> dict[str, Any]:
    """Part of the width; an open end is an arrow, and `dot` is the middle of a part too narrow to be seen."""
    low, high = interval
    left = 0.0 if low is None else axis.place(low)
    right = 1.0 if high is None else axis.place(high)
    is_dot = right - left < _NARROW and low is not None and high is not None
    dot = _percent((left + right) / 2) if is_dot else None
    width = _percent(right - left)
    return {"x": _percent(left), "width": width, "low_open": low is None, "high_open": high is None, "dot": dot}


def _with_room(ticks: Iterable[tuple[float, str]]) -> Iterator[dict[str, str]]:
    """Ticks with labels that stay inside of the drawing.

    `look` is `start` or `end` if that part of the label is at its place, not the middle; `wide` if a telephone has no
    room for it.
    """
    taken = -_GAP
    for place, label in ticks:
        width = len(label) * _LETTER
        anchor = "start" if place < width / 2 else "end" if place > 1 - width / 2 else "middle"
        left = {"start": place, "middle": place - width / 2, "end": place - width}[anchor]
        wide = left < taken + _GAP
        taken = taken if wide else left + width
        looks = [anchor] * (anchor != "middle") + ["wide"] * wide
        yield {"label": label, "x": _percent(place), "look": " ".join(looks)}


def _percent(place: float) -> str:
    return f"{place * 100:.1f}".removesuffix(".0") + "%"


class Ticks(NamedTuple):
    """Labels and lines with their places on the axis, and what the labels are in (`billion USD`, `2025`)."""

    labels: list[tuple[str, Fraction]]
    lines: list[Fraction]
    caption: str


def number_ticks(low: Fraction, high: Fraction, unit: str, *, whole: bool, most: int = MOST_TICKS) -> Ticks:
    """Ticks at multiples of 1, 2 or 5 times a power of ten; `whole`: there is nothing between two whole numbers."""
    step = _round_step((high - low) / most)
    if whole:
        step = max(step, Fraction(1))
    power, word = scale_of(max(abs(low), abs(high)))
    places = [number * step for number in range(ceil(low / step), floor(high / step) + 1)]
    labels = [(number_text(place / power), place) for place in places]
    return Ticks(labels, places, " ".join(part for part in (word, unit) if part))


def power_ticks(low: Fraction, high: Fraction, unit: str, *, most: int = MOST_TICKS) -> Ticks:
    """Ticks at powers of ten, each with its own scale word; both ends are above nothing."""
    first, last = ceil(_log(low)), floor(_log(high))
    powers = range(first, last + 1, ceil((last - first + 1) / most))
    places = [Fraction(10) ** power for power in powers]
    labels = [(_power_name(power), place) for power, place in zip(powers, places, strict=True)]
    return Ticks(labels, places, f"{unit}, in powers of ten".removeprefix(", "))


def _power_name(power: int) -> str:
    """A power of ten in words or figures as long as these are short."""
    if not -4 < power < 15:
        return f"10{str(power).translate(_RAISED)}"
    place = Fraction(10) ** power
    scale, word = scale_of(place)
    return f"{number_text(place / scale)} {word}".strip()


def _log(value: Fraction) -> float:
    # Apart, because the logarithm of a whole number has no limit, that of a fraction has.
    return log10(value.numerator) - log10(value.denominator)


def _round_step(least: Fraction) -> Fraction:
    power = Fraction(10) ** floor(_log(least))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= least), 10 * power)


def date_ticks(low: Fraction, high: Fraction, most: int = MOST_TICKS) -> Ticks:
    """Ticks at the starts of calendar units; where each unit has one, its label is in the middle of the unit."""
    unit, size = _calendar_step((high - low) * MOST_TICKS / most)
    starts = [_start(int(low), unit, size)]
    while starts[-1] < high:
        starts.append(cal.shift(starts[-1], size, unit))
    lines = [Fraction(start) for start in starts if low <= start <= high]
    if size == 1 and unit in ("day", "month", "year"):
        labels = list(_unit_labels(starts, low, high, unit))
    else:
        labels = [(_name(int(line), unit), line) for line in lines]
    return Ticks(labels, lines, _caption(low, high, unit))


def _unit_labels(starts: list[int], low: Fraction, high: Fraction, unit: str) -> Iterator[tuple[str, Fraction]]:
    """Labels in the middle of what is seen of each unit, if at least half of it is."""
    for start, end in pairwise(starts):
        left, right = max(low, Fraction(start)), min(high, Fraction(end))
        if 2 * (right - left) >= end - start:
            yield _name(start, unit), (left + right) / 2


def _calendar_step(span: Fraction) -> tuple[str, int]:
    for longest, unit, size in _STEPS:
        if span <= longest:
            return unit, size
    return "year", max(1, int(_round_step(span / MOST_TICKS / _YEAR)))


def _start(minute: int, unit: str, size: int) -> int:
    """The last round place at or before `minute`; weeks are counted from Mondays."""
    if unit in ("minute", "hour"):
        length = cal.MINUTES_IN[unit] * size
        return minute // length * length
    if unit == "day":
        if size in (2, 4):
            return minute // (size * cal.MINUTES_A_DAY) * size * cal.MINUTES_A_DAY
        return cal.floor(minute, "day" if size == 1 else "week")
    year, month, _ = cal.date_of(minute // cal.MINUTES_A_DAY)
    months = size * cal.MONTHS_IN[unit]
    return cal.month_start((year * 12 + month - 1) // months * months)


def _name(minute: int, unit: str) -> str:
    day, rest = divmod(minute, cal.MINUTES_A_DAY)
    year, month, of_month = cal.date_of(day)
    short = MONTHS[month - 1][:3]
    if unit == "year":
        return _year_name(year)
    if unit == "month":
        return f"{short} {_year_name(year)}"
    if unit == "day" or not rest:
        return f"{of_month} {short}"
    return f"{rest // 60:02d}:{rest % 60:02d}"


def _year_name(year: int) -> str:
    """Year 0 of ISO 8601 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def _caption(low: Fraction, high: Fraction, unit: str) -> str:
    """The year that labels of days and hours leave out."""
    if unit in ("month", "year"):
        return ""
    first, last = (cal.year_of(int(end)) for end in (low, high))
    return _year_name(first) if first == last else f"{_year_name(first)}–{_year_name(last)}"
