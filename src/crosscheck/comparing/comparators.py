"""How two values of one kind are compared: whether they can be the same, and what it is called if they cannot."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance import LCSseq

from crosscheck.comparing.boxes import boxes_of, views
from crosscheck.model import Interval, Kind, OptionValue, Row, Verdict, first_of_each_reading
from crosscheck.readings.wordings import words_of
from crosscheck.vocabulary import Names

SIMILAR = Fraction(4, 5)
"""Two quotations are nearly the same if four words in five are."""


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

    def key(self, row: Row) -> ValueKey:
        reading = row.reading
        of_class = reading.unit, reading.own, reading.across, reading.figure if reading.unit else None
        of_date = (reading.zone is None, reading.precision) if reading.kind is Kind.DATE else None
        return None, (row.stated, row.allowed, reading.direction, of_class, of_date)

    def all_compatible(self, rows: Sequence[Row]) -> bool:
        """True if every two rows are: intervals of one view then have a point in common (Helly)."""
        if len({row.reading.direction for row in rows} - {None}) > 1:
            return False
        different = first_of_each_reading(rows)
        return len(different) == 1 or all(_all_meet([box.stated for box in view.boxes]) for view in views(different))


def _all_meet(intervals: Sequence[Interval]) -> bool:
    places = ranked(intervals)
    return max(low for low, _ in places) <= min(high for _, high in places)


def are_opposite(a: Row, b: Row) -> bool:
    """True if one value is a change up and the other one a change down."""
    one, other = a.reading.direction, b.reading.direction
    return one is not None and other is not None and one != other


@dataclass(frozen=True, slots=True)
class CategoryComparator:
    """Terms of names.yaml. A wording that it does not know is compared with its equal only."""

    terms: Names

    def differ(self, a: Row, b: Row) -> Verdict | None:
        (one,), (other,) = a.reading.terms, b.reading.terms
        known = self.terms.knows(one) and self.terms.knows(other)
        return Verdict.CONTRADICTION if known and not self.compatible(a, b) else None

    def compatible(self, a: Row, b: Row) -> bool:
        (one,), (other,) = a.reading.terms, b.reading.terms
        return self.terms.covers(one, other) or self.terms.covers(other, one)

    def key(self, row: Row) -> ValueKey:
        return None, row.reading.terms


class NameSetComparator:
    """Lists of names, of which some claim to be complete, and some are of others than were named before."""

    def differ(self, a: Row, b: Row) -> Verdict | None:
        one, other = set(a.reading.terms), set(b.reading.terms)
        if a.reading.excludes or b.reading.excludes:
            # Which the "other" names are is not said, so nothing is lacking.
            named_before = (other & set(a.reading.excludes)) | (one & set(b.reading.excludes))
            return Verdict.TENSION if named_before else None
        lacks = (a.claim.exhaustive and other - one) or (b.claim.exhaustive and one - other)
        return Verdict.CONTRADICTION if lacks else None

    def compatible(self, a: Row, b: Row) -> bool:
        return not self.differ(a, b) and bool(set(a.reading.terms) & set(b.reading.terms))

    def key(self, row: Row) -> ValueKey:
        return None, (row.reading.terms, row.reading.excludes, row.claim.exhaustive)


@dataclass(frozen=True, slots=True)
class QuotationComparator:
    """The words of one speaker: two that are nearly the same, and yet neither holds the other, clash.

    They are if at least this `share` of the words of the longer one stands in both, in order.
    """

    share: OptionValue = SIMILAR

    def differ(self, a: Row, b: Row) -> Verdict | None:
        if a.speaker != b.speaker or self.compatible(a, b):
            return None
        one, other = _cached_words(_text(a)), _cached_words(_text(b))
        is_similar = LCSseq.similarity(one, other) >= self.share * max(len(one), len(other))
        return Verdict.TENSION if is_similar else None

    def compatible(self, a: Row, b: Row) -> bool:
        one, other = _cached_words(_text(a)), _cached_words(_text(b))
        return _holds(one, other) or _holds(other, one)

    def key(self, row: Row) -> ValueKey:
        return row.speaker, _text(row)


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
    bounds = {_bare(end) for i in different.values() for end in (i.low, i.high) if end is not None}
    at = {bound: STEP * place for place, bound in enumerate(sorted(bounds), start=1)}
    last = STEP * (len(at) + 2)
    found = {
        key: (
            0 if i.low is None else at[_bare(i.low)] + (not i.low_in),
            last if i.high is None else at[_bare(i.high)] - (not i.high_in),
        )
        for key, i in different.items()
    }
    return [found[id(interval)] for interval in intervals]


def _bare(number: Fraction) -> Fraction | int:
    """The same number; whole ones are hashed and compared much faster as such."""
    return number.numerator if number.denominator == 1 else number
