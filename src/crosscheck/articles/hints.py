"""What a figure may still need to be a claim, as a person may see at once: its time, who says it, a new subject.

Hints are never filled in: of the speakers, most are wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crosscheck.articles.context import Sentence
from crosscheck.articles.spotting import Span, Tier
from crosscheck.articles.wordings import SPEECH_VERBS
from crosscheck.articles.words import stem_of
from crosscheck.model import Kind, Reading
from crosscheck.readings import Context, ReadingError, read

NEW_SUBJECTS = 3
"""So many names of a sentence are offered as subjects."""

_PART = r"(?:[^\W\d_a-z][\w’'&-]*\.?|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.)+)"
_NAME = rf"{_PART}(?:\s(?:(?:of|de|del|for|van|von|al)\s(?:the\s)?)?{_PART})*"
_CAPITALISED = re.compile(rf"(?<![\w.]){_NAME}")
_VERB = "(?:" + "|".join(SPEECH_VERBS) + ")"
_ACCORDING = re.compile(rf"(?:[Aa]ccording to|in the words of) (?:the |an? )?({_NAME})")
_BEFORE_VERB = re.compile(rf"({_NAME})(?:, [^,.;“\"]{{1,60}},)? {_VERB}\b(?! to be\b)")
_BEHIND_VERB = re.compile(rf"[,”\"’'] ?{_VERB} (?:the |an? )?(?:[a-z]+,? ){{0,4}}({_NAME})")


@dataclass(frozen=True, slots=True)
class Hints:
    """What may be the `when`, the `said_by` and the `relative_to` of a claim, and names that may be its subject.

    `when` and `relative_to` are dates of the article; the latter is what the value counts from, or its `when`.
    """

    when: Span | None = None
    said_by: str | None = None
    relative_to: Span | None = None
    subjects: tuple[str, ...] = ()


NO_HINTS = Hints()


def is_told_date(span: Span) -> bool:
    """Whether a span is a date that is read, or would be if somebody said what it counts from."""
    return span.tier is Tier.DATE and (span.reading is not None or _counts_from_another(span))


def hints_for(span: Span, sentence: Sentence, text: str, dates: Sequence[Span]) -> Hints:
    """The hints for a span of a sentence of an article with this `text`; `dates` are all that it tells, by place."""
    when = None if span.kind is Kind.DATE else _when(span, sentence, dates)
    return Hints(
        when=when,
        said_by=_speaker(span, sentence, text),
        relative_to=_anchor(when or span, dates),
        subjects=tuple(_new_subjects(span, sentence, text)),
    )


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


def _anchor(span: Span, dates: Sequence[Span]) -> Span | None:
    """The last date before one that counts from another date."""
    if span.kind is not Kind.DATE or not _counts_from_another(span):
        return None
    earlier = [date for date in dates if date.end <= span.start and date.reading is not None]
    return max(earlier, key=lambda date: date.start, default=None)


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


def _speaker(span: Span, sentence: Sentence, text: str) -> str | None:
    """Who says what the sentence does, by a pattern; of several the one nearest to the figure."""
    found = [
        match
        for pattern in (_ACCORDING, _BEFORE_VERB, _BEHIND_VERB)
        for match in pattern.finditer(text, sentence.start, sentence.end)
        if stem_of(match.group(1))
    ]
    nearest = min(found, key=lambda match: (abs(match.start(1) - span.start), match.start(1)), default=None)
    return None if nearest is None else _trimmed(nearest.group(1))


def _new_subjects(span: Span, sentence: Sentence, text: str) -> Iterator[str]:
    """The capitalised words of a sentence as written, those before the figure and nearest to it first."""
    found = []
    for match in _CAPITALISED.finditer(text, sentence.start, sentence.end):
        name = _trimmed(match.group())
        begins_sentence = not text[sentence.start : match.start()].strip("\"'“‘([ ")
        is_one_word = " " not in name
        if not name or (begins_sentence and is_one_word and not _is_name(name, text)) or _is_date(name):
            continue
        if match.start() < span.end and span.start < match.end():
            continue
        is_behind = match.start() > span.start
        found.append((is_behind, abs(match.start() - span.start), name))
    names = dict.fromkeys(name for _, _, name in sorted(found))
    yield from list(names)[:NEW_SUBJECTS]


@lru_cache(maxsize=1 << 12)
def _is_name(word: str, text: str) -> bool:
    """Whether a word that begins a sentence is capitalised elsewhere, too, or nowhere written small."""
    inside = re.search(rf"[\w,;]\s{re.escape(word)}(?!\w)", text)
    return inside is not None or (word.isupper() and len(word) > 1)


def _trimmed(name: str) -> str:
    """A name without the small words that only its sentence capitalises, without possessive and full stop."""
    words = name.split()
    while words and not stem_of(words[0].strip("’'.")):
        del words[0]
    made = re.sub(r"[’']s?$", "", " ".join(words))
    return made.removesuffix(".") if made.count(".") == 1 else made
