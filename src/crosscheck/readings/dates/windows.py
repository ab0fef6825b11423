"""Stretches of time beside another date: `the past two weeks`, `the prior months`, `within a week`."""

from __future__ import annotations

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.relative import parse_count, unit_at
from crosscheck.readings.dates.spans import Anchor, DateSpan
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers.number import exact
from crosscheck.readings.numbers.rounding import FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import Phrases, Text

_WINDOWS = Phrases(en.RELATIVE_WINDOWS)
_AFTER = Phrases(en.NEIGHBOUR_AFTER)

Parsed = tuple[DateSpan, int] | None
Counted = tuple[int | None, str, int]
"""How many units (None: a few), which, and the index behind them."""


def parse_window(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the past two weeks`, `the prior months`, `the two years before`: what lies before or after the anchor.

    So many units end where the anchor begins, or begin where it ends. They are allowed to reach over the anchor and one
    unit further; a few units are as many as in "a few weeks later".
    """
    if text.words.isdisjoint(en.CALENDAR_UNITS):
        return None
    start = text.skip(index, "the")
    side = _WINDOWS.at(text, start)
    counted = units_at(text, side[1]) if side is not None else None
    if side is not None and counted is not None:
        is_window = counted[0] != 1 or counted[1] == "fortnight" or text.at(side[1] - 1) in en.ROLLING
        return _window(text, index, counted, side[0], anchor) if is_window else None
    counted = units_at(text, start) if start > index else None
    if counted is None:
        return None
    after = _AFTER.at(text, counted[2])
    if after is None or counted[0] == 1:
        return None
    return _window(text, index, (counted[0], counted[1], after[1]), after[0], anchor)


def units_at(text: Text, index: int) -> Counted | None:
    counted = parse_count(text, index)
    number, place = counted if counted is not None else (exact(1), index)
    unit = unit_at(text, place)
    return None if unit is None else (None if number is None else int(number.value), unit, place + 1)


def _window(text: Text, index: int, counted: Counted, side: int, anchor: Anchor) -> tuple[DateSpan, int]:
    count, unit, after = counted
    is_deictic = any(token.text in en.DEICTIC for token in text.tokens[index:after])
    ends = anchor.closed(text.between(index, after), or_published=is_deictic)
    far = FEW_STATED[1] if count is None else count
    wide = FEW_ALLOWED[1] if count is None else count + 1
    if side < 0:
        low, wide_low = cal.shift(ends.low, -far, unit), cal.shift(ends.wide_low, -wide, unit)
        return DateSpan(low, ends.low, unit, wide_low, ends.wide_high), after
    high, wide_high = cal.shift(ends.high, far, unit), cal.shift(ends.wide_high, wide, unit)
    return DateSpan(ends.high, high, unit, ends.wide_low, wide_high), after


def parse_within(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`within days`, `within two weeks`: from the anchor up to so many units after it."""
    counted = units_at(text, index + 1) if text.at(index) == en.WITHIN else None
    if counted is None:
        return None
    count, unit, after = counted
    ends = anchor.closed(text.between(index, after), or_published=False)
    far, wide = (FEW_STATED[1], FEW_ALLOWED[1]) if count is None else (count, count)
    high, wide_high = cal.shift(ends.high, far, unit), cal.shift(ends.wide_high, wide, unit)
    return DateSpan(ends.low, high, unit, ends.wide_low, wide_high), after
