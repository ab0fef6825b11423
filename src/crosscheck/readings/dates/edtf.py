"""EDTF: the Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1, and the parts of level 2 in common use.

Of level 2: sets (`[1667,1670..1672]`), quarters and halves (33–36, 40–41), qualifiers of single components. Refused:
exponential years and significant digits, which no article writes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en

_SHAPE = re.compile(r"[0-9XY\-?~%/.\[\]{},:TZ+ W]+")
_DATE = re.compile(r"(-?[0-9X]{4}|Y-?[0-9]{5,10})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_QUALIFIED = re.compile(
    r"([?~%]?)(-?[0-9X]{4}|Y-?[0-9]{5,10})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(?:-([1-7]))?")
# Level 1 seasons (northern, as the examples of the standard), level 2 quarters and halves: first month, months.
_DIVISIONS = {
    21: (3, "season"),
    22: (6, "season"),
    23: (9, "season"),
    24: (12, "season"),
    33: (1, "quarter"),
    34: (4, "quarter"),
    35: (7, "quarter"),
    36: (10, "quarter"),
    40: (1, "half"),
    41: (7, "half"),
}


FIRST_CODE, LAST_CODE = 21, 41
"""The least and the greatest number that stand for a part of a year (spring, the second half)."""


_YEAR_NUMBER = re.compile("([0-9]{4})-([0-9]{2})[?]?")


def parse_edtf(text: str, *, is_declared: bool = True) -> DateSpan | None:
    """The span that an EDTF string names, None if `text` is not of its shape; raises `ReadingError` if broken.

    `is_declared`: the writer is known to write EDTF; of others `2009-10` may be two years.
    """
    text = text.strip()
    if not _SHAPE.fullmatch(text) or not re.search("[0-9]{3}|[0-9]{2}X|[0-9]XX", text):
        return None
    if not is_declared and (two_years := _two_years(text)) is not None:
        return two_years
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _set(text[1:-1])
    if "/" in text:
        start, _, end = text.partition("/")
        if (len(end) in (1, 2) and end.isdigit()) or "/" in end:
            return None
        return _interval(start, end)
    return _date(text)


def _two_years(text: str) -> DateSpan | None:
    """The years of `1914-18`; raises `ReadingError` where a part of `text` could be a month or a season as well."""
    parts = re.split(r"/|,|\.\.", text.strip("[]{}"))
    for part in parts:
        match = _YEAR_NUMBER.fullmatch(part.strip())
        if match is None:
            continue
        year, number, short = int(match[1]), int(match[2]), int(match[1]) % 100
        if 1 <= number <= 12 and number <= short:
            continue
        is_rollover = short == 99 and number == 0
        if number > short or is_rollover:
            if (number <= 12 or FIRST_CODE <= number <= LAST_CODE) and not is_rollover:
                raise two_or_one(part, year, number)
            if len(parts) == 1:
                last = DateSpan.unit("year", year - short + number + 100 * is_rollover)
                return DateSpan.unit("year", year).to(last)
    return None


def two_or_one(written: str, year: int, number: int) -> ReadingError:
    """What to say of `2009-10` and `2023-24`: two years, or a month or season of the first."""
    years, is_month = f"{year} to {year - year % 100 + number}", number <= 12
    one = en.MONTH_NAMES[number - 1] + f" {year}" if is_month else "a season in EDTF"
    season = f"the {year}-{number:02d} season, " if number == year % 100 + 1 else ""
    cure = season + years + (f", {one}" if is_month else "")
    return ReadingError(f"{written.strip()} could be the years {years}, or {one}", nearest=cure)


def _interval(start: str, end: str) -> DateSpan | None:
    low = DateSpan.exact(None, None, "day") if start in ("", "..") else _date(start)
    high = DateSpan.exact(None, None, "day") if end in ("", "..") else _date(end)
    if low is None or high is None:
        return None
    if low.low is None and high.high is None:
        raise ReadingError("an interval without a start and without an end says nothing")
    if low.low is not None and high.high is not None and low.low >= high.high:
        raise ReadingError(f"the interval runs backwards, from {start} to {end}")
    whole = low.to(high)
    precision = high.precision if start in ("", "..") else low.precision if end in ("", "..") else whole.precision
    return replace(whole, precision=precision)


def _set(inside: str) -> DateSpan | None:
    parts = []
    for member in inside.split(","):
        start, dots, end = member.strip().partition("..")
        part = _interval(start or "..", end or "..") if dots else _date(start)
        if part is None:
            return None
        parts.append(part)
    first = min(parts, key=lambda p: (p.low is not None, p.low or 0))
    last = max(parts, key=lambda p: (p.high is None, p.high or 0))
    return first.to(last)


def _date(text: str) -> DateSpan | None:
    text = text.strip()
    span = _time(text) or _week(text) or _plain(text)
    if span is not None or not any(mark in text for mark in "?~%"):
        return span
    match = _QUALIFIED.fullmatch(text)
    plain = _plain(re.sub("[?~%]", "", text)) if match is not None else None
    if match is None or plain is None:
        return None
    unit = _qualified_unit(match, plain.precision)
    # "1984~" is as "circa 1984".
    is_circa = plain.precision == "year" and any(mark in text for mark in "~%")
    return plain.widened(3 if is_circa else 1, unit)


def _qualified_unit(match: re.Match[str], precision: str) -> str:
    """The coarsest unit that is qualified: a mark behind a part is for all before it, too, one before it for it alone.

    A mark behind the whole is for the whole, in the unit in which it is written.
    """
    before_year, _, behind_year, before_month, month, behind_month, before_day, day, _ = match.groups(default="")
    if before_year or (behind_year and month) or (behind_month and day):
        return "year" if precision in ("year", "month", "day") else precision
    if before_month and month:
        return "month" if precision == "day" else precision
    return "day" if before_day else precision


def _plain(text: str) -> DateSpan | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    if year.startswith("Y"):
        number = int(year[1:])
        if abs(number) > cal.MAX_YEAR or abs(number) < 10**4:
            raise ReadingError(f"year {number} is out of range")
        return DateSpan.unit("year", number)
    if "X" in year:
        return _unspecified(text, year, is_year_alone=month in (None, "XX") and day in (None, "XX"))
    number = int(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ReadingError(f"{text}: a day of an unspecified month")
        return DateSpan.unit("year", number)
    if "X" in month:
        raise ReadingError(f"{text}: half of a month is unspecified")
    division = _DIVISIONS.get(int(month))
    if division is not None and day is None:
        first, precision = division
        return DateSpan.unit(precision, number, first)
    is_no_part = 12 < int(month) < FIRST_CODE or int(month) > LAST_CODE
    if is_no_part and day is None and number >= 0 and number % 100 < int(month):
        return None  # no month, season or other division: the range "1861-67" in words
    if not 1 <= int(month) <= 12:
        raise ReadingError(f"{text}: there is no month {month}; months are 01 to 12")
    if day in (None, "XX"):
        return DateSpan.unit("month", number, int(month))
    if "X" in day:
        raise ReadingError(f"{text}: half of a day is unspecified")
    return checked_day(number, int(month), int(day))


def _unspecified(text: str, year: str, *, is_year_alone: bool) -> DateSpan:
    """`199X`, `19XX`: a decade, a century, a millennium."""
    digits = year.lstrip("-")
    unknown = digits.find("X")
    if digits[unknown:].strip("X"):
        raise ReadingError(f"{text}: only the last digits of a year may be unspecified")
    if unknown == 0:
        raise ReadingError(f"{text}: the year is unspecified")
    if not is_year_alone:
        raise ReadingError(f"{text}: a month of an unspecified year")
    precision = {3: "decade", 2: "century", 1: "millennium"}[unknown]
    sign, fill = (-1, "9") if year.startswith("-") else (1, "0")
    return DateSpan.unit(precision, sign * int(digits.replace("X", fill)))


def checked_day(year: int, month: int, day: int) -> DateSpan:
    """The day of a date that exists; raises `ReadingError` for one that does not."""
    if not 1 <= month <= 12 or not 1 <= day <= cal.days_in_month(year, month):
        raise ReadingError(f"there is no day {abs(year):04d}-{month:02d}-{day:02d}")
    return DateSpan.unit("day", year, month, day)


def _time(text: str) -> DateSpan | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    date, hour, minute, second, zone = match.groups()
    day = _plain(date)
    if day is None or day.low is None:
        return None
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise ReadingError(f"there is no time {hour}:{minute}")
    offset = 0
    if zone and zone != "Z":
        digits = zone[1:].replace(":", "")
        offset = (int(digits[:2]) * 60 + int(digits[2:] or 0)) * (-1 if zone[0] == "-" else 1)
    low = day.low + int(hour) * 60 + int(minute)
    return replace(DateSpan.exact(low, low + 1, "minute"), zone=offset if zone else None)


def _week(text: str) -> DateSpan | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    year, week, day = int(match[1]), int(match[2]), match[3]
    fourth = cal.days(year, 1, 4)
    first = fourth - cal.weekday(fourth)
    monday = first + 7 * (week - 1)
    if cal.date_of(monday + 3)[0] != year:
        raise ReadingError(f"{year} has no week {week}")
    if day:
        return DateSpan.unit("day", *cal.date_of(monday + int(day) - 1))
    low = monday * cal.MINUTES_A_DAY
    return DateSpan.exact(low, low + 7 * cal.MINUTES_A_DAY, "week")
