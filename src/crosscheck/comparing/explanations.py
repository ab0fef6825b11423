"""What could explain that two figures differ, if something simple does: each proven by the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from crosscheck.comparing.nouns import differ
from crosscheck.comparing.pairs import has_exact_time, is_one_day
from crosscheck.formatting import number_text
from crosscheck.model import Interval, Item, Kind, OverTime, Row, Side, Stance
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.numbers import numbers_in

PRECISION = Fraction(1, 100)
"""A factor explains two figures if it brings one within this share of the other, and into its stated reading."""

EXPLAINED = 6
"""Of how many sides the differences are explained; beyond that nobody reads them."""

_FACTORS = (
    ("kg", Fraction(90718474, 10**8), "short tons against metric tons"),
    ("kg", Fraction(10160469088, 10**10), "long tons against metric tons"),
    ("m2", Fraction(40468564224, 10**7) / 10**4, "acres against hectares"),
    ("m", Fraction(1609344, 10**6), "miles against kilometres"),
    ("", Fraction(1, 10), "a factor of 10"),
    ("", Fraction(1, 1000), "a factor of 1,000"),
)
"""Dimension (of the numerator; empty: any), smaller unit over larger, name."""


def explanations(sides: Sequence[Side]) -> tuple[str, ...]:
    """Explanations of the differences between sides, each once, in the order of sides."""
    found = [*other_definitions(sides)]
    rows = [side.own[0] for side in sides]
    figures = [row for row in rows if row.reading.nominal is not None and row.claim.stance is not Stance.DISPUTES]
    for a, b in combinations(figures[:EXPLAINED], 2):
        for explain in _EXPLAIN:
            found.extend(explain(a, b))
    return tuple(dict.fromkeys(found))


def other_definitions(sides: Sequence[Side]) -> Iterator[str]:
    """The sides differ in a scope that the attribute does not separate by: they may define the thing differently."""
    for key in sorted({key for side in sides for row in side.rows for key, _ in row.softening}):
        values = [sorted({dict(row.softening).get(key, "not said") for row in side.rows}) for side in sides]
        if len({tuple(value) for value in values}) > 1:
            yield f"another definition: {key} is " + " against ".join(" or ".join(value) for value in values)


def other_nouns(sides: Sequence[Side]) -> Iterator[str]:
    """The sides count different things."""
    nouns = [next((row.reading.noun for row in side.own if row.reading.noun), "") for side in sides]
    for one, other in combinations(dict.fromkeys(nouns[:EXPLAINED]), 2):
        if differ(one, other):
            yield f"other nouns counted: {one} against {other}"


def other_times(item: Item, rows: Sequence[Row]) -> Iterator[str]:
    """Values of one fixed item are of different times; running totals are of one day, whose hours nobody gives."""
    over_time = item.attribute.over_time
    times = sorted({row.when for row in rows if row.when is not None and has_exact_time(row)}, key=Interval.sort_key)
    if over_time is OverTime.FIXED and len(times) > 1 and any(a.before(b) for a, b in pairwise(times)):
        yield "different times; `over_time: changes`?"
    days = Counter(row.when for row in rows if row.when is not None and is_one_day(row.when))
    if over_time is OverTime.ACCUMULATES and any(count > 1 for count in days.values()):
        yield "running totals of one day: give the hour of each in `when`"


def parts_and_wholes(item: Item, sides: Sequence[Side]) -> Iterator[str]:
    """A side has the figure that some source gives for a part of the item, or for a whole that it is part of."""
    for related in item.linked:
        members = list(zip((role for role, _ in related.relation.members), related.items, strict=True))
        own = {role for role, member in members if member.title == item.title}
        for role, member in members:
            if own & _WHOLE and role in _PART:
                name = "a part for the whole"
            elif own & _PART and role in _WHOLE:
                name = "the whole for a part"
            else:
                continue
            for row in member.rows:
                if _is_of_some(row, sides):
                    yield f"{name}: {shown(row.claim.text)} is what {row.claim.source} has for {member.title}"


_PART, _WHOLE = frozenset({"part", "parts"}), frozenset({"whole", "total"})


def _is_of_some(row: Row, sides: Sequence[Side]) -> bool:
    """Whether some sides have a row's figure and others have not."""
    stated = row.reading.stated
    if stated is None or stated.is_open_ended or row.claim.stance is Stance.DISPUTES:
        return False
    overlap = {side.stated.overlaps(stated) for side in sides if side.stated is not None and not side.denies}
    return len(overlap) == 2


def _year_off(a: Row, b: Row) -> Iterator[str]:
    if a.reading.kind is not Kind.DATE or a.reading.precision != b.reading.precision:
        return
    first, second = sorted((_minute(a), _minute(b)))
    if cal.shift(first, 1, "year") == second:
        yield f"one year off: {cal.iso(first)[:4]} against {cal.iso(second)[:4]}, and else the same"


def _day_and_month_swapped(a: Row, b: Row) -> Iterator[str]:
    if a.reading.kind is not Kind.DATE or {a.reading.precision, b.reading.precision} != {"day"}:
        return
    (year, month, day), (other_year, other_month, other_day) = (
        cal.date_of(_minute(r) // cal.MINUTES_A_DAY) for r in (a, b)
    )
    if year == other_year and (month, day) == (other_day, other_month) and month != day:
        yield f"day and month swapped: {day}/{month} against {other_day}/{other_month}"


def _minute(row: Row) -> int:
    assert row.reading.nominal is not None
    return int(row.reading.nominal)


def _factor(a: Row, b: Row) -> Iterator[str]:
    if a.reading.kind in (Kind.DATE, Kind.SHARE) or a.stated.is_open_ended or b.stated.is_open_ended:
        return
    low, high = sorted((a, b), key=lambda row: row.reading.nominal or 0)
    small, large = low.reading.nominal, high.reading.nominal
    if not small or not large or small < 0:
        return
    for dimension, factor, name in _FACTORS:
        if dimension and a.reading.dimension.split("/")[0] != dimension:
            continue
        ratio = factor if factor < 1 else 1 / factor
        brought = large * ratio
        if abs(brought - small) <= small * PRECISION and (_in(low, brought) or _in(high, small / ratio)):
            yield f"{name}: the two differ by {number_text(large / small)}"


def _in(row: Row, value: Fraction) -> bool:
    stated = row.stated
    return stated.low is not None and stated.high is not None and stated.low <= value <= stated.high


def _digits_swapped(a: Row, b: Row) -> Iterator[str]:
    one, other = _digits(a), _digits(b)
    if len(one) != len(other) or (
        a.reading.kind is Kind.DATE and {a.reading.precision, b.reading.precision} != {"year"}
    ):
        return
    different = [place for place in range(len(one)) if one[place] != other[place]]
    if len(different) == 2 and [one[p] for p in different] == [other[p] for p in reversed(different)]:
        yield f"two digits swapped: {one} against {other}"


def _digits(row: Row) -> str:
    """The digits of the one whole number that a value spells, else nothing."""
    numbers = numbers_in(row.claim.text)
    number = next(iter(numbers)) if len(numbers) == 1 else Fraction(0)
    return str(number) if number.denominator == 1 and number >= 10 else ""


_EXPLAIN: tuple[Callable[[Row, Row], Iterator[str]], ...] = (
    _year_off,
    _day_and_month_swapped,
    _factor,
    _digits_swapped,
)
