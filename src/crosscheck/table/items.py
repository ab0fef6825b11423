"""Which claims speak of one thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from crosscheck.claims.items import ItemKey, KeyedRow
from crosscheck.model import Scope
from crosscheck.table.columns import Rows, ascend, groups
from crosscheck.table.read import UNREAD, Read
from crosscheck.table.spelling import keys
from crosscheck.vocabulary import normalise

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Items:
    """The items of claims as numbers in the order of their keys, with gaps.

    `of` has every claim's, `UNKNOWN` if it was not read. `subjects`, `attributes` and `scopes` are the parts of keys.
    """

    of: Rows
    subjects: Sequence[str]
    attributes: Sequence[str]
    scopes: Sequence[Scope]

    @staticmethod
    def among(read: Read, also: Collection[ItemKey] = ()) -> Items:
        """The items of what was read; `also` are keys that need a number even if no claim speaks of them."""
        columns, names = read.claims.columns, read.names
        subject, attribute, scope = (columns[key] for key in ("subject", "attribute", "scope"))
        subject_keys = keys(subject.values, names)
        attribute_keys = [normalise(known.name) for known in read.attributes]
        alike = groups(len(read.claims), attribute.codes, scope.codes)
        scope_keys: list[Scope] = []
        for row in alike.first.tolist():
            separating = read.attribute_of(row).separated_by
            pairs = scope.at(row) or ()
            scope_keys.append(tuple((key, names.key(value)) for key, value in pairs if key in separating))
        subjects, subject_number = _ranked(subject_keys, (key for key, _, _ in also))
        attributes, attribute_number = _ranked(attribute_keys, (key for _, key, _ in also))
        scopes, scope_number = _ranked(scope_keys, (key for _, _, key in also))
        items = subject_number[subject.codes] * len(attributes)
        items += attribute_number[attribute.codes]
        items *= len(scopes)
        if len(scopes) > 1:
            items += scope_number[alike.number]
        items[read.reading == UNREAD] = UNKNOWN
        return Items(items, subjects, attributes, scopes)

    def key(self, item: int) -> ItemKey:
        """The key of an item."""
        rest, scope = divmod(item, len(self.scopes))
        subject, attribute = divmod(rest, len(self.attributes))
        return self.subjects[subject], self.attributes[attribute], self.scopes[scope]

    def attribute_of(self, items: Rows) -> Rows:
        """Of items the numbers of their attributes in `attributes`."""
        return items // len(self.scopes) % len(self.attributes)

    def number(self, key: ItemKey) -> int:
        """The number of an item, `UNKNOWN` if a part of its key is."""
        parts = (self.subjects, self.attributes, self.scopes)
        places = [_place(known, part) for known, part in zip(parts, key, strict=True)]
        if UNKNOWN in places:
            return UNKNOWN
        subject, attribute, scope = places
        return (subject * len(self.attributes) + attribute) * len(self.scopes) + scope

    def rows(self, keys: Collection[ItemKey], read: Read) -> Iterator[KeyedRow]:
        """The rows of the claims that speak of some items, in the order of their ids."""
        wanted = {self.number(key): key for key in keys}
        found = np.flatnonzero(np.isin(self.of, list(wanted))) if wanted else ()
        numbers = sorted((int(row) for row in found if self.of[row] != UNKNOWN), key=read.claims.id_of)
        for number, row in zip(numbers, read.rows(np.array(numbers, np.int64)), strict=True):
            yield KeyedRow(wanted[int(self.of[number])], read.attribute_of(number), row)


def _ranked(keys: Sequence[Any], also: Iterable[Any]) -> tuple[list[Any], Rows]:
    """All keys in order, and of each of `keys` its place there."""
    more = tuple(also)
    if not more and ascend(keys):
        return list(keys), np.arange(len(keys))
    ordered = sorted(dict.fromkeys((*keys, *more)))  # a set would lose the order in which tables have them nearly
    place = {key: number for number, key in enumerate(ordered)}
    return ordered, np.array([place[key] for key in keys], np.int64)


def _place(ordered: Sequence[Any], key: Any) -> int:
    place = bisect_left(ordered, key)
    return place if place < len(ordered) and ordered[place] == key else UNKNOWN
