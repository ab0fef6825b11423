"""Changes: which way a figure goes ("fell 5%", "a $2m loss", "10% cheaper"), and figures that were reached.

Before a figure stands a verb ("rose by"), or a noun ("a drop of"); behind it a noun, a comparative, a participle. What
was there before ("12, up from 10") and what is a part of it ("including three children") leave the figure as it is.
"""

from __future__ import annotations

from crosscheck.model import Kind
from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import NUMBER_WORDS, parse_number
from crosscheck.readings.numbers.number import Number
from crosscheck.readings.numbers.rounding import AT_LEAST, OVER
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

_REACHING = Phrases.of(en.REACHING)
_PASSED = Phrases.of(phrase for phrase in en.HEDGES if not en.PASSING.isdisjoint(phrase.split()))
_STANDINGS = Phrases(en.STANDINGS)
PERIODS = Phrases.of(en.PERIODS)
_FORMERLY = Phrases.of(en.FORMERLY)
_PART_OF_IT = Phrases.of(en.PART_OF_IT)
_OF_THEM = Phrases.of(en.OF_THEM)
_LEAST = frozenset({AT_LEAST, OVER})
_BEHIND_A_NOUN = en.PREPOSITIONS | {en.OF, en.THAN}
_WHEN_OR_WHERE = en.WHEN_OR_WHERE | en.WEEKDAYS.keys()
_BEFORE_A_BASE = en.ONWARDS | {en.THAN}

TWO_CLAIMS = "a change or two claims; curate each figure as a claim of its own"


def change_before(text: Text, index: int, amount: Amount) -> int | None:
    """The index behind what says at token `index` that the figure is a change, or what was reached by one."""
    word = text.at(index)
    if word in en.MULTIPLIED and text.at(text.skip(index + 1, "-")) not in en.DIGIT:
        return _reached(text, index, amount, must=True)
    if word == en.BY and index == 0:
        amount.change(None, word)
        return index + 1
    direction = en.CHANGE_VERBS.get(word)
    if word in en.RAISES and (text.at(index + 1) == en.BY or _REACHING.at(text, index + 1)):
        direction = en.UP
    if direction is not None:
        reached = _reached(text, index, amount, must=False)
        if reached is not None:
            return reached
        after = text.skip(index + 1, en.BY)
        if after == index + 1 and _PASSED.at(text, after) is not None:
            amount.note(text.between(index, after), "the figure that was passed")
            return after
        if text.at(after) == en.OF:
            return _noun_of(text, index, amount)
        amount.change(direction, text.between(index, after))
        return after
    return _noun_of(text, index, amount)


def _reached(text: Text, index: int, amount: Amount, *, must: bool) -> int | None:
    found = _REACHING.at(text, index + 1)
    if found is None and must:
        raise ReadingError(
            f"how many {shown(text.between(index, index + 1))} makes is not said; curate the figure that was reached",
            understood=text.between(0, index),
        )
    if found is not None:
        amount.note(text.between(index, found[1]), "the figure that was reached")
    return found[1] if found is not None else None


def _noun_of(text: Text, index: int, amount: Amount) -> int | None:
    """`a drop of`, `a net loss of`."""
    place = text.skip(index, *en.ARTICLES)
    while text.at(place) in en.CHANGE_ADJECTIVES:
        place += 1
    direction = en.CHANGE_NOUNS.get(text.at(place))
    if direction is None or text.at(place + 1) != en.OF:
        return None
    amount.change(direction, text.between(index, place + 2))
    return place + 2


def change_behind(text: Text, index: int, amount: Amount, is_measured: bool, is_first: bool) -> int | None:
    """The index behind what says at token `index`, behind a figure, which way it goes."""
    period = PERIODS.at(text, text.skip(index, ","))
    if period is not None:
        is_change = period[0] in en.OVER_A_PERIOD and amount.direction is None
        meaning = "a change over that time; up or down is not said" if is_change else "the time over which it changed"
        amount.note(text.between(index, period[1]), meaning)
        return period[1]
    off = _off(text, index, amount)
    if off is not None:
        return off
    standing = _STANDINGS.at(text, index)
    if standing is not None:
        amount.change(standing[0], text.between(index, standing[1]))
        return standing[1]
    if is_first and not is_measured and text.at(index).endswith("s") and text.at(index) in en.CHANGE_NOUNS:
        return None  # "three losses" counts them
    found = _comparative(text, index, is_measured, is_first) or _noun(text, index, amount) or _participle(text, index)
    if found is not None:
        amount.change(found[0], text.between(index, found[1]))
        return _base(text, found[1])
    return None


def _comparative(text: Text, index: int, is_measured: bool, is_first: bool) -> tuple[str, int] | None:
    word = text.at(index)
    direction = en.COMPARATIVES.get(word)
    is_compound = text.at(index + 1) == "-" and text.glued(index + 1)
    is_open = is_measured or word in en.AT_THE_END or (is_first and word in en.COUNTED_COMPARATIVES)
    is_none = text.at(index - 1) in en.NONE  # "no more"
    is_inside = is_none or (word in en.AT_THE_END and index + 1 < len(text.tokens))  # "10 years behind bars"
    if direction is None or is_compound or is_inside or not is_open:
        return None
    return direction, index + 1


def _off(text: Text, index: int, amount: Amount) -> int | None:
    """The end of "5% off the pace", "$5 off the price": so much below it; raises `ReadingError` for "two points off".

    Of "12 km off the coast" it says where that is, and of "5% off sick" who they are.
    """
    rest = text.tokens[index + 1 :]
    if text.at(index) != en.OFF or not rest:
        return None
    measure = amount.figures[-1].measure if amount.figures else amount.measure
    is_part = measure is not None and (measure.is_share or measure.is_money)
    if is_part and text.at(index + 1) in en.ONWARDS:  # "5% off from last year"
        amount.change(en.DOWN, text.between(index, index + 1))
        return _base(text, index + 1)
    if not any(token.text in en.LEVELS for token in rest):
        if is_part and text.at(index + 1) in en.OFF_WHAT:
            raise ReadingError(f"{shown(text.after(index))} may be what the figure is below")
        return None
    if not is_part or any(token.kind == FIGURE and len(token.text) != len("2022") for token in rest):
        raise ReadingError(f"{shown(text.after(index))} compares: a difference is not the amount itself")
    amount.change(en.DOWN, text.after(index))
    return len(text.tokens)


def _noun(text: Text, index: int, amount: Amount) -> tuple[str, int] | None:
    direction = en.CHANGE_NOUNS.get(text.at(index)) or _up_or_down(text, index)
    measure = amount.figures[-1].measure if amount.figures else None
    if direction is None and measure is not None and measure.kind is Kind.SHARE:
        direction = en.CHANGES_OF_SHARES.get(text.at(index))
    return (direction, index + 1) if direction is not None and _ends_phrase(text, index + 1) else None


def _up_or_down(text: Text, index: int) -> str | None:
    word, following = text.at(index), text.at(index + 1)
    is_open = index + 1 == len(text.tokens) or following in en.ONWARDS
    if word == en.OFF and index + 1 == len(text.tokens):
        return en.DOWN
    return word if word in (en.UP, en.DOWN) and is_open else None


def _participle(text: Text, index: int) -> tuple[str, int] | None:
    direction = en.CHANGE_PARTICIPLES.get(text.at(index))
    return (direction, index + 1) if direction is not None and index + 1 == len(text.tokens) else None


def _ends_phrase(text: Text, index: int) -> bool:
    """True where a noun is the last one: "a 5% drop in sales", "a 5% drop last year", and not "12 fall guys"."""
    if text.token(index).kind not in (WORD, FIGURE) or text.at(index) in _BEHIND_A_NOUN:
        return True
    return text.at(index) in _WHEN_OR_WHERE or PERIODS.at(text, index) is not None


def _base(text: Text, index: int) -> int:
    """The index behind the `than last year` of "six more than last year", if nothing but words stands in it."""
    if text.at(index) not in _BEFORE_A_BASE:
        return index
    rest = text.tokens[index + 1 :]
    if text.at(index) == en.OVER and _is_how_long(text, index + 1):
        return index
    is_plain = rest and all(t.kind == WORD and t.text not in NUMBER_WORDS for t in rest)
    return len(text.tokens) if is_plain else index


def _is_how_long(text: Text, index: int) -> bool:
    """True for the `a decade` of "$5m in cuts over a decade"; not for "over the past year", "over a year ago"."""
    is_counted = text.at(index) in en.ARTICLES or text.at(index) in en.VAGUE or text.at(index) in en.CALENDAR_UNITS
    return is_counted and text.tokens[-1].text in en.CALENDAR_UNITS


_OTHER_NUMBERS = NUMBER_WORDS - {"one"}


def former_or_part(text: Text, index: int, amount: Amount) -> int | None:
    """The end, where the rest is what a figure was before (`, up from 10`) or a part of it (`, including three`)."""
    place = text.skip(index, ",")
    part = _PART_OF_IT.at(text, place)
    if part is None and text.at(index) == ",":
        counted = parse_number(text, place)
        part = _OF_THEM.at(text, counted[1]) if counted is not None else None
    if part is not None:
        amount.note(text.after(index), "a part of it; not read")
        return len(text.tokens)
    perhaps = text.skip(text.skip(index, ","), en.AND)
    if perhaps > index and text.at(perhaps) in en.PERHAPS and _LEAST.intersection(amount.hedges):
        amount.note(text.after(index), "how many there may be; not read")
        return len(text.tokens)
    if place > index and text.at(place) in (en.UP, en.DOWN) and _base(text, place + 1) > place + 1:
        amount.note(text.after(index), "what it was before; not read")
        return len(text.tokens)
    former = _FORMERLY.at(text, place)
    is_plain = text.at(place) in {en.UP, en.DOWN, en.COMPARED_WITH}
    if former is None or (text.at(index) != "," and not is_plain):
        return None
    before = _figure_at(text, former[1])
    if before is None or _has_another(text, before[1]):
        return None
    _refuse_impossible(text, place, before[0], amount)
    amount.note(text.after(index), "what it was before; not read")
    return len(text.tokens)


def _figure_at(text: Text, index: int) -> tuple[Number, int] | None:
    while index < len(text.tokens) and text.token(index).kind != FIGURE and text.at(index) not in NUMBER_WORDS:
        if text.token(index).kind == WORD and text.at(index) not in en.HEDGES and text.at(index) not in en.ARTICLES:
            return None
        index += 1
    return parse_number(text, index)


def _has_another(text: Text, index: int) -> bool:
    """True if another figure than a year follows."""
    return any(
        (token.kind == FIGURE and not (len(token.text) == 4 and token.text.isdigit())) or token.text in _OTHER_NUMBERS
        for token in text.tokens[index:]
    )


def _refuse_impossible(text: Text, place: int, before: Number, amount: Amount) -> None:
    """Refuse "12, up from 15"."""
    word = text.at(place)
    if amount.low is None or word not in (en.UP, en.DOWN):
        return
    now = amount.low.number
    if now.scale == before.scale and (now.value > before.value) != (word == en.UP):
        raise ReadingError(f"{amount.low.written} is not {word} from {before.value}", nearest="")
