"""The engine on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from crosscheck.screen import Screened, screen
from crosscheck.table.digests import Digests, digested
from crosscheck.table.frame import Table
from crosscheck.table.values import ValueReader
from crosscheck.table.written import Written


class Local:
    """Reads values, and screens many items on all cores, in threads, which numpy lets run."""

    def digest(self, values: ValueReader, written: Sequence[Written], put_off: bool) -> Digests:
        return digested(values, written, put_off)

    def screen(self, table: Table) -> Iterator[Screened]:
        spans = table.spans()
        if len(spans) < 2:
            yield from (screen(table.frame(*span)) for span in spans)
            return
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            yield from pool.map(lambda span: screen(table.frame(*span)), spans)
