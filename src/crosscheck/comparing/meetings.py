"""Which values meet some other one, such as a value that is stated one that is denied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from crosscheck.comparing.marks import Mark

NEVER = -1
"""Before all places."""


def meeting(asked: Iterable[Mark], told: Iterable[Mark]) -> Iterator[Mark]:
    """Those of `asked` whose values meet one of `told`: not all of these end before them or begin after them."""
    kept = list(told)
    highs, lows = sorted(mark.high for mark in kept), sorted(mark.low for mark in kept)
    for mark in asked:
        if bisect_left(highs, mark.low) < bisect_right(lows, mark.high):
            yield mark


class MeetingInTime:
    """Values that are told one after the other, with times: whether one meets that of a mark.

    Of two values that meet, one holds the low end of the other. So two segment trees over all low ends know how late
    the times end: of the values that begin in a stretch of low ends, and of those that hold all of the stretch.
    """

    def __init__(self, told: Iterable[Mark], asked: Iterable[Mark]) -> None:
        self._lows = sorted({mark.low for marks in (told, asked) for mark in marks})
        self._beginning = [NEVER] * (2 * len(self._lows))
        self._holding = [NEVER] * (2 * len(self._lows))

    def add(self, mark: Mark) -> None:
        first, behind = self._leaves(mark)
        for node in _above(first):
            self._beginning[node] = max(self._beginning[node], mark.end)
        for node in _cover(first, behind):
            self._holding[node] = max(self._holding[node], mark.end)

    def reaches(self, mark: Mark, time: int) -> bool:
        """Whether a value that was added meets that of `mark`, and its time does not end before `time`."""
        first, behind = self._leaves(mark)
        return any(self._holding[node] >= time for node in _above(first)) or any(
            self._beginning[node] >= time for node in _cover(first, behind)
        )

    def _leaves(self, mark: Mark) -> tuple[int, int]:
        """The leaf of the low end of a value, and the one behind the last that the value holds."""
        first, behind = bisect_left(self._lows, mark.low), bisect_right(self._lows, mark.high)
        return len(self._lows) + first, len(self._lows) + behind


def _above(leaf: int) -> Iterator[int]:
    """A leaf and all nodes above it."""
    while leaf:
        yield leaf
        leaf >>= 1


def _cover(first: int, behind: int) -> Iterator[int]:
    """The fewest nodes that cover the leaves from `first` to before `behind`."""
    while first < behind:
        if first & 1:
            yield first
            first += 1
        if behind & 1:
            behind -= 1
            yield behind
        first >>= 1
        behind >>= 1
