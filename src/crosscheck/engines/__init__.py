"""Engines: where values are read and items screened. Each yields whole items; the driver judges them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from crosscheck.model import Item
from crosscheck.screen import Screened
from crosscheck.table.digests import Digests
from crosscheck.table.frame import Table
from crosscheck.table.values import ValueReader
from crosscheck.table.written import Written

__all__ = ["Engine", "Screening", "screening"]


class Engine(Protocol):
    """Runs two pure functions on many things at once; whoever runs them, the results are the same."""

    def digest(self, values: ValueReader, written: Sequence[Written], put_off: bool) -> Digests:
        """`digested` of table/digests.py on values, in their order."""
        ...

    def screen(self, table: Table) -> Iterable[Screened]:
        """`screen` on the lines of all items, in parts of whole items, in any order."""
        ...


class Screening(NamedTuple):
    """The items to judge, in their order, and on how many of the others two witnesses agree."""

    items: Iterator[Item]
    agreements: int


def screening(engine: Engine, table: Table, *, agreeing: bool) -> Screening:
    """Screen a table; `agreeing`: yield the items on which two witnesses agree too, instead of counting them."""
    numbers, agreements = [], 0
    for found in engine.screen(table):
        numbers.append(np.union1d(found.suspect, found.agreeing) if agreeing else found.suspect)
        agreements += 0 if agreeing else len(found.agreeing)
    ordered = np.sort(np.concatenate(numbers)) if numbers else np.array([], np.int64)
    return Screening(table.items(ordered.tolist()), agreements)
