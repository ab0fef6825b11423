"""What a figure is a figure of: a currency, a unit, a share, a count, and a rate of any of these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache

from crosscheck.model import Interval, Kind, Step
from crosscheck.problems import did_you_mean, shown
from crosscheck.readings.amounts.unit_grammar import A_COUNT, currency, parse_rate, parse_unit, thing
from crosscheck.readings.amounts.units import Unit, is_currency, unit_spellings
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.units import (
    BUSINESS_DAYS,
    NO_DIMS,
    OPEN_UNITS,
    TEMPERATURE,
    TEMPERATURE_DIFFERENCE,
    TIME,
    Dims,
)
from crosscheck.readings.tokens import Phrases, Text, split

SECONDS_A_DAY = Fraction(86400)
POINTS = "percentage points"
PERCENT = Phrases.of(en.PERCENT)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit, the kind that it makes of a figure, and the axis (`dimension`) that readings in it lie on.

    The axis of a duration is in days, every other one in the units of the SI, people, counts and currencies.
    """

    kind: Kind
    unit: Unit
    dimension: str
    decides: tuple[tuple[str, Unit], ...] = ()
    """Of a declared unit that has a ton, a gallon … in it: which one a bare "ton" is then."""
    notes: tuple[Step, ...] = ()

    @staticmethod
    def count() -> Measure:
        return Measure(Kind.COUNT, A_COUNT, "count")

    @staticmethod
    def percent() -> Measure:
        return Measure.share(Fraction(1, 100), "%")

    @staticmethod
    def share(factor: Fraction, symbol: str = "share") -> Measure:
        return Measure(Kind.SHARE, Unit.of(symbol, factor, NO_DIMS), "share")

    @property
    def as_pure_number(self) -> Measure:
        """Of parts per million and the like, which are shares, what they are where a quantity is declared."""
        is_parts = self.dimension == Kind.SHARE and self.unit.symbol.lower() in en.PARTS_PER
        return Measure(Kind.QUANTITY, replace(self.unit, dims=NO_DIMS), "1") if is_parts else self

    @staticmethod
    def points() -> Measure:
        """Percentage points: a difference of shares, which is not a share."""
        return Measure(Kind.SHARE, Unit.of(POINTS, Fraction(1, 100), NO_DIMS), POINTS)

    @staticmethod
    def basis_points() -> Measure:
        """Hundredths of percentage points."""
        return Measure(Kind.SHARE, Unit.of("basis points", Fraction(1, 10**4), NO_DIMS), POINTS)

    @staticmethod
    def of_unit(unit: Unit) -> Measure:
        """The measure that a unit makes: money if a currency is in it, a duration if it is a time, else a quantity."""
        if has_currency(unit.dims):
            return Measure(Kind.MONEY, unit, unit.dimension)
        if unit.dims == TIME:
            return Measure(Kind.DURATION, unit, "day")
        if unit.dims == BUSINESS_DAYS:
            return Measure(Kind.DURATION, unit, unit.dimension)
        return Measure(Kind.QUANTITY, unit, unit.dimension)

    @property
    def symbol(self) -> str:
        return self.unit.symbol

    @property
    def is_money(self) -> bool:
        return self.kind is Kind.MONEY

    @property
    def is_share(self) -> bool:
        """True for shares of a whole, which end at 0 and 1; percentage points do not."""
        return self.dimension == "share"

    @property
    def has_several_units(self) -> bool:
        """True if figures of its dimension are written in units that are converted into each other."""
        return self.kind in (Kind.QUANTITY, Kind.DURATION) or "/" in self.dimension

    def per(self, rate: Unit) -> Measure:
        if self.kind is Kind.SHARE:
            return self._share_per(rate)
        return replace(Measure.of_unit(self.unit.per(rate)), notes=self.notes, decides=self.decides)

    def _share_per(self, rate: Unit) -> Measure:
        """`5% a year`: an axis of its own for each period, since growth over one is not so many parts of another's."""
        if rate.dims != TIME or self.dimension not in ("share", POINTS):
            raise ReadingError(f"a share per {rate.symbol} is no share")
        unit = replace(self.unit, symbol=f"{self.symbol}/{rate.symbol}")
        return replace(self, unit=unit, dimension=f"{self.dimension}/{rate.symbol}")

    def settled(self, declared: Measure | None, of_source: str | None = None) -> Measure:
        """This measure with what only a declaration decides: which dollar, which ton; `of_source` is a currency."""
        return self._with_currency(declared, of_source)._with_open_unit(declared)

    def difference(self) -> Measure:
        """Of a temperature: the measure of a difference of two, which no zero shifts."""
        if self.unit.dims != TEMPERATURE:
            return self
        symbol = f"{self.unit.symbol} difference"
        return Measure.of_unit(replace(self.unit, symbol=symbol, dims=TEMPERATURE_DIFFERENCE, offset=Fraction(0)))

    def _with_currency(self, declared: Measure | None, of_source: str | None) -> Measure:
        shared = shared_currency(self.unit.dims)
        if shared is None:
            return self
        default, others = currencies.SHARED[shared]
        if of_source is not None and of_source in (default, *others):
            return Measure.of_unit(currency(of_source, self.unit.low))
        code = next((base for base, _ in declared.unit.dims if is_currency(base)), None) if declared else None
        if default is None:
            if code not in others:
                raise ReadingError(f"which {shared} is meant is not said", nearest=f"{min(others)} 500")
            default = code
        elif code in others and shared in currencies.DECIDED_BY_UNIT:
            default = code
        elif code in others:
            raise ReadingError(f'"{shared}" could be {default} or {code}', nearest=f"{default} 500 or {code} 500")
        assert default is not None
        return Measure.of_unit(currency(default, self.unit.low))

    def _with_open_unit(self, declared: Measure | None) -> Measure:
        if not is_undecided(self.unit):
            return self
        decided = declared.deciding(self.unit) if declared is not None else self.unit
        if decided is not self.unit:
            step = Step(self.symbol, f"the declared unit: {decided.symbol}")
            return replace(Measure.of_unit(decided), notes=(step,))
        if not self.unit.is_open:
            return replace(self, notes=(Step(self.symbol, f"{_or(OPEN_UNITS[self.symbol])}; not converted"),))
        low, high = (float(factor) for factor in (self.unit.low, self.unit.high))
        note = f"{_or(OPEN_UNITS[self.symbol])} {self.symbol}: {low:,.6g} to {high:,.6g} {self.dimension}"
        return replace(self, notes=(Step(self.symbol, note),))

    def deciding(self, unit: Unit) -> Unit:
        """`unit`, or the one that this declared measure makes of it if it is left open."""
        return dict(self.decides).get(unit.symbol, unit) if is_undecided(unit) else unit

    @property
    def is_calendar(self) -> bool:
        """True if it is open only because years and months are not of one length."""
        return self.unit.is_open and not any(part in OPEN_UNITS for part in re.split("[/·]", self.unit.symbol))

    def at_mean(self) -> Measure:
        """This measure with years and months of their mean length, so that figures in it compare as such."""
        mean = _CALENDAR_MEANS.get(self.unit.symbol) or self.unit.mean
        return replace(self, unit=replace(self.unit, low=mean, high=mean)) if self.is_calendar else self

    def to_axis(self, interval: Interval) -> Interval:
        """An interval in this unit on the axis of its dimension; a unit that is left open widens it."""
        if self._is_axis:
            return interval
        low, high = self._end(interval.low, upper=False), self._end(interval.high, upper=True)
        return Interval(low, high, interval.low_in, interval.high_in)

    def _end(self, value: Fraction | None, *, upper: bool) -> Fraction | None:
        if value is None:
            return None
        value += self.unit.offset
        return value * self._on_axis(self.unit.high if upper == (value >= 0) else self.unit.low)

    def point(self, value: Fraction) -> Fraction:
        """A figure in this unit on the axis, by the mean factor where the unit is left open."""
        return value if self._is_axis else (value + self.unit.offset) * self.mean_factor

    @property
    def _is_axis(self) -> bool:
        """True of a unit that is the axis's own: dollars, people, metres."""
        unit = self.unit
        return unit.low is unit.high and unit.low == 1 and not unit.offset and self.kind is not Kind.DURATION

    def from_axis(self, value: Fraction) -> Fraction:
        """A point of the axis in this unit, by the mean factor where the unit is left open."""
        return value / self.mean_factor - self.unit.offset

    def shown(self, interval: Interval) -> Interval:
        """An interval of the axis in this unit: the one that `to_axis` brings there, if there is one."""
        low, high = self._shown_end(interval.low, upper=False), self._shown_end(interval.high, upper=True)
        if low is not None and high is not None and low > high:
            assert interval.low is not None and interval.high is not None  # noqa: PT018
            low, high = self.from_axis(interval.low), self.from_axis(interval.high)
        return Interval(low, high, interval.low_in, interval.high_in)

    def _shown_end(self, value: Fraction | None, *, upper: bool) -> Fraction | None:
        if value is None:
            return None
        return value / self._on_axis(self.unit.high if upper == (value >= 0) else self.unit.low) - self.unit.offset

    @property
    def mean_factor(self) -> Fraction:
        return self._on_axis(_CALENDAR_MEANS.get(self.unit.symbol) or self.unit.mean)

    def _on_axis(self, factor: Fraction) -> Fraction:
        return factor / SECONDS_A_DAY if self.kind is Kind.DURATION else factor


@cache
def shared_currency(dims: Dims) -> str | None:
    """The word that several currencies share ("dollar"), if it is in a unit of these dimensions."""
    return next((base for base, _ in dims if base in currencies.SHARED), None)


@cache
def has_currency(dims: Dims) -> bool:
    """True if a unit of these dimensions is one of money."""
    return shared_currency(dims) is not None or any(is_currency(base) for base, _ in dims)


_GREGORIAN_YEAR = Fraction(3652425, 10000) * SECONDS_A_DAY
_CALENDAR_MEANS = {
    "year": _GREGORIAN_YEAR,
    "month": _GREGORIAN_YEAR / 12,
    "quarter": _GREGORIAN_YEAR / 4,
    "decade": _GREGORIAN_YEAR * 10,
    "century": _GREGORIAN_YEAR * 100,
}


def is_undecided(unit: Unit) -> bool:
    """True for a bare "ton", which is a short, a metric or a long one, for a bare "gallon" and a bare "calorie"."""
    return unit.symbol in OPEN_UNITS


def _or(options: Iterable[str]) -> str:
    *others, last = options
    return f"{', '.join(others)} or {last}"


def _decides(unit: Unit) -> tuple[tuple[str, Unit], ...]:
    return tuple((bare, unit) for bare, options in OPEN_UNITS.items() if unit.symbol in options.values())


@lru_cache(maxsize=256)
def declared(unit: str, kind: Kind | None) -> Measure:
    """The measure that an attribute's `unit` names, of a count any noun; raises `ReadingError` if there is none."""
    lowered = " ".join(unit.lower().split())
    named = _declared_share(lowered, kind) or _declared_difference(unit.strip(), kind)
    if named is not None:
        return named
    text = split(unit)
    first = text.at(0).upper()
    percent = PERCENT.at(text, 0)
    if percent is not None:
        found: tuple[Measure, int] | None = (Measure.percent(), percent[1])
    elif lowered == "count" or (text.at(0) == "count" and parse_rate(text, 1)):
        found = Measure.count(), 1
    elif first in currencies.CODES and (text.between(0, 1) == first or parse_unit(text, 0) is None):  # not "kgs"
        found = Measure.of_unit(currency(first)), 1
    else:
        spelled = parse_unit(text, 0)
        found = (Measure.of_unit(spelled[0]), spelled[1]) if spelled is not None else None
    if found is None and kind is Kind.COUNT:
        # The noun of a count is for people.
        return replace(Measure.count(), unit=replace(Measure.count().unit, symbol=unit))
    if found is None:
        raise ReadingError(f"no unit is called {shown(unit)}{did_you_mean(unit, unit_spellings())}")
    return _with_rates(text, unit, *found)


def _declared_share(lowered: str, kind: Kind | None) -> Measure | None:
    """The measure of a share or of a pure number."""
    if lowered in en.PERCENTAGE_POINTS:
        return Measure.points()
    if lowered in en.BASIS_POINTS:
        return Measure.basis_points()
    if lowered == "1" and kind is Kind.QUANTITY:
        return Measure(Kind.QUANTITY, Unit.of("1", 1, NO_DIMS), "1")
    if lowered in en.PARTS_PER:
        parts = Measure.share(en.PARTS_PER[lowered], lowered)
        return parts.as_pure_number if kind is Kind.QUANTITY else parts
    if lowered in en.PERCENT:
        return Measure.percent()
    if lowered == "share" or (lowered == "1" and kind is Kind.SHARE):
        return Measure.share(Fraction(1))
    return None


def _declared_difference(unit: str, kind: Kind | None) -> Measure | None:
    """`°C difference`: the measure of differences of temperatures."""
    temperature, _, last = unit.rpartition(" ")
    if not temperature.strip() or last.lower() not in en.DIFFERENCES:
        return None
    found = declared(temperature.strip(), kind).difference()
    if found.unit.dims != TEMPERATURE_DIFFERENCE:
        raise ReadingError(f"no unit is called {shown(unit)}")
    return found


def _with_rates(text: Text, unit: str, measure: Measure, index: int) -> Measure:
    """A declared measure with the rates behind it, and with which ton and gallon it decides."""
    units = [measure.unit]
    while index < len(text.tokens):
        rate = parse_rate(text, index) or (thing(text, index + 1) if text.at(index) in en.PER_ANYTHING else None)
        if rate is None:
            raise ReadingError(f"no unit is called {shown(unit)}")
        units.append(rate[0])
        measure, index = measure.per(rate[0]), rate[1]
    for each in units:
        if is_undecided(each):
            options = OPEN_UNITS[each.symbol]
            raise ReadingError(f'"{each.symbol}" could be {_or(options)}', nearest=_or(options.values()))
    return replace(measure, decides=tuple(pair for each in units for pair in _decides(each)))
