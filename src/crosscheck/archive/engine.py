"""What runs the plan, and what the claims in it are read by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from crosscheck.archive.dialect import Dialect
from crosscheck.archive.scan import Sheet
from crosscheck.model import Attribute, ReadingSettings, Source
from crosscheck.vocabulary import Names

if TYPE_CHECKING:
    import pyarrow

Columns = Mapping[str, Sequence[Any]]
"""Rows as columns of plain values."""

Types = Mapping[str, str]
"""The types of columns: `text`, `long`, `double`, `truth`."""


class Engine(Protocol):
    """What runs the plan; names of tables and views are its own."""

    dialect: Dialect
    scratch: Path

    def rows_of(self, sheet: Sheet) -> tuple[str, str]: ...

    def view(self, name: str, sql: str) -> None: ...

    def table(self, name: str, sql: str) -> None: ...

    def drop(self, name: str) -> None: ...

    def put(self, name: str, columns: Columns, types: Types) -> None: ...

    def batches(self, sql: str) -> Iterator[dict[str, list[Any]]]: ...

    def mapped(self, name: str, sql: str, function: Callable[[Columns], Columns], types: Types) -> None: ...


@dataclass(frozen=True)
class Vocabulary:
    """What claims are read by. `sources` may lack some that only tables name."""

    attributes: Mapping[str, Attribute]
    names: Names
    sources: Mapping[str, Source]
    settings: ReadingSettings


def to_arrow(columns: Columns, types: Types) -> pyarrow.Table:
    """Columns as Arrow, made of buffers: `pyarrow.array` loads pandas, if that is installed, to look for its series."""
    import pyarrow

    return pyarrow.table({name: _array(columns[name], kind) for name, kind in types.items()})


def _array(cells: Sequence[Any], kind: str) -> pyarrow.Array:
    import numpy as np
    import pyarrow

    present = np.fromiter((cell is not None for cell in cells), bool, len(cells))
    if kind == "text":
        texts = [b"" if cell is None else cell.encode() for cell in cells]
        of, values = pyarrow.large_string(), [np.cumsum([0, *map(len, texts)], dtype=np.int64), b"".join(texts)]
    elif kind == "truth":
        of, values = pyarrow.bool_(), [np.packbits(np.fromiter(map(bool, cells), bool, len(cells)), bitorder="little")]
    else:
        of, dtype = (pyarrow.int64(), np.int64) if kind == "long" else (pyarrow.float64(), np.float64)
        values = [np.fromiter((0 if cell is None else cell for cell in cells), dtype, len(cells))]
    buffers = [np.packbits(present, bitorder="little"), *values]
    made = pyarrow.Array.from_buffers(of, len(cells), [pyarrow.py_buffer(buffer) for buffer in buffers])
    return made.cast(pyarrow.string()) if kind == "text" else made  # Spark takes no large ones
