"""Figures of several parts: `6 feet 2 inches`, `two years and three months`, `five dollars and fifty cents`."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.readings.amounts.unit_grammar import parse_currency_behind, parse_unit
from crosscheck.readings.amounts.unit_names import unit as unit_of
from crosscheck.readings.amounts.units import Unit
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.lexicon.units import IMPLIED
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.numbers.numerals import parse_number
from crosscheck.readings.numbers.words import and_a_fraction
from crosscheck.readings.tokens import Text


def with_cents(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, int]:
    """`five dollars and fifty cents`."""
    parsed = parse_number(text, text.skip(index, en.AND, ","))
    if parsed is None or parsed[0].value >= 100 or unit.low != 1 or number.scale != 1:
        return number, index
    minor = parse_currency_behind(text, parsed[1])
    if minor is None or minor[0].dims != unit.dims or minor[0].low >= 1:
        return number, index
    return number.plus(parsed[0].times(minor[0].low)), minor[1]


def with_smaller(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, Unit, int]:
    """`… and a half`, and smaller units of the same dimension: `6 feet 2 inches`, `2 years and 3 months`.

    The whole is told in the first unit; one that is left open (a month) leaves the whole open.
    """
    implied = _implied(text, number, unit, index)
    if implied is not None:
        return implied
    whole, after = and_a_fraction(text, number, index)
    if after > index and parse_unit(text, after) is None:
        return whole, unit, after
    low, high, smallest = number.value * unit.low, number.value * unit.high, unit
    while unit.dims and not unit.offset:
        parsed = _count_of_smaller(text, text.skip(index, en.AND, ","))
        part = parse_unit(text, text.skip(parsed[1], "-")) if parsed is not None else None
        if parsed is None or part is None or part[0].dims != unit.dims or part[0].high >= smallest.low:
            break
        smallest, index = part
        low, high = low + parsed[0].value * smallest.low, high + parsed[0].value * smallest.high
        number = number.plus(replace(parsed[0], is_fraction=False).times(smallest.mean / unit.mean))
    if smallest is unit or number.value <= 0:
        return number, unit, index
    return number, replace(unit, low=low / number.value, high=high / number.value), index


def _count_of_smaller(text: Text, index: int) -> tuple[Number, int] | None:
    """The 3 of "and 3 days"; the article of "a year and a day" counts one."""
    if text.at(index) in en.ARTICLES and parse_unit(text, index + 1):
        return exact(1), index + 1
    return parse_number(text, index, letters=False)


def _implied(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, Unit, int] | None:
    """`six-foot-two`, `5 foot 10`, `1 hour thirty`: at the end of a text, a number of the next smaller unit."""
    if unit.symbol not in IMPLIED or number.value.denominator != 1:
        return None
    smaller = unit_of(IMPLIED[unit.symbol])
    # "5 hours - 7" may be a range; the hyphens of "5-foot-10" join all of it.
    joints = ("-", en.AND) if text.at(index - 2) == "-" and text.glued(index) else (en.AND,)
    parsed = parse_number(text, text.skip(index, *joints), letters=False)
    if parsed is None or parsed[1] < len(text.tokens):
        return None
    part = parsed[0].value * smaller.low / unit.low
    if parsed[0].value.denominator != 1 or not 0 < part < 1:
        return None
    return number.plus(parsed[0].times(smaller.low / unit.low)), unit, parsed[1]
