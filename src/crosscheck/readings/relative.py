"""Dates that count from another one: "the following year", "a week later", "January 3", "earlier this month"."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.problems import shown
from crosscheck.readings import calendar as cal
from crosscheck.readings import english as en
from crosscheck.readings.moments import Moment
from crosscheck.readings.numerals import parse_number
from crosscheck.readings.tokens import Phrases, Text
from crosscheck.readings.unreadable import Unreadable

_FEW = Phrases(en.FEW)
_NEIGHBOURS = Phrases(en.NEIGHBOURS)
_LATER = Phrases(en.LATER)
_EARLIER = Phrases(en.EARLIER)
_NAMED_DAYS = Phrases(en.NAMED_DAYS)

FEW_STATED, FEW_ALLOWED = (2, 6), (1, 10)
"""How many units "days later" and "a few weeks earlier" are."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date counts from: the moment of `relative_to`, else of the publication."""

    relative_to: Moment | None = None
    published: Moment | None = None

    @property
    def moment(self) -> Moment | None:
        return self.relative_to or self.published

    def required(self, words: str) -> Moment:
        if self.moment is None:
            raise Unreadable(f"{shown(words)} counts from another date; give relative_to, or published of the source")
        return self.moment

    def bounds(self, words: str) -> tuple[int, int, int, int]:
        """Stated and allowed low and high of the anchor, none of them open."""
        moment = self.required(words)
        ends = (moment.low, moment.high, moment.wide_low, moment.wide_high)
        if any(end is None for end in ends):
            raise Unreadable(f"{shown(words)} counts from a date that is open on one side; give relative_to")
        return ends  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, season or third of a month without its year."""

    month: int
    day: int | None
    grain: str
    third: int | None = None

    @property
    def words(self) -> str:
        name = en.MONTH_NAMES[self.month - 1]
        return f"{name} {self.day}" if self.day else name

    def in_year(self, year: int) -> Moment:
        from crosscheck.readings.dates import third_of

        if self.day is not None and self.day > cal.days_in_month(year, self.month):
            raise Unreadable(f"{year} has no {self.words}")
        moment = Moment.unit(self.grain, year, self.month, self.day or 1)
        if self.third is not None:
            return third_of(moment, self.third)
        return moment.widened(1, "month") if self.grain == "season" else moment

    def settle(self, anchor: Anchor) -> Moment:
        """The last one that does not begin after the anchor; refused where the anchor leaves two years open."""
        if anchor.moment is None:
            raise Unreadable(f"{self.words} has no year", nearest=f"{self.words} 2025, or give relative_to")
        low, high, _, _ = anchor.bounds(self.words)
        years = {self._last_year(low), self._last_year(high - 1)}
        if len(years) > 1:
            first, last = min(years), max(years)
            raise Unreadable(f"{self.words} could be of {first} or {last}; give relative_to, or the year in read_as")
        return self.in_year(years.pop())

    def _last_year(self, minute: int) -> int:
        year = cal.date_of(minute // cal.MINUTES_A_DAY)[0]
        day = self.day or 1
        return year if cal.minutes(year, self.month, day) <= minute else year - 1


def parse_relative(text: Text, index: int, anchor: Anchor) -> tuple[Moment, int] | None:
    """The relative date at token `index`, counted from `anchor`, and the index after it."""
    for parse in (_named_day, _neighbour, _unit_then_neighbour, _shifted):
        found = parse(text, index, anchor)
        if found is not None:
            return found
    return None


def _unit_at(text: Text, index: int) -> str | None:
    return en.CALENDAR_UNITS.get(text.tokens[index].text) if index < len(text.tokens) else None


def _named_day(text: Text, index: int, anchor: Anchor) -> tuple[Moment, int] | None:
    found = _NAMED_DAYS.at(text, index)
    if found is None:
        return None
    return _whole_unit(anchor, text.between(index, found[1]), "day", found[0]), found[1]


def _neighbour(text: Text, index: int, anchor: Anchor) -> tuple[Moment, int] | None:
    """`the following year`, `that same day`, `last month`, `earlier this month`."""
    start = index
    word = text.tokens[index].text if index < len(text.tokens) else ""
    side = word if word in (en.EARLIER_THIS | en.LATER_THIS) else ""
    index += bool(side)
    index += index < len(text.tokens) and text.tokens[index].text in ("in", "the")
    found = _NEIGHBOURS.at(text, index)
    if found is None:
        return None
    count, after = found
    unit = _unit_at(text, after)
    if unit is None:
        return None
    words = text.between(start, after + 1)
    whole = _whole_unit(anchor, words, unit, count)
    if not side:
        return whole, after + 1
    low, high, _, _ = anchor.bounds(words)
    assert whole.low is not None and whole.high is not None
    if count:
        raise Unreadable(f"{shown(words)} was not understood", nearest=f"earlier this {unit}")
    if cal.floor(low, unit) != cal.floor(high - 1, unit):
        raise Unreadable(f"{shown(words)} could be in two {unit}s; give relative_to")
    ends = (whole.low, high) if side in en.EARLIER_THIS else (low, whole.high)
    return Moment.exact(*ends, "day"), after + 1


def _unit_then_neighbour(text: Text, index: int, anchor: Anchor) -> tuple[Moment, int] | None:
    """`the day prior`, `the year before`, `the month after`."""
    start = index
    if index >= len(text.tokens) or text.tokens[index].text != "the":
        return None
    unit = _unit_at(text, index + 1)
    if unit is None or index + 2 >= len(text.tokens):
        return None
    count = en.NEIGHBOUR_AFTER.get(text.tokens[index + 2].text)
    if count is None:
        return None
    return _whole_unit(anchor, text.between(start, index + 3), unit, count), index + 3


def _whole_unit(anchor: Anchor, words: str, unit: str, count: int) -> Moment:
    low, high, wide_low, wide_high = anchor.bounds(words)

    def start(minute: int) -> int:
        return cal.shift(cal.floor(minute, unit), count, unit)

    def end(minute: int) -> int:
        return cal.shift(cal.floor(minute - 1, unit), count + 1, unit)

    return Moment(start(low), end(high), unit, start(wide_low), end(wide_high))


def _shifted(text: Text, index: int, anchor: Anchor) -> tuple[Moment, int] | None:
    """`a week later`, `two weeks earlier`, `days later`, `a few weeks earlier`."""
    start = index
    few = _FEW.at(text, index)
    counts: tuple[int, int] = FEW_STATED
    allowed: tuple[int, int] | None = FEW_ALLOWED
    while few is not None:
        index = few[1]
        few = _FEW.at(text, index)
    if _unit_at(text, index) is None:
        parsed = parse_number(text, index)
        if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value < 10**6:
            number = int(parsed[0].value)
            index = parsed[1]
        elif text.tokens[index : index + 1] and text.tokens[index].text in en.ARTICLES:
            number, index = 1, index + 1
        else:
            return None
        counts, allowed = (number, number), None
        index += index < len(text.tokens) and text.tokens[index].text == "-"
    unit = _unit_at(text, index)
    if unit is None:
        return None
    later, earlier = _LATER.at(text, index + 1), _EARLIER.at(text, index + 1)
    found = later or earlier
    if found is None:
        return None
    words = text.between(start, found[1])
    low, high, wide_low, wide_high = anchor.bounds(words)

    def moved(minute: int, count: int, side: int) -> int:
        count *= 1 if later else -1
        made = cal.shift(minute, count, unit)
        return _half(made, unit, side) if allowed is None else made

    near, far = counts if later else counts[::-1]
    wide_near, wide_far = (allowed or counts) if later else (allowed or counts)[::-1]
    sign = 1 if later else -1
    stated = cal.shift(low, sign * near, unit), cal.shift(high, sign * far, unit)
    moment = Moment(*stated, unit, moved(wide_low, wide_near, -1), moved(wide_high, wide_far, 1))
    return moment, found[1]


def _half(minute: int, unit: str, side: int) -> int:
    """`minute` moved by half of a calendar unit."""
    if unit in cal.MINUTES_IN:
        return minute + side * cal.MINUTES_IN[unit] // 2
    if unit == "month":
        return minute + side * 15 * cal.MINUTES_A_DAY
    months = cal.MONTHS_IN[unit]
    if months % 2:
        return minute + side * (months // 2 * 30 + 15) * cal.MINUTES_A_DAY
    return cal.shift(minute, side * months // 2, "month")
