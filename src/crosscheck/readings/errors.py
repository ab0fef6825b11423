"""The one error of the reader: a value that it does not know, with what it did know."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crosscheck.problems import shown

LONGEST_TYPO = 30
LONGEST_EXAMPLES = 150
"""Characters of the forms that would be read: one that is cut is none."""
LEAST_SIMILAR = 0.8


class ReadingError(ValueError):
    """A text that is no value.

    `why` it is none, the `understood` part of it, and the `nearest` form that would be read. `word` is the one that was
    not understood and `known` gives what may stand in its place, from which the message suggests.
    """

    def __init__(
        self,
        why: str,
        *,
        nearest: str = "",
        understood: str = "",
        word: str = "",
        known: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        self.why, self.nearest, self.understood, self.word, self.known = why, nearest, understood, word, known
        super().__init__(why)

    def __str__(self) -> str:
        parts = [self.why]
        # Comparing spellings costs much, so only a message that somebody reads does it.
        if self.known is not None and len(self.word) <= LONGEST_TYPO:
            parts[0] += _did_you_mean(self.word, self.known())
        if self.understood:
            parts.append(f"understood: {shown(self.understood)}")
        if self.nearest:
            parts.append(f"write for example {shown(self.nearest, LONGEST_EXAMPLES)[1:-1]}")
        return "; ".join(parts)


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    spellings = set(known)
    if word in spellings:
        return ""
    best = process.extractOne(word, sorted(spellings), scorer=Indel.normalized_similarity, score_cutoff=LEAST_SIMILAR)
    return f" (did you mean {shown(best[0])}?)" if best else ""
