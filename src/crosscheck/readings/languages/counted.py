"""What stands in the slots of every language, of which its numbers are all that it has to say: days, hours, scales."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from fractions import Fraction
from functools import partial

from crosscheck.readings.languages import slots
from crosscheck.readings.languages.numbers import shifted, spelled
from crosscheck.readings.languages.phrases import Slot, Table
from crosscheck.readings.languages.scan import Token
from crosscheck.readings.languages.slots import Found

LAST_DAY = 31
_HOURS = {
    "": range(25),
    "morning": range(1, 12),
    "afternoon": (12, *range(1, 10)),
    "evening": range(6, 12),
}
_NAMED_BY_THE_NEXT = {"": range(25), "morning": range(2, 12), "afternoon": range(1, 8), "evening": range(7, 13)}


class Counted:
    """The slots of days, hours and figures: `cardinals` below 1,000, those up to 24 as `hours`, and what makes an
    ordinal of a figure (`marks`)."""

    def __init__(self, cardinals: Table[int | Fraction], hours: Mapping[str, int], marks: tuple[str, ...]) -> None:
        self._cardinals, self._hours, self._marks = cardinals, hours, marks

    @property
    def slots(self) -> dict[str, Slot]:
        """The slots by their names."""
        return {
            "nth": slots.nth,
            "earlyyear": slots.early_year,
            "figure": slots.figure,
            "many": slots.many,
            "few": slots.few,
            "start": slots.start,
            "day": self._day,
            "year": slots.year,
            "clock": slots.clock,
            "date": slots.numeric_date,
            "code": slots.currency_code,
            "money": slots.money_sign,
            "latehour": partial(slots.whole, among=range(13, 25)),
            "decade": slots.decade,
            "thousands": partial(self._in, scale="thousand"),
            "millions": partial(self._in, scale="million"),
            "billions": partial(self._in, scale="billion"),
            "two": slots.two_digits,
            "length": slots.length,
            "hundredths": self._hundredths,
            "roman": partial(slots.roman, marks=self._marks),
            "century": partial(slots.century, marks=self._marks),
            **{f"{part}hour": partial(self._hour, hours=hours) for part, hours in _HOURS.items()},
            **{f"before{part}hour": partial(self._before, hours=hours) for part, hours in _NAMED_BY_THE_NEXT.items()},
        }

    def _in(self, tokens: Sequence[Token], index: int, scale: str) -> Found:
        """A number whose scale stands behind the other end of a range: the 2 of "entre 2 y 3 millones"."""
        figure = slots.figure(tokens, index)
        if figure is not None:
            return " ".join(shifted(figure[0], scale)), figure[1]
        cardinal = self._cardinals.at(tokens, index)
        return None if cardinal is None else (f"{spelled(cardinal[0])} {scale}", cardinal[1])

    def _day(self, tokens: Sequence[Token], index: int) -> Found:
        """A day of a month, in figures or words."""
        cardinal = self._cardinals.at(tokens, index)
        if cardinal is not None:
            is_day = cardinal[0] in range(1, LAST_DAY + 1)
            return (str(cardinal[0]), cardinal[1]) if is_day else None
        return slots.day(tokens, index)

    def _hundredths(self, tokens: Sequence[Token], index: int) -> Found:
        """The 80 of "1m80" and of "um metro e oitenta"."""
        cardinal = self._cardinals.at(tokens, index)
        if cardinal is not None:
            return (str(cardinal[0]), cardinal[1]) if cardinal[0] in range(10, 100) else None
        return slots.two_digits(tokens, index)

    def _hour(self, tokens: Sequence[Token], index: int, hours: Container[int]) -> Found:
        """`3`, `tres`, `3.30`: one of `hours`, with minutes in figures."""
        clock = slots.clock(tokens, index)
        if clock is not None:
            return clock if int(clock[0].partition(":")[0]) in hours else None
        text = tokens[index].text
        hour = int(text) if text.isdigit() and len(text) < 3 else self._hours.get(text, -1)
        return (str(hour), index + 1) if hour in hours else None

    def _before(self, tokens: Sequence[Token], index: int, hours: Container[int]) -> Found:
        """The hour before one of `hours`, which names the half and the quarter before it: "halb drei"."""
        found = self._hour(tokens, index, hours)
        return (str((int(found[0]) - 1) % 12 or 12), found[1]) if found is not None and ":" not in found[0] else None
