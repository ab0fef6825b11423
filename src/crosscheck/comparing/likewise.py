"""What claims without an axis are to each other: all that say the same are compared with all that say another thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from crosscheck.comparing.conflicts import compared_marks
from crosscheck.comparing.marks import Mark, Marks, marks_in_time
from crosscheck.comparing.pairs import Compared
from crosscheck.comparing.values import Categories, NameSets, Quotations, Values
from crosscheck.model import OverTime, Row, Stance, Verdict


def compared_by_values(rows: Sequence[Row], over_time: OverTime, values: Values) -> Compared:
    """What `compared_pairwise` finds; each two values that differ take n log n steps for the n rows that have them."""
    found = Compared()
    marks = marks_in_time(rows)

    def row_of(marks: Sequence[Mark]) -> Row:
        return rows[marks[0].number]

    stating = [mark for mark in marks if rows[mark.number].claim.stance is not Stance.DISPUTES]
    denying = [mark for mark in marks if rows[mark.number].claim.stance is Stance.DISPUTES]
    for part in _comparable(stating, rows, values):
        for one, other in combinations(_alike(part, rows, values), 2):
            if _is_settled(row_of(one), row_of(other), over_time, found):
                continue
            clash = values.differ(row_of(one), row_of(other))
            if clash is not None:
                apart = [*one, *(mark.at(1, 1) for mark in other)]
                allowed = apart if clash is Verdict.CONTRADICTION else [*one, *other]
                found.merge(compared_marks(rows, Marks(apart, allowed), over_time))
    for denied, stated in product(_alike(denying, rows, values), _alike(stating, rows, values)):
        if values.meet(row_of(denied), row_of(stated)):
            both = [*denied, *stated]
            found.merge(compared_marks(rows, Marks(both, both), over_time))
    return found


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


def _alike(marks: Iterable[Mark], rows: Sequence[Row], values: Values) -> list[Sequence[Mark]]:
    """Marks of rows that say the same, together."""
    likes: dict[object, list[Mark]] = {}
    for mark in marks:
        likes.setdefault(likeness(rows[mark.number], values), []).append(mark)
    return [part for like in likes.values() for part in _agreeing(like, rows, values)]


def _agreeing(marks: Sequence[Mark], rows: Sequence[Row], values: Values) -> Iterator[Sequence[Mark]]:
    """The same marks; one by one where a value differs from its equal ("other sons, Ovidio", said after "Ovidio")."""
    if len(marks) > 1 and values.differ(rows[marks[0].number], rows[marks[1].number]) is not None:
        yield from ([mark] for mark in marks)
    else:
        yield marks


def likeness(row: Row, values: Values) -> object:
    """Equal for rows of which `values` says the same, whatever their stances and (but for quotations) speakers."""
    if isinstance(values, Quotations):
        return row.claim.read_as or row.claim.text
    if isinstance(values, (Categories, NameSets)):
        return row.reading.terms, row.reading.excludes, row.claim.exhaustive
    return row.claim.id  # what a rule of the workspace compares is not known
