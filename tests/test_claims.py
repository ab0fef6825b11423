"""Claims get their ids, files of one source come together, and a draft takes the place of its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.workspace import DraftPlace, load
from factories import Entry, c, claims_file, document, findings, problems, run, workspace


def ids(root: Path, *entries: Entry, attributes: str = "") -> dict[str, str]:
    """The value of every claim by its id."""
    return {claim.id: claim.text for claim in load(workspace(root, entries, attributes=attributes)).claims}


@pytest.mark.parametrize(
    ("subject", "attribute", "id"),
    [
        ("Plan Colombia", "total aid", "s/plan-colombia-total-aid"),
        ("The “Cártel” of the Suns", "start", "s/cartel-of-the-suns-start"),
        ("US–Mexico  border", "length (km)", "s/us-mexico-border-length-km"),
        ("麻薬", "量", "s/麻薬-量"),
        ("…", "?", "s/claim"),
        ("A", "B_C", "s/a-b-c"),
    ],
)
def test_a_claim_without_an_id_has_the_slug_of_its_item(subject: str, attribute: str, id: str, tmp_path: Path) -> None:
    assert list(ids(tmp_path, c("s", subject, attribute, "x"))) == [id]


def test_only_separating_scope_is_part_of_the_slug(tmp_path: Path) -> None:
    claim = c("s", "A", "aid", "$5", scope={"recipient": "Police", "stage": "promised", "donor": "US"})
    attributes = "aid: {kind: money, separated_by: [recipient, donor]}\n"
    assert list(ids(tmp_path, claim, attributes=attributes)) == ["s/a-aid-us-police"]


def test_repeated_slugs_are_numbered_by_value_then_quote_wherever_they_stand(tmp_path: Path) -> None:
    claims = [
        c("s", "A", "aid", "$9", quote="b"),
        c("s", "A", "aid", "$10"),
        c("s", "A", "aid", "$9", quote="a"),
        c("t", "A", "aid", "$8"),
        c("s", "a", "Aid", "$9"),
    ]
    expected = {"s/a-aid": "$10", "s/a-aid-2": "$9", "s/a-aid-3": "$9", "s/a-aid-4": "$9", "t/a-aid": "$8"}
    assert ids(tmp_path / "one", *claims) == expected
    assert ids(tmp_path / "two", *reversed(claims)) == expected
    loaded = load(tmp_path / "two").claims
    assert [claim.quote for claim in loaded] == [None, None, "a", "b", None]


def test_an_explicit_id_keeps_its_place_among_slugs(tmp_path: Path) -> None:
    claims = c("s", "A", "aid", "$1"), c("s", "A", "aid", "$2"), c("s", "B", "aid", "$3", id="a-aid-2")
    assert ids(tmp_path, *claims) == {"s/a-aid": "$1", "s/a-aid-2": "$3", "s/a-aid-3": "$2"}


def test_one_id_may_stand_in_two_sources(tmp_path: Path) -> None:
    assert list(ids(tmp_path, c("s", "A", "aid", "$1", id="x"), c("t", "A", "aid", "$1", id="x"))) == ["s/x", "t/x"]


def test_a_source_split_over_files_is_one(tmp_path: Path) -> None:
    first = claims_file({"id": "s", "publisher": "The S"}, c("s", "A", "total aid", "$1").keys)
    further = claims_file("s", c("s", "A", "total aid", "$1").keys)
    loaded = load(workspace(tmp_path, {"z.yaml": first, "a/b.yaml": further}))
    assert [claim.id for claim in loaded.claims] == ["s/a-total-aid", "s/a-total-aid-2"]
    assert [source.label for source in loaded.sources.values()] == ["The S"]


def test_a_source_that_no_file_declares_is_accepted(tmp_path: Path) -> None:
    loaded = load(workspace(tmp_path, {"a.yaml": claims_file("s", c("s", "A", "total aid", "$1").keys)}))
    assert [source.label for source in loaded.sources.values()] == ["s"]


def test_values_come_on_one_line(tmp_path: Path) -> None:
    text = 'source: s\nclaims:\n  - subject: "A\\n B"\n    attribute: total aid\n    value: |\n      some\n      $5\n'
    (claim,) = load(workspace(tmp_path, {"a.yaml": text})).claims
    assert (claim.subject, claim.value) == ("A B", "some $5")


def test_excluded_files_are_not_read(tmp_path: Path) -> None:
    files = {"a.yaml": claims_file("s"), "old/b.yaml": "broken: ["}
    assert len(load(workspace(tmp_path, files, settings='exclude = ["claims/old/*"]')).claims) == 0


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Sources s, t and u; u is split over two files, and only s and u contradict each other."""
    claims = [
        c("s", "A", "total aid", "$1"),
        c("t", "A", "total aid", "$1"),
        c("t", "B", "start", "1999"),
        c("u", "A", "total aid", "$2"),
    ]
    further = claims_file("u", c("u", "B", "start", "2000").keys)
    return workspace(tmp_path / "three", claims, files={"claims/u2.yaml": further})


def items(root: Path, *args: str) -> list[str]:
    return [found["subject"] for found in findings(root, *args)]


def test_a_draft_by_id_shows_what_involves_its_source(three: Path) -> None:
    assert items(three) == ["A", "B"]
    assert items(three, "--draft", "s") == ["A"]
    assert items(three, "--draft", "u") == ["A", "B"]


def test_a_draft_outside_takes_the_place_of_all_of_its_source(three: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(claims_file("u", c("u", "A", "total aid", "$1").keys))
    assert items(three, "--draft", str(draft)) == []
    draft.write_text(claims_file({"id": "new"}, c("new", "A", "total aid", "$3").keys))
    assert items(three, "--draft", str(draft)) == ["A"]
    sides = findings(three, "--draft", str(draft))[0]["sides"]
    assert sides[-1]["claims"][0]["file"] == "draft.yaml"


def test_a_draft_that_is_a_file_of_the_workspace_drops_no_other_file_of_its_source(three: Path) -> None:
    assert items(three, "--draft", str(three / "claims/u.yaml")) == ["A", "B"]


def test_a_draft_may_be_named_from_the_workspace(three: Path) -> None:
    assert DraftPlace.of("claims/u.yaml", three) == DraftPlace(path=three / "claims/u.yaml")
    assert DraftPlace.of("u", three) == DraftPlace(source="u")


@pytest.mark.parametrize(
    ("argument", "complaint"),
    [
        ("tt", '--draft: "tt" is neither a source of this workspace nor a file (did you mean "t"?)'),
        ("", '--draft: "" is neither a source of this workspace nor a file'),
        ("none/such.yaml", "such.yaml:1:1: cannot be read: No such file or directory"),
    ],
)
def test_a_draft_that_is_not_there(three: Path, argument: str, complaint: str) -> None:
    ran = run(three, "check", "--draft", argument)
    assert (ran.code, ran.err.splitlines()[0]) == (2, complaint)


def test_a_broken_draft_is_refused_like_any_claims_file(three: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("source: u\n")
    told = document(three, "--draft", str(draft))["problems"]
    assert [(problem["file"], problem["message"]) for problem in told] == [
        ("draft.yaml", 'the file lacks "claims:"; accepted: "source:" and "claims:"')
    ]


def test_a_draft_does_not_judge_which_decisions_are_stale(three: Path) -> None:
    assert run(three, "resolve", "--undecided", "--decision", "unsure", "--reason", "r", "--by", "A. Editor").code == 0
    (three / "claims/u2.yaml").unlink()
    assert "is decided but no longer found" in run(three, "check").out
    assert "is decided but no longer found" not in run(three, "check", "--draft", "u").out


def test_a_time_counts_from_the_publication_of_its_own_source(tmp_path: Path) -> None:
    def told(id: str, published: str, value: int) -> str:
        claim = {"subject": "Gang", "attribute": "members", "value": f"{value} members", "when": "last year"}
        return claims_file({"id": id, "published": published}, claim)

    root = workspace(
        tmp_path,
        {"a.yaml": told("a", "2015", 10), "b.yaml": told("b", "2016", 20), "c.yaml": told("c", "2016", 30)},
        attributes="members: {kind: count, over_time: changes}\n",
    )
    found = {one["verdict"]: [side["text"] for side in one["sides"]] for one in findings(root)}
    assert found == {
        "contradiction": ["20 members", "30 members"], "superseded": ["10 members", "20 members", "30 members"]
    }  # fmt: skip


def test_every_publication_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    claim = {"subject": "Gang", "attribute": "members", "value": "10", "when": "last year"}
    sheets = {f"{id}.yaml": claims_file({"id": id, "published": "soon"}, claim) for id in "ab"}
    root = workspace(tmp_path, sheets, attributes="members: {kind: count}\n")
    told = [told.partition(":")[0] for told in problems(root) if ': published "soon"' in told]
    assert told == ["claims/a.yaml", "claims/b.yaml"]


def test_a_source_says_how_it_writes_dates(tmp_path: Path) -> None:
    def told(id: str, declared: dict[str, str], *values: str) -> str:
        claims = [{"subject": f"S{n}", "attribute": "start", "value": value} for n, value in enumerate(values)]
        return claims_file({"id": id, **declared}, *claims)

    files = {
        "a.yaml": told("a", {"date_order": "dmy", "fiscal_year": "10-01"}, "10/05/2025", "FY2024"),
        "b.yaml": told("b", {"date_order": "mdy"}, "05/10/2025", "October 2023 to September 2024"),
    }
    root = workspace(tmp_path, files, attributes="start: {kind: date}\n")
    assert run(root, "check").code == 0
    root = workspace(
        tmp_path / "refused", {"a.yaml": told("a", {}, "10/05/2025", "FY2024")}, attributes="start: {kind: date}\n"
    )
    assert [said.count("cannot be read as a date") for said in problems(root)] == [1, 1]


def test_a_month_in_figures_is_one_where_a_curator_writes_it(tmp_path: Path) -> None:
    claims = [
        {"subject": "A", "attribute": "start", "value": "2009-10", "read_as": "2009-10", "when": "2010-21"},
        {"subject": "B", "attribute": "start", "value": "2009-10"},
    ]
    root = workspace(tmp_path, {"a.yaml": claims_file({"id": "a"}, *claims)}, attributes="start: {kind: date}\n")
    (said,) = problems(root)
    assert 'value "2009-10"' in said
    assert "October 2009" in said


def test_a_source_says_which_currency_a_shared_name_is(tmp_path: Path) -> None:
    values = ({"subject": "A", "attribute": "aid", "value": value} for value in ("$5 million", "5 million pesos"))
    root = workspace(
        tmp_path,
        {f"{n}.yaml": claims_file({"id": f"s{n}", "currency": "COP"}, claim) for n, claim in enumerate(values)},
        attributes="aid: {kind: money, unit: COP}\n",
    )
    assert run(root, "check").code == 0
