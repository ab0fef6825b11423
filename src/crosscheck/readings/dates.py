"""Dates in words and numbers: text → Moment.

date   = hedge* [bound] (stretch "–" stretch | "between" stretch "and" stretch | stretch) [hedge | bound]
stretch = EDTF | part of a stretch | day | month | year | decade | century | season | quarter | holiday | relative date

A stretch that lacks its year, or counts from another date, is settled by readings/relative.py from the anchor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crosscheck.model import Reading, Step
from crosscheck.problems import shown
from crosscheck.readings import calendar as cal
from crosscheck.readings import english as en
from crosscheck.readings.edtf import checked_day, parse_edtf
from crosscheck.readings.moments import Moment
from crosscheck.readings.relative import Anchor, Yearless, parse_relative
from crosscheck.readings.tokens import FIGURE, Phrases, Text
from crosscheck.readings.unreadable import Unreadable

_PREFIXES = Phrases(en.DATE_PREFIXES)
_HEDGES = Phrases(en.DATE_HEDGES)
_HEDGES_AFTER = Phrases(en.DATE_HEDGES_AFTER)
_BOUNDS = Phrases(en.DATE_BOUNDS)
_BOUNDS_AFTER = Phrases(en.DATE_BOUNDS_AFTER)
_THIRDS = Phrases(en.THIRDS)
_HOLIDAYS = Phrases(en.HOLIDAYS)
_EXACT_ENDS = Phrases(en.EXACT_ENDS)
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9])")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?(?![0-9])")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})/([0-9]{4})(?![0-9])")

Stretch = Moment | Yearless
Parsed = tuple[Stretch, int]


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date may need beside its words: what it counts from, and the order of 10/05/2025."""

    anchor: Anchor
    date_order: str | None = None


def read_date(text: Text, context: DateContext) -> Reading:
    """Read a date; raises `Unreadable`."""
    whole = parse_edtf(text.raw)
    if whole is not None:
        return whole.reading((Step(text.raw.strip(), f"EDTF: {whole.grain}"),))
    reader = _Reader(text, context)
    moment = reader.read()
    return moment.reading(tuple(reader.steps))


class _Reader:
    def __init__(self, text: Text, context: DateContext) -> None:
        self.text, self.context = text, context
        self.steps: list[Step] = []

    def read(self) -> Moment:
        tokens = self.text.tokens
        index, hedges, bounds = self._openings(0)
        stretch, after = self._range(index)
        moment = self._settle(stretch)
        self.steps.append(Step(self.text.between(index, after), _describe(moment)))
        index = after
        while index < len(tokens):
            hedge, bound = _HEDGES_AFTER.at(self.text, index), _BOUNDS_AFTER.at(self.text, index)
            found = hedge or bound
            if found is None:
                rest = self.text.between(index, len(tokens))
                raise Unreadable(f"{shown(rest)} was not understood", understood=self.text.between(0, index))
            (hedges if hedge else bounds).append(found[0])
            self.steps.append(Step(self.text.between(index, found[1]), found[0]))
            index = found[1]
        if "approx" in hedges:
            moment = moment.widened()
        if len(bounds) > 1:
            raise Unreadable("two bounds on one date")
        return moment.bounded(bounds[0]) if bounds else moment

    def _openings(self, index: int) -> tuple[int, list[str], list[str]]:
        """Hedges, bounds and words that change nothing, before a date."""
        hedges: list[str] = []
        bounds: list[str] = []
        while True:
            bound = _BOUNDS.at(self.text, index)
            hedge = _HEDGES.at(self.text, index)
            neutral = _PREFIXES.at(self.text, index)
            if bound and not self._opens_range(index) and self._date_follows(bound[1]):
                bounds.append(bound[0])
                found, meaning = bound, f"bound: {bound[0]}"
            elif hedge:
                hedges.append(hedge[0])
                found, meaning = hedge, "hedge: one unit earlier or later is allowed"
            elif neutral and self._date_follows(neutral[1]) and not _THIRDS.at(self.text, index):
                index = neutral[1]
                continue
            else:
                return index, hedges, bounds
            self.steps.append(Step(self.text.between(index, found[1]), meaning))
            index = found[1]

    def _date_follows(self, index: int) -> bool:
        return index < len(self.text.tokens)

    def _opens_range(self, index: int) -> bool:
        words = [token.text for token in self.text.tokens[index:]]
        return words[:1] == [en.FROM] and (en.TO in words or "-" in words or "until" in words or "through" in words)

    def _range(self, index: int) -> Parsed:
        tokens = self.text.tokens
        opening = tokens[index].text if index < len(tokens) else ""
        if opening in (en.BETWEEN, en.FROM):
            index += 1
        first = self._stretch(index)
        if first is None:
            rest = self.text.between(index, len(tokens))
            raise Unreadable(
                f"a date was expected where {shown(rest) if rest else 'nothing'} stands",
                nearest="5 October 2025, October 2025, late 1990s, 2025-10-05",
            )
        start, after = first
        separators = en.DATE_RANGE_AND if opening == en.BETWEEN else en.DATE_RANGE
        if after < len(tokens) and tokens[after].text in separators:
            second = self._range_end(start, index, after)
            if second is not None:
                low, high = self._pair(start, second[0])
                if low.low is not None and high.high is not None and low.low >= high.high:
                    raise Unreadable("the range runs backwards")
                return low.to(high), second[1]
        if opening in (en.BETWEEN, en.FROM):
            raise Unreadable(f"a second date was expected after {shown(self.text.between(0, after))}")
        return start, after

    def _range_end(self, start: Stretch, begun: int, after: int) -> Parsed | None:
        """The second half of a range, whose words may lean on the first: `2015/16`, `October 5–7, 2025`."""
        tokens = self.text.tokens
        place = after + 1
        written = tokens[place].text if place < len(tokens) else ""
        if isinstance(start, Moment) and start.grain == "year" and len(written) == 2 and written.isdigit():
            year = cal.date_of((start.low or 0) // cal.MINUTES_A_DAY)[0]
            end = year - year % 100 + int(written)
            if end > year:
                return Moment.unit("year", end), place + 1
        month = next((en.MONTHS[t.text] for t in tokens[begun:after] if t.text in en.MONTHS), None)
        day = _day_number(self.text, place)
        if month is not None and day is not None and start.grain == "day":
            following = tokens[day[1]].text if day[1] < len(tokens) else ""
            if following not in en.MONTHS:
                end_day = self._with_year(month, day[0], day[1])
                return end_day
        hedge = _HEDGES.at(self.text, place)
        if hedge is not None:
            end = self._stretch(hedge[1])
            return None if end is None else (self._settle(end[0]).widened(), end[1])
        return self._stretch(place)

    def _pair(self, start: Stretch, end: Stretch) -> tuple[Moment, Moment]:
        if isinstance(start, Yearless) and isinstance(end, Moment) and end.low is not None:
            year = cal.date_of(end.low // cal.MINUTES_A_DAY)[0]
            low = start.in_year(year)
            if low.low is not None and low.low > end.low:
                low = start.in_year(year - 1)
            return low, end
        return self._settle(start), self._settle(end)

    def _settle(self, stretch: Stretch) -> Moment:
        return stretch if isinstance(stretch, Moment) else stretch.settle(self.context.anchor)

    def _stretch(self, index: int) -> Parsed | None:
        while (neutral := _PREFIXES.at(self.text, index)) and not _THIRDS.at(self.text, index):
            relative = parse_relative(self.text, index, self.context.anchor)
            if relative is not None:
                return relative
            index = neutral[1]
        return (
            self._numeric(index)
            or parse_relative(self.text, index, self.context.anchor)
            or self._third(index)
            or self._division(index)
            or self._holiday(index)
            or self._day_or_month(index)
            or self._century(index)
            or self._year(index)
        )

    def _at(self, index: int) -> str:
        return self.text.tokens[index].text if index < len(self.text.tokens) else ""

    def _after_offset(self, index: int, offset: int) -> int:
        while index < len(self.text.tokens) and self.text.tokens[index].start < offset:
            index += 1
        return index

    def _numeric(self, index: int) -> Parsed | None:
        """Dates in figures only: `2025-10-05`, `2025/10/05`, `25/10/2025`, `10/2025`."""
        if index >= len(self.text.tokens):
            return None
        start = self.text.tokens[index].start
        raw = self.text.raw
        if match := _ISO.match(raw, start):
            moment = parse_edtf(match.group())
            return None if moment is None else (moment, self._after_offset(index, match.end()))
        if match := _YEAR_FIRST.match(raw, start):
            year, month, day = (int(group) for group in match.groups())
            return checked_day(year, month, day), self._after_offset(index, match.end())
        if match := _NUMERIC.match(raw, start):
            first, second, year = int(match[1]), int(match[3]), int(match[4])
            day, month = self._ordered(first, second, match.group())
            moment = checked_day(year, month, day)
            return moment, self._after_offset(index, match.end())
        if (match := _MONTH_YEAR.match(raw, start)) and 1 <= int(match[1]) <= 12:
            moment = Moment.unit("month", int(match[2]), int(match[1]))
            return moment, self._after_offset(index, match.end())
        return None

    def _ordered(self, first: int, second: int, written: str) -> tuple[int, int]:
        if self.context.date_order == "dmy" or (self.context.date_order is None and first > 12):
            return first, second
        if self.context.date_order == "mdy" or second > 12 or first == second:
            return second, first
        raise Unreadable(
            f"{written} could be day/month or month/day",
            nearest="the date with its month as a word, or declare date_order",
        )

    def _third(self, index: int) -> Parsed | None:
        """`late 1990s`, `mid-March 2024`, `early 2019`, `the end of 2022`."""
        found = _THIRDS.at(self.text, index)
        if found is None:
            return None
        third, after = found
        exact = _EXACT_ENDS.at(self.text, index)
        if self._at(after) in ("-", en.OF, "in", "of"):
            after += 1
        whole = self._stretch_below(after)
        if whole is None:
            return None
        stretch, end = whole
        if exact is not None and any("bound" in step.meaning for step in self.steps):
            return self._exact_end(stretch, exact[0]), end
        if isinstance(stretch, Yearless):
            return replace(stretch, third=third), end
        return third_of(stretch, third), end

    def _exact_end(self, stretch: Stretch, side: str) -> Moment:
        """Behind a bound ("by the end of 2015") an end is the first or last day itself."""
        moment = self._settle(stretch)
        if moment.low is None or moment.high is None:
            raise Unreadable("the end of a stretch that is open")
        day = cal.MINUTES_A_DAY
        if side == "end":
            return Moment.exact(moment.high - day, moment.high, "day")
        return Moment.exact(moment.low, moment.low + day, "day")

    def _stretch_below(self, index: int) -> Parsed | None:
        if self._at(index) == "the":
            index += 1
        return (
            parse_relative(self.text, index, self.context.anchor)
            or self._day_or_month(index)
            or self._century(index)
            or self._year(index)
        )

    def _division(self, index: int) -> Parsed | None:
        """`first quarter of 2024`, `Q3 2023`, `second half of 2021`, `summer 2024`, `spring of 2019`."""
        word = self._at(index)
        if word in en.SEASONS:
            after = index + 1 + (self._at(index + 1) in (en.OF, ",", "in"))
            year = self._bare_year(after)
            month = en.SEASONS[word]
            if year is None:
                return Yearless(month, None, "season"), index + 1
            return Moment.unit("season", year[0], month).widened(1, "month"), year[1]
        if word == "q" and self.text.glued(index + 1) and self._at(index + 1) in ("1", "2", "3", "4"):
            number, grain, after = int(self._at(index + 1)), "quarter", index + 2
        else:
            ordinal = _ordinal(self.text, index)
            if ordinal is None or self._at(ordinal[1]) not in en.HALVES_AND_QUARTERS:
                return None
            number, grain, after = ordinal[0], self._at(ordinal[1]), ordinal[1] + 1
        months = en.HALVES_AND_QUARTERS[grain]
        after += self._at(after) in (en.OF, ",", "in")
        year = self._bare_year(after)
        if year is None or not 1 <= number <= 12 // months:
            return None
        return Moment.unit(grain, year[0], (number - 1) * months + 1), year[1]

    def _holiday(self, index: int) -> Parsed | None:
        found = _HOLIDAYS.at(self.text, index)
        if found is None:
            return None
        (month, day), after = found
        return self._with_year(month, day, after)

    def _day_or_month(self, index: int) -> Parsed | None:
        """`5 October 2025`, `October 5th, 2025`, `Tuesday, 5 Oct.`, `March 2024`, `September`."""
        named = en.WEEKDAYS.get(self._at(index))
        if named is not None:
            index += 1
            index += self._at(index) == ","
            index += self._at(index) == "the"
        parsed = self._plain_day(index)
        if parsed is None or (named is not None and parsed[0].grain != "day"):
            return None
        if named is not None:
            self._check_weekday(parsed[0], named)
        return self._with_time(parsed)

    def _check_weekday(self, stretch: Stretch, named: int) -> None:
        moment = self._settle(stretch)
        if moment.low is not None and cal.weekday(moment.low // cal.MINUTES_A_DAY) != named:
            names = {number: name for name, number in reversed(en.WEEKDAYS.items())}
            true = names[cal.weekday(moment.low // cal.MINUTES_A_DAY)].capitalize()
            raise Unreadable(f"{cal.iso(moment.low)} is a {true}, not a {names[named].capitalize()}")

    def _plain_day(self, index: int) -> Parsed | None:
        day = _day_number(self.text, index)
        if day is not None:
            after = day[1] + (self._at(day[1]) in (en.OF, "-"))
            month = en.MONTHS.get(self._at(after))
            return None if month is None else self._with_year(month, day[0], after + 1)
        month = en.MONTHS.get(self._at(index))
        if month is None:
            return None
        after = index + 1
        after += self._at(after) in (",", "-") and self.text.tokens[after + 1 : after + 2] != ()
        year = self._bare_year(after + (self._at(after) == en.OF))
        if year is not None:
            return Moment.unit("month", year[0], month), year[1]
        after = index + 1 + (self._at(index + 1) == "the")
        day = _day_number(self.text, after)
        if day is not None:
            return self._with_year(month, day[0], day[1])
        return Yearless(month, None, "month"), index + 1

    def _with_year(self, month: int, day: int, index: int) -> Parsed:
        place = index + (self._at(index) in (",", en.OF, "-"))
        year = self._bare_year(place)
        if year is None:
            # The range "October 5–7, 2025" has its year behind the second day.
            return Yearless(month, day, "day"), index
        return checked_day(year[0], month, day), year[1]

    def _with_time(self, parsed: Parsed) -> Parsed:
        """A clock time behind a day: `5 October 2025 at 3 p.m.`, `… 15:30`."""
        stretch, index = parsed
        place = index + (self._at(index) == ",")
        place += self._at(place) == "at"
        clock = _clock(self.text, place)
        if clock is None or not isinstance(stretch, Moment) or stretch.low is None or stretch.grain != "day":
            return parsed
        minute, grain, after = clock
        low = stretch.low + minute
        return Moment.exact(low, cal.shift(low, 1, grain), grain), after

    def _bare_year(self, index: int) -> tuple[int, int] | None:
        """A year of four digits, with its era if one is named."""
        if index >= len(self.text.tokens) or self.text.tokens[index].kind != FIGURE:
            return None
        written = self._at(index)
        following = self._at(index + 1)
        if not written.isdigit() or (following == "s" and self.text.glued(index + 1)):
            return None
        if following in en.ERAS and len(written) <= 4:
            year = int(written)
            return (year if en.ERAS[following] > 0 else 1 - year), index + 2
        return (int(written), index + 1) if len(written) == 4 else None

    def _year(self, index: int) -> Parsed | None:
        """`1999`, `1990s`, `the 1800s`, `64 BCE`, `AD 79`."""
        if self._at(index) in en.ERAS and self._at(index + 1).isdigit():
            sign, number = en.ERAS[self._at(index)], int(self._at(index + 1))
            return Moment.unit("year", number if sign > 0 else 1 - number), index + 2
        year = self._bare_year(index)
        if year is not None:
            return Moment.unit("year", year[0]), year[1]
        written = self._at(index)
        if not (len(written) == 4 and written.isdigit() and written.endswith("0")):
            return None
        after = index + 1
        if self._at(after) == "'":
            after += 1
        if self._at(after) != "s":
            return None
        number = int(written)
        # "the 1800s" is a century; of this one only its first decade can be meant by "the 2000s" and a part of it.
        grain = "century" if number % 100 == 0 and number < en.DECADE_FROM else "decade"
        return Moment.unit(grain, number), after + 1

    def _century(self, index: int) -> Parsed | None:
        """`19th century`: 1801 to 1900; `2nd century BC`: 200 to 101 BC."""
        ordinal = _ordinal(self.text, index)
        if ordinal is None:
            return None
        number, after = ordinal
        after += self._at(after) == "-"
        if self._at(after) not in en.CENTURY:
            return None
        after += 1
        era = en.ERAS.get(self._at(after), 0)
        after += era != 0
        first = -100 * number + 1 if era < 0 else 100 * (number - 1) + 1
        low, high = cal.minutes(first), cal.minutes(first + 100)
        return Moment.exact(low, high, "century"), after


def third_of(moment: Moment, third: int) -> Moment:
    """The early, middle or late part of a decade, century, year or month, allowed one unit wider on both sides."""
    if moment.low is None or moment.high is None:
        raise Unreadable("a part of a stretch that is open")
    unit, edges = {
        "decade": ("year", (0, 4, 7, 10)), "century": ("year", (0, 34, 67, 100)), "year": ("month", (0, 4, 8, 12)),
        "month": ("day", (0, 10, 20, None)),
    }.get(moment.grain, ("", ()))  # fmt: skip
    if not unit:
        raise Unreadable(f"a part of a {moment.grain}")
    low = cal.shift(moment.low, edges[third] or 0, unit)
    end = edges[third + 1]
    high = moment.high if end is None else cal.shift(moment.low, end, unit)
    wider = "decade" if moment.grain == "century" else unit
    return Moment.exact(low, high, unit).widened(1, wider)


def _day_number(text: Text, index: int) -> tuple[int, int] | None:
    """`5`, `5th`: the day of a month."""
    if index >= len(text.tokens) or text.tokens[index].kind != FIGURE:
        return None
    written = text.tokens[index].text
    if not (written.isdigit() and len(written) <= 2 and 1 <= int(written) <= 31):
        return None
    suffixed = index + 1 < len(text.tokens) and text.tokens[index + 1].text in en.ORDINAL_SUFFIXES
    return int(written), index + 1 + (suffixed and text.glued(index + 1))


def _ordinal(text: Text, index: int) -> tuple[int, int] | None:
    """`19th`, `first`, `twenty-first`."""
    if index >= len(text.tokens):
        return None
    word = text.tokens[index].text
    if word in en.ORDINALS:
        return en.ORDINALS[word], index + 1
    if word == "twenty" and index + 2 < len(text.tokens) and text.tokens[index + 1].text == "-":
        unit = en.ORDINALS.get(text.tokens[index + 2].text, 99)
        return (20 + unit, index + 3) if unit < 10 else None
    suffix = text.tokens[index + 1].text if index + 1 < len(text.tokens) else ""
    if word.isdigit() and len(word) <= 2 and suffix in en.ORDINAL_SUFFIXES and text.glued(index + 1):
        return int(word), index + 2
    return None


def _clock(text: Text, index: int) -> tuple[int, str, int] | None:
    """`15:30`, `3 p.m.`, `3:30 pm`, `noon`: minute of the day, grain, index after."""
    tokens = [token.text for token in text.tokens[index : index + 4]] + [""] * 4
    if tokens[0] in en.CLOCK_WORDS:
        return en.CLOCK_WORDS[tokens[0]] * 60, "hour", index + 1
    if not (tokens[0].isdigit() and len(tokens[0]) <= 2):
        return None
    hour, minute, after, grain = int(tokens[0]), 0, index + 1, "hour"
    if tokens[1] == ":" and len(tokens[2]) == 2 and tokens[2].isdigit():
        minute, after, grain = int(tokens[2]), index + 3, "minute"
    half = tokens[after - index]
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise Unreadable(f"there is no {hour} {half}")
        hour, after = hour % 12 + 12 * (half == "pm"), after + 1
    elif grain == "hour":
        return None
    if hour > 23 or minute > 59:
        raise Unreadable(f"there is no time {hour}:{minute:02d}")
    return hour * 60 + minute, grain, after


def _describe(moment: Moment) -> str:
    low = "open" if moment.low is None else cal.iso(moment.low)
    high = "open" if moment.high is None else cal.iso(moment.high)
    return f"{moment.grain}: from {low}, before {high}"
