"""Running targets: what each execution takes, and what it finds."""

from __future__ import annotations

import re
import resource
import signal
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from fuzz.target import Target

SECONDS = 5
"""CPU time of an execution, at most."""
BYTES = 1 << 30
"""Resident memory of the process that executes, at most."""

_FRAME = re.compile(r'crosscheck/(src/crosscheck/|tests/)?([\w/]+\.py)", line (\d+)|/(fuzz/\w+\.py)", line (\d+)')


class TooSlow(BaseException):
    """An execution takes too long; nothing on its way may catch this."""


@dataclass(frozen=True)
class Finding:
    """Something that an execution found; those of one `kind` are one mistake, most likely."""

    target: str
    number: int
    kind: str
    shown: str


@dataclass
class Tally:
    """What the executions of a target have taken and found."""

    target: str
    executions: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = 0
    findings: dict[str, Finding] = field(default_factory=dict)
    found: int = 0


@contextmanager
def bounded() -> Iterator[None]:
    """Raises `TooSlow` after `SECONDS` of CPU time."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(_: int, __: FrameType | None) -> None:
    raise TooSlow


class Runner:
    """Executes targets by one seed, in a folder of its own."""

    def __init__(self, seed: str, folder: Path) -> None:
        self.seed, self.folder = seed, folder
        self.tallies: dict[str, Tally] = {}
        self._bytes = BYTES
        signal.signal(signal.SIGPROF, _stop)

    def execute(self, target: Target, numbers: Iterable[int]) -> None:
        """Execute a target by these numbers, and note what is found."""
        tally = self.tallies.setdefault(target.name, Tally(target.name))
        for number in numbers:
            made = target.draw(self.seed, number)
            error: BaseException | None = None
            start = computed()
            try:
                with bounded():
                    target.execute(made, self.folder)
            except (KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as caught:
                error = caught
            taken = computed() - start
            tally.executions += 1
            tally.seconds += taken
            if taken > tally.slowest:
                tally.slowest, tally.slowest_number = taken, number
            if error is not None:
                self._note(tally, number, _kind(error), made)
            if resident() > self._bytes:
                self._note(tally, number, f"{self._bytes >> 20} MB of memory", made)
                self._bytes *= 2

    def _note(self, tally: Tally, number: int, kind: str, made: object) -> None:
        tally.found += 1
        tally.findings.setdefault(kind, Finding(tally.target, number, kind, repr(made)[:2000]))


def computed() -> float:
    """The CPU time of this process and of those that it has waited for, in seconds."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def resident() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _kind(error: BaseException) -> str:
    """What went wrong where: the error, and the last line of crosscheck, or of the target, that it came through."""
    trace = "".join(traceback.format_exception(error))
    places = [path or own for _, path, line, own, own_line in _FRAME.findall(trace)]
    lines = [line or own_line for _, path, line, own, own_line in _FRAME.findall(trace)]
    at = f"{places[-1]}:{lines[-1]}" if places else "?"
    said = re.search(r"internal error: [^;]*", str(error))
    return f"{type(error).__name__} at {at}: {said[0] if said else str(error)[:160]!r}"


def table(tallies: Iterable[Tally]) -> Iterator[str]:
    """What was tried, a line a target, in Markdown."""
    listed = list(tallies)
    yield "| target | executions | findings | slowest | CPU time |"
    yield "|---|---:|---:|---:|---:|"
    for one in listed:
        yield _line(one.target, one.executions, len(one.findings), one.slowest, one.seconds)
    yield _line(
        "all",
        sum(one.executions for one in listed),
        sum(len(one.findings) for one in listed),
        max((one.slowest for one in listed), default=0.0),
        sum(one.seconds for one in listed),
    )


def _line(name: str, executions: int, findings: int, slowest: float, seconds: float) -> str:
    return f"| {name} | {executions:,} | {findings} | {slowest:.2f} s | {seconds:,.0f} s |"
