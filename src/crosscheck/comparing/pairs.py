"""Two claims of one item: whether they can both be right, and if not, what that is called."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from crosscheck.comparing.values import Values
from crosscheck.model import Interval, OverTime, Row, Stance, Verdict
from crosscheck.readings.names import normalise


def pair_verdict(a: Row, b: Row, over_time: OverTime, values: Values) -> Verdict | None:
    """What two claims are to each other, None if nothing; the order of the two does not matter."""
    strength = _on_values(a, b, values)
    if strength is None:
        return None
    if over_time is not OverTime.FIXED:
        strength = _at_their_times(a, b, strength, over_time)
        if strength is None or strength is Verdict.SUPERSEDED:
            return strength
    if definition(a) != definition(b):
        strength = Verdict.TENSION
    if a.speaker != b.speaker and (a.claim.reported or b.claim.reported):
        return Verdict.DISPUTE
    return strength


def groups_of(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Rows in groups that differ in nothing compared, so that one row of each stands for all."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(_likeness(row), []).append(row)
    return [tuple(group) for group in groups.values()]


def _likeness(row: Row) -> object:
    reading = row.reading
    claim = row.claim
    return (reading.stated, reading.allowed, reading.terms, reading.excludes, row.when, row.when_written,
            row.softening, row.speaker, claim.stance, claim.said_by is None, claim.exhaustive)  # fmt: skip


def _on_values(a: Row, b: Row, values: Values) -> Verdict | None:
    denials = (a.claim.stance is Stance.DISPUTES) + (b.claim.stance is Stance.DISPUTES)
    if denials == 2:
        return None
    if denials == 1:
        return Verdict.CONTRADICTION if values.meet(a, b) else None
    return values.differ(a, b)


def definition(row: Row) -> dict[str, str]:
    """What the softening scope says the value is of."""
    return {key: normalise(value) for key, value in row.softening}


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
