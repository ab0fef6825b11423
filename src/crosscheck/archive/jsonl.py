"""JSON Lines of claims: an object a line, its numbers with their digits as typed, as a Parquet file of texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from crosscheck.archive.arrow import to_arrow
from crosscheck.archive.csv import LISTED, LONGEST_LINE
from crosscheck.archive.headers import MOST_COLUMNS, TOO_MANY_COLUMNS
from crosscheck.files import not_utf8
from crosscheck.problems import Position, Problems, shown

CELLS, LETTERS = 500_000, 1 << 26
"""So many cells or letters are written at once."""

LISTS, POINTS = "lists", "points"
"""Columns beside those of the names: the keys whose cell is a list, and the places whose cell is a number: `,2,5,`."""

Entries = Callable[[], Iterator[tuple[int, "dict[str, Any] | str"]]]
"""Goes through the rows of a file: the line of each, and its cells or what is wrong with it."""


class Meaning(NamedTuple):
    """What names of columns mean: the key of a claim that one stands for, and whether its cells are never lists."""

    key_of: Callable[[str], str]
    is_text: Callable[[str], bool]


def is_point(place: int) -> str:
    """Whether a cell is a number, in SQL."""
    return f"coalesce({POINTS} LIKE '%,{place},%', FALSE)"


class Number(str):
    """The digits of a number."""

    __slots__ = ()


def to_parquet(rows: Entries, file: str, meaning: Meaning, target: Path, problems: Problems) -> list[str] | None:
    """Write rows as columns c0, c1 …; returns their names, None if a row cannot be read.

    Lists are written as JSON. Raises OSError.
    """
    names: dict[str, int] = {}
    writer = _Writer(target, names, meaning)
    for _ in range(2):  # again, if a name comes after the first lines were written
        with writer:
            if not _read(rows, file, writer, problems):
                return None
        if writer.width in (None, len(names)):
            break
        writer = _Writer(target, names, meaning, len(names))
    return list(names)


def _read(rows: Entries, file: str, writer: _Writer, problems: Problems) -> bool:
    wrong = 0
    for number, entry in rows():
        told = entry if isinstance(entry, str) else writer.add(entry)
        if told is not None:
            wrong += 1
            if wrong <= LISTED:
                problems.add(Position(file, number), told)
    if wrong > LISTED:
        problems.add(Position(file), f"{wrong - LISTED:,} more lines cannot be read")
    return not wrong


Split = Callable[[Path], Iterator[tuple[int, bytes]]]
"""The texts of the rows of a file, with the lines that they begin in."""


def entries(path: Path, split: Split) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The rows of a file of objects, as `Entries`."""
    for number, line in split(path):
        try:
            yield number, _entry(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except ValueError as error:
            yield number, str(error)


def elements(path: Path) -> Iterator[tuple[int, bytes]]:
    """The objects of a JSON list, each as it is written; what cannot be told apart is one, for `entries` to refuse."""
    whole = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        text = whole.decode()
        place, number = _SPACE.match(text).end(), 1  # type: ignore[union-attr]
        if text[place : place + 1] != "[":
            raise ValueError
        json.loads(text)
    except (ValueError, RecursionError):
        yield 1, _NO_LIST if whole.lstrip()[:1] == b"{" else whole
        return
    number, place, before = 1, place + 1, 0
    while True:
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]
        if text[place] == "]":
            return
        number, before = number + text.count("\n", before, place), place
        _, end = _DECODER.raw_decode(text, place)
        yield number, text[place:end].encode(errors="surrogatepass")
        place = end


_SPACE = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()
_NO_LIST = b"[]"


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
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

    def __init__(self, target: Path, names: dict[str, int], meaning: Meaning, width: int | None = None) -> None:
        self._target, self._names, self._meaning, self.width = target, names, meaning, width
        self._lines: list[tuple[dict[int, str], str | None, str | None]] = []
        self._letters = 0
        self._file: Any = None

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()
        self._file.close()

    def add(self, entry: dict[str, Any]) -> str | None:
        """What is wrong with a row, None if nothing is."""
        cells: dict[int, str] = {}
        lists, points = [], []
        for name, value in entry.items():
            place = self._names.setdefault(name, len(self._names))
            if len(self._names) > MOST_COLUMNS:
                return TOO_MANY_COLUMNS
            if value is None or value == "":
                continue
            if isinstance(value, tuple):
                if self._meaning.is_text(name):
                    return f"{shown(name)} is a list; accepted in a column that is melted or split: text or a number"
                lists.append(self._meaning.key_of(name))
                value = json.dumps(value, ensure_ascii=False)
            elif isinstance(value, Number):
                points.append(place)
            cells[place] = value
            self._letters += len(value)
        told = f",{','.join(map(str, points))}," if points else None
        self._lines.append((cells, ",".join(lists) or None, told))
        if len(self._lines) * len(self._names) >= CELLS or self._letters >= LETTERS:
            self._write()
        return None

    def _write(self) -> None:
        from pyarrow.parquet import ParquetWriter

        if self.width is None:
            self.width = len(self._names)
        columns: dict[str, list[Any]] = {
            f"c{place}": [cells.get(place) for cells, _, _ in self._lines] for place in range(self.width)
        }
        columns[LISTS] = [lists for _, lists, _ in self._lines]
        columns[POINTS] = [points for _, _, points in self._lines]
        table = to_arrow(columns, dict.fromkeys(columns, "text"))
        if self._file is None:
            self._file = ParquetWriter(self._target, table.schema)
        self._file.write_table(table)
        self._lines.clear()
        self._letters = 0


def lines_of(path: Path, split: Split) -> Sequence[int]:
    """The lines that the rows of a file begin in."""
    return [number for number, _ in split(path)]


def _entry(line: bytes) -> dict[str, Any]:
    """The cells of a line: texts, numbers, tuples of these, or None; raises ValueError."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"the line has more than {LONGEST_LINE:,} bytes")
    try:
        found = json.loads(
            line.decode(), parse_int=Number, parse_float=Number, parse_constant=_no_number, object_pairs_hook=_object
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
    if value is None or isinstance(value, Number):
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
        raise ValueError(f"duplicate key {shown(next(key for key in keys if keys.count(key) > 1))}")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number")
