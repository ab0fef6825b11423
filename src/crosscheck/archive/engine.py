"""What runs the plan, and what the claims in it are read by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from crosscheck.archive.arrow import Columns, Types
from crosscheck.archive.dialect import Dialect
from crosscheck.archive.sheet import Sheet
from crosscheck.model import Attribute, ReadingSettings, Source
from crosscheck.vocabulary import Names


class Engine(Protocol):
    """What runs the plan; names of tables and views are its own."""

    dialect: Dialect
    scratch: Path

    def fit(self, rows: int) -> None:
        """Let no more than so many rows, or a few, pass through Python at once."""

    def rows_of(self, sheet: Sheet) -> tuple[str, str]: ...

    def view(self, name: str, sql: str) -> None: ...

    def table(self, name: str, sql: str) -> None: ...

    def drop(self, name: str) -> None: ...

    def make_room(self) -> None:
        """Leave memory of this machine to findings."""
        ...

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
