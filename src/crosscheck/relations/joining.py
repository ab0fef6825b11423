"""Joining relations with items: which claims a relation speaks of, what follows, and whether units go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from crosscheck.claims.items import ItemKey, KeyedRow, key_of
from crosscheck.formatting import interval_text, measure_of
from crosscheck.model import (
    PUBLISHED,
    WHEN,
    Attribute,
    Interval,
    Item,
    ItemName,
    Kind,
    OverTime,
    Reading,
    ReadingSettings,
    Related,
    Relation,
    RelationKind,
    Row,
)
from crosscheck.problems import Problems, shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.relations.arithmetic import ANYTHING
from crosscheck.relations.equations import derived_row, is_below_nothing, solved
from crosscheck.relations.members import Members, by_source, combined_claims, separated
from crosscheck.vocabulary import Names, normalise
from crosscheck.workspace.vocabulary import ATTRIBUTES

Subjects = Callable[[Collection[str]], Mapping[str, int]]
"""The subjects of claims on some attributes, by their normalised names, and on how many of these each has claims."""

_KIND_OF_ROLE = {"start": Kind.DATE, "end": Kind.DATE, "duration": Kind.DURATION, "share": Kind.SHARE}


class WorkspaceRelations:
    """The relations of a workspace, and what is needed to find their items.

    `attributes` is by normalised name; `published` has a row for each source that says when it was published;
    `subjects` gives what `each_subject` makes of relations for every subject.
    """

    def __init__(
        self,
        relations: Iterable[Relation],
        attributes: Mapping[str, Attribute],
        names: Names,
        published: Iterable[Row],
        subjects: Subjects,
    ) -> None:
        self._attributes, self._names = attributes, names
        relations = list(self._of_each_subject(relations, subjects))
        # In an order of their own: what is derived does not depend on that of the file.
        self.relations = tuple(sorted(relations, key=lambda r: (r.kind, [self._key(name) for _, name in r.members])))
        self._published = Item("publication", Attribute("date", Kind.DATE), Kind.DATE, (), tuple(published))

    def _of_each_subject(self, relations: Iterable[Relation], subjects: Subjects) -> Iterator[Relation]:
        """Relations with what those for every subject mean for each that has enough of their items."""
        for relation in relations:
            if not relation.for_each:
                yield relation
                continue
            attributes = {self._key(name)[1] for _, name in relation.members if not name.is_time}
            needed = (
                2 if relation.kind in (RelationKind.SUM, RelationKind.PART, RelationKind.ORDER) else len(attributes)
            )
            needed -= needed == len(attributes) and relation.kind.is_equation
            needed = max(needed - sum(name.is_time for _, name in relation.members), 1)
            for subject, known in sorted(subjects(attributes).items()):
                if known >= needed:
                    members = ((role, _of_subject(name, subject)) for role, name in relation.members)
                    yield replace(relation, members=tuple(members))

    @cached_property
    def keys(self) -> frozenset[ItemKey]:
        """The items that some relation names."""
        return frozenset(key for relation in self.relations for key in self._keys(relation))

    def derived(self, rows: Iterable[KeyedRow], settings: ReadingSettings, problems: Problems) -> list[KeyedRow]:
        """The claims that follow from `rows` by a relation; members that do not go together go to `problems`."""
        self._check_repetitions(problems)
        by_key = self._by_key(rows)
        made: list[KeyedRow] = []
        numbers: Counter[tuple[ItemKey, str, RelationKind]] = Counter()
        kinds: dict[str, Kind] = {}
        for relation in self.relations:
            related = self._related(relation, by_key)
            if not check_units(related, problems) or not relation.kind.is_equation:
                continue
            for target, members in _all_but_one(related):
                key, item = self._key(relation.members[target][1]), related.items[target]
                combined = combined_claims(members, related)
                found = solved(related, combined, target, settings)
                if found.stated == ANYTHING or (relation.kind is RelationKind.SUM and is_below_nothing(found, item)):
                    continue
                if kinds.setdefault(key[1], item.kind) is not item.kind:
                    name, other = shown(item.attribute.name), kinds[key[1]].phrase
                    message = f"makes {name}, which nobody declares, {item.kind.phrase}, and another one {other}"
                    problems.add(relation.at, f"the {relation.kind} {message}; declare its kind in {ATTRIBUTES}")
                    break
                known = [one for one in combined if one is not None]
                number = (key, known[0].rows[0].claim.source, relation.kind)
                numbers[number] += 1
                made.append(KeyedRow(key, item.attribute, derived_row(relation, item, known, found, numbers[number])))
        return made

    def _check_repetitions(self, problems: Problems) -> None:
        """Two relations that say the same would be one finding, and an item is no part of itself."""
        known: dict[object, Relation] = {}
        for relation in sorted(self.relations, key=lambda relation: relation.at):
            names: dict[object, ItemName] = {}
            for _, name in relation.members:
                other = names.setdefault(self._key(name), name)
                if other is not name:
                    message = f"{shown(_title(other))} and {shown(_title(name))}, which are one item"
                    problems.add(relation.at, f"the {relation.kind} names {message}")
            first = known.setdefault((relation.kind, tuple(names)), relation)
            if first is not relation:
                message = f"repeats the one in line {first.at.line}; take one of them out"
                problems.add(relation.at, f"the {relation.kind} {message}")

    def related(self, rows: Iterable[KeyedRow]) -> tuple[Related, ...]:
        """Every relation with its items."""
        by_key = self._by_key(rows)
        return tuple(self._related(relation, by_key) for relation in self.relations)

    def _by_key(self, rows: Iterable[KeyedRow]) -> dict[ItemKey, list[Row]]:
        wanted, by_key = self.keys, dict[ItemKey, list[Row]]()
        for key, _, row in rows if wanted else ():
            if key in wanted:
                by_key.setdefault(key, []).append(row)
        return by_key

    def joined(self, items: Iterable[Item]) -> Iterator[Item]:
        """`items`, of which those that relations name come last, with these; also first members without a claim."""
        wanted = self.keys
        named: dict[ItemKey, Item] = {}
        for item in items:
            key = key_of(item, self._names) if wanted else None
            if key is not None and key in wanted:
                named[key] = item
            else:
                yield item
        rows = {key: list(item.rows) for key, item in named.items()}
        leads: dict[ItemKey, list[Related]] = {}
        linked: dict[ItemKey, list[Related]] = {}
        for relation in self.relations:
            related = self._related(relation, rows)
            keys = self._keys(relation)
            leads.setdefault(keys[0], []).append(related)
            for key, item in zip(keys, _items(related), strict=True):
                linked.setdefault(key, []).append(related)
                named.setdefault(key, item)
        for key in sorted(linked):
            if rows.get(key) or key in leads:
                yield replace(named[key], leads=tuple(leads.get(key, ())), linked=tuple(linked[key]))

    def _related(self, relation: Relation, rows: Mapping[ItemKey, list[Row]]) -> Related:
        items = [
            self._time(relation, name, rows) if name.is_time else self._item(role, name, rows.get(self._key(name), []))
            for role, name in relation.members
        ]
        # An attribute that is neither declared nor claimed is of the kind that the relation gives it.
        kinds = [item.kind for item in items if item.attribute.kind is not None]
        kind = kinds[0] if kinds else Kind.COUNT
        return Related(
            relation,
            tuple(
                item if item.attribute.kind else _of_kind(item, _KIND_OF_ROLE.get(role, kind))
                for (role, _), item in zip(relation.members, items, strict=True)
            ),
        )

    def _time(self, relation: Relation, name: ItemName, rows: Mapping[ItemKey, list[Row]]) -> Item:
        """The publications; or the time of each duration: a date that changes with it."""
        if name.subject == PUBLISHED:
            return self._published
        (duration,) = (member for role, member in relation.members if role == "duration")
        times = tuple(made for row in rows.get(self._key(duration), []) if (made := _time_of(row)) is not None)
        attribute = Attribute("date", Kind.DATE, over_time=OverTime.CHANGES)
        return Item("time", attribute, Kind.DATE, (), times)

    def _item(self, role: str, name: ItemName, rows: list[Row]) -> Item:
        attribute = self._attributes.get(normalise(name.attribute)) or Attribute(name.attribute)
        kind = attribute.kind or _KIND_OF_ROLE.get(role, Kind.COUNT)
        scope = tuple((key, self._names.canonical(value)) for key, value in name.scope)
        ordered = tuple(sorted(rows, key=lambda row: row.claim.id))
        return Item(self._names.canonical(name.subject), attribute, kind, scope, ordered)

    def _keys(self, relation: Relation) -> list[ItemKey]:
        return [self._key(name) for _, name in relation.members if not name.is_time]

    def _key(self, name: ItemName) -> ItemKey:
        attribute = self._attributes.get(normalise(name.attribute))
        scope = tuple((key, self._names.key(value)) for key, value in name.scope)
        return self._names.key(name.subject), normalise(attribute.name if attribute else name.attribute), scope


def subjects_in(rows: Sequence[KeyedRow], names: Names) -> Subjects:
    """The subjects of rows that are all there."""

    def subjects(attributes: Collection[str]) -> Mapping[str, int]:
        spellings: dict[str, set[str]] = {}
        known: dict[str, set[str]] = {}
        for (subject, attribute, _), _, row in rows:
            if attribute in attributes:
                spellings.setdefault(subject, set()).add(row.claim.subject)
                known.setdefault(subject, set()).add(attribute)
        return {names.canonical(min(spelled)): len(known[subject]) for subject, spelled in spellings.items()}

    return subjects


def _time_of(row: Row) -> Row | None:
    """The time of a duration as a claim of its own, None if it is not known or only follows from others."""
    if row.when is None or row.when.is_open_ended or row.claim.derived:
        return None
    reading = Reading(Kind.DATE, "date", row.when, row.when, precision=_precision(row.when))
    text = row.claim.when or interval_text(row.when, reading, None)
    claim = replace(row.claim, id=f"{row.claim.id}~{WHEN}", subject="time", attribute="date", value=text, read_as=None)
    return replace(row, claim=claim, reading=reading)


def _precision(time: Interval) -> str:
    """The unit of a calendar that a time is one of, empty if it is none."""
    assert time.low is not None
    assert time.high is not None
    low, width = int(time.low), time.high - time.low
    units = [unit for unit in ("hour", "day") if width == cal.MINUTES_IN[unit]]
    units += [unit for unit in ("month", "year") if cal.shift(low, 1, unit) == time.high]
    return units[0] if units else ""


def _of_subject(name: ItemName, subject: str) -> ItemName:
    return name if name.is_time else replace(name, subject=subject)


def _of_kind(item: Item, kind: Kind) -> Item:
    """An item whose attribute nobody declared, of the kind that its relation gives it."""
    return replace(item, kind=kind, attribute=replace(item.attribute, kind=kind))


def _title(name: ItemName) -> str:
    return f"{name.subject} / {name.attribute}"


def _items(related: Related) -> Iterator[Item]:
    for (_, name), item in zip(related.relation.members, related.items, strict=True):
        if not name.is_time:
            yield item


def _all_but_one(related: Related) -> Iterator[tuple[int, Members]]:
    """The number of the one member that a source does not state, and what it states of the others."""
    for members in by_source(related).values():
        for known in separated(members, related):
            lacking = [index for index, rows in enumerate(known) if not rows]
            if len(lacking) != 1:
                continue
            (_, name), item = related.relation.members[lacking[0]], related.items[lacking[0]]
            if not name.is_time and item.kind.has_axis:
                yield lacking[0], known


_MEASURED = frozenset({Kind.MONEY, Kind.COUNT, Kind.SHARE, Kind.DURATION, Kind.QUANTITY})
_KINDS = {
    "start": frozenset({Kind.DATE}),
    "end": frozenset({Kind.DATE}),
    "items": frozenset({Kind.DATE}),
    "duration": frozenset({Kind.DURATION}),
    "share": frozenset({Kind.SHARE}),
    "rate": frozenset({Kind.MONEY, Kind.QUANTITY}),
}
_LISTS = {
    (RelationKind.SUM, "parts"),
    (RelationKind.SUM, "less"),
    (RelationKind.PART, "part"),
    (RelationKind.PART, "whole"),
}
"""Roles in which a list of names may stand for the number of its names."""


def check_units(related: Related, problems: Problems) -> bool:
    """True if the items of a relation can be reckoned with; else `problems` says why not."""
    found = list(_problems(related))
    for message in found:
        problems.add(related.relation.at, f"the {related.relation.kind} cannot be checked: {message}")
    return not found


def _problems(related: Related) -> Iterator[str]:
    kind = related.relation.kind
    roles = [(role, item) for (role, _), item in zip(related.relation.members, related.items, strict=True)]
    wrong = [(role, item) for role, item in roles if item.kind not in _accepted(kind, role)]
    for role, item in wrong:
        names = ", ".join(each.phrase for each in Kind if each in _accepted(kind, role))
        yield f"{shown(item.title)} ({role}) is {item.kind.phrase}; accepted: {names}"
    if wrong or kind in (RelationKind.SPAN, RelationKind.ORDER):
        return
    for item in (item for role, item in roles if role == "share" and _dimension(item) not in ("", "share")):
        yield f"{shown(item.title)} (share) is in {_dimension(item)}, which is not a share"
    measured = [(role, item, _axis(role, item)) for role, item in roles if role not in ("duration", "share")]
    known = [entry for entry in measured if entry[2] != ""]
    for role, item, axis in known:
        if axis is None:
            yield f"{shown(item.title)} ({role}) is in {_dimension(item)}, which is not a rate per time"
        elif axis != known[0][2] and known[0][2] is not None:
            first_role, first, first_axis = known[0]
            yield f"{shown(first.title)} ({first_role}) is in {first_axis}, {shown(item.title)} ({role}) in {axis}"


def _accepted(kind: RelationKind, role: str) -> frozenset[Kind]:
    found = _KINDS.get(role, _MEASURED)
    return found | {Kind.NAMES} if (kind, role) in _LISTS else found


def _dimension(item: Item) -> str:
    """The axis of an item: of its values, else of its declared unit; empty if neither says."""
    if item.kind in (Kind.NAMES, Kind.COUNT):
        return "count"
    if item.rows:
        return item.rows[0].reading.dimension
    measure = measure_of(item.kind, "", item.attribute.unit)
    return measure.dimension if measure is not None else ""


def _axis(role: str, item: Item) -> str | None:
    """The axis on which an item is reckoned with: of a rate, what there is of it per second; None if it is no rate."""
    dimension = _dimension(item)
    if role != "rate" or not dimension:
        return dimension
    return dimension.removesuffix("/s") if dimension.endswith("/s") else None
