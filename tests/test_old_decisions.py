"""A better reader of values reopens nothing: decisions and JSON outputs of an earlier one keep their force."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from factories import Entry, c, document, finding, findings, plan_colombia, resolve, run, workspace

FILE = "resolutions.yaml"
OLD = Path(__file__).parent / "workspace_of_0_1"
"""A workspace with decisions of every kind, written by version 0.1 before blocks said which reader they are of."""


def aid(source: str, value: str) -> Entry:
    return c(source, "Plan Colombia", "total aid", value)


TWO = [aid("s", "$10 billion"), aid("t", "$20 billion")]


GONE = "XC903-1d7b1378cb2f"
"""A remark that an article is a first name, which no rule makes any more: its decision stays, and is stale."""


def outdated(root: Path, **changes: str) -> Path:
    """The decisions of a workspace as an earlier reader would have left them, with other fingerprints."""
    text = re.sub("  reader: .*\n", "", (root / FILE).read_text())
    for key, value in {"fingerprint": '"0123456789ab"', **changes}.items():
        text = re.sub(f"  {key}: .*", f"  {key}: {value}", text)
    (root / FILE).write_text(text)
    return root


def test_a_workspace_of_0_1_keeps_its_decisions(tmp_path: Path) -> None:
    root = shutil.copytree(OLD, tmp_path / "old")
    before = (root / FILE).read_bytes()
    open_ones = {"XC101-f22711940550", "XC403-dcea3bbfd7f0"}
    decided = set(re.findall("finding: (.*)", before.decode())) - {GONE}
    assert {f["id"]: f["status"] for f in findings(root)} == {
        id: "open" if id in open_ones else "resolved" for id in decided
    }
    assert run(root, "check").out.count("no longer found") == 1
    assert (root / FILE).read_bytes() == before


def test_refreshing_a_workspace_of_0_1_changes_nothing_but_what_the_reader_makes(tmp_path: Path) -> None:
    root = shutil.copytree(OLD, tmp_path / "old")
    before = (root / FILE).read_text()
    ran = run(root, "resolve", "--refresh")
    assert (ran.code, len(ran.out.splitlines())) == (0, 9)
    after = (root / FILE).read_text()
    assert after.count("  reader: 2\n") == 9
    rest = [re.sub("(?m)^  (reader|fingerprint|seen): .*\n", "", text) for text in (before, after)]
    assert rest[0] == rest[1]
    assert "  note: " not in run(root, "check").out
    assert run(root, "resolve", "--refresh").out == "no decision needs it\n"
    assert (root / FILE).read_text() == after


def test_an_older_decision_stands_with_a_note_as_long_as_all_that_was_seen_holds(tmp_path: Path) -> None:
    root = outdated(after_deciding(tmp_path, TWO))
    found = finding(root)
    assert (found["status"], found["fails"]) == ("resolved", False)
    assert "`crosscheck resolve --refresh`" in found["resolution"]["note"]
    assert "  note: it was decided when values were read in another way" in run(root, "check").out
    assert run(root, "resolve", "--refresh").code == 0
    assert "note" not in finding(root)["resolution"]


def after_deciding(root: Path, claims: list[Entry]) -> Path:
    resolve(workspace(root, claims))
    return root


@pytest.mark.parametrize(
    ("later", "changes"),
    [
        pytest.param([aid("t", "20bn dollars")], {}, id="worded anew"),
        pytest.param([aid("u", "$30 billion")], {}, id="a side that nobody saw"),
        pytest.param([], {"verdict": "tension"}, id="a stronger verdict"),
        pytest.param([], {"expires": "2026-11-01"}, id="expired"),
        pytest.param([], {"reader": "2"}, id="of this reader"),
    ],
)
def test_an_older_decision_is_reopened_by(later: list[Entry], changes: dict[str, str], tmp_path: Path) -> None:
    resolve(workspace(tmp_path, TWO), "--undecided", "--expires", "2027-01-01")
    outdated(tmp_path, **changes)
    if "reader" in changes:
        (tmp_path / FILE).write_text((tmp_path / FILE).read_text() + "  reader: 2\n")
    workspace(tmp_path, later)
    before = (tmp_path / FILE).read_bytes()
    assert (finding(tmp_path)["status"], finding(tmp_path)["fails"]) == ("reopened", True)
    assert run(tmp_path, "resolve", "--refresh").out == "no decision needs it\n"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_claim_that_conflicts_no_more_may_have_been_seen(tmp_path: Path) -> None:
    root = after_deciding(tmp_path, TWO)
    workspace(root, [aid("w", "$5–40 billion")])
    outdated(root)
    text = (root / FILE).read_text()
    (root / FILE).write_text(text.replace("seen: [", "seen: [w/plan-colombia-total-aid $5–40 billion, "))
    assert finding(root)["status"] == "resolved"


# `check --since` with the JSON of an earlier reader.


def earlier(root: Path, **changes: Any) -> str:
    made = document(root)
    del made["reader"]
    for found in made["findings"]:
        found.update(fingerprint="0123456789ab", **changes)
    path = root / "earlier.json"
    path.write_text(json.dumps(made))
    return str(path)


def test_what_an_earlier_reader_found_is_known_by_claims_and_values(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    since = earlier(root)
    assert run(root, "check", "--since", since).code == 0
    workspace(root, [aid("t", "20bn dollars")])
    assert run(root, "check", "--since", since).code == 1


@pytest.mark.parametrize(
    "changes", [{"verdict": "tension"}, {"sides": []}, {"sides": [{"claims": []}]}, {"sides": 5}, {"sides": [{}]}]
)
def test_what_an_earlier_reader_did_not_find_fails(changes: dict[str, Any], tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    assert run(root, "check", "--since", earlier(root, **changes)).code == 1
