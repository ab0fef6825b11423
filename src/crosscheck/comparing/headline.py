"""The two claims that give a conflict its verdict: the headline names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice, product
from typing import NamedTuple

from crosscheck.comparing.comparators import Comparator
from crosscheck.comparing.pairs import group_equal, pair_verdict
from crosscheck.model import OverTime, Row, Side, Verdict

TRIED = 20_000
"""So many pairs are tried; what gives a verdict is nearly always found among the first."""


class Headline(NamedTuple):
    """Two rows that give the verdict, each with the number of the side that it stands on."""

    sides: tuple[int, int]
    rows: tuple[Row, Row]


def speaker_of(side: Side) -> Row:
    """The row that speaks for a side: the first one that a source states, not one that only follows."""
    return min(side.own, key=lambda row: row.claim.derived)


def headline_of(
    sides: Sequence[Side], verdict: Verdict, over_time: OverTime, comparator: Comparator
) -> Headline | None:
    """The first pair of claims whose verdict is that of the finding, those that speak for outer sides first."""
    for found in islice(_pairs(sides, comparator), TRIED):
        if pair_verdict(*found.rows, over_time, comparator) == verdict:
            return found
    return None


def _pairs(sides: Sequence[Side], comparator: Comparator) -> Iterator[Headline]:
    def different(rows: Sequence[Row]) -> list[Row]:
        first = [group[0] for group in group_equal(rows, comparator)]
        return sorted(first, key=lambda row: row.claim.derived)

    picks: tuple[Callable[[Side], list[Row]], ...] = (
        lambda side: [speaker_of(side)],
        lambda side: different(side.own),
        lambda side: different(side.rows),
    )
    for pick in picks:
        picked: dict[int, list[Row]] = {}
        for one, other in _outer_first(len(sides)):
            picked |= {number: pick(sides[number]) for number in (one, other) if number not in picked}
            for pair in product(picked[one], picked[other]):
                yield Headline((one, other), pair)
    for number, side in enumerate(sides):
        for pair in combinations(different(side.rows), 2):
            yield Headline((number, number), pair)


def _outer_first(count: int) -> Iterator[tuple[int, int]]:
    """The pairs of so many sides: the outer two, then all others in order."""
    outer = 0, count - 1
    if count > 1:
        yield outer
    yield from (pair for pair in combinations(range(count), 2) if pair != outer)
