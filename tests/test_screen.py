"""The screen suspects every item that rules would find something in, and counts agreements as they do."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import items
from crosscheck.engines import local
from crosscheck.model import Claim, Interval
from crosscheck.table import frame
from crosscheck.table.ends import ends
from crosscheck.table.frame import Table
from items import c, findings

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
    assert suspected or a.meets(b)


@given(intervals(), intervals())
def test_meeting_intersection_and_hull_fit_together(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert a.meets(b) == b.meets(a)
    assert hull == b.hull(a)
    assert hull.holds(a)
    assert hull.holds(b)
    if a.meets(b):
        both = a.intersection(b)
        assert both == b.intersection(a)
        assert a.holds(both)
        assert b.holds(both)


def table(*told: tuple[int, str, str, bool]) -> Table:
    claims = [
        c(f"s{source}", value, subject=subject, id=f"c{n}", stance="disputes" if denies else "asserts")
        for n, (source, subject, value, denies) in enumerate(told)
    ]
    return items.table(*claims, kind="count")


claims_told = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("AB"), st.sampled_from(VALUES), st.booleans()),
    min_size=1, max_size=8,
)  # fmt: skip


@given(claims_told)
def test_judging_the_suspects_finds_what_judging_everything_does(told: list[tuple[int, str, str, bool]]) -> None:
    made = table(*told)
    suspects, agreements = local.run(made, agreeing=False)
    suspect_items = {item.subject for item in suspects}
    found = findings(*(row.claim for item in made.whole for row in item.rows), kind="count")
    told = [f for f in found if f.verdict.value != "agreement"]
    assert {f.item.subject for f in told} <= suspect_items
    assert agreements == sum(f.verdict.value == "agreement" and f.item.subject not in suspect_items for f in found)


sources = st.sampled_from("stu")
claims_in_time = st.lists(
    st.tuples(sources, st.sampled_from("AB"), st.sampled_from(VALUES), st.sampled_from([None, "2019", "2020", "2031"]),
              st.sampled_from([None, "M", "N"]), st.booleans()),
    min_size=1, max_size=8,
)  # fmt: skip


@given(claims_in_time, st.dictionaries(sources, st.just(("agency",))), st.dictionaries(sources, st.just("2020-05")))
def test_judging_the_suspects_finds_every_remark(
    told: list[tuple[str, str, str, str | None, str | None, bool]], copies: dict[str, tuple[str, ...]],
    published: dict[str, str],
) -> None:  # fmt: skip
    claims = [
        c(source, value, subject=subject, id=f"c{n}", when=when, said_by=by, stance="disputes" if denies else "asserts")
        for n, (source, subject, value, when, by, denies) in enumerate(told)
    ]
    made = items.table(*claims, kind="count", copies=copies, published=published)
    suspects, _ = local.run(made, agreeing=False)
    found = findings(*claims, kind="count", copies=copies, published=published)
    remarks = [f.item.subject for f in found if f.verdict.value == "remark"]
    assert set(remarks) <= {item.subject for item in suspects}


@pytest.mark.parametrize(
    ("claims", "keys"),
    [
        ([c("s", "3", when="2031")], {"published": {"s": "2020"}}),
        ([c("s", "3"), c("t", "3")], {"copies": {"t": ("s",)}}),
        ([c("s", "3", said_by="M"), c("t", "3", said_by="M")], {}),
    ],
)
def test_what_calls_for_a_remark_is_suspect(claims: list[Claim], keys: dict[str, Any]) -> None:
    made = items.table(*claims, kind="count", **keys)
    assert len(list(local.run(made, agreeing=False).items)) == 1


def test_the_frame_has_the_columns_that_it_documents() -> None:
    documented = {
        name for line in (frame.__doc__ or "").splitlines() if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }  # fmt: skip
    made = table((0, "A", "3", False)).frame(0, 1)
    assert set(made) == documented
    assert all(len(column) == 1 for column in made.values())


def test_an_empty_frame_has_no_suspects() -> None:
    made = items.table(kind="count")
    assert list(local.run(made, agreeing=True).items) == []


@pytest.mark.parametrize("agreeing", [True, False])
def test_items_on_which_witnesses_agree_are_yielded_or_counted(agreeing: bool) -> None:
    made = table((0, "A", "3", False), (1, "A", "3", False), (0, "B", "3", False))
    found, count = local.run(made, agreeing=agreeing)
    assert ([item.subject for item in found], count) == ((["A"], 0) if agreeing else ([], 1))
