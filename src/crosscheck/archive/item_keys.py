"""The keys of items: as the plan has them in columns, and as Python has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crosscheck.archive.plan.groups import NAMELESS
from crosscheck.archive.run import PlanRun
from crosscheck.claims.items import ItemKey


class ItemKeys:
    """Keys of items in the columns `Shape.item`; `scope` are the keys of its columns, `attributes` go by number."""

    def __init__(self, run: PlanRun, scope: Sequence[str], attributes: Sequence[str]) -> None:
        self._run, self._scope, self._attributes = run, scope, attributes
        self._number_of = {name: number for number, name in enumerate(attributes)}

    def of(self, sql: str) -> Iterator[ItemKey]:
        """The keys of which a query gives the columns."""
        return map(self.key, self._run.rows(sql))

    def texts(self, sql: str) -> Iterator[tuple[str, ItemKey]]:
        """Texts with keys, of which a query gives the columns."""
        return ((text, self.key(cells)) for text, *cells in self._run.rows(sql))

    def key(self, cells: Sequence[Any]) -> ItemKey:
        name, a, *values = cells
        columns = zip(self._run.shape.separating, values, strict=True)
        scope = tuple((self._scope[n], value.replace(NAMELESS, "")) for n, value in columns if value)
        return name.replace(NAMELESS, ""), self._attributes[a], scope

    def put(self, table: str, keys: Iterable[ItemKey]) -> None:
        """A table of keys; those of attributes that no table has are left out."""
        known = [
            (subject, self._number_of[attribute], dict(scope))
            for subject, attribute, scope in keys
            if attribute in self._number_of
        ]
        columns: dict[str, list[Any]] = {"name": [key[0] or NAMELESS for key in known], "a": [key[1] for key in known]}
        for n in self._run.shape.separating:
            values = [key[2].get(self._scope[n]) for key in known]
            columns[f"n{n}"] = ["" if value is None else value or NAMELESS for value in values]
        self._run.engine.put(table, columns, {name: "long" if name == "a" else "text" for name in columns})
