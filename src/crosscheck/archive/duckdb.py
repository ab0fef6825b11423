"""The plan on this machine: DuckDB reads the files, sorts, groups, uses all cores and spills to disk."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.archive.arrow import Columns, Types, to_arrow
from crosscheck.archive.dialect import DUCKDB, literal, quoted
from crosscheck.archive.raised import interruptible
from crosscheck.archive.scan import check_readable
from crosscheck.archive.sheet import Sheet
from crosscheck.files import left_over
from crosscheck.problems import InputError, Position, Problem, shown

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 1 << 16
"""So many rows pass through Python at once."""

NO_PROGRESS_BAR = "SET enable_progress_bar = false"
"""DuckDB's own would be printed on standard output, in the middle of findings."""

MEMORY_LIMIT = "CROSSCHECK_MEMORY_LIMIT"
"""The variable of the environment that says how much memory DuckDB may use; half of the machine's, if nothing."""

_PREFIX = "crosscheck-"


class DuckDB:
    """The engine on this machine, with a folder of its own for what does not fit in memory."""

    dialect = DUCKDB

    def __init__(self) -> None:
        import duckdb

        self.scratch = scratch_folder()
        limit = os.environ.get(MEMORY_LIMIT)
        config: Any = {
            "memory_limit": limit or f"{_half_of_memory()}B",
            "temp_directory": str(self.scratch / "spilled"),
        }
        try:
            self._connection = duckdb.connect(config=config)
            self._connection.execute(NO_PROGRESS_BAR)
        except duckdb.Error as error:
            shutil.rmtree(self.scratch, ignore_errors=True)
            told = f"{MEMORY_LIMIT} is {shown(limit or '')}; accepted: an amount of memory, such as 4GB"
            raise InputError([Problem(Position("--engine"), told)]) from error
        self.close = weakref.finalize(self, _end, self._connection, self.scratch)
        self._sheets: list[Sheet] = []
        self._batch = BATCH

    def fit(self, rows: int) -> None:
        self._batch = max(1, min(BATCH, rows))

    def rows_of(self, sheet: Sheet) -> tuple[str, str]:
        """The relation of the rows of a table, and its column that numbers them from 0."""
        self._sheets.append(sheet)
        return f"read_parquet({quoted(literal(sheet.data))}, file_row_number=true)", "file_row_number"

    @contextmanager
    def _running(self, connection: DuckDBPyConnection | None = None) -> Iterator[None]:
        """Raises `InputError` if a query fails since a table is damaged, of which its header did not tell."""
        import duckdb

        try:
            with interruptible(connection or self._connection):
                yield
        except duckdb.Error:
            for sheet in self._sheets:
                check_readable(sheet)
            raise

    def view(self, name: str, sql: str) -> None:
        with self._running():
            self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {sql}")

    def table(self, name: str, sql: str) -> None:
        with self._running():
            self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def drop(self, name: str) -> None:
        """Forget a table."""
        self._connection.execute(f"DROP TABLE {name}")

    def make_room(self) -> None:
        """Give up three quarters of the memory: what tables have beyond the last goes to disk."""
        import duckdb

        (limit,) = self._connection.execute("SELECT current_setting('memory_limit')").fetchall()[0]
        number, unit = limit.split()
        with suppress(duckdb.OutOfMemoryException):  # of what little there is, nothing can go
            self._connection.execute(f"SET memory_limit = '{float(number) / 4:.1f} {unit}'")

    def put(self, name: str, columns: Columns, types: Types) -> None:
        """A table of rows from Python."""
        made = to_arrow(columns, types)
        self._connection.register("arrived", made)
        self.table(name, "SELECT * FROM arrived")
        self._connection.unregister("arrived")

    def batches(self, sql: str) -> Iterator[dict[str, list[Any]]]:
        """The rows of a query, some at a time."""
        with self._connection.cursor() as cursor:
            cursor.execute(NO_PROGRESS_BAR)
            with self._running(cursor):
                rows: Any = cursor.sql(sql)
                is_new = hasattr(rows, "to_arrow_reader")  # since 1.5
                reader = (rows.to_arrow_reader if is_new else rows.fetch_arrow_reader)(self._batch)
            while True:
                with self._running(cursor):
                    batch = next(reader, None)
                if batch is None:
                    return
                yield batch.to_pydict()

    def mapped(self, name: str, sql: str, function: Callable[[Columns], Columns], types: Types) -> None:
        """A table of what `function` makes of the rows of a query, some at a time."""
        self.put(name, dict.fromkeys(types, ()), types)
        for batch in self.batches(sql):
            made = to_arrow(function(batch), types)
            self._connection.register("arrived", made)
            with self._running():
                self._connection.execute(f"INSERT INTO {name} SELECT * FROM arrived")
            self._connection.unregister("arrived")


def _end(connection: DuckDBPyConnection, scratch: Path) -> None:
    connection.interrupt()
    connection.close()
    shutil.rmtree(scratch, ignore_errors=True)


def _half_of_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2


def scratch_folder(parent: Path | None = None) -> Path:
    """A private folder for this run, in `parent` or among the temporary files, where those of runs that ended go."""
    if parent is None:  # a folder that machines share has those of runs on others
        for folder in left_over(Path(tempfile.gettempdir()), _PREFIX):
            shutil.rmtree(folder, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=parent))
