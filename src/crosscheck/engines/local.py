"""The engine in this process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

import numpy as np

from crosscheck.model import Item
from crosscheck.screen import Screened, screen
from crosscheck.table.frame import Table


class Screening(NamedTuple):
    """The items to judge, and on how many of the others two witnesses agree."""

    items: Iterator[Item]
    agreements: int


def run(table: Table, *, agreeing: bool) -> Screening:
    """Screen a table; `agreeing`: yield the items on which two witnesses agree too, instead of counting them."""
    numbers, agreements = [], 0
    for found in _screened(table):
        numbers.append(np.union1d(found.suspect, found.agreeing) if agreeing else found.suspect)
        agreements += 0 if agreeing else len(found.agreeing)
    return Screening(table.items(chain.from_iterable(part.tolist() for part in numbers)), agreements)


def _screened(table: Table) -> Iterator[Screened]:
    """The table screened in chunks of whole items, of a large one on all cores: numpy lets other threads run."""
    spans = table.spans()
    if len(spans) < 2:
        yield from (screen(table.frame(*span)) for span in spans)
        return
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(lambda span: screen(table.frame(*span)), spans)
