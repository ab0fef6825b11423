"""Claims without an axis that say the same, whoever says it: one of them stands for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from crosscheck.comparing.values import Categories, NameSets, Quotations, Values
from crosscheck.model import Row

T = TypeVar("T")


def alike(things: Iterable[T], row_of: Callable[[T], Row], values: Values) -> list[list[T]]:
    """Things whose rows say the same together, in the order of the first of each."""
    likes: dict[object, list[T]] = {}
    for thing in things:
        likes.setdefault(_likeness(row_of(thing), values), []).append(thing)
    return list(likes.values())


def _likeness(row: Row, values: Values) -> object:
    """Equal for rows of which `values` says the same, whatever their stances and (but for quotations) speakers."""
    if isinstance(values, Quotations):
        return row.claim.read_as or row.claim.text
    if isinstance(values, Categories | NameSets):
        return row.reading.terms, row.reading.excludes, row.claim.exhaustive
    return row.claim.id  # what a rule of the workspace compares is not known
