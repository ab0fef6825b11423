"""Weekdays, weekends and parts of a day, counted from the day of writing: `on Tuesday`, `last night`, `this weekend`.

Each is found by the number of the anchor's day. Where words leave open which of two is meant ("last Monday" said on a
Friday), the other one is allowed; where even the likelier is open, both are named and neither read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.relative import parse_relative
from crosscheck.readings.dates.spans import A_DAY, AHEAD, Anchor, Closed, DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

WHICH = Phrases(en.WHICH)
WHICH_AFTER = Phrases(en.WHICH_AFTER)
_PLAINLY = Phrases.of(en.PLAINLY_WHICH)
_PARTS = Phrases(en.DAY_PARTS)
_THIRDS = Phrases(en.DAY_THIRDS)
A_WEEK = 7
"""Days."""

Parsed = tuple[DateSpan, int] | None
Found = Callable[[int], DateSpan]
"""From the number of the anchor's day to what is meant."""


@dataclass(frozen=True, slots=True)
class Which:
    """`last`, `next`, `this` or nothing; whether it is plain which is meant, and counts from what was said before."""

    side: str = ""
    is_plain: bool = False
    is_after: bool = False


def which_at(text: Text, index: int) -> tuple[Which, int]:
    """`last`, `this coming`, `the following`, and the index behind it."""
    after, found = WHICH_AFTER.at(text, index), WHICH.at(text, index)
    if after is not None and (found is None or after[1] > found[1]):
        return Which(after[0], is_plain=True, is_after=True), after[1]
    if found is None:
        return Which(), index
    return Which(found[0], is_plain=_PLAINLY.at(text, index) is not None), found[1]


def days_span(first: int, count: int = 1) -> DateSpan:
    low = first * cal.MINUTES_A_DAY
    return DateSpan.exact(low, low + count * cal.MINUTES_A_DAY, "day")


def part_at(text: Text, index: int) -> tuple[tuple[int, int, int, int], int] | None:
    """The part of a day at token `index`: its hours, and the index behind it."""
    return _PARTS.at(text, index)


def third_at(text: Text, index: int) -> tuple[tuple[int, int, int, int], int] | None:
    """The `early` of "early Tuesday"."""
    return _THIRDS.at(text, index)


def part_of(day: DateSpan, hours: tuple[int, int, int, int]) -> DateSpan:
    """The morning, night … of a day; of one of which another is allowed, that of the other as well."""
    assert day.low is not None
    ends = (day.low + hour * 60 for hour in hours)
    low, high, wide_low, wide_high = ends
    early = 0 if day.wide_low is None else day.low - day.wide_low
    late = 0 if day.wide_high is None or day.high is None else day.wide_high - day.high
    return DateSpan(low, high, "hour", wide_low - early, wide_high + late, None, day.mismatch)


def settled_moment(find: Found, anchor: Anchor, words: str, *, or_published: bool = True) -> DateSpan:
    """What is meant, from an anchor of one day; raises `ReadingError` if it is longer and leaves two open."""
    ends: Closed = anchor.closed(words, or_published=or_published)
    if ends.day is None:
        raise ReadingError(f"{shown(words)} counts from a day; relative_to is longer", nearest=A_DAY)
    span = find(ends.day)
    for minute in (ends.wide_low, ends.wide_high - 1):
        span = span.allowing(find(minute // cal.MINUTES_A_DAY))
    return span


def weekday_finder(weekday: int, which: Which, words: str, *, ahead: bool) -> Found:
    """The Tuesday that is meant."""

    def find(day: int) -> DateSpan:
        to_last, to_next = (cal.weekday(day) - weekday) % A_WEEK, (weekday - cal.weekday(day)) % A_WEEK
        of_week = day - cal.weekday(day) + weekday
        if which.side == "last":
            last = day - (to_last or A_WEEK)
            doubtful = of_week < day and not which.is_plain
            return days_span(last).allowing(days_span(last - A_WEEK)) if doubtful else days_span(last)
        if which.side == "next":
            coming = day + (to_next or A_WEEK)
            if of_week > day and not which.is_plain:
                raise _either(words, coming, coming + A_WEEK)
            return days_span(coming)
        if which.side == "this":
            if of_week < day:
                raise _either(words, of_week, of_week + A_WEEK)
            return days_span(of_week)
        if ahead:
            return days_span(day + to_next)
        last = day - to_last
        return days_span(last).allowing(days_span(last + A_WEEK))

    return find


def weekend_finder(which: Which, words: str, *, ahead: bool) -> Found:
    """The weekend that is meant: Saturday and Sunday, allowed from the Friday."""

    def made(saturday: int) -> DateSpan:
        return days_span(saturday, 2).allowing(days_span(saturday - 1))

    def find(day: int) -> DateSpan:
        saturday = day - cal.weekday(day) + cal.SATURDAY
        is_running = day >= saturday
        if which.side == "last":
            if is_running and not which.is_plain:
                raise _either(words, saturday - A_WEEK, saturday)
            return made(saturday - A_WEEK)
        if which.side == "next":
            if not is_running and not which.is_plain:
                raise _either(words, saturday, saturday + A_WEEK)
            return made(saturday + A_WEEK if is_running else saturday)
        if which.side == "this":
            if cal.weekday(day) < 2:
                raise _either(words, saturday - A_WEEK, saturday)
            return made(saturday)
        if ahead or is_running:
            return made(saturday)
        return made(saturday - A_WEEK).allowing(made(saturday))

    return find


def _either(words: str, first: int, last: int) -> ReadingError:
    one, other = (cal.iso(day * cal.MINUTES_A_DAY) for day in (first, last))
    return ReadingError(f"{shown(words)} could be {one} or {other}", nearest=f"{one} or {other} in read_as")


class Moments:
    """Reads the weekdays, weekends and parts of days of one text that count from an anchor."""

    def __init__(self, text: Text, anchor: Anchor) -> None:
        self.text, self.anchor = text, anchor

    def day(self, index: int) -> Parsed:
        """`Tuesday`, `last Friday`, `the following Monday`, `this weekend`."""
        which, place = which_at(self.text, index)
        weekday, word = en.WEEKDAYS.get(self.text.at(place)), self.text.at(place)
        if weekday is None and word not in en.WEEKENDS:
            return None
        words = self.text.between(index, place + 1)
        if not which.side and (of := self._of_week(weekday, place + 1)) is not None:
            return of
        if weekday is not None:
            find = weekday_finder(weekday, which, words, ahead=self.anchor.side == AHEAD)
        else:
            find = weekend_finder(which, words, ahead=self.anchor.side == AHEAD)
        return settled_moment(find, self.anchor, words, or_published=not which.is_after), place + 1

    def _of_week(self, weekday: int | None, index: int) -> Parsed:
        """The Tuesday of "Tuesday of last week"."""
        place = self.text.skip(index, en.OF)
        week = parse_relative(self.text, place, self.anchor) if weekday is not None else None
        if weekday is None or week is None or week[0].precision != "week" or week[0].low is None:
            return None
        whole = week[0]
        if whole != DateSpan.exact(whole.low, cal.shift(whole.low or 0, 1, "week"), "week"):
            return None
        return days_span((whole.low or 0) // cal.MINUTES_A_DAY + weekday), week[1]

    def night(self, index: int, third: str = "") -> Parsed:
        """`overnight`, `last night`, `tonight`, `this morning`, `that evening`, `the next morning`.

        `third`: the `early` or `late` that stands before it.
        """
        text = self.text
        if text.at(index) == en.OVERNIGHT and not third:
            return self._overnight(index)
        bare = part_at(text, text.skip(text.skip(index, "in", en.AT), "the"))
        if bare is not None and bare[1] == len(text.tokens) and not third:
            words = text.between(index, bare[1])
            return settled_moment(lambda day: part_of(days_span(day), bare[0]), self.anchor, words), bare[1]
        if text.at(index) in en.TONIGHT and not third:
            found = settled_moment(lambda day: part_of(days_span(day), _NIGHT), self.anchor, text.at(index))
            return found, index + 1
        opening = text.skip(index, "the")
        count, after = _OF_DAY.get(text.at(opening)), opening + 1
        if text.at(opening) in en.LAST_NIGHT and text.at(after) == en.NIGHT:
            count = -1
        place = text.skip(after, "very", "same")
        part = part_at(text, place) if count is not None else None
        hours = en.DAY_PARTS.get(f"{third} {text.at(place)}") if third else part[0] if part is not None else None
        if part is None or count is None or hours is None:
            return None
        words = text.between(index, part[1])
        deictic = text.at(opening) in ("this", *en.LAST_NIGHT)
        if text.at(opening) == "this" and opening > index:
            return None
        return (
            settled_moment(
                lambda day: part_of(days_span(day + count), hours), self.anchor, words, or_published=deictic
            ),
            part[1],
        )

    def part_of_anchor(self, index: int) -> Parsed:
        """`this morning` behind a time."""
        return self.night(index) if self.text.at(index) in ("this", "that", *en.LAST_NIGHT, *en.TONIGHT) else None

    def _overnight(self, index: int) -> Parsed:
        """The night before the day of writing; of another date, the one before or after it is not said."""
        if self.anchor.relative_to is not None:
            raise ReadingError("overnight could be the night before or after", nearest="that night")
        found = settled_moment(lambda day: part_of(days_span(day - 1), OVERNIGHT), self.anchor, en.OVERNIGHT)
        return found, index + 1


_NIGHT = next(hours for word, hours in en.DAY_PARTS.items() if word == en.NIGHT)
OVERNIGHT = (18, 30, 17, 36)
_OF_DAY = {"this": 0, "that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
