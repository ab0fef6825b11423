"""The workspaces of `examples/` are checked as a newsroom would, and show what they are there to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import document, run

EXAMPLES = Path(__file__).parents[1] / "examples"
WORKSPACES = sorted(path.parent for path in EXAMPLES.glob("*/crosscheck.toml"))


@pytest.mark.parametrize("root", WORKSPACES, ids=lambda root: root.name)
def test_an_example_shows_every_verdict_and_relation(root: Path) -> None:
    made = document(root)["findings"]
    found = {finding["verdict"] for finding in made}
    assert found == {"contradiction", "tension", "dispute", "superseded", "agreement", "remark"}
    assert {finding["status"] for finding in made} >= {"new", "open", "resolved"}
    assert len([finding for finding in made if finding["fails"]]) == 1
    relations = {finding["rule"] for finding in made if finding["code"].startswith(("XC2", "XC3"))}
    assert relations == {"order-conflict", "span-conflict", "sum-conflict", "part-conflict"}


@pytest.mark.parametrize("root", WORKSPACES, ids=lambda root: root.name)
def test_the_quotes_of_an_example_stand_in_its_texts(root: Path) -> None:
    texts = {path.stem for path in (root / "texts").iterdir()}
    assert texts == {path.stem for path in (root / "claims").glob("*.yaml")}
    ran = run(root, "coverage", "--min", "75")
    assert ran.code == 0, ran.out
