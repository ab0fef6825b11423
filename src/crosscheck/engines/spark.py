"""The engine on Apache Spark: the workers of a cluster read the values and screen the items."""

from __future__ import annotations

import gc
import pickle
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import metadata
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from crosscheck.engines.spark_session import complained, connected
from crosscheck.problems import Problems
from crosscheck.screen import COLUMNS, Screened, screen
from crosscheck.table.digests import Digests, digested
from crosscheck.table.frame import Table
from crosscheck.table.shared import SharedReader
from crosscheck.table.values import Ground, ValueReader
from crosscheck.table.written import Written

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

VERSION = metadata.version("crosscheck")

AT_ONCE = 1 << 18
"""So many values or lines are sent in one job: what the driver holds twice."""

PARTS_A_CORE, BUCKETS_A_PART = 2, 4
WORTH_A_TASK = 10_000

_DIGESTS = (
    "place long, low double, high double, axis boolean, closed boolean, dimension string, terms array<string>, "
    "refused string"
)
_SCREENED = "item long, kind long"


class Spark:
    """Reads and screens on the cluster at `master`; a context, as a session has to be ended.

    Raises `InputError` if there is no Spark, no Java or no cluster, or if its workers fail.
    """

    def __init__(self, master: str) -> None:
        self._master = master

    def __enter__(self) -> Spark:
        return self

    def __exit__(self, *_: object) -> None:
        if "_session" in self.__dict__:
            self._session.stop()

    @cached_property
    def _session(self) -> SparkSession:
        return connected(self._master)

    def digest(self, values: ValueReader, written: Sequence[Written], put_off: bool) -> Digests:
        if not written:
            return Digests.of([])
        ground = self._session.sparkContext.broadcast(pickle.dumps(values.ground))
        version = VERSION

        def read(parts: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
            _same(version)
            reader = _reader(ground.value)
            for part in parts:
                found = digested(reader, _written(part), put_off)
                yield pd.DataFrame({"place": part["place"].to_numpy(np.int64), **found._asdict()})

        parts = []
        for start in range(0, len(written), AT_ONCE):
            columns = _as_columns(written[start : start + AT_ONCE])
            parts.append(_digests(self._run(columns, "place", lambda sent: sent.mapInPandas(read, _DIGESTS))))
        return Digests.joined(parts)

    def screen(self, table: Table) -> Iterator[Screened]:
        version, names = VERSION, list(COLUMNS)

        def screened(bucket: pd.DataFrame) -> pd.DataFrame:
            _same(version)
            # An item is whole in its bucket, but its lines come as they come.
            found = screen(bucket.sort_values("item", kind="stable")[names])
            kinds = [np.full(len(items), kind) for kind, items in enumerate(found)]
            return pd.DataFrame({"item": np.concatenate(found), "kind": np.concatenate(kinds)})

        for first, last in _jobs(table):
            lines = {name: column for name, column in table.frame(first, last).items() if name in names}
            lines["bucket"] = lines["item"] % (BUCKETS_A_PART * self._parts(len(lines["item"])))
            found = self._run(
                lines, "bucket", lambda sent: sent.groupBy("bucket").applyInPandas(screened, _SCREENED)
            )  # fmt: skip
            items, kind = found["item"].to_numpy(), found["kind"].to_numpy()
            yield Screened(*(np.sort(items[kind == one]) for one in range(len(Screened._fields))))

    def _parts(self, rows: int) -> int:
        """Into how many parts so many rows are divided: enough for all cores, none too small to be worth a task."""
        cores: int = self._session.sparkContext.defaultParallelism
        return max(1, min(PARTS_A_CORE * cores, rows // WORTH_A_TASK))

    def _run(
        self, columns: Mapping[str, Any], key: str, job: Callable[[DataFrame], DataFrame]
    ) -> pyarrow.Table:  # fmt: skip
        """The result of a job on rows, given as columns, which are divided by `key`."""
        import pyarrow

        sent = pyarrow.table({name: pyarrow.array(column) for name, column in columns.items()})
        # Of a pandas that is newer than Spark knows, nothing is used that has changed.
        with warnings.catch_warnings(action="ignore", category=FutureWarning), complained(self._master):
            rows = self._session.createDataFrame(sent).repartition(self._parts(len(sent)), key)
            found = job(rows).toArrow()
        # Java holds what was sent until Python lets go of it, and nothing else collects here.
        del rows
        gc.collect()
        return found


def _jobs(table: Table) -> Iterator[tuple[int, int]]:
    """The items of a table in parts of about `AT_ONCE` lines: the first of each, and the one behind its last."""
    spans = table.spans()
    for _, group in groupby(spans, key=lambda span: table.line_of(span[0]) // AT_ONCE):
        together = list(group)
        yield together[0][0], together[-1][1]


def _as_columns(written: Sequence[Written]) -> dict[str, Any]:
    """Values as plain columns; a list of names is several texts, everything else one."""
    values = [value.value for value in written]
    return {
        "place": np.arange(len(written)),
        "attribute": [value.attribute for value in written],
        "value": [[value] if isinstance(value, str) else list(value) for value in values],
        "is_list": [not isinstance(value, str) for value in values],
        "language": [value.language for value in written],
        "is_point": [value.is_point for value in written],
        "published": [value.published or "" for value in written],
    }


def _written(frame: pd.DataFrame) -> list[Written]:
    columns = (frame[name].tolist() for name in ("attribute", "value", "is_list", "language", "is_point", "published"))
    return [
        Written(attribute, tuple(value) if is_list else value[0], language, is_point, published or None)
        for attribute, value, is_list, language, is_point, published in zip(*columns, strict=True)
    ]


def _digests(found: pyarrow.Table) -> Digests:
    ordered = found.sort_by("place")
    low, high = (ordered[name].to_numpy() for name in ("low", "high"))
    axis, closed = (np.asarray(ordered[name].to_numpy(), bool) for name in ("axis", "closed"))
    dimension, terms, refused = (ordered[name].to_pylist() for name in ("dimension", "terms", "refused"))
    return Digests(low, high, axis, closed, dimension, [tuple(texts) for texts in terms], refused)


_readers: dict[bytes, ValueReader] = {}


def _reader(ground: bytes) -> ValueReader:
    """The reader of a worker, which keeps it, with what it has read, from one part to the next."""
    if ground not in _readers:
        made: Ground = pickle.loads(ground)
        _readers.clear()
        _readers[ground] = ValueReader(made, SharedReader(made.settings), Problems())
    return _readers[ground]


def _same(version: str) -> None:
    """Workers must be of the driver's version, or findings would depend on where they were made."""
    if version != VERSION:
        raise RuntimeError(f"the driver is crosscheck {version}, and a worker {VERSION}: install the same on both")
