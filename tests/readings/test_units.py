"""Every unit that pint knows against pint; the deliberate differences are listed with their reasons."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest

from crosscheck.readings.amounts.units import Unit, find_unit, unit_of, unit_spellings
from crosscheck.readings.lexicon.units import AMBIGUOUS, PREFIXES, TABLE
from readings.helpers import reading

PINT_REGISTRY = pint.UnitRegistry(non_int_type=Fraction)
BASES = {"B": "byte", "A": "ampere", "K": "kelvin", "kg": "kilogram", "m": "meter", "s": "second"}

# What pint calls a unit where it is not the first English name in the table, and why it is another one.
OTHERWISE = {
    "acre": "43560 * foot**2",  # pint's are of the US survey foot, which NIST gave up at the end of 2022
    "acre ft": "43560 * foot**3",
    "imp gal": "imperial_gallon",
    "bbl": "oil_barrel",
    "bbl/day": "oil_barrel / day",
    "bcm": "1e9 * meter**3",
    "bcf": "1e9 * foot**3",
    "tcf": "1e12 * foot**3",
    "t": "metric_ton",
    "lb": "pound",
    "mph": "mile_per_hour",
    "km/h": "kilometer_per_hour",
    "psi": "psi",
    "BTU": "Btu_it",
}
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
EXACT = [symbol for symbol, row in TABLE.items() if not isinstance(row.factor, tuple) and not row.offset]


def factor(expression: str, unit: Unit) -> float:
    """What pint makes of one such unit, in the base units of `unit`."""
    base = "*".join(f"{BASES[name]}**({exponent})" for name, exponent in unit.dims)
    return float(PINT_REGISTRY.parse_expression(expression).to(base).magnitude)


def factor_of(symbol: str) -> float:
    """What pint makes of the unit of a symbol; a unit that pint lacks is skipped."""
    expression = OTHERWISE.get(symbol) or TABLE[symbol].names.split("|")[0].replace(" ", "_").replace("-", "_")
    try:
        return factor(expression, unit_of(symbol))
    except pint.UndefinedUnitError:
        pytest.skip(f"pint knows no {expression}")


@pytest.mark.parametrize("symbol", EXACT)
def test_a_unit_has_the_factor_of_pint(symbol: str) -> None:
    unit = unit_of(symbol)
    assert not unit.is_open
    assert float(unit.low) == pytest.approx(factor_of(symbol), rel=1e-12)


@pytest.mark.parametrize("symbol", OPEN)
def test_a_unit_that_is_left_open(symbol: str) -> None:
    unit = unit_of(symbol)
    low, high = (factor(expression, unit) for expression in OPEN[symbol])
    assert (float(unit.low), float(unit.high)) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize("symbol", [symbol for symbol in EXACT if TABLE[symbol].prefixes])
def test_prefixes_have_the_factors_of_pint(symbol: str) -> None:
    for prefix, (sign, _) in PREFIXES.items():
        if sign in TABLE[symbol].prefixes.split() and sign + symbol not in AMBIGUOUS:
            unit = find_unit(sign + symbol)
            assert unit is not None, sign + symbol
            scaled = float(PINT_REGISTRY.parse_expression(prefix + "meter").to("meter").magnitude)
            assert float(unit.low) == pytest.approx(scaled * factor_of(symbol), rel=1e-12)


@pytest.mark.parametrize(("symbol", "name"), [("°C", "degC"), ("°F", "degF")])
@pytest.mark.parametrize("degrees", [-40, 0, 37, 100])
def test_temperatures(symbol: str, name: str, degrees: int) -> None:
    kelvin = float(PINT_REGISTRY.Quantity(Fraction(degrees), name).to("kelvin").magnitude)
    assert float(reading(f"{degrees} {symbol}", "quantity").nominal or 0) == pytest.approx(kelvin, rel=1e-12)


def test_a_sign_that_two_units_share_is_none() -> None:
    for sign in AMBIGUOUS:
        assert find_unit(sign) is None
    assert find_unit("nanometres") is not None


def test_every_spelling_reads_as_its_unit() -> None:
    for spelling, unit in unit_spellings().items():
        found = find_unit(spelling)
        assert found == unit, spelling


def test_case_matters_only_where_it_must() -> None:
    assert find_unit("MW") != find_unit("mW")
    assert find_unit("mw") is None
    assert find_unit("Mt") != find_unit("mt")
    assert find_unit("KM") == find_unit("Km") == find_unit("km")
    assert find_unit("KILOMETERS") == find_unit("kilometres")
    assert find_unit("g") is not None
    assert find_unit("G") is None


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
