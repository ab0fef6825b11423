"""`make fuzz`: targets in rounds, until the time is over."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz import TARGETS
from fuzz.processes import run_processes
from fuzz.running import Runner, resident, table
from reliability_page import PAGE, put, seeds_of

SLICES = 10
"""Parts of a round: those who stop it early still have some of everything."""


def main() -> int:
    """The exit code: 1 if anything was found."""
    given = _arguments()
    if given.write and given.seed in seeds_of(_place(given)):
        sys.exit(f"{PAGE.name} counts seed {given.seed} already; give another --seed")
    with TemporaryDirectory(dir=_memory(), prefix="crosscheck-fuzz-") as name:
        runner = Runner(given.seed, Path(name))
        if given.again:
            target, _, number = given.again.rpartition(":")
            made = TARGETS[target].draw(given.seed, int(number))
            print(repr(made))
            TARGETS[target].execute(made, Path(name))
            return 0
        with suppress(KeyboardInterrupt):  # what was done until then is shown
            if given.processes:
                run_processes(runner, given.processes)
            else:
                _rounds(runner, given.target or list(TARGETS), given.minutes, given.executions)
        lines = list(table(runner.tallies.values()))
        if given.write:
            put(_place(given), given.seed, lines, resident() >> 20)
        print(*lines, sep="\n")
        return _printed(runner)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz ARGS=…", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30, help="how long (default: 30)")
    parser.add_argument("--executions", type=int, default=sys.maxsize, help="stop after so many")
    parser.add_argument("--seed", default="1", help="another one makes other inputs (default: 1)")
    parser.add_argument("--target", action="append", choices=list(TARGETS), help="only this one; may be repeated")
    parser.add_argument("--processes", type=int, default=0, metavar="N", help="instead: N runs of the command line")
    parser.add_argument("--write", action="store_true", help="add the table to that in docs/reliability.md")
    parser.add_argument("--again", metavar="TARGET:N", help="one execution once more")
    return parser.parse_args()


def _place(given: argparse.Namespace) -> str:
    """The table of docs/reliability.md that a run is added to."""
    return "processes" if given.processes else "fuzz"


def _memory() -> str | None:
    """A file system in memory, where there is one: workspaces are written by the ten thousand."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _rounds(runner: Runner, names: list[str], minutes: float, most: int) -> None:
    start, done, number = time.monotonic(), 0, 0
    while True:
        for name in names:
            target = TARGETS[name]
            first = number * target.per_round // SLICES
            last = min((number + 1) * target.per_round // SLICES, first + most - done)
            runner.execute(target, range(first, last))
            done += last - first
            if done >= most or time.monotonic() - start > 60 * minutes:
                return
        number += 1


def _printed(runner: Runner) -> int:
    """Print what was found; returns the exit code."""
    print(f"\nseed {runner.seed}; at most {resident() >> 20} MB of memory")
    found = [finding for tally in runner.tallies.values() for finding in tally.findings.values()]
    for finding in found:
        print(f"\n{finding.target}:{finding.number}  {finding.kind}\n  {finding.shown}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
