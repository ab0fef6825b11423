"""By which intervals two readings are compared: their own within one class, wider ones across classes.

A reading has a box for its class, by which it is compared with what is written in the same way (in miles, in local
time), and one for all other classes, which holds the first: news converts and rounds, and a time without a zone may
lie hours away. Of rows that are compared by one of these boxes, all meet as soon as every pair does, so a few sweeps
find every conflict: one over all rows across, and one over each view of rows that share a class.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosscheck.model import Box, Interval, Kind, Row
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.dates import calendar as cal

ZONES_REACH = 14 * 60
"""Minutes that a time without a zone may lie from the same time in UTC."""

PRECISIONS = ("minute", "hour", "day", "week", *cal.MONTHS_IN)
"""Calendar units, the finest first."""

UNKNOWN = -1


class DateClass(NamedTuple):
    """What decides by which box a date is compared.

    `is_reckoned`: it follows from a whole number of years, months …, so that it is as coarse as that unit beside dates
    of it, and wider beside finer ones. `level`: how coarse it is, or the unit in which it was reckoned.
    """

    is_zoned: bool
    is_reckoned: bool
    level: int

    @staticmethod
    def of(row: Row) -> DateClass:
        reading = row.reading
        is_reckoned = reading.across is not None
        coarse = reading.unit if is_reckoned else reading.precision
        return DateClass(reading.zone is not None, is_reckoned, level_of(coarse))

    def shares(self, other: DateClass) -> bool:
        if self.is_zoned != other.is_zoned:
            return False
        if self.is_reckoned == other.is_reckoned:
            return True
        reckoned, told = (self, other) if self.is_reckoned else (other, self)
        return told.level >= reckoned.level


def level_of(precision: str) -> int:
    """How coarse a calendar unit is; more for coarser ones."""
    return PRECISIONS.index(precision) if precision in PRECISIONS else UNKNOWN


def is_mixed(rows: Iterable[Row]) -> bool:
    """True if rows of one axis are of more than one class."""
    units: set[str] = set()
    zoned: set[bool] = set()
    for row in rows:
        reading = row.reading
        if reading.kind is not Kind.DATE:
            units.add(reading.unit)
        elif reading.across is not None:
            return True
        else:
            zoned.add(reading.zone is not None)
    return len(units - {""}) > 1 or len(zoned) > 1


def class_of(row: Row) -> tuple[str, bool, bool]:
    """The class of a row: its unit as written, and of a date whether it is zoned and whether it was reckoned."""
    reading = row.reading
    if reading.kind is Kind.DATE:
        return "", *DateClass.of(row)[:2]
    return reading.unit, False, False


def unit_symbol(unit: str | None, kind: Kind) -> str:
    """The unit that an attribute declares, as readings have theirs."""
    if unit is None or kind not in (Kind.QUANTITY, Kind.DURATION, Kind.MONEY):
        return ""
    return declared(unit, kind).symbol


def share_class(a: Row, b: Row) -> bool:
    """True if two rows are compared by their own boxes.

    One figure in two units ("500 short tons", "500 tonnes") is no conversion, and what was reckoned has no unit.
    """
    one, other = a.reading, b.reading
    if one.kind is Kind.DATE:
        return DateClass.of(a).shares(DateClass.of(b))
    if one.unit == other.unit or not one.unit or not other.unit:
        return True
    return one.figure is not None and one.figure == other.figure


def own_box(row: Row) -> Box:
    """What a row is compared by with others of its class."""
    return row.reading.own or Box(row.stated, row.allowed)


def across_box(row: Row) -> Box:
    """What a row is compared by with those of other classes; it holds its own box."""
    box = row.reading.across or Box(row.stated, row.allowed)
    if row.reading.kind is Kind.DATE and row.reading.zone is None:
        return Box(*(_in_any_zone(interval) for interval in box))
    return box


@lru_cache(1 << 10)
def _in_any_zone(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else low - ZONES_REACH,
        None if high is None else high + ZONES_REACH,
        interval.low_in,
        interval.high_in,
    )


def boxes_of(a: Row, b: Row) -> tuple[Box, Box]:
    """By what two rows are compared."""
    box = own_box if share_class(a, b) else across_box
    return box(a), box(b)


class View(NamedTuple):
    """The numbers of rows that are compared together, and their boxes."""

    numbers: Sequence[int]
    boxes: Sequence[Box]


def views(rows: Sequence[Row]) -> Iterator[View]:
    """All sweeps that are needed: two rows conflict iff they do in some view."""
    if not is_mixed(rows):
        yield View(range(len(rows)), [own_box(row) for row in rows])
        return
    yield View(range(len(rows)), [across_box(row) for row in rows])
    of_dates = rows[0].reading.kind is Kind.DATE
    for of_view in _dates(rows) if of_dates else _amounts(rows):
        numbers = [number for number, row in enumerate(rows) if of_view(row)]
        if len(numbers) > 1:
            yield View(numbers, [own_box(rows[number]) for number in numbers])


def _amounts(rows: Sequence[Row]) -> Iterator[Callable[[Row], bool]]:
    """One view of each unit, with what has none, and one of each figure that is written in several."""
    units: dict[Hashable, set[str]] = {}
    for row in rows:
        if row.reading.figure is not None:
            units.setdefault(row.reading.figure, set()).add(row.reading.unit)
    for unit in sorted({row.reading.unit for row in rows} - {""}):
        yield lambda row, unit=unit: row.reading.unit in ("", unit)  # type: ignore[misc]
    for figure in (figure for figure, of in units.items() if len(of) > 1):
        yield lambda row, figure=figure: row.reading.figure == figure  # type: ignore[misc]


def _dates(rows: Sequence[Row]) -> Iterator[Callable[[Row], bool]]:
    """Views of what is told, of what is reckoned, and of what is reckoned in a unit with what is as coarse."""
    classes = {id(row): DateClass.of(row) for row in rows}
    for zoned in (False, True):
        for reckoned in (False, True):
            yield lambda row, key=(zoned, reckoned): classes[id(row)][:2] == key  # type: ignore[misc]
        for level in sorted({known.level for known in classes.values() if known.is_reckoned}):
            like = DateClass(zoned, True, level)
            yield (
                lambda row, like=like: (
                    classes[id(row)] == like
                    or (  # type: ignore[misc]
                        not classes[id(row)].is_reckoned and like.shares(classes[id(row)])
                    )
                )
            )
