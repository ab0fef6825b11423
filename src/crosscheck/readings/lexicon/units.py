"""Units of measurement: data only.

Factors are from the SI Brochure (BIPM, 9th edition) and NIST Special Publication 811 (2008), appendix B; the ounce of
gold, the barrel and the acre-foot from NIST Handbook 44 (2023), appendix C. Gallons, pints, cups and ounces of a fluid
are those of the United States, a mile is the international one, a calorie the thermochemical one.
"""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.amounts.units import (
    AREA,
    CURRENT,
    DATA,
    ENERGY,
    FORCE,
    FREQUENCY,
    LENGTH,
    MASS,
    POWER,
    PRESSURE,
    SPEED,
    TEMPERATURE,
    TIME,
    VOLTAGE,
    VOLUME,
    Dims,
)  # fmt: skip

FOOT = Fraction(3048, 10000)
INCH = FOOT / 12
MILE = Fraction(1609344, 1000)
POUND = Fraction(45359237, 10**8)
GRAVITY = Fraction(980665, 10**5)
LITRE = Fraction(1, 1000)
GALLON = 231 * INCH**3
DAY = Fraction(86400)

Factor = Fraction | int | tuple[Fraction, Fraction]

TABLE: dict[str, tuple[Factor, Dims, str, str]] = {
    "m": (1, LENGTH, "meter|metre", "m"),
    "ft": (FOOT, LENGTH, "foot|feet", "ft|'"),
    "in": (INCH, LENGTH, "inch|inches", "in|\"|''"),
    "yd": (FOOT * 3, LENGTH, "yard|yards", "yd|yds"),
    "mi": (MILE, LENGTH, "mile|miles|statute mile|statute miles", "mi"),
    "nmi": (1852, LENGTH, "nautical mile|nautical miles", "nmi"),
    "ly": (9460730472580800, LENGTH, "light-year|light-years", "ly"),
    "au": (149597870700, LENGTH, "astronomical unit|astronomical units", ""),
    "ha": (10**4, AREA, "hectare|hectares", "ha"),
    "acre": (43560 * FOOT**2, AREA, "acre|acres", "ac"),
    "l": (LITRE, VOLUME, "liter|litre", "l|L"),
    "gal": (GALLON, VOLUME, "gallon|gallons|us gallon|us gallons", "gal|gals"),
    "imp gal": (Fraction(454609, 10**8), VOLUME, "imperial gallon|imperial gallons|uk gallon|uk gallons", "imp gal"),
    "qt": (GALLON / 4, VOLUME, "quart|quarts", "qt"),
    "pt": (GALLON / 8, VOLUME, "pint|pints", "pt"),
    "cup": (GALLON / 16, VOLUME, "cup|cups", ""),
    "fl oz": (GALLON / 128, VOLUME, "fluid ounce|fluid ounces", "fl oz"),
    "tbsp": (GALLON / 256, VOLUME, "tablespoon|tablespoons", "tbsp"),
    "tsp": (GALLON / 768, VOLUME, "teaspoon|teaspoons", "tsp"),
    "bbl": (42 * GALLON, VOLUME, "barrel|barrels", "bbl|bbls"),
    "acre ft": (43560 * FOOT**3, VOLUME, "acre-foot|acre-feet", "acre ft"),
    "bcm": (10**9, VOLUME, "", "bcm"),
    "bcf": (10**9 * FOOT**3, VOLUME, "", "bcf"),
    "tcf": (10**12 * FOOT**3, VOLUME, "", "tcf"),
    "g": (Fraction(1, 1000), MASS, "gram|gramme", "g"),
    "t": (1000, MASS, "tonne|metric ton|metric tonne", "t|mt"),
    "short ton": (2000 * POUND, MASS, "short ton|short tons|us ton|us tons", ""),
    "long ton": (2240 * POUND, MASS, "long ton|long tons|imperial ton|imperial tons", ""),
    "ton": ((2000 * POUND, 2240 * POUND), MASS, "ton|tons", ""),
    "lb": (POUND, MASS, "", "lb|lbs"),
    "pound": (POUND, MASS, "pound|pounds", ""),
    "oz": (POUND / 16, MASS, "ounce|ounces", "oz"),
    "st": (14 * POUND, MASS, "stone", ""),
    "troy oz": (Fraction(311034768, 10**10), MASS, "troy ounce|troy ounces", "troy oz"),
    "ct": (Fraction(2, 10**4), MASS, "carat|carats", "ct"),
    "s": (1, TIME, "second", "s|sec|secs"),
    "min": (60, TIME, "minute|minutes", "min|mins"),
    "h": (3600, TIME, "hour|hours", "h|hr|hrs"),
    "day": (DAY, TIME, "day|days", "d"),
    "week": (7 * DAY, TIME, "week|weeks", "wk|wks"),
    "fortnight": (14 * DAY, TIME, "fortnight|fortnights", ""),
    "month": ((28 * DAY, 31 * DAY), TIME, "month|months", "mo|mos"),
    "quarter": ((90 * DAY, 92 * DAY), TIME, "calendar quarter|calendar quarters", ""),
    "year": ((365 * DAY, 366 * DAY), TIME, "year|years", "yr|yrs"),
    "decade": ((3652 * DAY, 3653 * DAY), TIME, "decade|decades", ""),
    "century": ((36524 * DAY, 36525 * DAY), TIME, "century|centuries", ""),
    "millennium": ((365242 * DAY, 365243 * DAY), TIME, "millennium|millennia|millenniums", ""),
    "mph": (MILE / 3600, SPEED, "miles per hour|mile per hour", "mph"),
    "km/h": (Fraction(1000, 3600), SPEED, "", "km/h|kmh|kph|km/hr"),
    "kn": (Fraction(1852, 3600), SPEED, "knot|knots", "kn"),
    "bbl/day": (42 * GALLON / DAY, (("m", 3), ("s", -1)), "", "bpd|b/d"),
    "N": (1, FORCE, "newton", "N"),
    "J": (1, ENERGY, "joule", "J"),
    "cal": (Fraction(4184, 1000), ENERGY, "calorie", "cal"),
    "BTU": (Fraction(105505585262, 10**8), ENERGY, "british thermal unit|british thermal units", "BTU|BTUs"),
    "Wh": (3600, ENERGY, "watt-hour", "Wh"),
    "W": (1, POWER, "watt", "W"),
    "hp": (550 * FOOT * POUND * GRAVITY, POWER, "horsepower", "hp"),
    "Pa": (1, PRESSURE, "pascal", "Pa"),
    "bar": (10**5, PRESSURE, "bar", ""),
    "atm": (101325, PRESSURE, "atmosphere|atmospheres", "atm"),
    "psi": (POUND * GRAVITY / INCH**2, PRESSURE, "pounds per square inch", "psi"),
    "B": (1, DATA, "byte", "B"),
    "bit": (Fraction(1, 8), DATA, "bit", ""),
    "Hz": (1, FREQUENCY, "hertz", "Hz"),
    "V": (1, VOLTAGE, "volt", "V"),
    "A": (1, CURRENT, "ampere|amp", "A"),
    "K": (1, TEMPERATURE, "kelvin|kelvins", "K"),
}  # fmt: skip
"""Symbol: factor to SI (or the least and the greatest), dimension, long spellings, short spellings.

Long spellings are known in any case, short ones as they are written and, if that is unmistakable, in any case.
"""

TEMPERATURES = {
    "°C": (Fraction(1), Fraction("273.15"),
           "°c|° c|° celsius|celsius|centigrade|degree celsius|degrees celsius|degree centigrade|degrees centigrade|"
           "degrees c", "C"),
    "°F": (Fraction(5, 9), Fraction("459.67"),
           "°f|fahrenheit|degree fahrenheit|degrees fahrenheit|degrees f|° fahrenheit|° f", "F"),
}  # fmt: skip
"""Symbol: factor to kelvin, what is added before the factor, long and short spellings."""

PREFIXES: dict[str, tuple[str, Fraction | int]] = {
    "nano": ("n", Fraction(1, 10**9)), "micro": ("µ", Fraction(1, 10**6)), "milli": ("m", Fraction(1, 10**3)),
    "centi": ("c", Fraction(1, 100)), "deci": ("d", Fraction(1, 10)), "hecto": ("h", 10**2), "kilo": ("k", 10**3),
    "mega": ("M", 10**6), "giga": ("G", 10**9), "tera": ("T", 10**12), "peta": ("P", 10**15),
}  # fmt: skip

PREFIXED = {
    "m": "n µ m c d k", "g": "n µ m k", "l": "µ m c d h M", "t": "k M G", "s": "n µ m", "N": "k M",
    "J": "k M G T", "cal": "k", "Wh": "k M G T", "W": "m k M G T", "Pa": "h k M G", "B": "k M G T P", "bit": "k M G T",
    "Hz": "k M G", "V": "m k", "A": "m k",
}  # fmt: skip
"""The prefixes in use with a unit; all of its long spellings take the long ones and the plural."""

PREFIXED_LONG = {"t": ("tonne", "ton")}
"""Long spellings that take prefixes where these are not those of the table: a kiloton is a thousand tonnes."""

EXTRA = {
    "kg": ("kilo", "kilos", "kgs"), "km": ("kms",), "l": ("ltr",), "kB": ("KB",), "kbit": ("kb",), "Mbit": ("Mb",),
    "Gbit": ("Gb",), "µg": ("mcg", "ug"), "µm": ("micron", "microns"), "ml": ("cc", "mls"),
}  # fmt: skip
"""Spellings of units with a prefix that no rule makes."""

AMBIGUOUS = frozenset({"nm", "kt"})
"""Signs that two units share in print and that are therefore none: nanometre or nautical mile, kilotonne or knot."""

IMPLIED = {"ft": "in", "h": "min"}
"""The unit of a bare number that ends "six foot two", "an hour thirty"."""

TON_LIKE = frozenset({"t", "short ton", "long ton"})
"""Units that decide a bare "ton" where an attribute declares one of them."""
