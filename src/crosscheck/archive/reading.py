"""What the claims of tables mean: values, times, what counts from other claims, and what cannot be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.archive.attributes import TableAttributes
from crosscheck.archive.csv import LISTED
from crosscheck.archive.distinct import ReadingSpec, TimeReader, clean, reading_cells, time_cells
from crosscheck.archive.engine import Vocabulary
from crosscheck.archive.fetching import ClaimFetcher
from crosscheck.archive.item_keys import ItemKeys
from crosscheck.archive.plan import groups, lines
from crosscheck.archive.plan.shape import joined, listed
from crosscheck.archive.styles import may_mix, refuse_mixed
from crosscheck.archive.tables import Tables
from crosscheck.claims.items import ItemKey, KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.reader import ClaimReader, UnreadValue
from crosscheck.claims.sources import Publications
from crosscheck.model import Claim, Item, Row
from crosscheck.problems import Position, Problem, Problems


class TableReader:
    """Claims of tables that are read: in the plan all of them, as far as its groups; as objects those asked for.

    `unread` claims cannot be read; `notes` say of those of tables why, if `lenient`; else `problems` does. `on_demand`:
    values of tables are read when their items are made, and what cannot be read raises `InputError` there.
    """

    def __init__(
        self,
        tables: Tables,
        fetcher: ClaimFetcher,
        attributes: TableAttributes,
        given: Vocabulary,
        publications: Publications,
        problems: Problems,
        *,
        lenient: bool,
        on_demand: bool,
    ) -> None:
        self._tables, self._run, self._fetcher, self._attributes = tables, tables.run, fetcher, attributes
        self._given, self._publications, self._problems, self._lenient = given, publications, problems, lenient
        self.keys = ItemKeys(self._run, tables.scope.separating, attributes.names)
        self.unread, self.notes = 0, list[Problem]()
        self._anchors: dict[str, list[Claim]] = defaultdict(list)
        self._axes: set[tuple[int, str | None]] = set()
        """The attributes, by number, with the dimensions in which their values are."""
        self._left, self._looked_at = "FALSE", set[tuple[int, int]]()
        """Which rows of the plan are left until somebody asks for them, and the places of those that somebody did."""
        self._run.learn(on_demand=on_demand)
        self._read_texts()
        refuse_mixed(self._run, tables.sheets, problems)
        self._read_relative()
        self._group()
        self._tell_unread()
        self._check_axes()

    # -------------------------------------------------------------------------------------------- all, in the plan

    def _read_texts(self) -> None:
        """Read the different values and times of claims that count from none."""
        run, shape = self._run, self._run.shape
        reader = ReadingSpec(self._attributes.names, self._attributes.ground, shape.keys)
        where = "TRUE"
        if shape.on_demand:
            left = lines.no_doubt(shape, may_mix(run))
            where, self._left = f"NOT {left}", f"{lines.has_text(shape)} AND {left}"
        run.engine.mapped("readings", lines.values(shape, where), reader, reader.types)
        count = "SELECT a, dimension, ok, count(terms) AS wordy FROM readings GROUP BY a, dimension, ok"
        if shape.timed:
            times = TimeReader(self._given.settings)
            run.engine.mapped("times", lines.times(shape), times, times.types)
            count += " UNION ALL SELECT NULL, NULL, ok, 0 FROM times GROUP BY ok"
        counted = list(run.rows(count))
        values = [entry for entry in counted if entry[0] is not None]
        if any(ok is None for _, _, ok, _ in values):
            self._tables.complain()
        self._axes = {(a, dimension) for a, dimension, ok, _ in values if ok}
        run.learn(
            readings=bool(values) or not shape.has("num"),
            all_read=self._attributes.are_known and all(ok for _, _, ok, _ in counted),
            words=any(wordy for *_, wordy in values),
        )

    def _read_relative(self) -> None:
        """Read the claims that count from others, with these, and put what they mean into the plan."""
        if not self._run.shape.relative:
            return
        claims = self._related_claims()
        reader = self._reader()
        made = {row.claim.id: row for row in reader.read(claims)}
        refusals = Counter(entry.claim.id for entry in reader.unread)
        cells = []
        for claim in claims:
            self._anchors[claim.source].append(claim)
            if claim.relative_to is None:
                continue
            row = made.get(claim.id)
            reading = reading_cells(row.reading if row else None)
            written = row.when if row is not None and row.when_written else None
            time = time_cells(written, row.published if row else None)[1:]
            cells.append((*self._tables.maker.place_of(claim), *reading, *time, refusals[claim.id]))
            if row is not None and row.reading.dimension is not None:
                self._axes.add((self._attributes.number_of[self._attributes.name_of(claim)], row.reading.dimension))
        types = {
            "part": "long",
            "place": "long",
            **ReadingSpec.made,
            **{name: kind for name, kind in TimeReader.made.items() if name not in ("ok", "style")},
            "refusals": "long",
        }
        columns = list(zip(*cells, strict=True)) or [()] * len(types)
        self._run.engine.put("counted", dict(zip(types, columns, strict=True)), types)
        all_read = all(claim.id in made for claim in claims if claim.relative_to is not None)
        shape = self._run.shape
        words = shape.words or any(row.reading.terms or row.reading.direction for row in made.values())
        self._run.learn(all_read=shape.all_read and all_read, words=words)

    def _related_claims(self) -> list[Claim]:
        """The claims that count from others, what they count from, and some beside these, by their ids."""
        run, fetcher = self._run, self._fetcher
        texts = list(run.rows("SELECT DISTINCT source, relative_to FROM raw WHERE relative_to IS NOT NULL"))
        sources = sorted({source for source, _ in texts})
        run.engine.put("counting", {"source": sources}, {"source": "text"})
        named = {(clean(text) or "").removeprefix(f"{source}/") for source, text in texts}
        among = "source IN (SELECT source FROM counting)"
        group = listed(run.shape.group)
        fetcher.spell(
            f"SELECT {group}, bool_or(relative_to IS NOT NULL) AS counts FROM base WHERE {among} GROUP BY {group}"
        )
        return fetcher.fetched(named | fetcher.slugs("SELECT DISTINCT slug FROM keyed WHERE counts"), f"r.{among}")

    def _group(self) -> None:
        run = self._run
        run.engine.view("lines", lines.lines(run.shape))
        self._fetcher.spell(groups.groups(run.shape))
        (blank,) = run.numbers("SELECT count(*) AS n FROM keyed WHERE name = ''")
        if blank:
            self._tables.complain()

    def _tell_unread(self) -> None:
        """Tell of values that cannot be read: of files of each, of a table of the first ones, and how many more."""
        run = self._run
        if run.shape.all_read:
            return
        run.engine.table("unread", "SELECT part, place, ok, refusals FROM lines WHERE NOT ok OR refusals > 0")
        sums = "sum(CASE WHEN ok THEN 0 ELSE 1 END) AS n, sum(refusals) AS r"
        counts = [tuple(map(int, row)) for row in run.rows(f"SELECT part, {sums} FROM unread GROUP BY part")]
        self.unread = sum(unread for _, unread, _ in counts)
        for part, _, count in sorted(counts):
            if not count:
                continue
            most = f"LIMIT {LISTED}" if part else ""
            first = f"SELECT place FROM unread WHERE part = {part} AND refusals > 0 ORDER BY place {most}"
            rows = list(run.records(f"SELECT * FROM raw WHERE part = {part} AND place IN ({first})"))
            refused = self._refusals(sorted(rows, key=lambda row: row["place"]))
            found = [Problem(e.claim.place(e.key), e.message) for e in (refused[:LISTED] if part else refused)]
            if part and count > len(found):
                file = self._tables.sheets[part - 1].file
                found.append(Problem(Position(file), f"{count - len(found):,} more values cannot be read"))
            (self.notes if part and self._lenient else self._problems.found).extend(found)

    def _refusals(self, rows: Sequence[Mapping[str, Any]]) -> list[UnreadValue]:
        """Why the claims of rows cannot be read."""
        found: list[UnreadValue] = []
        place_of = self._tables.maker.place_of
        for claim in self._tables.maker.made(rows):
            beside = [claim]
            if claim.relative_to is not None:
                beside = list(self._fetcher.claims({claim.source}))
            reader = self._reader()
            reader.read(beside)
            place = place_of(claim)
            found += [entry for entry in reader.unread if place_of(entry.claim) == place]
        return found

    def _check_axes(self) -> None:
        """Complain of items whose values lie on several axes."""
        run, shape = self._run, self._run.shape
        axes = set(self._axes)
        if shape.has("num"):
            axes |= set(run.rows("SELECT a, dimension FROM axes WHERE dimension IS NOT NULL"))
        several = {a for a, count in Counter(a for a, _ in axes).items() if count > 1}
        if not several:
            return
        numbers = listed(map(str, sorted(several)))
        dimension = "coalesce(l.dimension, t.dimension)" if shape.readings or shape.relative else "t.dimension"
        keys = listed(shape.item, "k.")
        mixed = (
            f"SELECT {keys} FROM lines l JOIN keyed k ON {joined(shape.group, 'l', 'k')} JOIN axes t ON k.a = t.a "
            f"WHERE l.ok AND l.a IN ({numbers}) GROUP BY {keys} HAVING min({dimension}) < max({dimension})"
        )
        on = joined(shape.item, "k", "m")
        found = list(run.rows(f"SELECT DISTINCT k.slug, {keys} FROM keyed k JOIN ({mixed}) m ON {on}"))
        if found:
            claims = self._fetcher.fetched({slug for slug, *_ in found})
            check_axes(self.items_of(claims, {self.keys.key(cells) for _, *cells in found}), self._problems)

    # ------------------------------------------------------------------------------------------- some, as objects

    def _reader(self) -> ClaimReader:
        return ClaimReader(self._attributes.ground, self._publications, Problems())

    def rows_of(self, claims: Sequence[Claim]) -> Iterator[KeyedRow]:
        """The rows of claims with their items; what they count from is read with them."""
        there = {claim.id for claim in claims}
        counting = {claim.source for claim in claims if claim.relative_to is not None}
        beside = [claim for source in counting for claim in self._anchors[source] if claim.id not in there]
        every = sorted([*claims, *beside], key=lambda claim: claim.id) if beside else claims
        reader = self._reader()
        rows: Iterator[Row] = (row for row in reader.read(every) if row.claim.id in there)
        if self._run.shape.on_demand:
            rows = iter(list(rows))
            self._looked_at.update(map(self._tables.maker.place_of, claims))
            self._refuse(reader.unread)
        if others := self._fetcher.others:
            rows = (replace(row, others=others.get(row.claim.id, 0)) for row in rows)
        return keyed(rows, self._attributes.ground)

    def items_of(self, claims: Sequence[Claim], keys: Collection[ItemKey], also: Iterable[KeyedRow] = ()) -> list[Item]:
        """Of the items of claims, and of rows beside them, those with some keys, in the order of these."""
        rows = [entry for entry in self.rows_of(claims) if entry.key in keys]
        items = grouped([*rows, *(entry for entry in also if entry.key in keys)], self._given.names)
        if self._run.shape.on_demand:
            problems = Problems()
            check_axes(items, problems)
            problems.raise_any()
        return items

    def _refuse(self, unread: Iterable[UnreadValue]) -> None:
        """Raise `InputError` for what could not be read only now, unless that is left out."""
        problems = Problems()
        for entry in () if self._lenient else unread:
            entry.add_to(problems)
        problems.raise_any()

    def not_looked_at(self) -> int:
        """How many claims have values that nobody has read."""
        parts, places = zip(*sorted(self._looked_at), strict=True) if self._looked_at else ((), ())
        self._run.engine.put("looked_at", {"part": parts, "place": places}, {"part": "long", "place": "long"})
        asked = "SELECT 1 FROM looked_at x WHERE x.part = b.part AND x.place = b.place"
        (count,) = self._run.numbers(f"SELECT count(*) AS n FROM base b WHERE {self._left} AND NOT EXISTS ({asked})")
        return count
