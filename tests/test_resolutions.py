"""What people decide stays decided until something new is said; and the file that says so stays as people wrote it."""

from __future__ import annotations

import os
import re
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.decisions import file_of, load_resolutions, lock
from crosscheck.problems import InputError, Problems, SystemFailure
from factories import Entry, c, finding, findings, plan_colombia, problems, resolve, run, workspace

FILE = "resolutions.yaml"


def aid(source: str, value: str, **keys: Any) -> Entry:
    return c(source, "Plan Colombia", "total aid", value, **keys)


def status(root: Path, *args: str) -> tuple[str, bool, str]:
    """Status of the one finding, whether it fails, and why it was reopened."""
    found = finding(root, *args)
    reason = found["resolution"]["reopened_because"] if found["resolution"] else None
    return found["status"], found["fails"], reason or ""


def wrong(root: Path) -> set[str]:
    """The claims of the one finding that its decision found wrong."""
    return {claim["claim"] for side in finding(root)["sides"] for claim in side["claims"] if claim.get("wrong")}


def decided(root: Path) -> dict[str, Any]:
    """The one decision in the file."""
    problems = Problems()
    (one,) = load_resolutions(root, problems).values()
    problems.raise_any()
    return asdict(one)


def text(root: Path) -> str:
    return (root / FILE).read_bytes().decode()


# What a decision makes of a finding.


def test_an_undecided_conflict_is_new_and_fails(tmp_path: Path) -> None:
    assert status(plan_colombia(tmp_path)) == ("new", True, "")


@pytest.mark.parametrize(
    ("decision", "options", "expected"),
    [
        ("both_right", (), ("resolved", False, "")),
        ("all_wrong", (), ("resolved", False, "")),
        ("source_wrong", ("--wrong", "s"), ("resolved", False, "")),
        ("our_error", (), ("open", True, "")),
        ("unsure", (), ("open", False, "")),
    ],
)
def test_what_a_decision_makes_of_a_finding(
    decision: str, options: tuple[str, ...], expected: tuple[str, bool, str], tmp_path: Path
) -> None:
    root = plan_colombia(tmp_path)
    assert resolve(root, "--undecided", *options, decision=decision).code == 0
    assert status(root) == expected
    assert run(root, "check").code == (1 if expected[1] else 0)


def after(
    root: Path, before: list[Entry], later: list[Entry], *, decision: str = "both_right", options: tuple[str, ...] = ()
) -> tuple[str, bool, str]:
    """Status of a finding that was decided of the claims `before`, once the claims are `later`."""
    workspace(root, before)
    assert resolve(root, "--undecided", *options, decision=decision).code == 0
    for path in (root / "claims").iterdir():
        path.unlink()
    workspace(root, later)
    return status(root)


CHANGED = "what its sides say has changed since it was decided"
TWO = [aid("s", "$10 billion"), aid("t", "$20 billion")]
NEARLY = [aid("s", "$14 billion"), aid("t", "about $15 billion")]


@pytest.mark.parametrize(
    ("before", "later", "expected"),
    [
        pytest.param(TWO, TWO, ("resolved", ""), id="nothing new"),
        pytest.param(TWO, [*TWO, aid("u", "$10 billion")], ("resolved", ""), id="a further claim on a known side"),
        pytest.param(TWO, [*TWO, aid("u", "$10.2 billion")], ("resolved", ""), id="a narrower one"),
        pytest.param(TWO, [*TWO, aid("u", "$8–10 billion")], ("reopened", CHANGED), id="a wider one"),
        pytest.param(TWO, [*TWO, aid("u", "$30 billion")], ("reopened", CHANGED), id="a further side"),
        pytest.param(TWO, [TWO[0], aid("t", "$21 billion")], ("reopened", CHANGED), id="another value"),
        pytest.param(TWO, [TWO[0], aid("t", "20bn dollars", id="x")], ("resolved", ""), id="other words, another id"),
        pytest.param(TWO, [aid("v", "$10 billion"), TWO[1]], ("resolved", ""), id="another source"),
        pytest.param([*TWO, aid("u", "$30 billion")], TWO, ("reopened", CHANGED), id="a side is gone"),
        pytest.param(
            NEARLY,
            [*NEARLY, aid("u", "$20 billion")],
            ("reopened", "it was a tension when decided and is a contradiction now"),
            id="a stronger verdict",
        ),
        pytest.param([*NEARLY, aid("u", "$20 billion")], NEARLY, ("reopened", CHANGED), id="a weaker verdict"),
    ],
)
def test_what_reopens_a_decision(
    before: list[Entry], later: list[Entry], expected: tuple[str, str], tmp_path: Path
) -> None:
    found, fails, reason = after(tmp_path, before, later)
    assert (found, reason) == expected
    assert fails is (found == "reopened")


REPEATS = "u/plan-colombia-total-aid repeats a value found wrong"


@pytest.mark.parametrize(
    ("decision", "wrong", "repeated", "expected"),
    [
        ("source_wrong", "s", "$10 billion", ("reopened", True, REPEATS)),
        ("source_wrong", "s", "$20 billion", ("resolved", False, "")),
        ("source_wrong", "t", "$20 billion", ("reopened", True, REPEATS)),
        ("all_wrong", "", "$20 billion", ("reopened", True, REPEATS)),
        ("both_right", "", "$10 billion", ("resolved", False, "")),
        ("unsure", "", "$10 billion", ("open", False, "")),
    ],
)
def test_a_value_found_wrong_may_not_be_repeated(
    decision: str, wrong: str, repeated: str, expected: tuple[str, bool, str], tmp_path: Path
) -> None:
    options = ("--wrong", wrong) if wrong else ()
    assert after(tmp_path, TWO, [*TWO, aid("u", repeated)], decision=decision, options=options) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # the source that was wrong is gone, or corrected itself, and another one repeats what it said
        ([aid("t", "$20 billion"), aid("u", "$10 billion")], ("reopened", True, REPEATS)),
        ([aid("s", "$20 billion"), aid("t", "$20 billion"), aid("u", "$10 billion")], ("reopened", True, REPEATS)),
        # who joins the corrected source repeats nothing wrong
        ([*TWO, aid("u", "$20 billion")], ("resolved", False, "")),
    ],
)
def test_what_was_found_wrong_is_known_by_what_it_said(
    later: list[Any], expected: tuple[str, bool, str], tmp_path: Path
) -> None:
    assert after(tmp_path, TWO, later, decision="source_wrong", options=("--wrong", "s")) == expected


def test_a_wrong_claim_that_meets_several_sides_may_not_be_repeated(tmp_path: Path) -> None:
    told = [aid("s", "$5–7"), aid("t", "$5"), aid("v", "$7"), aid("w", "$10")]
    options = ("--wrong", "s")
    found = after(tmp_path, told, [*told, aid("u", "$5–7")], decision="source_wrong", options=options)
    assert found == ("reopened", True, REPEATS)


def test_all_wrong_needs_no_list_of_claims(tmp_path: Path) -> None:
    root = workspace(tmp_path, TWO)
    resolve(root, decision="all_wrong")
    (root / FILE).write_text(re.sub("(?m)^  wrong: .*\n", "", text(root)))
    assert status(root) == ("resolved", False, "")
    workspace(root, [aid("u", "$10 billion")])
    assert status(root) == ("reopened", True, REPEATS)


def test_every_claim_of_a_wrong_side_is_written_down(tmp_path: Path) -> None:
    root = workspace(tmp_path, [*TWO, aid("u", "$10 billion"), aid("v", "$20.1 billion")])
    assert resolve(root, "--undecided", "--wrong", "u/plan-colombia-total-aid", decision="source_wrong").code == 0
    assert decided(root)["wrong"] == ("s/plan-colombia-total-aid", "u/plan-colombia-total-aid")
    assert status(root)[0] == "resolved"
    assert resolve(root, "XC101", decision="all_wrong").code == 0
    assert decided(root)["wrong"] == tuple(f"{source}/plan-colombia-total-aid" for source in "stuv")
    assert status(root)[0] == "resolved"
    assert resolve(root, "XC101", decision="both_right").code == 0  # "all" was about this finding, not about a claim
    assert decided(root)["wrong"] == ()


def test_a_wide_claim_found_wrong_does_not_make_the_sides_wrong_that_it_meets(tmp_path: Path) -> None:
    claims = [*TWO, aid("u", "$20 billion", scope={"by": "u"}), aid("wide", "at least $9 billion")]
    root = workspace(tmp_path, [*claims, aid("v", "$5 billion")])
    assert resolve(root, "--undecided", "--wrong", "wide", decision="source_wrong").code == 0
    assert status(root) == ("open", True, "")
    assert wrong(root) == {"wide/plan-colombia-total-aid"}


def test_a_decision_holds_through_its_last_day(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    assert resolve(root, "--undecided", "--expires", "2027-01-31").code == 0
    expired = ("reopened", True, "the decision expired on 2027-01-31")
    assert status(root, "--today", "2027-01-31") == ("resolved", False, "")
    assert status(root, "--today", "2027-02-01") == expired
    assert status(root, "--today", "2027-10-01") == expired


def test_what_is_decided_anew_replaces_the_old_decision(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root, "--undecided", "--expires", "2027-01-31", decision="unsure")
    resolve(root, "XC101", "--wrong", "s", decision="source_wrong", today="2026-12-24")
    made = decided(root)
    assert (made["decision"], made["wrong"], made["on"], made["expires"]) == (
        "source_wrong", ("s/plan-colombia-total-aid",), "2026-12-24", None,
    )  # fmt: skip


# Names and ids.


@pytest.mark.parametrize(
    ("subject", "attribute", "names", "attributes"),
    [
        ("PLAN “Colombia”", "The Total Aid", "", ""),
        ("Plan Colombia", "total aid", "Colombia Plan: {aliases: [Plan Colombia]}\n", ""),
        ("Colombia Plan", "total aid", "Colombia Plan: {aliases: [Plan Colombia]}\n", ""),
        ("Plan Colombia", "aid in all", "", "aid in all: {kind: money, was: [total aid]}\n"),
        ("Plan Colombia", "total aid", "", "aid in all: {kind: money, was: [total aid]}\n"),
        ("CP", "aid", "CP: {aliases: [Plan Colombia]}\n", "aid: {kind: money, was: [help, total aid]}\n"),
    ],
)
def test_decisions_survive_other_names(
    subject: str, attribute: str, names: str, attributes: str, tmp_path: Path
) -> None:
    resolve(plan_colombia(tmp_path))
    claims = [c(source, subject, attribute, value) for source, value in (("s", "$10 billion"), ("t", "$20 billion"))]
    workspace(tmp_path, claims, names=names, **({"attributes": attributes} if attributes else {}))
    assert status(tmp_path) == ("resolved", False, "")
    assert "no longer found" not in run(tmp_path, "check").out


SCOPED = "aid: {kind: money, separated_by: [recipient]}\n"


def test_decisions_survive_another_name_of_a_separating_scope(tmp_path: Path) -> None:
    police = {"recipient": "Police"}
    claims = [c("s", "A", "aid", "$1", scope=police), c("t", "A", "aid", "$2", scope=police)]
    resolve(workspace(tmp_path, claims, attributes=SCOPED))
    workspace(tmp_path, claims, attributes=SCOPED, names="National Police: {aliases: [Police]}\n")
    assert status(tmp_path) == ("resolved", False, "")


def test_deciding_anew_under_another_name_moves_the_block(tmp_path: Path) -> None:
    resolve(plan_colombia(tmp_path))
    (tmp_path / FILE).write_text(text(tmp_path).replace("reason:", "# seen by two\n  reason:"))
    old = decided(tmp_path)["finding"]
    workspace(tmp_path, names="Colombia Plan: {aliases: [Plan Colombia]}\n")
    assert resolve(tmp_path, "XC101", decision="unsure").code == 0
    assert decided(tmp_path)["finding"] == finding(tmp_path)["id"] != old
    assert "# seen by two" in text(tmp_path)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_whose_last_line_has_no_end_is_added_to(newline: str, tmp_path: Path) -> None:
    root, ids = three(tmp_path)
    resolve(root, ids[0])
    (root / FILE).write_bytes(text(root).removesuffix("\n").replace("\n", newline).encode())
    resolve(root)
    assert re.findall("(?m)^- finding: (.*?)\r?$", text(root)) == ids
    assert text(root).count("\n") == text(root).count(newline)


def three(root: Path, **keys: Any) -> tuple[Path, list[str]]:
    """A workspace with three conflicts, and their ids in the order of the file."""
    plans = [(f"Plan {n}", source, f"${n}{m} billion") for n in (1, 2, 3) for m, source in enumerate("st")]
    workspace(root, [c(source, plan, "total aid", value) for plan, source, value in plans], **keys)
    return root, sorted(found["id"] for found in findings(root))


def test_any_unique_beginning_of_an_id_names_it(tmp_path: Path) -> None:
    root, (first, *_) = three(tmp_path)
    assert resolve(root, first.lower()[:-1]).out.splitlines()[-1] == "1 recorded in resolutions.yaml"
    assert decided(root)["finding"] == first


def test_a_beginning_that_names_several_or_none_is_told(tmp_path: Path) -> None:
    root, ids = three(tmp_path)
    ran = resolve(root, "XC101-", "XC999", "", ids[0])
    known = f"known: {', '.join(ids)}"
    assert (ran.code, ran.err.splitlines()) == (2, [
        'ID: "XC101-" is the beginning of 3 ids: ' + ", ".join(ids) + "; write more of it",
        f'ID: no finding has an id that begins with ""; {known}',
        f'ID: no finding has an id that begins with "XC999"; {known}',
        "3 problems in the input; nothing was checked",
    ])  # fmt: skip
    assert not (root / FILE).exists()


def test_who_names_an_item_gets_the_ids_on_it(tmp_path: Path) -> None:
    root, ids = three(tmp_path)
    (first,) = [found["id"] for found in findings(root) if found["subject"] == "Plan 1"]
    said = 'ID: no finding has an id that begins with "plan 1"; of that item there is'
    assert run(root, "show", "plan 1").err == f"{said} {first}\n"
    (root / "claims/t.yaml").unlink()
    (root / "crosscheck.toml").write_text('disable = ["XC909"]')
    assert run(root, "show", ids[0]).err.endswith("; there is no finding\n")


def test_who_names_as_many_items_as_are_listed_gets_all_ids(tmp_path: Path) -> None:
    plans = [(f"Plan {n}", source, f"${n}{m} billion") for n in range(5) for m, source in enumerate("st")]
    root = workspace(tmp_path, [c(source, plan, "total aid", value) for plan, source, value in plans])
    ids = ", ".join(sorted(found["id"] for found in findings(root)))
    assert run(root, "show", "plan").err.endswith(f"; of that item there is {ids}\n")


def test_the_undecided_are_listed_and_decided_at_once(tmp_path: Path) -> None:
    root, ids = three(tmp_path)
    assert run(root, "resolve", "--list").out.splitlines() == [
        *(f"{found['id']}  contradiction  {found['subject']} / total aid" for found in findings(root)), "3 undecided",
    ]  # fmt: skip
    resolve(root, ids[0], decision="unsure")
    assert len(run(root, "resolve", "--list").out.splitlines()) == 3
    assert resolve(root).out.splitlines()[-1] == "2 recorded in resolutions.yaml"
    assert re.findall("(?m)^- finding: (.*)$", text(root)) == ids
    assert run(root, "resolve", "--list").out == "0 undecided\n"
    assert resolve(root).out == "0 recorded in resolutions.yaml\n"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        ((), "ID: is missing; name a finding by its id, or say --undecided, --list, --prune or --refresh"),
        (("XC101",), "--decision: is missing; accepted: source_wrong, all_wrong, both_right, our_error, unsure"),
        (("--undecided", "XC101"), "--undecided: goes without ids; name findings, or decide all of them"),
        (("XC101", "--decision", "unsure", "--by", "A"), "--reason: is missing; a decision needs a reason and a name"),
        (
            ("--undecided", "--decision", "unsure", "--reason", "r", "--by", " "),
            "--by: is missing; a decision needs a reason and a name",
        ),
    ],
)
def test_a_decision_says_what_why_and_who(args: tuple[str, ...], complaint: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    ran = run(root, "resolve", *args)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", complaint)
    assert not (root / FILE).exists()


CLAIMS = "its claims: s/plan-colombia-total-aid, t/plan-colombia-total-aid"


@pytest.mark.parametrize(
    ("decision", "wrong", "complaint"),
    [
        ("source_wrong", (), f"is missing; source_wrong needs the claim or source that is; {CLAIMS}"),
        ("source_wrong", ("zz",), f'"zz" has no part in ID; {CLAIMS}'),
        (
            "source_wrong", ("s/plan-colombia-totl-aid",),
            f'"s/plan-colombia-totl-aid" has no part in ID (did you mean "s/plan-colombia-total-aid"?); {CLAIMS}',
        ),
        ("unsure", ("s",), "is only allowed with source_wrong, not with unsure"),
    ],
)  # fmt: skip
def test_who_is_wrong_is_one_of_the_sides(
    decision: str, wrong: tuple[str, ...], complaint: str, tmp_path: Path
) -> None:
    root = plan_colombia(tmp_path)
    options = [part for name in wrong for part in ("--wrong", name)]
    ran = resolve(root, "XC101", *options, decision=decision)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"--wrong: {complaint}".replace("ID", finding(root)["id"]))


# Stale decisions.


def stale(root: Path, setting: str) -> Path:
    """A workspace with a decision on a conflict that is gone, in line 2."""
    resolve(plan_colombia(root))
    (root / FILE).write_text("# decisions\n" + text(root))
    (root / "claims/t.yaml").unlink()
    (root / "crosscheck.toml").write_text(setting)
    return root


def test_a_stale_decision_is_warned_of_by_default(tmp_path: Path) -> None:
    ran = run(stale(tmp_path, ""), "check")
    assert ran.code == 0
    assert re.search(
        r"^resolutions.yaml:2:3: warning: XC101-\w+ \(Plan Colombia / total aid\) is decided but no longer found; "
        "`crosscheck resolve --prune` removes it$", ran.out, re.MULTILINE,
    )  # fmt: skip


def test_a_stale_decision_may_be_passed_over_or_refused(tmp_path: Path) -> None:
    assert "no longer found" not in run(stale(tmp_path / "none", 'stale = "none"\n'), "check").out
    (line,) = problems(stale(tmp_path / "error", 'stale = "error"\n'))
    gone = "is decided but no longer found; `crosscheck resolve --prune` removes it"
    assert re.fullmatch(rf"resolutions.yaml:2:3: XC101-\w+ {gone}", line)


@pytest.mark.parametrize("setting", ["", 'stale = "none"\n', 'stale = "error"\n'])
def test_only_pruning_removes_what_is_stale(setting: str, tmp_path: Path) -> None:
    root = stale(tmp_path, setting)
    assert run(root, "resolve", "--prune").out.endswith("  Plan Colombia / total aid\n")
    assert text(root) == "# decisions\n"
    assert run(root, "resolve", "--prune").out == "no decision is stale\n"


# The file.


def test_a_decision_is_written_as_the_contract_has_it(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root, "--undecided", "--wrong", "t", "--expires", "2027-11-22", decision="source_wrong")
    found = finding(root)
    assert text(root) == (
        f"- finding: {found['id']}\n"
        "  item: Plan Colombia / total aid\n"
        "  verdict: contradiction\n"
        f"  fingerprint: {found['fingerprint']}\n"
        "  reader: 2\n"
        "  seen: [s/plan-colombia-total-aid $10 billion, t/plan-colombia-total-aid $20 billion]\n"
        "  decision: source_wrong\n"
        "  wrong: [t/plan-colombia-total-aid]\n"
        "  reason: Read both.\n"
        "  by: A. Editor\n"
        "  on: 2026-11-22\n"
        "  expires: 2027-11-22\n"
    )


ODD = """\
# What we decided.
#
#   Ask before you change it.

# about the first
-   finding: "FIRST"   # its id
    item: x
    # between
    verdict: 'contradiction'
    fingerprint: "000000000000"
    seen:
      - s/a $1   # an entry
      - t/a $2
    # after the list
    decision: our_error
    reason: >
      Folded
      text.

    by: A. Editor
    on: 2026-02-11
# not about anything

-
  finding: SECOND
  on: 2026-02-11 # the order is ours
  by: B. Editor    # who
# at the margin
  item: x
  verdict: tension
  fingerprint: 000000000000
  # what was seen
  seen:
    - s/a $1 # an entry
    - t/a $2
  # before the decision
  decision: unsure # for now

  reason: |
    Literal.
    # not a remark
  expires: 2026-03-01 # soon
  # the end of the block

# about the third
- {finding: THIRD, item: x, verdict: tension, fingerprint: "000000000000",
   decision: unsure, reason: r, by: b, on: 2026-02-11}

# the end
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "...\n"])
def test_a_changed_block_keeps_its_order_and_remarks_and_leaves_all_else_alone(
    newline: str, head: str, end: str, tmp_path: Path
) -> None:
    root, (first, second, third) = three(tmp_path)
    odd = ODD.replace("FIRST", first).replace("SECOND", second).replace("THIRD", third) + end
    (root / FILE).write_bytes((head + odd.replace("\n", newline)).encode())
    assert resolve(root, second).code == 0
    found = next(found for found in findings(root) if found["id"] == second)
    seen = ", ".join(f"{side['claims'][0]['claim']} {side['text']}" for side in found["sides"])
    start, stop = odd.index(f"  finding: {second}"), odd.index("  # the end of the block")
    block = f"""\
  finding: {second}
  on: 2026-11-22 # the order is ours
  by: A. Editor    # who
  # at the margin
  item: {found["subject"]} / total aid
  verdict: contradiction
  fingerprint: {found["fingerprint"]}
  reader: 2
  # what was seen
  seen: [{seen}]
  # an entry
  # before the decision
  decision: both_right # for now

  reason: Read both.
  # soon
"""
    assert text(root) == (head + odd[:start] + block + odd[stop:]).replace("\n", newline).replace("\r\r", "\r")


def test_what_keeps_its_value_keeps_how_it_is_written(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    ours = text(root).replace("by: A. Editor", 'by: "A. Editor"').replace("reason: Read both.", "reason: 'Read both.'")
    (root / FILE).write_text(ours)
    resolve(root, "XC101", decision="unsure")
    assert text(root) == ours.replace("decision: both_right", "decision: unsure")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_block_goes_where_its_id_belongs(newline: str, tmp_path: Path) -> None:
    root, ids = three(tmp_path)
    resolve(root, *ids)
    about = {id: f"# about {id}\n- finding: {id}" for id in ids[1:]}
    whole = "# ours\n\n" + text(root)
    for id, lines in about.items():
        whole = whole.replace(f"- finding: {id}", f"\n{lines}")
    blocks = re.split("(?m)(?<=\n\n)", whole)
    for index in range(3):
        rest = "".join(block for number, block in enumerate(blocks) if number != index + 1).rstrip("\n") + "\n"
        (root / FILE).write_bytes(rest.replace("\n", newline).encode())
        assert resolve(root, ids[index]).code == 0
        assert re.findall("(?m)^- finding: (.*?)\r?$", text(root)) == ids
        added = [line for line in text(root).split(newline) if line not in rest.split("\n")]
        assert {line[2:].partition(":")[0] for line in added} == {"finding", "item", "fingerprint", "seen"}
        assert "\n" not in text(root).replace(newline, "")
        kept = [lines for id, lines in about.items() if id != ids[index]]
        assert all(lines.replace("\n", newline) in text(root) for lines in kept)


def test_a_dash_may_stand_on_a_line_of_its_own(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    alone = text(root).replace("- finding", "-\n  finding")
    (root / FILE).write_text(alone)
    assert resolve(root, "XC101", decision="unsure").code == 0
    assert text(root) == alone.replace("both_right", "unsure")


def test_a_pipe_in_place_of_the_decisions_is_refused(tmp_path: Path) -> None:
    assert file_of(tmp_path) is None
    os.mkfifo(tmp_path / FILE)
    with pytest.raises(InputError, match="is not a regular file"):
        file_of(tmp_path)


@pytest.mark.parametrize("before", ["", "# ours\n", "---\n", "[]\n", "[ ] # none yet\n", "# ours\n---\n[]\n...\n"])
def test_the_first_decision_of_a_file(before: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, resolutions=before)
    resolve(root)
    assert status(root)[0] == "resolved"
    assert {line for line in before.splitlines() if "[" not in line} <= set(text(root).splitlines())


def test_a_block_in_braces_is_written_in_lines(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    lines = text(root)
    (root / FILE).write_text("- {" + ", ".join(line[2:] for line in lines.splitlines()) + "}  # ours\n")
    assert resolve(root, "XC101", decision="unsure").code == 0
    assert text(root) == "# ours\n" + lines.replace("both_right", "unsure")


def test_a_list_in_brackets_is_not_rewritten(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    flow = "[{" + ", ".join(line[2:] for line in text(root).splitlines()) + "}]\n"
    (root / FILE).write_text(flow)
    assert status(root)[0] == "resolved"
    ran = resolve(root, "XC101")
    assert ran.err.splitlines()[0] == (
        'resolutions.yaml:1:2: is not written as a block; begin each decision on a line of its own with "- "'
    )
    assert (ran.code, text(root)) == (2, flow)


def test_two_blocks_of_one_finding_are_an_error_that_names_both(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    (root / FILE).write_text(text(root) * 2)
    (twice,) = problems(root)
    assert re.fullmatch(
        r"resolutions.yaml:11:3: XC101-\w+ is decided twice \(first in resolutions.yaml:1:3\); keep one of the two",
        twice,
    )
    assert resolve(root, "XC101").err.splitlines()[0] == twice


def test_patience_begins_anew_as_often_as_another_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, file = [0.0], tmp_path / FILE

    def wait(_: float) -> None:
        now[0] += 0.9 * lock.PATIENCE
        if now[0] < 5 * lock.PATIENCE:
            (tmp_path / "new").write_text(str(now[0]))
            (tmp_path / "new").replace(file)

    monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=lambda: now[0], sleep=wait))
    monkeypatch.setattr(lock, "_taken", lambda _: None)
    with pytest.raises(SystemFailure, match="is being written to by another crosscheck"), lock.locked(tmp_path):
        pass
    assert 5 * lock.PATIENCE < now[0] < 7 * lock.PATIENCE


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, ids = three(tmp_path)
    resolve(root, ids[0])
    old = text(root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("fsync", "replace"):
        with monkeypatch.context() as broken:
            broken.setattr(os, name, full)
            ran = resolve(root, ids[1])
        assert ran.err.splitlines()[0] == "crosscheck: resolutions.yaml: No space left on device"
        assert ran.code == 4
        assert text(root) == old
        assert sorted(path.name for path in root.iterdir()) == [
            "claims",
            "crosscheck.toml",
            FILE,
            "rules",
        ]
    assert resolve(root, ids[1]).code == 0


def test_a_linked_file_stays_a_link_and_keeps_its_mode(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "root")
    shared = tmp_path / "shared.yaml"
    shared.write_text("# ours\n")
    shared.chmod(0o640)
    (root / FILE).symlink_to(shared)
    resolve(root)
    assert (root / FILE).is_symlink()
    assert shared.read_text().startswith("# ours\n- finding: ")
    assert shared.stat().st_mode & 0o777 == 0o640


SAID = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda said: bool(said.split())
)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID, st.one_of(SAID, st.sampled_from(["- a", "no", "012", "2026-01-01", "a: b", "# a", "'", '"', "=", "<<"])))
def test_whatever_is_said_is_read_again_as_it_was_said(tmp_path: Path, reason: str, by: str) -> None:
    root = plan_colombia(tmp_path)
    ran = run(root, "resolve", "XC101", "--decision", "unsure", f"--reason={reason}", f"--by={by}")
    assert ran.code == 0
    assert (decided(root)["reason"], decided(root)["by"]) == (" ".join(reason.split()), " ".join(by.split()))
    assert len(text(root).splitlines()) == 10
