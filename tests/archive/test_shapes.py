"""Tables as data desks have them: wide, with constants and labels, in every format."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

import crosscheck
from crosscheck.problems import InputError
from factories import workspace

ATTRIBUTES = "population: {kind: count, over_time: changes}\n"
SETTINGS = """
[[tables]]
files = "claims/wide*"
rename = {"Country Name" = "subject"}
constants = {source = "World Bank", attribute = "population"}
melt = {columns = ["19??", "20??"], names = "when"}
ignore = "*"
"""
LONG = "source,subject,attribute,value,when\nThe Guardian,Aruba,population,62149,1990\n"
WIDE = [("Aruba", "ABW", 62149, 90853), ("France", "FRA", 58235697, None)]
NAMES = ("Country Name", "Code", "1990", "2000")


def _wide(format: str, folder: Path) -> bytes:
    if format == "json":
        return json.dumps([dict(zip(NAMES, row, strict=True)) for row in WIDE], indent=1).encode()
    if format == "jsonl":
        return b"".join(json.dumps(dict(zip(NAMES, row, strict=True))).encode() + b"\n" for row in WIDE)
    if format == "xlsx":
        if not os.environ.get("CI"):
            pytest.importorskip("openpyxl", reason="needs openpyxl, the extra excel")
        import openpyxl

        book = openpyxl.Workbook()
        for row in (NAMES, *WIDE):
            book.active.append(row)
        book.save(folder / "made.xlsx")
        return (folder / "made.xlsx").read_bytes()
    sign = "\t" if format == "tsv" else ","
    text = "".join(sign.join("" if c is None else str(c) for c in row) + "\n" for row in (NAMES, *WIDE))
    if format != "parquet":
        return text.encode()
    (folder / "made.csv").write_text(text)
    duckdb.sql(f"COPY (FROM read_csv('{folder}/made.csv', header=true)) TO '{folder}/made.parquet' (FORMAT parquet)")
    return (folder / "made.parquet").read_bytes()


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "xlsx", "parquet"])
def test_a_wide_table_is_a_claim_a_cell(format: str, tmp_path: Path) -> None:
    files = {f"wide.{format}": _wide(format, tmp_path), "long.csv": LONG}
    root = workspace(tmp_path / "w", files, attributes=ATTRIBUTES, settings=SETTINGS)
    loaded = crosscheck.load(root)
    assert loaded.claims == (
        "guardian/aruba-population",
        "world-bank/aruba-population",
        "world-bank/aruba-population-2",
        "world-bank/france-population",
    )
    frame = loaded.check().to_frame()
    labels = dict(zip(frame["source"], frame["publisher"], strict=True))
    assert labels == {"guardian": "The Guardian", "world-bank": "World Bank"}
    first = frame[frame["source"] == "world-bank"].iloc[0]
    assert (first["when"], first["stated_low"]) == ("1990", 62149)
    line = {"csv": 2, "tsv": 2, "json": 2, "jsonl": 1, "xlsx": 2, "parquet": 1}[format]
    assert (first["file"], first["line"]) == (f"claims/wide.{format}", line)


def _told(root: Path) -> list[str]:
    with pytest.raises(InputError) as raised:
        crosscheck.load(root).check()
    return [str(problem) for problem in raised.value.problems]


def test_two_labels_of_one_id_name_both_rows(tmp_path: Path) -> None:
    table = LONG + "guardian!,Aruba,population,1,1990\n"
    assert _told(workspace(tmp_path, {"a.csv": table}, attributes=ATTRIBUTES)) == [
        'claims/a.csv:3:1: source "guardian!" has the id "guardian", and so has "The Guardian" (claims/a.csv:2); '
        "write both alike, or give one an id of its own"
    ]


WRONG: dict[str, tuple[str, Any]] = {
    "no files": ("[[tables]]\nmelt = {columns = ['1'], names = 'when'}\n", 'needs "files"'),
    "no such column": (SETTINGS.replace("19??", "18??").replace("20??", "21??"), "finds no column 18?? or 21??"),
    "a key that is none": (SETTINGS.replace('"when"', '"wehn"'), '[[tables]] fill "wehn", which no claim has'),
    "filled twice": (SETTINGS.replace('"when"', '"source"'), '[[tables]] fill "source" twice'),
    "a melt that is none": (SETTINGS.replace('"when"', "1"), '"melt" is a table'),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_mistakes_of_settings(mistake: str, tmp_path: Path) -> None:
    settings, told = WRONG[mistake]
    root = workspace(tmp_path, {"wide.csv": _wide("csv", tmp_path)}, attributes=ATTRIBUTES, settings=settings)
    assert any(told in line for line in _told(root))
