"""A run of the plan: what runs it, and what is known of its tables by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from crosscheck.archive.engine import Engine
from crosscheck.archive.plan.shape import Shape

ROWS_AT_ONCE, LETTERS_AT_ONCE = 50_000, 1 << 28


@dataclass(slots=True)
class PlanRun:
    """The engine, and the shape of the tables, which each step knows better than the one before it."""

    engine: Engine
    shape: Shape
    rows_at_once: int = field(default_factory=lambda: ROWS_AT_ONCE)
    """So many claims are objects at once."""

    def fit(self, letters: int) -> None:
        """Hold no more rows at once than there is memory for, if the longest has so many letters."""
        most = LETTERS_AT_ONCE // max(1, letters)
        self.engine.fit(most)
        self.rows_at_once = max(1, min(ROWS_AT_ONCE, most))

    def learn(self, **found: Any) -> None:
        """Know more of the shape."""
        self.shape = replace(self.shape, **found)

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        for batch in self.engine.batches(sql):
            yield from zip(*batch.values(), strict=True)

    def numbers(self, sql: str) -> tuple[int, ...]:
        """The one row of a query that counts."""
        return tuple(int(cell or 0) for cell in next(self.rows(sql)))

    def records(self, sql: str) -> Iterator[dict[str, Any]]:
        """The rows of a query, each with the names of its columns."""
        for batch in self.engine.batches(sql):
            for cells in zip(*batch.values(), strict=True):
                yield dict(zip(batch, cells, strict=True))
