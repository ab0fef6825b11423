"""Times of a day, with their zones: `15:30`, `3 p.m. ET`, `between 1:24 and 1:27 a.m.`, `shortly after midnight`.

time = hedge? (bound? clock | near clock | "between" clock "and" clock | clock "–" clock) zone? conversion?
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.hours import Clock, parse_clock
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.dates.zones import Zone, zone_at
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

_BOUNDS = Phrases(en.CLOCK_BOUNDS)
_HEDGES = Phrases.of(en.CLOCK_HEDGES)
_NEAR = Phrases(en.NEAR_A_TIME)

_OF_A_TIME = frozenset({":", en.AT, en.AM, en.PM, en.MIDNIGHT}).union(
    en.CLOCK_WORDS,
    en.HOURS,
    en.OCLOCK,
    en.PAST,
    en.MINUTES,
    {en.QUARTER},
    en.OPEN_ZONES,
    *(Phrases(table).first_words for table in (en.ZONES, en.SEASONAL_ZONES)),
    (phrase.split()[-1] for phrase in en.DAY_PARTS),
)
"""Of these every time of day has one."""

SHORTLY, NOT_LONG = 30, 60
"""Minutes: how long "shortly after" is, as stated and as allowed."""
_SHOW_A_TIME = frozenset({en.AM, en.PM, en.MIDNIGHT, *en.CLOCK_WORDS, *en.HOURS, *en.OCLOCK, *en.PAST})


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
    if text.words.isdisjoint(_OF_A_TIME):
        return None
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
    joint, _ = zone_at(text, first.after)
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
    return not text.words.isdisjoint(_OF_A_TIME) and _range(text, index) is not None


def _with_zone(text: Text, time: TimeOfDay, index: int) -> tuple[TimeOfDay, int]:
    """The time with the zone behind it, or the one that a conversion in parentheses proves: `9:30 a.m. (1330 GMT)`."""
    after, zone = zone_at(text, index)
    time = replace(time, zone=zone)
    converted = parse_clock(text, after + 1, is_marked=True) if text.at(after) == "(" else None
    if converted is None:
        return time, after
    behind, other = zone_at(text, converted.after)
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
