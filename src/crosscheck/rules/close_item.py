"""An item with a single claim is nearly another item.

## What it flags

An item with only one claim whose subject or attribute, or both, are close to those of another item of its kind and
scope: one letter apart; the same words in another order, singular and plural, or divided differently between subject
and attribute; or, for long names, with one word more. Items that a source distinguishes, because it states both
items, one attribute of both subjects, or both attributes of one subject, are not flagged. If XC903 flags the subject,
its remark names these items, and they are not flagged again.

## Why it matters

The two may be one thing under two names. Then their claims are never compared, and a conflict is missed.

## Example

"Plan Columbia / start" with one claim, beside "Plan Colombia / start"; "Plan Colombia aid / total" beside
"Plan Colombia / total aid".

## How to settle it

Correct the subject or attribute, or add an alias. If they are two things, list one under `not`, or decide the remark.

## Known false alarms

Two things whose names differ by one letter, and that no source mentions together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from crosscheck.rules.api import (
    LETTERS,
    SERIES,
    AllItems,
    Finding,
    Item,
    Option,
    Overview,
    Rule,
    Scope,
    Terms,
    Title,
    listed,
    neighbours,
    normalise,
    remark,
    same_words,
    shown,
)

RULE = Rule(
    code="XC904",
    name="close-item",
    since="0.1",
    options=(
        Option(
            "letters",
            LETTERS,
            3,
            30,
            "how many letters two words must have for a difference to count as a slip of the pen",
        ),
    ),
)


def check_workspace(overview: Overview) -> Iterator[Finding]:
    terms = overview.policy.terms
    pairs = sorted(_near(overview.items, int(overview.policy.option(RULE, "letters"))))
    items: dict[Title, dict[Scope, Item]] = defaultdict(dict)
    for item in overview.items.of_titles({title for pair in pairs for title in pair}):
        scope = tuple((key, normalise(value)) for key, value in item.scope)
        items[terms.key(item.subject), normalise(item.attribute.name)][scope] = item
    hints: dict[str, tuple[Item, list[Item]]] = {}
    for first, second in pairs:
        for scope in items[first].keys() & items[second].keys():
            both = (items[first][scope], items[second][scope])
            one, other = sorted(both, key=lambda item: (item.claims, item.title))
            if one.claims == 1 and one.kind is other.kind and not terms.apart(one.subject, other.subject):
                hints.setdefault(one.rows[0].claim.id, (one, []))[1].append(other)
    for claim, (item, others) in hints.items():
        near = listed(other.title for other in others)
        message = (
            f"{shown(item.title)} has a single claim and is nearly {near}: if they are one, correct it or add an alias."
        )
        made = remark(RULE, item, message, claim, item.rows, *(other.rows for other in others))
        yield replace(made, close_names=frozenset(_names_of(item, others, terms)))


def _names_of(item: Item, others: Iterable[Item], terms: Terms) -> Iterator[tuple[str, str]]:
    """The names in which an item differs from each of some others."""
    for other in others:
        names = (terms.key(item.subject), normalise(item.attribute.name))
        near = (terms.key(other.subject), normalise(other.attribute.name))
        yield from ((name, one) for name, one in zip(names, near, strict=True) if name != one)


def _near(items: AllItems, letters: int) -> set[tuple[Title, Title]]:
    """Pairs of titles whose parts are near or equal, or that are the same words, each with the lesser one first."""
    titles = items.titles(letters)
    subjects = neighbours({subject for subject, _ in titles}, letters)
    attributes = neighbours({attribute for _, attribute in titles}, letters)
    by_parts = set()
    for subject, attribute in titles:
        for near_subject in (subject, *subjects.get(subject, ())):
            for near_attribute in (attribute, *attributes.get(attribute, ())):
                other = (near_subject, near_attribute)
                if (subject, attribute) < other and other in titles:
                    by_parts.add(((subject, attribute), other))
    by_words = {pair for group in _same_words(titles) for pair in combinations(sorted(group), 2)}
    distinct = _Distinct(items, by_parts | by_words)
    return {pair for pair in by_parts if not distinct.by_parts(*pair)} | {
        pair for pair in by_words - by_parts if not distinct.by_title(*pair)
    }


def _same_words(titles: Collection[Title]) -> Iterator[list[Title]]:
    """Titles that are the same words, unless they are a series."""
    groups: dict[object, list[Title]] = defaultdict(list)
    for title in titles:
        groups[same_words(" ".join(title))].append(title)
    return (group for group in groups.values() if 1 < len(group) <= SERIES)


class _Distinct:
    """What a source takes for two things: two titles that it uses, two subjects of which it states one attribute, or
    one subject of which it states two attributes."""

    def __init__(self, items: AllItems, pairs: Collection[tuple[Title, Title]]) -> None:
        self._titles: dict[Title, set[str]] = defaultdict(set)
        self._subjects: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._attributes: dict[str, set[tuple[str, str]]] = defaultdict(set)
        subjects = {title[0] for one, other in pairs if one[0] != other[0] for title in (one, other)}
        attributes = {title[1] for one, other in pairs if one[1] != other[1] for title in (one, other)}
        for title, source in items.stated(subjects, attributes) if pairs else ():
            self._titles[title].add(source)
            self._subjects[title[0]].add((title[1], source))
            self._attributes[title[1]].add((title[0], source))

    def by_title(self, one: Title, other: Title) -> bool:
        return not self._titles[one].isdisjoint(self._titles[other])

    def by_parts(self, one: Title, other: Title) -> bool:
        return (
            self.by_title(one, other)
            or (one[0] != other[0] and not self._subjects[one[0]].isdisjoint(self._subjects[other[0]]))
            or (one[1] != other[1] and not self._attributes[one[1]].isdisjoint(self._attributes[other[1]]))
        )
