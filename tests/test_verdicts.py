"""What two claims are to each other: the table of verdicts, as a fact-checker would tell it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.pairs import pair_verdict
from crosscheck.model import OverTime
from crosscheck.vocabulary import Name, Names
from items import claim, findings, items, verdicts

CONFLICT, TENSION, DISPUTE, SUPERSEDED, AGREE = "contradiction", "tension", "dispute", "superseded", "agreement"
REMARK = "remark"


@pytest.mark.parametrize(
    ("kind", "one", "other", "found"),
    [
        ("money", "some $15 billion", "around $14 billion", [TENSION]),
        ("money", "$15 billion", "$14 billion", [CONFLICT]),
        ("money", "$15 billion", "some $15 billion", [AGREE]),
        ("money", "more than $700 million", "$900 million", []),
        ("money", "more than $700 million", "$2 billion", [TENSION]),
        ("date", "1999", "2000", [CONFLICT]),
        ("date", "1999", "late 1990s", [AGREE]),
        ("date", "1996", "late 1990s", [TENSION]),
        ("date", "5 October 2025", "October 2025", [AGREE]),
        ("date", "by the end of 2015", "2012", []),
        ("count", "at least three", "11 people", []),
        ("count", "at least three", "two", [CONFLICT]),
        ("count", "hundreds", "1,500", [TENSION]),
        ("share", "three of every four", "75%", [AGREE]),
        ("share", "over half", "40 percent", [CONFLICT]),
        ("duration", "a decade and a half", "15 years", [AGREE]),
        ("quantity", "625,000 acres", "252,929 hectares", [AGREE]),
    ],
)
def test_two_sources(kind: str, one: str, other: str, found: list[str]) -> None:
    assert verdicts(claim("rusi", one), claim("aleld", other), kind=kind) == found


def test_a_softening_scope_makes_a_contradiction_a_tension() -> None:
    signed = claim("insight-crime", "1999", scope={"milestone": "signed"})
    launched = claim("rusi", "2000", scope={"milestone": "launched"})
    found = findings(signed, launched, kind="date")
    assert [f.verdict.value for f in found] == [TENSION]
    assert "another definition: milestone is signed against launched" in found[0].explanations
    assert verdicts(signed, claim("rusi", "2000"), kind="date") == [TENSION]


def test_a_separating_scope_makes_two_items() -> None:
    by_ecuador = claim("insight-crime", "22", scope={"by": "Ecuador"})
    by_us = claim("as-coa", "two", scope={"by": "United States"})
    assert verdicts(by_ecuador, by_us, kind="count", separated_by=("by",)) == []
    assert verdicts(by_ecuador, claim("as-coa", "two"), kind="count", separated_by=("by",)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"when": "2024"}, {"when": "2025"}, [SUPERSEDED]),
        ({"when": "2025"}, {"when": "2025"}, [CONFLICT]),
        ({"when": "2025"}, {"when": "2025-08"}, [CONFLICT]),
        ({"when": "2024-07/2025-06"}, {"when": "2025"}, [TENSION]),
        ({"when": "2024/.."}, {"when": "2025"}, [SUPERSEDED]),
        ({"when": "2025"}, {}, [TENSION]),
        ({}, {}, [TENSION]),
    ],
)
def test_a_value_that_changes(one: dict[str, str], other: dict[str, str], found: list[str]) -> None:
    claims = claim("rusi", "$25 million", **one), claim("as-coa", "$50 million", **other)
    assert verdicts(*claims, kind="money", over_time="changes") == found


def test_publication_stands_in_for_the_time_of_a_value() -> None:
    claims = claim("rusi", "$25 million"), claim("as-coa", "$50 million")
    for as_coa, found in (("2025-09-08", SUPERSEDED), ("2025-01", CONFLICT)):
        published = {"rusi": "2025-01", "as-coa": as_coa}
        assert verdicts(*claims, kind="money", over_time="changes", published=published) == [found]


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        ("one", "11", [SUPERSEDED]),
        ("11", "one", [CONFLICT]),
        ("at least three", "one", [CONFLICT]),
        ("one", "at least three", [SUPERSEDED]),
    ],
)
def test_a_running_total_never_falls(earlier: str, later: str, found: list[str]) -> None:
    claims = claim("as-coa", earlier, when="2025-09"), claim("aleld", later, when="2025-10")
    assert verdicts(*claims, kind="count", over_time="accumulates") == found


def test_a_running_total_of_which_neither_is_known_to_be_later_says_nothing() -> None:
    claims = claim("as-coa", "one", when="2025-09-03"), claim("aleld", "at least three", when="../2025-10-10")
    assert verdicts(*claims, kind="count", over_time="accumulates") == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # an author and a speaker who is only reported: a dispute
        ({"said_by": "Donald Trump"}, {}, [DISPUTE]),
        # two speakers, both only reported
        ({"said_by": "Donald Trump"}, {"said_by": "Claudia Sheinbaum"}, [DISPUTE]),
        # two reports of one speaker's words are a conflict
        ({"said_by": "Donald Trump"}, {"said_by": "Donald Trump"}, [CONFLICT]),
        # an author who adopts what a speaker says is not only reporting it
        ({"said_by": "Donald Trump", "stance": "asserts"}, {}, [CONFLICT]),
    ],
)
def test_who_says_it(one: dict[str, str], other: dict[str, str], found: list[str]) -> None:
    assert verdicts(claim("rusi", "97%", **one), claim("insight-crime", "50%", **other), kind="share") == found


def test_an_author_is_one_speaker_wherever_she_is_quoted() -> None:
    by_her, quoting_her = claim("rusi", "5"), claim("aleld", "7", said_by="Jane Doe")
    assert verdicts(by_her, quoting_her, kind="count") == [DISPUTE]
    assert verdicts(by_her, quoting_her, kind="count", authors={"rusi": "Jane Doe"}) == [CONFLICT]


def test_a_side_is_spoken_for_by_a_claim_that_stands_on_no_other() -> None:
    claims = claim("a", "5–70"), claim("b", "7"), claim("d", "70"), claim("e", "100")
    finding, agreement = findings(*claims, kind="count")
    assert [side.text for side in finding.sides] == ["7", "70", "100"]
    assert [side.text for side in agreement.sides] == ["7", "70"]
    assert "a factor of 10: the two differ by 10" in finding.explanations
    assert finding.message.startswith('b has "7"; d has "70"; e has "100"')


def test_a_disputed_value_contradicts_whoever_states_it() -> None:
    denial = claim("insight-crime", "97%", stance="disputes")
    assert verdicts(denial, claim("rusi", "97%"), kind="share") == [CONFLICT]
    assert verdicts(denial, claim("rusi", "97%", said_by="Donald Trump"), kind="share") == [DISPUTE]
    assert verdicts(denial, claim("rusi", "20%"), kind="share") == []
    assert verdicts(denial, claim("rusi", "97%", stance="disputes"), kind="share") == []


def test_one_source_can_contradict_itself() -> None:
    assert verdicts(claim("as-coa", "August 22, 2025"), claim("as-coa", "August 27, 2025"), kind="date") == [CONFLICT]


def test_an_agreement_needs_two_witnesses() -> None:
    same = claim("rusi", "2016"), claim("aleld", "2016")
    assert verdicts(*same, kind="date") == [AGREE]
    assert verdicts(claim("rusi", "2016", id="a"), claim("rusi", "2016", id="b"), kind="date") == []
    # one repeats the other; both repeat a third that the workspace does not have
    assert verdicts(*same, kind="date", copies={"rusi": ("aleld",)}) == [REMARK]
    assert verdicts(*same, kind="date", copies={"rusi": ("reuters",), "aleld": ("reuters",)}) == [REMARK]
    # two reports of one speaker are one witness
    assert verdicts(claim("rusi", "97%", said_by="Trump"), claim("aleld", "97%", said_by="Trump"), kind="share") == [
        REMARK
    ]


def test_what_is_open_ended_agrees_with_nobody() -> None:
    assert verdicts(claim("rusi", "at least three"), claim("aleld", "at least three"), kind="count") == []


def test_conflict_and_agreement_of_one_item_are_two_findings() -> None:
    claims = claim("rusi", "2016"), claim("aleld", "2016"), claim("as-coa", "2012")
    conflict, agreement = findings(*claims, kind="date")
    assert [len(side.rows) for side in conflict.sides] == [1, 2]
    assert [row.claim.source for row in agreement.sides[0].rows] == ["aleld", "rusi"]
    assert conflict.id != agreement.id


def test_a_claim_that_clashes_with_none_is_left_out() -> None:
    claims = claim("rusi", "5"), claim("aleld", "7"), claim("as-coa", "at least three")
    (finding,) = findings(*claims, kind="count")
    assert {row.claim.source for side in finding.sides for row in side.rows} == {"rusi", "aleld"}


def test_names_make_one_item_only_if_the_file_says_so() -> None:
    claims = claim("rusi", "1999", subject="Cartel of the Suns"), claim("aleld", "2001", subject="Cartel de los Soles")
    assert verdicts(*claims, kind="date") == []
    names = Names.of([Name("Cartel of the Suns", ("Cartel de los Soles",))])
    assert verdicts(*claims, kind="date", names=names) == [CONFLICT]
    assert (
        len(items(claim("rusi", "1", subject="The “Cártel”"), claim("aleld", "2", subject="cartel"), kind="count")) == 1
    )


def test_a_tolerance_widens_what_is_narrower() -> None:
    claims = claim("rusi", "3 March 2024"), claim("aleld", "4 March 2024")
    assert verdicts(*claims, kind="date") == [CONFLICT]
    assert verdicts(*claims, kind="date", tolerance="2 days") == [AGREE]


VALUES = ["1", "about 3", "at least 4", "more than 20", "nearly 30", "2–5", "dozens", "up to 12", "1,000", "2 thousand"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(VALUES), st.sampled_from(["2024", "2025", "2024/2025", "2025/.."]),
            st.sampled_from([None, "Donald Trump", "Gustavo Petro"]), st.sampled_from(["signed", "launched"]),
        ),
        min_size=2, max_size=5,
    ),
    st.sampled_from(list(OverTime)),
)  # fmt: skip
def test_the_order_of_claims_does_not_matter(told: list[tuple[str, str, str | None, str]], over_time: OverTime) -> None:
    claims = [
        claim(f"s{n}", value, when=when, said_by=by, scope={"milestone": milestone})
        for n, (value, when, by, milestone) in enumerate(told)
    ]
    (item,) = items(*claims, kind="count", over_time=over_time.value)
    for a, b in itertools.combinations(item.rows, 2):
        assert pair_verdict(a, b, over_time, IntervalComparator()) == pair_verdict(
            b, a, over_time, IntervalComparator()
        )
    forth = findings(*claims, kind="count", over_time=over_time.value)
    back = findings(*reversed(claims), kind="count", over_time=over_time.value)
    assert forth == back
