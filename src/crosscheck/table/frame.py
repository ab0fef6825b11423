"""The columnar frame: one line a claim, in the order of items, and the way back from lines to items.

Columns, all without nulls:

| column | type | meaning |
|---|---|---|
| `item` | int64 | number of the item, ascending in item order |
| `row` | int64 | place of the claim's row in the list that the frame was made of |
| `low`, `high` | float64 | stated reading, half-open, rounded inwards; ±inf where open; 0 without an axis |
| `axis` | bool | the kind has an axis |
| `closed` | bool | the stated reading has both ends and the claim does not dispute |
| `disputes` | bool | the claim says that the value is not so |
| `text` | int64 | number of the normalised text, for kinds without an axis; else 0 |
| `witness` | int64 | number of the witness |
| `source` | int64 | number of the source |
| `late` | bool | the time that the value speaks of lies after the publication |
| `related` | bool | a relation names the item |
"""

from __future__ import annotations

import math
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from crosscheck.model import Attribute, Interval, Item, Reading, Row, Stance
from crosscheck.readings.names import Names
from crosscheck.table.items import ItemKey, KeyedRow


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in item order, the frame over them, and the attribute and key of each item by its number."""

    rows: tuple[Row, ...]
    frame: pd.DataFrame
    keys: tuple[ItemKey, ...]
    attributes: tuple[Attribute, ...]
    names: Names

    def items(self, numbers: Sequence[int]) -> Iterable[Item]:
        """The items with the given numbers, in ascending order."""
        starts = np.searchsorted(self.frame["item"].to_numpy(), [*numbers, len(self.keys)])
        ends = np.searchsorted(self.frame["item"].to_numpy(), numbers, side="right")
        for number, start, end in zip(numbers, starts, ends, strict=False):
            yield self._item(number, self.rows[start:end])

    @property
    def whole(self) -> Sequence[Item]:
        """All items, in item order."""
        return tuple(self.items(range(len(self.keys))))

    def _item(self, number: int, rows: tuple[Row, ...]) -> Item:
        attribute = self.attributes[number]
        assert attribute.kind is not None
        first = rows[0].claim
        keys = {key for key, _ in self.keys[number][2]}
        scope = tuple((key, self.names.canonical(value)) for key, value in first.scope if key in keys)
        return Item(self.names.canonical(first.subject), attribute, attribute.kind, scope, rows)


def make_table(keyed: Iterable[KeyedRow], names: Names, related: Collection[ItemKey] = ()) -> Table:
    """The table of rows under their items; `related` are the items that relations name."""
    ordered = sorted(keyed, key=lambda entry: (entry.key, entry.row.claim.id))
    numbers: dict[ItemKey, int] = {}
    attributes: list[Attribute] = []
    items = []
    for key, attribute, _ in ordered:
        if key not in numbers:
            numbers[key] = len(numbers)
            attributes.append(attribute)
        items.append(numbers[key])
    rows = tuple(entry.row for entry in ordered)
    named = np.array([key in related for key in numbers], dtype=bool)
    return Table(rows, _frame(rows, items, named), tuple(numbers), tuple(attributes), names)


def _frame(rows: Sequence[Row], items: Sequence[int], named: npt.NDArray[np.bool_]) -> pd.DataFrame:
    lows, highs, closed = [], [], []
    known: dict[int, tuple[float, float, bool]] = {}  # by identity: claims share readings
    for row in rows:
        found = known.get(id(row.reading))
        if found is None:
            found = known[id(row.reading)] = _columns(row.reading)
        lows.append(found[0])
        highs.append(found[1])
        closed.append(found[2] and row.claim.stance is not Stance.DISPUTES)
    texts: dict[object, int] = {}
    witnesses: dict[str, int] = {}
    sources: dict[str, int] = {}
    return pd.DataFrame({
        "item": np.array(items, dtype=np.int64),
        "row": np.arange(len(rows), dtype=np.int64),
        "low": np.array(lows, dtype=np.float64),
        "high": np.array(highs, dtype=np.float64),
        "axis": np.array([row.reading.stated is not None for row in rows], dtype=bool),
        "closed": np.array(closed, dtype=bool),
        "disputes": np.array([row.claim.stance is Stance.DISPUTES for row in rows], dtype=bool),
        "text": np.array([texts.setdefault(row.reading.terms, len(texts)) for row in rows], dtype=np.int64),
        "witness": np.array([witnesses.setdefault(row.witness, len(witnesses)) for row in rows], dtype=np.int64),
        "source": np.array([sources.setdefault(row.claim.source, len(sources)) for row in rows], dtype=np.int64),
        "late": np.array([row.spoken_of_later for row in rows], dtype=bool),
        "related": named[np.array(items, dtype=np.int64)],
    })  # fmt: skip


def _columns(reading: Reading) -> tuple[float, float, bool]:
    """Low and high of a reading for the screen, and whether both ends are there."""
    if reading.stated is None:
        return 0.0, 0.0, True
    return (*ends(reading.stated), not reading.stated.is_open_ended)


def ends(stated: Interval) -> tuple[float, float]:
    """Low and high of an interval as floats, half-open, rounded inwards: the screen suspects rather than overlooks."""
    return _low(stated.low, stated.low_in), _high(stated.high, stated.high_in)


def _low(value: Fraction | None, included: bool) -> float:
    """The least float of the interval."""
    if value is None:
        return -math.inf
    near = _float(value)
    if Fraction(near) < value or (not included and Fraction(near) == value):
        near = math.nextafter(near, math.inf)
    return near


def _high(value: Fraction | None, included: bool) -> float:
    """The float at which the interval has ended: of an included end the next one above, else rounded inwards."""
    if value is None:
        return math.inf
    near = _float(value)
    exact = Fraction(near)
    if exact > value:
        near = math.nextafter(near, -math.inf)
    return math.nextafter(near, math.inf) if included and exact == value else near


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max
