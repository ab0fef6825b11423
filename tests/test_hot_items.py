"""Items with very many claims: blocks of pairs give what all pairs give, and the work is bounded by what differs."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pytest

from crosscheck.comparing import boxes, pairs
from crosscheck.comparing.blocks import compared_in_blocks
from crosscheck.comparing.comparators import (
    CategoryComparator,
    Comparator,
    IntervalComparator,
    NameSetComparator,
    QuotationComparator,
    ValueKey,
    key_of,
)
from crosscheck.comparing.pairs import Compared, compared, compared_pairwise, group_equal
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Box, Claim, Interval, Kind, OverTime, Reading, Row, Stance, Verdict
from crosscheck.readings.dates.calendar import MINUTES_A_DAY
from crosscheck.vocabulary import Name, Names, normalise

TERMS = Names.of([Name("cartel", ("drug cartel",), ("gang",)), Name("party"), Name("state")])

COMPARATORS: dict[Kind, Comparator] = {
    Kind.COUNT: IntervalComparator(),
    Kind.QUANTITY: IntervalComparator(),
    Kind.DATE: IntervalComparator(),
    Kind.CATEGORY: CategoryComparator(TERMS),
    Kind.NAMES: NameSetComparator(Names.of([Name("a", (), ("b",))])),
    Kind.QUOTATION: QuotationComparator(),
}


# ------------------------------------------------------------------------------------------------ any rows at all

Bounds = tuple[int | None, int | None, bool, bool]


def interval(bounds: Bounds) -> Interval:
    """An interval that is not empty, from two numbers in any order."""
    first, second, low_in, high_in = bounds
    if first is None or second is None:
        low, high = first, second
    else:
        low, high = sorted((first, second))
    is_point = low is not None and low == high
    return Interval(
        None if low is None else Fraction(low, 2),
        None if high is None else Fraction(high, 2),
        low is None or is_point or low_in,
        high is not None and (is_point or high_in),
    )


ENDS = (None, *range(6))
DRAWN: dict[str, Sequence[Any]] = {
    "direction": (None, None, None, "up", "down"), "bound": (None, None, None, "low", "high"),
    "low": ENDS, "high": ENDS, "low_in": (True, False), "high_in": (True, False),
    "lower": ENDS, "higher": ENDS,
    "unit": ("km", "mi", "mi", ""), "figure": (None, 3, 5, 7), "narrow": (True, False), "reach": ENDS,
    "zone": (None, None, "+00:00"), "precision": ("year", "month", "day"), "reckoned": ("", "", "year", "month"),
    "begin": ENDS, "end": ENDS, "timed": (True, True, True, True, False), "written": (True, True, True, False),
    "stance": ("asserts", "asserts", "reports", "disputes"), "speaker": "abcdefg", "said": (True, False),
    "milestone": (None, "signed", "The Signed", "launched"), "text": ("cartel", "gang", "party", "drug cartel", "band"),
    "names": (("a",), ("a", "b"), ("b", "c"), ("a", "b", "c")), "excludes": ((), (), (), ("a",), ("c",)),
    "exhaustive": (True, False), "words": (
        "he will be next", "he will be next now", "he will not be next", "no", "he", "we lost 15 boats near Tumaco",
        "we lost fifty boats near Tumaco", "and we lost 15 boats near Tumaco",
    ),
}  # fmt: skip
"""From what a row is drawn: every way in which two can differ, with few values of each, so that many are equal."""


def row_of(number: int, kind: Kind, drawn: dict[str, Any]) -> Row:
    stated = interval((drawn["low"], drawn["high"], drawn["low_in"], drawn["high_in"]))
    allowed = stated.hull(interval((drawn["lower"], drawn["higher"], drawn["low_in"], True)))
    text = {Kind.CATEGORY: drawn["text"], Kind.NAMES: ", ".join(drawn["names"])}.get(kind, drawn["words"])
    terms = drawn["names"] if kind is Kind.NAMES else (normalise(text),)
    if kind.has_axis:
        reading = Reading(
            kind, kind.value, stated, allowed, direction=drawn["direction"], bound=drawn["bound"],
            **of_class(kind, drawn, stated, allowed),
        )  # fmt: skip
    else:
        reading = Reading(kind, kind.value, None, None, terms=terms, excludes=drawn["excludes"])
    begin, end = (None if drawn[key] is None else drawn[key] * 2 * MINUTES_A_DAY for key in ("begin", "end"))
    when = interval((begin, end, True, False)) if drawn["timed"] else None
    claim = Claim(
        f"s/{number}", "s", "x", "y", text, "claims/s.yaml", lambda _: (1, 1), stance=Stance(drawn["stance"]),
        said_by=drawn["speaker"] if drawn["said"] else None, exhaustive=drawn["exhaustive"],
    )  # fmt: skip
    softening = (("milestone", drawn["milestone"]),) if drawn["milestone"] else ()
    return Row(claim, reading, when, drawn["written"], softening, drawn["speaker"], "s")


def of_class(kind: Kind, drawn: dict[str, Any], stated: Interval, allowed: Interval) -> dict[str, Any]:
    """What decides by which box a reading is compared."""
    reach = interval((drawn["reach"], drawn["higher"], True, True))
    across = Box(stated.hull(reach), allowed.hull(reach))
    if kind is Kind.QUANTITY and drawn["unit"]:
        own = Box(stated, stated) if drawn["narrow"] else None
        return {"unit": drawn["unit"], "figure": drawn["figure"], "own": own, "across": across}
    if kind is Kind.DATE and drawn["reckoned"] and not drawn["zone"]:
        return {"unit": drawn["reckoned"], "across": across}
    return {"zone": drawn["zone"], "precision": drawn["precision"]} if kind is Kind.DATE else {}


def rows_of(kind: Kind, drawn: Sequence[dict[str, Any]]) -> list[Row]:
    return [row_of(number, kind, one) for number, one in enumerate(drawn)]


def drawn_rows(chance: random.Random, kind: Kind, count: int) -> list[Row]:
    return rows_of(kind, [{key: chance.choice(of) for key, of in DRAWN.items()} for _ in range(count)])


def by_all_pairs(rows: Sequence[Row], over_time: OverTime, comparator: Comparator) -> Compared:
    """The definition of what the claims of an item are to each other."""
    return compared_pairwise([[row] for row in rows], over_time, comparator)


@pytest.fixture(autouse=True)
def near_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Zones that reach no further than drawn intervals do."""
    monkeypatch.setattr(boxes, "ZONES_REACH", Fraction(1, 2))
    boxes._in_any_zone.cache_clear()


@pytest.mark.parametrize("kind", COMPARATORS)
def test_blocks_of_pairs_give_what_all_pairs_give(kind: Kind) -> None:
    chance, comparator = random.Random(kind), COMPARATORS[kind]
    for _ in range(300):
        rows = drawn_rows(chance, kind, chance.randrange(1, 14))
        # What accumulates has an axis.
        over_time = chance.choice(list(OverTime) if kind.has_axis else [OverTime.FIXED, OverTime.CHANGES])
        expected = by_all_pairs(rows, over_time, comparator)
        groups = group_equal(rows, comparator)
        assert compared_pairwise(groups, over_time, comparator) == expected
        assert compared_in_blocks(groups, over_time, comparator, size=chance.choice((1, 3, 100))) == expected


@pytest.mark.parametrize(
    ("kind", "values"),
    [(Kind.CATEGORY, ("text", ("gang", "party"))), (Kind.NAMES, ("names", (("a",), ("b", "c")))),
     (Kind.QUOTATION, ("words", ("we lost 15 boats near Tumaco", "we lost fifty boats near Tumaco", "no")))],
)  # fmt: skip
def test_who_denies_and_who_asserts_meet_in_either_order(kind: Kind, values: tuple[str, Sequence[Any]]) -> None:
    key, of_key = values
    plain = {key: of[0] for key, of in DRAWN.items()} | {"timed": False, "said": False, "milestone": None}
    drawn = [plain | {key: value, "stance": stance} for value in of_key for stance in ("asserts", "disputes")]
    for ordered in (drawn, drawn[::-1]):
        rows, comparator = rows_of(kind, ordered), COMPARATORS[kind]
        groups = group_equal(rows, comparator)
        assert compared_in_blocks(groups, OverTime.FIXED, comparator, size=1) == by_all_pairs(
            rows, OverTime.FIXED, comparator
        )


@pytest.mark.parametrize("kind", [kind for kind in COMPARATORS if kind.has_axis])
def test_least_and_greatest_ends_give_what_all_pairs_of_plain_claims_give(kind: Kind) -> None:
    chance, plain = random.Random(kind), {"stance": "asserts", "milestone": "", "timed": False}
    for _ in range(750):
        drawn = [{key: chance.choice(of) for key, of in DRAWN.items()} | plain for _ in range(chance.randrange(1, 8))]
        rows = [row for row in rows_of(kind, drawn) if row.reading.direction is None]
        if not rows:
            continue
        assert pairs.compared_plain(rows, OverTime.FIXED) == by_all_pairs(rows, OverTime.FIXED, COMPARATORS[kind])


def test_what_changes_between_times_that_do_not_overlap_is_what_all_pairs_give() -> None:
    chance, comparator, compared_so = random.Random(5), COMPARATORS[Kind.COUNT], 0
    plain = {"stance": "asserts", "milestone": "", "direction": None, "bound": None}
    for _ in range(3_000):
        drawn = [{key: chance.choice(of) for key, of in DRAWN.items()} | plain for _ in range(chance.randrange(1, 8))]
        if chance.random() < 0.7:  # times of which many are equal, and few overlap
            drawn = [one | {"timed": True, "end": one["begin"] and one["begin"] + 1} for one in drawn]
        rows = rows_of(Kind.COUNT, drawn)
        expected = by_all_pairs(rows, OverTime.CHANGES, comparator)
        assert compared(rows, OverTime.CHANGES, comparator) == expected
        if pairs._is_history(rows, OverTime.CHANGES):
            compared_so += bool(expected.changed and expected.conflicting)
            assert pairs.compared_plain(rows, OverTime.CHANGES) == expected
    assert compared_so > 100


@pytest.mark.parametrize("kind", COMPARATORS)
def test_an_item_of_many_claims_is_what_all_its_pairs_are(kind: Kind) -> None:
    rows = drawn_rows(random.Random(1), kind, 250)
    assert len(group_equal(rows, COMPARATORS[kind])) > pairs.MANY
    for over_time in (OverTime.FIXED, OverTime.CHANGES):
        expected = by_all_pairs(rows, over_time, COMPARATORS[kind])
        assert compared(rows, over_time, COMPARATORS[kind]) == expected


# ------------------------------------------------------------------------------------------------ very many rows


@dataclass
class Counting:
    """A comparator that counts how often it is asked."""

    comparator: Comparator
    asked: int = 0

    def differ(self, a: Row, b: Row) -> Verdict | None:
        self.asked += 1
        return self.comparator.differ(a, b)

    def compatible(self, a: Row, b: Row) -> bool:
        self.asked += 1
        return self.comparator.compatible(a, b)

    def key(self, row: Row) -> ValueKey:
        return key_of(row, self.comparator)


def many_voices(rows: Sequence[Row], copies: int) -> list[Row]:
    """Each of some claims made by many speakers."""
    return [
        replace(row, speaker=f"{row.speaker}{copy}", claim=replace(row.claim, id=f"{row.claim.id}-{copy}"))
        for row in rows
        for copy in range(copies)
    ]


@pytest.mark.parametrize("kind", [Kind.CATEGORY, Kind.NAMES])
def test_values_are_compared_as_often_as_they_differ_not_as_often_as_they_are_said(kind: Kind) -> None:
    rows = many_voices(drawn_rows(random.Random(2), kind, 40), copies=50)
    counting = Counting(COMPARATORS[kind])
    different = len({(key_of(row, counting), row.claim.stance is Stance.DISPUTES) for row in rows})
    compared(rows, OverTime.FIXED, counting)
    assert 0 < counting.asked <= 2 * different**2


def test_sides_of_a_few_values_are_made_of_these_not_of_all_that_say_them() -> None:
    rows = many_voices(drawn_rows(random.Random(2), Kind.CATEGORY, 40), copies=50)
    counting = Counting(COMPARATORS[Kind.CATEGORY])
    different = len({key_of(row, counting) for row in rows})
    sides = sides_of(rows, counting)
    assert 0 < counting.asked <= 4 * different * len(sides)


def test_claims_that_say_the_same_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(*given: Any) -> None:
        asked.append(given)

    monkeypatch.setattr(pairs, "pair_verdict", counted)
    rows = [replace(row, speaker="") for row in many_voices(drawn_rows(random.Random(3), Kind.COUNT, 20), copies=1_000)]
    compared(rows, OverTime.FIXED, COMPARATORS[Kind.COUNT])
    assert 0 < len(asked) <= 20 * 21 / 2


def test_many_different_claims_take_little_room() -> None:
    """All pairs at once would take sixteen million bytes for each thing that is known of a pair."""
    rows = many_voices(drawn_rows(random.Random(4), Kind.COUNT, 40), copies=100)
    groups = group_equal(rows, COMPARATORS[Kind.COUNT])
    assert len(groups) == 4_000
    tracemalloc.start()
    compared_in_blocks(groups, OverTime.ACCUMULATES, COMPARATORS[Kind.COUNT])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
