"""Ticks of an axis: round numbers, or the starts of calendar units."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from crosscheck.formatting import number_text, scale_of
from crosscheck.outputs.report.words import SHORT_MONTHS
from crosscheck.readings.dates import calendar as cal
from crosscheck.translations import ENGLISH, Words

MOST_TICKS = 6  # more would run into each other on a telephone

_MONTH, _YEAR = 43_830, 525_960
_STEPS = (
    *((MOST_TICKS * size, "minute", size) for size in (1, 5, 15, 30)),
    *((most * size * 60, "hour", size) for size, most in ((1, MOST_TICKS), (3, MOST_TICKS), (6, MOST_TICKS), (12, 4))),
    *((MOST_TICKS * size * 1440, "day", size) for size in (1, 2, 4, 7, 14)),
    # Their labels are longer. From two years on years say it better, as days do from two days on.
    *((most * size * _MONTH, "month", size) for size, most in ((1, 5), (3, 5), (6, 4))),
)
"""The longest span, in minutes, for each unit and size."""


class Ticks(NamedTuple):
    """Labels and lines with their places on the axis, and what the labels are in (`billion USD`, `2025`)."""

    labels: list[tuple[str, Fraction]]
    lines: list[Fraction]
    caption: str


def number_ticks(
    low: Fraction,
    high: Fraction,
    unit: str,
    *,
    whole: bool,
    most: int = MOST_TICKS,
    largest: Fraction | None = None,
    words: Words = ENGLISH,
) -> Ticks:
    """Ticks at multiples of 1, 2 or 5 times a power of ten; `whole`: there is nothing between two whole numbers.

    Their labels have the scale word of `largest`, if that is not the larger of the ends.
    """
    step = _round_step((high - low) / most)
    if whole:
        step = max(step, Fraction(1))
    power, word = scale_of(largest or max(abs(low), abs(high)), words)
    places = [number * step for number in range(ceil(low / step), floor(high / step) + 1)]
    labels = [(number_text(place / power, words), place) for place in places]
    return Ticks(labels, places, _measured(word, unit, words))


def _measured(scale: str, unit: str, words: Words) -> str:
    """What the numbers of an axis are in, such as `billion USD`."""
    if not scale:
        return unit
    many = words.pgettext("axis", scale)
    return words.pgettext("behind a scale word", "%(number)s %(unit)s", number=many, unit=unit) if unit else many


def _round_step(least: Fraction) -> Fraction:
    # Apart, because the logarithm of a whole number has no limit, that of a fraction has.
    exponent = floor(log10(least.numerator) - log10(least.denominator))
    power = Fraction(10) ** exponent
    return next((factor * power for factor in (1, 2, 5) if factor * power >= least), 10 * power)


def date_ticks(low: Fraction, high: Fraction, most: int = MOST_TICKS, words: Words = ENGLISH) -> Ticks:
    """Ticks at the starts of calendar units; where each unit has one, its label is in the middle of the unit."""
    unit, size = _calendar_step((high - low) * MOST_TICKS / most)
    starts = [_start(int(low), unit, size)]
    while starts[-1] < high:
        starts.append(cal.shift(starts[-1], size, unit))
    lines = [Fraction(start) for start in starts if low <= start <= high]
    if size == 1 and unit in ("day", "month", "year"):
        labels = list(_unit_labels(starts, low, high, unit, words))
    else:
        labels = [(_name(int(line), unit, words), line) for line in lines]
    return Ticks(labels, lines, _caption(low, high, unit, words))


def _unit_labels(
    starts: list[int], low: Fraction, high: Fraction, unit: str, words: Words
) -> Iterator[tuple[str, Fraction]]:
    """Labels in the middle of what is seen of each unit, if at least half of it is."""
    for start, end in pairwise(starts):
        left, right = max(low, Fraction(start)), min(high, Fraction(end))
        if 2 * (right - left) >= end - start:
            yield _name(start, unit, words), (left + right) / 2


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


def _name(minute: int, unit: str, words: Words) -> str:
    day, rest = divmod(minute, cal.MINUTES_A_DAY)
    year, month, of_month = cal.date_of(day)
    short = words.gettext(SHORT_MONTHS).split()[month - 1]
    if unit == "year":
        return year_name(year, words)
    if unit == "month":
        return f"{short} {year_name(year, words)}"
    if unit == "day" or not rest:
        return f"{of_month} {short}"
    return f"{rest // 60:02d}:{rest % 60:02d}"


def year_name(year: int, words: Words = ENGLISH) -> str:
    """Year 0 of ISO 8601 is 1 BC."""
    return str(year) if year > 0 else words.gettext("%(year)s BC", year=1 - year)


def _caption(low: Fraction, high: Fraction, unit: str, words: Words) -> str:
    """The year that labels of days and hours leave out."""
    if unit in ("month", "year"):
        return ""
    first, last = (cal.year_of(int(end)) for end in (low, high))
    return year_name(first, words) if first == last else f"{year_name(first, words)}–{year_name(last, words)}"
