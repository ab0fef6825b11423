"""Tables as DuckDB reads them, a column at a time, each different text once; of Parquet files all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from crosscheck.problems import Position, Problems, shown
from crosscheck.table.columns import ABSENT, Codes, Column, Truths, empty, encoded
from crosscheck.workspace.headers import Places

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LISTED = 20
"""So many complaints are made of one table one by one."""

Hashes = npt.NDArray[np.uint64]

_STEPS = 8
"""So many places on, a search from the beginning is as fast."""

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


def parquet_header(path: Path, file: str, problems: Problems) -> dict[str, str]:
    """The types of the columns of a Parquet file by their names; none if it cannot be read."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            source = f"read_parquet({_quoted(literal(path))})"
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
    source, columns = f"read_parquet({_quoted(literal(path))})", {}
    numbers = points = None
    try:
        with duckdb.connect() as connection:
            (rows,) = connection.execute(f"SELECT count(*) FROM {source}").fetchone() or (0,)
            for key, place in places.items():
                name, type_ = _named(names[place]), types[names[place]].partition("(")[0]
                if key == "value" and type_ in _FLOATS:
                    numbers = _floats(connection, name, source)
                    continue
                columns[key] = texts(connection, _as_text(name, type_, is_value=key == "value"), source)
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


def texts(connection: DuckDBPyConnection, expression: str, source: str) -> Column:
    """A column of texts, its values in order; an empty one is absent.

    Texts are told apart by 64 bits of hash, so that the texts of a million rows need not be made; that no two texts
    share theirs is looked up.
    """
    text = f"SELECT nullif({expression}, '') AS text FROM {source}"
    different = connection.execute(f"SELECT DISTINCT hash(text) AS hash, text FROM ({text}) ORDER BY text").fetchnumpy()
    hashes = np.asarray(different["hash"], np.uint64)
    order = np.argsort(hashes)
    ordered = hashes[order]
    if (ordered[1:] == ordered[:-1]).any():
        return encoded(connection.execute(text).fetchnumpy()["text"].tolist())
    of_rows = connection.execute(f"SELECT hash(text) AS hash FROM ({text})").fetchnumpy()["hash"]
    values = different["text"].tolist()
    codes = np.arange(len(values), dtype=np.int32)
    if values and values[-1] is None:
        codes[-1] = ABSENT
        values.pop()
    if not values:
        return empty(len(of_rows))
    return Column(codes[order][_places(ordered, np.asarray(of_rows))], values)


def _places(known: Hashes, asked: Hashes) -> Codes:
    """Of each of `asked` its place in `known`, which are in order and hold them all: a search that few steps end.

    As hashes are spread evenly, their first bits tell where to begin: nearly all are there, or one or two places on.
    """
    bits = (len(known) - 1).bit_length()
    if not bits:
        return np.zeros(len(asked), np.int32)
    shift = np.uint64(64 - bits)
    begins = np.searchsorted(known >> shift, np.arange(1 << bits, dtype=np.uint64)).astype(np.int32)
    found: Codes = begins[asked >> shift]
    left = np.flatnonzero(known[found] != asked)
    for _ in range(_STEPS):
        found[left] += 1
        left = left[known[found[left]] != asked[left]]
    found[left] = np.searchsorted(known, asked[left])
    return found


def literal(path: Path) -> str:
    """A path in which DuckDB finds no pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _reason(error: Exception, path: Path, file: str) -> str:
    """What DuckDB complains of, in its words, with the file as outputs show it."""
    return str(error).splitlines()[0].partition(" Error: ")[2].replace(str(path), file).replace(literal(path), file)
