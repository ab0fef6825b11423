"""Claims as bytes: a table (CSV, Parquet, JSON Lines), or a claims file as a curator would write it."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from crosscheck.archive.dialect import DUCKDB, literal, quoted
from crosscheck.conversion.reading import REQUIRED_KEYS, SCOPE_PREFIX, TABLE_KEYS, Entry
from crosscheck.model import Source
from crosscheck.problems import InputError, Position, Problem
from crosscheck.workspace import JSON_LINES
from crosscheck.workspace.claim_writing import claim_lines, source_lines


def table(entries: Sequence[Entry], suffix: str, file: str) -> bytes:
    """The table of claims that the format `suffix` can hold; raises `InputError`."""
    if suffix in JSON_LINES:
        return "".join(map(_json_line, entries)).encode(errors="surrogatepass")
    if suffix == ".csv":
        return _csv(entries).encode(errors="surrogatepass")
    return _parquet(entries, file)


def _cells(entry: Entry) -> Iterator[tuple[str, Any]]:
    """The columns of a claim that it has a cell in."""
    for key in TABLE_KEYS:
        if key == "source":
            yield key, entry.label
        elif key in entry.cells:
            yield key, entry.cells[key]
    for key, value in entry.cells.get("scope", ()):
        yield f"{SCOPE_PREFIX}{key}", value


def _json_line(entry: Entry) -> str:
    def shown(key: str, value: Any) -> str:
        is_number = key == "value" and entry.is_number
        return f"{json.dumps(key, ensure_ascii=False)}: {value if is_number else json.dumps(value, ensure_ascii=False)}"

    return "{" + ", ".join(shown(*cell) for cell in _cells(entry)) + "}\n"


def _columns(entries: Sequence[Entry]) -> list[str]:
    """The columns that these claims need: those that every table has, the others as they are documented, the scope."""
    used = {name for entry in entries for name, _ in _cells(entry)} | set(REQUIRED_KEYS)
    return [*(key for key in TABLE_KEYS if key in used), *sorted(used - set(TABLE_KEYS))]


def _csv(entries: Sequence[Entry]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _columns(entries), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(_cells(entry)) for entry in entries)
    return out.getvalue()


def _parquet(entries: Sequence[Entry], file: str) -> bytes:
    """By way of CSV, whose cells are text; the values, if they are numbers, as such."""
    import duckdb

    columns = _columns(entries)
    names = {f"c{place}": "VARCHAR" for place in range(len(columns))}
    numeric = any(entry.is_number for entry in entries)
    selected = ", ".join(
        f"{'CAST(' + name + ' AS DOUBLE)' if numeric and key == 'value' else name} AS {DUCKDB.named(key)}"
        for name, key in zip(names, columns, strict=True)
    )
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        text, made = Path(folder, "claims.csv"), Path(folder, "claims.parquet")
        text.write_bytes(_csv(entries).encode(errors="surrogatepass"))
        try:
            connection.execute(
                "CREATE TEMP TABLE sheet AS FROM read_csv($path, auto_detect=false, header=false, skip=1, delim=',', "
                "quote='\"', escape='\"', columns=$columns, nullstr='', strict_mode=true, max_line_size=16000000)",
                {"path": literal(text), "columns": names},
            )
            connection.execute(f"COPY (SELECT {selected} FROM sheet) TO {quoted(str(made))} (FORMAT parquet)")
        except duckdb.Error as error:
            message = f"cannot be made as Parquet: {str(error).splitlines()[0].replace(folder, '')}"
            if isinstance(error, duckdb.IOException):  # a full disk
                raise OSError(f"{file}: {message}") from None
            raise InputError([Problem(Position(file, 0), message)]) from None
        return made.read_bytes()


def claims_file(id: str, source: Source | None, claims: Sequence[Entry]) -> bytes:
    """The claims file of one source, which is described if there is a `source`."""
    lines = [*source_lines(id, source), "", "claims:"]
    for number, entry in enumerate(claims):
        lines += [""] if number else []
        lines += claim_lines(entry.cells)
    return "".join(f"{line}\n" for line in lines).encode(errors="surrogatepass")
