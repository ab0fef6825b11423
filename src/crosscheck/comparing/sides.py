"""Sides: the fewest groups of claims that agree within themselves.

Intervals on one axis all meet as soon as every pair of them does (Helly), so one sweep over the stated readings finds
the groups: from the least high end upwards, everything that meets it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from crosscheck.comparing.values import Values
from crosscheck.model import Interval, Row, Side, Stance


def sides_of(rows: Iterable[Row], values: Values) -> tuple[Side, ...]:
    """The sides of rows, on an axis the lowest first; claims that deny a value stand apart from those that state one.

    A row that meets several sides stands in each.
    """
    stating: list[Row] = []
    denying: list[Row] = []
    for row in rows:
        (denying if row.claim.stance is Stance.DISPUTES else stating).append(row)
    both = ((stating, False), (denying, True))
    return tuple(side for told, denies in both for side in _made(_groups(told, values), denies))


def _groups(rows: Sequence[Row], values: Values) -> list[list[Row]]:
    if rows and rows[0].reading.stated is not None:
        return _sweep(rows)
    cores: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.claim.id):
        # Likeness without an axis is no interval: the first group that takes a row as a whole is its side.
        core = next((core for core in cores if all(values.meet(row, other) for other in core)), None)
        if core is None:
            cores.append([row])
        else:
            core.append(row)
    return [
        [*core, *(row for row in rows if row not in core and all(values.meet(row, other) for other in core))]
        for core in cores
    ]


def _sweep(rows: Sequence[Row]) -> list[list[Row]]:
    """Groups from the least high end upwards, each of all that meets it, and then of what reaches up from below."""
    by_low = sorted(rows, key=lambda row: row.stated.sort_key())
    by_high = sorted(rows, key=_high)
    grouped: set[str] = set()
    groups: list[list[Row]] = []
    reaching: list[Row] = []
    place = 0
    for row in by_high:
        if row.claim.id in grouped:
            continue
        core = []
        while place < len(by_low) and not row.stated.ends_before(by_low[place].stated):
            if by_low[place].claim.id not in grouped:
                core.append(by_low[place])
            place += 1
        grouped.update(member.claim.id for member in core)
        common = reduce(Interval.intersection, (member.stated for member in core))
        # What does not reach this group reaches none above it.
        reaching = [lower for lower in reaching if lower.stated.meets(common)]
        groups.append([*core, *reaching])
        reaching += core
    return groups


def _high(row: Row) -> tuple[object, ...]:
    high = row.stated.high
    return (high is None, high or 0, row.stated.high_in, row.claim.id)


def _made(groups: Sequence[Sequence[Row]], denies: bool) -> Iterator[Side]:
    stands = Counter(row.claim.id for group in groups for row in group)
    for group in groups:
        rows = tuple(sorted(group, key=lambda row: row.claim.id))
        own = tuple(row for row in rows if stands[row.claim.id] == 1) or rows
        text = min(own, key=_narrowness).claim.text
        if rows[0].reading.stated is None:
            yield Side(rows, own, None, None, text, denies)
            continue
        stated = reduce(Interval.intersection, (row.stated for row in rows))
        allowed = reduce(Interval.intersection, (row.allowed for row in rows))
        yield Side(rows, own, stated, allowed, text, denies)


def _narrowness(row: Row) -> tuple[object, ...]:
    stated = row.reading.stated
    if stated is None:
        return (row.claim.id,)
    if stated.low is None or stated.high is None:
        return (1, 0, row.claim.id)
    return (0, stated.high - stated.low, row.claim.id)
