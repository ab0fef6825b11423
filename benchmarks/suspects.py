"""All of a check up to the items that rules must judge, by the code that `crosscheck check` runs.

    .venv/bin/python benchmarks/suspects.py WORKSPACE [sides]

Loads, reads, puts in order and screens; with `sides`, makes the rows of every suspect item and its sides, and
prints it.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.values import OnAxis
from crosscheck.engines import local
from crosscheck.problems import Problems
from crosscheck.table.axes import check_axes
from crosscheck.table.frame import Table
from crosscheck.table.items import Items
from crosscheck.table.reading import ClaimReader
from crosscheck.workspace import load


def main() -> None:
    gc.disable()  # as the command line has it
    root, *also = sys.argv[1:]
    problems = Problems()
    found = load(Path(root), None, problems)
    reader = ClaimReader(found.claims, found.sources, found.attributes, found.names, found.settings.readings, problems)
    read = reader.read()
    items = Items.among(read)
    check_axes(read, items, problems)
    problems.raise_any()
    screened = local.run(Table(read, items), agreeing=False)
    if also == ["sides"]:
        for item in screened.items:
            sides = sides_of(item.rows, OnAxis())
            print(f"{item.title}: {len(sides)}")


if __name__ == "__main__":
    main()
