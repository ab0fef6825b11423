"""The words of a text as matching sees them: stems, so that "sank" meets "sinking" and "staff" meets "employees".

Stems are for suggestions only. They merge too much rather than too little, and never decide that two names are one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from crosscheck.articles.wordings import IRREGULAR, MEANING_THE_SAME, PHRASES, SMALL_WORDS
from crosscheck.vocabulary import normalise

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,](?=\d)\d+)*")

PHRASE = r"\b(?:" + "|".join(map(re.escape, PHRASES)) + r")\b"
"""Words on one line that together mean what one word does."""

_WORD_OR_PHRASE = re.compile(rf"(?i:{PHRASE})|{_WORD.pattern}")

_SUFFIXES = sorted(
    "izations isations ization isation ations ation ments ment nesses ness ities ity ings ing ions ion ians ian ences"
    " ence ances ance ened ated ates ating ate ized ised izing ising ize ise ees ers er ed ies ied es ens en ans an"
    " ally al ly ious ous ia s y e o a".split(),
    key=lambda suffix: (-len(suffix), suffix),
)
"""Endings that are taken off, the first that fits."""

_LEAST = 4
"""Letters that are left of a word whose ending is taken off; of a plural in -s one less."""


class Word(NamedTuple):
    """A word of a text, from `start` to `end`, by its stem."""

    start: int
    end: int
    stem: str


def words(text: str, stem: Callable[[str], str] | None = None) -> list[Word]:
    """The words of a text in their order, without those that only connect others: whose `stem` is "".

    A phrase that means one word is one.
    """
    stem = stem or stem_of
    found = (Word(match.start(), match.end(), stem(match.group())) for match in _WORD_OR_PHRASE.finditer(text))
    return [word for word in found if word.stem]


def words_in(text: str) -> list[str]:
    """The words of a text as written."""
    # Of letters, digits and spaces alone, as most names are, these are the words.
    return text.split() if text.isascii() and text.replace(" ", "").isalnum() else _WORD.findall(text)


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text, each once, in its order."""
    return tuple(dict.fromkeys(word.stem for word in words(text)))


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem of a word or a phrase, "" of one that only connects others; words that mean the same have one stem."""
    word = PHRASES.get(word.lower(), word)
    plain = normalise(word).replace(".", "") if not word[0].isdigit() else word.replace(",", "")
    if plain in SMALL_WORDS:
        return ""
    if not plain.isalpha():
        return plain
    found = _without_ending(IRREGULAR.get(plain, plain))
    return _SAME.get(found, found)


def _without_ending(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            rest = word.removesuffix(suffix)
            if len(rest) >= _LEAST - (suffix == "s" and not rest.endswith("s")):
                return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "ls" else rest
    return word


_SAME = {_without_ending(word): group.split()[0] + "~" for group in MEANING_THE_SAME for word in group.split()}
"""The one stem of words that mean the same; its sign keeps it apart from the stems of other words."""


ANYONE = stems("people persons")
"""What every count of people has."""
