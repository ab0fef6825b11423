"""The screen suspects every item that rules would find something in, and counts agreements as they do."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.engines import Screening, screening
from crosscheck.engines.local import Local
from crosscheck.model import (
    Attribute,
    Claim,
    Interval,
    Kind,
    OverTime,
    ReadingSettings,
    Severity,
    Source,
    Verdict,
)
from crosscheck.problems import Position, Problems
from crosscheck.table import frame
from crosscheck.table.ends import ends
from crosscheck.table.frame import Table
from crosscheck.table.items import Items
from crosscheck.table.reading import ClaimReader
from crosscheck.workspace.tabled import columns_of
from items import NAMES, claim, findings

VALUES = ["1", "3", "about 3", "at least 4", "more than 20", "2–5", "up to 12", "fewer than 3"]
ends_of = st.one_of(st.none(), st.fractions(-5, 5, max_denominator=9), st.just(Fraction(10**400)))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ends_of), draw(ends_of)
    if low is not None and high is not None and low > high:
        low, high = high, low
    point = low is not None and low == high
    low_in = low is None or point or draw(st.booleans())
    high_in = high is not None and (point or draw(st.booleans()))
    return Interval(low, high, low_in, high_in)


@given(intervals(), intervals())
def test_two_intervals_that_do_not_meet_are_always_suspected(a: Interval, b: Interval) -> None:
    (low_a, high_a), (low_b, high_b) = ends(a), ends(b)
    suspected = max(low_a, low_b) >= min(high_a, high_b)
    assert suspected or a.overlaps(b)


@given(intervals(), intervals())
def test_meeting_intersection_and_hull_fit_together(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert a.overlaps(b) == b.overlaps(a)
    assert hull == b.hull(a)
    assert hull.contains(a)
    assert hull.contains(b)
    if a.overlaps(b):
        both = a.intersection(b)
        assert both == b.intersection(a)
        assert a.contains(both)
        assert b.contains(both)


def table_of(
    *claims: Claim, kind: str, over_time: str = "fixed", published: dict[str, str] | None = None,
    copies: dict[str, tuple[str, ...]] | None = None,
) -> Table:  # fmt: skip
    """The table of claims whose attributes are all of one kind."""
    attributes = {c.attribute: Attribute(c.attribute, Kind(kind), None, OverTime(over_time)) for c in claims}
    sources = {
        one.source: Source(
            one.source, Position("claims/x.yaml"), published=(published or {}).get(one.source),
            copies=(copies or {}).get(one.source, ()),
        )
        for one in claims
    }  # fmt: skip
    problems = Problems()
    read = ClaimReader(columns_of(claims), sources, attributes, NAMES, ReadingSettings(), problems).read()
    problems.raise_any()
    return Table(read, Items.among(read))


def table(*told: tuple[int, str, str, bool]) -> Table:
    claims = [
        claim(f"s{source}", value, subject=subject, id=f"c{n}", stance="disputes" if denies else "asserts")
        for n, (source, subject, value, denies) in enumerate(told)
    ]
    return table_of(*claims, kind="count")


def screened(made: Table, least: Severity = Severity.WARNING) -> Screening:
    return screening(Local(), made, least=least)


sources = st.sampled_from("stu")
TIMES = [None, "2019", "2020", "2020-05", "2019/2020", "2020/..", "2031", "2019~"]
claims_in_time = st.lists(
    st.tuples(sources, st.sampled_from("AB"), st.sampled_from(VALUES), st.sampled_from(TIMES),
              st.sampled_from([None, None, "M", "N"]), st.sampled_from([False, False, False, True])),
    min_size=1, max_size=8,
)  # fmt: skip
copies_told = st.dictionaries(sources, st.just(("agency",)))
published_told = st.dictionaries(sources, st.just("2020-05"))


@given(
    claims_in_time, st.sampled_from(["fixed", "changes", "accumulates"]), st.sampled_from(Severity), copies_told,
    published_told,
)  # fmt: skip
def test_judging_what_the_screen_yields_and_counting_the_rest_is_judging_everything(
    told: list[tuple[str, str, str, str | None, str | None, bool]], over_time: str, least: Severity,
    copies: dict[str, tuple[str, ...]], published: dict[str, str],
) -> None:  # fmt: skip
    claims = [
        claim(
            source,
            value,
            subject=subject,
            id=f"c{n}",
            when=when,
            said_by=by,
            stance="disputes" if denies else "asserts",
        )
        for n, (source, subject, value, when, by, denies) in enumerate(told)
    ]
    keys: dict[str, Any] = {"kind": "count", "over_time": over_time, "copies": copies, "published": published}
    found = Counter(finding.verdict for finding in findings(*claims, **keys))
    yielded, _, agreements, superseded = screened(table_of(*claims, **keys), least)
    subjects = {item.subject for item in yielded}
    judged = Counter(f.verdict for f in findings(*claims, **keys) if f.item.subject in subjects)
    judged.update({Verdict.AGREEMENT: agreements, Verdict.SUPERSEDED: superseded})
    assert judged == found


def test_values_that_only_follow_each_other_are_counted() -> None:
    claims = [
        claim("s", "3", when="2019"),
        claim("t", "4", when="2020"),
        claim("u", "4", when="2021"),
        claim("u", "9", when="2031"),
    ]
    made = table_of(*claims, kind="count", over_time="changes")
    assert screened(made) == (ANY, 0, 1, 1)
    assert list(screened(made).items) == []
    assert len(list(screened(made, Severity.NOTE).items)) == 1


def test_what_has_no_end_is_no_agreement() -> None:
    claims = [
        claim("s", "3", when="2019"),
        claim("t", "at least 4", when="2020"),
        claim("u", "at least 4", when="2021"),
    ]
    assert screened(table_of(*claims, kind="count", over_time="changes")) == (ANY, 0, 0, 1)


@pytest.mark.parametrize(
    ("value", "when", "why"),
    [
        ("5", "2019", "two values of one time"),
        ("5", "2019/2020", "times that overlap"),
        ("5", None, "no time"),
        ("5", "2021/..", "a time without an end"),
        ("about 4", "2021", "two readings that meet"),
    ],
)
def test_values_that_may_do_more_than_follow_each_other_are_judged(value: str, when: str | None, why: str) -> None:
    claims = [claim("s", "3", when="2019"), claim("t", "4", when="2020"), claim("u", value, when=when, id="u")]
    made = table_of(*claims, kind="count", over_time="changes")
    assert len(list(screened(made).items)) == 1, why


@pytest.mark.parametrize(
    ("claims", "keys"),
    [
        ([claim("s", "3", when="2031")], {"published": {"s": "2020"}}),
        ([claim("s", "3"), claim("t", "3")], {"copies": {"t": ("s",)}}),
        ([claim("s", "3", said_by="M"), claim("t", "3", said_by="M")], {}),
    ],
)
def test_what_calls_for_a_remark_is_suspect(claims: list[Claim], keys: dict[str, Any]) -> None:
    made = table_of(*claims, kind="count", **keys)
    assert len(list(screened(made).items)) == 1


def test_the_frame_has_the_columns_that_it_documents() -> None:
    documented = {
        name for line in (frame.__doc__ or "").splitlines() if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }  # fmt: skip
    made = table((0, "A", "3", False)).frame(0, 1)
    assert set(made) == documented
    assert all(len(column) == 1 for column in made.values())


def test_an_empty_frame_has_no_suspects() -> None:
    made = table_of(kind="count")
    assert list(screened(made, Severity.NONE).items) == []


@pytest.mark.parametrize("least", Severity)
def test_items_on_which_witnesses_agree_are_yielded_or_counted(least: Severity) -> None:
    made = table((0, "A", "3", False), (1, "A", "3", False), (0, "B", "3", False))
    found, _, count, _ = screened(made, least)
    assert ([item.subject for item in found], count) == ((["A"], 0) if least is Severity.NONE else ([], 1))
