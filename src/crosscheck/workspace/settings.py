"""crosscheck.toml: the settings of a workspace."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from crosscheck.model import ReadingSettings
from crosscheck.problems import Position, Problems, did_you_mean, shown

FILE = "crosscheck.toml"
FAIL_ON = ("contradiction", "tension", "none")
STALE = ("none", "warn", "error")
_KNOWN: dict[str, tuple[str, ...]] = {
    "": ("fail_on", "stale", "disable", "exclude", "readings"),
    "readings": ("hedge", "cap", "date_order"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What crosscheck.toml says, or the defaults."""

    fail_on: str = "tension"
    stale: str = "warn"
    disable: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    readings: ReadingSettings = field(default_factory=ReadingSettings)


def load_settings(path: Path, problems: Problems) -> Settings:
    """The settings in `path`; every complaint goes to `problems`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        problems.add(Position(FILE), f"cannot be read: {error.strerror or error}")
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        at = Position(FILE, int(place[1]), int(place[2])) if place else Position(FILE)
        problems.add(at, f"not TOML: {re.sub(r' *[(]at .*', '', str(error))}")
        return Settings()
    return _Reader(text, problems).settings(table)


class _Reader:
    def __init__(self, text: str, problems: Problems) -> None:
        self.lines, self.problems = text.splitlines(), problems

    def at(self, key: str) -> Position:
        for number, line in enumerate(self.lines, 1):
            match = re.match(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]", line)
            if match:
                return Position(FILE, number, line.index(key) + 1)
        return Position(FILE)

    def settings(self, table: dict[str, Any]) -> Settings:
        self.unknown("", table)
        readings = table.get("readings", {})
        if not isinstance(readings, dict):
            self.problems.add(self.at("readings"), '"readings" must be a table: [readings]')
            readings = {}
        self.unknown("readings", readings)
        return Settings(
            self.choice(table, "fail_on", FAIL_ON, "tension"),
            self.choice(table, "stale", STALE, "warn"),
            self.texts(table, "disable"),
            self.texts(table, "exclude"),
            ReadingSettings(
                self.share(readings, "hedge", Fraction(1, 10)),
                self.share(readings, "cap", Fraction(1, 20)),
                self.choice(readings, "date_order", ("dmy", "mdy"), None),
            ),
        )

    def unknown(self, section: str, table: dict[str, Any]) -> None:
        known = _KNOWN[section]
        for key in sorted(table.keys() - set(known)):
            where = f"[{section}]" if section else FILE
            near = did_you_mean(key, known)
            self.problems.add(self.at(key), f"{where} has no setting {shown(key)}{near}; known: {', '.join(known)}")

    def choice(self, table: dict[str, Any], key: str, choices: tuple[str, ...], default: Any) -> Any:
        value = table.get(key, default)
        if value is not default and value not in choices:
            near = did_you_mean(value, choices) if isinstance(value, str) else ""
            self.problems.add(self.at(key), f'"{key}" is {shown(str(value))}; accepted: {", ".join(choices)}{near}')
            return default
        return value

    def texts(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.problems.add(self.at(key), f'"{key}" must be a list of texts')
            return ()
        return tuple(value)

    def share(self, table: dict[str, Any], key: str, default: Fraction) -> Fraction:
        value = table.get(key, default)
        if value is default:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
            self.problems.add(self.at(key), f'"{key}" is {shown(str(value))}; accepted: a share from 0 to below 1')
            return default
        return Fraction(str(value))
