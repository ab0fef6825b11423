"""Sides: the fewest groups of claims that agree within themselves, never chains of overlap."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Row, Side
from items import claim, rows


def texts(sides: tuple[Side, ...]) -> list[list[str]]:
    return [[row.claim.text for row in side.rows] for side in sides]


def counted(*values: str) -> list[Row]:
    return [keyed.row for keyed in rows(*(claim(f"s{n}", value) for n, value in enumerate(values)), kind="count")]


def test_a_chain_of_overlaps_is_not_one_side() -> None:
    sides = sides_of(counted("1–3", "2–5", "4–6"), IntervalComparator())
    assert texts(sides) == [["1–3", "2–5"], ["2–5", "4–6"]]
    assert [row.claim.text for row in sides[1].own] == ["4–6"]


def test_a_claim_that_meets_several_sides_stands_in_each() -> None:
    assert texts(sides_of(counted("1", "9", "1–9"), IntervalComparator())) == [["1", "1–9"], ["9", "1–9"]]


def test_what_a_side_has_in_common_is_the_intersection() -> None:
    (side,) = sides_of(counted("1–5", "3–9"), IntervalComparator())
    assert side.stated is not None
    assert (side.stated.low, side.stated.high) == (3, 5)


def test_changes_up_and_down_stand_apart_and_their_size_with_both() -> None:
    sides = sides_of(counted("up 5", "down 5", "5", "7"), IntervalComparator())
    assert texts(sides) == [["down 5", "5"], ["7"], ["up 5", "5"]]


def test_denials_stand_apart() -> None:
    told = [keyed.row for keyed in rows(claim("a", "5"), claim("b", "5", stance="disputes"), kind="count")]
    assert [side.denies for side in sides_of(told, IntervalComparator())] == [False, True]


def test_up_to_a_thousand_claims_are_printed_and_the_rest_is_counted() -> None:
    (side,) = sides_of(counted(*["5"] * 1_000), IntervalComparator())
    assert side.shortened() is side
    (side,) = sides_of(counted(*["5"] * 1_003), IntervalComparator())
    printed = side.shortened()
    assert (len(printed.rows), len(printed.own), printed.more) == (1_000, 1_000, 3)
    assert printed.shortened() is printed
    assert [row.claim.id for row in printed.rows] == sorted(row.claim.id for row in printed.rows)


def test_each_witness_of_a_long_side_is_printed() -> None:
    claims = [claim("a", "5", id=f"c{n}") for n in range(1_200)] + [claim("z", "5")]
    (side,) = sides_of([keyed.row for keyed in rows(*claims, kind="count")], IntervalComparator())
    printed = side.shortened()
    assert {row.witness for row in printed.rows} == {"source:a", "source:z"}
    assert (len(printed.rows), printed.more) == (1_000, 201)


def test_claims_that_are_not_held_as_rows_are_counted() -> None:
    first, second = counted("5", "5")
    (side,) = sides_of([replace(first, others=7), second], IntervalComparator())
    assert (len(side.shortened().rows), side.shortened().more) == (2, 7)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 6)), min_size=1, max_size=7))
def test_sides_are_the_fewest_groups_that_agree(ends: list[tuple[int, int]]) -> None:
    told = counted(*(f"{low}–{low + width}" if width else str(low) for low, width in ends))
    sides = sides_of(told, IntervalComparator())
    assert {row.claim.id for side in sides for row in side.rows} == {row.claim.id for row in told}
    for side in sides:
        assert all(a.stated.overlaps(b.stated) for a, b in itertools.combinations(side.rows, 2))
        assert side.own
    # The most claims of which no two meet need a side each, and no more are needed (interval graphs are perfect).
    apart = max(
        len(group)
        for size in range(1, len(told) + 1)
        for group in itertools.combinations(told, size)
        if all(not a.stated.overlaps(b.stated) for a, b in itertools.combinations(group, 2))
    )
    assert len(sides) == apart
