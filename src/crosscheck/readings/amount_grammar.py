"""The grammar of amounts: text → what is written, before a kind decides what it means.

amount = hedge* (figure | figure "–" figure | "between" figure "and" figure | collective | part of all) tail
tail   = hedges, words that name what is counted, and at most one rate ("of cocaine each month")

What is left over when the grammar ends is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from crosscheck.model import Step
from crosscheck.problems import shown
from crosscheck.readings import english as en
from crosscheck.readings.figures import Figure, complete_range, parse_figure
from crosscheck.readings.hedges import APPROX
from crosscheck.readings.measures import Measure
from crosscheck.readings.nouns import is_noun
from crosscheck.readings.number import exact
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text
from crosscheck.readings.unit_grammar import parse_currency, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.units import TIME, Unit
from crosscheck.readings.unreadable import Unreadable

_HEDGES = Phrases(en.HEDGES)
_HEDGES_AFTER = Phrases(en.HEDGES_AFTER)
_NEUTRAL = Phrases.of(en.NEUTRAL)
_COLLECTIVES = Phrases(en.COLLECTIVES)
_PARTS = Phrases(en.PARTS_OF_ALL)
_ESTIMATE = re.compile(r"\(\s*(?:[0-9]{4}\s+)?est\.?\s*\)|\(\s*[0-9]{4}\s*\)")

NEAREST = "12, $1.2 billion, 40 percent, 3 km"

_MEANING = {
    "approx": "hedge: the figure may lie on either side", "under": "hedge: up to the figure, from a little below",
    "over": "hedge: above the figure", "just_over": "hedge: above the figure by a little",
    "at_least": "bound: the figure or more", "at_most": "bound: the figure or less",
    "below": "bound: less than the figure",
}  # fmt: skip


@dataclass(slots=True)
class Amount:
    """What is written: a figure (`low`), a range (`low` to `high`), a collective, or a part of all."""

    low: Figure | None = None
    high: Figure | None = None
    hedges: list[str] = field(default_factory=list)
    """In the words of readings/hedges.py, in their order."""
    end_hedges: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Of a range: what is hedged at one end only ("between 3 and about 5")."""
    collective: tuple[int, int, int] | None = None
    measure: Measure | None = None
    """Of a collective: "hundreds of millions of dollars"."""
    part: str = ""
    rate: Unit | None = None
    noun: str = ""
    steps: list[Step] = field(default_factory=list)


def parse_amount(text: Text, *, prefer_units: bool) -> Amount:
    """Parse all of a text; raises `Unreadable`. `prefer_units`: of "5m", the letter is a unit."""
    return _Parser(text, prefer_units).parse()


class _Parser:
    def __init__(self, text: Text, prefer_units: bool) -> None:
        self.text, self.prefer_units, self.amount = text, prefer_units, Amount()

    def parse(self) -> Amount:
        index = self._prefixes(0)
        index = self._collective(index) or self._part(index) or self._figures(index)
        self._tail(index, self.text.between(0, index))
        return self.amount

    def _step(self, first: int, last: int, meaning: str) -> None:
        self.amount.steps.append(Step(self.text.between(first, last), meaning))

    def _prefixes(self, index: int) -> int:
        """Hedges, bounds, and words that leave a figure as it is."""
        while not (_COLLECTIVES.at(self.text, index) or self._part_at(index) or parse_currency(self.text, index)):
            hedge, neutral = _HEDGES.at(self.text, index), _NEUTRAL.at(self.text, index)
            if hedge is not None:
                self._hedge(index, *hedge)
                index = hedge[1]
            elif neutral is not None:
                index = neutral[1]
            elif self._is_idle_article(index):
                index += 1
            else:
                break
        return index

    def _is_idle_article(self, index: int) -> bool:
        """True for the article of "a 97% drop", "a seven-day trip", "a $5 million reward"."""
        following = self.text.at(index + 1)
        is_figure = (
            self.text.token(index + 1).kind == FIGURE
            or following in en.CARDINALS
            or parse_currency(self.text, index + 1) is not None
        )
        return self.text.at(index) in en.ARTICLES and is_figure

    def _hedge(self, index: int, hedge: str, after: int) -> None:
        if self.text.at(after) == "$" and self.text.between(index, after) in ("c", "C"):
            raise Unreadable('"c $" could be Canadian dollars or circa', nearest="C$5 million or about $5 million")
        self.amount.hedges.append(hedge)
        self._step(index, after, _MEANING[hedge])

    def _collective(self, index: int) -> int | None:
        found = _COLLECTIVES.at(self.text, index)
        if found is None:
            return None
        self.amount.collective, after = found
        low, high, _ = found[0]
        self._step(index, after, f"collective: {low:,} to {high:,}")
        if self.text.at(after) == en.OF:
            measured = parse_currency_behind(self.text, after + 1) or parse_unit(self.text, after + 1)
            if measured is not None:
                self.amount.measure, after = Measure.of_unit(measured[0]), measured[1]
        return after

    def _part_at(self, index: int) -> tuple[str, int] | None:
        """A part of all, which nothing but words follow: not the "all" of "all 32 states", or of "all-time"."""
        found = _PARTS.at(self.text, index)
        if found is None:
            return None
        after = self.text.token(found[1])
        is_word = after.kind == WORD and after.text not in en.CARDINALS
        return found if is_word or found[1] == len(self.text.tokens) else None

    def _part(self, index: int) -> int | None:
        found = self._part_at(index)
        if found is None:
            return None
        self.amount.part, after = found
        if self.amount.part == "none":
            self.amount.low = Figure(exact(0), None, self.text.between(index, after))
        self._step(index, after, f"{self.amount.part} of it")
        return after

    def _figures(self, index: int) -> int:
        """A figure, or two of them with what makes them a range."""
        text = self.text
        opening = text.at(index)
        is_range = opening in (en.BETWEEN, en.FROM)
        place, first_hedges = self._end_hedges(index + 1) if is_range else (index, ())
        first = self._figure(place)
        if first is None:
            self._refuse_vague(place)
            found = shown(text.after(place)) if text.after(place) else "nothing"
            raise Unreadable(
                f"a figure was expected where {found} stands", nearest=NEAREST, understood=text.between(0, place),
                word=text.at(place), known=amount_words,
            )  # fmt: skip
        low, after = first
        separators = {en.BETWEEN: {en.AND, "-"}, en.FROM: {en.TO, "-"}}.get(opening, en.RANGE_SEPARATORS)
        place, last_hedges = self._end_hedges(after + 1)
        second = self._figure(place) if text.at(after) in separators else None
        if second is None and is_range:
            raise Unreadable(
                f"a second figure was expected after {shown(text.between(index, after))}",
                nearest="between 3 and 5 million", understood=text.between(0, after),
            )  # fmt: skip
        if second is None:
            self.amount.low = low
            self._step(index, after, low.description)
            return after
        high, after = second
        low, high = complete_range(low, high)
        self.amount.low, self.amount.high = low, high
        self.amount.end_hedges = first_hedges, last_hedges
        self._step(index, after, f"range: {low.description} to {high.description}")
        return after

    def _refuse_vague(self, index: int) -> None:
        """Say of "a few hundred", "decades" and "several" that they are no figure."""
        place = self.text.skip(index, *en.ARTICLES)
        word = self.text.at(place)
        unit = en.CALENDAR_UNITS.get(word)
        if word in en.VAGUE or (unit is not None and word != unit):
            nearest = f"three {word}" if unit else "hundreds, dozens, 3 to 5"
            words = self.text.between(index, place + 1)
            raise Unreadable(f"how many {shown(words)} are is not said", nearest=nearest, understood=words)

    def _figure(self, index: int) -> tuple[Figure, int] | None:
        if self.text.at(index) == "-" and parse_currency(self.text, index + 1) and self.text.glued(index + 1):
            found = parse_figure(self.text, index + 1, prefer_units=self.prefer_units)
            return found and (replace(found[0], number=found[0].number.negative()), found[1])
        return parse_figure(self.text, index, prefer_units=self.prefer_units)

    def _end_hedges(self, index: int) -> tuple[int, tuple[str, ...]]:
        found = _HEDGES.at(self.text, index)
        return (found[1], (APPROX,)) if found is not None and found[0] == APPROX else (index, ())

    def _tail(self, index: int, figure: str) -> None:
        self._refuse_second_unit(index)
        nouns: list[str] = []
        while index < len(self.text.tokens):
            after = self._rate(index, bool(nouns)) or self._suffix(index) or self._estimate(index)
            if after is None:
                if not is_noun(self.text, index):
                    raise Unreadable(
                        f"{shown(self.text.after(index))} was not understood",
                        nearest=figure, understood=self.text.between(0, index),
                    )  # fmt: skip
                nouns.append(self.text.between(index, index + 1))
                after = index + 1
            index = after
        self.amount.noun = " ".join(nouns)
        if nouns:
            self.amount.steps.append(Step(self.amount.noun, "what it is a figure of; not compared"))

    def _refuse_second_unit(self, index: int) -> None:
        """Refuse "5 newton metres" and "$5 pounds": what two units make together is not in the table."""
        last = self.amount.high or self.amount.low
        measured = last.measure is not None if last is not None else self.amount.measure is not None
        place = self.text.skip(index, "-")
        if measured and (parse_unit(self.text, place) or parse_currency_behind(self.text, place)):
            raise Unreadable(f"a second unit, {shown(self.text.after(place))}", nearest=NEAREST)

    def _rate(self, index: int, nouns: bool) -> int | None:
        if self.text.at(index) in en.ARTICLES and self.text.at(index - 1) in en.PREPOSITIONS:
            return None
        rate = parse_rate(self.text, index)
        # "$70 a barrel" is a price, "300 men a mile away" no rate.
        if rate is None or (self.text.at(index) in en.ARTICLES and nouns and rate[0].dims != TIME):
            return None
        if self.amount.rate is not None:
            raise Unreadable(f"a second rate, {shown(self.text.between(index, rate[1]))}", nearest=NEAREST)
        self.amount.rate, after = rate
        self._step(index, after, f"rate: per {rate[0].symbol}")
        return after

    def _suffix(self, index: int) -> int | None:
        found = _HEDGES_AFTER.at(self.text, self.text.skip(index, "-"))
        if found is None:
            return None
        self._hedge(index, *found)
        return found[1]

    def _estimate(self, index: int) -> int | None:
        """`(2024 est.)`, `(2021)`: when a figure was estimated, which is not part of it."""
        if self.text.at(index) != "(":
            return None
        match = _ESTIMATE.match(self.text.raw, self.text.tokens[index].start)
        if match is None:
            return None
        after = index
        while after < len(self.text.tokens) and self.text.tokens[after].start < match.end():
            after += 1
        if "est" in match.group():
            self.amount.hedges.append(APPROX)
        self._step(index, after, "an estimate, of a time that belongs in when" if "est" in match.group() else "a time")
        return after


def amount_words() -> frozenset[str]:
    """Words that may stand before a figure or be one."""
    words = (*en.HEDGES, *en.CARDINALS, *en.COLLECTIVES, *en.PARTS_OF_ALL, *en.FRACTIONS, *en.DOZENS)
    return frozenset(word for phrase in words for word in phrase.split() if len(word) > 3)
