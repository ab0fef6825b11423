"""Quirks of CSV files, one by one: what is read, and the line in which it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscheck.archive import csv as archive_csv
from crosscheck.archive.opening import table_claims
from crosscheck.problems import Problems
from crosscheck.workspace.settings import TableSettings

HEAD = "source,subject,attribute,value"

QUIRKS = {
    "plain": (f"{HEAD}\ns,Plan,aid,$1\ns,Plan,aid,$2\n", [("$1", 2), ("$2", 3)]),
    "no last line end": (f"{HEAD}\ns,Plan,aid,$1", [("$1", 2)]),
    "blank lines": (f"{HEAD}\n\ns,Plan,aid,$1\n\n\ns,Plan,aid,$2\n", [("$1", 3), ("$2", 6)]),
    "windows line ends": (f"{HEAD}\r\ns,Plan,aid,$1\r\ns,Plan,aid,$2\r\n", [("$1", 2), ("$2", 3)]),
    "byte order mark": (f"\ufeff{HEAD}\ns,Plan,aid,$1\n", [("$1", 2)]),
    "a line break in a cell": (f'{HEAD}\ns,Plan,aid,"$1\nmillion"\ns,Plan,aid,$2\n', [("$1 million", 2), ("$2", 4)]),
    "quote marks in a cell": (f'{HEAD}\ns,Plan,aid,"""$1"""\n', [('"$1"', 2)]),
    "commas in a cell": (f'{HEAD}\ns,Plan,aid,"1,000"\n', [("1,000", 2)]),
    "semicolons": (f"{HEAD.replace(',', ';')}\ns;Plan;aid;1,5\n", [("1,5", 2)]),
    "tabs": ("{}\n{}\n".format(HEAD.replace(",", "\t"), "s\tPlan\taid\t$1"), [("$1", 2)]),
    "spaces around names of columns": ("source , subject, attribute , value\ns,Plan,aid,$1\n", [("$1", 2)]),
    "spaces around cells": (f"{HEAD}\ns, Plan ,aid, $1 \n", [("$1", 2)]),
    "bare returns": (f"{HEAD}\rs,Plan,aid,$1\rs,Plan,aid,$2\r", [("$1", 2), ("$2", 3)]),
    "three line ends": (f"{HEAD}\r\ns,Plan,aid,$1\ns,Plan,aid,$2\rs,Plan,aid,$3", [("$1", 2), ("$2", 3), ("$3", 4)]),
    "a lone return in a cell": (f'{HEAD}\ns,Plan,aid,"$1\rmillion"\ns,Plan,aid,$2\n', [("$1 million", 2), ("$2", 4)]),
    "a line break in a windows file": (f'{HEAD}\r\ns,Plan,aid,"$1\nmillion"\r\n', [("$1 million", 2)]),
    "a letter with a byte 85": (f"{HEAD}\ns,Plan,aid,$1 Å\rs,Plan,aid,$2", [("$1 Å", 2), ("$2", 3)]),
    "quoted names of columns": ('"source","subject","attribute","value"\ns,Plan,aid,$1\n', [("$1", 2)]),
}


@pytest.mark.parametrize("quirk", QUIRKS)
def test_quirks(quirk: str, tmp_path: Path) -> None:
    text, told = QUIRKS[quirk]
    (tmp_path / "a.csv").write_bytes(text.encode())
    problems = Problems()
    claims, _ = table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems)
    problems.raise_any()
    assert [(claim.value, claim.at.line) for claim in claims] == told


def test_an_empty_table_has_no_claim(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}\n")
    assert table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), Problems()) == ([], {})


def test_a_row_that_a_lone_return_breaks_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"{HEAD}\r\ns,Plan,aid,$1\rmillion\r\n".encode())
    problems = Problems()
    table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems)
    assert [str(problem) for problem in problems.found] == [
        "a.csv:3:1: the row has 1 cells, where the first line names 4 columns"
    ]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (f"{HEAD}," + "s" * 140_000, "a table of claims has no column"),
        (HEAD + "".join(f",scope.k{n}" for n in range(1000)), "the table has more than 1,000 columns"),
        ("s" * 16_000_001, "the first line has more than 16,000,000 bytes"),
    ],
)
def test_a_header_that_is_too_long_is_told(header: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{header}\n")
    problems = Problems()
    assert table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems) == ([], {})
    assert told in problems.found[0].message


def test_a_file_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}\ns,Plan,aid,$1\n")
    header = archive_csv.header

    def vanishing(*args: Any) -> Any:
        found = header(*args)
        path.unlink()
        return found

    monkeypatch.setattr(archive_csv, "header", vanishing)
    problems = Problems()
    assert table_claims(path, tmp_path, TableSettings(), problems) == ([], {})
    (told,) = map(str, problems.found)
    assert told.startswith("a.csv:1:1: cannot be read")
    assert str(tmp_path) not in told


SHAPES = {
    "a line that names the separator": (f"sep=;\n{HEAD.replace(',', ';')}\ns;Plan;aid;1,5\n", [("1,5", 3)]),
    "columns in any case": (f"{HEAD.upper()}\ns,Plan,aid,$1\n", [("$1", 2)]),
    "blank rows": (f"{HEAD}\n,,,\ns,Plan,aid,$1\n , ,,\n", [("$1", 3)]),
    "trailing empty columns": (f"{HEAD},,\ns,Plan,aid,$1,,\n", [("$1", 2)]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_spreadsheets(shape: str, tmp_path: Path) -> None:
    text, told = SHAPES[shape]
    (tmp_path / "a.csv").write_text(text)
    problems = Problems()
    claims, _ = table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems)
    problems.raise_any()
    assert [(claim.value, claim.at.line) for claim in claims] == told


def test_a_cell_of_a_column_without_a_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD},\ns,Plan,aid,$1,\ns,Plan,aid,$1,x\n")
    problems = Problems()
    assert table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems) == ([], {})
    assert [str(problem) for problem in problems.found] == [
        "a.csv:3:5: the cell is in column 5, which has no name in the first line"
    ]
