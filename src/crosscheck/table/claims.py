"""Claims as columns: what a million of them say, each different text once; a `Claim` is made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from crosscheck.model import Claim, Stance
from crosscheck.model.claims import KEYS
from crosscheck.problems import Position
from crosscheck.table.columns import ABSENT, Codes, Column, Rows, Truths, empty, joined


class Part(Protocol):
    """The file that some claims stand in, and where in it."""

    @property
    def file(self) -> str: ...

    @property
    def is_table(self) -> bool: ...

    def locate(self, place: int, key: str) -> tuple[int, int]:
        """Line and column of the value of `key` in the claim at `place` of this file, counted from 1.

        Raises KeyError where a YAML file does not have the key.
        """
        ...


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims in the order in which they were read; `columns` has each of `KEYS`.

    `numbers` are the values that are figures of a numeric column, nan where `value` has a text; `points` is true where
    the text of `value` is such a figure, too exact for a float. `nth` is 0 for a claim whose id is written, else which
    one of its source with its `slug` it is, from 1. `part` and `place` tell where in which of `parts` a claim stands.
    """

    columns: Mapping[str, Column]
    numbers: npt.NDArray[np.float64]
    points: Truths
    part: Codes
    place: Codes
    parts: tuple[Part, ...]
    slug: Column
    nth: Codes

    @staticmethod
    def of(
        parts: Sequence[tuple[Part, int]], columns: Mapping[str, Column], *,
        numbers: npt.NDArray[np.float64] | None = None, points: Truths | None = None,
    ) -> Claims:  # fmt: skip
        """The claims of files, so many of each, without ids; a key that `columns` lacks is absent throughout."""
        sizes = [size for _, size in parts]
        rows = sum(sizes)
        part = np.arange(len(parts), dtype=np.int32)
        place = np.concatenate([np.empty(0, np.int32), *(np.arange(size, dtype=np.int32) for size in sizes)])
        return Claims(
            {key: columns.get(key) or empty(rows) for key in KEYS},
            np.broadcast_to(np.float64("nan"), rows) if numbers is None else numbers,
            np.broadcast_to(np.False_, rows) if points is None else points,
            np.broadcast_to(part, rows) if len(parts) == 1 else np.repeat(part, sizes), place,
            tuple(part for part, _ in parts),
            empty(rows), np.broadcast_to(np.int32(0), rows),
        )  # fmt: skip

    @staticmethod
    def joined(all_of: Sequence[Claims]) -> Claims:
        """The claims of several files one after the other."""
        all_of = [claims for claims in all_of if claims.parts] or [Claims.of((), {})]
        if len(all_of) == 1:
            return all_of[0]
        first = np.cumsum([0, *(len(claims.parts) for claims in all_of)])
        return Claims(
            {key: joined([claims.columns[key] for claims in all_of]) for key in KEYS},
            np.concatenate([claims.numbers for claims in all_of]),
            np.concatenate([claims.points for claims in all_of]),
            np.concatenate([claims.part + np.int32(at) for claims, at in zip(all_of, first, strict=False)]),
            np.concatenate([claims.place for claims in all_of]),
            tuple(part for claims in all_of for part in claims.parts),
            joined([claims.slug for claims in all_of]),
            np.concatenate([claims.nth for claims in all_of]),
        )

    def only(self, rows: Truths) -> Claims:
        """The claims for which `rows` is true."""
        return replace(
            self, columns={key: column.take(rows) for key, column in self.columns.items()},
            numbers=self.numbers[rows], points=self.points[rows], part=self.part[rows], place=self.place[rows],
            slug=self.slug.take(rows), nth=self.nth[rows],
        )  # fmt: skip

    def without(self, sources: Collection[str]) -> Claims:
        """The claims of all other sources."""
        column = self.columns["source"]
        left_out = np.array([*(source in sources for source in column.values), False])
        return self.only(~left_out[column.codes]) if left_out.any() else self

    def sources(self, file: str | None = None) -> set[str]:
        """The sources of all claims, or of those in one file."""
        column = self.columns["source"]
        parts = [number for number, part in enumerate(self.parts) if file is None or part.file == file]
        return {column.values[code] for code in np.unique(column.codes[np.isin(self.part, parts)])}

    def __len__(self) -> int:
        return len(self.place)

    def __iter__(self) -> Iterator[Claim]:
        """The claims in the order of their ids."""
        ids = [self.id_of(row) for row in range(len(self))]
        return iter(self.made(np.array(sorted(range(len(self)), key=ids.__getitem__), np.int64)))

    def at(self, key: str, row: int) -> Any:
        """What a claim has under one of `KEYS`, None if nothing."""
        if key == "value":
            return self.value(row)
        return self.columns[key].at(row)

    def value(self, row: int) -> str | tuple[str, ...]:
        """The value as written; a figure in plain digits."""
        found: str | tuple[str, ...] | None = self.columns["value"].at(row)
        return figure(self.numbers.item(row)) if found is None else found

    def id_of(self, row: int) -> str:
        """The full id of a claim."""
        source, written = self.columns["source"].at(row), self.columns["id"].at(row)
        return _id(source, written, self.slug.at(row), self.nth.item(row))

    def first_of(self, rows: Rows) -> int:
        """The row of the least id."""
        sources = self.columns["source"]
        codes = sources.codes[rows]
        least = min(np.unique(codes).tolist(), key=lambda code: f"{sources.values[code]}/")
        first: int = min(rows[codes == least].tolist(), key=self.id_of)
        return first

    def claim(self, row: int) -> Claim:
        """The claim in a row."""
        return self.made(np.array([row]))[0]

    def made(self, rows: Rows) -> list[Claim]:
        """The claims in some rows; what many need of a column is taken from it at once."""
        cell = {key: column.of(rows) for key, column in self.columns.items()}
        ids = map(_id, cell["source"], cell["id"], self.slug.of(rows), self.nth[rows].tolist())
        numbers = self.numbers[rows].tolist()
        files = [self.parts[part].file for part in self.part[rows].tolist()]
        return [
            Claim(
                id=id, source=cell["source"][n], subject=cell["subject"][n], attribute=cell["attribute"][n],
                value=figure(numbers[n]) if cell["value"][n] is None else cell["value"][n], file=files[n],
                locate=partial(self.locate, row), quote=cell["quote"][n], read_as=cell["read_as"][n],
                scope=cell["scope"][n] or (), when=cell["when"][n], relative_to=cell["relative_to"][n],
                said_by=cell["said_by"][n], stance=stance_of(cell["stance"][n], cell["said_by"][n]),
                exhaustive=cell["exhaustive"][n] == "true", url=cell["url"][n], note=cell["note"][n],
            )
            for n, (row, id) in enumerate(zip(rows.tolist(), ids, strict=True))
        ]  # fmt: skip

    def part_of(self, row: int) -> Part:
        """The file that a claim stands in."""
        found: Part = self.parts[self.part.item(row)]
        return found

    def locate(self, row: int, key: str) -> tuple[int, int]:
        """Line and column of the value of a key; raises KeyError if the claim lacks it."""
        part = self.part_of(row)
        if part.is_table and key != "value" and self.columns[key].codes[row] == ABSENT:
            raise KeyError(key)
        return part.locate(int(self.place[row]), key)

    def position(self, row: int, key: str) -> Position:
        """Where the value of a key stands, else the claim's value."""
        try:
            return Position(self.part_of(row).file, *self.locate(row, key))
        except KeyError:
            return Position(self.part_of(row).file, *self.locate(row, "value"))


def _id(source: str, written: str | None, slug: str | None, nth: int) -> str:
    if written is not None:
        return f"{source}/{written}"
    return f"{source}/{slug}" if nth == 1 else f"{source}/{slug}-{nth}"


def stance_of(written: str | None, said_by: str | None) -> Stance:
    """The stance of who speaks: as written, else that of an author, or of a source that passes it on."""
    if written is not None:
        return Stance(written)
    return Stance.REPORTS if said_by is not None else Stance.ASSERTS


def figure(number: float) -> str:
    """A number of a table in plain digits: 12, 0.5, 15000000000."""
    return str(int(number)) if number.is_integer() else format(Decimal(repr(number)), "f")
