"""Money, counts, shares, durations and physical quantities: text → Reading.

amount   = hedge* (figure | figure "–" figure | "between" figure "and" figure | collective | part of all) hedge* tail
figure   = [currency] number [scale] [currency | % | unit | "in" number] …   ("6 feet 2 inches", "an hour and a half")
tail     = words that name what is counted, and at most one rate ("of cocaine each month")

What is left over when the grammar ends is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from crosscheck.model import Interval, Kind, Reading, ReadingSettings, Step
from crosscheck.problems import shown
from crosscheck.readings import english as en
from crosscheck.readings import hedges as hg
from crosscheck.readings.measures import Measure, parse_currency, parse_rate, parse_unit
from crosscheck.readings.numerals import Number, parse_number
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text
from crosscheck.readings.units import Unit
from crosscheck.readings.unreadable import Unreadable

_HEDGES = Phrases(en.HEDGES)
_HEDGES_AFTER = Phrases(en.HEDGES_AFTER)
_NEUTRAL = Phrases(en.NEUTRAL)
_COLLECTIVES = Phrases(en.COLLECTIVES)
_PARTS = Phrases(en.PARTS_OF_ALL)
_PERCENT = Phrases(en.PERCENT)
_POINTS = Phrases(en.PERCENTAGE_POINTS)
_PARTS_PER = Phrases(en.PARTS_PER)
_OUT_OF = Phrases(en.OUT_OF)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it is a number of: a measure, or (None) nothing that the grammar knows."""

    number: Number
    measure: Measure | None = None
    written: str = ""


@dataclass(slots=True)
class _Amount:
    """What was parsed of a text, before a kind decides what it means."""

    low: Figure | None = None
    high: Figure | None = None
    hedges: list[str] = field(default_factory=list)
    spread: tuple[int, int, int] | None = None
    spread_measure: Measure | None = None
    part: str | None = None
    rate: Unit | None = None
    noun: str = ""
    steps: list[Step] = field(default_factory=list)
    letters: bool = True
    """Whether a letter behind a figure is a scale ("5m" is 5 million)."""


def read_amount(text: Text, kind: Kind | None, unit: Measure | None, settings: ReadingSettings) -> Reading:
    """Read an amount as `kind` (None: as the one kind that its words show); raises `Unreadable`."""
    amount = _parse(text, letters=kind is not Kind.QUANTITY)
    measure = _measure(amount, kind, unit)
    found = measure.kind
    if kind is not None and found is not kind:
        raise Unreadable(f"{_describe(found, measure)}, not a {kind}")
    if unit is not None and measure.dimension != unit.dimension:
        raise Unreadable(f"{_describe(found, measure)}, which cannot be brought to {unit.symbol}")
    span = _span(amount, found, settings)
    stated, allowed = (measure.to_axis(_clamped(interval, found)) for interval in (span.stated, span.allowed))
    nominal = None
    if amount.low is not None and amount.high is None:
        nominal = measure.point(amount.low.number.value * measure.share_factor)
    return Reading(found, measure.dimension, stated, allowed, nominal, steps=(*amount.steps, *measure.notes))


def _clamped(interval: Interval, kind: Kind) -> Interval:
    """Shares end at 0 and 1 unless the figure itself lies beyond; nothing else is clamped."""
    low, high = interval.low, interval.high
    if kind is not Kind.SHARE or low is None or high is None:
        return interval
    if low < 0 <= low + high:
        interval = Interval(Fraction(0), high, True, interval.high_in)
    if high > 1 >= (low + high) / 2:
        interval = Interval(interval.low, Fraction(1), interval.low_in, True)
    return interval


def _describe(kind: Kind, measure: Measure) -> str:
    names = {
        Kind.MONEY: f"this is money ({measure.symbol})", Kind.COUNT: "this is a count", Kind.SHARE: "this is a share",
        Kind.DURATION: f"this is a duration ({measure.symbol})",
        Kind.QUANTITY: f"this is a quantity ({measure.symbol}, dimension {measure.dimension})",
    }  # fmt: skip
    return names[kind]


def _describe_figure(figure: Figure) -> str:
    value = figure.number.value
    written = f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.6g}"
    return f"{written} {figure.measure.symbol}" if figure.measure else written


def _parse(text: Text, letters: bool) -> _Amount:
    amount = _Amount(letters=letters)
    index = _prefixes(text, 0, amount)
    index = _core(text, index, amount)
    index = _suffixes(text, index, amount)
    _tail(text, index, amount)
    return amount


def _prefixes(text: Text, index: int, amount: _Amount) -> int:
    while index < len(text.tokens):
        if _COLLECTIVES.at(text, index) or _PARTS.at(text, index):
            break
        hedge = _HEDGES.at(text, index)
        neutral = _NEUTRAL.at(text, index)
        if hedge is not None:
            meaning, after = hedge
            amount.hedges.append(meaning)
            amount.steps.append(Step(text.between(index, after), _HEDGE_MEANING[meaning]))
        elif neutral is not None:
            _, after = neutral
        else:
            break
        index = after
    return index


_HEDGE_MEANING = {
    "approx": "hedge: the figure may lie on either side",
    "under": "hedge: up to the figure, from a little below",
    "over": "hedge: above the figure",
    "just_over": "hedge: above the figure by a little",
    "at_least": "bound: the figure or more",
    "at_most": "bound: the figure or less",
    "below": "bound: less than the figure",
}


def _core(text: Text, index: int, amount: _Amount) -> int:
    tokens = text.tokens
    collective = _COLLECTIVES.at(text, index)
    if collective is not None:
        amount.spread, after = collective
        low, high, _ = amount.spread
        amount.steps.append(Step(text.between(index, after), f"collective: {low:,} to {high:,}"))
        if after < len(tokens) and tokens[after].text == en.OF:
            measured = parse_currency(text, after + 1, behind=True) or parse_unit(text, after + 1)
            if measured is not None:
                amount.spread_measure, after = measured
        return after
    part = _PARTS.at(text, index)
    if part is not None and (part[1] == len(tokens) or tokens[part[1]].kind == WORD):
        amount.part, after = part
        amount.steps.append(Step(text.between(index, after), f"share: {amount.part}"))
        return after
    opening = tokens[index].text if index < len(tokens) else ""
    is_range = opening in (en.BETWEEN, en.FROM)
    first = _figure(text, index + is_range, amount.letters)
    if first is None:
        found = shown(text.between(index, len(tokens))) if index < len(tokens) else "nothing"
        raise Unreadable(f"a figure was expected where {found} stands", nearest="12, $1.2 billion, 40 percent, 3 km")
    low, after = first
    start = index
    separator = tokens[after].text if after < len(tokens) else ""
    wanted = {en.BETWEEN: {en.AND, "-"}, en.FROM: {en.TO, "-"}}.get(opening, en.RANGE_SEPARATORS)
    second = None
    if separator in wanted:
        place = after + 1
        hedge = _HEDGES.at(text, place)
        if hedge is not None and hedge[0] == "approx":
            amount.hedges.append("approx")
            place = hedge[1]
        second = _figure(text, place, amount.letters)
    if second is None and is_range:
        raise Unreadable(f"a second figure was expected after {shown(text.between(start, after))}")
    if second is None:
        amount.low, index = low, after
        amount.steps.append(Step(low.written, _describe_figure(low)))
        return index
    high, index = second
    amount.low, amount.high = _range(low, high)
    amount.steps.append(
        Step(text.between(start, index), f"range: {_describe_figure(amount.low)} to {_describe_figure(high)}")
    )
    return index


def _range(low: Figure, high: Figure) -> tuple[Figure, Figure]:
    """Complete the first figure of a range by the scale and measure that only the second one carries."""
    number = low.number
    if low.measure is None or (low.measure.is_money and not number.scaled):
        scale = high.number.scale_factor
        if scale > 1 and not number.scaled and number.value * scale <= high.number.value:
            if number.value < SMALLEST_UNSCALED or low.measure is not None:
                number = number.scale(scale)
        elif scale > 1 and not number.scaled and number.value < SMALLEST_UNSCALED:
            raise Unreadable(
                f"the range from {low.written} to {high.written} is open to two readings; write both in full"
            )
    measure = low.measure or high.measure
    behind = high.measure or low.measure
    if measure is not None and behind is not None and measure.dimension != behind.dimension:
        raise Unreadable(f"{low.written} and {high.written} are of different kinds")
    low, high = replace(low, number=number, measure=measure), replace(high, measure=behind)
    if _size(low) > _size(high):
        raise Unreadable(f"the range runs backwards, from {low.written} to {high.written}")
    return low, high


SMALLEST_UNSCALED = 1000
"""In "3 to 5 million" the 3 is millions; a figure from here on ("700,000 to 1.2 million") stands for itself."""


def _size(figure: Figure) -> Fraction:
    return figure.measure.point(figure.number.value) if figure.measure else figure.number.value


def _figure(text: Text, index: int, letters: bool) -> tuple[Figure, int] | None:
    start = index
    money = parse_currency(text, index)
    if money is not None:
        index = money[1]
    parsed = parse_number(text, index, letters=letters or money is not None)
    if parsed is None:
        return _article_unit(text, start) if money is None else None
    number, index = parsed
    if money is not None:
        return Figure(number, money[0], text.between(start, index)), index
    behind = _measure_behind(text, number, index)
    if behind is None:
        return Figure(number, None, text.between(start, index)), index
    number, measure, index = behind
    number, index = _more_of_unit(text, number, measure, index)
    return Figure(number, measure, text.between(start, index)), index


def _article_unit(text: Text, index: int) -> tuple[Figure, int] | None:
    """`a decade and a half`, `an hour`: the article counts one."""
    if index >= len(text.tokens) or text.tokens[index].text not in en.ARTICLES:
        return None
    one = Number(Fraction(1), Fraction(1), Fraction(1))
    unit = parse_unit(text, index + 1)
    if unit is None:
        return None
    number, after = _more_of_unit(text, one, *unit)
    return Figure(number, unit[0], text.between(index, after)), after


def _more_of_unit(text: Text, number: Number, measure: Measure, index: int) -> tuple[Number, int]:
    """`… and a half`, and smaller units of the same dimension: `6 feet 2 inches`, `2 hours 30 minutes`."""
    tokens = text.tokens
    if index + 1 < len(tokens) and tokens[index].text == en.AND:
        parsed = parse_number(text, index + 1)
        if parsed is not None and parsed[0].fraction and parsed[0].value < 1 and parse_unit(text, parsed[1]) is None:
            return number.plus(parsed[0]), parsed[1]
    unit = measure.unit
    while index < len(tokens):
        start = index + 1 if tokens[index].text in (en.AND, ",") else index
        parsed = parse_number(text, start)
        if parsed is None:
            break
        smaller = parse_unit(text, parsed[1])
        if smaller is None or unit.dims == ():
            break
        if smaller[0].unit.dims != unit.dims or smaller[0].unit.high >= unit.low or unit.offset:
            break
        ratio = smaller[0].unit.high / unit.high
        number, index = number.plus(parsed[0].times(ratio)), smaller[1]
        unit = smaller[0].unit
    return number, index


def _measure_behind(text: Text, number: Number, index: int) -> tuple[Number, Measure, int] | None:
    """What stands behind a number: percent, a second number of a share, a currency, a unit."""
    tokens = text.tokens
    place = index + 1 if index + 1 < len(tokens) and tokens[index].text == "-" else index
    for phrases, measure in ((_POINTS, Measure.points()), (_PERCENT, Measure.percent())):
        found = phrases.at(text, place)
        if found is not None:
            return number, measure, found[1]
    per = _PARTS_PER.at(text, place)
    if per is not None:
        return number, Measure.share(per[0]), per[1]
    money = parse_currency(text, place, behind=True)
    if money is not None:
        return number, money[0], money[1]
    if number.fraction and place < len(tokens) and tokens[place].text == en.OF:
        after = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].text in en.ARTICLES)
        unit = parse_unit(text, after) if after > place + 1 else None
        if unit is not None:
            return replace(number, fraction=False), unit[0], unit[1]
    out_of = _OUT_OF.at(text, index)
    if out_of is not None and number.value.denominator == 1 and not number.scaled:
        second = parse_number(text, out_of[1])
        if second is not None and 0 < number.value <= second[0].value and not second[0].scaled:
            value = number.value / second[0].value
            unit_part = Fraction(1) / second[0].value
            share = Number(value, unit_part, unit_part, fraction=True)
            return share, Measure.share(Fraction(1)), second[1]
    if number.fraction and place < len(tokens) and tokens[place].text in en.ARTICLES:
        place += 1
    unit = parse_unit(text, place)
    if unit is not None:
        return replace(number, fraction=False), unit[0], unit[1]
    if number.fraction:
        return number, Measure.share(Fraction(1)), index
    return None


def _suffixes(text: Text, index: int, amount: _Amount) -> int:
    found = _HEDGES_AFTER.at(text, index)
    if found is not None:
        amount.hedges.append(found[0])
        amount.steps.append(Step(text.between(index, found[1]), _HEDGE_MEANING[found[0]]))
        return found[1]
    return index


def _tail(text: Text, index: int, amount: _Amount) -> None:
    """Words that name what is counted, and one rate; anything that could change the figure is refused."""
    tokens = text.tokens
    while index < len(tokens):
        rate = parse_rate(text, index)
        if rate is not None:
            if amount.rate is not None:
                raise Unreadable(f"a second rate, {shown(text.between(index, rate[1]))}")
            amount.rate = rate[0]
            amount.steps.append(Step(text.between(index, rate[1]), f"rate: per {rate[0].symbol}"))
            index = rate[1]
            continue
        after = _suffixes(text, index, amount)
        if after > index:
            index = after
            continue
        token = tokens[index]
        if not _is_noun(text, index):
            raise Unreadable(
                f"{shown(text.between(index, len(tokens)))} was not understood", understood=text.between(0, index)
            )
        amount.noun += (" " if amount.noun else "") + text.raw[token.start : token.end]
        index += 1
    if amount.noun:
        amount.steps.append(Step(amount.noun, "what it is a figure of; not compared"))


def _is_noun(text: Text, index: int) -> bool:
    token = text.tokens[index]
    if token.kind == FIGURE:
        return False
    if token.kind != WORD:
        return token.text in "-'\",&" or token.text == "."
    word = token.text
    known = (
        en.NOT_A_NOUN, en.CARDINALS, en.SCALES, en.PLURAL_SCALES, en.DOZENS, en.COLLECTIVES, en.MONTHS, en.FRACTIONS,
    )  # fmt: skip
    if word == "may" or len(word) == 1:
        return word in en.ARTICLES
    return not any(word in table for table in known)


def _measure(amount: _Amount, kind: Kind | None, unit: Measure | None) -> Measure:
    """The measure of an amount as written, completed by what is declared."""
    if amount.part is not None:
        return Measure.share(Fraction(1))
    figure = amount.low
    measure = figure.measure if figure is not None else amount.spread_measure
    if measure is None:
        if kind in (None, Kind.COUNT):
            measure = Measure.count()
            if kind is None and figure is not None and figure.number.lettered and not amount.noun:
                raise Unreadable(
                    "the letter behind the figure could be a scale or a unit", nearest="5 million or 5 metres"
                )
        elif unit is not None:
            measure = unit
        else:
            raise Unreadable("a bare figure, and no unit is declared for it")
    else:
        measure = measure.settled(unit)
    if amount.rate is not None:
        measure = measure.per(amount.rate)
    return measure


def _span(amount: _Amount, kind: Kind, settings: ReadingSettings) -> hg.Span:
    if amount.part is not None:
        return _PART_SPANS[amount.part]
    if amount.spread is not None:
        low, high, least = (Fraction(n) for n in amount.spread)
        span = hg.Span(Interval(low, high, True, True), Interval(least, None))
        return _with_bounds(amount, span, low, kind, settings)
    assert amount.low is not None
    if amount.high is not None:
        ends = [_with_hedges(amount, figure, kind, settings) for figure in (amount.low, amount.high)]
        stated, allowed = (a.hull(b) for a, b in zip(_pair(ends[0]), _pair(ends[1]), strict=True))
        ratio = _unit_ratio(amount.low, amount.high)
        if ratio != 1:
            raise Unreadable("a range must be in one unit")
        return hg.Span(stated, allowed)
    return _with_hedges(amount, amount.low, kind, settings)


def _pair(span: hg.Span) -> tuple[Interval, Interval]:
    return span.stated, span.allowed


def _unit_ratio(low: Figure, high: Figure) -> Fraction:
    if low.measure is None or high.measure is None:
        return Fraction(1)
    return low.measure.unit.low / high.measure.unit.low


def _with_hedges(amount: _Amount, figure: Figure, kind: Kind, settings: ReadingSettings) -> hg.Span:
    number = figure.number
    scale = figure.measure.share_factor if figure.measure is not None else Fraction(1)
    if kind is Kind.SHARE:
        number = number.times(scale)
    softs = [h for h in amount.hedges if h in hg.HEDGES]
    if len(softs) > 1 and set(softs) != {"approx"}:
        raise Unreadable("two hedges that do not go together")
    one_sided = next((h for h in softs if h != "approx"), None)
    if amount.high is not None and (one_sided or any(h in hg.BOUNDS for h in amount.hedges)):
        raise Unreadable("a bound before a range")
    if one_sided and number.value <= 0:
        raise Unreadable("a one-sided hedge before a figure that is not positive")
    if one_sided:
        span = hg.hedged(number, one_sided, kind, settings)
    elif softs:
        span = hg.approximate(number, kind, settings)
    else:
        span = hg.plain(number, kind, settings)
    return _with_bounds(amount, span if softs else None, number.value, kind, settings) or span


def _with_bounds(
    amount: _Amount, span: hg.Span | None, value: Fraction, kind: Kind, settings: ReadingSettings
) -> hg.Span:
    bounds = [h for h in amount.hedges if h in hg.BOUNDS]
    del settings
    if len(bounds) > 1:
        raise Unreadable("two bounds on one figure")
    if not bounds:
        return span  # type: ignore[return-value]
    return hg.bounded(span, value, bounds[0], kind)


_PART_SPANS = {
    "most": hg.Span(
        Interval(Fraction(1, 2), Fraction(1), False, False), Interval(Fraction(1, 2), Fraction(1), False, True)
    ),
    "much": hg.Span(Interval(Fraction(0), Fraction(1), False, False), Interval(Fraction(0), Fraction(1), False, True)),
    "all": hg.Span(*[Interval(Fraction(1), Fraction(1), True, True)] * 2),
    "none": hg.Span(*[Interval(Fraction(0), Fraction(0), True, True)] * 2),
}
