"""A check of claims files loads no library that only tables need, and leaves nothing behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factories import files_of, plan_colombia, run, workspace
from tables import ATTRIBUTES, CLAIMS, table_files

LOADED = """
import json, sys
from crosscheck.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print(json.dumps(sorted(sys.modules)))
"""
FOR_ARTICLES = {"mammoth", "pypdf", "markdown_it"}
FOR_TABLES = {"numpy", "pandas", "duckdb", "pyspark", "multiprocessing", "concurrent.futures"}


def loaded(*args: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    command = [sys.executable, "-c", LOADED, *args]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return set(json.loads(printed.splitlines()[-1]))


@pytest.mark.parametrize("format", ["text", "json", "sarif"])
def test_a_check_of_claims_files_loads_nothing_that_tables_need(tmp_path: Path, format: str) -> None:
    root = plan_colombia(tmp_path)
    assert not {*FOR_TABLES, *FOR_ARTICLES} & loaded("check", "--format", format, "--workspace", str(root))


def test_texts_load_only_what_their_format_needs(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, files={"texts/s.html": "<p>$10 billion", "texts/other.pdf": ""})
    assert not FOR_ARTICLES & loaded("check", "--workspace", str(root), "--sources", str(root / "texts"))


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_a_check_of_tables_loads_no_pandas(tmp_path: Path, format: str) -> None:
    root = workspace(tmp_path / "w", table_files(CLAIMS, format, tmp_path), attributes=ATTRIBUTES)
    found = loaded("check", "--workspace", str(root))
    assert "duckdb" in found
    assert "pandas" not in found


def test_help_loads_no_library_beside_click() -> None:
    assert not {*FOR_TABLES, "pydantic", "yaml", "rapidfuzz"} & loaded("--help")


def test_a_check_leaves_nothing_behind(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    before = files_of(root)
    run(root, "check")
    assert files_of(root) == before


def test_a_cache_of_an_earlier_version_can_go(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    note = "note: .crosscheck/ is no longer used and can be deleted\n"
    assert note not in run(root, "check").err
    (root / ".crosscheck").mkdir()
    assert run(root, "check").err == note
    assert run(root, "check", "--quiet").err == ""
