"""How far a source is curated: which figures and dates of its text its claims have, and which nobody has looked at.

A figure is curated if it stands in the value of a claim. It is the time or scope of one if it stands in its quote, or
says its time or scope in the same sentence. Else it is open. Nothing is matched by meaning.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, partial

from crosscheck.articles.article import Article, article_of, context_of, known_names
from crosscheck.articles.spotting import SURE, Span, Tier
from crosscheck.claims.values import Dates
from crosscheck.loading import Loaded
from crosscheck.model import Claim, Interval, Reading, ReadingSettings, Source
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.readings import ReadingError
from crosscheck.readings.dates.calendar import MINUTES_A_DAY
from crosscheck.readings.languages import language_of
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import numbers_in
from crosscheck.readings.wordings import phrases_of
from crosscheck.texts import Text, plain
from crosscheck.vocabulary import normalise

ReadDate = Callable[[str], Reading | ReadingError]

Stretch = tuple[int, int]
"""Some of `Text.shown`, `[start, end)`."""


class Cover(StrEnum):
    """What is curated of a span."""

    CURATED = "curated"
    TIME_OR_SCOPE = "time or scope"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Covered:
    """A span, what is curated of it, and the ids of the claims that show it."""

    span: Span
    cover: Cover
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """How far one source is curated: `spans` has its figures, dates, vague amounts and quotations in their order.

    `file` is the plain name of its text.
    """

    source: Source
    file: str
    article: Article
    spans: tuple[Covered, ...]

    @cached_property
    def figures(self) -> tuple[Covered, ...]:
        """The figures and dates."""
        return tuple(covered for covered in self.spans if covered.span.tier in SURE)

    @cached_property
    def counts(self) -> Counter[Cover]:
        """Of the figures and dates."""
        return Counter(covered.cover for covered in self.figures)

    @property
    def covered(self) -> int:
        """How many figures and dates are not open."""
        return len(self.figures) - self.counts[Cover.OPEN]

    @property
    def percentage(self) -> Fraction:
        """How many of a hundred figures and dates are not open; a hundred, if there is none."""
        return Fraction(100 * self.covered, len(self.figures)) if self.figures else Fraction(100)

    def beside(self, tier: Tier) -> tuple[int, int]:
        """Of vague amounts or quotations: how many are open, of how many."""
        those = [covered for covered in self.spans if covered.span.tier is tier]
        return sum(covered.cover is Cover.OPEN for covered in those), len(those)


def coverages(
    loaded: Loaded, wanted: Collection[str] = (), progress: Progress = NO_PROGRESS
) -> tuple[list[Coverage], list[str]]:
    """How far each source that has a text is curated, of all or the `wanted` ones, by id; and which have no text.

    Raises `InputError` if a wanted one is no source.
    """
    workspace = loaded.workspace
    _check(wanted, workspace.sources)
    ids = sorted(wanted or workspace.sources)
    texts = {id: found for id, found in (loaded.texts.texts if loaded.texts else {}).items() if id in ids}
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in loaded.claims_of(texts.keys()) if texts else ():
        by_source[claim.source].append(claim)
    made = []
    for id, (file, text) in progress.each("looking for figures", sorted(texts.items()), len(texts)):
        source, settings = workspace.sources[id], workspace.settings.readings
        claims = by_source[id]
        article = article_of(
            text, context_of(source, settings), known_names(workspace.names.in_language(source.language), claims)
        )
        made.append(Coverage(source, file, article, tuple(covered(article, source, claims, settings))))
    return made, [id for id in ids if id not in texts]


def _check(wanted: Iterable[str], sources: Collection[str]) -> None:
    problems = [
        Problem(Position("ID", 0), f"{shown(id)} is not a source of this workspace{did_you_mean(id, sources)}")
        for id in wanted
        if id not in sources
    ]
    if problems:
        raise InputError(problems)


def covered(article: Article, source: Source, claims: Iterable[Claim], settings: ReadingSettings) -> Iterator[Covered]:
    """The spans of the text of a source, but for names, each with what its `claims` have of it."""
    context = context_of(source, settings)
    dates = partial(Dates(settings).read, published=context.published)
    by_sentence: dict[Stretch, list[Mention]] = defaultdict(list)
    for claim in claims:
        mention = mention_of(claim, article.text)
        for sentence in {sentence for quote in mention.quotes for sentence in article.sentences_in(*quote)}:
            by_sentence[sentence].append(mention)
    published = None if context.published is None else context.published.stated
    for span in article.spans:
        if span.tier is Tier.NAME:
            continue
        mentions = [each for part in article.sentences_in(span.start, span.end) for each in by_sentence[part]]
        if span.tier is Tier.QUOTATION:
            yield _quotation(span, mentions)
            continue
        found = _found(span, mentions, article.text.shown, dates, source.language)
        if found.cover is Cover.OPEN and published is not None and _is_published(span, published, article.text.shown):
            found = Covered(span, Cover.TIME_OR_SCOPE)
        yield found


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the quote of a claim stands in a text, and there its value."""

    claim: Claim
    quotes: tuple[Stretch, ...]
    values: tuple[Stretch, ...]


def mention_of(claim: Claim, text: Text) -> Mention:
    """A quote is meant wherever it stands; a value without one may be a bare year: only where it stands first."""
    if claim.quote is None:
        where = tuple(_phrases(claim.text, text))
        return Mention(claim, where, where)
    quotes = tuple(_all(claim.quote, text, 0, len(text.shown)))
    parts = (claim.value,) if isinstance(claim.value, str) else claim.value
    phrases = [phrase for part in parts for phrase in phrases_of(part) if plain(phrase)]
    values = tuple(stretch for quote in quotes for phrase in phrases for stretch in _all(phrase, text, *quote))
    return Mention(claim, quotes, values or quotes)


def _phrases(value: str, text: Text) -> Iterator[Stretch]:
    """The parts of a value between its gaps, one behind the other."""
    place = 0
    for phrase in filter(plain, phrases_of(value)):
        found = text.find(phrase, place)
        if found is None:
            return
        yield found
        place = found[1]


def _all(words: str, text: Text, start: int, end: int) -> Iterator[Stretch]:
    found = text.find(words, start)
    while found is not None and found[1] <= end:
        yield found
        found = text.find(words, found[1])


def _found(span: Span, mentions: Sequence[Mention], shown: str, dates: ReadDate, language: str) -> Covered:
    """What claims of the same sentence have of a figure or a date: a value before a time or scope."""
    for cover, stretches in (
        (Cover.CURATED, [(each.claim.id, stretch) for each in mentions for stretch in each.values]),
        (Cover.TIME_OR_SCOPE, [(each.claim.id, stretch) for each in mentions for stretch in each.quotes]),
    ):
        over = [(id, stretch) for id, stretch in stretches if stretch[0] < span.end and span.start < stretch[1]]
        if over and not _counts(_left(span, [stretch for _, stretch in over], shown), language):
            return Covered(span, cover, tuple(dict.fromkeys(id for id, _ in over)))
    told = [each.claim.id for each in mentions if _is_told_by(span, each.claim, dates)]
    return Covered(span, Cover.TIME_OR_SCOPE if told else Cover.OPEN, tuple(dict.fromkeys(told)))


def _left(span: Span, stretches: Iterable[Stretch], shown: str) -> str:
    """The words of a span that stand in no stretch."""
    parts, at = [], span.start
    for start, end in sorted(stretches):
        parts.append(shown[at : max(start, at)])
        at = max(at, end)
    return " ; ".join([*parts, shown[at : span.end]])


_COUNTING = en.SCALE_WORDS | frozenset(en.MONTH_NAMES)


def _counts(words: str, language: str) -> bool:
    """Whether words that a claim left out of a figure change it: a number, a month, "billion"; not "around"."""
    known = language_of(language)
    words = known.translate_prose(words).english if known is not None else words
    return bool(numbers_in(words)) or not _COUNTING.isdisjoint(normalise(words).split())


def _quotation(span: Span, mentions: Iterable[Mention]) -> Covered:
    """A quotation is curated if words of it are the quote of a claim."""
    ids = [each.claim.id for each in mentions if any(span.meets(start, end) for start, end in each.quotes)]
    return Covered(span, Cover.CURATED if ids else Cover.OPEN, tuple(dict.fromkeys(ids)))


def _is_told_by(span: Span, claim: Claim, dates: ReadDate) -> bool:
    """Whether a claim of the sentence says a span as its time, its scope, or in what it is about."""
    times = [each for each in (claim.when, claim.relative_to) if each is not None]
    written = [*times, *(value for _, value in claim.scope)]
    words = f" {normalise(span.text)} "
    if any(words in f" {normalise(each)} " for each in (*written, claim.subject)):
        return True
    if span.reading is None or span.tier is not Tier.DATE:
        return False
    readings = (dates(each) for each in written)
    return any(isinstance(each, Reading) and _is_one_time(span.reading, each) for each in readings)


def _is_one_time(said: Reading, curated: Reading) -> bool:
    """Whether words give the time that was curated, or one end of it; they may be less exact than the curator is."""
    one, other = said.stated, curated.stated
    if one is None or other is None:
        return False
    is_end = None not in (one.low, other.low) and one.low == other.low
    is_end = is_end or (None not in (one.high, other.high) and one.high == other.high)
    return is_end or _holds(one, other)


def _holds(outer: Interval, inner: Interval) -> bool:
    if None in (outer.low, outer.high, inner.low, inner.high):
        return False
    return bool(outer.low <= inner.low and inner.high <= outer.high)  # type: ignore[operator]


_RIGHTS = ("©", "(c)", "copyright")
_STOPS = (".", "!", "?")
_YEAR = re.compile(r"\d{4}")
MOST_IN_DATELINE = 12
"""Words of a line that only says when, and by whom, a text was published."""


def _is_published(span: Span, published: Interval, shown: str) -> bool:
    """Whether a date is that of the publication, which the source declares: in a dateline, or behind a ©."""
    if span.tier is not Tier.DATE or span.reading is None or span.reading.stated is None:
        return False
    said = span.reading.stated
    if not (_holds(said, published) or _holds(published, said)) or not _YEAR.search(span.text):
        return False
    line = shown[shown.rfind("\n", 0, span.start) + 1 : span.end] + shown[span.end :].partition("\n")[0]
    if line.strip().casefold().startswith(_RIGHTS):
        return True
    is_day = said.low is not None and said.high is not None and said.high - said.low <= MINUTES_A_DAY
    return is_day and len(line.split()) <= MOST_IN_DATELINE and not line.rstrip().endswith(_STOPS)
