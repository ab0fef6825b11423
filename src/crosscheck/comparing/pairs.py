"""Two claims of one item: whether they can both be right, and if not, what that is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations
from math import inf

from crosscheck.comparing.values import Values
from crosscheck.model import Interval, OverTime, Row, Stance, Verdict
from crosscheck.vocabulary import normalise

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.DISPUTE)


@dataclass(slots=True)
class Compared:
    """What the claims of an item are to each other: the rows, by claim, of every pair that conflicts and of every pair
    that tells of a change, and the strongest verdict of a conflict."""

    conflicting: dict[str, Row] = field(default_factory=dict)
    changed: dict[str, Row] = field(default_factory=dict)
    strongest: Verdict | None = None

    def merge(self, other: Compared) -> None:
        """Takes in what other pairs are to each other."""
        self.conflicting |= other.conflicting
        self.changed |= other.changed
        self.strongest = max(self.strongest, other.strongest, key=_strength)

    def add(self, verdict: Verdict | None, *rows: Row) -> None:
        if verdict is None:
            return
        into = self.conflicting if verdict in CONFLICTS else self.changed
        into.update((row.claim.id, row) for row in rows)
        if verdict in CONFLICTS:
            self.strongest = max(self.strongest, verdict, key=_strength)


def _strength(verdict: Verdict | None) -> float:
    return -inf if verdict is None else verdict.strength


def compared_pairwise(rows: Sequence[Row], over_time: OverTime, values: Values) -> Compared:
    """Every pair of rows: this is how verdicts are defined, and the fastest way for a few."""
    found = Compared()
    for a, b in combinations(rows, 2):
        found.add(pair_verdict(a, b, over_time, values), a, b)
    return found


def pair_verdict(a: Row, b: Row, over_time: OverTime, values: Values) -> Verdict | None:
    """What two claims are to each other, None if nothing; the order of the two does not matter."""
    strength = _on_values(a, b, values)
    if strength is None:
        return None
    if over_time is not OverTime.FIXED:
        strength = _at_their_times(a, b, strength, over_time)
        if strength is None or strength is Verdict.SUPERSEDED:
            return strength
    if circles_of(a).isdisjoint(circles_of(b)):
        return Verdict.DISPUTE
    return strength if definition(a) == definition(b) else Verdict.TENSION


def circles_of(row: Row) -> set[str | None]:
    """Two rows that share a circle are in conflict if they differ; if they share none, it is a dispute.

    A circle is all that one speaker says; and (None) all that sources say in their own name.
    """
    return {row.speaker} if row.claim.reported else {row.speaker, None}


def definition(row: Row) -> frozenset[tuple[str, str]]:
    """What the softening scope says the value is of."""
    return frozenset((key, normalise(value)) for key, value in row.softening)


def _on_values(a: Row, b: Row, values: Values) -> Verdict | None:
    denials = (a.claim.stance is Stance.DISPUTES) + (b.claim.stance is Stance.DISPUTES)
    if denials == 2:
        return None
    if denials == 1:
        return Verdict.CONTRADICTION if values.meet(a, b) else None
    return values.differ(a, b)


class _Times(Enum):
    SAME = "same"
    DISJOINT = "disjoint"
    OVERLAPPING = "overlapping"
    VAGUE = "overlapping, and not both written and closed"
    UNKNOWN = "unknown"


def _at_their_times(a: Row, b: Row, strength: Verdict, over_time: OverTime) -> Verdict | None:
    """What a difference is where values change: the same at one time, history at two."""
    times = _times(a, b)
    denies = Stance.DISPUTES in (a.claim.stance, b.claim.stance)
    if times is _Times.SAME:
        return strength
    if times in (_Times.UNKNOWN, _Times.OVERLAPPING):
        return Verdict.TENSION
    if denies:
        return None
    if over_time is OverTime.CHANGES:
        return Verdict.SUPERSEDED
    if times is _Times.VAGUE:
        return None  # which one is later is not known, so neither growth nor a fall is
    return Verdict.SUPERSEDED if _later_is_larger(a, b) else strength


def _times(a: Row, b: Row) -> _Times:
    if a.when is None or b.when is None:
        return _Times.UNKNOWN
    if a.when == b.when:
        return _Times.SAME
    if not a.when.meets(b.when):
        return _Times.DISJOINT
    both_exact = a.when_written and b.when_written and not (a.when.is_open_ended or b.when.is_open_ended)
    if not both_exact:
        return _Times.VAGUE
    within = a.when.holds(b.when) or b.when.holds(a.when)
    return _Times.SAME if within else _Times.OVERLAPPING


def _later_is_larger(a: Row, b: Row) -> bool:
    assert a.when is not None
    assert b.when is not None
    earlier, later = (a, b) if _is_before(a.when, b.when) else (b, a)
    return _is_before(earlier.stated, later.stated)


def _is_before(a: Interval, b: Interval) -> bool:
    """Of two intervals that do not meet: whether the first lies below."""
    return a.high is not None and b.low is not None and a.high <= b.low
