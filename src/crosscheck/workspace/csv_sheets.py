"""CSV files of claims: the names of their columns, their rows, and the lines that these begin in."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.problems import Position, Problems
from crosscheck.workspace.headers import Places
from crosscheck.workspace.sheets import LISTED, Sheet, literal, texts

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DELIMITERS = (",", ";", "\t")


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
            {"path": literal(path), "delimiter": delimiter, "columns": dict.fromkeys(names, "VARCHAR")},
        )
        if _rejected(connection, path, file, width, problems):
            return None
        (rows,) = connection.execute("SELECT count(*) FROM sheet").fetchone() or (0,)
        columns = {key: texts(connection, f"c{place}", "sheet") for key, place in places.items()}
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
