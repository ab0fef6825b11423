"""Generated archives: what the generator knows to conflict is what crosscheck finds, and what a join of pairs finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factories import document
from generate_table import Generated, generate
from peers import duckdb_groups, duckdb_pairs

SHAPES: dict[str, dict[str, Any]] = {
    "values that change": {},
    "values that stay": {"fixed": True},
    "wide items": {"fixed": True, "most": 1000},
    "a hot item": {"hot": 3000},
    "a hot item in conflict": {"hot": 3000, "hot_conflict": True, "seed": 1},
}


@pytest.fixture(params=SHAPES)
def generated(request: pytest.FixtureRequest, tmp_path: Path) -> Generated:
    return generate(tmp_path / "made", 2000, **SHAPES[request.param])


def test_what_the_generator_makes_conflict_is_what_is_found(generated: Generated) -> None:
    told = document(generated.root, "--min-severity", "warning")
    assert {(finding["subject"], finding["attribute"]) for finding in told["findings"]} == generated.conflicting
    assert told["summary"]["contradiction"] == len(generated.conflicting) > 0
    assert told["summary"]["claims"] in (2000, 5000)


def test_what_changes_with_time_is_superseded(tmp_path: Path) -> None:
    changing, fixed = (generate(tmp_path / f"{stays}", 2000, fixed=stays) for stays in (False, True))
    assert document(changing.root)["summary"]["superseded"] > 50
    assert document(fixed.root)["summary"]["superseded"] == 0


@pytest.mark.parametrize("ask", [duckdb_pairs, duckdb_groups])
@pytest.mark.parametrize("most", [50, 1000])
def test_other_ways_to_ask_find_the_same(ask: Any, most: int, tmp_path: Path) -> None:
    made = generate(tmp_path / "made", 2000, fixed=True, most=most)
    assert set(ask(made.table)) == made.conflicting


def test_a_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, same, other = (generate(tmp_path / f"{n}", 2000, hot=100, seed=seed) for n, seed in enumerate((7, 7, 8)))
    assert one.table.read_bytes() == same.table.read_bytes() != other.table.read_bytes()
    assert one.conflicting == same.conflicting != other.conflicting
