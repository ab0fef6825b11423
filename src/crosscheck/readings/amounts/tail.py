"""What stands behind a figure: hedges, words that name what is counted, at most one rate, remarks in parentheses.

What is left over when the grammar ends is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import Indel

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import NEAREST, Amount
from crosscheck.readings.amounts.asides import parse_another_penalty, parse_aside, parse_other_unit
from crosscheck.readings.amounts.changes import PERIODS, change_behind, former_or_part
from crosscheck.readings.amounts.figures import parse_figure
from crosscheck.readings.amounts.late import HEDGES_AFTER, in_currency, late_scale, late_unit
from crosscheck.readings.amounts.measures import Measure
from crosscheck.readings.amounts.nouns import is_measured, refuse_change, refuse_changing
from crosscheck.readings.amounts.openers import AN_AVERAGE, ON_AVERAGE
from crosscheck.readings.amounts.qualifiers import difference as _difference
from crosscheck.readings.amounts.qualifiers import names_a_nation
from crosscheck.readings.amounts.qualifiers import nationality as _nationality
from crosscheck.readings.amounts.qualifiers import price_of as _price_of
from crosscheck.readings.amounts.qualifiers import qualifier as _qualifier
from crosscheck.readings.amounts.unit_grammar import parse_currency, parse_currency_behind, parse_rate, parse_unit
from crosscheck.readings.amounts.units import Unit, find_unit, is_sign
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import TEMPERATURE, TIME
from crosscheck.readings.numbers import looks_like_a_year, parse_number
from crosscheck.readings.numbers.rounding import APPROX, JUST_OVER
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

PLUS_MINUS = Phrases.of(en.PLUS_MINUS)
_PLUS_ONE = Phrases.of(en.PLUS_ONE)
_JOINTS = (en.AND, en.OR, ",", ";", "&", "/", "x", "\u00d7")
_EXTENTS = Phrases.of(en.EXTENT_PHRASES)
_ZERO = Phrases(en.ABOVE_AND_BELOW_ZERO)
_ESTIMATE = re.compile(r"\(\s*(?:[0-9]{4}\s+)?est\.?\s*\)|\(\s*[0-9]{4}\s*\)")


def parse_tail(text: Text, index: int, amount: Amount, parse: Callable[[Text], Amount]) -> None:
    """Read all that stands from token `index` on into `amount`, amounts within it by `parse`; raises `ReadingError`."""
    if index == len(text.tokens):
        return
    index = in_currency(text, late_unit(text, late_scale(text, index, amount), amount), amount)
    _refuse_second_unit(text, index, amount)
    nouns: list[str] = []
    while index < len(text.tokens):
        refuse_changing(text, index, amount, nouns)
        after = (
            _difference(text, index, amount, nouns)
            or _nationality(text, index, amount, nouns)
            or _qualifier(text, index, amount, nouns)
            or _rate(text, index, amount, bool(nouns))
            or _price_of(text, index, amount, bool(nouns))
            or _beside_zero(text, index, amount, nouns)
            or _margin(text, index, amount)
            or _multiple(text, index, amount, bool(nouns))
            or _base(text, index, amount, bool(nouns))
            or _plus_one(text, index, amount)
            or _suffix(text, index, amount)
            or former_or_part(text, index, amount)
            or change_behind(text, index, amount, is_measured(amount) or _is_share(amount), not nouns)
            or _extent(text, index, amount)
            or _estimate(text, index, amount)
            or parse_aside(text, index, amount, parse)
            or parse_other_unit(text, index, amount, parse)
            or parse_another_penalty(text, index, amount, parse)
        )
        if after is None:
            is_range_of_times = amount.high is not None and text.at(index) == "times" and index + 1 == len(text.tokens)
            refuse_change(text, index, amount, nouns)
            if not is_range_of_times and not is_noun(text, index):
                raise _not_understood(text, index)
            nouns.append(text.between(index, index + 1))
            after = index + 1
            if (average := ON_AVERAGE.at(text, index)) is not None:
                amount.note(text.between(index, average[1]), AN_AVERAGE)
        index = after
    amount.noun = " ".join(nouns)
    if nouns:
        amount.note(amount.noun, "what it is a figure of; not compared")


def _not_understood(text: Text, index: int) -> ReadingError:
    """What is wrong with the rest; no form is named, since none that is shorter says the same."""
    rest, understood = shown(text.after(index)), text.between(0, index)
    before = index if text.at(index) in en.PREPOSITIONS else index - 1
    if before > 0 and text.at(before) in en.PREPOSITIONS and _is_a_time(text, before + 1):
        when = shown(text.after(before))
        return ReadingError(f"{when} is a time, which belongs in when of the claim", understood=text.between(0, before))
    place = text.skip(text.skip(index, *_JOINTS), *_JOINTS)
    joined = index > 0 and (place > index or text.at(index - 1) in (*_JOINTS, *en.PREPOSITIONS, en.OF))
    if joined and (parse_number(text, place) or parse_currency(text, place)):
        why = f"{rest} is a second figure; curate each as a claim of its own"
        return ReadingError(why, understood=understood)
    if text.at(index) in ("fold", "times"):
        return ReadingError(f"{shown(text.raw)} is a multiple; curate the figure that it makes")
    return ReadingError(f"{rest} was not understood", understood=understood)


def _is_a_time(text: Text, index: int) -> bool:
    """True for the `2020` of "300 in 2020", `five years` of "$2bn over five years"."""
    place = text.skip(text.skip(index, "the", *en.ARTICLES), "next", "past", "last")
    counted = parse_number(text, place)
    after = counted[1] if counted is not None else place
    return looks_like_a_year(text, place) or any(
        text.at(at) in (*en.MONTHS, *en.CALENDAR_UNITS) for at in (place, after)
    )


def _margin(text: Text, index: int, amount: Amount) -> int | None:
    """The `± 3` of "45% ± 3"."""
    found = PLUS_MINUS.at(text, index)
    parsed = parse_figure(text, found[1], prefer_units=True) if found is not None else None
    if parsed is None or amount.low is None or amount.high is not None or amount.hedges or amount.margin:
        return None
    amount.margin = parsed[0]
    amount.note(text.between(index, parsed[1]), "by so much it may be off")
    return parsed[1]


def _multiple(text: Text, index: int, amount: Amount, has_nouns: bool) -> int | None:
    """The `times` of "three times", the `x` of "2.5x", at the end: a pure number."""
    place = len(text.tokens) - 1
    if index < place - 1 or text.at(place) not in en.MULTIPLES or text.skip(index, "-") != place:
        return None
    low = amount.low
    if has_nouns or low is None or amount.high is not None or low.measure is not None:
        return None
    amount.is_multiple, amount.low = True, low._replace(written=text.raw.strip())
    return place + 1


def _base(text: Text, index: int, amount: Amount, has_nouns: bool) -> int | None:
    """The `of 500` of "20% of 500 people": of how many it is a share."""
    if text.at(index) != en.OF or has_nouns or amount.base:
        return None
    low = amount.low
    if low is None or low.measure is None or not low.measure.is_share:
        return None
    place = text.skip(index + 1, "the", "all")
    parsed = parse_number(text, place)
    if parsed is None or parsed[0].value.denominator != 1 or parsed[0].value <= 1 or looks_like_a_year(text, place):
        return None
    figure = parse_figure(text, place, prefer_units=False)
    if figure is None or figure[0].measure is not None or figure[1] != parsed[1]:
        return None
    amount.base = text.between(index, parsed[1])
    amount.note(amount.base, "what it is a share of; not read")
    return parsed[1]


def _is_share(amount: Amount) -> bool:
    return amount.low is not None and amount.low.number.is_fraction


def _refuse_second_unit(text: Text, index: int, amount: Amount) -> None:
    """Refuse "5 newton metres" and "$5 pounds": what two units make together is not in the table."""
    place = text.skip(index, "-")
    if PERIODS.at(text, place) or names_a_nation(text, place, amount) or parse_rate(text, place):
        return
    if is_measured(amount) and (parse_unit(text, place) or parse_currency_behind(text, place)):
        raise ReadingError(f"a second unit, {shown(text.after(place))}", nearest=NEAREST)


def _rate(text: Text, index: int, amount: Amount, nouns: bool) -> int | None:
    if text.at(index) in en.ARTICLES and text.at(index - 1) in en.PREPOSITIONS:
        return None
    index = index + 1 if text.is_hyphen(index) else index  # "£1.2m-a-year"
    rate = parse_rate(text, index) or _to_the(text, index, amount)
    # "$70 a barrel" is a price, "300 men a mile away" no rate; nor is what a base has ("20% of 3,000 a day").
    if rate is None or amount.base or (text.at(index) in en.ARTICLES and nouns and rate[0].dims != TIME):
        return None
    if amount.rate is not None:
        raise ReadingError(f"a second rate, {shown(text.between(index, rate[1]))}", nearest=NEAREST)
    amount.rate, after = rate
    amount.note(text.between(index, after), f"rate: per {rate[0].symbol}")
    return after


def _to_the(text: Text, index: int, amount: Amount) -> tuple[Unit, int] | None:
    """The `to the gallon` of "30 miles to the gallon"."""
    is_rate = text.at(index) == en.TO and text.at(index + 1) == "the" and is_measured(amount)
    return parse_unit(text, index + 2) if is_rate else None


def _plus_one(text: Text, index: int, amount: Amount) -> int | None:
    """The `plus one` of "half plus one", of how many nobody knows: a little more than the share."""
    found = _PLUS_ONE.at(text, index)
    low = amount.low
    is_share = low is not None and (low.measure is not None and low.measure.is_share)
    if found is None or not is_share or amount.high is not None or amount.hedges:
        return None
    amount.hedge(text, index, JUST_OVER, found[1])
    return found[1]


def _suffix(text: Text, index: int, amount: Amount) -> int | None:
    found = HEDGES_AFTER.at(text, text.skip(index, "-"))
    if found is None:
        return None
    if text.at(found[1] - 1) in en.LEAST_AND_MOST and text.at(found[1]) in en.WAGES:
        return None
    if text.at(found[1] - 1) in en.RISING and found[1] < len(text.tokens):
        return None
    amount.hedge(text, index, *found)
    return found[1]


def _extent(text: Text, index: int, amount: Amount) -> int | None:
    """The `tall` of "5 feet tall", the `away` of "three hours away"."""
    place = text.skip(index, "-")
    phrase = _EXTENTS.at(text, index)
    if phrase is not None and is_measured(amount):
        return phrase[1]
    return place + 1 if is_measured(amount) and text.at(place) in en.EXTENTS else None


def _beside_zero(text: Text, index: int, amount: Amount, nouns: list[str]) -> int | None:
    """The `below zero` of "12C below zero", "12 degrees below zero", "25 below zero Fahrenheit"."""
    found = _ZERO.at(text, index)
    if found is None:
        return None
    low = amount.low
    is_temperature = low is not None and low.measure is not None and low.measure.unit.dims == TEMPERATURE
    is_bare = low is not None and low.measure is None and (not nouns or nouns[0] in en.DEGREES) and len(nouns) < 2
    if low is None or amount.high is not None or amount.hedges or not (is_temperature or is_bare):
        return None
    sign, after = found
    unit = parse_unit(text, after) if is_bare else None
    measure = low.measure
    if unit is not None and unit[0].dims == TEMPERATURE:
        measure, after = Measure.of_unit(unit[0]), unit[1]
        nouns.clear()
    elif is_bare and not nouns:
        nouns.append("degrees")
    if (measure is not None and not measure.unit.offset) or low.number.value <= 0:
        return None
    low = low._replace(measure=measure)
    amount.low = low if sign > 0 else low._replace(number=low.number.negative(), written=f"minus {low.written}")
    amount.note(text.between(index, after), amount.low.description)
    return after


def _estimate(text: Text, index: int, amount: Amount) -> int | None:
    """`by some estimates`; `(2024 est.)`, `(2021)`: when a figure was estimated, which is not part of it."""
    if text.at(index) == en.BY:
        behind = next((at for at in range(index + 1, index + LONGEST_ESTIMATE) if text.at(at) in en.ESTIMATES), None)
        if behind is None or any(text.token(at).kind != WORD for at in range(index + 1, behind)):
            return None
        amount.hedge(text, index, APPROX, behind + 1)
        return behind + 1
    if text.at(index) != "(":
        return None
    match = _ESTIMATE.match(text.raw, text.tokens[index].start)
    if match is None:
        return None
    after = index
    while after < len(text.tokens) and text.tokens[after].start < match.end():
        after += 1
    if "est" in match.group():
        amount.hedges.append(APPROX)
    amount.note(
        text.between(index, after),
        "an estimate, of a time that belongs in when" if "est" in match.group() else "a time",
    )
    return after


LONGEST_ESTIMATE = 4
"""Words of "by most official estimates"."""
SHORTEST_SCALE, LIKE_A_SCALE = 5, 0.82
"""From so many letters on, a word that is so like "million" is taken for a misspelt scale."""

_SPELLED_OUT = re.compile(r"(?=.*[aeiouyà-öø-ÿ]).{3,}", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,}")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_SHORT_WORDS = en.PREPOSITIONS | {en.OF, en.OR, "so"}

_QUIET = ("'", '"')
_JOINING = ("-", ",", "&")
_AS_MONTHS_ONLY = frozenset(en.MONTHS) - {"may", "march"}
_NOT_NOUNS = frozenset().union(
    en.NOT_A_NOUN,
    en.CARDINALS,
    en.SCALES,
    en.LETTER_SCALES,
    en.DOZENS,
    en.COLLECTIVES,
    en.FRACTIONS,
    _AS_MONTHS_ONLY,
    {en.HUNDRED},
    en.UNKNOWN_SCALES,
    en.UNSPECIFIC,
) - {"gross", "grand", "score"}


def is_noun(text: Text, index: int) -> bool:
    """True for a word that names what is counted, and cannot change the figure before it."""
    kind, word, _, _ = text.token(index)
    if any(text.is_designation(index - back) for back in range(3)):
        return True
    if word == en.WITHOUT and text.token(index - 1).kind == WORD and not _is_behind_number(text, index):
        return text.at(index + 1) not in en.COUNTING
    if word == en.ONLY and index + 1 == len(text.tokens):
        return True
    if word in en.OTHERS and index > 0 and (_is_behind_number(text, index) or text.at(index - 1) == en.OF):
        return True
    if _is_model(text, index) or _is_model(text, index - 1):
        return True
    if kind == FIGURE:  # the 2 of CO2, not the 80 of 1m80
        is_name = text.token(index - 1).kind == WORD and text.glued(index) and word.isdigit()
        return is_name and not (text.glued(index - 1) and text.token(index - 2).kind == FIGURE)
    if word in ("(", ")"):
        return _holds_an_acronym(text, index)
    if kind != WORD:
        return word in _QUIET or word in en.DEGREES or (word in _JOINING and text.token(index + 1).kind == WORD)
    if text.token(index - 1).kind == FIGURE and text.glued(index):
        return False
    if word == "times":  # else it may be a multiple
        return parse_rate(text, index + 1) is not None
    if word in en.ARTICLES:
        return text.token(index + 1).kind == WORD and parse_unit(text, index + 1) is None
    if _names_a_place(text, index):
        return True
    if word in en.MONTHS and word not in _AS_MONTHS_ONLY:
        return text.between(index, index + 1).islower()
    if len(word) == 1 or word in _NOT_NOUNS or parse_currency_behind(text, index) is not None:
        return False
    return not _is_behind_number(text, index) or _is_plausible(text, index)


def _is_model(text: Text, index: int) -> bool:
    """True for the figure of "twelve 737 jets", "three 9mm pistols": part of a name, behind a number that is none."""
    before, last = text.token(index - 1), text.tokens[-1]
    counts = before.text in en.CARDINALS or (before.kind == FIGURE and "," in before.text)
    is_name = (
        last.kind == WORD
        and last.text.endswith("s")
        and not (parse_unit(text, len(text.tokens) - 1) or parse_currency_behind(text, len(text.tokens) - 1))
    )
    return counts and is_name and text.token(index).kind == FIGURE and index + 1 < len(text.tokens)


def _names_a_place(text: Text, index: int) -> bool:
    """True for the `fourth` of "three fourth-graders", "two third graders" and the `quarter` of "quarter-finals"."""
    if text.at(index) not in en.ORDINALS and text.at(index) not in en.BARE_FRACTIONS:
        return False
    is_joined = text.is_hyphen(index + 1) and text.token(index + 2).kind == WORD
    return is_joined or (text.token(index + 1).kind == WORD and text.at(index + 1).endswith("s"))


def _holds_an_acronym(text: Text, index: int) -> bool:
    """True for the parentheses of "internally displaced people (IDPs)", which name no other thing."""
    opening = index if text.at(index) == "(" else index - 2
    inside = text.between(opening + 1, opening + 2)
    is_closed = text.at(opening) == "(" and text.at(opening + 2) == ")"
    is_name = _ACRONYM.fullmatch(inside) or _ACRONYMS.fullmatch(inside)
    return is_closed and is_name is not None and text.token(opening - 1).kind == WORD and not find_unit(inside)


def _is_behind_number(text: Text, index: int) -> bool:
    before = text.token(text.before(index, "-"))
    return before.kind == FIGURE or before.text in en.CARDINALS or before.text in en.SCALES or before.text == en.HUNDRED


@lru_cache(maxsize=1 << 12)
def is_like_a_scale(word: str) -> bool:
    return any(Indel.normalized_similarity(word, scale) >= LIKE_A_SCALE for scale in (*en.SCALES, en.HUNDRED))


def _is_plausible(text: Text, index: int) -> bool:
    """False for what may be a scale or a unit instead of a thing that is counted: "5 milion", "5 Kr", "5 lkh", "5 mb".

    A thing is spelled out, or an acronym: alone in its plural ("20 MPs"), else before another word ("300 FBI agents").
    """
    word, written = text.at(index), text.between(index, index + 1)
    if _INITIALS.fullmatch(written) and word not in en.ERAS:  # "two U.S. soldiers"
        return text.token(index + 1).kind == WORD and text.at(index + 1) not in _SHORT_WORDS
    if word != "grand" and len(word) >= SHORTEST_SCALE and is_like_a_scale(word):
        return False
    if is_sign(written) and word not in _SHORT_WORDS:
        return False
    if _SPELLED_OUT.fullmatch(word):
        return not (written.endswith(".") and text.token(index + 1).kind == WORD)
    if _ACRONYM.fullmatch(written):
        is_unit = find_unit(written) is not None
        return not is_unit and text.token(index + 1).kind == WORD and text.at(index + 1) not in _SHORT_WORDS
    return word in _SHORT_WORDS or _ACRONYMS.fullmatch(written) is not None
