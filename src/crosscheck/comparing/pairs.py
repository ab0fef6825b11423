"""The claims of one item, two by two: whether they can both be right, and if not, what that is called.

`pair_verdict` is the definition. Claims that say the same are compared once, and of many different ones `blocks`
compares a block of pairs at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import nlargest, nsmallest
from itertools import combinations_with_replacement, pairwise

from crosscheck.comparing.boxes import View, is_mixed, own_box, views
from crosscheck.comparing.comparators import (
    Comparator,
    IntervalComparator,
    RankedInterval,
    is_denied,
    key_of,
    ranked,
)
from crosscheck.model import DIFFERENCES, Interval, OverTime, Row, Stance, Verdict
from crosscheck.readings.dates.calendar import MINUTES_A_DAY
from crosscheck.vocabulary import normalise

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
    if _all_agree(rows, over_time, comparator):
        return Compared((), (), None)
    if _is_plain(rows, comparator) and (
        _is_timeless(rows) if over_time is OverTime.FIXED else _is_history(rows, over_time)
    ):
        return compared_plain(rows, over_time)
    groups = [[row] for row in rows] if len(rows) <= FEW else group_equal(rows, comparator)
    if len(groups) < MANY:
        return compared_pairwise(groups, over_time, comparator)
    from crosscheck.comparing.blocks import compared_in_blocks

    return compared_in_blocks(groups, over_time, comparator)


def _all_agree(rows: Sequence[Row], over_time: OverTime, comparator: Comparator) -> bool:
    """Whether nothing can be wrong, seen without looking at pairs: nobody disputes values that are all compatible."""
    if len(rows) < 2:
        return True
    if any(row.claim.stance is Stance.DISPUTES for row in rows):
        return False
    if over_time is OverTime.CHANGES and any(row.reading.limited for row in rows):
        return False  # a bound may have moved
    # A subclass may compare otherwise.
    return type(comparator) is IntervalComparator and comparator.all_compatible(rows)


def _is_plain(rows: Sequence[Row], comparator: Comparator) -> bool:
    """Whether a verdict depends on values and times only: sources state in their own name what all define alike."""
    if type(comparator) is not IntervalComparator:
        return False
    directed = any(row.reading.direction is not None for row in rows)
    return not directed and not any(row.claim.stance is not Stance.ASSERTS or row.softening for row in rows)


def _is_timeless(rows: Sequence[Row]) -> bool:
    """Whether the times of fixed values make no difference: two that are written may be disjoint."""
    return len({row.when for row in rows if has_exact_time(row)}) < 2


def _is_history(rows: Sequence[Row], over_time: OverTime) -> bool:
    """Whether what differs at two times is a change, whichever times these are."""
    if over_time is not OverTime.CHANGES or any(row.when is None or row.reading.limited for row in rows):
        return False
    if is_mixed(rows):
        return False
    exact = sorted(set(ranked([row.when for row in rows if row.when is not None and has_exact_time(row)])))
    return all(earlier[1] < later[0] for earlier, later in pairwise(exact))


def compared_plain(rows: Sequence[Row], over_time: OverTime) -> Compared:
    """What `compared_pairwise` finds of rows that are plain, and fixed or a history, without looking at pairs.

    An interval misses some other one iff it misses that which ends first or that which begins last.
    """
    times = [(0, 0)] * len(rows) if over_time is OverTime.FIXED else ranked([row.when for row in rows if row.when])
    conflicting: set[int] = set()
    changed: set[int] = set()
    is_apart = False
    for view in views(rows):
        at_odds, moved, apart = _swept(view, times)
        conflicting.update(at_odds)
        changed.update(moved)
        is_apart |= apart
    verdict = Verdict.CONTRADICTION if is_apart else Verdict.TENSION
    found = {verdict} if conflicting else ()
    return Compared.of([[row] for row in rows], sorted(conflicting), sorted(changed), found)


def _swept(view: View, times: Sequence[RankedInterval]) -> tuple[list[int], list[int], bool]:
    """Which rows miss another one of their time, and which one of another time; and if any of the first are apart."""
    stated, allowed = (ranked([box[part] for box in view.boxes]) for part in (0, 1))
    at_time: dict[RankedInterval, list[int]] = {}
    for place, number in enumerate(view.numbers):
        at_time.setdefault(times[number], []).append(place)

    def missing(places: Sequence[int], begins: int, ends: int) -> list[int]:
        return [view.numbers[place] for place in places if stated[place][1] < begins or stated[place][0] > ends]

    conflicting: list[int] = []
    is_apart = False
    last_begins, first_ends = [], []
    for time, places in at_time.items():
        begins, ends = max(stated[place][0] for place in places), min(stated[place][1] for place in places)
        conflicting += missing(places, begins, ends)
        last_begins.append((begins, time))
        first_ends.append((ends, time))
        # What is allowed holds what is stated, so intervals of which no allowed ones meet are apart.
        is_apart |= max(allowed[place][0] for place in places) > min(allowed[place][1] for place in places)
    changed: list[int] = []
    latest, earliest = nlargest(2, last_begins), nsmallest(2, first_ends)
    for time, places in at_time.items() if len(at_time) > 1 else ():
        begins = next(place for place, other in latest if other != time)
        ends = next(place for place, other in earliest if other != time)
        changed += missing(places, begins, ends)
    return conflicting, changed, is_apart


def group_equal(rows: Iterable[Row], comparator: Comparator) -> list[list[Row]]:
    """Rows together that differ in nothing that a verdict depends on; each group is to another as any two rows are."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        spoken = row.claim.stance, row.claim.reported, row.speaker
        key = (key_of(row, comparator), *spoken, row.when, row.when_written, definition(row))
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
        if verdict in DIFFERENCES:
            conflicting.update((one, other))
            verdicts.add(verdict)
        elif verdict is not None:
            changed.update((one, other))
    return Compared.of(groups, conflicting, changed, verdicts)


def pair_verdict(a: Row, b: Row, over_time: OverTime, comparator: Comparator) -> Verdict | None:
    """What two claims are to each other, None if nothing; the order of the two does not matter."""
    strength = _on_values(a, b, comparator)
    if strength is None:
        return Verdict.SUPERSEDED if over_time is OverTime.CHANGES and bound_moved(a, b) else None
    strength = _at_their_times(a, b, strength, over_time)
    if strength is None or strength is Verdict.SUPERSEDED:
        return strength
    if _voices_of(a).isdisjoint(_voices_of(b)) and not is_about_speakers(a, b, comparator):
        return Verdict.DISPUTE
    return strength if definition(a) == definition(b) else Verdict.TENSION


def is_about_speakers(a: Row, b: Row, comparator: Comparator) -> bool:
    """True if what two speakers differ in is who of them said it, which is no dispute between them."""
    denied = Stance.DISPUTES in (a.claim.stance, b.claim.stance)
    return not denied and getattr(comparator, "compares_speakers", False)


def bound_moved(a: Row, b: Row) -> bool:
    """True if two bounds on the same side differ, of which one is of a later time: by 2028, then by 2030."""
    if Stance.DISPUTES in (a.claim.stance, b.claim.stance) or a.reading.limited is None:
        return False
    if a.reading.limited != b.reading.limited or a.when is None or b.when is None or a.when.overlaps(b.when):
        return False
    return limit(a) != limit(b)


def limit(row: Row) -> tuple[Fraction | None, bool]:
    """The end that a bound gives, and whether it belongs to it."""
    stated = row.stated
    return (stated.low, stated.low_in) if row.reading.limited == "low" else (stated.high, stated.high_in)


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
        denial, other = (a, b) if a.claim.stance is Stance.DISPUTES else (b, a)
        return Verdict.CONTRADICTION if is_denied(denial, other, comparator) else None
    return comparator.differ(a, b)


def _at_their_times(a: Row, b: Row, strength: Verdict, over_time: OverTime) -> Verdict | None:
    """What a difference is at the times of two values: the same at one time, and where values change history at two."""
    if over_time is OverTime.FIXED:
        return Verdict.TENSION if are_apart_in_time(a, b) else strength
    if over_time is OverTime.PER_PERIOD and a.when != b.when:
        return None
    if a.when is None or b.when is None:
        return Verdict.TENSION
    if over_time is OverTime.PER_PERIOD:
        return strength if a.when_written and b.when_written else Verdict.TENSION
    if a.when == b.when:
        return Verdict.TENSION if over_time is OverTime.ACCUMULATES and is_one_day(a.when) else strength
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


def are_apart_in_time(a: Row, b: Row) -> bool:
    """Whether both times are written and closed, and disjoint."""
    if a.when is None or b.when is None or not (has_exact_time(a) and has_exact_time(b)):
        return False
    return not a.when.overlaps(b.when)


def is_one_day(time: Interval) -> bool:
    """Whether a time is a day whose hour nobody gives, in which a running total may have grown."""
    return time.low is not None and time.high is not None and time.high - time.low == MINUTES_A_DAY


def has_exact_time(row: Row) -> bool:
    """Whether the time of a value is written, and has both ends."""
    return row.when is not None and row.when_written and not row.when.is_open_ended
