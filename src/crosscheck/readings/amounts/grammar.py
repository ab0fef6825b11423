"""The grammar of amounts: text → what is written, before a kind decides what it means.

amount = hedge* (figure | range | collective | few units | part of all) tail
range  = figure "–" figure | "between" figure "and" figure | bound figure "but" bound figure
tail   = hedges, words that name what is counted, and at most one rate ("of cocaine each month")
"""

from __future__ import annotations

from itertools import chain

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import NEAREST, RANGE_NEAREST, VAGUE_NEAREST, Amount, Collective
from crosscheck.readings.amounts.changes import TWO_CLAIMS, change_before
from crosscheck.readings.amounts.figures import Figure, parse_figure
from crosscheck.readings.amounts.idioms import (
    COLLECTIVES_JOIN,
    TIMES,
    few_of,
    is_suffixed,
    parse_age_group,
    parse_how_often,
    parse_idiom,
    parse_long,
    parse_one,
    parse_ordinal,
    parse_pieces,
    parse_times,
)
from crosscheck.readings.amounts.measures import PERCENT, Measure
from crosscheck.readings.amounts.openers import parse_emphasis, parse_opener, parse_stretch, with_article
from crosscheck.readings.amounts.ranges import check_pair, complete_range, in_one_share
from crosscheck.readings.amounts.tail import PLUS_MINUS, parse_tail
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_unit
from crosscheck.readings.amounts.units import unit_of
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import UNITS_BEFORE
from crosscheck.readings.numbers.number import exact
from crosscheck.readings.numbers.rounding import APPROX, AT_MOST, EXACT, FEW_STATED, LOWER, UPPER
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

_HEDGES = Phrases(en.HEDGES)
_NEUTRAL = Phrases.of(en.NEUTRAL)
_COLLECTIVES = Phrases(en.COLLECTIVES)
_SINGULAR_COLLECTIVES = Phrases(
    {" ".join(word.removesuffix("s") for word in phrase.split(" of ")): n for phrase, n in en.COLLECTIVES.items()}
)
"""`hundred`, `ten thousand`: behind "a few" or "several" they say what "hundreds", "tens of thousands" do."""
_QUANTIFIERS = Phrases.of(en.QUANTIFIERS)
_FEW = Phrases.of(phrase for phrase in en.FEW if en.COUPLE not in phrase)
_TOTALS = Phrases.of(en.TOTALS)
_PARTS = Phrases(en.PARTS_OF_ALL)
_SEPARATORS = {en.BETWEEN: frozenset({en.AND, "-"}), en.FROM: frozenset({en.TO, "-"})}
_DAY_PARTS = Phrases(en.DAY_PARTS)
QUOTE = '"'
_IN_WORDS = frozenset(en.CALENDAR_UNITS).union(
    *(phrases.first_words for phrases in (_COLLECTIVES, _QUANTIFIERS, _FEW, _PARTS))
)
"""What an amount may begin with that is no figure: `hundreds of people`, `several years`, `most voters`."""

__all__ = ["NEAREST", "Amount", "amount_words", "opening_end", "parse_amount"]


def parse_amount(text: Text, *, prefer_units: bool) -> Amount:
    """Parse all of a text; raises `ReadingError`. `prefer_units`: of "5m", the letter is a unit."""
    parser = _Parser(with_article(text), prefer_units)
    text = parser.text
    amount, after = parser.amount, parser.opening()
    parse_tail(text, after, amount, lambda inside: parse_amount(inside, prefer_units=prefer_units))
    amount.is_hour = text.at(after) in (en.IN, en.AT) and _DAY_PARTS.at(text, text.skip(after + 1, "the")) is not None
    if amount.is_total and not amount.hedges and amount.low is not None and amount.high is None:
        amount.hedges.append(EXACT)
    if amount.direction and amount.low is not None and amount.low.number.value == 0:
        amount.direction = None
    if amount.direction and any(figure.number.value < 0 for figure in amount.figures):
        raise ReadingError("a change below zero", nearest="")
    return amount


def opening_end(text: Text) -> int:
    """The index behind the hedges, figures and units that a text begins with; raises `ReadingError`."""
    return _Parser(text, prefer_units=False).opening()


class _Parser:
    def __init__(self, text: Text, prefer_units: bool) -> None:
        self.text, self.prefer_units, self.amount = text, prefer_units, Amount()
        self.scale: Measure | None = None

    def opening(self) -> int:
        """Read all but the tail; the index of the tail."""
        index = self._prefixes(0)
        if self.text.at(index) not in _IN_WORDS:
            return (not parse_age_group(self.text, index) and self._idiom(index)) or self._figures(index)
        found = self._collective(index) or self._few(index) or self._part(index) or self._idiom(index)
        return found or self._figures(index)

    def _note(self, first: int, last: int, meaning: str) -> None:
        self.amount.note(self.text.between(first, last), meaning)

    def _prefixes(self, index: int) -> int:
        """Hedges, bounds, and words that leave a figure as it is."""
        while not self._begins(index):
            after = self._prefix(index)
            if after is None:
                break
            # the hyphen of "around-10%"
            is_joined = self.text.is_hyphen(after) and self.text.token(after - 1).kind == WORD
            index = after + 1 if is_joined and self._is_number(after + 1) else after
        return index

    def _prefix(self, index: int) -> int | None:
        """The index behind one hedge, bound, change, or some words that leave a figure as it is."""
        text = self.text
        if self.prefer_units and (stretch := parse_stretch(text, index)) is not None:
            return stretch
        if text.at(index) in en.SCALES_BEFORE:
            place = text.skip(index + 1, "-", en.OF)
            self.scale = Measure.of_unit(unit_of(text.at(index)))
            return place if self._is_number(place) or _HEDGES.at(text, place) else None
        margin = PLUS_MINUS.at(text, index)
        if margin is not None and _HEDGES.at(text, index) is None and self._is_number(margin[1]):
            self._note(index, margin[1], "the figure is a margin, either way")
            return margin[1]
        if text.at(index) == QUOTE:
            return index + 1
        if text.at(index) in en.WHOSE and self._is_number(index + 1):
            return index + 1
        total = _TOTALS.at(text, index)
        if total is not None:
            self.amount.is_total = True
            return total[1]
        if text.at(index) in en.RAISES and (changed := change_before(text, index, self.amount)):
            return changed
        hedge, neutral = _HEDGES.at(text, index), _NEUTRAL.at(text, index)
        if hedge is not None and (neutral is None or neutral[1] <= hedge[1]):
            self.amount.hedge(text, index, *hedge)
            return hedge[1]
        if neutral is not None:
            emphasis = parse_emphasis(text, index)
            if emphasis is not None and emphasis > neutral[1]:
                return emphasis
            self.amount.is_age |= text.at(neutral[1] - 1) in ("age", "aged", "ages")
            return neutral[1]
        after = change_before(text, index, self.amount) or parse_opener(text, index, self.amount)
        return after or (index + 1 if self._is_idle_article(index) else None)

    def _is_number(self, index: int) -> bool:
        is_figure = self.text.token(index).kind == FIGURE or self.text.at(index) in en.CARDINALS
        return is_figure or parse_currency(self.text, index) is not None

    def _begins(self, index: int) -> bool:
        if self.text.token(index).kind == FIGURE or parse_currency(self.text, index):
            return True
        if self.text.at(index) not in _IN_WORDS:
            return False
        return bool(self._collective_at(index) or self._few_at(index) or self._part_at(index))

    def _is_idle_article(self, index: int) -> bool:
        """True for the article of "a 97% drop", "a nearly seven-day trip", "a $5 million reward"."""
        if self.text.at(index) not in en.ARTICLES:
            return False
        following = self.text.at(index + 1)
        is_scale = following in en.SCALES_BEFORE or self.text.between(index + 1, index + 2) in UNITS_BEFORE
        is_open = is_scale or _HEDGES.at(self.text, index + 1) or _COLLECTIVES.at(self.text, index + 1)
        return bool(is_open) or self._is_number(index + 1)

    def _idiom(self, index: int) -> int | None:
        """`in her 30s`, `six figures`, `low hundreds`."""
        found = parse_idiom(self.text, index)
        if found is None:
            return None
        self.amount.collective, self.amount.measure, after, self.amount.is_decade = found
        place = self.text.skip(after, "-", en.OF)
        measured = parse_currency_behind(self.text, place) or parse_unit(self.text, place)
        percent = PERCENT.at(self.text, place)
        if percent is not None:
            self.amount.measure, self.amount.is_decade, after = Measure.percent(), False, percent[1]
        elif measured is not None:
            self.amount.measure, self.amount.is_decade, after = Measure.of_unit(measured[0]), False, measured[1]
        self._note(index, after, f"{found.collective.low:,} to {found.collective.high:,}")
        return after

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
        (low, high, least), after = self._to_another(index, *found)
        self.amount.collective = Collective(low, high, least)
        self._note(index, after, f"collective: {low:,} to {high:,}")
        place = self.text.skip(after, "-", en.OF)
        measured = parse_currency_behind(self.text, place) or parse_unit(self.text, place)
        if measured is not None:
            self.amount.measure, after = Measure.of_unit(measured[0]), measured[1]
        return after

    def _to_another(self, index: int, first: tuple[int, int, int], after: int) -> tuple[tuple[int, int, int], int]:
        """`hundreds if not thousands`, `dozens to hundreds`; not "tens or hundreds of thousands", which scales both.

        `hundreds and hundreds` are hundreds.
        """
        if self.text.at(after) in en.DOUBLING and (again := self._collective_at(after + 1)) and again[0] == first:
            after = again[1]
        joint = COLLECTIVES_JOIN.at(self.text, after)
        second = self._collective_at(joint[1]) if joint is not None else None
        if joint is None or second is None or second[0][0] <= first[0]:
            return first, after
        is_scaled = after == index + 1 and self.text.at(joint[1] + 1) == en.OF and second[1] > joint[1] + 1
        return (first, after) if is_scaled else ((first[0], second[0][1], first[2]), second[1])

    def _few_at(self, index: int) -> int | None:
        """The index of the unit of `several years`, `a few miles`, `a decades-long war`: so many as in "days later"."""
        few = _FEW.at(self.text, index)
        place = few[1] if few is not None else self.text.skip(index, *en.ARTICLES)
        word = self.text.at(place).removesuffix(en.LONG)
        if few is not None and (word.endswith("s") or word == "feet") and parse_unit(self.text, place):
            return place
        return place if word in en.CALENDAR_UNITS and en.CALENDAR_UNITS[word] != word else None

    def _few(self, index: int) -> int | None:
        place = self._few_at(index)
        unit = parse_unit(self.text, place) or parse_long(self.text, place) if place is not None else None
        if unit is None:
            return None
        self.amount.collective, after = few_of(self.text, *unit, self._few_at)
        self.amount.measure = Measure.of_unit(unit[0])
        self._note(index, after, "collective: {} to {}".format(*FEW_STATED))
        if self.text.at(after) in en.RANGE_SEPARATORS and self.text.at(after + 1) in en.CALENDAR_UNITS:
            raise ReadingError(f"{shown(self.text.after(index))} is one of two durations", nearest="")
        return after

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
        self._note(index, after, f"{self.amount.part.replace('_', ' ')} of it")
        return after

    def _figures(self, index: int) -> int:
        """A figure, or two of them with what makes them a range."""
        text = self.text
        opening = text.at(index)
        is_range = opening in (en.BETWEEN, en.FROM)
        if opening == en.FROM and text.at(index - 1) not in en.RANGING:
            self._refuse_from(index)
        place, first_hedges = self._end_hedges(index + 1) if is_range else (index, ())
        if text.at(place) in en.NUMBERED and text.token(place + 1).kind == FIGURE:
            raise self._no_figure(place)
        first = self._first(place)
        if first is None:
            raise self._no_figure(place)
        low, after = first
        low = low._replace(measure=low.measure or self.scale)
        # "18- to 24-year-olds", "two-to-three"
        after = after + 1 if text.at(after) == "-" and text.at(after + 1) in en.SUSPENDED else after
        separators = _SEPARATORS.get(opening, en.RANGE_SEPARATORS)
        second = None
        if text.at(after) in separators:
            place, last_hedges = self._end_hedges(after + 1 + text.is_hyphen(after + 1), is_last=True)
            second = self._figure(place)
        if second is None and is_range:
            raise ReadingError(
                f"a second figure was expected after {shown(text.between(index, after))}",
                nearest=RANGE_NEAREST,
                understood=text.between(0, after),
            )
        if second is None:
            self.amount.low = low
            self._note(index, after, low.description)
            return self._second_bound(after) or after
        low, second = in_one_share(text, index, after, low, second)
        if text.at(after) == "-" and low.measure and not low.measure.is_money and not second[0].measure:
            raise ReadingError(
                f"{shown(second[0].written)} has no unit", nearest="both figures in one unit", understood=low.written
            )
        check_pair(text, index, after, low, second[0], self.amount)
        self.amount.end_hedges = first_hedges, last_hedges
        return self._range(index, low, *second)

    def _first(self, index: int) -> tuple[Figure, int] | None:
        """A figure, or a word that is one."""
        return (
            parse_age_group(self.text, index)
            or parse_pieces(self.text, index, is_measured=self.prefer_units)
            or parse_one(self.text, index)
            or (not is_suffixed(self.text, index) and self._figure(index))
            or (self.prefer_units and parse_how_often(self.text, index))
            or parse_times(self.text, index, self.amount)
            or parse_ordinal(self.text, index, self.amount)
        )

    def _refuse_from(self, index: int) -> None:
        """Refuse "from 4% to 5%", which is a range or a change."""
        if self._figure(self._end_hedges(index + 1)[0]) is None:
            return
        raise ReadingError(
            f"{shown(self.text.after(index))} is a range or {TWO_CLAIMS}",
            nearest=f"between {self.text.after(index + 1)}".replace(" to ", " and "),
        )

    def _range(self, index: int, low: Figure, high: Figure, after: int) -> int:
        low, high = complete_range(low, high, may_fall=self.amount.end_hedges == ((), ()))
        self.amount.low, self.amount.high = low, high
        self._note(index, after, f"range: {low.description} to {high.description}")
        return after

    def _second_bound(self, index: int) -> int | None:
        """The second half of `more than 3 but less than 5`, `at least 3 and at most 5 people`."""
        place = self.text.skip(index, ",")
        if self.text.at(place) not in en.BOUNDS_JOIN and place == index:
            return None
        bound = _HEDGES.at(self.text, self.text.skip(place, *en.BOUNDS_JOIN))
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

    def _no_figure(self, index: int) -> ReadingError:
        """What is wrong where a figure should stand; of "a few" and "a handful" nobody knows how many they are."""
        place = self.text.skip(index, *en.ARTICLES)
        if self.text.at(place) in en.VAGUE:
            words = self.text.between(index, place + 1)
            return ReadingError(f"how many {shown(words)} are is not said", nearest=VAGUE_NEAREST, understood=words)
        rest = self.text.after(index)
        why = self._why(index)
        if why:
            return ReadingError(f"{shown(rest)} {why}", understood=self.text.between(0, index))
        return ReadingError(
            f"expected a figure, found {shown(rest) if rest else 'nothing'}",
            nearest=NEAREST,
            understood=self.text.between(0, index),
            word=self.text.at(index),
            known=amount_words,
        )

    def _why(self, index: int) -> str:
        """What stands where a figure should, if it is known."""
        text, place = self.text, self.text.skip(index, "the", *en.ARTICLES)
        word = text.at(place)
        if TIMES.at(text, place) is not None or word.endswith("fold") or word in en.MULTIPLIED:
            return "is a multiple; curate the figure that it makes"
        if word in en.ORDINALS:
            return "is a place in an order, no amount"
        is_name = word in en.NUMBERED and text.token(place + 1).kind == FIGURE
        return "names one of several, no amount" if is_name else ""

    def _figure(self, index: int) -> tuple[Figure, int] | None:
        is_signed = self.text.at(index) in en.MINUS or (self.text.at(index) == "-" and self.text.glued(index + 1))
        if is_signed and parse_currency(self.text, index + 1):
            found = parse_figure(self.text, index + 1, prefer_units=self.prefer_units)
            return found and (found[0]._replace(number=found[0].number.negative()), found[1])
        return parse_figure(self.text, index, prefer_units=self.prefer_units)

    def _end_hedges(self, index: int, *, is_last: bool = False) -> tuple[int, tuple[str, ...]]:
        """The index behind what hedges one end of a range; the `as many as` of its last one says no more."""
        found = _HEDGES.at(self.text, index)
        if found is not None and is_last and found[0] == AT_MOST:
            return found[1], ()
        return (found[1], (APPROX,)) if found is not None and found[0] == APPROX else (index, ())


def amount_words() -> frozenset[str]:
    """Words that may stand before a figure or be one."""
    words = chain(en.HEDGES, en.CARDINALS, en.COLLECTIVES, en.PARTS_OF_ALL, en.FRACTIONS, en.DOZENS)
    return frozenset(word for phrase in words for word in phrase.split() if len(word) > 3)
