"""What a relative date counts from: the span of `relative_to`, else of the publication."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.model import ReadingSettings
from crosscheck.problems import shown
from crosscheck.readings.dates.spans import DateSpan
from crosscheck.readings.errors import ReadingError

A_DAY = "5 October 2025"


@dataclass(frozen=True, slots=True)
class Closed:
    """Stated and allowed low and high of an anchor, in minutes, none of them open."""

    low: int
    high: int
    wide_low: int
    wide_high: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What there is to count from, and how far hedges reach ("nearly two years later")."""

    relative_to: DateSpan | None = None
    published: DateSpan | None = None
    settings: ReadingSettings = ReadingSettings()

    def closed(self, words: str, *, or_published: bool) -> Closed:
        """The ends of the anchor; `or_published`: the words may count from the publication as well."""
        span = self.relative_to or (self.published if or_published else None)
        if span is None:
            also = ", or published of the source" if or_published else ""
            raise ReadingError(f"{shown(words)} counts from another date; give relative_to{also}", nearest=A_DAY)
        low, high, wide_low, wide_high = span.low, span.high, span.wide_low, span.wide_high
        if low is None or high is None or wide_low is None or wide_high is None:
            raise ReadingError(
                f"{shown(words)} counts from a date that is open on one side; give relative_to", nearest=A_DAY
            )
        return Closed(low, high, wide_low, wide_high)
