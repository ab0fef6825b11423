"""What remarks ask of all items of an archive, by one query each: only what has something near it comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from crosscheck.archive.archive import Archive
from crosscheck.archive.arrow import Columns
from crosscheck.archive.name_uses import NameUses, merged
from crosscheck.archive.near_names import FEW, NearFinder, WordMaker, figures, near_among
from crosscheck.archive.plan.groups import NAMELESS
from crosscheck.archive.plan.shape import joined, listed
from crosscheck.claims.items import ItemKey, KeyedRow, key_of
from crosscheck.comparing.similarity import LETTERS, near_pairs
from crosscheck.model import Finder, Item, Kind, NameUse, Policy, Title
from crosscheck.vocabulary import normalise


@dataclass(frozen=True)
class TextFinder:
    """`text` → those of the texts that a finder finds."""

    finder: Finder

    types: ClassVar = {"text": "text"}

    def __call__(self, chunk: Columns) -> Columns:
        return {"text": [text for text in chunk["text"] if text and self.finder.finds(text)]}


class ArchiveItems:
    """All items of an archive, with those that only derived claims speak of."""

    def __init__(self, archive: Archive, derived: Sequence[KeyedRow], policy: Policy) -> None:
        self._archive, self._derived, self._policy = archive, derived, policy
        self._run, self._shape = archive.run, archive.run.shape

    # --------------------------------------------------------------------------------------------------------- items

    def _items(self, condition: str) -> Iterator[Item]:
        """The items v for which something is true, in their order."""
        keys = set(self._archive.keys.of(f"SELECT {listed(self._shape.item, 'v.')} FROM verdicts v {condition}"))
        yield from self._archive.items_on(sorted(keys), self._derived)

    def __iter__(self) -> Iterator[Item]:
        return self._with_derived(self._items(""), self._of_derived)

    @cached_property
    def _of_derived(self) -> list[Item]:
        """Items of which only derived claims speak."""
        return self._archive.only_derived(self._derived)

    def _with_derived(self, items: Iterator[Item], more: Sequence[Item]) -> Iterator[Item]:
        return iter(merged(self._archive, items, more)) if more else items

    def of_titles(self, titles: Collection[Title]) -> Iterator[Item]:
        wanted, numbers = set(titles), self._archive.attributes.number_of
        more = [item for item in self._of_derived if self._title(item) in wanted]
        known = [(name, numbers[attribute]) for name, attribute in titles if attribute in numbers]
        if not known:
            return iter(more)
        columns: Columns = {"name": [name or NAMELESS for name, _ in known], "a": [a for _, a in known]}
        self._run.engine.put("titles", columns, {"name": "text", "a": "long"})
        return self._with_derived(self._items("JOIN titles t ON v.name = t.name AND v.a = t.a"), more)

    def _title(self, item: Item) -> Title:
        subject, attribute, _ = key_of(item, self._archive.names)
        return subject, attribute

    def siblings(self) -> Iterator[list[Item]]:
        if not self._shape.separating:
            return
        pattern = " || ".join(f"CASE WHEN {n} = '' THEN '0' ELSE '1' END" for n in self._shape.item[2:])
        several = f"SELECT name, a FROM verdicts GROUP BY name, a HAVING min({pattern}) < max({pattern})"
        group: list[Item] = []
        for item in self._items(f"JOIN ({several}) s ON v.name = s.name AND v.a = s.a"):
            if group and self._title(group[0]) != self._title(item):
                yield group
                group = []
            group.append(item)
        if group:
            yield group

    def categories(self) -> Iterator[Item]:
        of = self._archive.attributes
        numbers = [str(n) for name, n in of.number_of.items() if of.declared[name].kind is Kind.CATEGORY]
        if not numbers or not self._shape.words:
            return iter(())
        return self._items(f"JOIN items i ON v.item = i.item WHERE v.a IN ({listed(numbers)}) AND i.t_min < i.t_max")

    # -------------------------------------------------------------------------------------------------------- titles

    def titles(self, letters: int) -> set[Title]:
        found: set[Title] = {self._title(item) for item in self._of_derived}
        few = list(self._run.rows(f"SELECT DISTINCT name, a FROM verdicts LIMIT {FEW + 1}"))
        if len(few) <= FEW:
            return found | {self._as_title(*cells) for cells in few}
        return found | self._of_near_names(letters) | self._of_near_attributes(letters) | self._of_same_words()

    def _of_near_names(self, letters: int) -> set[Title]:
        names = near_among(self._run, "SELECT DISTINCT name FROM verdicts", letters)
        self._run.engine.put("near_names", {"name": sorted(names)}, {"name": "text"})
        return self._titles("SELECT DISTINCT v.name, v.a FROM verdicts v JOIN near_names n ON v.name = n.name")

    def _of_near_attributes(self, letters: int) -> set[Title]:
        """Titles of one subject with attributes that are nearly each other, and one of each of these."""
        numbers = self._archive.attributes.number_of
        pairs = [(numbers[one], numbers[other]) for one, other in near_pairs(list(numbers), letters)]
        if not pairs:
            return set()
        both = [*pairs, *((other, one) for one, other in pairs)]
        columns = {"a": [one for one, _ in both], "b": [other for _, other in both]}
        self._run.engine.put("near_attributes", columns, {"a": "long", "b": "long"})
        return self._titles(
            "SELECT DISTINCT v.name, v.a FROM verdicts v JOIN near_attributes n ON v.a = n.a "
            "JOIN verdicts w ON v.name = w.name AND w.a = n.b UNION "
            "SELECT min(v.name), v.a FROM verdicts v JOIN near_attributes n ON v.a = n.a GROUP BY v.a"
        )

    def _titles(self, sql: str) -> set[Title]:
        return {self._as_title(name, a) for name, a in self._run.rows(sql)}

    def _as_title(self, name: str, a: int) -> Title:
        return name.replace(NAMELESS, ""), self._archive.attributes.names[a]

    def _of_same_words(self) -> set[Title]:
        """Titles that are the same words as another one's, of another subject."""
        titles = f"SELECT DISTINCT name, a, {figures('name', self._run)} AS figures FROM verdicts"
        shared = f"SELECT figures FROM ({titles}) x GROUP BY figures HAVING min(name) < max(name) AND min(a) < max(a)"
        reader = WordMaker(self._archive.attributes.names)
        self._run.engine.mapped(
            "title_words",
            f"SELECT t.name, t.a FROM ({titles}) t JOIN ({shared}) s ON t.figures = s.figures",
            reader,
            reader.types,
        )
        twice = "SELECT words FROM title_words GROUP BY words HAVING count(*) > 1"
        return self._titles(f"SELECT t.name, t.a FROM title_words t JOIN ({twice}) w ON t.words = w.words")

    def titles_found(self, subjects: Finder, attributes: Finder | None) -> set[Title]:
        reader = TextFinder(subjects)
        self._run.engine.mapped("found_names", "SELECT DISTINCT name AS text FROM verdicts", reader, reader.types)
        found = self._titles("SELECT DISTINCT v.name, v.a FROM verdicts v JOIN found_names f ON v.name = f.text")
        if attributes is not None:
            by_name = self._archive.attributes.number_of
            numbers = listed(str(number) for name, number in by_name.items() if attributes.finds(name))
            found |= self._titles(f"SELECT DISTINCT name, a FROM verdicts WHERE a IN ({numbers})") if numbers else set()
        titles = map(self._title, self._of_derived)
        return found | {
            t for t in titles if subjects.finds(t[0]) or (attributes is not None and attributes.finds(t[1]))
        }

    def stated(self, subjects: Collection[str], attributes: Collection[str]) -> Iterator[tuple[Title, str]]:
        numbers = self._archive.attributes.number_of
        self._run.engine.put(
            "subjects_asked", {"name": [name or NAMELESS for name in sorted(subjects)]}, {"name": "text"}
        )
        among = listed(str(numbers[name]) for name in attributes if name in numbers) or "-1"
        on = joined(self._shape.group, "b", "k")
        read = "" if self._shape.all_read else " JOIN lines l ON b.part = l.part AND b.place = l.place AND l.ok"
        sql = (
            f"SELECT DISTINCT k.name, k.a, b.source FROM base b JOIN keyed k ON {on}{read} "
            f"WHERE k.a IN ({among}) OR k.name IN (SELECT name FROM subjects_asked)"
        )
        for name, a, source in self._run.rows(sql):
            yield self._as_title(name, a), source

    def shown_titles(self, near_to: Collection[str]) -> Iterator[str]:
        sql = f"SELECT {listed(self._shape.item)} FROM verdicts"
        wanted: set[ItemKey] = set()
        names = frozenset(near_to)
        for _ in range(2):  # what is near, and what is near to that
            finder = NearFinder(names, LETTERS)
            found = {key: title for key in self._archive.keys.of(sql) if finder.finds(title := _title_of(key))}
            wanted |= found.keys()
            names = frozenset(found.values())
        yield from (item.title for item in self._archive.items_on(sorted(wanted), self._derived))
        yield from (item.title for item in self._of_derived)

    def names(self, letters: int) -> Iterator[NameUse]:
        return NameUses(self._archive, self._derived, self._of_derived, self._policy)(letters)


def _title_of(key: ItemKey) -> str:
    """A title as `Item.title` is when normalised, as far as the key of an item tells."""
    subject, attribute, pairs = key
    scope = ", ".join(f"{name}: {value}" for name, value in pairs)
    return normalise(f"{subject} / {attribute}" + (f" ({scope})" if scope else ""))
