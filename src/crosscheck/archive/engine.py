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
    import pyarrow

    kinds = {"text": pyarrow.string(), "long": pyarrow.int64(), "double": pyarrow.float64(), "truth": pyarrow.bool_()}
    return pyarrow.table({name: pyarrow.array(columns[name], kinds[kind]) for name, kind in types.items()})
