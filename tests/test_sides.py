"""Sides: the fewest groups of claims that agree within themselves, never chains of overlap."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.values import OnAxis
from crosscheck.model import Row, Side
from items import c, rows


def texts(sides: tuple[Side, ...]) -> list[list[str]]:
    return [[row.claim.text for row in side.rows] for side in sides]


def counted(*values: str) -> list[Row]:
    return [keyed.row for keyed in rows(*(c(f"s{n}", value) for n, value in enumerate(values)), kind="count")]


def test_a_chain_of_overlaps_is_not_one_side() -> None:
    sides = sides_of(counted("1–3", "2–5", "4–6"), OnAxis())
    assert texts(sides) == [["1–3", "2–5"], ["2–5", "4–6"]]
    assert [row.claim.text for row in sides[1].own] == ["4–6"]


def test_a_claim_that_meets_several_sides_stands_in_each() -> None:
    assert texts(sides_of(counted("1", "9", "1–9"), OnAxis())) == [["1", "1–9"], ["9", "1–9"]]


def test_what_a_side_has_in_common_is_the_intersection() -> None:
    (side,) = sides_of(counted("1–5", "3–9"), OnAxis())
    assert side.stated is not None
    assert (side.stated.low, side.stated.high) == (3, 5)


def test_denials_stand_apart() -> None:
    told = [keyed.row for keyed in rows(c("a", "5"), c("b", "5", stance="disputes"), kind="count")]
    assert [side.denies for side in sides_of(told, OnAxis())] == [False, True]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), min_size=1, max_size=7))
def test_sides_are_the_fewest_groups_that_agree(ends: list[tuple[int, int]]) -> None:
    told = counted(*(f"{low}–{low + width}" if width else str(low) for low, width in ends))
    sides = sides_of(told, OnAxis())
    assert {row.claim.id for side in sides for row in side.rows} == {row.claim.id for row in told}
    for side in sides:
        assert all(a.stated.meets(b.stated) for a, b in itertools.combinations(side.rows, 2))
        assert side.own
    # The most claims of which no two meet need a side each, and no more are needed (interval graphs are perfect).
    apart = max(
        len(group)
        for size in range(1, len(told) + 1)
        for group in itertools.combinations(told, size)
        if all(not a.stated.meets(b.stated) for a, b in itertools.combinations(group, 2))
    )
    assert len(sides) == apart
