"""Spans of a text that a claim could be made of: figures and dates, vague amounts, quotations, known names.

A text is read sentence by sentence, each from left to right: where a value may begin, the longest one that the reader
knows is taken. What belongs to a value that is refused is one span that was not read, never a part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from crosscheck.articles.known_names import KnownNames
from crosscheck.articles.prose import prose_of
from crosscheck.model import Kind, Reading
from crosscheck.problems import shown
from crosscheck.readings import Context, ReadingError, is_english
from crosscheck.readings.languages import language_of
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import DENOMINATORS
from crosscheck.readings.prose import Stretch, Stretches
from crosscheck.readings.prose.passage import Passage, TranslatedPassage
from crosscheck.readings.prose.starts import begins, is_date_word
from crosscheck.readings.tokens import FIGURE, WORD, Text
from crosscheck.texts.sentences import sentences


class Tier(StrEnum):
    """How sure it is that somebody would check a span: the first two are the sure ones."""

    FIGURE = "figure"
    DATE = "date"
    VAGUE = "vague"
    QUOTATION = "quotation"
    NAME = "name"


SURE = (Tier.FIGURE, Tier.DATE)
"""What is counted, proposed and told in any case; of the others many are nobody's to check."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a text, `text[start:end]`, and what they mean: a `reading`, or the `problem` why there is none.

    A figure or date has one of the two; a quotation and a name have neither. A reading is that of `text` by itself; of
    what is a unit, too ("215 points"), that of a count.
    """

    start: int
    end: int
    text: str
    tier: Tier
    kind: Kind | None = None
    reading: Reading | None = None
    problem: str | None = None

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a place with `[start, end)`."""
        return start < self.end and self.start < end


def spot(text: str, context: Context, names: Iterable[str] = ()) -> list[Span]:
    """The spans of one paragraph; of many, `Spotter` reads each wording once."""
    return Spotter(context, names).spot(text)


class Spotter:
    """Finds the spans of paragraphs.

    `context` is what values are read by: language, `published`, date order, currency; its kind and unit are left out of
    account. `names` are known spellings: subjects, speakers, terms.
    """

    def __init__(self, context: Context, names: Iterable[str] = ()) -> None:
        self._stretches = Stretches(replace(context, kind=None, unit=None))
        self._language = language_of(context.language)
        self._prose = prose_of(context.language)
        self._has_words = is_english(context.language) or self._language is not None
        self._names = KnownNames(names)

    def spot(self, text: str) -> list[Span]:
        """All spans, by start, the longer first. Values are apart from one another, so are quotations, so are names.

        A quotation may have the others in it; a figure in a name is part of the name.
        """
        named = [Span(first, last, text[first:last], Tier.NAME) for first, last in self._names.find(text)]
        no_values = sorted(
            [*((name.start, name.end) for name in named), *(one.span() for one in _PHONE.finditer(text))]
        )
        ends = [end for _, end in no_values]
        found = (span for span in self._values(text) if not _is_label(span, text))
        values = [span for span in found if not _meets(span, no_values, bisect_right(ends, span.start))]
        return sorted([*values, *quotations(text), *named], key=lambda span: (span.start, -span.end))

    def _values(self, text: str) -> Iterator[Span]:
        for start, end in sentences(text, self._prose.endings):
            passage = self._passage(text[start:end])
            behind = start
            for at, stretch in self._in_sentence(passage):
                words = _without_stop(passage.between(at, stretch.after), text, start + passage.start(at))
                first = start + passage.start(at)
                if first < behind or not words:
                    continue  # two signs of the text are one token
                behind = first + len(words)
                problem = None if stretch.problem is None else stretch.problem.why
                tier = _tier(passage.text, at, stretch)
                yield Span(first, behind, words, tier, stretch.kind, stretch.reading, problem)

    def _passage(self, sentence: str) -> Passage:
        return Passage(sentence) if self._language is None else TranslatedPassage(sentence, self._language)

    def _in_sentence(self, passage: Passage) -> Iterator[tuple[int, Stretch]]:
        text, index = passage.text, 0
        while index < len(text.tokens):
            found = None
            if begins(text, index) and passage.may_begin(index) and (self._has_words or text.token(index).kind != WORD):
                found = self._stretches.longest(passage, index)
            if found is None or found.after <= index:
                index += 1
                continue
            if found.reading is not None and passage.is_torn(found.after):
                why = f"{shown(passage.between(index, found.after + 1))} may say something else"
                found = Stretch.of(found.after, ReadingError(why))
            is_amount = found.reading is not None and found.kind is not Kind.DATE
            if is_amount and self._language is not None and text.at(index) == en.FROM:
                words = shown(passage.between(index, found.after))
                found = Stretch.of(found.after, ReadingError(f"{words} is a range or a change; curate each figure"))
            if not self._is_labelled(passage, index) and _is_worth_a_span(text, index, found):
                yield index, found
            index = found.after

    def _is_labelled(self, passage: Passage, at: int) -> bool:
        """Whether a figure is no amount for the word before it, in another language than English: "ley 906"."""
        labels = self._prose.labels
        return bool(labels) and passage.text.token(at).kind == FIGURE and passage.word_before(at) in labels


_STOP = re.compile(r"(?<![.\W])\.(?=[\"'”’)\]]*(?:\s+[^a-z]|\s*\Z))")
"""A full stop that ends a sentence, unless it is the last one of "p.m." or "U.S."."""


def _without_stop(words: str, text: str, start: int) -> str:
    """The words of a span without the full stop of its sentence, which may also end "1.2 m."; `start` is its place."""
    end = start + len(words) - 1
    is_last = (
        words.endswith(".") and "." not in words.rsplit(maxsplit=1)[-1][:-1] and _STOP.match(text, end) is not None
    )
    return words[:-1] if is_last else words


def _meets(span: Span, places: Sequence[tuple[int, int]], first: int) -> bool:
    """Whether a span shares a place with the first of some that ends behind its start."""
    return first < len(places) and places[first][0] < span.end


_PHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}|\(?0\d{2,4}\)?)(?:[ -]\d{2,4}){2,4}(?!\w)|(?<!\w)\d{3}-\d{3}-\d{4}(?!\w)")
"""A telephone number: its groups are no figures."""


_NUMBERED = re.compile(r"\d{1,3}[.)]\s")
_DATELINE = re.compile(r"[^\W\d_a-z]{3}[^.!?\n]{0,60}\Z")
_BEHIND_DATELINE = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?[-–—]")


def _is_label(span: Span, text: str) -> bool:
    """Whether a span only says where a paragraph stands in a list, or when it was filed: "AVERIL, March 4 - "."""
    if span.start == 0:
        return _NUMBERED.match(text) is not None
    is_date = span.kind is Kind.DATE and _DATELINE.match(text[: min(span.start, 80)]) is not None
    return is_date and span.start < 80 and _BEHIND_DATELINE.match(text, span.end) is not None


FEWEST_QUOTED_WORDS = 4
_QUOTED = re.compile('„[^„“”]*[“”]|“[^“”]*”|«[^«»]*»|"[^"]*"')


def quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks, without these, if it has four words or more."""
    for match in _QUOTED.finditer(text):
        words = match.group()[1:-1]
        if len(words.split()) >= FEWEST_QUOTED_WORDS:
            start = match.start() + 1 + len(words) - len(words.lstrip())
            words = words.strip()
            yield Span(start, start + len(words), words, Tier.QUOTATION, Kind.QUOTATION)


_SURE_WORDS = en.SCALE_WORDS | frozenset(en.FRACTIONS)
_COLLECTIVES = frozenset(word for phrase in en.COLLECTIVES for word in phrase.split()) - {"of"}
_PERIODS = frozenset(word for word, unit in en.CALENDAR_UNITS.items() if word != unit)
_LABELS = en.NUMBERED | frozenset(
    """article articles item flight route highway interstate channel resolution rule gate platform district precinct lot
    level grade class type formula group apollo boeing airbus division p pp vol volume figure table model version
    windows iphone ipad galaxy android ios playstation xbox voyager terminal junction area hr hb sb bill amendment
    proposition directive regulation
    """.split()
)
_RANKED = frozenset({"top", "size", "sizes"})
"""Before a figure of which nobody counts anything: "the top 10 clubs", "size 12"."""
_MONTHS_AS_NAMES = frozenset({"may", "march", "april", "june", "august"})
_BEFORE_A_MONTH = (
    en.PREPOSITIONS | en.DETERMINERS | en.DUE | frozenset(en.NEIGHBOURS) | {"but", "last", "early", "late"}
)
MOST_POINTED_AT = 10
_STREETS = frozenset("avenue ave boulevard drive lane road rd square st street".split())


def _tier(text: Text, at: int, found: Stretch) -> Tier:
    """Figures and dates that are told by a figure, a number word or a name are the sure ones."""
    words = [text.at(index) for index in range(at, found.after)]
    has_number = any(
        text.token(index).kind == FIGURE or en.CARDINALS.get(text.at(index), 0) > 1 for index in range(at, found.after)
    )
    if found.kind is Kind.DATE:
        is_named = has_number or any(is_date_word(text, index) for index in range(at, found.after))
        return Tier.VAGUE if _PERIODS.intersection(words) and not is_named else Tier.DATE
    if _is_spoken_of_already(text, at, found):
        return Tier.VAGUE
    is_sure = found.reading is not None and found.reading.figure is not None and not _SURE_WORDS.isdisjoint(words)
    is_sure = is_sure or (found.reading is not None and not _COLLECTIVES.isdisjoint(words))
    return Tier.FIGURE if has_number or is_sure else Tier.VAGUE


_OF_KNOWN = frozenset("the these those our their his her its".split())


def _is_spoken_of_already(text: Text, at: int, found: Stretch) -> bool:
    """Whether a small count in words points back at those whom the text has named: "the two countries"."""
    if found.kind is not Kind.COUNT or text.token(at - 1).text not in _OF_KNOWN or text.token(at).kind != WORD:
        return False
    return found.reading is not None and found.reading.figure is not None and found.reading.figure <= MOST_POINTED_AT


def _is_worth_a_span(text: Text, at: int, found: Stretch) -> bool:
    """False for what only looks like a value: the figure of a name, "May" of Theresa May, "9/11"."""
    before = text.token(at - 1)
    is_behind_name = at > 1 and _is_capital(text, at - 1) and not is_date_word(text, at - 1)
    if text.at(at + 1) == "/" and (found.kind is Kind.SHARE or (found.kind is None and found.after == at + 3)):
        return text.integer(at + 2, 3) in DENOMINATORS
    if before.text in _RANKED and found.kind in (Kind.COUNT, None):
        return False
    if found.kind is Kind.DATE and before.text in _LABELS and found.after == at + 1:
        return text.token(at).kind != FIGURE
    is_count = text.token(at).kind == FIGURE and found.kind in (Kind.COUNT, None)
    if is_count and before.text in _LABELS and any(map(str.isupper, text.between(at - 1, at))):
        return False
    if found.after > at + 1:
        return True
    if is_count:
        is_hedged = before.text in en.HEDGES and text.token(at - 2).kind != FIGURE  # "737 Max 8"
        return not (before.text in _LABELS or (is_behind_name and not is_hedged) or _is_address(text, at))
    if text.token(at).kind == FIGURE:
        return not _is_address(text, at)
    if text.at(at) in _MONTHS_AS_NAMES:
        is_surname = is_behind_name or (at == 1 and _is_capital(text, 0) and before.text not in _BEFORE_A_MONTH)
        return not is_surname and (at > 0 or text.token(at + 1).kind != WORD)
    return True


def _is_address(text: Text, at: int) -> bool:
    return _is_capital(text, at + 1) and any(text.at(place) in _STREETS for place in (at + 2, at + 3))


def _is_capital(text: Text, index: int) -> bool:
    return text.token(index).kind == WORD and text.between(index, index + 1)[:1].isupper()
