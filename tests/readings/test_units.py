"""Every unit that pint knows against pint; the deliberate differences are listed with their reasons."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pint
import pytest

from crosscheck.model import Kind
from crosscheck.readings.amounts.units import Unit, find_unit, unit_of, unit_spellings
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.unit_table import TABLE
from crosscheck.readings.lexicon.units import AMBIGUOUS, PREFIXED_LONG, PREFIXES
from readings.helpers import reading

PINT_REGISTRY = pint.UnitRegistry(non_int_type=Fraction)
BASES = {
    "B": "byte",
    "A": "ampere",
    "K": "kelvin",
    "kg": "kilogram",
    "m": "meter",
    "s": "second",
    "mol": "mole",
    "cd": "candela",
}
OF_A_NAME = {"lm": "lumen", "lx": "lux", "Bq": "becquerel", "Gy": "gray", "Sv": "sievert", "Ω": "ohm", "S": "siemens"}
OF_A_NAME |= {"F": "farad", "H": "henry", "T": "tesla", "Wb": "weber", "N m": "newton * meter"}
BASES |= OF_A_NAME

# What pint calls a unit where it is not the first English name in the table, and why it is another one.
OTHERWISE = {
    "acre": "43560 * foot**2",  # pint's are of the US survey foot, which NIST gave up at the end of 2022
    "acre ft": "43560 * foot**3",
    "US gal": "gallon",
    "US qt": "quart",
    "US pt": "pint",
    "US fl oz": "fluid_ounce",
    "imp gal": "imperial_gallon",
    "imp qt": "imperial_quart",
    "imp pt": "imperial_pint",
    "imp fl oz": "imperial_fluid_ounce",
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
    "furlong": "660 * foot",
    "fathom": "6 * foot",
    "short cwt": "100 * pound",
    "long cwt": "112 * pound",
    "tola": "180 * grain",
    "mcm": "1e6 * meter**3",
    "mcf": "1e3 * foot**3",
    "mmcf": "1e6 * foot**3",
    "cfs": "foot**3 / second",
    "cfm": "foot**3 / minute",
    "cumec": "meter**3 / second",
    "L/100 km": "liter / (100 * kilometer)",
    "kb/d": "1e3 * oil_barrel / day",
    "mb/d": "1e6 * oil_barrel / day",
    "lbf": "pound_force",
    "N m": "newton * meter",
    "lb ft": "pound_force * foot",
    "MMBtu": "1e6 * Btu_it",
    "toe": "41.868e9 * joule",
    "Mtoe": "41.868e15 * joule",
    "MWe": "megawatt",
    "GWe": "gigawatt",
    "mmHg": "mmHg",
    "inHg": "inHg",
    "kbps": "kilobit / second",
    "Mbps": "megabit / second",
    "Gbps": "gigabit / second",
    "Tbps": "terabit / second",
    "tCO2e": "metric_ton",
    "ktCO2e": "1e3 * metric_ton",
    "MtCO2e": "1e6 * metric_ton",
    "GtCO2e": "1e9 * metric_ton",
    "t km": "metric_ton * kilometer",
    "cal": "calorie",
    "C*": "coulomb",
    "F*": "farad",
    "H*": "henry",
    "T*": "tesla",
    "Å": "angstrom",
}
# pint's is the inverse of a tangent; the IAU has 648000/π astronomical units.
LESS_EXACT = {"pc": 1e-10, "inHg": 1e-6, "mmHg": 1e-6, "Da": 1e-8}
# Where pint names one figure and this reader leaves two open, as the design says.
OPEN = {
    "gal": ("gallon", "imperial_gallon"),
    "qt": ("quart", "imperial_quart"),
    "pt": ("pint", "imperial_pint"),
    "fl oz": ("imperial_fluid_ounce", "fluid_ounce"),
    "cwt": ("100 * pound", "112 * pound"),
    "mpg": ("mile / imperial_gallon", "mile / gallon"),
    "mgd": ("1e6 * gallon / day", "1e6 * imperial_gallon / day"),
    "gpm": ("gallon / minute", "imperial_gallon / minute"),
    "ton": ("short_ton", "long_ton"),  # pint: short; an article does not say which
    "month": ("28 * day", "31 * day"),
    "quarter": ("90 * day", "92 * day"),
    "year": ("365 * day", "366 * day"),  # pint: 365.25 days
    "decade": ("3652 * day", "3653 * day"),
    "century": ("36524 * day", "36525 * day"),
    "millennium": ("365242 * day", "365243 * day"),
}
EXACT = [
    symbol
    for symbol, row in TABLE.items()
    if not isinstance(row.factor, tuple) and not row.offset and all(base in BASES for base, _ in row.dims)
]


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
    assert float(unit.low) == pytest.approx(factor_of(symbol), rel=LESS_EXACT.get(symbol, 1e-12))


@pytest.mark.parametrize("symbol", OPEN)
def test_a_unit_that_is_left_open(symbol: str) -> None:
    unit = unit_of(symbol)
    low, high = (factor(expression, unit) for expression in OPEN[symbol])
    assert (float(unit.low), float(unit.high)) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize("symbol", [symbol for symbol in EXACT if TABLE[symbol].prefixes])
def test_prefixes_have_the_factors_of_pint(symbol: str) -> None:
    for prefix, (sign, _) in PREFIXES.items():
        is_a_sign = symbol in f"{TABLE[symbol].signs}|{TABLE[symbol].exact}".split("|")
        if is_a_sign and sign in TABLE[symbol].prefixes.split() and sign + symbol not in AMBIGUOUS:
            unit = find_unit(sign + symbol)
            assert unit is not None, sign + symbol
            scaled = float(PINT_REGISTRY.parse_expression(prefix + "meter").to("meter").magnitude)
            assert float(unit.low) == pytest.approx(scaled * factor_of(symbol), rel=LESS_EXACT.get(symbol, 1e-12))


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


PUBLIC = [
    line for line in (Path(__file__).parent / "public_units.txt").read_text("utf-8").splitlines() if line[:1] not in "#"
]
SAY_NOTHING = {"Unit", "items", "parts", "light", "drop"}  # a unit of what, and a drop of five
IN_NEWS = {"point", "points"}  # those of a game, an index, a league


@pytest.mark.parametrize("kind", [None, "count"])
@pytest.mark.parametrize("name", sorted({*PUBLIC} - SAY_NOTHING - IN_NEWS))
def test_a_unit_of_a_public_list_is_read_or_refused_and_never_counted(name: str, kind: str | None) -> None:
    try:
        found = reading(f"5 {name}", kind)
    except ReadingError:
        return
    assert found.kind is not Kind.COUNT


def test_every_prefix_is_known_with_every_unit_that_takes_them() -> None:
    for symbol, row in TABLE.items():
        names = [] if not row.prefixes else PREFIXED_LONG.get(symbol) or row.names.split("|")
        for name in filter(None, names):
            for prefix, (_, factor) in PREFIXES.items():
                unit = find_unit(prefix + name)
                assert unit is not None, prefix + name
                assert unit.low == unit_of(symbol).low * factor


@pytest.mark.parametrize("sign", ["5 pmol", "5 EJ", "5 YWh", "5 EB", "5 Emol", "5 fmol", "5 amol", "5 PBq"])
def test_the_sign_of_a_unit_is_no_count(sign: str) -> None:
    with suppress(ReadingError):
        assert reading(sign).kind is not Kind.COUNT


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("950 millibars", "95000 Pa"), ("950 mbar", "950 hPa"), ("5 furlongs", "1100 yards"), ("5 fathoms", "30 feet"),
        ("5 GiB", "5.36870912 GB"), ("100 Mbps", "100 megabits per second"), ("300 mAh", "0.3 ampere-hours"),
        ("5 cusecs", "5 cubic feet per second"), ("5 cfs", "300 cubic feet per minute"), ("3 mtpa", "3 Mt per year"),
        ("5 MMBtu", "5,000,000 BTU"), ("25 mpg", "25 miles per gallon"), ("5 litres per 100 km", "5 L/100 km"),
        ("500 kb/d", "500,000 barrels a day"), ("2 mb/d", "2 million barrels a day"), ("5 lightyears", "5 light-years"),
        ("20 miles (nautical)", "20 nautical miles"), ("5 gallons (UK)", "5 imperial gallons"),
        ("5 tons (metric)", "5 tonnes"), ("5 MtCO2e", "5 million tonnes of CO2 equivalent"), ("12 kWh", "43.2 MJ"),
        ("10K race", "10 km"), ("a 5k run", "5 km"), ("115 kts", "115 knots"), ("5 stone", "70 lb"),
        ("12 stone 7 lb", "175 lb"), ("760 mmHg", "101.325 kPa"), ("5 sieverts", "500 rem"), ("5 mSv", "0.5 rem"),
    ],
)  # fmt: skip
def test_units_of_news(text: str, same: str) -> None:
    found, other = reading(text, "quantity"), reading(same, "quantity")
    assert found.dimension == other.dimension
    assert float(found.nominal or 0) == pytest.approx(float(other.nominal or 0), rel=1e-5)


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("90 decibels", "dB"), ("60dB", "dB"), ("Mach 3", "Mach"), ("500 rpm", "rpm"), ("120 bpm", "bpm"),
        ("24,000 TEU", "TEU"), ("50,000 GT", "GT"), ("95,128 gross tons", "GT"), ("80,000 dwt", "dwt"),
        ("18-carat gold", "karat"), ("14 ct gold", "karat"), ("24 karats", "karat"), ("500 dunams", "dunam"),
        ("5 bushels", "bushel"), ("5 quintals", "quintal"), ("3 leagues", "league"), ("5 boe", "boe"), ("pH 7.4", "pH"),
        ("5 man-days", "person day"), ("350 Nm", "N m"), ("60 fps", "fps"),
    ],
)  # fmt: skip
def test_a_unit_without_one_exact_conversion_is_a_dimension_of_its_own(text: str, dimension: str) -> None:
    assert reading(text, "quantity").dimension == dimension


def test_business_days_are_no_days() -> None:
    assert reading("five business days", "duration").dimension == "business day"
    with pytest.raises(ReadingError, match="cannot be brought to day"):
        reading("five working days", "duration", "day")
