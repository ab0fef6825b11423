"""Two date phrases with what makes them a range; halves that lean on each other: `5–7 October`, `1960s–70s`.

range = phrase "–" phrase | "between" phrase "and" phrase | "from" phrase | phrase "and" the one after it
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.clock import is_time_range
from crosscheck.readings.dates.days import AnyDate, Parsed
from crosscheck.readings.dates.edtf import checked_day
from crosscheck.readings.dates.moments import part_of
from crosscheck.readings.dates.phrases import THIRDS, DatePhrases, date_hedge
from crosscheck.readings.dates.spans import AHEAD, DateSpan
from crosscheck.readings.dates.years import century, day_number, in_era, parse_ordinal, short_decade
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Text

INTO_A_DAY = (0, 9, 0, 24)
"""How far "late Monday into Tuesday" reaches: hours of the second day, as stated and as allowed."""


class Range(NamedTuple):
    """A span, the index behind it, and a bound that "from" or "–present" makes of it, if any."""

    span: DateSpan
    after: int
    bound: str = ""


class Ranges:
    """Reads one date phrase or two; `bound` is what stands before it ("by the end of")."""

    def __init__(self, text: Text, phrases: DatePhrases, bound: str) -> None:
        self.text, self.phrases, self.bound = text, phrases, bound

    def at(self, index: int) -> Range | None:
        """The range or date phrase at token `index`, None if no date stands there; raises `ReadingError`."""
        opening = self.text.at(index)
        is_range = opening in (en.BETWEEN, en.FROM)
        if is_time_range(self.text, index):
            timed = self.phrases.at(index)
            if timed is not None:
                return Range(self.phrases.settled(timed[0]), timed[1])
        place = index + is_range
        separators = en.DATE_RANGE_AND if opening == en.BETWEEN else en.DATE_RANGE
        first = self._with_later_era(place, separators) or self._end(place) or self._leaning(place, separators)
        if first is None:
            return None
        start, after = first
        listed = self._listed(start, place, after)
        if listed is not None:
            return listed
        joint = self.text.at(after)
        is_open = joint in separators and self.text.at(after + 1) in en.OPEN_ENDS
        if is_open and opening != en.BETWEEN:
            return Range(self.phrases.settled(start), after + 2, en.SINCE)
        beside = joint in (en.AND, en.OR) and opening != en.BETWEEN
        second = self._range_end(start, place, after) if joint in separators or beside else None
        if second is not None and joint == en.INTO and second[0].precision == "day":
            second = part_of(self.phrases.settled(second[0]), INTO_A_DAY), second[1]
        if second is not None:
            return self._joined(start, second, beside)
        if opening == en.BETWEEN:
            raise ReadingError(
                f"a second date was expected after {shown(self.text.between(0, after))}",
                nearest="between 1932 and 1933",
            )
        if opening != en.FROM:
            return Range(self.phrases.settled(start), after)
        # "from Monday" looks ahead, "from Monday to Wednesday" does not.
        ahead = Ranges(self.text, self.phrases.looking(AHEAD), self.bound)
        found = ahead._end(place) or (start, after)
        return Range(ahead.phrases.settled(found[0]), found[1], en.SINCE)

    def _listed(self, start: AnyDate, begun: int, after: int) -> Range | None:
        """`May 12, 13 and 14, 2025`, `2001, 2002 and 2003`: each follows the one before it; raises `ReadingError`."""
        text, place = self.text, after
        between: list[int] = []
        while text.at(place) == "," and text.at(place + 2) in (",", en.AND):
            number = text.integer(place + 1, 4)
            if number is None:
                break
            between.append(number)
            place += 2
        joint = text.skip(place, ",")
        second = self._range_end(start, begun, joint) if between and text.at(joint) == en.AND else None
        if second is None or start.precision not in ("day", "year"):
            return None
        low, high = self._pair(start, second[0])
        in_order = [between[0] + step for step in range(len(between))]
        if low.low is None or in_order != between or cal.shift(low.low, len(between) + 2, start.precision) != high.high:
            raise ReadingError("dates with time between them; curate a claim for each")
        return Range(low.to(high), second[1])

    def _joined(self, start: AnyDate, second: tuple[AnyDate, int], beside: bool) -> Range:
        """The range of two date phrases; `beside`: an "and" or "or" joins them, so nothing may lie between."""
        low, high = self._pair(start, second[0])
        if beside and low.high != high.low:
            raise ReadingError("two dates with time between them; curate a claim for each")
        if low.low is not None and high.high is not None and low.low >= high.high:
            raise ReadingError("the range runs backwards", understood=self.text.between(0, second[1]))
        return Range(low.to(high), second[1])

    def _end(self, index: int) -> Parsed:
        """A date phrase, with a hedge of its own where it is one end of a range ("1856–ca. 1865")."""
        hedge = date_hedge(self.text, index)
        found = self.phrases.at(hedge[1] if hedge else index, self.bound)
        if found is None or hedge is None or hedge[0] == "same":
            return found
        return found[0].hedged(hedge[0]), found[1]

    def _with_later_era(self, index: int, separators: frozenset[str]) -> Parsed:
        """The 500 of "500–400 BC", which has its era from the second year."""
        first, after = self.text.integer(index, 5), index + 1
        second, era = self.text.integer(after + 1, 5), en.ERAS.get(self.text.at(after + 2))
        if not first or not second or era is None or self.text.at(after) not in separators:
            return None
        return DateSpan.unit("year", in_era(first, era)), after

    def _leaning(self, index: int, separators: frozenset[str]) -> Parsed:
        """A first half that has what it lacks from the second: `5–7 October 2025`, `late 17th–19th centuries`."""
        index = self.text.skip(index, "the") if THIRDS.at(self.text, index) is None else index
        third = THIRDS.at(self.text, index)
        part = self._leading_third(*third, separators) if third is not None else None
        if part is not None:
            return part
        place = self.text.skip(third[1], "-", "the") if third else self.text.skip(index, "the")
        number = parse_ordinal(self.text, place) or day_number(self.text, place)
        if number is None or self.text.at(number[1]) not in separators | {en.AND, en.OR}:
            return None
        end = self._end(number[1] + 1)
        if end is None:
            return None
        if any(token.text in en.CENTURY for token in self.text.tokens[number[1] : end[1]]):
            whole = century(number[0], -1 if _year_of(self.phrases.settled(end[0])) < 1 else 1)
            return (whole.third(third[0]) if third else whole), number[1]
        return None if third else self._leading_day(number, end[0])

    def _leading_third(self, third: int, after: int, separators: frozenset[str]) -> Parsed:
        """The early of "early to mid 2015", the mid of "mid-to-late 1990s"."""
        joint = self.text.skip(after, "-")
        later = THIRDS.at(self.text, self.text.skip(joint + 1, "-")) if self.text.at(joint) in separators else None
        if later is None and self.text.at(after) == "-":
            joint, later = after, THIRDS.at(self.text, after + 1)
        whole = self.phrases.below(self.text.skip(later[1], "-", en.OF)) if later is not None else None
        return (whole[0].third(third), joint) if whole and isinstance(whole[0], DateSpan) else None

    def _leading_day(self, day: tuple[int, int], end: AnyDate) -> Parsed:
        if end.precision != "day" or not 1 <= day[0] <= 31:
            return None
        if not isinstance(end, DateSpan):
            return replace(end, day=day[0], weekday=None), day[1]
        year, month, _ = cal.date_of((end.low or 0) // cal.MINUTES_A_DAY)
        return checked_day(year, month, day[0]), day[1]

    def _range_end(self, start: AnyDate, begun: int, after: int) -> Parsed:
        """The second half, whose words may lean on the first: `2015–16`, `October 5–7, 2025`, `the 1960s and '70s`."""
        place = self.text.skip(after + 1, "-")
        digits = len(self.text.at(place))
        short = self.text.integer(place, 2) if digits == 2 or (digits == 1 and self.text.dashed) else None
        ends_in_year = self.text.integer(after - 1, 4) is not None and len(self.text.at(after - 1)) == 4
        if isinstance(start, DateSpan) and start.precision == "year" and short is not None and ends_in_year:
            year, size = _year_of(start), 10**digits
            end = year - year % size + short
            if year % 100 == 99 and short == 0:
                end += 100
            return (DateSpan.unit("year", end), place + 1) if end > year else None
        decade = short_decade(self.text, place)
        if isinstance(start, DateSpan) and start.precision == "decade" and decade is not None:
            year = _year_of(start)
            return DateSpan.unit("decade", year - year % 100 + decade[0]), decade[1]
        month = next((en.MONTHS[t.text] for t in self.text.tokens[begun:after] if t.text in en.MONTHS), None)
        if month is not None and start.precision == "day":
            leaning = self.phrases.days.day_of(month, place)
            if leaning is not None:
                return leaning
        return self._end(place)

    def _pair(self, start: AnyDate, end: AnyDate) -> tuple[DateSpan, DateSpan]:
        """Both ends with their years: a start without one takes that of the end, or the year before it."""
        high = self.phrases.settled(end)
        if not isinstance(end, DateSpan):
            self.phrases.settled(start)  # a start that is soon to come may be meant, however far off the end is
        if isinstance(start, DateSpan) or high.low is None:
            return self.phrases.settled(start), high
        low = start.in_year(_year_of(high))
        if low.low is not None and low.low > high.low:
            low = start.in_year(_year_of(high) - 1)
        return low, high


def _year_of(span: DateSpan) -> int:
    return cal.year_of(span.low or 0)
