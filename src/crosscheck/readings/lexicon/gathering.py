"""What the folders of all languages but English have alike: how their tables become those that `Language` uses."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import NamedTuple

from crosscheck.readings.lexicon import words

PLACES = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)
"""Ordinals in figures, in which "a second" is no time."""
_TIMES = words("minute hour day week month quarter year decade century centurie")


class Gathered(NamedTuple):
    """The tables for slots, the slots made of patterns, the phrases and the patterns of a language."""

    classes: dict[str, Mapping[str, str]]
    composed: dict[str, Mapping[str, str]]
    words: dict[str, str]
    patterns: dict[str, str]


def gathered(
    *,
    amounts: ModuleType,
    dates: ModuleType,
    money: ModuleType,
    numbers: ModuleType,
    units: ModuleType,
    scales: Mapping[str, str],
) -> Gathered:
    """The tables of a language from its modules; `scales` are single scales, without a number before them."""
    classes = {
        "month": dates.MONTHS,
        "weekday": dates.WEEKDAYS,
        "season": dates.SEASONS,
        "event": dates.EVENTS,
        "span": dates.SPANS,
        "third": dates.THIRDS,
        "decadename": dates.DECADE_NAMES,
        "daypart": dates.DAY_PARTS,
        "daytime": dates.DAYTIMES,
        "ordinal": numbers.ORDINAL_WORDS,
        "part": numbers.PARTS,
        "place": numbers.PARTS_OR_PLACES,
        "scale": scales,
        "parts": numbers.FRACTION_COUNTS,
        "time": units.TIMES_OF,
        "unit": units.UNITS,
        "perunit": units.PER_UNITS,
        "degree": units.DEGREES,
        "percent": amounts.PERCENT,
        "point": amounts.POINTS,
        "change": amounts.CHANGE_NOUNS,
        "verb": amounts.CHANGE_VERBS,
        "comparative": amounts.COMPARATIVES,
        "period": amounts.OF_A_PERIOD,
        "noun": amounts.NOUN_PHRASES,
        "opener": amounts.OPENERS,
        "hedge": amounts.HEDGES,
        "vague": amounts.VAGUE,
        "currency": money.CURRENCIES,
        "thing": money.THINGS,
        "collective": numbers.COLLECTIVES,
        "tally": {word: english.removeprefix("about ") for word, english in numbers.COLLECTIVES.items()},
        "tens": numbers.TENS,
    }
    found = {
        **dates.MONTHS,
        **dates.WEEKDAYS,
        **{word: PLACES[place] for word, place in numbers.ORDINAL_WORDS.items()},
        **units.UNITS,
        **amounts.PERCENT,
        **amounts.POINTS,
        **amounts.CHANGE_VERBS,
        **amounts.CHANGE_NOUNS,
        **amounts.VAGUE,
        **money.CURRENCIES,
        **dates.DATE_WORDS,
        **amounts.AMOUNT_WORDS,
        **amounts.REACHED,
        **amounts.HEDGES,
        **amounts.HEDGES_BEHIND,
        **numbers.NUMBER_WORDS,
        **numbers.COLLECTIVES,
    }
    patterns = {
        "{season}": "{season}",
        "{figure} m {two} {end}": "{figure}.{two} m",
        "{figure} m {two} de": "{figure}.{two} m of",
        **dates.DATE_PATTERNS,
        **amounts.AMOUNT_PATTERNS,
        **numbers.NUMBER_PATTERNS,
        **units.UNIT_PATTERNS,
        **money.MONEY_PATTERNS,
    }
    return Gathered(
        classes, {"measured": amounts.MEASURED, "amount": {**amounts.AMOUNT, **numbers.FRACTIONS}}, found, patterns
    )


def multiples(counts: Mapping[str, int], units: Mapping[str, tuple[int, str]]) -> dict[str, str]:
    """So many of units that English has no word for: "dos semestres" is "12 months"."""
    return {
        f"{count} {unit}": f"{number * size} {english}"
        for count, number in counts.items()
        for unit, (size, english) in units.items()
    }


def groups(text: str) -> list[list[str]]:
    """The words of every group of a text, which a `|` or the end of a line parts."""
    return [group.split() for line in text.splitlines() for group in line.split("|") if group.split()]


def tens(text: str) -> dict[str, str]:
    """From two on, so many tens in English words: "três" of "três dezenas" is thirty."""
    names = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    return {word: ten for ten, group in zip(names, groups(text), strict=True) for word in group}


def times_of(units: Mapping[str, str]) -> dict[str, str]:
    """The units of time that a date may be so many of away."""
    return {name: english for name, english in units.items() if english.rstrip("s") in _TIMES}


def per_units(units: Mapping[str, str]) -> dict[str, str]:
    """The units that a rate may be per one of."""
    return {name: english for name, english in units.items() if not english.endswith("s")}


def onwards(measured: Mapping[str, str], words: str, years: str, *, down: bool = False) -> dict[str, str]:
    """`30 para cima`, `R$ 10 para cima`: of figures, sums and ages, not of "12 tiros" and "30 m para cima"."""
    plain = {"{number}": "{number}", f"{{number}} {years}": "{number} years"}
    amounts = plain | {
        own: english for own, english in measured.items() if "{unit}" not in own and "{percent}" not in own
    }
    bound = "less" if down else "more"
    return {f"{own} {words}": f"{english} or {bound}" for own, english in amounts.items()}


def several_decades(named: str, ways: Mapping[str, str]) -> dict[str, str]:
    """`anos 1980 e 1990`: decades behind one `named` word; `ways`: what joins them, and what that is in English."""
    return {
        f"{named} {{{slot}}} {way} {{{slot}2}}": f"the {{{slot}}}{ending} {english} {{{slot}2}}{ending}"
        for way, english in ways.items()
        for slot, ending in (("decade", "s"), ("decadename", ""))
    }
