"""Tables in other shapes: blank rows, columns of which each cell is a claim, cells that hold several keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.archive import jsonl
from crosscheck.archive.csv import LISTED
from crosscheck.archive.dialect import DUCKDB, literal, quoted
from crosscheck.archive.headers import Columns
from crosscheck.archive.raised import interruptible
from crosscheck.archive.sheet import Sheet, is_blank
from crosscheck.problems import Position, Problems, shown
from crosscheck.workspace.settings import Split

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def shaped(sheet: Sheet, names: Sequence[str], columns: Columns, problems: Problems) -> Sheet | None:
    """A sheet of texts that knows of its blank rows, in the shape that settings give it; None after every complaint."""
    import duckdb

    source = _rows(sheet)
    with duckdb.connect() as connection:
        for place in columns.empty:
            cell = f"trim(c{place}) <> ''"
            first = connection.execute(f"SELECT min(file_row_number) FROM {source} WHERE {cell}").fetchall()[0][0]
            if first is not None:
                told = f"the cell is in column {place + 1}, which has no name in the first line"
                problems.add(Position(sheet.file, sheet.line(first), place + 1), told)
                return None
        blank = f"SELECT 1 FROM {source} WHERE {is_blank(sheet.names, DUCKDB)} LIMIT 1"
        sheet = replace(sheet, has_blank=bool(sheet.names) and bool(connection.execute(blank).fetchall()))
    return reshaped(sheet, names, columns, sheet.data, problems)


def reshaped(sheet: Sheet, names: Sequence[str], columns: Columns, target: Path, problems: Problems) -> Sheet | None:
    """The sheet in the shape that settings give it; None after every complaint.

    It is long if its table is wide, and each cell has one key. `target` is what new files beside it are called after.
    """
    if columns.melted:
        sheet = _melted(sheet, names, columns, target.with_suffix(".long.parquet"))
    return _split(sheet, columns, target.with_suffix(".split.parquet"), problems) if columns.splits else sheet


def _melted(sheet: Sheet, names: Sequence[str], columns: Columns, target: Path) -> Sheet:
    """The sheet with a row for each cell of the melted columns, which is its value, written as Parquet."""
    import duckdb

    width = len(names)
    kinds = {sheet.types[sheet.names[place]] for place in columns.melted}
    kind = kinds.pop() if len(kinds) == 1 else "DOUBLE"
    read = [*sheet.places.values(), *(place for place in columns.splits if place < width)]
    kept = [f"{DUCKDB.named(sheet.names[place])} AS c{place}" for place in read]
    cells = ", ".join(f"CAST({DUCKDB.named(sheet.names[place])} AS {kind})" for place in columns.melted)
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
        stands_in={"value": None, columns.names_are: None},
        names=every,
        types={**types, f"c{width}": kind, f"c{width + 1}": "VARCHAR"},
        melted=columns.melted,
    )


def _split(sheet: Sheet, columns: Columns, target: Path, problems: Problems) -> Sheet | None:
    """The sheet with a column for each key of the columns that are split, written as Parquet; None after complaints."""
    import duckdb

    before, made, names = len(problems.found), ["*"], list(sheet.names)
    places = {key: place for key, place in sheet.places.items() if place not in columns.splits}
    stands_in = {key: place for key, place in sheet.stands_in.items() if key in places}
    with duckdb.connect() as connection, interruptible(connection):
        for place, split in columns.splits.items():
            _refuse_others(sheet, place, split, connection, problems)
            keys = ", ".join(map(quoted, split.into))
            parts = f"regexp_extract({_cell(sheet, place)}, {quoted(_whole(split))}, [{keys}])"
            for key in split.into:
                places[key], stands_in[key] = len(names), _origin(sheet, place)
                names.append(f"{key} of {split.column}")
                made.append(f"trim({parts}[{quoted(key)}]) AS {DUCKDB.named(names[-1])}")
        if len(problems.found) > before:
            return None
        rows = f"SELECT {', '.join(made)} FROM read_parquet({quoted(literal(sheet.data))})"
        connection.execute(f"COPY ({rows}) TO {quoted(str(target))} (FORMAT parquet)")
    types = {**dict.fromkeys(names, "VARCHAR"), **sheet.types}
    return replace(sheet, data=target, places=places, names=names, types=types, stands_in=stands_in)


def _refuse_others(sheet: Sheet, place: int, split: Split, connection: DuckDBPyConnection, problems: Problems) -> None:
    """Add to `problems` a pattern that cannot be used, or the cells that it does not match, each with its first row."""
    import duckdb

    cells = f"SELECT {_cell(sheet, place)} AS cell, file_row_number AS number FROM {_rows(sheet)}{sheet.where(DUCKDB)}"
    others = f"cell <> '' AND NOT regexp_full_match(cell, {quoted(split.pattern)})"
    found_in = f"SELECT cell, min(number), count(*) OVER () FROM ({cells}) WHERE {others} GROUP BY cell"
    try:
        found = connection.execute(f"{found_in} ORDER BY 2 LIMIT {LISTED}").fetchall()
    except duckdb.InvalidInputException as error:
        told = f"the pattern {shown(split.pattern)} of split cannot be used: {str(error).partition(': ')[2]}"
        problems.add(Position(sheet.file), told)
        return
    for cell, row, _ in found:
        told = f"{shown(cell)} is not of the pattern {shown(split.pattern)}, which splits {shown(split.column)}"
        problems.add(Position(sheet.file, sheet.line(row), sheet.column(row, _origin(sheet, place))), told)
    if found and found[0][2] > len(found):
        told = f"{found[0][2] - len(found):,} more different cells of {shown(split.column)} are not of its pattern"
        problems.add(Position(sheet.file), told)


def _origin(sheet: Sheet, place: int) -> int | None:
    """The column of the table that one of a sheet is, by place; None: the melted one of the row."""
    return None if sheet.melted and place >= len(sheet.names) - 2 else place


def _whole(split: Split) -> str:
    return f"^(?:{split.pattern})$"


def _cell(sheet: Sheet, place: int) -> str:
    """A cell that is split, in SQL."""
    return f"trim(CAST({DUCKDB.named(sheet.names[place])} AS VARCHAR))"


def _rows(sheet: Sheet) -> str:
    """The rows of a sheet with their numbers, in SQL."""
    return f"read_parquet({quoted(literal(sheet.data))}, file_row_number=true)"
