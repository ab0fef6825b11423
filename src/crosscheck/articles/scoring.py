"""How well the words around a figure speak of an item: the parts of a score."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import log

from crosscheck.articles.clauses import Clause, Known
from crosscheck.articles.context import Sentence
from crosscheck.articles.slips import Slip, slip_between
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.subjects import head_of
from crosscheck.articles.wordings import OF_KINDS
from crosscheck.articles.words import ANYONE, stem_of, stems
from crosscheck.comparing.quotations import likeness
from crosscheck.model import Item, Kind, Reading, Row
from crosscheck.readings.lexicon import en
from crosscheck.readings.wordings import words_of

HALF = 10
"""A word so many words away from a figure counts for half."""

BEYOND = 0.7
"""A word of another figure, or with one or the end of a clause between, counts for so much less, at most twice."""

AFTER = 0.7
"""A name behind a figure counts for so much less: names lead to theirs."""

BEFORE = 0.35
"""What a word of the sentence before counts for beside a figure."""

UNSCOPED = 0.5
"""What the scope of an item counts for that has none."""

OTHER = 0.1
"""What it costs an item that the clause of a figure says something else."""

ROWS = 8
"""So many claims of an item are looked at."""

DECIMALS = 6
"""Digits behind the point that are compared."""

SAME = 1.0
"""How close a value is to one that it can be."""

MINUTES_A_YEAR = 365 * 24 * 60

BROADER = {stem_of("found"): stem_of("begin")}
"""Stems that may stand for another one, though they do not tell it: a company that began in 1924 was founded then."""

FIGURES = (Tier.FIGURE, Tier.DATE, Tier.VAGUE)
"""What parts the words of one figure from those of the next."""

_SCALES = frozenset(map(stem_of, en.SCALE_WORDS))
_OF_KINDS = frozenset(map(stem_of, OF_KINDS))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the score of an item is made of, each from 0 to 1 (`noun` from -1).

    `other` is 1 if the clause of the figure says something that the item is not, else 0; `stranger` is 1 if it is about
    another thing than its subject. `slip`: the slip by which the figure may be a value of the item.
    """

    subject: float
    attribute: float
    quotes: float
    noun: float
    scope: float
    value: float = 0.0
    other: float = 0.0
    slip: Slip = Slip.NONE
    stranger: float = 0.0

    @property
    def told(self) -> float:
        """How much its attribute or a quote is named."""
        return max(self.attribute, self.quotes)

    @property
    def is_pointed_at(self) -> bool:
        """Whether the figure is a value of the item, or may be one by a slip."""
        return self.value >= SAME or self.slip is not Slip.NONE

    @property
    def evidence(self) -> float:
        """What the words around a value say, the value apart: a wrong one must find its item, too."""
        told = 0.45 * self.subject + 0.3 * self.attribute + 0.15 * self.quotes + 0.1 * self.noun + 0.1 * self.scope
        return told - OTHER * self.other


@dataclass(frozen=True, slots=True)
class Profile:
    """An item as matching sees it: the stems of its attribute with their weights, of its quotes, its nouns, its scope.

    `terms` are those of all its `readings`.

    An attribute that says no more than its kind is known by its subject: the date of an inquiry by "inquiry".
    """

    item: Item
    attribute: tuple[tuple[str, float], ...]
    quotes: tuple[tuple[str, ...], ...]
    nouns: frozenset[str]
    scope: tuple[tuple[str, ...], ...]
    readings: tuple[Reading, ...]
    terms: frozenset[str]
    known: Known

    @staticmethod
    def of(item: Item, counts: Mapping[str, int]) -> Profile:
        """`counts` says how many attributes have a stem."""
        rows = [row for row in item.rows if not row.claim.derived][:ROWS] or list(item.rows[:ROWS])
        own = [stem for stem in stems(item.attribute.name) if stem not in _OF_KINDS]
        # Events of one sort are many: what a date is of, the whole name tells.
        about = item.subject if item.kind is Kind.DATE else head_of(item.subject)
        own = own or [*(stems(about) or stems(item.subject))]
        weights = [(stem, 1 / (1 + log(max(counts.get(stem, 1), 1)))) for stem in own]
        whole = sum(weight for _, weight in weights)
        # What a figure is of is not told by these.
        apart = {*stems(item.subject), *ANYONE, *(stem for _, value in item.scope for stem in stems(value))}
        quotes = tuple(_telling(row, apart) for row in rows)
        nouns = frozenset(stem for row in rows for stem in stems(row.reading.noun))
        return Profile(
            item=item,
            attribute=tuple((stem, weight / whole) for stem, weight in weights),
            quotes=tuple(quote for quote in quotes if quote),
            nouns=nouns,
            scope=tuple(stems(value) for _, value in item.scope),
            readings=tuple(row.reading for row in rows),
            terms=frozenset(term for row in rows for term in row.reading.terms),
            known=_known(item, own, quotes, nouns),
        )


def _known(item: Item, attribute: Sequence[str], quotes: Iterable[Sequence[str]], nouns: frozenset[str]) -> Known:
    told, subject = frozenset[str]().union(*quotes), frozenset(stems(item.subject))
    scope = (stem for _, value in item.scope for stem in stems(value))
    broader = (BROADER[stem] for stem in attribute if stem in BROADER)
    return Known(frozenset(attribute), told, subject, told.union(attribute, subject, nouns, scope, broader))


def _telling(row: Row, apart: set[str]) -> tuple[str, ...]:
    """The stems of a quote that say what its figure is, without those `apart`, figures, "million" and months."""
    dated = stems(row.claim.text) if row.reading.kind is Kind.DATE else ()
    others = apart.union(_SCALES, dated)
    return tuple(stem for stem in stems(row.claim.quote or "") if not stem[0].isdigit() and stem not in others)


@dataclass(frozen=True, slots=True)
class Beside:
    """How near each stem of a sentence and the one before it is to a figure, from 0 to 1: `words`.

    `names` prefers those that lead to it: in "the Greens hold 19 seats and the Union 14", 19 is the Greens'.
    """

    words: Mapping[str, float]
    names: Mapping[str, float]
    clause: Clause

    @staticmethod
    def of(text: str, span: Span, sentence: Sentence, others: Iterable[Span]) -> Beside:
        """What stands beside a span of a sentence of an article with this `text`; `others` are the spans in it."""
        figures = sorted((other.start, other.end) for other in others if other.tier in FIGURES and other is not span)
        found = _near(text, span, sentence, figures)
        after = {word.stem for word in sentence.words if word.start >= span.end}
        after -= {word.stem for word in sentence.words if word.start < span.end}
        names = {stem: near * (AFTER if stem in after else 1.0) for stem, near in found.items()}
        return Beside(found, names, Clause.of(text, span, sentence, [start for start, _ in figures]))


def _between(places: Sequence[int], low: int, high: int) -> int:
    """How many of some places, in order, lie in `[low, high)`."""
    return bisect_left(places, high) - bisect_left(places, low)


def _near(text: str, span: Span, sentence: Sentence, figures: Sequence[tuple[int, int]]) -> dict[str, float]:
    """How near each word of a sentence is to a span; `figures` are the other figures, in order."""
    starts = [start for start, _ in figures]
    first = bisect_right(sentence.words, span.start, key=lambda word: word.end)
    last = bisect_left(sentence.words, span.end, key=lambda word: word.start) - 1
    found: dict[str, float] = {}
    if sentence.before is not None:
        found.update((word.stem, BEFORE) for word in sentence.before.words)
    owned = {_owner(text, sentence, start) for start in starts}
    for place, word in enumerate(sentence.words):
        away = max(first - place, place - last, 0)
        low, high = sorted((word.start, span.start))
        passed = _between(starts, low, high) + _between(sentence.breaks, low, high)
        at = bisect_right(starts, word.start) - 1
        if at >= 0 and word.start < figures[at][1] and not low <= starts[at] < high:
            passed += 1  # what another figure counts is its own
        passed += place in owned
        near = HALF / (HALF + away) * BEYOND ** min(passed, 2)
        found[word.stem] = max(near, found.get(word.stem, 0.0))
    return found


def _owner(text: str, sentence: Sentence, figure: int) -> int | None:
    """The place of the word that says what the figure beginning at `figure` is of: "an income of €5 million"."""
    place = bisect_left(sentence.words, figure, key=lambda word: word.start) - 1
    return place if place >= 0 and text[sentence.words[place].end : figure].split() == ["of"] else None


def told_of(profile: Profile, span: Span, subject: float, near: Beside) -> Parts:
    """What the words `near` a span say of an item of which so much of the `subject` is named, without the value."""
    attribute = quotes = 0.0
    words = near.words
    if not (words.keys().isdisjoint(profile.known.attribute) and words.keys().isdisjoint(profile.known.told)):
        attribute = sum([weight * words[stem] for stem, weight in profile.attribute if stem in words], 0.0)
        quotes = max([_share(quote, words) for quote in profile.quotes], default=0.0)
    scope = min([_share(value, near.names) for value in profile.scope], default=UNSCOPED)
    return Parts(subject, attribute, quotes, _noun(profile, span), scope)


def complete(parts: Parts, profile: Profile, span: Span, near: Beside, term: str) -> Parts:
    """The parts with what the value says, and whether the clause says something else; `term` is the span as a name."""
    is_other = profile.item.kind.has_axis and near.clause.is_of_another(profile.known, near.words.keys())
    value = value_of(profile, span, term)
    slip = max((slip_between(span.reading, of) for of in profile.readings), default=Slip.NONE)
    return replace(parts, value=value, other=float(is_other), slip=slip if value < SAME else Slip.NONE)


def value_of(profile: Profile, span: Span, term: str) -> float:
    """How close a span is to the values of an item, from 0 to 1; `term` are its words as one name."""
    if span.reading is None and profile.item.kind is not Kind.QUOTATION:
        return 1.0 if term in profile.terms else 0.0
    return max((_closeness(span.reading, term, reading) for reading in profile.readings), default=0.0)


def _share(of: Sequence[str], near: Mapping[str, float]) -> float:
    return sum([near[stem] for stem in of if stem in near], 0.0) / len(of) if of else 0.5


def _noun(profile: Profile, span: Span) -> float:
    """1 if what is counted is what the item counts, below 0 if it is something else, 0 if nobody says."""
    if span.kind is not Kind.COUNT or span.reading is None or not span.reading.noun:
        return 0.0
    counted = frozenset(stems(span.reading.noun))
    if not counted:
        return 0.0
    known = profile.nouns | profile.known.attribute
    if counted & known - {*ANYONE}:
        return 1.0
    if counted & known or counted <= {*ANYONE}:
        return 0.0
    return -1.0 if profile.nouns - {*ANYONE} else -0.5


def _closeness(reading: Reading | None, term: str, other: Reading) -> float:
    """How close a value, which is a `term` if it has no axis, is to another one, from 0 to 1: 1 if they can be one."""
    if other.kind is Kind.QUOTATION:
        return max(float(likeness(words_of(term), words_of(said))) for said in other.terms)
    if reading is None or reading.stated is None or other.stated is None:
        return 1.0 if term in other.terms else 0.0
    # Nearly everything can be "at least 12".
    is_open = any(end is None for stated in (reading.stated, other.stated) for end in (stated.low, stated.high))
    if reading.stated.overlaps(other.stated) and not is_open:
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
