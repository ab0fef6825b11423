"""One clock time: `15:30`, `3 p.m.`, `1515 GMT`, `five o'clock in the morning`, `half past three in the afternoon`.

clock = noon | four figures | minutes ("past" | "to") hour half | hour ("o'clock" half? | half) | hour ":" minute
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck.problems import shown
from crosscheck.readings.dates.moments import part_at
from crosscheck.readings.dates.zones import zone_at
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import FIGURE, Text

NEAREST = "15:30 or 3:30 pm"
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})")
NOON = 12
PART_IS_NEAR = 4
"""So many words may stand before the part of the day that says which nine o'clock is meant."""


class Clock(NamedTuple):
    """Minute of the day, the unit in which it is written (`hour` or `minute`), whether its half of the day is said."""

    minute: int
    precision: str
    after: int
    is_whole: bool = True


def parse_clock(text: Text, index: int, *, is_marked: bool = False, is_open: bool = False) -> Clock | None:
    """The clock time at token `index`; `is_open`: a bare "9" will do, whose half of the day another time gives.

    `is_marked`: four digits alone are a time ("at 1500"), else only before a zone or "hours".
    """
    if text.at(index) in en.CLOCK_WORDS:
        return Clock(en.CLOCK_WORDS[text.at(index)] * 60, "hour", index + 1)
    noon = text.skip(index + 1, *en.OCLOCK)
    if text.at(index) == "12" and en.CLOCK_WORDS.get(text.at(noon)) == NOON:
        return Clock(NOON * 60, "hour", noon + 1)
    if (military := _military(text, index, is_marked)) is not None:
        return military
    if (spoken := _spoken(text, index)) is not None:
        return spoken
    written = _written(text, index)
    if written is None:
        return None
    hour, minute, precision, after = written
    found = _of_half(text, after, hour, minute, precision)
    if found is not None:
        return found
    if precision == "hour" or is_open:
        return Clock(hour * 60 + minute, precision, after, is_whole=False) if is_open and 1 <= hour <= 12 else None
    return _checked(hour, minute, precision, after)


def _written(text: Text, index: int) -> tuple[int, int, str, int] | None:
    """`9`, `nine`, `9:15`, `9.15 (p.m.)`: hour, minute, precision, and the index behind them."""
    after = index + 1
    if text.token(index).kind != FIGURE:
        hour = en.CARDINALS.get(text.at(index), 0)
        return (hour, 0, "hour", after) if 1 <= hour <= NOON else None
    dotted = _DOTTED.fullmatch(text.at(index))
    if dotted is not None and text.at(after) in (en.AM, en.PM):
        return int(dotted[1]), int(dotted[2]), "minute", after
    whole = text.integer(index, 2)
    minutes = text.integer(index + 2, 2) if text.at(index + 1) == ":" else None
    if whole is None or minutes is None:
        return None if whole is None else (whole, 0, "hour", after)
    after = index + 3
    if text.at(after) == ":" and text.integer(after + 1, 2) is not None:
        after += 2
    return whole, minutes, "minute", after


def _of_half(text: Text, index: int, hour: int, minute: int, precision: str) -> Clock | None:
    """The time with the half of the day at token `index`: `p.m.`, `o'clock in the morning`, `at night`, `this evening`.

    Raises `ReadingError` for an "o'clock" without one.
    """
    place = text.skip(index, *en.OCLOCK)
    half = text.at(place)
    if half in (en.AM, en.PM):
        if not 1 <= hour <= NOON:
            raise ReadingError(f"there is no {hour} {half}", nearest=NEAREST)
        return _checked(hour % 12 + 12 * (half == en.PM), minute, precision, place + 1)
    part = _part_behind(text, place, is_far=place > index)
    if part is not None and 1 <= hour <= NOON:
        (_, _, first, last), after = part
        fitting = [at for at in (hour % 12, hour % 12 + 12) if first * 60 <= at * 60 + minute < last * 60]
        if len(fitting) == 1:
            return _checked(fitting[0], minute, precision, after)
    if place > index and hour > NOON:
        return _checked(hour, minute, precision, place)
    if place > index:
        raise ReadingError(
            f"which {hour} o'clock of the day is meant is not said", nearest=f"{hour} a.m. or {hour} p.m."
        )
    return None


def _part_behind(text: Text, index: int, *, is_far: bool) -> tuple[tuple[int, int, int, int], int] | None:
    """The hours of `in the morning`, `at night`, and the index behind it; of `this morning`, which is a date, its own.

    `is_far`: the part of the day may stand behind the name of the day ("five o'clock on Tuesday morning").
    """
    if text.at(index) in (en.IN, en.AT):
        part = part_at(text, text.skip(index + 1, "the"))
        if part is not None:
            return part
    last = index + PART_IS_NEAR if is_far else index + 1
    for place in range(index, last):
        part = part_at(text, place + 1)
        if part is not None and (is_far or text.at(index) in ("this", "that")):
            return part[0], index
    return None


def _spoken(text: Text, index: int) -> Clock | None:
    """`half past three in the afternoon`, `a quarter to four p.m.`, `ten past five p.m.`; raises `ReadingError`."""
    place = text.skip(index, *en.ARTICLES)
    figures = text.integer(place, 2)
    minutes = {en.HALF: 30, en.QUARTER: 15}.get(text.at(place)) or figures or en.CARDINALS.get(text.at(place), 0)
    joint = text.skip(place + 1, *en.MINUTES)
    is_named = text.at(place) == en.QUARTER or joint > place + 1
    joint = text.skip(joint, "-")
    is_to = text.at(joint) == en.TO and is_named
    written = _written(text, joint + 1) if is_to or text.at(joint) in en.PAST else None
    if written is None or written[2] != "hour" or not 0 < minutes < 60:
        return None
    hour, after = written[0], written[3]
    if is_to:
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    found = _of_half(text, after, hour, minutes, "minute")
    if found is None:
        said = text.between(index, after)
        raise ReadingError(
            f"in which half of the day {shown(said)} is, is not said", nearest=f"{hour}:{minutes:02d} p.m."
        )
    return found


def _checked(hour: int, minute: int, precision: str, after: int) -> Clock:
    if (hour > 23 or minute > 59) and (hour, minute) != (24, 0):
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
    if not (is_marked or has_hours or (text.at(index + 1) != "(" and zone_at(text, index + 1)[1])):
        return None
    return _checked(int(written[:2]), int(written[2:]), "minute", index + 1 + has_hours)
