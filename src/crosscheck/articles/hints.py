"""What a figure may still need to be a claim, as a person may see at once: its time, who says it, a new subject.

Hints are never filled in: of the speakers, most are wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from crosscheck.articles.context import Sentence
from crosscheck.articles.prose import Prose
from crosscheck.articles.spotting import Span, Tier
from crosscheck.formatting import interval_text
from crosscheck.model import Kind, Reading
from crosscheck.readings import Context, ReadingError, read

NEW_SUBJECTS = 3
"""So many names of a sentence are offered as subjects."""

_RUN = re.compile(r"\w+")
_INSIDE = re.compile(r"(?<=[\w,;]\s)\w+")


@dataclass(frozen=True, slots=True)
class Hints:
    """What may be the `when`, the `said_by` and the `relative_to` of a claim, and names that may be its subject.

    `when` and `relative_to` are dates of the article, which in another language than English have the text that a claim
    would have; the latter is what the value counts from, or its `when`.
    """

    when: Span | None = None
    said_by: str | None = None
    relative_to: Span | None = None
    subjects: tuple[str, ...] = ()


NO_HINTS = Hints()


class Hinter:
    """Finds the hints for the spans of one article; what a sentence says is looked up once."""

    def __init__(self, text: str, spans: Iterable[Span], prose: Prose) -> None:
        self._text, self._prose = text, prose
        self._capitalised = re.compile(rf"(?<![\w.]){prose.name}")
        self._dates = sorted(filter(_is_told_date, spans), key=lambda date: date.start)
        self._read_dates = [date for date in self._dates if date.reading is not None]
        self._speakers: dict[int, list[tuple[int, str]]] = {}
        self._names: dict[int, list[tuple[int, int, str]]] = {}

    def hints(self, span: Span, sentence: Sentence) -> Hints:
        """The hints for a span of a sentence."""
        when = None if span.kind is Kind.DATE else _when(span, sentence, self._dates)
        return Hints(
            when=self._in_claim(when),
            said_by=self._speaker(span, sentence),
            relative_to=self._in_claim(_anchor(when or span, self._read_dates)),
            subjects=tuple(self._new_subjects(span, sentence)),
        )

    def _in_claim(self, date: Span | None) -> Span | None:
        """A date in words that the keys of claims have, which are English."""
        if self._prose.is_english or date is None or date.reading is None or date.reading.stated is None:
            return date
        return replace(date, text=interval_text(date.reading.stated, date.reading, None))

    def _speaker(self, span: Span, sentence: Sentence) -> str | None:
        """Who says what the sentence does, by a pattern; of several the one nearest to the figure."""
        if sentence.start not in self._speakers:
            self._speakers[sentence.start] = list(_speakers(sentence, self._text, self._prose))
        found = self._speakers[sentence.start]
        nearest = min(found, key=lambda one: (abs(one[0] - span.start), one[0]), default=None)
        return None if nearest is None else _trimmed(nearest[1], self._prose)

    def _new_subjects(self, span: Span, sentence: Sentence) -> Iterator[str]:
        """The capitalised words of a sentence as written, those before the figure and nearest to it first."""
        if sentence.start not in self._names:
            self._names[sentence.start] = list(self._names_in(sentence))
        found = [
            (start > span.start, abs(start - span.start), name)
            for start, end, name in self._names[sentence.start]
            if not (start < span.end and span.start < end)
        ]
        names = dict.fromkeys(name for _, _, name in sorted(found))
        yield from list(names)[:NEW_SUBJECTS]

    def _names_in(self, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
        """Where the capitalised words of a sentence stand that may name something."""
        for match in self._capitalised.finditer(self._text, sentence.start, sentence.end):
            name = _trimmed(match.group(), self._prose)
            begins_sentence = not self._text[sentence.start : match.start()].strip("\"'“‘([ ")
            is_one_word = " " not in name
            if not name or (begins_sentence and is_one_word and not self._is_name(name)) or _is_date(name):
                continue
            yield match.start(), match.end(), name

    def _is_name(self, word: str) -> bool:
        """Whether a word that begins a sentence is capitalised elsewhere, too, or nowhere written small."""
        if word.isupper() and len(word) > 1:
            return True
        begins = _RUN.match(word)
        assert begins is not None  # a name begins with a letter
        places = self._inside.get(begins.group(), ())
        return any(self._text.startswith(word, at) and not _RUN.match(self._text, at + len(word)) for at in places)

    @cached_property
    def _inside(self) -> dict[str, list[int]]:
        """Where each word of the text stands behind another one or a comma."""
        found: dict[str, list[int]] = defaultdict(list)
        for match in _INSIDE.finditer(self._text):
            found[match.group()].append(match.start())
        return found


def _is_told_date(span: Span) -> bool:
    """Whether a span is a date that is read, or would be if somebody said what it counts from."""
    return span.tier is Tier.DATE and (span.reading is not None or _counts_from_another(span))


def _when(span: Span, sentence: Sentence, dates: Sequence[Span]) -> Span | None:
    """The nearest date in the sentence, else the last one in the sentence before."""
    here = [date for date in _between(dates, sentence.start, sentence.end) if date is not span]
    if here:
        return min(here, key=lambda date: (max(date.start - span.end, span.start - date.end), date.start))
    before = sentence.before
    there = _between(dates, before.start, before.end) if before is not None else ()
    return there[-1] if there else None


def _between(dates: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The dates that begin in `[start, end)`."""
    first, behind = (bisect_left(dates, place, key=lambda date: date.start) for place in (start, end))
    return dates[first:behind]


def _anchor(span: Span, read_dates: Sequence[Span]) -> Span | None:
    """The last date before one that counts from another date."""
    if span.kind is not Kind.DATE or not _counts_from_another(span):
        return None
    place = bisect_left(read_dates, span.start, key=lambda date: date.start)
    return read_dates[place - 1] if place else None


def _counts_from_another(date: Span) -> bool:
    """Whether a date is read only if somebody says what it counts from."""
    return date.reading is None and _is_date(date.text)


@lru_cache(maxsize=1 << 12)
def _is_date(text: str) -> bool:
    """Whether a text is a date as soon as somebody says what it counts from."""
    try:
        read(text, Context(Kind.DATE, relative_to=_some_day()))
    except ReadingError:
        return False
    return True


@lru_cache(maxsize=1)
def _some_day() -> Reading:
    return read("2000-01-01", Context(Kind.DATE))


def _speakers(sentence: Sentence, text: str, prose: Prose) -> Iterator[tuple[int, str]]:
    """Those who say something in a sentence, each with where the name stands."""
    for pattern in prose.speakers:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if prose.stem(match.group(1)):
                yield match.start(1), match.group(1)


def _trimmed(name: str, prose: Prose) -> str:
    """A name without the small words that only its sentence capitalises, without possessive and full stop."""
    words = name.split()
    while words and not prose.stem(words[0].strip("’'.")):
        del words[0]
    made = re.sub(r"[’']s?$", "", " ".join(words))
    return made.removesuffix(".") if made.count(".") == 1 else made
