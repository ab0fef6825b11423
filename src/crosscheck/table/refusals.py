"""Values that cannot be read: of a claims file each is told, of a table the first ones, and how many more there are."""

from __future__ import annotations

import numpy as np

from crosscheck.problems import Position, Problem, Problems
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Rows

LISTED = 20
"""So many are told of one table."""


class Refusals:
    """Collects what cannot be read: for `problems`, or of tables for `told` if these are read leniently."""

    def __init__(self, claims: Claims, problems: Problems, *, lenient: bool) -> None:
        self._claims, self._problems, self._lenient = claims, problems, lenient
        self._refused: list[tuple[Rows, str, str]] = []
        self.told: list[Problem] = []

    def add(self, rows: Rows, key: str, message: str) -> None:
        """The values of `key` in `rows` cannot be read."""
        self._refused.append((rows, key, message))

    def close(self) -> None:
        """Tell of them, in the order of the files."""
        if not self._refused:
            return
        rows = np.concatenate([rows for rows, _, _ in self._refused])
        which = np.repeat(np.arange(len(self._refused)), [len(rows) for rows, _, _ in self._refused])
        order = np.argsort(rows, kind="stable")
        rows, which = rows[order], which[order]
        parts = self._claims.part[rows]
        for number in np.unique(parts):
            part, of_part = self._claims.parts[number], np.flatnonzero(parts == number)
            told = self.told if part.is_table and self._lenient else self._problems.found
            kept = of_part[:LISTED] if part.is_table else of_part
            for place in kept:
                _, key, message = self._refused[which[place]]
                told.append(Problem(self._claims.position(int(rows[place]), key), message))
            if len(kept) < len(of_part):
                told.append(Problem(Position(part.file), f"{len(of_part) - len(kept):,} more values cannot be read"))
