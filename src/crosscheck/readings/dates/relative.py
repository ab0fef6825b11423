"""Dates that count from another one: "the following year", "two years ago", and relative windows: "the past week"."""

from __future__ import annotations

from dataclasses import astuple

from crosscheck.model import Interval
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import A_DAY, Anchor, Closed, DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import parse_number, rounding
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.numbers.rounding import FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import Phrases, Text

_FEW = Phrases.of(en.FEW)
_HEDGES = Phrases(en.HEDGES)
_NEIGHBOURS = Phrases(en.NEIGHBOURS)
_LATER = Phrases.of(en.LATER)
_EARLIER = Phrases.of(en.EARLIER)
_NAMED_DAYS = Phrases(en.NAMED_DAYS)
_WINDOWS = Phrases(en.RELATIVE_WINDOWS)
_AFTER = Phrases(en.NEIGHBOUR_AFTER)

MOST_UNITS = 10**6

Parsed = tuple[DateSpan, int] | None
Counted = tuple[int | None, str, int]
"""How many units (None: a few), which, and the index behind them."""


def parse_relative(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The relative date at token `index`, counted from `anchor`, and the index after it."""
    for parse in (_named_day, _neighbour, _unit_then_neighbour, _shifted):
        found = parse(text, index, anchor)
        if found is not None:
            return found
    return None


def unit_at(text: Text, index: int) -> str | None:
    """The calendar unit that token `index` names, in the singular or plural."""
    return en.CALENDAR_UNITS.get(text.at(index))


def _one_at(text: Text, index: int) -> str | None:
    return text.at(index) if unit_at(text, index) == text.at(index) else None


def _named_day(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`yesterday`, `today`, `tomorrow`."""
    found = _NAMED_DAYS.at(text, index)
    if found is None:
        return None
    ends = anchor.closed(text.between(index, found[1]), or_published=True)
    return _whole_unit(ends, "day", found[0]), found[1]


def _neighbour(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the following year`, `that same day`, `last month`, `earlier this month`."""
    start, side = index, text.at(index) if text.at(index) in (en.EARLIER_THIS, en.LATER_THIS) else ""
    index = text.skip(text.skip(index, en.EARLIER_THIS, en.LATER_THIS), "in")
    after_article = text.skip(index, "the")
    found = _NEIGHBOURS.at(text, after_article)
    unit = _one_at(text, found[1]) if found is not None else None
    if found is None or unit is None:
        return None
    words = text.between(start, found[1] + 1)
    # "next year" is said from the day of writing, "the next year" from what was said before.
    deictic = text.at(after_article) in en.DEICTIC and after_article == index and text.at(index - 1) != "the"
    ends = anchor.closed(words, or_published=deictic)
    is_one = cal.floor(ends.low, unit) == cal.floor(ends.high - 1, unit)
    if not is_one and (side or (deictic and unit == "year")):
        raise ReadingError(f"{shown(words)} could be in two {unit}s; give relative_to", nearest=A_DAY)
    whole = _whole_unit(ends, unit, found[0])
    if not side:
        return whole, found[1] + 1
    if found[0]:
        raise ReadingError(f"{shown(words)} was not understood", nearest=f"{side} this {unit}")
    if side == en.EARLIER_THIS:
        part = DateSpan(whole.low, ends.high, "day", whole.wide_low, ends.wide_high)
    else:
        part = DateSpan(ends.low, whole.high, "day", ends.wide_low, whole.wide_high)
    return part, found[1] + 1


def _unit_then_neighbour(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the day prior`, `the year before`, `the month after`."""
    unit = _one_at(text, text.skip(index, "the"))
    if text.at(index) != "the" or unit is None:
        return None
    count = en.NEIGHBOUR_AFTER.get(text.at(index + 2))
    if count is None:
        return None
    ends = anchor.closed(text.between(index, index + 3), or_published=False)
    return _whole_unit(ends, unit, count), index + 3


def _whole_unit(ends: Closed, unit: str, count: int) -> DateSpan:
    """The calendar unit so many units away; from an anchor that spans several, all that may be meant."""

    def start(minute: int) -> int:
        return cal.shift(cal.floor(minute, unit), count, unit)

    def end(minute: int) -> int:
        return cal.shift(cal.floor(minute - 1, unit), count + 1, unit)

    return DateSpan(start(ends.low), end(ends.high), unit, start(ends.wide_low), end(ends.wide_high))


def _shifted(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`a week later`, `days later`, `a few weeks earlier`, `nearly two years ago`, `more than a decade later`."""
    start = index
    hedge = _HEDGES.at(text, index)
    if hedge is not None and hedge[0] != rounding.APPROX:
        index = hedge[1]
    else:
        hedge = None
    counted = parse_count(text, index)
    if counted is None:
        return None
    count, index = counted
    unit = unit_at(text, index)
    smaller = _smaller(text, index + 1) if unit is not None and count is not None else []
    index = smaller[-1][2] if smaller else index + 1
    later, earlier = _LATER.at(text, index), _EARLIER.at(text, index)
    found = later or earlier
    if unit is None or found is None or (hedge is not None and (count is None or smaller)):
        return None
    sign = 1 if later else -1
    ends = anchor.closed(text.between(start, found[1]), or_published=found[0] in en.DEICTIC)
    if count is None:
        (near, far), (wide_near, wide_far) = (sorted(sign * n for n in few) for few in (FEW_STATED, FEW_ALLOWED))
        low, high = cal.shift(ends.low, near, unit), cal.shift(ends.high, far, unit)
        wide_low, wide_high = cal.shift(ends.wide_low, wide_near, unit), cal.shift(ends.wide_high, wide_far, unit)
        return DateSpan(low, high, unit, wide_low, wide_high), found[1]
    for number, part, _ in [(int(count.value), unit, 0), *smaller][:-1] if smaller else []:
        ends = Closed(*(cal.shift(minute, sign * number, part) for minute in astuple(ends)))
    if smaller:
        count, unit = exact(smaller[-1][0]), smaller[-1][1]
    span = rounding.span(count, (hedge[0],) if hedge else (), rounding.Axis(rounds=False), anchor.settings)
    return _counted(ends, span, sign, unit), found[1]


def _smaller(text: Text, index: int) -> list[tuple[int, str, int]]:
    """The further units of "two years and three months later": how many of which, and the index behind each."""
    found: list[tuple[int, str, int]] = []
    while True:
        counted = parse_count(text, text.skip(text.skip(index, ","), en.AND))
        unit = unit_at(text, counted[1]) if counted is not None else None
        if counted is None or counted[0] is None or unit is None:
            return found
        index = counted[1] + 1
        found.append((int(counted[0].value), unit, index))


def _counted(ends: Closed, span: rounding.Span, sign: int, unit: str) -> DateSpan:
    """The anchor, moved by all that a number of units leaves open, and as allowed by half a unit more."""
    low, high = _moved(ends.low, ends.high, span.stated, sign, unit)
    wide_low, wide_high = _moved(ends.wide_low, ends.wide_high, span.allowed, sign, unit)
    return DateSpan(
        low,
        high,
        unit,
        None if wide_low is None else _half(wide_low, unit, -1),
        None if wide_high is None else _half(wide_high, unit, 1),
    )


def _moved(low: int, high: int, span: Interval, sign: int, unit: str) -> tuple[int | None, int | None]:
    first, last = (span.low, span.high) if sign > 0 else (span.high, span.low)
    return (
        None if first is None else cal.shift_by(low, sign * first, unit),
        None if last is None else cal.shift_by(high, sign * last, unit),
    )


def parse_count(text: Text, index: int) -> tuple[Number | None, int] | None:
    """How many units are counted (None: a few) and the index of the unit."""
    index = text.skip(index, "just")
    few = _FEW.at(text, index)
    if few is not None and unit_at(text, few[1]):
        return None, few[1]
    if text.at(index).endswith("s") and unit_at(text, index):
        return None, index
    parsed = parse_number(text, index)
    if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value < MOST_UNITS:
        return parsed[0], text.skip(parsed[1], "-")
    return (exact(1), index + 1) if text.at(index) in en.ARTICLES else None


def _half(minute: int, unit: str, side: int) -> int:
    """`minute` moved by half of a calendar unit."""
    if unit in cal.MINUTES_IN:
        return minute + side * cal.MINUTES_IN[unit] // 2
    months, odd = divmod(cal.MONTHS_IN[unit], 2)
    return cal.shift(minute, side * months, "month") + side * odd * 15 * cal.MINUTES_A_DAY


def parse_window(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the past two weeks`, `the prior months`, `the two years before`: what lies before or after the anchor.

    So many units end where the anchor begins, or begin where it ends. They are allowed to reach over the anchor and one
    unit further; a few units are as many as in "a few weeks later".
    """
    start = text.skip(index, "the")
    side = _WINDOWS.at(text, start)
    counted = _units(text, side[1]) if side is not None else None
    if side is not None and counted is not None:
        is_window = counted[0] != 1 or text.at(side[1] - 1) in en.ROLLING
        return _window(text, index, counted, side[0], anchor) if is_window else None
    counted = _units(text, start) if start > index else None
    if counted is None:
        return None
    after = _AFTER.at(text, counted[2])
    if after is None or counted[0] == 1:
        return None
    return _window(text, index, (counted[0], counted[1], after[1]), after[0], anchor)


def _units(text: Text, index: int) -> Counted | None:
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
    counted = _units(text, index + 1) if text.at(index) == en.WITHIN else None
    if counted is None:
        return None
    count, unit, after = counted
    ends = anchor.closed(text.between(index, after), or_published=False)
    far, wide = (FEW_STATED[1], FEW_ALLOWED[1]) if count is None else (count, count)
    high, wide_high = cal.shift(ends.high, far, unit), cal.shift(ends.wide_high, wide, unit)
    return DateSpan(ends.low, high, unit, ends.wide_low, wide_high), after
