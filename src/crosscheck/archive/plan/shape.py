"""What the tables of a workspace have, which the SQL is made for, and how columns are written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscheck.archive.dialect import Dialect


@dataclass(frozen=True)
class Shape:
    """What a workspace's tables have, which the SQL is made for.

    `columns` are those of scan.py that any part has; `separating` the numbers of the scope columns that separate items
    of some attribute. `relative`: a claim counts from another; `readings`: a value is read in Python; `all_read`: all
    of these can be, and all times; `on_demand`: others are read when somebody asks for their items. `languages`,
    `publications`: sources differ in theirs. `witnesses`: a witness may be another one than the source. `filed`: some
    claims are of files; `drafted`: some are of a draft. `tongues`: what a name stands for may depend on the language.
    """

    dialect: Dialect
    columns: frozenset[str]
    separating: tuple[int, ...] = ()
    languages: bool = False
    publications: bool = False
    witnesses: bool = False
    filed: bool = False
    drafted: bool = False
    readings: bool = True
    all_read: bool = False
    on_demand: bool = False
    words: bool = True
    spelled: bool = True
    tongues: bool = False

    def has(self, column: str) -> bool:
        return column in self.columns

    @property
    def texts(self) -> frozenset[str]:
        """The columns of text."""
        return self.columns - {"num", "point"}

    @property
    def keys(self) -> dict[str, str]:
        """The columns by which a value is known, with their types."""
        found = {"a": "long", "words": "text"}
        found |= {"figure": "double"} if self.has("num") else {}
        found |= {"form": "long"} if self.has("point") or self.has("lists") else {}
        found |= {"language": "text"} if self.languages else {}
        return found | ({"published": "text"} if self.publications else {})

    @property
    def cells(self) -> list[str]:
        return [f"k{number}" for number in self.separating]

    @property
    def written(self) -> list[str]:
        """What rows of one group have written: of two languages, they may be of two groups."""
        return ["subject", "spelling", *self.cells]

    @property
    def group(self) -> list[str]:
        return [*self.written, *(["tongue"] if self.tongues else [])]

    @property
    def item(self) -> list[str]:
        return ["name", "a", *(f"n{number}" for number in self.separating)]

    @property
    def timed(self) -> bool:
        return self.has("at_time")

    @property
    def relative(self) -> bool:
        return self.has("relative_to")


def listed(columns: Iterable[str], of: str = "") -> str:
    return ", ".join(f"{of}{column}" for column in columns)


def joined(columns: Iterable[str], one: str, other: str) -> str:
    return " AND ".join(f"{one}.{column} = {other}.{column}" for column in columns)


def equal(column: str, kind: str, one: str, other: str) -> str:
    """Whether a column is equal in two rows, or absent in both."""
    nothing = {"text": "''", "double": "0.0", "truth": "FALSE"}.get(kind, "0")
    return f"coalesce({one}.{column}, {nothing}) = coalesce({other}.{column}, {nothing})"


def selected(expressions: Mapping[str, str]) -> str:
    return ", ".join(f"{sql} AS {name}" for name, sql in expressions.items())
