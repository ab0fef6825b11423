"""Number words: `twenty-one`, `a hundred and fifty`, `two-thirds`, `a dozen`, `none`."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.numbers.number import MAX_DIGITS, Number, exact, nonzero_place
from crosscheck.readings.tokens import Text

Parsed = tuple[Number, int] | None


def parse_words(text: Text, index: int) -> Parsed:
    """A number below 10,000 in words, and the index after it; scales ("million") are left to the caller."""
    if text.at(index) in en.NONE:
        return exact(0), index + 1
    found = _article(text, index) or _cardinal(text, index)
    if found is None:
        return None
    total, index = found
    if text.at(index) == en.POINT:
        return _decimals(text, total, index + 1)
    return and_a_fraction(text, exact(total), index)


def _decimals(text: Text, total: int, index: int) -> Parsed:
    """The digits behind `three point`: `five`, `one four`."""
    digits = ""
    while 0 <= (digit := en.CARDINALS.get(text.at(index), -1)) < 10:
        digits, index = digits + str(digit), index + 1
    if not digits or len(digits) > MAX_DIGITS:
        return None
    last = Fraction(1, 10 ** len(digits))
    value = total + int(digits) * last
    return Number(value, last, nonzero_place(value, last), last), index


def _article(text: Text, index: int) -> tuple[int, int] | None:
    """The one of `a hundred and fifty`, `a million`, `a dozen`."""
    if text.at(index) not in en.ARTICLES:
        return None
    following = text.at(index + 1)
    if following == en.HUNDRED:
        return _below_hundred(text, index + 2, 100)
    is_scale = following in en.DOZENS or following in en.SCALES
    return (1, index + 1) if is_scale else None


def _cardinal(text: Text, index: int) -> tuple[int, int] | None:
    """`seven`, `twenty-one`, `fifteen hundred and five`."""
    found = _below_hundred(text, index, 0)
    if found is None:
        return None
    total, index = found
    after = text.skip(index, "-")
    if 0 < total < 100 and text.at(after) == en.HUNDRED:
        return _below_hundred(text, after + 1, total * 100)
    return found


def _below_hundred(text: Text, index: int, hundreds: int) -> tuple[int, int] | None:
    """`hundreds` and what stands behind them; without hundreds something must."""
    place = index
    if hundreds:
        place = text.skip(place, en.AND, "-")
    first = en.CARDINALS.get(text.at(place))
    if first is None or (hundreds and not first):
        return (hundreds, index) if hundreds else None
    total, index = hundreds + first, place + 1
    if first >= 20:
        place = text.skip(index, "-")
        unit = en.CARDINALS.get(text.at(place), 0)
        if 0 < unit < 10:
            return total + unit, place + 1
    return total, index


def and_a_fraction(text: Text, number: Number, index: int) -> tuple[Number, int]:
    """`number` and the `and a half`, `and three quarters`, `-and-one-half` behind it, if any."""
    place = text.skip(index, "-")
    if text.at(place) == en.AND:
        part = parse_fraction(text, text.skip(place + 1, "-"))
        if part is not None and part[0].value < 1:
            return number.plus(part[0]), part[1]
    return number, index


def parse_fraction(text: Text, index: int) -> Parsed:
    """`half`, `a third`, `two-thirds`, `3 quarters`; a bare "third" is no fraction, since it may be a rank."""
    word = text.at(index)
    if word in en.ARTICLES or word == "one":
        count, place = 1, index + 1
    elif 1 < en.CARDINALS.get(word, 0) < 100:
        count, place = en.CARDINALS[word], index + 1
    elif (figure := text.integer(index, 2)) is not None:
        count, place = figure, index + 1
    elif word in en.BARE_FRACTIONS:
        count, place = 1, index
    else:
        return None
    place = text.skip(place, "-")
    unit = en.FRACTIONS.get(text.at(place))
    if unit is None or not 0 < count * unit < 1:
        return None
    number = exact(unit * count, is_fraction=True)
    return Number(number.value, unit, unit, unit, is_fraction=True), place + 1


def parse_slashed(text: Text, index: int) -> Parsed:
    """`1/2`: two small whole figures around a slash."""
    above, below = text.integer(index, 2), text.integer(index + 2, 3)
    if text.at(index + 1) != "/" or above is None or below is None or not 0 < above < below:
        return None
    unit = Fraction(1, below)
    return Number(unit * above, unit, unit, unit, is_fraction=True), index + 3
