"""Tables of claims in claims/: a claim a row, in CSV, Parquet or JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosscheck.files import relative
from crosscheck.problems import Position, Problems
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Column, encoded, groups, mapped
from crosscheck.workspace.csv_sheets import csv_header, read_csv
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, cleaned, validate
from crosscheck.workspace.headers import REQUIRED, SCOPE, Places, places_of
from crosscheck.workspace.json_lines import read_json_lines
from crosscheck.workspace.settings import TableSettings
from crosscheck.workspace.sheets import LISTED, Sheet, parquet_header, read_parquet
from crosscheck.yamltext import Items
from crosscheck.yamltext import Mapping as Node

_STRICT = ("source", "id", "stance", "exhaustive")
"""Keys that do not take any text."""

_BAD = object()
_EXAMPLE: dict[str, Any] = {"subject": "a", "attribute": "a", "value": "a"}


class Table(NamedTuple):
    """The file of a table: where its cells stand."""

    file: str
    places: Places
    line: Callable[[int], int]

    @property
    def is_table(self) -> bool:
        return True

    def locate(self, place: int, key: str) -> tuple[int, int]:
        """The line of a row (Parquet: its number) and the number of the column, both from 1."""
        if key not in self.places:
            key = next((name for name in self.places if name.startswith(SCOPE)), "value") if key == "scope" else "value"
        return self.line(place), self.places[key] + 1


def load_table(path: Path, root: Path, settings: TableSettings, problems: Problems) -> Claims:
    """The claims of a table, without ids yet; every complaint goes to `problems`."""
    file = relative(path, root)
    found = _read(path, file, settings, problems)
    if found is None:
        return Claims.of((), {})
    places, sheet = found
    part = Table(file, places, sheet.line)
    cells = _Cells(part, sheet, problems)
    columns = {key: cells.cleaned(key) for key in sheet.columns if not key.startswith(SCOPE)}
    scoped = {key[len(SCOPE) :].strip(): cells.cleaned(key) for key in places if key.startswith(SCOPE)}
    if scoped:
        columns["scope"] = _scope(scoped)
    cells.complain()
    claims = Claims.of([(part, sheet.rows)], columns, numbers=sheet.numbers, points=sheet.points)
    return claims.only(~cells.wrong) if cells.wrong.any() else claims


def _read(path: Path, file: str, settings: TableSettings, problems: Problems) -> tuple[Places, Sheet] | None:
    suffix = path.suffix.lower()
    if not _is_text(path):  # DuckDB takes no other paths
        problems.add(Position(file), "its path is not UTF-8; rename the file or its folder")
        return None
    if suffix == ".csv":
        names, delimiter = csv_header(path, file, problems)
        places = places_of(names, file, settings, problems) if names else None
        sheet = read_csv(path, file, len(names), delimiter, places, problems) if places is not None else None
    elif suffix == ".parquet":
        types = parquet_header(path, file, problems)
        places = places_of(list(types), file, settings, problems) if types else None
        sheet = read_parquet(path, file, types, places, problems) if places is not None else None
    else:
        lines = read_json_lines(path, file, problems)
        places = places_of(list(lines.columns), file, settings, problems) if lines is not None else None
        if lines is None or places is None:
            return None
        names = list(lines.columns)
        columns = {key: lines.columns[names[place]] for key, place in places.items()}
        sheet = Sheet(len(lines.lines), columns, None, lines.numbers[names[places["value"]]], lines.lines.__getitem__)
    return (places, sheet) if places is not None and sheet is not None else None


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


class _Cells:
    """The cells of a table as claims have them, and those that no claim can have."""

    def __init__(self, table: Table, sheet: Sheet, problems: Problems) -> None:
        self._table, self._sheet, self._problems = table, sheet, problems
        self.wrong = np.zeros(sheet.rows, bool)
        for key in REQUIRED:
            if key in sheet.columns:
                self.wrong |= ~sheet.columns[key].present
        if sheet.numbers is not None:
            self.wrong |= np.isnan(sheet.numbers)
            for row in np.flatnonzero(np.isinf(sheet.numbers))[:LISTED].tolist():
                told = f"the value of row {row + 1} is infinite; accepted: a number"
                problems.add(Position(table.file, *table.locate(row, "value")), told)

    def cleaned(self, key: str) -> Column:
        """A column without white space around its texts; blank ones are absent, wrong ones noted."""
        column = self._sheet.columns[key]
        if key not in _STRICT and _are_clean(column.values):
            return column
        made = [_cleaned(key, value) for value in column.values]
        if any(value is _BAD for value in made):
            self.wrong |= np.array([*(value is _BAD for value in made), False])[column.codes]
        if key in REQUIRED and None in made:
            self.wrong |= np.array([*(value is None for value in made), False])[column.codes]
        if all(value is written for value, written in zip(made, column.values, strict=True)):
            return column
        return mapped(column, [None if value is _BAD else value for value in made])

    def complain(self) -> None:
        """Say of each wrong row what is wrong with it, as of a claim in a claims file."""
        rows = np.flatnonzero(self.wrong)
        for row in rows[:LISTED].tolist():
            claim, source = self._node(row)
            file = self._table.file
            line = f"row {row + 1}"
            validate(SourceDocument, source, file, self._problems, f"the source of {line}")
            validate(ClaimDocument, claim, file, self._problems, line)
        if len(rows) > LISTED:
            told = f"{len(rows) - LISTED:,} more rows cannot be read"
            self._problems.add(Position(self._table.file), told)

    def _node(self, row: int) -> tuple[Node, Node]:
        """A row as a claim and as a source of a claims file."""
        line = self._table.line(row)
        start = (line, 1)
        claim, source, scope = Node(start), Node(start), Node(start)
        for key, place in self._table.places.items():
            at = (line, place + 1)
            column = self._sheet.columns.get(key)
            # A column that is none of these has numbers.
            value: Any = "1" if column is None else column.at(row)
            if column is None and self._sheet.numbers is not None and np.isnan(self._sheet.numbers[row]):
                value = None
            if isinstance(value, tuple):
                value = Items(at)
            if value is None or (isinstance(value, str) and not value.strip()):
                continue
            if key == "source":
                source.place("id", value, at, at)
            elif key.startswith(SCOPE):
                scope.place(key[len(SCOPE) :], value, at, at)
            else:
                claim.place(key, value, at, at)
        if scope:
            claim.place("scope", scope, start, start)
        return claim, source


def _are_clean(values: Sequence[Any]) -> bool:
    """Whether there is nothing to clean in texts; a quick look at all of them at once."""
    if not set(map(type, values)) <= {str}:
        return False
    text = "\n".join(("", *values, ""))
    lines = text.count("\n") == len(values) + 1
    return lines and not any(edge in text for edge in (" \n", "\n ", "\n\n")) and text.replace("\n", "").isprintable()


def _cleaned(key: str, value: Any) -> Any:
    """A cell as a claim has it, None if it is blank, `_BAD` if no claim can have it."""
    if isinstance(value, str) and not value.strip():
        return None
    is_plain = isinstance(value, str) and value.isprintable() and value.strip() == value
    if is_plain and key not in _STRICT:
        return value
    if key == "source":
        return (cleaned(SourceDocument, {"id": value}) or {"id": _BAD})["id"]
    if key.startswith(SCOPE):
        found = cleaned(ClaimDocument, {**_EXAMPLE, "scope": {"a": value}})
        return _BAD if found is None else found["scope"]["a"]
    found = cleaned(ClaimDocument, {**_EXAMPLE, key: value})
    if found is None:
        return _BAD
    return found[key].value if key == "stance" else found[key]


def _scope(columns: Mapping[str, Column]) -> Column:
    """One column of sorted pairs."""
    keys = sorted(columns)
    alike = groups(len(columns[keys[0]].codes), *(columns[key].codes for key in keys))
    first = [
        tuple((key, value) for key in keys if (value := columns[key].at(row)) is not None) or None
        for row in alike.first.tolist()
    ]
    made = encoded(first)
    return Column(made.codes[alike.number], made.values)
