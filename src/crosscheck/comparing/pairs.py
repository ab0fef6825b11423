"""The claims of one item, two by two: whether they can both be right, and if not, what that is called.

`pair_verdict` is the definition. Claims that say the same are compared once, and of many different ones `blocks`
compares a block of pairs at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from crosscheck.comparing.boxes import own_box, views
from crosscheck.comparing.comparators import Comparator, IntervalComparator, key_of, ranked
from crosscheck.model import OverTime, Row, Stance, Verdict
from crosscheck.vocabulary import normalise

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.DISPUTE)

FEW = 6
"""So few claims are compared sooner than those that say the same are found."""

MANY = 150
"""From so many different claims on, comparing blocks of pairs is worth loading numpy."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the claims of an item are to each other.

    `conflicting` and `changed` are the rows, by claim id, of every pair that conflicts and of every pair that shows a
    change; `strongest` is the strongest verdict of a conflict.
    """

    conflicting: tuple[Row, ...]
    changed: tuple[Row, ...]
    strongest: Verdict | None

    @staticmethod
    def of(
        groups: Sequence[Sequence[Row]],
        conflicting: Iterable[int],
        changed: Iterable[int],
        verdicts: Collection[Verdict],
    ) -> Compared:
        """From the numbers of the groups whose rows conflict or changed, and the verdicts of conflicts."""
        rows, changed_rows = (
            tuple(sorted((row for number in numbers for row in groups[number]), key=lambda row: row.claim.id))
            for numbers in (conflicting, changed)
        )
        return Compared(rows, changed_rows, max(verdicts, key=lambda verdict: verdict.strength, default=None))


def compared(rows: Sequence[Row], over_time: OverTime, comparator: Comparator) -> Compared:
    """What the claims of an item are to each other."""
    if _all_agree(rows, comparator):
        return Compared((), (), None)
    if over_time is OverTime.FIXED and _is_plain(rows, comparator):
        return compared_plain(rows)
    groups = [[row] for row in rows] if len(rows) <= FEW else group_equal(rows, comparator)
    if len(groups) < MANY:
        return compared_pairwise(groups, over_time, comparator)
    from crosscheck.comparing.blocks import compared_in_blocks

    return compared_in_blocks(groups, over_time, comparator)


def _all_agree(rows: Sequence[Row], comparator: Comparator) -> bool:
    """Whether nothing can be wrong, seen without looking at pairs: nobody disputes values that are all compatible."""
    if len(rows) < 2:
        return True
    if any(row.claim.stance is Stance.DISPUTES for row in rows):
        return False
    # A subclass may compare otherwise.
    return type(comparator) is IntervalComparator and comparator.all_compatible(rows)


def _is_plain(rows: Sequence[Row], comparator: Comparator) -> bool:
    """Whether a verdict depends on nothing but two intervals: sources state in their own name what all define alike."""
    if type(comparator) is not IntervalComparator:
        return False
    directed = any(row.reading.direction is not None for row in rows)
    return not directed and not any(row.claim.stance is not Stance.ASSERTS or row.softening for row in rows)


def compared_plain(rows: Sequence[Row]) -> Compared:
    """What `compared_pairwise` finds of rows that are plain, without looking at pairs.

    An interval misses some other one iff it misses that which ends first or that which begins last.
    """
    conflicting: set[int] = set()
    is_apart = False
    for view in views(rows):
        stated, allowed = (ranked([box[part] for box in view.boxes]) for part in (0, 1))
        begins, ends = max(low for low, _ in stated), min(high for _, high in stated)
        each = zip(view.numbers, stated, strict=True)
        conflicting.update(number for number, (low, high) in each if high < begins or low > ends)
        # What is allowed holds what is stated, so intervals of which no allowed ones meet are apart.
        is_apart |= max(low for low, _ in allowed) > min(high for _, high in allowed)
    verdict = Verdict.CONTRADICTION if is_apart else Verdict.TENSION
    return Compared.of([[row] for row in rows], sorted(conflicting), (), {verdict} if conflicting else ())


def group_equal(rows: Iterable[Row], comparator: Comparator) -> list[list[Row]]:
    """Rows together that differ in nothing that a verdict depends on; each group is to another as any two rows are."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        denies, reported = row.claim.stance is Stance.DISPUTES, row.claim.reported
        key = (key_of(row, comparator), denies, reported, row.speaker, row.when, row.when_written, definition(row))
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def compared_pairwise(groups: Sequence[Sequence[Row]], over_time: OverTime, comparator: Comparator) -> Compared:
    """Every pair of groups of equal rows, each with itself, too: this is how verdicts are defined."""
    conflicting: set[int] = set()
    changed: set[int] = set()
    verdicts: set[Verdict] = set()
    for one, other in combinations_with_replacement(range(len(groups)), 2):
        a, b = groups[one][0], groups[other][-1]
        verdict = pair_verdict(a, b, over_time, comparator) if a is not b else None
        if verdict in CONFLICTS:
            conflicting.update((one, other))
            verdicts.add(verdict)
        elif verdict is not None:
            changed.update((one, other))
    return Compared.of(groups, conflicting, changed, verdicts)


def pair_verdict(a: Row, b: Row, over_time: OverTime, comparator: Comparator) -> Verdict | None:
    """What two claims are to each other, None if nothing; the order of the two does not matter."""
    strength = _on_values(a, b, comparator)
    if strength is None:
        return None
    if over_time is not OverTime.FIXED:
        strength = _at_their_times(a, b, strength, over_time)
        if strength is None or strength is Verdict.SUPERSEDED:
            return strength
    if _voices_of(a).isdisjoint(_voices_of(b)):
        return Verdict.DISPUTE
    return strength if definition(a) == definition(b) else Verdict.TENSION


def _voices_of(row: Row) -> set[str | None]:
    """Two rows that share a voice are in conflict if they differ; if they share none, it is a dispute.

    A voice is a speaker; and (None) all sources that speak in their own name are one.
    """
    return {row.speaker} if row.claim.reported else {row.speaker, None}


def definition(row: Row) -> tuple[tuple[str, str], ...]:
    """What the softening scope says the value is of."""
    return tuple((key, normalise(value)) for key, value in row.softening)


def _on_values(a: Row, b: Row, comparator: Comparator) -> Verdict | None:
    denials = (a.claim.stance is Stance.DISPUTES) + (b.claim.stance is Stance.DISPUTES)
    if denials == 2:
        return None
    if denials == 1:
        return Verdict.CONTRADICTION if comparator.compatible(a, b) else None
    return comparator.differ(a, b)


def _at_their_times(a: Row, b: Row, strength: Verdict, over_time: OverTime) -> Verdict | None:
    """What a difference is where values change: the same at one time, history at two."""
    if a.when is None or b.when is None:
        return Verdict.TENSION
    if a.when == b.when:
        return strength
    is_disjoint = not a.when.overlaps(b.when)
    if not is_disjoint and has_exact_time(a) and has_exact_time(b):
        return strength if a.when.contains(b.when) or b.when.contains(a.when) else Verdict.TENSION
    if Stance.DISPUTES in (a.claim.stance, b.claim.stance):
        return None
    if over_time is OverTime.CHANGES:
        return Verdict.SUPERSEDED
    if not is_disjoint:
        return None  # which one is later is not known, so neither growth nor a fall is
    earlier, later = (a, b) if a.when.before(b.when) else (b, a)
    return Verdict.SUPERSEDED if own_box(earlier).stated.before(own_box(later).stated) else strength


def has_exact_time(row: Row) -> bool:
    """Whether the time of a value is written, and has both ends."""
    return row.when is not None and row.when_written and not row.when.is_open_ended
