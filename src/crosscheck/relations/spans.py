"""The equation of a span: a start, a duration and an end, of which two give the third.

A duration counts in calendar units by the number as written. A whole number of years (months, weeks, days, hours) is
that number between dates as coarse as a year; as soon as one is finer, it is told from half a year before it is full
until the next one is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from crosscheck.comparing.boxes import level_of, unit_symbol
from crosscheck.comparing.combined import CombinedClaim
from crosscheck.model import Box, Interval, Item, Kind, ReadingSettings
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.shifts import WHOLE_UNITS, Shift, in_days, shift_of
from crosscheck.relations.arithmetic import minus, scaled

HALF = Fraction(1, 2)
_HOUR = "h"
"""The symbol of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What follows for one member of a relation: its reading, the arithmetic as written, and its axis.

    `nominal`, `precision`, `unit`, `own` and `across` are as in a reading.
    """

    stated: Interval
    allowed: Interval
    text: str
    dimension: str
    nominal: Fraction | None = None
    precision: str = ""
    unit: str = ""
    own: Box | None = None
    across: Box | None = None


def solved_span(
    role: str, by_role: dict[str, CombinedClaim], told: CombinedClaim | None, item: Item, settings: ReadingSettings
) -> Solved:
    """The member of `role`, whose item is `item`; `told` is what the source itself says of it, if it does."""
    if role == "duration":
        return _time_between(by_role["start"], by_role["end"], span_units(item))
    duration = by_role["duration"]
    shift = _shift(duration, settings)
    date, sign = (by_role["start"], "+") if role == "end" else (by_role["end"], "−")
    return _moved(date, shift if role == "end" else shift.back(), told, f"{date.text} {sign} {duration.text}")


def _shift(duration: CombinedClaim, settings: ReadingSettings) -> Shift:
    claim, reading = duration.narrowest.claim, duration.narrowest.reading
    if duration.consistent:
        return shift_of(claim.read_as or claim.text, reading, duration.unit, settings)
    return in_days(duration.stated, duration.allowed)


def _moved(date: CombinedClaim, shift: Shift, told: CombinedClaim | None, text: str) -> Solved:
    nominal, precision = date.nominal, date.precision
    if nominal is None or shift.nominal is None or not _keeps(precision, shift):
        nominal, precision = None, ""
    else:
        nominal = shift.moved(nominal, shift.nominal)
    finer, level = shift.between_finer(), level_of(shift.precision)
    is_finer = any(level_of(known.precision) < level for known in (date, told) if known is not None)
    by = finer if is_finer else shift
    stated, allowed = _shifted(date.stated, by.stated, by), _shifted(date.allowed, by.allowed, by)
    across = None
    if shift.elapsed is not None and told is None and not is_finer:
        wide = _shifted(date.stated, finer.stated, finer), _shifted(date.allowed, finer.allowed, finer)
        across = Box(stated.hull(wide[0]), allowed.hull(wide[1]))
    return Solved(
        stated=stated,
        allowed=allowed.hull(stated),
        text=text,
        dimension="date",
        nominal=nominal,
        precision=precision,
        unit=shift.precision if across else "",
        across=across,
    )


def _keeps(precision: str, shift: Shift) -> bool:
    """Whether a date of this precision, moved as written, still has it."""
    sizes = cal.MONTHS_IN if shift.unit == "month" else cal.MINUTES_IN
    finer = shift.unit == "month" and precision in cal.MINUTES_IN
    assert shift.nominal is not None
    return finer or (precision in sizes and shift.nominal % sizes[precision] == 0)


def _shifted(date: Interval, by: Interval, shift: Shift) -> Interval:
    """Where a date may be after a shift: a day becomes a day, and what is longer becomes as many whole months.

    Several days become the last one of a shorter month; backwards, all of them are where that one may come from.
    """
    low = None if date.low is None or by.low is None else shift.moved(date.low, by.low)
    high = None
    atom = date.high - date.low if date.low is not None and date.high is not None else None
    is_day = atom is not None and atom <= cal.MINUTES_A_DAY
    if low is not None and is_day and atom is not None and not by.low_in:
        low += atom  # so many years ago to the day is excluded
    if date.high is not None and by.high is not None:
        high = shift.moved(date.high, by.high)
        if is_day and not by.high_in and date.low is not None:
            high = shift.moved(date.low, by.high)
        elif not date.high_in:
            after_last = shift.moved(date.high - 1, by.high) + 1
            high = after_last if is_day and by.high >= 0 else max(high, after_last)
    low_in = low is None or (date.low_in and (by.low_in or is_day))
    return Interval(low, high, low_in, high is not None and date.high_in and by.high_in)


def span_units(item: Item) -> list[str]:
    """The calendar units in which a duration is compared: those of its claims, what most have first, else the declared.

    So four years that are told between two dates are those that people tell, in whatever unit they are shown.
    """
    units = Counter(row.reading.unit for row in item.rows if _calendar_unit(row.reading.unit))
    if units:
        return sorted(units, key=lambda unit: (-units[unit], -level_of(_calendar_unit(unit))))
    unit = unit_symbol(item.attribute.unit, item.kind)
    return [unit] if _calendar_unit(unit) else []


def _calendar_unit(unit: str) -> str:
    name = "hour" if unit == _HOUR else unit
    return name if name in WHOLE_UNITS else ""


def _time_between(start: CombinedClaim, end: CombinedClaim, units: Sequence[str]) -> Solved:
    """The time between two dates, counted in the first of some units; beside what is told in another one, in any."""
    pairs = (start.stated, end.stated), (start.allowed, end.allowed)
    stated, allowed = (scaled(minus(last, first), Fraction(1, cal.MINUTES_A_DAY)) for first, last in pairs)
    text = f"{start.text} to {end.text}"
    if not units:
        return Solved(stated=stated, allowed=allowed, text=text, dimension="day")
    boxes = [_told_in(unit, start, end) for unit in units]
    across = Box(
        reduce(Interval.hull, (box.stated for box in boxes), stated),
        reduce(Interval.hull, (box.allowed for box in boxes), allowed),
    )
    return Solved(
        stated=stated, allowed=allowed, text=text, dimension="day", unit=units[0], own=boxes[0], across=across
    )


def _told_in(unit: str, start: CombinedClaim, end: CombinedClaim) -> Box:
    """By which lengths, in days, the time between two dates is told in a unit."""
    name = _calendar_unit(unit)
    is_finer = any(level_of(known.precision) < level_of(name) for known in (start, end))
    measure = declared(unit, Kind.DURATION).at_mean()
    less_and_more = _FINER if is_finer else _COARSE
    stated, allowed = (
        measure.to_axis(_beside(_counted(first, last, name, is_finer=is_finer), *reach))
        for (first, last), reach in zip(
            ((start.stated, end.stated), (start.allowed, end.allowed)), less_and_more, strict=True
        )
    )
    return Box(stated, allowed)


def _counted(start: Interval, end: Interval, unit: str, *, is_finer: bool) -> Interval:
    """How many calendar units lie between two dates: between two days, or times, so many as from one to the other."""
    is_point = all(
        date.low is not None and date.high is not None and date.high - date.low <= cal.MINUTES_A_DAY
        for date in (start, end)
    )
    first = start.low if is_point and is_finer else start.high
    last = end.low if is_point and is_finer else end.high
    low, high = (
        None if begin is None or until is None else _place(until, unit) - _place(begin, unit)
        for begin, until in ((first, end.low), (start.low, last))
    )
    is_in = low is not None and low == high
    return Interval(low, high, is_in or low is None, is_in)


def _place(minute: Fraction, unit: str) -> Fraction:
    """Where a minute lies on a scale of calendar units; only how far two places are apart means anything."""
    if unit in cal.MINUTES_IN:
        return minute / cal.MINUTES_IN[unit]
    day, rest = divmod(minute, cal.MINUTES_A_DAY)
    year, month, of_month = cal.date_of(int(day))
    part = (of_month - 1 + Fraction(rest, cal.MINUTES_A_DAY)) / cal.days_in_month(year, month)
    return (year * 12 + month + part) / cal.MONTHS_IN[unit]


def _beside(count: Interval, less: Fraction, more: Fraction) -> Interval:
    """By which interval a count of units is compared with a number told, which itself stands for one half each way."""
    low = None if count.low is None else count.low + less
    high = None if count.high is None else count.high + more
    return Interval(low, high, True, high is not None and count.high_in)


_TO_THE_DAY = Fraction(1, 10**6)
"""A little, so that one unit more to the day is allowed though the number told ends before its next half."""

_FINER = ((-HALF, Fraction(0)), (-HALF - _TO_THE_DAY, HALF))
"""So much less and more is stated, and allowed, of units between finer dates: told from half a unit before they are
full until one more is, allowed from one less to one more."""

_COARSE = ((HALF, -HALF), (-HALF, HALF))
"""The same between dates that are as coarse: just what lies between the ends, allowed one less and one more."""
