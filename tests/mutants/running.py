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
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
SECONDS = 10.0
"""How long the tests of a mutant take at most, as measured without it."""
OVERHEAD = 0.003
"""Seconds that pytest takes for a test besides."""
WALL = 900
"""Seconds after which a fork is given up, however little it computes."""

Key = tuple[str, str]
"""A function: the file that it is in, below `SOURCES`, and its qualified name."""


class Outcome(StrEnum):
    KILLED = "killed"
    SURVIVED = "survived"
    UNTESTED = "untested"


class Called(NamedTuple):
    """How long a test takes, which functions it calls (none if it fails), and hashes of its file and of all code."""

    seconds: float
    keys: frozenset[Key]
    file: str
    code: str


def key_of(path: str | Path, name: str) -> Key:
    return Path(path).relative_to(SOURCES).as_posix(), name


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
        here = (code for code in self.codes if code.co_filename.startswith(f"{SOURCES}/"))
        return frozenset(key_of(code.co_filename, code.co_qualname) for code in here)


class Session:
    """All tests, collected, in a process from which each mutant gets a fork."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        self.items = {item.nodeid: item for item in items}
        settings.register_profile("mutants", settings.default, derandomize=True, database=None, max_examples=25)
        settings.load_profile("mutants")
        self.functions = _functions()
        self.caches = [thing for thing in gc.get_objects() if isinstance(thing, functools._lru_cache_wrapper)]
        self.called: dict[str, Called] = {}
        self.breadth: dict[str, Counter[str]] = {}

    def measure(self, cache: Path, say: Callable[[str], None], *, again: bool) -> None:
        """Find out what every test calls; kept in `cache` for as long as its file stays, and, if `again`, the code."""
        shared = [path for path in (HERE / "tests").glob("*.py") if not path.name.startswith("test_")]
        code, files = _digest([*SOURCES.rglob("*.py"), *shared]), _files_of(self.items)
        kept = pickle.loads(cache.read_bytes()) if cache.exists() else {}
        known = {
            id: kept[id] for id in files.keys() & kept.keys()
            if kept[id].file == files[id] and (kept[id].code == code or not again)
        }  # fmt: skip
        rest = [item for id, item in self.items.items() if id not in known]
        if rest:
            say(f"measuring {len(rest):,} tests…")

            def in_fork() -> None:
                for id, seconds, keys in self._measured(rest):
                    known[id] = Called(seconds, keys, files[id], code)
                cache.write_bytes(pickle.dumps(known))

            forked(in_fork, None)
            known = pickle.loads(cache.read_bytes())
        self.called = {id: called for id, called in known.items() if called.keys}
        self.breadth = {id: Counter(path for path, _ in called.keys) for id, called in self.called.items()}

    @staticmethod
    def _measured(items: Sequence[pytest.Item]) -> Iterator[tuple[str, float, frozenset[Key]]]:
        for item, following in zip(items, [*items[1:], None], strict=True):
            start = time.process_time()
            with Calls() as calls:
                reports = runtestprotocol(item, log=False, nextitem=following)
            passed = all(report.passed for report in reports)
            yield item.nodeid, time.process_time() - start, calls.keys if passed else frozenset()

    def tests_of(self, mutant: Mutant) -> tuple[list[pytest.Item], float]:
        """Tests that call the function of a mutant, as far as there is time; and how long they take.

        Half of the time is for those that call many functions of its module for the time that they take, in this order,
        the rest for those that call the most: they are about it.
        """
        function = key_of(mutant.path, mutant.function[0])
        found = [
            (self.breadth[id][function[0]], called.seconds + OVERHEAD, id)
            for id, called in self.called.items() if function in called.keys
        ]  # fmt: skip
        chosen, total = dict[str, None](), 0.0
        for share, order in ((2, lambda one: (-one[0] / one[1], one[2])), (1, lambda one: (-one[0], *one[1:]))):
            for _, seconds, id in sorted(found, key=order):
                if id not in chosen and (not chosen or total + seconds <= SECONDS / share):
                    chosen[id] = None
                    total += seconds
        return [self.items[id] for id in chosen], total

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


def _functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Every function of crosscheck that is there, however it is wrapped, by path, qualified name and first line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(str(SOURCES)):
            code = thing.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(thing)
    return found


def _files_of(items: Mapping[str, pytest.Item]) -> dict[str, str]:
    """For each test a hash of its file, with the examples beside it."""
    digests = {path: _digest([path, *path.parent.glob("*.yaml")]) for path in {item.path for item in items.values()}}
    return {id: digests[item.path] for id, item in items.items()}


def _digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()
