"""The grammar of units in a text: currencies, units of measurement, and rates ("a month", "per capita")."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from crosscheck.readings.amounts.units import Unit, find_unit, has_plural, is_own_spelling, unit_of
from crosscheck.readings.lexicon import currencies, en, phrases
from crosscheck.readings.lexicon.units import COUNT, PEOPLE, TIME
from crosscheck.readings.numbers import parse_number
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

LONGEST = 6
"""Tokens of the longest spelling of a unit ("metric tons of CO2 equivalent" has six, "acre-feet" three)."""

SHORTEST_THING = 3

Parsed = tuple[Unit, int] | None
_MARKS = ("'", '"', "''")

_SIGNS = Phrases(currencies.SIGNS)
_NAMES = Phrases(
    {
        **en.CURRENCY_NAMES,
        **{
            f"{country} {noun}": code
            for code, (countries, nouns) in en.COUNTRIES.items()
            for country in phrases(countries)
            for noun in phrases(nouns)
        },
    }
)
_MINOR = Phrases(en.MINOR_UNITS)
_ADVERBS = Phrases(en.ADVERBS)
_CODES = {code.lower(): code for code in currencies.CODES}

_FEET_AND_INCHES = ("ft2", "ft3")

A_COUNT = Unit.of("count", 1, COUNT)
A_PERSON = Unit.of("person", 1, PEOPLE)


@cache
def currency(code: str, factor: Fraction = Fraction(1)) -> Unit:
    """A currency's unit; `code` is ISO 4217's, or a name that several share."""
    return Unit.of(code, factor, ((code, 1),))


def parse_currency(text: Text, index: int) -> Parsed:
    """A currency's sign or code at token `index`, before a figure: `$`, `A$`, `US$`, `USD`, `EUR`."""
    if text.token(index).kind == FIGURE:
        return None
    before = _before_only(text, index)
    if before is not None:
        return before
    sign = _SIGNS.at(text, index)
    # "A $5 million reward" is not in Australian dollars.
    is_word = len(text.at(index)) > 1 and text.at(index) not in en.HEDGES
    if sign is not None and (sign[1] == index + 1 or is_word or text.glued(index + 1)):
        return currency(sign[0]), sign[1]
    if sign is not None and text.at(index) == "$":
        return currency("$"), index + 1
    code = _CODES.get(text.at(index))
    if code is None or (code not in currencies.LOWER_CASE and text.between(index, index + 1) != code):
        return None
    return currency(code), text.skip(index + 1, "$")


def _before_only(text: Text, index: int) -> Parsed:
    """`R500m`, `Tk 500`, `S/500`, `Mexican pesos 500`: what is a currency only where a figure follows."""
    for after in (index + 1, index + 2, index + 3):
        if text.token(after).kind == FIGURE:
            written = text.between(index, after)
            code = currencies.SIGNS_BEFORE.get(written.removesuffix(".")) or currencies.SIGNS_BEFORE.get(written)
            if code is not None:
                return currency(code), after
            name = _NAMES.at(text, index) if after > index + 1 else None
            return (currency(name[0]), after) if name is not None and name[1] == after else None
    return None


def parse_currency_behind(text: Text, index: int) -> Parsed:
    """A currency at token `index` behind a figure: a sign, a code, a name, a minor unit."""
    minor = _MINOR.at(text, index)
    if minor is not None and (len(text.at(index)) > 1 or text.glued(index) or text.at(index) == "¢"):
        code, factor = minor[0]
        return currency(code, factor), minor[1]
    name = _NAMES.at(text, index)
    if name is not None:
        return currency(name[0]), name[1]
    return parse_currency(text, index)


def parse_unit(text: Text, index: int) -> Parsed:
    """The unit at token `index`, the longest spelling first."""
    for after in range(min(index + LONGEST, len(text.tokens)), index, -1):
        spelling = " ".join(text.between(index, after).split())
        if spelling in _MARKS and not (text.glued(index) and text.token(index - 1).kind == FIGURE):
            continue  # an apostrophe, a quotation mark
        if spelling == _MARKS[1] and text.at(0) == spelling:
            continue  # the end of what is quoted
        if spelling.endswith("'s") and text.token(after).kind == WORD:
            spelling = spelling.removesuffix("'s")  # "a minute's silence"
        # "in" is a unit only where nothing follows: "300 in the north".
        if spelling.lower() == "in" and after < len(text.tokens):
            continue
        # The F of "300 F16 jets" is none.
        if text.glued(after) and text.token(after).kind == FIGURE and spelling[-1].isalpha():
            continue
        # "6ft2" may be six feet two, "6 ft2" is an area.
        if text.glued(index) and spelling in _FEET_AND_INCHES and text.token(index - 1).kind == FIGURE:
            return None
        unit = find_unit(spelling)
        if unit is not None and not _may_be_a_name(text, index, after, spelling):
            return unit, after
    return None


def _may_be_a_name(text: Text, index: int, after: int, spelling: str) -> bool:
    """True for "MS" of "40 MS-13 members" and "NG" of "2,000 NG troops": capitals that are no unit's own spelling."""
    if text.is_designation(index):
        return True
    following = text.token(after)
    is_noun = following.kind == WORD and following.text not in en.BEHIND_A_UNIT and not text.glued(index)
    return spelling.isupper() and is_noun and not is_own_spelling(spelling)


def is_singular(word: str) -> bool:
    """True for "foot", "day", "dollar": the name of one, of which several have another form."""
    return word in en.ODD_SINGULARS or has_plural(word) or word + "s" in en.CURRENCY_NAMES


def parse_rate(text: Text, index: int) -> Parsed:
    """`a month`, `per kilowatt-hour`, `/day`, `yearly`, `per capita`, `per 100,000 people`, `every 40 minutes`."""
    adverb = _ADVERBS.at(text, index)
    if adverb is not None:
        return unit_of(adverb[0]), adverb[1]
    word = text.at(index)
    if word not in en.PER:
        return None
    place, factor = index + 1, Fraction(1)
    place = place + 1 if text.is_hyphen(place) else place  # "a-year"
    # "2/1000 kilograms" is a fraction, no rate.
    if word in ("per", "every") or (word in en.ARTICLES and text.token(place).kind == FIGURE):
        parsed = parse_number(text, place)
        if parsed is not None and parsed[0].value > 0:
            factor, place = parsed[0].value, parsed[1]
        elif word == "every" and text.at(place) == en.OTHER:
            factor, place = Fraction(2), place + 1
    if factor > 1 and place == len(text.tokens) and word in en.PER_ANYTHING:
        return _so_many(A_PERSON, factor), place  # "26 homicides per 100,000"
    if text.at(place) in (en.PER_HEAD if word in en.PER_ANYTHING else en.A_HEAD):
        return _so_many(A_PERSON, factor), place + 1
    if text.at(place) == "quarter":
        return unit_of("quarter"), place + 1
    found = parse_unit(text, place)
    if found is None or (word in ("each", "every") and found[0].dims != TIME):
        return None
    return _so_many(found[0], factor), found[1]


def thing(text: Text, index: int) -> Parsed:
    """The thing at token `index` that something is a price of, as a unit of its own: `ticket`, `pupil`."""
    word = text.at(index)
    if text.token(index).kind != WORD or not word.isalpha() or len(word) < SHORTEST_THING or word in en.NOT_A_NOUN:
        return None
    return Unit.of(word, 1, ((word, 1),)), index + 1


def _so_many(unit: Unit, factor: Fraction) -> Unit:
    return unit if factor == 1 else unit.multiplied(factor, f"{factor} {unit.symbol}")
