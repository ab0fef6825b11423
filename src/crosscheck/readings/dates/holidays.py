"""Holidays of a fixed date, of a weekday and of Easter, and their weekends: `Thanksgiving`, `Labor Day weekend`."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.moments import A_WEEK, days_span
from crosscheck.readings.dates.partial import PartialDate
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

_FIXED = Phrases(en.HOLIDAYS)
_OF_A_WEEKDAY = Phrases(en.WEEKDAY_HOLIDAYS)
_OF_EASTER = Phrases(en.EASTER)
_ALSO_CALLED = Phrases(en.ALSO_CALLED)
WEDNESDAY = 2

Falls = Callable[[int], int]
"""From a year to the number of a day."""


def holiday_at(text: Text, index: int) -> tuple[PartialDate, int] | None:
    """The holiday at token `index`, in no year yet, and the index behind its name; raises `ReadingError`."""
    fixed = _FIXED.at(text, index)
    if fixed is not None:
        (month, day), after = fixed
        return PartialDate(month, day, "day", named=text.between(index, after)), after
    if text.at(index) in en.OTHER_CALENDARS:
        raise ReadingError(f"{shown(text.between(index, index + 1))} follows another calendar", nearest="its dates")
    of_weekday, of_easter = _OF_A_WEEKDAY.at(text, index), _OF_EASTER.at(text, index)
    found = of_weekday or of_easter
    if found is None:
        return None
    named, also = text.between(index, found[1]), _ALSO_CALLED.at(text, index)
    falls = (
        _of_weekday(*of_weekday[0], named) if of_weekday is not None else _of_easter(of_easter[0] if of_easter else 0)
    )
    or_falls = _of_weekday(*also[0], named) if also is not None else None
    return PartialDate(1, 1, "day", falls=falls, or_falls=or_falls, named=named), found[1]


def _of_weekday(month: int, day: int, weekday: int, since: int, named: str) -> Falls:
    """The first such weekday from a day of the month on."""

    def falls(year: int) -> int:
        if year < since:
            raise ReadingError(
                f"on which day {shown(named)} was before {since} is not known", nearest="November 26, 1931"
            )
        return cal.weekday_from(cal.days(year, month, day), weekday)

    return falls


def _of_easter(days: int) -> Falls:
    return lambda year: cal.easter(year) + days


def weekend_of(day: DateSpan) -> DateSpan:
    """The weekend of a holiday with the days between: of Labor Day it ends on that Monday; raises `ReadingError`."""
    number = (day.low or 0) // cal.MINUTES_A_DAY
    weekday = cal.weekday(number)
    if weekday == WEDNESDAY:
        raise ReadingError("the weekend of a Wednesday could be the one before or after it", nearest="4 July 2026")
    saturday = number - weekday + cal.SATURDAY - (A_WEEK if weekday < WEDNESDAY else 0)
    first, last = min(saturday, number), max(saturday + 1, number)
    span = days_span(first, last - first + 1)
    return span.allowing(days_span(min(first, saturday - 1))).allowing(days_span(last + (weekday == cal.SUNDAY)))
