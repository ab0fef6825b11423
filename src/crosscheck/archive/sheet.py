"""A table of claims as the plan takes it: what its columns hold, and where its cells stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from crosscheck.archive import jsonl
from crosscheck.archive.dialect import Dialect
from crosscheck.archive.headers import SCOPE, Places
from crosscheck.archive.scope_columns import ScopeColumns

COLUMNS = {
    "source": "text",
    "subject": "text",
    "attribute": "text",
    "val": "text",
    "num": "double",
    "point": "truth",
    "lists": "text",
    "claim_id": "text",
    "quote": "text",
    "read_as": "text",
    "language": "text",
    "at_time": "text",
    "relative_to": "text",
    "said_by": "text",
    "stance": "text",
    "exhaustive": "text",
    "url": "text",
}
"""The columns of the plan beside `part`, `place` and those of the scope, with their types.

A value is a text in `val`, or a figure of a numeric column in `num`; `point`: the text is a number of a table. `lists`
has the keys whose cell is a list, in JSON.
"""

COLUMN_OF = {"value": "val", "id": "claim_id", "when": "at_time"}
"""The columns that are not called as the key is, which SQL has another meaning for."""

FLOATS = ("DOUBLE", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT")
OTHER_NUMBERS = ("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DECIMAL")
_EXACT = 2**53


def column_of(key: str) -> str:
    return COLUMN_OF.get(key, key)


@dataclass(frozen=True)
class Sheet:
    """A table of claims, and where its cells stand.

    `data` is the Parquet file with its rows, the table itself or made of it; `names` are the columns of that by place,
    `types` their types. `find_lines` gives the line of each row; None: a row is its own number, as in Parquet.
    `constants` are cells that every row has. `melted`: each row of the table is as many rows of `data`, one for each of
    these columns. `stands_in`: the column of the table, by place, that a key which was made of one stands in; None: the
    melted one of the row. `has_blank`: some rows have no cell.
    """

    file: str
    data: Path
    places: Places
    names: Sequence[str]
    types: Mapping[str, str]
    find_lines: Callable[[], Sequence[int]] | None = None
    has_lists: bool = False
    constants: Mapping[str, str] = field(default_factory=dict)
    melted: Sequence[int] = ()
    stands_in: Mapping[str, int | None] = field(default_factory=dict)
    has_blank: bool = False

    @cached_property
    def _lines(self) -> Sequence[int] | None:
        return None if self.find_lines is None else self.find_lines()

    def line(self, row: int) -> int:
        """The line that a row, counted from 0, begins in."""
        row = self.row_of(row)
        return row + 1 if self._lines is None else self._lines[row]

    def row_of(self, row: int) -> int:
        """The row of the table that a row of `data` is of, both counted from 0."""
        return row // len(self.melted) if self.melted else row

    def locate(self, row: int, key: str) -> tuple[int, int]:
        """The line of a row (Parquet: its number) and the number of the column, both from 1."""
        if key not in self.places:
            key = next((name for name in self.places if name.startswith(SCOPE)), "value") if key == "scope" else "value"
        return self.line(row), self.column(row, self.stands_in.get(key, self.places[key]))

    def column(self, row: int, place: int | None) -> int:
        """The number of a column, from 1; None: of the one of the table that a row of `data` is a cell of."""
        return 1 + (self.melted[row % len(self.melted)] if place is None else place)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys that its rows have, in columns or as constants."""
        return (*self.places, *self.constants)

    @property
    def scope(self) -> dict[str, str]:
        """The keys of the scope, and as they are called in `keys`."""
        return {key.removeprefix(SCOPE): key for key in self.keys if key.startswith(SCOPE)}

    def where(self, dialect: Dialect) -> str:
        """The condition of rows that say something, in SQL; empty if all do."""
        if self.melted:
            name = dialect.named(self.names[self.places["value"]])
            is_text = self.types[self.names[self.places["value"]]] == "VARCHAR"
            return f" WHERE trim({name}) <> ''" if is_text else f" WHERE {name} IS NOT NULL"
        if not self.has_blank:
            return ""
        return f" WHERE NOT {is_blank(self.names, dialect)}"

    def columns(self, scope: ScopeColumns, dialect: Dialect) -> dict[str, str]:
        """SQL expressions of the columns of the plan that this table has."""
        made = scope.expressions({name: self._text(key, dialect) for name, key in self.scope.items()})
        for key in self.keys:
            if key.startswith(SCOPE) or key == "value":
                continue
            made[column_of(key)] = self._text(key, dialect)
        made |= self._value(dialect)
        if self.has_lists:
            made |= {"lists": jsonl.LISTS, "point": jsonl.is_point(self.places["value"])}
        return made

    def _value(self, dialect: Dialect) -> dict[str, str]:
        place = self.places["value"]
        name, kind = dialect.named(self.names[place]), base(self.types[self.names[place]])
        if kind in FLOATS:
            return {"num": f"CAST({name} AS DOUBLE)"}
        if kind == "BIGINT":  # what a float holds is a figure
            is_small = f"{name} BETWEEN -{_EXACT} AND {_EXACT}"
            text = f"CAST({name} AS {dialect.type('text')})"
            return {
                "num": f"CASE WHEN {is_small} THEN CAST({name} AS DOUBLE) END",
                "val": f"CASE WHEN NOT ({is_small}) THEN {text} END",
                "point": f"NOT ({is_small})",
            }
        found = {"val": self._text("value", dialect)}
        return found | {"point": f"{name} IS NOT NULL"} if kind in OTHER_NUMBERS else found

    def _text(self, key: str, dialect: Dialect) -> str:
        """A key as text: a whole number without a point; NULL where it is empty."""
        if key in self.constants:
            return f"CAST({dialect.text(self.constants[key])} AS {dialect.type('text')})"
        column = self.names[self.places[key]]
        name, kind = dialect.named(column), base(self.types[column])
        text = f"CAST({name} AS {dialect.type('text')})"
        if kind == "VARCHAR":
            return f"nullif({name}, '')"
        if kind in ("FLOAT", "DOUBLE") and key != "value":  # of whole numbers, where a row has none
            is_whole = f"{name} = floor({name}) AND abs({name}) < 1e38"  # "nan" and "inf" are not
            return f"CASE WHEN {is_whole} THEN {dialect.whole(name)} ELSE {text} END"
        return f"nullif({text}, '')"


def base(kind: str) -> str:
    """A type without its sizes."""
    return kind.partition("(")[0]


def is_blank(names: Sequence[str], dialect: Dialect) -> str:
    """Whether a row has no cell, in SQL."""
    cells = ", ".join(f"nullif(trim({dialect.named(name)}), '')" for name in names)
    return f"(coalesce({cells}, NULL) IS NULL)"
