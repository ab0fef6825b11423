"""Dates: text → Reading.

date = EDTF | hedge* [bound] (stretch "–" stretch | "between" stretch "and" stretch | stretch) (hedge | bound)*

A stretch that lacks its year, or counts from another date, is settled by readings/relative.py from the anchor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.model import Reading, Step
from crosscheck.problems import shown
from crosscheck.readings import calendar as cal
from crosscheck.readings import english as en
from crosscheck.readings.edtf import checked_day, parse_edtf
from crosscheck.readings.moments import Moment
from crosscheck.readings.relative import Anchor
from crosscheck.readings.stretches import Stretch, Stretches
from crosscheck.readings.tokens import Phrases, Text
from crosscheck.readings.unreadable import Unreadable
from crosscheck.readings.years import day_number

NEAREST = "5 October 2025, October 2025, late 1990s, 2025-10-05"

_HEDGES = Phrases(en.DATE_HEDGES)
_HEDGES_AFTER = Phrases(en.DATE_HEDGES_AFTER)
_BOUNDS = Phrases(en.DATE_BOUNDS)
_BOUNDS_AFTER = Phrases(en.DATE_BOUNDS_AFTER)


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date may need beside its words: what it counts from, and the order of 10/05/2025."""

    anchor: Anchor
    date_order: str | None = None


def read_date(text: Text, context: DateContext) -> Reading:
    """Read a date; raises `Unreadable`."""
    edtf = read_edtf(text)
    if edtf is not None:
        return edtf
    parser = _Parser(text, Stretches(text, context.anchor, context.date_order))
    return parser.parse().reading(tuple(parser.steps))


def read_edtf(text: Text) -> Reading | None:
    """Read a date in figures as ISO 8601-2 has it, None if `text` is not of its shape; raises `Unreadable`."""
    # An en dash joins two years ("2004–06"); EDTF has hyphens only.
    whole = None if text.dashed else parse_edtf(text.raw)
    return None if whole is None else whole.reading((Step(text.raw.strip(), f"EDTF: {_described(whole)}"),))


class _Parser:
    def __init__(self, text: Text, stretches: Stretches) -> None:
        self.text, self.stretches = text, stretches
        self.steps: list[Step] = []
        self.hedges = 0
        self.bounds: list[str] = []

    def parse(self) -> Moment:
        start = self._openings(0)
        moment, index = self._range(start)
        self.steps.append(Step(self.text.between(start, index), _described(moment)))
        self._closings(index)
        if self.hedges:
            moment = moment.widened()
        if len(self.bounds) > 1:
            raise Unreadable("two bounds on one date", nearest="since 2000, or 2000 to 2015")
        return moment.bounded(self.bounds[0]) if self.bounds else moment

    def _openings(self, index: int) -> int:
        """Hedges, bounds and words that change nothing, before a date."""
        while index < len(self.text.tokens):
            bound, hedge = _BOUNDS.at(self.text, index), self._hedge_at(index)
            if bound is not None and bound[1] < len(self.text.tokens):
                self._note(index, bound, is_bound=True)
                index = bound[1]
            elif hedge is not None:
                self._note(index, hedge)
                index = hedge[1]
            elif self.text.at(index) in en.BEFORE_A_HEDGE and self._hedge_at(index + 1):
                index += 1
            else:
                break
        return index

    def _hedge_at(self, index: int) -> tuple[str, int] | None:
        hedge = _HEDGES.at(self.text, index)
        # The "some" of "some days later" counts the days.
        is_count = hedge is not None and self.text.at(index) in en.FEW and self.text.at(hedge[1]) in en.CALENDAR_UNITS
        return None if is_count else hedge

    def _note(self, index: int, found: tuple[str, int], *, is_bound: bool = False) -> None:
        meaning, after = found
        if is_bound:
            self.bounds.append(meaning)
            words = f"bound: {meaning}"
        else:
            self.hedges += meaning == "approx"
            words = "hedge: one unit earlier or later is allowed" if meaning == "approx" else "the same"
        self.steps.append(Step(self.text.between(index, after), words))

    def _closings(self, index: int) -> None:
        while index < len(self.text.tokens):
            hedge, bound = _HEDGES_AFTER.at(self.text, index), _BOUNDS_AFTER.at(self.text, index)
            found = hedge or bound
            if found is None:
                understood = self.text.between(0, index)
                raise Unreadable(
                    f"{shown(self.text.after(index))} was not understood", nearest=understood, understood=understood
                )
            self._note(index, found, is_bound=hedge is None)
            index = found[1]

    def _range(self, index: int) -> tuple[Moment, int]:
        opening = self.text.at(index)
        is_range = opening in (en.BETWEEN, en.FROM)
        separators = en.DATE_RANGE_AND if opening == en.BETWEEN else en.DATE_RANGE
        first = self._end(index + is_range) or self._leading_day(index + is_range, separators)
        if first is None:
            place = index + is_range
            rest = self.text.after(place)
            raise Unreadable(
                f"a date was expected where {shown(rest) if rest else 'nothing'} stands", nearest=NEAREST,
                understood=self.text.between(0, place), word=self.text.at(place), known=date_words,
            )  # fmt: skip
        start, after = first
        second = self._range_end(start, index, after) if self.text.at(after) in separators else None
        either = self.text.at(after) == en.OR
        if either and isinstance(start, Moment):
            second = self._end(after + 1)
        if second is not None:
            low, high = self._pair(start, second[0])
            if either and low.high != high.low:
                raise Unreadable("two dates with time between them", nearest="2019 or 2020")
            if low.low is not None and high.high is not None and low.low >= high.high:
                raise Unreadable("the range runs backwards", understood=self.text.between(0, second[1]))
            return low.to(high), second[1]
        if opening == en.BETWEEN:
            raise Unreadable(
                f"a second date was expected after {shown(self.text.between(0, after))}",
                nearest="between 1932 and 1933",
            )
        if opening == en.FROM:
            self.bounds.append(en.SINCE)
        return self.stretches.settled(start), after

    def _end(self, index: int) -> tuple[Stretch, int] | None:
        """A stretch, with a hedge of its own where it is one end of a range ("1856–ca. 1865")."""
        hedge = self._hedge_at(index)
        found = self.stretches.at(hedge[1] if hedge else index, self.bounds[0] if self.bounds else "")
        if found is None or hedge is None or hedge[0] != "approx":
            return found
        return found[0].widened(), found[1]

    def _leading_day(self, index: int, separators: frozenset[str]) -> tuple[Stretch, int] | None:
        """The first half of "5–7 October 2025", which has its month and year from the second."""
        day = day_number(self.text, index)
        if day is None or self.text.at(day[1]) not in separators:
            return None
        end = self._end(day[1] + 1)
        if end is None or end[0].grain != "day":
            return None
        if not isinstance(end[0], Moment):
            return replace(end[0], day=day[0], weekday=None), day[1]
        year, month, _ = cal.date_of((end[0].low or 0) // cal.MINUTES_A_DAY)
        return checked_day(year, month, day[0]), day[1]

    def _range_end(self, start: Stretch, begun: int, after: int) -> tuple[Stretch, int] | None:
        """The second half of a range, whose words may lean on the first: `2015/16`, `October 5–7, 2025`."""
        place = after + 1
        short = self.text.integer(place, 2)
        if isinstance(start, Moment) and start.grain == "year" and short is not None and len(self.text.at(place)) == 2:
            year = _year_of(start)
            end = year - year % 100 + short
            return (Moment.unit("year", end), place + 1) if end > year else None
        month = next((en.MONTHS[t.text] for t in self.text.tokens[begun:after] if t.text in en.MONTHS), None)
        if month is not None and start.grain == "day":
            leaning = self.stretches.day_of(month, place)
            if leaning is not None:
                return leaning
        return self._end(place)

    def _pair(self, start: Stretch, end: Stretch) -> tuple[Moment, Moment]:
        """Both ends with their years: a start without one takes that of the end, or the year before it."""
        high = self.stretches.settled(end)
        if isinstance(start, Moment) or high.low is None:
            return self.stretches.settled(start), high
        low = start.in_year(_year_of(high))
        if low.low is not None and low.low > high.low:
            low = start.in_year(_year_of(high) - 1)
        return low, high


def _year_of(moment: Moment) -> int:
    return cal.date_of((moment.low or 0) // cal.MINUTES_A_DAY)[0]


def date_words() -> frozenset[str]:
    """Words that a date may begin with."""
    words = (*en.MONTHS, *en.WEEKDAYS, *en.SEASONS, *en.THIRDS, *en.DATE_HEDGES, *en.DATE_BOUNDS, *en.NEIGHBOURS,
             *en.LATER, *en.EARLIER)  # fmt: skip
    return frozenset(word for phrase in words for word in phrase.split() if len(word) > 3)


def _described(moment: Moment) -> str:
    low = "open" if moment.low is None else cal.iso(moment.low)
    high = "open" if moment.high is None else cal.iso(moment.high)
    return f"{moment.grain}: from {low}, before {high}"
