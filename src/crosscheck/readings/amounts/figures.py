"""A number with what it is a number of: `$1.2bn`, `40 percent`, `one in five`, `6 feet 2 inches`, `an hour and a half`.

figure = currency number | number (percent | "in" number | currency | unit [smaller units]) | article unit | number
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from crosscheck.problems import shown
from crosscheck.readings.amounts.measures import PERCENT, Measure
from crosscheck.readings.amounts.unit_grammar import (
    is_singular,
    parse_currency,
    parse_currency_behind,
    parse_rate,
    parse_unit,
)
from crosscheck.readings.amounts.units import Unit, unit_of
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.units import IMPLIED, RACES, SCALED_SIGNS, UNITS_BEFORE
from crosscheck.readings.numbers import and_a_fraction, looks_like_a_year, parse_number
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

_POINTS = Phrases.of(en.PERCENTAGE_POINTS)
_PARTS_PER = Phrases(en.PARTS_PER)
_OUT_OF = Phrases.of(en.OUT_OF)
_BASIS_POINTS = Phrases.of(en.BASIS_POINTS)
_SHARES = ((_POINTS, Measure.points()), (_BASIS_POINTS, Measure.basis_points()), (PERCENT, Measure.percent()))

_BEHIND_A_FIGURE = frozenset().union(
    en.SCALES, en.PREPOSITIONS, (word for phrase in (*en.PERCENT, *en.HEDGES_AFTER) for word in phrase.split()), ("x",)
)
_BEHIND_A_LETTER = en.PREPOSITIONS | {en.OF, en.OR}
_BEHIND_A_SECOND = en.BEHIND_A_UNIT | {"", "-"}
_BEHIND_A_LENGTH = en.PREPOSITIONS | en.RANGE_SEPARATORS

MOST_IN = 20
"""`one in five`, `9 in 10`: behind a larger number, "in" tells where ("300 in 500 towns")."""


class Figure(NamedTuple):
    """A number and what it is a number of: a measure, or (None) nothing that the grammar knows."""

    number: Number
    measure: Measure | None = None
    written: str = ""
    part: Number | None = None
    """The five of "five of the six", "five in six"."""
    is_of_all: bool = False
    """Whether the six are all that there are: "five of the six"."""

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
        return _article_unit(text, index) or _behind_its_name(text, index)
    _refuse_decade(text, index)
    race = _race(text, index)
    if race is not None:
        return race
    refuse_compound(text, index, parsed[1])
    refuse_adjacent(text, index)
    behind = _behind(text, *parsed)
    if behind is None and parsed[0].letter:
        unscaled = parse_number(text, index, letters=False)
        measured = _behind(text, *unscaled) if unscaled is not None else None
        # The letter of "24703m2" is no scale, whatever is preferred.
        if measured is not None and (prefer_units or measured[2] > parsed[1]):
            behind = measured
    if behind is None:
        number, after = parsed
        if text.at(after) == en.GROSS and text.at(after + 1) in ("", en.OF):
            raise ReadingError("a gross may be 144", understood=text.between(0, after))
        return Figure(number, None, text.between(index, after)), after
    number, measure, after = behind
    part = parsed[0] if number.is_fraction and not parsed[0].is_fraction else None
    is_of_all = part is not None and _names_all(text, parsed[1])
    return Figure(number, measure, text.between(index, after), part, is_of_all), after


def _refuse_decade(text: Text, index: int) -> None:
    """Refuse the seconds of "1990s-era", "1980s films", "the 200s"; alone "1500s" may be a time that was run."""
    is_decade = looks_like_a_year(text, index) and text.at(index).endswith("0") and text.at(index + 1) == "s"
    is_named = text.at(index - 1) == "the" and text.at(index + 1) == "s"
    if is_named or (is_decade and text.glued(index + 1) and index + 2 < len(text.tokens)):
        raise ReadingError(f"{shown(text.between(index, index + 2))} are years, no figure", nearest="")


def _names_all(text: Text, index: int) -> bool:
    """True for the `of the` of "five of the six", `out of` of "5 out of 6"; of "5 of every 6" nobody knows how many."""
    place = text.skip(index, en.OUT)
    return text.at(place) == en.OF and text.at(place + 1) not in en.PER


def _race(text: Text, index: int) -> Parsed:
    """`10K race`, `5k run`: kilometres, neither thousands nor kelvin."""
    distance = text.integer(index, 3)
    is_glued = text.at(index + 1) == "k" and text.glued(index + 1)
    if distance is None or not is_glued or text.at(text.skip(index + 2, "-")) not in RACES:
        return None
    return Figure(
        exact(distance), Measure.of_unit(unit_of("m").multiplied(1000, "km")), text.between(index, index + 2)
    ), index + 2


def _behind_its_name(text: Text, index: int) -> Parsed:
    """`Mach 3`, `pH 7.4`: a unit that stands before its figure."""
    place = text.skip(index + 1, en.OF)
    if text.between(index, index + 1) not in UNITS_BEFORE or text.token(place).kind != FIGURE:
        return None
    parsed = parse_number(text, place, letters=False)
    if parsed is None:
        return None
    unit = unit_of(UNITS_BEFORE[text.between(index, index + 1)])
    return Figure(parsed[0], Measure.of_unit(unit), text.between(index, parsed[1])), parsed[1]


def _money_before(text: Text, start: int, unit: Unit, index: int) -> Parsed:
    """`$5 million`, `US$ 3.4m`, `$5 and 50 cents`, `-$3bn` has its sign before the currency."""
    parsed = parse_number(text, index)
    if parsed is None:
        return None
    number, after = _with_letter(text, *parsed)
    behind = parse_currency_behind(text, after)
    exact_one = same_money(unit, behind[0]) if behind is not None else None
    if behind is not None and exact_one is not None:
        unit, after = exact_one, behind[1]
    return Figure(number, Measure.of_unit(unit), text.between(start, after)), after


def _with_letter(text: Text, number: Number, index: int) -> tuple[Number, int]:
    """The `m` of "$500 m", which a space parts: of money, and where no thing is named behind it, it is no metre."""
    following = text.token(index + 1)
    is_open = following.kind != WORD or following.text in _BEHIND_A_LETTER
    if number.scale > 1 or text.glued(index) or text.at(index) not in en.PARTED_LETTERS or not is_open:
        return number, index
    return number.scaled(en.LETTER_SCALES[text.at(index)], text.at(index)), index + 1


def same_money(before: Unit, behind: Unit) -> Unit | None:
    """The more exact one of a currency that is named twice ("$5 million USD", "US$5 million dollars")."""
    for shared, other in ((before, behind), (behind, before)):
        (name, _), (code, _) = *shared.dims, *other.dims
        default, others = currencies.SHARED.get(name, (name, frozenset()))
        if code in (name, default) or code in others:
            return other if shared.low == other.low else None
    (sign, _), (name, _) = *before.dims, *behind.dims
    if sign in currencies.SHARED and name in currencies.SHARED:  # "$500 pesos"
        return behind if currencies.SHARED[sign][1] & currencies.SHARED[name][1] and behind.low == before.low else None
    return None


def _article_unit(text: Text, index: int) -> Parsed:
    """`a decade and a half`, `an hour`: the article counts one."""
    if text.at(index) not in en.ARTICLES:
        return None
    points = _POINTS.at(text, text.skip(index + 1, *en.WHOLE))
    if points is not None:
        return Figure(exact(1), Measure.points(), text.between(index, points[1])), points[1]
    money = parse_currency_behind(text, index + 1) if text.token(index + 1).kind == WORD else None
    if money is not None:
        return Figure(exact(1), Measure.of_unit(money[0]), text.between(index, money[1])), money[1]
    unit = parse_unit(text, _whole(text, index + 1))
    is_ordinal = text.at(index + 1) == "second" and text.at(index + 2) not in _BEHIND_A_SECOND
    if unit is None or is_ordinal:
        return None
    number, made, after = with_smaller(text, exact(1), *unit)
    return Figure(number, Measure.of_unit(made), text.between(index, after)), after


def _behind(text: Text, number: Number, index: int) -> _Behind:
    """What stands behind a number: percent, the second number of a share, a currency, a unit."""
    scaled = _scaled_sign(text, number, index)
    if scaled is not None:
        return scaled
    place = text.skip(index, "-")
    start = _of_a(text, place) if number.value.denominator != 1 else _whole(text, place)
    for phrases, measure in _SHARES:
        found = phrases.at(text, start)
        if found is not None:
            return number._replace(is_fraction=False), measure, found[1]
    if number.is_fraction and text.at(start) in en.POINTS:  # of a rate of interest
        return number._replace(is_fraction=False), Measure.points(), start + 1
    per = _PARTS_PER.at(text, place)
    if per is not None:
        return number, Measure.share(per[0], text.between(place, per[1])), per[1]
    money = parse_currency_behind(text, start)
    if money is not None:
        refuse_attribute(text, number, start, money[1])
        number, after = with_cents(text, number, *money)
        return number._replace(is_fraction=False), Measure.of_unit(money[0]), after
    out_of = _out_of(text, number, index)
    if out_of is not None:
        return out_of
    unit = parse_unit(text, start)
    if unit is not None:
        refuse_attribute(text, number, start, unit[1])
        return _measured(text, number, *unit)
    return (number, Measure.share(Fraction(1)), index) if number.is_fraction else None


def _scaled_sign(text: Text, number: Number, index: int) -> _Behind:
    """`20 M€`, `500 k€`: a scale that is written with the sign of the currency."""
    written = text.between(index, index + 1)
    if written not in SCALED_SIGNS or not text.glued(index + 1) or text.token(index + 1).kind == WORD:
        return None
    money = parse_currency_behind(text, index + 1)
    if money is None:
        return None
    return number.scaled(SCALED_SIGNS[written]), Measure.of_unit(money[0]), money[1]


def _measured(text: Text, number: Number, unit: Unit, index: int) -> _Behind:
    number, unit, index = with_smaller(text, number._replace(is_fraction=False), unit, index)
    return number, Measure.of_unit(unit), index


def _whole(text: Text, index: int) -> int:
    """The index behind the `full` of "three full years"."""
    after = text.skip(index, *en.WHOLE)
    return after if after > index and parse_unit(text, after) else index


def _of_a(text: Text, index: int) -> int:
    """The index behind the `of a` of "half of a ton" and the `a` of "half an hour"."""
    after = text.skip(text.skip(index, en.OF), *en.ARTICLES, en.ONE, *(("1",) if text.at(index) == en.OF else ()))
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
    is_year = after == found[1] + 1 and looks_like_a_year(text, found[1])
    is_measured = parse_unit(text, after) or parse_currency_behind(text, after)
    if is_measured or (found[0] in (en.IN, en.OF) and is_year):
        return None
    return share_of(number.value, whole.value), Measure.share(Fraction(1)), after


def share_of(part: Fraction, whole: Fraction) -> Number:
    """So many of so many, as exact as one more or less makes it."""
    return Number(part / whole, 1 / whole, 1 / whole, is_fraction=True)


def with_cents(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, int]:
    """`five dollars and fifty cents`."""
    parsed = parse_number(text, text.skip(index, en.AND, ","))
    if parsed is None or parsed[0].value >= 100 or unit.low != 1 or number.scale != 1:
        return number, index
    minor = parse_currency_behind(text, parsed[1])
    if minor is None or not _is_minor_of(minor[0], unit) or minor[0].low >= 1:
        return number, index
    return number.plus(parsed[0].times(minor[0].low)), minor[1]


def _is_minor_of(minor: Unit, unit: Unit) -> bool:
    """True for the cents of dollars or euros, which share the word."""
    if minor.dims == unit.dims or not minor.dims or not unit.dims:
        return minor.dims == unit.dims
    base = unit.dims[0][0]
    default, others = currencies.SHARED.get(minor.dims[0][0], (None, frozenset()))
    return base in (default, "$") or base in others


def with_smaller(text: Text, number: Number, unit: Unit, index: int) -> tuple[Number, Unit, int]:
    """`… and a half`, and smaller units of the same dimension: `6 feet 2 inches`, `2 years and 3 months`.

    The whole is in the first unit; one that is left open (a month) leaves the whole open.
    """
    implied = _implied(text, number, unit, index)
    if implied is not None:
        return implied
    whole, after = and_a_fraction(text, number, index)
    if after > index and parse_unit(text, after) is None:
        return whole, unit, after
    low, high, smallest = number.value * unit.low, number.value * unit.high, unit
    while unit.dims and not unit.offset:
        joint = index + 1 if text.is_hyphen(index) else text.skip(index, en.AND, ",")
        parsed = _count_of_smaller(text, joint)
        part = parse_unit(text, text.skip(parsed[1], "-")) if parsed is not None else None
        if parsed is None or part is None or part[0].dims != unit.dims or part[0].high >= smallest.low:
            break
        if parsed[0].value < 0:
            raise ReadingError(f"{shown(text.after(joint))} is taken from the figure before it; curate what is left")
        smallest, index = part
        low, high = low + parsed[0].value * smallest.low, high + parsed[0].value * smallest.high
        number = number.plus(parsed[0]._replace(is_fraction=False).times(smallest.mean / unit.mean))
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
    following = text.token(parsed[1]) if parsed is not None else text.token(-1)
    is_thing = joints[0] == "-" and following.kind == WORD and following.text not in _BEHIND_A_LENGTH
    if parsed is None or (parsed[1] < len(text.tokens) and not is_thing):
        return None
    part = parsed[0].value * smaller.low / unit.low
    if parsed[0].value.denominator != 1 or not 0 < part < 1:
        return None
    return number.plus(parsed[0].times(smaller.low / unit.low)), unit, parsed[1]


def refuse_compound(text: Text, start: int, index: int) -> None:
    """Refuse "12 million-dollar homes": a hyphen binds more tightly than a space, so these may be twelve."""
    last = index - 1
    is_joined = text.at(index) == "-" and text.glued(index) and last > start and not text.glued(last)
    scale = text.at(last)
    if not is_joined or not (scale in en.SCALES or scale == en.HUNDRED or scale in en.DOZENS):
        return
    if parse_unit(text, index + 1) or parse_currency_behind(text, index + 1):
        raise ReadingError(
            f"{shown(text.between(start, index + 2))} may count what is {text.between(last, index + 2)}",
            nearest="a 12-million-dollar home, or 12 homes",
            understood=text.between(start, last),
        )


def refuse_adjacent(text: Text, index: int) -> None:
    """Refuse "12 737 jets", "18 155mm howitzers": a space may part thousands, or two figures."""
    written = text.at(index)
    if text.token(index).kind != FIGURE or written.count(" ") != 1:
        return
    following = text.token(index + 1)
    is_joined = text.glued(index + 1) and (following.kind == WORD or text.at(index + 1) == "-")
    is_noun = following.kind == WORD and not (
        following.text in _BEHIND_A_FIGURE or parse_unit(text, index + 1) or parse_currency_behind(text, index + 1)
    )
    if is_joined or is_noun:
        one = written.replace(" ", ",")
        raise ReadingError(
            f"{shown(text.after(index))} may be {one}, or two figures",
            nearest=f"{one}{text.raw[text.tokens[index].end :]}",
        )


def refuse_attribute(text: Text, number: Number, start: int, index: int) -> None:
    """Refuse "300 foot soldiers", "300 day labourers": of a thing named by its unit there may be so many."""
    word, following = text.at(index - 1), text.token(index)
    if word in en.SCALES_BEFORE:
        return
    if following.text in en.CARDINALS and index + 1 == len(text.tokens):  # "six foot two"
        return
    is_bare = index == start + 1 and text.at(start - 1) != "-" and number.scale == 1
    if not is_bare or number.value <= 1 or following.kind != WORD:
        return
    is_behind = following.text in en.BEHIND_A_UNIT or parse_unit(text, index) or parse_rate(text, index)
    is_letter = len(word) == 1 and word.isalpha() and not text.glued(start)
    if (is_letter or is_singular(word)) and not is_behind:
        raise ReadingError(
            f"{shown(text.between(start, index + 1))} may be what is counted",
            nearest="the figure and its unit joined by a hyphen",
            understood=text.between(0, start),
        )
