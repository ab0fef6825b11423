"""What each source says of the members of a relation."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.comparing.combined import CombinedClaim
from crosscheck.comparing.pairs import definition, has_exact_time
from crosscheck.model import Interval, OverTime, Related, RelationKind, Row, Stance

Members = tuple[tuple[Row, ...], ...]
"""The rows of one source (and one time) for each member of a relation, in their order; empty where it says nothing."""


def by_source(related: Related) -> dict[str, Members]:
    """What each source states of the items of a relation, in the order of sources; what it disputes is left out.

    So is a source that states too little for the relation to say anything.
    """
    found: dict[str, list[list[Row]]] = {}
    for index, item in enumerate(related.items):
        for row in item.rows:
            if not row.claim.derived and row.claim.stance is not Stance.DISPUTES:
                found.setdefault(row.claim.source, [[] for _ in related.items])[index].append(row)
    kind = related.relation.kind  # one part may be too much for a total already
    least = len(related.items) - 1 if kind.is_equation and kind is not RelationKind.SUM else 2
    return {
        source: tuple(map(tuple, found[source])) for source in sorted(found) if sum(map(bool, found[source])) >= least
    }


def separated(members: Members, related: Related) -> list[Members]:
    """What a source states, apart for each time, for each reported speaker and for each definition.

    A changing value is of its time, one that is fixed holds at every time. What a reported speaker does not say, the
    source says; the source itself comes first. Definitions are apart where one has a value of every member.
    """
    found = [
        part
        for at_time in _at_each_time(members, related)
        for said in _by_each_speaker(at_time)
        for part in _in_each_definition(said)
    ]
    return list(dict.fromkeys(found))


def _at_each_time(members: Members, related: Related) -> list[Members]:
    changing = [item.attribute.over_time is not OverTime.FIXED for item in related.items]
    times: dict[Interval | None, bool] = {}
    for rows, changes in zip(members, changing, strict=True):
        for row in rows if changes else ():
            times[row.when] = times.get(row.when, False) or has_exact_time(row)
    if len(times) < 2:
        return [members]
    numbers = {time: number for number, time in enumerate(sorted(times, key=_order))}
    of_periods = any(item.attribute.over_time is OverTime.PER_PERIOD for item in related.items)
    nested = {} if of_periods else _nested([time for time in numbers if time is not None and times[time]])
    found: list[list[list[Row]]] = [[[] for _ in members] for _ in numbers]
    for place, (rows, changes) in enumerate(zip(members, changing, strict=True)):
        for row in rows:
            others = nested.get(row.when, ()) if has_exact_time(row) else ()
            for number in (numbers[time] for time in (row.when, *others)) if changes else range(len(numbers)):
                found[number][place].append(row)
    return [tuple(map(tuple, of_time)) for of_time in found]


def _nested(times: Sequence[Interval]) -> dict[Interval | None, list[Interval]]:
    """For each of `times`, which are in order, those that lie within it or hold it."""
    found: dict[Interval | None, list[Interval]] = {time: [] for time in times}
    for number, time in enumerate(times):
        for later in times[number + 1 :]:
            if time.before(later):
                break  # as does all that follows
            if time.contains(later) or later.contains(time):
                found[time].append(later)
                found[later].append(time)
    return found


def at_each_time(related: Related) -> list[Members]:
    """What all sources say of the items of a relation that are no times, apart for each time; denials are left out."""
    members = tuple(
        () if name.is_time else tuple(row for row in item.rows if row.claim.stance is not Stance.DISPUTES)
        for (_, name), item in zip(related.relation.members, related.items, strict=True)
    )
    return _at_each_time(members, related)


def _order(time: Interval | None) -> tuple[object, ...]:
    return (1,) if time is None else (0, *time.sort_key())


def _by_each_speaker(members: Members) -> list[Members]:
    reported = sorted({row.speaker for rows in members for row in rows if row.claim.reported})
    asserted = tuple(tuple(row for row in rows if not row.claim.reported) or rows for rows in members)
    own = (
        tuple(
            tuple(row for row in rows if row.claim.reported and row.speaker == speaker) or instead
            for rows, instead in zip(members, asserted, strict=True)
        )
        for speaker in reported
    )
    return [asserted, *own]


def _in_each_definition(members: Members) -> list[Members]:
    defined = {row.claim.id: definition(row) for rows in members for row in rows}
    parts = [
        tuple(tuple(row for row in rows if defined[row.claim.id] == one) for rows in members)
        for one in sorted(set(defined.values()))
    ]
    whole = [part for part in parts if all(bool(a) == bool(b) for a, b in zip(part, members, strict=True))]
    return whole or [members]


def combined_claims(members: Members, related: Related) -> list[CombinedClaim | None]:
    """The claims on each member taken together, None where there is none."""
    both = zip(members, related.items, strict=True)
    return [CombinedClaim.of(rows, item.attribute) if rows else None for rows, item in both]
