"""The night between two days: `the night of May 12–13`, `overnight Monday to Tuesday`, `overnight into Tuesday`."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.days import AnyDate, settled
from crosscheck.readings.dates.moments import OVERNIGHT, part_at, part_of
from crosscheck.readings.dates.partial import PartialDate
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.dates.years import bare_year, day_number
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Text

HOURS_A_DAY = 24
_OF_A_NIGHT = frozenset(
    {en.OVERNIGHT, *(phrase.split()[-1] for phrase, hours in en.DAY_PARTS.items() if hours[1] > HOURS_A_DAY)}
)
_JOINTS = en.DATE_RANGE | {en.AND}

Parsed = tuple[DateSpan, int] | None
DayAt = Callable[[int], tuple[AnyDate, int] | None]


def parse_night(text: Text, index: int, anchor: Anchor, day_at: DayAt) -> Parsed:
    """The night between two days at token `index`; raises `ReadingError` for days that do not follow each other."""
    if text.words.isdisjoint(_OF_A_NIGHT):
        return None
    place = text.skip(text.skip(text.skip(index, "in"), en.OVERNIGHT), "the")
    part = (OVERNIGHT, place) if place > index and text.at(place - 1) == en.OVERNIGHT else part_at(text, place)
    if part is None or part[0][1] <= HOURS_A_DAY:
        return None
    hours, after = part
    if hours == OVERNIGHT and text.at(after) == en.INTO:
        day = day_at(text.skip(after + 1, "the"))
        return None if day is None else (part_of(_before(settled(day[0], anchor)), hours), day[1])
    found = _of_two_days(text, text.skip(text.skip(after, *en.OF_A_NIGHT), "the"), hours, anchor, day_at)
    day = day_at(text.skip(after, "on")) if found is None and hours == OVERNIGHT else None
    if day is not None:
        words = text.between(index, day[1])
        raise ReadingError(
            f"{shown(words)} could be the night before or after it", nearest="overnight into 5 October 2025"
        )
    return found


def _of_two_days(text: Text, index: int, hours: tuple[int, int, int, int], anchor: Anchor, day_at: DayAt) -> Parsed:
    """`May 12–13`, `12/13 May`, `Monday to Tuesday`, `May 31 to June 1`."""
    number, first = day_number(text, index), day_at(index)
    joint = first[1] if first is not None else number[1] if number is not None else index
    if (first is None and number is None) or text.at(joint) not in _JOINTS:
        return None
    second, last = day_at(text.skip(joint + 1, "the")), day_number(text, joint + 1)
    if second is not None and second[0].precision == "day":
        night, after = _before(settled(second[0], anchor)), second[1]
        of_first = None if first is None else _in_the_year_of(first[0], night, anchor)
        is_next = of_first is None or of_first.low == night.low
        is_next &= of_first is not None or number is None or number[0] == _day_of_month(night.low)
    elif last is not None and first is not None:
        year = bare_year(text, text.skip(last[1], ",")) if isinstance(first[0], PartialDate) else None
        date = first[0].in_year(year[0]) if year is not None and isinstance(first[0], PartialDate) else first[0]
        night, after = settled(date, anchor), last[1] if year is None else year[1]
        is_next = last[0] == _day_of_month(night.high)
    else:
        return None
    if not is_next:
        raise ReadingError("a night lies in two days, one after the other", nearest="the night of May 12–13")
    return part_of(night, hours), after


def _before(day: DateSpan) -> DateSpan:
    return day.moved(-cal.MINUTES_A_DAY)


def _in_the_year_of(day: AnyDate, night: DateSpan, anchor: Anchor) -> DateSpan:
    """The first of two days, which has its year from the second."""
    if isinstance(day, DateSpan) or day.weekday is not None:
        return settled(day, anchor)
    return day.in_year(cal.year_of(night.low or 0))


def _day_of_month(minute: int | None) -> int:
    return cal.date_of((minute or 0) // cal.MINUTES_A_DAY)[2]
