"""Parts of a date span by their number: `first Monday of October 2014`, `the last three months of 2023`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.dates.years import parse_ordinal
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.lexicon.en import dates as ed
from crosscheck.readings.numbers.numerals import parse_number
from crosscheck.readings.tokens import Phrases, Text

_REACHES = Phrases(ed.REACHES)
LAST = -1
MOST_UNITS = 366


@dataclass(frozen=True, slots=True)
class Part:
    """`rank` 1 is the first, `LAST` the last, of `count` units each (or of a weekday, 0 is Monday)."""

    rank: int
    count: int
    unit: str
    weekday: int | None = None
    is_number: bool = False
    """The number of a day alone, which only a month has."""

    def of(self, whole: DateSpan) -> DateSpan:
        """This part of `whole`; raises `ReadingError` if there is none."""
        low, high = whole.low, whole.high
        if whole.precision == "season":
            raise ReadingError("the day on which a season begins is not said", nearest="March 2024")
        if low is None or high is None:
            raise ReadingError("a part of a stretch that is open")
        if self.unit == "week" and self.count == 1:
            raise ReadingError("a week of a month or year may be seven days, or run from Monday to Sunday",
                             nearest="1–7 March 2024")  # fmt: skip
        if self.is_number and whole.precision != "month":
            raise ReadingError(f"a number alone of a {whole.precision}", nearest="the 20th of next month")
        if self.unit == "quarter" and whole.precision == "century":
            return replace(self, count=25 * self.count, unit="year").of(whole)
        if self.unit == "quarter" and whole.precision != "year":
            raise ReadingError(f"a {whole.precision} has no quarters", nearest="the last quarter of 2015")
        start = self._weekday(low, high) if self.weekday is not None else self._start(low, high)
        end = cal.shift(start, self.count, self.unit)
        if start < low or end > high or (start, end) == (low, high):
            raise ReadingError(f"the {whole.precision} has no such part", nearest="first two weeks of March 2024")
        part = DateSpan.exact(start, end, self.unit)
        # The first two weeks of a month may be its first fourteen days, or the first that begin on a Monday.
        return part.widened() if self.unit == "week" else part

    def _start(self, low: int, high: int) -> int:
        if self.rank == LAST:
            return cal.shift(high, -self.count, self.unit)
        return cal.shift(low, (self.rank - 1) * self.count, self.unit)

    def _weekday(self, low: int, high: int) -> int:
        assert self.weekday is not None
        if self.rank == LAST:
            last = high // cal.MINUTES_A_DAY - 1
            return (last - (cal.weekday(last) - self.weekday) % 7) * cal.MINUTES_A_DAY
        first = low // cal.MINUTES_A_DAY
        return (first + (self.weekday - cal.weekday(first)) % 7 + 7 * (self.rank - 1)) * cal.MINUTES_A_DAY


def parse_part(text: Text, index: int) -> tuple[Part, int] | None:
    """The part at token `index`, up to the `of` or `in` before the whole, and the index behind that."""
    index = text.skip(index, "the")
    ordinal = (LAST, index + 1) if text.at(index) in ed.LAST else parse_ordinal(text, index)
    if ordinal is None or not ordinal[0]:
        return None
    rank, place = ordinal
    weekday = ed.WEEKDAYS.get(text.at(place))
    parsed = parse_number(text, place) if weekday is None and rank in (1, LAST) else None
    count = 1
    if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value <= MOST_UNITS:
        count, place = int(parsed[0].value), parsed[1]
    if text.at(place) == en.OF and text.at(place + 1) not in ed.MONTHS and rank != LAST:
        return Part(rank, 1, "day", is_number=True), place + 1  # "the 20th of next month"
    unit = "day" if weekday is not None else ed.CALENDAR_UNITS.get(text.at(place))
    is_one = text.at(place) == unit or weekday is not None
    if unit is None or is_one != (count == 1) or text.at(place + 1) not in (en.OF, en.IN):
        return None
    return Part(rank, count, unit, weekday), place + 2


@dataclass(frozen=True, slots=True)
class Reach:
    """So many units that begin where a span begins, or (`backwards`) end where it ends."""

    count: int
    unit: str
    backwards: bool

    def of(self, span: DateSpan) -> DateSpan:
        """The units; raises `ReadingError` at a span that is open."""
        if span.low is None or span.high is None:
            raise ReadingError("a stretch that is open")
        if self.backwards:
            return DateSpan.exact(cal.shift(span.high, -self.count, self.unit), span.high, self.unit)
        return DateSpan.exact(span.low, cal.shift(span.low, self.count, self.unit), self.unit)


def parse_reach(text: Text, index: int) -> tuple[Reach, int] | None:
    """`the week beginning (4 February)`, `three months ended (30 June)`, `the 12 months to (June)`: up to the date."""
    parsed = parse_number(text, index)
    count, place = 1, index
    if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value <= MOST_UNITS:
        count, place = int(parsed[0].value), parsed[1]
    unit = ed.CALENDAR_UNITS.get(text.at(place))
    joint = _REACHES.at(text, place + 1)
    # "the years to 2015" leaves open how many.
    if unit is None or joint is None or (text.at(place) == unit) != (count == 1):
        return None
    return Reach(count, unit, joint[0] == "end"), text.skip(joint[1], "on", "the")
