"""How far apart two values are, as a finding tells it."""

from __future__ import annotations

import pytest

from crosscheck.formatting import plural
from items import claim, findings


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other", "far"),
    [
        ("date", None, "1999", "2000", "1 year apart"),
        ("date", None, "April 2025", "June 2025", "2 months apart"),
        ("date", None, "22 August 2025", "27 August 2025", "5 days apart"),
        ("date", None, "16 April 2025", "May 2025", "15 days apart"),
        ("date", None, "31 December 1999", "2000", "1 day apart"),
        ("date", None, "5 October 2025 at 3 p.m.", "5 October 2025, 16:30", "90 minutes apart"),
        ("date", None, "2025-10-05T15:00", "2025-10-05T16:30", "90 minutes apart"),
        ("money", "USD", "around $14 billion", "some $15 billion", "1 billion USD apart (6.7 %)"),
        ("count", None, "8", "11", "3 apart (27 %)"),
        ("count", None, "8", "800", "792 apart (100 times as much)"),
        ("count", None, "12,500", "8,000,000", "7.9875 million apart (640 times as much)"),
        ("duration", "day", "1 day", "18 years", "18 years apart (6,570 times as much)"),
        ("quantity", "m2", "9 square miles", "9 square meters", "23.3 million m2 apart (2,590,000 times as much)"),
        ("duration", None, "3 years", "5 years", "2 years apart (40 %)"),
        ("duration", "year", "15 years", "16 years", "1 year apart (6.2 %)"),
        ("duration", "day", "75.5 years", "77.1 years", "1.6 years apart (2.1 %)"),
        ("date", None, "March 2012", "5 April 2014", "about 2 years apart"),
        ("date", None, "5 March 2012", "5 March 2014", "2 years apart"),
        ("date", None, "1 March 2022", "29 February 2024", "about 2 years apart"),
        ("date", None, "5 March 2012", "4 March 2014", "729 days apart"),
        ("duration", "day", "3 years", "5 years", "2 years apart (40 %)"),
        ("quantity", "m", "0.00001 m", "0.00003 m", "0.00002 m apart (67 %)"),
        ("count", None, "at least 100", "40", "60 apart (60 %)"),
        ("share", None, "97%", "50%", "47 percentage points apart"),
        ("date", None, "early March 2024", "28 March 2024", "18 days apart"),
        ("date", None, "the late 1980s", "1992", "3 years apart"),
        ("date", None, "spring 2023", "fall 2023", "2 seasons apart"),
        ("date", None, "week 12 of 2024", "week 15 of 2024", "3 weeks apart"),
        ("date", None, "the fiscal year that ended Sept. 30, 2013", "2019", "about 5 years apart"),
        ("date", None, "between 3 p.m. and 5 p.m. on 5 October 2025", "5 October 2025, 17:30", "less than a day apart"),
        ("date", None, "after 3 p.m. on 5 October 2025", "5 October 2025, 14:30", "less than a day apart"),
        ("date", None, "by 3 p.m. on 5 October 2025", "5 October 2025, 17:30", "less than a day apart"),
        ("date", None, "after 1984", "1980", "5 years apart"),
        ("date", None, "2025-10-05 14:00 UTC", "5 October 2025, 2 p.m. EDT", "4 hours apart"),
        ("date", None, "5 October 2025, 8:30 a.m.", "5 October 2025, 8:30 p.m.", "12 hours apart"),
        ("date", None, "2025-10-05T15:00", "2025-10-09T16:00", "4 days apart"),
        ("duration", "year", "three weeks", "10 days", "11 days apart (52 %)"),
        ("duration", "day", "5 years", "18 months", "3.5 years apart (70 %)"),
        ("duration", "day", "a decade", "60 months", "5 years apart (50 %)"),
        ("duration", "day", "1,300 days", "2,300 days", "1,000 days apart (43 %)"),
        ("duration", "year", "15 days", "10 days", "5 days apart (33 %)"),
        ("duration", None, "30 minutes", "50 minutes", "20 min apart (40 %)"),
        ("quantity", "km", "120 miles", "120 km", "73.1 km apart (38 %)"),
        ("quantity", "°C", "104°F", "104°C", "64 °C apart"),
        ("share", None, "3%", "4%", "1 percentage point apart"),
        ("share", None, "a third", "40%", "6.67 percentage points apart"),
        ("count", None, "1,234,567", "1,334,568", "100,001 apart (7.5 %)"),
        ("quantity", "foot", "37 feet", "41 feet", "4 feet apart (9.8 %)"),
        ("quantity", "mile per hour", "120 mph", "150 mph", "30 miles per hour apart (20 %)"),
        ("quantity", "acre", "625,000 acres", "500,000 acres", "125,000 acres apart (20 %)"),
    ],
)
def test_the_distance_ends_the_sentence(kind: str, unit: str | None, one: str, other: str, far: str) -> None:
    found = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert found[0].message.endswith(f": {far}.")


def test_two_ranges_share_only_what_both_have() -> None:
    pair = claim("a", "$10–12 million"), claim("b", "$12–14 million")
    (found,) = findings(*pair, kind="money", unit="USD")
    assert found.message == "a and b agree on 11.5–12.5 million USD."


def test_values_that_touch_have_no_distance() -> None:
    found = findings(claim("a", "40"), claim("b", "more than 40"), kind="count")
    assert found[0].message == 'a has "40"; b has "more than 40".'


@pytest.mark.parametrize(
    ("unit", "several"),
    [
        ("foot", "feet"),
        ("square foot", "square feet"),
        ("acre-foot", "acre-feet"),
        ("inch", "inches"),
        ("short ton", "short tons"),
        ("mile per hour", "miles per hour"),
        ("quarter", "quarters"),
        ("lux", "lux"),
        ("stone", "stone"),
        ("ft", "ft"),
        ("USD", "USD"),
    ],
)
def test_several_of_a_unit(unit: str, several: str) -> None:
    assert plural(unit) == several
