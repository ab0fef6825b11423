"""The tables of a workspace: the plan run step by step, and what the rest of a check asks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from crosscheck.archive import plan
from crosscheck.archive.csv import LISTED
from crosscheck.archive.dialect import Dialect
from crosscheck.archive.distinct import (
    KindReader,
    NameReader,
    ReadingSpec,
    TimeReader,
    VoiceReader,
    attribute_key,
    clean,
    reading_cells,
    slug_part,
    time_cells,
)
from crosscheck.archive.plan import Shape
from crosscheck.archive.rows import ClaimMaker, complain
from crosscheck.archive.scan import COLUMNS, Sheet
from crosscheck.claims.ids import with_ids
from crosscheck.claims.items import ItemKey, KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.kinds import common_kind
from crosscheck.claims.numbers import Scale
from crosscheck.claims.publications import Publications
from crosscheck.claims.reader import ClaimReader, UnreadValue
from crosscheck.claims.values import Ground, ValueReader
from crosscheck.model import Attribute, Claim, Interval, Item, Kind, OverTime, Reading, ReadingSettings, Severity, Source
from crosscheck.problems import Position, Problem, Problems, did_you_mean, shown
from crosscheck.readings import Unreadable
from crosscheck.readings.names import Names, normalise

Columns = Mapping[str, Sequence[Any]]
Types = Mapping[str, str]

ROWS_AT_ONCE = 100_000
"""So many claims are objects at once."""


class Engine(Protocol):
    """What runs the plan; names of tables and views are its own."""

    dialect: Dialect
    scratch: Path

    def rows_of(self, sheet: Sheet) -> tuple[str, str]: ...

    def view(self, name: str, sql: str) -> None: ...

    def table(self, name: str, sql: str) -> None: ...

    def put(self, name: str, columns: Columns, types: Types) -> None: ...

    def batches(self, sql: str) -> Iterator[dict[str, list[Any]]]: ...

    def mapped(self, name: str, sql: str, function: Callable[[Columns], Columns], types: Types) -> None: ...


@dataclass(frozen=True)
class Vocabulary:
    """What claims are read by. `sources` may lack some that only tables name."""

    attributes: Mapping[str, Attribute]
    names: Names
    sources: Mapping[str, Source]
    settings: ReadingSettings


class Archive:
    """Claims of tables, and of the files beside them, in one plan; every problem goes to `problems`.

    `claims` are those of files, without ids where none is written. `replaced` sources are left out of the `sheets`
    that are not `drafted`, by their number.
    """

    def __init__(
        self,
        engine: Engine,
        sheets: Sequence[Sheet],
        claims: Sequence[Claim],
        vocabulary: Vocabulary,
        problems: Problems,
        *,
        drafted: frozenset[str] = frozenset(),
        replaced: frozenset[str] = frozenset(),
        draft_sheets: Collection[int] = (),
        lenient: bool = False,
    ) -> None:
        self._engine, self._problems, self._lenient = engine, problems, lenient
        self.sheets, self._filed, self._given, self._drafted = sheets, claims, vocabulary, drafted
        self.names = vocabulary.names
        scope = {key for sheet in sheets for key in sheet.scope} | {key for claim in claims for key, _ in claim.scope}
        self.scope = sorted(scope)
        self._make = ClaimMaker(sheets, claims, self.scope)
        self.unread_notes: list[Problem] = []
        self._raw(replaced, draft_sheets)
        self._census()
        self._attributes()
        self._voices()

    # ------------------------------------------------------------------------------------------ asking the engine

    def _all(self, sql: str) -> Iterator[tuple[Any, ...]]:
        for batch in self._engine.batches(sql):
            yield from zip(*batch.values(), strict=True)

    def _one(self, sql: str) -> tuple[Any, ...]:
        return next(self._all(sql))

    # -------------------------------------------------------------------------------------------------------- rows

    def _raw(self, replaced: frozenset[str], draft_sheets: Collection[int]) -> None:
        """The rows of all parts as one relation: part 0 are the claims of files."""
        dialect = self._engine.dialect
        told = [sheet.columns(self.scope, dialect) for sheet in self.sheets]
        filed, types = self._make.filed_columns()
        present = {name for columns in told for name in columns} | set(types)
        every = COLUMNS | {f"s{number}": "text" for number in range(len(self.scope))}
        columns = {name: kind for name, kind in every.items() if name in present}
        parts = []
        for number, (sheet, made) in enumerate(zip(self.sheets, told, strict=True), 1):
            rows, place = self._engine.rows_of(sheet)
            cells = [f"{made.get(name, f'CAST(NULL AS {dialect.type(kind)})')} AS {name}" for name, kind in columns.items()]
            sql = f"SELECT CAST({number} AS BIGINT) AS part, CAST({place} AS BIGINT) AS place, {', '.join(cells)} FROM {rows}"
            if replaced and number not in draft_sheets:
                listed = plan.listed(plan.quoted(source) for source in sorted(replaced))
                sql = f"SELECT * FROM ({sql}) x WHERE source NOT IN ({listed})"
            parts.append(sql)
        if filed["place"]:
            self._engine.put("filed", filed, types)
            cells = [
                f"{name if name in types else f'CAST(NULL AS {dialect.type(kind)})'} AS {name}"
                for name, kind in columns.items()
            ]
            parts.append(f"SELECT part, place, {', '.join(cells)} FROM filed")
        self._engine.view("raw", " UNION ALL ".join(parts))
        self._shape = Shape(dialect, frozenset(columns), filed=bool(filed["place"]), drafted=bool(self._drafted))

    def _census(self) -> None:
        """Count the claims, and find rows that are none."""
        shape = self._shape
        counts = ["source IS NULL", "subject IS NULL", "attribute IS NULL"]
        value = " AND ".join(f"{column} IS NULL" for column in ("val", "num") if shape.has(column))
        counts.append(value)
        if shape.has("num"):
            counts.append("NOT (num > CAST('-Infinity' AS DOUBLE) AND num < CAST('Infinity' AS DOUBLE))")
        if shape.has("claim_id"):
            counts.append(plan.not_slug("claim_id", shape.dialect))
        if shape.has("exhaustive"):
            counts.append("exhaustive NOT IN ('true', 'false')")
        if shape.has("stance"):
            counts.append("stance NOT IN ('asserts', 'reports', 'disputes')")
        if shape.has("lists"):
            counts.append("lists <> 'value'")
        sums = ", ".join(f"sum(CASE WHEN {sql} THEN 1 ELSE 0 END) AS x{n}" for n, sql in enumerate(counts))
        self.claims_count, *wrong = self._one(f"SELECT count(*) AS total, {sums} FROM raw")
        self._is_wrong = False
        if any(wrong):
            self._complain()

    def _complain(self) -> None:
        """Say of each row that is no claim what is wrong with it, and leave these rows out from here on."""
        if self._is_wrong:
            return
        self._is_wrong = True
        is_wrong = f"coalesce({plan.wrong(self._shape)}, FALSE)"
        for number, sheet in enumerate(self.sheets, 1):
            rows = f"FROM raw WHERE part = {number} AND {is_wrong}"
            (count,) = self._one(f"SELECT count(*) AS total {rows}")
            if count:
                listed = self._all_rows(f"SELECT * {rows} ORDER BY place LIMIT {LISTED}")
                complain(sheet, self.scope, listed, count, self._problems)
        self._engine.view("sound", f"SELECT * FROM raw WHERE NOT {is_wrong}")

    def _all_rows(self, sql: str) -> Iterator[dict[str, Any]]:
        for batch in self._engine.batches(sql):
            for cells in zip(*batch.values(), strict=True):
                yield dict(zip(batch, cells, strict=True))
