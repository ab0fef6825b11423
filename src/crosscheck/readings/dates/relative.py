"""Dates that count from another one: "the following year", "a week later", "nearly two years ago"."""

from __future__ import annotations

from dataclasses import astuple

from crosscheck.model import Interval
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.anchors import A_DAY, Anchor, Closed
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.lexicon.en import dates as ed
from crosscheck.readings.numbers import rounding as hg
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.numbers.numerals import parse_number
from crosscheck.readings.numbers.rounding import FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import Phrases, Text

_FEW = Phrases.of(ed.FEW)
_HEDGES = Phrases(en.HEDGES)
_NEIGHBOURS = Phrases(ed.NEIGHBOURS)
_LATER = Phrases.of(ed.LATER)
_EARLIER = Phrases.of(ed.EARLIER)
_NAMED_DAYS = Phrases(ed.NAMED_DAYS)

MOST_UNITS = 10**6

Parsed = tuple[DateSpan, int] | None


def parse_relative(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The relative date at token `index`, counted from `anchor`, and the index after it."""
    for parse in (_named_day, _neighbour, _unit_then_neighbour, _shifted):
        found = parse(text, index, anchor)
        if found is not None:
            return found
    return None


def unit_at(text: Text, index: int) -> str | None:
    """The calendar unit that token `index` names, in the singular or plural."""
    return ed.CALENDAR_UNITS.get(text.at(index))


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
    start, side = index, text.at(index) if text.at(index) in (ed.EARLIER_THIS, ed.LATER_THIS) else ""
    index = text.skip(text.skip(index, ed.EARLIER_THIS, ed.LATER_THIS), "in")
    after_article = text.skip(index, "the")
    found = _NEIGHBOURS.at(text, after_article)
    unit = _one_at(text, found[1]) if found is not None else None
    if found is None or unit is None:
        return None
    words = text.between(start, found[1] + 1)
    # "next year" is said from the day of writing, "the next year" from what was told before.
    deictic = text.at(after_article) in ed.DEICTIC and after_article == index and text.at(index - 1) != "the"
    ends = anchor.closed(words, or_published=deictic)
    is_one = cal.floor(ends.low, unit) == cal.floor(ends.high - 1, unit)
    if not is_one and (side or (deictic and unit == "year")):
        raise ReadingError(f"{shown(words)} could be in two {unit}s; give relative_to", nearest=A_DAY)
    whole = _whole_unit(ends, unit, found[0])
    if not side:
        return whole, found[1] + 1
    if found[0]:
        raise ReadingError(f"{shown(words)} was not understood", nearest=f"{side} this {unit}")
    if side == ed.EARLIER_THIS:
        part = DateSpan(whole.low, ends.high, "day", whole.wide_low, ends.wide_high)
    else:
        part = DateSpan(ends.low, whole.high, "day", ends.wide_low, whole.wide_high)
    return part, found[1] + 1


def _unit_then_neighbour(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the day prior`, `the year before`, `the month after`."""
    unit = _one_at(text, text.skip(index, "the"))
    if text.at(index) != "the" or unit is None:
        return None
    count = ed.NEIGHBOUR_AFTER.get(text.at(index + 2))
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
    if hedge is not None and hedge[0] != hg.APPROX:
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
    ends = anchor.closed(text.between(start, found[1]), or_published=found[0] in ed.DEICTIC)
    if count is None:
        (near, far), (wide_near, wide_far) = (sorted(sign * n for n in few) for few in (FEW_STATED, FEW_ALLOWED))
        low, high = cal.shift(ends.low, near, unit), cal.shift(ends.high, far, unit)
        wide_low, wide_high = cal.shift(ends.wide_low, wide_near, unit), cal.shift(ends.wide_high, wide_far, unit)
        return DateSpan(low, high, unit, wide_low, wide_high), found[1]
    for number, part, _ in [(int(count.value), unit, 0), *smaller][:-1] if smaller else []:
        ends = Closed(*(cal.shift(minute, sign * number, part) for minute in astuple(ends)))
    if smaller:
        count, unit = exact(smaller[-1][0]), smaller[-1][1]
    span = hg.span(count, (hedge[0],) if hedge else (), hg.Axis(rounds=False), anchor.settings)
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


def _counted(ends: Closed, span: hg.Span, sign: int, unit: str) -> DateSpan:
    """The anchor, moved by all that a number of units leaves open, and as allowed by half a unit more."""
    low, high = _moved(ends.low, ends.high, span.stated, sign, unit)
    wide_low, wide_high = _moved(ends.wide_low, ends.wide_high, span.allowed, sign, unit)
    return DateSpan(
        low, high, unit,
        None if wide_low is None else _half(wide_low, unit, -1),
        None if wide_high is None else _half(wide_high, unit, 1),
    )  # fmt: skip


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
