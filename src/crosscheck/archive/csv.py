"""CSV files of claims: their header, their rows as a Parquet file of texts, and the lines that these begin in."""

from __future__ import annotations

import csv
import re
import shutil
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from crosscheck.archive.dialect import literal, quoted
from crosscheck.archive.raised import interruptible
from crosscheck.files import UTF16, not_utf8
from crosscheck.problems import Position, Problems

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DELIMITERS = (",", ";", "\t")

LISTED = 20
"""So many problems of one table are told one by one."""

LONGEST_LINE = 16_000_000
"""So many bytes of a row are read at most."""


def with_one_line_end(path: Path, copy: Path) -> Path:
    """A CSV file of which every line ends alike: the file itself, else a copy with the same lines. Raises OSError.

    Old Macs end lines with CR, and files that went through several programs mix the three ends.
    """
    returns = feeds = pairs = 0
    with path.open("rb") as opened:
        before = b""
        for block in _blocks(opened):
            returns += block.count(b"\r")
            feeds += block.count(b"\n")
            pairs += block.count(b"\r\n") + (before.endswith(b"\r") and block.startswith(b"\n"))
            before = block
        if not returns or returns == feeds == pairs:
            return path
    with path.open(encoding="latin-1", newline=None) as opened, copy.open("w", encoding="latin-1", newline="") as made:
        shutil.copyfileobj(opened, made, 1 << 20)
    return copy


def _blocks(opened: BinaryIO) -> Iterator[bytes]:
    return iter(partial(opened.read, 1 << 24), b"")


class Form(NamedTuple):
    """How a CSV file is written: what is between cells, and how many lines stand above its rows."""

    delimiter: str
    above: int = 1


_SEP = re.compile(rb"(?:\xef\xbb\xbf)?\"?sep=([,;\t|])\"?\s*", re.IGNORECASE)


def header(path: Path, file: str, problems: Problems) -> tuple[list[str], Form]:
    """The names of the columns of a CSV file and its form; none if it cannot be read. Raises OSError.

    A spreadsheet may write `sep=;` above the names; a `.tsv` file has tabs.
    """
    with path.open("rb") as opened:
        first = opened.readline(LONGEST_LINE + 1)
        told = _SEP.fullmatch(first)
        above = 1 if told is None else 2
        if told is not None:
            first = opened.readline(LONGEST_LINE + 1)
    names, delimiter = _names(first, file, above, problems)
    if not names:
        return [], Form(",", above)
    if told is not None:
        delimiter = told[1].decode()
    elif path.suffix.lower() == ".tsv" or file.lower().endswith(".tsv"):
        delimiter = "\t"
    csv.field_size_limit(LONGEST_LINE)
    return [name.strip() for name in next(csv.reader([names], delimiter=delimiter))], Form(delimiter, above)


def _names(first: bytes, file: str, number: int, problems: Problems) -> tuple[str, str]:
    """The line with the names of columns and what seems to be between them; an empty one if it cannot be read."""
    if first.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        problems.add(Position(file), UTF16)
        return "", ","
    try:
        line = first.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        problems.add(Position(file, number, error.start + 1), not_utf8(error))
        return "", ","
    if len(first) > LONGEST_LINE:
        problems.add(Position(file), f"the first line has more than {LONGEST_LINE:,} bytes")
        return "", ","
    if not line.strip():
        problems.add(Position(file), "the first line is empty; accepted: the names of the columns")
        return "", ","
    # The names of the columns have none of these in them.
    return line, max(DELIMITERS, key=line.count)


def to_parquet(path: Path, file: str, width: int, form: Form, target: Path, problems: Problems) -> bool:
    """Write the rows of a CSV file of `width` columns, c0, c1 …, all of it text; False if a row does not fit.

    Dialect and columns are given, so that nothing is guessed from what the file looks like.
    """
    import duckdb

    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(width))
    source = (
        f"read_csv({quoted(literal(path))}, auto_detect=false, header=false, skip={form.above}, "
        f"delim={quoted(form.delimiter)}, nullstr='', strict_mode=true, null_padding=false, quote='\"', escape='\"', "
        f"columns={{{columns}}}, store_rejects=true, max_line_size={LONGEST_LINE})"
    )
    with duckdb.connect() as connection, interruptible(connection):
        connection.execute(f"COPY (FROM {source}) TO {quoted(str(target))} (FORMAT parquet)")
        return not _rejected(connection, path, file, width, problems)


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
        if kind in ("INVALID ENCODING", "INVALID UNICODE"):  # the latter of DuckDB 1.2
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


def lines_of(path: Path, form: Form) -> Sequence[int]:
    """The lines that the rows of a CSV file begin in."""
    with path.open("rb") as opened:
        is_plain, count = True, 0
        for block in _blocks(opened):
            count += block.count(b"\n")
            is_plain = is_plain and b'"' not in block and b"\n\n" not in block and b"\r" not in block
    if is_plain:
        return range(form.above + 1, count + 2)  # a line each
    csv.field_size_limit(LONGEST_LINE)
    starts, start = [], form.above + 1
    with path.open(encoding="utf-8-sig", newline="") as text:
        rows = csv.reader(text, delimiter=form.delimiter)
        for _ in range(form.above):
            next(rows)
        for row in rows:
            if row:
                starts.append(start)
            start = rows.line_num + 1
    return starts
