"""All of a check up to the items that rules must judge, by the code that `crosscheck check` runs.

    .venv/bin/python benchmarks/suspects.py WORKSPACE [sides]

Loads, reads, puts in order and screens; with `sides`, makes the rows of every suspect item and its sides, and
prints it.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from crosscheck.pipeline import known_of
from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.comparators import OnAxis
from crosscheck.engines import screening
from crosscheck.engines.local import Local
from crosscheck.model import Severity
from crosscheck.problems import Problems
from crosscheck.workspace import load


def main() -> None:
    gc.disable()  # as the command line has it
    root, *also = sys.argv[1:]
    problems, engine = Problems(), Local()
    known = known_of(load(Path(root), None, problems), engine, problems)
    problems.raise_any()
    assert known is not None
    screened = screening(engine, known.table, least=Severity.WARNING)
    if also == ["sides"]:
        for item in screened.items:
            sides = sides_of(item.rows, OnAxis())
            print(f"{item.title}: {len(sides)}")


if __name__ == "__main__":
    main()
