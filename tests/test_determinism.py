"""The same input gives the same bytes, whatever the machine is like and in whatever order it lists files."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from click.testing import CliRunner

from crosscheck.cli import main
from crosscheck.outputs import FORMATS
from factories import TODAY, files_of, resolve
from random_workspaces import RELATIONS, drawn

RUN = """
import json, sys
from crosscheck.cli import main
for arguments in json.loads(sys.argv[1]):
    try:
        main(arguments)
    except SystemExit:
        pass
"""
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
]


@cache
def workspaces() -> tuple[Path, ...]:
    """Claims in files, and in tables with files beside them; with relations and decisions."""
    folder = Path(mkdtemp())
    made = drawn(3, 30)
    roots = made.as_files(folder / "files"), made.as_tables(folder / "tables", "two", in_files="s")
    for root in roots:
        (root / "rules/relations.yaml").write_text(RELATIONS)
        resolve(root)
    return roots


def written(act: Callable[[list[list[str]]], object]) -> dict[str, bytes]:
    """Everything that a run on the workspaces writes; `act` runs commands."""
    folder = Path(mkdtemp())
    commands = []
    for root in workspaces():
        options = ["--workspace", str(root), "--today", TODAY, "--quiet"]
        outputs = [word for format in FORMATS for word in ("--output", f"{format}={folder / root.name}.{format}")]
        commands += [["check", *options, *outputs, "--min-severity", "none"], ["report", *options]]
    act(commands)
    reports = {f"{root.name}.html": (root / "reports/index.html").read_bytes() for root in workspaces()}
    return files_of(folder) | reports


def here(commands: list[list[str]]) -> None:
    for name, *options in commands:
        assert CliRunner().invoke(main, [name, *options]).exit_code < 2


@cache
def expected() -> dict[str, bytes]:
    return written(here)


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: one["LC_ALL"])
def test_hash_seed_zone_and_locale_change_nothing(environment: dict[str, str]) -> None:
    def in_process(commands: list[list[str]]) -> None:
        command = [sys.executable, "-c", RUN, json.dumps(commands)]
        subprocess.run(command, check=True, env=os.environ | environment, capture_output=True, timeout=300)

    made = written(in_process)
    assert made.keys() == expected().keys()
    assert [name for name in made if made[name] != expected()[name]] == []


class Listing(list[Any]):
    """What `os.scandir` returns, in another order."""

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None: ...

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        if not self:
            raise StopIteration
        return self.pop()


def test_the_order_in_which_a_folder_lists_its_files_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    was, shuffle = expected(), random.Random(1).shuffle
    listdir, scandir = os.listdir, os.scandir

    def shuffled(listed: list[Any]) -> list[Any]:
        shuffle(listed)
        return listed

    monkeypatch.setattr(os, "listdir", lambda path=".": shuffled(listdir(path)))
    monkeypatch.setattr(os, "scandir", lambda path=".": shuffled(Listing(scandir(path))))
    now = written(here)
    assert [name for name in now if now[name] != was[name]] == []
