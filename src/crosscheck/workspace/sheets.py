"""Tables as DuckDB reads them: CSV and Parquet, a column at a time, each different text once."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from crosscheck.problems import Position, Problems, shown
from crosscheck.table.columns import Column, Truths, encoded
from crosscheck.workspace.headers import Places

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LISTED = 20
"""So many complaints are made of one table one by one."""

DELIMITERS = (",", ";", "\t")
_FLOATS = ("DOUBLE", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER", "USMALLINT", "UTINYINT")
_OTHER_NUMBERS = ("BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DECIMAL")
_TEXTS = ("VARCHAR", "BOOLEAN", "DATE", "TIME", "TIMESTAMP", "ENUM", "UUID")


class Sheet(NamedTuple):
    """A table as written. `columns` are by key; `numbers` are the values of a numeric column that a float holds.

    `points` tells which texts of `value` are numbers, too; `line` gives the line that a row begins in, from 1.
    """

    rows: int
    columns: dict[str, Column]
    numbers: npt.NDArray[np.float64] | None
    points: Truths | None
    line: Callable[[int], int]


def csv_header(path: Path, file: str, problems: Problems) -> tuple[list[str], str]:
    """The names of the columns of a CSV file and what is between them; none if it cannot be read."""
    try:
        with path.open("rb") as opened:
            first = opened.readline()
    except OSError as error:
        problems.add(Position(file), f"cannot be read: {error.strerror or error}")
        return [], ","
    if first.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        problems.add(Position(file), "this is UTF-16; save the file as UTF-8 text")
        return [], ","
    try:
        line = first.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        problems.add(Position(file, 1, error.start + 1), f"{byte}; save the file as UTF-8 text")
        return [], ","
    if not line.strip():
        problems.add(Position(file), "the first line is empty; accepted: the names of the columns")
        return [], ","
    # The names of the columns have none of these in them.
    delimiter = max(DELIMITERS, key=line.count)
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter))], delimiter


def read_csv(path: Path, file: str, width: int, delimiter: str, places: Places, problems: Problems) -> Sheet | None:
    """The rows of a CSV file of `width` columns, all of it text; None after every complaint is added to `problems`."""
    import duckdb

    names = [f"c{place}" for place in range(width)]
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TEMP TABLE sheet AS FROM read_csv($path, auto_detect=false, header=false, skip=1, "
            "delim=$delimiter, quote='\"', escape='\"', columns=$columns, nullstr='', strict_mode=true, "
            "null_padding=false, store_rejects=true, max_line_size=16000000)",
            {"path": _literal(path), "delimiter": delimiter, "columns": dict.fromkeys(names, "VARCHAR")},
        )
        if _rejected(connection, path, file, width, problems):
            return None
        (rows,) = connection.execute("SELECT count(*) FROM sheet").fetchone() or (0,)
        columns = {key: _texts(connection, f"c{place}", "sheet") for key, place in places.items()}
    return Sheet(rows, columns, None, None, CsvLines(path, delimiter, rows))


def _rejected(connection: DuckDBPyConnection, path: Path, file: str, width: int, problems: Problems) -> bool:
    """Whether rows do not fit; then `problems` says which."""
    rejected = connection.execute(
        "SELECT line_byte_position, any_value(error_type), any_value(error_message), count(*) OVER () "
        "FROM reject_errors GROUP BY line_byte_position ORDER BY line_byte_position LIMIT $listed",
        {"listed": LISTED},
    ).fetchall()
    lines = _lines_at(path, [start for start, *_ in rejected])
    for line, (_, kind, message, _) in zip(lines, rejected, strict=True):
        at = Position(file, line)
        if kind == "INVALID ENCODING":
            problems.add(at, "the row is not UTF-8; save the file as UTF-8 text")
        elif kind in ("MISSING COLUMNS", "TOO MANY COLUMNS"):
            found = message.rpartition("Found: ")[2]
            problems.add(at, f"the row has {found} cells, where the first line names {width} columns")
        elif kind == "UNQUOTED VALUE":
            problems.add(at, 'a quoted cell does not end before the next one; a quote mark inside of it is written ""')
        else:
            problems.add(at, f"the row cannot be read: {message}")
    if rejected and rejected[0][3] > len(rejected):
        problems.add(Position(file), f"{rejected[0][3] - len(rejected):,} more rows cannot be read")
    return bool(rejected)


def _lines_at(path: Path, starts: Sequence[int]) -> list[int]:
    """The lines that begin at bytes, counted from 1 as these are."""
    lines, line, read = [], 1, 0
    with path.open("rb") as opened:
        for start in starts:
            while read < start - 1:
                block = opened.read(min(1 << 24, start - 1 - read))
                read += len(block)
                line += block.count(b"\n")
            lines.append(line)
    return lines


class CsvLines:
    """The lines that rows begin in, looked up when one is asked for."""

    def __init__(self, path: Path, delimiter: str, rows: int) -> None:
        self._path, self._delimiter, self._rows = path, delimiter, rows
        self._starts: Sequence[int] | None = None

    def __call__(self, row: int) -> int:
        if self._starts is None:
            self._starts = self._found()
        return self._starts[row]

    def _found(self) -> Sequence[int]:
        with self._path.open("rb") as opened:
            count = sum(block.count(b"\n") for block in iter(lambda: opened.read(1 << 24), b""))
        if count in (self._rows, self._rows + 1):
            return range(2, self._rows + 2)  # a line each
        csv.field_size_limit(1 << 30)
        starts, start = [], 2
        with self._path.open(encoding="utf-8-sig", newline="") as text:
            rows = csv.reader(text, delimiter=self._delimiter)
            next(rows)
            for row in rows:
                if row:
                    starts.append(start)
                start = rows.line_num + 1
        return starts


def parquet_header(path: Path, file: str, problems: Problems) -> dict[str, str]:
    """The types of the columns of a Parquet file by their names; none if it cannot be read."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            source = f"read_parquet({_quoted(_literal(path))})"
            return {row[0]: row[1] for row in connection.execute(f"DESCRIBE FROM {source}").fetchall()}
    except duckdb.Error as error:
        problems.add(Position(file), f"cannot be read as Parquet: {_reason(error, path, file)}")
        return {}


def read_parquet(path: Path, file: str, types: dict[str, str], places: Places, problems: Problems) -> Sheet | None:
    """The rows of a Parquet file; None after every complaint is added to `problems`."""
    import duckdb

    names, before = list(types), len(problems.found)
    for place in places.values():
        name, type_ = names[place], types[names[place]]
        if type_.partition("(")[0] not in (*_FLOATS, *_OTHER_NUMBERS, *_TEXTS) and not _is_time(type_):
            told = f"column {shown(name)} is of type {type_}; accepted: texts, numbers and dates"
            problems.add(Position(file, 1, place + 1), told)
    if len(problems.found) > before:
        return None
    source, columns = f"read_parquet({_quoted(_literal(path))})", {}
    numbers = points = None
    try:
        with duckdb.connect() as connection:
            (rows,) = connection.execute(f"SELECT count(*) FROM {source}").fetchone() or (0,)
            for key, place in places.items():
                name, type_ = _named(names[place]), types[names[place]].partition("(")[0]
                if key == "value" and type_ in _FLOATS:
                    numbers = _floats(connection, name, source)
                    continue
                columns[key] = _texts(connection, _as_text(name, type_, is_value=key == "value"), source)
                if key == "value" and type_ in _OTHER_NUMBERS:
                    points = columns[key].present
    except duckdb.Error as error:
        problems.add(Position(file), f"cannot be read as Parquet: {_reason(error, path, file)}")
        return None
    return Sheet(rows, columns, numbers, points, lambda row: row + 1)


def _is_time(type_: str) -> bool:
    return type_.startswith("TIMESTAMP")


def _as_text(name: str, type_: str, *, is_value: bool) -> str:
    """An expression for a column as text: a date as ISO 8601 has it, a whole number without a point."""
    if _is_time(type_):
        return (
            f"strftime({name}, CASE WHEN date_trunc('day', {name}) = {name} THEN '%Y-%m-%d' ELSE '%Y-%m-%dT%H:%M' END)"
        )
    if type_ in ("FLOAT", "DOUBLE") and not is_value:  # of whole numbers, where a row has none
        return (
            f"CASE WHEN {name} = floor({name}) THEN CAST({name}::HUGEINT AS VARCHAR) ELSE CAST({name} AS VARCHAR) END"
        )
    return f"CAST({name} AS VARCHAR)"


def _floats(connection: DuckDBPyConnection, name: str, source: str) -> npt.NDArray[np.float64]:
    """Numbers, nan where there is none."""
    found = connection.execute(f"SELECT CAST({name} AS DOUBLE) AS number FROM {source}").fetchnumpy()["number"]
    return np.ma.filled(found, np.nan)


def _texts(connection: DuckDBPyConnection, expression: str, source: str) -> Column:
    """A column of texts; an empty one is absent.

    Texts are told apart by 64 bits of hash, so that the texts of a million rows need not be made; that no two texts
    share theirs is looked up.
    """
    text = f"SELECT nullif({expression}, '') AS text FROM {source}"
    different = connection.execute(f"SELECT DISTINCT hash(text), text FROM ({text})").fetchall()
    hashes = np.array([row[0] for row in different], np.uint64)
    if len(np.unique(hashes)) < len(hashes):
        return encoded(connection.execute(text).fetchnumpy()["text"].tolist())
    of_rows = connection.execute(f"SELECT hash(text) AS hash FROM ({text})").fetchnumpy()["hash"]
    order = np.argsort(hashes)
    column = encoded([different[place][1] for place in order.tolist()])
    return Column(column.codes[np.searchsorted(hashes[order], of_rows)], column.values)


def _literal(path: Path) -> str:
    """A path in which DuckDB finds no pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _reason(error: Exception, path: Path, file: str) -> str:
    """What DuckDB complains of, in its words, with the file as outputs show it."""
    return str(error).splitlines()[0].partition(" Error: ")[2].replace(str(path), file).replace(_literal(path), file)
