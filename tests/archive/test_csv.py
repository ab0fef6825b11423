"""Quirks of CSV files, one by one: what is read, and the line in which it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    "quoted names of columns": ('"source","subject","attribute","value"\ns,Plan,aid,$1\n', [("$1", 2)]),
}


@pytest.mark.parametrize("quirk", QUIRKS)
def test_quirks(quirk: str, tmp_path: Path) -> None:
    text, told = QUIRKS[quirk]
    (tmp_path / "a.csv").write_bytes(text.encode())
    problems = Problems()
    claims = table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), problems)
    problems.raise_any()
    assert [(claim.value, claim.at.line) for claim in claims] == told


def test_an_empty_table_has_no_claim(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}\n")
    assert table_claims(tmp_path / "a.csv", tmp_path, TableSettings(), Problems()) == []
