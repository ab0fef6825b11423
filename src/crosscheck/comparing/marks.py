"""Rows as whole numbers: each end of a reading or of a time as its place among all ends of the item.

To compare two fractions takes as long as to compare thirty whole numbers, and rows are compared by their ends only. So
the ends are put in order once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from crosscheck.model import Interval, Row

Ends = tuple[int, int]
"""The first and the last place of an interval: two intervals share no point iff the last of one is less than the first
of the other, and are equal iff both places are."""

STEP = 3
"""Places at one number: just before it (where an interval ends without it), at it, just after it."""


class Mark(NamedTuple):
    """A row of an item: its number there, the places of its value and of its time.

    A time is exact if it is written and closed; an absent one has no places, which nothing asks for.
    """

    number: int
    low: int
    high: int
    begin: int
    end: int
    timed: bool
    exact: bool

    @property
    def time(self) -> Ends:
        return self.begin, self.end

    def at(self, low: int, high: int) -> Mark:
        """The same row with another value."""
        return Mark(self.number, low, high, self.begin, self.end, self.timed, self.exact)


class Marks(NamedTuple):
    """Marks of the same rows: by what their values state, and by what these allow."""

    stated: list[Mark]
    allowed: list[Mark]

    @staticmethod
    def of(rows: Sequence[Row]) -> Marks:
        """The marks of rows whose values have an axis."""
        timed = marks_in_time(rows)
        stated, allowed = places([row.stated for row in rows]), places([row.allowed for row in rows])
        return Marks(
            [mark.at(*ends) for mark, ends in zip(timed, stated, strict=True)],
            [mark.at(*ends) for mark, ends in zip(timed, allowed, strict=True)],
        )

    def only(self, places: Iterable[int]) -> Marks:
        """Some of the marks."""
        kept = list(places)
        return Marks([self.stated[place] for place in kept], [self.allowed[place] for place in kept])


def marks_in_time(rows: Sequence[Row]) -> list[Mark]:
    """The marks of rows, all with one value."""
    times = iter(places([row.when for row in rows if row.when is not None]))
    return [
        Mark(number, 0, 0, *(next(times) if row.when is not None else (0, 0)), row.when is not None, _is_exact(row))
        for number, row in enumerate(rows)
    ]


def _is_exact(row: Row) -> bool:
    return row.when is not None and row.when_written and not row.when.is_open_ended


def places(intervals: Sequence[Interval]) -> list[Ends]:
    """The ends of intervals, none of them empty."""
    different = {id(interval): interval for interval in intervals}  # thousands of rows may share one
    bounds = {_bare(end) for i in different.values() for end in (i.low, i.high) if end is not None}
    at = {bound: STEP * place for place, bound in enumerate(sorted(bounds), start=1)}
    last = STEP * (len(at) + 2)
    found = {
        key: (
            0 if i.low is None else at[_bare(i.low)] + (not i.low_in),
            last if i.high is None else at[_bare(i.high)] - (not i.high_in),
        )
        for key, i in different.items()
    }
    return [found[id(interval)] for interval in intervals]


def _bare(number: Fraction) -> Fraction | int:
    """The same number; whole ones are hashed and compared much faster as such."""
    return number.numerator if number.denominator == 1 else number
