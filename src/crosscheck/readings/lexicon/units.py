"""Units of measurement: what a row of `unit_table` is made of, prefixes, and signs that are none; data only."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Dims = tuple[tuple[str, int], ...]
"""Exponents of base units (kg, m, s, K, A, mol, cd, B for bytes, person, count, currencies, and units without one exact
conversion, which are a dimension of their own), sorted by name, none of them 0."""

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
FLOW = (("m", 3), ("s", -1))
TORQUE = (("N m", 1),)
BUSINESS_DAYS = (("business day", 1),)
TEMPERATURE_DIFFERENCE = (("K difference", 1),)

FOOT = Fraction(3048, 10000)
INCH = FOOT / 12
MILE = Fraction(1609344, 1000)
POUND = Fraction(45359237, 10**8)
GRAVITY = Fraction(980665, 10**5)
LITRE = Fraction(1, 1000)
GALLON = 231 * INCH**3
IMPERIAL_GALLON = Fraction(454609, 10**8)
BTU = Fraction(105505585262, 10**8)
DAY = Fraction(86400)


class Row(NamedTuple):
    """A unit: its factor to SI (or the least and the greatest), its dimension, and how it is spelled in English.

    `names` are known in any case, `signs` as they are written and, if that is unmistakable, in any case, `exact` signs
    only as they are written. A unit with `prefixes` takes them all, its names the plural, too; those named here are the
    ones in use, whose signs are known in any case. `offset` is added to a figure before the factor. `source` says where
    the factor is from; without one it is the SI Brochure or SP 811. The names of another language lie in its folder, by
    symbol.
    """

    factor: Fraction | int | tuple[Fraction, Fraction]
    dims: Dims
    names: str = ""
    signs: str = ""
    prefixes: str = ""
    offset: Fraction = Fraction(0)
    exact: str = ""
    source: str = ""


def own(base: str, names: str = "", signs: str = "", exact: str = "", source: str = "") -> Row:
    """A unit that has no exact conversion to any other one, and is a dimension of its own."""
    return Row(1, ((base, 1),), names, signs, exact=exact, source=source or "no exact conversion")


_POWERS_OF_TEN = """
    quecto q -30 | ronto r -27 | yocto y -24 | zepto z -21 | atto a -18 | femto f -15 | pico p -12 | nano n -9
    micro µ -6 | milli m -3 | centi c -2 | deci d -1 | deca da 1 | deka da 1 | hecto h 2 | kilo k 3 | mega M 6
    giga G 9 | tera T 12 | peta P 15 | exa E 18 | zetta Z 21 | yotta Y 24 | ronna R 27 | quetta Q 30
"""
PREFIXES: dict[str, tuple[str, Fraction]] = {
    name: (sign, Fraction(10) ** int(power))
    for name, sign, power in (
        prefix.split() for line in _POWERS_OF_TEN.split("\n") for prefix in line.split("|") if prefix.split()
    )
}
"""Every prefix of the SI (9th edition, 2022), with its sign and its factor."""

BINARY = {
    f"{name}bi": (f"{sign}i", Fraction(1024) ** power)
    for power, (name, sign) in enumerate(
        (pair.split() for pair in "ki K|me M|gi G|te T|pe P|ex E|ze Z|yo Y".split("|")), 1
    )
}
"""The binary prefixes of IEC 80000-13, for bits and bytes."""

PREFIXED_LONG = {"t": ("tonne", "ton"), "cal": ("calorie",)}
"""Long spellings that take prefixes where these are not those of the table: a kiloton is a thousand tonnes."""

NEVER_PREFIXED = frozenset({"mt", "te", "sec", "secs", "ltr"})
"""Signs that take no prefix where the unit does."""

EXTRA = {
    "kg": ("kilo", "kilos", "kgs"),
    "km": ("kms",),
    "kB": ("KB",),
    "kbit": ("kb",),
    "Mbit": ("Mb",),
    "Gbit": ("Gb",),
    "Tbit": ("Tb",),
    "µg": ("mcg", "ug"),
    "µm": ("micron", "microns"),
    "ml": ("cc", "mls"),
}
"""Spellings of units with a prefix that no rule makes."""

AMBIGUOUS = frozenset("nm kt am pm Pm PM AM as at al At mb aft ct CT MM zl".split())
"""Signs that two units share in print, or a unit and a word, and that are therefore none: nanometre or nautical mile,
kilotonne or knot, picometre or afternoon, millibar or a million barrels, carat, karat or cent."""

IMPLIED = {"ft": "in", "h": "min"}
"""The unit of a bare number that ends "six foot two", "an hour thirty"."""

_US_OR_IMPERIAL = {"US": "US {}", "imperial": "imp {}"}
OPEN_UNITS = {
    "ton": {"short": "short ton", "metric": "t", "long": "long ton"},
    **{
        bare: {word: symbol.format(bare) for word, symbol in _US_OR_IMPERIAL.items()}
        for bare in ("gal", "qt", "pt", "fl oz")
    },
    "cwt": {"short": "short cwt", "long": "long cwt"},
    "calorie": {"small": "cal", "of food": "kcal"},
}
"""Units that are left open, and by the word for each those that decide them where an attribute declares one: a bare
"ton" is then that."""

RACES = frozenset("race races run runs runner runners walk walks swim jog course".split())
"""What makes kilometres of the K of "a 10K race"."""

UNITS_BEFORE = {"Mach": "Mach", "mach": "Mach", "MACH": "Mach", "pH": "pH"}
"""Units that stand before their figure."""

SCALED_SIGNS = {"k": 10**3, "K": 10**3, "M": 10**6, "m": 10**6, "bn": 10**9, "mn": 10**6}
"""Scales that are written with a currency's sign behind a figure: "20 M€"."""
