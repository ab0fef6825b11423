"""The algebra of units: exact factors to SI, products and powers, and the names of dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Dims = tuple[tuple[str, int], ...]
"""Exponents of base units (kg, m, s, K, A, B for bytes, person, count, currencies), sorted by name, none of them 0."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`low`, `high`: the least and the greatest factor to SI; they differ where a word leaves the unit open ("ton").

    `offset` is added to a figure before the factor (temperatures).
    """

    symbol: str
    low: Fraction
    high: Fraction
    dims: Dims
    offset: Fraction = Fraction(0)

    @staticmethod
    def of(symbol: str, factor: Fraction | int, dims: Dims) -> Unit:
        return Unit(symbol, Fraction(factor), Fraction(factor), dims)

    @property
    def is_open(self) -> bool:
        return self.low != self.high

    @property
    def mean(self) -> Fraction:
        return (self.low + self.high) / 2

    @property
    def dimension(self) -> str:
        return dimension_name(self.dims)

    def times(self, other: Unit) -> Unit:
        symbol = f"{self.symbol}·{other.symbol}"
        return Unit(symbol, self.low * other.low, self.high * other.high, _combined(self.dims, other.dims, 1))

    def per(self, other: Unit) -> Unit:
        symbol = f"{self.symbol}/{other.symbol}"
        return Unit(symbol, self.low / other.high, self.high / other.low, _combined(self.dims, other.dims, -1))

    def multiplied(self, factor: Fraction | int, symbol: str) -> Unit:
        """So many of this unit, under a name of its own."""
        return Unit(symbol, self.low * factor, self.high * factor, self.dims)

    def power(self, exponent: int) -> Unit:
        dims = tuple((base, e * exponent) for base, e in self.dims)
        return Unit(f"{self.symbol}{exponent}", self.low**exponent, self.high**exponent, dims)


def _combined(dims: Dims, other: Dims, sign: int) -> Dims:
    exponents = dict(dims)
    for base, exponent in other:
        exponents[base] = exponents.get(base, 0) + sign * exponent
    return tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))


NO_DIMS: Dims = ()
LENGTH, AREA, VOLUME = (("m", 1),), (("m", 2),), (("m", 3),)
MASS, TIME, SPEED = (("kg", 1),), (("s", 1),), (("m", 1), ("s", -1))
FORCE = (("kg", 1), ("m", 1), ("s", -2))
ENERGY = (("kg", 1), ("m", 2), ("s", -2))
POWER = (("kg", 1), ("m", 2), ("s", -3))
PRESSURE = (("kg", 1), ("m", -1), ("s", -2))
VOLTAGE = (("A", -1), ("kg", 1), ("m", 2), ("s", -3))
FREQUENCY = (("s", -1),)
CURRENT, TEMPERATURE, DATA = (("A", 1),), (("K", 1),), (("B", 1),)
PEOPLE, COUNT = (("person", 1),), (("count", 1),)

_NAMED = {FORCE: "N", ENERGY: "J", POWER: "W", PRESSURE: "Pa", VOLTAGE: "V", NO_DIMS: "1"}


def is_currency(base: str) -> bool:
    return len(base) == 3 and base.isupper()


def dimension_name(dims: Dims) -> str:
    """The name of an axis: an SI unit such as `kg/s`, `m3`, `W`; with a currency `USD/J`."""
    money = [base for base, exponent in dims if is_currency(base) and exponent == 1]
    if len(money) == 1:
        rest = tuple((base, -exponent) for base, exponent in dims if base != money[0])
        return f"{money[0]}/{dimension_name(rest)}" if rest else money[0]
    if dims in _NAMED:
        return _NAMED[dims]
    above = [base + (str(exponent) if exponent > 1 else "") for base, exponent in dims if exponent > 0]
    below = [base + (str(-exponent) if exponent < -1 else "") for base, exponent in dims if exponent < 0]
    return " ".join(above or ["1"]) + ("/" + " ".join(below) if below else "")
