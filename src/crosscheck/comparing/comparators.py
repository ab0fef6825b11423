"""How two values of one kind are compared: whether they can be the same, and what it is called if they cannot."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, Protocol

from crosscheck.comparing.boxes import boxes_of, views
from crosscheck.comparing.quotations import likeness, shares_a_rare_run
from crosscheck.model import Box, Interval, Kind, OptionValue, Row, Stance, Verdict, first_of_each_reading
from crosscheck.readings.wordings import words_of
from crosscheck.vocabulary import Names

SIMILAR = Fraction(4, 5)
"""Two quotations are nearly the same if four words in five are."""

MISATTRIBUTED = 6
"""So many words, said by two speakers, are one quotation that one of them never said."""


class Comparator(Protocol):
    """One way to compare values; both methods are symmetric, and stances are none of their business."""

    def differ(self, a: Row, b: Row) -> Verdict | None:
        """A contradiction, a tension, or None if nothing is wrong with the two values."""
        ...

    def compatible(self, a: Row, b: Row) -> bool:
        """True if the two say the same thing, as far as their words go."""
        ...


ValueKey = tuple[Hashable, Hashable]
"""The value of a row as a comparator sees it.

Rows of equal keys are compared in the same way; those whose keys differ in the first part never differ in their values.
"""


def key_of(row: Row, comparator: Comparator) -> ValueKey:
    """What `key` of the comparator says; one of a workspace may have none, then each row is a value of its own."""
    key = getattr(comparator, "key", None)
    made: ValueKey = key(row) if key is not None else (None, row.claim.id)
    return made


def is_denied(denial: Row, other: Row, comparator: Comparator) -> bool:
    """Whether a row that denies a value denies that of another row; a comparator of a workspace may not say."""
    method = getattr(comparator, "denies", None) or comparator.compatible
    found: bool = method(denial, other)
    return found


def as_compared(row: Row, box: Box) -> Interval:
    """The interval of a row that others must meet: who denies a bound denies all that it may mean."""
    return box.allowed if row.claim.stance is Stance.DISPUTES and row.reading.limited else box.stated


class IntervalComparator:
    """Readings that are intervals; of two changes one goes up and the other down, or both have a size to compare."""

    def differ(self, a: Row, b: Row) -> Verdict | None:
        if are_opposite(a, b):
            return Verdict.CONTRADICTION
        one, other = boxes_of(a, b)
        if one.stated.overlaps(other.stated):
            return None
        return Verdict.TENSION if one.allowed.overlaps(other.allowed) else Verdict.CONTRADICTION

    def compatible(self, a: Row, b: Row) -> bool:
        one, other = boxes_of(a, b)
        return one.stated.overlaps(other.stated) and not are_opposite(a, b)

    def denies(self, denial: Row, other: Row) -> bool:
        denied, said = boxes_of(denial, other)
        return as_compared(denial, denied).overlaps(said.stated) and not are_opposite(denial, other)

    def key(self, row: Row) -> ValueKey:
        reading = row.reading
        of_class = reading.unit, reading.own, reading.across, reading.figure if reading.unit else None
        of_date = (reading.zone is None, reading.precision) if reading.kind is Kind.DATE else None
        return None, (row.stated, row.allowed, reading.direction, reading.bound, of_class, of_date)

    def all_compatible(self, rows: Sequence[Row]) -> bool:
        """True if every two rows are: intervals of one view then have a point in common (Helly)."""
        if len({row.reading.direction for row in rows} - {None}) > 1:
            return False
        different = first_of_each_reading(rows)
        return len(different) == 1 or all(have_common(box.stated for box in view.boxes) for view in views(different))


def have_common(intervals: Iterable[Interval]) -> bool:
    """True if intervals have a point in common."""
    places = ranked(list(intervals))
    return max(low for low, _ in places) <= min(high for _, high in places)


def are_opposite(a: Row, b: Row) -> bool:
    """True if one value is a change up and the other one a change down."""
    one, other = a.reading.direction, b.reading.direction
    return one is not None and other is not None and one != other


@dataclass(frozen=True, slots=True)
class CategoryComparator:
    """Terms of names.yaml, and identifiers. A wording that it does not know is compared with its equal only.

    `is_closed`: no two different terms can both be right, known or not; in two languages they may be one term all the
    same, unless both are known.
    """

    terms: Names
    is_closed: bool = False

    def differ(self, a: Row, b: Row) -> Verdict | None:
        (one,), (other,) = a.reading.terms, b.reading.terms
        if self.compatible(a, b):
            return None
        if self.terms.knows(one) and self.terms.knows(other):
            return Verdict.CONTRADICTION
        of_two_languages = a.reading.language != b.reading.language
        return (Verdict.TENSION if of_two_languages else Verdict.CONTRADICTION) if self.is_closed else None

    def compatible(self, a: Row, b: Row) -> bool:
        (one,), (other,) = a.reading.terms, b.reading.terms
        return self.terms.covers(one, other) or self.terms.covers(other, one)

    def denies(self, denial: Row, other: Row) -> bool:
        """Who denies a term denies the narrower ones with it, and leaves the wider ones open."""
        return self.terms.covers(denial.reading.terms[0], other.reading.terms[0])

    def key(self, row: Row) -> ValueKey:
        return None, (row.reading.terms, row.reading.language)


@dataclass(frozen=True, slots=True)
class NameSetComparator:
    """Lists of names, of which some claim to be complete, and some are of others than were named before.

    A name that `terms` calls narrower is part of its wider one. One that they do not know may be another one in another
    language.
    """

    terms: Names = field(default_factory=Names)

    def differ(self, a: Row, b: Row) -> Verdict | None:
        one, other = set(a.reading.terms), set(b.reading.terms)
        if a.reading.excludes or b.reading.excludes:
            # Which the "other" names are is not said, so nothing is lacking.
            named_before = (other & set(a.reading.excludes)) | (one & set(b.reading.excludes))
            return Verdict.TENSION if named_before else None
        lacks = [*(self.lacking(one, other) if a.claim.exhaustive else ())]
        lacks += self.lacking(other, one) if b.claim.exhaustive else ()
        if not lacks:
            return None
        of_one_language = a.reading.language == b.reading.language
        return Verdict.CONTRADICTION if of_one_language or any(map(self.terms.knows, lacks)) else Verdict.TENSION

    def lacking(self, listed: Iterable[str], names: Iterable[str]) -> list[str]:
        """Those of some names that are neither in a list nor part of what is."""
        known = set(listed)
        return [name for name in names if name not in known and not self._covered(known, name)]

    def _covered(self, wider: Iterable[str], name: str) -> bool:
        return any(self.terms.covers(term, name) for term in wider)

    def compatible(self, a: Row, b: Row) -> bool:
        return not self.differ(a, b) and bool(set(a.reading.terms) & set(b.reading.terms))

    def denies(self, denial: Row, other: Row) -> bool:
        """Who denies a name denies the narrower ones with it."""
        return not self.differ(denial, other) and any(
            self._covered(denial.reading.terms, name) for name in other.reading.terms
        )

    def key(self, row: Row) -> ValueKey:
        return None, (row.reading.terms, row.reading.excludes, row.claim.exhaustive, row.reading.language)


@dataclass(frozen=True, slots=True)
class QuotationComparator:
    """Quotations. Two of one speaker, or of one that is not named, clash if they are nearly the same, and yet neither
    holds the other.

    They are if at least this `share` of the words of the longer one stands in both, in order, whatever their numbers;
    or if they have a run of words in common that nobody says by chance. One quotation is that of one speaker. Those of
    two languages are not compared.
    """

    share: OptionValue = SIMILAR
    compares_speakers: ClassVar = True

    def differ(self, a: Row, b: Row) -> Verdict | None:
        if a.reading.language != b.reading.language:
            return None
        one, other = _cached_words(_text(a)), _cached_words(_text(b))
        if _of_two_speakers(a, b):
            is_long = min(len(one), len(other)) >= MISATTRIBUTED
            return Verdict.TENSION if is_long and self.denies(a, b) else None
        if self.compatible(a, b):
            return None
        is_similar = likeness(one, other) >= self.share or shares_a_rare_run(one, other)
        return Verdict.TENSION if is_similar else None

    def compatible(self, a: Row, b: Row) -> bool:
        return not _of_two_speakers(a, b) and self.denies(a, b)

    def denies(self, denial: Row, other: Row) -> bool:
        """Whether one of two quotations holds the other, whoever says them."""
        if denial.reading.language != other.reading.language:
            return False
        one, another = _cached_words(_text(denial)), _cached_words(_text(other))
        return _holds(one, another) or _holds(another, one)

    def key(self, row: Row) -> ValueKey:
        return None, (row.speaker, row.claim.said_by is None, _text(row), row.reading.language)


def _of_two_speakers(a: Row, b: Row) -> bool:
    """Whether both quotations name their speaker, and another one."""
    return a.claim.said_by is not None and b.claim.said_by is not None and a.speaker != b.speaker


def _text(row: Row) -> str:
    return row.claim.read_as or row.claim.text


_cached_words = lru_cache(maxsize=10_000)(words_of)


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the phrases of `shorter` between its gaps stand in `longer`, in order."""
    place, phrase = 0, []
    for word in (*shorter, ""):
        if word:
            phrase.append(word)
        elif phrase:
            found = _find(longer, phrase, place)
            if found < 0:
                return False
            place, phrase = found + len(phrase), []
    return True


def _find(words: Sequence[str], phrase: Sequence[str], start: int) -> int:
    for place in range(start, len(words) - len(phrase) + 1):
        if all(known in (said, "") for known, said in zip(words[place:], phrase, strict=False)):
            return place
    return -1


RankedInterval = tuple[int, int]
"""The first and the last place of an interval: two intervals share no point iff the last of one is less than the first
of the other, and are equal iff both places are."""

STEP = 3
"""Places at one number: just before it (where an interval ends without it), at it, just after it."""


def ranked(intervals: Sequence[Interval]) -> list[RankedInterval]:
    """The places of intervals, none of them empty."""
    different = {id(interval): interval for interval in intervals}  # thousands of rows may share one
    ends = [(_bare(interval.low), _bare(interval.high)) for interval in different.values()]
    bounds = {end for both in ends for end in both if end is not None}
    at = {bound: STEP * place for place, bound in enumerate(sorted(bounds), start=1)}
    last = STEP * (len(at) + 2)
    found = {
        key: (
            0 if low is None else at[low] + (not interval.low_in),
            last if high is None else at[high] - (not interval.high_in),
        )
        for (key, interval), (low, high) in zip(different.items(), ends, strict=True)
    }
    return [found[id(interval)] for interval in intervals]


def _bare(number: Fraction | None) -> Fraction | int | None:
    """The same number; whole ones are hashed and compared much faster as such."""
    return number.numerator if number is not None and number.denominator == 1 else number
