"""What benchmarks make of their measurements."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import aims
from archive import merged
from measure import Command, Runs, exponent, in_turn, table
from sections import SECTIONS

FIRST, SECOND, *_ = (section.title for section in SECTIONS.values())


def test_a_section_that_is_measured_again_leaves_the_others() -> None:
    page = merged("", "# One\n", {SECOND: "b\n\n| c |", FIRST: "a"})
    assert page == f"# One\n\n## {FIRST}\n\na\n\n## {SECOND}\n\nb\n\n| c |\n"
    assert merged(page, "# Two\n", {FIRST: "d"}) == f"# Two\n\n## {FIRST}\n\nd\n\n## {SECOND}\n\nb\n\n| c |\n"


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_growth_is_the_power_of_the_size(power: float) -> None:
    assert exponent({size: 3 * size**power for size in (10, 1000, 20_000)}) == pytest.approx(power)


def test_ratios_are_of_one_round_and_what_was_ended_is_shown_as_over() -> None:
    runs = {"a": Runs([2, 4], [10, 12]), "b": Runs([6, 4], [7, 7]), "c": Runs([], [900], over=40)}
    _, _, *rows = table(runs, "a").splitlines()
    assert rows == [
        "| a | 2 | 2.00 | 3.00 | 4.00 | 12 |  |  |  |",
        "| b | 2 | 4.00 | 5.00 | 6.00 | 7 | 1.00 | 2.00 | 3.00 |",
        "| c | 1 |  |  | over 40 | 900 |  |  | over 10.0 |",
    ]


def test_an_aim_is_met_by_the_median_of_ratios_or_by_the_limit() -> None:
    ours, theirs, ended = Runs([2, 4, 3]), Runs([20, 4, 30]), Runs([], [1], over=33)
    assert aims.faster("x", ours, theirs, 10) == ("x", "≥ 10.00", "10.00", True)
    assert aims.faster("x", ours, ended, 10) == ("x", "≥ 10.00", "over 11.00", True)
    assert aims.faster("x", ended, ours, 10).met is False
    assert aims.as_long("x", theirs, ours, 9) == ("x", "≤ 9.00", "10.00", False)
    assert aims.seconds("x", ended, 99) == ("x", "≤ 99.00", "over 33", False)


def test_processes_run_in_turn_and_are_ended_at_their_limit(tmp_path: Path) -> None:
    def says(name: str, code: str, rounds: int = 9, limit: float = 60) -> Command:
        return Command(name, (sys.executable, "-c", code), tmp_path / name, rounds, limit)

    runs = in_turn([says("a", "print(1)"), says("b", "print(2)", 1), says("c", "while True: pass", limit=0.1)], 2)
    assert [len(runs[name].walls) for name in "abc"] == [2, 1, 0]
    assert (runs["c"].over, len(runs["c"].peaks)) == (0.1, 1)
    assert (tmp_path / "a").read_text() == "1\n"
    with pytest.raises(SystemExit, match="d ended with 3: sorry"):
        in_turn([says("d", "import sys; print('sorry', file=sys.stderr); sys.exit(3)")], 1)
