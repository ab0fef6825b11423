"""Relations: what rules/relations.yaml may say, how readings are reckoned with, and what changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from crosscheck.loading import Options
from crosscheck.model import Interval, Kind
from crosscheck.pipeline import check
from crosscheck.readings import Context, read
from crosscheck.readings.dates import calendar as cal
from crosscheck.relations.arithmetic import ANYTHING, minus, negative, over, plus, scaled, times
from factories import TODAY, Entry, c, claims_file, document, finding, findings, problems, resolve, run, workspace

FILE = "rules/relations.yaml"
QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

ATTRIBUTES = """\
aid: {kind: money, unit: USD}
euros: {kind: money, unit: EUR}
groups: {kind: count, separated_by: [by]}
members: {kind: names}
start: {kind: date}
end: {kind: date}
length: {kind: duration}
share: {kind: share}
amount: {kind: quantity, unit: t}
rate: {kind: quantity, unit: t/month}
"""
SUM = "- sum: {total: Plan / aid, parts: [police / aid, army / aid]}\n"
SPAN = "- span: {start: Plan / start, duration: Plan / length, end: Plan / end}\n"


def space(root: Path, claims: Iterable[Entry], relations: str, **keys: Any) -> Path:
    files = {FILE: relations, **keys.pop("files", {})}
    return workspace(root, claims, attributes=keys.pop("attributes", ATTRIBUTES), files=files, **keys)


def aid(source: str, subject: str, value: str, **keys: Any) -> Entry:
    return c(source, subject, "aid", value, **keys)


WRONG = [aid("s", "Plan", "$15"), aid("s", "police", "$3"), aid("s", "army", "$7")]
"""A source whose parts do not add up."""


# What may be written.

KINDS = "span, sum, order, part, ratio, rate"
A_SUM = "sum: {total: …, parts: [ … ]}"
A_SPAN = "span: {start: …, duration: …, end: …}"
AN_ITEM = 'accepted: a "subject / attribute", or {subject: …, attribute: …, scope: {…}}'
ONE_KEY = f"a relation is one key with its items below it; the key is one of {KINDS}"
A_LIST = 'must be a list: each entry begins with "- " and the kind of the relation'
MEASURED = "accepted: money, a count, a share, a duration, a quantity"

BAD: dict[str, tuple[str, list[str]]] = {
    "a mapping": ("sum: x\n", [f"1:1: {A_LIST}"]),
    "a text": ("hello\n", [f"1:1: {A_LIST}"]),
    "not YAML": ("- sum: {total: A / aid\n", ["1:8: not YAML: a mapping in { } is not closed, or lacks a comma"]),
    "entries of other shapes": (
        "- sum\n- [a]\n- {}\n- {sum: x, part: y}\n-\n",
        [f"1:3: {ONE_KEY}", f"2:3: {ONE_KEY}", f"3:3: {ONE_KEY}", f"4:3: {ONE_KEY}", f"5:2: {ONE_KEY}"],
    ),
    "unknown kinds": (
        "- summ: {total: A / aid, parts: [B / aid]}\n- zzz: {}\n",
        [
            f'1:3: "summ" is not a kind of relation (did you mean "sum"?); known: {KINDS}',
            f'2:3: "zzz" is not a kind of relation; known: {KINDS}',
        ],
    ),
    "no items": (
        "- sum: hello\n- span: [a]\n- sum:\n",
        [
            f"1:8: the sum needs its items: {A_SUM}",
            f"2:9: the span needs its items: {A_SPAN}",
            f"3:7: the sum needs its items: {A_SUM}",
        ],
    ),
    "missing and unknown keys": (
        "- sum: {total: A / aid, part: [B / aid]}\n- sum: {}\n"
        "- span: {start: A / start, duration: A / length, end: A / end, zz: 1}\n",
        [
            f'1:25: the sum has no key "part" (did you mean "parts"?); it is {A_SUM}',
            f'2:8: the sum lacks "parts"; it is {A_SUM}',
            f'2:8: the sum lacks "total"; it is {A_SUM}',
            f'3:64: the span has no key "zz"; it is {A_SPAN}',
        ],
    ),
    "not a list, or too short a one": (
        "- sum: {total: A / aid, parts: B / aid}\n- sum: {total: A / aid, parts: []}\n- order: {items: [A / start]}\n",
        [
            '1:32: "parts" of the sum must be a list of 1 item or more',
            '2:32: "parts" of the sum must be a list of 1 item or more',
            '3:18: "items" of the order must be a list of 2 items or more',
        ],
    ),
    "items of other shapes": (
        "- sum: {total: A/aid, parts: [B, ' / aid', A / B / aid, published, '', [C / aid]]}\n"
        "- span: {start: published, duration: A / length, end: published}\n",
        [
            f'1:16: "total" is "A/aid"; {AN_ITEM}',
            f'1:31: "parts" is "B"; {AN_ITEM}',
            f'1:34: "parts" is "/ aid"; {AN_ITEM}',
            f'1:44: "parts" is "A / B / aid"; {AN_ITEM}',
            f'1:57: "parts" is "published"; {AN_ITEM}',
            f'1:68: "parts" is ""; {AN_ITEM}',
            '1:72: the item of "parts" must be a mapping of keys, not a list',
            f'2:17: "start" is "published"; {AN_ITEM}',
        ],
    ),
    "items with a scope": (
        "- sum:\n    total: A / groups\n    parts:\n"
        "      - {subject: A, attribute: groups, scope: {by: US}}\n"
        "      - {subject: A, attribute: groups, scope: {stage: x}}\n"
        "      - {subject: A, atribute: groups}\n"
        "      - {subject: A, attribute: groups, scope: x}\n",
        [
            '5:9: scope "stage" does not separate items of "groups"; '
            "separated_by in rules/attributes.yaml says which keys do",
            '6:22: the item of "parts" has no key "atribute" (did you mean "attribute"?); '
            "known: subject, attribute, scope",
            '7:48: "scope" of the item of "parts" is "x"; accepted: a mapping of keys',
        ],
    ),
    "an item twice": (
        "- sum: {total: A / aid, parts: [B / aid, the b / AID]}\n- part: {part: A / aid, whole: A / aid}\n"
        "- order: {items: [published, published]}\n- part: {part: A / aid, whole: AA / aid}\n",
        [
            '1:3: the sum names "the b / AID" twice',
            '2:3: the part names "A / aid" twice',
            '3:3: the order names "published" twice',
            '4:3: the part names "AA / aid" and "A / aid", which are one item',
        ],
    ),
    "a relation twice": (
        f"{SUM}{SPAN}- sum: {{parts: [Police / aid, the army / aid], total: Plan / aid}}\n",
        ["3:3: the sum repeats the one in line 1; take one of them out"],
    ),
    "wrong kinds": (
        "- span: {start: A / aid, duration: A / start, end: A / length}\n"
        "- sum: {total: A / members, parts: [A / aid]}\n- ratio: {part: A / aid, whole: B / aid, share: C / aid}\n"
        "- part: {part: A / start, whole: B / aid}\n- order: {items: [A / start, B / aid]}\n",
        [
            '1:3: the span cannot be checked: "A / aid" (start) is money; accepted: a date',
            '1:3: the span cannot be checked: "A / length" (end) is a duration; accepted: a date',
            '1:3: the span cannot be checked: "A / start" (duration) is a date; accepted: a duration',
            f'2:3: the sum cannot be checked: "A / members" (total) is a list of names; {MEASURED}',
            '3:3: the ratio cannot be checked: "C / aid" (share) is money; accepted: a share',
            f'4:3: the part cannot be checked: "A / start" (part) is a date; {MEASURED}, a list of names',
            '5:3: the order cannot be checked: "B / aid" (items) is money; accepted: a date',
        ],
    ),
    "wrong dimensions": (
        "- sum: {total: A / aid, parts: [B / euros]}\n- sum: {total: A / groups, parts: [A / share]}\n"
        "- rate: {rate: A / amount, duration: A / length, total: B / amount}\n"
        "- rate: {rate: A / rate, duration: A / length, total: A / aid}\n",
        [
            '1:3: the sum cannot be checked: "A / aid" (total) is in USD, "B / euros" (parts) in EUR',
            '2:3: the sum cannot be checked: "A / groups" (total) is in count, "A / share" (parts) in share',
            '3:3: the rate cannot be checked: "A / amount" (rate) is in kg, which is not a rate per time',
            '4:3: the rate cannot be checked: "A / aid" (total) is in USD, "A / rate" (rate) in kg',
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD)
def test_a_relation_that_is_wrong_is_refused(text: str, expected: list[str], tmp_path: Path) -> None:
    root = space(tmp_path, [aid("s", "A", "$5")], text, names="A: {aliases: [AA]}\n")
    assert problems(root) == [f"{FILE}:{line}" for line in expected]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    root = space(tmp_path, [aid("s", "A", "a lot")], "- summ: {}\n", files={"claims/t.yaml": "sorce: t\n"})
    assert len(problems(root)) == 4  # of the value, the kind, and the file without source and claims


@pytest.mark.parametrize("text", ["", "# later\n", SUM, "- order: {items: [Plan / nobody, published]}\n"])
def test_a_relation_of_which_nobody_says_anything_is_silent(text: str, tmp_path: Path) -> None:
    root = space(tmp_path, [c("s", "A", "groups", "5")], text)
    assert [found for found in findings(root) if found["verdict"] != "remark"] == []


# Ids, and what they do not depend on.


def test_the_id_of_a_relation(tmp_path: Path) -> None:
    found = finding(space(tmp_path, WRONG, SUM))
    content = '["XC301","plan","aid",[],["sum","s",[["police","aid",[]],["army","aid",[]]]]]'
    assert found["id"] == "XC301-" + hashlib.sha256(content.encode()).hexdigest()[:12]
    assert (found["subject"], found["attribute"]) == ("Plan", "aid")


def test_the_id_of_an_order_that_the_publication_is_in(tmp_path: Path) -> None:
    claims = claims_file({"id": "s", "published": "2020"}, {"subject": "É", "attribute": "start", "value": "2021"})
    root = workspace(
        tmp_path, {"s.yaml": claims}, attributes=ATTRIBUTES, files={FILE: "- order: {items: [É / start, published]}"}
    )
    content = '["XC201","e","start",[],["order","s",["published"]]]'
    assert finding(root)["id"] == "XC201-" + hashlib.sha256(content.encode()).hexdigest()[:12]


def test_the_id_of_a_relation_between_separate_items(tmp_path: Path) -> None:
    relations = """
- part:
    part: {subject: all, attribute: groups, scope: {by: Ecuador}}
    whole: all / groups
"""
    claims = [c("s", "all", "groups", "22", scope={"by": "Ecuador"}), c("s", "all", "groups", "8")]
    (found,) = [one for one in findings(space(tmp_path, claims, relations)) if one["code"] == "XC302"]
    content = '["XC302","all","groups",[],["part","s",[["all","groups",[["by","ecuador"]]]]]]'
    assert found["id"] == "XC302-" + hashlib.sha256(content.encode()).hexdigest()[:12]


def comparable(root: Path) -> list[dict[str, Any]]:
    """All that is found, without where it stands."""
    found: list[dict[str, Any]] = document(root)["findings"]
    for one in found:
        for side in one["sides"]:
            side["claims"] = sorted(json.dumps({**claim, "line": 0, "column": 0}) for claim in side["claims"])
    return found


MIXED = [
    *WRONG,
    aid("t", "police", "$3"),
    aid("t", "army", "$9"),
    aid("u", "Plan", "$15"),
    c("s", "Plan", "start", "2000"),
    c("s", "Plan", "length", "15 years"),
    c("t", "Plan", "end", "2016"),
    c("u", "Plan", "start", "2000"),
    c("u", "Plan", "length", "15 years"),
    c("u", "Plan", "end", "2015"),
]


@QUICK
@given(order=st.permutations(MIXED), is_turned=st.booleans())
def test_the_order_of_claims_and_relations_does_not_matter(
    order: list[Entry], is_turned: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = space(tmp_path_factory.mktemp("one"), MIXED, SUM + SPAN)
    other = space(tmp_path_factory.mktemp("other"), order, SPAN + SUM if is_turned else SUM + SPAN)
    assert comparable(one) == comparable(other)


def test_the_order_of_keys_does_not_matter(tmp_path: Path) -> None:
    turned = "- sum: {parts: [police / aid, army / aid], total: Plan / aid}\n"
    assert comparable(space(tmp_path / "a", WRONG, SUM)) == comparable(space(tmp_path / "b", WRONG, turned))


def test_another_spelling_of_an_item_is_the_same_item(tmp_path: Path) -> None:
    one, other = WRONG, [aid("s", "PC", "$15"), aid("s", "the Police", "$3"), aid("s", "Army", "$7")]
    names = "Plan: {aliases: [PC]}\n"
    expected = finding(space(tmp_path / "a", one, SUM, names=names))
    spelled = SUM.replace("Plan", "PC")
    for place, (claims, relations) in enumerate(product((one, other), (SUM, spelled))):
        found = finding(space(tmp_path / str(place), claims, relations, names=names))
        assert (found["id"], found["fingerprint"]) == (expected["id"], expected["fingerprint"])


def test_another_unit_of_an_attribute_changes_no_verdict(tmp_path: Path) -> None:
    claims = [c("s", "A", "rate", "80 t a month"), c("s", "A", "length", "12 months"), c("s", "A", "amount", "500 t")]
    relations = "- rate: {rate: A / rate, duration: A / length, total: A / amount}\n"
    units = [("t/month", "t", "day"), ("kg/year", "kg", "year"), ("lb/day", "short ton", "week")]
    found = []
    for place, (rate, amount, length) in enumerate(units):
        attributes = (
            f"rate: {{kind: quantity, unit: {rate}}}\namount: {{kind: quantity, unit: {amount}}}\n"
            f"length: {{kind: duration, unit: {length}}}\n"
        )
        one = finding(space(tmp_path / str(place), claims, relations, attributes=attributes))
        found.append((one["id"], one["fingerprint"], one["verdict"]))
    assert len(set(found)) == 1
    assert found[0][2] == "contradiction"


def test_claims_on_other_things_change_nothing(tmp_path: Path) -> None:
    others = [
        aid("s", "navy", "$1"),
        aid("t", "navy", "$1"),
        c("s", "Plan", "groups", "7"),
        aid("v", "air force", "$4"),
    ]
    one, other = (
        comparable(space(tmp_path / "a", MIXED, SUM + SPAN)),
        comparable(space(tmp_path / "b", [*MIXED, *others], SUM + SPAN)),
    )
    assert one == [found for found in other if found["subject"] != "navy"]


# Derived claims.


def test_a_derived_claim_says_what_it_follows_from(tmp_path: Path) -> None:
    claims = [aid("s", "police", "$3", id="p"), aid("s", "army", "$7", id="a"), aid("t", "Plan", "$15")]
    found = finding(space(tmp_path, claims, SUM))
    derived = [claim for side in found["sides"] for claim in side["claims"] if claim["derived"]]
    assert found["code"] == "XC101"
    assert [(one["claim"], one["value"], one["follows_from"]) for one in derived] == [
        ("s/plan-aid~sum", "$3 + $7", ["s/p", "s/a"])
    ]
    others = [claim for side in found["sides"] for claim in side["claims"] if not claim["derived"]]
    assert ["follows_from" in claim for claim in others] == [False]


@pytest.mark.parametrize(
    ("army", "apart"),
    [
        ("$7 million", "5 million USD apart (33 %)"),
        ("$5–7 million", "4 million USD apart"),  # a range has no figure, nor has its sum
    ],
)
def test_a_sum_is_as_far_from_a_claim_as_its_figures(army: str, apart: str, tmp_path: Path) -> None:
    claims = [aid("s", "police", "$3 million"), aid("s", "army", army), aid("t", "Plan", "$15 million")]
    message = finding(space(tmp_path, claims, SUM))["message"]
    assert message == f's has "$3 million + {army}"; t has "$15 million": {apart}.'


def test_what_two_relations_give_one_item_are_two_claims(tmp_path: Path) -> None:
    other = SPAN.replace("Plan / start", "Accord / start")
    claims = [
        c("s", "Plan", "start", "2000"),
        c("s", "Accord", "start", "2005"),
        c("s", "Plan", "length", "15 years"),
        c("t", "Plan", "end", "2040"),
    ]
    found = finding(space(tmp_path, claims, SPAN + other))
    derived = {claim["claim"] for side in found["sides"] for claim in side["claims"] if claim["derived"]}
    assert derived == {"s/plan-end~span", "s/plan-end~span-2"}


@pytest.mark.parametrize(
    ("claims", "relations", "told"),
    [
        (WRONG[:2], SUM, ("army", "aid", "$15 − $3", [12, 12])),
        (WRONG[1:], SUM, ("Plan", "aid", "$3 + $7", [10, 10])),
        (
            [c("s", "Plan", "end", "2015"), c("s", "Plan", "length", "15 years")],
            SPAN,
            ("Plan", "start", "2015 − 15 years", ["2000-01-01", "2001-01-01"]),
        ),
        (
            [c("s", "Plan", "start", "2000-01-15"), c("s", "Plan", "end", "2000-02-15")],
            SPAN,
            ("Plan", "length", "2000-01-15 to 2000-02-15", [30, 32]),
        ),
        (
            [c("s", "Plan", "length", "5 days"), c("s", "Plan", "end", "2000-01-15")],
            SPAN,
            ("Plan", "start", "2000-01-15 − 5 days", ["2000-01-10", "2000-01-11"]),
        ),
        (
            [c("s", "A", "groups", "17"), c("s", "B", "groups", "50")],
            "- ratio: {part: A / groups, whole: B / groups, share: A / share}\n",
            ("A", "share", "17 / 50", [0.34, 0.34]),
        ),
        (
            [c("s", "B", "groups", "50"), c("s", "A", "share", "34%")],
            "- ratio: {part: A / groups, whole: B / groups, share: A / share}\n",
            ("A", "groups", "50 × 34%", [16.75, 17.25]),
        ),
    ],
)
def test_all_but_one_give_that_one(
    claims: list[Entry], relations: str, told: tuple[str, str, str, list[Any]], tmp_path: Path
) -> None:
    subject, attribute, value, stated = told
    far = {"aid": "$1000000", "start": "1800", "length": "900 years", "share": "99.9%", "groups": "100000"}[attribute]
    found = finding(space(tmp_path, [*claims, c("t", subject, attribute, far)], relations))
    (side,) = [side for side in found["sides"] if side["claims"][0]["derived"]]
    assert (found["code"], found["subject"], found["attribute"]) == ("XC101", subject, attribute)
    assert (side["text"], side["stated"]) == (value, stated)


def test_what_is_derived_is_not_derived_from(tmp_path: Path) -> None:
    claims = [
        aid("s", "a", "$1"),
        aid("s", "b", "$1"),
        aid("s", "c", "$1"),
        aid("t", "all", "$50"),
        aid("u", "ab", "$9"),
    ]
    relations = (
        "- sum: {total: ab / aid, parts: [a / aid, b / aid]}\n- sum: {total: all / aid, parts: [ab / aid, c / aid]}\n"
    )
    assert [found["subject"] for found in findings(space(tmp_path, claims, relations))] == ["ab"]


def test_a_derived_claim_is_of_the_time_of_what_changes(tmp_path: Path) -> None:
    attributes = "groups: {kind: count}\nsome: {kind: count, over_time: changes}\n"
    claims = [
        c("s", "P", "groups", "5", when="2020", id="a"),
        c("s", "Q", "some", "5", when="2024", id="b"),
        c("s", "Q", "some", "7", when="2025", id="c"),
        c("t", "W", "some", "11", when="2024"),
    ]
    for place, parts in enumerate(("P / groups, Q / some", "Q / some, P / groups")):
        relations = f"- sum: {{total: W / some, parts: [{parts}]}}\n"
        root = space(tmp_path / str(place), claims, relations, attributes=attributes)
        wrong = {found["verdict"]: found for found in findings(root) if found["subject"] == "W"}
        assert [wrong[verdict]["verdict"] for verdict in sorted(wrong)] == ["contradiction", "superseded"]
        sides = [claim for side in wrong["contradiction"]["sides"] for claim in side["claims"]]
        assert sorted((claim["when"], claim["derived"]) for claim in sides) == [("2024", False), ("2024", True)]


def test_a_derived_claim_is_as_widely_defined_as_what_it_follows_from(tmp_path: Path) -> None:
    claims = [
        aid("s", "police", "$3", scope={"stage": "promised"}),
        aid("s", "army", "$7", scope={"stage": "delivered"}),
        aid("t", "Plan", "$15", scope={"stage": "delivered"}),
    ]
    found = finding(space(tmp_path, claims, SUM))
    assert found["verdict"] == "tension"
    assert found["explanations"] == ["another definition: stage is delivered or promised against delivered"]


def test_what_follows_from_a_report_is_a_report(tmp_path: Path) -> None:
    claims = [aid("s", "police", "$3"), aid("s", "army", "$7", said_by="Trump"), aid("t", "Plan", "$15")]
    found = finding(space(tmp_path, claims, SUM))
    (derived,) = [claim for side in found["sides"] for claim in side["claims"] if claim["derived"]]
    assert (found["verdict"], derived["stance"], derived["said_by"]) == ("dispute", "reports", None)
    both = [aid("s", "police", "$3", said_by="Trump"), aid("s", "army", "$7", said_by="Trump"), claims[2]]
    theirs = [*both[:2], aid("t", "Plan", "$15", said_by="Trump")]
    assert finding(space(tmp_path / "a", both, SUM))["verdict"] == "dispute"
    assert finding(space(tmp_path / "b", theirs, SUM))["verdict"] == "contradiction"
    assert finding(space(tmp_path / "c", [*claims[:2], theirs[2]], SUM))["verdict"] == "dispute"


# Decisions, drafts, lists of findings.


def test_a_decision_on_a_relation_holds_until_a_member_changes(tmp_path: Path) -> None:
    root = space(tmp_path, WRONG, SUM)
    assert resolve(root).code == 0
    assert (finding(root)["status"], run(root, "check").code) == ("resolved", 0)
    space(root, [*WRONG, aid("s", "navy", "$1"), c("s", "Plan", "start", "2000")], SUM)
    assert finding(root)["status"] == "resolved"
    space(root, [WRONG[0], WRONG[1], aid("s", "army", "$8")], SUM)
    found = finding(root)
    assert (found["status"], found["resolution"]["reopened_because"], run(root, "check").code) == (
        "reopened",
        "what its sides say has changed since it was decided",
        1,
    )
    space(root, [WRONG[0], WRONG[1], aid("s", "army", "$12")], SUM)
    assert findings(root) == []
    assert run(root, "check").code == 0


def test_a_derived_claim_may_be_decided_wrong(tmp_path: Path) -> None:
    claims = [aid("s", "police", "$3"), aid("s", "army", "$7"), aid("t", "Plan", "$15")]
    root = space(tmp_path, claims, SUM)
    assert resolve(root, "--undecided", "--wrong", "s/plan-aid~sum", decision="source_wrong").code == 0
    found = finding(root)
    assert (found["status"], found["resolution"]["wrong"]) == ("resolved", ["s/plan-aid~sum"])
    assert run(root, "check").code == 0
    repeats = [*claims, aid("u", "police", "$3"), aid("u", "army", "$7")]
    found = finding(space(root, repeats, SUM))
    assert (found["status"], found["resolution"]["reopened_because"]) == (
        "reopened",
        "u/plan-aid~sum repeats a value found wrong",
    )


def test_a_side_of_a_relation_may_be_decided_wrong(tmp_path: Path) -> None:
    root = space(tmp_path, WRONG, SUM)
    assert resolve(root, "--undecided", "--wrong", "s/plan-aid", decision="source_wrong").code == 0
    found = finding(root)
    assert (found["status"], found["resolution"]["wrong"]) == ("resolved", ["s/plan-aid"])


def test_a_decision_on_one_year_says_nothing_of_the_next(tmp_path: Path) -> None:
    attributes = "aid: {kind: money, unit: USD, over_time: changes}\n"
    year = [Entry(one.source, {**one.keys, "when": "2023"}) for one in WRONG]
    after = [Entry(one.source, {**one.keys, "when": "2024"}) for one in WRONG]
    root = space(tmp_path, year, SUM, attributes=attributes)
    assert resolve(root).code == 0
    root = space(tmp_path, [*year, after[0], after[1], aid("s", "army", "$9", when="2024")], SUM, attributes=attributes)
    (found,) = [one for one in findings(root) if one["code"] == "XC301"]
    assert found["status"] == "reopened"
    assert len(found["sides"]) == 4


def test_a_draft_is_judged_by_what_involves_it(tmp_path: Path) -> None:
    claims = [*WRONG, aid("t", "police", "$3"), aid("t", "army", "$9"), aid("u", "Plan", "$15")]
    root = space(tmp_path, claims, SUM)
    assert {found["code"] for found in findings(root)} == {"XC301", "XC101"}
    assert [found["code"] for found in findings(root, "--draft", "s")] == ["XC101", "XC101", "XC301"]
    assert [found["code"] for found in findings(root, "--draft", "t")] == ["XC101", "XC101"]
    draft = tmp_path / "draft.yaml"
    draft.write_text(claims_file("s", *(one.keys for one in [*WRONG[1:], aid("s", "Plan", "$10")])))
    assert [found["code"] for found in findings(root, "--draft", str(draft))] == ["XC101", "XC101"]


def test_a_conflict_of_a_relation_names_what_is_reckoned_with_and_what_it_gives(tmp_path: Path) -> None:
    claims = [c("s", "Plan", "start", "2000"), c("s", "Plan", "length", "15 years"), c("s", "Plan", "end", "2018")]
    message = finding(space(tmp_path, claims, SPAN))["message"]
    assert message.startswith('s: "2000 + 15 years" (start and length) gives ')
    assert ', but its end is "2018": ' in message


def test_a_relation_that_holds_is_an_agreement(tmp_path: Path) -> None:
    root = space(tmp_path, [aid("s", "Plan", "$10"), *WRONG[1:]], SUM)
    (found,) = document(root)["findings"]
    assert (found["code"], found["verdict"], found["status"], found["fails"]) == ("XC301", "agreement", None, False)
    assert document(root)["summary"]["agreement"] == 1


@pytest.mark.parametrize(
    ("relation", "all_of_it", "told"),
    [
        ("sum: {total: Plan / aid, parts: [police / aid, army / aid]}", "$10",
         's: "$3 + $7" (aid) gives 10 USD, and its aid is "$10".'),
        ("part: {part: police / aid, whole: Plan / aid}", "$30", 's has "$3" (aid) as a part of "$30" (aid).'),
    ],
)  # fmt: skip
def test_a_relation_that_holds_tells_no_distance(relation: str, all_of_it: str, told: str, tmp_path: Path) -> None:
    root = space(tmp_path, [aid("s", "Plan", all_of_it), *WRONG[1:]], f"- {relation}\n")
    (found,) = document(root)["findings"]
    assert (found["verdict"], found["message"]) == ("agreement", told)


def test_an_order_that_holds_names_a_few_of_its_dates(tmp_path: Path) -> None:
    claims = [c("s", f"{letter}", "start", f"200{number}") for number, letter in enumerate("ABCDE")]
    root = space(tmp_path, claims, "- order: {items: [A / start, B / start, C / start, D / start, E / start]}\n")
    (found,) = document(root)["findings"]
    assert found["message"] == 's: A / start "2000", then B / start "2001", then …, then E / start "2004".'


def test_of_the_times_at_which_a_relation_holds_one_is_told(tmp_path: Path) -> None:
    attributes = "aid: {kind: money, unit: USD, over_time: changes}\n"
    year = [aid("s", *figure, when="2023") for figure in (("Plan", "$10"), ("police", "$3"), ("army", "$7"))]
    after = [aid("s", *figure, when="2024") for figure in (("Plan", "$20"), ("police", "$3"), ("army", "$17"))]
    root = space(tmp_path, [*year, *after], SUM, attributes=attributes)
    (found,) = [one for one in document(root)["findings"] if one["code"] == "XC301"]
    assert found["message"] == 's: "$3 + $7" (aid) gives 10 USD, and its aid is "$10".'
    assert len(found["sides"]) == 2


def test_a_part_and_a_whole_of_two_sources_are_named_with_their_items(tmp_path: Path) -> None:
    claims = [aid("s", "police", "$9,100"), aid("t", "Plan", "$6,100")]
    (found,) = findings(space(tmp_path, claims, "- part: {part: police / aid, whole: Plan / aid}\n"))
    told = 'Plan / aid is "$6,100" (t), but its part police / aid is "$9,100" (s): 3,000 USD apart (33 %).'
    assert (found["code"], found["message"]) == ("XC302", told)


def test_a_part_is_as_far_from_its_whole_as_the_unit_of_the_whole_has_it(tmp_path: Path) -> None:
    claims = [c("s", "A", "grams", "9 t"), c("s", "A", "amount", "6 t")]
    attributes = ATTRIBUTES + "grams: {kind: quantity, unit: g}\n"
    found = finding(space(tmp_path, claims, "- part: {part: A / grams, whole: A / amount}\n", attributes=attributes))
    assert found["message"] == 's has "9 t" (grams) as a part of "6 t" (amount): 3 t apart (33 %).'


def test_months_after_a_time_of_day_are_at_a_time_of_day(tmp_path: Path) -> None:
    claims = [
        c("s", "Plan", "start", "2000-01-15T10:00"),
        c("s", "Plan", "length", "a month"),
        c("t", "Plan", "end", "2000-05-20"),
    ]
    told = 's has "2000-01-15T10:00 + a month"; t has "2000-05-20": 65 days apart.'
    assert finding(space(tmp_path, claims, SPAN))["message"] == told


def test_what_nobody_declares_is_not_made_two_kinds(tmp_path: Path) -> None:
    claims = [aid("s", "A", "$1"), aid("s", "B", "$2")]
    total, share = "{total: A / size, parts: [A / aid, B / aid]}", "{part: A / aid, whole: B / aid, share: B / size}"
    told = 'the sum makes "size", which nobody declares, money, and another one a share; declare its kind in'
    assert problems(space(tmp_path, claims, f"- sum: {total}\n- ratio: {share}\n")) == [
        f"{FILE}:1:3: {told} rules/attributes.yaml"
    ]


# The arithmetic of intervals.


def member(interval: Interval, value: Fraction) -> bool:
    low, high = interval.low, interval.high
    above = low is None or low < value or (low == value and interval.low_in)
    return above and (high is None or value < high or (value == high and interval.high_in))


numbers = st.fractions(-20, 20, max_denominator=4) | st.just(Fraction(0))
naturals = st.fractions(0, 20, max_denominator=4) | st.just(Fraction(0))


@st.composite
def intervals_with(draw: st.DrawFn, values: st.SearchStrategy[Fraction]) -> tuple[Interval, Fraction]:
    """An interval that is not empty, and a value in it: an end, or one between."""
    low, high = sorted((draw(values), draw(values)))
    low_in, high_in = (True, True) if low == high else (draw(st.booleans()), draw(st.booleans()))
    between = low + (high - low) * draw(st.fractions(0, 1, max_denominator=64))
    value = next(v for v in (between, (low + high) / 2) if member(Interval(low, high, low_in, high_in), v))
    opened = draw(st.sampled_from(["", "", "low", "high"]))
    if opened == "high":
        return Interval(low, None, low_in), value
    if opened == "low" and values is numbers:
        return Interval(None, high, True, high_in), value
    return Interval(low, high, low_in, high_in), value


signed, unsigned = intervals_with(numbers), intervals_with(naturals)
Drawn = tuple[Interval, Fraction]


@given(signed, signed)
def test_a_sum_and_a_difference_hold_every_result(one: Drawn, other: Drawn) -> None:
    (a, x), (b, y) = one, other
    assert member(plus(a, b), x + y)
    assert member(minus(a, b), x - y)
    assert member(negative(a), -x)
    assert member(scaled(a, Fraction(7, 3)), x * Fraction(7, 3))
    assert plus(a, b) == plus(b, a)
    assert negative(negative(a)) == a
    assert minus(plus(a, b), b).contains(a)


@given(signed, signed)
def test_a_product_and_a_quotient_hold_every_result(one: Drawn, other: Drawn) -> None:
    (a, x), (b, y) = one, other
    assert member(times(a, b), x * y)
    assert y == 0 or member(over(a, b), x / y)


@given(unsigned, unsigned)
@example(
    (Interval(Fraction(0), Fraction(0), True, True), Fraction(0)), (Interval(Fraction(0), Fraction(5)), Fraction(0))
)
@example(
    (Interval(Fraction(0), Fraction(0), True, True), Fraction(0)), (Interval(Fraction(1), None, False), Fraction(2))
)
@example(
    (Interval(Fraction(0), Fraction(0), True, True), Fraction(0)),
    (Interval(Fraction(1), Fraction(2), False), Fraction(2)),
)
def test_a_product_and_a_quotient_of_what_is_not_negative(one: Drawn, other: Drawn) -> None:
    (a, x), (b, y) = one, other
    assert member(times(a, b), x * y)
    assert times(a, b) == times(b, a)
    assert y == 0 or member(over(a, b), x / y)
    assert over(times(a, b), b).overlaps(a)
    assert times(over(a, b), b).overlaps(a) or b.high == 0


@given(unsigned, unsigned, naturals)
def test_a_result_is_no_wider_than_it_must_be(one: Drawn, other: Drawn, value: Fraction) -> None:
    """Whatever lies in a result is one of some values of the operands."""
    (a, _), (b, _) = one, other
    if member(plus(a, b), value):
        assert minus(Interval(value, value, True, True), b).overlaps(a)
    product_ = times(a, b)
    for end in (product_.low, product_.high, value):
        if end is not None and end > 0 and member(product_, end) and b.low and a.low:
            assert over(Interval(end, end, True, True), b).overlaps(a)
    quotient = over(a, b)
    for end in (quotient.low, quotient.high, value):
        if end is not None and member(quotient, end) and quotient != ANYTHING:
            assert times(Interval(end, end, True, True), b).overlaps(a)


@given(unsigned, unsigned)
def test_the_ends_of_a_result_are_those_of_its_operands(one: Drawn, other: Drawn) -> None:
    (a, _), (b, _) = one, other
    for made, calculate in ((plus(a, b), Fraction.__add__), (times(a, b), Fraction.__mul__)):
        assert made.low == calculate(*_both(a.low, b.low))
        if a.high is not None and b.high is not None:
            assert made.high == calculate(a.high, b.high)
            assert made.high_in == (a.high_in and b.high_in) or made.high == 0


def test_what_is_open_below_is_open_above_below_nothing() -> None:
    assert negative(Interval(None, Fraction(5), True, True)) == Interval(Fraction(-5), None)
    assert negative(Interval(Fraction(5), None)) == Interval(None, Fraction(-5), True, True)


def test_what_is_open_times_more_than_a_float_holds_is_open() -> None:
    huge = Fraction(10**400)
    assert times(Interval(Fraction(1), None), Interval(huge, huge, True, True)) == Interval(huge, None)


def test_nothing_is_any_times_nothing() -> None:
    nothing = Interval(Fraction(0), Fraction(0), True, True)
    assert over(nothing, Interval(Fraction(0), Fraction(2), True, True)) == Interval(Fraction(0), None)
    assert over(nothing, Interval(Fraction(1), Fraction(2), True, True)) == nothing


def _both(a: Fraction | None, b: Fraction | None) -> tuple[Fraction, Fraction]:
    assert a is not None
    assert b is not None
    return a, b


# The equations.


def verdict_of(root: Path, code: str) -> list[str]:
    return [found["verdict"] for found in document(root)["findings"] if found["code"] == code]


whole_numbers = st.integers(0, 10**6).filter(lambda number: number < 100 or number % 10)  # else it may be rounded


@QUICK
@given(parts=st.lists(whole_numbers, min_size=1, max_size=5), wrong_by=st.integers(-50, 50), named=st.integers(0, 4))
def test_a_sum_holds_if_and_only_if_it_adds_up(
    parts: list[int], wrong_by: int, named: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    total = sum(parts) + wrong_by
    claims = [c("s", f"part {i}", "groups", str(part)) for i, part in enumerate(parts)]
    names = ", ".join(f"part {i} / groups" for i in range(len(parts)))
    if named:
        claims.append(c("s", "listed", "members", [f"name {i}" for i in range(named)], exhaustive="true"))
        names += ", listed / members"
        total += named
    assume(total >= 0 and (total < 100 or total % 10))
    claims.append(c("s", "all", "groups", str(total)))
    root = space(tmp_path_factory.mktemp("w"), claims, f"- sum: {{total: all / groups, parts: [{names}]}}\n")
    assert verdict_of(root, "XC301") == ["agreement" if wrong_by == 0 else "contradiction"]


round_numbers = st.tuples(st.integers(10, 999), st.sampled_from([10, 100, 1000])).map(lambda pair: pair[0] * pair[1])


@QUICK
@given(
    parts=st.lists(round_numbers, min_size=1, max_size=4),
    wrong_by=st.one_of(st.just(0), st.integers(-2000, 2000).map(lambda tens: 10 * tens)),
)
@example(parts=[200, 300], wrong_by=0)
@example(parts=[200, 300], wrong_by=50)
@example(parts=[12_000, 5_000], wrong_by=100)
def test_round_parts_and_a_round_total_differ_by_no_more_than_they_leave_open(
    parts: list[int], wrong_by: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    total = sum(parts) + wrong_by
    assume(total >= 100)
    claims = [c("s", f"part {i}", "groups", str(part)) for i, part in enumerate(parts)]
    names = ", ".join(f"part {i} / groups" for i in range(len(parts)))
    claims.append(c("s", "all", "groups", str(total)))
    root = space(tmp_path_factory.mktemp("w"), claims, f"- sum: {{total: all / groups, parts: [{names}]}}\n")
    readings = [read(str(number), Context(Kind.COUNT)) for number in (total, *parts)]
    whole, *rest = [(one.stated, one.allowed) for one in readings if one.stated and one.allowed]
    stated, allowed = rest[0]
    for one in rest[1:]:
        stated, allowed = plus(stated, one[0]), plus(allowed, one[1])
    weaker = "tension" if allowed.overlaps(whole[1]) else "contradiction"
    assert verdict_of(root, "XC301") == ["agreement" if stated.overlaps(whole[0]) else weaker]


@QUICK
@given(
    year=st.integers(1000, 3000),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
    count=st.integers(1, 400),
    unit=st.sampled_from(["year", "month", "week", "day"]),
    off=st.sampled_from([0, 0, 1, -1, 2, -2, 3]),
)
@example(year=2001, month=1, day=30, count=1, unit="month", off=0)
@example(year=2000, month=2, day=29, count=1, unit="year", off=0)
def test_a_span_holds_if_and_only_if_the_calendar_says_so(
    year: int, month: int, day: int, count: int, unit: str, off: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(count + off >= 0 and (count < 100 or count % 10))  # else the length may be rounded
    start = cal.minutes(year, month, min(day, cal.days_in_month(year, month)))
    end = cal.shift(start, count + off, unit)
    claims = [
        c("s", "Plan", "start", cal.iso(start)),
        c("s", "Plan", "length", f"{count} {unit}s"),
        c("s", "Plan", "end", cal.iso(end)),
    ]
    root = space(tmp_path_factory.mktemp("w"), claims, SPAN)
    wanted = "agreement" if off == 0 else "tension" if abs(off) == 1 else "contradiction"
    assert verdict_of(root, "XC202") == [wanted]
    # Each other member follows from the two, and is what was said.
    for lacking in range(3):
        kept = [claim for place, claim in enumerate(claims) if place != lacking]
        said = Entry("t", claims[lacking].keys)
        if off == 0:
            assert verdict_of(space(tmp_path_factory.mktemp("w"), [*kept, said], SPAN), "XC101") == ["agreement"]


@QUICK
@given(whole=st.integers(1, 10**6), percent=st.integers(1, 100), moved=st.sampled_from([0, 0, 3, -3]))
def test_a_ratio_holds_if_and_only_if_the_share_is_right(
    whole: int, percent: int, moved: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(0 < percent + moved <= 100)
    claims = [
        c("s", "A", "aid", f"${whole * percent}.00"),
        c("s", "B", "aid", f"${whole * 100}.00"),
        c("s", "A", "share", f"{percent + moved}%"),
    ]
    relations = "- ratio: {part: A / aid, whole: B / aid, share: A / share}\n"
    root = space(tmp_path_factory.mktemp("w"), claims, relations)
    assert verdict_of(root, "XC303") == ["agreement" if moved == 0 else "contradiction"]


@QUICK
@given(rate=st.integers(1, 1000), weeks=st.integers(1, 100), factor=st.sampled_from([1, 1, 2, 7]))
def test_a_rate_holds_if_and_only_if_the_product_is_right(
    rate: int, weeks: int, factor: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    claims = [
        c("s", "A", "rate", f"{rate}.000 t a week"),
        c("s", "A", "length", f"{weeks}.000 weeks"),
        c("s", "A", "amount", f"{rate * weeks * factor * 1000}.000 kg"),
    ]
    relations = "- rate: {rate: A / rate, duration: A / length, total: A / amount}\n"
    root = space(tmp_path_factory.mktemp("w"), claims, relations)
    assert verdict_of(root, "XC304") == ["agreement" if factor == 1 else "contradiction"]


# A small oracle: every two claims, and every sum, compared as the design says.

WORDS = ("3", "7", "10", "between 2 and 4", "at least 5", "at most 6", "more than 4", "about 10", "nearly 9", "dozens")
Said = tuple[str, bool, str]
"""A value, whether it is Trump's, and its stage."""
STRENGTH = ("contradiction", "tension", "dispute")


class Known(NamedTuple):
    """What a source says or what follows from it: stated and allowed readings, who speaks, of which stage."""

    readings: tuple[Interval, Interval]
    speakers: frozenset[str]
    stage: str
    is_reported: bool


def known(said: Said, source: str) -> Known:
    value, is_reported, stage = said
    reading = read(value, Context(Kind.COUNT))
    assert reading.stated is not None
    assert reading.allowed is not None
    return Known((reading.stated, reading.allowed), frozenset(["Trump" if is_reported else source]), stage, is_reported)


def follows(one: Known, other: Known, calculate: Callable[[Interval, Interval], Interval]) -> Known:
    made = (calculate(one.readings[0], other.readings[0]), calculate(one.readings[1], other.readings[1]))
    is_reported = one.is_reported or other.is_reported
    return Known(made, one.speakers | other.speakers, max(one.stage, other.stage), is_reported)


def conflict(one: Known, other: Known, *, stages: Iterable[str]) -> str | None:
    if one.readings[0].overlaps(other.readings[0]):
        return None
    if one.speakers != other.speakers and (one.is_reported or other.is_reported):
        return "dispute"
    return "tension" if len(set(stages)) > 1 or one.readings[1].overlaps(other.readings[1]) else "contradiction"


def too_much(total: Known, part: Known) -> str | None:
    """What it is that a part is more than its total already."""
    if not total.readings[0].before(part.readings[0]):
        return None
    return conflict(total, part, stages=(total.stage, part.stage))


def is_below_nothing(made: Known) -> bool:
    high = made.readings[1].high
    return high is not None and high < 0


def expected_of(said: dict[tuple[str, str], Said]) -> dict[tuple[str, str], str]:
    """Verdicts of XC301 by source, and of XC101 by subject."""
    expected: dict[tuple[str, str], str] = {}
    stated = {at: known(value, at[0]) for at, value in said.items()}
    items: dict[str, list[Known]] = {subject: [] for subject in "WPQ"}
    for (_, subject), one in stated.items():
        items[subject].append(one)
    for source in "st":
        total, *parts = (stated.get((source, subject)) for subject in "WPQ")
        first, second = parts
        if total and first and second:
            made = follows(first, second, plus)
            stages = (total.stage, first.stage, second.stage)
            expected["XC301", source] = conflict(total, made, stages=stages) or "agreement"
        elif first and second:
            items["W"].append(follows(first, second, plus))
        elif total and (first or second):
            part = first or second or total
            if verdict := too_much(total, part):
                expected["XC301", source] = verdict
            made = follows(total, part, minus)
            if made.readings[0] != ANYTHING and not is_below_nothing(made):
                items["Q" if first else "P"].append(made)
    for subject, sides in items.items():
        if len(sides) == 2 and (verdict := conflict(*sides, stages=[side.stage for side in sides])):
            expected["XC101", subject] = verdict
    return expected


@QUICK
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("st"), st.sampled_from("WPQ")),
        st.tuples(st.sampled_from(WORDS), st.booleans(), st.sampled_from(["", "", "planned"])),
        min_size=1,
        max_size=6,
    )
)
def test_a_sum_is_judged_as_the_oracle_judges_it(
    tmp_path_factory: pytest.TempPathFactory, said: dict[tuple[str, str], Said]
) -> None:
    claims = []
    for (source, subject), (value, is_reported, stage) in said.items():
        keys: dict[str, Any] = {"scope": {"stage": stage}} if stage else {}
        claims.append(c(source, subject, "groups", value, **keys, **({"said_by": "Trump"} if is_reported else {})))
    root = space(tmp_path_factory.mktemp("w"), claims, "- sum: {total: W / groups, parts: [P / groups, Q / groups]}\n")
    judged = {}
    told = check(root, Options(today=TODAY)).findings
    for found in (each for one in told for each in (one, *one.folded)):
        if found.code == "XC301":
            judged["XC301", found.sides[0].rows[0].claim.source] = found.verdict.value
        elif found.verdict.value in STRENGTH:
            judged[found.code, found.item.subject] = found.verdict.value
    assert judged == expected_of(said)


@pytest.mark.parametrize(
    ("relation", "holds"),
    [
        ("sum: {total: W / all, parts: [W / a, W / b]}", True),
        ("sum: {total: W / a, parts: [W / b, W / rest]}", False),
        ("ratio: {part: W / a, whole: W / b, share: W / quota}", True),
    ],
)
def test_what_follows_for_an_attribute_that_nobody_states_is_of_the_kind_of_its_relation(
    relation: str, holds: bool, tmp_path: Path
) -> None:
    claims = [c("s", "W", "a", "3"), c("s", "W", "b", "7")]
    root = workspace(tmp_path / "w", claims, attributes="a: {kind: count}\nb: {kind: count}\n",
                     files={"rules/relations.yaml": f"- {relation}\n"})  # fmt: skip
    result = check(root, Options(today=TODAY))
    assert [one.code for one in result.findings if one.code != "XC909"] == ([] if holds else ["XC301"])


@pytest.mark.parametrize("is_circle", [False, True])
def test_a_chain_of_claims_may_be_long(is_circle: bool, tmp_path: Path) -> None:
    last = 2000
    first = {"value": "the following day", "relative_to": f"d{last}"} if is_circle else {"value": "2020-01-01"}
    chain = [c("s", "X 0", "day", first.pop("value"), id="d0", **first)]
    chain += [
        c("s", f"X {number}", "day", "the following day", id=f"d{number}", relative_to=f"d{number - 1}")
        for number in range(1, last + 1)
    ]
    other = c("t", f"X {last}", "day", "2025-06-23", id="other")
    root = workspace(tmp_path / "w", [*chain, other], attributes="day: {kind: date}\n")
    if is_circle:
        (problem,) = problems(root)
        assert problem.endswith("counts from itself in a circle of relative_to")
    else:
        assert [finding.verdict.value for finding in check(root, Options(today=TODAY)).findings] == ["agreement"]
