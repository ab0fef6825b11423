"""`make mutants`: draws mutants, tries them, and says which of them no test notices."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

import crosscheck
from mutants.mutating import Mutant, mutants
from mutants.running import HERE, SOURCES, Key, Lines, Outcome, Session
from reliability_page import PAGE, put, seeds_of

ROOMS = ("readings", "comparing", "relations", "rules", "decisions")
"""The packages that are mutated. What makes verdicts is among them."""
LEFT_OUT = """
    archive adoption api convert determinism docs documents editor failure formats fuzz generated
    init libraries progress report review sarif schema surroundings texts wheel writers writes yamltext
""".split()
"""Tests that are not tried: of tables, outputs, files, servers and processes, which take long and say little of values
and verdicts."""
CONTROLLED = 25
"""Of so many mutants, the tests of one are tried without it, too."""
ANSWERS = Path(__file__).with_name("answers.toml")
CACHE = HERE / ".mutants"


class Tried(NamedTuple):
    room: str
    mutant: Mutant
    outcome: Outcome


def main() -> int:
    """The exit code: 1 if a survivor is not answered."""
    parser = argparse.ArgumentParser(prog="make mutants ARGS=…", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="how many are drawn (default: 500)")
    parser.add_argument("--seed", default="1", help="another one draws others (default: 1)")
    parser.add_argument("--room", action="append", choices=ROOMS, help="only of this one; may be repeated")
    parser.add_argument("--tests", type=Path, action="append", help="only these; may be repeated (default: all)")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--left", action="store_true", help="only those that runs with this seed left or did not reach")
    parser.add_argument("--write", action="store_true", help="add the table to that in docs/reliability.md")
    given = parser.parse_args()
    if given.write and (given.room or given.tests):
        parser.error("--write counts whole runs only: no --room or --tests")
    if given.write and given.seed in seeds_of("mutants"):
        parser.error(f"{PAGE.name} counts seed {given.seed} already; give another --seed")
    on_import = _imported()
    everything = {room: _mutants(SOURCES / room, on_import) for room in given.room or ROOMS}
    answers = _answers()
    unknown = answers.keys() - {_key(mutant) for found in everything.values() for mutant in found}
    if unknown and not given.room:
        sys.exit(f"{ANSWERS.name} speaks of mutants that are not: {sorted(unknown)}")
    drawn = _drawn(everything, given.count, given.seed)
    CACHE.mkdir(exist_ok=True)
    log = CACHE / f"seed-{given.seed}"
    if not given.left:
        log.unlink(missing_ok=True)
    runner = _Runner(drawn, given.minutes, log, again=not given.left)
    with tempfile.TemporaryDirectory(prefix="crosscheck-mutants-") as folder:
        ignored = [f"--ignore-glob={HERE}/tests/{kind}{name}*" for name in LEFT_OUT for kind in ("", "test_")]
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not slow and not spark"]
        options += [*ignored, "-W", "ignore:Module already imported", f"--basetemp={folder}/tests"]
        pytest.main([*options, *map(str, given.tests or [HERE / "tests"])], plugins=[runner])
    known = _outcomes(log)
    tried = [Tried(room, mutant, known[_key(mutant)]) for room, mutant in drawn if _key(mutant) in known]
    lines = list(_table(tried, answers))
    if given.write and len(tried) == len(drawn):
        put("mutants", given.seed, lines)
    print(*lines, sep="\n")
    left = [one for one in tried if one.outcome is not Outcome.KILLED and _key(one.mutant) not in answers]
    for one in left:
        print(f"\n{one.outcome}: {one.mutant.path.relative_to(SOURCES)}:{one.mutant.lines.start}\n  {one.mutant.name}")
    return 1 if left or len(tried) < len(drawn) else 0


def _imported() -> frozenset[Key]:
    """Import all of crosscheck; what is called meanwhile is not mutated, since nobody would call it again."""
    with Lines() as lines:
        for module in pkgutil.walk_packages(crosscheck.__path__, "crosscheck."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    return lines.keys


def _mutants(folder: Path, on_import: frozenset[Key]) -> list[Mutant]:
    found = (mutant for path in sorted(folder.rglob("*.py")) for mutant in mutants(path))
    return [mutant for mutant in found if (str(mutant.path), mutant.function[0]) not in on_import]


def _drawn(everything: dict[str, list[Mutant]], count: int, seed: str) -> list[tuple[str, Mutant]]:
    """As many of each room, in turn, so that a run that is stopped has tried as many of each.

    Whether a mutant is drawn hangs on its name alone, so most are drawn again when others come or go.
    """
    shares = [
        [(room, mutant) for mutant in sorted(found, key=lambda mutant: Random(f"{seed} {_key(mutant)}").random())]
        for room, found in everything.items()
    ]
    return [one for turn in zip_longest(*shares) for one in turn if one is not None][:count]


def _outcomes(log: Path) -> dict[str, Outcome]:
    """What became of each mutant the last time it was tried, by its key."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return {key: Outcome(outcome) for outcome, key in (line.split(" ", 1) for line in lines)}


class _Runner:
    """A plugin of pytest that runs mutants in place of tests, and notes in `log` what becomes of each.

    Those of which the log says that they are killed are not tried. Unless `again`, what tests call is measured only
    where their own file has changed.
    """

    def __init__(self, drawn: Sequence[tuple[str, Mutant]], minutes: float, log: Path, *, again: bool) -> None:
        self.drawn, self.minutes, self.log, self.again = drawn, minutes, log, again

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        capture = session.config.pluginmanager.getplugin("capturemanager")

        def say(text: str) -> None:
            with capture.global_and_fixture_disabled():
                print(text, flush=True)

        tests = Session(session.items)
        tests.measure(CACHE / "reached.pickle", say, again=self.again)
        known, start = _outcomes(self.log), time.monotonic()
        drawn = [mutant for _, mutant in self.drawn if known.get(_key(mutant)) is not Outcome.KILLED]
        for number, mutant in enumerate(drawn, 1):
            if time.monotonic() - start > 60 * self.minutes:
                break
            if number % CONTROLLED == 1 and tests.tried(mutant.unchanged) is Outcome.KILLED:
                pytest.exit(f"the tests of {mutant} fail without it")
            before = os.times()
            outcome = tests.tried(mutant)
            seconds = sum(os.times()[2:4]) - sum(before[2:4])
            with self.log.open("a", encoding="utf-8") as log:
                print(outcome, _key(mutant), file=log)
            say(f"{number}: {outcome}, {seconds:.1f} s: {_key(mutant)} (line {mutant.lines.start})")
        return True


def _answers() -> dict[str, str]:
    """The reasons for which mutants survive, by their keys."""
    tables = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))
    return {f"{file} {name}": reason for file, answers in tables.items() for name, reason in answers.items()}


def _key(mutant: Mutant) -> str:
    return f"{mutant.path.relative_to(SOURCES).as_posix()} {mutant.name}"


def _table(tried: Iterable[Tried], answers: dict[str, str]) -> Iterator[str]:
    """How many were killed, a line a room, in Markdown."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for room, mutant, outcome in tried:
        answered = outcome is not Outcome.KILLED and _key(mutant) in answers
        for name in (room, "all"):
            counts[name]["drawn"] += 1
            counts[name]["answered" if answered else outcome] += 1
    yield "| room | mutants | killed | answered | survived | untested | share killed |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name in [*(name for name in counts if name != "all"), *(["all"] if counts else [])]:
        one = counts[name]
        shares = f"{one['drawn']} | {one['killed']} | {one['answered']} | {one['survived']} | {one['untested']}"
        yield f"| {name} | {shares} | {one['killed'] / one['drawn']:.0%} |"


if __name__ == "__main__":
    sys.exit(main())
