"""A draft is told claim by claim whom it conflicts with, who agrees, what is newer, and what no other source covers."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator

import crosscheck
from crosscheck.outputs import FORMATS
from crosscheck.schema import render as schema
from factories import TODAY, Entry, c, claims_file, document, problems, resolve, run, workspace
from tables import table_files

ATTRIBUTES = """\
cost: {kind: money, unit: USD}
aid: {kind: money, unit: USD, separated_by: [recipient]}
deaths: {kind: count}
death toll: {kind: count, over_time: accumulates}
price: {kind: money, unit: USD, over_time: changes}
start: {kind: date}
end: {kind: date}
duration: {kind: duration, unit: year}
parties: {kind: names}
"""
TRUMP = "Donald Trump"


def space(root: Path, *claims: Entry, **keys: Any) -> Path:
    return workspace(root, claims, attributes=ATTRIBUTES, **keys)


def draft(root: Path, *claims: Entry, name: str = "draft.yaml", **source: str) -> tuple[str, ...]:
    """A draft beside a workspace; returns the arguments that check it."""
    declared = {"id": "ours", "publisher": "Ours", **source}
    (root / name).write_text(claims_file(declared, *(claim.keys for claim in claims)), encoding="utf-8")
    return ("--draft", str(root / name))


def ours(subject: str, attribute: str, value: object, **keys: Any) -> Entry:
    return c("ours", subject, attribute, value, **keys)


def lines(root: Path, *args: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = document(root, *args)["draft"]
    return made


def line(root: Path, *args: str) -> dict[str, Any]:
    (one,) = lines(root, *args)
    return one


def others(told: dict[str, Any]) -> dict[str, str | None]:
    """The sources of the claims that a line meets, with the verdict on each."""
    return {other["source"]: other["verdict"] for other in told["others"]}


# ---- what a claim is told

STATUSES = [
    ("conflicts", [c("s", "A", "cost", "$5")], ours("A", "cost", "$9"), {"s": "contradiction"}, 1),
    ("agrees", [c("s", "A", "cost", "$5")], ours("A", "cost", "$5"), {"s": "agreement"}, 0),
    ("agrees", [c("s", "A", "cost", "$5", said_by=TRUMP)], ours("A", "cost", "$5", said_by="X"), {"s": "agreement"}, 0),
    ("attributed", [c("s", "A", "cost", "$5", said_by=TRUMP)], ours("A", "cost", "$5"), {"s": "agreement"}, 0),
    (
        "agrees",
        [c("s", "A", "cost", "$5", said_by=TRUMP), c("t", "A", "cost", "$5")],
        ours("A", "cost", "$5"),
        {"s": "agreement", "t": "agreement"},
        0,
    ),
    (
        "conflicts",
        [c("s", "A", "cost", "$5", said_by=TRUMP), c("t", "A", "cost", "$9")],
        ours("A", "cost", "$5"),
        {"s": "agreement", "t": "contradiction"},
        1,
    ),
    ("disputed", [c("s", "A", "cost", "$5", said_by=TRUMP)], ours("A", "cost", "$9"), {"s": "dispute"}, 0),
    ("disputed", [c("s", "A", "cost", "$5")], ours("A", "cost", "$9", said_by=TRUMP), {"s": "dispute"}, 0),
    ("neither", [c("s", "A", "deaths", "at least 5")], ours("A", "deaths", "at least 9"), {"s": None}, 0),
    ("unmatched", [c("s", "B", "cost", "$5")], ours("A", "cost", "$5"), {}, 0),
    # Times: only one of its own makes a draft's figure newer.
    (
        "newer?",
        [c("s", "A", "price", "$5", when="2020")],
        ours("A", "price", "$9", when="2021"),
        {"s": "superseded"},
        0,
    ),
    ("other time", [c("s", "A", "price", "$5", when="2020")], ours("A", "price", "$9", when="2019"), None, 0),
    ("conflicts", [c("s", "A", "price", "$5", when="2020")], ours("A", "price", "$9"), {"s": "tension"}, 1),
    ("conflicts", [c("s", "A", "price", "$5", when="2020")], ours("A", "price", "$9", when="2020"), None, 1),
    ("newer?", [c("s", "A", "death toll", "6", when="2020")], ours("A", "death toll", "9", when="2021"), None, 0),
    ("conflicts", [c("s", "A", "death toll", "6", when="2020")], ours("A", "death toll", "9"), {"s": "tension"}, 1),
    ("conflicts", [c("s", "A", "death toll", "6", when="2020")], ours("A", "death toll", "4", when="2021"), None, 1),
    # Another scope is another item.
    ("unmatched", [c("s", "A", "aid", "$5")], ours("A", "aid", "$9", scope={"recipient": "Peru"}), {}, 0),
]


@pytest.mark.parametrize(("status", "known", "claim", "met", "code"), STATUSES)
def test_what_a_claim_is_told(
    status: str, known: list[Entry], claim: Entry, met: dict[str, str | None] | None, code: int, tmp_path: Path
) -> None:
    root = space(tmp_path, *known)
    args = draft(root, claim, published="2026-01-01")
    told = line(root, *args)
    assert told["status"] == status
    assert told["fails"] is bool(code)
    assert run(root, "check", *args).code == code
    assert met is None or others(told) == met


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_lines_are_the_same_for_tables(format: str, tmp_path: Path) -> None:
    known = [entry for number, case in enumerate(STATUSES) for entry in _renamed(number, *case[1])]
    claims = [entry for number, case in enumerate(STATUSES) for entry in _renamed(number, case[2])]
    made = []
    for name, files in (("yaml", known), ("table", table_files(known, format, tmp_path))):
        root = workspace(tmp_path / name, files, attributes=ATTRIBUTES)
        made.append([_without_place(one) for one in lines(root, *draft(root, *claims))])
    assert made[0] == made[1]
    assert [one["status"] for one in made[0]] == [status for status, *_ in STATUSES]


def _renamed(number: int, *entries: Entry) -> list[Entry]:
    return [Entry(e.source, {**e.keys, "subject": f"{e.keys['subject']}{number:02}"}) for e in entries]


def _without_place(told: dict[str, Any]) -> dict[str, Any]:
    places = ("file", "line", "column")
    met = [{key: value for key, value in other.items() if key not in places} for other in told["others"]]
    return {**told, "others": met}


def test_lines_stand_in_the_order_of_the_draft(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "Z", "cost", "$5"), c("s", "A", "cost", "$5"))
    told = lines(root, *draft(root, ours("Z", "cost", "$5"), ours("A", "cost", "$9"), ours("B", "cost", "$1")))
    assert [(one["line"], one["subject"], one["status"]) for one in told] == [
        (3, "Z", "agrees"),
        (4, "A", "conflicts"),
        (5, "B", "unmatched"),
    ]


def test_two_claims_of_the_draft_that_differ_conflict(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    told = lines(root, *draft(root, ours("A", "cost", "$5"), ours("A", "cost", "$9")))
    assert [one["status"] for one in told] == ["conflicts", "conflicts"]
    assert run(root, "check", "--draft", str(root / "draft.yaml")).code == 1


def test_two_claims_of_the_draft_alone_are_unmatched(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    told = lines(root, *draft(root, ours("A", "cost", "$5"), ours("A", "cost", "$5")))
    assert [one["status"] for one in told] == ["unmatched", "unmatched"]


# ---- what fails

CONFLICT = (c("s", "A", "cost", "$5"), c("t", "A", "cost", "$9"))


def test_a_conflict_of_others_does_not_fail_a_draft(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT, c("s", "B", "cost", "$1"))
    assert run(root, "check").code == 1
    assert run(root, "check", *draft(root, ours("B", "cost", "$1"))).code == 0


def test_a_draft_on_one_side_of_a_conflict_takes_part_in_it(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    told = line(root, *draft(root, ours("A", "cost", "$5")))
    assert (told["status"], others(told), told["fails"]) == (
        "conflicts",
        {"s": "agreement", "t": "contradiction"},
        True,
    )


def test_a_draft_that_only_passes_on_takes_no_part_in_a_conflict_of_authors(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    args = draft(root, ours("A", "cost", "$5", said_by=TRUMP))
    made = document(root, *args)
    (found,) = [found for found in made["findings"] if found["verdict"] == "contradiction"]
    assert (found["fails"], made["summary"]["failing"], run(root, "check", *args).code) == (False, 0, 0)
    assert others(made["draft"][0]) == {"s": "agreement", "t": "dispute"}


def test_what_a_draft_takes_part_in_is_measured_by_fail_on(tmp_path: Path) -> None:
    claims = (c("s", "A", "cost", "$14 billion"), c("t", "A", "cost", "$90 billion"))
    root = space(tmp_path, *claims)
    args = draft(root, ours("A", "cost", "about $15 billion", scope={"stage": "promised"}))
    assert run(root, "check", *args, "--fail-on", "none").code == 0
    told = line(root, *args, "--fail-on", "contradiction")
    assert (others(told), told["fails"]) == ({"s": "tension", "t": "tension"}, False)
    assert line(root, *args)["fails"] is True


def test_a_decided_conflict_does_not_fail_a_draft_that_repeats_a_side(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    assert resolve(root).code == 0
    told = line(root, *draft(root, ours("A", "cost", "$5")))
    assert (told["status"], told["fails"]) == ("conflicts", False)
    assert line(root, *draft(root, ours("A", "cost", "$7")))["fails"] is True


@pytest.mark.parametrize(
    ("value", "status", "told"),
    [
        ("612", "agrees", 'agrees with "612" (a) and "612" (b); differs from what was found wrong: "621" (c)'),
        ("621", "conflicts", 'repeats what was found wrong: "621" (c); conflicts with "612" (a) and "612" (b)'),
        ("615", "conflicts", 'conflicts with "612" (a) and "612" (b); differs from what was found wrong: "621" (c)'),
    ],
)
def test_what_was_found_wrong_is_no_conflict(value: str, status: str, told: str, tmp_path: Path) -> None:
    claims = [c(source, "Bridge", "deaths", text) for source, text in (("a", "612"), ("b", "612"), ("c", "621"))]
    root = space(tmp_path, *claims)
    assert resolve(root, "--undecided", "--wrong", "c", decision="source_wrong").code == 0
    said = line(root, *draft(root, ours("Bridge", "deaths", value)))
    assert (said["status"], said["message"]) == (status, f'Bridge / deaths is "{value}": {told}')
    assert [other["source"] for other in said["others"] if other.get("wrong")] == ["c"]


def test_a_decision_that_has_expired_found_nothing_wrong(tmp_path: Path) -> None:
    claims = [c(source, "Bridge", "deaths", text) for source, text in (("a", "612"), ("c", "621"))]
    root = space(tmp_path, *claims)
    decided = ("--undecided", "--wrong", "c", "--expires", "2026-01-01")
    assert resolve(root, *decided, decision="source_wrong", today="2025-01-01").code == 0
    said = line(root, *draft(root, ours("Bridge", "deaths", "612")))
    assert (said["status"], said["fails"]) == ("conflicts", True)


def test_decisions_are_not_stale_for_a_draft_that_replaces_their_claims(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT, settings='stale = "error"')
    assert resolve(root).code == 0
    args = draft(root, c("s", "A", "cost", "$9"), id="s")
    assert run(root, "check", *args).code == 0


def test_what_follows_from_a_draft_is_told_at_its_claims(tmp_path: Path) -> None:
    span = "- span: {start: Plan / start, duration: Plan / duration, end: Plan / end}\n"
    root = space(tmp_path, c("s", "Plan", "end", "2015"), files={"rules/relations.yaml": span})
    args = draft(root, ours("Plan", "start", "1999"), ours("Plan", "duration", "10 years"))
    told = lines(root, *args)
    assert [(one["status"], others(one), one["fails"]) for one in told] == [
        ("conflicts", {"s": "contradiction"}, True)
    ] * 2
    assert told[0]["message"] == 'Plan / start is "1999": conflicts with "2015" for Plan / end (s)'


def test_claims_of_a_draft_that_do_not_add_up(tmp_path: Path) -> None:
    total = "- sum: {total: Plan / cost, parts: [A / cost, B / cost]}\n"
    root = space(tmp_path, c("s", "A", "cost", "$3"), files={"rules/relations.yaml": total})
    told = lines(root, *draft(root, ours("Plan", "cost", "$9"), ours("A", "cost", "$3"), ours("B", "cost", "$4")))
    assert [one["status"] for one in told] == ["conflicts"] * 3
    assert others(told[0]) == {"ours": "contradiction"}
    assert others(told[1])["s"] == "agreement"


# ---- no other source covers it

BRIDGE = (
    c("s", "Baltimore bridge collapse", "death toll", "6", when="2024-03-27"),
    c("t", "Baltimore bridge collapse", "death toll", "6", when="2024-03-28"),
    c("s", "Baltimore bridge collapse", "cost", "$1.7 billion"),
    c("s", "Baltimore bridge collapse", "start", "26 March 2024"),
    c("s", "Champlain Towers collapse", "death toll", "98"),
    c("s", "Plan Colombia", "cost", "$9 billion"),
    c("s", "Clan del Golfo", "deaths", "3"),
    c("s", "World Health Organization", "cost", "$4 billion"),
)
NEAREST = [
    ("Francis Scott Key Bridge collapse", "deaths", "Baltimore bridge collapse / death toll"),
    ("Key Bridge collapse", "cost", "Baltimore bridge collapse / cost"),
    ("bridge collapse in Baltimore", "death toll", "Baltimore bridge collapse / death toll"),
    ("Plan Columbia", "cost", "Plan Colombia / cost"),
    ("Plan", "cost", "Plan Colombia / cost"),
    ("Gulf Clan", "deaths", None),  # an alias: the same item
    ("Gulf Clan cartel", "deaths", "Clan del Golfo / deaths"),
    ("WHO", "cost", "World Health Organization / cost"),
    ("Plan Colombia cost", "cost", "Plan Colombia / cost"),
    ("Eiffel Tower", "cost", "nothing"),
]


@pytest.mark.parametrize(("subject", "attribute", "near"), NEAREST)
@pytest.mark.parametrize("format", ["yaml", "csv"])
def test_the_nearest_item(subject: str, attribute: str, near: str | None, format: str, tmp_path: Path) -> None:
    known = BRIDGE if format == "yaml" else table_files(sorted(BRIDGE, key=lambda one: one.source), format, tmp_path)
    root = workspace(tmp_path / "w", known, attributes=ATTRIBUTES, names="Clan del Golfo: {aliases: [Gulf Clan]}\n")
    value = "3" if "death" in attribute else "$3"
    told = line(root, *draft(root, ours(subject, attribute, value)))
    if near is None:
        assert told["status"] != "unmatched"
        return
    titles = [f"{item['subject']} / {item['attribute']}" for item in told["nearest"]] or ["nothing"]
    assert (told["status"], titles[0]) == ("unmatched", near)
    assert "Champlain Towers collapse / death toll" not in titles


def test_the_nearest_item_shows_what_its_witnesses_share(tmp_path: Path) -> None:
    root = space(tmp_path, *BRIDGE)
    told = line(root, *draft(root, ours("Francis Scott Key Bridge collapse", "deaths", "six")))
    assert told["message"] == (
        "no other source covers Francis Scott Key Bridge collapse / deaths; "
        'nearest: Baltimore bridge collapse / death toll (2 claims of 2 sources, 2 share "6")'
    )
    (near,) = told["nearest"]
    assert near == {
        "subject": "Baltimore bridge collapse",
        "attribute": "death toll",
        "scope": {},
        "kind": "count",
        "claims": 2,
        "sources": 2,
        "shared": [{"text": "6", "witnesses": 2}],
    }


def test_an_item_of_another_scope_is_near(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "A", "aid", "$5", scope={"recipient": "Peru"}))
    (near,) = line(root, *draft(root, ours("A", "aid", "$5")))["nearest"]
    assert near["scope"] == {"recipient": "Peru"}


def test_no_item_is_near(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    assert line(root, *draft(root, ours("A", "cost", "$5")))["message"] == (
        "no other source covers A / cost; no similar item"
    )


def test_the_draft_itself_is_near_nothing(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    told = lines(root, *draft(root, ours("Key Bridge", "cost", "$5"), ours("Key Bridge collapse", "cost", "$5")))
    assert [one["nearest"] for one in told] == [[], []]


def test_unmatched_claims_fail_if_asked(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    args = draft(root, ours("A", "cost", "$5"), ours("B", "cost", "$5"))
    assert run(root, "check", *args).code == 0
    made = document(root, *args, "--fail-on-unmatched")
    assert [one["fails"] for one in made["draft"]] == [True, False]
    assert made["summary"]["failing"] == 1
    assert run(root, "check", *args, "--fail-on-unmatched").code == 1
    assert run(root, "check", *draft(root, ours("B", "cost", "$5")), "--fail-on-unmatched").code == 0


# ---- where a draft comes from


def test_a_draft_on_standard_input(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    draft(root, ours("A", "cost", "$5"))
    text = (root / "draft.yaml").read_text()
    ran = run(root, "check", "--draft", "-", stdin=text)
    assert ran.code == 1
    assert ran.out.startswith("-:3:")
    broken = run(root, "check", "--draft", "-", stdin=text.replace('"}', ""))
    assert (broken.code, broken.err.splitlines()[0].partition(" ")[0]) == (2, "-:3:7:")


def test_a_source_of_the_workspace_as_a_draft(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT, c("s", "B", "cost", "$1"))
    told = lines(root, "--draft", "s")
    assert [(one["claim"], one["status"]) for one in told] == [("s/a-cost", "conflicts"), ("s/b-cost", "unmatched")]
    assert told == lines(root, "--draft", "claims/s.yaml")


def test_a_source_of_the_workspace_has_the_time_of_its_publication(tmp_path: Path) -> None:
    """What `--draft ID` finds is among what every check finds."""
    root = space(tmp_path, c("s", "A", "price", "$5", when="2020"))
    keys = {"id": "ours", "publisher": "Ours", "published": "2021-01-01"}
    (root / "claims/ours.yaml").write_text(claims_file(keys, ours("A", "price", "$9").keys))
    assert (run(root, "check").code, run(root, "check", "--draft", "ours").code) == (0, 0)
    assert line(root, "--draft", "ours")["status"] == "other time"
    outside = draft(root, ours("A", "price", "$9"), published="2021-01-01")
    assert line(root, *outside)["status"] == "conflicts"


def test_a_draft_takes_the_place_of_its_source(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    told = line(root, *draft(root, c("t", "A", "cost", "$5"), id="t"))
    assert (told["status"], others(told)) == ("agrees", {"s": "agreement"})


def test_a_table_as_a_draft(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    (root / "draft.csv").write_text("source,subject,attribute,value\nours,A,cost,$5\nours,Z,cost,$5\n")
    told = lines(root, "--draft", str(root / "draft.csv"))
    assert [(one["line"], one["status"]) for one in told] == [(2, "conflicts"), (3, "unmatched")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", 'draft.yaml:1:1: the file is empty; accepted: "source:" and "claims:"'),
        ("source: ours\nclaims: []\n", '--draft: "draft.yaml" has no claim that can be checked'),
        (
            "source: ours\nclaims:\n  - {subject: A, attribute: cost, value: umpteen}\n",
            'draft.yaml:3:42: value "umpteen"',
        ),
        (
            "source: ours\nclaims:\n  - {subject: A, attribut: cost, value: $5}\n",
            "draft.yaml:3:18: the claim has no key",
        ),
        ("source: ours\nclaims:\n  - {subject: A\n", "draft.yaml:3:5: not YAML"),
    ],
)
def test_a_draft_that_cannot_be_used(content: str, said: str, tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    path = root / "draft.yaml"
    path.write_text(content)
    (first, *_) = problems(root, "--draft", str(path))
    assert first.replace(str(root) + "/", "").startswith(said)


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    root = space(tmp_path, *CONFLICT)
    assert problems(root, "--draft", "none.yaml") == ["none.yaml:1:1: cannot be read: No such file or directory"]
    assert problems(root, "--draft", "none") == ['--draft: "none" is neither a source of this workspace nor a file']
    assert problems(root, "--fail-on-unmatched") == ["--fail-on-unmatched: is only allowed with --draft"]


# ---- how it is printed


def mixed(root: Path) -> tuple[Path, tuple[str, ...]]:
    """A draft with a conflict, an agreement and a claim that stands alone, in lines 3, 4 and 5."""
    made = space(root, *CONFLICT, c("s", "B", "cost", "$5"))
    return made, draft(made, ours("A", "cost", "$5"), ours("B", "cost", "$5"), ours("Z", "cost", "$5"))


def places(format: str, text: str) -> set[int]:
    """The lines of the draft at which a format shows something."""
    if format == "json":
        return {one["line"] for one in json.loads(text)["draft"]}
    if format == "sarif":
        places = [found["locations"][0]["physicalLocation"] for found in json.loads(text)["runs"][0]["results"]]
        return {p["region"]["startLine"] for p in places if p["artifactLocation"]["uri"] == "draft.yaml"}
    if format == "gitlab":
        places = [entry["location"] for entry in json.loads(text)]
        return {place["lines"]["begin"] for place in places if place["path"] == "draft.yaml"}
    if format == "junit":
        return {int(case.get("line", "")) for case in ET.fromstring(text).iter("testcase")}
    if format == "csv":
        rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        return {int(row["line"]) for row in rows if row["file"] == "draft.yaml"}
    if format == "markdown":
        return {int(number) for number in re.findall(r"draft\.yaml:(\d+):", text)}
    pattern = r"^draft\.yaml:(\d+):" if format == "text" else r"^::\w+ file=draft\.yaml,line=(\d+),"
    return {int(number) for number in re.findall(pattern, text, re.MULTILINE)}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("least", ["none", "error"])
def test_every_format_shows_every_claim_of_a_draft_in_its_line(format: str, least: str, tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    ran = run(root, "check", *args, "--format", format, "--min-severity", least)
    assert (ran.code, places(format, ran.out)) == (1, {3, 4, 5})


def test_the_text_tells_a_draft_first(tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    first, second, third, blank, head, *_, counts, _ = run(root, "check", *args, "--today", TODAY).out.splitlines()
    assert first.startswith(
        'draft.yaml:3:52: conflicts: A / cost is "$5": conflicts with "$9" (t); agrees with "$5" (s) ('
    )
    assert second == 'draft.yaml:4:52: agrees: B / cost is "$5": agrees with "$5" (s)'
    assert third == "draft.yaml:5:52: unmatched: no other source covers Z / cost; no similar item"
    assert (blank, head) == ("", "draft.yaml:3:52: contradiction: A / cost [new]")
    assert counts == "3 claims of the draft: 1 conflicts, 1 unmatched, 1 agrees"


def test_all_claims_of_a_draft_are_counted_where_only_what_fails_is_printed(tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    first, *_, counts, _ = run(root, "check", *args, "--only", "failing", "--today", TODAY).out.splitlines()
    assert first.startswith("draft.yaml:3:52: conflicts")
    assert counts == "3 claims of the draft: 1 conflicts, 1 unmatched, 1 agrees"


def test_a_line_that_fails_fails_in_every_format(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    args = (*draft(root, ours("A", "cost", "$5")), "--fail-on-unmatched", "--format")
    (found,) = json.loads(run(root, "check", *args, "sarif").out)["runs"][0]["results"]
    assert (found["ruleId"], found["kind"], found["level"]) == ("draft", "fail", "warning")
    (entry,) = json.loads(run(root, "check", *args, "gitlab").out)
    assert (entry["check_name"], entry["severity"]) == ("draft", "major")
    assert run(root, "check", *args, "github").out.startswith("::warning file=draft.yaml,line=3,")
    assert ET.fromstring(run(root, "check", *args, "junit").out).get("failures") == "1"
    assert ",unmatched,,,yes," in run(root, "check", *args, "csv").out


def test_the_schema_of_the_output_knows_lines(tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    made = document(root, *args)
    Draft7Validator(json.loads(schema("output"))).validate(made)
    assert list(made) == ["format", "version", "reader", "summary", "problems", "code", "draft", "findings"]
    assert "draft" not in document(root)


def test_what_a_draft_says_breaks_no_line(tmp_path: Path) -> None:
    root = space(tmp_path, c("s", "B", "cost", "$5"))
    args = draft(root, ours("A\u202e\u2028::error::x", "cost", "$5"))
    for format in ("text", "github"):
        printed = run(root, "check", *args, "--format", format).out
        assert "\u202e" not in printed
        assert "\u2028" not in printed


def test_report_and_show_take_a_draft(tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    assert run(root, "report", *args).code == 0
    page = (root / "reports/index.html").read_text(encoding="utf-8")
    assert "The draft, claim by claim" in page
    assert "no other source covers Z / cost" in page
    (found,) = [found for found in document(root, *args)["findings"] if found["verdict"] == "contradiction"]
    shown = run(root, "show", *args, found["id"])
    assert (shown.code, shown.out.partition(": ")[0]) == (0, "draft.yaml:3:52")
    run(root, "report")
    assert "The draft, claim by claim" not in (root / "reports/index.html").read_text(encoding="utf-8")


def test_the_python_api_has_the_lines_of_a_draft(tmp_path: Path) -> None:
    root, args = mixed(tmp_path)
    loaded = crosscheck.load(root)
    result = loaded.check(draft=args[1], fail_on_unmatched=True)
    assert result.draft is not None
    assert [(one.status, one.fails) for one in result.draft] == [
        ("conflicts", True),
        ("agrees", False),
        ("unmatched", True),
    ]
    assert [(other.source, other.verdict) for other in result.draft[0].others] == [
        ("t", "contradiction"),
        ("s", "agreement"),
    ]
    assert loaded.check().draft is None
