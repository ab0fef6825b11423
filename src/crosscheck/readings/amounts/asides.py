"""What stands in parentheses behind an amount: the same in another unit, in words, in figures.

The first figure is the reading, or else the one that is in the declared unit; the others are kept beside it. A pair
that cannot be one value is no error: the source may have it so, and a remark says it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from crosscheck.model import Conversion, Interval, Kind, Reading, ReadingSettings, Step
from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.currencies import RATES
from crosscheck.readings.lexicon.units import TEMPERATURE
from crosscheck.readings.numbers import rounding
from crosscheck.readings.tokens import FIGURE, Text

LONGEST_ASIDE = 12
"""Tokens in parentheses that may be the same amount once more."""

Read = Callable[[Amount, Kind | None, Measure | None, ReadingSettings], Reading]


def with_asides(
    amount: Amount, kind: Kind | None, unit: Measure | None, settings: ReadingSettings, read: Read
) -> Reading:
    """The reading of an amount that has others in parentheses behind it."""
    _settle_temperatures(amount, settings, read)
    every = [amount, *(aside for _, aside in amount.asides)]
    readings = [_attempt(each, kind, unit, settings, read) for each in every]
    chosen = next((place for place, found in enumerate(readings) if found is not None), None)
    if chosen is None:
        return read(amount, kind, unit, settings)
    found = readings[chosen]
    assert found is not None
    texts = [amount.written, *(text for text, _ in amount.asides)]
    conversions = []
    for place, other in enumerate(every):
        if place != chosen:
            _refuse_another(every[chosen], other, found, readings[place], kind)
            conversions += _conversion(texts[place], other, found, settings, read)
    if amount.is_either and not all(other.is_possible for other in conversions):
        raise ReadingError(f"{shown(amount.asides[0][0])} may be another amount; curate each as a claim of its own")
    meaning = "another penalty; not read" if amount.is_with_another else "the same in other words"
    steps = tuple(Step(f"({text})", meaning) for text, _ in amount.asides)
    return replace(found, steps=(*found.steps, *steps), conversions=tuple(conversions))


def _attempt(
    amount: Amount, kind: Kind | None, unit: Measure | None, settings: ReadingSettings, read: Read
) -> Reading | None:
    try:
        return read(amount, kind, unit, settings)
    except ReadingError:
        return None


def _measures(amount: Amount) -> set[str | None]:
    return {figure.measure.symbol if figure.measure else None for figure in amount.figures}


def _settle_temperatures(amount: Amount, settings: ReadingSettings, read: Read) -> None:
    """Make differences of "1.5 degrees Celsius (2.7 degrees Fahrenheit)", which are one as differences only."""
    asides = [aside for _, aside in amount.asides]
    measured = [figure.measure for each in (amount, *asides) for figure in each.figures]
    if not all(measure is not None and measure.unit.dims == TEMPERATURE for measure in measured):
        return
    if any(each.is_difference or each.direction for each in (amount, *asides)):
        changed = True
    else:
        first = _attempt(amount, None, None, settings, read)
        second = _attempt(_hedged(asides[0]), None, None, settings, read)
        if first is None or second is None or _overlap(first, second):
            return
        first = _attempt(replace(amount, is_difference=True), None, None, settings, read)
        second = _attempt(replace(_hedged(asides[0]), is_difference=True), None, None, settings, read)
        changed = first is not None and second is not None and _overlap(first, second)
    for each in (amount, *asides):
        each.is_difference = each.is_difference or changed


def _hedged(aside: Amount) -> Amount:
    """A conversion may be as rough as a hedged figure."""
    return aside if aside.hedges else replace(aside, hedges=[rounding.APPROX])


def _overlap(first: Reading, second: Reading) -> bool:
    assert first.allowed is not None
    assert second.allowed is not None
    return first.dimension == second.dimension and first.allowed.overlaps(second.allowed)


def _refuse_another(amount: Amount, aside: Amount, found: Reading, second: Reading | None, kind: Kind | None) -> None:
    """Refuse what is no conversion: another figure in the same unit, another kind of thing."""
    if second is not None and found.dimension == second.dimension and _measures(amount) == _measures(aside):
        assert found.allowed is not None
        assert second.allowed is not None
        if not found.allowed.overlaps(second.allowed) or found.nominal != second.nominal:
            raise ReadingError("what is in parentheses is another amount")
    if second is not None and kind is None and found.kind is not second.kind:
        raise ReadingError(f"a {found.kind} and a {second.kind}", nearest="one of them, or declare the kind")


def _conversion(text: str, aside: Amount, found: Reading, settings: ReadingSettings, read: Read) -> list[Conversion]:
    """The same in another unit, and whether it can be; what is of another kind is none."""
    second = _attempt(_hedged(aside), None, None, settings, read)
    plain = _attempt(aside, None, None, settings, read)
    if second is None or plain is None or second.kind is not found.kind or plain.stated is None:
        return []
    if second.kind is Kind.MONEY and second.dimension != found.dimension:
        possible = _can_be_exchanged(found, second)
    elif second.dimension == found.dimension:
        possible = _overlap(found, second)
    elif second.kind is Kind.QUANTITY:
        raise ReadingError(f"what is in parentheses, {text}, is of another dimension")
    else:
        return []
    return [Conversion(text, second.dimension, plain.stated, possible)]


def _can_be_exchanged(first: Reading, second: Reading) -> bool:
    """True unless two sums are apart further than their currencies ever were."""
    rates = RATES.get(first.dimension), RATES.get(second.dimension)
    if rates[0] is None or rates[1] is None or first.allowed is None or second.allowed is None:
        return True
    in_dollars = [_times(reading.allowed, rate) for reading, rate in ((first, rates[0]), (second, rates[1]))]
    return in_dollars[0].overlaps(in_dollars[1])


def _times(interval: Interval | None, rate: tuple[Fraction, Fraction]) -> Interval:
    assert interval is not None
    low = None if interval.low is None else interval.low * (rate[0] if interval.low >= 0 else rate[1])
    high = None if interval.high is None else interval.high * (rate[1] if interval.high >= 0 else rate[0])
    return Interval(low, high, True, high is not None)


def parse_aside(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> int | None:
    """`100 miles (160 km)`, `£40m ($50m)`, `forty-five (45)`: the same once more, which the reader compares."""
    if text.at(index) != "(" or amount.asides:
        return None
    after, starts = index + 1, [index + 1]
    while after < index + LONGEST_ASIDE and text.at(after) not in ("", "(", ")"):
        after += 1
        if text.at(after - 1) in (";", en.OR):
            starts.append(after)
    if text.at(after) != ")":
        return None
    ends = [*(start - 1 for start in starts[1:]), after]
    found = []
    for start, end in zip(starts, ends, strict=True):
        inside = text.part(text.skip(start, *en.EQUALS), end)
        if not any(token.kind == FIGURE or token.text in en.CARDINALS for token in inside.tokens):
            return None
        try:
            aside = parse(inside)
        except ReadingError:
            return None
        if aside.noun or aside.asides:
            return None
        found.append((text.between(start, end), aside))
    amount.asides = found
    return after + 1


def parse_another_penalty(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> int | None:
    """The `and a $10,000 fine` of "five years and a $10,000 fine": time and money, which nobody adds up."""
    place = index + 1
    if text.at(index) != en.AND or amount.asides or len(text.tokens) - place > LONGEST_ASIDE:
        return None
    try:
        other = parse(text.part(place, len(text.tokens)))
    except ReadingError:
        return None
    kinds = {each.low.measure.kind if each.low and each.low.measure else None for each in (amount, other)}
    if kinds != {Kind.MONEY, Kind.DURATION} or other.asides:
        return None
    amount.asides, amount.is_with_another = [(text.after(place), other)], True
    return len(text.tokens)


def parse_other_unit(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> int | None:
    """`£1.6bn/$2bn`, `100 miles, or 160 km`: to the end the same in another unit, as in parentheses."""
    word = text.at(index)
    is_slash = word == "/"
    if not is_slash and (word != "," or text.at(index + 1) != en.OR):
        return None
    start = index + 1 if is_slash else index + 2
    if amount.asides or amount.rate or len(text.tokens) - start > LONGEST_ASIDE:
        return None
    try:
        aside = parse(text.part(start, len(text.tokens)))
    except ReadingError:
        return None
    units = {each.low.measure.unit.symbol for each in (amount, aside) if each.low and each.low.measure}
    kinds = {each.low.measure.kind for each in (amount, aside) if each.low and each.low.measure}
    if len(units) < 2 or len(kinds) > 1 or kinds & {Kind.SHARE} or aside.noun or aside.asides or aside.rate:
        return None
    amount.asides, amount.is_either = [(text.after(start), aside)], True
    return len(text.tokens)
