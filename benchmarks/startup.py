"""How long small things take: `--help` against a bare click program, a `check` against loading its libraries.

    .venv/bin/python benchmarks/startup.py [--pairs 11]

All are whole processes, run in turn; ratios are taken pair by pair.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from whole_check import measure, row

BARE = "import click\n\n@click.command()\ndef main(): pass\n\nmain(['--help'])"
LIBRARIES = """
import click, yaml, rapidfuzz.distance, rapidfuzz.process
from crosscheck.workspace.documents.models import Document
for model in Document.__subclasses__():
    model.model_rebuild()
"""
"""What a check of this repository's own workspace loads, and its pydantic models."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=11)
    given = parser.parse_args()
    crosscheck = [sys.executable, "-m", "crosscheck.cli"]
    root = str(Path(__file__).resolve().parents[1])
    commands = {
        "a bare click program": [sys.executable, "-c", BARE],
        "crosscheck --help": [*crosscheck, "--help"],
        "import of libraries": [sys.executable, "-c", LIBRARIES],
        "check": [*crosscheck, "check", "--workspace", root],
    }
    for command in commands.values():
        measure(command)
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(given.pairs):
        for name, command in commands.items():
            found[name].append(measure(command)[1])
    print(f"{given.pairs} pairs, processor s                 min   median      max")
    for name, seconds in found.items():
        print(row(name, seconds))
    for name, base in (("crosscheck --help", "a bare click program"), ("check", "import of libraries")):
        print(row(f"ratio of {name}", [a / b for a, b in zip(found[name], found[base], strict=True)]))


if __name__ == "__main__":
    main()
