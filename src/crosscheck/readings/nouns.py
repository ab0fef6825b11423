"""Which words behind a figure only name what is counted, and which could change the figure."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from crosscheck.readings import english as en
from crosscheck.readings.tokens import FIGURE, WORD, Text
from crosscheck.readings.unit_grammar import parse_rate, parse_unit

SHORTEST_SCALE, LIKE_A_SCALE = 5, 0.85
"""From so many letters on, a word that is so like "million" is taken for a misspelt scale."""

_QUIET = ("'", '"', "(", ")")
_JOINING = ("-", ",", "&")
_AS_MONTHS_ONLY = frozenset(en.MONTHS) - {"may", "march"}
_NOT_NOUNS = frozenset().union(
    en.NOT_A_NOUN, en.CARDINALS, en.SCALES, en.LETTER_SCALES, en.DOZENS, en.COLLECTIVES, en.FRACTIONS,
    _AS_MONTHS_ONLY, {en.HUNDRED},
)  # fmt: skip


def is_noun(text: Text, index: int) -> bool:
    """True for a word that names what is counted, and cannot change the figure before it."""
    kind, word, _, _ = text.token(index)
    if kind == FIGURE:  # the 2 of CO2
        return text.token(index - 1).kind == WORD and text.glued(index) and word.isdigit()
    if kind != WORD:
        return word in _QUIET or (word in _JOINING and text.token(index + 1).kind == WORD)
    if text.token(index - 1).kind == FIGURE and text.glued(index):
        return False
    if word == "times":
        return index + 1 == len(text.tokens) or parse_rate(text, index + 1) is not None
    if word in en.ARTICLES:
        return text.token(index + 1).kind == WORD and parse_unit(text, index + 1) is None
    if word in en.MONTHS and word not in _AS_MONTHS_ONLY:
        return text.between(index, index + 1).islower()
    return len(word) > 1 and word not in _NOT_NOUNS and not _is_misspelt_scale(text, index)


def _is_misspelt_scale(text: Text, index: int) -> bool:
    """True for the second word of "5 milion people", which is no thing of which there are five."""
    word, before = text.at(index), text.token(index - 1)
    if len(word) < SHORTEST_SCALE or not (before.kind == FIGURE or before.text in en.CARDINALS):
        return False
    return any(Indel.normalized_similarity(word, scale) >= LIKE_A_SCALE for scale in en.SCALES)
