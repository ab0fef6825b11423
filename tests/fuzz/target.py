"""What a target is, and all that there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

Draw = Callable[[str, int], Any]
"""An input, by the seed of the run and the number of the execution."""


@dataclass(frozen=True)
class Target:
    """`draw` makes an input, of which `execute` asserts what must hold; it may write into the folder that it is given.

    In a round of some 10,000 executions, `per_round` are of this target.
    """

    name: str
    per_round: int
    draw: Draw
    execute: Callable[[Any, Path], None]


TARGETS: dict[str, Target] = {}


def target(name: str, per_round: int, draw: Draw) -> Callable[[Callable[[Any, Path], None]], Any]:
    """Adds a function as a target."""

    def add(execute: Callable[[Any, Path], None]) -> Callable[[Any, Path], None]:
        assert name not in TARGETS, name
        TARGETS[name] = Target(name, per_round, draw, execute)
        return execute

    return add


def by_random(make: Callable[[Random], Any]) -> Draw:
    """Inputs that a function makes of random numbers."""
    return lambda seed, number: make(Random(f"{seed} {number}"))
