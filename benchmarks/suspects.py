"""All of a check up to the items that rules must judge, by the code that `crosscheck check` runs.

    .venv/bin/python benchmarks/suspects.py WORKSPACE [rows|sides]

Loads, reads, and runs the plan up to its verdicts; with `rows`, makes the rows of every suspect item, with `sides`,
their sides too, and prints these.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from crosscheck.archive.opening import engine_of, opened
from crosscheck.claims.publications import Publications
from crosscheck.claims.values import Dates
from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Severity
from crosscheck.problems import Problems
from crosscheck.workspace import load


def main() -> None:
    gc.disable()  # as the command line has it
    root, *also = sys.argv[1:]
    problems = Problems()
    workspace, archive = opened(load(Path(root), None, problems), None, engine_of("local"), problems)
    archive.complete(Publications(workspace.sources, Dates(workspace.settings.readings), problems))
    archive.judge(())
    problems.raise_any()
    archive.pick(Severity.WARNING)
    for item in archive.items() if also else ():
        if also == ["sides"]:
            print(f"{item.title}: {len(sides_of(item.rows, IntervalComparator()))}")


if __name__ == "__main__":
    main()
