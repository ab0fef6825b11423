"""A slice of `make fuzz`: some executions of every target, the same every time."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from crosscheck.outputs import FORMATS, proofs
from fuzz import TARGETS
from fuzz.inputs import mutated
from fuzz.parsers import PARSERS, PROOFS
from fuzz.processes import run_processes
from fuzz.running import Runner, table
from fuzz.target import Target, by_random
from reliability_page import put, seeds_of

SHARE = 40
"""A round of so many parts; each target does one of these, and at least one execution."""


def found(runner: Runner) -> list[str]:
    return [
        f"{one.target}:{one.number} {one.kind}" for tally in runner.tallies.values() for one in tally.findings.values()
    ]


@pytest.mark.parametrize("name", TARGETS)
def test_a_slice_of_every_target_finds_nothing(name: str, tmp_path: Path) -> None:
    runner = Runner("slice", tmp_path)
    runner.execute(TARGETS[name], range(max(1, TARGETS[name].per_round // SHARE)))
    assert found(runner) == []


def test_every_format_is_read_back() -> None:
    assert PARSERS.keys() == FORMATS.keys()
    assert PROOFS.keys() == proofs.FORMATS.keys()


def test_processes_find_nothing(tmp_path: Path) -> None:
    runner = Runner("slice", tmp_path)
    run_processes(runner, 1)
    assert found(runner) == []


def failing(_: object, __: Path) -> None:
    raise ZeroDivisionError


def endless(_: object, __: Path) -> None:
    while True:
        pass


def test_what_is_raised_and_what_does_not_end_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz.running.SECONDS", 0.05)
    runner = Runner("1", tmp_path)
    for execute in (failing, endless):
        runner.execute(Target(execute.__name__, 1, by_random(Random.random), execute), range(2))
    assert [line.split(" at ")[0] for line in found(runner)] == ["failing:0 ZeroDivisionError", "endless:0 TooSlow"]
    assert [line.split(" | ")[:3] for line in table(runner.tallies.values())][2:] == [
        ["| failing", "2", "1"],
        ["| endless", "2", "1"],
        ["| all", "4", "2"],
    ]


@pytest.mark.parametrize("name", TARGETS)
def test_an_execution_can_be_repeated(name: str) -> None:
    draw = TARGETS[name].draw
    assert repr(draw("1", 3)) == repr(draw("1", 3))


def test_a_mutation_is_another_text() -> None:
    made = {mutated("value: $5 million", ["x", ": "], Random(number)) for number in range(50)}
    assert len(made) > 40


ROUND = ["| target | executions | findings | slowest | CPU time |", "|---|---:|---:|---:|---:|"]


def test_runs_are_added_up_once_for_each_seed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n\n<!-- fuzz -->\n\nNone so far.\n\n<!-- end -->\n\nb\n")
    put("fuzz", "1", [*ROUND, "| a | 1,200 | 1 | 0.50 s | 3 s |", "| all | 1,200 | 1 | 0.50 s | 3 s |"], 90, page)
    both = ["| a | 900 | 0 | 1.25 s | 2 s |", "| b | 5 | 0 | 0.10 s | 1 s |", "| all | 905 | 0 | 1.25 s | 3 s |"]
    put("fuzz", "x y", [*ROUND, *both], 70, page)
    head, _, *rows, end = page.read_text().split("<!-- fuzz -->\n\n")[1].split("\n\n<!-- end -->")[0].splitlines()
    assert head.startswith("Seeds 1, x y; at most 90 MB; ")
    assert seeds_of("fuzz", page) == ["1", "x y"]
    assert rows == [*ROUND, "| a | 2,100 | 1 | 1.25 s | 5 s |", both[1]]
    assert end == "| all | 2,105 | 1 | 1.25 s | 6 s |"
    with pytest.raises(AssertionError, match="seed 1 is counted already"):
        put("fuzz", "1", ROUND, page=page)


def test_the_share_of_all_mutants_is_not_a_sum(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- mutants -->\n\n<!-- end -->\n")
    header = "| room | mutants | killed | share killed |"
    put("mutants", "1", [header, "| all | 10 | 9 | 90% |"], page=page)
    put("mutants", "2", [header, "| all | 30 | 30 | 100% |"], page=page)
    assert "| all | 40 | 39 | 98% |\n" in page.read_text()
