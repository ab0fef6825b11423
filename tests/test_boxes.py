"""Readings of several classes: units, zones, and what was reckoned are compared across classes by wider boxes."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.comparing.boxes import across_box, own_box
from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.pairs import compared_plain, pair_verdict
from crosscheck.comparing.sides import sides_of
from crosscheck.model import OverTime, ReadingSettings, Row
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.shifts import shift_of
from items import claim, findings, rows, verdicts

CONFLICT, TENSION, AGREE = ["contradiction"], ["tension"], ["agreement"]


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other", "found"),
    [
        # round figures
        ("count", None, "1,500", "1,517", AGREE),
        ("count", None, "200", "203", TENSION),
        ("count", None, "10,000", "10,400", TENSION),
        ("count", None, "exactly 1,500", "1,517", CONFLICT),
        ("count", None, "around 1,500", "1,530", AGREE),
        ("count", None, "around 200", "203", AGREE),
        ("count", None, "around 200", "215", TENSION),
        ("money", "USD", "$1,235", "$1,234.56", AGREE),
        ("money", "USD", "exactly $1,235", "$1,234.56", CONFLICT),
        ("money", "USD", "$1,235", "$1,236", CONFLICT),
        ("money", "USD", "around $1,235", "$1,240", TENSION),
        # one unit
        ("duration", "years", "15 years", "16 years", CONFLICT),
        ("duration", "days", "15 months", "16 months", CONFLICT),
        ("duration", None, "15 years", "16 years", CONFLICT),
        ("money", "USD/month", "$500 a month", "$510 a month", TENSION),
        # news converts and rounds
        ("quantity", "km/h", "200 mph", "320 km/h", AGREE),
        ("quantity", "kg", "500 lb", "225 kg", AGREE),
        ("quantity", "acre", "300 acres", "120 ha", AGREE),
        ("quantity", "m", "980 ft", "300 m", AGREE),
        ("quantity", "km", "1.6 miles", "4 km", CONFLICT),
        ("quantity", "km", "exactly 500 miles", "exactly 800 km", CONFLICT),
        ("quantity", "km", "at least 500 miles", "800 km", []),
        ("duration", "days", "two years", "24 months", AGREE),
        ("duration", "days", "two years", "30 months", TENSION),
        ("duration", "days", "two years", "40 months", CONFLICT),
        # one figure in two units is no conversion
        ("quantity", "kg", "500 short tons", "500 tonnes", CONFLICT),
        # zones
        ("date", None, "2024-03-26T01:28", "2024-03-26T01:28-04:00", []),
        ("date", None, "2024-03-26", "2024-03-26T23:30-04:00", []),
        ("date", None, "2024-03-24", "2024-03-26T01:28-04:00", CONFLICT),
        ("date", None, "2024-03-26T01:28-04:00", "2024-03-26T05:28Z", AGREE),
        ("date", None, "2024-03-26T01:28-04:00", "2024-03-26T01:28Z", CONFLICT),
        # directions
        ("share", None, "a 5% drop", "a 5% rise", CONFLICT),
        ("share", None, "a 5% drop", "5%", AGREE),
    ],
)
def test_two_sources(kind: str, unit: str | None, one: str, other: str, found: list[str]) -> None:
    assert verdicts(claim("a", one), claim("b", other), kind=kind, unit=unit) == found
    assert verdicts(claim("a", other), claim("b", one), kind=kind, unit=unit) == found


def test_what_agrees_only_as_converted_is_told_so() -> None:
    (finding,) = findings(claim("a", "200 mph"), claim("b", "320 km/h"), kind="quantity", unit="km/h")
    assert finding.message == 'a and b agree on "320 km/h", as converted.'
    (finding,) = findings(claim("a", "29,032 feet"), claim("b", "8,848.86 meters"), kind="quantity", unit="m")
    assert "converted" not in finding.message


def test_a_headline_names_a_pair_that_differs() -> None:
    told = ("980 ft", "984 ft", "299 m", "300 m")
    claims = [claim(source, value) for source, value in zip("abcd", told, strict=True)]
    conflict, *_ = findings(*claims, kind="quantity", unit="m")
    assert conflict.verdict == "contradiction"
    assert conflict.message == 'a has "980 ft"; b has "984 ft": 1.2192 m apart (0.41 %).'
    assert [[row.claim.text for row in side.rows] for side in conflict.sides] == [
        ["980 ft", "299 m"],
        ["984 ft", "300 m"],
    ]


FIGURES = st.sampled_from(["1", "1.5", "2", "20", "24", "30", "98", "100", "105", "about 100", "over 30", "2 to 30"])
LENGTHS = st.sampled_from(["km", "miles", "m", "feet"])
DATES = st.sampled_from(
    ["2024", "2024-03", "2024-03-26", "2024-03-26T01:28", "2024-03-26T01:28-04:00", "2024-03-27T05:00Z", "2023-12-31"]
)


def same_kind(values: list[str], kind: str) -> list[Row]:
    return [keyed.row for keyed in rows(*(claim(f"s{n}", value) for n, value in enumerate(values)), kind=kind)]


def check_rows(told: list[Row]) -> None:
    """Sweeps find what pairs are, and sides agree within themselves."""
    comparator = IntervalComparator()
    pairs = list(itertools.combinations(told, 2))
    differing = {row.claim.id for a, b in pairs if pair_verdict(a, b, OverTime.FIXED, comparator) for row in (a, b)}
    found = compared_plain(told, OverTime.FIXED)
    assert {row.claim.id for row in found.conflicting} == differing
    assert comparator.all_compatible(told) == all(comparator.compatible(a, b) for a, b in pairs)
    for row in told:
        own, across = own_box(row), across_box(row)
        assert across.stated.contains(own.stated)
        assert across.allowed.contains(own.allowed)
        assert own.allowed.contains(own.stated)
    sides = sides_of(told, comparator)
    assert {row.claim.id for side in sides for row in side.rows} == {row.claim.id for row in told}
    for side in sides:
        assert all(comparator.compatible(a, b) for a, b in itertools.combinations(side.rows, 2))


@given(st.lists(st.tuples(FIGURES, LENGTHS), min_size=2, max_size=7))
@settings(max_examples=150, deadline=None)
def test_sweeps_over_units_find_what_pairs_are(told: list[tuple[str, str]]) -> None:
    check_rows(same_kind([f"{figure} {unit}" for figure, unit in told], "quantity"))


@given(st.lists(DATES, min_size=2, max_size=6))
@settings(max_examples=100, deadline=None)
def test_sweeps_over_zones_find_what_pairs_are(told: list[str]) -> None:
    check_rows(same_kind(told, "date"))


# --------------------------------------------------------------------------------- drawn pairs that agree, or do not


DRAWN = settings(max_examples=200, deadline=None)


def rounded(value: Fraction, digits: int) -> Fraction:
    """A value to so many significant digits."""
    size = Fraction(10) ** (len(str(int(value))) - digits)
    return round(value / size) * size


def written(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,}"


@given(value=st.integers(1_000, 10**9), digits=st.integers(2, 4))
@DRAWN
def test_a_rounded_figure_never_contradicts(value: int, digits: int) -> None:
    near = rounded(Fraction(value), digits)
    found = verdicts(claim("a", written(Fraction(value))), claim("b", written(near)), kind="count")
    assert "contradiction" not in found


UNITS = {"miles": Fraction(1609344, 1000), "km": Fraction(1000), "feet": Fraction(3048, 10000), "m": Fraction(1)}


@given(value=st.integers(20, 9_999), units=st.permutations(list(UNITS)), digits=st.integers(2, 3))
@DRAWN
@example(value=200, units=["miles", "km", "feet", "m"], digits=2)
def test_a_converted_and_rounded_figure_never_contradicts(value: int, units: list[str], digits: int) -> None:
    one, other = units[:2]
    converted = rounded(value * UNITS[one] / UNITS[other], digits)
    if converted.denominator != 1 or converted < 20:
        return
    pair = claim("a", f"{value:,} {one}"), claim("b", f"{written(converted)} {other}")
    assert "contradiction" not in verdicts(*pair, kind="quantity", unit="m")


@given(birth=st.integers(cal.days(1900), cal.days(1990)), days=st.integers(366, 36_000))
@DRAWN
def test_an_age_never_contradicts_a_birthday(birth: int, days: int) -> None:
    (year, month, day), (now, other_month, other_day) = cal.date_of(birth), cal.date_of(birth + days)
    age = now - year - ((other_month, other_day) < (month, day))
    (row,) = same_kind([f"{age} years"], "duration")
    shift = shift_of(f"{age} years", row.reading, "year", ReadingSettings()).between_finer()
    minute = Fraction(birth * cal.MINUTES_A_DAY)
    low, high = (shift.moved(minute, end) for end in (shift.stated.low, shift.stated.high) if end is not None)
    assert low <= (birth + days) * cal.MINUTES_A_DAY < high


@given(
    value=st.integers(11, 10**8),
    percent=st.integers(26, 400),
    kind=st.sampled_from([("count", ""), ("money", "USD"), ("quantity", "km")]),
)
@DRAWN
def test_what_differs_by_more_than_rounding_is_never_silent(value: int, percent: int, kind: tuple[str, str]) -> None:
    name, unit = kind
    other = value + max(1, value * percent // 100)
    pair = claim("a", f"{value:,} {unit}".strip()), claim("b", f"{other:,} {unit}".strip())
    assert set(verdicts(*pair, kind=name, unit=unit or None)) & {"contradiction", "tension"}


@given(years=st.integers(1, 99), more=st.integers(1, 20))
@DRAWN
def test_lengths_in_one_unit_that_differ_are_never_silent(years: int, more: int) -> None:
    pair = claim("a", f"{years} years"), claim("b", f"{years + more} years")
    assert set(verdicts(*pair, kind="duration", unit="years")) & {"contradiction", "tension"}


@given(value=st.integers(20, 999), units=st.permutations(list(UNITS)), percent=st.integers(30, 300))
@DRAWN
def test_figures_in_two_units_that_differ_are_never_silent(value: int, units: list[str], percent: int) -> None:
    one, other = units[:2]
    converted = value * UNITS[one] / UNITS[other] * (100 + percent) / 100
    pair = claim("a", f"{value:,} {one}"), claim("b", f"{max(1, round(converted)):,} {other}")
    if converted >= 20:
        assert set(verdicts(*pair, kind="quantity", unit="m")) & {"contradiction", "tension"}


HEDGES = st.sampled_from(["", "about ", "around ", "some ", "an estimated "])
OF_KIND = st.sampled_from([("count", ""), ("money", "USD"), ("quantity", "km"), ("duration", "days")])


@given(value=st.integers(1_000, 10**8), digits=st.integers(2, 4), hedge=HEDGES, kind=OF_KIND)
@DRAWN
def test_a_hedged_round_figure_never_contradicts(value: int, digits: int, hedge: str, kind: tuple[str, str]) -> None:
    name, unit = kind
    near = written(rounded(Fraction(value), digits))
    if name in ("quantity", "duration") and not hedge and not near.endswith("00"):
        return  # a measured 10,010 km is no round figure
    pair = claim("a", f"{value:,} {unit}".strip()), claim("b", f"{hedge}{near} {unit}".strip())
    assert "contradiction" not in verdicts(*pair, kind=name, unit=unit or None)


@given(
    start=st.integers(cal.days(1900), cal.days(1990)),
    length=st.integers(1, 40),
    unit=st.sampled_from(["year", "month", "week", "day"]),
    off=st.sampled_from([0, 0, 2, 3]),
)
@DRAWN
def test_a_length_told_between_two_days_never_contradicts_unless_it_is_wrong(
    start: int, length: int, unit: str, off: int
) -> None:
    """An end that lies in the last of so many whole units, or is `off` of them too late."""
    minute = start * cal.MINUTES_A_DAY
    one, other = cal.shift(minute, length + off, unit), cal.shift(minute, length + off + 1, unit)
    end = one + (other - one) // cal.MINUTES_A_DAY // 2 * cal.MINUTES_A_DAY
    (row,) = same_kind([f"{length} {unit}s" if length > 1 else f"1 {unit}"], "duration")
    shift = shift_of(row.claim.text, row.reading, unit, ReadingSettings())
    shift = shift if unit == "day" else shift.between_finer()
    low, high = (shift.moved(Fraction(minute), at) for at in (shift.allowed.low, shift.allowed.high) if at is not None)
    assert (low <= end <= high) == (off == 0)


@given(
    value=st.integers(1_000, 10**8),
    percent=st.integers(60, 400),
    hedges=st.tuples(HEDGES, HEDGES),
    kind=OF_KIND,
    digits=st.integers(2, 9),
)
@DRAWN
def test_hedged_figures_that_differ_by_more_than_both_hedges_are_never_silent(
    value: int, percent: int, hedges: tuple[str, str], kind: tuple[str, str], digits: int
) -> None:
    name, unit = kind
    other = rounded(Fraction(value + value * percent // 100), digits)
    texts = (f"{hedges[0]}{value:,} {unit}".strip(), f"{hedges[1]}{written(other)} {unit}".strip())
    found = verdicts(*map(claim, "ab", texts), kind=name, unit=unit or None)
    assert set(found) & {"contradiction", "tension"}
