"""Aims beside what was got."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import NamedTuple

from measure import Runs, ratios


class Aim(NamedTuple):
    name: str
    aim: str
    got: str
    met: bool


def at_most(name: str, most: float, got: float, form: str = "{:.2f}") -> Aim:
    return Aim(name, f"≤ {form.format(most)}", form.format(got), got <= most)


def seconds(name: str, runs: Runs, most: float) -> Aim:
    """The seconds of a run."""
    if runs.over is not None:
        return Aim(name, f"≤ {most:.2f}", f"over {runs.over:.0f}", False)
    return at_most(name, most, statistics.median(runs.walls))


def as_long(name: str, ours: Runs, theirs: Runs, most: float) -> Aim:
    """The seconds of a run as multiples of those of another."""
    found = ratios(ours, theirs)
    return at_most(name, most, statistics.median(found)) if found else Aim(name, f"≤ {most:.2f}", "not ended", False)


def faster(name: str, ours: Runs, theirs: Runs, least: float) -> Aim:
    """How many times longer a peer takes; of one that was ended, at least so many."""
    if not ours.walls:
        return Aim(name, f"≥ {least:.2f}", "not ended", False)
    if theirs.over is not None:
        got = theirs.over / statistics.median(ours.walls)
        return Aim(name, f"≥ {least:.2f}", f"over {got:.2f}", got >= least)
    got = statistics.median(ratios(theirs, ours))
    return Aim(name, f"≥ {least:.2f}", f"{got:.2f}", got >= least)


def told(aims: Iterable[Aim]) -> str:
    """A Markdown table of aims, if there are any."""
    rows = "".join(f"| {name} | {aim} | {got} | {'met' if met else 'missed'} |\n" for name, aim, got, met in aims)
    return f"\n| | aim | got (median) | |\n|---|---|---|---|\n{rows}" if rows else ""
