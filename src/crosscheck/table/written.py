"""What is written of a claim's value: all that its meaning follows from, apart from other claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from crosscheck.model import Source
from crosscheck.table.claims import Claims


class Written(NamedTuple):
    """A value as somebody wrote it. Plain values, so that it can be read anywhere.

    `attribute` is its number in the column of the claims; `is_point` is true of a number of a table that nothing says
    to read otherwise. `published` is when its source was published, None where a date must do without.
    """

    attribute: int
    value: str | tuple[str, ...]
    language: str
    is_point: bool
    published: str | None = None


@dataclass(frozen=True, slots=True)
class AsWritten:
    """The values of claims as they are written."""

    claims: Claims
    sources: Mapping[str, Source]

    def of(self, row: int, *, published: bool) -> Written:
        """The value of a claim; `published`: with the publication that its dates may count from."""
        source = self.sources.get(self.claims.at("source", row))
        return Written(
            int(self.claims.columns["attribute"].codes[row]), self.told(row)[1], self.language(row),
            self.is_point(row), source.published if source and published else None,
        )  # fmt: skip

    def told(self, row: int) -> tuple[str, str | tuple[str, ...]]:
        """The key that the words to read stand under, and these."""
        read_as = self.claims.at("read_as", row)
        return ("value", self.claims.value(row)) if read_as is None else ("read_as", read_as)

    def is_point(self, row: int) -> bool:
        """Whether the value is a number of a table, and nothing says how else to read it."""
        claims = self.claims
        is_number = claims.points[row] or claims.columns["value"].at(row) is None
        return bool(is_number) and claims.at("read_as", row) is None

    def language(self, row: int) -> str:
        """The language of the words to read."""
        source = self.sources.get(self.claims.at("source", row))
        return source.language if source and self.claims.at("read_as", row) is None else "en"
