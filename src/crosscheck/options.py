"""Options of rules: the numbers that `[rules.CODE]` in crosscheck.toml sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import isfinite
from typing import Any, NamedTuple

from crosscheck.model import Option, OptionValue, Rule
from crosscheck.problems import Position, Problems, did_you_mean, shown


class Disabled(NamedTuple):
    """The code or name of a rule that is not to be run, and where it is written."""

    rule: str
    at: Position


class RawOption(NamedTuple):
    """What is written for one option, and where."""

    value: Any
    at: Position


class RawOptions(NamedTuple):
    """What is written for one rule, by name of the option, and where that begins."""

    options: Mapping[str, RawOption]
    at: Position


def options_of(
    rules: Iterable[Rule], raw: Mapping[str, RawOptions], problems: Problems
) -> dict[str, dict[str, OptionValue]]:
    """The options that are written, by code and name; what is wrong with them goes to `problems`.

    `raw` is by code or name of a rule.
    """
    known = {name: rule for rule in rules for name in (rule.code, rule.name)}
    found: dict[str, dict[str, OptionValue]] = {}
    for name, (options, at) in raw.items():
        if name not in known:
            some = ", ".join(
                f"{rule.code} {rule.name}" for key, rule in known.items() if rule.options and key == rule.code
            )
            message = f"[rules] names no rule: {shown(name)}{did_you_mean(name, known)}; rules with options: {some}"
            problems.add(at, message)
            continue
        rule = known[name]
        values = found.setdefault(rule.code, {})
        for key, one in options.items():
            value = _value(rule, key, one, problems)
            if key in values:
                problems.add(
                    one.at, f"{shown(key)} of {rule.code} is set twice, by code and by name; keep one of the two"
                )
            elif value is not None:
                values[key] = value
    return found


def _value(rule: Rule, name: str, raw: RawOption, problems: Problems) -> OptionValue | None:
    by_name = {option.name: option for option in rule.options}
    if name not in by_name:
        known = ", ".join(by_name) or "none"
        problems.add(
            raw.at, f"rule {rule.code} has no option {shown(name)}{did_you_mean(name, by_name)}; known: {known}"
        )
        return None
    option = by_name[name]
    value = _number(raw.value)
    is_whole = isinstance(option.default, int)
    if value is None or not option.least <= value <= option.most or (is_whole and value.denominator != 1):
        found = "a table" if isinstance(raw.value, dict) else shown(str(raw.value).lower())
        problems.add(raw.at, f"{shown(name)} of {rule.code} is {found}; accepted: {accepted(option)}")
        return None
    return int(value) if is_whole else value


def _number(value: Any) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not isfinite(value):
        return None
    return Fraction(str(value))


def accepted(option: Option) -> str:
    """What may be written: `a whole number from 3 to 30`."""
    what = "a whole number" if isinstance(option.default, int) else "a number"
    return f"{what} from {decimal(option.least)} to {decimal(option.most)}"


def decimal(number: OptionValue) -> str:
    """A number as crosscheck.toml has it: 5, 0.8."""
    return str(number) if isinstance(number, int) else f"{float(number):g}"


def is_sound(option: object) -> bool:
    """Whether a rule module declares an option as it has to be."""
    return (
        isinstance(option, Option)
        and option.name.isidentifier()
        and option.least <= option.default <= option.most
        and bool(option.meaning.strip())
        and option.meaning.isprintable()
    )
