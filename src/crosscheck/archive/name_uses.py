"""How names are used in an archive: those that are nearly others of a group, for remarks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from crosscheck.archive.archive import Archive
from crosscheck.archive.arrow import Columns
from crosscheck.archive.near_names import NearFinder, in_pairs, near_among
from crosscheck.archive.plan.shape import joined, listed
from crosscheck.claims.items import ItemKey, KeyedRow, key_of
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.model import ALL_NAMES, SPEAKERS, Item, Kind, NameUse, Policy
from crosscheck.vocabulary import normalise

Voices = Collection[tuple[str, str]]
"""Sources, each with what it has for `said_by`."""


class NameUses:
    """The uses of names in an archive; `only_derived` are items of which only derived claims speak."""

    def __init__(
        self, archive: Archive, derived: Sequence[KeyedRow], only_derived: Sequence[Item], policy: Policy
    ) -> None:
        self._archive, self._run, self._shape = archive, archive.run, archive.run.shape
        self._derived, self._only_derived, self._policy = derived, only_derived, policy

    def __call__(self, letters: int) -> Iterator[NameUse]:
        yield from self._near_speakers(letters)
        yield from self._scope_values(letters)
        yield from self._listed_names(letters)
        if self._archive.names.all_spellings:
            yield from self._all_names(letters)

    # ---------------------------------------------------------------------------------------------------- speakers

    @cached_property
    def _speakers(self) -> Mapping[str, Voices]:
        """Who speaks, by normalised name."""
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for source, said_by, speaker in self._archive.tables.speakers():
            found[normalise(speaker)].add((source, said_by))
        return found

    def _near_speakers(self, letters: int) -> Iterator[NameUse]:
        """Speakers that are nearly another one, or called by a last name only."""
        speakers = self._speakers
        last = {n.split()[-1] for n in speakers if " " in n} & speakers.keys()
        whole = {name for name in speakers if name.split()[-1:] and name.split()[-1] in last and " " in name}
        wanted = {*in_pairs(speakers, letters), *last, *whole}
        if not wanted:
            return
        keys, claims, first = listed(self._shape.item, "k."), Counter[str](), dict[str, ItemKey]()
        sql = f"SELECT s.name AS near, count(*) AS n, {keys} {self._spoken(wanted)} GROUP BY s.name, {keys}"
        for name, count, *cells in self._run.rows(sql):
            key = self._archive.keys.key(cells)
            claims[name] += count
            first[name] = min(first.get(name, key), key)
        uses = {}
        for item in self._archive.items_on(sorted(set(first.values())), self._derived):
            key = key_of(item, self._archive.names)
            for use in ListedItems([item], self._policy).names(0):
                name = normalise(use.name)
                if use.group == SPEAKERS and first.get(name) == key:
                    sources = frozenset(source for source, _ in speakers[name])
                    uses[name] = use._replace(claims=claims[name], sources=sources)
        yield from (use for _, use in sorted(uses.items()))

    def _spoken(self, names: Collection[str]) -> str:
        """The lines `l` of some speakers with their groups `k`; the name is in `s`."""
        voices = [(*voice, name) for name in sorted(names) for voice in sorted(self._speakers[name])]
        columns = dict(zip(("source", "said_by", "name"), zip(*voices, strict=True), strict=True))
        self._run.engine.put("speaking", columns, dict.fromkeys(columns, "text"))
        said_by = "coalesce(r.said_by, '')" if self._shape.has("said_by") else "''"
        return (
            f"FROM lines l JOIN raw r ON l.part = r.part AND l.place = r.place "
            f"JOIN speaking s ON r.source = s.source AND {said_by} = s.said_by "
            f"JOIN keyed k ON {joined(self._shape.group, 'l', 'k')} WHERE l.ok"
        )

    # ------------------------------------------------------------------------------------------------ scope, lists

    def _scope_values(self, letters: int) -> Iterator[NameUse]:
        """Separating values of the scope that are nearly others of their subject and attribute."""
        for column in self._shape.item[2:]:
            differ = f"HAVING min({column}) < max({column})"
            several = f"SELECT name, a FROM verdicts WHERE {column} <> '' GROUP BY name, a {differ}"
            values = (
                f"SELECT DISTINCT v.{column} AS name FROM verdicts v JOIN ({several}) s "
                f"ON v.name = s.name AND v.a = s.a WHERE v.{column} <> ''"
            )
            near_ones = near_among(self._run, values, letters)
            if not near_ones:
                continue
            self._run.engine.put("near_values", {"value": sorted(near_ones)}, {"value": "text"})
            titles = (
                f"SELECT v.name, v.a FROM verdicts v JOIN near_values n ON v.{column} = n.value "
                f"GROUP BY v.name, v.a HAVING min(v.{column}) < max(v.{column})"
            )
            keys = set(
                self._archive.keys.of(
                    f"SELECT {listed(self._shape.item, 'v.')} FROM verdicts v JOIN ({titles}) t "
                    "ON v.name = t.name AND v.a = t.a"
                )
            )
            wanted = {key[:2] for key in keys}
            more = [item for item in self._only_derived if key_of(item, self._archive.names)[:2] in wanted]
            items = merged(self._archive, self._archive.items_on(sorted(keys), self._derived), more)
            uses = ListedItems(items, self._policy).names(letters)
            yield from (use for use in uses if use.group[0] == "scope")

    def _listed_names(self, letters: int) -> Iterator[NameUse]:
        """Names in lists that are nearly others of their item."""
        numbers = self._numbers_of(Kind.NAMES)
        codes: dict[str, list[int]] = defaultdict(list)
        for code, names in self._terms(numbers):
            for name in names:
                codes[name].append(code)
        near_ones = in_pairs(codes, letters)
        if not near_ones:
            return
        wanted = sorted({(code, "") for name in near_ones for code in codes[name]})
        among = f"l.a IN ({listed(map(str, numbers))})"
        keys = set(
            self._archive.keys.of(
                f"SELECT DISTINCT {listed(self._shape.item, 'k.')} {self._with_terms(wanted)} AND {among}"
            )
        )
        for item in self._archive.items_on(sorted(keys), self._derived):
            yield from (use for use in ListedItems([item], self._policy).names(letters) if use.group[0] == "names")

    def _numbers_of(self, kind: Kind) -> list[int]:
        attributes = self._archive.attributes
        return [n for name, n in attributes.number_of.items() if attributes.declared[name].kind is kind]

    def _terms(self, numbers: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
        """The different lists of names and categories of some attributes, each with its number; others may come."""
        if not numbers:
            return
        tables = {"readings": f" AND a IN ({listed(map(str, numbers))})"} if self._shape.readings else {}
        tables |= {"counted": ""} if self._shape.relative else {}
        parts = (
            f"SELECT terms, names FROM {table} WHERE ok AND names IS NOT NULL{among}" for table, among in tables.items()
        )
        for code, names in self._run.rows(f"SELECT DISTINCT terms, names FROM ({' UNION ALL '.join(parts)}) x"):
            yield code, names.split("\n")

    def _with_terms(self, wanted: Sequence[tuple[int, str]]) -> str:
        """The lines `l` that have some lists of terms, with their groups `k`; the name of each is in `t`."""
        columns: Columns = {"terms": [code for code, _ in wanted], "name": [name for _, name in wanted]}
        self._run.engine.put("terms_asked", columns, {"terms": "long", "name": "text"})
        on = joined(self._shape.group, "l", "k")
        return f"FROM lines l JOIN terms_asked t ON l.terms = t.terms JOIN keyed k ON {on} WHERE l.ok"

    # --------------------------------------------------------------------------------------------------- all names

    def _all_names(self, letters: int) -> Iterator[NameUse]:
        """Names that are nearly one that names.yaml knows, and what is nearly one of these, in their first items."""
        names, wanted = frozenset(map(normalise, self._archive.names.all_spellings)), set[str]()
        first: dict[str, ItemKey] = {}
        for _ in range(2):
            found = set[str]()
            for name, key in self._named(NearFinder(names, letters)):
                found.add(name)
                first[name] = min(first.get(name, key), key)
            wanted |= found
            names = frozenset(found)
        items = self._archive.items_on(sorted(set(first.values())), self._derived)
        more = [i for i in self._only_derived if any(normalise(row.claim.subject) in wanted for row in i.rows)]
        uses = ListedItems(merged(self._archive, items, more), self._policy).names(letters)
        yield from (use for use in uses if use.group == ALL_NAMES and normalise(use.name) in wanted)

    def _named(self, finder: NearFinder) -> Iterator[tuple[str, ItemKey]]:
        """The names that the finder finds, each with the items that it is in."""
        columns, keys = ("subject", *self._shape.cells), listed(self._shape.item, "k.")
        texts = " UNION ALL ".join(f"SELECT {column} AS text FROM keyed" for column in columns)
        self._run.engine.mapped("near_texts", f"SELECT DISTINCT text FROM ({texts}) x", finder, finder.types)
        parts = [
            f"SELECT t.name AS near, {keys} FROM keyed k JOIN near_texts t ON k.{column} = t.text" for column in columns
        ]
        if spoken := {name for name in self._speakers if finder.finds(name)}:
            parts.append(f"SELECT s.name AS near, {keys} {self._spoken(spoken)}")
        terms = self._terms([*self._numbers_of(Kind.CATEGORY), *self._numbers_of(Kind.NAMES)])
        if wanted := [(code, name) for code, names in terms for name in names if finder.finds(name)]:
            parts.append(f"SELECT t.name AS near, {keys} {self._with_terms(wanted)}")
        yield from self._archive.keys.texts(" UNION ".join(parts))


def merged(archive: Archive, items: Iterator[Item], more: Sequence[Item]) -> list[Item]:
    """Items of an archive and others in one order."""
    return sorted([*items, *more], key=lambda item: key_of(item, archive.names))
