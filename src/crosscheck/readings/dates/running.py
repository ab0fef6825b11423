"""Parts of the unit in which the anchor lies: `the end of the year`, `midweek`, `earlier in May`."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.days import AnyDate, settled
from crosscheck.readings.dates.relative import unit_at
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.dates.years import REACHES
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import FIGURE, Phrases, Text

_UNIT_THIRDS = Phrases(en.UNIT_THIRDS)
_RUNNING = frozenset({"week", "month", "quarter", "year", "decade"})

Parsed = tuple[DateSpan, int] | None


def running(anchor: Anchor, unit: str, words: str) -> DateSpan:
    """The calendar unit in which the anchor lies."""
    ends = anchor.closed(words, or_published=True)
    low = cal.floor(ends.wide_low, unit)
    if low != cal.floor(ends.wide_high - 1, unit):
        raise ReadingError(f"{words} could be of two {unit}s", nearest="the end of 2025")
    return DateSpan.exact(low, cal.shift(low, 1, unit), unit)


def running_unit(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The year of "the first half of the year": that in which the anchor lies."""
    unit = unit_at(text, index + 1) if text.at(index) == "the" else None
    behind = text.at(index + 2)
    if unit is None or unit != text.at(index + 1) or unit not in _RUNNING or behind in en.NEIGHBOUR_AFTER:
        return None
    if text.token(index + 2).kind == FIGURE or REACHES.at(text, index + 2) is not None:
        return None
    return running(anchor, unit, text.between(index, index + 2)), index + 2


def running_end(text: Text, index: int, after: int, third: int, anchor: Anchor, side: str) -> Parsed:
    """`by the end of the year`, `year-end`, `midweek`, `late in the month`: of the anchor's unit, up to its `side`."""
    found = _UNIT_THIRDS.at(text, index)
    unit = found[0] if found is not None else None
    place = after if unit is not None else text.skip(after, "the")
    if unit is None:
        is_joined = place > after or text.is_hyphen(after)
        place = place if place > after else text.skip(after, "-")
        unit = unit_at(text, place) if is_joined else None
        after = place + 1
    if unit is None or unit not in _RUNNING:
        return None
    whole = running(anchor, unit, text.between(index, after))
    return (end_of(whole, side) if side else whole.third(third)), after


def side_of(text: Text, index: int, anchor: Anchor, below: Callable[[int], tuple[AnyDate, int] | None]) -> Parsed:
    """`earlier in May`, `later in 2025`, `earlier in the year`: before or after the anchor, which lies in it."""
    if text.at(index) not in (en.EARLIER_THIS, en.LATER_THIS) or text.at(index + 1) != en.IN:
        return None
    place = text.skip(index + 2, "the")
    unit = unit_at(text, place) if place > index + 2 else None
    if unit is not None and text.at(place) == unit:
        whole, after = running(anchor, unit, text.between(index, place + 1)), place + 1
    else:
        found = below(index + 2)
        if found is None:
            return None
        whole, after = settled(found[0], anchor), found[1]
    words = text.between(index, after)
    ends = anchor.closed(words, or_published=True)
    if whole.low is None or whole.high is None or not whole.low <= ends.wide_low <= ends.wide_high <= whole.high:
        raise ReadingError(f"{shown(words)} counts from a date in it; give relative_to", nearest="May 2025")
    if text.at(index) == en.EARLIER_THIS:
        return DateSpan(whole.low, ends.high, "day", whole.low, ends.wide_high), after
    return DateSpan(ends.low, whole.high, "day", ends.wide_low, whole.high), after


def end_of(span: DateSpan, side: str) -> DateSpan:
    """Behind a bound ("by the end of 2015") an end is the first or last day itself."""
    if span.low is None or span.high is None:
        raise ReadingError("the end of a stretch that is open")
    day = cal.MINUTES_A_DAY
    if side == "end":
        return DateSpan.exact(span.high - day, span.high, "day")
    return DateSpan.exact(span.low, span.low + day, "day")
