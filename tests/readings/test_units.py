"""Every unit against pint, an independent table; the deliberate differences are listed with their reasons."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest

from crosscheck.readings.amounts import unit_names
from crosscheck.readings.amounts.units import Unit
from crosscheck.readings.lexicon.units import AMBIGUOUS, PREFIXED, PREFIXES, TABLE, TEMPERATURES
from readings.helpers import reading

PINT = {
    "m": "meter", "ft": "foot", "in": "inch", "yd": "yard", "mi": "mile", "nmi": "nautical_mile", "ly": "light_year",
    "au": "149597870700 * meter", "ha": "hectare", "acre": "43560 * foot**2", "l": "liter", "gal": "gallon",
    "imp gal": "imperial_gallon", "qt": "quart", "pt": "pint", "cup": "cup", "fl oz": "fluid_ounce",
    "tbsp": "tablespoon", "tsp": "teaspoon", "bbl": "oil_barrel", "acre ft": "43560 * foot**3",
    "bcm": "1e9 * meter**3", "bcf": "1e9 * foot**3",
    "tcf": "1e12 * foot**3",
    "g": "gram",
    "t": "metric_ton", "short ton": "short_ton", "long ton": "long_ton", "lb": "pound", "pound": "pound", "oz": "ounce",
    "st": "stone", "troy oz": "troy_ounce", "ct": "carat", "s": "second", "min": "minute", "h": "hour", "day": "day",
    "week": "week", "fortnight": "fortnight", "mph": "mile_per_hour", "km/h": "kilometer_per_hour", "kn": "knot",
    "bbl/day": "oil_barrel / day", "N": "newton", "J": "joule", "cal": "calorie", "BTU": "Btu_it", "Wh": "watt_hour",
    "W": "watt", "hp": "horsepower", "Pa": "pascal", "bar": "bar", "atm": "atmosphere", "psi": "psi", "B": "byte",
    "bit": "bit", "Hz": "hertz", "V": "volt", "A": "ampere", "K": "kelvin",
}  # fmt: skip
# Where pint names one figure and this reader leaves two open, as the design says.
OPEN = {
    "ton": ("short_ton", "long_ton"),  # pint: short; an article does not say which
    "month": ("28 * day", "31 * day"),
    "quarter": ("90 * day", "92 * day"),
    "year": ("365 * day", "366 * day"),  # pint: 365.25 days
    "decade": ("3652 * day", "3653 * day"),
    "century": ("36524 * day", "36525 * day"),
    "millennium": ("365242 * day", "365243 * day"),
}
# The acre and the acre-foot of pint are of the US survey foot; NIST gave it up at the end of 2022.

PINT_REGISTRY = pint.UnitRegistry(non_int_type=Fraction)
BASES = {"B": "byte", "A": "ampere", "K": "kelvin", "kg": "kilogram", "m": "meter", "s": "second"}


def factor(expression: str, unit: Unit) -> float:
    """What pint makes of one such unit, in the base units of `unit`."""
    base = "*".join(f"{BASES[name]}**({exponent})" for name, exponent in unit.dims)
    return float(PINT_REGISTRY.parse_expression(expression).to(base).magnitude)


def test_every_unit_of_the_table_is_compared() -> None:
    assert set(PINT) | set(OPEN) == set(TABLE)
    assert not set(PINT) & set(OPEN)


@pytest.mark.parametrize("symbol", PINT)
def test_a_unit_has_the_factor_of_pint(symbol: str) -> None:
    unit = unit_names.unit(symbol)
    assert not unit.is_open
    assert float(unit.low) == pytest.approx(factor(PINT[symbol], unit), rel=1e-12)


@pytest.mark.parametrize("symbol", OPEN)
def test_a_unit_that_is_left_open(symbol: str) -> None:
    unit = unit_names.unit(symbol)
    low, high = (factor(expression, unit) for expression in OPEN[symbol])
    assert (float(unit.low), float(unit.high)) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize("symbol", PREFIXED)
def test_prefixes_have_the_factors_of_pint(symbol: str) -> None:
    for prefix, (sign, _) in PREFIXES.items():
        if sign in PREFIXED[symbol].split() and sign + symbol not in AMBIGUOUS:
            unit = unit_names.find(sign + symbol)
            assert unit is not None, sign + symbol
            scaled = float(PINT_REGISTRY.parse_expression(prefix + "meter").to("meter").magnitude)
            assert float(unit.low) == pytest.approx(scaled * factor(PINT[symbol], unit), rel=1e-12)


@pytest.mark.parametrize(("symbol", "name"), [("°C", "degC"), ("°F", "degF")])
@pytest.mark.parametrize("degrees", [-40, 0, 37, 100])
def test_temperatures(symbol: str, name: str, degrees: int) -> None:
    kelvin = float(PINT_REGISTRY.Quantity(Fraction(degrees), name).to("kelvin").magnitude)
    assert float(reading(f"{degrees} {symbol}", "quantity").nominal or 0) == pytest.approx(kelvin, rel=1e-12)
    assert set(TEMPERATURES) == {"°C", "°F"}


def test_a_sign_that_two_units_share_is_none() -> None:
    for sign in AMBIGUOUS:
        assert unit_names.find(sign) is None
    assert unit_names.find("nanometres") is not None


def test_every_spelling_reads_as_its_unit() -> None:
    for spelling, unit in unit_names.spellings().items():
        found = unit_names.find(spelling)
        assert found == unit, spelling


def test_case_matters_only_where_it_must() -> None:
    assert unit_names.find("MW") != unit_names.find("mW")
    assert unit_names.find("mw") is None
    assert unit_names.find("Mt") != unit_names.find("mt")
    assert unit_names.find("KM") == unit_names.find("Km") == unit_names.find("km")
    assert unit_names.find("KILOMETERS") == unit_names.find("kilometres")
    assert unit_names.find("g") is not None
    assert unit_names.find("G") is None


@pytest.mark.parametrize(
    "group",
    [
        ["5 km²", "5 km2", "5 sq km", "5 sq. km", "5 sqkm", "5 square kilometers", "5 square kilometres"],
        ["5 m³", "5 cubic meters", "5 cu m", "5 m^3"], ["5 feet", "5 ft", "5 foot", "5'", "5-foot"],
        ["5 kWh", "5 kilowatt-hours", "5 kilowatt hours"],
        ["5 km/h", "5 km per hour", "5 kph", "5 kilometres an hour"],
        ["5 tonnes", "5 t", "5 metric tons"], ["5 barrels a day", "5 bpd", "5 b/d", "5 bbl per day"],
        ["5 kg/m3", "5 kilograms per cubic metre"], ["5 GB", "5 gigabytes"],
        ["5 °C", "5 degrees Celsius", "5 C", "5 ° C"],
    ],
    ids=lambda group: group[0],
)  # fmt: skip
def test_spellings_of_one_unit(group: list[str]) -> None:
    found = [(made.dimension, made.stated) for made in (reading(text, "quantity") for text in group)]
    assert found == [found[0]] * len(found)
