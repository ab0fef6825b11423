"""Figures that are told by their size only: `the mid-40s`, `in her 30s`, `six figures`, `low hundreds`, `over-18s`.

Each is a number in words that names none: the lowest and the highest that it states, and that it allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount, Collective
from crosscheck.readings.amounts.figures import Figure, parse_figure
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.unit_grammar import parse_rate, parse_unit
from crosscheck.readings.amounts.units import Unit, find_unit, unit_of
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import TIME
from crosscheck.readings.numbers.number import exact
from crosscheck.readings.numbers.rounding import AT_LEAST, FEW_ALLOWED, FEW_STATED
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text, split

_SCALES = Phrases({phrase: low for phrase, (_, _, low) in en.COLLECTIVES.items() if str(low).startswith("10")})
_THIRDS = Phrases(en.THIRDS_OF_A_SCALE)
_NO_ONE = Phrases.of(en.NO_ONE)
COLLECTIVES_JOIN = Phrases.of(en.COLLECTIVES_JOIN)
TIMES = Phrases(en.TIMES)
_OF_SOMEBODY = en.POSSESSIVES - {"the"}
_EVEN = Phrases.of(en.EVEN_SPLITS)
_IN_WORDS = Phrases(en.SHARES_IN_WORDS)
_PART_NAMES = {"much": "much", "minority": "a minority"}
_TEN_THIRDS = {en.LOW: (0, 3), en.MID: (4, 6), en.HIGH: (7, 9)}
_TEEN_THIRDS = {en.LOW: (3, 4), en.MID: (4, 6), en.HIGH: (7, 9)}
_SCALE_THIRDS = {en.LOW: (1, 4), en.MID: (4, 7), en.HIGH: (7, 10)}


_COMPACT = re.compile(
    r"([0-9]{1,3})h ?([0-5][0-9]|[0-9]{1,2}(?=m))(?:m(?:in)?)?(?: ?([0-9]{1,2})s)?|([0-9]{1,3})m ?([0-9]{1,2})s"
)
_NIGHTS = re.compile(r"(\w{1,12}) (days?|nights?)(?: and|,| /) (\w{1,12}) (days?|nights?)", re.IGNORECASE)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])|([0-9]{1,3})'([0-5][0-9])\"")


def spelled_out(text: Text) -> Text:
    """A duration without spaces or units, `1h30`, `3m 15s`, `2:01:09`, `3'15"`, as words have it; else the text."""
    match = _COMPACT.fullmatch(text.raw.strip()) or _CLOCK.fullmatch(text.raw.strip())
    if match is None:
        return _of_days_and_nights(text)
    hours, minutes, seconds, only_minutes, last = match.groups()
    parts = ((hours, "h"), (minutes or only_minutes, "min"), (seconds or last, "s"))
    return split(" ".join(f"{figure} {unit}" for figure, unit in parts if figure))


def _of_days_and_nights(text: Text) -> Text:
    """`five days and four nights`, `40 days and 40 nights`: the days, which the nights part; else the text."""
    match = _NIGHTS.fullmatch(text.raw.strip())
    if match is None:
        return text
    first, second = (int(word) if word.isdigit() else en.CARDINALS.get(word.lower(), 0) for word in match.group(1, 3))
    is_days_first = match[2][0] in "dD"
    days, nights = (first, second) if is_days_first else (second, first)
    is_one_stay = match[2][0].lower() != match[4][0].lower() and days and nights in (days - 1, days)
    return split(f"{days} days") if is_one_stay else text


def share_in_words(text: Text) -> Text:
    """A share of two equal parts, `a fifty-fifty split`, or of some or few (`some of them`), as others say it."""
    even = _EVEN.at(text, text.skip(0, *en.ARTICLES))
    if even is not None:
        return split(f"50% {text.after(even[1])}")
    found = _IN_WORDS.at(text, 0)
    rest = text.tokens[found[1] :] if found is not None else ()
    if found is None or any(token.kind != WORD or token.text in _NOT_OF_SOME for token in rest):
        return text
    of = "of " if text.at(found[1] - 1) == en.OF else ""
    return split(f"{_PART_NAMES[found[0]]} {of}{text.after(found[1])}")


_NOT_OF_SOME = frozenset().union(
    en.CARDINALS,
    en.SCALES,
    en.DOZENS,
    en.FRACTIONS,
    en.COLLECTIVES,
    en.CALENDAR_UNITS,
    en.NONE,
    en.NOT_ALL,
    (
        word
        for table in (en.HEDGES, en.HEDGES_AFTER, en.PARTS_OF_ALL, en.PERCENT)
        for phrase in table
        for word in phrase.split()
    ),
    {en.HUNDRED},
    en.MULTIPLES,
) - {"of", "the", "a", "an", "in", "on", "for", "as", "to"}


class Idiom(NamedTuple):
    """A collective with its measure (None: what is declared), and the index behind it."""

    collective: Collective
    measure: Measure | None
    after: int
    is_decade: bool = False
    """`the 40s`, which is no date only where a kind says so."""


def _years() -> Measure:
    return Measure.of_unit(unit_of("year"))


def parse_idiom(text: Text, index: int) -> Idiom | None:
    """The idiom at token `index`."""
    place, is_age = index, False
    if text.at(place) == en.IN:
        place = text.skip(place + 1, *en.POSSESSIVES)
        is_age = text.at(place - 1) in _OF_SOMEBODY
    place = text.skip(place, "the", *en.ARTICLES)
    third = _THIRDS.at(text, place)
    if third is not None:
        place = text.skip(third[1], "-")
    which = third[0] if third is not None else None
    found = (
        _decade(text, place, which, is_age)
        or _scale(text, place, which, text.at(index) == en.IN)
        or _digits(text, place, which)
        or (third is None and (_age(text, place) or _something(text, place)))
    )
    return found or None


def _decade(text: Text, index: int, third: int | None, is_age: bool) -> Idiom | None:
    """`30s`, `thirties`, `teens`."""
    tens, after = en.TENS.get(text.at(index)), index + 1
    if tens is None:
        figure = text.integer(index, 3)
        after = text.skip(index + 1, "'") + 1
        is_plural = text.at(after - 1) == "s" and text.glued(after - 1)
        if figure is None or not 20 <= figure < 100 or figure % 10 or not is_plural:
            return None
        tens = figure
    low, high = (3, 9) if tens == 10 else (0, 9)
    if third is None:
        collective = Collective(tens + low, tens + high, tens + low, tens + high)
    else:
        low, high = (_TEEN_THIRDS if tens == 10 else _TEN_THIRDS)[third]
        collective = Collective(tens + low, tens + high, tens + low - 1, tens + high + 1)
    return Idiom(collective, _years() if is_age else None, after, not is_age)


def _scale(text: Text, index: int, third: int | None, is_in: bool) -> Idiom | None:
    """`low hundreds`, `in the thousands`."""
    found = _SCALES.at(text, index)
    if found is None or (third is None and not is_in):
        return None
    base, after = found
    if third is None:
        return Idiom(Collective(*next(c for c in en.COLLECTIVES.values() if c[2] == base)), None, after)
    low, high = _SCALE_THIRDS[third]
    least, most = max(1, low - 1), high + 1
    return Idiom(Collective(low * base, high * base - 1, least * base, most * base - 1), None, after)


def _digits(text: Text, index: int, third: int | None) -> Idiom | None:
    """`double digits`, `six figures`; of low and high ones only single digits, since nobody knows of the others."""
    many = en.DIGITS.get(text.at(index)) or text.integer(index, 1)
    place = text.skip(index + 1, "-")
    is_figures = text.at(place) in en.FIGURES and not (many or 0) < 2
    if not many or not (text.at(place) in en.DIGIT or is_figures) or (third is not None and many > 1):
        return None
    low, high = 10 ** (many - 1), 10**many - 1
    if third is None:
        return Idiom(Collective(low, high, low, high), None, place + 1)
    low, high = (max(end, 1) for end in _TEN_THIRDS[third])
    return Idiom(Collective(low, high, max(low - 1, 1), min(high + 1, 9)), None, place + 1)


def _age(text: Text, index: int) -> Idiom | None:
    """`octogenarian`, `teenager`."""
    word = text.at(index)
    if word == en.CENTENARIAN:
        return Idiom(Collective(100, 119, 100), _years(), index + 1)
    low = en.AGES.get(word)
    if low is None:
        return None
    high = low + (6 if low < 20 else 9)
    return Idiom(Collective(low, high, low, high), _years(), index + 1)


def _something(text: Text, index: int) -> Idiom | None:
    """`40-something`, `thirtysomething`."""
    word = text.at(index)
    if word.endswith(en.SOMETHING) and word != en.SOMETHING:
        tens, after = en.CARDINALS.get(word.removesuffix(en.SOMETHING)), index + 1
    else:
        tens = text.integer(index, 2) or en.CARDINALS.get(word)
        place = text.skip(index + 1, "-")
        after = place + 1
        if text.at(place) != en.SOMETHING:
            return None
    if not tens or tens % 10 or tens < 20:
        return None
    return Idiom(Collective(tens, tens + 9, tens, tens + 9), None, after)


def parse_one(text: Text, index: int) -> tuple[Figure, int] | None:
    """`both`, `no one`, `month-long`: figures without a number word."""
    if text.at(index) == en.BOTH:
        return Figure(exact(2), None, text.between(index, index + 1)), index + 1
    group = en.GROUPS.get(text.at(text.skip(index, *en.ARTICLES)))
    if group is not None:
        after = text.skip(index, *en.ARTICLES) + 1
        return Figure(exact(group), None, text.between(index, after)), after
    nobody = _NO_ONE.at(text, index)
    if nobody is not None:
        return Figure(exact(0), None, text.between(index, nobody[1])), nobody[1]
    place = text.skip(index, *en.ARTICLES)
    word = text.at(place)
    if place > index and word in en.SINGLE and text.token(place + 1).kind == WORD:  # not "a single-engine plane"
        named = parse_unit(text, place + 1)
        after = named[1] if named is not None else place + 1
        return Figure(exact(1), Measure.of_unit(named[0]) if named else None, text.between(index, after)), after
    unit: Unit | None = None
    if en.CALENDAR_UNITS.get(word) == word and text.at(text.skip(place + 1, "-")) == en.LONG:
        found = parse_unit(text, place)
        unit, after = (found[0], text.skip(place + 1, "-") + 1) if found is not None else (None, place)
    elif (long := parse_long(text, place)) is not None and word.removesuffix(en.LONG) in en.CALENDAR_UNITS.values():
        unit, after = long
    if unit is None or unit.dims != TIME:
        return None
    return Figure(exact(1), Measure.of_unit(unit), text.between(index, after)), after


def parse_pieces(text: Text, index: int, *, is_measured: bool) -> tuple[Figure, int] | None:
    """`two $10 bills`, `three 50-cent coins`: as much as all of them are.

    Where a quantity `is_measured`, `two consecutive four-year terms` are as long; else they may be counted.
    """
    if text.words.isdisjoint(en.PIECES | en.TERMS):
        return None
    many = text.integer(index, 4) or en.CARDINALS.get(text.at(index))
    one = parse_figure(text, text.skip(index + 1, *en.WHOLE), prefer_units=True) if many else None
    if not many or one is None or one[0].measure is None or one[0].number.scale > 1:
        return None
    measure = one[0].measure
    is_time = is_measured and measure.unit.dims == TIME
    nouns = en.PIECES if measure.is_money else en.TERMS if is_time else frozenset()
    if text.at(one[1]) not in nouns:
        return None
    number = one[0].number.times(many)
    if measure.is_money:
        number = number._replace(decimals=2)  # the face of money is exact, as its cents are
    return Figure(number, measure, text.between(index, one[1])), one[1] + 1


def few_of(text: Text, unit: Unit, index: int, few_at: Callable[[int], int | None]) -> tuple[Collective, int]:
    """A few of a unit of time, or up to a few of a larger one (`days or weeks`), and the index behind them."""
    few = Collective(*FEW_STATED, *FEW_ALLOWED)
    joint = COLLECTIVES_JOIN.at(text, index)
    after = joint[1] if joint is not None else text.skip(index, en.AND)
    place = few_at(after) if after > index else None
    larger = parse_unit(text, place) if place is not None else None
    if larger is None:
        return few, index
    if joint is None or larger[0].dims != unit.dims or larger[0].low <= unit.high:
        raise ReadingError(f"how many {shown(text.raw)} are is not said")
    times = larger[0].high / unit.high
    return few._replace(high=FEW_STATED[1] * times, most=FEW_ALLOWED[1] * times), larger[1]


def parse_long(text: Text, index: int) -> tuple[Unit, int] | None:
    """The unit of `yearlong`, `monthslong`, and the index behind it."""
    word = text.at(index)
    stem = word.removesuffix(en.LONG)
    unit = find_unit(en.CALENDAR_UNITS[stem]) if stem != word and stem in en.CALENDAR_UNITS else None
    return None if unit is None else (unit, index + 1)


def parse_age_group(text: Text, index: int) -> tuple[Figure, int] | None:
    """The `18s` of "over-18s": years of age."""
    is_group = text.token(index).kind == FIGURE and text.at(index + 1) == "s" and text.glued(index + 1)
    age = text.integer(index, 3)
    if not is_group or age is None or text.at(text.before(index, "-")) not in ("over", "under"):
        return None
    return Figure(exact(age), _years(), text.between(index, index + 2)), index + 2


def parse_times(text: Text, index: int, amount: Amount) -> tuple[Figure, int] | None:
    """The `twice` of "twice a week", or alone, as `threefold` is; else it is a multiple ("twice as many")."""
    word = text.at(index)
    many = en.CARDINALS.get(word.removesuffix(en.FOLD)) if word.endswith(en.FOLD) else None
    if many is not None and index + 1 == len(text.tokens):
        amount.is_multiple = True
        return Figure(exact(many), None, text.between(index, index + 1)), index + 1
    found = TIMES.at(text, index)
    is_alone = found is not None and found[1] == len(text.tokens)
    if found is None or not (is_alone or parse_rate(text, found[1])):
        return None
    return Figure(exact(found[0]), None, text.between(index, found[1])), found[1]


def parse_how_often(text: Text, index: int) -> tuple[Figure, int] | None:
    """The one of `every two weeks`, `every other day`, `daily`, and the index of what says how often it is."""
    rate = parse_rate(text, index) if text.at(index) not in en.PER or text.at(index) in en.REPEATING else None
    is_alone = rate is not None and rate[1] == len(text.tokens) and rate[0].dims == TIME
    return (Figure(exact(1), None, text.after(index)), index) if is_alone else None


def is_suffixed(text: Text, index: int) -> bool:
    """True for "62nd", and not for the "12st" of twelve stone."""
    if text.at(index + 1) not in en.ORDINAL_SUFFIXES and text.at(index + 2) not in en.ORDINAL_SUFFIXES:
        return False
    place = index if text.token(index).kind == FIGURE else index + 1
    number, suffix = text.integer(place, 3), text.at(place + 1)
    if number is None or not text.glued(place + 1):
        return False
    return suffix == ("th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


def parse_ordinal(text: Text, index: int, amount: Amount) -> tuple[Figure, int] | None:
    """The `a fifth` of "a fifth person", `his 62nd`: where a thing is named, there are at least so many."""
    place = text.skip(index, *en.ARTICLES, *_OF_SOMEBODY)
    number, after = en.ORDINALS.get(text.at(place)), place + 1
    if number is None and text.at(place + 1) in en.ORDINAL_SUFFIXES and text.glued(place + 1):
        number, after = text.integer(place, 3), place + 2
    after = text.skip(after, *en.WHOLE)
    is_thing = (
        text.token(after).kind == WORD and text.at(after) not in en.NOT_COUNTED_OUT and text.glued(after) is False
    )
    is_named = text.at(place - 1) == "the"  # "the third option" is one of several
    is_bare = place == index and text.token(place).kind == WORD
    if not number or is_named or is_bare or amount.hedges or amount.direction or not is_thing:
        return None
    amount.is_ordinal = True
    amount.hedge(text, index, AT_LEAST, after)
    return Figure(exact(number), None, text.between(index, after)), after
