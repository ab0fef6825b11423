"""Which item of a workspace a figure of an article speaks of: items ranked, and a gate for the first.

Whatever is matched is a suggestion. A person accepts it; only then is it a claim, and is judged as one.
`benchmarks/matching.py` measures what the bounds below let through.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from crosscheck.articles.context import Sentence, everywhere_in, sentence_at, sentences_of
from crosscheck.articles.hints import NO_HINTS, Hinter, Hints
from crosscheck.articles.scoring import ROWS, UNSCOPED, Beside, Parts, Profile, parts_of, value_of
from crosscheck.articles.slips import Slip
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.subjects import UNNAMED, NamedIn, ProperNames, SubjectIndex
from crosscheck.articles.words import stems
from crosscheck.claims.items import ItemKey, key_of
from crosscheck.model import Finder, Item, Kind, Title
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

FAINTLY_NAMED, TOLD_CLEARLY, NAMED_BETTER = 0.3, 0.8, 0.1
"""or a little of its subject, which no other one is named better than by so much, and nearly all of its attribute or a
quote, and its scope not worse than if it has none;"""

MARGIN, WIDE_MARGIN = 0.04, 0.08
"""and all words together say so much more of it than of any other item: the more, the less its subject is named."""

FAR = 0.005
"""A value that is farther from all of an item, a hundredth of it or a hundred years off, is of something else."""

WELL_SCOPED, SCOPED_BETTER = 0.5, 0.15
"""The scope of an item decides if so much of it is named, and so much more than of any other of the same attribute."""

SLIP_NAMED, SLIP_TOLD, SLIP_EVIDENCE = 0.4, 0.3, 0.4
"""The first item is filled in, too, if it has the value but for a likely slip, and so much is named of its subject and
of its attribute or a quote, and of all together."""

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

    def with_parts(self, **changed: float) -> Choice:
        return replace(self, parts=replace(self.parts, **changed))  # type: ignore[arg-type]

    @property
    def score(self) -> float:
        weight = FIGURE if self.item.kind.has_axis else TERM
        return self.parts.evidence + weight * self.parts.value


@dataclass(frozen=True, slots=True)
class Match:
    """The items that a span may speak of, the best first; `is_filled`: the first is good enough to be filled in.

    `near` is what stands beside it in its sentence, None where it stands in none.
    """

    span: Span
    choices: tuple[Choice, ...] = ()
    is_filled: bool = False
    hints: Hints = NO_HINTS
    near: Beside | None = None

    @property
    def suggested(self) -> Item | None:
        """The item to fill in, None where a person must choose."""
        return self.choices[0].item if self.is_filled else None


class FindsItems(Protocol):
    """What matching asks of the items of a workspace (`AllItems` has more)."""

    def titles_found(self, subjects: Finder, attributes: Finder | None, /) -> Iterable[Title]: ...

    def of_titles(self, titles: Collection[Title]) -> Iterable[Item]: ...


def matches(
    text: str,
    paragraphs: Iterable[tuple[int, int]],
    spans: Sequence[Span],
    items: FindsItems,
    names: Names,
    title: str = "",
) -> list[Match]:
    """What each span of an article may speak of, in the order of `spans`.

    `paragraphs` are where those of `text` begin and end; the places of `spans` are in `text`, too. Only items whose
    subject a sentence names are made, of archives, too; their order does not matter.
    """
    everywhere = everywhere_in(text, title)
    sentences = sentences_of(text, paragraphs, everywhere)
    places = [sentence_at(sentences, span.start) for span in spans]
    profiles = _Profiles.of(items, names, ProperNames.of(text, everywhere), everywhere, filter(None, places))
    made = []
    in_sentence: dict[int, list[Span]] = defaultdict(list)
    for span, sentence in zip(spans, places, strict=True):
        if sentence is not None and span.start < sentence.end:
            in_sentence[sentence.start].append(span)
    hinter = Hinter(text, spans)
    for span, sentence in zip(spans, places, strict=True):
        if sentence is None:
            made.append(Match(span))
            continue
        near = Beside.of(text, span, sentence, in_sentence[sentence.start])
        scored = _scored(span, profiles.named_in(sentence), near, names.key(span.text))
        made.append(replace(_match(span, scored), hints=hinter.hints(span, sentence), near=near))
    return made


@dataclass(frozen=True)
class _Profiles:
    """The subjects that sentences name, by the start of the sentence, and the profiles of the items of each.

    `unnamed` are subjects of which the article lacks a proper name.
    """

    named: Mapping[int, Sequence[tuple[str, float]]]
    by_subject: Mapping[str, Sequence[tuple[ItemKey, Profile]]]
    unnamed: Collection[str]

    @staticmethod
    def of(
        items: FindsItems,
        names: Names,
        proper: ProperNames,
        everywhere: Mapping[str, float],
        sentences: Iterable[Sentence],
    ) -> _Profiles:
        titles: dict[str, list[Title]] = defaultdict(list)
        for title in sorted(set(items.titles_found(NamedIn.of(everywhere, names), None))):
            titles[title[0]].append(title)
        subjects = list(titles)
        index = SubjectIndex.of(subjects, names).within(everywhere)
        named = {
            sentence.start: [(subjects[number], share) for number, share in index.around(sentence.near, sentence.stems)]
            for sentence in {sentence.start: sentence for sentence in sentences}.values()
        }
        wanted = {title for found in named.values() for subject, _ in found for title in titles[subject]}
        attributes = {title[1] for of_subject in titles.values() for title in of_subject}
        counts = Counter(stem for attribute in attributes for stem in stems(attribute))
        by_subject: dict[str, list[tuple[ItemKey, Profile]]] = defaultdict(list)
        for item in items.of_titles(wanted):
            key = key_of(item, names)
            by_subject[key[0]].append((key, Profile.of(item, counts)))
        unnamed = {
            subject
            for subject, found in by_subject.items()
            if not any(map(proper.have, names.spellings(found[0][1].item.subject)))
        }
        return _Profiles(named, by_subject, unnamed)

    def named_in(self, sentence: Sentence) -> Iterator[tuple[float, ItemKey, Profile]]:
        """The items whose subject a sentence names, each with how much of it is named."""
        for subject, whole in self.named[sentence.start]:
            share = whole * UNNAMED if subject in self.unnamed else whole
            yield from ((share, key, profile) for key, profile in self.by_subject[subject])


def _scored(
    span: Span, named: Iterable[tuple[float, ItemKey, Profile]], near: Beside, term: str
) -> Iterator[tuple[ItemKey, Choice]]:
    found = [(share, key, profile) for share, key, profile in named if can_be(span, profile.item)]
    # Words that no item has in its values are nothing to be suggested or chosen.
    if span.tier in WORDINGS and not any(value_of(profile, span, term) >= ALIKE for _, _, profile in found):
        return
    for share, key, profile in found:
        parts = parts_of(profile, span, share, near, term, OFFERED)
        if parts is not None:
            yield key, Choice(profile.item, parts)


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
    found, aside = _by_scopes(dict(scored))
    ranked = sorted(found, key=lambda key: (key in aside, -found[key].score, key))
    competing = [found[key] for key in ranked if key not in aside]
    meant = _slipped(competing)
    choices = [found[key] for key in ranked]
    if meant is not None:
        choices = [meant, *(choice for choice in choices if choice is not meant)]
    is_filled = meant is not None or (bool(competing) and _passes(competing[:CHOICES]))
    return Match(span, tuple(choices[:CHOICES]), is_filled)


def _by_scopes(found: dict[ItemKey, Choice]) -> tuple[dict[ItemKey, Choice], set[ItemKey]]:
    """The choices, and those that are set aside: of items which only their scopes tell apart, one is meant.

    It is the one whose scope is named much better; else the only one whose value the figure is, or may be by a slip, of
    which it then matters little that nobody names it. Where scopes are named, quotes do not tell items apart.
    """
    groups: dict[tuple[str, str], list[ItemKey]] = defaultdict(list)
    for subject, attribute, scope in found:
        if scope:
            groups[subject, attribute].append((subject, attribute, scope))
    made, aside = dict(found), set[ItemKey]()
    for keys in groups.values():
        first, *others = sorted(keys, key=lambda key: (-found[key].parts.scope, key))
        named = found[first].parts.scope
        pointed = [key for key in keys if found[key].parts.is_pointed_at]
        if not others:
            continue
        if named >= WELL_SCOPED:
            quotes = max(found[key].parts.quotes for key in keys)
            made.update((key, found[key].with_parts(quotes=quotes)) for key in keys)
        if named < max(WELL_SCOPED, found[others[0]].parts.scope + SCOPED_BETTER):
            if len(pointed) != 1:
                continue
            first = pointed[0]
            parts = made[first].parts
            slip = max(parts.slip, Slip.LIKELY) if parts.slip and parts.told >= TOLD_CLEARLY else parts.slip
            made[first] = made[first].with_parts(scope=max(parts.scope, UNSCOPED), slip=slip)
        aside.update(key for key in keys if key != first)
    return made, aside


def _slipped(choices: Sequence[Choice]) -> Choice | None:
    """Of some choices the one whose value the figure is but for a slip, if the words do not speak against it.

    The surer the slip, the less they need to say for it.
    """
    pointed = [choice for choice in choices if choice.parts.is_pointed_at and choice.parts.slip is not Slip.FAINT]
    if len(pointed) != 1 or pointed[0].parts.slip is Slip.NONE:
        return None
    parts = pointed[0].parts
    if parts.noun < 0 or parts.other:
        return None
    if parts.slip is Slip.SURE and parts.subject >= FAINTLY_NAMED:
        return pointed[0]
    best = max((choice.parts.evidence for choice in choices if choice is not pointed[0]), default=0.0)
    is_told = parts.subject >= SLIP_NAMED and parts.told >= SLIP_TOLD and parts.scope >= SCOPED
    return pointed[0] if is_told and parts.evidence >= max(SLIP_EVIDENCE, best + MARGIN) else None


def _passes(choices: Sequence[Choice]) -> bool:
    """Whether the first of some choices is good enough to be filled in."""
    first, *others = (choice.parts for choice in choices)
    if first.noun < 0 or first.other or first.scope < SCOPED:
        return False
    if 0 < first.value < FAR and first.slip is Slip.NONE:
        return False
    if not choices[0].item.kind.has_axis and first.value < ALIKE:
        return False
    ahead = first.evidence - max((other.evidence for other in others), default=0.0)
    told_twice, told = sorted((first.attribute, first.quotes))
    if first.subject >= NAMED and told >= TOLD and ahead >= MARGIN:
        return True
    if ahead < WIDE_MARGIN:
        return False
    if first.subject >= HALF_NAMED and told_twice >= TOLD_TWICE:
        return True
    best_named = max((other.subject for other in others), default=0.0)
    is_faintly_named = first.subject >= max(FAINTLY_NAMED, best_named - NAMED_BETTER)
    return choices[0].item.kind.has_axis and is_faintly_named and told >= TOLD_CLEARLY and first.scope >= UNSCOPED
