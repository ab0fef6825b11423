"""An amount as it is written, before a kind decides what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from crosscheck.model import Step
from crosscheck.readings.amounts.figures import Figure
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.units import Unit
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.tokens import Text

NEAREST = "12, $1.2 billion, 40 percent, 3 km"
VAGUE_NEAREST, RANGE_NEAREST = "dozens, 3 to 5", "between 3 and 5 million"

_HEDGES_MEAN = {
    "exact": "exact: the figure itself",
    "approx": "hedge: the figure may lie on either side",
    "under": "hedge: up to the figure, from a little below",
    "over": "hedge: above the figure",
    "just_over": "hedge: above the figure by a little",
    "odd": "hedge: above the figure, by less than one more in its last place",
    "at_least": "bound: the figure or more",
    "at_most": "bound: the figure or less",
    "below": "bound: less than the figure",
}


class Collective(NamedTuple):
    """A number in words that name none: lowest and highest stated, lowest and highest allowed (None: open)."""

    low: int
    high: int | Fraction
    least: int
    most: int | Fraction | None = None


@dataclass(slots=True)
class Amount:
    """What is written: a figure (`low`), a range (`low` to `high`), a collective, or a part of all."""

    low: Figure | None = None
    high: Figure | None = None
    hedges: list[str] = field(default_factory=list)
    """In the words of numbers/rounding.py, in their order."""
    end_hedges: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Of a range: what is hedged at one end only ("between 3 and about 5", "more than 3 but less than 5")."""
    collective: Collective | None = None
    measure: Measure | None = None
    """Of a collective: "hundreds of millions of dollars"."""
    part: str = ""
    rate: Unit | None = None
    noun: str = ""
    is_difference: bool = False
    """Of temperatures: "1.5C warmer" is no temperature."""
    asides: list[tuple[str, Amount]] = field(default_factory=list)
    """What stands in parentheses behind it, as written and as read: the same in another unit, or in words."""
    is_with_another: bool = False
    """What is beside it is of another kind: "five years and a $10,000 fine"."""
    is_either: bool = False
    """Joined by a slash or by "or", so that a pair which cannot be one value is two amounts."""
    direction: str | None = None
    """`up` or `down`: the figure is a change, and how large it is."""
    is_hour: bool = False
    """A part of the day stands behind it: "5 in the morning"."""
    is_total: bool = False
    """Said to be all there are ("all 10"), so that it is exact where it is not hedged."""
    is_age: bool = False
    is_decade: bool = False
    """`the mid-40s`, which without a kind may be years."""
    base: str = ""
    """The `of 500` of "20% of 500", as written: what the share is a share of."""
    is_ordinal: bool = False
    """`a fifth person`: the place of one, so that there are at least so many."""
    is_multiple: bool = False
    """`three times`, `2.5x`: a pure number."""
    margin: Figure | None = None
    """The 3 of "45% ± 3"."""
    is_pair: bool = False
    """Two bare figures joined by a hyphen, which may be a score."""
    steps: list[Step] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        """The one or two figures that are written, none of a collective."""
        return [figure for figure in (self.low, self.high) if figure is not None]

    @property
    def is_below_hundred(self) -> bool:
        """True for `the mid-40s`, `single digits`: of a share they are said of percent only."""
        most = self.collective.most if self.collective is not None else None
        return most is not None and most <= 100

    @property
    def written(self) -> str:
        """The words of the first figure, else the last words that were read."""
        return self.steps[-1].text if self.low is None else self.low.written

    def change(self, direction: str | None, written: str) -> None:
        """Take the words `written` for a change up or down; two that do not agree raise `ReadingError`."""
        if direction is not None and self.direction not in (None, direction):
            raise ReadingError("a change both up and down", nearest="one of the two")
        self.direction = direction or self.direction
        self.note(written, f"change: {direction}" if direction else "a change")

    def note(self, text: str, meaning: str) -> None:
        self.steps.append(Step(text, meaning))

    def hedge(self, text: Text, index: int, hedge: str, after: int) -> None:
        """Take the words from token `index` up to token `after` for a hedge or bound."""
        if text.at(after) == "$" and text.between(index, after) in ("c", "C", "CA"):
            raise ReadingError('"c $" could be Canadian dollars or circa', nearest="C$5 million or about $5 million")
        self.hedges.append(hedge)
        self.note(text.between(index, after), _HEDGES_MEAN[hedge])
