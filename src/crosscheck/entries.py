"""Items as lists show them, and which items are near a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from crosscheck.claims.items import key_of
from crosscheck.model import AllItems, Finding, Item, ItemEntry, Kind, Shared, Side, Title, Verdict
from crosscheck.nearness import NameFinder, SlipFinder, matching, nearest, words_of
from crosscheck.vocabulary import Names

FindingsOn = Callable[[Item], Sequence[Finding]]
"""What rules find on one item."""

OFFERED = 3
"""So many near items are offered at most."""


def entry_of(item: Item, findings_on: FindingsOn) -> ItemEntry:
    """An item with the values that its witnesses share, that of most witnesses first."""
    found = findings_on(without_relations(item)) if len(item.rows) > 1 else ()
    shared = [
        Shared(_stated(side), len({row.witness for row in side.rows}))
        for finding in found
        if finding.verdict is Verdict.AGREEMENT
        for side in finding.sides
    ]
    sources = {row.claim.source for row in item.rows}
    return ItemEntry(item, item.claims, len(sources), tuple(sorted(shared, key=lambda one: -one.witnesses)))


def _stated(side: Side) -> str:
    """The value of a side in words of a source, if one states it."""
    stated = [row.claim.text for row in side.rows if not row.claim.derived]
    return side.text if side.text in stated or not stated else stated[0]


def without_relations(item: Item) -> Item:
    """An item by itself: rules find only what its own claims are to each other."""
    return replace(item, leads=(), linked=())


def title_of(item: Item, names: Names) -> Title:
    """The subject and the attribute of an item, each under its one name."""
    subject, attribute, _ = key_of(item, names)
    return subject, attribute


def searched(items: AllItems, text: str, names: Names) -> Iterator[Item]:
    """The items whose subject or attribute has a word of a text, those that have most of them first."""
    finder = NameFinder.of([text], names, parts=True)
    by_share: dict[Title, float] = {}
    for title in items.titles_found(finder, finder):
        by_share[title] = matching(text, title, names)
    ranked = sorted((title for title, share in by_share.items() if share), key=lambda title: (-by_share[title], title))
    for _, some in groupby(ranked, key=by_share.__getitem__):
        yield from items.of_titles(set(some))


def meant(items: AllItems, text: str) -> list[str]:
    """The titles of items that may be meant by a text of which no item has a word, the nearest first, `OFFERED` at
    most."""
    finder = SlipFinder(frozenset(words_of(text)))
    found = {title: max(map(finder.likeness, title)) for title in items.titles_found(finder, finder)}
    best = sorted(found, key=lambda title: (-found[title], title))[:OFFERED]
    titles = [item.title for item in items.of_titles(set(best))] if best else []
    return sorted(titles, key=lambda title: (-finder.likeness(title), title))[:OFFERED]


def near_items(
    wanted: Sequence[Item], items: AllItems, others: Callable[[Item], bool], kinds: Mapping[str, Kind], names: Names
) -> list[list[Item]]:
    """Of each wanted item those that it may be under another name, the nearest first, `OFFERED` at most.

    `others` tells which items count: a draft's own do not. `kinds` are those of the attributes, by name.
    """
    titles = [title_of(item, names) for item in wanted]
    spellings = [spelling for subject, _ in titles for spelling in names.spellings(subject)]
    # The same words may be divided otherwise between subject and attribute.
    finder = NameFinder.of([*spellings, *(attribute for _, attribute in titles)], names)
    known = {title_of(item, names) for item in items.of_titles(set(titles)) if others(item)}
    found = {*items.titles_found(finder, None)} - set(titles) | known
    listed = [(title, str(kinds.get(title[1], ""))) for title in found]
    made = []
    for item, title in zip(wanted, titles, strict=True):
        best = list(islice(nearest(title, item.kind, listed, names), OFFERED))
        rank = {title: place for place, title in enumerate(best)}
        near = (one for one in items.of_titles(set(best)) if others(one))
        made.append(sorted(near, key=lambda one: rank[title_of(one, names)])[:OFFERED])
    return made


def entries_of(items: Iterable[Item], findings_on: FindingsOn, *, alone: bool) -> Iterator[ItemEntry]:
    """The entries of items; `alone`: only of those that no second source speaks of."""
    return (entry_of(item, findings_on) for item in items if not alone or not item.has_several_sources)
