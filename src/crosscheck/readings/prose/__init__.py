"""The longest value that begins at a token of a sentence: where values end in running text.

Nothing is read here: the grammars of dates and amounts say how far what they know reaches, `tails` what a sentence adds
to it, and `read` decides. A part of a value that is refused is never given: where the next words belong to it, it is
a stretch that was not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from crosscheck.model import Kind, Reading
from crosscheck.problems import shown
from crosscheck.readings import Context, ReadingError, date_context, is_english, read
from crosscheck.readings.amounts.changes import TWO_CLAIMS
from crosscheck.readings.amounts.grammar import opening_end
from crosscheck.readings.dates import date_end
from crosscheck.readings.languages import language_of
from crosscheck.readings.lexicon import en
from crosscheck.readings.prose.dated import (
    is_date_in_figures,
    is_led_up_to,
    is_named_by_a_part,
    shift_end,
    spoken_clock_end,
)
from crosscheck.readings.prose.passage import Passage
from crosscheck.readings.prose.starts import is_date_word, may_be_amount, may_be_date, may_open_date, vague_end
from crosscheck.readings.prose.tails import is_ordinal, is_place_in_order, tail_ends
from crosscheck.readings.prose.torn import JOINTS, core_end, may_part, number_at, parted_at, torn_end
from crosscheck.readings.tokens import FIGURE, Phrases, Text

MOST_TOKENS = 14
_HEDGES = Phrases(en.HEDGES)
_JOINTS = frozenset({en.AND, en.OR, ","})


class Stretch(NamedTuple):
    """What stands from a token up to, not including, token `after`: a `reading`, or why there is none.

    `kind` is the reading's; where there is none, a date if it is one that cannot be settled.
    """

    after: int
    reading: Reading | None
    problem: ReadingError | None
    kind: Kind | None

    @staticmethod
    def of(after: int, found: Reading | ReadingError, kind: Kind | None = None) -> Stretch:
        if isinstance(found, Reading):
            return Stretch(after, found, None, found.kind)
        return Stretch(after, None, found, kind)


class Stretches:
    """Finds stretches for one context; each wording is read once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._in_english = is_english(context.language) or language_of(context.language) is not None
        self._found: dict[str, Reading | ReadingError] = {}
        self._grounds = [date_context(each) for each in (context, *_anchored(context))]

    def longest(self, passage: Passage, at: int) -> Stretch | None:
        """The longest value that begins at token `at`, None if none does."""
        text = passage.text
        here = text.part(at, at + MOST_TOKENS)
        if is_ordinal(text, at) and not may_be_date(here, 0, MOST_TOKENS):
            return self._ordinal(passage, at)
        if is_place_in_order(text, at):
            return None
        if may_part(text, at) and (parted := parted_at(text, at, core_end(text, at))) is not None:
            return self._first_read(passage, at, (), [parted - at])
        dates, amounts = self._date_ends(here), self._amount_ends(text, here, at)
        clock = spoken_clock_end(here) if not dates else None
        if clock is not None:
            return self._clock(passage, at, at + clock)
        if not dates and is_named_by_a_part(here):
            return None
        found = self._first_read(passage, at, dates, amounts)
        if found is None or (text.at(at) == en.FROM and not _has_two_ends(text, at, found.after)):
            return None
        if found.reading is not None and found.kind is not Kind.DATE and text.at(at) == en.FROM:
            # Alone "de 20 a 25 alumnos" is a range; behind some words of a sentence it may be a change.
            words = passage.between(at, found.after)
            return Stretch.of(found.after, ReadingError(f"{shown(words)} is a range or {TWO_CLAIMS}"))
        if found.reading is not None:
            return found
        parted = None if is_date_word(text, at) else parted_at(text, at, found.after)
        if parted is None:
            return found if found.kind is Kind.DATE or _opens_a_value(text, at) else None
        return None if parted == at else self._first_read(passage, at, (), [parted - at])

    def _first_read(self, passage: Passage, at: int, dates: Collection[int], amounts: Iterable[int]) -> Stretch | None:
        """The longest stretch that is read, else the longest one that is none."""
        refused: Stretch | None = None
        for count in sorted({*dates, *amounts}, reverse=True):
            read_or_not = self._read(passage.between(at, at + count))
            is_date = count in dates or is_date_word(passage.text, at)
            found = Stretch.of(at + count, read_or_not, Kind.DATE if is_date else None)
            if found.kind is Kind.DATE and is_led_up_to(passage.text, at, at + count):
                continue
            if found.reading is None and count not in dates and any(end < count for end in dates):
                continue  # "Saturday with gusts of 105 mph" is a date, and no amount that begins with one
            if passage.text.at(at + count - 1) == "up" and passage.text.at(at + count) == en.TO:
                continue  # the "up to" of what follows: "60 mph and up to 15 cm"
            # Of a date that is none, what it counts from is not known, or of which year it is: no part of it is given.
            if found.reading is not None or found.kind is Kind.DATE:
                return self._whole(passage, at, found)
            refused = refused or found
        return refused

    def _whole(self, passage: Passage, at: int, found: Stretch) -> Stretch:
        """A stretch, unless the next words belong to it: then all of it."""
        text = passage.text
        after = torn_end(text, at, found.after, in_english=self._in_english)
        if after == found.after:
            return found
        is_date = found.kind is Kind.DATE or is_date_in_figures(text, at)
        return Stretch.of(after, self._read(passage.between(at, after)), Kind.DATE if is_date else None)

    def _ordinal(self, passage: Passage, at: int) -> Stretch:
        after = at + 1 if passage.text.at(at) in en.ORDINALS else at + 2
        words = passage.between(at, after)
        found = self._read(words)
        if passage.text.token(at).kind == FIGURE and isinstance(found, Reading):  # German "2." by itself is 2
            found = ReadingError(f"{shown(words)} is a place in an order, no amount")
        return Stretch.of(after, found)

    def _clock(self, passage: Passage, at: int, after: int) -> Stretch:
        """A time of day of which nobody says the half of the day, or the day."""
        words = passage.between(at, after)
        found = self._read(words)
        if not isinstance(found, ReadingError):
            found = ReadingError(f"in which half of the day {shown(words)} is, is not said")
        return Stretch.of(after, found, Kind.DATE)

    def _date_ends(self, here: Text) -> tuple[int, ...]:
        """Where the date ends that `here` begins with, even if it cannot be settled."""
        if not may_be_date(here, 0, MOST_TOKENS) or not may_open_date(here, 0):
            return ()
        shift = shift_end(here)
        # "a week after the vote" counts from something that only a person can date.
        is_dated = shift is None or any(is_date_word(here, place) for place in range(shift, shift + 3))
        part = here if is_dated else here.part(0, shift or 0)
        # Of two dates that cannot be one span, the first: "the first half and fiscal 2023".
        joint = next((place for place in range(1, len(part.tokens)) if part.at(place) in _JOINTS), None)
        for each in (part,) if joint is None else (part, part.part(0, joint)):
            for ground in self._grounds:
                try:
                    end = date_end(each, ground)
                except ReadingError:
                    continue
                return (end - 1 if each.at(end - 1) == "," else end,)
        return ()

    def _amount_ends(self, text: Text, here: Text, at: int) -> Iterator[int]:
        if not may_be_amount(here, 0):
            return
        try:
            end = opening_end(here)
        except ReadingError:
            end = core_end(text, at) - at or vague_end(here)
        if end > 0:
            yield from tail_ends(here, end)

    def _read(self, words: str) -> Reading | ReadingError:
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = self._read_once(words)
        return found

    def _read_once(self, words: str) -> Reading | ReadingError:
        try:
            return read(words, self.context)
        except ReadingError as error:
            last = words.rpartition(" ")[2].lower()
            if last not in en.COUNTED_IN_PROSE:
                return error
        try:
            return read(words, replace(self.context, kind=Kind.COUNT, unit=last))
        except ReadingError as error:
            return error


def _anchored(context: Context) -> Iterator[Context]:
    """The context with dates to count from, by which dates that cannot be settled still show where they end.

    What could be of two years from the one day is of one from the other.
    """
    for day in ("2001-07-01", "2001-12-31", "2001-03-01"):
        anchor = read(day, Context())
        begin = context.fiscal_year or (10, 1)
        yield replace(context, published=anchor, relative_to=context.relative_to or anchor, fiscal_year=begin)


def _opens_a_value(text: Text, at: int) -> bool:
    """Whether a token is a figure, or a hedge right before one: what follows is a value even if nobody can read it."""
    hedge = _HEDGES.at(text, at)
    place = hedge[1] if hedge is not None else at + (text.at(at) in (en.FROM, en.BETWEEN, "-"))
    return number_at(text, place) or vague_end(text.part(at, at + 2)) > 0


def _has_two_ends(text: Text, at: int, end: int) -> bool:
    return any(text.at(place) in JOINTS for place in range(at, end))
