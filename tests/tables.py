"""Claims as tables in every format, for tests that compare them with claims files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from factories import Entry, c, claims_file

ATTRIBUTES = """\
aid: {kind: money, unit: USD}
start: {kind: date}
members: {kind: count, over_time: changes}
share: {kind: share, unit: percent}
groups: {kind: names}
status: {kind: category, separated_by: [by]}
"""
CLAIMS = [
    c(
        "s",
        "Plan Colombia",
        "aid",
        "around $14 billion",
        quote="amounted to around $14 billion",
        scope={"stage": "given"},
    ),
    c("t", "plan Colombia", "aid", "$15 billion"),
    c("u", "The Plan Colombia", "aid", "$15.2 billion", id="more", url="https://example.org/a"),
    c("s", "Plan Colombia", "start", "1999", id="begun"),
    c("s", "Plan Colombia", "start", "the following year", relative_to="begun"),
    c("t", "Plan Colombia", "start", "2005", said_by="Uribe", stance="asserts"),
    c("s", "FARC", "members", "20,000", when="2001"),
    c("t", "FARC", "members", "7,000", when="2016"),
    c("u", "FARC", "members", "9,000 men", when="2016", read_as="9,000"),
    c("t", "Vote", "share", "50.2 percent", stance="disputes"),
    c("u", "Vote", "share", "50.2%"),
    c("s", "Allies", "groups", "Norte, Sur", exhaustive="true"),
    c("t", "Allies", "groups", "Norte, Este"),
    c("s", "Gang", "status", "open", scope={"by": "Ecuador"}),
    c("t", "Gang", "status", "closed", scope={"by": "Ecuador"}),
    c("t", "Gang", "status", "closed"),
    c("u", "A / B", "c", "5 men"),
    c("u", "A B", "c", "6 men"),
    c("u", "A", "B c", "6 men"),
]


def flat(entry: Entry) -> dict[str, str]:
    """A claim as a row of a table."""
    scope = entry.keys.get("scope", {})
    cells = {key: value for key, value in entry.keys.items() if key != "scope"}
    return {"source": entry.source, **cells, **{f"scope.{key}": value for key, value in scope.items()}}


def csv_of(rows: Iterable[Mapping[str, Any]], delimiter: str = ",") -> str:
    listed = list(rows)
    names = list(dict.fromkeys(key for row in listed for key in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def json_lines_of(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def parquet_of(text: str, folder: Path, types: str = "all_varchar=true") -> bytes:
    """The Parquet file of a CSV file."""
    (folder / "made.csv").write_text(text)
    duckdb.sql(f"COPY (FROM read_csv('{folder}/made.csv', {types})) TO '{folder}/made.parquet' (FORMAT parquet)")
    return (folder / "made.parquet").read_bytes()


def table_files(claims: Sequence[Entry], format: str, folder: Path) -> dict[str, str | bytes]:
    rows = [flat(entry) for entry in claims]
    if format == "csv":
        return {"all.csv": csv_of(rows)}
    if format == "tabs":
        return {"all.csv": csv_of(rows, "\t")}
    if format == "jsonl":
        return {"all.jsonl": json_lines_of(rows)}
    if format == "parquet":
        return {"all.parquet": parquet_of(csv_of(rows), folder)}
    half = len(rows) // 2
    mixed = {"b/one.csv": csv_of(rows[:half]), "a/two.jsonl": json_lines_of(rows[half:-3])}
    return {**mixed, "u.yaml": claims_file("u", *(entry.keys for entry in claims[-3:]))}


def without_places(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: without_places(value) for key, value in found.items() if key not in ("file", "line", "column")}
    return [without_places(part) for part in found] if isinstance(found, list) else found
