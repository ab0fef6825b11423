"""What belongs together in running text: how far a figure reaches, and what would be torn off if it ended sooner."""

from __future__ import annotations

from crosscheck.readings.amounts.nouns import unit_in
from crosscheck.readings.amounts.tail import SHORTEST_SCALE, is_like_a_scale
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import looks_like_a_year
from crosscheck.readings.prose.tails import AWAY, is_bare, is_number
from crosscheck.readings.tokens import FIGURE, SIGN, WORD, Phrases, Text

MOST_IN_CORE, MOST_BEFORE_CORE = 14, 6
JOINTS = (en.RANGE_SEPARATORS | en.DATE_RANGE | {en.AND}) - {"/"}
"""What may join the two ends of a range."""
_PARTING = frozenset({en.TO, en.AND, en.OR})
_PERCENT = Phrases.of((*en.PERCENT, *en.PERCENTAGE_POINTS, *en.BASIS_POINTS))
_ERAS = frozenset({"BC", "AD", "BCE", "CE"})
_UNREAD = en.SCALE_WORDS | en.DEGREES | en.UNKNOWN_SCALES | en.OCLOCK
_MULTIPLES = frozenset({"fold", "times", "x", "×"})


def core_end(text: Text, at: int) -> int:
    """The index behind all that looks like one figure from token `at` on: numbers, scales, units, what joins them."""
    last, seen = at, False
    index = _first_number(text, at)
    while index < min(at + MOST_IN_CORE, len(text.tokens)):
        currency = parse_currency(text, index)
        if is_number(text, index) and not (seen and _is_another(text, index)):
            index, seen = index + 1, True
        elif currency is not None:
            index = currency[1]
            continue
        elif not seen:
            break
        elif text.at(index) in JOINTS and number_at(text, index + 1):
            index += 1
            continue
        else:
            after = _unit_end(text, index, last)
            if after is None:
                break
            index = after
        last = index
    return last


def _first_number(text: Text, at: int) -> int:
    """The index of the first figure or currency that the words from token `at` on may lead up to."""
    return next((place for place in range(at, at + MOST_BEFORE_CORE) if number_at(text, place)), at)


def _unit_end(text: Text, index: int, last: int) -> int | None:
    """The index behind a unit, "percent", "times", or what has no space before it."""
    percent = _PERCENT.at(text, index)
    if percent is not None:
        return percent[1]
    unit = parse_unit(text, index) or parse_currency_behind(text, index) if is_number(text, last - 1) else None
    if unit is not None:
        return unit[1]
    is_joined = text.at(index) in _MULTIPLES or (text.glued(index) and _joins(text, index))
    return index + 1 if is_joined else None


def _is_another(text: Text, index: int) -> bool:
    """True for a figure right behind a figure, which is no fraction of it."""
    return text.token(index - 1).kind == FIGURE and text.token(index).kind == FIGURE and text.at(index + 1) != "/"


def number_at(text: Text, index: int) -> bool:
    return is_number(text, index) or parse_currency(text, index) is not None


def _joins(text: Text, index: int) -> bool:
    """Whether a token without a space before it goes on with the figure before."""
    kind, word, _, _ = text.token(index)
    if kind != SIGN:
        return True
    if word in "%°€£¥₹¢‰+/^":
        return True
    following = text.token(index + 1)
    if word == "-":
        return text.glued(index + 1) and following.kind != SIGN
    return word in ".,:_~" and text.glued(index + 1) and following.kind == FIGURE


def torn_end(text: Text, at: int, end: int, *, in_english: bool) -> int:
    """The index behind what belongs to the value that stands from token `at` up to `end`; `end` if nothing does."""
    word, before = text.at(end), text.at(end - 1)
    if not word:
        return end
    part = and_a_part_end(text, end)
    if part is not None:
        return part
    if before in en.CALENDAR_UNITS and word == en.TO and text.at(end + 1) in en.UNSPECIFIC:
        return end + 2  # "25 years to life"
    is_away = before in en.CALENDAR_UNITS and word in AWAY
    if is_away or text.between(end, end + 1).replace(".", "") in _ERAS or (text.glued(end) and _joins(text, end)):
        return max(end + 1, core_end(text, at))
    if _is_day_of_month(text, end):
        return end + 2
    if not is_number(text, end - 1) or (end == at + 1 and looks_like_a_year(text, at)):
        return end
    if word == en.BY and number_at(text, end + 1):
        return core_end(text, end + 1)  # "10 by 20 feet"
    is_torn = _shares(text, end, text.part(at, end)) or _is_unread(text, at, end, in_english)
    return max(end + 1, core_end(text, at)) if is_torn else end


def _is_day_of_month(text: Text, end: int) -> bool:
    """True for the `and 14` behind "May 12", the second of two days that are not one span."""
    is_day = (text.integer(end + 1, 2) or 99) <= 31 and text.token(end + 2).kind != WORD
    names_month = text.integer(end - 1, 2) is not None and text.at(end - 2) in en.MONTHS
    return text.at(end) in JOINTS and is_day and names_month


def _shares(text: Text, end: int, value: Text) -> bool:
    """True for the `and 15 percent` behind "12", `and $93 billion` behind "$89": its unit or scale may be of both."""
    if text.at(end) not in JOINTS or not number_at(text, end + 1) or _has_scale(value):
        return False
    if is_bare(value, len(value.tokens)) and parse_currency(text, end + 1):
        return False
    right = text.part(end + 1, core_end(text, end + 1))
    return _has_scale(right) or (is_bare(value, len(value.tokens)) and _has_unit(right))


def _has_unit(text: Text) -> bool:
    last = len(text.tokens) - 1
    return not is_number(text, last)


def _is_unread(text: Text, at: int, end: int, in_english: bool) -> bool:
    """Whether a scale, a unit or a fraction that the reader refuses stands behind a bare figure."""
    word, kind = text.at(end), text.token(end).kind
    if not is_bare(text.part(at, end), end - at):
        return False
    if not in_english:
        return end == at + 1 and kind == WORD
    if kind == FIGURE:
        return text.at(end + 1) == "/" and text.glued(end + 1)
    if word in _UNREAD or _PERCENT.at(text, end):
        return True
    if word in _MULTIPLES and parse_rate(text, end + 1) is None:
        return True
    if kind == WORD and len(word) >= SHORTEST_SCALE and is_like_a_scale(word):
        return True
    is_unit = parse_unit(text, end) or parse_currency_behind(text, end) or (word != "are" and unit_in(word))
    return bool(is_unit)


def may_part(text: Text, at: int) -> bool:
    """Whether what stands before a figure makes "4% to 5%" two: `from`, or the verb of a change ("fell 4% to 5%")."""
    return text.at(at - 1) == en.FROM or text.at(at - 1) in en.CHANGE_VERBS


def parted_at(text: Text, at: int, end: int) -> int | None:
    """The index of the `to` between two figures that are each whole, "4% to 5%"; `at` if a `from` opens them.

    Two bare figures are parted by `from` or the verb of a change only.
    """
    is_from = text.at(at) == en.FROM
    may_be_bare = is_from or may_part(text, at)
    for place in range(at + 1 + is_from, end):
        if text.at(place) in _PARTING and number_at(text, place + 1):
            left, right = text.part(at + is_from, place), text.part(place + 1, end)
            if is_bare(left, len(left.tokens)) or _has_scale(right) > _has_scale(left):
                is_also_bare = is_bare(right, len(right.tokens)) and not _has_scale(right)
                is_whole = _is_measured(left) or (may_be_bare and is_also_bare)
            else:
                is_whole = True
            # The 10 before "15,000" could be thousands.
            is_whole = is_whole and not ("," in right.raw[right.tokens[0].start :] and "," not in left.at(0))
            return (at if is_from else place) if is_whole else None
    return None


def _is_measured(text: Text) -> bool:
    """True if a unit or "percent" ends a figure, which no scale can follow."""
    return not is_bare(text, len(text.tokens)) and not is_number(text, len(text.tokens) - 1)


def _has_scale(text: Text) -> bool:
    return not en.SCALE_WORDS.isdisjoint(text.words) or not text.words.isdisjoint(en.LETTER_SCALES)


def and_a_part_end(text: Text, index: int) -> int | None:
    """The index behind the `and a half` of "the next decade and a half"."""
    is_part = text.at(index) == en.AND and text.at(index + 1) in en.ARTICLES and text.at(index + 2) in en.BARE_FRACTIONS
    return index + 3 if is_part else None
