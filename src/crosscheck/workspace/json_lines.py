"""JSON Lines of claims: an object a line, its numbers with their digits as typed."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosscheck.problems import Position, Problems, shown
from crosscheck.table.columns import ABSENT, Column, Truths
from crosscheck.workspace.sheets import LISTED


class _Number(str):
    """The digits of a number."""

    __slots__ = ()


class _Key(dict[Any, int]):
    """The cells of one key: the numbers of its different values, and of every row that of its value."""

    def __init__(self) -> None:
        super().__init__()
        self.codes = array("i")

    def add(self, row: int, value: Any) -> None:
        self.codes.extend([ABSENT] * (row - len(self.codes)))
        self.codes.append(self.setdefault(value, len(self)))

    def column(self, rows: int) -> Column:
        self.codes.extend([ABSENT] * (rows - len(self.codes)))
        return Column(np.array(self.codes, np.int32), [value for _, value in self])


class JsonLines(NamedTuple):
    """The columns of a file by their names, in the order in which these come; which of their texts are numbers."""

    columns: dict[str, Column]
    numbers: dict[str, Truths]
    lines: Sequence[int]


def read_json_lines(path: Path, file: str, problems: Problems) -> JsonLines | None:
    """What each line has; None if a line cannot be read."""
    keys: dict[str, _Key] = defaultdict(_Key)
    lines = array("q")
    wrong = 0
    try:
        with path.open("rb") as opened:
            for number, line in enumerate(opened, 1):
                if not line.strip():
                    continue
                try:
                    entry = _entry(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
                except ValueError as error:
                    wrong += 1
                    if wrong <= LISTED:
                        problems.add(Position(file, number), str(error))
                    continue
                for key, value in entry.items():
                    cells = keys[key]  # a key of which no line has a value is a column all the same
                    if value is not None and value != "":
                        cells.add(len(lines), (isinstance(value, _Number), value))
                lines.append(number)
    except OSError as error:
        problems.add(Position(file), f"cannot be read: {error.strerror or error}")
        return None
    if wrong > LISTED:
        problems.add(Position(file), f"{wrong - LISTED:,} more lines cannot be read")
    if wrong:
        return None
    columns = {key: cells.column(len(lines)) for key, cells in keys.items()}
    numbers = {
        name: np.array([*(is_number for is_number, _ in keys[name]), False])[column.codes]
        for name, column in columns.items()
    }
    return JsonLines(columns, numbers, lines)


def _entry(line: bytes) -> dict[str, Any]:
    """The cells of a line: texts, numbers, tuples of these, or None; raises ValueError."""
    try:
        found = json.loads(
            line.decode(), parse_int=_Number, parse_float=_Number, parse_constant=_no_number, object_pairs_hook=_object
        )
    except UnicodeDecodeError as error:
        byte = f"byte 0x{line[error.start]:02x} is not UTF-8"
        raise ValueError(f"{byte}; save the file as UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} (character {error.pos + 1})") from None
    except RecursionError:
        raise ValueError("not a line of claims: too deeply nested") from None
    if not isinstance(found, dict):
        raise ValueError("a line must be an object: its keys and values in braces")
    return {key: _cell(key, value) for key, value in found.items()}


def _cell(key: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return tuple(value)
    found = "a list of other things than texts" if isinstance(value, list) else "a mapping"
    raise ValueError(f"{shown(key)} is {found}; accepted: text")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"key {shown(next(key for key in keys if keys.count(key) > 1))} stands twice")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")
