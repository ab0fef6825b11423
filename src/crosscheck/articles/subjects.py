"""Which subjects of a workspace the words around a figure name: an index from stems to subjects, built once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from math import log
from typing import NamedTuple

from crosscheck.articles.wordings import TITLES
from crosscheck.articles.words import stem_of, words_in
from crosscheck.vocabulary import Names, normalise

COMMON = 500
"""A stem that more spellings have finds none of them; their whole names do."""

HEAD = 1.5
"""The head of a name ("inquiry" of "Inquiry into the sinking", "Maduro" of "Nicolás Maduro") counts so much more."""

FEWEST = 3
"""A name is looked at if an article has one in so many of its words."""

LEAST = 0.15
"""A subject of whose words less than this share is around is not looked at."""

MOST = 60
"""So many subjects are looked at in one sentence, those that are named best."""

UNNAMED = 0.3
"""A subject counts for so much less if the article lacks a proper name in it: of "Storm Ottilie" all but "storm"."""

LONGEST = 10
"""Stems of the longest name that is looked up as a whole."""

_BEFORE_MORE = frozenset("of in on into to with for from at by over under against that who which near".split())
"""A name is about the last word before these."""

_BEHIND_THE_HEAD = re.compile(rf"\s(?:{'|'.join(sorted(_BEFORE_MORE))})\s")
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"[12]\d{3}")


class Spelling(NamedTuple):
    """A way to write a subject, which has a number: its stems with what each counts for, all together 1."""

    subject: int
    weights: Mapping[str, float]


@dataclass(frozen=True)
class NamedIn:
    """Finds the names of which an article has enough words; `stems` are those of the article.

    `keys` are the names that names.yaml has other spellings of, of which the article has them.
    """

    stems: frozenset[str]
    keys: frozenset[str] = frozenset()

    @staticmethod
    def of(stems: Iterable[str], names: Names) -> NamedIn:
        plain = NamedIn(frozenset(stems))
        spelled = ((entry.canonical, (entry.canonical, *entry.aliases)) for entry in names.entries)
        return NamedIn(plain.stems, frozenset(normalise(name) for name, of in spelled if any(map(plain.finds, of))))

    def finds(self, name: str) -> bool:
        if name in self.keys:
            return True
        found = [made in self.stems for made in map(stem_of, words_in(name)) if made]
        return sum(found) * FEWEST >= len(found) > 0


@dataclass(frozen=True)
class SubjectIndex:
    """Spellings of subjects by the stems and the whole names that find them."""

    spellings: tuple[Spelling, ...]
    by_stem: Mapping[str, list[tuple[int, float]]]
    by_name: Mapping[tuple[str, ...], list[int]]

    @staticmethod
    def of(subjects: Iterable[str], names: Names) -> SubjectIndex:
        """An index of subjects, each given under its one name; their numbers are their places."""
        written = [(n, *_parsed(one)) for n, subject in enumerate(subjects) for one in names.spellings(subject)]
        # A name with aliases is one name.
        counts = Counter(stem for _, stem in {(n, stem) for n, stems, _ in written for stem in stems})
        spellings = tuple(Spelling(n, _weighed(stems, head, counts)) for n, stems, head in written)
        by_stem: dict[str, list[tuple[int, float]]] = defaultdict(list)
        by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, (_, weights) in enumerate(spellings):
            by_name[tuple(weights)].append(place)
            for stem, weight in weights.items():
                by_stem[stem].append((place, weight))
        found = {stem: places for stem, places in by_stem.items() if len(places) <= COMMON}
        return SubjectIndex(spellings, found, by_name)

    def within(self, everywhere: Mapping[str, float]) -> NamedSubjects:
        """The index for an article; `everywhere` says how near each of its stems is to any of its sentences."""
        return NamedSubjects(self, everywhere, self.shares(everywhere))

    def shares(self, nearness: Mapping[str, float]) -> dict[int, float]:
        """How much of each spelling is named, as far as the stems that find it tell."""
        found: dict[int, float] = defaultdict(float)
        for stem, near in nearness.items():
            for place, weight in self.by_stem.get(stem, ()):
                found[place] += weight * near
        return found


@dataclass(frozen=True)
class NamedSubjects:
    """The subjects that an article names; `shares` says how much of each spelling `everywhere` has."""

    index: SubjectIndex
    everywhere: Mapping[str, float]
    shares: Mapping[int, float]

    @cached_property
    def best(self) -> list[int]:
        """The spellings that the article as a whole names best."""
        return _best(self.shares)

    def around(self, near: Mapping[str, float], sequence: tuple[str, ...]) -> list[tuple[int, float]]:
        """The subjects that are named best around a sentence, each with how much of it is, from 0 to 1.

        `near` says how near the stems are that are nearer than everywhere; `sequence` are those of the sentence.
        """
        nearness = {**self.everywhere, **near}
        rough = self.index.shares({stem: nearness[stem] - self.everywhere.get(stem, 0.0) for stem in near})
        for place in rough:
            rough[place] += self.shares[place]
        places = {*_best(rough), *self.best}
        for start in range(len(sequence)):
            for end in range(start + 1, min(start + LONGEST, len(sequence)) + 1):
                places.update(self.index.by_name.get(sequence[start:end], ())[:MOST])
        found: dict[int, float] = {}
        for place in places:
            subject, weights = self.index.spellings[place]
            share = sum(weight * nearness.get(stem, 0.0) for stem, weight in weights.items())
            if share >= max(LEAST, found.get(subject, 0.0)):
                found[subject] = share
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST]


def _best(shares: Mapping[int, float]) -> list[int]:
    return sorted(nlargest(2 * MOST, shares, key=shares.__getitem__))


def _parsed(name: str) -> tuple[tuple[str, ...], str]:
    """The stems of a name, each once, and its head: the last word before "of", "in" and the like."""
    found: dict[str, None] = {}
    head, is_open = "", True
    for word in words_in(name):
        is_open = is_open and not (found and word.lower() in _BEFORE_MORE)
        made = stem_of(word)
        if made:
            found[made] = None
            if is_open and not made[0].isdigit():
                head = made
    return tuple(found), head


def head_of(name: str) -> str:
    """What a name says that something is, without what it is of: "Sinking" of "Sinking of the Maren Lund"."""
    return _BEHIND_THE_HEAD.split(name, maxsplit=1)[0]


@dataclass(frozen=True)
class ProperNames:
    """The proper names of an article: its stems, and those of words with a capital that need no other before them."""

    stems: frozenset[str]
    surnames: frozenset[str]

    @staticmethod
    def of(text: str, stems: Iterable[str]) -> ProperNames:
        found, before, end = set(), "", 0
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].isupper() and not (before and not text[end : match.start()].strip(". ")):
                found.add(stem_of(word))
            leads = word[0].isupper() and word.lower() not in TITLES and (word == "The" or stem_of(word) != "")
            before, end = word if leads else "", match.end()
        return ProperNames(frozenset(stems), frozenset(found))

    def have(self, spelling: str) -> bool:
        """Whether the article has all proper names in a spelling of a subject; of people, the surname is enough."""
        runs = _proper(spelling)
        return all(self.stems >= set(run) or run[-1] in self.surnames for run in runs)


def _proper(name: str) -> list[list[str]]:
    """The runs of proper names in a name, by stems: words with capitals, and figures that are no years.

    A first word before a small one may be none ("Donor conference for Sorrel"), if there are others.
    """
    runs: list[list[str]] = [[]]
    for word in words_in(name):
        if word[0].isupper() or (word[0].isdigit() and _YEAR.fullmatch(word) is None):
            runs[-1] += filter(None, [stem_of(word)])
        else:
            runs.append([])
    if len(runs[0]) == 1 and any(runs[1:]):
        del runs[0]
    return [run for run in runs if run]


def _weighed(stems: tuple[str, ...], head: str, counts: Mapping[str, int]) -> dict[str, float]:
    weights = {stem: (HEAD if stem == head else 1.0) / (1 + log(counts[stem])) for stem in stems}
    whole = sum(weights.values())
    return {stem: weight / whole for stem, weight in weights.items()}
