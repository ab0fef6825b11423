"""The grammar of amounts: text → what is written, before a kind decides what it means.

amount = hedge* (figure | range | collective | few units | part of all) tail
range  = figure "–" figure | "between" figure "and" figure | bound figure "but" bound figure
tail   = hedges, words that name what is counted, and at most one rate ("of cocaine each month")
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import NEAREST, Amount, Collective
from crosscheck.readings.amounts.figures import Figure, parse_figure, same_money
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.tail import parse_tail
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers.number import exact
from crosscheck.readings.numbers.rounding import APPROX, FEW_ALLOWED, FEW_STATED, LOWER, UPPER
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

_HEDGES = Phrases(en.HEDGES)
_NEUTRAL = Phrases.of(en.NEUTRAL)
_COLLECTIVES = Phrases(en.COLLECTIVES)
_SINGULAR_COLLECTIVES = Phrases(
    {" ".join(word.removesuffix("s") for word in phrase.split(" of ")): n for phrase, n in en.COLLECTIVES.items()}
)
"""`hundred`, `ten thousand`: behind "a few" or "several" they say what "hundreds", "tens of thousands" do."""
_QUANTIFIERS = Phrases.of(en.QUANTIFIERS)
_FEW = Phrases.of(en.FEW)
_TIMES = Phrases(en.TIMES)
_PARTS = Phrases(en.PARTS_OF_ALL)
_SEPARATORS = {en.BETWEEN: frozenset({en.AND, "-"}), en.FROM: frozenset({en.TO, "-"})}
_IN_WORDS = frozenset(en.CALENDAR_UNITS).union(
    *(phrases.first_words for phrases in (_COLLECTIVES, _QUANTIFIERS, _FEW, _PARTS))
)
"""What an amount may begin with that is no figure: `hundreds of people`, `several years`, `most voters`."""

__all__ = ["NEAREST", "Amount", "amount_words", "parse_amount"]


def parse_amount(text: Text, *, prefer_units: bool) -> Amount:
    """Parse all of a text; raises `ReadingError`. `prefer_units`: of "5m", the letter is a unit."""
    parser = _Parser(text, prefer_units)
    parse_tail(text, parser.opening(), parser.amount, lambda inside: parse_amount(inside, prefer_units=prefer_units))
    return parser.amount


class _Parser:
    def __init__(self, text: Text, prefer_units: bool) -> None:
        self.text, self.prefer_units, self.amount = text, prefer_units, Amount()

    def opening(self) -> int:
        """Read all but the tail; the index of the tail."""
        index = self._prefixes(0)
        if self.text.at(index) not in _IN_WORDS:
            return self._figures(index)
        return self._collective(index) or self._few(index) or self._part(index) or self._figures(index)

    def _note(self, first: int, last: int, meaning: str) -> None:
        self.amount.note(self.text.between(first, last), meaning)

    def _prefixes(self, index: int) -> int:
        """Hedges, bounds, and words that leave a figure as it is."""
        while not self._begins(index):
            hedge, neutral = _HEDGES.at(self.text, index), _NEUTRAL.at(self.text, index)
            if hedge is not None:
                self.amount.hedge(self.text, index, *hedge)
                index = hedge[1]
            elif neutral is not None:
                index = neutral[1]
            elif self._is_idle_article(index):
                index += 1
            else:
                break
        return index

    def _begins(self, index: int) -> bool:
        if self.text.token(index).kind == FIGURE or parse_currency(self.text, index):
            return True
        if self.text.at(index) not in _IN_WORDS:
            return False
        return bool(self._collective_at(index) or self._few_at(index) or self._part_at(index))

    def _is_idle_article(self, index: int) -> bool:
        """True for the article of "a 97% drop", "a seven-day trip", "a $5 million reward"."""
        following = self.text.token(index + 1)
        return self.text.at(index) in en.ARTICLES and (
            following.kind == FIGURE
            or following.text in en.CARDINALS
            or parse_currency(self.text, index + 1) is not None
        )

    def _collective_at(self, index: int) -> tuple[tuple[int, int, int], int] | None:
        """`hundreds`, `several hundred`, `many thousands`, `a few dozen`."""
        quantifier = _QUANTIFIERS.at(self.text, index)
        if quantifier is None:
            return _COLLECTIVES.at(self.text, index)
        place = quantifier[1]
        return _COLLECTIVES.at(self.text, place) or _SINGULAR_COLLECTIVES.at(self.text, place)

    def _collective(self, index: int) -> int | None:
        found = self._collective_at(index)
        if found is None:
            return None
        self.amount.collective, after = Collective(*found[0]), found[1]
        self._note(index, after, f"collective: {found[0][0]:,} to {found[0][1]:,}")
        place = self.text.skip(after, en.OF)
        measured = parse_currency_behind(self.text, place) or parse_unit(self.text, place)
        if measured is not None:
            self.amount.measure, after = Measure.of_unit(measured[0]), measured[1]
        return after

    def _few_at(self, index: int) -> int | None:
        """The index of the unit of `several years`, `a few days`, `decades`: so many as in "days later"."""
        few = _FEW.at(self.text, index)
        place = few[1] if few is not None else index
        word = self.text.at(place)
        return place if word in en.CALENDAR_UNITS and en.CALENDAR_UNITS[word] != word else None

    def _few(self, index: int) -> int | None:
        place = self._few_at(index)
        unit = parse_unit(self.text, place) if place is not None else None
        if unit is None:
            return None
        self.amount.collective = Collective(*FEW_STATED, *FEW_ALLOWED)
        self.amount.measure = Measure.of_unit(unit[0])
        self._note(index, unit[1], "collective: {} to {}".format(*FEW_STATED))
        return unit[1]

    def _part_at(self, index: int) -> tuple[str, int] | None:
        """A part of all, which nothing but words follow: not the "all" of "all 32 states", "all-time", "all day"."""
        found = _PARTS.at(self.text, index)
        if found is None:
            return None
        after = self.text.token(found[1])
        not_all = after.text in en.CARDINALS or after.text in en.CALENDAR_UNITS or after.text in en.NOT_ALL
        is_word = after.kind == WORD and not not_all
        return found if is_word or found[1] == len(self.text.tokens) else None

    def _part(self, index: int) -> int | None:
        found = self._part_at(index)
        if found is None:
            return None
        self.amount.part, after = found
        if self.amount.part == "none":
            self.amount.low = Figure(exact(0), None, self.text.between(index, after))
        self._note(index, after, f"{self.amount.part} of it")
        return after

    def _figures(self, index: int) -> int:
        """A figure, or two of them with what makes them a range."""
        text = self.text
        opening = text.at(index)
        is_range = opening in (en.BETWEEN, en.FROM)
        place, first_hedges = self._end_hedges(index + 1) if is_range else (index, ())
        first = self._figure(place) or self._times(place)
        if first is None:
            raise self._no_figure(place)
        low, after = first
        # "18- to 24-year-olds"
        after = after + 1 if text.at(after) == "-" and text.at(after + 1) in en.SUSPENDED else after
        separators = _SEPARATORS.get(opening, en.RANGE_SEPARATORS)
        second = None
        if text.at(after) in separators:
            place, last_hedges = self._end_hedges(after + 1)
            second = self._figure(place)
        if second is None and is_range:
            raise ReadingError(
                f"a second figure was expected after {shown(text.between(index, after))}",
                nearest="between 3 and 5 million",
                understood=text.between(0, after),
            )
        if second is None:
            self.amount.low = low
            self._note(index, after, low.description)
            return self._second_bound(after) or after
        if text.at(after) == "-" and low.measure and not low.measure.is_money and not second[0].measure:
            raise ReadingError(
                f"{shown(second[0].written)} has no unit", nearest="both figures in one unit", understood=low.written
            )
        self.amount.end_hedges = first_hedges, last_hedges
        return self._range(index, low, *second)

    def _range(self, index: int, low: Figure, high: Figure, after: int) -> int:
        low, high = complete_range(low, high)
        self.amount.low, self.amount.high = low, high
        self._note(index, after, f"range: {low.description} to {high.description}")
        return after

    def _second_bound(self, index: int) -> int | None:
        """The second half of `more than 3 but less than 5`, `at least 3 and at most 5 people`."""
        place = self.text.skip(index, ",")
        if self.text.at(place) not in en.BOUNDS_JOIN:
            return None
        bound = _HEDGES.at(self.text, place + 1)
        second = self._figure(bound[1]) if bound is not None else None
        low, lower = self.amount.low, tuple(self.amount.hedges)
        if bound is None or second is None or low is None or len(lower) != 1:
            return None
        upper = (bound[0],)
        high, after = second
        if lower[0] in UPPER:
            low, high, lower, upper = high, low, upper, lower
        if lower[0] not in LOWER or upper[0] not in UPPER:
            return None
        self.amount.hedges, self.amount.end_hedges = [], (lower, upper)
        return self._range(index, low, high, after)

    def _times(self, index: int) -> tuple[Figure, int] | None:
        """The `twice` of "twice a week"; alone it may be a multiple, and "once" long ago."""
        found = _TIMES.at(self.text, index)
        if found is None or parse_rate(self.text, found[1]) is None:
            return None
        return Figure(exact(found[0]), None, self.text.between(index, found[1])), found[1]

    def _no_figure(self, index: int) -> ReadingError:
        """What is wrong where a figure should stand; of "a few" and "a handful" nobody knows how many they are."""
        place = self.text.skip(index, *en.ARTICLES)
        if self.text.at(place) in en.VAGUE:
            words = self.text.between(index, place + 1)
            return ReadingError(f"how many {shown(words)} are is not said", nearest="dozens, 3 to 5", understood=words)
        rest = self.text.after(index)
        return ReadingError(
            f"a figure was expected where {shown(rest) if rest else 'nothing'} stands",
            nearest=NEAREST,
            understood=self.text.between(0, index),
            word=self.text.at(index),
            known=amount_words,
        )

    def _figure(self, index: int) -> tuple[Figure, int] | None:
        is_signed = self.text.at(index) in en.MINUS or (self.text.at(index) == "-" and self.text.glued(index + 1))
        if is_signed and parse_currency(self.text, index + 1):
            found = parse_figure(self.text, index + 1, prefer_units=self.prefer_units)
            return found and (found[0]._replace(number=found[0].number.negative()), found[1])
        return parse_figure(self.text, index, prefer_units=self.prefer_units)

    def _end_hedges(self, index: int) -> tuple[int, tuple[str, ...]]:
        found = _HEDGES.at(self.text, index)
        return (found[1], (APPROX,)) if found is not None and found[0] == APPROX else (index, ())


def amount_words() -> frozenset[str]:
    """Words that may stand before a figure or be one."""
    words = chain(en.HEDGES, en.CARDINALS, en.COLLECTIVES, en.PARTS_OF_ALL, en.FRACTIONS, en.DOZENS)
    return frozenset(word for phrase in words for word in phrase.split() if len(word) > 3)


SMALLEST_UNSCALED = 1000
"""In "3 to 5 million" the 3 is millions; a figure from here on ("700,000 to 1.2 million") stands for itself."""


def complete_range(low: Figure, high: Figure) -> tuple[Figure, Figure]:
    """The two figures of a range, the first one with the scale and measure that only the second one carries."""
    number, scale = low.number, high.number.scale
    inherits = low.measure is None or low.measure.is_money
    if inherits and scale > 1 and number.scale == 1 and number.value < SMALLEST_UNSCALED:
        number = number.scaled(scale)
        if number.value > high.number.value:
            raise ReadingError(
                f"the range from {low.written} to {high.written} is open to two readings",
                nearest="both figures in full, such as 500,000 to 1,200,000",
            )
    low_measure, high_measure = _one_currency(low.measure or high.measure, high.measure or low.measure)
    if low_measure is not None and high_measure is not None and low_measure.dimension != high_measure.dimension:
        raise ReadingError(f"{low.written} and {high.written} are of different kinds", nearest="both in one unit")
    thousands = high.number.value / SMALLEST_UNSCALED if high.number.rounded and high.number.scale == 1 else Fraction(0)
    if number.scale == 1 and number.value <= thousands < 10 * number.value < 10 * SMALLEST_UNSCALED:
        raise ReadingError(
            f"the {low.written} before {high.written} could be thousands",
            nearest="12,000 to 15,000",
            understood=low.written,
        )
    low, high = low._replace(number=number, measure=low_measure), high._replace(measure=high_measure)
    if _size(low) == _size(high):
        raise ReadingError(f"{low.written} twice is no range", nearest=high.written)
    if _size(low) > _size(high):
        raise ReadingError(f"the range runs backwards, from {low.written} to {high.written}")
    return low, high


def _one_currency(low: Measure | None, high: Measure | None) -> tuple[Measure | None, Measure | None]:
    """Of "US$89 to $93 billion" and "$89 to 93 million Canadian dollars", the more exact currency for both."""
    if low is None or high is None or not (low.is_money and high.is_money) or low.dimension == high.dimension:
        return low, high
    exact_one = same_money(low.unit, high.unit)
    return (low, high) if exact_one is None else (Measure.of_unit(exact_one), Measure.of_unit(exact_one))


def _size(figure: Figure) -> Fraction:
    return figure.measure.point(figure.number.value) if figure.measure else figure.number.value
