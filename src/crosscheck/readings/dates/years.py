"""Years and what is made of them in words: decades, centuries, quarters, halves, weeks, seasons; ordinals.

All that is known here depends on the text alone, not on what a date counts from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.edtf import parse_edtf
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import parse_number
from crosscheck.readings.tokens import FIGURE, Phrases, Text

SEPARATORS = (",", "-", "/")
RUNNING_CENTURY, LAST_CENTURY = 2000, 1900
BEFORE = -1
EARLIEST_SPELLED = 14
"""The first two digits of "fourteen ninety-two"; below, "eleven thirty" is rather a time."""

TURN = 5
"""Years about the one in which a century began that are its turn, as stated."""
_TURN = Phrases.of(en.TURN)

Counted = tuple[int, int] | None
"""A number and the index behind it."""
YearPart = tuple[tuple[int, str], int] | None
"""The number of a part of a year and its unit ("half", "quarter"), and the index behind it."""
Parsed = tuple[DateSpan, int] | None


def parse_ordinal(text: Text, index: int) -> Counted:
    """`19th`, `first`, `twenty-first`."""
    word = text.at(index)
    if word in en.ORDINALS:
        return en.ORDINALS[word], index + 1
    tens = en.CARDINALS.get(word, 0)
    if 20 <= tens < 100:
        after = text.skip(index + 1, "-")
        unit = en.ORDINALS.get(text.at(after), 10)
        return (tens + unit, after + 1) if unit < 10 else None
    number = text.integer(index, 2)
    if number is not None and text.at(index + 1) in en.ORDINAL_SUFFIXES and text.glued(index + 1):
        return number, index + 2
    return None


def day_number(text: Text, index: int) -> Counted:
    """`5`, `5th`, `fifth`: the day of a month."""
    ordinal = parse_ordinal(text, index)
    number = text.integer(index, 2)
    found = ordinal or (None if number is None else (number, index + 1))
    return found if found is not None and 1 <= found[0] <= 31 else None


def bare_year(text: Text, index: int, fewest: int = 4) -> Counted:
    """A year of four digits, or in words; of `fewest` digits or with its era, of fewer."""
    year = text.integer(index, 4)
    if year is None:
        return _ancient_year(text, index) or _spelled_year(text, index)
    following = text.at(index + 1)
    if following in ("s", "'") and text.glued(index + 1):
        return None
    if following in en.ERAS and year > 0:
        return in_era(year, en.ERAS[following]), index + 2
    return (year, index + 1) if fewest <= len(text.at(index)) and text.at(index)[0] != "0" * (fewest < 4) else None


def in_era(year: int, era: int) -> int:
    """The astronomical year: 1 BC is 0."""
    return year if era > 0 else 1 - year


def _ancient_year(text: Text, index: int) -> Counted:
    """`10,000 BC`."""
    written, era = text.at(index).replace(",", ""), en.ERAS.get(text.at(index + 1))
    is_year = text.token(index).kind == FIGURE and written.isdigit() and 4 < len(written) < 8
    return (in_era(int(written), era), index + 2) if is_year and era == BEFORE else None


def _of_the_thousands(text: Text, index: int) -> Counted:
    """The year of "two thousand (and) twenty-four", from behind the "and"."""
    tens = en.CARDINALS.get(text.at(index), 0)
    place = text.skip(index + 1, "-")
    ones = en.CARDINALS.get(text.at(place), 0) if tens >= 20 else 0
    if not 0 < tens < 100 or ones > 9:
        return None
    return (2000 + tens + ones, place + 1) if ones else (2000 + tens, index + 1)


def _spelled_year(text: Text, index: int) -> Counted:
    """`nineteen ninety-nine`, `twenty twenty-five`, `two thousand and one`."""
    if text.at(index) == "two" and text.at(index + 1) == "thousand":
        return _of_the_thousands(text, text.skip(index + 2, en.AND))
    century, place = en.CARDINALS.get(text.at(index), 0), index + 1
    place = text.skip(place, "-")
    if not EARLIEST_SPELLED <= century <= 20:
        return None
    tens = en.CARDINALS.get(text.at(place), 0)
    ones = en.CARDINALS.get(text.at(text.skip(place + 1, "-")), 0) if tens >= 20 else 0
    if tens < 10:
        return None
    if 0 < ones < 10:
        return century * 100 + tens + ones, text.skip(place + 1, "-") + 1
    return century * 100 + tens, place + 1


def parse_year(text: Text, index: int, fewest: int = 4) -> Parsed:
    """`1999`, `1990s`, `the 1800s`, `the nineteen-seventies`, `64 BCE`, `AD 79`."""
    era, number = en.ERAS.get(text.at(index)), text.integer(index + 1, 4)
    if era is not None and number:
        return DateSpan.unit("year", in_era(number, era)), index + 2
    year = bare_year(text, index, fewest)
    if year is not None:
        return DateSpan.unit("year", year[0]), year[1]
    century, place = en.CARDINALS.get(text.at(index), 0), text.skip(index + 1, "-")
    if EARLIEST_SPELLED <= century <= 20 and text.at(place) in en.DECADES:
        return DateSpan.unit("decade", century * 100 + en.DECADES[text.at(place)]), place + 1
    number, after = text.integer(index, 4), text.skip(index + 1, "'")
    if number is None or len(text.at(index)) != 4 or number % 10 or text.at(after) != "s" or not text.glued(after):
        return None
    if number == LAST_CENTURY:
        raise ReadingError(
            f"{text.between(index, after + 1)} could be a decade or a century", nearest="1900 to 1909, the 20th century"
        )
    # "the 1800s" are a century; of the running one only its first decade can be meant.
    precision = "century" if number % 100 == 0 and number < RUNNING_CENTURY else "decade"
    return DateSpan.unit(precision, number), after + 1


def short_decade(text: Text, index: int) -> Counted:
    """The tens of `'90s`, `90s`, `nineties`."""
    index = text.skip(text.skip(index, "the"), "'")
    if text.at(index) in en.DECADES:
        return en.DECADES[text.at(index)], index + 1
    number, after = text.integer(index, 2), text.skip(index + 1, "'")
    is_decade = number is not None and len(text.at(index)) == 2 and number % 10 == 0
    return (number, after + 1) if number is not None and is_decade and text.at(after) == "s" else None


def parse_century(text: Text, index: int) -> Parsed:
    """`19th century`: 1801 to 1900; `2nd century BC`: 200 to 101 BC; `the first millennium`: 1 to 1000."""
    turn = _TURN.at(text, index)
    return _numbered_century(text, index) if turn is None else _turn(text, turn[1])


def _numbered_century(text: Text, index: int) -> Parsed:
    ordinal = parse_ordinal(text, index)
    if ordinal is None and (number := text.integer(index, 2)) and text.at(index + 1) == ".":
        ordinal = number, index + 2  # "20. century"
    after = text.skip(ordinal[1], "-") if ordinal is not None else index
    if ordinal is None or ordinal[0] < 1 or text.at(after) not in en.CENTURY | en.MILLENNIUM:
        return None
    size = 100 if text.at(after) in en.CENTURY else 1000
    era = en.ERAS.get(text.at(after + 1), 0)
    return century(ordinal[0], era, size), after + 1 + (era != 0)


def _turn(text: Text, index: int) -> Parsed:
    """`the turn of the 20th century`: about the year 1900, when it began; raises `ReadingError` without a number."""
    place = text.skip(index, "the")
    found = _numbered_century(text, place) if place > index else None
    if found is not None and found[0].low is not None:
        return _around(cal.year_of(found[0].low) - 1, TURN), found[1]
    if place > index and text.at(place) in en.MILLENNIUM:
        return _around(RUNNING_CENTURY, 1), place + 1
    if text.at(place) in en.CENTURY:
        raise ReadingError("the century whose turn is meant is not given", nearest="the turn of the 20th century")
    return None


def _around(year: int, count: int) -> DateSpan:
    """So many years before and after one, allowed twice as many."""
    ends = (cal.minutes(year + by) for by in (-count, count + 1, -2 * count, 2 * count + 1))
    low, high, wide_low, wide_high = ends
    return DateSpan(low, high, "year", wide_low, wide_high)


def century(number: int, era: int, size: int = 100) -> DateSpan:
    """The century of an ordinal, or of a `size` of 1000 the millennium; `era` -1: before Christ."""
    first = -size * number + 1 if era < 0 else size * (number - 1) + 1
    return DateSpan.exact(cal.minutes(first), cal.minutes(first + size), "century" if size == 100 else "millennium")


def letter_part(text: Text, index: int) -> YearPart:
    """`Q3`, `3Q`, `H1`."""
    for letter, number in ((index, index + 1), (index + 1, index)):
        precision, count = en.QUARTER_LETTERS.get(text.at(letter)), text.integer(number, 1)
        if precision is not None and count is not None and text.glued(index + 1):
            return ((count, precision), index + 2) if 1 <= count <= 12 // cal.MONTHS_IN[precision] else None
    return None


def ordinal_part(text: Text, index: int) -> YearPart:
    """`first quarter`, `second half`."""
    ordinal = parse_ordinal(text, index)
    precision = text.at(text.skip(ordinal[1], "-")) if ordinal else ""
    if ordinal is None or precision not in (en.QUARTER, en.HALF):
        return None
    number, after = ordinal[0], text.skip(ordinal[1], "-") + 1
    return ((number, precision), after) if 1 <= number <= 12 // cal.MONTHS_IN[precision] else None


def part_of_year(year: int, number: int, precision: str) -> DateSpan:
    """The second quarter, the first half … of a year."""
    return DateSpan.unit(precision, year, (number - 1) * cal.MONTHS_IN[precision] + 1)


def parse_week(text: Text, index: int) -> Parsed:
    """`week 45 of 2015`: ISO 8601's."""
    number = text.integer(index + 1, 2)
    year = bare_year(text, text.skip(text.skip(index + 2, ","), en.OF, "in"))
    if number is None or year is None:
        return None
    span = parse_edtf(f"{year[0]:04d}-W{number:02d}")
    return None if span is None else (span, year[1])


def parse_winter(text: Text, year: tuple[int, int]) -> Parsed:
    first, after = year
    second = text.integer(after + 1, 4) if text.at(after) in ("-", "/") else None
    if second is None or (first + 1) % (100 if second < 100 else 10**4) != second:
        raise ReadingError(f"winter {first} could begin or end in {first}", nearest=f"winter {first - 1}–{first}")
    return DateSpan.unit("season", first, en.WINTER).widened(1, "month"), after + 2


REACHES = Phrases(en.REACHES)
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
        # The first week of a month may be its first seven days, or begin on its first Monday, or with its first day.
        if self.unit == "week" and self.count == 1:
            return part.widened(6, "day")
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
        first = cal.weekday_from(low // cal.MINUTES_A_DAY, self.weekday)
        return (first + 7 * (self.rank - 1)) * cal.MINUTES_A_DAY


def parse_part(text: Text, index: int) -> tuple[Part, int] | None:
    """The part at token `index`, up to the `of` or `in` before the whole, and the index behind that."""
    index = text.skip(index, "the")
    ordinal = (LAST, index + 1) if text.at(index) in en.LAST else parse_ordinal(text, index)
    if ordinal is None or not ordinal[0]:
        return None
    rank, place = ordinal
    weekday = en.WEEKDAYS.get(text.at(place))
    if text.at(place) in en.WEEKENDS and text.at(place + 1) in (en.OF, en.IN):
        return Part(rank, 2, "day", cal.SATURDAY), place + 2
    parsed = parse_number(text, place) if weekday is None and rank in (1, LAST) else None
    count = 1
    if parsed is not None and parsed[0].value.denominator == 1 and 0 < parsed[0].value <= MOST_UNITS:
        count, place = int(parsed[0].value), parsed[1]
    if text.at(place) == en.OF and text.at(place + 1) not in en.MONTHS and rank != LAST:
        return Part(rank, 1, "day", is_number=True), place + 1  # "the 20th of next month"
    unit = "day" if weekday is not None else en.CALENDAR_UNITS.get(text.at(place))
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
    place = text.skip(place, *en.FISCAL)
    unit = en.CALENDAR_UNITS.get(text.at(place))
    joint = REACHES.at(text, text.skip(place + 1, "that"))
    # "the years to 2015" leaves open how many.
    if unit is None or joint is None or (text.at(place) == unit) != (count == 1):
        return None
    return Reach(count, unit, joint[0] == "end"), text.skip(joint[1], "on", "the")


_TWO_YEAR_NOUNS = Phrases.of(en.TWO_YEAR_NOUNS)
_OF_TWO_YEARS_ONLY = Phrases.of(en.OF_TWO_YEARS_ONLY)
_YEARS_NOUNS = Phrases.of(en.YEARS_NOUNS)
MOST_NAMES = 4
"""So many words of a name may stand before "season": "the 2010-11 English Premier League season"."""


def parse_season_of_years(text: Text, index: int) -> Parsed:
    """`the 2023-24 season`, `the 2010 NBA season`, `the 2007-09 recession`: somewhere in its years."""
    index = text.skip(index, "the")
    leading = _TWO_YEAR_NOUNS.at(text, index)
    year = bare_year(text, leading[1] if leading is not None else index)
    if year is None:
        return None
    first, after = year
    second = text.integer(after + 1, 4) if text.at(after) in ("-", "/") else None
    last = first
    if second is not None:
        is_short = len(text.at(after + 1)) < 4
        last = first - first % 100 + second + 100 * (second < first % 100) if is_short else second
        after += 2
    whole = DateSpan.unit("year", first).to(DateSpan.unit("year", last))
    if leading is not None:
        _refuse_one_year(text, index, leading[1], second)
        return (whole, after) if first <= last <= first + 1 else None
    names = after
    while names < after + MOST_NAMES and _is_name(text, names):
        names += 1
    noun = _TWO_YEAR_NOUNS.at(text, names) if first <= last <= first + 1 else None
    if noun is not None:
        _refuse_one_year(text, names, noun[1], second)
    if noun is None and second is not None and first < last < first + 100:
        noun = _YEARS_NOUNS.at(text, after)
    return None if noun is None else (whole, noun[1])


def _refuse_one_year(text: Text, index: int, after: int, second: int | None) -> None:
    """Refuse "tax year 2023", which is two calendar years."""
    if second is None and _OF_TWO_YEARS_ONLY.at(text, index) is not None:
        said = text.between(index, after)
        raise ReadingError(f"whether the {said} begins or ends in that year is not said", nearest=f"{said} 2022-23")


def _is_name(text: Text, index: int) -> bool:
    """Whether a word is that of a name, as in "the 2010-11 Premier League season"."""
    word = text.between(index, index + 1)
    is_date = text.at(index) in en.MONTHS or text.at(index) in en.ERAS
    return word[:1].isupper() and word.isalpha() and not is_date
