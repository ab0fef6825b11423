"""A file of claims and what its columns hold, and the one step from there to the columns of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from crosscheck.archive import csv, jsonl
from crosscheck.archive.dialect import Dialect, literal, quoted
from crosscheck.archive.headers import SCOPE, Places, key_of, places_of
from crosscheck.files import relative
from crosscheck.problems import Position, Problems, shown
from crosscheck.workspace.settings import TableSettings

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

_FLOATS = ("DOUBLE", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT")
_OTHER_NUMBERS = ("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DECIMAL")
_TEXTS = ("VARCHAR", "BOOLEAN", "DATE", "TIME", "TIMESTAMP", "ENUM", "UUID")
_EXACT = 2**53


def column_of(key: str) -> str:
    return COLUMN_OF.get(key, key)


@dataclass(frozen=True)
class Sheet:
    """A table of claims, and where its cells stand.

    `data` is the Parquet file with its rows, the table itself or made of it; `names` are the columns of that by place,
    `types` their types. `find_lines` gives the line of each row; None: a row is its own number, as in Parquet.
    """

    file: str
    data: Path
    places: Places
    names: Sequence[str]
    types: Mapping[str, str]
    find_lines: Callable[[], Sequence[int]] | None = None
    has_lists: bool = False

    @cached_property
    def _lines(self) -> Sequence[int] | None:
        return None if self.find_lines is None else self.find_lines()

    def line(self, row: int) -> int:
        """The line that a row, counted from 0, begins in."""
        return row + 1 if self._lines is None else self._lines[row]

    def locate(self, row: int, key: str) -> tuple[int, int]:
        """The line of a row (Parquet: its number) and the number of the column, both from 1."""
        if key not in self.places:
            key = next((name for name in self.places if name.startswith(SCOPE)), "value") if key == "scope" else "value"
        return self.line(row), self.places[key] + 1

    @property
    def scope(self) -> dict[str, str]:
        """The keys of the scope, and the columns that hold them as they are called in `places`."""
        return {key.removeprefix(SCOPE): key for key in self.places if key.startswith(SCOPE)}

    def columns(self, scope: Sequence[str], dialect: Dialect) -> dict[str, str]:
        """SQL expressions of the columns of the plan that this table has; `scope` are the keys of columns s0, s1 …"""
        made: dict[str, str] = {}
        of_scope = self.scope
        for key in self.places:
            if key.startswith(SCOPE) or key == "value":
                continue
            made[column_of(key)] = self._text(key, dialect)
        for number, name in enumerate(scope):
            if name in of_scope:
                made[f"s{number}"] = self._text(of_scope[name], dialect)
        made |= self._value(dialect)
        if self.has_lists:
            made |= {"lists": jsonl.LISTS, "point": jsonl.POINT}
        return made

    def _value(self, dialect: Dialect) -> dict[str, str]:
        place = self.places["value"]
        name, kind = dialect.named(self.names[place]), _base(self.types[self.names[place]])
        if kind in _FLOATS:
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
        return found | {"point": f"{name} IS NOT NULL"} if kind in _OTHER_NUMBERS else found

    def _text(self, key: str, dialect: Dialect) -> str:
        """A column as text: a date as ISO 8601 has it, a whole number without a point; NULL where it is empty."""
        column = self.names[self.places[key]]
        name, kind = dialect.named(column), _base(self.types[column])
        text = f"CAST({name} AS {dialect.type('text')})"
        if kind == "VARCHAR":
            return f"nullif({name}, '')"
        if kind.startswith("TIMESTAMP"):
            return dialect.time(name)
        if kind in ("FLOAT", "DOUBLE") and key != "value":  # of whole numbers, where a row has none
            return f"CASE WHEN {name} = floor({name}) THEN {dialect.whole(name)} ELSE {text} END"
        return f"nullif({text}, '')"


def scan(path: Path, root: Path, settings: TableSettings, scratch: Path, problems: Problems) -> Sheet | None:
    """The description of a table; None after every complaint is added to `problems`.

    Of CSV and JSON Lines the rows are written into `scratch` as Parquet.
    """
    file = relative(path, root)
    if not _is_text(path):  # DuckDB takes no other paths
        problems.add(Position(file), "its path is not UTF-8; rename the file or its folder")
        return None
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path, file, settings, problems)
    target = scratch / f"{len(list(scratch.iterdir()))}.parquet"
    if suffix == ".csv":
        names, delimiter = csv.header(path, file, problems)
        places = places_of(names, file, settings, problems) if names else None
        if places is None or not csv.to_parquet(path, file, len(names), delimiter, target, problems):
            return None
        lines = partial(csv.lines_of, path, delimiter)
    else:
        found = jsonl.to_parquet(path, file, partial(key_of, settings=settings), target, problems)
        places = places_of(found, file, settings, problems) if found is not None else None
        if found is None or places is None:
            return None
        names, lines = found, partial(jsonl.lines_of, path)
    columns = [f"c{place}" for place in range(len(names))]
    return Sheet(file, target, places, columns, dict.fromkeys(columns, "VARCHAR"), lines, suffix != ".csv")


def _parquet(path: Path, file: str, settings: TableSettings, problems: Problems) -> Sheet | None:
    types = _types(path, file, problems)
    places = places_of(list(types), file, settings, problems) if types else None
    if places is None:
        return None
    names, before = list(types), len(problems.found)
    for place in places.values():
        name, kind = names[place], types[names[place]]
        if _base(kind) not in (*_FLOATS, *_OTHER_NUMBERS, *_TEXTS) and not kind.startswith("TIMESTAMP"):
            told = f"column {shown(name)} is of type {kind}; accepted: texts, numbers and dates"
            problems.add(Position(file, 1, place + 1), told)
    return Sheet(file, path, places, names, types) if len(problems.found) == before else None


def _types(path: Path, file: str, problems: Problems) -> dict[str, str]:
    """The types of the columns of a Parquet file by their names; none if it cannot be read."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            source = f"read_parquet({quoted(literal(path))})"
            return {row[0]: row[1] for row in connection.execute(f"DESCRIBE FROM {source}").fetchall()}
    except duckdb.Error as error:
        problems.add(Position(file), f"cannot be read as Parquet: {reason(error, path, file)}")
        return {}


def reason(error: Exception, path: Path, file: str) -> str:
    """What DuckDB complains of, in its words, with the file as outputs show it."""
    return str(error).splitlines()[0].partition(" Error: ")[2].replace(str(path), file).replace(literal(path), file)


def _base(kind: str) -> str:
    return kind.partition("(")[0]


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
