"""Remarks point at something for the curator: they never fail, can be decided, and do not depend on what is printed."""

from __future__ import annotations

import hashlib
import json
import random
import re
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from crosscheck.comparing import similarity
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.comparing.similarity import SERIES, near, near_pairs, neighbours
from crosscheck.judging import judge_workspace
from crosscheck.model import Item, Overview, Policy
from crosscheck.rules import shipped
from crosscheck.vocabulary import Name, Names, normalise
from factories import Entry, c, claims_file, document, findings, resolve, run, workspace
from items import claim, items

ATTRIBUTES = """\
start: {kind: date}
starts: {kind: date}
reward: {kind: money, unit: USD, over_time: changes}
status: {kind: category}
designated: {kind: count, separated_by: [by]}
"""
NAMES = "Cartel of the Suns: {aliases: [Cartel de los Soles]}\nopen: {}\n"
RELATIONS = "- order: {items: [Plan Colombia / start, Peace Colombia / start]}\n"


def every_remark(root: Path, **keys: Any) -> tuple[str, ...]:
    """A workspace with one remark of every rule that looks at claims; returns the arguments that check it."""
    claims: list[Entry] = [
        c("a", "Plan Colombia", "start", "2000", id="start"),
        c("b", "Plan Columbia", "start", "2000", id="start"),
        c("b", "Cartel of the Sun", "reward", "$5 million", id="sun", when="2062"),
        c("a", "Accord", "status", "open", id="open"),
        c("b", "Accord", "status", "on ice", id="ice"),
        c("a", "Gangs", "designated", "22", id="gangs", scope={"by": "Ecuador"}),
        c("b", "Gangs", "designated", "24", id="gangs"),
        c("a", "Gun", "reward", "$1 million", id="gun", said_by="the minister"),
        c("b", "Gun", "reward", "$1 million", id="gun", said_by="the minister"),
    ]
    by_source: dict[str, list[dict[str, Any]]] = {}
    for source, keys_of_claim in claims:
        by_source.setdefault(source, []).append(keys_of_claim)
    text = "\n".join(str(keys_of_claim["value"]) for _, keys_of_claim in claims)
    old = hashlib.sha256(b"another text").hexdigest()
    declared = {"a": {"id": "a"}, "b": {"id": "b", "published": "2025", "text": "b.txt", "sha256": old}}
    files = {f"{source}.yaml": claims_file(declared[source], *entries) for source, entries in by_source.items()}
    more = {"rules/relations.yaml": RELATIONS, "texts/b.txt": text, **keys.pop("files", {})}
    workspace(root, files, attributes=ATTRIBUTES, names=NAMES, files=more, **keys)
    return ("--sources", str(root / "texts"))


def remarks(root: Path, *args: str) -> list[dict[str, Any]]:
    return [found for found in findings(root, *args) if found["verdict"] == "remark"]


# What a remark is


def test_every_rule_remarks_on_its_own_claim_under_an_id_that_anyone_can_compute(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    told = {
        "XC901": ["b", "text", [], "b/~text"],
        "XC902": ["cartel of the sun", "reward", [], "b/sun"],
        "XC903": ["cartel of the sun", "reward", [], "b/sun"],
        "XC904": ["plan colombia", "start", [], "a/start"],
        "XC905": ["gangs", "designated", [], "b/gangs"],
        "XC906": ["accord", "status", [], ""],
        "XC907": ["gun", "reward", [], ""],
        "XC909": ["peace colombia", "start", [], ""],
    }
    ids = {}
    for code, content in told.items():
        text = json.dumps([code, *content], ensure_ascii=False, separators=(",", ":"))
        ids[code] = f"{code}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    assert {found["code"]: found["id"] for found in remarks(tmp_path, *args)} == ids


def test_a_remark_is_a_note_that_never_fails(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    for found in remarks(tmp_path, *args):
        assert (found["severity"], found["status"], found["fails"]) == ("note", "new", False)
    for fail_on in ("contradiction", "tension"):
        assert run(tmp_path, "check", *args, "--fail-on", fail_on).code == 0


def test_a_remark_can_be_decided(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    ids = [found["id"] for found in remarks(tmp_path, *args)]
    assert resolve(tmp_path, *ids, *args).code == 0
    assert {found["status"] for found in remarks(tmp_path, *args)} == {"resolved"}
    assert document(tmp_path, *args)["summary"]["resolved"] == len(ids)
    decided = yaml.safe_load((tmp_path / "resolutions.yaml").read_text())
    assert {block["finding"] for block in decided} == set(ids)
    assert "stale" not in run(tmp_path, "check", *args).out


def test_no_remark_waits_for_a_decision(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    assert "0 undecided" in run(tmp_path, "resolve", "--list", *args).out


def test_another_change_of_a_text_reopens_the_decision(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    (changed,) = (found["id"] for found in remarks(tmp_path, *args) if found["code"] == "XC901")
    resolve(tmp_path, changed, *args)
    text = tmp_path / "texts/b.txt"
    text.write_text(text.read_text() + "\nOne more sentence.")
    assert {f["id"]: f["status"] for f in remarks(tmp_path, *args)}[changed] == "reopened"


@pytest.mark.parametrize("blamed", ["XC902", "XC101"])
def test_a_decision_on_a_remark_contradicts_none_on_a_conflict(blamed: str, tmp_path: Path) -> None:
    declared = {"published": "2025"}
    files = {
        f"{source}.yaml": claims_file(
            {"id": source, **declared}, c(source, "Gun", "reward", value, id="gun", when="2062").keys
        )
        for source, value in (("a", "$1 million"), ("b", "$2 million"))
    }
    workspace(tmp_path, files, attributes=ATTRIBUTES)
    for found in findings(tmp_path):
        if found["code"] == blamed:
            resolve(tmp_path, found["id"], "--wrong", found["sides"][0]["claims"][0]["claim"], decision="source_wrong")
        else:
            resolve(tmp_path, found["id"])
    after = findings(tmp_path)
    assert sorted(found["code"] for found in after) == ["XC101", "XC902", "XC902"]
    assert {found["status"] for found in after} == {"resolved"}


def test_a_claim_that_is_wrong_once_and_right_twice_is_one_remark(tmp_path: Path) -> None:
    claims = [
        c("a", "Plan", "start", "2000", id="plan"),
        c("b", "Plan", "start", "1990", id="plan"),
        c("a", "Accord", "start", "1999", id="accord"),
        c("a", "Treaty", "start", "1998", id="treaty"),
    ]
    relations = "".join(f"- order: {{items: [Plan / start, {later} / start]}}\n" for later in ("Accord", "Treaty"))
    workspace(tmp_path, claims, attributes=ATTRIBUTES, files={"rules/relations.yaml": relations})
    (values, *orders) = sorted(findings(tmp_path), key=lambda found: str(found["code"]))
    assert len(orders) == 2
    resolve(tmp_path, values["id"], "--wrong", "a", decision="source_wrong")
    resolve(tmp_path, *(found["id"] for found in orders))
    (found,) = remarks(tmp_path)
    assert (found["code"], found["sides"][0]["claims"][0]["claim"]) == ("XC908", "a/plan")
    assert f"a/plan is wrong by the decision on {values['id']}, and right by that on XC" in found["message"]


# What it does not depend on


def test_the_summary_counts_all_remarks_whatever_is_printed(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    counts = {
        severity: document(tmp_path, *args, "--min-severity", severity)["summary"]["remark"]
        for severity in ("none", "note", "warning", "error")
    }
    assert set(counts.values()) == {8}


def test_a_remark_is_printed_from_notes_on(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    for severity, printed in {"note": True, "warning": False}.items():
        out = run(tmp_path, "check", *args, "--min-severity", severity).out
        assert (": remark: " in out) is printed
        assert "8 remarks" in out


@pytest.mark.parametrize("rule", [r for r in shipped() if r.rule.code.startswith("XC9")], ids=lambda r: r.rule.code)
def test_a_rule_that_is_off_is_silent_and_the_others_are_not(rule: Any, tmp_path: Path) -> None:
    args = every_remark(tmp_path / "on")
    wanted = [found for found in remarks(tmp_path / "on", *args) if found["code"] != rule.rule.code]
    args = every_remark(tmp_path / "off", settings=f'disable = ["{rule.rule.name}"]')
    assert remarks(tmp_path / "off", *args) == wanted


def test_unrelated_claims_change_nothing(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    before = findings(tmp_path, *args)
    more = [c("z", f"Matter {n}", "start", str(1900 + n)).keys for n in range(100)]
    (tmp_path / "claims/z.yaml").write_text(claims_file("z", *more))
    assert findings(tmp_path, *args) == before


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_claims_and_names_does_not_matter(seed: int, tmp_path: Path) -> None:
    args = every_remark(tmp_path)

    def told() -> list[dict[str, Any]]:
        found = findings(tmp_path, *args)
        for record in (record for one in found for side in one["sides"] for record in side["claims"]):
            del record["line"], record["column"]
        return found

    before = told()
    for path in (tmp_path / "claims").iterdir():
        *head, last = path.read_text().partition("claims:\n")
        lines = last.splitlines(keepends=True)
        random.Random(seed).shuffle(lines)
        path.write_text("".join([*head, *lines]))
    names = tmp_path / "rules/names.yaml"
    names.write_text("".join(reversed(names.read_text().splitlines(keepends=True))))
    assert told() == before


def test_a_draft_shows_the_remarks_that_involve_it(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    (tmp_path / "claims/c.yaml").write_text(claims_file("c", c("c", "Gangs", "designated", "25").keys))
    codes = [found["code"] for found in remarks(tmp_path, *args, "--draft", "a")]
    assert sorted(codes) == ["XC904", "XC907", "XC909"]
    assert [found["code"] for found in remarks(tmp_path, *args, "--draft", "c")] == ["XC905"]


def test_the_text_output_names_both_items(tmp_path: Path) -> None:
    args = every_remark(tmp_path)
    out = run(tmp_path, "check", *args).out
    assert re.search(r"^claims/a.yaml:3:\d+: remark: Plan Colombia / start \[new\]$", out, re.MULTILINE)
    assert (
        '"Plan Colombia / start" has a single claim and is nearly "Plan Columbia / start": if they '
        "are one, correct it or add an alias." in out
    )
    assert "XC904 close-item, XC904-" in out


def test_ids_are_unique(tmp_path: Path) -> None:
    """Two near names of one claim, and a name that is near two others, are one remark."""
    claims = [
        c("a", "Plan Columbia", "start", "2000", said_by="Claudia Scheinbaum"),
        c("b", "Plan Colombias", "start", "2000"),
        c("c", "Plan Colombia", "start", "2000"),
    ]
    names = "Plan Colombia: {}\nClaudia Sheinbaum: {}\nPlan Columbian: {}\n"
    workspace(tmp_path, claims, attributes=ATTRIBUTES, names=names)
    ids = [found["id"] for found in findings(tmp_path)]
    assert len(set(ids)) == len(ids) > 2


# Which names are nearly the same


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("Plan Colombia", "Plan Columbia", True),
        ("Karoline Leavitt", "Karoline Leavit", True),
        ("Nicloás Maduro", "Nicolás Maduro", True),
        ("Cartel of the Sun", "Cartel of the Suns", True),
        ("country", "countries", True),
        ("MS-13", "MS13", True),
        ("U.S. Treasury", "US Treasury", True),
        ("Maduro, Nicolás", "Nicolás Maduro", True),
        ("Department of Justice of the US", "US Department of Justice", True),
        ("16 May 2024 attack", "May 16, 2024 attack", True),
        ("organised crime", "organized crime", True),
        ("US fight against organized crime in Latin America", "Fight against organized crime in Latin America", True),
        ("US military aid to Colombia", "US aid to Colombia", False),
        ("Group 12", "Group 13", False),
        ("Group 12", "Group 1 2", False),
        ("Group 12", "Group", False),
        ("5 of 12", "12 of 5", False),
        (
            "attack of May 12 on the northern village of Uribia",
            "attack of May on the northern village of Uribia",
            False,
        ),
        ("Part A", "Part B", False),
        ("Group A", "Group", False),
        ("World War I", "World War II", False),
        ("Iran", "Iraq", False),
        ("Zambia", "Gambia", False),
        ("Colombia", "Colombian", False),
        ("Honduras", "Honduran", False),
        ("Germany", "German", False),
        ("sanctioned", "sanctioned by", False),
        ("Ecuador", "Paraguay", False),
        ("—", "***", False),
        ("", "a", False),
    ],
)
def test_what_is_nearly_the_same(name: str, other: str, alike: bool) -> None:
    assert near(normalise(name), normalise(other)) is alike
    assert list(near_pairs([name, other])) == ([tuple(sorted((name, other), key=normalise))] if alike else [])


words = st.sampled_from(
    ["plan", "colombia", "columbia", "colombian", "colombias", "cartel", "cartels", "of", "the", "u.s.", "us", "sun",
     "suns", "ms-13", "ms13", "12", "1", "2", "countries", "country", "aalto", "aalta", "aatlo", "aaltoo", "by",
     "é", "-"]
)  # fmt: skip
names_of = st.lists(words, max_size=8).map(" ".join)
lists_of_names = st.lists(names_of, max_size=25)


@given(names_of, names_of)
def test_to_be_near_is_symmetric_and_never_across_figures(name: str, other: str) -> None:
    one, two = normalise(name), normalise(other)
    assert near(one, two) == near(two, one)
    if [s for s in one if s.isdigit()] != [s for s in two if s.isdigit()]:
        assert not near(one, two)
    assert not near(one, one)


@given(lists_of_names)
@example(["colombia plan", "plan colombia", "plan columbia", "Plan  Colombia"])
@example(["aalto", "aalta", "aatlo", "aaltoo", *"abcdefgh"])
@example(["aalto of plan", "aalta of plan", "plan zaalto cartel", "plan zaalta cartel", *"abcdefgh"])
@example(["us plan sun cartel country", "us plan sun cartel country colombia", *"abcdefgh"])
def test_looking_up_finds_what_comparing_all_finds(names: list[str]) -> None:
    keys = sorted(set(map(normalise, names)))
    pairs = [tuple(map(normalise, pair)) for pair in near_pairs(names)]
    assert pairs == [pair for pair in combinations(keys, 2) if near(*pair)]
    assert {name for pair in near_pairs(names) for name in pair} <= set(names)


@given(st.lists(st.text("abcABCé 12-", max_size=12), max_size=20))
def test_looking_up_finds_what_comparing_all_finds_in_any_text(names: list[str]) -> None:
    keys = sorted(set(map(normalise, names)))
    assert [tuple(map(normalise, pair)) for pair in near_pairs(names)] == [
        pair for pair in combinations(keys, 2) if near(*pair)
    ]


@given(lists_of_names)
def test_neighbours_are_mutual_and_few(names: list[str]) -> None:
    found = neighbours(set(map(normalise, names)))
    assert all(name in found[other] for name, others in found.items() for other in others)
    assert all(0 < len(others) <= SERIES for others in found.values())


@pytest.mark.parametrize("alike", range(1, SERIES + 3))
def test_a_name_that_is_nearly_many_others_is_one_of_a_series(alike: int) -> None:
    hub = "abcdefghij"
    others = [f"{hub[: n + 1]}x{hub[n + 2 :]}" for n in range(alike)]
    found = {hub: others[::-1]} | {name: [hub] for name in others}
    assert neighbours([hub, *others]) == (found if alike <= SERIES else {})


def spelled(number: int) -> str:
    """A word of its own for each number, two letters or more from every other."""
    letters = ["ab", "ec", "id", "of", "ug", "yh", "kj", "ml", "pn", "sr"]
    return "".join(letters[int(digit)] for digit in f"{number:05d}")


SERIES_OF_NAMES = {
    "last names": lambda n: f"Person Smith {spelled(n)}",
    "figures": lambda n: f"Group {n}",
    "a long title": lambda n: (
        f"Attack on the village {spelled(n)} in the north of the province of Sucumbíos in Ecuador"
    ),
}


@pytest.mark.parametrize("kind", SERIES_OF_NAMES)
def test_steps_grow_as_the_names_do(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(count: int) -> int:
        made = 0

        def counted(key: str, letters: int) -> Iterator[tuple[tuple[str, ...], bool]]:
            nonlocal made
            for trace in similarity_traces(key, letters):
                made += 1
                yield trace

        def compared(name: str, other: str, letters: int) -> bool:
            nonlocal made
            made += 1
            return is_near(name, other, letters)

        monkeypatch.setattr(similarity, "traces", counted)
        monkeypatch.setattr(similarity, "near", compared)
        list(near_pairs([SERIES_OF_NAMES[kind](number) for number in range(count)]))
        return made

    similarity_traces, is_near = similarity.traces, similarity.near
    assert steps(20_000) <= 15 * steps(2_000)


def test_5000_names_take_little_room() -> None:
    """25 MB; a byte for each pair would be as much again."""
    names = [SERIES_OF_NAMES["a long title"](number) for number in range(5000)]
    keys = set(map(normalise, names))
    assert len(keys) == len(names)
    tracemalloc.start()
    assert list(near_pairs(names)) == []
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * 2**20


# What a remark is given


def test_an_item_without_a_claim_is_told_with_one_claim_of_the_relation(tmp_path: Path) -> None:
    claims = [c(source, "Plan Colombia", "start", "2000") for source in "st"]
    order = "- order: {items: [Plan Colombia / start, Peace Colombia / start]}\n"
    root = workspace(tmp_path, claims, attributes="start: {kind: date}\n", files={"rules/relations.yaml": order})
    (found,) = (one for one in remarks(root) if one["code"] == "XC909")
    assert [claim["claim"] for side in found["sides"] for claim in side["claims"]] == ["s/plan-colombia-start"]


class Words(frozenset[str]):
    def finds(self, name: str) -> bool:
        return name in self


@pytest.mark.parametrize(
    ("subjects", "attributes", "expected"),
    [("a", None, [("a", "x"), ("a", "y")]), ("a", "y", [("a", "x"), ("a", "y"), ("b", "y")]), ("", "x", [("a", "x")]),
     ("x", None, []), ("", "b", [])],
)  # fmt: skip
def test_titles_are_found_by_either_part(subjects: str, attributes: str | None, expected: list[Any]) -> None:
    found = [items(claim("s", "2000", subject=s, attribute=a), kind="date")[0] for s, a in ("ax", "ay", "by")]
    listed = ListedItems(found, Policy({}, Names.of([])))
    wanted = None if attributes is None else Words(attributes)
    assert sorted(listed.titles_found(Words(subjects), wanted)) == expected


# What a curator told apart


def told(*claims: Any, code: str, kind: str = "date", names: Names | None = None, **keys: Any) -> list[str]:
    """The messages of one rule on claims of one kind."""
    names = names or Names.of([])
    found = items(*claims, kind=kind, names=names, **keys)
    overview = overview_of(found, names)
    return [finding.message for finding in judge_workspace(overview, shipped(), names) if finding.code == code]


def overview_of(found: Sequence[Item], names: Names) -> Overview:
    """A workspace of items that are given one by one."""
    ordered = sorted(found, key=lambda item: (names.key(item.subject), normalise(item.attribute.name)))
    policy = Policy({}, names)
    return Overview(items=ListedItems(ordered, policy), policy=policy, known_names=names.all_spellings)


def test_a_derived_claim_tells_no_two_items_apart() -> None:
    """A relation that misspells an item derives a claim on it, beside the claims of that source on the item meant."""
    made = items(claim("s", "2000", subject="Plan Colombia"), claim("s", "2000", subject="Plan Columbia"), kind="date")
    (colombia, columbia) = made
    assert told(*(row.claim for item in made for row in item.rows), code="XC904") == []
    (row,) = columbia.rows
    derived = replace(row, claim=replace(row.claim, follows_from=("s/a", "s/b")))
    overview = overview_of([colombia, replace(columbia, rows=(derived,))], Names.of([]))
    assert [f.code for f in judge_workspace(overview, shipped(), Names.of([]))] == ["XC904"]


def test_both_parts_of_a_title_may_be_near() -> None:
    made = [
        claim("s", "2000", subject="Plan Colombia", attribute="start"),
        claim("t", "2000", subject="Plan Columbia", attribute="starts"),
    ]
    assert told(*made, code="XC904") == [
        '"Plan Colombia / start" has a single claim and is nearly "Plan Columbia / starts": if they '
        "are one, correct it or add an alias."
    ]


def test_the_one_with_a_single_claim_is_told() -> None:
    made = [claim(source, "2000", subject="Plan Colombia") for source in "ab"] + [
        claim("t", "2000", subject="Plan Columbia")
    ]
    assert told(*made, code="XC904") == [
        '"Plan Columbia / value" has a single claim and is nearly "Plan Colombia / value": if they '
        "are one, correct it or add an alias."
    ]


SLIP = [
    c("a", "Plan Columbia", "start", "2000", id="start"),
    c("a", "Plan Columbia", "starts", "2005", id="starts"),
    c("b", "Plan Colombia", "start", "2000", id="start"),
    c("c", "Plan Colombia", "starts", "2005", id="starts"),
]
KNOWN = "Plan Colombia: {}\n"
QUIET = 'disable = ["XC909"]\n'


def test_a_slip_of_a_known_name_is_one_remark(tmp_path: Path) -> None:
    (found,) = remarks(workspace(tmp_path, SLIP, attributes=ATTRIBUTES, names=KNOWN, settings=QUIET))
    assert found["code"] == "XC903"
    assert found["message"].endswith(
        'Until then "Plan Colombia / start" and "Plan Colombia / starts" have nothing to be compared with.'
    )
    claims = [claim["claim"] for side in found["sides"] for claim in side["claims"]]
    assert sorted(claims) == ["a/start", "a/starts", "b/start", "c/starts"]
    assert remarks(tmp_path, "--draft", "c") == [found]


@pytest.mark.parametrize(
    ("names", "settings", "codes"),
    [
        ("", QUIET, ["XC904"] * 2),
        (KNOWN, 'disable = ["XC909", "XC903"]\n', ["XC904"] * 2),
        (KNOWN, 'disable = ["XC909", "XC904"]\n', ["XC903"]),
        (KNOWN, QUIET + "[rules.XC903]\nletters = 12\n", ["XC904"] * 2),
    ],
)
def test_close_items_are_told_where_nothing_is_said_of_their_names(
    names: str, settings: str, codes: list[str], tmp_path: Path
) -> None:
    root = workspace(tmp_path, SLIP, attributes=ATTRIBUTES, names=names, settings=settings)
    assert [found["code"] for found in remarks(root)] == codes


def test_a_further_slip_in_the_attribute_is_told_with_the_items(tmp_path: Path) -> None:
    root = workspace(tmp_path, [SLIP[0], SLIP[3]], attributes=ATTRIBUTES, names=KNOWN, settings=QUIET)
    assert [found["code"] for found in remarks(root)] == ["XC904", "XC903"]


def test_a_decision_on_close_items_settles_the_remark_on_their_names(tmp_path: Path) -> None:
    root = workspace(tmp_path, [SLIP[0], SLIP[2]], attributes=ATTRIBUTES, settings=QUIET)
    resolve(root, *(found["id"] for found in remarks(root)))
    (root / "rules/names.yaml").write_text(KNOWN)
    (found,) = remarks(root)
    assert (found["code"], found["status"]) == ("XC903", "resolved")
    assert "no longer found" not in run(root, "check").out


def test_a_name_is_shown_as_it_is_written_and_all_that_it_is_near() -> None:
    names = Names.of([Name("Javier Milei"), Name("Javier Miley", distinct=("Javier Milei",))])
    assert told(claim("s", "Milei, Javier Milej and others"), code="XC903", kind="names", names=names) == [
        '"Javier Milej" is nearly "Javier Milei" and "Javier Miley", but names.yaml does not make them one: '
        'if they are, write it into "aliases", else into "not".'
    ]


def test_a_name_is_near_the_spelling_that_others_are_aliases_of() -> None:
    names = Names.of([Name("Harbour Bridge", aliases=("The Harbour Bridge",))])
    assert told(claim("s", "2000", subject="Harbor Bridge"), code="XC903", names=names) == [
        '"Harbor Bridge" is nearly "Harbour Bridge", but names.yaml does not make them one: '
        'if they are, write it into "aliases", else into "not".'
    ]


def test_many_others_are_counted() -> None:
    made = [
        claim(f"s{n}", word, subject="Accord") for n, word in enumerate(["frozen", "dead", "on ice", "asleep", "gone"])
    ]
    assert told(*made, code="XC906", kind="category") == [
        '"frozen", "dead", "on ice" and 2 more are not in names.yaml, so they are not compared with each other.'
    ]


def test_a_member_that_no_claim_speaks_of_is_told_with_the_item_that_may_be_meant(tmp_path: Path) -> None:
    claims = [
        c("a", "Plan Colombia", "start", "2000"),
        c("b", "Plan Colombia", "start", "2000"),
        c("a", "Peace Colombia", "start", "2016"),
    ]
    relations = "- order: {items: [Plan Columbia / start, Peace Colombia / start]}\n"
    workspace(tmp_path, claims, attributes=ATTRIBUTES, files={"rules/relations.yaml": relations})
    (found,) = remarks(tmp_path)
    assert found["message"] == (
        'No claim is about "Plan Columbia / start", which the order at rules/relations.yaml:1:3 names; '
        'nearly that is "Plan Colombia / start".'
    )
    assert found["subject"] == "Plan Columbia"
