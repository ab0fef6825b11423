"""Whole processes, measured in turn: wall seconds and peak memory, and ratios round by round."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_RUN = """
import resource, subprocess, sys, time
limit, out, *command = sys.argv[1:]
with open(out, "wb") as printed:
    start = time.perf_counter()
    try:
        ended = subprocess.run(command, stdout=printed, stderr=subprocess.PIPE, timeout=float(limit))
        code, told = ended.returncode, ended.stderr.decode()
    except subprocess.TimeoutExpired:
        code, told = "over", ""
    wall = time.perf_counter() - start
print(code, wall, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(told[-2000:])
"""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure, at most `rounds` times; `out` is the file that takes what it prints.

    One that takes more than `limit` seconds is ended, and not run again.
    """

    name: str
    argv: Sequence[str]
    out: Path
    rounds: int = 99
    limit: float = 240


@dataclass(slots=True)
class Runs:
    """What was measured of a command, by round: wall seconds and peak megabytes; `over` is the limit that ended it."""

    walls: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    over: float | None = None


def in_turn(commands: Sequence[Command], rounds: int) -> dict[str, Runs]:
    """Run all commands in turn, `rounds` times over. Exits if one fails: 0 and 1 are what a check may end with."""
    runs = {command.name: Runs() for command in commands}
    for number in range(rounds):
        for command in commands:
            if number < command.rounds and runs[command.name].over is None:
                _measure(command, runs[command.name])
    return runs


def _measure(command: Command, runs: Runs) -> None:
    argv = [sys.executable, "-c", _RUN, str(command.limit), str(command.out), *command.argv]
    # Where bytecode is not kept, all modules would be compiled at each start.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(argv, capture_output=True, text=True, check=True, env=environment)
    measured, _, told = ran.stdout.partition("\n")
    code, wall, peak = measured.split()
    if code not in ("0", "1", "over"):
        raise SystemExit(f"{command.name} ended with {code}: {told}")
    runs.peaks.append(float(peak) / 1024)
    if code == "over":
        runs.over = command.limit
    else:
        runs.walls.append(float(wall))


def ratios(one: Runs, other: Runs) -> list[float]:
    """Seconds of `one` as multiples of those of `other`, of the rounds that both ran in."""
    return [a / b for a, b in zip(one.walls, other.walls, strict=False)]


def exponent(medians: Mapping[int, float]) -> float:
    """The power of the number of claims that seconds grow with: least squares on logarithms."""
    import math

    sizes, seconds = zip(*((math.log(size), math.log(median)) for size, median in medians.items()), strict=True)
    return statistics.linear_regression(sizes, seconds).slope


def table(runs: Mapping[str, Runs], against: str, told: Mapping[str, str] | None = None) -> str:
    """A Markdown table of runs with ratios to those of `against`; `told` is more to say of a command."""
    head = f"| | rounds | wall s, min | median | max | peak MB | × {against}, min | median | max |"
    lines = [head + (" finds |" if told else ""), "|" + "---|" * (10 if told else 9)]
    for name, found in runs.items():
        cells = [str(len(found.peaks)), *_spread(found.walls), f"{max(found.peaks):,.0f}"]
        cells += _spread(ratios(found, runs[against])) if name != against else [""] * 3
        if found.over is not None:
            known = runs[against].walls
            cells[3], cells[7] = f"over {found.over:.0f}", f"over {found.over / max(known):.1f}" if known else ""
        lines.append("| " + " | ".join([name, *cells, *([told.get(name, "")] if told else [])]) + " |")
    return "\n".join(lines) + "\n"


def _spread(values: Sequence[float]) -> list[str]:
    return [f"{value:,.2f}" for value in (min(values), statistics.median(values), max(values))] if values else [""] * 3
