"""Readings as people and programs read them: intervals in a unit, dates as ISO 8601 strings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading
from crosscheck.readings.amounts.measures import POINTS, Measure, declared
from crosscheck.readings.amounts.units import plural_of
from crosscheck.readings.dates import calendar as cal
from crosscheck.translations import ENGLISH, Words

Bound = int | float | str | None

_ODD_PLURALS = {
    "quarter": "quarters",
    "season": "seasons",
    "century": "centuries",
}  # calendar units that measure nothing

NO_SCALE = "–"
"""What a catalogue has for a scale word that its language does without, as Spanish says 14.000 millones."""
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


def scale_of(largest: Fraction | int, words: Words = ENGLISH) -> tuple[int, str]:
    """The power of ten and the scale word, in English, in which numbers up to `largest` are shown."""
    known = (scale for scale in _BIG if words.pgettext("axis", scale[1]) != NO_SCALE)
    return next(((power, word) for power, word in known if largest >= power), (1, ""))


def interval_text(interval: Interval, reading: Reading, unit: str | None, words: Words = ENGLISH) -> str:
    """An interval in words, such as `13.5–14.5 billion USD` or `2000-01-01 to 2000-12-31`.

    Dates are those of ISO 8601; a unit that `words` has no name for is as it was declared.
    """
    if reading.kind is Kind.DATE:
        return dates_text(interval, words)
    if unit is None and reading.kind is Kind.DURATION:
        unit = reading.unit or None
    measure = measure_of(reading.kind, reading.dimension, unit)
    shown = measure.shown(interval) if measure is not None else interval
    name = _name(reading, unit)
    low, high = shown.low, shown.high
    if name in ("%", POINTS) and unit is None:
        low, high = (None if end is None else end * 100 for end in (low, high))
    largest = max((abs(end) for end in (low, high) if end is not None), default=Fraction(0))
    power, word = scale_of(largest, words)
    is_one = low == high == power
    figures, measured = _ends(low, high, power, interval.low_in, words), unit_text(name, words, is_one=is_one)
    return scaled(figures, largest / power, word, measured, words)


def scaled(figures: str, last: Fraction, scale: str, unit: str, words: Words = ENGLISH) -> str:
    """Figures with their scale word and their unit, each of which may be nothing: `13.5–14.5 billion USD`.

    `last` is the greatest of the figures: Portuguese has `1,5 bilhão` and `2 bilhões`, Spanish `1,5 millones`.
    """
    if not scale:
        return f"{figures} {unit}".rstrip()
    is_part = 1 < last < 2
    word = words.pgettext("below two", scale) if is_part else words.ngettext(scale, scale, 1 if last == 1 else 2)
    number = f"{figures} {word}"
    return words.pgettext("behind a scale word", "%(number)s %(unit)s", number=number, unit=unit) if unit else number


def counted(number: int, noun: str, many: str | None = None) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def plural(unit: str) -> str:
    """The name of a unit behind a figure that is not one, `feet`, `miles per hour`; a symbol stays as it is."""
    measured, per, each = unit.partition(" per ")
    return (_ODD_PLURALS.get(measured) or plural_of(measured) or measured) + per + each


def unit_text(unit: str, words: Words = ENGLISH, *, is_one: bool = False) -> str:
    """The name of a unit behind a figure; what somebody has declared may have no name but that."""
    name = unit if is_one else plural(unit)
    return words.pgettext("unit", name) if name else ""


def _name(reading: Reading, unit: str | None) -> str:
    if reading.dimension == "share" and unit in (None, "%", "percent"):
        return "%"
    if reading.dimension in ("count", "share") and unit in (None, "count", "share"):
        return ""
    return unit or reading.dimension


def _ends(low: Fraction | None, high: Fraction | None, power: int, low_in: bool, words: Words) -> str:
    low_text, high_text = (None if end is None else number_text(end / power, words) for end in (low, high))
    if low_text is None and high_text is None:
        return words.gettext("anything")
    if low_text is None:
        return words.gettext("up to %(figure)s", figure=high_text)
    if high_text is None:
        if low_in:
            return words.gettext("from %(figure)s", figure=low_text)
        return words.gettext("above %(figure)s", figure=low_text)
    return low_text if low == high else f"{low_text}–{high_text}"


def number_text(value: Fraction | int, words: Words = ENGLISH) -> str:
    """A number with at most six significant digits and thousands separators."""
    fraction = Fraction(value)
    if fraction.denominator == 1:
        return words.number(int(fraction))
    significant = Decimal(f"{float(fraction):.6g}")
    text = f"{significant:,f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return words.figures(f"{whole}.{decimals}" if decimals else whole)


def dates_text(interval: Interval, words: Words = ENGLISH) -> str:
    """A span of time in words: `2000`, `2000-03`, `2000-03-04 to 2000-05-31`, `until 2000-03-04`."""
    first, last = days_of(interval)
    if first is None and last is None:
        return words.gettext("any time")
    if first is None:
        return words.gettext("until %(date)s", date=last)
    if last is None:
        return words.gettext("from %(date)s", date=first)
    return first if first == last else words.gettext("%(first)s to %(last)s", first=first, last=last)


def days_of(interval: Interval) -> tuple[str | None, str | None]:
    """The first and the last day (or minute) of a span of time, in ISO 8601; the same year or month twice if it is
    exactly that. None is an open end."""
    low, high = interval.low, interval.high
    first = None if low is None else cal.iso(int(low))
    last = None if high is None else _last(int(high))
    if low is not None and high is not None and first is not None:
        for unit, digits in (("year", -6), ("month", -3)):
            if cal.floor(int(low), unit) == low and cal.shift(int(low), 1, unit) == high:
                return first[:digits], first[:digits]
    return first, last


def _last(high: int) -> str:
    """The last day (or minute) that lies inside."""
    return cal.iso(high - cal.MINUTES_A_DAY if high % cal.MINUTES_A_DAY == 0 else high - 1)
