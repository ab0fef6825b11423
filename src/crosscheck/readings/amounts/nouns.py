"""Which words behind a figure only name what is counted, and which could change the figure."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from crosscheck.readings.amounts import unit_names
from crosscheck.readings.amounts.unit_grammar import parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.lexicon.en import dates as ed
from crosscheck.readings.tokens import FIGURE, WORD, Text

SHORTEST_SCALE, LIKE_A_SCALE = 5, 0.82
"""From so many letters on, a word that is so like "million" is taken for a misspelt scale."""

_SPELLED_OUT = re.compile(r"(?=.*[aeiouyà-öø-ÿ]).{3,}", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,}")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_SHORT_WORDS = en.PREPOSITIONS | {en.OF, en.OR, "so"}

_QUIET = ("'", '"', "(", ")")
_JOINING = ("-", ",", "&")
_AS_MONTHS_ONLY = frozenset(ed.MONTHS) - {"may", "march"}
_NOT_NOUNS = frozenset().union(
    en.NOT_A_NOUN, en.CARDINALS, en.SCALES, en.LETTER_SCALES, en.DOZENS, en.COLLECTIVES, en.FRACTIONS,
    _AS_MONTHS_ONLY, {en.HUNDRED}, en.UNKNOWN_SCALES, en.UNSPECIFIC,
)  # fmt: skip


def is_noun(text: Text, index: int) -> bool:
    """True for a word that names what is counted, and cannot change the figure before it."""
    kind, word, _, _ = text.token(index)
    if any(text.is_designation(index - back) for back in range(3)):
        return True
    if kind == FIGURE:  # the 2 of CO2
        return text.token(index - 1).kind == WORD and text.glued(index) and word.isdigit()
    if kind != WORD:
        return word in _QUIET or word in en.DEGREES or (word in _JOINING and text.token(index + 1).kind == WORD)
    if text.token(index - 1).kind == FIGURE and text.glued(index):
        return False
    if word == "times":
        return index + 1 == len(text.tokens) or parse_rate(text, index + 1) is not None
    if word in en.ARTICLES:
        return text.token(index + 1).kind == WORD and parse_unit(text, index + 1) is None
    if word in ed.MONTHS and word not in _AS_MONTHS_ONLY:
        return text.between(index, index + 1).islower()
    if len(word) == 1 or word in _NOT_NOUNS or parse_currency_behind(text, index) is not None:
        return False
    return not _is_behind_number(text, index) or _is_plausible(text, index)


def _is_behind_number(text: Text, index: int) -> bool:
    before = text.token(text.before(index, "-"))
    return before.kind == FIGURE or before.text in en.CARDINALS or before.text in en.SCALES or before.text == en.HUNDRED


def _is_plausible(text: Text, index: int) -> bool:
    """False for what may be a scale or a unit instead of a thing that is counted: "5 milion", "5 Kr", "5 lkh", "5 mb".

    A thing is spelled out, or an acronym: alone in its plural ("20 MPs"), else before another word ("300 FBI agents").
    """
    word, written = text.at(index), text.between(index, index + 1)
    if len(word) >= SHORTEST_SCALE and any(
        Indel.normalized_similarity(word, scale) >= LIKE_A_SCALE for scale in (*en.SCALES, en.HUNDRED)
    ):
        return False
    if _SPELLED_OUT.fullmatch(word):
        return not (written.endswith(".") and text.token(index + 1).kind == WORD)
    if _ACRONYM.fullmatch(written):
        is_unit = unit_names.find(written) is not None
        return not is_unit and text.token(index + 1).kind == WORD and text.at(index + 1) not in _SHORT_WORDS
    return word in _SHORT_WORDS or _ACRONYMS.fullmatch(written) is not None
