"""A decision settles what it speaks of and no more: what was found wrong, what follows from it, and what is left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscheck.decisions import load_resolutions
from crosscheck.decisions.record import Judgement, named, resolution
from crosscheck.decisions.seen import SEEN
from crosscheck.decisions.settle import Settling
from crosscheck.loading import Options
from crosscheck.model import Decision, Finding
from crosscheck.pipeline import check
from crosscheck.problems import Problems
from factories import TODAY, Entry, c, finding, findings, resolve, run, workspace

FILE = "resolutions.yaml"


def aid(source: str, value: str, **keys: Any) -> Entry:
    return c(source, "Plan", "total aid", value, id="aid", **keys)


FIVE = [aid(source, f"${n}0 billion") for n, source in enumerate("abcde", 1)]
TWO = [aid("s", "$10 billion"), aid("t", "$20 billion")]


def state(found: dict[str, Any]) -> tuple[str, bool]:
    return found["status"], found["fails"]


def blamed(root: Path) -> tuple[str, ...]:
    """What the one decision in the file finds wrong."""
    problems = Problems()
    (one,) = load_resolutions(root, problems).values()
    problems.raise_any()
    return one.wrong


def wrong_claims(found: dict[str, Any]) -> set[str]:
    return {claim["claim"] for side in found["sides"] for claim in side["claims"] if claim.get("wrong")}


def why(found: dict[str, Any]) -> str:
    reason: str | None = found["resolution"]["reopened_because"]
    return reason or ""


# What is left.


def test_where_all_are_wrong_every_claim_that_was_seen_is(tmp_path: Path) -> None:
    resolve(workspace(tmp_path, FIVE), "XC101", decision="all_wrong")
    lines = (tmp_path / FILE).read_text().splitlines(keepends=True)
    (tmp_path / FILE).write_text("".join(line for line in lines if "wrong: [" not in line))
    assert wrong_claims(finding(tmp_path)) == {f"{source}/aid" for source in "abcde"}


def test_of_more_sides_than_are_remembered_none_is_known_by_what_it_does_not_say(tmp_path: Path) -> None:
    roles = "role: {kind: category}\n"
    names = "".join(f"role {n}: {{}}\n" for n in range(SEEN + 1))
    told = [c(f"s{n}", "Ana", "role", f"role {n}", id="role") for n in range(SEEN)]
    resolve(workspace(tmp_path, told, attributes=roles, names=names), "XC401", "--wrong", "s0", decision="source_wrong")
    (tmp_path / "claims/s0.yaml").unlink()
    root = workspace(tmp_path, [c("u", "Ana", "role", f"role {SEEN}", id="role")], attributes=roles, names=names)
    assert why(finding(root)) == "what its sides say has changed since it was decided"  # not that u repeats it


def test_who_says_a_third_thing_is_not_wrong_with_the_first(tmp_path: Path) -> None:
    resolve(workspace(tmp_path, TWO), "XC101", "--wrong", "s", decision="source_wrong")
    root = workspace(tmp_path, [*TWO, aid("u", "$30 billion")])
    found = finding(root)
    assert wrong_claims(found) == {"s/aid"}
    assert [side.get("wrong") for side in found["sides"]] == [True, None, None]
    assert why(found) == "what its sides say has changed since it was decided"  # not that u repeats what is wrong


def test_one_of_five_found_wrong_leaves_four_open(tmp_path: Path) -> None:
    root = workspace(tmp_path, FIVE)
    before = finding(root)
    ran = resolve(root, "XC101", "--wrong", "a", decision="source_wrong")
    after = finding(root)
    assert state(after) == ("open", True)
    assert (after["id"], after["fingerprint"]) == (before["id"], before["fingerprint"])
    assert after["left"].startswith('b has "$20 billion"; c has "$30 billion"')
    assert ran.out.splitlines()[1] == f"  still open: {after['left']}"
    assert run(root, "check").code == 1
    assert run(root, "resolve", "--list").out.endswith("1 undecided\n")


def test_what_is_left_fails_as_it_does_without_the_wrong_side(tmp_path: Path) -> None:
    root = workspace(tmp_path, [aid("s", "$5 billion"), aid("t", "$14 billion"), aid("u", "about $15 billion")])
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    assert finding(root)["verdict"] == "contradiction"
    assert state(finding(root)) == ("open", True)
    assert state(finding(root, "--fail-on", "contradiction")) == ("open", False)


def test_what_is_left_between_a_reported_speaker_and_another_does_not_fail(tmp_path: Path) -> None:
    root = workspace(tmp_path, [*TWO, aid("u", "$30 billion", said_by="A. Speaker")])
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    assert state(finding(root)) == ("open", False)


def test_a_second_source_found_wrong_is_added(tmp_path: Path) -> None:
    root = workspace(tmp_path, FIVE)
    for source, left in (
        ("a", ("open", True)),
        ("b", ("open", True)),
        ("c", ("open", True)),
        ("d", ("resolved", False)),
    ):
        assert resolve(root, "XC101", "--wrong", source, decision="source_wrong").code == 0
        assert state(finding(root)) == left
    assert blamed(root) == ("a/aid", "b/aid", "c/aid", "d/aid")


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("both_right", ("resolved", False)), ("unsure", ("open", False)), ("our_error", ("open", True))],
)
def test_any_other_decision_keeps_what_was_wrong_and_settles_what_is_left(
    decision: str, expected: tuple[str, bool], tmp_path: Path
) -> None:
    root = workspace(tmp_path, FIVE)
    resolve(root, "XC101", "--wrong", "a", decision="source_wrong")
    assert resolve(root, decision=decision).code == 0
    assert blamed(root) == ("a/aid",)
    assert state(finding(root)) == expected
    assert "left" not in finding(root)
    workspace(root, [aid("z", "$10 billion")])
    assert (finding(root)["status"], why(finding(root))) == ("reopened", "z/aid repeats a value found wrong")


def test_what_does_not_hold_any_more_is_decided_from_scratch(tmp_path: Path) -> None:
    root = workspace(tmp_path, TWO)
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    workspace(root, [aid("t", "$25 billion")])
    assert finding(root)["status"] == "reopened"
    resolve(root, "XC101", "--wrong", "t", decision="source_wrong")
    assert blamed(root) == ("t/aid",)


def test_further_claims_on_sides_that_are_right_are_compared_too(tmp_path: Path) -> None:
    root = workspace(tmp_path, TWO)
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    workspace(root, [aid("u", "20bn dollars")])
    assert state(finding(root)) == ("resolved", False)


# What was found wrong.


@pytest.mark.parametrize("name", ["s", "s/aid"])
def test_a_claim_or_a_source_may_be_named(name: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, TWO)
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    path = root / FILE
    path.write_text(path.read_text().replace("wrong: [s/aid]", f"wrong: [{name}]"))
    assert state(finding(root)) == ("resolved", False)
    assert wrong_claims(finding(root)) == {"s/aid"}


def test_outputs_mark_the_side_that_was_found_wrong(tmp_path: Path) -> None:
    root = workspace(tmp_path, FIVE)
    resolve(root, "XC101", "--wrong", "b", decision="source_wrong")
    assert [side.get("wrong", False) for side in finding(root)["sides"]] == [False, True, False, False, False]
    (marked,) = [line for line in run(root, "check").out.splitlines() if "found wrong" in line]
    assert marked.strip().startswith("b/aid")
    run(root, "report")
    page = (root / "reports/index.html").read_text()
    assert page.count('<span class="mark wrong">found wrong</span>') == 1
    assert "<h4>Still open</h4>" in page


REPEATS = ("reopened", "t/aid repeats a value found wrong")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param([aid("s", "$20 billion"), aid("t", "$10 billion")], REPEATS, id="swapped"),
        pytest.param([aid("s", "20bn dollars"), aid("t", "10bn dollars")], REPEATS, id="swapped in other words"),
        pytest.param([aid("s", "10bn dollars"), aid("t", "$20 billion")], ("resolved", ""), id="worded anew"),
        pytest.param(
            [aid("s", "$10 billion"), aid("t", "20bn dollars")], ("resolved", ""), id="the right one worded anew"
        ),
    ],
)
def test_who_is_right_now_repeats_nothing_wrong(later: list[Entry], expected: tuple[str, str], tmp_path: Path) -> None:
    root = workspace(tmp_path, TWO)
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    workspace(root, later)
    assert (finding(root)["status"], why(finding(root))) == expected


SEAT = "seat: {kind: category}\n"
CITIES = "Bogotá: {aliases: [Santa Fe de Bogotá]}\nMedellín: {}\n"


def seats(*values: str) -> list[Entry]:
    return [c(source, "Plan", "seat", value, id="seat") for source, value in zip("st", values, strict=False)]


@pytest.mark.parametrize(
    ("s", "t", "expected"),
    [
        ("Medellín", "Bogotá", "t/seat repeats a value found wrong"),
        ("Medellín", "Santa Fe de Bogotá", "t/seat repeats a value found wrong"),
        ("Santa Fe de Bogotá", "Medellín", ""),
    ],
)
def test_names_are_known_by_what_they_mean(s: str, t: str, expected: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, seats("Bogotá", "Medellín"), attributes=SEAT, names=CITIES)
    resolve(root, "XC401", "--wrong", "s", decision="source_wrong")
    workspace(root, seats(s, t), attributes=SEAT, names=CITIES)
    assert why(finding(root)) == expected


@pytest.mark.parametrize(
    ("s", "t", "expected"),
    [
        ("Cali", "Medellín", {"s/seat"}),  # worded anew, beside what was right
        ("Cali", "Quito", set()),
    ],
)
def test_a_wrong_side_that_is_worded_anew_is_the_one_beside_what_was_right(
    s: str, t: str, expected: set[str], tmp_path: Path
) -> None:
    names = CITIES + "Cali: {}\nQuito: {}\n"
    root = workspace(tmp_path, seats("Bogotá", "Medellín"), attributes=SEAT, names=names)
    resolve(root, "XC401", "--wrong", "s", decision="source_wrong")
    workspace(root, seats(s, t), attributes=SEAT, names=names)
    assert wrong_claims(finding(root)) == expected


def test_who_joins_a_corrected_claim_repeats_nothing_wrong(tmp_path: Path) -> None:
    root = workspace(tmp_path, [*TWO, aid("u", "$10 billion")])
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong")
    workspace(root, [aid("u", "$20 billion"), aid("v", "$20 billion")])
    assert (finding(root)["status"], wrong_claims(finding(root))) == ("resolved", {"s/aid"})


# What follows from it.

DATES = "start: {kind: date}\nend: {kind: date}\nyears: {kind: duration}\n"
SPAN = {"rules/relations.yaml": "- span: {start: Plan / start, duration: Plan / years, end: Plan / end}\n"}


def dates(source: str, **values: str) -> list[Entry]:
    return [c(source, "Plan", name, value, id=name) for name, value in values.items()]


def decide(root: Path, code: str, attribute: str, *options: str, decision: str = "source_wrong") -> None:
    (id,) = [f["id"] for f in findings(root) if (f["code"], f["attribute"]) == (code, attribute)]
    assert resolve(root, id, *options, decision=decision).code == 0


def states(root: Path, *args: str) -> dict[tuple[str, str], tuple[str, bool]]:
    return {(found["code"], found["attribute"]): state(found) for found in findings(root, *args)}


def test_a_claim_found_wrong_takes_along_what_follows_from_it(tmp_path: Path) -> None:
    claims = [*dates("s", start="2000", years="15 years"), *dates("t", end="2025"), *dates("u", start="1990")]
    root = workspace(tmp_path, claims, attributes=DATES, files=SPAN)
    assert states(root) == {("XC101", "start"): ("new", True), ("XC101", "end"): ("new", True)}
    decide(root, "XC101", "start", "--wrong", "s", "--expires", "2027-01-31")
    assert states(root) == {("XC101", "start"): ("resolved", False), ("XC101", "end"): ("resolved", False)}
    expired = states(root, "--today", "2027-02-01")
    assert expired == {("XC101", "start"): ("reopened", True), ("XC101", "end"): ("new", True)}
    (start,) = [f["id"] for f in findings(root) if f["attribute"] == "start"]
    (end,) = [f for f in findings(root) if f["attribute"] == "end"]
    assert end["resolution"]["made_of"] == start
    assert wrong_claims(end) == {"s/plan-end~span"}
    assert run(root, "resolve", "--prune").out == "no decision is stale\n"


def test_what_disagrees_without_the_derived_claim_stays_open(tmp_path: Path) -> None:
    claims = [
        *dates("s", start="2000", years="15 years"),
        *dates("t", end="2025"),
        *dates("u", start="1990", end="2030"),
    ]
    root = workspace(tmp_path, claims, attributes=DATES, files=SPAN)
    decide(root, "XC101", "start", "--wrong", "s")
    assert states(root)["XC101", "end"] == ("new", True)
    (end,) = [f for f in findings(root) if f["attribute"] == "end"]
    assert (wrong_claims(end), end["resolution"]) == ({"s/plan-end~span"}, None)
    assert "2000" not in end["left"]
    decide(root, "XC101", "end", decision="both_right")
    assert states(root)["XC101", "end"] == ("resolved", False)


def test_deciding_what_was_passed_on_leaves_the_decision_that_it_came_from(tmp_path: Path) -> None:
    claims = [*dates("s", start="2000", years="15 years"), *dates("t", end="2025"), *dates("u", start="1990")]
    root = workspace(tmp_path, claims, attributes=DATES, files=SPAN)
    decide(root, "XC101", "start", "--wrong", "s")
    decide(root, "XC101", "end", decision="unsure")
    assert states(root) == {("XC101", "start"): ("resolved", False), ("XC101", "end"): ("open", False)}


def test_a_relation_is_settled_by_naming_what_its_derived_claim_follows_from(tmp_path: Path) -> None:
    root = workspace(tmp_path, dates("s", start="2000", years="15 years", end="2025"), attributes=DATES, files=SPAN)
    decide(root, "XC202", "end", "--wrong", "s/start")
    assert state(finding(root)) == ("resolved", False)
    assert blamed(root) == ("s/plan-end~span", "s/start")


# Findings that are folded into another.


def folded(root: Path) -> tuple[Finding, Finding, Settling]:
    """The conflict of an item with that of a relation on it folded in, the latter alone, and how they are settled."""
    result = check(root, Options(today=TODAY))
    (whole,) = [f for f in result.findings if (f.code, f.item.attribute.name) == ("XC101", "end")]
    (part,) = whole.folded
    return whole, part, Settling(result.names, TODAY, "tension", result.without)


@pytest.mark.parametrize(
    ("others", "decision", "wrong", "expected"),
    [
        ({"t": "2015"}, Decision.SOURCE_WRONG, ("s/end",), ("resolved", False)),
        ({"t": "2015", "u": "2001"}, Decision.SOURCE_WRONG, ("s/end",), ("open", True)),
        ({"t": "2015"}, Decision.BOTH_RIGHT, (), ("new", True)),  # it did not speak of t
    ],
)
def test_a_finding_that_is_folded_into_another_passes_its_decision_on(
    others: dict[str, str], decision: Decision, wrong: tuple[str, ...], expected: tuple[str, bool], tmp_path: Path
) -> None:
    claims = dates("s", start="2000", years="15 years", end="2025")
    claims += [claim for source, end in others.items() for claim in dates(source, end=end)]
    whole, part, settling = folded(workspace(tmp_path, claims, attributes=DATES, files=SPAN))
    judgement = Judgement(decision=decision, reason="r", by="b", on=TODAY, wrong=wrong)
    (settled,) = settling.settled([whole], {part.id: resolution(part, judgement)})
    assert (settled.status, settled.fails) == expected
    assert settled.is_passed_on is (expected[0] != "new")
    assert named([whole], [part.id]) == [whole]
