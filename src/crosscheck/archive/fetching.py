"""Rows of the plan that become claims, each with its id, and the keys of items."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from crosscheck.archive import plan
from crosscheck.archive.distinct import (
    NameReader,
)
from crosscheck.archive.plan import NAMELESS
from crosscheck.archive.scan import COLUMNS
from crosscheck.archive.tables import Tables
from crosscheck.claims.items import ItemKey
from crosscheck.model import (
    Claim,
)
from crosscheck.model.findings import PRINTED_CLAIMS
from crosscheck.problems import Problems
from crosscheck.workspace.ids import with_ids

ROWS_AT_ONCE = 100_000
"""So many claims are objects at once."""

PLACES = 1 << 40
"""More than a part has rows."""


class FetchedClaims(Tables):
    """Claims of tables with their ids, for whoever names them by slugs, by sources, or asks for all."""

    def _spell(self, groups: str) -> None:
        """See groups, which a query gives, under the keys of their names."""
        table = groups
        if groups != "groups":
            self.engine.table("some_groups", groups)
            table = "some_groups"
        reader = NameReader(self.names)
        self.engine.mapped("names", plan.odd_names(self.shape, table), reader, reader.types)
        self.engine.view("keyed", plan.keyed(self.shape, table))

    def _fetched(self, slugs: str, where: str = "", rows: str = "raw") -> list[Claim]:
        """The claims whose id is one of some slugs, which a query gives, or could be but for the others', by their ids.

        What an id depends on is among them: all that could have it, and all that could have taken it.
        """
        self._want(slugs)
        shape = self.shape
        found = list(self._all_rows(plan.spelled_like(shape, "wanted", f" WHERE {where}" if where else "", rows)))
        if shape.has("claim_id"):
            found += self._all_rows(plan.named_like(shape, "wanted", f" AND {where}" if where else "", rows))
            found = list({(row["part"], row["place"]): row for row in found}.values())
        return self._identified(found)

    def _want(self, slugs: str) -> None:
        """Make a table of some slugs, and of what they are without a number at their end."""
        dialect = self.shape.dialect
        self.engine.table("wanted", slugs)
        plain, is_numbered = plan.without_number("slug", dialect), dialect.matches("slug", "-[0-9]+$")
        shorter = f"SELECT DISTINCT {plain} AS slug FROM wanted WHERE {is_numbered}"
        new = f"SELECT slug FROM ({shorter}) x WHERE slug NOT IN (SELECT slug FROM wanted)"
        while more := [slug for (slug,) in self.all(new)]:
            self.engine.put("shorter", {"slug": more}, {"slug": "text"})
            self.engine.table("wanted_too", "SELECT slug FROM wanted UNION ALL SELECT slug FROM shorter")
            self.engine.table("wanted", "SELECT slug FROM wanted_too")

    def _condensed(self, slugs: str) -> list[Claim]:
        """As `_fetched`, but of claims that say the very same the first one where they are too many to be printed.

        `others` has how many further ones each of these stands for. Only for tables without written ids.
        """
        self._want(slugs)
        shape = self.shape
        cells = sorted(shape.columns)
        self.engine.table("hot_rows", plan.spelled_like(shape, "wanted"))
        first = f"min(part * {PLACES} + place)"
        of = plan.listed(cells)
        alike = f"SELECT {of}, {first} AS first, count(*) AS alike FROM hot_rows GROUP BY {of}"
        self.engine.table("hot_groups", alike)
        # Whoever says a value is another one; as soon as it is said too often to be printed whole, the first of each.
        said = [cell for cell in cells if cell not in ("source", "said_by", "quote", "url")]
        many = f"SELECT {plan.listed(said)}, sum(alike) AS said FROM hot_groups GROUP BY {plan.listed(said)}"
        same = " AND ".join(plan.equal(cell, COLUMNS.get(cell, "text"), "g", "m") for cell in said)
        self.engine.table("hot_said", f"SELECT g.*, m.said FROM hot_groups g JOIN ({many}) m ON {same}")
        one = (
            f"SELECT r.*, g.alike FROM hot_rows r JOIN hot_said g ON r.part * {PLACES} + r.place = g.first "
            f"WHERE g.said > {PRINTED_CLAIMS}"
        )
        whole = " AND ".join(plan.equal(cell, COLUMNS.get(cell, "text"), "r", "g") for cell in cells)
        every = f"SELECT r.*, 1 AS alike FROM hot_rows r JOIN hot_said g ON {whole} WHERE g.said <= {PRINTED_CLAIMS}"
        rows = sorted([*self._all_rows(one), *self._all_rows(every)], key=lambda row: (row["part"], row["place"]))
        claims = self._make.made(rows)
        more = {id(claim.locate): row["alike"] - 1 for claim, row in zip(claims, rows, strict=True)}
        found = with_ids(claims, Problems(), lambda claim: more[id(claim.locate)])
        self.others.update({claim.id: more[id(claim.locate)] for claim in found if more[id(claim.locate)]})
        return found

    def _identified(self, rows: Iterable[Mapping[str, Any]]) -> list[Claim]:
        """The claims of rows in the order of their ids."""
        ordered = sorted(rows, key=lambda row: (row["part"], row["place"]))
        return with_ids(self._make.made(ordered), Problems())

    def _refuse_repeated_ids(self) -> None:
        if not self.shape.has("claim_id"):
            return
        twice = (
            "SELECT source, claim_id FROM raw WHERE claim_id IS NOT NULL GROUP BY source, claim_id HAVING count(*) > 1"
        )
        on = "r.source = d.source AND r.claim_id = d.claim_id"
        rows = list(self._all_rows(f"SELECT r.* FROM raw r JOIN ({twice}) d ON {on}"))
        rows.sort(key=lambda row: (row["part"], row["place"]))
        with_ids(self._make.made(rows), self._problems)

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

    def as_written(self) -> Iterator[Claim]:
        """All claims in the order of their rows, without ids where none is written."""
        for row in self._all_rows("SELECT * FROM raw ORDER BY part, place"):
            yield from self._make.made([row])

    def _claims_of(self, sources: Sequence[str]) -> list[Claim]:
        self.engine.put("sources_wanted", {"source": sources}, {"source": "text"})
        return self._identified(self._all_rows("SELECT * FROM raw WHERE source IN (SELECT source FROM sources_wanted)"))

    def keys_of(self, sql: str) -> set[ItemKey]:
        """The keys of items, of which a query gives the columns."""
        return set(self.each_key(sql))

    def each_key(self, sql: str) -> Iterator[ItemKey]:
        return (self._key(cells) for cells in self.all(sql))

    def keyed_texts(self, sql: str) -> Iterator[tuple[str, ItemKey]]:
        """Texts with keys of items, of which a query gives the columns."""
        return ((text, self._key(cells)) for text, *cells in self.all(sql))

    def _key(self, cells: Sequence[Any]) -> ItemKey:
        name, a, *values = cells
        scope = tuple(
            (self.scope[n], value.replace(NAMELESS, ""))
            for n, value in zip(self.shape.separating, values, strict=True)
            if value
        )
        return name.replace(NAMELESS, ""), self.attribute_names[a], scope

    def _put_keys(self, table: str, keys: Iterable[ItemKey]) -> None:
        numbers = self.number_of
        known = [
            (subject, numbers[attribute], dict(scope)) for subject, attribute, scope in keys if attribute in numbers
        ]
        columns: dict[str, list[Any]] = {"name": [key[0] or NAMELESS for key in known], "a": [key[1] for key in known]}
        for n in self.shape.separating:
            values = [key[2].get(self.scope[n]) for key in known]
            columns[f"n{n}"] = ["" if value is None else value or NAMELESS for value in values]
        self.engine.put(table, columns, {name: "long" if name == "a" else "text" for name in columns})
