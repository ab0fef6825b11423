"""Names that are nearly the same: one letter apart in one word, or the same words in another order or joined.

Each name is looked up under what is left of it without one letter or word, so that the steps grow as the names do, not
as their pairs.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, product

from rapidfuzz.distance import OSA

from crosscheck.vocabulary import normalise

LETTERS = 5
"""Shorter words that differ by a letter are not similar: "Mexico" and "Mexica" are, "Iran" and "Iraq" are not."""

PLURAL = 4
"""Letters of a plural whose singular is similar: "Suns" and "Sun"."""

WORDS = 5
"""Words that two names must share if a further word of one of them is not to tell them apart."""

SERIES = 5
"""A name that is nearly more names than these is one of a series, which differ on purpose."""

FEW = 8
"""Of so few names all pairs are compared sooner than any is looked up."""

_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d+")
_SMALL_WORDS = frozenset("and at for in of on or the to with de del der des di du".split())
"""Words that only connect others; "by" and "from" are none: who sanctions is not who is sanctioned."""


def near_pairs(names: Collection[str], letters: int = LETTERS) -> Iterator[tuple[str, str]]:
    """Pairs of different names that are nearly the same, each once, in the order of names.

    Of spellings that are one name when normalised, the first stands for all.
    """
    by_key = {normalise(name): name for name in sorted(_with_company(names), reverse=True)}
    keys = sorted(by_key)
    pairs = combinations(range(len(keys)), 2) if len(keys) <= FEW else _candidates(keys, letters)
    found = {(one, other) for one, other in pairs if near(keys[one], keys[other], letters)}
    for one, other in sorted(found):
        yield by_key[keys[one]], by_key[keys[other]]


def _with_company(names: Collection[str]) -> Iterator[str]:
    """Names without most of those whose figures no other has: no name is near them."""
    figures = [tuple(_FIGURES.findall(normalise(name))) for name in names]
    count = Counter(figures)
    return (name for name, found in zip(names, figures, strict=True) if count[found] > 1)


def neighbours(names: Collection[str], letters: int = LETTERS) -> dict[str, list[str]]:
    """Of each name that is nearly another one these others, but of none of a series; `names` are all different."""
    found: dict[str, list[str]] = {}
    for one, other in near_pairs(names, letters):
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return {name: near for name, others in found.items() if (near := _unless_series(others, found))}


def _unless_series(others: list[str], found: Mapping[str, list[str]]) -> list[str]:
    return [other for other in others if len(found[other]) <= SERIES] if len(others) <= SERIES else []


def near(name: str, other: str, letters: int = LETTERS) -> bool:
    """Whether two normalised names that differ are nearly the same; in their figures they never differ.

    Words of fewer than `letters` letters are never a slip of the pen apart.
    """
    words, others = _WORD.findall(name), _WORD.findall(other)
    if not words or not others or name == other or _FIGURES.findall(name) != _FIGURES.findall(other):
        return False
    if "".join(words) == "".join(others) or same_words(name) == same_words(other):
        return True
    left, right = _without(words, others), _without(others, words)
    if len(left) == len(right) == 1:
        return _slips(left[0], right[0], letters)
    return _one_more(_key_words(name), _key_words(other))


def same_words(name: str) -> tuple[str, ...]:
    """Equal for normalised names of the same words and figures, whatever their order, number and small words."""
    return (*_key_words(name), "", *_FIGURES.findall(name))


@lru_cache(maxsize=100_000)
def _key_words(name: str) -> tuple[str, ...]:
    """The words of a normalised name that do not only connect others, in the singular, sorted."""
    words = sorted(_WORD.findall(name))
    return tuple(sorted(_singular(word) for word in words if word not in _SMALL_WORDS) or words)


def begin_alike(one: str, other: str, letters: int = LETTERS) -> bool:
    """Whether two words of `letters` letters or more, and of letters only, have the same first letter."""
    return min(len(one), len(other)) >= letters and one[0] == other[0] and one.isalpha() and other.isalpha()


def _slips(one: str, other: str, letters: int) -> bool:
    """Whether two words are one letter apart as by a slip of the pen.

    A slip hardly ever hits the first letter ("Gambia" and "Zambia"), and makes no adjective of a noun ("Colombia" and
    "Colombian", "Honduras" and "Honduran", "Germany" and "German").
    """
    if not begin_alike(one, other, letters):
        return False
    if one.endswith("an") != other.endswith("an"):
        adjective, noun = (one, other) if one.endswith("an") else (other, one)
        if noun.startswith(adjective[:-1]):
            return False
    return OSA.distance(one, other) == 1


def _one_more(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of two long names only has a word more than the other, and that is no figure."""
    shorter, longer = sorted((words, others), key=len)
    more = _without(longer, shorter)
    return len(shorter) >= WORDS and len(more) == len(longer) - len(shorter) == 1 and more[0].isalpha()


def _singular(word: str) -> str:
    if len(word) > PLURAL and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) >= PLURAL and word.endswith("s") and not word.endswith("ss") else word


def _without(words: Iterable[str], others: Iterable[str]) -> list[str]:
    rest = list(words)
    for word in others:
        if word in rest:
            rest.remove(word)
    return rest


def _candidates(keys: Sequence[str], letters: int) -> Iterator[tuple[int, int]]:
    """Ascending places of every two keys that share a trace, one of them as a whole; some come more than once."""
    # Most traces are of one name. They are hashed into flat arrays, which take a fraction of the room.
    hashes, places, wholes = array("q"), array("q"), array("b")
    for place, key in enumerate(keys):
        for trace, is_whole in traces(key, letters):
            hashes.append(hash(trace))
            places.append(place)
            wholes.append(is_whole)
    shared = {one for one, other in pairwise(sorted(hashes)) if one == other}
    groups: dict[int, list[int]] = {}
    for at, hashed in enumerate(hashes):
        if hashed in shared:
            groups.setdefault(hashed, []).append(at)
    for group in groups.values():
        whole = sorted({places[at] for at in group if wholes[at]})
        part = sorted({places[at] for at in group if not wholes[at]})
        yield from combinations(whole, 2)
        yield from ((min(pair), max(pair)) for pair in product(whole, part) if pair[0] != pair[1])


def traces(key: str, letters: int = LETTERS) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What a normalised name is looked up under: any two that are near share one that is the whole of one of them.

    What a word was taken from is a part: names of a series, which differ in a word, share it by the thousand.
    """
    words = sorted(_WORD.findall(key))
    yield ("joined", "".join(_WORD.findall(key))), True
    same = same_words(key)
    yield ("words", *same), True
    count = same.index("")
    for index in range(count) if count > WORDS else ():
        yield ("words", *same[:index], *same[index + 1 :]), False
    for index, word in enumerate(words):
        if len(word) < letters or not word.isalpha():
            continue
        rest = " ".join(words[:index] + words[index + 1 :])
        for place in range(len(word)):
            yield (rest, word[0], word[:place] + word[place + 1 :]), True
        yield (rest, word[0], word), True
