"""Workbooks (.xlsx) of claims: the rows of one sheet, with the kinds of their cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from crosscheck.archive.headers import MOST_COLUMNS, TOO_MANY_COLUMNS
from crosscheck.archive.jsonl import Number
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

Row = tuple[int, "dict[str, Any] | str"]

MOST_ROWS = 1_048_576
"""So many rows a sheet has at most."""


def rows(path: Path, file: str, sheet: str | None) -> list[Row]:
    """The rows of the sheet of a workbook, each with its number; raises `InputError`.

    `sheet` is its name; None: the only one that has cells. The first row has the names of the columns.
    """
    try:
        import openpyxl
    except ModuleNotFoundError:
        raise _refused(file, "needs openpyxl: python -m pip install openpyxl; or save the sheet as CSV") from None
    with path.open("rb") as opened:  # which some versions of openpyxl leave open
        try:
            book = openpyxl.load_workbook(opened, read_only=True, data_only=True)
        except OSError:
            raise
        except Exception as error:  # whatever is in the archive, openpyxl raises all kinds of errors
            raise _refused(file, f"cannot be read as a workbook: {type(error).__name__}") from None
        return list(_rows(_sheet(book, file, sheet), file))


def _sheet(book: Any, file: str, name: str | None) -> Any:
    if name is not None:
        if name not in book.sheetnames:
            near = did_you_mean(name, book.sheetnames)
            raise _refused(file, f"has no sheet {shown(name)}{near}; it has: {', '.join(map(shown, book.sheetnames))}")
        return book[name]
    filled = [sheet for sheet in book.worksheets if any(any(row) for row in sheet.iter_rows(values_only=True))]
    if len(filled) > 1:
        names = ", ".join(shown(sheet.title) for sheet in filled)
        raise _refused(file, f"has several sheets: {names}; name one in [[tables]] of crosscheck.toml (sheet = …)")
    return (filled or book.worksheets)[0]


def _rows(sheet: Any, file: str) -> Iterator[Row]:
    names: Sequence[str] | None = None
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [cell.value for cell in row]
        if all(cell is None or cell == "" for cell in cells):
            continue
        if names is None:
            names = _names(cells, file, number)
            continue
        try:
            yield number, {name: _cell(cell) for name, cell in zip(names, row, strict=False)}
        except ValueError as error:
            yield number, str(error)


def _names(cells: Sequence[Any], file: str, number: int) -> list[str]:
    names = ["" if cell is None else str(cell).strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise _refused(file, TOO_MANY_COLUMNS)
    for place, name in enumerate(names):
        if not name:
            raise InputError([Problem(Position(file, number, place + 1), f"column {place + 1} has no name")])
        if name in names[:place]:
            told = f"duplicate column {shown(name)} (first as column {names.index(name) + 1})"
            raise InputError([Problem(Position(file, number, place + 1), told)])
    return names


def _cell(cell: Any) -> str | Number | None:
    """What a cell holds as it is shown: a share with its sign, a day without a time. Raises ValueError."""
    value = cell.value
    if value is None or isinstance(value, str):
        if getattr(cell, "data_type", "") == "e":
            raise ValueError(f"cell {cell.coordinate} holds the error {value}")
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        digits = Decimal(repr(value))
        if "%" in (cell.number_format or ""):
            return f"{_plain(digits * 100)}%"
        return Number(_plain(digits))
    if isinstance(value, datetime.datetime):
        at_midnight = value.time() == datetime.time()
        return value.date().isoformat() if at_midnight else value.isoformat(timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="minutes")
    raise ValueError(f"cell {cell.coordinate} is {type(value).__name__}; accepted: text, numbers, dates")


def _plain(number: Decimal) -> str:
    """The digits of a number, without an exponent nor zeros that nobody wrote."""
    return f"{number.normalize():f}"


def _refused(file: str, told: str) -> InputError:
    return InputError([Problem(Position(file), told)])
