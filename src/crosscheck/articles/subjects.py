"""Which subjects of a workspace the words around a figure name: an index from stems to subjects, built once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from crosscheck.articles.words import stems
from crosscheck.vocabulary import Names, normalise

COMMON = 2_000
"""A stem that more subjects have finds none of them; their whole names do."""

HEAD = 1.5
"""The head of a name ("inquiry" of "Inquiry into the sinking", "Maduro" of "Nicolás Maduro") counts for so much more."""

LEAST = 0.15
"""A subject of whose words less than this share is around is not looked at."""

MOST = 60
"""So many subjects are looked at in one sentence, those that are named best."""

_BEFORE_MORE = " of in on into to with for from at by over under against that who which near "
_LONGEST_NAME = 10
"""Stems of the longest name that is looked up as a whole."""


class Spelling(NamedTuple):
    """A way to write a subject: its stems with what each of them counts for, all together 1."""

    subject: int
    weights: tuple[tuple[str, float], ...]
    head: str


def head_of(name: str) -> str:
    """The stem of the word that a name is about: the last one before "of", "in" and the like."""
    kept: list[str] = []
    for word in normalise(name).replace("-", " ").split():
        if kept and f" {word} " in _BEFORE_MORE:
            break
        kept.append(word)
    found = [stem for stem in stems(" ".join(kept)) or stems(name) if stem.isalpha() or stem[-1] == "~"]
    return found[-1] if found else ""


@dataclass(frozen=True)
class SubjectIndex:
    """Subjects by number, in the order of their keys."""

    spellings: tuple[Spelling, ...]
    by_stem: Mapping[str, list[int]]
    by_name: Mapping[tuple[str, ...], list[int]]

    @staticmethod
    def of(subjects: Iterable[str], names: Names) -> SubjectIndex:
        """An index of subjects, each given under its one name."""
        written = [(n, spelling) for n, subject in enumerate(subjects) for spelling in names.spellings(subject)]
        counts = Counter(stem for _, spelling in written for stem in stems(spelling))
        spellings = tuple(_spelling(n, spelling, counts) for n, spelling in written)
        by_stem: dict[str, list[int]] = defaultdict(list)
        by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, spelling in enumerate(spellings):
            by_name[tuple(stem for stem, _ in spelling.weights)].append(place)
            for stem, _ in spelling.weights:
                by_stem[stem].append(place)
        return SubjectIndex(spellings, by_stem, by_name)

    def named(self, around: Mapping[str, float], sequence: tuple[str, ...]) -> list[tuple[int, float]]:
        """The subjects that are named best, each with how much of it is, from 0 to 1.

        `around` says how near each stem is, from 0 to 1; `sequence` are the stems of the sentence in their order.
        """
        places = {place for stem in around for place in self._of(stem)}
        for start in range(len(sequence)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(sequence)) + 1):
                places.update(self.by_name.get(sequence[start:end], ()))
        best: dict[int, float] = {}
        for place in places:
            subject, weights, _ = self.spellings[place]
            share = sum(weight * around.get(stem, 0.0) for stem, weight in weights)
            if share >= LEAST and share > best.get(subject, 0.0):
                best[subject] = share
        return sorted(best.items(), key=lambda one: (-one[1], one[0]))[:MOST]

    def _of(self, stem: str) -> list[int]:
        found = self.by_stem.get(stem, [])
        return found if len(found) <= COMMON else []


def _spelling(subject: int, name: str, counts: Counter[str]) -> Spelling:
    head, of_name = head_of(name), stems(name)
    weights = [(stem, (HEAD if stem == head else 1.0) / (1 + log(max(counts[stem], 1)))) for stem in of_name]
    whole = sum(weight for _, weight in weights)
    return Spelling(subject, tuple((stem, weight / whole) for stem, weight in weights), head)
