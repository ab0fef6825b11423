"""One stretch of time in words: a day, month, year, decade, century, season, quarter, or a part of one.

stretch = figures | relative date | part "of" stretch | season | quarter | holiday | day | month | century | year
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.readings import calendar as cal
from crosscheck.readings import english as en
from crosscheck.readings.clock import parse_clock
from crosscheck.readings.edtf import checked_day
from crosscheck.readings.moments import Moment
from crosscheck.readings.numeric_dates import parse_numeric
from crosscheck.readings.relative import Anchor, Yearless, check_weekday, parse_relative
from crosscheck.readings.tokens import Phrases, Text
from crosscheck.readings.unreadable import Unreadable
from crosscheck.readings.years import (
    SEPARATORS,
    bare_year,
    day_number,
    letter_part,
    ordinal_part,
    parse_century,
    parse_week,
    parse_winter,
    parse_year,
    part_of_year,
)  # fmt: skip

PREFIXES = Phrases.of(en.DATE_PREFIXES)
THIRDS = Phrases(en.THIRDS)
_EXACT_ENDS = Phrases(en.EXACT_ENDS)
_HOLIDAYS = Phrases(en.HOLIDAYS)

Stretch = Moment | Yearless
Parsed = tuple[Stretch, int] | None


class Stretches:
    """Reads the stretches of one text, with what they may count from and the order of dates in figures."""

    def __init__(self, text: Text, anchor: Anchor, date_order: str | None) -> None:
        self.text, self.anchor, self.date_order = text, anchor, date_order

    def at(self, index: int, bound: str = "") -> Parsed:
        """The stretch at token `index` and the index after it; `bound` is what stands before it ("by the end of")."""
        while True:
            found = (
                parse_numeric(self.text, index, self.date_order)
                or parse_relative(self.text, index, self.anchor)
                or self._clock_before(index)
                or self._third(index, bound)
            )
            neutral = PREFIXES.at(self.text, index)
            if found is not None or neutral is None:
                break
            index = neutral[1]
        return (
            found or self._division(index) or self._season(index) or self._holiday(index) or self._day_or_month(index)
            or parse_century(self.text, index) or parse_year(self.text, index)
        )  # fmt: skip

    def settled(self, stretch: Stretch) -> Moment:
        return stretch if isinstance(stretch, Moment) else stretch.settle(self.anchor)

    def _below(self, index: int) -> Parsed:
        """What "early" or "first half of" may be a part of."""
        index = self.text.skip(index, "the", "year")
        return (
            parse_relative(self.text, index, self.anchor)
            or self._day_or_month(index)
            or parse_century(self.text, index)
            or parse_year(self.text, index)
        )

    def _third(self, index: int, bound: str) -> Parsed:
        """`late 1990s`, `mid-March 2024`, `early 2019`, `the end of 2022`."""
        found = THIRDS.at(self.text, index)
        if found is None:
            return None
        third, after = found
        exact = _EXACT_ENDS.at(self.text, index)
        whole = self._below(self.text.skip(after, "-", en.OF, "in"))
        if whole is None:
            return None
        stretch, after = whole
        # "by the start of 2015" and "since the end of 2015" leave more open than one day.
        if exact is not None and bound and (exact[0], bound) not in (("end", en.SINCE), ("start", "by")):
            return _end_of(self.settled(stretch), exact[0]), after
        if isinstance(stretch, Moment):
            return stretch.third(third), after
        return (replace(stretch, third=third), after) if stretch.grain == "month" else None

    def _division(self, index: int) -> Parsed:
        """`first quarter of 2024`, `Q3 2023`, `2023 Q3`, `H1 2019`, `second half of the 1990s`, `week 45 of 2015`."""
        if self.text.at(index) in en.FISCAL:
            raise Unreadable("when a fiscal year begins is not said", nearest="October 2014 to September 2015")
        if self.text.at(index) == en.WEEK:
            return parse_week(self.text, index)
        leading = bare_year(self.text, index)
        if leading is not None:
            part = letter_part(self.text, self.text.skip(leading[1], *SEPARATORS))
            return None if part is None else (part_of_year(leading[0], *part[0]), part[1])
        part = letter_part(self.text, index) or ordinal_part(self.text, index)
        if part is None:
            return None
        (number, grain), after = part
        after = self.text.skip(after, en.OF, "in", *SEPARATORS)
        year = bare_year(self.text, self.text.skip(after, "the", "year"))
        if year is not None:
            return part_of_year(year[0], number, grain), year[1]
        whole = self._below(after) if grain == en.HALF else None
        if whole is None or not isinstance(whole[0], Moment):
            return None
        return whole[0].half(number), whole[1]

    def _season(self, index: int) -> Parsed:
        """`summer 2024`, `spring of 2019`, `winter 2019–20`, `summer`."""
        month = en.SEASONS.get(self.text.at(index))
        if month is None:
            return None
        year = bare_year(self.text, self.text.skip(index + 1, en.OF, ",", "in"))
        if month == en.WINTER:
            return parse_winter(self.text, year)
        if year is None:
            return Yearless(month, None, "season"), index + 1
        return Moment.unit("season", year[0], month).widened(1, "month"), year[1]

    def _holiday(self, index: int) -> Parsed:
        found = _HOLIDAYS.at(self.text, index)
        if found is None:
            return None
        (month, day), after = found
        return self._with_year(month, day, after)

    def _day_or_month(self, index: int) -> Parsed:
        """`5 October 2025`, `October 5th, 2025 at 3 p.m.`, `Tuesday, 5 Oct.`, `March 2024`, `September`."""
        weekday = en.WEEKDAYS.get(self.text.at(index))
        if weekday is not None:
            index = self.text.skip(self.text.skip(index + 1, ","), "the")
        parsed = self._plain_day(index)
        if parsed is None or (weekday is not None and parsed[0].grain != "day"):
            return None
        stretch, after = parsed
        if weekday is not None and isinstance(stretch, Yearless):
            stretch = replace(stretch, weekday=weekday)
        elif weekday is not None and isinstance(stretch, Moment):
            check_weekday(stretch, weekday)
        return self._clock_behind(stretch, after)

    def _plain_day(self, index: int) -> Parsed:
        text = self.text
        day = day_number(self.text, index)
        if day is not None:
            after = text.skip(text.skip(day[1], en.OF, *SEPARATORS), "the")
            month = en.MONTHS.get(text.at(after))
            return None if month is None else self._with_year(month, day[0], after + 1)
        month = en.MONTHS.get(text.at(index))
        if month is None:
            return self._year_first(index)
        year = bare_year(self.text, text.skip(text.skip(index + 1, *SEPARATORS, "'"), en.OF))
        if year is not None:
            return Moment.unit("month", year[0], month), year[1]
        day = day_number(self.text, text.skip(text.skip(index + 1, *SEPARATORS), "the"))
        if day is not None:
            return self._with_year(month, day[0], day[1])
        return Yearless(month, None, "month"), index + 1

    def _year_first(self, index: int) -> Parsed:
        """`2019/Sep/01`, `2019 September 1`."""
        year = bare_year(self.text, index)
        place = self.text.skip(year[1], *SEPARATORS) if year else index
        month = en.MONTHS.get(self.text.at(place))
        day = self.text.integer(self.text.skip(place + 1, *SEPARATORS), 2)
        if year is None or month is None or day is None:
            return None
        return checked_day(year[0], month, day), self.text.skip(place + 1, *SEPARATORS) + 1

    def _with_year(self, month: int, day: int, index: int) -> Parsed:
        year = bare_year(self.text, self.text.skip(index, en.OF, "in", *SEPARATORS))
        if year is None:
            # The range "October 5–7, 2025" has its year behind the second day.
            return Yearless(month, day, "day"), index
        return checked_day(year[0], month, day), year[1]

    def day_of(self, month: int, index: int) -> Parsed:
        """The day that ends "October 5–7, 2025": a number with no month behind it."""
        day = day_number(self.text, index)
        if day is None or self.text.at(self.text.skip(day[1], en.OF, *SEPARATORS)) in en.MONTHS:
            return None
        return self._with_year(month, day[0], day[1])

    def _clock_behind(self, stretch: Stretch, index: int) -> Parsed:
        """A clock time behind a day: `5 October 2025 at 3 p.m.`, `… 15:30`."""
        clock = parse_clock(self.text, self.text.skip(self.text.skip(index, ","), en.AT))
        if clock is None or stretch.grain != "day":
            return stretch, index
        return _at_time(self.settled(stretch), clock.minute, clock.grain), clock.after

    def _clock_before(self, index: int) -> Parsed:
        """A clock time before a day: `3 p.m. on 5 October 2025`, `15:30, October 5, 2025`."""
        clock = parse_clock(self.text, index)
        if clock is None:
            return None
        after = self.text.skip(self.text.skip(clock.after, ","), "on")
        day = parse_numeric(self.text, after, self.date_order) or self._day_or_month(after)
        if day is None or day[0].grain != "day":
            return None
        return _at_time(self.settled(day[0]), clock.minute, clock.grain), day[1]


def _end_of(moment: Moment, side: str) -> Moment:
    """Behind a bound ("by the end of 2015") an end is the first or last day itself."""
    if moment.low is None or moment.high is None:
        raise Unreadable("the end of a stretch that is open")
    day = cal.MINUTES_A_DAY
    if side == "end":
        return Moment.exact(moment.high - day, moment.high, "day")
    return Moment.exact(moment.low, moment.low + day, "day")


def _at_time(day: Moment, minute: int, grain: str) -> Moment:
    assert day.low is not None
    low = day.low + minute
    return Moment.exact(low, cal.shift(low, 1, grain), grain)
