"""Money, counts, shares, durations and physical quantities: text → Reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from crosscheck.model import Box, Interval, Kind, Reading, ReadingSettings, Step
from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import NEAREST, RANGE_NEAREST, VAGUE_NEAREST, Amount
from crosscheck.readings.amounts.asides import with_asides
from crosscheck.readings.amounts.figures import Figure
from crosscheck.readings.amounts.grammar import parse_amount
from crosscheck.readings.amounts.idioms import share_in_words, spelled_out
from crosscheck.readings.amounts.measures import POINTS, Measure
from crosscheck.readings.amounts.nouns import unit_in
from crosscheck.readings.amounts.unit_grammar import currency
from crosscheck.readings.amounts.units import find_unit, unit_of, unit_spellings
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import PEOPLE, TEMPERATURE, TEMPERATURE_DIFFERENCE, TIME, Dims
from crosscheck.readings.numbers import rounding
from crosscheck.readings.numbers.number import Number, exact
from crosscheck.readings.tokens import Text

_SPELLED = {Kind.DURATION: spelled_out, Kind.SHARE: share_in_words}
HOURS_A_DAY = 24
SHORTEST_UNIT = 4
"""Letters of a word that is taken for a unit where it stands among others: "five working days"."""


def read_amount(
    text: Text, kind: Kind | None, unit: Measure | None, settings: ReadingSettings, *, is_exact: bool = False
) -> Reading:
    """Read an amount as `kind` (None: as the one kind that its words show); raises `ReadingError`.

    `unit` is what a bare figure is in; what is written in another dimension is refused. `is_exact`: figures without a
    hedge are not rounded.
    """
    spelled = _SPELLED.get(kind) if kind is not None else None
    made = spelled(text) if spelled is not None else text
    try:
        amount = parse_amount(made, prefer_units=kind in (Kind.QUANTITY, Kind.DURATION))
    except ReadingError as error:
        is_of_counts = error.nearest in (VAGUE_NEAREST, RANGE_NEAREST)
        if kind is not None and (error.nearest == NEAREST or (is_of_counts and kind is not Kind.COUNT)):
            error.nearest = _NEAREST[kind]
        raise
    if made is not text:
        amount.steps.insert(0, Step(text.raw.strip(), f"as {made.raw.strip()}"))
    if is_exact and not amount.hedges and amount.margin is None:
        _make_exact(amount)
    if not amount.asides:
        return _reading(amount, kind, unit, settings)
    return with_asides(amount, kind, unit, settings, _reading)


def _make_exact(amount: Amount) -> None:
    if amount.high is not None:
        low, high = amount.end_hedges
        amount.end_hedges = low or (rounding.EXACT,), high or (rounding.EXACT,)
    elif amount.low is not None and not amount.part:
        amount.hedges = [rounding.EXACT]


def _reading(amount: Amount, kind: Kind | None, unit: Measure | None, settings: ReadingSettings) -> Reading:
    low = amount.low
    if kind is Kind.COUNT and low is not None and low.is_of_all and low.part is not None and amount.high is None:
        amount = replace(amount, low=Figure(low.part, None, low.written))
    measures = [_complete(amount, figure.measure, kind, unit, settings) for figure in amount.figures]
    if not measures:
        written = amount.measure if amount.collective else Measure.share(Fraction(1))
        measures = [_complete(amount, written, kind, unit, settings)]
    measure = measures[0]
    if amount.base and kind is not Kind.SHARE:
        raise ReadingError(f"{shown(amount.base)} may be what the share is counted in; declare the kind share")
    if kind is not None and measure.kind is not kind:
        raise ReadingError(f"{_described(measure)}, not {kind.phrase}")
    _refuse_dotted(amount, measure)
    if unit is not None and measure.dimension != unit.dimension:
        why = f"{_described(measure)}, which cannot be brought to {unit.symbol}"
        raise ReadingError(why + _unit_to_set(measure, unit))
    span = _span(amount, measures, settings)
    number = amount.low.number if amount.low is not None and amount.high is None else None
    unit_written = measure.symbol if measure.has_several_units else ""
    return Reading(
        measure.kind,
        measure.dimension,
        span.stated,
        span.allowed,
        None if number is None else measure.point(number.value),
        steps=(*amount.steps, *measure.notes),
        direction=amount.direction,
        unit=unit_written,
        figure=None if number is None else number.value,
        half=None if number is None else number.nonzero / 2,
        noun=amount.noun if measure.kind is Kind.COUNT else "",
        bound=_bound(amount),
        own=_in_its_unit(amount, measures, settings) if unit_written else None,
        across=_converted(amount, measures, settings) if unit_written else None,
    )


def _in_its_unit(amount: Amount, measures: list[Measure], settings: ReadingSettings) -> Box | None:
    """What a figure is beside others in its unit, where the unit has no one length."""
    if not any(measure.is_calendar for measure in measures):
        return None
    return Box(*_span(amount, [measure.at_mean() for measure in measures], settings))


def _converted(amount: Amount, measures: list[Measure], settings: ReadingSettings) -> Box:
    """What a figure is beside others in another unit."""
    return Box(*_span(amount, measures, settings, rounding.converted))


def _bound(amount: Amount) -> str | None:
    """The end that is known of an amount that is written as a bound."""
    if amount.high is not None:
        return None
    ends = {end for hedge, end in _BOUNDS.items() if hedge in amount.hedges}
    return ends.pop() if len(ends) == 1 else None


_BOUNDS = {
    rounding.AT_LEAST: "low",
    rounding.OVER: "low",
    rounding.AT_MOST: "high",
    rounding.BELOW: "high",
}
"""Bounds, and which end of the reading each gives."""


def _refuse_dotted(amount: Amount, measure: Measure) -> None:
    """Refuse "12.500 people" and "€3.500", which may be thousands; prices ("$3.499 a gallon") have such decimals."""
    is_whole = measure.kind in (Kind.COUNT, Kind.MONEY) and amount.rate is None
    if is_whole and any(figure.number.is_dotted for figure in amount.figures):
        raise ReadingError(
            f"the dot in {shown(amount.written)} could part thousands or decimals", nearest="12,500 or 12.50"
        )
    if any(figure.number.has_comma and figure.measure is None for figure in amount.figures):
        raise ReadingError("a comma before one or two digits could part decimals or two figures")


def _complete(
    amount: Amount, written: Measure | None, kind: Kind | None, unit: Measure | None, settings: ReadingSettings
) -> Measure:
    """The measure as written, completed by what is declared and by the rate."""
    rate = amount.rate
    if written is None and kind is Kind.SHARE and rate is not None and rate.dims == PEOPLE and rate.low > 1:
        return Measure.share(1 / rate.low)  # "12.4 deaths per 100,000 people"
    if written is None:
        measure = _undeclared(amount, kind, unit)
    elif kind is Kind.MONEY and written.symbol == "pound":
        # Two thousand pounds are a mass, unless money is what the attribute measures.
        measure = Measure.of_unit(currency("£")).settled(unit, settings.currency)
    else:
        measure = written.settled(unit, settings.currency)
    if kind is Kind.QUANTITY:
        measure = measure.as_pure_number
    if amount.is_difference or amount.direction is not None or _is_in(unit, TEMPERATURE_DIFFERENCE):
        measure = measure.difference()
    elif measure.symbol == "K" and _is_glued(amount) and not _is_in(unit, TEMPERATURE):
        raise ReadingError(f"{shown(_written(amount))} could be kelvin or thousands", nearest="10,000 or 10 kelvin")
    if amount.rate is None:
        return measure
    return measure.per(unit.deciding(amount.rate) if unit is not None else amount.rate)


def _is_in(unit: Measure | None, dims: Dims) -> bool:
    return unit is not None and unit.unit.dims == dims


def _is_glued(amount: Amount) -> bool:
    return _written(amount)[-2:-1].isdigit()


def _undeclared(amount: Amount, kind: Kind | None, unit: Measure | None) -> Measure:
    """The measure of a figure that nothing but a noun follows."""
    letter = amount.low.number.letter if amount.low is not None else ""
    _refuse_place_or_multiple(amount, kind, unit)
    hours = [0 < figure.number.value <= HOURS_A_DAY for figure in amount.figures]
    if amount.is_hour and kind is None and hours and all(hours):
        raise ReadingError(f"{shown(_written(amount))} may be an hour; declare the kind", nearest="5 a.m.")
    if amount.is_decade and kind is None:
        raise ReadingError("this may be years of a century or a figure; declare the kind", nearest="")
    if amount.is_age and kind is Kind.DURATION and unit is None:
        return Measure.of_unit(unit_of("year"))
    if kind is Kind.SHARE and amount.noun in en.POINTS and (unit is None or unit.dimension == POINTS):
        return Measure.points()
    if amount.is_pair and kind in (None, Kind.COUNT) and not amount.noun:
        _refuse_pair(amount)
    if amount.part == "none" and kind is Kind.SHARE:
        return Measure.share(Fraction(1))
    if kind is None and letter not in ("", "k") and not amount.noun:
        raise ReadingError(
            f'"{letter}" behind the figure could be a scale or a unit', nearest="5 million, 5 metres or 5 minutes"
        )
    if _is_in_degrees(amount):
        return _degrees(amount, unit)
    if kind is Kind.COUNT and letter in ("t", "mm"):
        raise ReadingError(f'"{letter}" behind the figure could be a unit or a scale')
    if kind is Kind.SHARE and unit is None and amount.is_below_hundred:
        return Measure.percent()
    if kind in (None, Kind.COUNT):
        _refuse_unit(amount, kind, unit)
    if kind in (None, Kind.COUNT) or (kind is Kind.QUANTITY and amount.rate is not None and _counts(unit)):
        return Measure.count()
    if unit is None:
        raise ReadingError(
            "a bare figure, and no unit is declared for it", nearest=_NEAREST.get(kind, ""), understood=_written(amount)
        )
    if amount.noun and amount.part != "none":
        first = amount.noun.split()[0]
        raise ReadingError(
            f"{shown(first)} is not a known unit",
            understood=_written(amount),
            word=first,
            known=unit_spellings,
        )
    return unit


def _is_in_degrees(amount: Amount) -> bool:
    noun = amount.noun.lower()
    return noun.removesuffix(".") in en.DEGREES or noun.replace(" ", "").startswith("-degree")


def _degrees(amount: Amount, unit: Measure | None) -> Measure:
    """The declared measure of bare degrees; raises `ReadingError`."""
    if unit is not None and unit.unit.dims in (TEMPERATURE, TEMPERATURE_DIFFERENCE):
        return unit
    example = f"{_written(amount)} °C" + " of warming" * amount.is_difference
    raise ReadingError("which degrees are meant is not said", nearest=example)


def _refuse_place_or_multiple(amount: Amount, kind: Kind | None, unit: Measure | None) -> None:
    """Refuse "a third day", and of "three times" all but a pure number."""
    if amount.is_ordinal and (kind is not Kind.COUNT or unit_in(amount.noun)):
        raise ReadingError(f"{shown(f'{_written(amount)} {amount.noun}')} is a place in an order, no amount")
    if amount.is_multiple and not (kind is Kind.QUANTITY and unit is not None and unit.dimension == "1"):
        raise ReadingError(f"{shown(_written(amount))} is a multiple; curate the figure that it makes")


def _refuse_unit(amount: Amount, kind: Kind | None, unit: Measure | None) -> None:
    """Refuse to count what is a unit, known or not, unless that is what the attribute counts."""
    if kind is None and any(len(word) >= SHORTEST_UNIT and find_unit(word) for word in amount.noun.split()):
        raise ReadingError(f"{shown(amount.noun)} has a unit in it, which may be one of another kind")
    found = unit_in(amount.noun)
    if found and (unit is None or unit.symbol != found):
        raise ReadingError(
            f"{shown(found)} is a unit that is not read; if it is counted, declare it as the unit of the count",
            understood=_written(amount),
        )


def _refuse_pair(amount: Amount) -> None:
    """Refuse "82-87", which is a range or a score."""
    low, high = (figure.number.value for figure in amount.figures)
    raise ReadingError(
        f"{low}-{high} may be a range or a score; of a score curate each figure as a claim of its own",
        nearest=f"{low} to {high}",
    )


def _counts(unit: Measure | None) -> bool:
    return unit is None or "count" in dict(unit.unit.dims)


_NEAREST = {
    Kind.COUNT: "12",
    Kind.MONEY: "$500, 500 USD",
    Kind.SHARE: "40 percent",
    Kind.DURATION: "3 days",
    Kind.QUANTITY: "3 km",
}
"""What a message names where a kind is declared."""


def _written(amount: Amount) -> str:
    return amount.low.written if amount.low is not None else ""


def _unit_to_set(written: Measure, declared: Measure) -> str:
    """What to write where a sum of money is in another currency than its attribute."""
    if written.kind is not Kind.MONEY or declared.kind is not Kind.MONEY:
        return ""
    return f'; write read_as in {declared.symbol}, or if all are in {written.symbol}, set "unit: {written.symbol}"'


def _described(measure: Measure) -> str:
    match measure.kind:
        case Kind.QUANTITY:
            return f"this is a quantity ({measure.symbol}, dimension {measure.dimension})"
        case Kind.COUNT | Kind.SHARE:
            is_plain = measure.dimension in (measure.kind.value, POINTS)
            named = f"this is a {measure.kind}" + (" difference" if measure.symbol == POINTS else "")
            return named if is_plain else f"{named} ({measure.symbol})"
        case Kind.MONEY:
            return f"this is money ({measure.symbol})"
        case _:
            return f"this is a duration ({measure.symbol})"


FigureSpan = Callable[[Number, tuple[str, ...], rounding.Axis, ReadingSettings], rounding.Span]


def _span(
    amount: Amount, measures: list[Measure], settings: ReadingSettings, of_figure: FigureSpan = rounding.span
) -> rounding.Span:
    """What is stated and allowed, on the axis; `of_figure` says what is of one figure."""
    words = tuple(amount.hedges)
    if amount.low is None or amount.part == "none":
        return _on_axis(_span_in_words(amount, words, _axis(measures[0]), settings), measures[0])
    if amount.margin is not None:
        return _with_margin(amount.low, amount.margin, measures[0], settings)
    if amount.high is None:
        return _on_axis(of_figure(amount.low.number, words, _axis(measures[0]), settings), measures[0])
    may_be_a_time = measures[0].unit.dims == TIME and any(step.text.lower() == en.OVER for step in amount.steps)
    if rounding.EXACT in words or may_be_a_time:  # "over two to three years"
        raise ReadingError("a hedge or bound before a range", nearest="")
    low, high = (
        _on_axis(of_figure(figure.number, (*words, *own), _axis(measure), settings), measure)
        for figure, own, measure in zip((amount.low, amount.high), amount.end_hedges, measures, strict=True)
    )
    is_one_sided = any(word != rounding.APPROX for word in words)
    return low.hull(high) if is_one_sided else low.to(high)


def _with_margin(figure: Figure, margin: Figure, measure: Measure, settings: ReadingSettings) -> rounding.Span:
    """`45% ± 3`, `10 km ± 200 m`, `1,000 ± 5%`: a figure, and by how much it may be off."""
    value, off, written = figure.number.value, margin.number.value, margin.measure
    if written is not None and written.kind is Kind.SHARE and measure.kind is not Kind.SHARE:
        off *= value * written.unit.low
    elif written is not None and written.kind is not measure.kind:
        raise ReadingError("a margin of another kind", nearest="")
    elif written is not None:
        off *= written.unit.low / measure.unit.low
    if off <= 0:
        raise ReadingError("a margin that is not positive", nearest="")
    span = rounding.span(figure.number, (), _axis(measure), settings)
    within = Interval(value - off, value + off, True, True)
    return _on_axis(rounding.Span(span.stated, span.allowed.hull(span.stated).hull(within)), measure)


def _on_axis(span: rounding.Span, measure: Measure) -> rounding.Span:
    return rounding.Span(measure.to_axis(span.stated), measure.to_axis(span.allowed))


def _axis(measure: Measure) -> rounding.Axis:
    rounds = measure.kind in (Kind.SHARE, Kind.DURATION, Kind.QUANTITY)
    floor = -measure.unit.offset if measure.unit.dims == TEMPERATURE else _NONE
    points = rounding.OVER_POINTS / measure.unit.low if measure.kind is Kind.SHARE else None
    ceiling = 1 / measure.unit.low if measure.is_share else None
    return rounding.Axis(rounds, floor, ceiling, measure.kind is Kind.MONEY, points)


def _span_in_words(
    amount: Amount, words: tuple[str, ...], axis: rounding.Axis, settings: ReadingSettings
) -> rounding.Span:
    """Collectives and parts of all; a hedge is defined for "all", a bound for collectives ("at least hundreds")."""
    if amount.collective is not None:
        low, high, least = (Fraction(n) for n in amount.collective[:3])
        most = amount.collective.most
        allowed = Interval(least, None) if most is None else Interval(least, Fraction(most), True, True)
        span = rounding.Span(Interval(low, high, True, True), allowed)
        if not words:
            return span
        if len(words) == 1 and words[0] in (rounding.AT_LEAST, rounding.AT_MOST):
            return rounding.bounded(span, words[0], axis)
    elif not words:
        return _PARTS[amount.part]
    elif amount.part == "all" and words == (rounding.UNDER,):
        return rounding.span(exact(1), words, axis, settings)
    raise ReadingError(f'"{amount.steps[0].text}" before this is not defined')


_ALL, _NONE, _HALF = Fraction(1), Fraction(0), Fraction(1, 2)
_PARTS = {
    "minority": rounding.Span(Interval(_NONE, _HALF, False, False), Interval(_NONE, _HALF, False, False)),
    "just_over_half": rounding.Span(
        Interval(_HALF, _HALF * Fraction(21, 20), False, True), Interval(_HALF, _HALF * Fraction(11, 10), True, True)
    ),
    "most": rounding.Span(Interval(_HALF, _ALL, False, False), Interval(_HALF, _ALL, False, True)),
    "much": rounding.Span(Interval(_NONE, _ALL, False, False), Interval(_NONE, _ALL, False, True)),
    "all": rounding.Span.exactly(_ALL),
    "none": rounding.Span.exactly(_NONE),
}
