"""Which values lie apart from, or meet, some other one of a time that meets theirs, or holds it.

One sweep over the times, in their order: what has begun is remembered, so that each mark is asked once about all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from crosscheck.comparing.marks import Mark


class Remembered(Protocol):
    """Values that were told so far."""

    def add(self, mark: Mark) -> None: ...

    def reaches(self, mark: Mark, time: int) -> bool:
        """Whether the like of `mark` was added, of a time that does not end before `time`."""
        ...


def overlapping(asked: Sequence[Mark], told: Sequence[Mark], known: Remembered, within: bool) -> Iterator[Mark]:
    """Those of `asked` that find their like among those of `told` whose times meet theirs; `within`: hold theirs."""
    waiting = sorted(told, key=lambda mark: mark.begin, reverse=True)
    for mark in sorted(asked, key=lambda mark: mark.begin if within else mark.end):
        begun, lasting = (mark.begin, mark.end) if within else (mark.end, mark.begin)
        while waiting and waiting[-1].begin <= begun:
            known.add(waiting.pop())
        if known.reaches(mark, lasting):
            yield mark
