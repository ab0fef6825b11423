"""Items that are near another one by their names: what to offer whoever looks for an item under other words.

Unlike `comparing/similarity.py`, which finds slips of the pen, this is for suggestions: it finds too much rather than
too little, and ranks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from rapidfuzz.distance import Indel

from crosscheck.comparing.similarity import begin_alike, same_words
from crosscheck.model import Title
from crosscheck.vocabulary import Names, normalise

SIMILAR = 0.8
"""Words that begin alike and are this much alike are taken for one: "collapse" and "collapsed"."""

MEANT = 0.65
"""A word may be meant by one that is this much alike: "Madruo" for "Maduro"."""

NEAR = 0.3
"""A subject is near another one if they share this much of their words."""

ENOUGH = 1.0
"""What is near must count for as much: half of a subject, or less of it with the same attribute or kind."""

BESIDE_THE_BEST = 0.75
"""What is less near than this share of the nearest is not offered."""

OF_SUBJECT, OF_ATTRIBUTE, OF_KIND = 2.0, 1.0, 0.5
"""What a subject, an attribute and a kind that are the same count for."""


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that do not only connect others, in the singular."""
    same = same_words(normalise(name))
    return same[: same.index("")]


def initials(name: str) -> str:
    """The first letters of a name of several words, such as "who"; else nothing."""
    words = [word for word in normalise(name).split() if word not in ("of", "the", "and", "for")]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=1 << 16)
def is_one_word(word: str, other: str) -> bool:
    """Whether two words are the same, or nearly: then they begin alike."""
    return word == other or (begin_alike(word, other) and Indel.normalized_similarity(word, other) >= SIMILAR)


@dataclass(frozen=True)
class NameFinder:
    """Finds names that share a word with `words`, or are one of `keys`; with `parts`, a part of a word is enough."""

    words: frozenset[str]
    keys: frozenset[str] = frozenset()
    parts: bool = False

    @staticmethod
    def of(texts: Iterable[str], names: Names, *, parts: bool = False) -> NameFinder:
        """What finds names that are near some texts, also where only another spelling of `names` is."""
        listed = list(texts)
        words = frozenset(word for text in listed for word in (*words_of(text), initials(text)) if word)
        if not parts:  # a figure alone makes no name near
            words = frozenset(word for word in words if not word.isdigit()) or words
        plain = NameFinder(words, parts=parts)
        spelled = ((entry, entry.spellings) for entry in names.entries)
        keys = frozenset(normalise(entry.canonical) for entry, of in spelled if any(map(plain.finds, of)))
        return NameFinder(words, keys, parts)

    def finds(self, name: str) -> bool:
        """Whether a name is found; of one that names.yaml knows, the canonical spelling is looked for."""
        if name in self.keys or initials(name) in self.words:
            return True
        return any(_among(word, self.words, parts=self.parts) for word in words_of(name))


@lru_cache(maxsize=1 << 16)
def _among(word: str, words: frozenset[str], *, parts: bool) -> bool:
    return any(is_one_word(word, other) or (parts and len(other) > 1 and other in word) for other in words)


def nearest(wanted: Title, kind: str, titles: Iterable[tuple[Title, str]], names: Names) -> Iterator[Title]:
    """The titles that are near a wanted one, the nearest first; `titles` come with the kinds of their items.

    A subject counts more than an attribute, and a rare word more than one that many subjects have.
    """
    listed = list(titles)
    count = Counter(word for subject in {title[0] for title, _ in listed} for word in set(words_of(subject)))
    found = []
    for title, known_kind in listed:
        subject = max(
            _shared(one, other, count) for one in names.spellings(wanted[0]) for other in names.spellings(title[0])
        )
        both = same_words(" ".join(wanted)) == same_words(" ".join(title))
        if subject < NEAR and not both:
            continue
        score = OF_SUBJECT * (1.0 if both else subject) + OF_KIND * (kind == known_kind)
        found.append((-score - OF_ATTRIBUTE * _shared(wanted[1], title[1], Counter()), title))
    most = min(-ENOUGH, min((score for score, _ in found), default=0.0) * BESIDE_THE_BEST)
    return (title for score, title in sorted(found) if score <= most)


def _shared(name: str, other: str, count: Counter[str]) -> float:
    """How much of their words two names share, from 0 to 1.

    Figures alone make no name near another one, and two names that both have figures share one: "Ward 3" is not Ward 4.
    """
    one, two = words_of(name), words_of(other)
    if initials(name) in two or initials(other) in one:
        return 1.0
    shared = [word for word in two if any(is_one_word(each, word) for each in one)]
    figures = [any(word.isdigit() for word in words) for words in (one, two, shared)]
    if all(word.isdigit() for word in shared) or (all(figures[:2]) and not figures[2]):
        return 1.0 if one == two else 0.0
    return _weight(shared, count) / sqrt(_weight(one, count) * _weight(two, count))


def _weight(words: Sequence[str], count: Counter[str]) -> float:
    return sum(1 / (1 + log(max(count[word], 1))) for word in words)


@dataclass(frozen=True)
class SlipFinder:
    """Finds names with a word that may be meant by one of `words`, however it begins: for what is found nowhere."""

    words: frozenset[str]

    def finds(self, name: str) -> bool:
        return self.likeness(name) >= MEANT

    def likeness(self, name: str) -> float:
        """How alike the most similar words are, from 0 to 1."""
        pairs = ((word, other) for word in self.words for other in words_of(name))
        return max((Indel.normalized_similarity(word, other) for word, other in pairs), default=0.0)


def matching(text: str, title: Title, names: Names) -> float:
    """The share of the words of a text that a title has, in any spelling of its subject."""
    wanted = words_of(text)
    there = frozenset(
        word
        for spelling in (*names.spellings(title[0]), title[1])
        for word in (*words_of(spelling), initials(spelling))
        if word
    )
    return sum(any(_among(have, frozenset((word,)), parts=True) for have in there) for word in wanted) / len(wanted)
