"""Which claims of an item with an axis conflict, which tell of a change, and how serious it is: in n log n steps.

All pairs of an item, judged by `pair_verdict`, would give the same; but an item can have 100,000 claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from crosscheck.comparing.extremes import ApartInTime, apart, apart_at_other_times, by_time, earlier_and_later
from crosscheck.comparing.marks import Mark, Marks
from crosscheck.comparing.meetings import MeetingInTime, meeting
from crosscheck.comparing.overlaps import Remembered, overlapping
from crosscheck.comparing.pairs import Compared, circles_of, definition
from crosscheck.model import OverTime, Row, Stance, Verdict


class _Look(NamedTuple):
    """What is looked for: among all values, and in a sweep over times."""

    among: Callable[[Iterable[Mark], Iterable[Mark]], Iterator[Mark]]
    in_time: Callable[[Sequence[Mark], Sequence[Mark]], Remembered]


_APART = _Look(apart, lambda told, _: ApartInTime(told))
_MEETING = _Look(meeting, MeetingInTime)


def compared_on_axis(rows: Sequence[Row], over_time: OverTime) -> Compared:
    """What `compared_pairwise` finds, if what each row allows holds what it states."""
    return compared_marks(rows, Marks.of(rows), over_time)


def compared_marks(rows: Sequence[Row], marks: Marks, over_time: OverTime) -> Compared:
    """What those rows are to each other that have marks."""
    said = _Said.of(rows, marks)
    conflicting = {mark.number for mark in _conflicting(said, over_time, outright=False)}
    changed = {mark.number for mark in _changed(said.stated, over_time)}
    return Compared(
        {rows[n].claim.id: rows[n] for n in conflicting},
        {rows[n].claim.id: rows[n] for n in changed},
        _strongest(rows, marks, sorted(conflicting), over_time) if conflicting else None,
    )


class _Timed(NamedTuple):
    """Marks by what is known of their times."""

    all: list[Mark]
    unknown: list[Mark]
    vague: list[Mark]
    exact: list[Mark]

    @staticmethod
    def of(marks: Iterable[Mark]) -> _Timed:
        timed = _Timed([], [], [], [])
        for mark in marks:
            timed.all.append(mark)
            (timed.exact if mark.exact else timed.vague if mark.timed else timed.unknown).append(mark)
        return timed

    @property
    def known(self) -> list[Mark]:
        return [*self.vague, *self.exact]


class _Said(NamedTuple):
    """The marks of rows that state a value, by what they state and by what they allow; and of those that deny one."""

    stated: _Timed
    allowed: _Timed
    denied: _Timed

    @staticmethod
    def of(rows: Sequence[Row], marks: Marks) -> _Said:
        def denies(mark: Mark) -> bool:
            return rows[mark.number].claim.stance is Stance.DISPUTES

        return _Said(
            _Timed.of(mark for mark in marks.stated if not denies(mark)),
            _Timed.of(mark for mark in marks.allowed if not denies(mark)),
            _Timed.of(mark for mark in marks.stated if denies(mark)),
        )


def _conflicting(said: _Said, over_time: OverTime, outright: bool) -> Iterator[Mark]:
    """Marks of rows that conflict with another; `outright`: some of every pair that contradicts."""
    values = said.allowed if outright else said.stated
    looks = (values, values, _APART), (said.stated, said.denied, _MEETING), (said.denied, said.stated, _MEETING)
    for asked, told, look in looks:
        if over_time is OverTime.FIXED:
            yield from look.among(asked.all, told.all)
        elif asked.all and told.all:
            yield from _at_one_time(asked, told, look, outright)
    if over_time is OverTime.ACCUMULATES:
        for mark, before, after in earlier_and_later(values.known, values.known):
            if before.has_higher(mark) or after.has_lower(mark):
                yield mark


def _at_one_time(asked: _Timed, told: _Timed, look: _Look, outright: bool) -> Iterator[Mark]:
    """Those of `asked` that find their like at a time that is, or may be, theirs; `outright`: that surely is."""
    if not outright:
        yield from look.among(asked.all, told.unknown)
        yield from look.among(asked.unknown, told.all)
    told_by_time = by_time(told.known)
    for time, marks in by_time(asked.known).items():
        yield from look.among(marks, told_by_time.get(time, ()))
    if asked.exact and told.exact:
        known = look.in_time(told.exact, asked.exact)
        yield from overlapping(asked.exact, told.exact, known, within=outright)


def _changed(stated: _Timed, over_time: OverTime) -> Iterator[Mark]:
    """Marks of rows that tell of a change."""
    if over_time is OverTime.ACCUMULATES:
        for mark, before, after in earlier_and_later(stated.known, stated.known):
            if before.has_lower(mark) or after.has_higher(mark):
                yield mark
    elif over_time is OverTime.CHANGES:
        for mark, before, after in earlier_and_later(stated.exact, stated.exact):
            if before.has_apart(mark) or after.has_apart(mark):
                yield mark
        yield from apart_at_other_times(stated.exact, stated.vague)
        yield from apart_at_other_times(stated.vague, stated.known)


def _strongest(rows: Sequence[Row], marks: Marks, conflicting: Sequence[int], over_time: OverTime) -> Verdict:
    """The strongest verdict of any two of some rows, which are all that conflict."""
    at = {mark.number: place for place, mark in enumerate(marks.stated)}
    circles: dict[str | None, list[int]] = {}
    for number in conflicting:
        for circle in circles_of(rows[number]):
            circles.setdefault(circle, []).append(number)
    several = [numbers for numbers in circles.values() if len(numbers) > 1]

    def some_conflict(numbers: Iterable[int], outright: bool) -> bool:
        said = _Said.of(rows, marks.only(at[number] for number in numbers))
        return next(_conflicting(said, over_time, outright), None) is not None

    for numbers in several:
        defined: dict[object, list[int]] = {}
        for number in numbers:
            defined.setdefault(definition(rows[number]), []).append(number)
        if any(some_conflict(alike, outright=True) for alike in defined.values()):
            return Verdict.CONTRADICTION
    return Verdict.TENSION if any(some_conflict(numbers, outright=False) for numbers in several) else Verdict.DISPUTE
