"""Engines: where values are read and items screened. Each yields whole items; the driver judges them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from crosscheck.model import Item, Severity
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
    """The items to judge, in their order, and how many; of how many others it is known what rules would find."""

    items: Iterator[Item]
    judged: int
    agreements: int
    superseded: int


def screening(engine: Engine, table: Table, *, least: Severity) -> Screening:
    """Screen a table; what is less severe than `least` is counted where the screen knows of it, and not judged."""
    judged, agreements, superseded = [np.empty(0, np.int64)], 0, 0
    for found in engine.screen(table):
        items = found.suspect
        if least <= Severity.NOTE:
            items = np.union1d(items, found.superseded)
        else:
            superseded += len(found.superseded)
        if least <= Severity.NONE:
            items = np.union1d(items, found.agreeing)
        else:
            agreements += len(np.setdiff1d(found.agreeing, items))
        judged.append(items)
    numbers = np.sort(np.concatenate(judged)).tolist()
    return Screening(table.items(numbers), len(numbers), agreements, superseded)
