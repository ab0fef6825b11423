"""Figures and scale words: `1,234.5`, `1.2 billion`, `$40m`, `half a million`, `two thousand and five`."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon.en import amounts as en
from crosscheck.readings.numbers.number import MAX_DIGITS, Number, exact, nonzero_place
from crosscheck.readings.numbers.words import Parsed, and_a_fraction, parse_fraction, parse_slashed, parse_words
from crosscheck.readings.tokens import FIGURE, WORD, Text, split

SMALLEST_PARTED = 10**6
"""`a million and a half` is 1.5 million; of "two thousand and a half" nobody knows."""


def parse_number(text: Text, index: int, *, letters: bool = True) -> Parsed:
    """The number at token `index` with its scale words, and the index after it.

    `letters`: whether `k`, `m`, `b`, `t` right behind a figure are scales ("£40m").
    """
    sign = text.at(index)
    is_signed = sign in en.MINUS or (sign in ("-", "+") and text.glued(index + 1) and _is_figure(text, index + 1))
    parsed = _magnitude(text, index + is_signed, letters)
    if parsed is None or not is_signed or sign == "+":
        return parsed
    return parsed[0].negative(), parsed[1]


def _is_figure(text: Text, index: int) -> bool:
    return text.token(index).kind == FIGURE


def _magnitude(text: Text, index: int, letters: bool) -> Parsed:
    """A number without its sign."""
    parsed = parse_fraction(text, index) or _unsigned(text, index) or parse_words(text, index)
    if parsed is None:
        return None
    number, index = _with_scales(text, *parsed, letters)
    if number.scale >= SMALLEST_PARTED:
        part, after = and_a_fraction(text, exact(0), index)
        if after > index:
            return replace(number.plus(part.times(Fraction(number.scale))), rounded=True, scale=number.scale), after
    # "5 million 200 thousand" and "two thousand and five" are sums of falling scales.
    while number.scale > 1 and not number.letter and text.at(index) not in en.RANGE_SEPARATORS:
        more = _unsigned(text, text.skip(index, en.AND)) or parse_words(text, text.skip(index, en.AND))
        if more is None:
            break
        part, after = _with_scales(text, *more, letters)
        if part.value >= number.digit or part.value <= 0:
            break
        number, index = number.plus(part), after
    return number, index


def _with_scales(text: Text, number: Number, index: int, letters: bool) -> tuple[Number, int]:
    """`number` times the scale words that follow it ("14-billion", "25k", "half a million")."""
    while index < len(text.tokens):
        place = text.skip(index, "-")
        if number.is_fraction:
            place = text.skip(text.skip(place, en.OF), *en.ARTICLES)
        word = text.at(place)
        if text.token(place).kind != WORD:
            break
        if word in en.SCALES:
            number = number.scaled(en.SCALES[word])
        elif word in en.LETTER_SCALES and letters and _is_behind_figure(text, place):
            number = number.scaled(en.LETTER_SCALES[word], word)
        elif number.is_fraction and word == en.HUNDRED:
            number = exact(number.value * 100)
        elif word in en.DOZENS and number.value > 0:
            number = exact(number.value * en.DOZENS[word])
        else:
            break
        index = place + 1
    return number, index


def _is_behind_figure(text: Text, place: int) -> bool:
    return text.glued(place) and _is_figure(text, place - 1)


def _unsigned(text: Text, index: int) -> Parsed:
    """Digits, with a fraction behind them ("2 1/2", "2 and a half")."""
    slashed = parse_slashed(text, index)
    if slashed is not None:
        return slashed
    number = _digits(text, index)
    if number is None:
        return None
    power = _power_of_ten(text, index + 1)
    if power is not None:
        return _raised(number, power[0]), power[1]
    behind = parse_slashed(text, text.skip(index + 1, "-") if text.glued(index + 1) else index + 1)
    if behind is not None:
        return number.plus(behind[0]), behind[1]
    return and_a_fraction(text, number, index + 1)


def _power_of_ten(text: Text, index: int) -> tuple[int, int] | None:
    """The exponent of `× 10^8`, `x 10^-4`, and the index behind it."""
    if text.at(index) not in en.POWER_SIGNS or text.at(index + 1) != "10" or text.at(index + 2) != "^":
        return None
    place = text.skip(index + 3, "-", "+")
    exponent = text.integer(place, 2)
    return None if exponent is None else (-exponent if text.at(index + 3) == "-" else exponent, place + 1)


def _raised(number: Number, exponent: int) -> Number:
    """A number times a power of ten, which tells its rounding as a scale word does."""
    if exponent > MAX_DIGITS:
        raise ReadingError(f"a number of more than {MAX_DIGITS} digits")
    return number.scaled(10**exponent) if exponent > 0 else number.times(Fraction(1, 10**-exponent))


def _digits(text: Text, index: int) -> Number | None:
    """Digits with separators and decimals."""
    kind, written, _, _ = text.token(index)
    if kind != FIGURE:
        return None
    # 1.234.567 and 1.234.567,89 are unmistakably the continental form; a single dot is a decimal point.
    if written.count(".") > 1 or ("," in written and "." in written and written.rfind(",") > written.rfind(".")):
        written = written.replace(".", "").replace(",", ".")
    written = written.replace(",", "").replace(" ", "").replace("'", "")
    if len(written) > MAX_DIGITS:
        raise ReadingError(f"a number of more than {MAX_DIGITS} digits")
    written, _, exponent = written.partition("e")
    whole, _, decimals = written.partition(".")
    value = Fraction(int((whole + decimals) or "0"), 10 ** len(decimals))
    last = Fraction(1, 10 ** len(decimals))
    rounded = not decimals and value >= 1000 and value % 1000 == 0
    is_dotted = len(decimals) == 3 and 0 < len(whole) < 4 and whole[0] != "0"
    number = Number(
        value, last, nonzero_place(value, last), Fraction(1000) if rounded else last, rounded, is_dotted=is_dotted
    )
    return _raised(number, int(exponent)) if exponent else number


def numbers_in(value: str) -> frozenset[Fraction]:
    """Every number that a text spells, in figures or words, each by itself: of "two of every 22", 2 and 22."""
    text = split(value)
    found: set[Fraction] = set()
    index = 0
    while index < len(text.tokens):
        number, index = _one_number(text, index)
        if number is not None:
            found.add(number.value)
    return frozenset(found)


def _one_number(text: Text, index: int) -> tuple[Number | None, int]:
    if text.tokens[index].kind == FIGURE:
        try:
            return _digits(text, index), index + 1
        except ReadingError:
            return None, index + 1
    parsed = parse_words(text, index) if text.at(index) in en.CARDINALS else None
    return parsed if parsed is not None else (None, index + 1)
