"""Claims without an axis that say the same, whoever says it: one of them stands for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from crosscheck.comparing.values import Categories, NameSets, Quotations, Values
from crosscheck.model import Row

T = TypeVar("T")


def alike(things: Iterable[T], row_of: Callable[[T], Row], values: Values) -> list[list[T]]:
    """Things whose rows say the same together, in the order of the first of each.

    One by one where a value does not meet its equal: "other sons, Ovidio", said where Ovidio was named before.
    """
    groups: list[list[T]] = []
    likes: dict[object, list[T]] = {}
    for thing in things:
        row = row_of(thing)
        like = _likeness(row, values)
        if like in likes:
            likes[like].append(thing)
            continue
        groups.append([thing])
        if values.meet(row, row):
            likes[like] = groups[-1]
    return groups


def _likeness(row: Row, values: Values) -> object:
    """Equal for rows of which `values` says the same, whatever their stances and (but for quotations) speakers."""
    if isinstance(values, Quotations):
        return row.claim.read_as or row.claim.text
    if isinstance(values, Categories | NameSets):
        return row.reading.terms, row.reading.excludes, row.claim.exhaustive
    return row.claim.id  # what a rule of the workspace compares is not known
