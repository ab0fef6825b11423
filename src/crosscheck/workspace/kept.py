"""What claims files said in the last run, kept in the cache: a file that has not changed is not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosscheck import cache
from crosscheck.model.claims import KEYS
from crosscheck.table.columns import ABSENT, Codes, Column, empty
from crosscheck.workspace.claim_files import ClaimsFile

NAME = "claims"


class Slice(NamedTuple):
    """The claims of a file in the kept columns."""

    read: ClaimsFile
    first: int
    rows: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Files of the last run by name and hash of their bytes, and the columns of the claims of all of them."""

    files: dict[tuple[str, str], Slice]
    columns: dict[str, Column]

    @staticmethod
    def of(root: Path) -> Kept:
        """What the last run in the workspace `root` kept."""
        found = cache.load(root, NAME)
        if found is None:
            return Kept({}, {})
        value, arrays = found
        columns = {key: Column(arrays[key], list(map(_cell, values))) for key, values in value["columns"].items()}
        files, first, width = {}, 0, 2 * len(KEYS)
        for file, digest, count, declared, at in value["files"]:
            places: Any = arrays["places"][first * width : (first + count) * width]
            if declared is not None:
                declared["copies"] = tuple(declared["copies"])
            read = ClaimsFile(file, declared, tuple(at), (), places, ())
            files[file, digest] = Slice(read, first, count)
            first += count
        return Kept(files, columns)

    def columns_of(self, files: Sequence[ClaimsFile | Slice]) -> dict[str, Column]:
        """The columns of the claims of files one after the other, whether they are kept or read anew."""
        fresh = [list(zip(*file.cells, strict=True)) if isinstance(file, ClaimsFile) else [] for file in files]
        return {
            key: _joined(self.columns.get(key) or empty(0), files, [cells[n] if cells else () for cells in fresh])
            for n, key in enumerate(KEYS)
        }


def keep(root: Path, files: Iterable[tuple[ClaimsFile, str, int]], columns: dict[str, Column]) -> None:
    """Keep files, the hashes of their bytes and how many claims each has, with the columns of all their claims."""
    files = list(files)
    told = [[file.file, digest, count, file.declared, file.at] for file, digest, count in files]
    arrays = {key: column.codes for key, column in columns.items() if column.values}
    arrays["places"] = np.concatenate([np.empty(0, np.int32), *(np.asarray(f.places, np.int32) for f, _, _ in files)])
    values = {key: column.values for key, column in columns.items() if column.values}
    cache.save(root, NAME, {"files": told, "columns": values}, arrays)


def digest_of(data: bytes) -> str:
    """The hash of the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


def _cell(value: Any) -> Any:
    """JSON has no tuples."""
    return tuple(map(_cell, value)) if isinstance(value, list) else value


def _joined(kept: Column, files: Sequence[ClaimsFile | Slice], fresh: Sequence[Sequence[Any]]) -> Column:
    numbers: dict[Any, int] = {None: ABSENT}
    number = numbers.setdefault
    for value in kept.values:
        number(value, len(numbers) - 1)
    parts: list[Codes] = []
    for file, cells in zip(files, fresh, strict=True):
        if isinstance(file, ClaimsFile):
            parts.append(np.fromiter((number(cell, len(numbers) - 1) for cell in cells), np.int32, len(cells)))
        elif kept.values:
            parts.append(kept.codes[file.first : file.first + file.rows])
        else:
            parts.append(np.full(file.rows, ABSENT, np.int32))
    return _in_order(np.concatenate([np.empty(0, np.int32), *parts]), [value for value in numbers if value is not None])


def _in_order(codes: Codes, values: Sequence[Any]) -> Column:
    """The column with the values that it uses, in the order in which they come first."""
    rows = np.arange(len(codes))
    first = np.full(len(values) + 1, len(codes))
    first[codes[::-1]] = rows[::-1]
    used = np.argsort(first[:-1], kind="stable")[: np.count_nonzero(first[:-1] < len(codes))]
    if not len(used):
        return empty(len(codes))
    places = np.full(len(values) + 1, ABSENT, np.int32)
    places[used] = np.arange(len(used), dtype=np.int32)
    return Column(places[codes], [values[place] for place in used.tolist()])
