"""Random claims say the same in tables as in files, where every item is judged: every output but file, line, column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factories import TODAY, run
from random_workspaces import drawn
from tables import without_places


def said(root: Path, *args: str) -> str:
    ran = run(root, "check", "--format", "json", "--today", TODAY, *args)
    return json.dumps(without_places(json.loads(ran.out)) if ran.code in (0, 1) else ran.err, indent=1)


@pytest.mark.parametrize("seed", range(40))
def test_tables_say_what_files_say(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = drawn(seed)
    if seed % 5 < 2:  # as of many, suspects come in parts
        monkeypatch.setattr("crosscheck.archive.run.ROWS_AT_ONCE", 4)
    formats = ("csv", "jsonl", "parquet", "two")
    in_files = "" if seed % 3 else "tu"
    root = made.as_tables(tmp_path / "tables", formats[seed % 4], in_files)
    least = ("none", "note", "warning")[seed % 3]
    assert said(root, "--min-severity", least) == said(made.as_files(tmp_path / "files"), "--min-severity", least)
