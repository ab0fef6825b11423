"""What stands behind a figure: hedges, words that name what is counted, at most one rate, remarks in parentheses.

What is left over when the grammar ends is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import NEAREST, Amount
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.nouns import is_noun
from crosscheck.readings.amounts.unit_grammar import parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.amounts.units import TIME
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.numbers.rounding import APPROX
from crosscheck.readings.tokens import FIGURE, Phrases, Text

_HEDGES_AFTER = Phrases(en.HEDGES_AFTER)
_PERCENT = Phrases.of(en.PERCENT)
_ESTIMATE = re.compile(r"\(\s*(?:[0-9]{4}\s+)?est\.?\s*\)|\(\s*[0-9]{4}\s*\)")
LONGEST_ASIDE = 12
"""Tokens in parentheses that may be the same amount once more."""


def parse_tail(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> None:
    """Read all that stands from token `index` on into `amount`, amounts within it by `parse`; raises `ReadingError`."""
    index = _late_unit(text, index, amount)
    _refuse_second_unit(text, index, amount)
    figure = text.between(0, index)
    nouns: list[str] = []
    while index < len(text.tokens):
        after = (
            _rate(text, index, amount, bool(nouns)) or _suffix(text, index, amount) or _extent(text, index, amount)
            or _estimate(text, index, amount) or _aside(text, index, amount, parse)
        )  # fmt: skip
        if after is None:
            if not is_noun(text, index):
                raise ReadingError(
                    f"{shown(text.after(index))} was not understood", nearest=figure, understood=text.between(0, index)
                )
            nouns.append(text.between(index, index + 1))
            after = index + 1
        index = after
    amount.noun = " ".join(nouns)
    if nouns:
        amount.note(amount.noun, "what it is a figure of; not compared")


def _late_unit(text: Text, index: int, amount: Amount) -> int:
    """Read the `-odd years` of "20-odd years", the `+ years` of "20+ years": a hedge between a figure and its unit."""
    low, hedge = amount.low, _HEDGES_AFTER.at(text, text.skip(index, "-"))
    if low is None or amount.high is not None or low.measure is not None or hedge is None:
        return index
    place = text.skip(hedge[1], "-")
    percent = _PERCENT.at(text, place)
    unit = parse_currency_behind(text, place) or parse_unit(text, place)
    if percent is None and unit is None:
        return index
    amount.hedge(text, index, *hedge)
    if percent is not None:
        amount.low, after = replace(low, measure=Measure.percent()), percent[1]
    else:
        assert unit is not None
        amount.low, after = replace(low, measure=Measure.of_unit(unit[0])), unit[1]
    amount.note(text.between(place, after), f"of {text.between(place, after)}")
    return after


def _is_measured(amount: Amount) -> bool:
    last = amount.high or amount.low
    return last.measure is not None if last is not None else amount.measure is not None


def _refuse_second_unit(text: Text, index: int, amount: Amount) -> None:
    """Refuse "5 newton metres" and "$5 pounds": what two units make together is not in the table."""
    place = text.skip(index, "-")
    if _is_measured(amount) and (parse_unit(text, place) or parse_currency_behind(text, place)):
        raise ReadingError(f"a second unit, {shown(text.after(place))}", nearest=NEAREST)


def _rate(text: Text, index: int, amount: Amount, nouns: bool) -> int | None:
    if text.at(index) in en.ARTICLES and text.at(index - 1) in en.PREPOSITIONS:
        return None
    rate = parse_rate(text, index)
    # "$70 a barrel" is a price, "300 men a mile away" no rate.
    if rate is None or (text.at(index) in en.ARTICLES and nouns and rate[0].dims != TIME):
        return None
    if amount.rate is not None:
        raise ReadingError(f"a second rate, {shown(text.between(index, rate[1]))}", nearest=NEAREST)
    amount.rate, after = rate
    amount.note(text.between(index, after), f"rate: per {rate[0].symbol}")
    return after


def _suffix(text: Text, index: int, amount: Amount) -> int | None:
    found = _HEDGES_AFTER.at(text, text.skip(index, "-"))
    if found is None:
        return None
    amount.hedge(text, index, *found)
    return found[1]


def _extent(text: Text, index: int, amount: Amount) -> int | None:
    """The `tall` of "5 feet tall", the `away` of "three hours away"."""
    place = text.skip(index, "-")
    return place + 1 if _is_measured(amount) and text.at(place) in en.EXTENTS else None


def _aside(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> int | None:
    """`100 miles (160 km)`, `£40m ($50m)`, `forty-five (45)`: the same once more, which the reader compares."""
    if text.at(index) != "(" or amount.aside is not None:
        return None
    after = index + 1
    while after < index + LONGEST_ASIDE and text.at(after) not in ("", "(", ")"):
        after += 1
    inside = text.part(index + 1, after)
    if text.at(after) != ")" or not any(token.kind == FIGURE or token.text in en.CARDINALS for token in inside.tokens):
        return None
    try:
        aside = parse(inside)
    except ReadingError:
        return None
    if aside.noun:
        return None
    amount.aside = aside
    return after + 1


def _estimate(text: Text, index: int, amount: Amount) -> int | None:
    """`(2024 est.)`, `(2021)`: when a figure was estimated, which is not part of it."""
    if text.at(index) != "(":
        return None
    match = _ESTIMATE.match(text.raw, text.tokens[index].start)
    if match is None:
        return None
    after = index
    while after < len(text.tokens) and text.tokens[after].start < match.end():
        after += 1
    if "est" in match.group():
        amount.hedges.append(APPROX)
    amount.note(
        text.between(index, after),
        "an estimate, of a time that belongs in when" if "est" in match.group() else "a time",
    )
    return after
