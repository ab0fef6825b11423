"""Dates in running text: which words before or behind one are no part of it, or make it count from something else."""

from __future__ import annotations

from crosscheck.readings.lexicon import en
from crosscheck.readings.prose.tails import is_number
from crosscheck.readings.tokens import FIGURE, SIGN, Text

FEW = frozenset(word for phrase in en.FEW for word in phrase.split()) - {"a", "of"}
_WINDOWS = frozenset(word for phrase in en.RELATIVE_WINDOWS for word in phrase.split())
_BEFORE_A_DATE = frozenset({"as", "over", "during", "within", "throughout", "through", "for", "in", "on"})
_PARTS_OF_AN_HOUR = frozenset({en.HALF, en.QUARTER})
HOURS = 12
_SHIFTS = frozenset({"after", "before", "prior", "later", "earlier"})


def is_led_up_to(text: Text, at: int, end: int) -> bool:
    """True of a date that a word stands before which is no part of it, or that counts units ("the last 40 years")."""
    counted = any(
        (is_number(text, place) or text.at(place) in FEW) and text.at(text.skip(place + 1, "-")) in en.CALENDAR_UNITS
        for place in range(at, end)
    )
    return text.at(at) in _BEFORE_A_DATE or (counted and any(text.at(place) in _WINDOWS for place in range(at, end)))


def shift_end(text: Text) -> int | None:
    """The index behind the `a week after`, `days before` that a text begins with, which counts from what follows."""
    for place in range(1, 5):
        if text.at(place - 1) in en.CALENDAR_UNITS and text.at(place) in _SHIFTS:
            return place + 1
    return None


def spoken_clock_end(text: Text) -> int | None:
    """The index behind the `half past three`, `a quarter to six`, `5 o'clock` that a text begins with."""
    place = text.skip(0, *en.ARTICLES)
    is_part = text.at(place) in _PARTS_OF_AN_HOUR
    if not is_part and not is_number(text, place):
        return None
    if not is_part and text.at(place + 1) in en.OCLOCK:
        return place + 2
    joint = text.skip(place + 1, *en.MINUTES) if not is_part else place + 1
    is_half = text.at(place) == en.HALF and place == 0 and text.at(joint) in en.CARDINALS  # "half nine"
    is_to = text.at(joint) == en.TO and (is_part or joint > place + 1)
    hour = joint if is_half else joint + 1
    if not (is_half or is_to or text.at(joint) in en.PAST) or _hour(text, hour) is None:
        return None
    # "cut by a quarter to six million"
    is_whole = text.token(hour + 1).kind == SIGN or text.at(hour + 1) in en.PREPOSITIONS | {"", en.AND, en.OR}
    return hour + 1 if is_whole or not (is_to or is_half) else None


def is_named_by_a_part(text: Text) -> bool:
    """True for the `half-time`, `a half marathon`, `a quarter past` that a text begins with."""
    place = text.skip(0, *en.ARTICLES)
    return text.at(place) in en.BARE_FRACTIONS and text.at(text.skip(place + 1, "-")) in en.NAMED_BY_A_PART


def _hour(text: Text, index: int) -> int | None:
    hour = en.CLOCK_WORDS.get(text.at(index)) or en.CARDINALS.get(text.at(index)) or text.integer(index, 2)
    return hour if hour is not None and 1 <= hour <= HOURS else None


def is_date_in_figures(text: Text, at: int) -> bool:
    """True for `11/02/89`, whatever its order."""
    return (
        all(text.token(at + place).kind == FIGURE for place in (0, 2, 4)) and text.at(at + 1) == text.at(at + 3) == "/"
    )
