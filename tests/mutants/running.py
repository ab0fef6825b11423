"""Trying mutants: which tests call a function, and whether one of them notices."""

from __future__ import annotations

import functools
import gc
import hashlib
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
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple, NoReturn

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

from mutants.mutating import Mutant

HERE = Path(__file__).resolve().parents[2]
SOURCES = HERE / "src" / "crosscheck"
SECONDS = 20.0
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
        """Find out what every test calls; kept in `cache` for as long as the code and the test stay."""
        states = _states(list(self.items.values()))
        kept = pickle.loads(cache.read_bytes()) if cache.exists() else {}
        known = {id: called for id, (state, called) in kept.items() if states.get(id) == state}
        rest = [item for id, item in self.items.items() if id not in known]
        if rest:
            say(f"measuring {len(rest):,} tests…")

            def in_fork() -> None:
                made = known | dict(self._measured(rest))
                cache.write_bytes(pickle.dumps({id: (states[id], called) for id, called in made.items()}))

            forked(in_fork, None)
            known = {id: called for id, (_, called) in pickle.loads(cache.read_bytes()).items()}
        self.called = known

    @staticmethod
    def _measured(items: Sequence[pytest.Item]) -> Iterator[tuple[str, Called]]:
        for item, following in zip(items, [*items[1:], None], strict=True):
            start = time.process_time()
            with Calls() as calls:
                reports = runtestprotocol(item, log=False, nextitem=following)
            if all(report.passed for report in reports):
                yield item.nodeid, Called(time.process_time() - start, calls.keys)

    def tests_of(self, mutant: Mutant) -> tuple[list[pytest.Item], float]:
        """Tests that call the function of a mutant, as far as there is time; and how long they take.

        Those that call the most functions of its module come first, since they are about it, of these the quickest.
        """
        path = str(mutant.path)
        found = []
        for id, called in self.called.items():
            if (path, *mutant.function) in called.keys:
                found.append((-sum(key[0] == path for key in called.keys), called.seconds, id))
        chosen, seconds = [], 0.0
        for _, taken, id in sorted(found):
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


def _states(items: Sequence[pytest.Item]) -> dict[str, str]:
    """A hash for each test: of all code, of what tests share, and of its own file with the examples beside it."""
    shared = [path for path in (HERE / "tests").glob("*.py") if not path.name.startswith("test_")]
    common = _digest([*SOURCES.rglob("*.py"), *shared])
    of_file = {path: _digest([path, *path.parent.glob("*.yaml")], common) for path in {item.path for item in items}}
    return {item.nodeid: of_file[item.path] for item in items}


def _digest(files: Iterable[Path], before: str = "") -> str:
    return hashlib.sha256(before.encode() + b"".join(path.read_bytes() for path in sorted(files))).hexdigest()
