"""Items with very many claims: the same verdicts as all pairs give, in far fewer steps."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.comparing.conflicts import compared_on_axis
from crosscheck.comparing.likewise import compared_by_values
from crosscheck.comparing.pairs import Compared, compared_pairwise
from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.values import Categories, NameSets, OnAxis, Quotations, Values
from crosscheck.model import Claim, Interval, Kind, OverTime, Reading, Row, Stance
from crosscheck.vocabulary import Name, Names, normalise

TERMS = Names.of([Name("cartel", ("drug cartel",), ("gang",)), Name("party"), Name("state")])


def told(compared: Compared) -> tuple[set[str], set[str], object]:
    return set(compared.conflicting), set(compared.changed), compared.strongest


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
    "low": ENDS, "high": ENDS, "low_in": (True, False), "high_in": (True, False),
    "lower": ENDS, "higher": ENDS,
    "begin": ENDS, "end": ENDS, "timed": (True, True, True, True, False), "written": (True, True, True, False),
    "stance": ("asserts", "asserts", "reports", "disputes"), "speaker": "abcdefg", "said": (True, False),
    "milestone": (None, "signed", "The Signed", "launched"), "text": ("cartel", "gang", "party", "drug cartel", "band"),
    "names": (("a",), ("a", "b"), ("b", "c"), ("a", "b", "c")), "excludes": ((), (), (), ("a",), ("c",)),
    "exhaustive": (True, False), "words": ("he will be next", "he will be next now", "he will not be next", "no", "he"),
}  # fmt: skip
"""From what a row is drawn: every way in which two can differ, with few values of each, so that many are equal."""


def row_of(number: int, kind: Kind, drawn: dict[str, Any]) -> Row:
    stated = interval((drawn["low"], drawn["high"], drawn["low_in"], drawn["high_in"]))
    allowed = stated.hull(interval((drawn["lower"], drawn["higher"], drawn["low_in"], True)))
    text = {Kind.CATEGORY: drawn["text"], Kind.NAMES: ", ".join(drawn["names"])}.get(kind, drawn["words"])
    terms = drawn["names"] if kind is Kind.NAMES else (normalise(text),)
    if kind.has_axis:
        reading = Reading(kind, kind.value, stated, allowed)
    else:
        reading = Reading(kind, kind.value, None, None, terms=terms, excludes=drawn["excludes"])
    when = interval((drawn["begin"], drawn["end"], True, False)) if drawn["timed"] else None
    claim = Claim(
        f"s/{number}", "s", "x", "y", text, "claims/s.yaml", lambda _: (1, 1), stance=Stance(drawn["stance"]),
        said_by=drawn["speaker"] if drawn["said"] else None, exhaustive=drawn["exhaustive"],
    )  # fmt: skip
    softening = (("milestone", drawn["milestone"]),) if drawn["milestone"] else ()
    return Row(claim, reading, when, drawn["written"], softening, drawn["speaker"], "s")


def rows_of(kind: Kind, drawn: Sequence[dict[str, Any]]) -> list[Row]:
    return [row_of(number, kind, one) for number, one in enumerate(drawn)]


DRAWN_ROWS = st.lists(st.fixed_dictionaries({key: st.sampled_from(list(of)) for key, of in DRAWN.items()}), max_size=7)


@given(DRAWN_ROWS, st.sampled_from(list(OverTime)))
@settings(max_examples=400)
def test_on_an_axis_the_same_comes_out_as_of_all_pairs(drawn: list[dict[str, Any]], over_time: OverTime) -> None:
    rows = rows_of(Kind.COUNT, drawn)
    assert told(compared_on_axis(rows, over_time)) == told(compared_pairwise(rows, over_time, OnAxis()))


@given(
    DRAWN_ROWS,
    st.sampled_from([OverTime.FIXED, OverTime.CHANGES]),
    st.sampled_from([(Kind.CATEGORY, Categories(TERMS)), (Kind.NAMES, NameSets()), (Kind.QUOTATION, Quotations())]),
)
@settings(max_examples=300)
def test_without_an_axis_too(drawn: list[dict[str, Any]], over_time: OverTime, kind: tuple[Kind, Values]) -> None:
    rows = rows_of(kind[0], drawn)
    assert told(compared_by_values(rows, over_time, kind[1])) == told(compared_pairwise(rows, over_time, kind[1]))


# ------------------------------------------------------------------------------------------------ very many rows

SIZES = (100, 1_000, 10_000)

GROWTH = 13
"""So many times the steps, at most, for ten times the claims; sorting takes n log n, but in C, and is not counted."""


def hot(size: int, kind: Kind, stances: Sequence[str] = ("asserts",), said: Sequence[bool] = (False,)) -> list[Row]:
    """Claims of many speakers, with values all over an axis, of times that are mostly days, and else overlap."""
    chance = random.Random(size)

    def drawn() -> dict[str, Any]:
        low, begin = chance.randrange(size), chance.randrange(size)
        return {key: chance.choice(of) for key, of in DRAWN.items()} | {
            "low": low, "high": low + chance.choice((0, 0, 0, 1, 5)), "lower": low - 1, "higher": low + 2,
            "begin": begin, "end": begin + chance.choice((1, 1, 1, 7, 30, 365)),
            "speaker": f"s{chance.randrange(size)}", "stance": chance.choice(stances), "said": chance.choice(said),
        }  # fmt: skip

    return rows_of(kind, [drawn() for _ in range(size)])


def steps(run: Callable[[], object]) -> int:
    """How many lines of Python are executed: what grows with the claims, whatever else the machine is doing."""
    count = 0

    def traced(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def grows_in_step(
    run: Callable[[list[Row]], object], made: Callable[[int], list[Row]], sizes: Sequence[int] = SIZES
) -> None:
    counts = [steps(partial(run, made(size))) for size in sizes]
    assert all(more < GROWTH * few for few, more in pairwise(counts)), counts


@pytest.mark.parametrize("over_time", list(OverTime))
@pytest.mark.parametrize(
    ("stances", "said"),
    [(["reports"], [True]), (["asserts", "disputes"], [True, False])],
    ids=["reports", "denials"],
)
def test_ten_times_the_claims_are_ten_times_the_work(over_time: OverTime, stances: list[str], said: list[bool]) -> None:
    grows_in_step(lambda rows: compared_on_axis(rows, over_time), lambda size: hot(size, Kind.COUNT, stances, said))


@pytest.mark.parametrize("over_time", [OverTime.FIXED, OverTime.CHANGES])
@pytest.mark.parametrize(
    ("kind", "values"), [(Kind.CATEGORY, Categories(TERMS)), (Kind.NAMES, NameSets()), (Kind.QUOTATION, Quotations())]
)
def test_so_it_is_for_a_few_words(over_time: OverTime, kind: Kind, values: Values) -> None:
    grows_in_step(lambda rows: compared_by_values(rows, over_time, values), lambda size: hot(size, kind), SIZES[:2])


@pytest.mark.parametrize(("kind", "values"), [(Kind.COUNT, OnAxis()), (Kind.CATEGORY, Categories(TERMS))])
def test_so_it_is_for_sides(kind: Kind, values: Values) -> None:
    grows_in_step(lambda rows: sides_of(rows, values), lambda size: hot(size, kind))
