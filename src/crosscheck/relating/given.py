"""What one source says of one member of a relation: all of its claims on that item, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from crosscheck.model import Interval, Kind, OverTime, Related, Row, Scope, Stance
from crosscheck.vocabulary import normalise


@dataclass(frozen=True, slots=True)
class Given:
    """The claims of a source on an item, and what they have in common.

    Claims that do not meet, or that are defined differently, have nothing in common: then the reading is from the least
    to the greatest, and `consistent` is false. Lists of names count as the number of the names in them, or more unless
    one claims to be complete. `text` is the narrowest value as written, `unit` what the item's attribute declares, and
    `changes` says whether its values change with time.
    """

    rows: tuple[Row, ...]
    stated: Interval
    allowed: Interval
    consistent: bool
    dimension: str
    nominal: Fraction | None
    precision: str
    unit: str | None
    narrowest: Row
    text: str
    changes: bool = False

    @staticmethod
    def of(rows: Sequence[Row], unit: str | None, *, changes: bool = False) -> Given:
        if rows[0].reading.kind is Kind.NAMES:
            return _counted(rows, unit, changes)
        narrowest = min(rows, key=lambda row: (*_width(row.stated), row.claim.id))
        reading = narrowest.reading
        is_one = len({definition_of(row) for row in rows}) == 1
        stated, meets = _together([row.stated for row in rows], is_one)
        allowed, _ = _together([row.allowed for row in rows], is_one)
        return Given(
            tuple(rows), stated, allowed, is_one and meets, reading.dimension, reading.nominal, reading.precision, unit,
            narrowest, narrowest.claim.text, changes,
        )  # fmt: skip


def _counted(rows: Sequence[Row], unit: str | None, changes: bool) -> Given:
    """How many names lists have, taken together. "Other …" names are at least one more, however complete the list."""
    named = Fraction(len({term for row in rows for term in row.reading.terms}))
    complete = [row for row in rows if row.claim.exhaustive and not row.reading.excludes]
    most = [Fraction(len(row.reading.terms)) for row in complete]
    narrowest = min(complete or rows, key=lambda row: (-len(row.reading.terms), row.claim.id))
    count = Interval(min(named, *most), max(named, *most), True, True) if most else Interval(named, None)
    text = ", ".join(dict.fromkeys(row.claim.text for row in ([narrowest] if complete else rows)))
    is_one = all(number == named for number in most) and len({definition_of(row) for row in rows}) == 1
    nominal = named if most else None
    return Given(tuple(rows), count, count, is_one, "count", nominal, "", unit, narrowest, text, changes)


def definition_of(row: Row) -> Scope:
    """What the softening scope says that a value is of, for comparing."""
    return tuple((key, normalise(value)) for key, value in row.softening)


def _width(interval: Interval) -> tuple[int, Fraction]:
    if interval.low is None or interval.high is None:
        return 1, Fraction(0)
    return 0, interval.high - interval.low


def _together(intervals: Sequence[Interval], is_one: bool) -> tuple[Interval, bool]:
    """What intervals of one definition have in common, else all that they cover; and whether they have something."""
    common = intervals[0]
    for interval in intervals[1:]:
        if not (is_one and common.meets(interval)):
            return reduce(Interval.hull, intervals), False
        common = common.intersection(interval)
    return common, True


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
    least = len(related.items) - 1 if related.relation.kind.is_equation else 2
    return {
        source: tuple(map(tuple, found[source])) for source in sorted(found) if sum(map(bool, found[source])) >= least
    }


def apart(members: Members, related: Related) -> list[Members]:
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
            times[row.when] = times.get(row.when, False) or _is_closed(row)
    if len(times) < 2:
        return [members]
    numbers = {time: number for number, time in enumerate(sorted(times, key=_order))}
    nested = _nested([time for time in numbers if time is not None and times[time]])
    found: list[list[list[Row]]] = [[[] for _ in members] for _ in numbers]
    for place, (rows, changes) in enumerate(zip(members, changing, strict=True)):
        for row in rows:
            others = nested.get(row.when, ()) if _is_closed(row) else ()
            for number in (numbers[time] for time in (row.when, *others)) if changes else range(len(numbers)):
                found[number][place].append(row)
    return [tuple(map(tuple, of_time)) for of_time in found]


def _is_closed(row: Row) -> bool:
    """Whether the time of a value is written, and has both ends."""
    return row.when_written and row.when is not None and not row.when.is_open_ended


def _nested(times: Sequence[Interval]) -> dict[Interval | None, list[Interval]]:
    """For each of `times`, which are in order, those that lie within it or hold it."""
    found: dict[Interval | None, list[Interval]] = {time: [] for time in times}
    for number, time in enumerate(times):
        for later in times[number + 1 :]:
            if time.ends_before(later):
                break  # as does all that follows
            if time.holds(later) or later.holds(time):
                found[time].append(later)
                found[later].append(time)
    return found


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
    definitions = sorted({definition_of(row) for rows in members for row in rows})
    parts = [
        tuple(tuple(row for row in rows if definition_of(row) == definition) for rows in members)
        for definition in definitions
    ]
    whole = [part for part in parts if all(bool(a) == bool(b) for a, b in zip(part, members, strict=True))]
    return whole or [members]


def givens_of(members: Members, related: Related) -> list[Given | None]:
    """What is given of each member, None where nothing is."""
    return [
        Given.of(rows, item.attribute.unit, changes=item.attribute.over_time is not OverTime.FIXED) if rows else None
        for rows, item in zip(members, related.items, strict=True)
    ]
