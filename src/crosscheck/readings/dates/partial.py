"""Days, months, seasons and decades without their year or century, which an anchor gives them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.anchors import Anchor
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import dates as ed


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, season or part of a month without its year; `hedged` by so many units."""

    month: int
    day: int | None
    precision: str
    third: int | None = None
    weekday: int | None = None
    hedged: int = 0

    @property
    def words(self) -> str:
        name = ed.MONTH_NAMES[self.month - 1]
        return f"{name} {self.day}" if self.day else name

    def in_year(self, year: int) -> DateSpan:
        if self.day is not None and self.day > cal.days_in_month(year, self.month):
            raise ReadingError(f"{year} has no {self.words}")
        span = DateSpan.unit(self.precision, year, self.month, self.day or 1)
        if self.weekday is not None:
            check_weekday(span, self.weekday)
        if self.third is not None:
            span = span.third(self.third)
        if self.precision == "season":
            span = span.widened(1, "month")
        return span.widened(self.hedged) if self.hedged else span

    def settle(self, anchor: Anchor) -> DateSpan:
        """The last one that does not begin after the anchor; refused where the anchor leaves two years open."""
        if anchor.relative_to is None and anchor.published is None:
            raise ReadingError(f"{self.words} has no year", nearest=f"{self.words}, 2025")
        ends = anchor.closed(self.words, or_published=True)
        years = {self._last_year(minute) for minute in (ends.low, ends.high - 1, ends.wide_low, ends.wide_high - 1)}
        if len(years) > 1:
            first, last = min(years), max(years)
            raise ReadingError(
                f"{self.words} could be of {first} or {last}", nearest=f"{self.words}, {last} in read_as"
            )
        return self.in_year(years.pop())

    def _last_year(self, minute: int) -> int:
        """The year of the last one that does not begin after a minute; of 29 February, a leap year."""
        year = cal.date_of(minute // cal.MINUTES_A_DAY)[0]
        while (self.day or 1) > cal.days_in_month(year, self.month) or self._start(year) > minute:
            year -= 1
        return year

    def _start(self, year: int) -> int:
        return cal.minutes(year, self.month, self.day or 1)

    def widened(self) -> PartialDate:
        return replace(self, hedged=self.hedged + 1)


def check_weekday(span: DateSpan, weekday: int) -> None:
    """Refuse a day that is not the weekday that is written with it."""
    assert span.low is not None
    true = cal.weekday(span.low // cal.MINUTES_A_DAY)
    if true != weekday:
        written, is_one = ed.WEEKDAY_NAMES[weekday], ed.WEEKDAY_NAMES[true]
        raise ReadingError(f"{cal.iso(span.low)} is a {is_one}, not a {written}", nearest=f"{is_one}, or another date")


def settled_decade(tens: int, words: str, anchor: Anchor) -> DateSpan:
    """The '90s: the last decade of that name that was over when the anchor began; of a running one two are open."""
    if anchor.relative_to is None and anchor.published is None:
        raise ReadingError(f"{words} has no century", nearest="the 1990s")
    ends = anchor.closed(words, or_published=True)
    years = {cal.date_of(minute // cal.MINUTES_A_DAY)[0] for minute in (ends.wide_low, ends.wide_high - 1)}
    found = {(year - year % 100 if year % 100 >= tens else year - year % 100 - 100) + tens for year in years}
    if len(found) > 1 or max(years) - max(found) < 10:
        raise ReadingError(f"{words} could be of two centuries", nearest=f"the {max(found)}s")
    return DateSpan.unit("decade", found.pop())
