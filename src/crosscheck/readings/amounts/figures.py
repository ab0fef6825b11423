"""A number with what it is a number of: `$1.2bn`, `40 percent`, `one in five`, `6 feet 2 inches`, `an hour and a half`.

figure = currency number | number (percent | "in" number | currency | unit [smaller units]) | article unit | number
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.readings.amounts.composite import with_cents, with_smaller
from crosscheck.readings.amounts.compounds import refuse_attribute, refuse_compound
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_unit
from crosscheck.readings.amounts.units import Unit
from crosscheck.readings.lexicon import currencies
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.numbers.numerals import parse_number
from crosscheck.readings.tokens import WORD, Phrases, Text

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
    refuse_compound(text, index, parsed[1])
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
    points = _POINTS.at(text, index + 1)
    if points is not None:
        return Figure(exact(1), Measure.points(), text.between(index, points[1])), points[1]
    money = parse_currency_behind(text, index + 1) if text.token(index + 1).kind == WORD else None
    if money is not None:
        return Figure(exact(1), Measure.of_unit(money[0]), text.between(index, money[1])), money[1]
    unit = parse_unit(text, _whole(text, index + 1))
    if unit is None:
        return None
    number, made, after = with_smaller(text, exact(1), *unit)
    return Figure(number, Measure.of_unit(made), text.between(index, after)), after


def _behind(text: Text, number: Number, index: int) -> _Behind:
    """What stands behind a number: percent, the second number of a share, a currency, a unit."""
    place = text.skip(index, "-")
    shares = ((_POINTS, Measure.points()), (_PERCENT, Measure.percent()))
    start = _of_a(text, place) if number.value.denominator != 1 else _whole(text, place)
    for phrases, measure in shares:
        found = phrases.at(text, start)
        if found is not None:
            return replace(number, is_fraction=False), measure, found[1]
    per = _PARTS_PER.at(text, place)
    if per is not None:
        return number, Measure.share(per[0], text.between(place, per[1])), per[1]
    money = parse_currency_behind(text, start)
    if money is not None:
        refuse_attribute(text, number, start, money[1])
        number, after = with_cents(text, number, *money)
        return replace(number, is_fraction=False), Measure.of_unit(money[0]), after
    out_of = _out_of(text, number, index)
    if out_of is not None:
        return out_of
    unit = parse_unit(text, start)
    if unit is not None:
        refuse_attribute(text, number, start, unit[1])
        return _measured(text, number, *unit)
    return (number, Measure.share(Fraction(1)), index) if number.is_fraction else None


def _measured(text: Text, number: Number, unit: Unit, index: int) -> _Behind:
    number, unit, index = with_smaller(text, replace(number, is_fraction=False), unit, index)
    return number, Measure.of_unit(unit), index


def _whole(text: Text, index: int) -> int:
    """The index behind the `full` of "three full years"."""
    after = text.skip(index, *en.WHOLE)
    return after if after > index and parse_unit(text, after) else index


def _of_a(text: Text, index: int) -> int:
    """The index behind the `of a` of "half of a ton" and the `a` of "half an hour"."""
    after = text.skip(text.skip(index, en.OF), *en.ARTICLES, en.ONE)
    return after if after != index + 1 or text.at(index) != en.OF else index


def _out_of(text: Text, number: Number, index: int) -> _Behind:
    """`one in five`, `three of every four`, `3 out of 10`: a share in words."""
    index = text.skip(index, "-")
    found = _OUT_OF.at(text, index)
    if found is None and text.at(index) == en.IN and number.value <= MOST_IN:
        found = (en.IN, index + 1)
    if found is None or number.value.denominator != 1 or number.scale != 1:
        return None
    parsed = parse_number(text, text.skip(found[1], "-"))
    if parsed is None or not 0 <= number.value <= parsed[0].value or parsed[0].value == 0:
        return None
    whole, after = parsed
    looks_like_year = after == found[1] + 1 and text.integer(found[1], 4) in range(1000, 2200)
    is_measured = parse_unit(text, after) or parse_currency_behind(text, after)
    if is_measured or (found[0] in (en.IN, en.OF) and looks_like_year):
        return None
    unit = 1 / whole.value
    share = Number(number.value * unit, unit, unit, unit, is_fraction=True)
    return share, Measure.share(Fraction(1)), after
