"""What a figure is a figure of: a currency, a unit, a share, a count, and a rate of any of these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from crosscheck.model import Interval, Kind, Step
from crosscheck.problems import did_you_mean, shown
from crosscheck.readings import currencies
from crosscheck.readings import english as en
from crosscheck.readings.numerals import parse_number
from crosscheck.readings.tokens import FIGURE, Phrases, Text, split
from crosscheck.readings.units import TON_LIKE, Unit, cased, spellings
from crosscheck.readings.unreadable import Unreadable

SECONDS_A_DAY = Fraction(86400)
POINTS = "percentage points"

_SIGNS = Phrases(currencies.SIGNS)
_NAMES = Phrases(currencies.NAMES)
_MINOR = Phrases(currencies.MINOR)
_ADVERBS = Phrases(en.ADVERBS)
_CODES = {code.lower(): code for code in currencies.CODES}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit with the kind that it makes of a figure; `share_factor` brings a share to 0–1 before it is widened."""

    kind: Kind
    unit: Unit
    share_factor: Fraction = Fraction(1)
    dimension: str = ""
    ton: Unit | None = None
    """Of a declared unit that has a ton in it: which one."""
    notes: tuple[Step, ...] = ()

    @staticmethod
    def count() -> Measure:
        return Measure(Kind.COUNT, _COUNT, dimension="count")

    @staticmethod
    def percent() -> Measure:
        return Measure.share(Fraction(1, 100), "%")

    @staticmethod
    def share(factor: Fraction, symbol: str = "share") -> Measure:
        return Measure(Kind.SHARE, replace(_ONE, symbol=symbol), factor, "share")

    @staticmethod
    def points() -> Measure:
        return Measure(Kind.SHARE, replace(_ONE, symbol=POINTS), Fraction(1, 100), POINTS)

    @staticmethod
    def of_unit(unit: Unit) -> Measure:
        """The measure that a unit makes: money if a currency is in it, a duration if it is a time, else a quantity."""
        if any((base.isupper() and len(base) == 3) or base == "$" for base, _ in unit.dims):
            return Measure(Kind.MONEY, unit, dimension=unit.dimension)
        if unit.dims == (("s", 1),):
            return Measure(Kind.DURATION, unit, dimension="day")
        return Measure(Kind.QUANTITY, unit, dimension=unit.dimension)

    @property
    def symbol(self) -> str:
        return self.unit.symbol

    @property
    def is_money(self) -> bool:
        return self.kind is Kind.MONEY

    def per(self, rate: Unit) -> Measure:
        if self.kind is Kind.SHARE:
            raise Unreadable("a share at a rate")
        made = Measure.of_unit(self.unit.times(rate, -1))
        return replace(made, notes=self.notes, ton=self.ton)

    def settled(self, declared: Measure | None) -> Measure:
        """This measure with what only a declaration decides: which dollar, which ton."""
        dims = dict(self.unit.dims)
        if "$" in dims:
            code = next((b for b, _ in declared.unit.dims if b in currencies.CODES), "USD") if declared else "USD"
            if code != "USD" and code in currencies.DOLLARS:
                raise Unreadable(f'"$" could be US dollars or {code}', nearest=f"US$ … or {code} …")
            dims["USD"] = dims.pop("$")
            unit = replace(self.unit, symbol=self.unit.symbol.replace("$", "USD"), dims=tuple(sorted(dims.items())))
            return replace(self, unit=unit, dimension=unit.dimension)
        if self.unit.symbol.endswith("ton") and self.unit.low != self.unit.high and dims == {"kg": 1}:
            if declared is not None and declared.ton is not None:
                scale = self.unit.low / spellings()["ton"].low
                unit = replace(declared.ton, low=declared.ton.low * scale, high=declared.ton.high * scale)
                return replace(self, unit=unit, notes=(Step(self.symbol, f"the declared unit: {declared.ton.symbol}"),))
            low, high = float(self.unit.low), float(self.unit.high)
            note = f"short, metric or long ton: {low:,.2f} to {high:,.2f} kg"
            return replace(self, notes=(Step(self.symbol, note),))
        return self

    def to_axis(self, interval: Interval) -> Interval:
        """An interval in this unit on the axis of its dimension; a unit that is left open widens it."""
        low, high = self._end(interval.low, upper=False), self._end(interval.high, upper=True)
        return Interval(low, high, interval.low_in, interval.high_in)

    def _end(self, value: Fraction | None, *, upper: bool) -> Fraction | None:
        if value is None:
            return None
        value += self.unit.offset
        factor = self.unit.high if upper == (value >= 0) else self.unit.low
        if self.kind is Kind.DURATION:
            factor /= SECONDS_A_DAY
        return value * factor

    def point(self, value: Fraction) -> Fraction:
        """A figure in this unit on the axis, by the mean factor where the unit is left open."""
        return (value + self.unit.offset) * self.mean_factor

    def from_axis(self, value: Fraction) -> Fraction:
        """A point of the axis in this unit, by the mean factor where the unit is left open."""
        return value / self.mean_factor / self.share_factor - self.unit.offset

    @property
    def mean_factor(self) -> Fraction:
        mean = _CALENDAR_MEANS.get(self.unit.symbol) or (self.unit.low + self.unit.high) / 2
        return mean / SECONDS_A_DAY if self.kind is Kind.DURATION else mean


_COUNT = Unit("count", Fraction(1), Fraction(1), (("count", 1),))
_ONE = Unit("share", Fraction(1), Fraction(1), ())
_PERSON = Unit("person", Fraction(1), Fraction(1), (("person", 1),))
_GREGORIAN_YEAR = Fraction(3652425, 10000) * SECONDS_A_DAY
_CALENDAR_MEANS = {"year": _GREGORIAN_YEAR, "month": _GREGORIAN_YEAR / 12, "quarter": _GREGORIAN_YEAR / 4,
                   "decade": _GREGORIAN_YEAR * 10, "century": _GREGORIAN_YEAR * 100}  # fmt: skip


def _currency(code: str, factor: Fraction = Fraction(1)) -> Measure:
    return Measure.of_unit(Unit(code, factor, factor, ((code, 1),)))


@lru_cache(maxsize=256)
def declared(unit: str, kind: Kind | None) -> Measure:
    """The measure that an attribute's `unit` names; raises `Unreadable` if there is none."""
    if unit.upper() in currencies.CODES:
        return _currency(unit.upper())
    text = split(unit)
    lowered = unit.strip().lower()
    if lowered in en.PERCENTAGE_POINTS:
        return Measure.points()
    if lowered in en.PERCENT:
        return Measure.percent()
    if lowered in ("share", "1") and kind is Kind.SHARE:
        return Measure.share(Fraction(1))
    if lowered == "count":
        found: tuple[Measure, int] | None = (Measure.count(), len(text.tokens))
    elif text.tokens and text.tokens[0].text.upper() in currencies.CODES:
        found = _currency(text.tokens[0].text.upper()), 1
    else:
        found = parse_unit(text, 0)
    if found is None:
        raise Unreadable(f"no unit is called {shown(unit)}{did_you_mean(unit, spellings())}")
    measure, index = found
    if measure.symbol == "ton":
        raise Unreadable('"ton" could be short, metric or long', nearest="t, short ton or long ton")
    ton = measure.unit if measure.symbol in TON_LIKE else None
    while index < len(text.tokens):
        rate = parse_rate(text, index)
        if rate is None:
            raise Unreadable(f"no unit is called {shown(unit)}")
        measure, index = measure.per(rate[0]), rate[1]
    return replace(measure, ton=ton)


def parse_currency(text: Text, index: int, *, behind: bool = False) -> tuple[Measure, int] | None:
    """A currency's sign or code at token `index`; `behind` a figure its name and minor units too."""
    tokens = text.tokens
    if index >= len(tokens):
        return None
    if behind:
        minor = _MINOR.at(text, index)
        if minor is not None and (len(tokens[index].text) > 1 or text.glued(index)):
            code, factor = minor[0]
            return _currency(code, factor), minor[1]
        name = _NAMES.at(text, index)
        if name is not None:
            return _currency(name[0]), name[1]
    sign = _SIGNS.at(text, index)
    if sign is not None:
        return _currency(sign[0]), sign[1]
    code = _CODES.get(tokens[index].text)
    if code is None or text.raw[tokens[index].start : tokens[index].end] != code:
        return None
    index += 1
    if index < len(tokens) and tokens[index].text == "$":
        index += 1
    return _currency(code), index


def parse_unit(text: Text, index: int) -> tuple[Measure, int] | None:
    """The unit at token `index`, the longest spelling first."""
    unit = _unit_at(text, index)
    return None if unit is None else (Measure.of_unit(unit[0]), unit[1])


def _unit_at(text: Text, index: int) -> tuple[Unit, int] | None:
    tokens = text.tokens
    known = spellings()
    for after in range(min(index + 5, len(tokens)), index, -1):
        raw = text.between(index, after)
        if len(raw) <= 2:
            # Short signs depend on case ("MW", "mW") and on place: "in" is a unit only where nothing follows.
            unit = cased(raw)
            if unit is not None:
                return unit, after
            if raw == "in" and after < len(tokens):
                continue
        word = raw.lower().replace(".", "")
        unit = known.get(word) or known.get(word.replace("-", " ")) or cased(raw)
        if unit is not None:
            return unit, after
    return None


def parse_rate(text: Text, index: int) -> tuple[Unit, int] | None:
    """`a month`, `per kilowatt-hour`, `/day`, `yearly`, `per capita`, `per 100,000 people`, `every 40 minutes`."""
    tokens = text.tokens
    if index >= len(tokens):
        return None
    known = spellings()
    adverb = _ADVERBS.at(text, index)
    if adverb is not None:
        return known[_RATE_NAMES.get(adverb[0], adverb[0])], adverb[1]
    word = tokens[index].text
    if word not in en.PER or index + 1 >= len(tokens):
        return None
    place = index + 1
    factor = Fraction(1)
    if tokens[place].kind == FIGURE or word in ("per", "every"):
        parsed = parse_number(text, place)
        if parsed is not None and parsed[0].value > 0:
            factor, place = parsed[0].value, parsed[1]
    if place >= len(tokens):
        return None
    if tokens[place].text in en.PER_HEAD and word in ("per", "/"):
        return _times(_PERSON, factor), place + 1
    if tokens[place].text == "quarter":
        return known[_RATE_NAMES["quarter"]], place + 1
    unit = _unit_at(text, place)
    if unit is None or (word not in ("per", "/") and unit[0].dims != (("s", 1),)):
        return None
    return _times(unit[0], factor), unit[1]


_RATE_NAMES = {"quarter": "calendar quarter"}


def _times(unit: Unit, factor: Fraction) -> Unit:
    if factor == 1:
        return unit
    return replace(unit, symbol=f"{factor} {unit.symbol}", low=unit.low * factor, high=unit.high * factor)
