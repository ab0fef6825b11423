"""One disagreement is one finding and one decision: what repeats it is folded into it, what follows goes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.loading import Options
from crosscheck.pipeline import check
from factories import TODAY, Entry, c, findings, resolve, workspace

ATTRIBUTES = """\
start: {kind: date}
end: {kind: date}
length: {kind: duration, unit: years}
all: {kind: count}
a: {kind: count}
b: {kind: count}
"""
RELATIONS = """\
- span: {start: X / start, duration: X / length, end: X / end}
- sum: {total: X / all, parts: [X / a, X / b]}
"""


def made(root: Path, *claims: Entry) -> Path:
    return workspace(root, claims, attributes=ATTRIBUTES, files={"rules/relations.yaml": RELATIONS})


def x(source: str, **values: str) -> list[Entry]:
    return [c(source, "X", attribute, value, id=attribute) for attribute, value in values.items()]


@pytest.mark.parametrize(
    ("claims", "conflicts"),
    [
        pytest.param(
            [*x("r", start="1999", end="2015"), *x("s", start="2000", end="2015", length="15 years")],
            ["XC101 start"],
            id="a length follows from another start",
        ),
        pytest.param(
            [*x("r", start="1999", end="2015"), *x("s", end="2015", length="15 years")],
            ["XC101 start"],
            id="of two that follow from each other one is told",
        ),
        pytest.param(
            [*x("r", start="1999", end="2020"), *x("s", start="2000", length="15 years")],
            ["XC101 end", "XC101 length", "XC101 start"],
            id="another start is not all that differs",
        ),
        pytest.param(
            [*x("r", all="30", a="11", b="12"), *x("s", all="23")],
            ["XC101 all"],
            id="with the total of another source the parts add up",
        ),
        pytest.param(
            [*x("r", all="30", a="11", b="12"), *x("s", all="25")],
            ["XC101 all", "XC301 all"],
            id="with the total of another source they still do not",
        ),
        pytest.param([*x("r", all="30", a="11", b="12")], ["XC301 all"], id="no other source covers it"),
    ],
)
def test_what_repeats_a_conflict_is_no_finding(claims: list[Entry], conflicts: list[str], tmp_path: Path) -> None:
    found = check(made(tmp_path / "w", *claims), Options(today=TODAY)).findings
    told = sorted(
        f"{one.code} {one.item.attribute.name}" for one in found if one.verdict == "contradiction" or one.folded
    )
    tensions = {f"{one.code} {one.item.attribute.name}" for one in found if one.verdict == "tension"}
    assert sorted({*told, *tensions}) == conflicts


def test_a_folded_conflict_is_named_by_the_other(tmp_path: Path) -> None:
    claims = [*x("r", all="30", a="11", b="12"), *x("s", all="23")]
    (finding,) = check(made(tmp_path / "w", *claims), Options(today=TODAY)).findings
    assert [one.code for one in finding.folded] == ["XC301"]
    assert "the same disagreement shows in X / all" in finding.explanations[-1]


def test_what_fails_within_a_source_is_folded_into_the_conflict_of_its_own_item(tmp_path: Path) -> None:
    claims = [*x("r", a="11", b="19"), *x("s", all="23", a="18", b="12")]
    found = check(made(tmp_path / "w", *claims), Options(today=TODAY)).findings
    held = {one.item.attribute.name: [other.code for other in one.folded] for one in found}
    assert held == {"a": [], "all": ["XC301"], "b": []}


def test_a_decision_on_what_is_folded_passes_on(tmp_path: Path) -> None:
    alone, both = x("r", all="30", a="11", b="12"), [*x("r", all="30", a="11", b="12"), *x("s", all="23")]
    root = made(tmp_path / "w", *alone)
    assert resolve(root, "--undecided", "--wrong", "r/all", decision="source_wrong").code == 0
    decided = (root / "resolutions.yaml").read_text()
    made(tmp_path / "v", *both)
    (tmp_path / "v" / "resolutions.yaml").write_text(decided)
    result = check(tmp_path / "v", Options(today=TODAY))
    (finding,) = result.findings
    assert (finding.code, finding.status, finding.fails, result.stale) == ("XC101", "resolved", False, ())


def test_a_claim_found_wrong_takes_along_what_follows_from_it(tmp_path: Path) -> None:
    claims = [*x("r", start="1999", end="2020"), *x("s", start="2000", length="15 years"), *x("t", end="2015")]
    root = made(tmp_path / "w", *claims)
    before = {one["id"]: one for one in findings(root) if one["fails"]}
    (start,) = (id for id, one in before.items() if one["attribute"] == "start")
    (length,) = (id for id, one in before.items() if one["attribute"] == "length")
    assert resolve(root, start, "--wrong", "r/start", decision="source_wrong").code == 0
    after = {one["id"]: one for one in findings(root)}
    assert (after[length]["status"], after[length]["fails"]) == ("resolved", False)
    assert after[length]["resolution"]["made_of"] == start
