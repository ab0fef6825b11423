"""Dates that count from another one: "the following year", "two years ago", "in three days"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from crosscheck.model import Interval
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import A_DAY, Anchor, Closed, DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import parse_number, rounding
from crosscheck.readings.numbers.number import Number, exact, nonzero_place
from crosscheck.readings.numbers.rounding import FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import Phrases, Text

_FEW = Phrases.of(en.FEW)
_TWO_OR_SO = Phrases.of(en.TWO_OR_SO)
_HEDGES = Phrases(en.HEDGES)
_NEIGHBOURS = Phrases(en.NEIGHBOURS)
_LATER = Phrases.of(en.LATER)
_EARLIER = Phrases.of(en.EARLIER)
_NAMED_DAYS = Phrases(en.NAMED_DAYS)
_FEW_DAYS_AGO = Phrases.of(en.A_FEW_DAYS_AGO)
_SO_FAR = Phrases.of(en.SO_FAR)

MOST_UNITS, MOST_YEARS, MOST_PARTS = 10**6, 14 * 10**9, 100
"""As many years as the universe is old."""
_OF_A_RELATIVE = frozenset(en.CALENDAR_UNITS).union(*(phrase.split() for phrase in en.NAMED_DAYS))
_YEARS_IN = {"decade": 10, "century": 100}

Parsed = tuple[DateSpan, int] | None


def parse_relative(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The relative date at token `index`, counted from `anchor`, and the index after it."""
    if text.words.isdisjoint(_OF_A_RELATIVE):
        return None
    for parse in (_named_day, _neighbour, _unit_then_neighbour, _shifted):
        found = parse(text, index, anchor)
        if found is not None:
            return found
    return None


def unit_at(text: Text, index: int) -> str | None:
    """The calendar unit that token `index` names, in the singular or plural."""
    return en.CALENDAR_UNITS.get(text.at(index))


def _one_at(text: Text, index: int) -> str | None:
    """One calendar unit; a fortnight is none, since nobody says when it begins."""
    return text.at(index) if unit_at(text, index) == text.at(index) != "fortnight" else None


def _named_day(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`yesterday`, `today`, `tomorrow`; `the other day`, which is a few days ago."""
    few = _FEW_DAYS_AGO.at(text, index)
    if few is not None:
        offset = Offset(_between(*FEW_STATED), _between(*FEW_ALLOWED), "day", few[1], is_plain=False)
        return moved_by(anchor.closed(few[0], or_published=True), offset, -1), few[1]
    found = _NAMED_DAYS.at(text, index)
    if found is None:
        return None
    ends = anchor.closed(text.between(index, found[1]), or_published=True)
    return whole_unit(ends, "day", found[0]), found[1]


def _neighbour(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the following year`, `that same day`, `last month`, `earlier this month`."""
    start, side = index, text.at(index) if text.at(index) in (en.EARLIER_THIS, en.LATER_THIS) else ""
    if _SO_FAR.at(text, index) is not None:
        side, index = en.EARLIER_THIS, index + 2
    index = text.skip(text.skip(index, en.EARLIER_THIS, en.LATER_THIS), "in")
    after_article = text.skip(index, "the")
    found = _NEIGHBOURS.at(text, after_article)
    unit = _one_at(text, found[1]) if found is not None else None
    if found is None or unit is None:
        return None
    words = text.between(start, found[1] + 1)
    # "next year" is said from the day of writing, "the next year" from what was said before.
    is_behind_article = after_article > index or text.at(index - 1) == "the"
    word = text.at(after_article)
    deictic = word in en.CURRENT or (word in en.DEICTIC and not is_behind_article)
    ends = anchor.closed(words, or_published=deictic)
    is_one = cal.floor(ends.low, unit) == cal.floor(ends.high - 1, unit)
    if not is_one and (side or (deictic and unit == "year")):
        raise ReadingError(f"{shown(words)} could be in two {unit}s; give relative_to", nearest=A_DAY)
    whole = whole_unit(ends, unit, found[0])
    if not side:
        # "the next decade" may be the next ten years.
        is_rolling = unit in _YEARS_IN and word in en.MAYBE_ROLLING
        return or_rolling(whole, unit, found[0], ends) if is_rolling else whole, found[1] + 1
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
    if count < 0 and text.at(index + 3) in en.LAST_NIGHT:
        # "the year before last"
        ends = anchor.closed(text.between(index, index + 4), or_published=True)
        return whole_unit(ends, unit, count - 1), index + 4
    ends = anchor.closed(text.between(index, index + 3), or_published=False)
    return whole_unit(ends, unit, count), index + 3


def whole_unit(ends: Closed, unit: str, count: int) -> DateSpan:
    """The calendar unit so many units away; from an anchor that spans several, all that may be meant."""

    def start(minute: int) -> int:
        return cal.shift(cal.floor(minute, unit), count, unit)

    def end(minute: int) -> int:
        return cal.shift(cal.floor(minute - 1, unit), count + 1, unit)

    return DateSpan(start(ends.low), end(ends.high), unit, start(ends.wide_low), end(ends.wide_high))


def or_rolling(whole: DateSpan, unit: str, side: int, ends: Closed) -> DateSpan:
    """The calendar unit beside a date, allowed to be as long a time that ends or begins with that date."""
    minute = ends.wide_low if side < 0 else ends.wide_high
    first, last = sorted((minute, cal.shift(minute, side, unit)))
    return whole.allowing(DateSpan.exact(first, last, "day"))


class Offset(NamedTuple):
    """How many units a date is moved by, stated and allowed; `is_plain`: half a unit more is allowed.

    `round_count` is a round figure as written, which only "ago" states as wide as it is round.
    """

    stated: Interval
    allowed: Interval
    unit: str
    after: int
    is_plain: bool = True
    round_count: Fraction | None = None

    def as_written(self) -> Offset:
        """The same, a round figure stated as it is."""
        return self if self.round_count is None else self._replace(stated=_between(self.round_count, self.round_count))


def _shifted(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`a week later`, `days later`, `a few weeks earlier`, `nearly two years ago`, `two or three weeks later`."""
    several = _several(text, index, anchor)
    if several is not None:
        return several
    offset = offset_at(text, index, anchor)
    later, earlier = (_LATER.at(text, offset.after), _EARLIER.at(text, offset.after)) if offset else (None, None)
    found = later or earlier
    if offset is None or found is None:
        return None
    sign = 1 if later else -1
    ends = anchor.closed(text.between(index, found[1]), or_published=found[0] in en.DEICTIC)
    span = moved_by(ends, offset if found[0] == en.AGO else offset.as_written(), sign)
    return _never_after(span, ends, found[0]), found[1]


def parse_ahead(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`in three days`, `in two weeks' time`: as long after the day of writing."""
    is_ahead = text.at(index) == en.IN and not text.words.isdisjoint(en.CALENDAR_UNITS)
    offset = offset_at(text, index + 1, anchor) if is_ahead else None
    if offset is None or offset.unit == "century":
        return None
    after = text.skip(text.skip(offset.after, "'"), *en.TIME_AHEAD)
    if after < len(text.tokens):
        return None
    return moved_by(anchor.closed(text.between(index, after), or_published=True), offset, 1), after


def _never_after(span: DateSpan, ends: Closed, word: str) -> DateSpan:
    return replace(span, latest=ends.wide_high).capped() if word == en.AGO else span


def _several(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`two years and three months later`: each of the units is moved by."""
    counted = parse_count(text, index)
    unit = unit_at(text, counted[1]) if counted is not None else None
    if counted is None or counted[0] is None or unit is None:
        return None
    smaller = _smaller(text, counted[1] + 1)
    later, earlier = (_LATER.at(text, smaller[-1][2]), _EARLIER.at(text, smaller[-1][2])) if smaller else (None, None)
    found = later or earlier
    if found is None:
        return None
    sign = 1 if later else -1
    ends = anchor.closed(text.between(index, found[1]), or_published=found[0] in en.DEICTIC)
    for number, part, _ in [(int(counted[0].value), unit, 0), *smaller][:-1]:
        ends = ends.shifted(sign * number, part)
    point = _between(smaller[-1][0], smaller[-1][0])
    return moved_by(ends, Offset(point, point, smaller[-1][1], found[1]), sign), found[1]


def offset_at(text: Text, index: int, anchor: Anchor) -> Offset | None:
    """How many of which unit stand at token `index`, with the hedge before them."""
    hedge = _HEDGES.at(text, index)
    hedge = hedge if hedge is not None and hedge[0] != rounding.APPROX else None
    if hedge is not None:
        counted = parse_count(text, hedge[1])
        unit = unit_at(text, counted[1]) if counted is not None else None
        if counted is None or counted[0] is None or unit is None:
            return None
        number = counted[0].times(_YEARS_IN.get(unit, 1))
        span = rounding.span(number, (hedge[0],), rounding.Axis(rounds=False), anchor.settings)
        return Offset(span.stated, span.allowed, "year" if unit in _YEARS_IN else unit, counted[1] + 1)
    index = text.skip(index, *en.MERELY)
    couple, few = _TWO_OR_SO.at(text, index), _FEW.at(text, index)
    if couple is not None and (unit := unit_at(text, couple[1])):
        return Offset(_between(2, 2), _between(Fraction(3, 2), 3), unit, couple[1] + 1, is_plain=False)
    bare = unit_at(text, index) if text.at(index).endswith("s") else None
    if bare or (few is not None and unit_at(text, few[1])):
        unit = bare or unit_at(text, few[1] if few is not None else index)
        after = index if bare or few is None else few[1]
        return Offset(_between(*FEW_STATED), _between(*FEW_ALLOWED), unit or "", after + 1, is_plain=False)
    return _halves(text, index) or _figured(text, index)


def _between(low: Fraction | int, high: Fraction | int) -> Interval:
    return Interval(Fraction(low), Fraction(high), True, True)


def _halves(text: Text, index: int) -> Offset | None:
    """`half a year`, `a year and a half`."""
    half = Fraction(1, 2)
    if text.at(index) == en.HALF and text.at(index + 1) in en.ARTICLES and (unit := unit_at(text, index + 2)):
        if unit in _YEARS_IN:
            return _rounded(half, unit, index + 3)
        quarter = half / 2
        return Offset(_between(half, half), _between(quarter, half + quarter), unit, index + 3, is_plain=False)
    unit = unit_at(text, index + 1) if text.at(index) in (*en.ARTICLES, en.ONE) else None
    behind = [text.at(place) for place in range(index + 2, index + 5)]
    if unit is None or behind[0] != en.AND or behind[1] not in en.ARTICLES or behind[2] != en.HALF:
        return None
    return Offset(_between(1 + half, 1 + half), _between(1 + half, 1 + half), unit, index + 5)


def _figured(text: Text, index: int) -> Offset | None:
    """`two`, `2.5`, `two or three`, `500`: as round as it is, so wide is the date."""
    first = _number(text, index)
    if first is None:
        return None
    low, place = first
    second = _number(text, place + 1) if text.at(place) in en.OR_SO_MANY else None
    if second is not None and second[0] > low and (unit := unit_at(text, second[1])):
        return Offset(_between(low, second[0]), _between(low, second[0]), unit, second[1] + 1)
    unit = unit_at(text, place)
    if unit is None:
        return None
    return _rounded(low, unit, place + 1)


def _rounded(count: Fraction, unit: str, after: int) -> Offset:
    """A number of units; of a round one it is stated by 5 % more or less, and allowed by 10 % and one unit."""
    size = _YEARS_IN.get(unit, 1)
    value = count * size
    is_round = value.denominator == 1 and value >= 10 and (value % 10 == 0 or value % 25 == 0)
    if not is_round:
        return Offset(_between(count, count), _between(count, count), unit, after)
    half = nonzero_place(int(value), Fraction(1)) / 2 if value % 10 == 0 else Fraction(5, 2)
    stated = min(half, value / 20) / size
    allowed = (min(half, value / 10) + 1) / size
    if count.denominator == 1:
        allowed = max(Fraction(1, 2), allowed)
    wide = _between(count - allowed, count + allowed)
    return Offset(_between(count - stated, count + stated), wide, unit, after, is_plain=False, round_count=count)


def _number(text: Text, index: int) -> tuple[Fraction, int] | None:
    """A number of units, whole or not, and the index behind it; "a" is one."""
    parsed = parse_number(text, index)
    if parsed is not None and parsed[0].value.denominator <= MOST_PARTS:
        place = text.skip(parsed[1], "-") if unit_at(text, parsed[1] + 1) else parsed[1]
        return (parsed[0].value, place) if 0 < parsed[0].value < _most(text, place) else None
    return (Fraction(1), index + 1) if text.at(index) in en.ARTICLES else None


def _most(text: Text, index: int) -> int:
    """So many of the unit at token `index` are counted at most."""
    return MOST_YEARS if unit_at(text, index) == "year" else MOST_UNITS


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


def moved_by(ends: Closed, offset: Offset, sign: int) -> DateSpan:
    """The anchor, moved by all that a number of units leaves open, and as allowed by half a unit more."""
    unit = offset.unit
    low, high = _moved(ends.low, ends.high, offset.stated, sign, unit)
    wide_low, wide_high = _moved(ends.wide_low, ends.wide_high, offset.allowed, sign, unit)
    if offset.is_plain:
        wide_low = None if wide_low is None else _half(wide_low, unit, -1)
        wide_high = None if wide_high is None else _half(wide_high, unit, 1)
    # What is later is never before the anchor, however wide its unit.
    if sign > 0 and wide_low is not None:
        wide_low = max(wide_low, ends.wide_low)
    if sign < 0 and wide_high is not None:
        wide_high = min(wide_high, ends.wide_high)
    zone = ends.zone if cal.MINUTES_IN.get(unit, cal.MINUTES_A_DAY) < cal.MINUTES_A_DAY else None
    precision = "year" if unit in _YEARS_IN and not offset.is_plain else unit
    return DateSpan(low, high, precision, wide_low, wide_high, zone)


def _moved(low: int, high: int, span: Interval, sign: int, unit: str) -> tuple[int | None, int | None]:
    first, last = (span.low, span.high) if sign > 0 else (span.high, span.low)
    return (
        None if first is None else cal.shift_by(low, sign * first, unit),
        None if last is None else cal.shift_by(high, sign * last, unit),
    )


def parse_count(text: Text, index: int) -> tuple[Number | None, int] | None:
    """How many units are counted (None: a few) and the index of the unit."""
    index = text.skip(index, *en.MERELY)
    few = _FEW.at(text, index)
    if few is not None and unit_at(text, few[1]):
        return None, few[1]
    if text.at(index).endswith("s") and unit_at(text, index):
        return None, index
    parsed = parse_number(text, index)
    if parsed is not None and parsed[0].value.denominator == 1:
        place = text.skip(parsed[1], "-")
        return (parsed[0], place) if 0 < parsed[0].value < _most(text, place) else None
    return (exact(1), index + 1) if text.at(index) in en.ARTICLES else None


def _half(minute: int, unit: str, side: int) -> int:
    """`minute` moved by half of a calendar unit."""
    if unit in cal.MINUTES_IN:
        return minute + side * cal.MINUTES_IN[unit] // 2
    months, odd = divmod(cal.MONTHS_IN[unit], 2)
    return cal.shift(minute, side * months, "month") + side * odd * 15 * cal.MINUTES_A_DAY
