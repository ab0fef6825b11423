"""Claims in a Parquet file: `crosscheck check` against DuckDB's own read and sort of the same file.

    .venv/bin/python benchmarks/table_check.py [--claims 1000000] [--hot 0] [--pairs 3] [--whole]

DuckDB reads the file and sorts it by subject, attribute and value into a table. Beside it runs all of a check up to the
items that rules must judge (`suspects`: load, read, table, screen), and with --whole the check itself, which grows with
what is found. All are whole processes, run in turn; ratios are taken pair by pair. Peak memory is the process's own.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from generate_table import generate

SORT = """
import sys, duckdb
table = f"'{sys.argv[1]}/claims/table.parquet'"
duckdb.execute(f"CREATE TEMP TABLE sorted AS FROM {table} ORDER BY subject, attribute, value")
"""
SUSPECTS = """
import gc, sys
from pathlib import Path
gc.disable()
from crosscheck.engines import screening
from crosscheck.engines.local import Local
from crosscheck.problems import Problems
from crosscheck.table.axes import check_axes
from crosscheck.table.frame import Table
from crosscheck.table.items import Items
from crosscheck.table.reading import ClaimReader
from crosscheck.workspace import load
problems = Problems()
found = load(Path(sys.argv[1]), None, problems)
reader = ClaimReader(found.claims, found.sources, found.attributes, found.names, found.settings.readings, problems)
read = reader.read()
items = Items.among(read)
check_axes(read, items, problems)
screening(Local(), Table(read, items), agreeing=False)
"""
MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measure(*command: str) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one run."""
    done = subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True)
    code, wall, peak = done.stdout.split()
    if code not in ("0", "1"):
        raise SystemExit(f"{command[:4]} ended with {code}: {done.stderr}")
    return float(wall), float(peak) / 1024


def row(name: str, values: list[float]) -> str:
    return f"{name:<34} {min(values):9.2f} {statistics.median(values):9.2f} {max(values):9.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--hot", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        generate(root, given.claims, given.hot)
        commands = {
            "DuckDB: read and sort": (sys.executable, "-c", SORT, str(root)),
            "suspects": (sys.executable, "-c", SUSPECTS, str(root)),
        }
        if given.whole:
            check = ("check", "--min-severity", "warning", "--workspace", str(root))
            commands["check"] = (sys.executable, "-m", "crosscheck.cli", *check)
        for command in commands.values():
            measure(*command)  # bytecode and the page cache
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(given.pairs):
            for name, command in commands.items():
                runs[name].append(measure(*command))
    print(
        f"{given.claims:,} claims, {given.hot:,} more on one item, {given.pairs} pairs        min    median       max"
    )
    first, *others = runs
    for name, found in runs.items():
        print(row(f"{name}, wall s", [wall for wall, _ in found]))
        print(row(f"{name}, peak MB", [peak for _, peak in found]))
    for name in others:
        ratios = [ours / theirs for (ours, _), (theirs, _) in zip(runs[name], runs[first], strict=True)]
        print(row(f"{name} / {first.partition(':')[0]}", ratios))


if __name__ == "__main__":
    main()
