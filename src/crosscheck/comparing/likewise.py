"""What claims without an axis are to each other: all that say the same are compared with all that say another thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement, product

from crosscheck.comparing.alike import alike
from crosscheck.comparing.conflicts import compared_marks
from crosscheck.comparing.marks import Mark, Marks, marks_in_time
from crosscheck.comparing.pairs import Compared
from crosscheck.comparing.values import Quotations, Values
from crosscheck.model import OverTime, Row, Stance, Verdict


def compared_by_values(rows: Sequence[Row], over_time: OverTime, values: Values) -> Compared:
    """What `compared_pairwise` finds; each two values that differ take n log n steps for the n rows that have them."""
    found = Compared()
    marks = marks_in_time(rows)

    def row_of(mark: Mark) -> Row:
        return rows[mark.number]

    stating = [mark for mark in marks if row_of(mark).claim.stance is not Stance.DISPUTES]
    denying = [mark for mark in marks if row_of(mark).claim.stance is Stance.DISPUTES]
    for part in _comparable(stating, rows, values):
        # A value can differ even from its equal: "other sons, Ovidio", said where Ovidio was named before.
        for one, other in combinations_with_replacement(alike(part, row_of, values), 2):
            if _is_settled(row_of(one[0]), row_of(other[0]), over_time, found):
                continue
            clash = values.differ(row_of(one[0]), row_of(other[0]))
            if clash is not None:
                found.merge(compared_marks(rows, _apart(one, other, clash), over_time))
    for denied, stated in product(alike(denying, row_of, values), alike(stating, row_of, values)):
        if values.meet(row_of(denied[0]), row_of(stated[0])):
            both = [*denied, *stated]
            found.merge(compared_marks(rows, Marks(both, both), over_time))
    return found


def _apart(one: Sequence[Mark], other: Sequence[Mark], clash: Verdict) -> Marks:
    """Marks of two values that differ, or of one that differs from itself, as of intervals that do."""
    if one is other:
        apart = [mark.at(place, place) for place, mark in enumerate(one)]
    else:
        apart = [*(mark.at(0, 0) for mark in one), *(mark.at(1, 1) for mark in other)]
    return Marks(apart, apart if clash is Verdict.CONTRADICTION else [mark.at(0, 0) for mark in apart])


def _is_settled(one: Row, other: Row, over_time: OverTime, found: Compared) -> bool:
    """Whether nothing more can come of two values: where times do not matter, all rows of a value conflict or none."""
    is_worst = over_time is OverTime.FIXED and found.strongest is Verdict.CONTRADICTION
    return is_worst and one.claim.id in found.conflicting and other.claim.id in found.conflicting


def _comparable(marks: Sequence[Mark], rows: Sequence[Row], values: Values) -> Iterable[Sequence[Mark]]:
    """Marks of rows that may differ: quotations only if they are of one speaker."""
    if not isinstance(values, Quotations):
        return (marks,)
    spoken: dict[str, list[Mark]] = {}
    for mark in marks:
        spoken.setdefault(rows[mark.number].speaker, []).append(mark)
    return spoken.values()
