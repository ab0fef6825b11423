"""Two figures: what is a range, what a score, a change, or one of two amounts."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.changes import TWO_CLAIMS
from crosscheck.readings.amounts.figures import Figure, same_money, share_of
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.unit_grammar import currency
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.units import TEMPERATURE
from crosscheck.readings.numbers import in_group_of
from crosscheck.readings.tokens import Text

FARTHEST_OR, FARTHEST_TO = 2, 10
"""Behind "one in three or", "one in three to" stands at most so many times the three: 400 would be a count."""
ROUND_ESTIMATE = 100
"""Two multiples of so many are the ends of a range, whatever joins them."""


def check_pair(text: Text, index: int, after: int, low: Figure, high: Figure, amount: Amount) -> None:
    """Refuse "by $5m to $9m", "fell 5% to 10%", "4 cents or 4$", "no-10", "minus 5 to 10%"; note the pair of "48-52".

    The figures stand from token `index` on, with what joins them at token `after`.
    """
    _refuse_choice(text, index, after, low, high)
    separator, is_change = text.at(after), amount.direction is not None or text.at(0) == en.BY
    if is_change and separator == en.TO and (low.measure is not None or high.measure is None):
        raise ReadingError(f"{shown(text.after(index))} is {TWO_CLAIMS}")
    if text.at(index) in en.NONE and text.at(index) != "nil":
        raise ReadingError(f"{shown(text.after(index))} is no range")
    if text.at(index) in en.MINUS and low.number.value < 0 < high.number.value:
        raise ReadingError(
            f"whether {shown(high.written)} is below zero, too, is not said", nearest="-10 to -5, or -5 to 10"
        )
    is_bare = all(figure.measure is None and figure.number.scale == 1 for figure in (low, high))
    may_be_score = is_bare and text.is_hyphen(after) and not text.dashed and not amount.hedges
    amount.is_pair = may_be_score and not _is_of_estimates(text, index, low, high)
    if separator == "-" and (is_bare or _is_split(low, high) or low.number.value > high.number.value):
        _refuse_score(text, index, low, high)


def in_one_share(
    text: Text, index: int, after: int, low: Figure, second: tuple[Figure, int]
) -> tuple[Figure, tuple[Figure, int]]:
    """`one in three or four`, `two or three in ten`: both ends as shares, the lesser one first.

    Raises `ReadingError` where the second figure may be no share.
    """
    high, end = second
    if low.number.is_fraction and high.measure is None:
        whole, first = high.number.value, low.part.value / low.number.value if low.part and low.part.value else None
        farthest = FARTHEST_OR if text.at(after) == en.OR else FARTHEST_TO
        is_whole = high.number.scale == 1 and whole.denominator == 1
        if low.part is None or first is None or not (is_whole and low.part.value <= whole <= farthest * first):
            raise ReadingError(
                f"the second figure of {shown(text.between(index, end))} may be a share or a count",
                nearest="between 25% and 33%",
            )
        high = low._replace(number=share_of(low.part.value, whole), written=high.written)
    elif high.part is not None and high.part.value and low.measure is None and text.at(after) != "-":
        # Of "2-1 in 3 games" the first two are a score.
        whole = high.part.value / high.number.value
        if low.number.value > whole or low.number.value.denominator != 1:
            raise ReadingError(f"{shown(text.between(index, end))} is no share of one whole")
        low = high._replace(number=share_of(low.number.value, whole), written=low.written)
    if low.part is not None and high.part is not None and low.number.value > high.number.value:
        low, high = high, low
    return low, (high, end)


def _is_of_estimates(text: Text, index: int, low: Figure, high: Figure) -> bool:
    """True for figures too round for a score or a vote, and written as no year is: "5,000-20,000"."""
    is_round = all(figure.number.value % ROUND_ESTIMATE == 0 for figure in (low, high))
    return is_round and "," in text.at(index)


def _is_split(low: Figure, high: Figure) -> bool:
    """True for the two parts of a whole: "48-52%"."""
    return high.measure == Measure.percent() and low.number.value + high.number.value == 100


def _refuse_score(text: Text, index: int, low: Figure, high: Figure) -> None:
    """Refuse a score or a vote: the greater figure first, or words that say so."""
    following = {token.text for token in text.tokens[index:]}
    is_falling = low.number.value >= high.number.value and low.number.scale == high.number.scale
    if is_falling or _is_split(low, high) or following & en.SCORES:
        raise ReadingError(
            f"{shown(text.after(index))} is a pair of figures, as of a score or a vote; "
            "curate each of them as a claim of its own"
        )


SMALLEST_UNSCALED = 1000
"""In "3 to 5 million" the 3 is millions; a figure from here on ("700,000 to 1.2 million") stands for itself."""
FEWEST_HUNDREDS = 100
"""From here on a figure that cannot be thousands is none: "$500 to $2 thousand"."""


def complete_range(low: Figure, high: Figure, *, may_fall: bool) -> tuple[Figure, Figure]:
    """The two figures of a range, the first one with the scale and measure that only the second one carries.

    `may_fall`: of temperatures below zero the warmer one may stand first ("-5 to -10°C").
    """
    number, scale = low.number, high.number.scale
    inherits = low.measure is None or low.measure.is_money
    number = in_group_of(number, high.number) if inherits else number
    if inherits and scale > 1 and number.scale == 1 and number.value < SMALLEST_UNSCALED:
        if number.value * scale <= high.number.value:
            number = number.scaled(scale)
        elif scale > SMALLEST_UNSCALED or number.value < FEWEST_HUNDREDS:
            raise ReadingError(
                f"the range from {low.written} to {high.written} is open to two readings",
                nearest="both figures in full, such as 500,000 to 1,200,000",
            )
    low_measure, high_measure = _one_currency(low.measure or high.measure, high.measure or low.measure)
    if low_measure is not None and high_measure is not None and low_measure.dimension != high_measure.dimension:
        raise ReadingError(f"{low.written} and {high.written} are of different kinds", nearest="both in one unit")
    is_round = high.number.scale == 1 and high.number.value % SMALLEST_UNSCALED == 0
    thousands = high.number.value / SMALLEST_UNSCALED if is_round else Fraction(0)
    if number.scale == 1 and number.value <= thousands < 10 * number.value < 10 * SMALLEST_UNSCALED:
        raise ReadingError(
            f"the {low.written} before {high.written} could be thousands",
            nearest="12,000 to 15,000",
            understood=low.written,
        )
    is_article = low.number.scale > 1 and number.value == low.number.scale and high.number.scale == 1
    if is_article and 1 < high.number.value < 10:  # "a million or two"
        high = high._replace(number=high.number.scaled(low.number.scale))
    low, high = low._replace(number=number, measure=low_measure), high._replace(measure=high_measure)
    if _size(low) == _size(high):
        raise ReadingError(f"{low.written} twice is not a range", nearest=high.written)
    is_cold = low_measure is not None and low_measure.unit.dims == TEMPERATURE and low.number.value < 0
    if may_fall and is_cold and _size(low) > _size(high):
        return high, low
    if _size(low) > _size(high):
        raise ReadingError(f"the range runs backwards, from {low.written} to {high.written}")
    return low, high


def _refuse_choice(text: Text, index: int, after: int, low: Figure, high: Figure) -> None:
    """Refuse "4 cents or 4$": one of two amounts, and not what lies between."""
    units = {
        (figure.measure.unit.low, figure.measure.unit.high) for figure in (low, high) if figure.measure is not None
    }
    if text.at(after) == en.OR and len(units) > 1:
        raise ReadingError(f"{shown(text.after(index))} is one of two amounts")


def _in_cents(cents: Measure, other: Measure) -> Measure:
    """Of "30 cents to $2", the cents in the other one's currency."""
    if cents.dimension not in currencies.DECIDED_BY_UNIT or cents.unit.low == 1:
        return cents
    return Measure.of_unit(currency(other.unit.dims[0][0], cents.unit.low))


def _one_currency(low: Measure | None, high: Measure | None) -> tuple[Measure | None, Measure | None]:
    """Of "US$89 to $93 billion" and "$89 to 93 million Canadian dollars", the more exact currency for both."""
    if low is None or high is None or not (low.is_money and high.is_money) or low.dimension == high.dimension:
        return low, high
    low, high = _in_cents(low, high), _in_cents(high, low)
    exact_one = same_money(low.unit, high.unit)
    return (low, high) if exact_one is None else (Measure.of_unit(exact_one), Measure.of_unit(exact_one))


def _size(figure: Figure) -> Fraction:
    return figure.measure.point(figure.number.value) if figure.measure else figure.number.value
