"""The few expressions in which the SQL of DuckDB and that of Apache Spark differ."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_TYPES = {"text": "VARCHAR", "long": "BIGINT", "double": "DOUBLE", "truth": "BOOLEAN"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine writes what SQL has no one word for. Patterns have no backslash, which the two escape differently.

    Left out on purpose, as the two differ in it: hashes, lists, structs, lambdas, null-safe equality, FILTER.
    """

    is_spark: bool

    def type(self, name: str) -> str:
        """The SQL type of a column: `text`, `long`, `double` or `truth`."""
        return "STRING" if self.is_spark and name == "text" else _TYPES[name]

    def text(self, text: str) -> str:
        """A text as a literal."""
        return quoted(text.replace("\\", "\\\\") if self.is_spark else text)

    def matches(self, text: str, pattern: str) -> str:
        """Whether a pattern is found in a text."""
        return f"{text} RLIKE {quoted(pattern)}" if self.is_spark else f"regexp_matches({text}, {quoted(pattern)})"

    def replaced(self, text: str, pattern: str, by: str) -> str:
        """A text with all that a pattern finds replaced."""
        all_of = "" if self.is_spark else ", 'g'"
        return f"regexp_replace({text}, {quoted(pattern)}, {quoted(by)}{all_of})"

    def whole(self, number: str) -> str:
        """A whole number, of which the column has floats, as text."""
        return f"CAST(CAST({number} AS {'DECIMAL(38,0)' if self.is_spark else 'HUGEINT'}) AS {self.type('text')})"

    def named(self, name: str) -> str:
        """A name of a column as an identifier."""
        sign = "`" if self.is_spark else '"'
        return sign + name.replace(sign, sign * 2) + sign


DUCKDB, SPARK = Dialect(False), Dialect(True)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def literal(path: Path) -> str:
    """A path in which DuckDB finds no pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))
