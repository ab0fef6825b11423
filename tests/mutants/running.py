"""Trying mutants: which tests call a function, and whether one of them notices."""

from __future__ import annotations

import functools
import gc
import hashlib
import math
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
SECONDS = 30.0
"""How long the tests of a mutant take, as measured without it; after so much time no other test is begun."""
OVERHEAD = 0.003
"""Seconds that pytest takes for a test besides."""
WALL = 300
"""Seconds after which a fork is given up, however little it computes."""

TRACED = 50
"""How often a function is called by a test until it is no longer looked at which of its lines are reached."""

Key = tuple[str, str]
"""A function: the path of its file and its qualified name."""


class Outcome(StrEnum):
    KILLED = "killed"
    SURVIVED = "survived"
    UNTESTED = "untested"


class Reached(NamedTuple):
    """How long a test takes, which lines of each file it reaches (bit n is line n), and hashes of its file and of all
    code. A test that fails reaches none."""

    seconds: float
    lines: dict[str, int]
    file: str
    code: str


class _Candidate(NamedTuple):
    """A test that may notice a mutant: how rarely reached the lines of its function are that it reaches, all together,
    and how many lines of its module it reaches."""

    id: str
    seconds: float
    in_function: float
    in_module: int


def _orders(found: Iterable[_Candidate]) -> Iterator[list[_Candidate]]:
    """The candidates in several orders, each of which may find what the others leave to the end."""
    rarest = sorted(found, key=lambda one: (-one.in_function, one.seconds, one.id))
    yield rarest
    of_tests = {one.id.partition("[")[0]: one for one in reversed(rarest)}
    yield sorted(of_tests.values(), key=lambda one: (one.seconds, one.id))
    yield sorted(rarest, key=lambda one: (-one.in_module / one.seconds, one.id))
    yield sorted(rarest, key=lambda one: (-one.in_module, one.seconds, one.id))


class Lines:
    """Collects which lines of crosscheck are reached while it is entered, in every thread; of a function's later calls,
    its first line only."""

    def __init__(self) -> None:
        self.of: dict[CodeType, set[int]] = {}
        self.calls: dict[CodeType, int] = {}

    def __enter__(self) -> Lines:
        threading.settrace(self._call)
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def _call(self, frame: FrameType, _: str, __: Any) -> Any:
        code = frame.f_code
        calls = self.calls.get(code)
        if calls is None:
            calls = 0 if code.co_filename.startswith(f"{SOURCES}/") else TRACED
            self.of[code] = {code.co_firstlineno} if calls < TRACED else set()
        self.calls[code] = calls + 1
        return self._line if calls < TRACED else None

    def _line(self, frame: FrameType, _: str, __: Any) -> Any:
        self.of[frame.f_code].add(frame.f_lineno)
        return self._line

    @property
    def keys(self) -> frozenset[Key]:
        return frozenset((code.co_filename, code.co_qualname) for code, lines in self.of.items() if lines)

    @property
    def by_file(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for code, lines in self.of.items():
            if lines:
                path = Path(code.co_filename).relative_to(SOURCES).as_posix()
                found[path] = found.get(path, 0) | bits(lines)
        return found


def bits(lines: Iterable[int]) -> int:
    return sum(1 << line for line in set(lines))


class Session:
    """All tests, collected, in a process from which each mutant gets a fork."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        self.items = {item.nodeid: item for item in items}
        settings.register_profile("mutants", settings.default, derandomize=True, database=None, max_examples=25)
        settings.load_profile("mutants")
        self.functions = _functions()
        self.caches = [thing for thing in gc.get_objects() if isinstance(thing, functools._lru_cache_wrapper)]
        self.reached: dict[str, Reached] = {}

    def measure(self, cache: Path, say: Callable[[str], None], *, again: bool) -> None:
        """Find out what every test reaches; kept in `cache` while its file is the same, and, if `again`, the code."""
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
                for id, seconds, lines in self._measured(rest):
                    known[id] = Reached(seconds, lines, files[id], code)
                cache.write_bytes(pickle.dumps(kept | known))

            forked(in_fork, bounded=False)
            known = {id: one for id, one in pickle.loads(cache.read_bytes()).items() if id in files}
        self.reached = known

    @staticmethod
    def _measured(items: Sequence[pytest.Item]) -> Iterator[tuple[str, float, dict[str, int]]]:
        for item, following in zip(items, [*items[1:], None], strict=True):
            start = time.process_time()
            with Lines() as lines:
                reports = runtestprotocol(item, log=False, nextitem=following)
            passed = all(report.passed for report in reports)
            yield item.nodeid, time.process_time() - start, lines.by_file if passed else {}

    def tests_of(self, mutant: Mutant) -> list[pytest.Item]:
        """Tests that reach the lines of a mutant, or else its function, as far as there is time.

        A quarter of the time each is for those that reach what few reach of the function, for one case of every test
        function, for those that reach much of the module for the time that they take, and for those that reach the most
        of it: they are about it.
        """
        path = mutant.path.relative_to(SOURCES).as_posix()
        of_function = bits(mutant.function_lines)
        known = {id: reached.lines[path] for id, reached in self.reached.items() if path in reached.lines}
        at_it = {id: lines for id, lines in known.items() if lines & bits(mutant.lines)}
        known = at_it or {id: lines for id, lines in known.items() if lines & of_function}
        count = Counter(lines & of_function for lines in known.values())
        tests = {line: sum(n for lines, n in count.items() if lines >> line & 1) for line in mutant.function_lines}
        rarity = {lines: sum(1 / tests[line] for line in tests if lines >> line & 1) for lines in count}
        found = [
            _Candidate(id, self.reached[id].seconds + OVERHEAD, rarity[lines & of_function], lines.bit_count())
            for id, lines in known.items()
        ]
        chosen, total = dict[str, None](), 0.0
        for quarter, order in enumerate(_orders(found), 1):
            for one in order:
                if one.id not in chosen and total < SECONDS * quarter / 4:
                    chosen[one.id] = None
                    total += one.seconds
        return [self.items[id] for id in chosen]

    def tried(self, mutant: Mutant) -> Outcome:
        """What the tests of a mutant make of it."""
        items = self.tests_of(mutant)
        if not items:
            return Outcome.UNTESTED

        def in_fork() -> None:
            self._apply(mutant)
            for item, following in zip(items, [*items[1:], None], strict=True):
                _limit_time(3 + 3 * self.reached[item.nodeid].seconds)
                if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                    os._exit(1)

        return Outcome.KILLED if forked(in_fork) else Outcome.SURVIVED

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


def forked(act: Callable[[], None], *, bounded: bool = True) -> int:
    """0 if `act` ends well in a fork, whose memory and time are bounded."""
    process = os.fork()
    if not process:
        _act(act, bounded)
    return os.waitpid(process, 0)[1]


def _limit_time(seconds: float) -> None:
    """End this process after so many more seconds of CPU time."""
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), resource.RLIM_INFINITY))


def _act(act: Callable[[], None], bounded: bool) -> NoReturn:
    if bounded:
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
