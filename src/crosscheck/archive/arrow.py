"""Columns of plain values as Arrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

Columns = Mapping[str, Sequence[Any]]
"""Rows as columns of plain values."""

Types = Mapping[str, str]
"""The types of columns: `text`, `long`, `double`, `truth`."""


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
