"""The plan on Apache Spark: executors read the files, and run the functions on different texts."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.archive.arrow import Columns, Types, to_arrow
from crosscheck.archive.dialect import SPARK
from crosscheck.archive.duckdb import scratch_folder
from crosscheck.archive.sheet import Sheet
from crosscheck.archive.spark_session import complained, connected, is_on_this_machine
from crosscheck.problems import InputError, Position, Problem, shown

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

VERSION = metadata.version("crosscheck-newsroom")

BATCH = 10_000
"""So many rows pass through Python at once."""

BYTES_A_PART = 1 << 24
"""Of a Parquet file, which is read into some ten times as much."""

LITTLE = 1 << 22
"""Fewer bytes of Parquet are not worth dividing, nor any step to be made fast."""

OTHER_DIGITS = ("FLOAT", "TIME")
"""Types of columns that the two engines do not read alike."""

_SQL = {"text": "string", "long": "long", "double": "double", "truth": "boolean"}


class Spark:
    """The engine on the cluster at `master`; `scratch` is a folder that its executors can read.

    Raises `InputError` if there is no Spark, no Java or no cluster, or if its workers fail.
    """

    dialect = SPARK

    def __init__(self, master: str, scratch: Path | None = None) -> None:
        self._master, self._shares = master, scratch is not None or is_on_this_machine(master)
        self._session: SparkSession = connected(master)
        self.scratch = scratch_folder(scratch)
        self.close = weakref.finalize(self, _end, self._session, self.scratch)
        self._files = self._bytes = 0
        self._divide()

    def rows_of(self, sheet: Sheet) -> tuple[str, str]:
        if sheet.data.is_relative_to(self.scratch) and not self._shares:
            told = f"is not a file that workers of {self._master} can read; name a folder that they share in --scratch"
            raise InputError([Problem(Position(sheet.file), f"{told}, or make it Parquet with `crosscheck convert`")])
        for name in (sheet.names[place] for place in sheet.places.values()):
            if (kind := sheet.types[name]) in OTHER_DIGITS:
                told = f"column {shown(name)} is of type {kind}, of which Spark and DuckDB read different digits"
                raise InputError([Problem(Position(sheet.file), f"{told}; write it as DOUBLE or as text")])
        self._files += 1
        self._bytes += sheet.data.stat().st_size
        self._divide()
        path = "".join(f"\\{sign}" if sign in "\\*?[]{}" else sign for sign in str(sheet.data.resolve()))
        with complained(self._master):
            read = self._session.read.parquet(f"file://{path}" if self._shares else path)
            read.select("*", "_metadata.row_index").createOrReplaceTempView(f"file_{self._files}")
        return f"file_{self._files}", "row_index"

    def fit(self, rows: int) -> None:
        self._session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(max(1, min(BATCH, rows))))

    def _divide(self) -> None:
        """Divide rows into as many parts as are worth a task: one of a little, else at least one for each core."""
        cores = self._session.sparkContext.defaultParallelism
        is_little = self._bytes < LITTLE
        parts = 1 if is_little else max(cores, self._bytes // BYTES_A_PART)
        # Of a little, code is longer made for than it runs.
        is_many = "false" if is_little else "true"
        for key, value in {
            "spark.sql.shuffle.partitions": str(parts),
            "spark.sql.leafNodeDefaultParallelism": str(min(parts, cores)),
            "spark.sql.codegen.wholeStage": is_many,
            "spark.sql.codegen.factoryMode": "NO_CODEGEN" if is_little else "FALLBACK",
            "spark.sql.adaptive.enabled": is_many,
        }.items():
            self._session.conf.set(key, value)

    def view(self, name: str, sql: str) -> None:
        with complained(self._master):
            self._session.sql(sql).createOrReplaceTempView(name)

    def table(self, name: str, sql: str) -> None:
        with complained(self._master):
            self._kept(name, self._session.sql(sql))

    def drop(self, name: str) -> None:
        self._session.catalog.dropTempView(name)

    def make_room(self) -> None:
        """Tables take the memory of executors."""

    def put(self, name: str, columns: Columns, types: Types) -> None:
        made = to_arrow(columns, types)
        schema = ", ".join(f"{column} {_SQL[kind]}" for column, kind in types.items())
        with complained(self._master):
            self._session.createDataFrame(made, schema).createOrReplaceTempView(name)

    def batches(self, sql: str) -> Iterator[dict[str, list[Any]]]:
        with complained(self._master):
            found = self._session.sql(sql).toArrow()
        for batch in found.to_batches():
            yield batch.to_pydict()

    def mapped(self, name: str, sql: str, function: Callable[[Columns], Columns], types: Types) -> None:
        version, kinds = VERSION, dict(types)

        def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
            _same(version)
            for batch in batches:
                yield from to_arrow(function(batch.to_pydict()), kinds).to_batches()

        schema = ", ".join(f"{column} {_SQL[kind]}" for column, kind in types.items())
        with complained(self._master):
            self._kept(name, self._session.sql(sql).mapInArrow(run, schema))

    def _kept(self, name: str, rows: DataFrame) -> None:
        """Make a table of rows; what it is made of is forgotten, or each step would hold all before it."""
        made = rows.localCheckpoint(eager=True)
        # Under names of their own, or columns would be taken for those that they were made of when both are joined.
        made.toDF(*made.columns).createOrReplaceTempView(name)


def _end(session: SparkSession, scratch: Path) -> None:
    context: Any = session.sparkContext
    if context._jsc is not None:  # else another engine has ended the session, which all of a process share
        context.cancelAllJobs()
        session.stop()
    shutil.rmtree(scratch, ignore_errors=True)


def _same(version: str) -> None:
    """Workers must be of the driver's version, or findings would depend on where they were made."""
    if version != VERSION:
        raise RuntimeError(f"the driver is crosscheck {version}, and a worker {VERSION}: install the same on both")
