"""Which rows speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from crosscheck.claims.values import Ground
from crosscheck.model import Attribute, Item, Row, Scope
from crosscheck.problems import Problems, shown
from crosscheck.vocabulary import Names, normalise

ItemKey = tuple[str, str, Scope]
"""Subject, attribute and separating scope, each under its one name."""


class KeyedRow(NamedTuple):
    """A row with the item that it speaks of."""

    key: ItemKey
    attribute: Attribute
    row: Row


def keyed(rows: Iterable[Row], ground: Ground) -> Iterator[KeyedRow]:
    """Each row with the item that it speaks of."""
    names, subjects = ground.names, dict[str, str]()
    attributes: dict[str, tuple[Attribute, str, tuple[str, ...]]] = {}
    for row in rows:
        claim = row.claim
        known = attributes.get(claim.attribute)
        if known is None:
            declared = ground.attributes[normalise(claim.attribute)]
            known = attributes[claim.attribute] = declared, normalise(declared.name), declared.separated_by
        attribute, name, separating = known
        subject = subjects.get(claim.subject) or subjects.setdefault(claim.subject, names.key(claim.subject))
        scope = tuple((key, names.key(value)) for key, value in claim.scope if key in separating) if separating else ()
        yield KeyedRow((subject, name, scope), attribute, row)


def grouped(rows: Iterable[KeyedRow], names: Names) -> list[Item]:
    """The items that rows speak of, in the order of their keys; the rows of each in the order of their claims' ids."""
    by_key: dict[ItemKey, list[KeyedRow]] = {}
    for entry in rows:
        by_key.setdefault(entry.key, []).append(entry)
    return [_item(by_key[key], names) for key in sorted(by_key)]


def _item(entries: list[KeyedRow], names: Names) -> Item:
    """The item of some rows, named as its first claim has it."""
    rows = with_directions(sorted((entry.row for entry in entries), key=lambda row: row.claim.id))
    attribute, first = entries[0].attribute, rows[0].claim
    assert attribute.kind is not None
    scope = tuple((key, names.canonical(value)) for key, value in first.scope if key in attribute.separated_by)
    return Item(names.canonical(first.subject), attribute, attribute.kind, scope, rows)


def with_directions(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of one item; beside a change up or down, a value below zero is a change down: "-15%" beside "fell 15%"."""
    if not any(row.reading.direction for row in rows):
        return tuple(rows)
    return tuple(
        replace(row, reading=row.reading.as_fall())
        if row.reading.direction is None and row.reading.is_below_zero
        else row
        for row in rows
    )


def check_axes(items: Iterable[Item], problems: Problems) -> None:
    """Report each claim whose value is in another dimension than that of the first claim of its item, by id."""
    for item in items:
        first: Row | None = None
        for row in item.rows:
            if row.claim.derived:
                continue
            first = first or row
            if row.reading.dimension != first.reading.dimension:
                problems.add(row.claim.at, _two_dimensions(row, first))


def _two_dimensions(row: Row, first: Row) -> str:
    claim, known = row.claim, first.claim
    return (
        f"value {shown(claim.text)} is in {row.reading.dimension}, but {shown(known.text)} of {known.id} in "
        f"{first.reading.dimension}; write read_as in one of them, or keep them apart by a key of scope in "
        f"separated_by of {shown(claim.attribute)} in rules/attributes.yaml"
    )


def key_of(item: Item, names: Names) -> ItemKey:
    """The key of an item."""
    scope = tuple((key, names.key(value)) for key, value in item.scope)
    return names.key(item.subject), normalise(item.attribute.name), scope
