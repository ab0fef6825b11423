"""A file of claims and what its columns hold, and the one step from there to the columns of the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from crosscheck.archive import csv, jsonl, workbook
from crosscheck.archive.dialect import DUCKDB, literal, quoted
from crosscheck.archive.headers import columns_of, is_text, key_of
from crosscheck.archive.raised import readable
from crosscheck.archive.shaping import reshaped, shaped
from crosscheck.archive.sheet import FLOATS, OTHER_NUMBERS, Sheet, base
from crosscheck.files import relative
from crosscheck.problems import InputError, Position, Problems, shown
from crosscheck.workspace.settings import TableSettings

_TEXTS = ("VARCHAR", "BOOLEAN", "DATE", "TIME", "TIMESTAMP", "ENUM", "UUID")


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
        keys, texts = partial(key_of, settings=settings), partial(is_text, settings=settings)
        found = jsonl.to_parquet(rows, file, jsonl.Meaning(keys, texts), target, problems)
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
    return shaped(sheet, names, columns, problems)


def _entries(
    path: Path, file: str, suffix: str, settings: TableSettings
) -> tuple[jsonl.Entries, Callable[[], Sequence[int]]]:
    """What goes through the rows of a file that is no CSV, and what gives their lines."""
    if suffix == ".xlsx":
        rows = workbook.rows(path, file, settings.sheet)
        return (lambda: iter(rows)), (lambda: [number for number, _ in rows])
    split = jsonl.elements if suffix == ".json" else jsonl.lines
    return partial(jsonl.entries, path, split), partial(jsonl.lines_of, path, split)


def _parquet(path: Path, file: str, settings: TableSettings, target: Path, problems: Problems) -> Sheet | None:
    types = _types(path)
    columns = columns_of(list(types), file, settings, problems)
    if columns is None:
        return None
    places, constants = columns.places, settings.constants
    names, before = list(types), len(problems.found)
    read = (*places.values(), *columns.melted, *(place for place in columns.splits if place < len(names)))
    for place in read:
        name, kind = names[place], types[names[place]]
        if base(kind) not in (*FLOATS, *OTHER_NUMBERS, *_TEXTS) and not kind.startswith("TIMESTAMP"):
            told = f"column {shown(name)} is of type {kind}; accepted: texts, numbers and dates"
            problems.add(Position(file, 1, place + 1), told)
    kinds = {base(types[names[place]]) for place in columns.melted}
    if len(kinds) > 1 and not kinds <= set(FLOATS):
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
    return reshaped(sheet, names, columns, target, problems)


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


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
