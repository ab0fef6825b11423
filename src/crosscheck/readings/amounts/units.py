"""The algebra of units: exact factors to SI, products and powers, and the names of dimensions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from crosscheck.readings.lexicon.currencies import CODES
from crosscheck.readings.lexicon.unit_table import TABLE
from crosscheck.readings.lexicon.units import (
    AMBIGUOUS,
    BINARY,
    DATA,
    ENERGY,
    EXTRA,
    FORCE,
    LENGTH,
    NEVER_PREFIXED,
    NO_DIMS,
    POWER,
    PREFIXED_LONG,
    PREFIXES,
    PRESSURE,
    VOLTAGE,
    Dims,
)


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
        factor = Fraction(factor)
        return Unit(symbol, factor, factor, dims)

    @property
    def is_open(self) -> bool:
        return self.low is not self.high and self.low != self.high

    @property
    def mean(self) -> Fraction:
        return self.low if self.low is self.high else (self.low + self.high) / 2

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


_NAMED = {FORCE: "N", ENERGY: "J", POWER: "W", PRESSURE: "Pa", VOLTAGE: "V", NO_DIMS: "1"}


@cache
def is_currency(base: str) -> bool:
    return base in CODES


@cache
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


_POWERS = {2: ("square", "sq"), 3: ("cubic", "cu")}
_INVARIABLE = ("hertz",)
_SAME_FOR_SEVERAL = ("s", "x", "z")


def find_unit(spelling: str) -> Unit | None:
    """The unit that `spelling` names; words are joined by single spaces or hyphens."""
    long, short, folded = _index()
    if spelling in AMBIGUOUS:
        return None
    unit = short.get(spelling.removesuffix("."))
    if unit is None and len(spelling) > 1:
        word = spelling.lower().replace(".", "").replace("-", " ")
        unit = long.get(word) or (None if is_sign(spelling) else folded.get(word))  # "Mm" is no millimetre
    return unit


def has_plural(word: str) -> bool:
    """True for the long name of one unit, of which the name of several is made with an s."""
    long, _, _ = _index()
    return word in long and word + "s" in long


@cache
def plural_of(name: str) -> str | None:
    """What several of a unit are called, by the long name of one ("square foot": "square feet"); None: the same."""
    long, _, _ = _index()
    made = long.get(name.replace("-", " "))
    if made is None or name.endswith(_SAME_FOR_SEVERAL):
        return None
    forms = [name.removesuffix("foot") + "feet"] if name.endswith("foot") else [f"{name}es", f"{name}s"]
    return next((form for form in forms if long.get(form.replace("-", " ")) == made), None)


def is_own_spelling(spelling: str) -> bool:
    """True if a unit is spelled so, case included."""
    long, short, _ = _index()
    return spelling in short or spelling in long


@cache
def unit_of(symbol: str) -> Unit:
    """The unit of a symbol of the table."""
    row = TABLE[symbol]
    if isinstance(row.factor, tuple):
        return Unit(symbol, *row.factor, row.dims)
    return replace(Unit.of(symbol, row.factor, row.dims), offset=row.offset)


@cache
def unit_spellings() -> Mapping[str, Unit]:
    """Every spelling with its unit, as it is written."""
    long, short, _ = _index()
    return {**long, **short}


@cache
def _index() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """Long spellings in lower case with spaces for hyphens; short ones as written; those unmistakable in any case."""
    long: dict[str, Unit] = {}
    short: dict[str, Unit] = {}
    in_any_case: set[str] = set()
    for made, words, signs, exact in (*_prefixed(), *_plain()):
        long.update(dict.fromkeys((word.replace("-", " ") for word in words), made))
        short.update(dict.fromkeys((sign for sign in (*signs, *exact) if sign not in AMBIGUOUS), made))
        in_any_case.update(signs)
    for exponent, names in _POWERS.items():
        for word, made in [(word, made) for word, made in long.items() if made.dims == LENGTH]:
            long.update({f"{name} {word}": made.power(exponent) for name in names})
        for sign, made in [(sign, made) for sign, made in short.items() if made.dims == LENGTH and sign.isalpha()]:
            raised = made.power(exponent)
            long.update({f"{name} {sign.lower()}": raised for name in names if sign != "Mm"})
            short.update({f"{sign}{exponent}": raised, f"{sign}^{exponent}": raised})
            if exponent == 2:
                short[f"sq{sign}"] = raised
    return long, short, _in_any_case(short, in_any_case)


def _in_any_case(short: Mapping[str, Unit], signs: set[str]) -> dict[str, Unit]:
    """The signs that are unmistakable whatever their case, of those that may be written in any."""
    meanings: dict[str, set[Unit]] = {}
    for sign, made in short.items():
        meanings.setdefault(sign.lower(), set()).add(made)
    foldable = {sign.lower() for sign in signs if len(sign) > 1 and sign.lower() not in AMBIGUOUS}
    return {sign: next(iter(units)) for sign, units in meanings.items() if len(units) == 1 and sign in foldable}


Entry = tuple[Unit, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _words(spelled: str) -> tuple[str, ...]:
    return tuple(spelled.split("|")) if spelled else ()


def _plural(word: str) -> str:
    return word if word.endswith(_INVARIABLE) else word + "s"


def _plain() -> Iterator[Entry]:
    for symbol, row in TABLE.items():
        words = _words(row.names)
        plurals = tuple(map(_plural, words)) if row.prefixes else ()
        yield unit_of(symbol), (*words, *plurals), _words(row.signs), _words(row.exact)


def _prefixed() -> Iterator[Entry]:
    for symbol, row in TABLE.items():
        if not row.prefixes:
            continue
        words = PREFIXED_LONG.get(symbol) or _words(row.names)
        prefixes = PREFIXES | BINARY if row.dims == DATA else PREFIXES
        for prefix, (sign, factor) in prefixes.items():
            made = unit_of(symbol).multiplied(factor, sign + symbol)
            long = tuple(prefix + form for word in words for form in (word, _plural(word)))
            in_use = sign in row.prefixes.split() or prefix in BINARY
            signs = _signs_with(sign, row.signs) if in_use else ()
            yield made, long, (*signs, *EXTRA.get(sign + symbol, ())), _signs_with(sign, row.exact) if in_use else ()


def _signs_with(prefix: str, signs: str) -> tuple[str, ...]:
    """The signs that take a prefix, behind it; µ is two characters that look alike."""
    behind = [sign for sign in _words(signs) if sign not in NEVER_PREFIXED]
    return tuple(first + sign for first in ((prefix, "μ") if prefix == "µ" else (prefix,)) for sign in behind)


def is_sign(spelling: str) -> bool:
    """True for the sign of a unit behind any prefix, in use or not: "pmol", "EJ", "YWh"."""
    return spelling in _all_signs()


@cache
def _all_signs() -> frozenset[str]:
    prefixes = ("", *(sign for sign, _ in PREFIXES.values()))
    return frozenset(
        prefix + sign
        for row in TABLE.values()
        for sign in (*_words(row.signs), *_words(row.exact))
        for prefix in (prefixes if row.prefixes else ("",))
    )
