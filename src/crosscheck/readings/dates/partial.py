"""Dates that lack their year: a day, month, season, quarter or holiday, until an anchor gives it.

Without a word that says which, it is the last one that is not after the anchor, or the one that its weekday proves;
where the next one is less than half a year ahead, either may be meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.spans import AHEAD, BACK, Anchor, DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en

NEAR = 6
"""Months: the next one is near if it begins earlier than so many after the anchor."""
_MOST_YEARS = 9
"""Between two leap days there are never more years."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, season, quarter, half or holiday without its year.

    `hedges` widen it; `which` is `last`, `next` or `this`, if a word says so. `falls` gives the day of a holiday that
    moves, in a year, and `or_falls` of another one of that name; its name is `named`.
    """

    month: int
    day: int | None
    precision: str
    third: int | None = None
    weekday: int | None = None
    hedges: tuple[str, ...] = ()
    which: str = ""
    falls: Callable[[int], int] | None = None
    or_falls: Callable[[int], int] | None = None
    named: str = ""

    @property
    def words(self) -> str:
        if self.named:
            return self.named
        if self.precision == "season":
            return en.SEASON_NAMES[self.month]
        name = en.MONTH_NAMES[self.month - 1]
        return f"{name} {self.day}" if self.day else name

    def plain(self, year: int) -> DateSpan:
        """The whole of it in a year; raises `ReadingError` for a day that the year lacks."""
        if self.falls is not None:
            span = DateSpan.unit("day", *cal.date_of(self.falls(year)))
            return (
                span
                if self.or_falls is None
                else span.allowing(DateSpan.unit("day", *cal.date_of(self.or_falls(year))))
            )
        if not self._exists(year):
            raise ReadingError(f"{year} has no {self.words}")
        return DateSpan.unit(self.precision, year, self.month, self.day or 1)

    def in_year(self, year: int) -> DateSpan:
        span = self.plain(year)
        if self.weekday is not None:
            span = checked_weekday(span, self.weekday)
        if self.third is not None:
            span = span.third(self.third)
        elif self.precision == "season":
            span = span.widened(1, "month")
        for hedge in self.hedges:
            span = span.hedged(hedge)
        return span

    def hedged(self, hedge: str) -> PartialDate:
        return replace(self, hedges=(*self.hedges, hedge))

    def settle(self, anchor: Anchor) -> DateSpan:
        """The one that is meant; raises `ReadingError` where the anchor leaves two years open."""
        if self.day is not None and self.day > cal.days_in_month(2000, self.month):
            raise ReadingError(f"there is no {self.words}")
        minutes = anchor.earliest(self.words)
        years = {self.year_from(minute, side=anchor.side) for minute in minutes}
        if len(years) > 1:
            raise self._open(years)
        year = years.pop()
        span = self.in_year(year)
        if self.which in ("last", "next") and self.precision != "day":
            return self._or_the_one_beyond(span, year, minutes[0])
        return span

    def _or_the_one_beyond(self, span: DateSpan, year: int, minute: int) -> DateSpan:
        """The last March of somebody who writes in May may be that of the year before, the next one likewise."""
        is_winter = self.precision == "season" and self.month == en.WINTER
        if is_winter or year != cal.year_of(minute):
            return span
        return span.allowing(self.in_year(year - 1 if self.which == "last" else year + 1))

    def year_from(self, minute: int, *, side: str = "") -> int:
        """The year that is meant, counted from a minute."""
        last, following = self._last(minute), self._next(minute)
        running = (self.plain(last).high or 0) > minute
        if self.which == "this":
            if self.precision == "season" and self.month == en.WINTER:
                return self._ahead(minute, last, following)
            return cal.year_of(minute)
        if self.which == "next":
            return following
        if self.which == "last":
            return self._last((self.plain(last).low or 0) - 1) if running else last
        near = (self.plain(following).low or 0) < cal.shift(minute, NEAR, "month")
        if side == BACK:
            return last
        if side == AHEAD:
            return self._ahead(minute, last, following)
        if self.weekday is None or running:
            fitting = [last] if running or not near else []
        else:
            fitting = [
                year for year in (last, following) if not checked_weekday(self.plain(year), self.weekday).mismatch
            ]
            if not near:
                fitting = [] if following in fitting else [last]
        if len(fitting) != 1:
            raise self._open({last, following})
        return fitting[0]

    def _ahead(self, minute: int, last: int, following: int) -> int:
        """The one that runs, or the next one, if that is near and nearer than the last one."""
        begins, ended = self.plain(following).low or 0, self.plain(last).high or 0
        if ended > minute:
            return last
        if begins < cal.shift(minute, NEAR, "month") and begins - minute < minute - ended:
            return following
        raise self._open({last, following})

    def _open(self, years: set[int]) -> ReadingError:
        first, last = min(years), max(years)
        one, other = self._with(first), self._with(last)
        return ReadingError(f"{self.words} could be of {first} or {last}", nearest=f"{one} or {other} in read_as")

    def _with(self, year: int) -> str:
        is_winter = self.precision == "season" and self.month == en.WINTER
        return f"{self.words} {year}–{year + 1}" if is_winter else f"{self.words}, {year}"

    def _last(self, minute: int) -> int:
        """The year of the last one that does not begin after a minute; of 29 February, a leap year."""
        year = cal.year_of(minute)
        return next(y for y in range(year, year - _MOST_YEARS, -1) if self._exists(y) and self._start(y) <= minute)

    def _next(self, minute: int) -> int:
        """The year of the first one that begins after a minute."""
        year = cal.year_of(minute)
        return next(y for y in range(year, year + _MOST_YEARS) if self._exists(y) and self._start(y) > minute)

    def _exists(self, year: int) -> bool:
        return (self.day or 1) <= cal.days_in_month(year, self.month)

    def _start(self, year: int) -> int:
        if self.falls is not None:
            return self.falls(year) * cal.MINUTES_A_DAY
        return cal.minutes(year, self.month, self.day or 1)


def checked_weekday(span: DateSpan, weekday: int) -> DateSpan:
    """A day, with a mismatch if it is not the weekday that is written with it."""
    assert span.low is not None
    true = cal.weekday(span.low // cal.MINUTES_A_DAY)
    if true == weekday:
        return span
    written, is_one = en.WEEKDAY_NAMES[weekday], en.WEEKDAY_NAMES[true]
    return replace(span, mismatch=f"{cal.iso(span.low)} is a {is_one}, not a {written}")
