"""The rows of all tables as one relation: which are no claims, and who speaks in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.archive.csv import LISTED
from crosscheck.archive.dialect import quoted
from crosscheck.archive.distinct import VoiceReader, clean
from crosscheck.archive.engine import Engine, Vocabulary
from crosscheck.archive.plan import lines
from crosscheck.archive.plan.shape import Shape, listed
from crosscheck.archive.rows import ClaimMaker, complain
from crosscheck.archive.run import PlanRun
from crosscheck.archive.scope_columns import ScopeColumns
from crosscheck.archive.sheet import COLUMNS, Sheet
from crosscheck.claims.naming import name_in, with_names
from crosscheck.model import Claim
from crosscheck.problems import Position, Problems, shown
from crosscheck.vocabulary import ascii_slug, normalise
from crosscheck.workspace.ids import separating_of
from crosscheck.workspace.vocabulary import ATTRIBUTES

_LABELS = {"label": "text", "id": "text"}

MOST_SEPARATING = 50
"""So many keys of scope may separate items of tables: each is a column by which the plan groups."""


class Tables:
    """Rows of tables, and of the files beside them, as the relation `raw`; every problem goes to `problems`.

    `claims` are those of files, without ids where none is written. `draft_part`: the number of the sheet, from 1, that
    is a draft; `replaces`: a draft stands in place of what all other parts say of its sources. `of_source` has all
    sources with their numbers of claims, in the order of the ids of these.
    """

    def __init__(
        self,
        engine: Engine,
        sheets: Sequence[Sheet],
        claims: Sequence[Claim],
        given: Vocabulary,
        problems: Problems,
        *,
        drafted: frozenset[str] = frozenset(),
        draft_part: int | None = None,
        replaces: bool = False,
    ) -> None:
        self.sheets, self.drafted = sheets, drafted
        self._given, self._problems, self._is_wrong = given, problems, False
        scope = {key for sheet in sheets for key in sheet.scope} | {key for claim in claims for key, _ in claim.scope}
        separating = separating_of(given.attributes)
        keys = sorted(scope & {key for keys in separating.values() for key in keys})
        if len(keys) > MOST_SEPARATING:
            found = f"tables have columns for {len(keys)} keys of scope that separate items"
            problems.add(Position(ATTRIBUTES), f"{found}; accepted: at most {MOST_SEPARATING}")
        self.scope = ScopeColumns.of(scope, keys[:MOST_SEPARATING])
        self.maker = ClaimMaker(sheets, claims, self.scope, separating)
        self.run = PlanRun(engine, Shape(engine.dialect, frozenset()))
        self._gather()
        self._take_draft(draft_part, replaces=replaces)
        self._count()
        self._hear()

    def _gather(self) -> None:
        """The rows of all parts as one relation: part 0 are the claims of files."""
        engine, dialect = self.run.engine, self.run.engine.dialect
        described = [sheet.columns(self.scope, dialect) for sheet in self.sheets]
        filed, types = self.maker.filed_columns()
        present = {name for columns in described for name in columns} | set(types)
        every = COLUMNS | self.scope.types
        columns = {name: kind for name, kind in every.items() if name in present}
        parts = []
        for number, (sheet, made) in enumerate(zip(self.sheets, described, strict=True), 1):
            rows, place = engine.rows_of(sheet)
            cells = [
                f"{made.get(name, f'CAST(NULL AS {dialect.type(kind)})')} AS {name}" for name, kind in columns.items()
            ]
            at = f"CAST({number} AS BIGINT) AS part, CAST({place} AS BIGINT) AS place"
            parts.append(f"SELECT {at}, {', '.join(cells)} FROM {rows}{sheet.where(dialect)}")
        if filed["place"] or not parts:
            engine.put("filed", filed, types)
            cells = [
                f"{name if name in types else f'CAST(NULL AS {dialect.type(kind)})'} AS {name}"
                for name, kind in columns.items()
            ]
            parts.append(f"SELECT part, place, {', '.join(cells)} FROM filed")
        self._sql = " UNION ALL ".join(parts)
        self._identify(list(columns))
        engine.view("every_row", self._sql)
        engine.view("raw", "SELECT * FROM every_row")
        self.run.learn(columns=frozenset(columns), filed=bool(filed["place"]))

    def _identify(self, columns: Sequence[str]) -> None:
        """Give sources that are called by a label, "The Guardian", the slug of it as their id."""
        self.labels: dict[str, str] = {}
        if not self.sheets:
            return
        shape, engine = self.run.shape, self.run.engine
        engine.view("labelled", self._sql)
        is_label = f"{shape.dialect.matches('source', lines.NO_SLUG)} AND length(source) <= {lines.LONGEST_SLUG}"
        found = self.run.rows(
            f"SELECT source, min(part) AS part, min(place) AS place FROM labelled WHERE {is_label} "
            "AND part > 0 GROUP BY source"
        )
        ids: dict[str, tuple[str, str]] = {}
        for label, part, place in sorted(found, key=lambda row: (row[1], row[2], row[0])):
            id, sheet = ascii_slug(label), self.sheets[part - 1]
            if not id or _is_no_slug(id):
                continue
            at = Position(sheet.file, *sheet.locate(place, "source"))
            known, where = ids.setdefault(id, (label, f"{at.file}:{at.line}"))
            if known != label and known.split() != label.split():
                told = f'source {shown(label)} has the id "{id}", and so has {shown(known)} ({where})'
                self._problems.add(at, f"{told}; write both alike, or give one an id of its own")
            self.labels[label] = id
        if not self.labels:
            return
        engine.put("labels", {"label": list(self.labels), "id": list(self.labels.values())}, dict(_LABELS))
        others = ", ".join(f"e.{name}" for name in columns if name != "source")
        self._sql = (
            f"SELECT e.part, e.place, coalesce(l.id, e.source) AS source, {others} "
            "FROM labelled e LEFT JOIN labels l ON e.source = l.label"
        )

    def _take_draft(self, part: int | None, *, replaces: bool) -> None:
        """Learn which sources a draft is of, and leave out what others say of them if it replaces that."""
        if part is not None:
            sources = f"SELECT DISTINCT source FROM every_row WHERE part = {part} AND source IS NOT NULL"
            self.drafted = frozenset(source for (source,) in self.run.rows(sources))
        self.run.learn(drafted=bool(self.drafted))
        if not replaces or not self.drafted:
            return
        left = "part = 0" if part is None else f"part = {part}"
        drafted = listed(quoted(source) for source in sorted(self.drafted))
        self.run.engine.view("undrafted", self._sql)
        self.run.engine.view("every_row", f"SELECT * FROM undrafted WHERE {left} OR source NOT IN ({drafted})")
        self.run.engine.view("raw", "SELECT * FROM every_row")

    def _count(self) -> None:
        """Count the claims of each source, and find rows that are none."""
        shape = self.run.shape
        signs = ["subject IS NULL", "attribute IS NULL"]
        signs.append(" AND ".join(f"{column} IS NULL" for column in ("val", "num") if shape.has(column)))
        if shape.has("read_as") and shape.has("val"):  # else a blank value is found when it is read
            signs.append(f"read_as IS NOT NULL AND {lines.no_value(shape)}")
        signs += lines.unfit(shape)
        sums = ", ".join(f"sum(CASE WHEN {sql} THEN 1 ELSE 0 END) AS x{n}" for n, sql in enumerate(signs))
        longest = f"max(CASE WHEN {lines.too_long(shape)} THEN 0 ELSE {lines.letters(shape)} END) AS longest"
        found = self.run.rows(f"SELECT source, count(*) AS n, {longest}, {sums} FROM every_row GROUP BY source")
        every = list(found)
        counted = [(source, count, *wrong) for source, count, _, *wrong in every]
        self.run.fit(max((longest for _, _, longest, *_ in every), default=0))
        self.claims_count: int = sum(count for _, count, *_ in counted)
        if any(source is None or _is_no_slug(source) or any(wrong) for source, _, *wrong in counted):
            self.complain()
            counted = list(self.run.rows("SELECT source, count(*) AS n FROM raw GROUP BY source"))
        self.of_source: dict[str, int] = {
            source: count for source, count, *_ in sorted(counted, key=lambda entry: f"{entry[0]}/")
        }

    def complain(self) -> None:
        """Say of each row that is no claim what is wrong with it, and leave these rows out from here on."""
        if self._is_wrong:
            return
        self._is_wrong = True
        is_wrong = f"coalesce({lines.wrong(self.run.shape)}, FALSE)"
        for number, sheet in enumerate(self.sheets, 1):
            rows = f"FROM every_row WHERE part = {number} AND {is_wrong}"
            (count,) = self.run.numbers(f"SELECT count(*) AS n {rows}")
            if count:
                too_long = lines.too_long(self.run.shape)
                places = [row for (row,) in self.run.rows(f"SELECT place {rows} AND {too_long} LIMIT {LISTED}")]
                left = f"AND NOT {too_long} ORDER BY place LIMIT {LISTED - len(places)}"
                first = self.run.records(f"SELECT * {rows} {left}")
                complain(sheet, self.scope, first, places, count, self._problems)
        self.run.engine.view("raw", f"SELECT * FROM every_row WHERE NOT {is_wrong}")

    def _hear(self) -> None:
        """Who speaks: read once for each source, speaker and stance."""
        shape, given, engine = self.run.shape, self._given, self.run.engine
        voice = [f"coalesce({c}, '') AS {c}" if shape.has(c) else f"'' AS {c}" for c in ("said_by", "stance")]
        self.run.learn(tongues=given.names.have_languages)
        in_rows = shape.has("language") and given.names.have_languages
        voice.append("coalesce(language, '') AS tongue" if in_rows else "'' AS tongue")
        reader = VoiceReader(given.sources, given.names, self.drafted)
        voices = f"SELECT DISTINCT source, {', '.join(voice)} FROM raw WHERE source IS NOT NULL"
        engine.mapped("voices", voices, reader, reader.types)
        known = {id: given.sources[id] for id in self.of_source if id in given.sources}
        self.run.learn(
            languages=shape.has("read_as")
            or shape.has("language")
            or any(source.manner != "en" for source in known.values()),
            publications=any(source.published for source in known.values()),
            witnesses=shape.has("said_by") or any(source.copies for source in given.sources.values()),
            spelled=bool(given.names.all_spellings),
        )
        spelled = sorted(set(map(normalise, given.names.all_spellings)))
        engine.put("spelled", {"name": spelled}, {"name": "text"})

    def speakers(self) -> Iterator[tuple[str, str, str]]:
        """Who speaks, with the source and what it has for `said_by`."""
        for source, said_by, speaks in self.run.rows("SELECT DISTINCT source, said_by, speaks FROM voices"):
            known = self._given.sources.get(source)
            written = clean(said_by)
            name = name_in(speaks, written, self._given.names) if written else known.author if known else None
            if name:
                yield source, said_by, name

    def named(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims under the names that aliases in their language give them."""
        return with_names(claims, self._given.sources, self._given.names)


def _is_no_slug(source: str) -> bool:
    return bool(re.search(lines.NO_SLUG, source)) or len(source) > lines.LONGEST_SLUG
