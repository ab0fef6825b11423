"""`crosscheck items` lists what claims speak of: how many, of how many sources, and what their witnesses share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import crosscheck
from crosscheck.model import Title
from crosscheck.nearness import NameFinder, initials, is_one_word, matching, nearest
from crosscheck.schema import render as schema
from crosscheck.vocabulary import Name, Names
from factories import c, run, workspace
from tables import table_files

ATTRIBUTES = """\
cost: {kind: money, unit: USD}
deaths: {kind: count}
start: {kind: date}
end: {kind: date}
duration: {kind: duration, unit: year}
aid: {kind: money, unit: USD, separated_by: [recipient]}
"""
SPAN = {"rules/relations.yaml": "- span: {start: Plan / start, duration: Plan / duration, end: Plan / end}\n"}
CLAIMS = sorted(
    [
        c("s", "Bridge collapse", "deaths", "6"),
        c("t", "Bridge collapse", "deaths", "6"),
        c("u", "bridge collapse", "deaths", "8"),
        c("s", "Bridge collapse", "cost", "$5"),
        c("s", "Gulf Clan", "deaths", "at least 3"),
        c("t", "Clan del Golfo", "deaths", "at least 5"),
        c("s", "Plan", "start", "2000"),
        c("s", "Plan", "duration", "exactly 10 years"),
        c("t", "Plan", "end", "2010"),
        c("s", "Peru", "aid", "$5", scope={"recipient": "army"}),
        c("t", "Peru", "aid", "$5", scope={"recipient": "police"}),
    ],
    key=lambda entry: entry.source,
)
LISTED = [
    "Bridge collapse / cost: 1 claim of 1 source",
    'Bridge collapse / deaths: 3 claims of 3 sources; 2 witnesses share "6"',
    "Gulf Clan / deaths: 2 claims of 2 sources",
    "Peru / aid (recipient: army): 1 claim of 1 source",
    "Peru / aid (recipient: police): 1 claim of 1 source",
    "Plan / duration: 1 claim of 1 source",
    'Plan / end: 2 claims of 2 sources; 2 witnesses share "2010"',
    "Plan / start: 1 claim of 1 source",
]
"""The claim of the end that follows from start and duration counts."""

NAMES = "Gulf Clan: {aliases: [Clan del Golfo]}\n"


@pytest.fixture(params=["yaml", "csv", "parquet"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    files: Any = CLAIMS if request.param == "yaml" else table_files(CLAIMS, request.param, tmp_path)
    return workspace(tmp_path / "w", files, attributes=ATTRIBUTES, names=NAMES, files=SPAN)


def listed(root: Path, *args: str) -> list[str]:
    """The items that are listed."""
    ran = run(root, "items", "--quiet", *args)
    assert ran.code == 0
    return ran.out.splitlines()


def test_all_items(root: Path) -> None:
    assert listed(root) == LISTED
    assert run(root, "items").out.splitlines()[-1] == "8 of 8 items; 3 of all have a second source"


def test_items_that_met_no_second_source(root: Path) -> None:
    assert listed(root, "--alone") == [item for item in LISTED if " of 1 source" in item]
    assert run(root, "items", "--alone").out.splitlines()[-1] == "5 of 8 items; 3 of all have a second source"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", [0, 1]),
        ("deaths", [1, 2]),
        ("bridge deaths", [1, 0, 2]),
        ("Bridges collapsed", [0, 1]),
        ("golfo", [2]),
        ("brid", [0, 1]),
        ("eiffel", []),
        ("of the", []),
        (" ", []),
    ],
)
def test_items_that_have_a_word_the_nearest_first(words: str, found: list[int], root: Path) -> None:
    assert listed(root, *words.split(" ")) == [LISTED[place] for place in found]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Gluf", ['did you mean "Gulf Clan / deaths"?']),
        ("perou", ['did you mean "Peru / aid (recipient: army)" or "Peru / aid (recipient: police)"?']),
        ("eiffel", []),
        (" ", []),
    ],
)
def test_where_no_item_has_a_word_what_may_be_meant_is_named(word: str, meant: list[str], root: Path) -> None:
    last = "0 of 8 items; 3 of all have a second source"
    assert run(root, "items", word).out.splitlines() == [last, *meant]
    assert listed(root, word) == []
    assert listed(root, "--format", "json", word) == []


def test_items_as_json(root: Path) -> None:
    records = [json.loads(line) for line in listed(root, "--format", "json", "bridge", "deaths", "--alone")]
    assert records == [
        {
            "subject": "Bridge collapse",
            "attribute": "cost",
            "scope": {},
            "kind": "money",
            "claims": 1,
            "sources": 1,
            "shared": [],
        }
    ]
    validator = Draft7Validator(json.loads(schema("items")))
    for line in listed(root, "--format", "json"):
        validator.validate(json.loads(line))


def test_items_in_python(root: Path) -> None:
    loaded = crosscheck.load(root)
    assert [item.claims for item in loaded.items()] == [1, 3, 2, 1, 1, 1, 2, 1]
    (first, *_) = loaded.items("bridge deaths")
    assert (first.subject, first.sources, [(v.text, v.witnesses) for v in first.shared]) == (
        "Bridge collapse",
        3,
        [("6", 2)],
    )
    assert len(loaded.items(alone=True)) == 5


def test_a_workspace_without_claims_has_no_items(tmp_path: Path) -> None:
    assert run(workspace(tmp_path), "items").code == 3


def test_a_name_that_steers_a_terminal_is_shown_as_it_is(tmp_path: Path) -> None:
    root = workspace(tmp_path, [c("s", "A\u202eB", "cost", "$5")], attributes=ATTRIBUTES)
    assert listed(root) == ["A<U+202E>B / cost: 1 claim of 1 source"]


# ---- what is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("collapse", "collapsed", True),
        ("colombia", "columbia", True),
        ("iran", "iraq", False),
        ("gambia", "zambia", False),
        ("1999x", "1998x", False),
    ],
)
def test_words_that_are_nearly_one(one: str, other: str, same: bool) -> None:
    assert is_one_word(one, other) is is_one_word(other, one) is same


def test_initials() -> None:
    assert initials("the World Health Organization") == "who"
    assert initials("Colombia") == ""


def near(wanted: Title, *titles: Title, names: Names = Names()) -> list[Title]:  # noqa: B008
    return list(nearest(wanted, "count", [(title, "count") for title in titles], names))


def test_a_subject_counts_more_than_an_attribute() -> None:
    subject, attribute = ("key bridge", "victims"), ("tunnel", "deaths")
    assert near(("key bridge", "deaths"), subject, attribute) == [subject]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    many = [(f"colombia {word}", "deaths") for word in ("army", "navy", "police", "senate")]
    assert near(("colombia peace", "deaths"), *many, ("peace deal", "deaths"))[0] == ("peace deal", "deaths")


def test_figures_alone_are_not_near() -> None:
    assert near(("city 17", "deaths"), ("river 17", "deaths")) == []
    assert near(("ward 3", "deaths"), ("ward 4", "deaths")) == []
    assert near(("ward 3 north", "deaths"), ("ward 3", "deaths")) == [("ward 3", "deaths")]
    assert near(("737", "deaths"), ("737", "killed")) == [("737", "killed")]


def test_a_finder_finds_whatever_is_near() -> None:
    names = Names.of([Name("Gulf Clan", ("Clan del Golfo",))])
    wanted = ("clan del golfo cartel", "deaths")
    assert near(wanted, ("gulf clan", "deaths"), names=names) == [("gulf clan", "deaths")]
    assert NameFinder.of([wanted[0]], names).finds("gulf clan")
    assert not NameFinder.of([wanted[0]], Names()).finds("gulf war")


def test_the_share_of_words_that_a_title_has() -> None:
    assert matching("bridge deaths", ("bridge collapse", "deaths"), Names()) == 1
    assert matching("bridge deaths", ("bridge collapse", "cost"), Names()) == 0.5
