"""The plan run up to the items that rules must judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crosscheck.archive import plan
from crosscheck.archive.dialect import quoted
from crosscheck.archive.distinct import clean
from crosscheck.archive.fetching import ROWS_AT_ONCE
from crosscheck.archive.reading import ReadClaims
from crosscheck.claims.items import ItemKey, KeyedRow, grouped
from crosscheck.claims.sources import Publications
from crosscheck.model import (
    Item,
    Severity,
)

HOT = 5_000
"""Of an item of more claims, those that say the very same are one row that stands for all of them."""

KEYS_AT_ONCE = 10_000
"""So many items are fetched by their keys at once."""


class Archive(ReadClaims):
    """Claims of tables, and of the files beside them, as items; see `Tables` for what it is made of."""

    def complete(self, publications: Publications) -> None:
        """Read what claims say, up to the verdicts on items; to be called once all sources are known."""
        self._publications = publications
        self._attributes()
        self._refuse_repeated_ids()
        self._read_values()
        self._read_times()
        self._read_relative()
        self.engine.view("lines", plan.lines(self.shape))
        self.engine.table("groups", plan.groups(self.shape))
        self._spell("groups")
        (blank,) = self.one(
            "SELECT count(*) AS n FROM groups g JOIN names x ON g.subject = x.text WHERE x.slug IS NULL"
        )
        if blank:
            self._complain()
        self._tell_unread()
        self._check_axes()

    def subjects(self, attributes: Collection[str]) -> dict[str, int]:
        """The subjects of claims on some attributes, and on how many of these each has claims."""
        numbers = [self.number_of[name] for name in attributes if name in self.number_of]
        if not numbers:
            return {}
        read = "" if self.shape.all_read else " AND n > 0"
        found = self.all(
            "SELECT name, min(subject) AS subject, count(DISTINCT a) AS n FROM keyed "
            f"WHERE a IN ({plan.listed(map(str, sorted(numbers)))}){read} GROUP BY name"
        )
        return {self.names.canonical(clean(subject) or ""): int(count) for _, subject, count in found}

    def judge(self, related: Collection[ItemKey]) -> None:
        """See which items are suspect; `related` are those that relations name."""
        shape = self.shape
        self._put_keys("related", related)
        self.engine.table("items", plan.items(shape))
        follows = shape.timed or shape.relative
        if follows:
            self.engine.table("members", plan.members(shape, "i.apart AND i.may_follow AND i.why = ''"))
            for name, sql in plan.following(shape).items():
                (self.engine.table if name == "sure" else self.engine.view)(name, sql)
        self.engine.table("verdicts", plan.verdicts(shape, follows))
        (self.items_count,) = self.one("SELECT count(*) AS n FROM verdicts")

    def pick(self, least: Severity | None, *, drafted: bool = False) -> int:
        """Choose the items to judge, all of them if `least` is None; returns how many.

        Of the others it is known what rules would find. `drafted`: only what a draft speaks of matters, and what
        relations name.
        """
        picked = "TRUE"
        if least is not None:
            picked = "(suspect" + (" OR follows" if least <= Severity.NOTE else "")
            picked += " OR agreeing)" if least <= Severity.NONE else ")"
        self.agreements = self.superseded = 0
        if drafted and self.shape.drafted:
            picked += f" AND (drafted OR why = {quoted(plan.RELATED)})"
        else:
            self.agreements, self.superseded = self.one(
                "SELECT sum(CASE WHEN agreeing THEN 1 ELSE 0 END) AS a, sum(CASE WHEN follows THEN 1 ELSE 0 END) AS f "
                f"FROM verdicts WHERE NOT ({picked})"
            )
        self.engine.table("picked", f"SELECT item, total FROM verdicts WHERE {picked}")
        (count,) = self.one("SELECT count(*) AS n FROM picked")
        return count

    def items(self, derived: Sequence[KeyedRow] = ()) -> Iterator[Item]:
        """The items that were picked, with their rows, and those that `derived` ones speak of."""
        shape, left = self.shape, {entry.key for entry in derived}
        is_hot = f"p.total > {HOT}" if not shape.has("claim_id") else "FALSE"
        (claims,) = self.one(f"SELECT coalesce(sum(total), 0) AS n FROM picked p WHERE NOT ({is_hot})")
        parts, rows = -(-claims // ROWS_AT_ONCE), "raw"
        if parts > 1:
            self.engine.table("wanted", self._slugs_picked(f"NOT ({is_hot})"))
            self.engine.table("suspect_rows", plan.spelled_like(shape, "wanted"))
            rows = "suspect_rows"
        for part in range(parts):
            where = f"p.item % {parts} = {part} AND NOT ({is_hot})"
            keys = self._keys_picked(where)
            yield from self._items_of(self._fetched(self._slugs_picked(where), rows=rows), keys, derived)
            left -= keys
        for (item,) in list(self.all(f"SELECT item FROM picked p WHERE {is_hot}")):
            keys = self._keys_picked(f"p.item = {item}")
            yield from self._items_of(self._condensed(self._slugs_picked(f"p.item = {item}")), keys, derived)
            left -= keys
        yield from grouped([entry for entry in derived if entry.key in left], self.names)

    def _slugs_picked(self, where: str) -> str:
        on = plan.joined(self.shape.item, "k", "i")
        return (
            f"SELECT DISTINCT k.slug FROM keyed k JOIN items i ON {on} JOIN picked p ON i.item = p.item WHERE {where}"
        )

    def _keys_picked(self, where: str) -> set[ItemKey]:
        keys = plan.listed(self.shape.item, "v.")
        return self.keys_of(f"SELECT {keys} FROM verdicts v JOIN picked p ON v.item = p.item WHERE {where}")

    def only_derived(self, derived: Sequence[KeyedRow]) -> list[Item]:
        """The items of which only derived claims speak."""
        keys = {entry.key for entry in derived}
        if not keys:
            return []
        known = self.keys_of(
            f"SELECT {plan.listed(self.shape.item, 'v.')} FROM verdicts v JOIN related y ON "
            f"{plan.joined(self.shape.item, 'v', 'y')}"
        )
        return grouped([entry for entry in derived if entry.key not in known], self.names)

    def items_on(self, keys: Sequence[ItemKey], derived: Sequence[KeyedRow] = ()) -> Iterator[Item]:
        """Some items in the order of their keys, with all their rows."""
        for start in range(0, len(keys), KEYS_AT_ONCE):
            some = keys[start : start + KEYS_AT_ONCE]
            self._put_keys("asked", some)
            on = plan.joined(self.shape.item, "k", "y")
            claims = self._fetched(f"SELECT DISTINCT k.slug FROM keyed k JOIN asked y ON {on}")
            yield from self._items_of(claims, set(some), derived)
