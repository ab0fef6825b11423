"""How well the words around a figure speak of an item: the parts of a score."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log

from crosscheck.articles.context import Sentence
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.wordings import OF_KINDS
from crosscheck.articles.words import stem_of, stems
from crosscheck.comparing.quotations import likeness
from crosscheck.model import Item, Kind, Reading
from crosscheck.readings.lexicon import en
from crosscheck.readings.wordings import words_of

HALF = 10
"""A word so many words away from a figure counts for half."""

BEYOND = 0.7
"""A word with another figure or the end of a clause between counts for so much less, at most twice."""

AFTER = 0.7
"""A name behind a figure counts for so much less: names lead to theirs."""

BEFORE = 0.35
"""What a word of the sentence before counts for beside a figure."""

UNSCOPED = 0.5
"""What the scope of an item counts for that has none."""

ROWS = 8
"""So many claims of an item are looked at."""

DECIMALS = 6
"""Digits behind the point that are compared."""

ANYONE = stems("people persons")
"""What every count of people has."""

MINUTES_A_YEAR = 365 * 24 * 60

FIGURES = (Tier.FIGURE, Tier.DATE, Tier.VAGUE)
"""What parts the words of one figure from those of the next."""

_SCALES = frozenset(map(stem_of, en.SCALE_WORDS))
_OF_KINDS = frozenset(map(stem_of, OF_KINDS))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the score of an item is made of, each from 0 to 1 (`noun` from -1)."""

    subject: float
    attribute: float
    quotes: float
    noun: float
    scope: float
    value: float

    @property
    def evidence(self) -> float:
        """What the words around a value say, the value apart: a wrong one must find its item, too."""
        return _evidence(self.subject, self.attribute, self.quotes, self.noun, self.scope)


@dataclass(frozen=True, slots=True)
class Profile:
    """An item as matching sees it: the stems of its attribute with their weights, of its quotes, its nouns, its scope.

    An attribute that says no more than its kind is known by its subject: the date of an inquiry by "inquiry".
    """

    item: Item
    attribute: tuple[tuple[str, float], ...]
    quotes: tuple[tuple[str, ...], ...]
    nouns: frozenset[str]
    scope: tuple[tuple[str, ...], ...]
    readings: tuple[Reading, ...]
    telling: frozenset[str]
    """The stems of its attribute and its quotes: where none stands near, neither is told."""

    @staticmethod
    def of(item: Item, counts: Mapping[str, int]) -> Profile:
        """`counts` says how many attributes have a stem."""
        rows = [row for row in item.rows if not row.claim.derived][:ROWS] or list(item.rows[:ROWS])
        own = [stem for stem in stems(item.attribute.name) if stem not in _OF_KINDS] or stems(item.subject)
        weights = [(stem, 1 / (1 + log(max(counts.get(stem, 1), 1)))) for stem in own]
        whole = sum(weight for _, weight in weights)
        of_subject = set(stems(item.subject))
        quotes = tuple(_telling(row.claim.quote, of_subject) for row in rows if row.claim.quote is not None)
        return Profile(
            item=item,
            attribute=tuple((stem, weight / whole) for stem, weight in weights),
            quotes=tuple(quote for quote in quotes if quote),
            nouns=frozenset(stem for row in rows for stem in stems(row.reading.noun)),
            scope=tuple(stems(value) for _, value in item.scope),
            readings=tuple(row.reading for row in rows),
            telling=frozenset(own).union(*quotes),
        )


def _telling(quote: str, of_subject: set[str]) -> tuple[str, ...]:
    """The stems of a quote that say what its figure is: not the subject, no figures and no "million"."""
    return tuple(
        stem for stem in stems(quote) if not stem[0].isdigit() and stem not in _SCALES and stem not in of_subject
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """How near each stem of a sentence and the one before it is to a figure, from 0 to 1: `words`.

    `names` prefers those that lead to it: in "the Greens hold 19 seats and the Union 14", 19 is the Greens'.
    """

    words: Mapping[str, float]
    names: Mapping[str, float]

    @staticmethod
    def of(span: Span, sentence: Sentence, others: Iterable[Span]) -> Beside:
        """What stands beside a span of a sentence; `others` are the spans in it."""
        found = _near(span, sentence, others)
        after = {word.stem for word in sentence.words if word.start >= span.end}
        after -= {word.stem for word in sentence.words if word.start < span.end}
        return Beside(found, {stem: near * (AFTER if stem in after else 1.0) for stem, near in found.items()})


def _near(span: Span, sentence: Sentence, others: Iterable[Span]) -> dict[str, float]:
    parting = [other.start for other in others if other.tier in FIGURES and other is not span]
    parting = sorted((*parting, *sentence.breaks))
    first = bisect_right(sentence.words, span.start, key=lambda word: word.end)
    last = bisect_left(sentence.words, span.end, key=lambda word: word.start) - 1
    found: dict[str, float] = {}
    if sentence.before is not None:
        found.update((word.stem, BEFORE) for word in sentence.before.words)
    for place, word in enumerate(sentence.words):
        away = max(first - place, place - last, 0)
        low, high = sorted((word.start, span.start))
        passed = bisect_left(parting, high) - bisect_left(parting, low)
        near = HALF / (HALF + away) * BEYOND ** min(passed, 2)
        found[word.stem] = max(near, found.get(word.stem, 0.0))
    return found


def parts_of(profile: Profile, span: Span, subject: float, near: Beside, term: str, least: float) -> Parts | None:
    """The parts of the score of an item of which so much of the `subject` is named; None with less evidence.

    `near` is what is beside the span, `term` its words as one name.
    """
    attribute = quotes = 0.0
    if not profile.telling.isdisjoint(near.words):
        attribute = sum(weight * near.words.get(stem, 0.0) for stem, weight in profile.attribute)
        quotes = max((_share(quote, near.words) for quote in profile.quotes), default=0.0)
    noun = _noun(profile, span)
    scope = min((_share(value, near.names) for value in profile.scope), default=UNSCOPED)
    if _evidence(subject, attribute, quotes, noun, scope) < least:
        return None
    return Parts(subject, attribute, quotes, noun, scope, value_of(profile, span, term))


def value_of(profile: Profile, span: Span, term: str) -> float:
    """How close a span is to the values of an item, from 0 to 1; `term` are its words as one name."""
    return max((_closeness(span.reading, term, reading) for reading in profile.readings), default=0.0)


def _evidence(subject: float, attribute: float, quotes: float, noun: float, scope: float) -> float:
    return 0.45 * subject + 0.3 * attribute + 0.15 * quotes + 0.1 * noun + 0.1 * scope


def _share(of: Sequence[str], near: Mapping[str, float]) -> float:
    return sum(near.get(stem, 0.0) for stem in of) / len(of) if of else 0.5


def _noun(profile: Profile, span: Span) -> float:
    """1 if what is counted is what the item counts, below 0 if it is something else, 0 if nobody says."""
    counted = frozenset(stems(span.reading.noun)) if span.reading is not None else frozenset()
    known = profile.nouns | {stem for stem, _ in profile.attribute}
    if not counted or span.kind is not Kind.COUNT:
        return 0.0
    if counted & known:
        return 1.0 if counted & known - {*ANYONE} else 0.5
    if counted <= {*ANYONE}:
        return 0.0
    return -1.0 if profile.nouns - {*ANYONE} else -0.5


def _closeness(reading: Reading | None, term: str, other: Reading) -> float:
    """How close a value, which is a `term` if it has no axis, is to another one, from 0 to 1: 1 if they can be one."""
    if other.kind is Kind.QUOTATION:
        return max(float(likeness(words_of(term), words_of(said))) for said in other.terms)
    if reading is None or reading.stated is None or other.stated is None:
        return 1.0 if term in other.terms else 0.0
    if reading.stated.overlaps(other.stated):
        return 1.0
    one, two = reading.nominal or _end(reading), other.nominal or _end(other)
    if reading.kind is Kind.DATE:
        return float(1 / (1 + abs(one - two) / MINUTES_A_YEAR)) * 0.5
    if min(one, two) <= 0:
        return 0.0
    return 0.5 if _digits(one) == _digits(two) else float(min(one, two) / max(one, two)) * 0.5


def _digits(figure: Fraction) -> list[str]:
    """The digits of a figure, zeros at its ends apart: those of one that differs by a slip are in another order."""
    return sorted(str(int(figure * 10**DECIMALS)).strip("0"))


def _end(reading: Reading) -> Fraction:
    assert reading.stated is not None
    ends = [end for end in (reading.stated.low, reading.stated.high) if end is not None]
    return ends[0] if ends else Fraction(0)
