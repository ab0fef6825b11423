"""Which unit a spelling names: the table's own spellings, prefixes, squares and cubes, plurals, cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.readings.amounts.units import LENGTH, TEMPERATURE, Unit
from crosscheck.readings.lexicon.units import AMBIGUOUS, EXTRA, PREFIXED, PREFIXED_LONG, PREFIXES, TABLE, TEMPERATURES

_POWERS = {2: ("square", "sq"), 3: ("cubic", "cu")}
_INVARIABLE = ("hertz",)


def find(spelling: str) -> Unit | None:
    """The unit that `spelling` names; words are joined by single spaces or hyphens."""
    long, short, folded = _index()
    unit = short.get(spelling.removesuffix("."))
    if unit is None and len(spelling) > 1:
        word = spelling.lower().replace(".", "").replace("-", " ")
        unit = long.get(word) or folded.get(word)
    return unit


def has_plural(word: str) -> bool:
    """True for the long name of one unit, of which the name of several is made with an s."""
    long, _, _ = _index()
    return word in long and word + "s" in long


def is_own(spelling: str) -> bool:
    """True if a unit is spelled so, case included."""
    long, short, _ = _index()
    return spelling in short or spelling in long


@cache
def unit(symbol: str) -> Unit:
    """The unit of a symbol of the table."""
    if symbol in TEMPERATURES:
        factor, offset, _, _ = TEMPERATURES[symbol]
        return Unit(symbol, factor, factor, TEMPERATURE, offset)
    factors, dims, _, _ = TABLE[symbol]
    if isinstance(factors, tuple):
        return Unit(symbol, *factors, dims)
    return Unit.of(symbol, factors, dims)


@cache
def spellings() -> Mapping[str, Unit]:
    """Every spelling with its unit, as it is written."""
    long, short, _ = _index()
    return {**long, **short}


@cache
def _index() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """Long spellings in lower case with spaces for hyphens; short ones as written; those unmistakable in any case."""
    long: dict[str, Unit] = {}
    short: dict[str, Unit] = {}
    for made, words, signs in (*_plain(), *_prefixed()):
        long.update(dict.fromkeys((word.replace("-", " ") for word in words), made))
        short.update(dict.fromkeys((sign for sign in signs if sign not in AMBIGUOUS), made))
    for exponent, names in _POWERS.items():
        for word, made in [(word, made) for word, made in long.items() if made.dims == LENGTH]:
            long.update({f"{name} {word}": made.power(exponent) for name in names})
        for sign, made in [(sign, made) for sign, made in short.items() if made.dims == LENGTH and sign.isalpha()]:
            raised = made.power(exponent)
            long.update({f"{name} {sign.lower()}": raised for name in names if sign != "Mm"})
            short.update({f"{sign}{exponent}": raised, f"{sign}^{exponent}": raised})
            if exponent == 2:
                short[f"sq{sign}"] = raised
    return long, short, _in_any_case(short)


def _in_any_case(short: Mapping[str, Unit]) -> dict[str, Unit]:
    meanings: dict[str, set[Unit]] = {}
    for sign, made in short.items():
        meanings.setdefault(sign.lower(), set()).add(made)
    return {sign: next(iter(units)) for sign, units in meanings.items() if len(units) == 1 and len(sign) > 1}


Entry = tuple[Unit, tuple[str, ...], tuple[str, ...]]


def _words(spelled: str) -> tuple[str, ...]:
    return tuple(spelled.split("|")) if spelled else ()


def _plural(word: str) -> str:
    return word if word.endswith(_INVARIABLE) else word + "s"


def _plain() -> Iterator[Entry]:
    for symbol, (_, _, long, short) in TABLE.items():
        words = _words(long)
        plurals = tuple(map(_plural, words)) if symbol in PREFIXED else ()
        yield unit(symbol), (*words, *plurals), (*_words(short), *EXTRA.get(symbol, ()))
    for symbol, (_, _, long, short) in TEMPERATURES.items():
        yield unit(symbol), _words(long), _words(short)


def _prefixed() -> Iterator[Entry]:
    for symbol, signs in PREFIXED.items():
        words = PREFIXED_LONG.get(symbol) or _words(TABLE[symbol][2])
        for prefix, (sign, factor) in PREFIXES.items():
            if sign not in signs.split():
                continue
            made = unit(symbol).multiplied(factor, sign + symbol)
            long = tuple(prefix + form for word in words for form in (word, _plural(word)))
            short = {sign + spelled for spelled in _words(TABLE[symbol][3]) if len(spelled) <= 2} | {sign + symbol}
            if sign == "µ":
                short |= {"μ" + spelled[1:] for spelled in short}
            yield made, long, (*sorted(short), *EXTRA.get(sign + symbol, ()))
