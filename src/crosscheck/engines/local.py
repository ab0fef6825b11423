"""The engine in this process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.model import Item
from crosscheck.screen import screen
from crosscheck.table.frame import Table


class Screening(NamedTuple):
    """The items to judge, and on how many of the others two witnesses agree."""

    items: Iterator[Item]
    agreements: int


def run(table: Table, *, agreeing: bool) -> Screening:
    """Screen a table; `agreeing`: yield the items on which two witnesses agree too, instead of counting them."""
    found = screen(table.frame)
    numbers = sorted([*found.suspect, *found.agreeing]) if agreeing else list(found.suspect)
    return Screening(iter(table.items(numbers)), 0 if agreeing else len(found.agreeing))
