"""Ranges of hundreds and dozens, whose word stands behind the last figure only."""

from __future__ import annotations

import pytest

from crosscheck.model import Kind
from crosscheck.readings import Context, read

RANGES = [
    ("two or three hundred people", "between 200 and 300 people"),
    ("between two and three hundred", "between two hundred and 300"),
    ("two to three hundred thousand", "two hundred thousand to three hundred thousand"),
    ("one or two dozen", "one dozen to two dozen"),
    ("one or two dozen million", "one dozen million to two dozen million"),
    ("two or three score", "40 to 60"),
    ("20 to three hundred", "20 to 300"),
    ("one to a hundred", "1 to 100"),
    ("six to a dozen", "6 to a dozen"),
    ("500 to 2 thousand", "500 to two thousand"),
]


@pytest.mark.parametrize(("text", "same"), RANGES)
def test_a_group_counts_both_ends_where_it_can(text: str, same: str) -> None:
    found, expected = (read(each, Context(Kind.COUNT)) for each in (text, same))
    assert (found.stated, found.allowed) == (expected.stated, expected.allowed)


def test_an_average_is_said() -> None:
    for text in ("an average of 30 people", "on average 30 people", "30 people on average"):
        steps = read(text, Context(Kind.COUNT)).steps
        assert any(step.meaning.startswith("an average") for step in steps), text
