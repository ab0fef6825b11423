"""The proleptic Gregorian calendar in minutes since 1970, for any year.

Day numbers follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013); year 0 is 1 BC (ISO 8601).
"""

from __future__ import annotations

from fractions import Fraction

MINUTES_A_DAY = 1440
MAX_YEAR = 10**9
SATURDAY, SUNDAY = 5, 6

MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
"""Months in the calendar units that are made of them."""
MINUTES_IN = {"minute": 1, "hour": 60, "day": MINUTES_A_DAY, "week": 7 * MINUTES_A_DAY, "fortnight": 14 * MINUTES_A_DAY}


def days(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 1970-01-01 to a date; the day may run over its month."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def date_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    era, of_era = divmod(day + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    return year + era * 400 + (month >= 10), (month + 2) % 12 + 1, of_year - (153 * month + 2) // 5 + 1


def year_of(minute: int) -> int:
    return date_of(minute // MINUTES_A_DAY)[0]


def minutes(year: int, month: int = 1, day: int = 1) -> int:
    return days(year, month, day) * MINUTES_A_DAY


def month_start(months: int) -> int:
    """Minute at which month number `months` (year × 12 + month − 1) begins."""
    return minutes(months // 12, months % 12 + 1)


def days_in_month(year: int, month: int) -> int:
    return days(year + month // 12, month % 12 + 1) - days(year, month)


def weekday(day: int) -> int:
    """0 is Monday."""
    return (day + 3) % 7


def weekday_from(day: int, which: int) -> int:
    """The first such weekday from a day on."""
    return day + (which - weekday(day)) % 7


def easter(year: int) -> int:
    """The day number of Easter Sunday (Anonymous Gregorian algorithm; J. Meeus, "Astronomical Algorithms", 1991)."""
    golden, century = year % 19, year // 100
    correction = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = correction - (correction // 28) * (1 - (29 // (correction + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return days(year, 3, 28 + moon - sunday)


def floor(minute: int, unit: str) -> int:
    """Start of the calendar unit that holds `minute`; weeks begin on Monday, centuries and millennia in year 1."""
    day = minute // MINUTES_A_DAY
    if unit == "week":
        return (day - weekday(day)) * MINUTES_A_DAY
    if unit in MINUTES_IN:
        return minute // MINUTES_IN[unit] * MINUTES_IN[unit]
    year, month, _ = date_of(day)
    size, first = MONTHS_IN[unit], 12 if unit in ("century", "millennium") else 0
    return month_start((year * 12 + month - 1 - first) // size * size + first)


def shift(minute: int, count: int, unit: str) -> int:
    """`minute` moved by whole calendar units; a day that the month lacks becomes its last one."""
    if unit in MINUTES_IN:
        return minute + count * MINUTES_IN[unit]
    day, rest = divmod(minute, MINUTES_A_DAY)
    year, month, of_month = date_of(day)
    year, month = divmod(year * 12 + month - 1 + count * MONTHS_IN[unit], 12)
    return minutes(year, month + 1, min(of_month, days_in_month(year, month + 1))) + rest


def shift_by(minute: int, count: Fraction, unit: str) -> int:
    """`minute` moved by calendar units of which the last need not be whole; of days and longer units, by whole days."""
    months = count * MONTHS_IN.get(unit, 0)
    if months and months.denominator == 1:
        return shift(minute, int(months), "month")
    whole, sign = int(count), 1 if count > 0 else -1
    start, end = shift(minute, whole, unit), shift(minute, whole + sign, unit)
    step = 1 if MINUTES_IN.get(unit, MINUTES_A_DAY) < MINUTES_A_DAY else MINUTES_A_DAY
    return start + round((count - whole) * (end - start) * sign / step) * step


def iso(minute: int) -> str:
    """`1999-01-01`, with `T12:30` where it is not midnight; years beyond 9999 have all their digits."""
    day, rest = divmod(minute, MINUTES_A_DAY)
    year, month, of_month = date_of(day)
    sign = "-" if year < 0 else ""
    text = f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"
    return text + (f"T{rest // 60:02d}:{rest % 60:02d}" if rest else "")
