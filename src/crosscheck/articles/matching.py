"""Which item of a workspace a figure of an article speaks of: items ranked, and a gate for the first.

Whatever is matched is a suggestion. A person accepts it; only then is it a claim, and is judged as one.
`benchmarks/matching.py` measures what the bounds below let through.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from typing import Protocol

from crosscheck.articles.context import Sentence, everywhere_in, sentence_at, sentences_of
from crosscheck.articles.hints import NO_HINTS, Hinter, Hints
from crosscheck.articles.prose import Prose, prose_of
from crosscheck.articles.scoring import ROWS, UNSCOPED, Beside, Parts, Profile, complete, told_of, value_of
from crosscheck.articles.slips import Slip
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.stranger_words import SORTS
from crosscheck.articles.strangers import Strangers
from crosscheck.articles.subjects import UNNAMED, About, NamedIn, NamedSubjects, ProperNames
from crosscheck.articles.words import stems
from crosscheck.claims.items import ItemKey, key_of
from crosscheck.model import Finder, Item, Kind, Title
from crosscheck.vocabulary import Names, normalise

CHOICES = 5
"""So many items are offered at most."""

CONSIDERED = 16
"""So many are looked at: the value of one may be what a slip makes of the figure."""

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
        return self.parts.evidence + _weight(self.item) * self.parts.value


def _weight(item: Item) -> float:
    """How much the value counts at most."""
    return FIGURE if item.kind.has_axis else TERM


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
    language: str = "en",
) -> list[Match]:
    """What each span of an article may speak of, in the order of `spans`.

    In another `language` than English nothing is filled in: what the clause of a figure says is not known.

    `paragraphs` are where those of `text` begin and end; the places of `spans` are in `text`, too. Only items whose
    subject a sentence names are made, of archives, too; their order does not matter.
    """
    prose, names = prose_of(language), names.in_language(language)
    everywhere = everywhere_in(text, title, prose)
    sentences = sentences_of(text, paragraphs, everywhere, prose)
    places = [sentence_at(sentences, span.start) for span in spans]
    proper = ProperNames.of(text, everywhere, prose)
    profiles = _Profiles.of(items, names, proper, everywhere, filter(None, places), text, prose)
    made = []
    in_sentence: dict[int, list[Span]] = defaultdict(list)
    for span, sentence in zip(spans, places, strict=True):
        if sentence is not None and span.start < sentence.end:
            in_sentence[sentence.start].append(span)
    hinter = Hinter(text, spans, prose)
    named: dict[int, _Named] = {}
    for span, sentence in zip(spans, places, strict=True):
        if sentence is None:
            made.append(Match(span))
            continue
        near = Beside.of(text, span, sentence, in_sentence[sentence.start])
        if sentence.start not in named:
            named[sentence.start] = profiles.named_in(sentence)
        best = _best(span, named[sentence.start], near, names.key(span.text))
        choices, is_filled = _ranked((key, profiles.with_strangers(choice, span, sentence)) for key, choice in best)
        made.append(Match(span, choices, prose.is_english and is_filled, hinter.hints(span, sentence), near))
    return made


@dataclass(frozen=True)
class _Profiles:
    """The subjects that sentences name, by the start of the sentence, and the profiles of the items of each.

    `unnamed` are subjects of which the article lacks a proper name; `strangers` are what else it names.
    """

    named: Mapping[int, Sequence[tuple[str, float]]]
    by_subject: Mapping[str, Sequence[tuple[ItemKey, Profile]]]
    unnamed: Collection[str]
    names: Names
    strangers: Strangers

    @staticmethod
    def of(
        items: FindsItems,
        names: Names,
        proper: ProperNames,
        everywhere: Mapping[str, float],
        sentences: Iterable[Sentence],
        text: str,
        prose: Prose,
    ) -> _Profiles:
        titles: dict[str, list[Title]] = defaultdict(list)
        for title in sorted(set(items.titles_found(NamedIn.of(everywhere, names), None))):
            titles[title[0]].append(title)
        subjects = list(titles)
        index = NamedSubjects.of(subjects, names, everywhere)
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
        spelled = chain(
            names.all_spellings, *(chain(names.spellings(title[0]), [title[1]]) for title in sorted(wanted))
        )
        known = frozenset(stem for spelling in spelled for stem in stems(spelling)) - SORTS
        return _Profiles(named, by_subject, unnamed, names, Strangers(text, prose, known))

    def with_strangers(self, choice: Choice, span: Span, sentence: Sentence) -> Choice:
        """A choice that knows whether a span of a sentence speaks of something else than its subject."""
        if not choice.item.kind.has_axis:
            return choice
        about = About.of(self.names.spellings(choice.item.subject))
        is_of_stranger = self.strangers.have(span, sentence, about)
        if not is_of_stranger and choice.item.kind is not Kind.DATE:
            times = _times(choice.item)
            is_of_stranger = self.strangers.is_long_ago(span, sentence, about, times)
        return choice.with_parts(other=1.0, stranger=1.0) if is_of_stranger else choice

    def named_in(self, sentence: Sentence) -> _Named:
        """The items whose subject a sentence names, each with how much of it is named."""
        found: dict[Kind, list[tuple[float, ItemKey, Profile]]] = defaultdict(list)
        for subject, whole in self.named[sentence.start]:
            share = whole * UNNAMED if subject in self.unnamed else whole
            for key, profile in self.by_subject[subject]:
                found[profile.item.kind].append((share, key, profile))
        return found


def _times(item: Item) -> frozenset[Fraction]:
    """The times that claims on an item are of, in minutes."""
    whens = [row.when for row in item.rows[:ROWS] if row.when is not None]
    return frozenset(end for when in whens for end in (when.low, when.high) if end is not None)


_Named = Mapping[Kind, Sequence[tuple[float, ItemKey, Profile]]]
"""Items by their kind: each with how much of its subject is named, its key, and its profile."""


def _best(span: Span, named: _Named, near: Beside, term: str) -> list[tuple[ItemKey, Choice]]:
    """The items that a span may speak of best; `term` is it as a name.

    What costs most of a score is made for those alone that can still be among the best: they come by the most that it
    can be.
    """
    kinds = WORDINGS.get(span.tier) or (named if span.kind is None else (span.kind,))
    found = [one for kind in kinds for one in named.get(kind, ()) if can_be(span, one[2].item)]
    values = [1.0] * len(found)
    if span.tier in WORDINGS:
        values = [value_of(profile, span, term) for _, _, profile in found]
        # Words that no item has in its values are nothing to be suggested or chosen.
        if max(values, default=0.0) < ALIKE:
            return []
    told = [
        (parts.evidence + _weight(profile.item) * value, key, parts, profile)
        for (share, key, profile), value in zip(found, values, strict=True)
        if (parts := told_of(profile, span, share, near)).evidence >= OFFERED
    ]
    best: list[tuple[float, ItemKey, Choice]] = []
    for most, key, parts, profile in sorted(told, key=lambda one: -one[0]):
        if len(best) == CONSIDERED and most < -best[-1][0]:
            break
        choice = Choice(profile.item, complete(parts, profile, span, near, term))
        insort(best, (-choice.score, key, choice))
        del best[CONSIDERED:]
    return [(key, choice) for _, key, choice in best]


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


def _ranked(scored: Iterable[tuple[ItemKey, Choice]]) -> tuple[tuple[Choice, ...], bool]:
    """Items that a span may speak of, the best first, and whether that one is good enough to be filled in."""
    found, aside = _by_scopes(dict(scored))
    ranked = sorted(found, key=lambda key: (key in aside, -found[key].score, key))
    competing = [found[key] for key in ranked if key not in aside]
    meant = _slipped(competing)
    choices = [found[key] for key in ranked]
    if meant is not None:
        choices = [meant, *(choice for choice in choices if choice is not meant)]
    is_filled = meant is not None or (bool(competing) and _passes(competing[:CHOICES]))
    return tuple(choices[:CHOICES]), is_filled


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
