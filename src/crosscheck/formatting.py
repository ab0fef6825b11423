"""Readings as people and programs read them: intervals in a unit, dates as ISO 8601 strings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading
from crosscheck.readings.amounts.measures import POINTS, Measure, declared
from crosscheck.readings.amounts.units import plural_of
from crosscheck.readings.dates import calendar as cal

Bound = int | float | str | None

_ODD_PLURALS = {
    "quarter": "quarters",
    "season": "seasons",
    "century": "centuries",
}  # calendar units that measure nothing

_BIG = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def measure_of(kind: Kind, dimension: str, unit: str | None) -> Measure | None:
    """The measure that readings of an axis are shown in: the declared unit, else the axis's own; None for dates."""
    if kind is Kind.DATE:
        return None
    if unit is not None:
        return declared(unit, kind)
    if kind is Kind.SHARE:
        return Measure.share(Fraction(1), dimension)
    if kind is Kind.COUNT:
        return Measure.count()
    if kind is Kind.DURATION:
        return declared("day", kind)
    return None


def unit_name(kind: Kind, dimension: str, unit: str | None) -> str:
    """What the bounds of a reading are numbers of."""
    return unit if unit is not None and kind is not Kind.DATE else dimension


def bounds(interval: Interval, kind: Kind, measure: Measure | None) -> list[Bound]:
    """Low and high of an interval for JSON: numbers, or ISO 8601 dates of which the high one lies outside.

    None is an open end.
    """
    if kind is Kind.DATE:
        return [None if end is None else cal.iso(int(end)) for end in (interval.low, interval.high)]
    shown = measure.shown(interval) if measure is not None else interval
    return [_number(shown.low), _number(shown.high)]


def _number(value: Fraction | None) -> Bound:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def scale_of(largest: Fraction | int) -> tuple[int, str]:
    """The power of ten and the scale word in which numbers up to `largest` are shown."""
    return next(((power, word) for power, word in _BIG if largest >= power), (1, ""))


def interval_text(interval: Interval, reading: Reading, unit: str | None) -> str:
    """An interval in words, such as `13.5–14.5 billion USD` or `2000-01-01 to 2000-12-31`."""
    if reading.kind is Kind.DATE:
        return dates_text(interval)
    if unit is None and reading.kind is Kind.DURATION:
        unit = reading.unit or None
    measure = measure_of(reading.kind, reading.dimension, unit)
    shown = measure.shown(interval) if measure is not None else interval
    name = _name(reading, unit)
    low, high = shown.low, shown.high
    if name in ("%", POINTS) and unit is None:
        low, high = (None if end is None else end * 100 for end in (low, high))
    largest = max((abs(end) for end in (low, high) if end is not None), default=Fraction(0))
    power, word = scale_of(largest)
    is_one = low == high == power
    words = " ".join(part for part in (word, name if is_one else plural(name)) if part)
    return f"{_ends(low, high, power, interval.low_in)} {words}".strip()


def counted(number: int, noun: str, many: str | None = None) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def plural(unit: str) -> str:
    """The name of a unit behind a figure that is not one, `feet`, `miles per hour`; a symbol stays as it is."""
    measured, per, each = unit.partition(" per ")
    return (_ODD_PLURALS.get(measured) or plural_of(measured) or measured) + per + each


def _name(reading: Reading, unit: str | None) -> str:
    if reading.dimension == "share" and unit in (None, "%", "percent"):
        return "%"
    if reading.dimension in ("count", "share") and unit in (None, "count", "share"):
        return ""
    return unit or reading.dimension


def _ends(low: Fraction | None, high: Fraction | None, power: int, low_in: bool) -> str:
    low_text, high_text = (None if end is None else number_text(end / power) for end in (low, high))
    if low_text is None and high_text is None:
        return "anything"
    if low_text is None:
        return f"up to {high_text}"
    if high_text is None:
        return f"{'from' if low_in else 'above'} {low_text}"
    return low_text if low == high else f"{low_text}–{high_text}"


def number_text(value: Fraction | int) -> str:
    """A number with at most six significant digits and thousands separators."""
    fraction = Fraction(value)
    if fraction.denominator == 1:
        return f"{int(fraction):,}"
    significant = Decimal(f"{float(fraction):.6g}")
    text = f"{significant:,f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def dates_text(interval: Interval) -> str:
    """A span of time in words: `2000`, `2000-03`, `2000-03-04 to 2000-05-31`, `until 2000-03-04`."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any time"
    if low is None:
        assert high is not None
        return f"until {_last(int(high))}"
    if high is None:
        return f"from {cal.iso(int(low))}"
    first, last = cal.iso(int(low)), _last(int(high))
    for unit, digits in (("year", -6), ("month", -3)):
        if cal.floor(int(low), unit) == low and cal.shift(int(low), 1, unit) == high:
            return first[:digits]
    return first if first == last else f"{first} to {last}"


def _last(high: int) -> str:
    """The last day (or minute) that lies inside."""
    return cal.iso(high - cal.MINUTES_A_DAY if high % cal.MINUTES_A_DAY == 0 else high - 1)
