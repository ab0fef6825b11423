"""What could explain that two figures differ, proven by the figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from crosscheck.comparing.boxes import own_box
from crosscheck.comparing.digits import digits_of, slips, sound_alike
from crosscheck.formatting import number_text
from crosscheck.model import Kind, Row
from crosscheck.readings.amounts.units import find_unit
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers.rounding import SHORT
from crosscheck.readings.tokens import split

PRECISION = Fraction(1, 100)
"""A factor explains two figures if it brings one within this share of the other, and into its stated reading."""

NEARLY = Fraction(1, 50)
"""One figure in two units, as it may have been rounded in one of them."""

ROUND = Fraction(1, 10)
"""By so much of it a round figure may be off."""

TENS = tuple(10**power for power in range(1, 15))
"""Powers of ten that figures are compared by."""

THOUSAND = 1000
"""The words of figures are the same for each power of it: fifteen thousand, fifteen million."""

SCALED = 10**6
"""From here on figures are written with a scale word, "$1.45 billion": the zeros behind are no digits of theirs."""

_UNITS = (
    ("metric ton", "short ton", "short tons against metric tons"),
    ("long ton", "metric ton", "long tons against metric tons"),
    ("long ton", "short ton", "short tons against long tons"),
    ("kg", "lb", "pounds against kilograms"),
    ("hectare", "acre", "acres against hectares"),
    ("mile", "km", "miles against kilometres"),
    ("nautical mile", "mile", "miles against nautical miles"),
    ("metre", "foot", "feet against metres"),
    ("inch", "cm", "inches against centimetres"),
    ("square mile", "square km", "square miles against square kilometres"),
    ("us gallon", "litre", "US gallons against litres"),
    ("imperial gallon", "us gallon", "US gallons against imperial gallons"),
)
"""Units that are taken for each other, the larger one first, and what that is called."""


@cache
def _exchanged() -> tuple[tuple[str, Fraction, str], ...]:
    """The dimension of units that are taken for each other, how often the one holds the other, and their name."""
    made = []
    for one, other, name in _UNITS:
        larger, smaller = find_unit(one), find_unit(other)
        assert larger is not None and smaller is not None  # noqa: PT018
        made.append((larger.dimension, larger.low / smaller.low, name))
    return tuple(made)


def explained_figures(a: Row, b: Row) -> Iterator[str]:
    """Explanations of the difference between two amounts, the simplest first."""
    if any(row.reading.bound or row.stated.is_open_ended for row in (a, b)):
        return
    if a.reading.nominal is None or b.reading.nominal is None:
        yield from _ranges(a, b)
        return
    low, high = sorted((a, b), key=lambda row: row.reading.nominal or 0)
    found = [*_factor(low, high)] or [*_other_unit(a, b)] or [*_one_in(a, b)]
    if not _is_written(a) or not _is_written(b):
        yield from found
        return
    if low.reading.unit == high.reading.unit:
        coarse, fine = sorted((a, b), key=lambda row: -(row.reading.half or 0))
        found += [*_round(coarse, fine)] or [*_cut_off(coarse, fine)] or [*_digits(a, b)]
        found += _sound(a, b)
    yield from found


def _ranges(a: Row, b: Row) -> Iterator[str]:
    """Ranges of which one is the other, so many times: "millions" against "billions"."""
    if a.reading.nominal is not None or b.reading.nominal is not None:
        return
    ends = [(row.stated.low, row.stated.high) for row in (a, b)]
    (low, high), (other_low, other_high) = sorted(ends, key=lambda pair: pair[0] or 0)
    if not (low and high and other_low and other_high) or low < 0:
        return
    ratio = other_low / low
    is_same = abs(other_high / high - ratio) <= ratio * PRECISION
    if is_same and ratio in TENS:
        yield _power(ratio, a, b, ratio)


def _factor(low: Row, high: Row) -> Iterator[str]:
    """One is the other, so many times: a power of ten, or of a unit that was taken for another."""
    small, large = low.reading.nominal, high.reading.nominal
    if not small or not large or small < 0:
        return
    ratio = large / small
    for factor in TENS if ratio * (1 + PRECISION) >= TENS[0] else ():
        if _brings(low, high, factor):
            yield _power(factor, low, high, ratio)
    dimension = low.reading.dimension.split("/")[0]
    for unit, factor, name in _exchanged():
        if unit == dimension and _brings(low, high, factor):
            yield f"{name}: the two differ by {number_text(ratio)}"


def _power(factor: Fraction | int, a: Row, b: Row, ratio: Fraction) -> str:
    has_scale = factor >= 1000 and any(_has_scale_word(row) for row in (a, b))
    name = f"a factor of {number_text(factor)}" + (" (a scale word)" if has_scale else "")
    return f"{name}: the two differ by {number_text(ratio)}"


def _has_scale_word(row: Row) -> bool:
    text = split(row.claim.read_as or row.claim.text)
    return any(text.at(place) in en.SCALES for place in range(len(text.tokens)))


def _brings(low: Row, high: Row, factor: Fraction | int) -> bool:
    """Whether a factor brings the larger figure close to the smaller one, and one of them into the other's reading."""
    small, large = low.reading.nominal, high.reading.nominal
    assert small is not None and large is not None  # noqa: PT018
    reduced = large / factor
    if abs(reduced - small) > small * PRECISION:
        return False
    return reduced == small or (own_box(low).stated.holds(reduced) or own_box(high).stated.holds(small * factor))


def _other_unit(a: Row, b: Row) -> Iterator[str]:
    """The same figure in two units."""
    one, other = a.reading, b.reading
    if not one.unit or not other.unit or one.unit == other.unit or not one.figure or not other.figure:
        return
    if abs(one.figure - other.figure) > abs(one.figure) * NEARLY:
        return
    first, second = sorted((one.unit, other.unit))
    yield f"one unit written for another: {first} against {second}"


def _one_in(a: Row, b: Row) -> Iterator[str]:
    """A share of one in so many, and the same number as a percentage: one in five, 5 %."""
    for share, percent in ((a.reading, b.reading), (b.reading, a.reading)):
        if share.dimension != "share" or not share.nominal or share.figure != share.nominal:
            continue  # written as a percentage
        number = 1 / share.nominal
        if _are_whole(number) and percent.figure == number and percent.nominal == number / 100:
            yield f"one in so many against percent: one in {number} against {number} percent"


def _round(coarse: Row, fine: Row) -> Iterator[str]:
    """A figure that ends in zeros stands for one near it, or one with fewer digits behind the point for a finer one."""
    (round_one, half), (other, smaller) = _figure_of(coarse), _figure_of(fine)
    is_near = abs(other - round_one) <= min(half, abs(round_one) * ROUND) and other < round_one + half
    if smaller >= half or not is_near:
        return
    if half < 1:
        yield f"rounded: {number_text(round_one)} for {number_text(other)}"
    elif abs(round_one) >= SHORT:  # below that a count is as written
        yield f"a round figure: {number_text(round_one)} for {number_text(other)}"


def _cut_off(coarse: Row, fine: Row) -> Iterator[str]:
    """A figure lacks the last digits of the other, which would have rounded it up."""
    (short, half), (other, smaller) = _figure_of(coarse), _figure_of(fine)
    place = 2 * half
    if short >= other or smaller >= half or place > ROUND * short:
        return
    if other // place * place == short:
        yield f"cut off instead of rounded: {number_text(short)} of {number_text(other)}"


def _figure_of(row: Row) -> tuple[Fraction, Fraction]:
    """The figure as written, and half of its last digit that is not 0."""
    figure = row.reading.nominal if row.reading.figure is None else row.reading.figure
    assert figure is not None
    return figure, row.reading.half or Fraction(0)


def _is_written(row: Row) -> bool:
    """Whether a figure can be seen as it is written: also what follows from others, where the axis has one unit."""
    return row.reading.figure is not None or row.reading.kind in (Kind.COUNT, Kind.MONEY)


def _digits(a: Row, b: Row) -> Iterator[str]:
    """Two digits have changed places, one is another, or one is missing."""
    one, other = sorted((_figure_of(a)[0], _figure_of(b)[0]))
    pair = digits_of(one, other)
    if pair is None:
        return
    zeros = min(len(text) - len(text.rstrip("0")) for text in pair) if one >= SCALED else 0
    yield from slips(*(text[: len(text) - zeros] for text in pair))


def _sound(a: Row, b: Row) -> Iterator[str]:
    """Two figures whose words sound alike, of thousands and millions, too."""
    one, other = _figure_of(a)[0], _figure_of(b)[0]
    scale = 1
    while _are_whole(one / (scale * THOUSAND), other / (scale * THOUSAND)):
        scale *= THOUSAND
    if one and _are_whole(one, other):
        yield from sound_alike(int(one / scale), int(other / scale))


def _are_whole(*values: Fraction) -> bool:
    return all(value.denominator == 1 for value in values)
