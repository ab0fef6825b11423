"""All of a check up to the items that rules must judge, by the code that `crosscheck check` runs.

    .venv/bin/python benchmarks/suspects.py WORKSPACE [sides]

Loads, reads, puts in order and screens; with `sides`, makes the rows of every suspect item and its sides, and
prints it.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Severity
from crosscheck.pipeline import Options
from crosscheck.problems import Problems
from crosscheck.progress import NO_PROGRESS
from crosscheck.tabled import read_tables
from crosscheck.workspace import load


def main() -> None:
    gc.disable()  # as the command line has it
    root, *also = sys.argv[1:]
    problems = Problems()
    workspace = load(Path(root), None, problems)
    read = read_tables(workspace, Options(today="2026-01-01"), Severity.WARNING, problems, NO_PROGRESS)
    if also == ["sides"]:
        for item in read.judged:
            sides = sides_of(item.rows, IntervalComparator())
            print(f"{item.title}: {len(sides)}")


if __name__ == "__main__":
    main()
