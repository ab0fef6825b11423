"""Which values lie apart from some other one.

A value that does lies apart from the one that ends first or from the one that begins last. So nothing is remembered of
many values but these two extremes.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from crosscheck.comparing.marks import Ends, Mark


class Extremes(NamedTuple):
    """Of some values the least high and the greatest low end."""

    high: int
    low: int

    @staticmethod
    def of(marks: Iterable[Mark]) -> Extremes:
        kept = list(marks)
        return Extremes(min(mark.high for mark in kept), max(mark.low for mark in kept)) if kept else NONE

    def merged(self, other: Extremes) -> Extremes:
        return Extremes(min(self.high, other.high), max(self.low, other.low))

    def has_lower(self, mark: Mark) -> bool:
        """One of the values lies below that of `mark`."""
        return self.high < mark.low

    def has_higher(self, mark: Mark) -> bool:
        return mark.high < self.low

    def has_apart(self, mark: Mark) -> bool:
        return self.high < mark.low or mark.high < self.low


NONE = Extremes(sys.maxsize, -1)


def apart(asked: Iterable[Mark], told: Iterable[Mark]) -> Iterator[Mark]:
    """Those of `asked` whose values lie apart from one of `told`."""
    extremes = Extremes.of(told)
    return (mark for mark in asked if extremes.has_apart(mark))


def by_time(marks: Iterable[Mark]) -> dict[Ends, list[Mark]]:
    """Marks of equal times together."""
    grouped: dict[Ends, list[Mark]] = {}
    for mark in marks:
        grouped.setdefault(mark.time, []).append(mark)
    return grouped


def apart_at_other_times(asked: Iterable[Mark], told: Iterable[Mark]) -> Iterator[Mark]:
    """Those of `asked` whose values lie apart from one of `told` whose time is another, whether or not the two meet."""
    extremes = {time: Extremes.of(marks) for time, marks in by_time(told).items()}
    before, after = _up_to(list(extremes.values())), _from(list(extremes.values()))
    others = {time: before[place].merged(after[place + 1]) for place, time in enumerate(extremes)}
    return (mark for mark in asked if others.get(mark.time, after[0]).has_apart(mark))


def earlier_and_later(asked: Iterable[Mark], told: Sequence[Mark]) -> Iterator[tuple[Mark, Extremes, Extremes]]:
    """Each of `asked`, with the extremes of those of `told` whose times end before its own, and begin after it."""
    by_end, by_begin = sorted(told, key=lambda mark: mark.end), sorted(told, key=lambda mark: mark.begin)
    ends, begins = [mark.end for mark in by_end], [mark.begin for mark in by_begin]
    before = _up_to([Extremes(mark.high, mark.low) for mark in by_end])
    after = _from([Extremes(mark.high, mark.low) for mark in by_begin])
    for mark in asked:
        yield mark, before[bisect_left(ends, mark.begin)], after[bisect_right(begins, mark.end)]


def _up_to(extremes: Sequence[Extremes]) -> list[Extremes]:
    """At each place the extremes of all before it."""
    return list(accumulate(extremes, Extremes.merged, initial=NONE))


def _from(extremes: Sequence[Extremes]) -> list[Extremes]:
    """At each place the extremes of it and all behind it."""
    return _up_to(extremes[::-1])[::-1]


class ApartInTime:
    """Values that are told one after the other, with times: whether one lies apart from that of a mark.

    A Fenwick tree over the ends of the times, the latest first: a node has the extremes of a stretch of them.
    """

    def __init__(self, told: Iterable[Mark]) -> None:
        self._ends = sorted({-mark.end for mark in told})
        self._nodes = [NONE] * (len(self._ends) + 1)

    def add(self, mark: Mark) -> None:
        place = bisect_left(self._ends, -mark.end) + 1
        added = Extremes(mark.high, mark.low)
        while place < len(self._nodes):
            merged = self._nodes[place].merged(added)
            if merged == self._nodes[place]:
                return  # what changes no extreme of a stretch changes none of a longer one
            self._nodes[place] = merged
            place += place & -place

    def reaches(self, mark: Mark, time: int) -> bool:
        """Whether a value that was added lies apart from that of `mark`, and its time does not end before `time`."""
        place = bisect_right(self._ends, -time)
        while place:
            if self._nodes[place].has_apart(mark):
                return True
            place &= place - 1
        return False
