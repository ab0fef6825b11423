"""Writes docs/units.md: the units, currencies and words that the reader knows, from its tables. A test compares."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crosscheck.readings.amounts.units import unit_of
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.unit_table import TABLE
from crosscheck.readings.lexicon.units import AMBIGUOUS, BINARY, OPEN_UNITS, PREFIXES

PAGE = Path(__file__).resolve().parent / "units.md"

INTRODUCTION = """# Known units, currencies and words

This page is made of the reader's tables (`make docs`). [How values are read](values.md) says what a reading is;
`crosscheck read --unit furlong '5 miles'` shows one in a unit, and names the nearest unit where none is called so.

A unit of the public lists (UCUM, Unicode CLDR, NIST SP 811) that is not here is refused, never counted. Where a thing
has the name of one ("12 hands"), declare it: `height: {kind: count, unit: hands}`. A workspace cannot add units of
measure; [adding one](extending.md#a-unit-or-a-wording) changes crosscheck itself.

## Units

Factors are to the units of the SI. A unit whose factor is a range is left open, and is wide; one that says “no other”
is a dimension of its own, which is compared with itself only.
"""


def page() -> str:
    """The content of docs/units.md."""
    return "\n".join([INTRODUCTION, *_units(), "", *_prefixes(), *_open(), *_currencies(), *_words()]) + "\n"


def _code(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in dict.fromkeys(texts) if text)


def _units() -> list[str]:
    rows = ["| unit | written | factor | axis | prefixes | source |", "|---|---|---|---|---|---|"]
    for symbol, row in TABLE.items():
        unit = unit_of(symbol)
        is_own = len(row.dims) == 1 and row.factor == 1 and row.source and symbol == row.dims[0][0]
        factor = "no other" if is_own else f"{float(unit.low):.10g}"
        factor += f" to {float(unit.high):.10g}" if unit.is_open else ""
        factor += f", from {float(-row.offset):.10g}" if row.offset else ""
        written = _code([*row.names.split("|"), *row.signs.split("|"), *row.exact.split("|")])
        prefixes = f"all; signs of {_code(row.prefixes.split())}" if row.prefixes else ""
        rows.append(
            " | ".join(
                ["| `" + symbol + "`", written, factor, f"`{unit.dimension}`", prefixes, row.source or "SI, SP 811"]
            )
            + " |"
        )
    return rows


def _prefixes() -> list[str]:
    names = [f"`{name}` {sign}" for name, (sign, _) in (PREFIXES | BINARY).items()]
    return [
        "Every unit of length has its square and its cube: `square km`, `sq km`, `km2`, `km²`, `cubic feet`, `cu ft`.",
        "",
        "**Prefixes**: " + ", ".join(names) + ". The binary ones go with bits and bytes.",
        "",
        "**Signs that are none**, because two units or a word share them: " + _code(sorted(AMBIGUOUS)) + ".",
        "",
    ]


def _open() -> list[str]:
    rows = [f"`{bare}` is {_code(options.values())}" for bare, options in OPEN_UNITS.items()]
    return ["**Left open** unless the attribute's unit says which: " + "; ".join(rows) + ".", ""]


def _currencies() -> list[str]:
    signs: dict[str, list[str]] = {}
    for table in (currencies.SIGNS, dict(currencies.SIGNS_BEFORE.items()), en.CURRENCY_NAMES):
        for spelled, name in table.items():
            signs.setdefault(name, []).append(spelled)
    for code, (countries, nouns) in en.COUNTRIES.items():
        signs.setdefault(code, []).append(f"{countries.split('|')[0].strip()} {nouns.split('|')[-1].strip()}")
    rows = ["| currency | written |", "|---|---|"]
    rows += [
        f"| `{name}` | {_code(spelled)} |" for name, spelled in sorted(signs.items()) if name not in currencies.SHARED
    ]
    shared = ["| sign or name | is | or, if declared |", "|---|---|---|"]
    for name, (default, others) in currencies.SHARED.items():
        spelled = _code([name, *signs.get(name, [])])
        shared.append(f"| {spelled} | {f'`{default}`' if default else 'refused'} | {_code(sorted(others))} |")
    return [
        "## Currencies",
        "",
        "ISO 4217 codes before or behind a figure: " + _code(sorted(currencies.CODES)) + ".",
        "",
        "A nation behind a sum says whose it is: `$500 Canadian`, `£5 million (Egyptian)`, `$500 in US dollars`.",
        "",
        *rows,
        "",
        "Several currencies share these:",
        "",
        *shared,
        "",
    ]


def _words() -> list[str]:
    hedges: dict[str, list[str]] = {}
    for phrase, meaning in (en.HEDGES | en.HEDGES_AFTER).items():
        hedges.setdefault(meaning, []).append(phrase)
    lists = [
        ("Hedges and bounds", [f"{meaning}: {_code(phrases)}" for meaning, phrases in hedges.items()]),
        ("Scales", [_code(en.SCALES)]),
        ("Words for amounts", [_code([*en.COLLECTIVES, *en.DOZENS, *en.PARTS_OF_ALL])]),
        ("Words that are refused behind a count, because they begin another party", [_code(sorted(en.SECOND_PARTIES))]),
        ("What a price may be for behind “a”; behind “per”, any thing", [_code(sorted(en.THINGS))]),
        ("Units that are not read", [_code(sorted({*en.UNIT_NAMES, *en.UNIT_PHRASES}))]),
    ]
    made = ["## Words", ""]
    for title, lines in lists:
        made += [f"**{title}**", "", *(f"- {line}" for line in lines), ""]
    return made


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
