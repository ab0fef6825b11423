"""The strip: every claim's interval on one axis, as places for an SVG.

Places across are percentages of the drawing's width, so that it stretches to any page while its words keep their size;
places down are pixels. What a strip shows is beside it in words, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from crosscheck.formatting import number_text, scale_of, scaled, unit_text
from crosscheck.model import Finding, Kind, Row
from crosscheck.outputs.report.axis import Axis, Ends, Gap, Measured, axis_of
from crosscheck.outputs.report.ticks import MOST_TICKS, Ticks, date_ticks, number_ticks, year_name
from crosscheck.outputs.report.words import date, listed, shortened
from crosscheck.readings.dates import calendar as cal
from crosscheck.translations import ENGLISH, Words

MOST_ROWS = 40
LEAST_TICKS = 3  # of a part of an axis: of fewer it might have none
ROW, AXIS = 40, 24
_NARROW = 8 / 1000  # of the width; what is narrower would not be seen as a bar
_LETTER, _GAP = 7 / 300, 8 / 300  # of a tick's label, of the width on a telephone
_YEARS_APART = 2 * 525_960  # minutes

Strip = dict[str, Any]
"""A strip as its macro in finding.html.j2 reads it."""


class Drawn(NamedTuple):
    """A claim in a strip: the numbers of its sides, whose it is (or nothing), and what it says in which language."""

    sides: str
    name: str
    row: Row
    denies: bool
    is_wrong: bool = False
    language: str | None = None


def strip_of(finding: Finding, rows: Sequence[Drawn], most: int = MOST_TICKS, words: Words = ENGLISH) -> Strip | None:
    """The strip of a finding. None if its claims do not have one axis.

    `allowed` of a row is None if it is as stated, `label` empty where the side says whose value it is. `breaks` are
    the places at which the axis is broken, which `note` says in words.
    """
    readings = [drawn.row.reading for drawn in rows]
    if not finding.item.kind.has_axis or any(reading.stated is None for reading in readings):
        return None
    if len({(reading.kind, reading.dimension) for reading in readings}) != 1:
        return None
    shown = rows[:MOST_ROWS]
    measured = Measured(readings[0].kind, finding.item.attribute.unit, readings[0].dimension)
    stated = [measured.ends(each.row.stated) for each in shown]
    allowed = [None if each.row.allowed == each.row.stated else measured.ends(each.row.allowed) for each in shown]
    axis = axis_of(stated, [ends for ends in allowed if ends is not None], is_date=measured.kind is Kind.DATE)
    ticks = _ticks(axis, measured, most, words)
    return {
        "rows": [
            {
                "number": each.sides,
                "label": shortened(each.name, 34),
                "value": shortened(each.row.claim.text, 40),
                "language": each.language,
                "denies": each.denies,
                "wrong": each.is_wrong,
                "y": AXIS + index * ROW,
                "stated": _bar(stated[index], axis),
                "allowed": None if widest is None else _bar(widest, axis),
            }
            for index, (each, widest) in enumerate(zip(shown, allowed, strict=True))
        ],
        "ticks": list(_with_room(ticks.labels, axis)),
        "lines": [_percent(axis.place(line)) for line in ticks.lines],
        "breaks": [_percent(one.right) for one, _ in pairwise(axis.parts)],
        "height": AXIS + len(shown) * ROW,
        "caption": ticks.caption,
        "note": _broken(axis, measured, words) if axis.gaps else "",
        "left_out": len(rows) - len(shown),
    }


def _ticks(axis: Axis, measured: Measured, most: int, words: Words) -> Ticks:
    """The ticks of all parts, in the scale word of the main one."""
    largest = max(abs(axis.main.low), abs(axis.main.high))
    unit, whole = unit_text(measured.unit_text, words), measured.kind is Kind.COUNT
    found = []
    for part in axis.parts:
        count = most if len(axis.parts) == 1 else max(LEAST_TICKS, round(most * part.width))
        if measured.kind is Kind.DATE:
            found.append(date_ticks(part.low, part.high, count, words))
        else:
            found.append(number_ticks(part.low, part.high, unit, whole=whole, most=count, largest=largest, words=words))
    captions = dict.fromkeys(ticks.caption for ticks in found if ticks.caption)
    return Ticks(
        [label for ticks in found for label in ticks.labels],
        [line for ticks in found for line in ticks.lines],
        " | ".join(captions),
    )


def _broken(axis: Axis, measured: Measured, words: Words) -> str:
    """In words, where an axis is broken."""
    where = listed([_between(gap, axis, measured, words) for gap in axis.gaps], words)
    return words.gettext("The axis is broken %(where)s: each part has a scale of its own.", where=where)


def _between(gap: Gap, axis: Axis, measured: Measured, words: Words) -> str:
    low, high = gap
    if measured.kind is Kind.DATE:
        last = int(low) - 1  # what ends there does not have it
        if high - low >= _YEARS_APART:
            years = (year_name(cal.year_of(end), words) for end in (last, int(high)))
            return words.gettext("between %(low)s and %(high)s", **dict(zip(("low", "high"), years, strict=True)))
        days = (date(cal.iso(cal.floor(end, "day")), words) for end in (last, int(high)))
        return words.pgettext("day", "between %(low)s and %(high)s", **dict(zip(("low", "high"), days, strict=True)))
    power, word = scale_of(max(abs(axis.main.low), abs(axis.main.high)), words)
    unit = unit_text(measured.unit_text, words)
    highest = scaled(number_text(high / power, words), high / power, word, unit, words)
    return words.gettext("between %(low)s and %(high)s", low=number_text(low / power, words), high=highest)


def _bar(interval: Ends, axis: Axis) -> dict[str, Any]:
    """Part of the width; an open end is an arrow, and `dot` is the middle of a part too narrow to be seen."""
    low, high = interval
    left = 0.0 if low is None else axis.place(low)
    right = 1.0 if high is None else axis.place(high)
    is_dot = right - left < _NARROW and low is not None and high is not None
    dot = _percent((left + right) / 2) if is_dot else None
    width = _percent(right - left)
    return {"x": _percent(left), "width": width, "low_open": low is None, "high_open": high is None, "dot": dot}


def _with_room(labels: Iterable[tuple[str, Fraction]], axis: Axis) -> Iterator[dict[str, str]]:
    """Ticks with labels that stay inside of their part of the axis.

    `look` is `start` or `end` if that part of the label is at its place, not the middle; `wide` if a telephone has no
    room for it.
    """
    taken = -_GAP
    for label, at in labels:
        part = axis.part(at)
        place, width = part.place(at), len(label) * _LETTER
        anchor = "start" if place < part.left + width / 2 else "end" if place > part.right - width / 2 else "middle"
        left = {"start": place, "middle": place - width / 2, "end": place - width}[anchor]
        wide = left < taken + _GAP
        taken = taken if wide else left + width
        looks = [anchor] * (anchor != "middle") + ["wide"] * wide
        yield {"label": label, "x": _percent(place), "look": " ".join(looks)}


def _percent(place: float) -> str:
    return f"{place * 100:.1f}".removesuffix(".0") + "%"
