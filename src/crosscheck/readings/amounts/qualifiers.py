"""Words behind a measure that say which one it is: whose dollars, which mile, a difference of temperatures, per what.

Each takes an index and returns the one behind what it read, None if nothing of its kind stands there.
"""

from __future__ import annotations

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.measures import Measure, has_currency, shared_currency
from crosscheck.readings.amounts.unit_grammar import currency, parse_currency_behind, parse_unit, thing
from crosscheck.readings.amounts.units import Unit, find_unit, is_currency
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.units import TEMPERATURE
from crosscheck.readings.tokens import WORD, Phrases, Text

_NATIONS = Phrases(en.NATIONS)
_DIRECTIONS = {
    **dict.fromkeys(en.APART),
    **dict.fromkeys(en.WARMER, "up"),
    **dict.fromkeys(en.COOLER, "down"),
}
LONGEST_BASE = 20
"""Words behind "warmer" that may say than what."""
_MAY_FOLLOW = en.PREPOSITIONS | {en.OF, en.OR, en.AND, "", ",", "(", ")", "-", "/", "a", "an", "per", "each"}


def _unit(amount: Amount) -> Unit | None:
    """The unit of the last figure, or of "hundreds of dollars"."""
    measure = amount.figures[-1].measure if amount.figures else amount.measure
    return measure.unit if measure is not None else None


def _money(unit: Unit) -> str:
    return next(base for base, _ in unit.dims if is_currency(base) or base in currencies.SHARED)


def _change_unit(amount: Amount, change: Unit) -> None:
    """Give every figure that is in the last one's unit another one."""
    old = _unit(amount)
    made = Measure.of_unit(change)
    if amount.measure is not None:
        amount.measure = made
    low, high = (
        figure._replace(measure=made) if figure and figure.measure and figure.measure.unit == old else figure
        for figure in (amount.low, amount.high)
    )
    amount.low, amount.high = low, high


def difference(text: Text, index: int, amount: Amount, nouns: list[str]) -> int | None:
    """`1.5C warmer than usual`, `2C of warming`, `1.5 degrees C above preindustrial`: all words to the end."""
    unit = _unit(amount)
    is_bare = unit is None and not nouns and text.at(index) in en.DEGREES
    if not is_bare and (unit is None or unit.dims != TEMPERATURE):
        return None
    place = text.skip(index + is_bare, en.OF)
    word = text.at(place)
    behind = range(place + 1, len(text.tokens))
    if (
        word not in _DIRECTIONS
        or len(behind) > LONGEST_BASE
        or not all(text.token(other).kind == WORD or text.at(other) == "-" for other in behind)
    ):
        return None
    if word in ("above", "below") and text.at(place + 1) in ("zero", "freezing"):
        return None
    amount.is_difference = True
    amount.direction = _DIRECTIONS[word]
    nouns += [text.at(index)] if is_bare else []  # of which scale they are is for the declared unit to say
    amount.note(text.after(index), "a difference of temperatures")
    return len(text.tokens)


def nationality(text: Text, index: int, amount: Amount, nouns: list[str]) -> int | None:
    """`$500 Canadian`, `£5 million (Egyptian)`, `$500 in Australian currency`, `$1 million in US dollars`."""
    unit = _unit(amount)
    if unit is None or nouns or not has_currency(unit.dims):
        return None
    opening = text.at(index) == "("
    place = text.skip(text.skip(index, "("), en.IN)
    found = _NATIONS.at(text, place)
    if found is None:
        if amount.direction is None or text.at(index) not in en.WEEKDAYS:  # "a $5m loss Monday"
            _refuse_stranger(text, index)
        return None
    code, after = found
    noun = parse_currency_behind(text, after)
    named = parse_currency_behind(text, place)
    if named is not None and named[1] > after:
        after = named[1]
    elif text.at(after) in ("currency", "money", "funds", "notes"):
        after += 1
    elif noun is not None:
        after = noun[1]
    if opening:
        if text.at(after) != ")":
            return None
        after += 1
    elif text.at(after) not in _MAY_FOLLOW:
        _refuse_nation_of_a_thing(text, index, code, unit)
        return None
    _change_unit(amount, _currency_of(text, index, code, unit))
    amount.note(text.between(index, after), f"the currency: {code}")
    return after


def names_a_nation(text: Text, index: int, amount: Amount) -> bool:
    """True for the AU of "$500 AU", which is no astronomical unit behind a sum of money."""
    unit = _unit(amount)
    is_shared = unit is not None and shared_currency(unit.dims) is not None
    return is_shared and _NATIONS.at(text, index) is not None


def _refuse_nation_of_a_thing(text: Text, index: int, code: str, unit: Unit) -> None:
    """Refuse "$5 million Canadian aid": whose dollars these are is open; British aid is not in dollars of its own."""
    shared = _money(unit)
    default, others = currencies.SHARED.get(shared, (None, frozenset()))
    if code in others and code != default:
        raise ReadingError(
            f"whose {shared} are meant by {shown(text.after(index))} is not said", understood=text.between(0, index)
        )


def _refuse_stranger(text: Text, index: int) -> None:
    """Refuse a single capitalised word that ends a sum of money: "$500 Ruritanian"."""
    place = text.skip(text.skip(index, "("), en.IN)
    written = text.between(place, place + 1)
    is_last = text.at(place + 1) in ("", ")") or text.at(place + 1) in ("currency", "money")
    is_name = text.token(place).kind == WORD and written[:1].isupper() and written[1:].islower()
    if is_name and is_last and parse_currency_behind(text, place) is None and text.at(place) not in en.MONTHS:
        raise ReadingError(f"{shown(written)} is not a known currency", understood=text.between(0, index))


def _currency_of(text: Text, index: int, code: str, unit: Unit) -> Unit:
    """The currency of a nation, if that is one of those that the sign before the figure may mean."""
    shared = _money(unit)
    default, others = currencies.SHARED.get(shared, (shared, frozenset()))
    if code not in (shared, default) and code not in others:
        raise ReadingError(f"{shown(text.between(0, index))} is not in {code}")
    return currency(code, unit.low)


def qualifier(text: Text, index: int, amount: Amount, nouns: list[str]) -> int | None:
    """`20 miles (nautical)`, `5 gallons (UK)`, `5 tons metric`: which unit of that name."""
    unit = _unit(amount)
    opening = text.at(index) == "("
    place = index + opening
    if unit is None or nouns or text.at(place) not in en.QUALIFIERS:
        return None
    after = place + 1
    if opening:
        if text.at(after) != ")":
            return None
    elif after < len(text.tokens):
        return None
    rate = amount.rate
    if rate is not None:
        named = find_unit(f"{text.at(place)} {text.between(index - 1, index)}")
        if named is not None and named.dims == rate.dims:
            amount.rate = named
            amount.note(text.between(index, after + opening), f"which one: {named.symbol}")
            return after + opening
    for length in (1, 2):
        named = find_unit(f"{text.at(place)} {text.between(index - length, index)}")
        if named is not None and named.dims == unit.dims:
            _change_unit(amount, named)
            amount.note(text.between(index, after + opening), f"which one: {named.symbol}")
            return after + opening
    if opening or text.at(place) in en.STRICT_QUALIFIERS:
        raise ReadingError(f"{shown(text.after(index))} names another unit than {unit.symbol}")
    return None


def price_of(text: Text, index: int, amount: Amount, has_nouns: bool) -> int | None:
    """`$45 a ticket`, `£1,000 per pupil`: a price, on an axis of its own for each thing."""
    index = index + 1 if text.is_hyphen(index) else index  # "a $40-a-night fee"
    word = text.at(index)
    unit = _unit(amount)
    if amount.rate is not None or has_nouns or unit is None:
        return None
    if not has_currency(unit.dims):
        return None
    if word == "/" and text.at(index + 1) == "-" and index + 2 == len(text.tokens):
        return index + 2  # "₹500/-" is paid in full
    place = index + 1 + text.is_hyphen(index + 1)
    if word in en.PER_ANYTHING:
        made = thing(text, index + 1)
    elif word in en.ARTICLES and text.token(place).kind == WORD and parse_unit(text, place) is None:
        made = thing(text, place) if text.at(place) in en.THINGS else None
        if made is None:
            raise ReadingError(
                f"{shown(text.after(index))} could be what the price is for",
                nearest=f"{text.between(0, index)} per {text.at(place)}",
            )
    else:
        return None
    if made is None:
        return None
    amount.rate, after = made
    amount.note(text.between(index, after), f"a price per {amount.rate.symbol}")
    return after


__all__ = ["difference", "nationality", "price_of", "qualifier"]
