"""Many different claims of one item, compared a block of pairs at a time.

What comes out is what `compared_pairwise` finds. A block takes some megabytes, however many claims there are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.comparing.boxes import DateClass, across_box, is_mixed, own_box
from crosscheck.comparing.comparators import (
    Comparator,
    IntervalComparator,
    as_compared,
    is_denied,
    key_of,
    ranked,
)
from crosscheck.comparing.pairs import Compared, definition, has_exact_time, is_one_day, limit
from crosscheck.model import Box, Interval, Kind, OverTime, Row, Stance, Verdict

BLOCK = 512
"""Groups on each side of a block of pairs."""

NOTHING, SUPERSEDED, DISPUTE, TENSION, CONTRADICTION = range(5)
DIFFERENCES_BY_CODE = {DISPUTE: Verdict.DISPUTE, TENSION: Verdict.TENSION, CONTRADICTION: Verdict.CONTRADICTION}
VERDICT_CODES: dict[Verdict | None, int] = {None: NOTHING} | {
    verdict: code for code, verdict in DIFFERENCES_BY_CODE.items()
}

_SIGNS = {None: 0, "up": 1, "down": -1}
"""Changes of opposite signs contradict each other."""

Numbers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
Block = npt.NDArray[Any]
"""One thing of each pair, or of each row or column: the first axis is of the one group, the second of the other."""
Differ = Callable[[slice, slice], Block]


def compared_in_blocks(
    groups: Sequence[Sequence[Row]], over_time: OverTime, comparator: Comparator, size: int = BLOCK
) -> Compared:
    """What groups of equal rows (see `group_equal`) are to each other, each to itself, too, if it has two rows."""
    on_axis = type(comparator) is IntervalComparator  # a subclass may compare otherwise
    if not on_axis:  # then equal values stand together, so that a block has few different ones
        groups = sorted(groups, key=lambda group: repr(key_of(group[0], comparator)))
    columns = _Columns(groups, over_time, compares_speakers=getattr(comparator, "compares_speakers", False))
    differ = _apart(columns.rows) if on_axis else _differing(columns, comparator)
    conflicting, changed = np.zeros(len(groups), bool), np.zeros(len(groups), bool)
    codes: set[int] = set()
    parts = [slice(start, min(start + size, len(groups))) for start in range(0, len(groups), size)]
    for number, one in enumerate(parts):
        for other in parts[number:]:
            found = columns.verdicts(differ(one, other), one, other)
            if one == other:
                np.fill_diagonal(found, np.where(columns.single[one], NOTHING, found.diagonal()))
            codes.update(np.unique(found).tolist())
            for seen, marked in ((found >= DISPUTE, conflicting), (found == SUPERSEDED, changed)):
                marked[one] |= seen.any(axis=1)
                marked[other] |= seen.any(axis=0)
    verdicts = [DIFFERENCES_BY_CODE[code] for code in codes if code in DIFFERENCES_BY_CODE]
    return Compared.of(groups, np.flatnonzero(conflicting).tolist(), np.flatnonzero(changed).tolist(), verdicts)


class _Columns:
    """What verdicts depend on beside the values, of each group."""

    def __init__(self, groups: Sequence[Sequence[Row]], over_time: OverTime, *, compares_speakers: bool) -> None:
        self.rows = rows = [group[0] for group in groups]
        self.over_time, self.compares_speakers = over_time, compares_speakers
        self.single = np.array([len(group) == 1 for group in groups])
        self.denies = np.array([row.claim.stance is Stance.DISPUTES for row in rows])
        self.reported = np.array([row.claim.reported for row in rows])
        self.speaker = _codes([row.speaker for row in rows])
        self.definition = _codes([definition(row) for row in rows])
        self.timed = np.array([row.when is not None for row in rows])
        self.exact = np.array([has_exact_time(row) for row in rows])
        self.begin, self.end = _ends([row.when or Interval(None, None) for row in rows])
        if over_time is OverTime.ACCUMULATES:
            self.low, self.high = _ends([own_box(row).stated for row in rows])
            self.one_day = np.array([row.when is not None and is_one_day(row.when) for row in rows])
        if over_time is OverTime.PER_PERIOD:
            self.written = np.array([row.when_written for row in rows])
        if over_time is OverTime.CHANGES:
            self.limited = _codes([row.reading.limited for row in rows])
            self.limit = _codes([limit(row) if row.reading.limited else None for row in rows])
            self.bound = np.array([row.reading.limited is not None for row in rows])

    def verdicts(self, found: Block, one: slice, other: slice) -> Block:
        """What pairs are to each other whose values differ as `found` says: `pair_verdict` of each."""
        found = self._at_their_times(found, one, other)
        conflict = found > SUPERSEDED
        share = _equal(self.speaker, one, other) | (~self.reported[one, None] & ~self.reported[other])
        if self.compares_speakers:
            share |= ~self.denies[one, None] & ~self.denies[other]
        found[conflict & ~_equal(self.definition, one, other)] = TENSION
        found[conflict & ~share] = DISPUTE
        return found

    def _at_their_times(self, found: Block, one: slice, other: slice) -> Block:
        begin, end, begins, ends = self.begin[one, None], self.end[one, None], self.begin[other], self.end[other]
        known = self.timed[one, None] & self.timed[other]
        equal = (begin == begins) & (end == ends)
        disjoint = (end < begins) | (ends < begin)
        both_exact = self.exact[one, None] & self.exact[other]
        if self.over_time is OverTime.FIXED:
            return np.where(both_exact & disjoint & (found > NOTHING), TENSION, found)
        if self.over_time is OverTime.PER_PERIOD:
            equal &= self.timed[one, None] == self.timed[other]
            sure = known & self.written[one, None] & self.written[other]
            return np.where(equal, np.where(sure, found, np.minimum(found, TENSION)), NOTHING)
        if self.over_time is OverTime.ACCUMULATES:
            open_hour = known & equal & self.one_day[one, None]
            found = np.where(open_hour, np.minimum(found, TENSION), found)
        within = ((begin <= begins) & (ends <= end)) | ((begins <= begin) & (end <= ends))
        same = known & (equal | (~disjoint & both_exact & within))
        history = known & ~same & (disjoint | ~both_exact)  # one may be later
        found = np.where(~same & ~history & (found > NOTHING), TENSION, found)
        denied = self.denies[one, None] | self.denies[other]
        if self.over_time is OverTime.CHANGES:
            after = np.full_like(found, SUPERSEDED)
        else:
            low, high, lows, highs = self.low[one, None], self.high[one, None], self.low[other], self.high[other]
            larger = np.where(end < begins, high < lows, highs < low)
            after = np.where(disjoint, np.where(larger, SUPERSEDED, found), NOTHING)
        told = np.where(history & (found > NOTHING), np.where(denied, NOTHING, after), found)
        if self.over_time is not OverTime.CHANGES:
            return told
        moved = _equal(self.limited, one, other) & self.bound[one, None] & ~_equal(self.limit, one, other)
        return np.where((told == NOTHING) & (found == NOTHING) & moved & known & disjoint & ~denied, SUPERSEDED, told)


def _apart(rows: Sequence[Row]) -> Differ:
    """How intervals differ, with stances."""
    mixed = is_mixed(rows)
    own, across = (_Boxes(rows, box) for box in (own_box, across_box if mixed else own_box))
    share = _sharing(rows) if mixed else None
    denies = np.array([row.claim.stance is Stance.DISPUTES for row in rows])
    sign = np.array([_SIGNS[row.reading.direction] for row in rows], np.int8)

    def differ(one: slice, other: slice) -> Block:
        clash, contradict = own.apart(one, other)
        if share is not None:
            shared = share(one, other)
            clash, contradict = (
                np.where(shared, near, far)
                for near, far in zip((clash, contradict), across.apart(one, other), strict=True)
            )
        opposite = sign[one, None] * sign[other] < 0
        clash, contradict = clash | opposite, contradict | opposite
        found = np.where(clash, np.where(contradict, CONTRADICTION, TENSION), NOTHING).astype(np.int8)
        denials = denies[one, None].astype(np.int8) + denies[other]
        found[denials == 2] = NOTHING
        return np.where(denials == 1, np.where(clash, NOTHING, CONTRADICTION), found).astype(np.int8)

    return differ


class _Boxes:
    """The boxes of rows, as places."""

    def __init__(self, rows: Sequence[Row], box_of: Callable[[Row], Box]) -> None:
        boxes = [box_of(row) for row in rows]
        stated = [as_compared(row, box) for row, box in zip(rows, boxes, strict=True)]
        self._parts = [_ends(stated), _ends([box.allowed for box in boxes])]

    def apart(self, one: slice, other: slice) -> tuple[Block, Block]:
        """Whether the stated ones do not meet, and the allowed ones."""
        stated, allowed = ((high[one, None] < low[other]) | (high[other] < low[one, None]) for low, high in self._parts)
        return stated, allowed


def _sharing(rows: Sequence[Row]) -> Callable[[slice, slice], Truths]:
    """Which pairs of rows are compared by their own boxes: `share_class` of each."""
    if rows[0].reading.kind is Kind.DATE:
        classes = [DateClass.of(row) for row in rows]
        zoned, reckoned, level = (np.array([known[part] for known in classes], np.int64) for part in range(3))

        def share_dates(one: slice, other: slice) -> Truths:
            a, b, at, beside = reckoned[one, None], reckoned[other], level[one, None], level[other]
            is_coarse = np.where(a > b, beside >= at, at >= beside)
            return np.asarray((zoned[one, None] == zoned[other]) & ((a == b) | is_coarse))

        return share_dates
    unit, bare = _codes([row.reading.unit for row in rows]), np.array([not row.reading.unit for row in rows])
    # What has no figure has a number of its own instead.
    figure = _codes([(row.reading.figure is None and number, row.reading.figure) for number, row in enumerate(rows)])

    def share_amounts(one: slice, other: slice) -> Truths:
        same = _equal(unit, one, other) | _equal(figure, one, other)
        return np.asarray(same | bare[one, None] | bare[other])

    return share_amounts


def _differing(columns: _Columns, comparator: Comparator) -> Differ:
    """How values without an axis differ, with stances: each two different ones of a block are compared once."""
    keys = [(*key_of(row, comparator), row.claim.stance is Stance.DISPUTES) for row in columns.rows]
    code = _codes(keys)
    different = {number: (*key, row) for number, key, row in zip(code.tolist(), keys, columns.rows, strict=True)}

    def compared(one: int, other: int) -> int:
        (part, _, denies_one, a), (other_part, _, denies_other, b) = different[one], different[other]
        if denies_one and denies_other:
            return NOTHING
        if denies_one or denies_other:
            denial, said = (a, b) if denies_one else (b, a)
            return CONTRADICTION if is_denied(denial, said, comparator) else NOTHING
        return VERDICT_CODES[comparator.differ(a, b)] if part == other_part else NOTHING

    def differ(one: slice, other: slice) -> Block:
        ones, at = np.unique(code[one], return_inverse=True)
        others, beside = np.unique(code[other], return_inverse=True)
        of_values = np.array([[compared(a, b) for b in others.tolist()] for a in ones.tolist()], np.int8)
        return of_values[np.ix_(at, beside)]

    return differ


def _codes(values: Sequence[Hashable]) -> Numbers:
    """Numbers that are equal where values are."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], np.int64)


def _ends(intervals: Sequence[Interval]) -> tuple[Numbers, Numbers]:
    places = np.array(ranked(intervals), np.int64)
    return places[:, 0], places[:, 1]


def _equal(codes: Numbers, one: slice, other: slice) -> Truths:
    return np.asarray(codes[one, None] == codes[other])
