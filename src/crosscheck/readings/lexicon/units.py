"""Units of measurement: data only.

Factors are from the SI Brochure (BIPM, 9th edition) and NIST Special Publication 811 (2008), appendix B; the ounce of
gold, the barrel and the acre-foot from NIST Handbook 44 (2023), appendix C. Gallons, pints, cups and ounces of a fluid
are those of the United States, a mile is the international one, a calorie the thermochemical one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Dims = tuple[tuple[str, int], ...]
"""Exponents of base units (kg, m, s, K, A, B for bytes, person, count, currencies), sorted by name, none of them 0."""

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

FOOT = Fraction(3048, 10000)
INCH = FOOT / 12
MILE = Fraction(1609344, 1000)
POUND = Fraction(45359237, 10**8)
GRAVITY = Fraction(980665, 10**5)
LITRE = Fraction(1, 1000)
GALLON = 231 * INCH**3
DAY = Fraction(86400)


class Row(NamedTuple):
    """A unit: its factor to SI (or the least and the greatest), its dimension, and how it is spelled in English.

    `names` are known in any case, `signs` as they are written and, if that is unmistakable, in any case. `prefixes` are
    those in use with it; with them, all its names take the long ones and the plural. `offset` is added to a figure
    before the factor. The names of another language lie in its folder, by symbol.
    """

    factor: Fraction | int | tuple[Fraction, Fraction]
    dims: Dims
    names: str = ""
    signs: str = ""
    prefixes: str = ""
    offset: Fraction = Fraction(0)


TABLE = {
    "m": Row(1, LENGTH, "meter|metre", "m", "n µ m c d k"),
    "ft": Row(FOOT, LENGTH, "foot|feet", "ft|'"),
    "in": Row(INCH, LENGTH, "inch|inches", "in|\"|''"),
    "yd": Row(FOOT * 3, LENGTH, "yard|yards", "yd|yds"),
    "mi": Row(MILE, LENGTH, "mile|miles|statute mile|statute miles", "mi"),
    "nmi": Row(1852, LENGTH, "nautical mile|nautical miles", "nmi"),
    "ly": Row(9460730472580800, LENGTH, "light-year|light-years", "ly"),
    "au": Row(149597870700, LENGTH, "astronomical unit|astronomical units", ""),
    "ha": Row(10**4, AREA, "hectare|hectares", "ha"),
    "acre": Row(43560 * FOOT**2, AREA, "acre|acres", "ac"),
    "l": Row(LITRE, VOLUME, "liter|litre", "l|L|ltr", "µ m c d h M"),
    "gal": Row(GALLON, VOLUME, "gallon|gallons|us gallon|us gallons", "gal|gals"),
    "imp gal": Row(Fraction(454609, 10**8), VOLUME, "imperial gallon|imperial gallons|uk gallon|uk gallons", "imp gal"),
    "qt": Row(GALLON / 4, VOLUME, "quart|quarts", "qt"),
    "pt": Row(GALLON / 8, VOLUME, "pint|pints", "pt"),
    "cup": Row(GALLON / 16, VOLUME, "cup|cups", ""),
    "fl oz": Row(GALLON / 128, VOLUME, "fluid ounce|fluid ounces", "fl oz"),
    "tbsp": Row(GALLON / 256, VOLUME, "tablespoon|tablespoons", "tbsp"),
    "tsp": Row(GALLON / 768, VOLUME, "teaspoon|teaspoons", "tsp"),
    "bbl": Row(42 * GALLON, VOLUME, "barrel|barrels", "bbl|bbls"),
    "acre ft": Row(43560 * FOOT**3, VOLUME, "acre-foot|acre-feet", "acre ft"),
    "bcm": Row(10**9, VOLUME, "", "bcm"),
    "bcf": Row(10**9 * FOOT**3, VOLUME, "", "bcf"),
    "tcf": Row(10**12 * FOOT**3, VOLUME, "", "tcf"),
    "g": Row(Fraction(1, 1000), MASS, "gram|gramme", "g", "n µ m k"),
    "t": Row(1000, MASS, "tonne|metric ton|metric tonne", "t|mt", "k M G"),
    "short ton": Row(2000 * POUND, MASS, "short ton|short tons|us ton|us tons", ""),
    "long ton": Row(2240 * POUND, MASS, "long ton|long tons|imperial ton|imperial tons", ""),
    "ton": Row((2000 * POUND, 2240 * POUND), MASS, "ton|tons", ""),
    "lb": Row(POUND, MASS, "", "lb|lbs"),
    "pound": Row(POUND, MASS, "pound|pounds", ""),
    "oz": Row(POUND / 16, MASS, "ounce|ounces", "oz"),
    "st": Row(14 * POUND, MASS, "stone", ""),
    "troy oz": Row(Fraction(311034768, 10**10), MASS, "troy ounce|troy ounces", "troy oz"),
    "ct": Row(Fraction(2, 10**4), MASS, "carat|carats", "ct"),
    "s": Row(1, TIME, "second", "s|sec|secs", "n µ m"),
    "min": Row(60, TIME, "minute|minutes", "min|mins"),
    "h": Row(3600, TIME, "hour|hours", "h|hr|hrs"),
    "day": Row(DAY, TIME, "day|days", "d"),
    "week": Row(7 * DAY, TIME, "week|weeks", "wk|wks"),
    "fortnight": Row(14 * DAY, TIME, "fortnight|fortnights", ""),
    "month": Row((28 * DAY, 31 * DAY), TIME, "month|months", "mo|mos"),
    "quarter": Row((90 * DAY, 92 * DAY), TIME, "calendar quarter|calendar quarters", ""),
    "year": Row((365 * DAY, 366 * DAY), TIME, "year|years", "yr|yrs"),
    "decade": Row((3652 * DAY, 3653 * DAY), TIME, "decade|decades", ""),
    "century": Row((36524 * DAY, 36525 * DAY), TIME, "century|centuries", ""),
    "millennium": Row((365242 * DAY, 365243 * DAY), TIME, "millennium|millennia|millenniums", ""),
    "mph": Row(MILE / 3600, SPEED, "miles per hour|mile per hour", "mph"),
    "km/h": Row(Fraction(1000, 3600), SPEED, "", "km/h|kmh|kph|km/hr"),
    "kn": Row(Fraction(1852, 3600), SPEED, "knot|knots", "kn"),
    "bbl/day": Row(42 * GALLON / DAY, (("m", 3), ("s", -1)), "", "bpd|b/d"),
    "N": Row(1, FORCE, "newton", "N", "k M"),
    "J": Row(1, ENERGY, "joule", "J", "k M G T"),
    "cal": Row(Fraction(4184, 1000), ENERGY, "calorie", "cal", "k"),
    "BTU": Row(Fraction(105505585262, 10**8), ENERGY, "british thermal unit|british thermal units", "BTU|BTUs"),
    "Wh": Row(3600, ENERGY, "watt-hour", "Wh", "k M G T"),
    "W": Row(1, POWER, "watt", "W", "m k M G T"),
    "hp": Row(550 * FOOT * POUND * GRAVITY, POWER, "horsepower", "hp"),
    "Pa": Row(1, PRESSURE, "pascal", "Pa", "h k M G"),
    "bar": Row(10**5, PRESSURE, "bar", ""),
    "atm": Row(101325, PRESSURE, "atmosphere|atmospheres", "atm"),
    "psi": Row(POUND * GRAVITY / INCH**2, PRESSURE, "pounds per square inch", "psi"),
    "B": Row(1, DATA, "byte", "B", "k M G T P"),
    "bit": Row(Fraction(1, 8), DATA, "bit", "", "k M G T"),
    "Hz": Row(1, FREQUENCY, "hertz", "Hz", "k M G"),
    "V": Row(1, VOLTAGE, "volt", "V", "m k"),
    "A": Row(1, CURRENT, "ampere|amp", "A", "m k"),
    "K": Row(1, TEMPERATURE, "kelvin|kelvins", "K"),
    "°C": Row(
        1,
        TEMPERATURE,
        "°c|° c|° celsius|celsius|centigrade|degree celsius|degrees celsius|degree centigrade|degrees centigrade|"
        "degrees c",
        "C",
        offset=Fraction("273.15"),
    ),
    "°F": Row(
        Fraction(5, 9),
        TEMPERATURE,
        "°f|fahrenheit|degree fahrenheit|degrees fahrenheit|degrees f|° fahrenheit|° f",
        "F",
        offset=Fraction("459.67"),
    ),
}
"""One row a unit, by its symbol."""

PREFIXES: dict[str, tuple[str, Fraction | int]] = {
    "nano": ("n", Fraction(1, 10**9)),
    "micro": ("µ", Fraction(1, 10**6)),
    "milli": ("m", Fraction(1, 10**3)),
    "centi": ("c", Fraction(1, 100)),
    "deci": ("d", Fraction(1, 10)),
    "hecto": ("h", 10**2),
    "kilo": ("k", 10**3),
    "mega": ("M", 10**6),
    "giga": ("G", 10**9),
    "tera": ("T", 10**12),
    "peta": ("P", 10**15),
}

PREFIXED_LONG = {"t": ("tonne", "ton")}
"""Long spellings that take prefixes where these are not those of the table: a kiloton is a thousand tonnes."""

EXTRA = {
    "kg": ("kilo", "kilos", "kgs"),
    "km": ("kms",),
    "kB": ("KB",),
    "kbit": ("kb",),
    "Mbit": ("Mb",),
    "Gbit": ("Gb",),
    "µg": ("mcg", "ug"),
    "µm": ("micron", "microns"),
    "ml": ("cc", "mls"),
}
"""Spellings of units with a prefix that no rule makes."""

AMBIGUOUS = frozenset({"nm", "kt"})
"""Signs that two units share in print and that are therefore none: nanometre or nautical mile, kilotonne or knot."""

IMPLIED = {"ft": "in", "h": "min"}
"""The unit of a bare number that ends "six foot two", "an hour thirty"."""

TON_LIKE = frozenset({"t", "short ton", "long ton"})
"""Units that decide a bare "ton" where an attribute declares one of them."""
