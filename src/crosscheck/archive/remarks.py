"""What remarks ask of all items of an archive, by one query each: only what has something near it comes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from crosscheck.archive import plan
from crosscheck.archive.archive import Archive
from crosscheck.archive.distinct import digest
from crosscheck.claims.items import ItemKey, KeyedRow, key_of
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.comparing.similarity import LETTERS, near, near_pairs, same_words, traces
from crosscheck.model import ALL_NAMES, SPEAKERS, Finder, Item, Kind, NameUse, Policy, Title
from crosscheck.vocabulary import normalise

Columns = Mapping[str, Sequence[Any]]

FEW = 20_000
"""So many names are compared here; of more, the engine first finds those that share a trace."""


@dataclass(frozen=True)
class TraceMaker:
    """`name` → a row for each of the traces by which names that are near find each other."""

    letters: int

    types: ClassVar = {"name": "text", "trace": "long", "whole": "truth"}

    def __call__(self, chunk: Columns) -> Columns:
        made = [
            (name, digest(trace), is_whole) for name in chunk["name"] for trace, is_whole in traces(name, self.letters)
        ]
        return dict(zip(self.types, zip(*made, strict=True) if made else ((), (), ()), strict=True))


@dataclass(frozen=True)
class NearFinder:
    """`text` → of the texts that, normalised, are nearly one of some names: the text and the normalised name."""

    names: frozenset[str]
    letters: int

    types: ClassVar = {"text": "text", "name": "text"}

    @cached_property
    def _by_trace(self) -> Mapping[object, list[str]]:
        found: dict[object, list[str]] = defaultdict(list)
        for name in self.names:
            for trace, _ in traces(name, self.letters):
                found[trace].append(name)
        return found

    def __call__(self, chunk: Columns) -> Columns:
        texts = [text for text in chunk["text"] if text and self.finds(normalise(text))]
        return {"text": texts, "name": [normalise(text) for text in texts]}

    def finds(self, name: str) -> bool:
        others = {other for trace, _ in traces(name, self.letters) for other in self._by_trace.get(trace, ())}
        return any(near(name, other, self.letters) for other in others)


@dataclass(frozen=True)
class WordMaker:
    """`name`, `a` → titles with a number that is one for those of the same words."""

    attributes: Sequence[str]

    types: ClassVar = {"name": "text", "a": "long", "words": "long"}

    def __call__(self, chunk: Columns) -> Columns:
        titles = zip(chunk["name"], chunk["a"], strict=True)
        words = [digest(same_words(f"{name} {self.attributes[a]}")) for name, a in titles]
        return {"name": chunk["name"], "a": chunk["a"], "words": words}


@dataclass(frozen=True)
class TextFinder:
    """`text` → those of the texts that a finder finds."""

    finder: Finder

    types: ClassVar = {"text": "text"}

    def __call__(self, chunk: Columns) -> Columns:
        return {"text": [text for text in chunk["text"] if text and self.finder.finds(text)]}


def figures(text: str, archive: Archive) -> str:
    """The figures of a text: names that are near have the same ones."""
    return f"trim({archive.shape.dialect.replaced(text, '[^0-9]+', ' ')})"


class ArchiveItems:
    """All items of an archive, with those that only derived claims speak of."""

    def __init__(self, archive: Archive, derived: Sequence[KeyedRow], policy: Policy) -> None:
        self._archive, self._derived, self._policy = archive, derived, policy
        self._engine, self._shape = archive.engine, archive.shape

    # --------------------------------------------------------------------------------------------------------- items

    def _items(self, condition: str) -> Iterator[Item]:
        """The items v for which something is true, in their order."""
        keys = sorted(
            self._archive.keys_of(f"SELECT {plan.listed(self._shape.item, 'v.')} FROM verdicts v {condition}")
        )
        yield from self._archive.items_on(keys, self._derived)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._merged(self._items(""), self._of_derived)) if self._of_derived else self._items("")

    def _on(self, titles: Collection[Title], condition: str = "") -> Iterator[Item]:
        numbers = self._archive.number_of
        known = [(name, numbers[attribute]) for name, attribute in titles if attribute in numbers]
        columns: Columns = {"name": [name for name, _ in known], "a": [a for _, a in known]}
        self._engine.put("titles", columns, {"name": "text", "a": "long"})
        yield from self._items(f"JOIN titles t ON v.name = t.name AND v.a = t.a {condition}")

    @cached_property
    def _of_derived(self) -> list[Item]:
        """Items of which only derived claims speak."""
        return self._archive.only_derived(self._derived)

    def of_titles(self, titles: Collection[Title]) -> Iterator[Item]:
        wanted = set(titles)
        more = [item for item in self._of_derived if self._title(item) in wanted]
        return iter(self._merged(self._on(titles), more)) if more else self._on(titles)

    def _merged(self, items: Iterable[Item], more: Sequence[Item]) -> list[Item]:
        return sorted([*items, *more], key=lambda item: key_of(item, self._archive.names))

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
        numbers = self._numbers_of(Kind.CATEGORY)
        if not numbers:
            return iter(())
        return self._items(f"JOIN items i ON v.item = i.item WHERE v.a IN ({numbers}) AND i.t_min < i.t_max")

    def _numbers_of(self, kind: Kind) -> str:
        of = self._archive.attributes
        return plan.listed(str(n) for name, n in self._archive.number_of.items() if of[name].kind is kind)

    # -------------------------------------------------------------------------------------------------------- titles

    def titles(self, letters: int) -> set[Title]:
        numbers = self._archive.number_of
        names = self._near_among("SELECT DISTINCT name FROM verdicts", letters)
        near_attributes = list(near_pairs(list(numbers), letters))
        found: set[Title] = {self._title(item) for item in self._of_derived}
        self._engine.put("near_names", {"name": sorted(names)}, {"name": "text"})
        found |= self._titles("SELECT DISTINCT v.name, v.a FROM verdicts v JOIN near_names n ON v.name = n.name")
        if near_attributes:
            pairs = [(numbers[one], numbers[other]) for pair in near_attributes for one, other in (pair, pair[::-1])]
            columns = {"a": [one for one, _ in pairs], "b": [other for _, other in pairs]}
            self._engine.put("near_attributes", columns, {"a": "long", "b": "long"})
            found |= self._titles(
                "SELECT DISTINCT v.name, v.a FROM verdicts v JOIN near_attributes n ON v.a = n.a "
                "JOIN verdicts w ON v.name = w.name AND w.a = n.b"
            )
            found |= self._titles(
                "SELECT min(v.name), v.a FROM verdicts v JOIN near_attributes n ON v.a = n.a GROUP BY v.a"
            )
        return found | self._of_same_words()

    def _titles(self, sql: str) -> set[Title]:
        return {
            (name.replace(plan.NAMELESS, ""), self._archive.attribute_names[a]) for name, a in self._archive.all(sql)
        }

    def _of_same_words(self) -> set[Title]:
        """Titles that are the same words as another one's, of another subject."""
        titles = f"SELECT DISTINCT name, a, {figures('name', self._archive)} AS figures FROM verdicts"
        shared = f"SELECT figures FROM ({titles}) x GROUP BY figures HAVING min(name) < max(name) AND min(a) < max(a)"
        reader = WordMaker(self._archive.attribute_names)
        self._engine.mapped(
            "title_words",
            f"SELECT t.name, t.a FROM ({titles}) t JOIN ({shared}) s ON t.figures = s.figures",
            reader,
            reader.types,
        )
        twice = "SELECT words FROM title_words GROUP BY words HAVING count(*) > 1"
        return self._titles(f"SELECT t.name, t.a FROM title_words t JOIN ({twice}) w ON t.words = w.words")

    def _near_among(self, names: str, letters: int) -> set[str]:
        """The names, which a query gives, that are nearly another one of them."""
        self._engine.table("all_names", f"SELECT name, {figures('name', self._archive)} AS figures FROM ({names}) x")
        shared = "SELECT figures FROM all_names GROUP BY figures HAVING count(*) > 1"
        candidates = f"SELECT n.name FROM all_names n JOIN ({shared}) s ON n.figures = s.figures"
        (count,) = self._archive.one(f"SELECT count(*) AS n FROM ({candidates}) x")
        if count > FEW:
            reader = TraceMaker(letters)
            self._engine.mapped("traces", candidates, reader, reader.types)
            met = "SELECT trace FROM traces GROUP BY trace HAVING count(*) > 1 AND bool_or(whole)"
            candidates = f"SELECT DISTINCT t.name FROM traces t JOIN ({met}) m ON t.trace = m.trace"
        found = [name for (name,) in self._archive.all(candidates)]
        return _in_pairs(found, letters)

    def titles_found(self, subjects: Finder, attributes: Finder | None) -> set[Title]:
        reader = TextFinder(subjects)
        self._engine.mapped("found_names", "SELECT DISTINCT name AS text FROM verdicts", reader, reader.types)
        found = self._titles("SELECT DISTINCT v.name, v.a FROM verdicts v JOIN found_names f ON v.name = f.text")
        if attributes is not None:
            numbers = plan.listed(str(n) for name, n in self._archive.number_of.items() if attributes.finds(name))
            found |= self._titles(f"SELECT DISTINCT name, a FROM verdicts WHERE a IN ({numbers})") if numbers else set()
        titles = map(self._title, self._of_derived)
        return found | {
            t for t in titles if subjects.finds(t[0]) or (attributes is not None and attributes.finds(t[1]))
        }

    def stated(self, subjects: Collection[str], attributes: Collection[str]) -> Iterator[tuple[Title, str]]:
        numbers = self._archive.number_of
        self._engine.put("subjects_asked", {"name": sorted(subjects)}, {"name": "text"})
        among = plan.listed(str(numbers[name]) for name in attributes if name in numbers) or "-1"
        on = plan.joined(self._shape.group, "b", "k")
        read = "" if self._shape.all_read else " JOIN lines l ON b.part = l.part AND b.place = l.place AND l.ok"
        sql = (
            f"SELECT DISTINCT k.name, k.a, b.source FROM base b JOIN keyed k ON {on}{read} "
            f"WHERE k.a IN ({among}) OR k.name IN (SELECT name FROM subjects_asked)"
        )
        for name, a, source in self._archive.all(sql):
            yield (name, self._archive.attribute_names[a]), source

    def shown_titles(self, near_to: Collection[str]) -> Iterator[str]:
        sql = f"SELECT {plan.listed(self._shape.item)} FROM verdicts"
        wanted: set[ItemKey] = set()
        names = frozenset(near_to)
        for _ in range(2):  # what is near, and what is near to that
            finder = NearFinder(names, LETTERS)
            found = {key: title for key in self._archive.each_key(sql) if finder.finds(title := _title_of(key))}
            wanted |= found.keys()
            names = frozenset(found.values())
        yield from (item.title for item in self._archive.items_on(sorted(wanted), self._derived))
        yield from (item.title for item in self._of_derived)

    # --------------------------------------------------------------------------------------------------------- names

    def names(self, letters: int) -> Iterator[NameUse]:
        yield from self._speakers(letters)
        yield from self._scope_values(letters)
        yield from self._listed_names(letters)
        if self._archive.names.all_spellings:
            yield from self._all_names(letters)

    def _speakers(self, letters: int) -> Iterator[NameUse]:
        """Speakers that are nearly another one, or called by a last name only."""
        by_name: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for source, said_by, speaker in self._archive.speakers():
            by_name[normalise(speaker)].add((source, said_by))
        last = {n.split()[-1] for n in by_name if " " in n} & by_name.keys()
        whole = {name for name in by_name if name.split()[-1:] and name.split()[-1] in last and " " in name}
        wanted = {*_in_pairs(by_name, letters), *last, *whole}
        for name in sorted(wanted):
            yield from self._uses(name, by_name[name])

    def _uses(self, name: str, voices: Collection[tuple[str, str]]) -> Iterator[NameUse]:
        """How a speaker is used, who speaks in some voices."""
        columns = {"source": [source for source, _ in voices], "said_by": [said_by for _, said_by in voices]}
        self._engine.put("speaking", columns, {"source": "text", "said_by": "text"})
        said_by = "coalesce(r.said_by, '')" if self._shape.has("said_by") else "''"
        rows = (
            f"base b JOIN raw r ON b.part = r.part AND b.place = r.place JOIN speaking s ON r.source = s.source AND "
            f"{said_by} = s.said_by JOIN lines l ON b.part = l.part AND b.place = l.place"
        )
        (count,) = self._archive.one(f"SELECT count(*) AS n FROM {rows} WHERE l.ok")
        if not count:
            return
        keys = plan.listed(self._shape.item, "k.")
        first = (
            f"SELECT DISTINCT {keys} FROM {rows} JOIN keyed k ON {plan.joined(self._shape.group, 'b', 'k')} WHERE l.ok"
        )
        key = min(self._archive.each_key(first))
        (item,) = self._archive.items_on([key], self._derived)
        sources = frozenset(source for source, _ in voices)
        for use in ListedItems([item], self._policy).names(0):
            if use.group == SPEAKERS and normalise(use.name) == name:
                yield use._replace(claims=count, sources=sources)

    def _scope_values(self, letters: int) -> Iterator[NameUse]:
        """Separating values of the scope that are nearly others of their subject and attribute."""
        for column in self._shape.item[2:]:
            differ = f"HAVING min({column}) < max({column})"
            several = f"SELECT name, a FROM verdicts WHERE {column} <> '' GROUP BY name, a {differ}"
            values = (
                f"SELECT DISTINCT v.{column} AS name FROM verdicts v JOIN ({several}) s "
                f"ON v.name = s.name AND v.a = s.a WHERE v.{column} <> ''"
            )
            near_ones = self._near_among(values, letters)
            if not near_ones:
                continue
            self._engine.put("near_values", {"value": sorted(near_ones)}, {"value": "text"})
            titles = self._titles(
                f"SELECT v.name, v.a FROM verdicts v JOIN near_values n ON v.{column} = n.value "
                f"GROUP BY v.name, v.a HAVING min(v.{column}) < max(v.{column})"
            )
            for use in ListedItems(list(self.of_titles(titles)), self._policy).names(letters):
                if use.group[0] == "scope":
                    yield use

    def _listed_names(self, letters: int) -> Iterator[NameUse]:
        """Names in lists that are nearly others of their item."""
        numbers = self._numbers_of(Kind.NAMES)
        if not numbers:
            return
        near_ones = _in_pairs({name for _, names in self._terms(numbers) for name in names}, letters)
        if not near_ones:
            return
        self._put_terms({code for code, names in self._terms(numbers) if not near_ones.isdisjoint(names)})
        keys = self._archive.keys_of(self._with_terms(f"l.a IN ({numbers})"))
        for item in self._archive.items_on(sorted(keys), self._derived):
            yield from (use for use in ListedItems([item], self._policy).names(letters) if use.group[0] == "names")

    def _terms(self, numbers: str) -> Iterator[tuple[int, list[str]]]:
        """The different lists of names and categories of some attributes, each with its number."""
        for table in self._archive.tables_of_readings:
            among = f" AND a IN ({numbers})" if table == "readings" else ""
            for code, names in self._archive.all(
                f"SELECT DISTINCT terms, names FROM {table} WHERE ok AND names IS NOT NULL{among}"
            ):
                yield code, names.split("\n")

    def _put_terms(self, codes: Collection[int]) -> None:
        self._engine.put("terms_asked", {"terms": sorted(codes)}, {"terms": "long"})

    def _with_terms(self, where: str) -> str:
        keys = plan.listed(self._shape.item, "k.")
        return (
            f"SELECT DISTINCT {keys} FROM lines l JOIN terms_asked t ON l.terms = t.terms "
            f"JOIN keyed k ON {plan.joined(self._shape.group, 'l', 'k')} WHERE l.ok AND {where}"
        )

    def _all_names(self, letters: int) -> Iterator[NameUse]:
        """Names that are nearly one that names.yaml knows, and what is nearly one of these, in their first items."""
        names, wanted = frozenset(map(normalise, self._archive.names.all_spellings)), set[str]()
        first: dict[str, ItemKey] = {}
        for _ in range(2):
            finder, found = NearFinder(names, letters), set[str]()
            for name, key in self._named(finder):
                found.add(name)
                first[name] = min(first.get(name, key), key)
            wanted |= found
            names = frozenset(found)
        items = self._archive.items_on(sorted(set(first.values())), self._derived)
        more = [i for i in self._of_derived if any(normalise(row.claim.subject) in wanted for row in i.rows)]
        uses = ListedItems(self._merged(items, more), self._policy).names(letters)
        yield from (use for use in uses if use.group == ALL_NAMES and normalise(use.name) in wanted)

    def _named(self, finder: NearFinder) -> Iterator[tuple[str, ItemKey]]:
        """The names that the finder finds, each with the items that it is in."""
        keys, archive, group = plan.listed(self._shape.item, "k."), self._archive, self._shape.group
        for column in ("subject", *self._shape.cells):
            self._engine.mapped("near_texts", f"SELECT DISTINCT {column} AS text FROM keyed", finder, finder.types)
            yield from archive.keyed_texts(
                f"SELECT DISTINCT t.name AS near, {keys} FROM keyed k JOIN near_texts t ON k.{column} = t.text"
            )
        spoken = [(s, b, normalise(name)) for s, b, name in archive.speakers() if finder.finds(normalise(name))]
        if spoken:
            columns = dict(zip(("source", "said_by", "name"), zip(*spoken, strict=True), strict=True))
            self._engine.put("speaking", columns, dict.fromkeys(columns, "text"))
            said_by = "coalesce(r.said_by, '')" if self._shape.has("said_by") else "''"
            yield from archive.keyed_texts(
                f"SELECT DISTINCT s.name AS near, {keys} FROM lines l "
                f"JOIN raw r ON l.part = r.part AND l.place = r.place "
                f"JOIN speaking s ON r.source = s.source AND {said_by} = s.said_by "
                f"JOIN keyed k ON {plan.joined(group, 'l', 'k')} WHERE l.ok"
            )
        numbers = plan.listed(filter(None, map(self._numbers_of, (Kind.CATEGORY, Kind.NAMES))))
        for code, names in self._terms(numbers) if numbers else ():
            for name in filter(finder.finds, names):
                self._put_terms([code])
                yield from ((name, key) for key in archive.each_key(self._with_terms("TRUE")))


def _in_pairs(names: Collection[str], letters: int) -> set[str]:
    """Of some normalised names those that are nearly another one."""
    return {name for pair in near_pairs(names, letters) for name in pair}


def _title_of(key: ItemKey) -> str:
    """A title as `Item.title` is when normalised, as far as the key of an item tells."""
    subject, attribute, pairs = key
    scope = ", ".join(f"{name}: {value}" for name, value in pairs)
    return normalise(f"{subject} / {attribute}" + (f" ({scope})" if scope else ""))
