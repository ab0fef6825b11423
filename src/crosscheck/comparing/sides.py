"""Sides: the fewest groups of claims that agree within themselves.

Intervals on one axis all meet as soon as every pair of them does (Helly), so one sweep over the stated readings finds
the groups: from the least high end upwards, everything that meets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    return tuple(side for told, denies in both for side in _group(told, denies, values))


def _group(rows: Sequence[Row], denies: bool, values: Values) -> list[Side]:
    if rows and rows[0].reading.stated is not None:
        return _sweep(rows, denies=denies)
    cores: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.claim.id):
        # Likeness without an axis is no interval: the first group that takes a row as a whole is its side.
        core = next((core for core in cores if all(values.meet(row, other) for other in core)), None)
        if core is None:
            cores.append([row])
        else:
            core.append(row)
    sides = []
    for core in cores:
        guests = [row for row in rows if row not in core and all(values.meet(row, other) for other in core)]
        sides.append(_side(core, guests, denies))
    return sides


def _sweep(rows: Sequence[Row], *, denies: bool) -> list[Side]:
    waiting = sorted(
        rows, key=lambda row: (row.stated.high is None, row.stated.high or 0, row.stated.high_in, row.claim.id)
    )
    cores: list[list[Row]] = []
    while waiting:
        first = waiting[0].stated
        cores.append([row for row in waiting if row.stated.meets(first)])
        waiting = [row for row in waiting if not row.stated.meets(first)]
    sides = []
    for index, core in enumerate(cores):
        common = reduce(Interval.intersection, (row.stated for row in core))
        # Only a row of a lower side can reach up to this one.
        guests = [row for lower in cores[:index] for row in lower if row.stated.meets(common)]
        sides.append(_side(core, guests, denies))
    return sides


def _side(core: list[Row], guests: list[Row], denies: bool) -> Side:
    rows = sorted({row.claim.id: row for row in core + guests}.values(), key=lambda row: row.claim.id)
    text = min(core, key=lambda row: row.claim.id).claim.text
    if rows[0].reading.stated is None:
        return Side(tuple(rows), None, None, text, denies)
    stated = reduce(Interval.intersection, (row.stated for row in rows))
    allowed = reduce(Interval.intersection, (row.allowed for row in rows))
    return Side(tuple(rows), stated, allowed, text, denies)


def only_on(side: Side, sides: Sequence[Side]) -> tuple[Row, ...]:
    """The rows of `side` that stand on no other one."""
    elsewhere = {row.claim.id for other in sides if other is not side for row in other.rows}
    return tuple(row for row in side.rows if row.claim.id not in elsewhere)
