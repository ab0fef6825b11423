"""Figures beside a word that may name a unit or be part of the name of a thing: refused, since either may be meant."""

from __future__ import annotations

from crosscheck.problems import shown
from crosscheck.readings.amounts.unit_grammar import is_singular, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.numbers.number import Number
from crosscheck.readings.tokens import WORD, Text


def refuse_compound(text: Text, start: int, index: int) -> None:
    """Refuse "12 million-dollar homes": a hyphen binds more tightly than a space, so these may be twelve."""
    last = index - 1
    is_joined = text.at(index) == "-" and text.glued(index) and last > start and not text.glued(last)
    scale = text.at(last)
    if not is_joined or not (scale in en.SCALES or scale == en.HUNDRED or scale in en.DOZENS):
        return
    if parse_unit(text, index + 1) or parse_currency_behind(text, index + 1):
        raise ReadingError(
            f"{shown(text.between(start, index + 2))} may count what is {text.between(last, index + 2)}",
            nearest="a 12-million-dollar home, or 12 homes", understood=text.between(start, last),
        )  # fmt: skip


def refuse_attribute(text: Text, number: Number, start: int, index: int) -> None:
    """Refuse "300 foot soldiers", "300 day labourers": of a thing named by its unit there may be so many."""
    word, following = text.at(index - 1), text.token(index)
    is_bare = index == start + 1 and text.at(start - 1) != "-" and number.scale == 1
    if not is_bare or number.value <= 1 or following.kind != WORD:
        return
    is_behind = following.text in en.BEHIND_A_UNIT or parse_unit(text, index) or parse_rate(text, index)
    is_letter = len(word) == 1 and word.isalpha() and not text.glued(start)
    if (is_letter or is_singular(word)) and not is_behind:
        raise ReadingError(
            f"{shown(text.between(start, index + 1))} may be what is counted",
            nearest="the figure and its unit joined by a hyphen", understood=text.between(0, start),
        )  # fmt: skip
