"""A whole `crosscheck check` of many YAML files against the YAML parser alone on the same.

    .venv/bin/python benchmarks/whole_check.py [--claims 20000] [--files 200] [--pairs 5]

All are whole processes, run in turn; the ratio is taken pair by pair, so that it holds when the machine's speed drifts.
Processor seconds are those that the operating system counted for the finished process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import generate

PARSER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("claims/*.yaml")):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""


def measure(command: list[str]) -> tuple[float, float]:
    """Wall and processor seconds of one run."""
    # Bytecode is written when a module is first used, as it is for everybody who does not forbid it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )  # fmt: skip
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[:3]} ended with {done.returncode}: {done.stderr.decode()}")
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def row(name: str, values: list[float]) -> str:
    return f"{name:<32} {min(values):8.2f} {statistics.median(values):8.2f} {max(values):8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--pairs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        generate(root, given.claims, given.files)
        check = [sys.executable, "-m", "crosscheck.cli", "check", "--workspace", str(root)]
        alone = [sys.executable, "-c", PARSER, str(root)]
        commands = {
            "check of warnings": [*check, "--min-severity", "warning"],
            "check as JSON": [*check, "--format", "json"],
            "yaml.load alone": alone,
        }
        for command in commands.values():
            measure(command)  # bytecode and the page cache
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(given.pairs):
            for name, command in commands.items():
                runs[name].append(measure(command))
    print(f"{given.claims:,} claims in {given.files} files, {given.pairs} pairs        min   median      max")
    alone_runs = runs["yaml.load alone"]
    for name, found in runs.items():
        print(row(f"{name}, wall s", [wall for wall, _ in found]))
        print(row(f"{name}, processor s", [cpu for _, cpu in found]))
        if found is not alone_runs:
            print(row(f"{name}, ratio of wall", [a[0] / b[0] for a, b in zip(found, alone_runs, strict=True)]))
            print(row(f"{name}, ratio of processor", [a[1] / b[1] for a, b in zip(found, alone_runs, strict=True)]))


if __name__ == "__main__":
    main()
