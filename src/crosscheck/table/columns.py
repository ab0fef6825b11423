"""Columns that hold each different value once: of every row the number of its value.

A row takes four bytes a column however long its texts are, and whatever is asked of a value is asked once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import islice
from operator import lt
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]

ABSENT = -1


class Column(NamedTuple):
    """`codes` are places in `values`, `ABSENT` where a row has none; `values` are all different."""

    codes: Codes
    values: Sequence[Any]

    def at(self, row: int) -> Any:
        """The value of a row, None if it has none."""
        code = self.codes.item(row)  # a plain number is compared sooner than one of numpy's
        return None if code == ABSENT else self.values[code]

    def of(self, rows: Rows) -> list[Any]:
        """The values of some rows, as `at` has each; of many rows sooner."""
        values = self.values
        if not values:
            return [None] * len(rows)
        return [None if code == ABSENT else values[code] for code in self.codes[rows].tolist()]

    @property
    def present(self) -> Truths:
        return np.asarray(self.codes != ABSENT)

    def take(self, rows: Rows | Truths) -> Column:
        return Column(self.codes[rows], self.values) if self.values else empty(len(self.codes[rows]))


def empty(rows: int) -> Column:
    """A column without a value; it takes no room."""
    return Column(np.broadcast_to(np.int32(ABSENT), rows), ())


def same(value: Hashable, rows: int) -> Column:
    """A column of one value throughout; it takes no room."""
    return Column(np.broadcast_to(np.int32(0), rows), (value,))


def ascend(values: Sequence[Any]) -> bool:
    """Whether each is greater than the one before: then all differ, which is sooner seen so than by hashing them."""
    return all(map(lt, values, islice(values, 1, None)))


def encoded(cells: Sequence[Hashable]) -> Column:
    """The column of `cells`; None is an absent value."""
    numbers: dict[Hashable, int] = {None: ABSENT}
    number = numbers.setdefault
    codes = np.fromiter((number(cell, len(numbers) - 1) for cell in cells), np.int32, len(cells))
    del numbers[None]
    return Column(codes, list(numbers)) if numbers else empty(len(cells))


def mapped(column: Column, values: Iterable[Hashable]) -> Column:
    """A column under other values, one for each of its own; equal ones become one, None is absent."""
    made = encoded(list(values))
    return Column(np.append(made.codes, np.int32(ABSENT))[column.codes], made.values)


def joined(columns: Sequence[Column]) -> Column:
    """The rows of several columns one after the other."""
    if len(columns) == 1:
        return columns[0]
    numbers: dict[Hashable, int] = {}
    parts = []
    for column in columns:
        places = [numbers.setdefault(value, len(numbers)) for value in column.values]
        parts.append(np.array([*places, ABSENT], np.int32)[column.codes])
    return Column(np.concatenate(parts), list(numbers)) if numbers else empty(sum(map(len, parts)))


_DENSE = 4
"""Where so many times as many keys are possible as there are rows, a place for each is sooner made than rows sorted."""


class Groups(NamedTuple):
    """Rows that are alike: the `first` row of each group, and of every row the number of its group."""

    first: Rows
    number: Rows

    def members(self) -> list[Rows]:
        """The rows of each group."""
        order = np.argsort(self.number, kind="stable")
        return np.split(order, np.cumsum(np.bincount(self.number, minlength=len(self.first)))[:-1])


def groups(rows: int, *keys: npt.NDArray[Any]) -> Groups:
    """Rows in groups that are equal in all of `keys` (whole numbers from -1), in the order of these."""
    combined = np.zeros(rows, np.int64)
    size = 1
    for key in keys:
        if not rows or not any(key.strides):  # the same throughout
            continue
        width = int(key.max()) + 2
        if size > 1 and size * width >= 2**62:
            combined = np.unique(combined, return_inverse=True)[1].astype(np.int64)
            size = int(combined.max()) + 1
        combined *= width
        combined += key
        combined += 1
        size *= width
    if size == 1:
        return Groups(np.arange(min(rows, 1)), combined)
    if size <= _DENSE * rows:
        return _looked_up(combined, size)
    _, first, number = np.unique(combined, return_index=True, return_inverse=True)
    return Groups(first, number)


def _looked_up(keys: Rows, size: int) -> Groups:
    """Rows in groups by `keys`, which are below `size`."""
    first = np.full(size, -1)
    first[keys[::-1]] = np.arange(len(keys) - 1, -1, -1)  # the last one written is the first of its group
    present = np.flatnonzero(first >= 0)
    number = np.empty(size, np.int64)
    number[present] = np.arange(len(present))
    return Groups(first[present], number[keys])
