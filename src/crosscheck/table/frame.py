"""The columnar frame: one line a claim, in the order of items, and the way back from lines to items.

Columns, all without nulls:

| column | type | meaning |
|---|---|---|
| `item` | int64 | number of the item, ascending in item order |
| `row` | int64 | number of the claim's row in the table |
| `low`, `high` | float64 | stated reading, half-open, rounded inwards; ±inf where open; 0 without an axis |
| `reading` | int64 | equal only for equal readings |
| `axis` | bool | the kind has an axis |
| `closed` | bool | the stated reading has both ends and the claim does not dispute |
| `disputes` | bool | the claim says that the value is not so |
| `text` | int32 | number of the normalised text, for kinds without an axis; else 0 |
| `witness` | int32 | number of the witness |
| `source` | int32 | number of the source |
| `late` | bool | the time that the value speaks of lies after the publication |
| `related` | bool | a relation names the item |
| `begin`, `end` | float64 | the time that the value speaks of, as `low` and `high`; 0 where it is not known |
| `time` | int32 | equal only for equal times |
| `dated` | bool | the value is one that changes, and its time is written and closed |
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from crosscheck.claims.items import ItemKey, KeyedRow
from crosscheck.model import Item, Row, Scope
from crosscheck.table.columns import Rows, Truths
from crosscheck.table.items import UNKNOWN, Items
from crosscheck.table.lines import Lines
from crosscheck.table.read import Read
from crosscheck.vocabulary import normalise

Frame = Mapping[str, npt.NDArray[Any]]

HELD = 1 << 15
"""Items that are held once they are made, without their rows: some 20 MB."""

BATCH = 1 << 8
"""Items whose rows are made at once."""

CHUNK = 1 << 17
"""Lines of a frame that are screened at once: few enough for the cache, many enough for numpy."""


class Table:
    """What was read, in the order of items. Items are numbered from 0 in the order of their keys.

    `derived` are rows that follow from claims; `related` are the items that relations name.
    """

    def __init__(
        self, read: Read, items: Items, derived: Sequence[KeyedRow] = (), related: Collection[ItemKey] = ()
    ) -> None:
        self._read, self._items = read, items
        self._derived = tuple(entry.row for entry in derived)
        self._attributes = {entry.key[1]: entry.attribute for entry in derived} | {
            normalise(a.name): a for a in read.attributes
        }
        numbers = np.append(items.of, [items.number(entry.key) for entry in derived]).astype(np.int64)
        order = np.argsort(numbers, kind="stable")
        self._rows: Rows = order[np.searchsorted(numbers[order], UNKNOWN, side="right") :]
        ordered = numbers[self._rows]
        self._starts: Rows = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)])
        self._codes: Rows = ordered[self._starts]
        self._related = np.isin(self._codes, [items.number(key) for key in related])
        self._lines = Lines(read, self._derived)

    def __len__(self) -> int:
        """The number of items."""
        return len(self._codes)

    def spans(self) -> list[tuple[int, int]]:
        """The items in chunks of about `CHUNK` lines: the first of each, and the one behind its last."""
        borders = [0]
        while borders[-1] < len(self):
            end = self._starts[borders[-1]] + CHUNK
            borders.append(max(borders[-1] + 1, int(np.searchsorted(self._starts, end, side="right")) - 1))
            if self._starts[-1] < end:
                borders[-1] = len(self)
        return list(pairwise(borders))

    def line_of(self, item: int) -> int:
        """The number of the first line of an item."""
        return self._span(item)[0]

    def frame(self, first: int, last: int) -> Frame:
        """The lines of the items from `first` to before `last`."""
        start, end = self._span(first)[0], self._span(last)[0]
        sizes = np.diff(np.append(self._starts[first:last], end))
        rows = self._rows[start:end]
        items = np.arange(first, first + len(sizes))
        return {
            "item": np.repeat(items, sizes), "row": rows, **self._lines.of(rows),
            "related": np.repeat(self._related[first:last], sizes),
        }  # fmt: skip

    def items(self, numbers: Iterable[int]) -> Iterator[Item]:
        """The items with the given numbers, with their rows."""
        wanted = iter(numbers)
        while some := list(islice(wanted, BATCH)):
            spans = [self._rows[slice(*self._span(number))] for number in some]
            made = iter(self.rows(np.concatenate(spans)))
            for number, span in zip(some, spans, strict=True):
                yield replace(self.item(number), rows=_by_id(islice(made, len(span))))

    @cached_property
    def whole(self) -> tuple[Item, ...]:
        """All items, in item order."""
        return tuple(self.item(number) for number in range(len(self)))

    def item(self, number: int) -> Item:
        """An item, whose rows are made when they are asked for."""
        start, end = self._span(number)
        numbers = self._rows[start:end]
        attribute = self._attributes[self._items.key(int(self._codes[number]))[1]]
        assert attribute.kind is not None
        alike = self._has_one["subject"][number] and (not attribute.separated_by or self._has_one["scope"][number])
        subject, scope = self._spelling_of(int(numbers[0]) if alike else min(numbers.tolist(), key=self._id_of))
        names = self._read.names
        separating = tuple((key, names.canonical(value)) for key, value in scope if key in attribute.separated_by)
        return Item(names.canonical(subject), attribute, attribute.kind, separating, LazyRows(self, numbers))

    def rows(self, numbers: Rows) -> list[Row]:
        """Rows by their numbers."""
        count = len(self._read.claims)
        claimed = iter(self._read.rows(numbers[numbers < count]))
        return [next(claimed) if number < count else self._derived[number - count] for number in numbers.tolist()]

    def _id_of(self, number: int) -> str:
        beyond = number - len(self._read.claims)
        return self._read.claims.id_of(number) if beyond < 0 else self._derived[beyond].claim.id

    def _spelling_of(self, number: int) -> tuple[str, Scope]:
        """The subject and the scope of a claim as written."""
        claims, beyond = self._read.claims, number - len(self._read.claims)
        if beyond >= 0:
            return self._derived[beyond].claim.subject, self._derived[beyond].claim.scope
        return claims.at("subject", number), claims.at("scope", number) or ()

    @cached_property
    def _has_one(self) -> Mapping[str, Truths]:
        """Of which items all claims have one subject as it is spelled, and of which one scope; and none is derived."""
        count = len(self._read.claims)
        beyond = np.flatnonzero(self._rows >= count)
        found = {}
        for key in ("subject", "scope"):
            alike = np.ones(len(self), bool)
            codes = self._read.claims.columns[key].codes
            if len(self) and count and any(codes.strides):
                spelled = codes[np.minimum(self._rows, count - 1)]
                alike = np.minimum.reduceat(spelled, self._starts) == np.maximum.reduceat(spelled, self._starts)
            alike[np.searchsorted(self._starts, beyond, side="right") - 1] = False
            found[key] = alike
        return found

    def _span(self, item: int) -> tuple[int, int]:
        """Where the lines of an item begin and end."""
        ends = self._starts[item + 1] if item + 1 < len(self) else len(self._rows)
        return int(self._starts[item]) if item < len(self) else len(self._rows), int(ends)


class LazyRows(Sequence[Row]):
    """The rows of an item in the order of the ids of their claims, made when they are asked for."""

    __slots__ = ("_numbers", "_table")

    def __init__(self, table: Table, numbers: Rows) -> None:
        self._table, self._numbers = table, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._made())

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return self._made()[place]

    def _made(self) -> tuple[Row, ...]:
        return _by_id(self._table.rows(self._numbers))


def _by_id(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.claim.id))
