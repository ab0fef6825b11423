"""Dates that count from one behind them: `the day after Christmas`, `two weeks before May 12`, `a week ago Tuesday`.

apart = (units | "the" unit | weekday | weekend | part of a day) ("before" | "after") (date | event of `relative_to`)?
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.days import AnyDate, settled
from crosscheck.readings.dates.moments import (
    A_WEEK,
    Which,
    days_span,
    part_at,
    part_of,
    settled_moment,
    weekday_finder,
    weekend_finder,
)
from crosscheck.readings.dates.relative import (
    moved_by,
    offset_at,
    or_rolling,
    unit_at,
    whole_unit,
)
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.dates.windows import parse_window, units_at
from crosscheck.readings.dates.years import parse_ordinal
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers.rounding import FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import WORD, Phrases, Text

_JOINTS = Phrases(en.COUNTED_FROM)
_HAVE_A_JOINT = _JOINTS.first_words | {en.AGO, en.FROM, en.WITHIN}
NTH_UNITS = frozenset({"day", "week", "month", "year"})
MOST_BEFORE, MOST_OF_AN_EVENT = 8, 6
"""Words that may stand before "after", and in the name of an event behind it."""

Parsed = tuple[DateSpan, int] | None
DateAt = Callable[[int], tuple[AnyDate, int] | None]


def parse_apart(text: Text, index: int, anchor: Anchor, date_at: DateAt) -> Parsed:
    """The date at token `index` that counts from the one behind its "before" or "after", and the index behind both."""
    if text.words.isdisjoint(_HAVE_A_JOINT):
        return None
    if (weeks := _weeks_from_a_weekday(text, index, anchor)) is not None:
        return weeks
    if (near := _within(text, index, anchor, date_at)) is not None:
        return near
    for joint in range(index + 1, min(index + MOST_BEFORE, len(text.tokens))):
        found = _JOINTS.at(text, joint)
        if found is None or not _may_count(text, index, joint, anchor):
            continue
        of_date = _anchored(text, found[1], anchor, date_at)
        if of_date is not None:
            anchored, after = of_date
        elif text.skip(found[1], *en.THAT) == len(text.tokens) and _counts_alone(text, index, found[1]):
            anchored, after = anchor, len(text.tokens)
        else:
            return None
        span = _beside(text, index, joint, 1 if found[0] == "after" else -1, anchored)
        return None if span is None else (span, after)
    return None


def _anchored(text: Text, index: int, anchor: Anchor, date_at: DateAt) -> tuple[Anchor, int] | None:
    """An anchor of the date or event at token `index`, and the index behind it."""
    date = date_at(index)
    if date is not None:
        return replace(anchor, relative_to=settled(date[0], replace(anchor, side=""))), date[1]
    return (anchor, len(text.tokens)) if anchor.relative_to is not None and _is_event(text, index) else None


def _within(text: Text, index: int, anchor: Anchor, date_at: DateAt) -> Parsed:
    """`within a week of May 12`: so long before or after it."""
    units = units_at(text, index + 1) if text.at(index) == en.WITHIN else None
    of_date = _anchored(text, units[2] + 1, anchor, date_at) if units and text.at(units[2]) == en.OF else None
    if units is None or of_date is None:
        return None
    count, unit, _ = units
    ends = of_date[0].closed(text.between(index, of_date[1]), or_published=False)
    far, wide = (FEW_STATED[1], FEW_ALLOWED[1]) if count is None else (count, count)
    low, high = cal.shift(ends.low, -far, unit), cal.shift(ends.high, far, unit)
    wide_low, wide_high = cal.shift(ends.wide_low, -wide, unit), cal.shift(ends.wide_high, wide, unit)
    return DateSpan(low, high, unit, wide_low, wide_high), of_date[1]


def _may_count(text: Text, index: int, joint: int, anchor: Anchor) -> bool:
    """True if what stands before the joint can count from a date."""
    start = text.skip(index, "the")
    offset = offset_at(text, index, anchor)
    part = part_at(text, start)
    is_one = joint == start + 1 and (
        unit_at(text, start) or text.at(start) in en.WEEKDAYS or text.at(start) in en.WEEKENDS
    )
    units = units_at(text, start) if start > index else None
    ends = (found[-1] for found in (units, part) if found is not None)
    return bool(is_one) or joint in ends or (offset is not None and offset.after == joint)


def _counts_alone(text: Text, index: int, after: int) -> bool:
    """True of `the night before`, `the Monday after`, and of anything that has a "that" behind it."""
    start = text.skip(index, "the")
    is_day = text.at(start) in en.WEEKDAYS or text.at(start) in en.WEEKENDS
    return after < len(text.tokens) or is_day or part_at(text, start) is not None


def _beside(text: Text, index: int, joint: int, side: int, anchor: Anchor) -> DateSpan | None:
    """What stands before token `joint`, so far before (-1) or after (1) the date of the anchor."""
    words = text.between(index, joint + 1)
    ends = anchor.closed(words, or_published=False)
    start = text.skip(index, "the")
    weekday, which = en.WEEKDAYS.get(text.at(start)), Which("next" if side > 0 else "last", is_plain=True)
    if weekday is not None:
        return settled_moment(weekday_finder(weekday, which, words, ahead=False), anchor, words)
    if text.at(start) in en.WEEKENDS:
        return settled_moment(weekend_finder(which, words, ahead=False), anchor, words)
    part = part_at(text, start)
    if part is not None and part[1] == joint:
        # The night before Christmas is that of Christmas Eve, the morning after it that of the next day.
        shift = side if side < 0 or part[0][1] <= 12 else 0
        return settled_moment(lambda day: part_of(days_span(day + shift), part[0]), anchor, words)
    unit = unit_at(text, start)
    if unit is not None and joint == start + 1 and text.at(start) == unit:
        whole = whole_unit(ends, unit, side)
        return whole if unit == "day" else or_rolling(whole, unit, side, ends)
    window = parse_window(text, index, anchor) if start > index else None
    if window is not None:
        return window[0]
    offset = offset_at(text, index, anchor)
    return None if offset is None else moved_by(ends, offset.as_written(), side)


def _weeks_from_a_weekday(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`a week ago Tuesday`, `two weeks from Monday`."""
    units = units_at(text, index)
    if units is None or units[0] is None or units[1] != en.WEEK or text.at(units[2]) not in (en.AGO, en.FROM):
        return None
    is_ago, place = text.at(units[2]) == en.AGO, text.skip(units[2] + 1, "last")
    weekday, weeks = en.WEEKDAYS.get(text.at(place)), units[0]
    if weekday is None:
        return None

    def find(day: int) -> DateSpan:
        if is_ago:
            return days_span(day - (cal.weekday(day) - weekday) % A_WEEK - A_WEEK * weeks)
        return days_span(day + ((weekday - cal.weekday(day)) % A_WEEK or A_WEEK) + A_WEEK * weeks)

    return settled_moment(find, anchor, text.between(index, place + 1)), place + 1


def parse_nth(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the third day`, `the second week of the trial`, counted with the anchor or from the day after it."""
    ordinal = parse_ordinal(text, index + 1) if text.at(index) == "the" else None
    if ordinal is None or text.at(ordinal[1]) not in NTH_UNITS or ordinal[0] < 1:
        return None
    (number, place), unit = ordinal, text.at(ordinal[1])
    is_of = text.at(place + 1) == en.OF and _is_event(text, place + 2)
    if not is_of and place + 1 < len(text.tokens):
        return None
    ends = anchor.closed(text.after(index), or_published=False)
    low, high = cal.shift(ends.low, number - 1, unit), cal.shift(ends.high, number, unit)
    wide = cal.shift(ends.wide_low, number - 1, unit), cal.shift(ends.wide_high, number, unit)
    return DateSpan(low, high, unit, *wide), len(text.tokens)


def _is_event(text: Text, index: int) -> bool:
    """Whether `the attack`, `his arrest in Bogotá` stands there to the end: what `relative_to` gives the date of."""
    words = text.tokens[index + 1 :]
    if text.at(index) not in en.OF_AN_EVENT or not 0 < len(words) <= MOST_OF_AN_EVENT:
        return False
    return all(kind == WORD and word not in en.NO_EVENT for kind, word, _, _ in words)
