"""What running text adds to a figure: a noun that is counted, a rate, a second unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.readings.amounts.late import HEDGES_AFTER
from crosscheck.readings.amounts.tail import PLUS_MINUS
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import TIME
from crosscheck.readings.numbers import NUMBER_WORDS
from crosscheck.readings.tokens import FIGURE, WORD, Text

MOST_NOUN_WORDS, MOST_BEFORE_A_RATE = 5, 7
AWAY = frozenset({en.AGO, "later", "earlier", "hence"})
_ENDS_A_PHRASE = frozenset().union(
    en.NOT_A_NOUN,
    en.PREPOSITIONS,
    en.ARTICLES,
    en.DETERMINERS,
    en.MONTHS,
    en.WEEKDAYS,
    en.CALENDAR_UNITS,
    NUMBER_WORDS,
    en.CHANGE_VERBS,
    en.OTHERS - {"other"},
    en.POSSESSIVES,
    en.COMPARING,
    en.ENDS_A_NOUN,
    en.UNCOUNTED - {"more", "other"},
)
_THE = en.POSSESSIVES | {"those", "these"}
_COLLECTIVES = frozenset(phrase.split()[-1] for phrase in en.COLLECTIVES)
_NO_PLURALS = ("ss", "us", "is", "'s")
_ACRONYMS = re.compile(r"[A-Z]{2,}s\.?")
_YEARS = frozenset(range(1900, 2100))
"""Figures that are rather years than how many there are of what they stand before."""


def is_number(text: Text, index: int) -> bool:
    return text.token(index).kind == FIGURE or text.at(index) in NUMBER_WORDS


def is_ordinal(text: Text, index: int) -> bool:
    """True for `third` and `3rd`."""
    if text.token(index).kind == FIGURE:
        return text.at(index + 1) in en.ORDINAL_SUFFIXES and text.glued(index + 1)
    return text.at(index) in en.ORDINALS


def is_place_in_order(text: Text, at: int) -> bool:
    """True for `a third` of "a third year", which is no part of one."""
    is_part = text.at(at + 2) in en.BEHIND_A_FRACTION or text.token(at + 2).kind != WORD
    return text.at(at) in en.ARTICLES and text.at(at + 1) in en.ORDINALS and not is_part


def tail_ends(text: Text, end: int) -> Iterator[int]:
    """Every token behind which the amount may end that `text` begins with, and of which `end` ends the figure."""
    yield end
    hedge = HEDGES_AFTER.at(text, text.skip(end, "-"))
    place = hedge[1] if hedge is not None else end
    compound = place
    while hedge is None and text.is_hyphen(compound) and text.token(compound + 1).kind == WORD:
        compound += 2
    if compound > end:
        yield compound
    if hedge is not None and text.at(text.skip(place, "-")) in en.SCALES:
        place = text.skip(place, "-") + 1  # "$100-odd million"
    if is_bare(text, end):
        place = compound if compound > place else _unit_end(text, place) or _counted_end(text, place, end) or place
    else:
        place = _second_end(text, place) or place
    yield place
    margin = PLUS_MINUS.at(text, place)
    if margin is not None and is_number(text, margin[1]):
        yield _unit_end(text, margin[1] + 1) or margin[1] + 1
    rate = _rate_end(text, place, end)
    if rate is not None:
        yield rate


def _second_end(text: Text, index: int) -> int | None:
    """The index behind the `2 inches` of "6 feet 2 inches", the `, 2 in` of "6 ft, 2 in"."""
    place = text.skip(index, en.AND, ",")
    if not is_number(text, place):
        return None
    return place + 2 if text.at(place + 1) == en.IN else _unit_end(text, place + 1)


def _unit_end(text: Text, index: int) -> int | None:
    unit = parse_unit(text, index) or parse_currency_behind(text, index)
    return None if unit is None else unit[1]


def _counted_end(text: Text, index: int, end: int) -> int | None:
    """The index behind what a figure counts; a year counts nothing: "the 2024 elections"."""
    is_year = end == 1 and index == 1 and text.integer(0, 4) in _YEARS
    return None if is_year else noun_end(text, index)


def is_bare(text: Text, end: int) -> bool:
    """True if nothing says what the figure that ends before token `end` is a figure of."""
    has_currency = any(parse_currency(text, index) for index in range(end))
    return not has_currency and is_number(text, end - 1) and text.at(end - 1) not in en.FRACTIONS


def noun_end(text: Text, index: int) -> int | None:
    """The index behind the plural that is counted, `part-time workers`, `of the prisoners`, `men and women`."""
    place = index
    if text.at(place) == en.OF and text.at(place + 1) in _THE:
        place += 2
    elif text.at(place) == en.OF and text.at(place - 1) in _COLLECTIVES:
        place += 1
    place = text.skip(place, "more")
    found = None
    for at in range(place, place + MOST_NOUN_WORDS):
        kind, word, _, _ = text.token(at)
        if text.is_hyphen(at) and at > place:
            continue
        if word in en.OTHERS and at == place and word.endswith("s"):
            return at + 1
        if kind == FIGURE and at > place and text.between(at - 1, at)[:1].isupper():
            continue  # the 737 of "90 Boeing 737 jets"
        if kind != WORD or word in _ENDS_A_PHRASE:
            break
        if (_is_plural(word) and (found is None or word.endswith("s"))) or _ACRONYMS.fullmatch(
            text.between(at, at + 1)
        ):
            found = at + 1
        elif found is not None:
            break
    if found is not None and text.at(found) == en.AND and _is_noun(text, found + 1) and _is_plural(text.at(found + 1)):
        return found + 2
    return found


def _is_noun(text: Text, index: int) -> bool:
    is_participle = text.at(index).endswith(("ed", "ing"))
    return text.token(index).kind == WORD and text.at(index) not in _ENDS_A_PHRASE and not is_participle


def _is_plural(word: str) -> bool:
    return word in en.PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURALS))


def _rate_end(text: Text, index: int, end: int) -> int | None:
    """The index behind the rate behind an amount: `a day`, `per 100,000 people`, `of cocaine each month`, `a share`."""
    is_money = any(parse_currency(text, place) for place in range(end)) or parse_currency_behind(text, end - 1)
    if is_money and text.at(index) in en.PER and text.at(index + 1) in en.THINGS:
        return index + 2
    for place in range(index, index + MOST_BEFORE_A_RATE):
        rate = parse_rate(text, place)
        if place == index and text.at(place) == "per" and is_number(text, place + 1) and rate is None:
            return place + 2
        if rate is not None and (place == index or text.at(place) not in en.ARTICLES or rate[0].dims == TIME):
            return None if text.at(rate[1]) in AWAY | {"after", "before"} else rate[1]
        if text.token(place).kind != WORD or (place == index and text.at(place) != en.OF):
            return None
    return None
