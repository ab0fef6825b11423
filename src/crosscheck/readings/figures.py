"""A number with what it is a number of: `$1.2bn`, `40 percent`, `one in five`, `6 feet 2 inches`, `an hour and a half`.

figure = currency number | number (percent | "in" number | currency | unit [smaller units]) | article unit | number
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.readings import currencies
from crosscheck.readings import english as en
from crosscheck.readings.measures import Measure
from crosscheck.readings.number import Number, exact
from crosscheck.readings.number_words import and_a_fraction
from crosscheck.readings.numerals import parse_number
from crosscheck.readings.tokens import WORD, Phrases, Text
from crosscheck.readings.unit_grammar import parse_currency, parse_currency_behind, parse_unit
from crosscheck.readings.units import Unit
from crosscheck.readings.unreadable import Unreadable

_PERCENT = Phrases.of(en.PERCENT)
_POINTS = Phrases.of(en.PERCENTAGE_POINTS)
_PARTS_PER = Phrases(en.PARTS_PER)
_OUT_OF = Phrases.of(en.OUT_OF)

MOST_IN = 20
"""`one in five`, `9 in 10`: behind a larger number, "in" tells where ("300 in 500 towns")."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it is a number of: a measure, or (None) nothing that the grammar knows."""

    number: Number
    measure: Measure | None = None
    written: str = ""

    @property
    def description(self) -> str:
        value = self.number.value
        written = f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.6g}"
        return f"{written} {self.measure.symbol}" if self.measure else written


Parsed = tuple[Figure, int] | None
_Behind = tuple[Number, Measure, int] | None


def parse_figure(text: Text, index: int, *, prefer_units: bool) -> Parsed:
    """The figure at token `index`; `prefer_units`: a letter behind it is a unit ("5m" is 5 metres)."""
    money = parse_currency(text, index)
    if money is not None:
        return _money_before(text, index, *money)
    parsed = parse_number(text, index)
    if parsed is None:
        return _article_unit(text, index)
    behind = _behind(text, *parsed)
    if behind is None and parsed[0].letter:
        unscaled = parse_number(text, index, letters=False)
        measured = _behind(text, *unscaled) if unscaled is not None else None
        # The letter of "24703m2" is no scale, whatever is preferred.
        if measured is not None and (prefer_units or measured[2] > parsed[1]):
            behind = measured
    if behind is None:
        number, after = parsed
        return Figure(number, None, text.between(index, after)), after
    number, measure, after = behind
    return Figure(number, measure, text.between(index, after)), after


def _money_before(text: Text, start: int, unit: Unit, index: int) -> Parsed:
    """`$5 million`, `US$ 3.4m`, `$5 and 50 cents`, `-$3bn` has its sign before the currency."""
    parsed = parse_number(text, index)
    if parsed is None:
        return None
    number, after = parsed
    behind = parse_currency_behind(text, after)
    exact_one = _same_money(unit, behind[0]) if behind is not None else None
    if behind is not None and exact_one is not None:
        unit, after = exact_one, behind[1]
    return Figure(number, Measure.of_unit(unit), text.between(start, after)), after


def _same_money(before: Unit, behind: Unit) -> Unit | None:
    """The more exact one of a currency that is named twice ("$5 million USD", "US$5 million dollars")."""
    for shared, other in ((before, behind), (behind, before)):
        (name, _), (code, _) = *shared.dims, *other.dims
        default, others = currencies.SHARED.get(name, (name, frozenset()))
        if code in (name, default) or code in others:
            return other if shared.low == other.low else None
    return None


def _article_unit(text: Text, index: int) -> Parsed:
    """`a decade and a half`, `an hour`: the article counts one."""
    if text.at(index) not in en.ARTICLES:
        return None
    money = parse_currency_behind(text, index + 1) if text.token(index + 1).kind == WORD else None
    if money is not None:
        return Figure(exact(1), Measure.of_unit(money[0]), text.between(index, money[1])), money[1]
    unit = parse_unit(text, index + 1)
    if unit is None:
        return None
    number, made, after = _with_smaller(text, exact(1), *unit)
    return Figure(number, Measure.of_unit(made), text.between(index, after)), after


def _behind(text: Text, number: Number, index: int) -> _Behind:
    """What stands behind a number: percent, the second number of a share, a currency, a unit."""
    place = text.skip(index, "-")
    shares = ((_POINTS, Measure.points()), (_PERCENT, Measure.percent()))
    start = _of_a(text, place) if number.is_fraction else place
    for phrases, measure in shares:
        found = phrases.at(text, start)
        if found is not None:
            return replace(number, is_fraction=False), measure, found[1]
    per = _PARTS_PER.at(text, place)
    if per is not None:
        return number, Measure.share(per[0], text.between(place, per[1])), per[1]
    money = parse_currency_behind(text, start)
    if money is not None:
        number, after = _with_cents(text, number, *money)
        return replace(number, is_fraction=False), Measure.of_unit(money[0]), after
    out_of = _out_of(text, number, index)
    if out_of is not None:
        return out_of
    unit = parse_unit(text, start)
    if unit is not None:
        return _measured(text, number, *unit)
    return (number, Measure.share(Fraction(1)), index) if number.is_fraction else None


def _measured(text: Text, number: Number, unit: Unit, index: int) -> _Behind:
    number, unit, index = _with_smaller(text, replace(number, is_fraction=False), unit, index)
    return number, Measure.of_unit(unit), index


def _of_a(text: Text, index: int) -> int:
    """The index behind the `of a` of "half of a ton" and the `a` of "half an hour"."""
    after = text.skip(text.skip(index, en.OF), *en.ARTICLES)
    return after if after != index + 1 or text.at(index) != en.OF else index


def _out_of(text: Text, number: Number, index: int) -> _Behind:
    """`one in five`, `three of every four`, `3 out of 10`: a share in words."""
    found = _OUT_OF.at(text, index)
    if found is None and text.at(index) == en.IN and number.value <= MOST_IN:
        found = (en.IN, index + 1)
    if found is None or number.value.denominator != 1 or number.scale != 1:
        return None
    parsed = parse_number(text, found[1])
    if parsed is None or not 0 <= number.value <= parsed[0].value or parsed[0].value == 0:
        return None
    whole, after = parsed
    looks_like_year = after == found[1] + 1 and text.integer(found[1], 4) in range(1000, 2200)
    if (found[0] == en.IN and looks_like_year) or parse_unit(text, after) or parse_currency_behind(text, after):
        return None
    unit = 1 / whole.value
    share = Number(number.value * unit, unit, unit, unit, is_fraction=True)
    return share, Measure.share(Fraction(1)), after


def _with_cents(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, int]:
    """`five dollars and fifty cents`."""
    parsed = parse_number(text, text.skip(index, en.AND, ","))
    if parsed is None or parsed[0].value >= 100 or unit.low != 1 or number.scale != 1:
        return number, index
    minor = parse_currency_behind(text, parsed[1])
    if minor is None or minor[0].dims != unit.dims or minor[0].low >= 1:
        return number, index
    return number.plus(parsed[0].times(minor[0].low)), minor[1]


def _with_smaller(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, Unit, int]:
    """`… and a half`, and smaller units of the same dimension: `6 feet 2 inches`, `2 years and 3 months`.

    The whole is told in the first unit; one that is left open (a month) leaves the whole open.
    """
    whole, after = and_a_fraction(text, number, index)
    if after > index and parse_unit(text, after) is None:
        return whole, unit, after
    low, high, smallest = number.value * unit.low, number.value * unit.high, unit
    while unit.dims and not unit.offset:
        parsed = parse_number(text, text.skip(index, en.AND, ","), letters=False)
        part = parse_unit(text, text.skip(parsed[1], "-")) if parsed is not None else None
        if parsed is None or part is None or part[0].dims != unit.dims or part[0].high >= smallest.low:
            break
        smallest, index = part
        low, high = low + parsed[0].value * smallest.low, high + parsed[0].value * smallest.high
        number = number.plus(replace(parsed[0], is_fraction=False).times(smallest.mean / unit.mean))
    if smallest is unit or number.value <= 0:
        return number, unit, index
    return number, replace(unit, low=low / number.value, high=high / number.value), index


SMALLEST_UNSCALED = 1000
"""In "3 to 5 million" the 3 is millions; a figure from here on ("700,000 to 1.2 million") stands for itself."""


def complete_range(low: Figure, high: Figure) -> tuple[Figure, Figure]:
    """The two figures of a range, the first one with the scale and measure that only the second one carries."""
    number, scale = low.number, high.number.scale
    inherits = low.measure is None or low.measure.is_money
    if inherits and scale > 1 and number.scale == 1 and number.value < SMALLEST_UNSCALED:
        number = number.scaled(scale)
        if number.value > high.number.value:
            raise Unreadable(
                f"the range from {low.written} to {high.written} is open to two readings",
                nearest="both figures in full, such as 500,000 to 1,200,000",
            )
    low_measure, high_measure = low.measure or high.measure, high.measure or low.measure
    if low_measure is not None and high_measure is not None and low_measure.dimension != high_measure.dimension:
        raise Unreadable(f"{low.written} and {high.written} are of different kinds", nearest="both in one unit")
    low, high = replace(low, number=number, measure=low_measure), replace(high, measure=high_measure)
    if _size(low) > _size(high):
        raise Unreadable(f"the range runs backwards, from {low.written} to {high.written}")
    return low, high


def _size(figure: Figure) -> Fraction:
    return figure.measure.point(figure.number.value) if figure.measure else figure.number.value
