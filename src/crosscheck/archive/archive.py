"""The tables of a workspace: the plan run step by step, and what the rest of a check asks of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

from crosscheck.archive import plan
from crosscheck.archive.csv import LISTED
from crosscheck.archive.dialect import Dialect
from crosscheck.archive.distinct import (
    NAMELESS,
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
from crosscheck.claims.kinds import common_kind, kinds_of_value
from crosscheck.claims.numbers import Scale
from crosscheck.claims.publications import Publications
from crosscheck.claims.reader import ClaimReader, UnreadValue
from crosscheck.claims.values import AS_CURATED, Ground, ValueReader
from crosscheck.model import (
    Attribute,
    Claim,
    Interval,
    Item,
    Kind,
    OverTime,
    ReadingSettings,
    Severity,
    Source,
)
from crosscheck.problems import Position, Problem, Problems, did_you_mean, shown
from crosscheck.vocabulary import Names, normalise

Columns = Mapping[str, Sequence[Any]]
Types = Mapping[str, str]

_ONE = Interval(Fraction(1), Fraction(1), True, True)
_ONE_HALF = Fraction(1, 2)

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
            cells = [
                f"{made.get(name, f'CAST(NULL AS {dialect.type(kind)})')} AS {name}" for name, kind in columns.items()
            ]
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
        self._engine.view("every_row", " UNION ALL ".join(parts))
        self._engine.view("raw", "SELECT * FROM every_row")
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
        self.claims_count, *wrong = self._one(f"SELECT count(*) AS total, {sums} FROM every_row")
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
            rows = f"FROM every_row WHERE part = {number} AND {is_wrong}"
            (count,) = self._one(f"SELECT count(*) AS total {rows}")
            if count:
                listed = self._all_rows(f"SELECT * {rows} ORDER BY place LIMIT {LISTED}")
                complain(sheet, self.scope, listed, count, self._problems)
        self._engine.view("raw", f"SELECT * FROM every_row WHERE NOT {is_wrong}")

    def _all_rows(self, sql: str) -> Iterator[dict[str, Any]]:
        for batch in self._engine.batches(sql):
            for cells in zip(*batch.values(), strict=True):
                yield dict(zip(batch, cells, strict=True))

    # --------------------------------------------------------------------------------------------------- vocabulary

    def _voices(self) -> None:
        """Who speaks: read once for each source, speaker and stance; and all sources with their numbers of claims."""
        shape, given = self._shape, self._given
        voice = [f"coalesce({c}, '') AS {c}" if shape.has(c) else f"'' AS {c}" for c in ("said_by", "stance")]
        reader = VoiceReader(given.sources, self.names, self._drafted)
        self._engine.mapped(
            "voices",
            f"SELECT DISTINCT source, {', '.join(voice)} FROM raw WHERE source IS NOT NULL",
            reader,
            reader.types,
        )
        (bad,) = self._one(f"SELECT count(*) AS n FROM voices WHERE {plan.not_slug('source', shape.dialect)}")
        if bad:
            self._complain()
        counted = self._all("SELECT source, count(*) AS n FROM raw WHERE source IS NOT NULL GROUP BY source")
        self.of_source = dict(sorted(counted, key=lambda entry: f"{entry[0]}/"))
        known = {id: given.sources[id] for id in self.of_source if id in given.sources}
        self._shape = replace(
            shape,
            languages=shape.has("read_as") or any(source.manner != "en" for source in known.values()),
            publications=any(source.published for source in known.values()),
            witnesses=shape.has("said_by") or any(source.copies for source in given.sources.values()),
            spelled=bool(self.names.all_spellings),
        )
        spelled = sorted(set(map(normalise, self.names.all_spellings)))
        self._engine.put("spelled", {"name": spelled}, {"name": "text"})

    @property
    def has_speakers(self) -> bool:
        return self._shape.has("said_by")

    def complete(self, publications: Publications) -> None:
        """Read what claims say, up to the verdicts on items; to be called once all sources are known."""
        self._publications = publications
        self._attributes()
        self._refuse_repeated_ids()
        self._read_values()
        self._read_times()
        self._read_relative()
        self._engine.view("lines", plan.lines(self._shape))
        self._engine.table("groups", plan.groups(self._shape))
        self._spell("groups")
        (blank,) = self._one(
            "SELECT count(*) AS n FROM groups g JOIN names x ON g.subject = x.text WHERE x.slug IS NULL"
        )
        if blank:
            self._complain()
        self._tell_unread()
        self._check_axes()

    def _attributes(self) -> None:
        texts = [text for (text,) in self._all("SELECT DISTINCT attribute FROM raw WHERE attribute IS NOT NULL")]
        self._keys = {text: attribute_key(text) for text in texts}
        if "" in self._keys.values():
            self._complain()
        names = {key: normalise(found.name) if (found := self._given.attributes.get(key)) else key
                 for key in self._keys.values() if key}  # fmt: skip
        self._name_of = {text: names[key] for text, key in self._keys.items() if key}
        self.attribute_names = sorted(set(names.values()))
        self.attributes = dict(self._given.attributes)
        undeclared = [n for n in self.attribute_names if n not in self.attributes or self.attributes[n].kind is None]
        for name in undeclared:
            self.attributes.setdefault(name, Attribute(self._spelling(name)))
        self._put_attributes()
        for name in undeclared:
            made = self._with_kind(name)
            for spelling in (made.name, *made.was):
                self.attributes[normalise(spelling)] = made
            self.attributes[name] = made
        if undeclared:
            self._put_attributes()

    def _spelling(self, name: str) -> str:
        return clean(min(text for text, key in self._name_of.items() if key == name)) or ""

    @property
    def ground(self) -> Ground:
        return Ground(self.attributes, self.names, self._given.settings)

    def _put_attributes(self) -> None:
        """Tables of the attributes: by their spelling, and by number how figures lie on their axis."""
        numbers = {name: number for number, name in enumerate(self.attribute_names)}
        keys = {name: set(self.attributes[name].separated_by) for name in self.attribute_names}
        separating = tuple(n for n, key in enumerate(self.scope) if any(key in of for of in keys.values()))
        values = ValueReader(self.ground, self._problems if self._are_known() else None, self._publications.dates)
        axes = {name: values.axis(name) for name in self.attribute_names}
        scales = {n: axis.scale if isinstance(axis.scale, Scale) else None for n, axis in axes.items()}
        direct = {n: s is not None and s.is_linear and axes[n].tolerance is None for n, s in scales.items()}
        self._shape = replace(self._shape, separating=separating)
        texts = list(self._name_of)
        slugs = {text: slug_part(clean(text) or "") for text in texts}
        spellings: dict[tuple[str, str], int] = {}
        attributes = [self.attributes[self._name_of[text]] for text in texts]
        columns: dict[str, list[Any]] = {
            "attribute": texts, "a": [numbers[self._name_of[text]] for text in texts],
            "spelling": [spellings.setdefault((self._name_of[text], slugs[text]), len(spellings)) for text in texts],
            "known": [attribute.kind is not None for attribute in attributes],
            "direct": [direct[self._name_of[text]] for text in texts],
            "dated": [attribute.kind is Kind.DATE for attribute in attributes],
        }  # fmt: skip
        for n in separating:
            columns[f"separated{n}"] = [self.scope[n] in keys[self._name_of[text]] for text in texts]
        types = {"attribute": "text", "a": "long", "spelling": "long"}
        self._engine.put("attributes", columns, {name: types.get(name, "truth") for name in columns})
        ones = {n: s.measure.to_axis(_ONE) if s is not None and direct[n] else _ONE for n, s in scales.items()}
        of = [self.attributes[name] for name in self.attribute_names]
        self._engine.put(
            "spellings",
            {
                "spelling": list(spellings.values()),
                "a": [numbers[n] for n, _ in spellings],
                "slug": [s for _, s in spellings],
            },
            {"spelling": "long", "a": "long", "slug": "text"},
        )
        self._engine.put(
            "axes",
            {
                "a": range(len(of)),
                "axis": [bool(attribute.kind and attribute.kind.has_axis) for attribute in of],
                "changes": [attribute.over_time is OverTime.CHANGES for attribute in of],
                "least": [float(ones[name].low or 0) for name in self.attribute_names],
                "most": [float(ones[name].high or 0) for name in self.attribute_names],
                "exact": [one.low == one.high and (one.low or _ONE_HALF).denominator == 1 for one in ones.values()],
                "dimension": [s.measure.dimension if s is not None else None for s in scales.values()],
            },
            {"a": "long", "axis": "truth", "changes": "truth", "least": "double", "most": "double",
             "exact": "truth", "dimension": "text"},
        )  # fmt: skip
        self._engine.view("base", plan.base(self._shape))
        self._separating = {name: attribute.separated_by for name, attribute in self.attributes.items()}

    def _are_known(self) -> bool:
        return all(self.attributes[name].kind is not None for name in self.attribute_names)

    def _with_kind(self, name: str) -> Attribute:
        """An attribute that nobody declared with the kind that its values read as; what has none is a problem."""
        attribute, shape = self.attributes[name], self._shape
        spellings = [text for text, key in self._name_of.items() if key == name]
        self._engine.put("undeclared", {"attribute": spellings}, {"attribute": "text"})
        reader = KindReader(self._given.settings)
        self._engine.mapped("kinds", plan.kind_values(shape), reader, reader.types)
        found = [frozenset(map(Kind, kinds.split())) for (kinds,) in self._all("SELECT DISTINCT kinds FROM kinds")]
        kind: Kind | str = common_kind(found)
        if name in self._given.attributes and all(found) and isinstance(kind, Kind):
            return replace(attribute, kind=kind)
        if len(spellings) == 1 and all(found) and isinstance(kind, Kind):
            return replace(attribute, kind=kind)
        claims = self._claims_on(name)
        first = claims[0]
        if not all(found):
            claim = next(claim for claim in claims if not self._kinds_of(claim, reader))
            kind = f"the value {shown(claim.text)} reads as no kind"
        if name not in self._given.attributes:
            attribute = Attribute(first.attribute, at=first.place("attribute"))
        if not isinstance(kind, Kind):
            near = did_you_mean(attribute.name, [known.name for known in self._given.attributes.values()])
            what = f"attribute {shown(attribute.name)} has no kind: {kind}"
            self._problems.add(first.place("attribute"), f"{what}; declare its kind in rules/attributes.yaml{near}")
        return replace(attribute, kind=kind if isinstance(kind, Kind) else None)

    def _kinds_of(self, claim: Claim, reader: KindReader) -> frozenset[Kind]:
        text = claim.value if claim.read_as is None else claim.read_as
        return kinds_of_value(
            text, self._given.settings, is_number=claim.is_number and claim.read_as is None,
            is_relative=claim.relative_to is not None and isinstance(claim.value, str),
            published=self._publications.of(claim.source), manner=self._manner(claim),
        )  # fmt: skip

    def _manner(self, claim: Claim) -> str:
        source = self._given.sources.get(claim.source)
        return AS_CURATED if claim.read_as is not None else source.manner if source else "en"

    def _claims_on(self, name: str) -> list[Claim]:
        """The claims on an attribute, in the order of their ids: all of those with a value of no kind, or the first."""
        number = self.attribute_names.index(name)
        self._spell(f"SELECT DISTINCT {plan.listed(self._shape.group)} FROM base WHERE a = {number}")
        claims = self._fetched(f"SELECT DISTINCT slug FROM keyed WHERE a = {number}")
        return [claim for claim in claims if self._name_of_claim(claim) == name]

    def _name_of_claim(self, claim: Claim) -> str:
        found = self.attributes.get(normalise(claim.attribute))
        return normalise(found.name) if found else normalise(claim.attribute)

    # -------------------------------------------------------------------------------------------------------- values

    def _read_values(self) -> None:
        shape = self._shape
        reader = ReadingSpec(self.attribute_names, self.ground, shape.keys)
        self._engine.mapped("readings", plan.values(shape), reader, reader.types)
        count, read, blank, wordy = self._one(
            "SELECT count(*) AS n, coalesce(sum(CASE WHEN ok THEN 1 ELSE 0 END), 0) AS r, "
            "coalesce(sum(CASE WHEN ok IS NULL THEN 1 ELSE 0 END), 0) AS b, count(terms) AS t FROM readings"
        )
        if blank:
            self._complain()
        known = self._are_known()
        self._shape = replace(shape, readings=bool(count), all_read=count == read and known, words=bool(wordy))

    def _read_times(self) -> None:
        if not self._shape.timed:
            return
        reader = TimeReader(self._given.settings)
        self._engine.mapped("times", plan.times(self._shape), reader, reader.types)
        (refused,) = self._one("SELECT coalesce(sum(CASE WHEN ok THEN 0 ELSE 1 END), 0) AS n FROM times")
        self._shape = replace(self._shape, all_read=self._shape.all_read and not refused)

    def _read_relative(self) -> None:
        """Read the claims that count from others, with these, and put what they mean into the plan."""
        self._anchors: dict[str, list[Claim]] = defaultdict(list)
        if not self._shape.relative:
            return
        claims = self._related_claims()
        reader = self._reader()
        made = {row.claim.id: row for row in reader.read(claims)}
        refusals: dict[str, int] = defaultdict(int)
        for entry in reader.unread:
            refusals[entry.claim.id] += 1
        cells = []
        for claim in claims:
            self._anchors[claim.source].append(claim)
            if claim.relative_to is None:
                continue
            row = made.get(claim.id)
            reading = reading_cells(row.reading if row else None)
            written = row.when if row is not None and row.when_written else None
            time = time_cells(written, row.published if row else None)[1:]
            cells.append((*self._make.place_of(claim), *reading, *time, refusals[claim.id]))
        types = {
            "part": "long", "place": "long", **ReadingSpec.made,
            **{name: kind for name, kind in TimeReader.made.items() if name != "ok"}, "refusals": "long",
        }  # fmt: skip
        columns = list(zip(*cells, strict=True)) or [()] * len(types)
        self._engine.put("counted", dict(zip(types, columns, strict=True)), types)
        all_read = self._shape.all_read and all(claim.id in made for claim in claims if claim.relative_to is not None)
        words = self._shape.words or any(row.reading.terms for row in made.values())
        self._shape = replace(self._shape, all_read=all_read, words=words)

    def _related_claims(self) -> list[Claim]:
        """The claims that count from others, what they count from, and some beside these, by their ids."""
        texts = list(self._all("SELECT DISTINCT source, relative_to FROM raw WHERE relative_to IS NOT NULL"))
        sources = sorted({source for source, _ in texts})
        self._engine.put("counting", {"source": sources}, {"source": "text"})
        named = {(clean(text) or "").removeprefix(f"{source}/") for source, text in texts}
        among = "source IN (SELECT source FROM counting)"
        self._spell(f"SELECT DISTINCT {plan.listed(self._shape.group)} FROM base WHERE {among}")
        self._engine.put("named", {"slug": sorted(named)}, {"slug": "text"})
        counting = (
            f"SELECT DISTINCT k.slug FROM keyed k JOIN base b ON {plan.joined(self._shape.group, 'k', 'b')} "
            "WHERE b.relative_to IS NOT NULL"
        )
        return self._fetched(f"SELECT slug FROM named UNION {counting}", f"r.{among}")

    def _reader(self) -> ClaimReader:
        return ClaimReader(self.ground, self._publications, Problems())

    # ------------------------------------------------------------------------------------------------ claims with ids

    def _spell(self, groups: str) -> None:
        """See groups, which a query gives, under the keys of their names."""
        table = groups
        if groups != "groups":
            self._engine.table("some_groups", groups)
            table = "some_groups"
        reader = NameReader(self.names)
        self._engine.mapped("names", plan.odd_names(self._shape, table), reader, reader.types)
        self._engine.view("keyed", plan.keyed(self._shape, table))

    def _fetched(self, slugs: str, where: str = "", rows: str = "raw") -> list[Claim]:
        """The claims whose id is one of some slugs, which a query gives, or could be but for the others', by their ids.

        What an id depends on is among them: all that could have it, and all that could have taken it.
        """
        shape = self._shape
        self._engine.table("wanted", slugs)
        ends_in_number = shape.dialect.matches("slug", "-[0-9]+$")
        while True:
            shorter = f"SELECT DISTINCT {plan.without_number('slug', shape.dialect)} AS slug FROM wanted WHERE {ends_in_number}"
            more = [
                slug
                for (slug,) in self._all(f"SELECT slug FROM ({shorter}) x WHERE slug NOT IN (SELECT slug FROM wanted)")
            ]
            if not more:
                break
            self._engine.put("shorter", {"slug": more}, {"slug": "text"})
            self._engine.table("wanted_too", "SELECT slug FROM wanted UNION ALL SELECT slug FROM shorter")
            self._engine.table("wanted", "SELECT slug FROM wanted_too")
        found = list(self._all_rows(plan.spelled_like(shape, "wanted", f" WHERE {where}" if where else "", rows)))
        if shape.has("claim_id"):
            found += self._all_rows(plan.named_like(shape, "wanted", f" AND {where}" if where else "", rows))
            found = list({(row["part"], row["place"]): row for row in found}.values())
        return self._identified(found)

    def _identified(self, rows: Iterable[Mapping[str, Any]]) -> list[Claim]:
        """The claims of rows in the order of their ids."""
        ordered = sorted(rows, key=lambda row: (row["part"], row["place"]))
        return with_ids(self._make.made(ordered), self._separating, Problems())

    def _refuse_repeated_ids(self) -> None:
        if not self._shape.has("claim_id"):
            return
        twice = (
            "SELECT source, claim_id FROM raw WHERE claim_id IS NOT NULL GROUP BY source, claim_id HAVING count(*) > 1"
        )
        on = "r.source = d.source AND r.claim_id = d.claim_id"
        rows = list(self._all_rows(f"SELECT r.* FROM raw r JOIN ({twice}) d ON {on}"))
        rows.sort(key=lambda row: (row["part"], row["place"]))
        with_ids(self._make.made(rows), {}, self._problems)

    def claims(self, sources: Collection[str] | None = None) -> Iterator[Claim]:
        """All claims, or those of some sources, in the order of their ids."""
        some: list[str] = []
        for source, count in self.of_source.items():
            if sources is not None and source not in sources:
                continue
            some.append(source)
            if count >= ROWS_AT_ONCE or sum(self.of_source[one] for one in some) >= ROWS_AT_ONCE:
                yield from self._claims_of(some)
                some = []
        if some:
            yield from self._claims_of(some)

    def _claims_of(self, sources: Sequence[str]) -> list[Claim]:
        self._engine.put("sources_wanted", {"source": sources}, {"source": "text"})
        return self._identified(self._all_rows("SELECT * FROM raw WHERE source IN (SELECT source FROM sources_wanted)"))

    # ----------------------------------------------------------------------------------------------- what is not read

    def _tell_unread(self) -> None:
        """Tell of values that cannot be read: of files of each, of a table of the first ones, and how many more."""
        self.unread = 0
        if self._shape.all_read:
            return
        (self.unread,) = self._one("SELECT count(*) AS n FROM lines WHERE NOT ok")
        counts = self._all("SELECT part, sum(refusals) AS n FROM lines WHERE refusals > 0 GROUP BY part")
        for part, count in sorted(counts):
            most = f"LIMIT {LISTED}" if part else ""
            places = self._all(f"SELECT place FROM lines WHERE part = {part} AND refusals > 0 ORDER BY place {most}")
            told = [entry for place in places for entry in self._refusals(part, place[0])]
            is_lenient = bool(part) and self._lenient
            listed = [Problem(e.claim.place(e.key), e.message) for e in (told[:LISTED] if part else told)]
            if part and count > len(listed):
                file = self.sheets[part - 1].file
                listed.append(Problem(Position(file), f"{count - len(listed):,} more values cannot be read"))
            (self.unread_notes if is_lenient else self._problems.found).extend(listed)

    def _refusals(self, part: int, place: int) -> list[UnreadValue]:
        """Why a claim cannot be read."""
        (row,) = self._all_rows(f"SELECT * FROM raw WHERE part = {part} AND place = {place}")
        (claim,) = self._make.made([row])
        beside: list[Claim] = []
        if claim.relative_to is not None:
            beside = list(self.claims({claim.source}))
            claim = next(one for one in beside if self._make.place_of(one) == (part, place))
        reader = self._reader()
        reader.read(beside or [claim])
        return [entry for entry in reader.unread if entry.claim.id == claim.id]

    # ---------------------------------------------------------------------------------------------------------- items

    def judge(self, related: Collection[ItemKey]) -> None:
        """See which items are suspect; `related` are those that relations name."""
        shape, numbers = self._shape, {name: n for n, name in enumerate(self.attribute_names)}
        keys = [
            (subject, numbers[attribute], dict(scope)) for subject, attribute, scope in related if attribute in numbers
        ]
        columns: dict[str, list[Any]] = {"name": [key[0] for key in keys], "a": [key[1] for key in keys]}
        for n in shape.separating:
            columns[f"n{n}"] = [key[2].get(self.scope[n], "") for key in keys]
        self._engine.put("related", columns, {name: "long" if name == "a" else "text" for name in columns})
        self._engine.table("items", plan.items(shape))
        follows = shape.timed or shape.relative
        if follows:
            self._engine.table("members", plan.members(shape, "i.apart AND i.may_follow AND i.why = ''"))
            for name, sql in plan.following(shape).items():
                (self._engine.table if name == "sure" else self._engine.view)(name, sql)
        self._engine.table("verdicts", plan.verdicts(shape, follows))
        (self.items_count,) = self._one("SELECT count(*) AS n FROM verdicts")

    def _keys_of(self, sql: str) -> set[ItemKey]:
        """The keys of items, of which a query gives the columns."""
        found = set()
        for name, a, *cells in self._all(sql):
            scope = tuple(
                (self.scope[n], cell.replace(NAMELESS, ""))
                for n, cell in zip(self._shape.separating, cells, strict=True)
                if cell
            )
            found.add((name.replace(NAMELESS, ""), self.attribute_names[a], scope))
        return found

    def _check_axes(self) -> None:
        """Complain of items whose values lie on several axes."""
        shape = self._shape
        axes = (
            {(n, d) for n, d in self._all("SELECT a, dimension FROM axes WHERE dimension IS NOT NULL")}
            if shape.has("num")
            else set()
        )
        if shape.readings:
            axes |= set(self._all("SELECT DISTINCT a, dimension FROM readings WHERE ok"))
        if shape.relative:
            axes |= set(
                self._all("SELECT DISTINCT l.a, l.dimension FROM lines l WHERE l.ok AND l.dimension IS NOT NULL")
            )
        several = {a for a, count in Counter(a for a, _ in axes).items() if count > 1}
        if not several:
            return
        numbers = plan.listed(map(str, sorted(several)))
        dimension = "coalesce(l.dimension, t.dimension)" if shape.readings or shape.relative else "t.dimension"
        mixed = (
            f"SELECT k.{', k.'.join(shape.item)} FROM lines l JOIN keyed k ON {plan.joined(shape.group, 'l', 'k')} "
            f"JOIN axes t ON k.a = t.a WHERE l.ok AND l.a IN ({numbers}) GROUP BY k.{', k.'.join(shape.item)} "
            f"HAVING min({dimension}) < max({dimension})"
        )
        self._engine.table("mixed", mixed)
        keys = self._keys_of("SELECT * FROM mixed")
        slugs = f"SELECT DISTINCT k.slug FROM keyed k JOIN mixed m ON {plan.joined(shape.item, 'k', 'm')}"
        check_axes(self._items_of(self._fetched(slugs), keys), self._problems) if keys else None

    def _rows_of(self, claims: Sequence[Claim]) -> list[KeyedRow]:
        """The rows of claims with their items; what they count from is read with them."""
        there = {claim.id for claim in claims}
        counting = {claim.source for claim in claims if claim.relative_to is not None}
        beside = [claim for source in counting for claim in self._anchors[source] if claim.id not in there]
        every = sorted([*claims, *beside], key=lambda claim: claim.id) if beside else claims
        return list(keyed((row for row in self._reader().read(every) if row.claim.id in there), self.ground))

    def _items_of(
        self, claims: Sequence[Claim], keys: Collection[ItemKey], also: Iterable[KeyedRow] = ()
    ) -> list[Item]:
        rows = [entry for entry in self._rows_of(claims) if entry.key in keys]
        return grouped([*rows, *(entry for entry in also if entry.key in keys)], self.names)

    def rows_on(self, keys: Collection[ItemKey]) -> list[KeyedRow]:
        """The rows of the claims on some items, in the order of their ids."""
        if not keys:
            return []
        on = plan.joined(self._shape.item, "k", "y")
        claims = self._fetched(f"SELECT DISTINCT k.slug FROM keyed k JOIN related y ON {on}")
        return [entry for entry in self._rows_of(claims) if entry.key in keys]

    def pick(self, least: Severity) -> int:
        """Choose the items to judge; returns how many. Of the others it is known what rules would find."""
        picked = "suspect" + (" OR follows" if least <= Severity.NOTE else "")
        picked += " OR agreeing" if least <= Severity.NONE else ""
        self._engine.table("picked", f"SELECT item, total FROM verdicts WHERE {picked}")
        self.agreements, self.superseded = self._one(
            "SELECT coalesce(sum(CASE WHEN agreeing THEN 1 ELSE 0 END), 0) AS a, "
            f"coalesce(sum(CASE WHEN follows THEN 1 ELSE 0 END), 0) AS f FROM verdicts WHERE NOT ({picked})"
        )
        count, self._claims_picked = self._one("SELECT count(*) AS n, coalesce(sum(total), 0) AS t FROM picked")
        return int(count)

    def items(self, derived: Sequence[KeyedRow] = ()) -> Iterator[Item]:
        """The items that were picked, with their rows, and those that `derived` ones speak of."""
        shape, parts = self._shape, -(-int(self._claims_picked) // ROWS_AT_ONCE)
        on = plan.joined(shape.item, "k", "i")
        slugs = f"SELECT DISTINCT k.slug FROM keyed k JOIN items i ON {on} JOIN picked p ON i.item = p.item"
        rows, left = "raw", {entry.key for entry in derived}
        if parts > 1:
            self._engine.table("wanted", slugs)
            self._engine.table("suspect_rows", plan.spelled_like(shape, "wanted"))
            rows = "suspect_rows"
        for part in range(parts):
            where = f"WHERE p.item % {parts} = {part}"
            keys = self._keys_of(
                f"SELECT {plan.listed(shape.item, 'v.')} FROM verdicts v JOIN picked p ON v.item = p.item {where}"
            )
            yield from self._items_of(self._fetched(f"{slugs} {where}", rows=rows), keys, derived)
            left -= keys
        yield from grouped([entry for entry in derived if entry.key in left], self.names)
