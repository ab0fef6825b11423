"""Units of measurement: exact factors to SI, composition, and the names of dimensions.

Factors are from the SI Brochure (BIPM, 9th edition) and NIST Special Publication 811 (2008), appendix B. A unit that a
word leaves open (a "ton", a month) has a lowest and a highest factor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

Dims = tuple[tuple[str, int], ...]
"""Exponents of base units (kg, m, s, K, A, mol, cd, B for bytes, currencies), sorted by name, none of them 0."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`low`, `high`: the least and the greatest factor to SI; `offset` is added before the factor (temperatures)."""

    symbol: str
    low: Fraction
    high: Fraction
    dims: Dims
    offset: Fraction = Fraction(0)

    def times(self, other: Unit, power: int = 1) -> Unit:
        dims = dict(self.dims)
        for base, exponent in other.dims:
            dims[base] = dims.get(base, 0) + power * exponent
        low, high = (other.low, other.high) if power > 0 else (other.high, other.low)
        symbol = f"{self.symbol}{'·' if power > 0 else '/'}{other.symbol}" if self.symbol else other.symbol
        factors = (self.low * low**power, self.high * high**power)
        return Unit(symbol, *factors, tuple(sorted((b, e) for b, e in dims.items() if e)))

    @property
    def dimension(self) -> str:
        return dimension_name(self.dims)


_LENGTH, _AREA, _VOLUME = (("m", 1),), (("m", 2),), (("m", 3),)
_MASS, _TIME, _SPEED = (("kg", 1),), (("s", 1),), (("m", 1), ("s", -1))
_FORCE = (("kg", 1), ("m", 1), ("s", -2))
_ENERGY = (("kg", 1), ("m", 2), ("s", -2))
_POWER = (("kg", 1), ("m", 2), ("s", -3))
_PRESSURE = (("kg", 1), ("m", -1), ("s", -2))

_NAMED = {_FORCE: "N", _ENERGY: "J", _POWER: "W", _PRESSURE: "Pa", (("s", 1),): "s", (): "1"}


def dimension_name(dims: Dims) -> str:
    """The name of an axis: an SI unit such as `kg/s`, `m3`, `W`; with a currency `USD/J`."""
    money = [base for base, _ in dims if base.isupper() and len(base) == 3]
    if len(money) == 1 and dict(dims)[money[0]] == 1:
        rest = tuple((b, -e) for b, e in dims if b != money[0])
        return f"{money[0]}/{dimension_name(rest)}" if rest else money[0]
    if dims in _NAMED:
        return _NAMED[dims]
    above = [b + (str(e) if e > 1 else "") for b, e in dims if e > 0]
    below = [b + (str(-e) if e < -1 else "") for b, e in dims if e < 0]
    return " ".join(above or ["1"]) + ("/" + " ".join(below) if below else "")


_FOOT = Fraction(3048, 10000)
_INCH = _FOOT / 12
_YARD = _FOOT * 3
_MILE = Fraction(1609344, 1000)
_POUND = Fraction(45359237, 10**8)
_LITRE = Fraction(1, 1000)
_GALLON = 231 * _INCH**3
_IMPERIAL_GALLON = Fraction(454609, 10**8)
_DAY = Fraction(86400)

# symbol: (factor or (low, high), dims, spellings). Plurals in -s are made below.
_TABLE: dict[str, tuple[object, Dims, str]] = {
    "m": (1, _LENGTH, "meter metre m"),
    "ft": (_FOOT, _LENGTH, "foot|feet|ft|'"),
    "in": (_INCH, _LENGTH, "inch|inches|in|\""),
    "yd": (_YARD, _LENGTH, "yard yd"),
    "mi": (_MILE, _LENGTH, "mile|miles|mi|statute mile|statute miles"),
    "nmi": (1852, _LENGTH, "nautical mile|nautical miles|nmi"),
    "ly": (9460730472580800, _LENGTH, "light-year|light-years|light year|light years"),
    "ha": (10**4, _AREA, "hectare ha"),
    "acre": (43560 * _FOOT**2, _AREA, "acre ac"),
    "l": (_LITRE, _VOLUME, "liter litre l"),
    "gal": (_GALLON, _VOLUME, "gallon|gallons|gal|us gallon|us gallons"),
    "imp gal": (_IMPERIAL_GALLON, _VOLUME, "imperial gallon|imperial gallons|uk gallon|uk gallons"),
    "qt": (_GALLON / 4, _VOLUME, "quart qt"),
    "pt": (_GALLON / 8, _VOLUME, "pint|pints"),
    "fl oz": (_GALLON / 128, _VOLUME, "fluid ounce|fluid ounces|fl oz"),
    "bbl": (42 * _GALLON, _VOLUME, "barrel bbl"),
    "acre ft": (43560 * _FOOT**3, _VOLUME, "acre-foot|acre-feet|acre foot|acre feet"),
    "g": (Fraction(1, 1000), _MASS, "gram gramme g"),
    "t": (1000, _MASS, "tonne|tonnes|t|metric ton|metric tons|mt"),
    "short ton": (2000 * _POUND, _MASS, "short ton|short tons|us ton|us tons"),
    "long ton": (2240 * _POUND, _MASS, "long ton|long tons|imperial ton|imperial tons"),
    "ton": ((2000 * _POUND, 2240 * _POUND), _MASS, "ton"),
    "lb": (_POUND, _MASS, "pound lb"),
    "oz": (_POUND / 16, _MASS, "ounce oz"),
    "st": (14 * _POUND, _MASS, "stone|stones"),
    "troy oz": (Fraction(311034768, 10**10), _MASS, "troy ounce|troy ounces|troy oz"),
    "ct": (Fraction(2, 10**4), _MASS, "carat|carats"),
    "s": (1, _TIME, "second sec s"),
    "min": (60, _TIME, "minute min"),
    "h": (3600, _TIME, "hour hr h"),
    "day": (_DAY, _TIME, "day d"),
    "week": (7 * _DAY, _TIME, "week wk"),
    "fortnight": (14 * _DAY, _TIME, "fortnight"),
    "month": ((28 * _DAY, 31 * _DAY), _TIME, "month mo"),
    "quarter": ((90 * _DAY, 92 * _DAY), _TIME, "calendar quarter"),
    "year": ((365 * _DAY, 366 * _DAY), _TIME, "year yr"),
    "decade": ((3652 * _DAY, 3653 * _DAY), _TIME, "decade"),
    "century": ((36524 * _DAY, 36525 * _DAY), _TIME, "century|centuries"),
    "millennium": ((365242 * _DAY, 365243 * _DAY), _TIME, "millennium|millennia|millenniums"),
    "mph": (_MILE / 3600, _SPEED, "mph|miles per hour"),
    "km/h": (Fraction(1000, 3600), _SPEED, "km/h|kmh|kph"),
    "kn": (Fraction(1852, 3600), _SPEED, "knot|knots|kn"),
    "N": (1, _FORCE, "newton"),
    "J": (1, _ENERGY, "joule j"),
    "cal": (Fraction(4184, 1000), _ENERGY, "calorie|calories|cal"),
    "BTU": (Fraction(105505585262, 10**8), _ENERGY, "btu"),
    "Wh": (3600, _ENERGY, "watt-hour|watt-hours|watt hour|watt hours|wh"),
    "W": (1, _POWER, "watt w"),
    "hp": (550 * _FOOT * _POUND * Fraction(980665, 10**5), _POWER, "horsepower|hp"),
    "Pa": (1, _PRESSURE, "pascal pa"),
    "bar": (10**5, _PRESSURE, "bar"),
    "atm": (101325, _PRESSURE, "atmosphere atm"),
    "psi": (_POUND * Fraction(980665, 10**5) / _INCH**2, _PRESSURE, "psi"),
    "B": (1, (("B", 1),), "byte"),
    "bit": (Fraction(1, 8), (("B", 1),), "bit"),
    "Hz": (1, (("s", -1),), "hertz hz"),
    "V": (1, (("A", -1), ("kg", 1), ("m", 2), ("s", -3)), "volt v"),
    "A": (1, (("A", 1),), "ampere amp"),
    "K": (1, (("K", 1),), "kelvin k"),
}  # fmt: skip
_TEMPERATURES = {
    "°C": (Fraction(1), Fraction("273.15"), "°c|celsius|degrees celsius|degree celsius|degrees centigrade|degrees c"),
    "°F": (Fraction(5, 9), Fraction("459.67"), "°f|fahrenheit|degrees fahrenheit|degree fahrenheit|degrees f"),
}
_PREFIXES = {
    "kilo": ("k", 10**3), "mega": ("M", 10**6), "giga": ("G", 10**9), "tera": ("T", 10**12), "peta": ("P", 10**15),
    "milli": ("m", Fraction(1, 10**3)), "micro": ("µ", Fraction(1, 10**6)), "nano": ("n", Fraction(1, 10**9)),
    "centi": ("c", Fraction(1, 100)), "deci": ("d", Fraction(1, 10)), "hecto": ("h", 100),
}  # fmt: skip
# Which units take prefixes: (symbol, long spellings, short spellings), short ones as they are in lower case.
_PREFIXED = {
    "m": (("meter", "metre"), ("m",)), "g": (("gram", "gramme"), ("g",)), "l": (("liter", "litre"), ("l",)),
    "W": (("watt",), ("w",)), "Wh": (("watt-hour", "watt hour"), ("wh",)), "J": (("joule",), ("j",)),
    "t": (("tonne", "ton"), ("t",)), "Pa": (("pascal",), ("pa",)), "Hz": (("hertz",), ("hz",)),
    "B": (("byte",), ("b",)), "bit": (("bit",), ("bit",)), "s": (("second",), ("s",)), "V": (("volt",), ("v",)),
    "cal": (("calorie",), ("cal",)), "N": (("newton",), ("n",)), "A": (("amp", "ampere"), ("a",)),
}  # fmt: skip
# Short spellings that mean two things in lower case are known only as they are cased ("MW" is mega, "mW" milli).
_SHORT_PREFIXES = {"k": "kilo", "G": "giga", "T": "tera", "M": "mega", "m": "milli", "c": "centi", "µ": "micro",
                   "μ": "micro", "n": "nano"}  # fmt: skip


def _unit(symbol: str, factor: object, dims: Dims, offset: Fraction = Fraction(0)) -> Unit:
    low, high = factor if isinstance(factor, tuple) else (factor, factor)
    return Unit(symbol, Fraction(low), Fraction(high), dims, offset)


@cache
def spellings() -> Mapping[str, Unit]:
    """Every spelling in lower case that does not depend on case."""
    known: dict[str, Unit] = {}
    for symbol, (factor, dims, words) in _TABLE.items():
        unit = _unit(symbol, factor, dims)
        if "|" in words:
            known.update(dict.fromkeys(words.split("|"), unit))
        else:
            for word in words.split(" ") if symbol != "quarter" else [words]:
                known[word] = unit
                if len(word) > 2 or word in ("lb",):
                    known[word + "s"] = unit
    for symbol, (factor, offset, words) in _TEMPERATURES.items():
        known.update(dict.fromkeys(words.split("|"), _unit(symbol, factor, (("K", 1),), offset)))
    for symbol, (long, short) in _PREFIXED.items():
        factor, dims, _ = _TABLE[symbol]
        base = _unit(symbol, factor, dims)
        for prefix, (sign, power) in _PREFIXES.items():
            unit = Unit(sign + symbol, base.low * power, base.high * power, dims)
            for word in long:
                spelled = prefix + word
                known[spelled] = unit
                known[spelled if spelled.endswith(("hertz",)) else spelled + "s"] = unit
            for word in short:
                lower = (sign + word).lower()
                # "mw" could be milli- or megawatt; "Mt" and "mt" differ: cased() decides these.
                if sign not in ("m", "M", "P", "d", "h") and lower not in known:
                    known[lower] = unit
    for mass, word in ((1000, "kilo"), (1000, "kilos")):
        known[word] = _unit("kg", mass * Fraction(1, 1000), _MASS)
    for power, words in ((2, ("square", "sq")), (3, ("cubic", "cu"))):
        for name, unit in list(known.items()):
            if unit.dims == _LENGTH and name not in ("'", '"', "in"):
                raised = Unit(f"{unit.symbol}{power}", unit.low**power, unit.high**power, (("m", power),))
                known.update({f"{word} {name}": raised for word in words})
                if len(name) <= 3:
                    known.update({f"{name}{power}": raised, f"{name}^{power}": raised})
    known["µm"] = known["μm"] = known["micrometer"]
    return known


@cache
def cased(spelling: str) -> Unit | None:
    """A short spelling whose prefix depends on case: `MW`, `mW`, `mm`, `Mt`."""
    prefix = _SHORT_PREFIXES.get(spelling[:1])
    if prefix is None or len(spelling) < 2:
        return None
    for symbol, (_, short) in _PREFIXED.items():
        if spelling[1:] == symbol or (spelling[1:] in short and spelling[1:] != "b"):
            factor, dims, _words = _TABLE[symbol]
            base = _unit(symbol, factor, dims)
            power = _PREFIXES[prefix][1]
            return Unit(spelling, base.low * power, base.high * power, dims)
    return None


TON_LIKE = frozenset({"t", "short ton", "long ton"})
"""Units that decide a bare "ton" where an attribute declares one of them."""
