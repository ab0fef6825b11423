"""Which subjects of a workspace the words around a figure name: for an article, an index from stems to subjects."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain
from math import log
from typing import NamedTuple

from crosscheck.articles.prose import Prose, prose_of
from crosscheck.articles.stranger_words import SORTS
from crosscheck.articles.words import stem_of, words_in
from crosscheck.vocabulary import Names, normalise

ENGLISH = prose_of("en")

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
        spelled = ((entry.canonical, entry.spellings) for entry in names.entries)
        return NamedIn(plain.stems, frozenset(normalise(name) for name, of in spelled if any(map(plain.finds, of))))

    def finds(self, name: str) -> bool:
        if name in self.keys:
            return True
        found = list(filter(None, map(stem_of, words_in(name))))
        return 0 < len(found) <= FEWEST * sum(map(self.stems.__contains__, found))


@dataclass(frozen=True)
class NamedSubjects:
    """The subjects that an article may name: spellings that it can find, by number, and what finds them.

    `by_stem` and `by_name` have the numbers of spellings by stems, with what each counts for, and by whole names.
    `everywhere` says how near each stem of the article is to any of its sentences.
    """

    spellings: Mapping[int, Spelling]
    by_stem: Mapping[str, Sequence[tuple[int, float]]]
    by_name: Mapping[tuple[str, ...], Sequence[int]]
    everywhere: Mapping[str, float]

    @staticmethod
    def of(subjects: Iterable[str], names: Names, everywhere: Mapping[str, float]) -> NamedSubjects:
        """Of subjects, each given under its one name and numbered by its place, those that an article may name."""
        spelled = [names.spellings(subject) for subject in subjects]
        parted = [[_stems(one) for one in written] for written in spelled]
        # A name with aliases is one name.
        counts = Counter(chain.from_iterable(of[0] if len(of) == 1 else {*chain(*of)} for of in parted))
        having = Counter(chain.from_iterable(chain.from_iterable(parted)))
        telling = {stem for stem in everywhere if having[stem] <= COMMON}
        spellings: dict[int, Spelling] = {}
        by_stem: dict[str, list[tuple[int, float]]] = defaultdict(list)
        by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        written = ((n, one) for n, of in enumerate(spelled) for one in of)
        for place, ((n, one), made) in enumerate(zip(written, chain.from_iterable(parted), strict=True)):
            if telling.isdisjoint(made) and not everywhere.keys() >= set(made):
                continue
            weights = _weighed(made, _head(one), counts)
            spellings[place] = Spelling(n, weights)
            by_name[made].append(place)
            for stem in telling.intersection(made):
                by_stem[stem].append((place, weights[stem]))
        return NamedSubjects(spellings, by_stem, by_name, everywhere)

    def _shares(self, nearness: Mapping[str, float]) -> dict[int, float]:
        """How much of each spelling is named, as far as the stems that find it tell."""
        found: dict[int, float] = defaultdict(float)
        for stem, near in nearness.items():
            for place, weight in self.by_stem.get(stem, ()):
                found[place] += weight * near
        return found

    @cached_property
    def shares(self) -> Mapping[int, float]:
        """How much of each spelling the article has anywhere."""
        return self._shares(self.everywhere)

    @cached_property
    def best(self) -> list[int]:
        """The spellings that the article as a whole names best."""
        return _best(self.shares)

    def around(self, near: Mapping[str, float], sequence: tuple[str, ...]) -> list[tuple[int, float]]:
        """The subjects that are named best around a sentence, each with how much of it is, from 0 to 1.

        `near` says how near the stems are that are nearer than everywhere; `sequence` are those of the sentence.
        """
        nearness = {**self.everywhere, **near}
        rough = self._shares({stem: nearness[stem] - self.everywhere.get(stem, 0.0) for stem in near})
        for place in rough:
            rough[place] += self.shares[place]
        places = {*_best(rough), *self.best}
        for start in range(len(sequence)):
            for end in range(start + 1, min(start + LONGEST, len(sequence)) + 1):
                places.update(self.by_name.get(sequence[start:end], ())[:MOST])
        found: dict[int, float] = {}
        for place in places:
            subject, weights = self.spellings[place]
            share = sum([weight * nearness[stem] for stem, weight in weights.items() if stem in nearness])
            if share >= max(LEAST, found.get(subject, 0.0)):
                found[subject] = share
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MOST]


def _best(shares: Mapping[int, float]) -> list[int]:
    return sorted(nlargest(2 * MOST, shares, key=shares.__getitem__))


def _stems(name: str) -> tuple[str, ...]:
    """The stems of a name, each once; not remembered, as an archive has too many names."""
    return tuple(dict.fromkeys(filter(None, map(stem_of, words_in(name)))))


def _head(name: str) -> str:
    """The stem of the head of a name: the last word before "of", "in" and the like."""
    head, has_begun = "", False
    for word in words_in(name):
        if has_begun and word.lower() in _BEFORE_MORE:
            break
        made = stem_of(word)
        has_begun = has_begun or made != ""
        if made and not made[0].isdigit():
            head = made
    return head


def head_of(name: str) -> str:
    """What a name says that something is, without what it is of: "Sinking" of "Sinking of the Maren Lund"."""
    return _BEHIND_THE_HEAD.split(name, maxsplit=1)[0]


@dataclass(frozen=True)
class ProperNames:
    """The proper names of an article: its stems, and those of words with a capital that need no other before them."""

    stems: frozenset[str]
    surnames: frozenset[str]

    @staticmethod
    def of(text: str, stems: Iterable[str], prose: Prose = ENGLISH) -> ProperNames:
        found, before, end = set(), "", 0
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].isupper() and not (before and not text[end : match.start()].strip(". ")):
                found.add(prose.stem(word))
            is_name = word == "The" or prose.stem(word) != ""
            leads = word[0].isupper() and word.lower() not in prose.titles and is_name
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


class About(NamedTuple):
    """A subject as the words of sentences may name it: the stems of its `own` names, and `all` of its stems."""

    own: frozenset[str]
    all: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1 << 10)
    def of(spellings: tuple[str, ...]) -> About:
        words = [word for spelling in spellings for word in words_in(spelling)]
        stems = frozenset(filter(None, map(stem_of, words)))
        proper = frozenset(stem_of(word) for word in words if not word[0].islower())
        return About((proper - SORTS - {""}) or stems, stems)
