"""Readings of the last run, kept in the cache: a value that was read then is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from crosscheck import cache
from crosscheck.model import Interval, Kind, Reading, ReadingSettings
from crosscheck.model.readings import Step

NAME = "readings"

Key = tuple[Any, ...]
"""A value, and the kind, unit and language that it is read in; it counts from no date."""


class KeptReadings:
    """Readings by what they are of; each is made when it is asked for. None of other settings are there."""

    def __init__(self, root: Path, settings: ReadingSettings) -> None:
        self._root = root
        self._settings = [str(settings.hedge), str(settings.cap), settings.date_order]
        found = cache.load(root, NAME)
        entries = found[0]["readings"] if found is not None and found[0]["settings"] == self._settings else ()
        self._told: dict[Key, Any] = {(value, kind, unit, lang): told for value, kind, unit, lang, told in entries}

    def get(self, key: Key) -> Reading | None:
        told = self._told.get(key)
        return None if told is None else _reading(told)

    def has(self, key: Key) -> bool:
        return key in self._told

    def keep(self, readings: Mapping[Key, Reading]) -> None:
        """Keep these readings and no other."""
        if readings.keys() != self._told.keys():
            entries = [[*key, self._told.get(key) or _told(reading)] for key, reading in readings.items()]
            cache.save(self._root, NAME, {"settings": self._settings, "readings": entries}, {})


def _told(reading: Reading) -> list[Any]:
    steps = [[step.text, step.meaning] for step in reading.steps]
    intervals = [None if i is None else [*map(_number_told, (i.low, i.high)), i.low_in, i.high_in]
                 for i in (reading.stated, reading.allowed)]  # fmt: skip
    return [reading.kind, reading.dimension, *intervals, _number_told(reading.nominal), reading.terms, steps,
            reading.excludes, reading.precision]  # fmt: skip


def _reading(told: list[Any]) -> Reading:
    kind, dimension, stated, allowed, nominal, terms, steps, excludes, precision = told
    return Reading(
        Kind(kind), dimension, _interval(stated), _interval(allowed), _number(nominal), tuple(terms),
        tuple(Step(text, meaning) for text, meaning in steps), tuple(excludes), precision,
    )  # fmt: skip


def _interval(told: list[Any] | None) -> Interval | None:
    if told is None:
        return None
    low, high, low_in, high_in = told
    return Interval(_number(low), _number(high), low_in, high_in)


def _number_told(number: Fraction | None) -> Any:
    """A whole number, else numerator and denominator."""
    if number is None or number.denominator == 1:
        return None if number is None else number.numerator
    return [number.numerator, number.denominator]


def _number(told: Any) -> Fraction | None:
    if told is None:
        return None
    return Fraction(*told) if isinstance(told, list) else Fraction(told)
