"""Clock times beside a day: `15:30`, `3 p.m.`, `3:30 pm`, `noon`."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Text


class Clock(NamedTuple):
    """Minute of the day, the unit in which it is written (`hour` or `minute`), and the index behind it."""

    minute: int
    precision: str
    after: int


def parse_clock(text: Text, index: int) -> Clock | None:
    """The time of day at token `index`; raises `ReadingError` for one that does not exist."""
    if text.at(index) in en.CLOCK_WORDS:
        return Clock(en.CLOCK_WORDS[text.at(index)] * 60, "hour", index + 1)
    hour = text.integer(index, 2)
    if hour is None:
        return None
    minute, after, precision = 0, index + 1, "hour"
    minutes = text.integer(index + 2, 2) if text.at(index + 1) == ":" else None
    if minutes is not None:
        minute, after, precision = minutes, index + 3, "minute"
        if text.at(after) == ":" and text.integer(after + 1, 2) is not None:
            after += 2
    half = text.at(after)
    if half in (en.AM, en.PM):
        if not 1 <= hour <= 12:
            raise ReadingError(f"there is no {hour} {half}", nearest="15:30 or 3:30 pm")
        hour, after = hour % 12 + 12 * (half == en.PM), after + 1
    elif precision == "hour":
        return None
    if hour > 23 or minute > 59:
        raise ReadingError(f"there is no time {hour}:{minute:02d}", nearest="15:30 or 3:30 pm")
    return Clock(hour * 60 + minute, precision, after)
