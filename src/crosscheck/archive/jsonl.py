"""JSON Lines of claims: an object a line, its numbers with their digits as typed, as a Parquet file of texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from crosscheck.archive.arrow import to_arrow
from crosscheck.archive.csv import LISTED, LONGEST_LINE
from crosscheck.archive.headers import MOST_COLUMNS, TOO_MANY_COLUMNS
from crosscheck.files import not_utf8
from crosscheck.problems import Position, Problems, shown

CELLS, LETTERS = 500_000, 1 << 26
"""So many cells or letters are written at once."""

LISTS, POINT = "lists", "point"
"""Columns beside those of the keys: the keys whose cell is a list, and whether the value is a number."""


class _Number(str):
    """The digits of a number."""

    __slots__ = ()


def to_parquet(
    path: Path, file: str, key_of: Callable[[str], str], target: Path, problems: Problems
) -> list[str] | None:
    """Write the lines of a file as columns c0, c1 …; returns their names, None if a line cannot be read.

    `key_of` gives the key of a claim that a name stands for. Lists are written as JSON. Raises OSError.
    """
    names: dict[str, int] = {}
    writer = _Writer(target, names, key_of)
    for _ in range(2):  # again, if a name comes after the first lines were written
        with writer:
            if not _read(path, file, writer, problems):
                return None
        if writer.width in (None, len(names)):
            break
        writer = _Writer(target, names, key_of, len(names))
    return list(names)


def _read(path: Path, file: str, writer: _Writer, problems: Problems) -> bool:
    wrong = 0
    for number, line in _lines(path):
        try:
            writer.add(_entry(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line))
        except ValueError as error:
            wrong += 1
            if wrong <= LISTED:
                problems.add(Position(file, number), str(error))
    if wrong > LISTED:
        problems.add(Position(file), f"{wrong - LISTED:,} more lines cannot be read")
    return not wrong


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers; of one that is too long only the beginning."""
    with path.open("rb") as opened:
        number, is_rest = 1, False
        while line := opened.readline(LONGEST_LINE + 1):
            if not is_rest and line.strip():
                yield number, line
            is_rest = not line.endswith(b"\n")
            number += not is_rest


class _Writer:
    """Writes lines; `width` is the number of columns, None until the first ones are written."""

    def __init__(
        self, target: Path, names: dict[str, int], key_of: Callable[[str], str], width: int | None = None
    ) -> None:
        self._target, self._names, self._key_of, self.width = target, names, key_of, width
        self._lines: list[tuple[dict[int, str], str | None, bool]] = []
        self._letters = 0
        self._file: Any = None

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()
        self._file.close()

    def add(self, entry: dict[str, Any]) -> None:
        """Raises ValueError if the table gets too many columns."""
        cells: dict[int, str] = {}
        lists, is_point = [], False
        for name, value in entry.items():
            place = self._names.setdefault(name, len(self._names))
            if len(self._names) > MOST_COLUMNS:
                raise ValueError(TOO_MANY_COLUMNS)
            if value is None or value == "":
                continue
            if isinstance(value, tuple):
                lists.append(self._key_of(name))
                value = json.dumps(value, ensure_ascii=False)
            elif isinstance(value, _Number):
                is_point = is_point or self._key_of(name) == "value"
            cells[place] = value
            self._letters += len(value)
        self._lines.append((cells, ",".join(lists) or None, is_point))
        if len(self._lines) * len(self._names) >= CELLS or self._letters >= LETTERS:
            self._write()

    def _write(self) -> None:
        from pyarrow.parquet import ParquetWriter

        if self.width is None:
            self.width = len(self._names)
        columns: dict[str, list[Any]] = {
            f"c{place}": [cells.get(place) for cells, _, _ in self._lines] for place in range(self.width)
        }
        columns[LISTS] = [lists for _, lists, _ in self._lines]
        columns[POINT] = [is_point for _, _, is_point in self._lines]
        table = to_arrow(columns, {**dict.fromkeys(columns, "text"), POINT: "truth"})
        if self._file is None:
            self._file = ParquetWriter(self._target, table.schema)
        self._file.write_table(table)
        self._lines.clear()
        self._letters = 0


def lines_of(path: Path) -> Sequence[int]:
    """The lines of a file that are not blank."""
    return [number for number, _ in _lines(path)]


def _entry(line: bytes) -> dict[str, Any]:
    """The cells of a line: texts, numbers, tuples of these, or None; raises ValueError."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"the line has more than {LONGEST_LINE:,} bytes")
    try:
        found = json.loads(
            line.decode(), parse_int=_Number, parse_float=_Number, parse_constant=_no_number, object_pairs_hook=_object
        )
    except UnicodeDecodeError as error:
        raise ValueError(not_utf8(error)) from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} (character {error.pos + 1})") from None
    except RecursionError:
        raise ValueError("not a line of claims: too deeply nested") from None
    if not isinstance(found, dict):
        raise ValueError("a line must be an object: its keys and values in braces")
    return {_whole(key): _cell(key, value) for key, value in found.items()}


def _cell(key: str, value: Any) -> Any:
    if value is None or isinstance(value, _Number):
        return value
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return tuple(map(_whole, value))
    found = "a list of other things than texts" if isinstance(value, list) else "a mapping"
    raise ValueError(f"{shown(key)} is {found}; accepted: text")


def _whole(text: str) -> str:
    """A text as it is; raises ValueError if a letter of it is only half there, as no encoding can write it."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"\\u{ord(text[error.start]):04x} is half a letter; write the letter itself") from None
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"key {shown(next(key for key in keys if keys.count(key) > 1))} stands twice")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")
