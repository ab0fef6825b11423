"""One date phrase: a day, month, year, decade, century, season, quarter, or a part of one.

phrase = figures | relative date | part "of" phrase | season | quarter | holiday | day | month | century | year
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.days import FEWEST_DIGITS, AnyDate, Days, Parsed, settled
from crosscheck.readings.dates.relative import parse_relative, parse_window, parse_within
from crosscheck.readings.dates.spans import Anchor, DateSpan, PartialDate, settled_decade
from crosscheck.readings.dates.years import (
    SEPARATORS,
    bare_year,
    letter_part,
    ordinal_part,
    parse_century,
    parse_part,
    parse_reach,
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

_BEFORE_A_DECADE = frozenset({"-", *(phrase.split()[-1] for phrase in en.THIRDS)})
MOST_PREFIXES = 8


def date_hedge(text: Text, index: int) -> tuple[str, int] | None:
    """The hedge at token `index`: `approx`, or `same` for a word that changes nothing; and the index behind it."""
    hedge = _HEDGES.at(text, index)
    # The "some" of "some days later" counts the days.
    is_count = hedge is not None and text.at(index) in en.FEW and text.at(hedge[1]) in en.CALENDAR_UNITS
    return None if is_count else hedge


class DatePhrases:
    """Reads the date phrases of one text, with what they may count from and the order of dates in figures."""

    def __init__(self, text: Text, anchor: Anchor, date_order: str | None, *, declared: bool) -> None:
        self.text, self.anchor, self.days = text, anchor, Days(text, anchor, date_order)
        self.fewest = FEWEST_DIGITS if declared else 4

    def at(self, index: int, bound: str = "") -> Parsed:
        """The date phrase at token `index`, and the index after it; `bound` stands before it ("by the end of")."""
        found: Parsed = None
        for _ in range(MOST_PREFIXES):
            found = (
                self.days.numeric(index)
                or self._part(index)
                or self._reach(index)
                or parse_window(self.text, index, self.anchor)
                or parse_within(self.text, index, self.anchor)
                or parse_relative(self.text, index, self.anchor)
                or self.days.clock_before(index)
                or self._third(index, bound)
                or self._short_decade(index)
                or self._this(index)
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
        )

    def _short_decade(self, index: int) -> Parsed:
        """`the '90s`, `the nineties`, the 80s of "late 80s": a decade whose century the anchor gives."""
        is_named = self.text.at(index) in ("the", "'") or self.text.at(index - 1) in _BEFORE_A_DECADE
        found = short_decade(self.text, index) if is_named else None
        if found is None:
            return None
        return settled_decade(found[0], self.text.between(index, found[1]), self.anchor), found[1]

    def _this(self, index: int) -> Parsed:
        """`this March`, `this summer`: of the anchor's year."""
        if self.text.at(index) != en.THIS:
            return None
        found = self._season(index + 1) or self.days.day_or_month(index + 1)
        if found is None or not isinstance(found[0], PartialDate):
            return None
        words = self.text.between(index, found[1])
        ends = self.anchor.closed(words, or_published=True)
        first, last = (cal.date_of(minute // cal.MINUTES_A_DAY)[0] for minute in (ends.low, ends.high - 1))
        if first != last:
            raise ReadingError(f"{words} could be of {first} or {last}", nearest=f"{found[0].words}, {last}")
        return found[0].in_year(first), found[1]

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
        exact = _EXACT_ENDS.at(self.text, index)
        whole = self.below(self.text.skip(after, "-", en.OF, "in"))
        if whole is None:
            return None
        date, after = whole
        # "by the start of 2015" and "since the end of 2015" leave more open than one day.
        if exact is not None and bound and (exact[0], bound) not in (("end", en.SINCE), ("start", "by")):
            return _end_of(self.settled(date), exact[0]), after
        if isinstance(date, DateSpan):
            return date.third(third), after
        return (replace(date, third=third), after) if date.precision == "month" else None

    def _division(self, index: int) -> Parsed:
        """`first quarter of 2024`, `Q3 2023`, `2023 Q3`, `H1 2019`, `second half of the 1990s`, `week 45 of 2015`."""
        if self.text.at(index) in en.FISCAL:
            raise ReadingError("when a fiscal year begins is not said", nearest="October 2014 to September 2015")
        if self.text.at(index) == en.WEEK:
            return parse_week(self.text, index)
        leading = bare_year(self.text, index)
        if leading is not None:
            part = letter_part(self.text, self.text.skip(leading[1], *SEPARATORS))
            return None if part is None else (part_of_year(leading[0], *part[0]), part[1])
        part = letter_part(self.text, index) or ordinal_part(self.text, index)
        if part is None:
            return None
        (number, precision), after = part
        after = self.text.skip(after, en.OF, "in", *SEPARATORS)
        year = bare_year(self.text, self.text.skip(after, "the", "year")) or self.days.year(after)
        if year is not None:
            return part_of_year(year[0], number, precision), year[1]
        whole = self.below(after) if precision == en.HALF else None
        if whole is None or not isinstance(whole[0], DateSpan):
            return None
        return whole[0].half(number), whole[1]

    def _season(self, index: int) -> Parsed:
        """`summer 2024`, `spring of 2019`, `winter 2019–20`, `summer`."""
        month = en.SEASONS.get(self.text.at(index))
        if month is None:
            return None
        year = self.days.year(self.text.skip(index + 1, en.OF, ",", "in"))
        if month == en.WINTER:
            return parse_winter(self.text, year)
        if year is None:
            return PartialDate(month, None, "season"), index + 1
        return DateSpan.unit("season", year[0], month).widened(1, "month"), year[1]


def _end_of(span: DateSpan, side: str) -> DateSpan:
    """Behind a bound ("by the end of 2015") an end is the first or last day itself."""
    if span.low is None or span.high is None:
        raise ReadingError("the end of a stretch that is open")
    day = cal.MINUTES_A_DAY
    if side == "end":
        return DateSpan.exact(span.high - day, span.high, "day")
    return DateSpan.exact(span.low, span.low + day, "day")
