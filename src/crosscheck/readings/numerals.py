"""Figures and number words: how much is written, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.readings import english as en
from crosscheck.readings.tokens import FIGURE, WORD, Text, split

MAX_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    `digit` is the place value of the last digit written (of `$1.2bn`: 10^8); `rounded` says that this digit stands
    before a scale word or is the thousand of three trailing zeros, so that counts and sums of money are rounded too.
    `lettered` says that the scale is a letter, which may as well be a unit ("5m"). `nonzero` is the place value of the last digit that is not 0.
    """

    value: Fraction
    digit: Fraction
    nonzero: Fraction
    rounded: bool = False
    scale_factor: int = 1
    lettered: bool = False
    fraction: bool = False

    def times(self, factor: Fraction) -> Number:
        return replace(self, value=self.value * factor, digit=self.digit * factor, nonzero=self.nonzero * factor)

    def scale(self, factor: int) -> Number:
        made = self.times(Fraction(factor))
        return replace(made, rounded=True, scale_factor=self.scale_factor * factor, fraction=False)

    @property
    def scaled(self) -> bool:
        return self.scale_factor > 1

    def plus(self, other: Number) -> Number:
        return Number(self.value + other.value, other.digit, other.nonzero, other.rounded)


Parsed = tuple[Number, int] | None


def parse_number(text: Text, index: int, *, letters: bool = True) -> Parsed:
    """The number at token `index` with its scale words, and the index after it.

    `letters`: whether `k`, `m`, `b`, `t` behind a figure are scales ("£40m").
    """
    parsed = _fraction(text, index) or _figure(text, index) or _words(text, index)
    if parsed is None:
        return None
    number, index = _scaled(text, *parsed, letters)
    # "5 million 200 thousand" and "two thousand and five" are sums of falling scales.
    while number.scaled and not _is_range(text, index):
        start = index + 1 if index < len(text.tokens) and text.tokens[index].text == en.AND else index
        more = _figure(text, start) or _words(text, start)
        if more is None:
            break
        next_number, after = _scaled(text, *more, letters)
        if next_number.value >= number.digit or (next_number.scaled and next_number.value >= number.value):
            break
        number, index = replace(number.plus(next_number), scale_factor=next_number.scale_factor), after
    return number, index


def _is_range(text: Text, index: int) -> bool:
    return index < len(text.tokens) and text.tokens[index].text in en.RANGE_SEPARATORS


def _scaled(text: Text, number: Number, index: int, letters: bool) -> tuple[Number, int]:
    """`number` times the scale words that follow it ("14-billion", "25k", "half a million")."""
    tokens = text.tokens
    while index < len(tokens):
        place = index
        if tokens[place].text == "-" and place + 1 < len(tokens):
            place += 1
        if number.fraction and place < len(tokens):
            place += tokens[place].text == en.OF
            place += place < len(tokens) and tokens[place].text in en.ARTICLES
        if place >= len(tokens) or tokens[place].kind != WORD:
            break
        word = tokens[place].text
        if word in en.SCALES and (len(word) > 1 or (letters and _is_glued_letter(text, place))):
            number, index = replace(number.scale(en.SCALES[word]), lettered=len(word) == 1), place + 1
        elif number.fraction and word == en.HUNDRED:
            number, index = replace(number.times(Fraction(100)), fraction=False), place + 1
        elif word in en.DOZENS and (number.value > 0):
            value = number.value * en.DOZENS[word]
            number, index = _exact(value), place + 1
        else:
            break
    return number, index


def _is_glued_letter(text: Text, place: int) -> bool:
    """`k`, `m`, `b`, `t` are scales only right behind a figure ("£40m")."""
    return text.glued(place) and text.tokens[place - 1].kind == FIGURE


def _exact(value: Fraction) -> Number:
    digit = Fraction(1) if value.denominator == 1 else Fraction(1, value.denominator)
    nonzero = digit
    while value and (value / nonzero) % 10 == 0:
        nonzero *= 10
    return Number(value, digit, nonzero)


def _figure(text: Text, index: int) -> Parsed:
    """Digits, with a sign, separators, decimals, and a fraction behind ("2 1/2", "2 and a half")."""
    tokens = text.tokens
    sign = 1
    if index + 1 < len(tokens) and tokens[index].text in ("-", "+") and tokens[index + 1].kind == FIGURE:
        sign = -1 if tokens[index].text == "-" else 1
        index += 1
    parsed = _simple_fraction(text, index) or _digits(text, index)
    if parsed is None:
        return None
    number, index = parsed
    if index + 2 < len(tokens) and tokens[index].kind == FIGURE and tokens[index + 1].text == "/":
        behind = _simple_fraction(text, index)
    else:
        behind = _and_a_fraction(text, index)
    if behind is not None and not number.fraction:
        number, index = number.plus(behind[0]), behind[1]
    return (number.times(Fraction(sign)) if sign < 0 else number), index


def _digits(text: Text, index: int) -> Parsed:
    """Digits with separators and decimals."""
    tokens = text.tokens
    if index >= len(tokens) or tokens[index].kind != FIGURE:
        return None
    written = tokens[index].text
    # 1.234.567 and 1.234.567,89 are unmistakably the continental form; a single dot is a decimal point.
    if written.count(".") > 1 or ("," in written and "." in written and written.rfind(",") > written.rfind(".")):
        written = written.replace(".", "").replace(",", ".")
    written = written.replace(",", "").replace(" ", "")
    if len(written) > MAX_DIGITS:
        return None
    whole, _, decimals = written.partition(".")
    value = Fraction(written if whole else "0" + written)
    digit = Fraction(1, 10 ** len(decimals))
    nonzero = digit
    while value and (value / nonzero) % 10 == 0:
        nonzero *= 10
    rounded = not decimals and value >= 1000 and value % 1000 == 0
    number = Number(value, Fraction(1000) if rounded else digit, nonzero, rounded)
    return number, index + 1


def _simple_fraction(text: Text, index: int) -> Parsed:
    """`1/2`: two small whole figures around a slash."""
    tokens = text.tokens
    if index + 2 >= len(tokens) or tokens[index].kind != FIGURE or tokens[index + 1].text != "/":
        return None
    above, below = tokens[index].text, tokens[index + 2].text
    if not (
        above.isdigit() and below.isdigit() and len(above) <= 2 and len(below) <= 3 and 0 < int(above) < int(below)
    ):
        return None
    value = Fraction(int(above), int(below))
    unit = Fraction(1, int(below))
    return Number(value, unit, unit, fraction=True), index + 3


def _and_a_fraction(text: Text, index: int) -> Parsed:
    """`and a half`, `and three quarters` behind a number."""
    tokens = text.tokens
    if index < len(tokens) and tokens[index].text == en.AND:
        return _fraction(text, index + 1)
    return None


def _fraction(text: Text, index: int) -> Parsed:
    """`half`, `a third`, `two-thirds`, `3 quarters`; a bare "third" is no fraction, since it may be a rank."""
    tokens = text.tokens
    if index >= len(tokens):
        return None
    count, place = 1, index
    if tokens[index].text in en.ARTICLES or (tokens[index].text == "one" and index + 1 < len(tokens)):
        place += 1
    elif tokens[index].text in en.CARDINALS and 1 < en.CARDINALS[tokens[index].text] < 100:
        count, place = en.CARDINALS[tokens[index].text], index + 1
    elif tokens[index].kind == FIGURE and tokens[index].text.isdigit() and len(tokens[index].text) <= 2:
        count, place = int(tokens[index].text), index + 1
    elif tokens[index].text not in ("half", "quarter"):
        return None
    if place < len(tokens) and tokens[place].text == "-":
        place += 1
    if place >= len(tokens) or tokens[place].text not in en.FRACTIONS:
        return None
    unit = en.FRACTIONS[tokens[place].text]
    return Number(unit * count, unit, unit, fraction=True), place + 1


def _words(text: Text, index: int) -> Parsed:
    """`twenty-one`, `a hundred and fifty`, `fifteen hundred`, `two and a half`, `a dozen`."""
    tokens = text.tokens
    place = index
    if place < len(tokens) and tokens[place].text in en.NONE:
        return _exact(Fraction(0)), place + 1
    if place < len(tokens) and tokens[place].text in en.ARTICLES:
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if following in en.DOZENS or (len(following) > 1 and following in en.SCALES):
            return _exact(Fraction(1)), place + 1
        if following != en.HUNDRED:
            return None
        total, limit, place, seen = 100, 100, place + 2, True
    else:
        total, limit, seen = 0, 100, False
    # `limit` is what the next word must stay below: 100 behind "hundred", 10 behind "twenty", 0 behind "five".
    while place < len(tokens):
        step = place
        if seen and tokens[place].text == {10: "-", 100: en.AND}.get(limit) and place + 1 < len(tokens):
            step += 1
        word = tokens[step].text
        value = en.CARDINALS.get(word, limit)
        if value < limit and (value or not seen):
            total, seen, place = total + value, True, step + 1
            limit = 10 if value >= 20 else 0
        elif word == en.HUNDRED and seen and 0 < total < 100 and step == place:
            total, limit, place = total * 100, 100, place + 1
        else:
            break
    if not seen:
        return None
    number = _exact(Fraction(total))
    half = _and_a_fraction(text, place)
    if half is not None:
        return number.plus(half[0]), half[1]
    return number, place


def numbers_in(value: str) -> frozenset[Fraction]:
    """Every number that a text spells, in figures or words, each by itself: of "two of every 22", 2 and 22."""
    text = split(value)
    found: set[Fraction] = set()
    index = 0
    while index < len(text.tokens):
        spelled = text.tokens[index].kind == FIGURE or text.tokens[index].text in en.CARDINALS
        parsed = (_digits(text, index) or _words(text, index)) if spelled else None
        if parsed is not None:
            found.add(parsed[0].value)
        index = parsed[1] if parsed is not None else index + 1
    return frozenset(found)
