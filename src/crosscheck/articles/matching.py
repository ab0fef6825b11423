"""Which item of a workspace a figure of an article speaks of: items ranked, and a gate for the first.

Whatever is matched is a suggestion. A person accepts it; only then is it a claim, and is judged as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from crosscheck.articles.context import everywhere_in, sentence_at, sentences_of
from crosscheck.articles.hints import NO_HINTS, Hints, hints_for
from crosscheck.articles.scoring import ROWS, Beside, Parts, Profile, parts_of
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.subjects import NamedIn, SubjectIndex
from crosscheck.articles.words import stems
from crosscheck.claims.items import ItemKey, key_of
from crosscheck.model import AllItems, Item, Kind
from crosscheck.vocabulary import Names, normalise

CHOICES = 5
"""So many items are offered at most."""

OFFERED = 0.15
"""An item is offered if its words say so much."""

NAMED, TOLD = 0.75, 0.4
"""The first item is filled in if so much of its subject is named, and of its attribute or a quote on it,"""

HALF_NAMED, TOLD_TWICE = 0.5, 0.6
"""or so much of its subject, and of both its attribute and a quote;"""

SCOPED = 0.3
"""and so much of its scope is named;"""

FIGURE, TERM = 0.05, 0.2
"""How much the value counts: a figure may be wrong; a name or a quotation of an item is hardly by chance on it."""

ALIKE = 0.8
"""Names and quotations are filled in only if they are so much like what the item has."""

MARGIN, HALF_NAMED_MARGIN = 0.04, 0.15
"""and all words together say so much more of it than of any other item."""

WORDINGS = {
    Tier.QUOTATION: (Kind.QUOTATION, Kind.NAMES, Kind.CATEGORY),
    Tier.NAME: (Kind.NAMES, Kind.CATEGORY),
}
"""The kinds without an axis that words may be a value of."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An item that a span may speak of, with the parts of its score."""

    item: Item
    parts: Parts

    @property
    def score(self) -> float:
        weight = FIGURE if self.item.kind.has_axis else TERM
        return self.parts.evidence + weight * self.parts.value


@dataclass(frozen=True, slots=True)
class Match:
    """The items that a span may speak of, the best first; `is_filled`: the first is good enough to be filled in."""

    span: Span
    choices: tuple[Choice, ...] = ()
    is_filled: bool = False
    hints: Hints = NO_HINTS

    @property
    def suggested(self) -> Item | None:
        """The item to fill in, None where a person must choose."""
        return self.choices[0].item if self.is_filled else None


@dataclass(frozen=True)
class Matcher:
    """The items of a workspace, ready to be matched. `items` by the number of their subject in `subjects`."""

    names: Names
    subjects: SubjectIndex
    items: Mapping[int, Sequence[Item]]
    counts: Mapping[str, int]
    _profiles: dict[int, tuple[ItemKey, Profile]] = field(default_factory=dict)

    @staticmethod
    def of_article(items: AllItems, names: Names, text: str, title: str = "") -> Matcher:
        """What matches spans of one article: only items whose subject it has a word of are made; of archives, too."""
        titles = set(items.titles_found(NamedIn.of(everywhere_in(text, title), names), None))
        return Matcher.of(items.of_titles(titles), names)

    @staticmethod
    def of(items: Iterable[Item], names: Names) -> Matcher:
        """What matches spans with some items; their order does not matter."""
        by_subject: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            by_subject[names.key(item.subject)].append(item)
        ordered = sorted(by_subject)
        attributes = {item.attribute.name for some in by_subject.values() for item in some}
        return Matcher(
            names=names,
            subjects=SubjectIndex.of((names.canonical(by_subject[key][0].subject) for key in ordered), names),
            items={number: by_subject[key] for number, key in enumerate(ordered)},
            counts=Counter(stem for name in attributes for stem in stems(name)),
        )

    def matches(
        self, text: str, paragraphs: Sequence[tuple[int, int]], spans: Sequence[Span], title: str = ""
    ) -> list[Match]:
        """What each span of an article may speak of, in the order of `spans`.

        `paragraphs` are where those of `text` begin and end; the places of `spans` are in `text`, too.
        """
        everywhere = everywhere_in(text, title)
        sentences, named = sentences_of(text, paragraphs, everywhere), self.subjects.within(everywhere)
        made: dict[int, list[tuple[int, float]]] = {}
        matched = []
        for span in spans:
            sentence = sentence_at(sentences, span.start)
            if sentence is None:
                matched.append(Match(span))
                continue
            if sentence.start not in made:
                made[sentence.start] = named.around(sentence.near, sentence.stems)
            near = Beside.of(span, sentence, spans)
            found = _match(span, self._scored(span, made[sentence.start], near))
            matched.append(replace(found, hints=hints_for(span, sentence, text, spans)))
        return matched

    def _scored(self, span: Span, named: Iterable[tuple[int, float]], near: Beside) -> Iterator[tuple[ItemKey, Choice]]:
        for number, share in named:
            for item in self.items[number]:
                if can_be(span, item):
                    key, profile = self._profile(item)
                    yield key, Choice(item, parts_of(profile, span, share, near, self.names.key(span.text)))

    def _profile(self, item: Item) -> tuple[ItemKey, Profile]:
        found = self._profiles.get(id(item))
        if found is None:
            found = self._profiles[id(item)] = key_of(item, self.names), Profile.of(item, self.counts)
        return found


def can_be(span: Span, item: Item) -> bool:
    """Whether a span can be a value of an item: of its kind and on its axis; what is not read, by its kind.

    What is of no kind by itself, such as "second", can be if a claim of the item has the same words.
    """
    if span.tier in WORDINGS:
        return item.kind in WORDINGS[span.tier]
    if span.reading is not None:
        return span.kind is item.kind and all(row.reading.dimension == span.reading.dimension for row in item.rows[:1])
    if span.kind is not None:
        return span.kind is item.kind
    return item.kind.has_axis and any(normalise(row.claim.text) == normalise(span.text) for row in item.rows[:ROWS])


def _match(span: Span, scored: Iterable[tuple[ItemKey, Choice]]) -> Match:
    offered = [(key, choice) for key, choice in scored if choice.parts.evidence >= OFFERED]
    best = nsmallest(CHOICES, offered, key=lambda one: (-one[1].score, one[0]))
    choices = tuple(choice for _, choice in best)
    return Match(span, choices, bool(choices) and _passes(choices))


def _passes(choices: Sequence[Choice]) -> bool:
    """Whether the first of some choices is good enough to be filled in."""
    first, *others = (choice.parts for choice in choices)
    if first.noun < 0 or first.scope < SCOPED or (not choices[0].item.kind.has_axis and first.value < ALIKE):
        return False
    ahead = first.evidence - max((other.evidence for other in others), default=0.0)
    told, told_twice = sorted((first.attribute, first.quotes), reverse=True)
    is_named = first.subject >= NAMED and told >= TOLD and ahead >= MARGIN
    return is_named or (first.subject >= HALF_NAMED and told_twice >= TOLD_TWICE and ahead >= HALF_NAMED_MARGIN)
