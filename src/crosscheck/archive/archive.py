"""The plan run up to the items that rules must judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from crosscheck.archive.attributes import TableAttributes
from crosscheck.archive.dialect import quoted
from crosscheck.archive.distinct import clean
from crosscheck.archive.engine import Vocabulary
from crosscheck.archive.fetching import ClaimFetcher
from crosscheck.archive.item_keys import ItemKeys
from crosscheck.archive.plan import verdicts
from crosscheck.archive.plan.shape import joined, listed, selected
from crosscheck.archive.plan.suspicion import RELATED
from crosscheck.archive.reading import TableReader
from crosscheck.archive.run import PlanRun
from crosscheck.archive.tables import Tables
from crosscheck.claims.items import ItemKey, KeyedRow, grouped, key_of
from crosscheck.claims.sources import Publications
from crosscheck.model import Claim, Item, Severity
from crosscheck.problems import Problem, Problems

HOT = 5_000
"""Of an item of more claims, those that say the very same are one row that stands for all of them."""

KEYS_AT_ONCE = 10_000
"""So many items are fetched by their keys at once."""


class Archive:
    """Claims of tables, and of the files beside them, as items.

    `lenient`: what cannot be read in tables is left out, and only noted.
    """

    def __init__(self, tables: Tables, given: Vocabulary, problems: Problems, *, lenient: bool) -> None:
        self.tables, self.names = tables, given.names
        self.run: PlanRun = tables.run
        self._given, self._problems, self._lenient = given, problems, lenient
        self._fetcher = ClaimFetcher(tables, given.names)
        self.attributes: TableAttributes
        self._reader: TableReader
        self.items_count = self.agreements = self.superseded = 0
        self._picked = self._claims = 0
        """How many items are picked, and how many claims those of them have that are not hot."""
        self._has_related = False
        self._stated: set[ItemKey] = set()
        """The items that relations name, and of which claims speak."""

    def complete(self, publications: Publications, *, on_demand: bool = False) -> None:
        """Read what claims say, up to the groups of the plan; to be called once all sources are known.

        `on_demand`: values of tables are only read when their items are made.
        """
        given, problems = self._given, self._problems
        self.attributes = TableAttributes(self.tables, self._fetcher, given, publications, problems)
        self._fetcher.refuse_repeated_ids(problems)
        self._reader = TableReader(
            self.tables,
            self._fetcher,
            self.attributes,
            given,
            publications,
            problems,
            lenient=self._lenient,
            on_demand=on_demand,
        )

    @property
    def keys(self) -> ItemKeys:
        return self._reader.keys

    @property
    def unread(self) -> int:
        """How many claims cannot be read."""
        return self._reader.unread

    @property
    def unread_notes(self) -> tuple[Problem, ...]:
        """Why claims of tables cannot be read, if these are left out."""
        return tuple(self._reader.notes)

    def not_looked_at(self) -> int:
        """How many claims of tables have values that nobody has read."""
        return self._reader.not_looked_at()

    def claims(self, sources: Collection[str] | None = None) -> Iterator[Claim]:
        """All claims, or those of some sources, in the order of their ids."""
        return self._fetcher.claims(sources)

    # ---------------------------------------------------------------------------------------------------- verdicts

    def subjects(self, attributes: Collection[str]) -> dict[str, int]:
        """The subjects of claims on some attributes, and on how many of these each has claims."""
        number_of = self.attributes.number_of
        numbers = [number_of[name] for name in attributes if name in number_of]
        if not numbers:
            return {}
        read = "" if self.run.shape.all_read else " AND n > 0"
        found = self.run.rows(
            "SELECT name, min(subject) AS subject, count(DISTINCT a) AS n FROM keyed "
            f"WHERE a IN ({listed(map(str, sorted(numbers)))}){read} GROUP BY name"
        )
        names = self.names
        return {
            names.canonical(name if names.knows(name) else clean(subject) or ""): int(count)
            for name, subject, count in found
        }

    def judge(self, related: Collection[ItemKey]) -> None:
        """See which items are suspect; `related` are those that relations name."""
        run = self.run
        self._has_related = bool(related)
        self.keys.put("related", related)
        run.engine.table("items", verdicts.items(run.shape))
        self.items_count, follow = run.numbers(
            f"SELECT count(*) AS n, sum(CASE WHEN {verdicts.MAY_FOLLOW} THEN 1 ELSE 0 END) AS f FROM items"
        )
        if follow:
            run.engine.table("members", verdicts.members(run.shape))
            for name, sql in verdicts.following(run.shape).items():
                (run.engine.table if name == "sure" else run.engine.view)(name, sql)
        run.engine.view("verdicts", verdicts.verdicts(run.shape, follows=bool(follow)))

    def pick(self, least: Severity | None) -> int:
        """Choose the items to judge, all of them if `least` is None; returns how many.

        Of the others it is known what rules would find. Of a draft, all that it speaks of is judged, and what relations
        name; nothing else matters.
        """
        picked = "TRUE"
        if least is not None:
            picked = "(suspect" + (" OR follows" if least <= Severity.NOTE else "")
            picked += " OR agreeing)" if least <= Severity.NONE else ")"
        is_of_draft = bool(self.run.shape.drafted)
        if is_of_draft:
            picked = f"(drafted OR why = {quoted(RELATED)})"
        # Without TRUE, Spark takes WHERE for the name that "verdicts" is given, and "(suspect)" for that of its column.
        self.run.engine.view("picked", f"SELECT * FROM verdicts WHERE TRUE AND {picked}")
        counts = {
            "picked": f"WHEN {picked} THEN 1",
            "claims": f"WHEN {picked} AND total <= {HOT} THEN total",
            "agreements": f"WHEN agreeing AND NOT ({picked}) THEN 1",
            "superseded": f"WHEN follows AND NOT ({picked}) THEN 1",
        }
        sums = selected({name: f"sum(CASE {sql} ELSE 0 END)" for name, sql in counts.items()})
        self._picked, self._claims, *counted = self.run.numbers(f"SELECT {sums} FROM verdicts")
        self.agreements, self.superseded = (0, 0) if is_of_draft else counted
        return self._picked

    # ------------------------------------------------------------------------------------------------------- items

    def items(self, derived: Sequence[KeyedRow] = ()) -> Iterator[Item]:
        """The items that were picked, with their rows, and those that `derived` ones speak of."""
        left = {entry.key for entry in derived}
        parts = max(1, -(-self._claims // self.run.rows_at_once)) if self._picked else 0
        found = self._slugs_of("picked")
        if parts > 1:
            self.run.engine.table("picked_slugs", found)
            self._fetcher.gather("(SELECT slug FROM picked_slugs WHERE NOT hot)")
            self.run.engine.make_room()
        for part in range(parts):
            of_part = f"SELECT * FROM picked_slugs WHERE item % {parts} = {part}" if parts > 1 else found
            for claims, keys in self._claims_on(of_part, gathered=parts > 1):
                yield from self._reader.items_of(claims, keys, derived)
                left -= keys
        yield from grouped([entry for entry in derived if entry.key in left], self.names)

    def _slugs_of(self, items: str) -> str:
        """A query for the slugs of some items, which a table or a query has, with their keys, and which are hot."""
        keys, on = listed(self.run.shape.item, "k."), joined(self.run.shape.item, "k", "y")
        return f"SELECT DISTINCT k.slug, y.item, y.total > {HOT} AS hot, {keys} FROM keyed k JOIN {items} y ON {on}"

    def _claims_on(self, slugs: str, *, gathered: bool = False) -> Iterator[tuple[list[Claim], set[ItemKey]]]:
        """The claims on some items, of which a query gives the slugs, and beside them others; with the keys.

        All that are not hot come together, then each hot one.
        """
        slugs_of_cold, cold, hot = set[str](), set[ItemKey](), defaultdict[ItemKey, set[str]](set)
        for slug, _, is_hot, *cells in self.run.rows(slugs):
            key = self.keys.key(cells)
            if is_hot:
                hot[key].add(slug)
            else:
                slugs_of_cold.add(slug)
                cold.add(key)
        if cold:
            yield self._fetcher.fetched(slugs_of_cold, gathered=gathered), cold
        for key, of_item in sorted(hot.items()):
            yield self._fetcher.condensed(of_item), {key}

    def _among(self, table: str) -> str:
        """A query for the slugs of the items whose keys a table has, as `_slugs_of` gives them."""
        return self._slugs_of(f"(SELECT i.* FROM items i JOIN {table} x ON {joined(self.run.shape.item, 'i', 'x')})")

    def items_on(self, keys: Sequence[ItemKey], derived: Sequence[KeyedRow] = ()) -> Iterator[Item]:
        """Some items in the order of their keys, with all their rows; of hot ones those that stand for all."""
        for start in range(0, len(keys), KEYS_AT_ONCE):
            self.keys.put("asked", keys[start : start + KEYS_AT_ONCE])
            found: list[Item] = []
            for claims, some in self._claims_on(self._among("asked")):
                found += self._reader.items_of(claims, some, derived)
            yield from sorted(found, key=lambda item: key_of(item, self.names))

    def rows_on_related(self) -> list[KeyedRow]:
        """The rows of the claims on the items that relations name, in the order of their ids."""
        found: list[KeyedRow] = []
        for claims, keys in self._claims_on(self._among("related")) if self._has_related else ():
            found += (entry for entry in self._reader.rows_of(claims) if entry.key in keys)
        self._stated = {entry.key for entry in found}
        return sorted(found, key=lambda entry: entry.row.claim.id)

    def only_derived(self, derived: Sequence[KeyedRow]) -> list[Item]:
        """The items of which only derived claims speak."""
        return grouped([entry for entry in derived if entry.key not in self._stated], self.names)

    def several_sources(self, related: Sequence[KeyedRow]) -> int:
        """How many items have claims of two sources or more; `related` are all rows on those that relations name."""
        (count,) = self.run.numbers(f"SELECT count(*) AS n FROM items WHERE s_min < s_max AND why <> {quoted(RELATED)}")
        return count + sum(item.has_several_sources for item in grouped(related, self.names))
