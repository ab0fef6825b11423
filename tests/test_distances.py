"""How far apart two values are, as a finding tells it."""

from __future__ import annotations

import pytest

from items import claim, findings


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other", "far"),
    [
        ("date", None, "1999", "2000", "1 year apart"),
        ("date", None, "April 2025", "June 2025", "2 months apart"),
        ("date", None, "22 August 2025", "27 August 2025", "5 days apart"),
        ("date", None, "16 April 2025", "May 2025", "15 days apart"),
        ("date", None, "31 December 1999", "2000", "1 day apart"),
        ("date", None, "5 October 2025 at 3 p.m.", "5 October 2025, 16:30", "less than a day apart"),
        ("date", None, "2025-10-05T15:00", "2025-10-05T16:30", "90 minutes apart"),
        ("money", "USD", "around $14 billion", "some $15 billion", "1 billion USD apart (6.7 %)"),
        ("count", None, "8", "11", "3 apart (27 %)"),
        ("count", None, "8", "800", "792 apart (100 times as much)"),
        ("quantity", "m2", "9 square miles", "9 square meters", "23.3099 million m2 apart (2,590,000 times as much)"),
        ("duration", None, "3 years", "5 years", "2 years apart (40 %)"),
        ("duration", "year", "15 years", "16 years", "1 year apart (6.2 %)"),
        ("date", None, "March 2012", "5 April 2014", "about 2 years apart"),
        ("quantity", "m", "0.00001 m", "0.00003 m", "0.00002 m apart (67 %)"),
        ("count", None, "at least 100", "40", "60 apart (60 %)"),
        ("share", None, "97%", "50%", "47 percentage points apart"),
        ("quantity", "acre", "625,000 acres", "500,000 acres", "125,000 acres apart (20 %)"),
    ],
)
def test_the_distance_ends_the_sentence(kind: str, unit: str | None, one: str, other: str, far: str) -> None:
    found = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert found[0].message.endswith(f": {far}.")
