"""Rows of the plan that become claims, each with its id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from crosscheck.archive.distinct import NameReader
from crosscheck.archive.plan import groups, suspect_rows
from crosscheck.archive.run import PlanRun
from crosscheck.archive.tables import Tables
from crosscheck.model import Claim
from crosscheck.model.findings import PRINTED_CLAIMS
from crosscheck.problems import Problems
from crosscheck.vocabulary import Names
from crosscheck.workspace.ids import with_ids

_NUMBER = re.compile("-[0-9]+$")


class ClaimFetcher:
    """Claims of tables with their ids, for whoever names them by slugs, by sources, or asks for all."""

    def __init__(self, tables: Tables, names: Names) -> None:
        self._tables, self._names = tables, names
        self._run: PlanRun = tables.run
        self.others: dict[str, int] = {}
        """Of claims that stand for others that say the very same, how many these are."""

    def spell(self, made: str) -> None:
        """Make the table `keyed` of groups, which a query gives: with the keys of their names, and with their slugs."""
        engine, shape = self._run.engine, self._run.shape
        engine.table("groups", made)
        reader = NameReader(self._names, shape.tongues)
        engine.mapped("names", groups.odd_names(shape), reader, reader.types)
        engine.table("keyed", groups.keyed(shape))
        engine.drop("groups")

    def slugs(self, sql: str) -> set[str]:
        """The slugs that a query gives."""
        return {slug for (slug,) in self._run.rows(sql)}

    def fetched(self, slugs: Collection[str], where: str = "", *, gathered: bool = False) -> list[Claim]:
        """The claims whose id is one of some slugs, or could be but for the others', by their ids.

        What an id depends on is among them: all that could have it, and all that could have taken it. `where` is a
        condition on a row `r`; with `gathered`, the slugs are among those of `gather`.
        """
        self._want(slugs)
        tables = suspect_rows.GATHERED if gathered else ()
        found = self._run.records(suspect_rows.with_slugs(self._run.shape, "wanted", where, *tables))
        return self._identified({(row["part"], row["place"]): row for row in found}.values())

    def _want(self, slugs: Collection[str]) -> None:
        """Make a table of some slugs, and of what they are without numbers at their end."""
        wanted = set(slugs)
        for slug in slugs:
            while (slug := _NUMBER.sub("", slug)) not in wanted:
                wanted.add(slug)
        self._run.engine.put("wanted", {"slug": sorted(wanted)}, {"slug": "text"})

    def gather(self, slugs: str) -> None:
        """Make tables of all that may be fetched by the slugs of a table, or by a query."""
        for name, sql in suspect_rows.gathered(self._run.shape, slugs).items():
            self._run.engine.table(name, sql)

    def condensed(self, slugs: Collection[str]) -> list[Claim]:
        """As `fetched`, but of claims that say the very same the first one where they are too many to be printed.

        `others` has how many further ones each of these stands for.
        """
        self._want(slugs)
        run, shape = self._run, self._run.shape
        once = "DISTINCT " if shape.has("claim_id") else ""
        run.engine.table("hot_rows", f"SELECT {once}* FROM ({suspect_rows.with_slugs(shape, 'wanted')}) x")
        alike, said, standing = suspect_rows.condensed(shape, PRINTED_CLAIMS)
        run.engine.table("hot_groups", alike)
        run.engine.table("hot_said", said)
        rows = sorted(run.records(standing), key=lambda row: (row["part"], row["place"]))
        claims = self._tables.maker.made(rows)
        more = {id(claim.locate): row["alike"] - 1 for claim, row in zip(claims, rows, strict=True)}
        found = with_ids(claims, Problems(), lambda claim: more[id(claim.locate)], self._written("hot_rows"))
        self.others.update({claim.id: more[id(claim.locate)] for claim in found if more[id(claim.locate)]})
        return self._tables.named(found)

    def _written(self, rows: str) -> set[str]:
        """The ids that are written in some rows."""
        if not self._run.shape.has("claim_id"):
            return set()
        sql = f"SELECT source, claim_id FROM {rows} WHERE claim_id IS NOT NULL"
        return {f"{source}/{name}" for source, name in self._run.rows(sql)}

    def _identified(self, rows: Iterable[Mapping[str, Any]]) -> list[Claim]:
        """The claims of rows in the order of their ids."""
        ordered = sorted(rows, key=lambda row: (row["part"], row["place"]))
        return self._tables.named(with_ids(self._tables.maker.made(ordered), Problems()))

    def refuse_repeated_ids(self, problems: Problems) -> None:
        """Complain of ids that are written twice in a source."""
        if not self._run.shape.has("claim_id"):
            return
        twice = (
            "SELECT source, claim_id FROM raw WHERE claim_id IS NOT NULL GROUP BY source, claim_id HAVING count(*) > 1"
        )
        on = "r.source = d.source AND r.claim_id = d.claim_id"
        rows = list(self._run.records(f"SELECT r.* FROM raw r JOIN ({twice}) d ON {on}"))
        rows.sort(key=lambda row: (row["part"], row["place"]))
        with_ids(self._tables.maker.made(rows), problems)

    def claims(self, sources: Collection[str] | None = None) -> Iterator[Claim]:
        """All claims, or those of some sources, in the order of their ids."""
        some: list[str] = []
        count = 0
        for source, more in self._tables.of_source.items():
            if sources is not None and source not in sources:
                continue
            some.append(source)
            count += more
            if count >= self._run.rows_at_once:
                yield from self._claims_of(some)
                some, count = [], 0
        if some:
            yield from self._claims_of(some)

    def _claims_of(self, sources: Sequence[str]) -> list[Claim]:
        self._run.engine.put("sources_wanted", {"source": sources}, {"source": "text"})
        among = "source IN (SELECT source FROM sources_wanted)"
        return self._identified(self._run.records(f"SELECT * FROM raw WHERE {among}"))

    def as_written(self) -> Iterator[Claim]:
        """All claims in the order of their rows, without ids where none is written."""
        for row in self._run.records("SELECT * FROM raw ORDER BY part, place"):
            yield from self._tables.maker.made([row])
