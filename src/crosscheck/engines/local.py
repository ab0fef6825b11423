"""The engine on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from crosscheck.processes import cores
from crosscheck.screen import Screened, screen
from crosscheck.table.digests import Digests, digested
from crosscheck.table.frame import Table
from crosscheck.table.shared import REMEMBERED
from crosscheck.table.values import ValueReader
from crosscheck.table.written import Written

AT_ONCE = REMEMBERED // 2
"""So many values are read in one go: what is read ahead must still be remembered when it is asked for."""


class Local:
    """Reads many values and screens many items on all cores: in processes, and in threads, which numpy lets run."""

    def digest(self, values: ValueReader, written: Sequence[Written], put_off: bool) -> Digests:
        parts = [Digests.of([])]
        for start in range(0, len(written), AT_ONCE):
            block = written[start : start + AT_ONCE]
            values.read_ahead(block)
            parts.append(digested(values, block, put_off))
        return Digests.joined(parts)

    def screen(self, table: Table) -> Iterator[Screened]:
        spans = table.spans()
        if len(spans) < 2:
            yield from (screen(table.frame(*span)) for span in spans)
            return
        with ThreadPoolExecutor(cores()) as pool:
            yield from pool.map(lambda span: screen(table.frame(*span)), spans)
