"""Times of a day, with their zones: `15:30`, `3 p.m. ET`, `between 1:24 and 1:27 a.m.`, `shortly after midnight`.

time = hedge? (bound? clock | near clock | "between" clock "and" clock | clock "–" clock) zone? conversion?
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import FIGURE, Phrases, Text

NEAREST = "15:30 or 3:30 pm"
_BOUNDS = Phrases(en.CLOCK_BOUNDS)
_HEDGES = Phrases.of(en.CLOCK_HEDGES)
_NEAR = Phrases(en.NEAR_A_TIME)
_ZONES = Phrases(en.ZONES)
_SEASONAL_ZONES = Phrases(en.SEASONAL_ZONES)
_LOCAL = Phrases.of(en.LOCAL_TIME)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})")

SHORTLY, NOT_LONG = 30, 60
"""Minutes: how long "shortly after" is, as stated and as allowed."""
_SHOW_A_TIME = frozenset({en.AM, en.PM, en.MIDNIGHT, *en.CLOCK_WORDS, *en.HOURS})
NOON = 12
FIRST_KNOWN = 1987
"""Year since which the summer times of the United States are known here."""
FARTHEST = 14 * 60
"""Minutes that a zone may be ahead of UTC."""


class Clock(NamedTuple):
    """Minute of the day, the unit in which it is written (`hour` or `minute`), whether its half of the day is said."""

    minute: int
    precision: str
    after: int
    is_whole: bool = True


class Zone(NamedTuple):
    """Minutes ahead of UTC; a seasonal one is an hour further in summer."""

    ahead: int
    is_seasonal: bool = False

    def at(self, minute: int) -> int:
        """Minutes ahead of UTC at a local minute; raises `ReadingError` before the law of summer time is known."""
        if not self.is_seasonal:
            return self.ahead
        year = cal.date_of(minute // cal.MINUTES_A_DAY)[0]
        if year < FIRST_KNOWN:
            raise ReadingError(f"whether summer time was in force in {year} is not known", nearest="3:15 p.m. EST")
        begins, until = _summer(year)
        return self.ahead + 60 * (begins <= minute < until)


def _summer(year: int) -> tuple[int, int]:
    """The local minutes between which summer time is in force in the United States."""
    if year >= 2007:
        first, last = _sunday(year, 3, 8), _sunday(year, 11, 1)
    else:
        first, last = _sunday(year, 4, 1), _sunday(year, 10, 25)
    return first + 120, last + 120


def _sunday(year: int, month: int, day: int) -> int:
    """The first Sunday from a day on."""
    number = cal.days(year, month, day)
    return (number + (6 - cal.weekday(number)) % 7) * cal.MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of any day, in minutes from its beginning; low or high None: as far as its day goes.

    `is_plain`: that it is a time of day shows ("9 p.m.", "noon"), while "2:30" may be a duration.
    """

    low: int | None
    high: int | None
    precision: str
    wide_low: int | None
    wide_high: int | None
    zone: Zone | None = None
    is_plain: bool = False

    def of(self, day: DateSpan) -> DateSpan:
        """This time of a day."""
        assert day.low is not None
        low, high = self.low or 0, cal.MINUTES_A_DAY if self.high is None else self.high
        wide_low = low if self.wide_low is None else self.wide_low
        wide_high = high if self.wide_high is None else self.wide_high
        span = DateSpan(low, high, self.precision, wide_low, wide_high).moved(day.low)
        zone = None if self.zone is None else self.zone.at(span.low or 0)
        made = replace(span, zone=zone, mismatch=day.mismatch)
        if (day.wide_low, day.wide_high) == (day.low, day.high) or day.wide_low is None or day.wide_high is None:
            return made
        first, last = day.wide_low - day.low, day.wide_high - day.low - cal.MINUTES_A_DAY
        return made.allowing(made.moved(first)).allowing(made.moved(last))


def parse_time(text: Text, index: int, *, is_marked: bool = False) -> tuple[TimeOfDay, int] | None:
    """The time of day at token `index` and the index behind it; `is_marked`: an "at" behind a day stands before it.

    Raises `ReadingError` for one that does not exist.
    """
    near = _NEAR.at(text, index)
    if near is not None:
        return _near(text, near[1], near[0])
    hedge = _HEDGES.at(text, index)
    index = hedge[1] if hedge is not None else index
    found = _range(text, index) or _bounded(text, index) or _single(text, index, is_marked)
    if found is None:
        return None
    time, after = _with_zone(text, *found)
    shows = any(text.at(place) in _SHOW_A_TIME for place in range(index, after))
    time = replace(time, is_plain=shows or time.zone is not None)
    if hedge is not None:
        by = 5 if time.precision == "minute" else 60
        time = replace(
            time,
            wide_low=None if time.wide_low is None else time.wide_low - by,
            wide_high=None if time.wide_high is None else time.wide_high + by,
        )
    return time, after


Found = tuple[TimeOfDay, int] | None


def _near(text: Text, index: int, side: str) -> Found:
    """`shortly after midnight`, `just before 9 p.m.`"""
    clock = _edge(text, index, is_end=side == "before")
    if clock is None:
        return None
    at = clock.minute
    ends = (at, at + SHORTLY, at, at + NOT_LONG) if side == "after" else (at - SHORTLY, at, at - NOT_LONG, at)
    time = TimeOfDay(ends[0], ends[1], clock.precision, ends[2], ends[3], is_plain=True)
    return _with_zone(text, time, clock.after)


def _edge(text: Text, index: int, *, is_end: bool) -> Clock | None:
    """A clock time where something begins or ends, so that a midnight is plain."""
    if text.at(index) == en.MIDNIGHT:
        return Clock(cal.MINUTES_A_DAY if is_end else 0, "minute", index + 1)
    clock = parse_clock(text, index)
    return clock if clock is not None and clock.is_whole else None


def _bounded(text: Text, index: int) -> Found:
    """`after 9 p.m.`, `by noon`, as part of a day."""
    bound = _BOUNDS.at(text, index)
    clock = _edge(text, bound[1], is_end=bound[0] in ("before", "by")) if bound is not None else None
    if bound is None or clock is None:
        return None
    at, behind = clock.minute, clock.minute + (clock.precision == "minute")
    if bound[0] in ("after", "since"):
        low = at if bound[0] == "since" else behind
        return TimeOfDay(low, None, clock.precision, low, None), clock.after
    high = min(at if bound[0] == "before" else at + 1, cal.MINUTES_A_DAY)
    return TimeOfDay(None, high, clock.precision, None, high), clock.after


def _single(text: Text, index: int, is_marked: bool) -> Found:
    clock = parse_clock(text, index, is_marked=is_marked)
    if clock is None or not clock.is_whole:
        return None
    end = clock.minute + (60 if clock.precision == "hour" else 1)
    return TimeOfDay(clock.minute, end, clock.precision, clock.minute, end), clock.after


def _range(text: Text, index: int) -> Found:
    """`between 1:24 and 1:27 a.m.`, `from 9 p.m. to 11 p.m.`, `9–11 p.m.`"""
    opening = text.at(index) if text.at(index) in (en.BETWEEN, en.FROM) else ""
    separators = {en.AND} if opening == en.BETWEEN else en.DATE_RANGE - {"/"}
    first = _edge(text, index + bool(opening), is_end=False) or parse_clock(text, index + bool(opening), is_open=True)
    if first is None:
        return None
    joint, _ = _zone_at(text, first.after)
    if text.at(first.after) in separators:
        joint = first.after
    if text.at(joint) not in separators:
        return None
    second = _edge(text, joint + 1, is_end=True)
    if second is None:
        return None
    start, end = first.minute, second.minute
    if not first.is_whole:
        # "11 to 1 p.m." begins in the morning.
        start = start % 720 + 720 * (end > 720)
        start = start - 720 if start >= end and start >= 720 else start
    if start >= end:
        end += cal.MINUTES_A_DAY
    precision = "minute" if "minute" in (first.precision, second.precision) else "hour"
    return TimeOfDay(start, end + 1, precision, start, end + 1), second.after


def is_time_range(text: Text, index: int) -> bool:
    """True where two clock times with what joins them stand."""
    return _range(text, index) is not None


def _with_zone(text: Text, time: TimeOfDay, index: int) -> tuple[TimeOfDay, int]:
    """The time with the zone behind it, or the one that a conversion in parentheses proves: `9:30 a.m. (1330 GMT)`."""
    after, zone = _zone_at(text, index)
    time = replace(time, zone=zone)
    converted = parse_clock(text, after + 1, is_marked=True) if text.at(after) == "(" else None
    if converted is None:
        return time, after
    behind, other = _zone_at(text, converted.after)
    if other is None or text.at(behind) != ")" or time.low is None or (zone is None and other.is_seasonal):
        return time, after
    between = (time.low - converted.minute + 720) % cal.MINUTES_A_DAY - 720
    if zone is None:
        zone, is_same = Zone(between + other.ahead), (between + other.ahead) % 15 == 0
    else:
        is_same = between in {mine - theirs for mine, theirs in _pairs(zone, other)}
    if not is_same:
        written = text.between(after, behind + 1)
        raise ReadingError(f"{shown(written)} is another time than the one before it", nearest="the time that is right")
    return replace(time, zone=zone), behind + 1


def _pairs(one: Zone, other: Zone) -> list[tuple[int, int]]:
    """What two zones can be ahead of UTC at one time; both seasonal ones have summer time at once."""
    summers = [(0, 0)]
    if one.is_seasonal or other.is_seasonal:
        summers.append((60 * one.is_seasonal, 60 * other.is_seasonal))
    return [(one.ahead + mine, other.ahead + theirs) for mine, theirs in summers]


def _zone_at(text: Text, index: int) -> tuple[int, Zone | None]:
    """The index behind a zone, and the zone; `local time` is none."""
    is_inside = text.at(index) == "("
    place = index + is_inside
    local = _LOCAL.at(text, place)
    # "2020 est." is estimated.
    is_written = len(text.at(place)) > 4 or text.between(place, place + 1).isupper()
    fixed, seasonal = (zones.at(text, place) if is_written else None for zones in (_ZONES, _SEASONAL_ZONES))
    if is_written and text.at(place) in en.OPEN_ZONES:
        raise ReadingError(
            f"{text.between(place, place + 1)} is the name of several zones, or was not always the same",
            nearest="3:30 pm UTC+5",
        )
    if local is not None:
        after, zone = local[1], None
    elif seasonal is not None and (fixed is None or seasonal[1] > fixed[1]):
        after, zone = seasonal[1], Zone(seasonal[0], is_seasonal=True)
    elif fixed is not None:
        after, ahead = _offset(text, fixed[1]) if fixed[0] == 0 else (fixed[1], 0)
        zone = Zone(fixed[0] + ahead)
    else:
        after, ahead = _offset(text, place) if not text.glued(place) else (place, 0)
        if text.at(after - 2) != ":" or after == place:
            return index, None
        zone = Zone(ahead)
    if is_inside and text.at(after) != ")":
        return index, None
    return after + is_inside, zone


def _offset(text: Text, index: int) -> tuple[int, int]:
    """The index behind the +2 of "UTC+2", and its minutes."""
    sign, hours = text.at(index), text.integer(index + 1, 2)
    if sign not in ("+", "-") or hours is None or not text.glued(index + 1):
        return index, 0
    minutes = text.integer(index + 3, 2) if text.at(index + 2) == ":" else None
    ahead = hours * 60 + (minutes or 0)
    if ahead > FARTHEST:
        raise ReadingError(f"there is no zone {text.between(index - 1, index + 2)}", nearest="3:30 pm UTC+2")
    return index + (2 if minutes is None else 4), -ahead if sign == "-" else ahead


def parse_clock(text: Text, index: int, *, is_marked: bool = False, is_open: bool = False) -> Clock | None:
    """The clock time at token `index`; `is_open`: a bare "9" will do, whose half of the day another time gives.

    `is_marked`: four digits alone are a time ("at 1500"), else only before a zone or "hours".
    """
    if text.at(index) in en.CLOCK_WORDS:
        return Clock(en.CLOCK_WORDS[text.at(index)] * 60, "hour", index + 1)
    if text.at(index) == "12" and en.CLOCK_WORDS.get(text.at(index + 1)) == NOON:
        return Clock(NOON * 60, "hour", index + 2)
    if (military := _military(text, index, is_marked)) is not None:
        return military
    hour, minute, after = text.integer(index, 2), 0, index + 1
    dotted = _DOTTED.fullmatch(text.at(index)) if text.token(index).kind == FIGURE else None
    precision = "hour"
    if dotted is not None and text.at(after) in (en.AM, en.PM):
        hour, minute, precision = int(dotted[1]), int(dotted[2]), "minute"
    if hour is None:
        return None
    minutes = text.integer(index + 2, 2) if text.at(index + 1) == ":" else None
    if minutes is not None:
        minute, after, precision = minutes, index + 3, "minute"
        if text.at(after) == ":" and text.integer(after + 1, 2) is not None:
            after += 2
    half = text.at(after)
    if half in (en.AM, en.PM):
        if not 1 <= hour <= 12:
            raise ReadingError(f"there is no {hour} {half}", nearest=NEAREST)
        return _checked(hour % 12 + 12 * (half == en.PM), minute, precision, after + 1)
    if precision == "hour" or is_open:
        return Clock(hour * 60 + minute, precision, after, is_whole=False) if is_open and 1 <= hour <= 12 else None
    return _checked(hour, minute, precision, after)


def _checked(hour: int, minute: int, precision: str, after: int) -> Clock:
    if hour > 23 or minute > 59:
        raise ReadingError(f"there is no time {hour}:{minute:02d}", nearest=NEAREST)
    return Clock(hour * 60 + minute, precision, after)


def _military(text: Text, index: int, is_marked: bool) -> Clock | None:
    """`1515 GMT`, `0500 hours`."""
    written = text.at(index)
    if len(written) != 4 or text.integer(index, 4) is None:
        return None
    # "1500 hours" alone may be how long.
    is_placed = written[0] == "0" or text.at(index - 1) == en.AT or index + 2 < len(text.tokens)
    has_hours = text.at(index + 1) in en.HOURS and (is_marked or is_placed)
    if not (is_marked or has_hours or (text.at(index + 1) != "(" and _zone_at(text, index + 1)[1])):
        return None
    return _checked(int(written[:2]), int(written[2:]), "minute", index + 1 + has_hours)
