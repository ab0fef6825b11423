"""One date phrase: a day, month, year, decade, century, season, quarter, or a part of one.

phrase = figures | relative date | part "of" phrase | season | quarter | holiday | day | month | century | year
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.apart import parse_apart, parse_nth
from crosscheck.readings.dates.clock import parse_time
from crosscheck.readings.dates.days import FEWEST_DIGITS, AnyDate, Days, Parsed, settled
from crosscheck.readings.dates.fiscal import parse_fiscal
from crosscheck.readings.dates.moments import (
    Moments,
    part_at,
    part_of,
    third_at,
    which_at,
)
from crosscheck.readings.dates.nights import parse_night
from crosscheck.readings.dates.partial import PartialDate
from crosscheck.readings.dates.relative import parse_ahead, parse_relative
from crosscheck.readings.dates.running import end_of, running_end, running_unit, side_of
from crosscheck.readings.dates.spans import MID, MIDDLE, Anchor, DateSpan, settled_decade
from crosscheck.readings.dates.windows import parse_window, parse_within
from crosscheck.readings.dates.years import (
    SEPARATORS,
    Part,
    bare_year,
    letter_part,
    ordinal_part,
    parse_century,
    parse_part,
    parse_reach,
    parse_season_of_years,
    parse_week,
    parse_winter,
    parse_year,
    part_of_year,
    short_decade,
)
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

PREFIXES = Phrases.of(en.DATE_PREFIXES)
THIRDS = Phrases(en.THIRDS)
_EXACT_ENDS = Phrases(en.EXACT_ENDS)
_HEDGES = Phrases(en.DATE_HEDGES)

_FAMOUS_DAYS = Phrases(en.FAMOUS_DAYS)
_LATTER = Phrases(en.LATTER)
_NAMED_FIRST = frozenset(phrase.split()[0] for phrase in en.NAMED_DAYS if phrase.split()[0] != "the") | {"day"}
_BEFORE_A_DECADE = frozenset({"-", *(phrase.split()[-1] for phrase in en.THIRDS)})
MOST_PREFIXES = 8


def date_hedge(text: Text, index: int) -> tuple[str, int] | None:
    """The hedge at token `index`: `approx`, `unsure`, or `same` where it changes nothing; and the index behind it."""
    hedge = _HEDGES.at(text, index)
    # The "some" of "some days later" counts the days.
    is_count = hedge is not None and text.at(index) in en.FEW and text.at(hedge[1]) in en.CALENDAR_UNITS
    return None if is_count else hedge


class DatePhrases:
    """Reads the date phrases of one text, with what they may count from and the order of dates in figures."""

    def __init__(
        self, text: Text, anchor: Anchor, date_order: str | None, *, declared: bool, is_edtf: bool = False
    ) -> None:
        self.text, self.anchor = text, anchor
        self.days, self.moments = (
            Days(text, anchor, date_order, declared=declared, is_edtf=is_edtf),
            Moments(text, anchor),
        )
        self.fewest = FEWEST_DIGITS if declared else 4

    def looking(self, side: str) -> DatePhrases:
        """The same of an anchor that is looked ahead or back from."""
        days = self.days
        anchor = replace(self.anchor, side=side)
        return DatePhrases(self.text, anchor, days.date_order, declared=days.declared, is_edtf=days.is_edtf)

    def at(self, index: int, bound: str = "") -> Parsed:
        """The date phrase at token `index`, and the index after it; `bound` stands before it ("by the end of")."""
        found: Parsed = None
        for _ in range(MOST_PREFIXES):
            found = (
                parse_season_of_years(self.text, index)
                or self._reach(index)
                or self._famous_day(index)
                or parse_fiscal(self.text, index, self.anchor)
                or self.days.numeric(index)
                or self._part(index)
                or parse_apart(self.text, index, self.anchor, self._date_apart)
                or self.days.time_before(index, self.day, self.moments.part_of_anchor)
                or self._moment(index)
                or parse_window(self.text, index, self.anchor)
                or parse_within(self.text, index, self.anchor)
                or self._relative(index)
                or (parse_ahead(self.text, index, self.anchor) if self.days.declared else None)
                or self._third(index, bound)
                or self._latter(index)
                or side_of(self.text, index, self.anchor, self.below)
                or self._short_decade(index)
                or self._which(index)
                or parse_nth(self.text, index, self.anchor)
            )
            neutral = PREFIXES.at(self.text, index)
            if found is not None or neutral is None:
                break
            index = neutral[1]
        return (
            found
            or self._division(index)
            or self._season(index)
            or self.days.holiday(index)
            or self.days.day_or_month(index)
            or parse_century(self.text, index)
            or parse_year(self.text, index, self.fewest)
            or self._short_year(index)
        )

    def day(self, index: int) -> Parsed:
        """A day behind a time: `(3 p.m. on) Tuesday`, `(9 a.m.) yesterday`, `(noon on) May 12`."""
        place = self.text.skip(index, "the")
        return (
            self._moment(place)
            or parse_relative(self.text, place, self.anchor)
            or self.days.holiday(place)
            or (self.days.day_or_month(place))
        )

    def _moment(self, index: int) -> Parsed:
        """`Tuesday night`, `late yesterday`, `the morning of May 12`, `last Friday at 3 p.m.`, `overnight`."""
        two_days = parse_night(self.text, index, self.anchor, self._whole_day)
        night = two_days or self.moments.night(index) or self._part_of_day(index)
        if night is not None:
            return night
        third = third_at(self.text, index)
        beside = en.EARLIER_THIS, en.LATER_THIS
        parted = self.moments.night(index + 1, self.text.at(index)) if third is not None else None
        if parted is None and self.text.at(index) in beside:
            parted = self.moments.night(index + 1)
        if parted is not None:
            return parted
        place = third[1] if third is not None else index
        day = self._near_day(self.text.skip(place, "on"), is_parted=third is not None)
        if day is None:
            return None
        date, after = day
        if third is None:
            return date, after
        if date.precision != "day":
            return None
        both = en.DAY_PARTS.get(f"{self.text.at(index)} {self.text.at(after)}")
        return part_of(self.settled(date), both or third[0]), after + (both is not None)

    def _famous_day(self, index: int) -> Parsed:
        """The `9/11` of "post-9/11" and "the 9/11 attacks"; alone it could be a day of any year."""
        found = _FAMOUS_DAYS.at(self.text, index)
        if found is None:
            return None
        day, after = found
        behind = self.text.skip(self.text.skip(after, "terror", "terrorist"), *en.FAMOUS_EVENTS)
        is_joined = self.text.is_hyphen(index - 1) and self.text.at(index - 2) in ("pre", "post")
        is_event = self.text.at(behind - 1) in en.FAMOUS_EVENTS
        return (DateSpan.unit("day", *day), behind if is_event else after) if is_joined or is_event else None

    def _relative(self, index: int) -> Parsed:
        """`the next day`, `the next day at 3 p.m.`, `two weeks later`."""
        found = parse_relative(self.text, index, self.anchor)
        if found is None or found[0].low is None or found[0].high != found[0].low + cal.MINUTES_A_DAY:
            return found
        return self.days.time_behind(*found)

    def _near_day(self, index: int, *, is_parted: bool) -> Parsed:
        """A weekday or named day, with its date if it has one, and unless it `is_parted`, with a time of day."""
        which, place = which_at(self.text, index)
        weekday = self.text.at(place) in en.WEEKDAYS
        dated = self.days.day_or_month(place) if weekday and not which.is_after else None
        if dated is not None:
            return dated
        named = self.text.at(self.text.skip(index, "the")) in _NAMED_FIRST
        found = parse_relative(self.text, index, self.anchor) if named else self.moments.day(index)
        if found is None or found[0].precision != "day":
            return None
        return found if is_parted else self.days.time_behind(*found)

    def _whole_day(self, index: int) -> Parsed:
        """A day that a part of it stands before."""
        return (
            self.days.numeric(index)
            or self._near_day(index, is_parted=True)
            or self.days.holiday(index)
            or self.days.day_or_month(index)
        )

    def _date_apart(self, index: int) -> Parsed:
        """What "the week before" may count from."""
        place = self.text.skip(index, "the", "on")
        if parse_time(self.text, place) is not None:
            return None
        return self._whole_day(place) or parse_century(self.text, place) or parse_year(self.text, place)

    def _part_of_day(self, index: int) -> Parsed:
        """`the morning of May 12`, `dawn on Tuesday`, `before dawn Tuesday`."""
        text = self.text
        part = part_at(text, text.skip(text.skip(index, "in", en.AT), "the"))
        if part is None:
            return None
        day = self._whole_day(text.skip(text.skip(part[1], en.OF, "on"), "the"))
        if day is None or day[0].precision != "day":
            return None
        return part_of(self.settled(day[0]), part[0]), day[1]

    def _latter(self, index: int) -> Parsed:
        """`the latter part of 2019`: its second half."""
        found = _LATTER.at(self.text, index)
        whole = self.below(found[1]) if found is not None else None
        return None if whole is None else (self.settled(whole[0]).half(2), whole[1])

    def _short_year(self, index: int) -> Parsed:
        year = self.days.short_year(index)
        return None if year is None else (DateSpan.unit("year", year[0]), year[1])

    def _short_decade(self, index: int) -> Parsed:
        """`the '90s`, `the nineties`, the 80s of "late 80s": a decade whose century the anchor gives."""
        is_named = self.text.at(index) in ("the", "'") or self.text.at(index - 1) in _BEFORE_A_DECADE
        found = short_decade(self.text, index) if is_named else None
        if found is None:
            return None
        return settled_decade(found[0], self.text.between(index, found[1]), self.anchor), found[1]

    def _which(self, index: int) -> Parsed:
        """`this March`, `last summer`, `next Christmas`, `the following spring`: of the anchor's time."""
        which, place = which_at(self.text, index)
        if not which.side:
            return None
        found = self._season(place) or self.days.holiday(place) or self.days.day_or_month(place)
        if found is None or not isinstance(found[0], PartialDate):
            return None
        partial = replace(found[0], which=which.side)
        if not which.is_after and not which.is_plain:
            return partial, found[1]
        words = self.text.between(index, found[1])
        ends = self.anchor.closed(words, or_published=not which.is_after)
        minutes = (ends.low, ends.high - 1) if which.is_after else (ends.low,)
        years = {partial.year_from(minute) for minute in minutes}
        if len(years) > 1:
            raise ReadingError(f"{words} could be of {min(years)} or {max(years)}", nearest=f"{found[0].words}, 2025")
        return partial.in_year(years.pop()), found[1]

    def _part(self, index: int) -> Parsed:
        """`first Monday of October 2014`, `the last three months of 2023`."""
        part = parse_part(self.text, index)
        whole = self.below(part[1]) if part is not None else None
        if part is None or whole is None:
            return None
        return part[0].of(self.settled(whole[0])), whole[1]

    def settled(self, date: AnyDate) -> DateSpan:
        return settled(date, self.anchor)

    def below(self, index: int) -> Parsed:
        """What "early" or "first half of" may be a part of."""
        running = running_unit(self.text, index, self.anchor)
        if running is not None:
            return running
        index = self.text.skip(index, "the", "year")
        return (
            self._short_decade(index)
            or parse_relative(self.text, index, self.anchor)
            or self._season(index)
            or self.days.day_or_month(index)
            or parse_century(self.text, index)
            or parse_year(self.text, index)
        )

    def _reach(self, index: int) -> Parsed:
        """`the week beginning 4 February 2019`, `the three months ended 30 June 2024`."""
        reach = parse_reach(self.text, self.text.skip(index, "the"))
        whole = self.below(reach[1]) or self.days.numeric(reach[1]) if reach is not None else None
        if reach is None or whole is None or whole[0].precision not in ("day", "month"):
            return None
        return reach[0].of(self.settled(whole[0])), whole[1]

    def _third(self, index: int, bound: str) -> Parsed:
        """`late 1990s`, `mid-March 2024`, `early 2019`, `the end of 2022`."""
        found = THIRDS.at(self.text, index)
        if found is None:
            return None
        third, after = found
        third = MIDDLE if third == MID and bound in ("before", "after") else third
        exact = _EXACT_ENDS.at(self.text, index)
        place = self.text.skip(after, "-", en.OF, "in")
        whole = self.below(place) or self._division(self.text.skip(place, "the"))
        if whole is None:
            return running_end(
                self.text, index, after, third, self.anchor, exact[0] if exact is not None and bound else ""
            )
        date, after = whole
        # "by the start of 2015" and "since the end of 2015" leave more open than one day.
        if exact is not None and bound and (exact[0], bound) not in (("end", en.SINCE), ("start", "by")):
            return end_of(self.settled(date), exact[0]), after
        if isinstance(date, DateSpan):
            return date.third(third), after
        return (replace(date, third=third), after) if date.precision in ("month", "season") else None

    def _division(self, index: int) -> Parsed:
        """`first quarter of 2024`, `Q3 2023`, `2023 Q3`, `H1 2019`, `second half of the 1990s`, `week 45 of 2015`."""
        if self.text.at(index) == en.WEEK:
            return parse_week(self.text, index) or self._week_of(index)
        leading = bare_year(self.text, index)
        if leading is not None:
            part = letter_part(self.text, self.text.skip(leading[1], *SEPARATORS))
            return None if part is None else (part_of_year(leading[0], *part[0]), part[1])
        part = letter_part(self.text, index) or ordinal_part(self.text, index)
        if part is None:
            return None
        (number, precision), after = part
        glued = self.days.glued_year(after)
        if glued is not None:
            return part_of_year(glued[0], number, precision), glued[1]
        after = self.text.skip(after, en.OF, "in", *SEPARATORS)
        year = bare_year(self.text, self.text.skip(self.text.skip(after, "the"), "year")) or self.days.year(after)
        if year is not None:
            return part_of_year(year[0], number, precision), year[1]
        whole = self.below(after)
        if whole is not None and precision == en.HALF:
            return self.settled(whole[0]).half(number), whole[1]
        if whole is not None and whole[0].precision == "year":
            return Part(number, 1, precision).of(self.settled(whole[0])), whole[1]
        if self.text.integer(index, 1) is not None and self.text.at(index + 1) in en.QUARTER_LETTERS:
            return None  # "1h" may be an hour
        month, words = (number - 1) * cal.MONTHS_IN[precision] + 1, self.text.between(index, part[1])
        return PartialDate(month, None, precision, named=words), part[1]

    def _week_of(self, index: int) -> Parsed:
        """`the week of May 12`: the one from Monday in which it lies, or the seven days from it."""
        if self.text.at(index + 1) != en.OF:
            return None
        day = self.days.numeric(index + 2) or self.days.day_or_month(index + 2)
        if day is None or day[0].precision != "day":
            return None
        date = self.settled(day[0])
        is_sunday = cal.weekday((date.low or 0) // cal.MINUTES_A_DAY) == cal.SUNDAY
        low = (date.low or 0) if is_sunday else cal.floor(date.low or 0, "week")
        week = DateSpan.exact(low, cal.shift(low, 1, "week"), "week")
        before = (cal.SUNDAY if is_sunday else 1) * cal.MINUTES_A_DAY
        week = week.allowing(DateSpan.exact(low - before, low, "day"))
        return week.allowing(date).allowing(date.moved(6 * cal.MINUTES_A_DAY)), day[1]

    def _season(self, index: int) -> Parsed:
        """`summer 2024`, `spring of 2019`, `winter 2019–20`, `summer`."""
        month = en.SEASONS.get(self.text.at(index))
        if month is None:
            return None
        year = self.days.year(self.text.skip(index + 1, en.OF, ",", "in"))
        if month == en.WINTER and year is not None:
            return parse_winter(self.text, year)
        if year is None:
            return PartialDate(month, None, "season"), index + 1
        return DateSpan.unit("season", year[0], month).widened(1, "month"), year[1]
