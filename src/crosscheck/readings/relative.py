"""Dates that count from another one: "the following year", "a week later", "January 3", "earlier this month"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.problems import shown
from crosscheck.readings import calendar as cal
from crosscheck.readings import english as en
from crosscheck.readings.moments import Moment
from crosscheck.readings.numerals import parse_number
from crosscheck.readings.tokens import Phrases, Text
from crosscheck.readings.unreadable import Unreadable

_FEW = Phrases.of(en.FEW)
_NEIGHBOURS = Phrases(en.NEIGHBOURS)
_LATER = Phrases.of(en.LATER)
_EARLIER = Phrases.of(en.EARLIER)
_NAMED_DAYS = Phrases(en.NAMED_DAYS)

FEW_STATED, FEW_ALLOWED = (2, 6), (1, 10)
"""How many units "days later" and "a few weeks earlier" are."""
MOST_UNITS = 10**6
A_DAY = "5 October 2025"

Parsed = tuple[Moment, int] | None


@dataclass(frozen=True, slots=True)
class Closed:
    """Stated and allowed low and high of an anchor, in minutes, none of them open."""

    low: int
    high: int
    wide_low: int
    wide_high: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date counts from: the moment of `relative_to`, else of the publication."""

    relative_to: Moment | None = None
    published: Moment | None = None

    def closed(self, words: str, *, or_published: bool) -> Closed:
        """The ends of the anchor; `or_published`: the words may count from the publication as well."""
        moment = self.relative_to or (self.published if or_published else None)
        if moment is None:
            also = ", or published of the source" if or_published else ""
            raise Unreadable(f"{shown(words)} counts from another date; give relative_to{also}", nearest=A_DAY)
        low, high, wide_low, wide_high = moment.low, moment.high, moment.wide_low, moment.wide_high
        if low is None or high is None or wide_low is None or wide_high is None:
            raise Unreadable(
                f"{shown(words)} counts from a date that is open on one side; give relative_to", nearest=A_DAY
            )
        return Closed(low, high, wide_low, wide_high)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, season or part of a month without its year; `hedged` by so many units."""

    month: int
    day: int | None
    grain: str
    third: int | None = None
    weekday: int | None = None
    hedged: int = 0

    @property
    def words(self) -> str:
        name = en.MONTH_NAMES[self.month - 1]
        return f"{name} {self.day}" if self.day else name

    def in_year(self, year: int) -> Moment:
        if self.day is not None and self.day > cal.days_in_month(year, self.month):
            raise Unreadable(f"{year} has no {self.words}")
        moment = Moment.unit(self.grain, year, self.month, self.day or 1)
        if self.weekday is not None:
            check_weekday(moment, self.weekday)
        if self.third is not None:
            moment = moment.third(self.third)
        if self.grain == "season":
            moment = moment.widened(1, "month")
        return moment.widened(self.hedged) if self.hedged else moment

    def settle(self, anchor: Anchor) -> Moment:
        """The last one that does not begin after the anchor; refused where the anchor leaves two years open."""
        if anchor.relative_to is None and anchor.published is None:
            raise Unreadable(f"{self.words} has no year", nearest=f"{self.words}, 2025")
        ends = anchor.closed(self.words, or_published=True)
        years = {self._last_year(minute) for minute in (ends.low, ends.high - 1, ends.wide_low, ends.wide_high - 1)}
        if len(years) > 1:
            first, last = min(years), max(years)
            raise Unreadable(f"{self.words} could be of {first} or {last}", nearest=f"{self.words}, {last} in read_as")
        return self.in_year(years.pop())

    def _last_year(self, minute: int) -> int:
        """The year of the last one that does not begin after a minute; of 29 February, a leap year."""
        year = cal.date_of(minute // cal.MINUTES_A_DAY)[0]
        while (self.day or 1) > cal.days_in_month(year, self.month) or self._start(year) > minute:
            year -= 1
        return year

    def _start(self, year: int) -> int:
        return cal.minutes(year, self.month, self.day or 1)

    def widened(self) -> Yearless:
        return replace(self, hedged=self.hedged + 1)


def check_weekday(moment: Moment, weekday: int) -> None:
    """Refuse a day that is not the weekday that is written with it."""
    assert moment.low is not None
    true = cal.weekday(moment.low // cal.MINUTES_A_DAY)
    if true != weekday:
        written, is_one = en.WEEKDAY_NAMES[weekday], en.WEEKDAY_NAMES[true]
        raise Unreadable(f"{cal.iso(moment.low)} is a {is_one}, not a {written}", nearest=f"{is_one}, or another date")


def parse_relative(text: Text, index: int, anchor: Anchor) -> Parsed:
    """The relative date at token `index`, counted from `anchor`, and the index after it."""
    for parse in (_named_day, _neighbour, _unit_then_neighbour, _shifted):
        found = parse(text, index, anchor)
        if found is not None:
            return found
    return None


def _unit_at(text: Text, index: int) -> str | None:
    return en.CALENDAR_UNITS.get(text.at(index))


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
    unit = _unit_at(text, found[1]) if found is not None else None
    if found is None or unit is None:
        return None
    words = text.between(start, found[1] + 1)
    # "next year" is said from the day of writing, "the next year" from what was told before.
    deictic = text.at(after_article) in en.DEICTIC and after_article == index and text.at(index - 1) != "the"
    ends = anchor.closed(words, or_published=deictic)
    is_one = cal.floor(ends.low, unit) == cal.floor(ends.high - 1, unit)
    if not is_one and (side or (deictic and unit == "year")):
        raise Unreadable(f"{shown(words)} could be in two {unit}s; give relative_to", nearest=A_DAY)
    whole = _whole_unit(ends, unit, found[0])
    if not side:
        return whole, found[1] + 1
    if found[0]:
        raise Unreadable(f"{shown(words)} was not understood", nearest=f"{side} this {unit}")
    if side == en.EARLIER_THIS:
        part = Moment(whole.low, ends.high, "day", whole.wide_low, ends.wide_high)
    else:
        part = Moment(ends.low, whole.high, "day", ends.wide_low, whole.wide_high)
    return part, found[1] + 1


def _unit_then_neighbour(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`the day prior`, `the year before`, `the month after`."""
    unit = _unit_at(text, text.skip(index, "the"))
    if text.at(index) != "the" or unit is None:
        return None
    count = en.NEIGHBOUR_AFTER.get(text.at(index + 2))
    if count is None:
        return None
    ends = anchor.closed(text.between(index, index + 3), or_published=False)
    return _whole_unit(ends, unit, count), index + 3


def _whole_unit(ends: Closed, unit: str, count: int) -> Moment:
    """The calendar unit so many units away; from an anchor that spans several, all that may be meant."""

    def start(minute: int) -> int:
        return cal.shift(cal.floor(minute, unit), count, unit)

    def end(minute: int) -> int:
        return cal.shift(cal.floor(minute - 1, unit), count + 1, unit)

    return Moment(start(ends.low), end(ends.high), unit, start(ends.wide_low), end(ends.wide_high))


def _shifted(text: Text, index: int, anchor: Anchor) -> Parsed:
    """`a week later`, `two weeks earlier`, `days later`, `a few weeks earlier`, `two years ago`."""
    start = index
    counted = _count(text, index)
    if counted is None:
        return None
    count, index = counted
    unit = _unit_at(text, index)
    later, earlier = _LATER.at(text, index + 1), _EARLIER.at(text, index + 1)
    found = later or earlier
    if unit is None or found is None:
        return None
    sign = 1 if later else -1
    ends = anchor.closed(text.between(start, found[1]), or_published=found[0] in en.DEICTIC)
    if count is not None:
        low, high = (cal.shift(minute, sign * count, unit) for minute in (ends.low, ends.high))
        wide_low = _half(cal.shift(ends.wide_low, sign * count, unit), unit, -1)
        wide_high = _half(cal.shift(ends.wide_high, sign * count, unit), unit, 1)
        return Moment(low, high, unit, wide_low, wide_high), found[1]
    (near, far), (wide_near, wide_far) = (sorted(sign * n for n in counts) for counts in (FEW_STATED, FEW_ALLOWED))
    low, high = cal.shift(ends.low, near, unit), cal.shift(ends.high, far, unit)
    wide_low, wide_high = cal.shift(ends.wide_low, wide_near, unit), cal.shift(ends.wide_high, wide_far, unit)
    return Moment(low, high, unit, wide_low, wide_high), found[1]


def _count(text: Text, index: int) -> tuple[int | None, int] | None:
    """How many units are counted (None: a few) and the index of the unit."""
    index = text.skip(index, "just")
    few = _FEW.at(text, index)
    if few is not None and _unit_at(text, few[1]):
        return None, few[1]
    if text.at(index).endswith("s") and _unit_at(text, index):
        return None, index
    parsed = parse_number(text, index)
    if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value < MOST_UNITS:
        return int(parsed[0].value), text.skip(parsed[1], "-")
    return (1, index + 1) if text.at(index) in en.ARTICLES else None


def _half(minute: int, unit: str, side: int) -> int:
    """`minute` moved by half of a calendar unit."""
    if unit in cal.MINUTES_IN:
        return minute + side * cal.MINUTES_IN[unit] // 2
    months, odd = divmod(cal.MONTHS_IN[unit], 2)
    return cal.shift(minute, side * months, "month") + side * odd * 15 * cal.MINUTES_A_DAY
