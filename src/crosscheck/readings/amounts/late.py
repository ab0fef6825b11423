"""What stands behind a figure and belongs in it: `-odd million`, `+ years`, `in US dollars`.

Each takes an index and returns the one behind what it read, the same one if nothing of its kind stands there.
"""

from __future__ import annotations

from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.measures import PERCENT, Measure
from crosscheck.readings.amounts.unit_grammar import parse_currency_behind, parse_unit
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

HEDGES_AFTER = Phrases(en.HEDGES_AFTER)


def late_scale(text: Text, index: int, amount: Amount) -> int:
    """Read the `-odd million` of "$100-odd million", the `+ billion` of "$10+ billion"."""
    low = amount.low
    if low is None or amount.high is not None or low.number.scale > 1:
        return index
    hedge = HEDGES_AFTER.at(text, text.skip(index, "-"))
    place = text.skip(hedge[1], "-") if hedge is not None else index
    scale = en.SCALES.get(text.at(place))
    if hedge is None or scale is None:
        return index
    if text.is_hyphen(place + 1) and text.at(place - 1) != "-":  # "20-odd million-dollar homes"
        return index
    amount.hedge(text, index, *hedge)
    amount.low = low._replace(number=low.number.scaled(scale))
    amount.note(text.between(place, place + 1), amount.low.description)
    money = parse_currency_behind(text, text.skip(place + 1, "-")) if low.measure is None else None
    if money is None:
        return place + 1
    amount.low = amount.low._replace(measure=Measure.of_unit(money[0]))
    return money[1]


def in_currency(text: Text, index: int, amount: Amount) -> int:
    """Read the `in US dollars` at the end of "1 million in US dollars"."""
    if text.at(index) != en.IN:
        return index
    if not amount.figures or any(figure.measure or figure.number.is_fraction for figure in amount.figures):
        return index
    money = parse_currency_behind(text, index + 1)
    if money is None or money[1] < len(text.tokens) or money[0].low != 1:
        return index
    measure = Measure.of_unit(money[0])
    amount.low, amount.high = (figure and figure._replace(measure=measure) for figure in (amount.low, amount.high))
    amount.note(text.after(index), f"the currency: {money[0].symbol}")
    return money[1]


def late_unit(text: Text, index: int, amount: Amount) -> int:
    """Read the `-odd years` of "20-odd years", the `+ years` of "20+ years": a hedge between a figure and its unit."""
    low, hedge = amount.low, HEDGES_AFTER.at(text, text.skip(index, "-"))
    if low is None or amount.high is not None or low.measure is not None or hedge is None:
        return index
    place = text.skip(hedge[1], "-")
    percent = PERCENT.at(text, place)
    unit = parse_currency_behind(text, place) or parse_unit(text, place)
    if percent is None and unit is None:
        return index
    amount.hedge(text, index, *hedge)
    if percent is not None:
        amount.low, after = low._replace(measure=Measure.percent()), percent[1]
    else:
        assert unit is not None
        amount.low, after = low._replace(measure=Measure.of_unit(unit[0])), unit[1]
    amount.note(text.between(place, after), f"of {text.between(place, after)}")
    return after
