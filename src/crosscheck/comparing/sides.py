"""Sides: the fewest groups of claims that agree within themselves.

Intervals on one axis all have a point in common as soon as every pair of them has (Helly), so one sweep over the stated
readings finds the groups: from the least high end upwards, everything that overlaps it. Where claims are of several
classes (written in several units, with a zone and without), the class with most groups leads, and the others join
its groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from crosscheck.comparing.boxes import class_of, is_mixed, own_box, unit_symbol
from crosscheck.comparing.comparators import Comparator, key_of, ranked
from crosscheck.model import Interval, Row, Side, Stance, first_of_each_reading


def sides_of(rows: Iterable[Row], comparator: Comparator, unit: str | None = None) -> tuple[Side, ...]:
    """The sides of rows, on an axis the lowest first; claims that deny a value stand apart from those that state one.

    A row that is compatible with several sides stands in each. `unit` is what the attribute declares.
    """
    stating: list[Row] = []
    denying: list[Row] = []
    for row in rows:
        (denying if row.claim.stance is Stance.DISPUTES else stating).append(row)
    both = ((stating, False), (denying, True))
    return tuple(side for some, denies in both for side in _made(groups_of(some, comparator, unit), denies))


def groups_of(rows: Sequence[Row], comparator: Comparator, unit: str | None = None) -> list[list[Row]]:
    """The fewest groups of rows that agree; one that is compatible with several stands in each."""
    if rows and rows[0].reading.stated is not None:
        return _by_direction(rows, comparator, unit)
    cores: list[list[list[Row]]] = []
    ordered = _agreeing(rows, comparator)

    def belongs(equal: Sequence[Row], core: Sequence[Sequence[Row]]) -> bool:
        return all(comparator.compatible(equal[0], other[0]) for other in core)

    for equal in ordered:
        # Without an axis, that every pair agrees is no point in common: the first group that takes a row is its side.
        core = next((core for core in cores if belongs(equal, core)), None)
        if core is None:
            cores.append([equal])
        else:
            core.append(equal)
    homes = {id(equal): place for place, core in enumerate(cores) for equal in core}
    return [
        [row for equal in ordered if homes[id(equal)] == place or belongs(equal, core) for row in equal]
        for place, core in enumerate(cores)
    ]


def _by_direction(rows: Sequence[Row], comparator: Comparator, unit: str | None) -> list[list[Row]]:
    """Groups in which no value goes up while another goes down; one without a direction stands with both."""
    directions = sorted({row.reading.direction for row in rows if row.reading.direction is not None})
    if len(directions) < 2:
        return _by_class(rows, comparator, unit)
    found: dict[tuple[str, ...], list[Row]] = {}
    for direction in directions:
        of_direction = [row for row in rows if row.reading.direction in (None, direction)]
        for group in _by_class(of_direction, comparator, unit):
            found.setdefault(tuple(sorted(row.claim.id for row in group)), group)
    return list(found.values())


def _by_class(rows: Sequence[Row], comparator: Comparator, unit: str | None) -> list[list[Row]]:
    """Groups of the leading class, which rows of others join: the first with which they wholly agree is their home.

    They stand in the rest, too, where they agree with all that is there; what has no home makes groups of its own.
    """
    if not is_mixed(rows):
        return _sweep(rows)
    classes: dict[tuple[str, bool, bool], list[Row]] = {}
    for row in rows:
        classes.setdefault(class_of(row), []).append(row)
    swept = {key: _sweep(of_class) for key, of_class in classes.items()}
    declared = unit_symbol(unit, rows[0].reading.kind)
    leading = max(swept, key=lambda key: (len(swept[key]), key[0] == declared, not key[2], len(classes[key]), key))
    groups = swept[leading]
    others = sorted((row for key in classes.keys() - {leading} for row in classes[key]), key=lambda row: row.claim.id)
    homes: dict[int, list[Row]] = {}
    for row in others:
        home = next((group for group in groups if _agrees(row, group, comparator)), None)
        if home is not None:
            home.append(row)
            homes[id(row)] = home
    for row in others:
        for group in groups if id(row) in homes else ():
            if group is not homes[id(row)] and _agrees(row, group, comparator):
                group.append(row)
    left = [row for row in others if id(row) not in homes]
    found = groups + (_by_class(left, comparator, unit) if left else [])
    return sorted(found, key=lambda group: own_box(group[0]).stated.sort_key())


def _agrees(row: Row, group: Sequence[Row], comparator: Comparator) -> bool:
    return all(comparator.compatible(row, other) for other in group)


def _agreeing(rows: Iterable[Row], comparator: Comparator) -> list[list[Row]]:
    """Rows of equal values together, in order; one by one if a value does not even agree with its equal."""
    equal: dict[object, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.claim.id):
        equal.setdefault(key_of(row, comparator)[1], []).append(row)
    parts = [
        part
        for group in equal.values()
        for part in ([group] if comparator.compatible(group[0], group[0]) else [[row] for row in group])
    ]
    return sorted(parts, key=lambda part: part[0].claim.id)


def _sweep(rows: Sequence[Row]) -> list[list[Row]]:
    """Groups from the least high end upwards, each of all that overlaps it, and then of what reaches up from below."""
    ends = ranked([own_box(row).stated for row in rows])
    by_low = sorted(range(len(rows)), key=lambda row: ends[row][0])
    by_high = sorted(range(len(rows)), key=lambda row: ends[row][1])
    grouped = [False] * len(rows)
    groups: list[list[Row]] = []
    reaching: list[int] = []
    place = 0
    for row in by_high:
        if grouped[row]:
            continue
        core = []
        while place < len(rows) and ends[by_low[place]][0] <= ends[row][1]:
            core.append(by_low[place])
            grouped[by_low[place]] = True
            place += 1
        # All of the group share the place where its last begins; what does not reach that reaches no group above.
        last = ends[core[-1]][0]
        reaching = [lower for lower in reaching if ends[lower][1] >= last]
        groups.append([rows[member] for member in (*core, *reaching)])
        reaching += core
    return groups


def _made(groups: Sequence[Sequence[Row]], denies: bool) -> Iterator[Side]:
    stands = Counter(row.claim.id for group in groups for row in group)
    for group in groups:
        rows = tuple(sorted(group, key=lambda row: row.claim.id))
        own = tuple(row for row in rows if stands[row.claim.id] == 1)
        own = own if 0 < len(own) < len(rows) else rows  # one tuple: an archive holds thousands of sides
        text = min(first_of_each_reading(own), key=_narrowness).claim.text
        if rows[0].reading.stated is None:
            yield Side(rows=rows, own=own, stated=None, allowed=None, text=text, denies=denies)
            continue
        # Of several classes the group's first row is of the one that leads.
        of_class = class_of(group[0])
        different = [row for row in first_of_each_reading(rows) if class_of(row) == of_class]
        if len({class_of(row) for row in rows}) > 1:
            different = [min(different, key=_narrowness)]
        stated = reduce(Interval.intersection, (row.stated for row in different))
        allowed = reduce(Interval.intersection, (row.allowed for row in different))
        yield Side(rows=rows, own=own, stated=stated, allowed=allowed, text=text, denies=denies)


def _narrowness(row: Row) -> tuple[object, ...]:
    """Lesser for what speaks for a side: what a source states, not what follows from it, and the narrowest of it."""
    stated = row.reading.stated
    return (row.claim.derived, None if stated is None else stated.width, row.claim.id)
