"""An item with a single claim is nearly another item.

## What it flags

An item of which only one claim speaks, and whose subject or attribute, or both, are nearly those of another item of
its kind and scope: one letter apart; the same words in another order or number, or otherwise divided between the two;
or, of long names, a word more. What a source tells apart is not flagged: it states both items, or one attribute of
both subjects, or both attributes of one subject.

## Why it matters

The two may be one thing under two names; then their claims are never compared, and a conflict is missed.

## Example

"Plan Columbia / start" with one claim, beside "Plan Colombia / start"; "Plan Colombia aid / total" beside
"Plan Colombia / total aid".

## How to settle it

Correct the subject or attribute, or add an alias; if they are two things, write that into `not`, or decide the remark.

## Known false alarms

Two things of which no source speaks together, whose names differ by a letter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import combinations

import numpy as np

from crosscheck.comparing.likeness import LETTERS, SERIES, neighbours, same_words
from crosscheck.comparing.remarks import listed, remark
from crosscheck.model import AllItems, Finding, Item, Option, Overview, Rule, Scope, Title
from crosscheck.problems import shown
from crosscheck.vocabulary import normalise

RULE = Rule(
    code="XC904",
    name="close-item",
    since="0.1",
    options=(Option("letters", LETTERS, 3, 30, "of so many letters on, two words may be a slip of the pen apart"),),
)


def survey(overview: Overview) -> Iterator[Finding]:
    titles = Titles(overview.items)
    hints: dict[str, tuple[Item, list[Item]]] = {}
    letters = int(overview.policy.option(RULE, "letters"))
    for pair in sorted(_near(titles, letters)):
        first, second = map(titles.items, pair)
        for scope in first.keys() & second.keys():
            one, other = sorted((first[scope], second[scope]), key=lambda item: (len(item.rows), item.title))
            apart = overview.policy.terms.apart(one.subject, other.subject)
            if len(one.rows) == 1 and one.kind is other.kind and not apart:
                hints.setdefault(one.rows[0].claim.id, (one, []))[1].append(other)
    for claim, (item, others) in hints.items():
        near = listed(other.title for other in others)
        told = (
            f"{shown(item.title)} has a single claim and is nearly {near}: if they are one, correct it or add an alias."
        )
        yield remark(RULE, item, told, claim, item.rows, *(other.rows for other in others))


class Titles:
    """The different titles of all items, in order; each is made when it is asked for, as items are."""

    def __init__(self, items: AllItems) -> None:
        self._items = items
        self._starts = array("q")  # where the items of each begin
        self.subjects: list[str] = []
        self.attributes: set[str] = set()
        before = None
        for place in range(len(items)):
            title = items.title(place)
            if title == before:
                continue
            self._starts.append(place)
            if before is None or title[0] != before[0]:  # they come in order: a set would take many times the room
                self.subjects.append(title[0])
            self.attributes.add(title[1])
            before = title

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Title:
        return self._items.title(self._starts[number])

    def __iter__(self) -> Iterator[Title]:
        return map(self._items.title, self._starts)

    def __contains__(self, title: Title) -> bool:
        number = self._number(title)
        return number < len(self) and self[number] == title

    def items(self, title: Title) -> dict[Scope, Item]:
        """The items of a title, by scope."""
        number = self._number(title)
        end = self._starts[number + 1] if number + 1 < len(self) else len(self._items)
        items = (self._items[place] for place in range(self._starts[number], end))
        return {tuple((key, normalise(value)) for key, value in item.scope): item for item in items}

    def of(self, subjects: Set[str], attributes: Set[str]) -> Iterator[Title]:
        """The titles with one of some subjects or attributes."""
        if subjects or attributes:
            yield from (title for title in self if title[0] in subjects or title[1] in attributes)

    def _number(self, title: Title) -> int:
        return bisect_left(range(len(self)), title, key=self.__getitem__)


def _near(titles: Titles, letters: int) -> set[tuple[Title, Title]]:
    """Pairs of titles whose parts are near or equal, or that are the same words, each with the lesser one first."""
    subjects = neighbours(titles.subjects, letters)
    attributes = neighbours(titles.attributes, letters)
    by_parts = set()
    for subject, attribute in titles.of(subjects.keys(), attributes.keys()):
        for near_subject in (subject, *subjects.get(subject, ())):
            for near_attribute in (attribute, *attributes.get(attribute, ())):
                other = (near_subject, near_attribute)
                if (subject, attribute) < other and other in titles:
                    by_parts.add(((subject, attribute), other))
    by_words = {pair for group in _same_words(titles) for pair in combinations(group, 2)}
    told = Told(titles, by_parts | by_words)
    return {pair for pair in by_parts if not told.parts_apart(*pair)} | {
        pair for pair in by_words - by_parts if not told.apart("title", *pair)
    }


def _same_words(titles: Titles) -> Iterator[list[Title]]:
    """Titles that are the same words, unless they are a series."""
    # Words are hashed into a flat array first: nearly all titles are alone.
    hashes = np.fromiter((hash(same_words(" ".join(title))) for title in titles), np.int64, len(titles))
    _, number, size = np.unique(hashes, return_inverse=True, return_counts=True)
    groups: dict[object, list[Title]] = defaultdict(list)
    for place in np.flatnonzero(size[number] > 1).tolist():
        groups[same_words(" ".join(titles[place]))].append(titles[place])
    return (group for group in groups.values() if 1 < len(group) <= SERIES)


class Told:
    """What the sources tell apart: two titles that one source uses, two subjects of which it states one attribute.

    Only claims on what `pairs` are of are looked at.
    """

    def __init__(self, titles: Titles, pairs: set[tuple[Title, Title]]) -> None:
        self._stated: dict[tuple[str, object], set[object]] = defaultdict(set)
        self._known: dict[object, bool] = {}
        subjects = {title[0] for one, other in pairs if one[0] != other[0] for title in (one, other)}
        attributes = {title[1] for one, other in pairs if one[1] != other[1] for title in (one, other)}
        for title in {*titles.of(subjects, attributes), *(title for pair in pairs for title in pair)}:
            subject, attribute = title
            rows = (row for item in titles.items(title).values() for row in item.rows)
            for source in {row.claim.source for row in rows if not row.claim.derived}:
                self._stated["title", title].add(source)
                self._stated["subject", subject].add((attribute, source))
                self._stated["attribute", attribute].add((subject, source))

    def apart(self, part: str, one: object, other: object) -> bool:
        key = (part, one, other)
        if key not in self._known:
            self._known[key] = one != other and not self._stated[part, one].isdisjoint(self._stated[part, other])
        return self._known[key]

    def parts_apart(self, one: Title, other: Title) -> bool:
        parts = zip(("subject", "attribute"), one, other, strict=True)
        return self.apart("title", one, other) or any(self.apart(part, a, b) for part, a, b in parts)
