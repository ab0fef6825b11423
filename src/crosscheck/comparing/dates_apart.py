"""What could explain that two dates differ, proven by the dates."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.comparing.digits import one_different, sound_alike, swapped
from crosscheck.model import Reading, Row
from crosscheck.readings.dates import calendar as cal

GREGORIAN = ((1583, 10), (1700, 11), (1800, 12), (1900, 13))
"""From which year on the Julian calendar is so many days behind."""

LAST_JULIAN = 1930
"""No country that used the Julian calendar did so for its civil dates after this year."""


def explained_dates(a: Row, b: Row) -> Iterator[str]:
    """Explanations of the difference between two dates of one precision, the simplest first."""
    if a.reading.precision != b.reading.precision:
        return
    first, second = sorted((_minute(a), _minute(b)))
    for explain in (_one_off, _calendars, _day_and_month, _digits):
        found = [*explain(first, second, a.reading.precision)]
        yield from found
        if found:
            return


def is_slip(one: Reading, other: Reading) -> bool:
    """Whether two dates of one precision differ as by a slip of the pen: by more than being near each other."""
    if one.precision != other.precision or one.nominal is None or other.nominal is None:
        return False
    first, second = sorted((int(one.nominal), int(other.nominal)))
    is_year_off = one.precision != "year" and cal.shift(first, 1, "year") == second
    return is_year_off or any((*_day_and_month(first, second, one.precision), *_digits(first, second, one.precision)))


def _minute(row: Row) -> int:
    assert row.reading.nominal is not None
    return int(row.reading.nominal)


def _one_off(first: int, second: int, precision: str) -> Iterator[str]:
    if cal.shift(first, 1, "year") == second:
        yield f"one year off: {_year(first)} against {_year(second)}, and else the same"
    elif precision == "day":
        days = (second - first) // cal.MINUTES_A_DAY
        of_month, of_other_month = _date(first), _date(second)
        is_next = cal.shift(first, 1, "month") == second and of_month[2] == of_other_month[2]
        unit = {1: "day", 7: "week"}.get(days, "month" if is_next else "")
        if unit:
            yield f"one {unit} off: {cal.iso(first)} against {cal.iso(second)}"


def _year(minute: int) -> str:
    year = _date(minute)[0]
    return str(year) if year > 0 else f"{1 - year} BC"


def _calendars(first: int, second: int, precision: str) -> Iterator[str]:
    days = (second - first) // cal.MINUTES_A_DAY
    year, month, _ = _date(first)
    # The calendars drift apart on the last day of February of a year that is a leap year in one only.
    since = year - (month <= 2)
    behind = next((count for begins, count in reversed(GREGORIAN) if since >= begins), 0)
    if precision == "day" and year <= LAST_JULIAN and days == behind:
        yield f"Julian and Gregorian calendar: {days} days apart in {year}"


def _day_and_month(first: int, second: int, precision: str) -> Iterator[str]:
    one, other = _date(first), _date(second)
    if precision == "day" and one == (other[0], other[2], other[1]) and one[1] != one[2]:
        yield f"day and month swapped: {one[2]}/{one[1]} against {other[2]}/{other[1]}"


def _date(minute: int) -> tuple[int, int, int]:
    return cal.date_of(minute // cal.MINUTES_A_DAY)


def _digits(first: int, second: int, precision: str) -> Iterator[str]:
    """The figures of the year, or of the day of the month, where all else is the same."""
    (year, *of_year), (other_year, *of_other_year) = _date(first), _date(second)
    if of_year == of_other_year and precision in ("year", "month", "day"):
        one, other = f"{year:04d}", f"{other_year:04d}"
    elif precision == "day" and (year, of_year[0]) == (other_year, of_other_year[0]):
        one, other = (f"{day:02d}" for day in (of_year[1], of_other_year[1]))
    else:
        return
    alike = [*sound_alike(int(one[-2:]), int(other[-2:]))] if one[:-2] == other[:-2] else []
    yield from alike or [*swapped(one, other), *one_different(one, other)]
