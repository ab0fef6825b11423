"""Trying mutants: which tests call a function, and whether one of them notices."""

from __future__ import annotations

import functools
import gc
import hashlib
import json
import os
import pickle
import resource
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple, NoReturn

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

from mutants.mutating import Mutant

HERE = Path(__file__).resolve().parents[2]
SOURCES = HERE / "src" / "crosscheck"
SECONDS = 10.0
"""How long the tests of a mutant take at most, as measured without it."""
WALL = 900
"""Seconds after which a fork is given up, however little it computes."""

Key = tuple[str, str, int]
"""Path, qualified name and first line of a function's code."""


class Outcome(StrEnum):
    KILLED = "killed"
    SURVIVED = "survived"
    UNTESTED = "untested"


class Called(NamedTuple):
    """How long a test takes, and which functions it calls."""

    seconds: float
    keys: frozenset[Key]


def key_of(code: CodeType) -> Key:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Calls:
    """Collects what is called of crosscheck while it is entered, in every thread."""

    def __init__(self) -> None:
        self.codes: set[CodeType] = set()

    def __enter__(self) -> Calls:
        threading.settrace(self._trace)
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def _trace(self, frame: FrameType, _: str, __: Any) -> None:
        self.codes.add(frame.f_code)

    @property
    def keys(self) -> frozenset[Key]:
        return frozenset(key_of(code) for code in self.codes if code.co_filename.startswith(str(SOURCES)))


class Session:
    """All tests, collected, in a process from which each mutant gets a fork."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        self.items = {item.nodeid: item for item in items}
        settings.register_profile("mutants", settings.default, derandomize=True, database=None, max_examples=25)
        settings.load_profile("mutants")
        self.functions = _functions()
        self.caches = [thing for thing in gc.get_objects() if isinstance(thing, functools._lru_cache_wrapper)]
        self.called: dict[str, Called] = {}

    def measure(self, cache: Path, say: Callable[[str], None]) -> None:
        """Find out what every test calls; kept in `cache` for as long as sources and tests stay."""
        state = _state(self.items)
        if cache.exists():
            kept, self.called = pickle.loads(cache.read_bytes())
            if kept == state:
                return
        say(f"measuring {len(self.items):,} tests…")

        def in_fork() -> None:
            made = dict(self._measured())
            cache.write_bytes(pickle.dumps((state, made)))

        forked(in_fork, None)
        _, self.called = pickle.loads(cache.read_bytes())

    def _measured(self) -> Iterator[tuple[str, Called]]:
        items = list(self.items.values())
        for item, following in zip(items, [*items[1:], None], strict=True):
            start = time.process_time()
            with Calls() as calls:
                reports = runtestprotocol(item, log=False, nextitem=following)
            if all(report.passed for report in reports):
                yield item.nodeid, Called(time.process_time() - start, calls.keys)

    def tests_of(self, mutant: Mutant) -> tuple[list[pytest.Item], float]:
        """Tests that call the function of a mutant, as far as there is time; and how long they take.

        The quickest of each file come first, file by file in turn: what one file looks at, another does not.
        """
        key = str(mutant.path), *mutant.function
        by_file: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for id, called in self.called.items():
            if key in called.keys:
                by_file[id.partition("::")[0]].append((called.seconds, id))
        turns = zip_longest(*(sorted(found) for found in by_file.values()))
        chosen, seconds = [], 0.0
        for taken, id in (one for turn in turns for one in turn if one is not None):
            if chosen and seconds + taken > SECONDS:
                break
            seconds += taken
            chosen.append(self.items[id])
        return chosen, seconds

    def tried(self, mutant: Mutant) -> Outcome:
        """What the tests of a mutant make of it."""
        items, seconds = self.tests_of(mutant)
        if not items:
            return Outcome.UNTESTED

        def in_fork() -> None:
            self._apply(mutant)
            for item, following in zip(items, [*items[1:], None], strict=True):
                if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                    os._exit(1)

        return Outcome.KILLED if forked(in_fork, 10 + 2 * seconds) else Outcome.SURVIVED

    def _apply(self, mutant: Mutant) -> None:
        name, line = mutant.function
        code = next(
            code for code in _codes(compile(mutant.source, str(mutant.path), "exec", dont_inherit=True))
            if (code.co_qualname, code.co_firstlineno) == (name, line)
        )  # fmt: skip
        for function in self.functions[str(mutant.path), name, line]:
            function.__code__ = code
        for cache in self.caches:
            cache.cache_clear()


def forked(act: Callable[[], None], seconds: float | None) -> int:
    """0 if `act` ends well in a fork, within so many seconds of CPU time."""
    process = os.fork()
    if not process:
        _act(act, seconds)
    return os.waitpid(process, 0)[1]


def _act(act: Callable[[], None], seconds: float | None) -> NoReturn:
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(WALL)
    try:
        act()
    except BaseException:
        os._exit(1)
    os._exit(0)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _functions() -> dict[Key, list[FunctionType]]:
    """Every function of crosscheck that is there, however it is wrapped."""
    found: dict[Key, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(str(SOURCES)):
            found[key_of(thing.__code__)].append(thing)
    return found


def _state(items: Iterable[str]) -> str:
    """A hash of all sources and tests."""
    made = hashlib.sha256(json.dumps(sorted(items)).encode())
    for path in sorted([*SOURCES.rglob("*.py"), *(HERE / "tests").rglob("*.py"), *(HERE / "tests").rglob("*.yaml")]):
        if "mutants" not in path.parts:
            made.update(path.read_bytes())
    return made.hexdigest()
