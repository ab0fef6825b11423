"""How far apart two values are, as people say it: `1 billion USD apart (6.7 %)`, `12 hours apart`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from crosscheck.comparing.boxes import boxes_of
from crosscheck.comparing.comparators import are_opposite
from crosscheck.formatting import counted, measure_of, number_text, plural, scale_of
from crosscheck.model import Interval, Kind, Row
from crosscheck.readings.amounts.measures import Measure, declared
from crosscheck.readings.dates import calendar as cal

MANIFOLD = 100
"""A figure that is so many times another is told as that many times, not as 99 % apart."""

LONG, YEAR = 730, 365.2425
"""So many days are told as years."""

_TIMES = frozenset({"hour", "minute"})

_SHORTER = ("day", "hour", "minute")
"""Units of time that a distance is told in if it is less than one of those that are written."""


def distance(low: Row, high: Row, unit: str | None) -> str:
    """The distance between two rows of an item, `1 billion USD apart (6.9 %)`; empty if they overlap or touch."""
    if low.reading.stated is None or are_opposite(low, high):
        return ""
    one, other = (box.stated for box in boxes_of(low, high))
    if one.overlaps(other):
        return ""
    if low.reading.kind is Kind.DATE:
        return _days_apart(low, high)
    first, second = low.reading.nominal, high.reading.nominal
    gap = _gap(one, other) if first is None or second is None else abs(second - first)
    if not gap:
        return ""
    words, measure = _measured(gap, low, high, unit)
    # Of what has no natural zero, such as degrees Celsius, no figure is so many percent of another one.
    has_zero = measure is None or not measure.unit.offset
    if not first or not second or not has_zero or (low.reading.kind is Kind.SHARE and unit in (None, "%")):
        return f"{words} apart"
    small, large = sorted((abs(first), abs(second)))
    if large >= small * MANIFOLD:
        return f"{words} apart ({number_text(_rounded(large / small))} times as much)"
    percent = float(gap / large * 100)
    return f"{words} apart ({float(f'{percent:.2g}'):g} %)"


def _measured(gap: Fraction, low: Row, high: Row, unit: str | None) -> tuple[str, Measure | None]:
    """A gap on the axis in words, and the measure that they are in."""
    reading = low.reading
    is_one_unit = reading.unit == high.reading.unit
    if reading.kind is Kind.DURATION and reading.dimension == "day":
        unit = _unit_of_time(gap, low, high, unit)
    elif unit is None and is_one_unit:
        unit = reading.unit or None
    measure = measure_of(reading.kind, reading.dimension, unit)
    size = measure.from_axis(gap) + measure.unit.offset if measure is not None else gap
    # A difference of figures that are written in one unit is exact, every other one only as good as a conversion.
    if not is_one_unit or size != Fraction(number_text(size).replace(",", "")):
        size = _rounded(size)
    if reading.kind is Kind.SHARE and unit in (None, "%"):
        points = size * (100 if unit is None else 1)
        return f"{number_text(points)} percentage point{'' if points == 1 else 's'}", measure
    power, word = scale_of(size)
    name = unit or ("" if reading.dimension == "count" else reading.dimension)
    return " ".join(
        part for part in (number_text(size / power), word, name if size == 1 else plural(name)) if part
    ), measure


def _unit_of_time(gap: Fraction, low: Row, high: Row, unit: str | None) -> str:
    """The coarsest unit that a gap, in days, is one or several of: among those written and declared, else a shorter."""
    names = {unit or "", low.reading.unit, high.reading.unit} - {""}
    if low.reading.unit == high.reading.unit and low.reading.unit in cal.MONTHS_IN:
        return low.reading.unit  # which has no exact number of days
    if gap >= LONG and low.reading.unit != high.reading.unit:
        names.add("year")
    sizes = {name: declared(name, Kind.DURATION).from_axis(gap) for name in (*names, *_SHORTER)}
    order = [*sorted(names, key=lambda name: (sizes[name], name)), *_SHORTER]
    return next((name for name in order if sizes[name] == 1 or sizes[name] >= 2), order[-1])


def _rounded(value: Fraction) -> Fraction:
    """To three digits, as what is converted or divided is told."""
    try:
        return Fraction(f"{float(value):.3g}")
    except OverflowError:  # so many times as much as no float can hold
        return Fraction(f"{Decimal(value.numerator) / Decimal(value.denominator):.3g}")


def _gap(a: Interval, b: Interval) -> Fraction:
    """The empty space between two intervals that do not overlap."""
    if a.high is not None and b.low is not None and a.high <= b.low:
        return b.low - a.high
    assert a.low is not None
    assert b.high is not None
    return a.low - b.high


def _days_apart(a: Row, b: Row) -> str:
    """In the unit as written if both are written in one, of two times in hours; else in days between the nearest."""
    minutes = _minutes_between(a, b)
    if minutes and minutes < 2 * cal.MINUTES_A_DAY:
        size, unit = (minutes // 60, "hour") if minutes % 60 == 0 else (minutes, "minute")
        return f"{counted(size, unit)} apart"
    unit = a.reading.precision
    is_one_unit = unit == b.reading.precision and unit not in _TIMES
    if is_one_unit and (unit in cal.MINUTES_IN or unit in cal.MONTHS_IN):
        earlier, later = (a.stated, b.stated) if a.stated.before(b.stated) else (b.stated, a.stated)
        assert earlier.high is not None
        assert later.low is not None
        count = _units_between(cal.shift(int(earlier.high), -1, unit), int(later.low), unit)
        if count and count * cal.MINUTES_IN.get(unit, 0) < LONG * cal.MINUTES_A_DAY:
            return f"{counted(count, unit)} apart"
    days = int(_gap(a.stated, b.stated)) // cal.MINUTES_A_DAY
    if not {a.reading.precision, b.reading.precision} & _TIMES:
        days += 1  # from the last day of the one to the first day of the other
    elif days == 0:
        return "less than a day apart"
    if days >= LONG:
        about = "" if is_one_unit and _are_one_day_of_the_year(a, b) else "about "
        return f"{about}{round(days / YEAR)} years apart"
    return f"{counted(days, 'day')} apart"


def _are_one_day_of_the_year(a: Row, b: Row) -> bool:
    """Whether two days are one but for their years."""
    if a.reading.precision != "day" or a.stated.low is None or b.stated.low is None:
        return False
    _, *one = cal.date_of(int(a.stated.low) // cal.MINUTES_A_DAY)
    _, *other = cal.date_of(int(b.stated.low) // cal.MINUTES_A_DAY)
    return one == other


def _minutes_between(a: Row, b: Row) -> int:
    """Minutes between two times of day of which both have a zone or neither has, else 0; so of a range of times."""
    one, other = a.reading, b.reading
    if {one.precision, other.precision} - _TIMES or (one.zone is None) != (other.zone is None):
        return 0
    return 0 if _is_range(a) or _is_range(b) else int(abs(one.nominal - other.nominal))  # type: ignore[operator]


def _is_range(time: Row) -> bool:
    """Whether a time of day is wider than it is precise, or open: "from 3 p.m. to 5 p.m.", "after 3 p.m."."""
    low, high = time.stated.low, time.stated.high
    return low is None or high is None or high - low > cal.MINUTES_IN[time.reading.precision]


def _units_between(a: int, b: int, unit: str) -> int:
    """Whole calendar units between two minutes, 0 if they are not whole."""
    low, high = sorted((a, b))
    if unit in cal.MINUTES_IN:
        return (high - low) // cal.MINUTES_IN[unit]
    months = _month_number(high) - _month_number(low)
    size = cal.MONTHS_IN[unit]
    return months // size if months % size == 0 else 0


def _month_number(minute: int) -> int:
    year, month, _ = cal.date_of(minute // cal.MINUTES_A_DAY)
    return year * 12 + month - 1
