"""All items of a workspace as a list: what `AllItems` asks, answered by looking at each of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from crosscheck.model import ALL_NAMES, SPEAKERS, Claim, Finder, Item, Kind, NameGroup, NameUse, Policy, Row, Title
from crosscheck.vocabulary import normalise


class ListedItems:
    """`items` are in their order, with all their rows."""

    def __init__(self, items: Sequence[Item], policy: Policy) -> None:
        self.items, self.policy = items, policy
        self._titles: dict[Title, list[int]] = defaultdict(list)
        for place, item in enumerate(items):
            self._titles[policy.terms.key(item.subject), normalise(item.attribute.name)].append(place)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def names(self, _letters: int, /) -> Iterator[NameUse]:
        first: dict[tuple[NameGroup, str], tuple[str, Item, Row]] = {}
        sources: dict[tuple[NameGroup, str], set[str]] = defaultdict(set)
        claims: dict[tuple[NameGroup, str], int] = defaultdict(int)
        for item in self.items:
            for row in item.rows:
                for name, groups in self._names(item, row):
                    for group in groups:
                        key = group, normalise(name)
                        if key not in first:
                            first[key] = name, item, row
                        sources[key].add(row.claim.source)
                        claims[key] += 1 + row.others
        for key, (name, item, row) in first.items():
            yield NameUse(key[0], name, claims[key], frozenset(sources[key]), item, row)

    def _names(self, item: Item, row: Row) -> Iterator[tuple[str, list[NameGroup]]]:
        """The names that a claim uses, and the groups of each."""
        title = item.subject, item.attribute.name
        source = self.policy.sources.get(row.claim.source)
        yield row.claim.subject, [ALL_NAMES]
        speaker = row.claim.said_by or (source.author if source else None)
        if speaker and not row.claim.derived:
            yield speaker, [ALL_NAMES, SPEAKERS]
        for key, value in item.scope:
            yield value, [ALL_NAMES, ("scope", *title, key)]
        if item.kind in (Kind.CATEGORY, Kind.NAMES):
            listed: list[NameGroup] = [("names", *title, item.scope)] if item.kind is Kind.NAMES else []
            for term in row.reading.terms:
                yield as_written(term, row.claim), [ALL_NAMES, *listed]

    def titles(self, _letters: int, /) -> Collection[Title]:
        return self._titles.keys()

    def stated(self, subjects: Collection[str], attributes: Collection[str]) -> Iterator[tuple[Title, str]]:
        for title, places in self._titles.items():
            if title[0] in subjects or title[1] in attributes:
                rows = (row for place in places for row in self.items[place].rows)
                yield from ((title, row.claim.source) for row in rows if not row.claim.derived)

    def titles_found(self, subjects: Finder, attributes: Finder | None, /) -> Iterator[Title]:
        for title in self._titles:
            if subjects.finds(title[0]) or (attributes is not None and attributes.finds(title[1])):
                yield title

    def of_titles(self, titles: Collection[Title]) -> Iterator[Item]:
        places = sorted(place for title in titles for place in self._titles.get(title, ()))
        return (self.items[place] for place in places)

    def siblings(self) -> Iterator[list[Item]]:
        for places in self._titles.values():
            items = [self.items[place] for place in places]
            if len({tuple(key for key, _ in item.scope) for item in items}) > 1:
                yield items

    def categories(self) -> Iterator[Item]:
        return (item for item in self.items if item.kind is Kind.CATEGORY)

    def shown_titles(self, _near_to: Collection[str], /) -> Iterator[str]:
        return (item.title for item in self.items)


def as_written(term: str, claim: Claim) -> str:
    """A term of a reading as the claim has it."""
    for part in claim.value if isinstance(claim.value, tuple) else (claim.value,):
        if normalise(part) == term:
            return part
    found = re.search(re.escape(term), claim.text, re.IGNORECASE)
    return found.group() if found else term
