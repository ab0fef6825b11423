"""The rows of all tables as one relation: which are no claims, and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.archive import plan
from crosscheck.archive.csv import LISTED
from crosscheck.archive.dialect import quoted
from crosscheck.archive.distinct import (
    VoiceReader,
    clean,
)
from crosscheck.archive.engine import Engine, Vocabulary
from crosscheck.archive.plan import Shape
from crosscheck.archive.rows import ClaimMaker, complain
from crosscheck.archive.scan import COLUMNS, Sheet
from crosscheck.claims.sources import Publications
from crosscheck.model import (
    Claim,
)
from crosscheck.problems import Problem, Problems
from crosscheck.vocabulary import normalise


class Tables:
    """Claims of tables, and of the files beside them, in one plan; every problem goes to `problems`.

    `claims` are those of files, without ids where none is written. `draft_part`: the number of the sheet, from 1, that
    is a draft; `replaces`: a draft stands in place of what all other parts say of its sources.
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
        draft_part: int | None = None,
        replaces: bool = False,
        lenient: bool = False,
    ) -> None:
        self.engine, self._problems, self._lenient = engine, problems, lenient
        self.sheets, self._given, self.drafted = sheets, vocabulary, drafted
        self.names = vocabulary.names
        scope = {key for sheet in sheets for key in sheet.scope} | {key for claim in claims for key, _ in claim.scope}
        self.scope = sorted(scope)
        separating = {name: attribute.separated_by for name, attribute in vocabulary.attributes.items()}
        self._make = ClaimMaker(sheets, claims, self.scope, separating)
        self.unread_notes: list[Problem] = []
        self.others: dict[str, int] = {}
        """Of claims that stand for others that say the very same, how many these are."""
        self.attribute_names: list[str] = []
        self.number_of: dict[str, int] = {}
        self.shape: Shape
        self._publications: Publications
        self._raw()
        self._take_draft(draft_part, replaces=replaces)
        self._census()
        self._voices()

    def all(self, sql: str) -> Iterator[tuple[Any, ...]]:
        for batch in self.engine.batches(sql):
            yield from zip(*batch.values(), strict=True)

    def one(self, sql: str) -> tuple[int, ...]:
        return tuple(int(cell or 0) for cell in next(self.all(sql)))

    def _take_draft(self, part: int | None, *, replaces: bool) -> None:
        """Learn which sources a draft is of, and leave out what others say of them if it replaces that."""
        if part is not None:
            found = self.all(f"SELECT DISTINCT source FROM every_row WHERE part = {part} AND source IS NOT NULL")
            self.drafted = frozenset(source for (source,) in found)
        self.shape = replace(self.shape, drafted=bool(self.drafted))
        if not replaces or not self.drafted:
            return
        listed = plan.listed(quoted(source) for source in sorted(self.drafted))
        left = "part = 0" if part is None else f"part = {part}"
        self.engine.view("undrafted", self._sql_of_rows)
        self.engine.view("every_row", f"SELECT * FROM undrafted WHERE {left} OR source NOT IN ({listed})")

    def _raw(self) -> None:
        """The rows of all parts as one relation: part 0 are the claims of files."""
        dialect = self.engine.dialect
        told = [sheet.columns(self.scope, dialect) for sheet in self.sheets]
        filed, types = self._make.filed_columns()
        present = {name for columns in told for name in columns} | set(types)
        every = COLUMNS | {f"s{number}": "text" for number in range(len(self.scope))}
        columns = {name: kind for name, kind in every.items() if name in present}
        parts = []
        for number, (sheet, made) in enumerate(zip(self.sheets, told, strict=True), 1):
            rows, place = self.engine.rows_of(sheet)
            cells = [
                f"{made.get(name, f'CAST(NULL AS {dialect.type(kind)})')} AS {name}" for name, kind in columns.items()
            ]
            at = f"CAST({number} AS BIGINT) AS part, CAST({place} AS BIGINT) AS place"
            parts.append(f"SELECT {at}, {', '.join(cells)} FROM {rows}")
        if filed["place"] or not parts:
            self.engine.put("filed", filed, types)
            cells = [
                f"{name if name in types else f'CAST(NULL AS {dialect.type(kind)})'} AS {name}"
                for name, kind in columns.items()
            ]
            parts.append(f"SELECT part, place, {', '.join(cells)} FROM filed")
        self._sql_of_rows = " UNION ALL ".join(parts)
        self.engine.view("every_row", self._sql_of_rows)
        self.engine.view("raw", "SELECT * FROM every_row")
        self.shape = Shape(dialect, frozenset(columns), filed=bool(filed["place"]), drafted=bool(self.drafted))

    def _census(self) -> None:
        """Count the claims, and find rows that are none."""
        shape = self.shape
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
        self.claims_count, *wrong = self.one(f"SELECT count(*) AS total, {sums} FROM every_row")
        self._is_wrong = False
        if any(wrong):
            self._complain()

    def _complain(self) -> None:
        """Say of each row that is no claim what is wrong with it, and leave these rows out from here on."""
        if self._is_wrong:
            return
        self._is_wrong = True
        is_wrong = f"coalesce({plan.wrong(self.shape)}, FALSE)"
        for number, sheet in enumerate(self.sheets, 1):
            rows = f"FROM every_row WHERE part = {number} AND {is_wrong}"
            (count,) = self.one(f"SELECT count(*) AS total {rows}")
            if count:
                listed = self._all_rows(f"SELECT * {rows} ORDER BY place LIMIT {LISTED}")
                complain(sheet, self.scope, listed, count, self._problems)
        self.engine.view("raw", f"SELECT * FROM every_row WHERE NOT {is_wrong}")

    def _all_rows(self, sql: str) -> Iterator[dict[str, Any]]:
        for batch in self.engine.batches(sql):
            for cells in zip(*batch.values(), strict=True):
                yield dict(zip(batch, cells, strict=True))

    def _voices(self) -> None:
        """Who speaks: read once for each source, speaker and stance; and all sources with their numbers of claims."""
        shape, given = self.shape, self._given
        voice = [f"coalesce({c}, '') AS {c}" if shape.has(c) else f"'' AS {c}" for c in ("said_by", "stance")]
        reader = VoiceReader(given.sources, self.names, self.drafted)
        self.engine.mapped(
            "voices",
            f"SELECT DISTINCT source, {', '.join(voice)} FROM raw WHERE source IS NOT NULL",
            reader,
            reader.types,
        )
        (bad,) = self.one(f"SELECT count(*) AS n FROM voices WHERE {plan.not_slug('source', shape.dialect)}")
        if bad:
            self._complain()
        counted = self.all("SELECT source, count(*) AS n FROM raw WHERE source IS NOT NULL GROUP BY source")
        self.of_source = dict(sorted(counted, key=lambda entry: f"{entry[0]}/"))
        known = {id: given.sources[id] for id in self.of_source if id in given.sources}
        self.shape = replace(
            shape,
            languages=shape.has("read_as") or any(source.manner != "en" for source in known.values()),
            publications=any(source.published for source in known.values()),
            witnesses=shape.has("said_by") or any(source.copies for source in given.sources.values()),
            spelled=bool(self.names.all_spellings),
        )
        spelled = sorted(set(map(normalise, self.names.all_spellings)))
        self.engine.put("spelled", {"name": spelled}, {"name": "text"})

    def speakers(self) -> Iterator[tuple[str, str, str]]:
        """Who speaks, with the source and what it has for `said_by`."""
        for source, said_by in self.all("SELECT DISTINCT source, said_by FROM voices"):
            known = self._given.sources.get(source)
            name = clean(said_by) or (known.author if known else None)
            if name:
                yield source, said_by, name
