"""What the claims of tables mean: values, times, what counts from other claims, and what cannot be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.archive import plan
from crosscheck.archive.attributes import KnownAttributes
from crosscheck.archive.csv import LISTED
from crosscheck.archive.distinct import (
    ReadingSpec,
    TimeReader,
    clean,
    reading_cells,
    time_cells,
)
from crosscheck.claims.items import ItemKey, KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.reader import ClaimReader, UnreadValue
from crosscheck.model import (
    Claim,
    Item,
)
from crosscheck.problems import Position, Problem, Problems


class ReadClaims(KnownAttributes):
    """Claims of tables that are read: in the plan all of them, as objects those that are asked for."""

    def _read_values(self) -> None:
        shape = self.shape
        reader = ReadingSpec(self.attribute_names, self.ground, shape.keys)
        self.engine.mapped("readings", plan.values(shape), reader, reader.types)
        count, read, blank, wordy = self.one(
            "SELECT count(*) AS n, coalesce(sum(CASE WHEN ok THEN 1 ELSE 0 END), 0) AS r, "
            "coalesce(sum(CASE WHEN ok IS NULL THEN 1 ELSE 0 END), 0) AS b, count(terms) AS t FROM readings"
        )
        if blank:
            self._complain()
        known = self._are_known()
        has_readings = bool(count) or not shape.has("num")
        self.shape = replace(shape, readings=has_readings, all_read=count == read and known, words=bool(wordy))

    def _read_times(self) -> None:
        if not self.shape.timed:
            return
        reader = TimeReader(self._given.settings)
        self.engine.mapped("times", plan.times(self.shape), reader, reader.types)
        (refused,) = self.one("SELECT coalesce(sum(CASE WHEN ok THEN 0 ELSE 1 END), 0) AS n FROM times")
        self.shape = replace(self.shape, all_read=self.shape.all_read and not refused)

    def _read_relative(self) -> None:
        """Read the claims that count from others, with these, and put what they mean into the plan."""
        self._anchors: dict[str, list[Claim]] = defaultdict(list)
        if not self.shape.relative:
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
            "part": "long",
            "place": "long",
            **ReadingSpec.made,
            **{name: kind for name, kind in TimeReader.made.items() if name != "ok"},
            "refusals": "long",
        }
        columns = list(zip(*cells, strict=True)) or [()] * len(types)
        self.engine.put("counted", dict(zip(types, columns, strict=True)), types)
        all_read = self.shape.all_read and all(claim.id in made for claim in claims if claim.relative_to is not None)
        words = self.shape.words or any(row.reading.terms or row.reading.direction for row in made.values())
        self.shape = replace(self.shape, all_read=all_read, words=words)

    def _related_claims(self) -> list[Claim]:
        """The claims that count from others, what they count from, and some beside these, by their ids."""
        texts = list(self.all("SELECT DISTINCT source, relative_to FROM raw WHERE relative_to IS NOT NULL"))
        sources = sorted({source for source, _ in texts})
        self.engine.put("counting", {"source": sources}, {"source": "text"})
        named = {(clean(text) or "").removeprefix(f"{source}/") for source, text in texts}
        among = "source IN (SELECT source FROM counting)"
        self._spell(f"SELECT DISTINCT {plan.listed(self.shape.group)} FROM base WHERE {among}")
        self.engine.put("named", {"slug": sorted(named)}, {"slug": "text"})
        counting = (
            f"SELECT DISTINCT k.slug FROM keyed k JOIN base b ON {plan.joined(self.shape.group, 'k', 'b')} "
            "WHERE b.relative_to IS NOT NULL"
        )
        return self._fetched(f"SELECT slug FROM named UNION {counting}", f"r.{among}")

    def _reader(self) -> ClaimReader:
        return ClaimReader(self.ground, self._publications, Problems())

    def _tell_unread(self) -> None:
        """Tell of values that cannot be read: of files of each, of a table of the first ones, and how many more."""
        self.unread = 0
        if self.shape.all_read:
            return
        refused = "SELECT part, place, ok, refusals FROM lines WHERE NOT ok OR refusals > 0"
        self.engine.table("unread", refused)
        (self.unread,) = self.one("SELECT count(*) AS n FROM unread WHERE NOT ok")
        counts = self.all("SELECT part, sum(refusals) AS n FROM unread GROUP BY part")
        for part, count in sorted((int(part), int(count)) for part, count in counts if count):
            most = f"LIMIT {LISTED}" if part else ""
            first = f"SELECT place FROM unread WHERE part = {part} AND refusals > 0 ORDER BY place {most}"
            rows = list(self._all_rows(f"SELECT * FROM raw WHERE part = {part} AND place IN ({first})"))
            told = self._refusals(sorted(rows, key=lambda row: row["place"]))
            is_lenient = bool(part) and self._lenient
            listed = [Problem(e.claim.place(e.key), e.message) for e in (told[:LISTED] if part else told)]
            if part and count > len(listed):
                file = self.sheets[part - 1].file
                listed.append(Problem(Position(file), f"{count - len(listed):,} more values cannot be read"))
            (self.unread_notes if is_lenient else self._problems.found).extend(listed)

    def _refusals(self, rows: Sequence[Mapping[str, Any]]) -> list[UnreadValue]:
        """Why the claims of rows cannot be read."""
        found: list[UnreadValue] = []
        for claim in self._make.made(rows):
            beside = [claim]
            if claim.relative_to is not None:
                beside = list(self.claims({claim.source}))
            reader = self._reader()
            reader.read(beside)
            place = self._make.place_of(claim)
            found += [entry for entry in reader.unread if self._make.place_of(entry.claim) == place]
        return found

    def _check_axes(self) -> None:
        """Complain of items whose values lie on several axes."""
        shape = self.shape
        axes = (
            {(n, d) for n, d in self.all("SELECT a, dimension FROM axes WHERE dimension IS NOT NULL")}
            if shape.has("num")
            else set()
        )
        if shape.readings:
            axes |= set(self.all("SELECT DISTINCT a, dimension FROM readings WHERE ok"))
        if shape.relative:
            axes |= set(
                self.all("SELECT DISTINCT l.a, l.dimension FROM lines l WHERE l.ok AND l.dimension IS NOT NULL")
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
        self.engine.table("mixed", mixed)
        keys = self.keys_of("SELECT * FROM mixed")
        slugs = f"SELECT DISTINCT k.slug FROM keyed k JOIN mixed m ON {plan.joined(shape.item, 'k', 'm')}"
        check_axes(self._items_of(self._fetched(slugs), keys), self._problems) if keys else None

    def _rows_of(self, claims: Sequence[Claim]) -> list[KeyedRow]:
        """The rows of claims with their items; what they count from is read with them."""
        there = {claim.id for claim in claims}
        counting = {claim.source for claim in claims if claim.relative_to is not None}
        beside = [claim for source in counting for claim in self._anchors[source] if claim.id not in there]
        every = sorted([*claims, *beside], key=lambda claim: claim.id) if beside else claims
        rows = (row for row in self._reader().read(every) if row.claim.id in there)
        if self.others:
            rows = (replace(row, others=self.others.get(row.claim.id, 0)) for row in rows)
        return list(keyed(rows, self.ground))

    def _items_of(
        self, claims: Sequence[Claim], keys: Collection[ItemKey], also: Iterable[KeyedRow] = ()
    ) -> list[Item]:
        rows = [entry for entry in self._rows_of(claims) if entry.key in keys]
        return grouped([*rows, *(entry for entry in also if entry.key in keys)], self.names)

    def rows_on(self, keys: Collection[ItemKey]) -> list[KeyedRow]:
        """The rows of the claims on some items, in the order of their ids."""
        if not keys:
            return []
        on = plan.joined(self.shape.item, "k", "y")
        claims = self._fetched(f"SELECT DISTINCT k.slug FROM keyed k JOIN related y ON {on}")
        return [entry for entry in self._rows_of(claims) if entry.key in keys]

    @property
    def tables_of_readings(self) -> list[str]:
        return ["readings"] * self.shape.readings + ["counted"] * self.shape.relative
