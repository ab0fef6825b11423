"""A file of claims and what its columns hold, and the one step from there to the columns of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from crosscheck.archive import csv, jsonl, workbook
from crosscheck.archive.dialect import DUCKDB, Dialect, literal, quoted
from crosscheck.archive.headers import SCOPE, Columns, Places, columns_of, is_melted, key_of
from crosscheck.archive.raised import interruptible, readable
from crosscheck.archive.scope_columns import ScopeColumns
from crosscheck.files import relative
from crosscheck.problems import InputError, Position, Problems, shown
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
    `constants` are cells that every row has. `melted`: each row of the table is as many rows of `data`, one for each of
    these columns, whose cell is the value and whose name is the key `names_are`. `has_blank`: some rows have no cell.
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
    names_are: str = ""
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
        if self.melted and key in ("value", self.names_are):
            return self.line(row), self.melted[row % len(self.melted)] + 1
        return self.line(row), self.places[key] + 1

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
        return f" WHERE NOT {_is_blank(self.names, dialect)}"

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
        """A key as text: a whole number without a point; NULL where it is empty."""
        if key in self.constants:
            return f"CAST({dialect.text(self.constants[key])} AS {dialect.type('text')})"
        column = self.names[self.places[key]]
        name, kind = dialect.named(column), _base(self.types[column])
        text = f"CAST({name} AS {dialect.type('text')})"
        if kind == "VARCHAR":
            return f"nullif({name}, '')"
        if kind in ("FLOAT", "DOUBLE") and key != "value":  # of whole numbers, where a row has none
            is_whole = f"{name} = floor({name}) AND abs({name}) < 1e38"  # "nan" and "inf" are not
            return f"CASE WHEN {is_whole} THEN {dialect.whole(name)} ELSE {text} END"
        return f"nullif({text}, '')"


def scan(path: Path, root: Path, settings: TableSettings, scratch: Path, problems: Problems) -> Sheet | None:
    """The description of a table; None after every complaint is added to `problems`.

    Of CSV and JSON Lines the rows are written into `scratch` as Parquet.
    """
    file = relative(path, root)
    if not _is_text(path):  # DuckDB takes no other paths
        problems.add(Position(file), "its path is not UTF-8; rename the file or its folder")
        return None
    try:
        with readable(path, file):
            return _scanned(path, file, settings.of(file), scratch, problems)
    except InputError as error:
        problems.found.extend(error.problems)
        return None


def _scanned(path: Path, file: str, settings: TableSettings, scratch: Path, problems: Problems) -> Sheet | None:
    """As `scan`; raises what `readable` turns into words."""
    target = scratch / f"{len(list(scratch.iterdir()))}.parquet"
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path, file, settings, target, problems)
    if suffix in (".csv", ".tsv"):
        even = csv.with_one_line_end(path, target.with_suffix(".csv"))
        names, form = csv.header(even, file, problems)
        columns = columns_of(names, file, settings, problems) if names else None
        if columns is None or not csv.to_parquet(even, file, len(names), form, target, problems):
            return None
        lines: Callable[[], Sequence[int]] = partial(csv.lines_of, path, form)
    else:
        rows, lines = _entries(path, file, suffix, settings)
        keys, melts = partial(key_of, settings=settings), partial(is_melted, settings=settings)
        found = jsonl.to_parquet(rows, file, jsonl.Meaning(keys, melts), target, problems)
        columns = columns_of(found, file, settings, problems) if found is not None else None
        if found is None or columns is None:
            return None
        names = found
    called = [f"c{place}" for place in range(len(names))]
    sheet = Sheet(
        file,
        target,
        columns.places,
        called,
        dict.fromkeys(called, "VARCHAR"),
        lines,
        suffix not in (".csv", ".tsv"),
        constants=settings.constants,
    )
    return _shaped(sheet, names, columns, problems)


def _entries(
    path: Path, file: str, suffix: str, settings: TableSettings
) -> tuple[jsonl.Entries, Callable[[], Sequence[int]]]:
    """What goes through the rows of a file that is no CSV, and what gives their lines."""
    if suffix == ".xlsx":
        rows = workbook.rows(path, file, settings.sheet)
        return (lambda: iter(rows)), (lambda: [number for number, _ in rows])
    split = jsonl.elements if suffix == ".json" else jsonl.lines
    return partial(jsonl.entries, path, split), partial(jsonl.lines_of, path, split)


def _is_blank(names: Sequence[str], dialect: Dialect) -> str:
    """Whether a row has no cell, in SQL."""
    cells = ", ".join(f"nullif(trim({dialect.named(name)}), '')" for name in names)
    return f"(coalesce({cells}, NULL) IS NULL)"


def _shaped(sheet: Sheet, names: Sequence[str], columns: Columns, problems: Problems) -> Sheet | None:
    """A sheet of texts that knows of its blank rows, and is long if its table is wide."""
    import duckdb

    source = f"read_parquet({quoted(literal(sheet.data))}, file_row_number=true)"
    with duckdb.connect() as connection:
        for place in columns.empty:
            cell = f"trim(c{place}) <> ''"
            first = connection.execute(f"SELECT min(file_row_number) FROM {source} WHERE {cell}").fetchall()[0][0]
            if first is not None:
                told = f"the cell is in column {place + 1}, which has no name in the first line"
                problems.add(Position(sheet.file, sheet.line(first), place + 1), told)
                return None
        blank = f"SELECT 1 FROM {source} WHERE {_is_blank(sheet.names, DUCKDB)} LIMIT 1"
        sheet = replace(sheet, has_blank=bool(sheet.names) and bool(connection.execute(blank).fetchall()))
    if not columns.melted:
        return sheet
    return _melted(sheet, names, columns, sheet.data.with_suffix(".long.parquet"))


def _melted(sheet: Sheet, names: Sequence[str], columns: Columns, target: Path) -> Sheet:
    """The sheet with a row for each cell of the melted columns, which is its value, written as Parquet."""
    import duckdb

    width = len(names)
    kinds = {sheet.types[sheet.names[place]] for place in columns.melted}
    kind = kinds.pop() if len(kinds) == 1 else "DOUBLE"
    kept = [f"{_named(sheet.names[place])} AS c{place}" for place in sheet.places.values()]
    cells = ", ".join(f"CAST({_named(sheet.names[place])} AS {kind})" for place in columns.melted)
    called = ", ".join(quoted(names[place].strip()) for place in columns.melted)
    made = [*kept, f"unnest([{cells}]) AS c{width}", f"unnest([{called}]) AS c{width + 1}"]
    if sheet.has_lists:
        points = ", ".join(f"CASE WHEN {jsonl.is_point(place)} THEN ',{width},' END" for place in columns.melted)
        made += [jsonl.LISTS, f"unnest([{points}]) AS {jsonl.POINTS}"]
    with duckdb.connect() as connection, interruptible(connection):
        rows = f"SELECT {', '.join(made)} FROM read_parquet({quoted(literal(sheet.data))})"
        connection.execute(f"COPY ({rows}) TO {quoted(str(target))} (FORMAT parquet)")
    every = [f"c{place}" for place in range(width + 2)]
    types = {f"c{place}": sheet.types[sheet.names[place]] for place in range(width)}
    return replace(
        sheet,
        data=target,
        places={**sheet.places, "value": width, columns.names_are: width + 1},
        names=every,
        types={**types, f"c{width}": kind, f"c{width + 1}": "VARCHAR"},
        melted=columns.melted,
        names_are=columns.names_are,
    )


def _parquet(path: Path, file: str, settings: TableSettings, target: Path, problems: Problems) -> Sheet | None:
    types = _types(path)
    columns = columns_of(list(types), file, settings, problems)
    if columns is None:
        return None
    places, constants = columns.places, settings.constants
    names, before = list(types), len(problems.found)
    read = (*places.values(), *columns.melted)
    for place in read:
        name, kind = names[place], types[names[place]]
        if _base(kind) not in (*_FLOATS, *_OTHER_NUMBERS, *_TEXTS) and not kind.startswith("TIMESTAMP"):
            told = f"column {shown(name)} is of type {kind}; accepted: texts, numbers and dates"
            problems.add(Position(file, 1, place + 1), told)
    kinds = {_base(types[names[place]]) for place in columns.melted}
    if len(kinds) > 1 and not kinds <= set(_FLOATS):
        told = (
            f"melted columns are of types {', '.join(sorted(kinds))}; accepted: one type, or numbers that DOUBLE holds"
        )
        problems.add(Position(file), told)
    if len(problems.found) > before:
        return None
    import duckdb

    sheet = Sheet(file, path, places, names, types, constants=constants)
    used = {names[place]: types[names[place]] for place in read}
    if times := {name: kind for name, kind in used.items() if kind.startswith("TIMESTAMP")}:
        made = [f"{_time(name, times[name])} AS {_named(name)}" if name in times else _named(name) for name in used]
        with duckdb.connect() as connection:
            rows = f"SELECT {', '.join(made)} FROM read_parquet({quoted(literal(path))})"
            connection.execute(f"COPY ({rows}) TO {quoted(str(target))} (FORMAT parquet)")
        sheet = replace(sheet, data=target, types=types | dict.fromkeys(times, "VARCHAR"))
    return _melted(sheet, names, columns, target.with_suffix(".long.parquet")) if columns.melted else sheet


def _types(path: Path) -> dict[str, str]:
    """The types of the columns of a Parquet file by their names."""
    import duckdb

    with duckdb.connect() as connection:
        source = f"read_parquet({quoted(literal(path))})"
        return {row[0]: row[1] for row in connection.execute(f"DESCRIBE FROM {source}").fetchall()}


_named = DUCKDB.named


def _time(name: str, kind: str) -> str:
    """A time as ISO 8601 has it, midnight as the day; one with a zone as UTC has it, on every machine."""
    in_utc = " AT TIME ZONE 'UTC'" if kind.endswith("WITH TIME ZONE") else ""
    time = f"CAST({_named(name)}{in_utc} AS TIMESTAMP)"
    day = f"date_trunc('day', {time}) = {time}"
    return f"CASE WHEN {day} THEN strftime({time}, '%Y-%m-%d') ELSE strftime({time}, '%Y-%m-%dT%H:%M') END"


def check_readable(sheet: Sheet) -> None:
    """Raises `InputError` if a column of a table cannot be read: Parquet files are damaged anywhere."""
    import duckdb

    with readable(sheet.data, sheet.file), duckdb.connect() as connection:
        read = ", ".join(f"bit_xor(hash({_named(sheet.names[place])}))" for place in sheet.places.values())
        connection.execute(f"SELECT {read} FROM read_parquet({quoted(literal(sheet.data))})")


def _base(kind: str) -> str:
    return kind.partition("(")[0]


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
