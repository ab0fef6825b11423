"""Figures and scale words: `1,234.5`, `1.2 billion`, `$40m`, `half a million`, `two thousand and five`."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.problems import shown
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers.number import MAX_DIGITS, Number, exact, nonzero_place
from crosscheck.readings.tokens import FIGURE, WORD, Text, split

_ENDS_A_SUM = en.RANGE_SEPARATORS | {""}
_DECIMAL_COMMA = re.compile(",[0-9]{1,2}$")
_OF_MILLIONS = re.compile(r"[0-9]{1,3}'[0-9]{3}\.[0-9]{3}")
"""In some countries an apostrophe parts the millions: "1'200.000"."""
NUMBER_WORDS = frozenset().union(en.CARDINALS, en.SCALES, en.DOZENS, en.FRACTIONS, en.COLLECTIVES, {en.HUNDRED})
"""Words that are numbers, whether they name them or not."""
QUARTER = "quarter"
LEAST_PART = 100
"""What a comma joins to a number of thousands in words is as great: "two million, three hundred thousand"."""
SCORE = 20
"""Behind a score stands less than another one: "three score and ten"."""
SMALLEST_PARTED = 10**6
"""`a million and a half` is 1.5 million; of "two thousand and a half" nobody knows."""
HOURS = 12
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
"""Of fractions in figures; another one is rather a day: "9/11"."""
YEARS = frozenset(range(1000, 2200))
"""Behind an amount a whole number of these is rather a year."""


def parse_number(text: Text, index: int, *, letters: bool = True) -> Parsed:
    """The number at token `index` with its scale words, and the index after it.

    `letters`: whether `k`, `m`, `b`, `t` right behind a figure are scales ("£40m").
    """
    sign = text.at(index)
    is_plus = index == 0 and sign == en.PLUS and _is_figure(text, 1)
    is_signed = sign in en.MINUS or is_plus or (sign in ("-", "+") and text.is_sign(index))
    is_joined = sign.isalpha() and is_signed and text.is_hyphen(index + 1)  # "minus-10C"
    parsed = _magnitude(text, index + is_signed + is_joined, letters)
    if parsed is None or not is_signed or sign in ("+", en.PLUS):
        return parsed
    return parsed[0].negative(), parsed[1]


def _is_figure(text: Text, index: int) -> bool:
    return text.token(index).kind == FIGURE


def _magnitude(text: Text, index: int, letters: bool) -> Parsed:
    """A number without its sign."""
    parsed = parse_fraction(text, index) or _unsigned(text, index) or parse_words(text, index)
    if parsed is None or parsed[1] == len(text.tokens):
        return parsed
    number, index = _with_scales(text, *parsed, letters)
    if text.at(index - 1).endswith(en.SCORE) and text.at(index) == en.AND:
        more = parse_words(text, index + 1)
        return (number.plus(more[0]), more[1]) if more is not None and 0 < more[0].value < SCORE else (number, index)
    half = _fraction_behind(text, index) if number.scale >= SMALLEST_PARTED else None
    if half is not None:
        return number.plus(half[0].times(number.scale))._replace(rounded=True, scale=number.scale), half[1]
    # "5 million 200 thousand" and "two thousand and five" are sums of falling scales.
    while number.scale > 1 and not number.letter and text.at(index) not in _ENDS_A_SUM:
        in_words = text.at(index) == "," and text.at(index - 1) in en.SCALES and text.at(index + 1) in en.CARDINALS
        place = index + 1 if in_words else text.skip(index, en.AND)
        more = _unsigned(text, place) or parse_words(text, place)
        if more is None or _may_be_a_year(text, index, more[1]):
            break
        part, after = _with_scales(text, *more, letters)
        # "five thousand, six hundred", and not "five thousand, six injured", "… six hundred of them"
        if in_words and (part.value < LEAST_PART or text.at(after) not in en.BEHIND_A_SUM):
            break
        if part.value >= number.last or part.value <= 0:
            break
        if number.scale >= SMALLEST_PARTED and part.scale == 1 and 100 <= part.value < 1000:
            raise ReadingError(
                f"{shown(text.between(index - 1, after))} may leave out a thousand",
                nearest="1.2 million, or 1 million 200 thousand",
            )
        number, index = number.plus(part), after
    return number, index


def looks_like_a_year(text: Text, index: int) -> bool:
    return text.integer(index, 4) in YEARS


def _may_be_a_year(text: Text, index: int, after: int) -> bool:
    """True for the 2019 of "5 million 2019 dollars"."""
    return after == index + 1 and looks_like_a_year(text, index) and "," not in text.at(index)


def _with_scales(text: Text, number: Number, index: int, letters: bool) -> tuple[Number, int]:
    """`number` times the scale words that follow it ("14-billion", "25k", "half a million")."""
    while index < len(text.tokens):
        place = text.skip(index, "-")
        if number.is_fraction:
            place = text.skip(text.skip(place, en.OF), *en.ARTICLES)
        word = text.at(place)
        if word.endswith("'s") and text.at(place + 1) == en.WORTH:
            word = word.removesuffix("'s")
        if text.token(place).kind != WORD:
            break
        if word in en.SCALES:
            number = number.scaled(en.SCALES[word])
        elif word == en.GRAND and _is_grand(text, place):
            number = number.scaled(1000)
        elif word in en.LETTER_SCALES and letters and _is_behind_figure(text, place):
            number = number.scaled(en.LETTER_SCALES[word], word)
        elif (number.is_fraction or number.reach) and word == en.HUNDRED:
            number = exact(number.value * 100) if number.is_fraction else number.times(100)
        elif word in en.DOZENS and number.value > 0 and _counts_dozens(text, place):
            number = _of_a_kind(number, word)
            place = place + 1 if word == en.COUPLE and text.at(place + 1) == en.OF else place
        else:
            break
        index = place + 1
    return number, index


def _counts_dozens(text: Text, index: int) -> bool:
    """False for "a score draw": a score of things is followed by "of", or by nothing."""
    return text.at(index) != en.SCORE or text.at(index + 1) in {en.OF, en.AND, ""}


def _is_grand(text: Text, index: int) -> bool:
    """True for "five grand", a thousand of money, and not for "24 Grand Slam titles"."""
    return text.between(index, index + 1) == en.GRAND and text.at(index + 1) in {
        "",
        "a",
        "an",
        "per",
        "each",
        "or",
        "-",
    }


def _of_a_kind(number: Number, word: str) -> Number:
    """So many dozens, couples, pairs: a dozen may be one more or less, a couple one and a half to three."""
    size = en.DOZENS[word]
    value = number.times(size).value
    if number.reach is not None:
        return number.times(size)
    if word == en.COUPLE:
        return exact(value)._replace(reach=(value / 4, value / 2))
    reach = (max(value / size, Fraction(1)),) * 2 if word == en.DOZEN else None
    return exact(value)._replace(reach=reach, group=word)


def in_group_of(low: Number, high: Number) -> Number:
    """Of "two or three hundred", "one to two dozen" the two hundred, the dozen; of "20 to three hundred" the 20."""
    if not high.group or low.group or low.scale > 1 or low.value.denominator > 1 or low.value <= 0:
        return low
    group = exact(low.value * 100) if high.group == en.HUNDRED else _of_a_kind(low, high.group)
    return group if group.value * high.scale < high.value else low


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
    """A number times a power of ten, which shows its rounding as a scale word does."""
    if exponent > MAX_DIGITS:
        raise ReadingError(f"a number of more than {MAX_DIGITS} digits")
    return number.scaled(10**exponent) if exponent > 0 else number.times(Fraction(1, 10**-exponent))


def _digits(text: Text, index: int) -> Number | None:
    """Digits with separators and decimals."""
    kind, written, _, _ = text.token(index)
    if kind != FIGURE:
        return None
    if not written.isdigit():
        written = _plain(written)
    if len(written) > MAX_DIGITS:
        raise ReadingError(f"a number of more than {MAX_DIGITS} digits")
    written, _, exponent = written.partition("e")
    whole, _, decimals = written.partition(".")
    digits, places = int((whole + decimals) or "0"), 10 ** len(decimals)
    value, last = Fraction(digits, places), Fraction(1, places)
    is_dotted = len(decimals) == 3 and 0 < len(whole) < 4 and whole[0] != "0"
    has_comma = "," in text.at(index) and bool(decimals) and "." not in text.at(index)
    number = Number(value, last, nonzero_place(digits, last), is_dotted=is_dotted, decimals=len(decimals))
    number = number._replace(has_comma=has_comma and whole != "0")
    return _raised(number, int(exponent)) if exponent else number


def _plain(written: str) -> str:
    """A figure without separators, with a point before its decimals."""
    if written.startswith("0,"):
        return written.replace(",", ".")
    if _OF_MILLIONS.fullmatch(written):
        raise ReadingError(f"the dot in {shown(written)} could part thousands or decimals", nearest="1,200,000")
    if _DECIMAL_COMMA.search(written):
        return re.sub("[. ']", "", written).replace(",", ".")
    # 1.234.567 and 1.234.567,89 are unmistakably the continental form; a single dot is a decimal point.
    if written.count(".") > 1 or ("," in written and "." in written and written.rfind(",") > written.rfind(".")):
        written = written.replace(".", "").replace(",", ".")
    return written.replace(",", "").replace(" ", "").replace("'", "")


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


Parsed = tuple[Number, int] | None


def parse_words(text: Text, index: int) -> Parsed:
    """A number below 10,000 in words, and the index after it; scales ("million") are left to the caller."""
    word = text.at(index)
    if word in en.NONE:
        return exact(0), index + 1
    if text.at(index - 1) in en.BEFORE_A_DOZEN:
        if word == en.DOZEN or word in en.SCALES:
            return exact(1), index
        if word == en.HUNDRED:
            total, after = _below_hundred(text, index + 1, 100) or (100, index + 1)
            return exact(total), after
    if word == en.POINT:
        return _below_one(text, index + 1)
    whole = _article(text, index) or _cardinal(text, index)
    if whole is None:
        return None
    total, index = whole
    place = text.skip(index, "-")
    if text.at(place) == en.POINT:
        found = _decimals(text, total, text.skip(place + 1, "-"))
        if found is not None or place == index:
            return found
    group = en.HUNDRED if text.at(index - 1) == en.HUNDRED else ""
    return and_a_fraction(text, exact(total)._replace(group=group), index)


_DIGITS = frozenset(word for word, n in en.CARDINALS.items() if n < 10)


def _decimals(text: Text, total: int, index: int) -> Parsed:
    """The digits behind `three point`: `five`, `one four`."""
    digits = ""
    while 0 <= (digit := en.CARDINALS.get(text.at(index), -1)) < 10:
        digits, index = digits + str(digit), index + 1
        index = index + 1 if text.at(index) == "-" and text.at(index + 1) in _DIGITS else index
    if not digits or len(digits) > MAX_DIGITS:
        return None
    last = Fraction(1, 10 ** len(digits))
    value = total + int(digits) * last
    return Number(value, last, nonzero_place((value / last).numerator, last), decimals=len(digits)), index


def _below_one(text: Text, index: int) -> Parsed:
    """The `point five` of "point five percent"; of "point five of the plan" it is a name."""
    found = _decimals(text, 0, text.skip(index, "-"))
    names_one = found is None or text.at(found[1]) in en.PREPOSITIONS | {en.OF, ""}
    return None if names_one else found


def _article(text: Text, index: int) -> tuple[int, int] | None:
    """The one of `a hundred and fifty`, `a million`, `a dozen`."""
    if text.at(index) == en.COUPLE and text.at(index + 1) == en.OF:
        return 1, index
    if text.at(index) not in en.ARTICLES:
        return None
    place = index + 1 + text.is_hyphen(index + 1)  # "one-in-a-million"
    following = text.at(place)
    if following == en.HUNDRED:
        return _below_hundred(text, place + 1, 100)
    is_scale = (following in en.DOZENS and _counts_dozens(text, place)) or following in en.SCALES
    return (1, place) if is_scale else None


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
    part = _fraction_behind(text, index)
    return (number, index) if part is None else (number.plus(part[0]), part[1])


def _fraction_behind(text: Text, index: int) -> Parsed:
    place = text.skip(index, "-")
    part = parse_fraction(text, text.skip(place + 1, "-")) if text.at(place) == en.AND else None
    return part if part is not None and part[0].value < 1 else None


def parse_fraction(text: Text, index: int) -> Parsed:
    """`half`, `a third`, `two-thirds`, `3 quarters`; a bare "third" is no fraction, since it may be a rank."""
    word = text.at(index)
    if word in en.ARTICLES or word == "one":
        count, place = 1, index + 1
    elif 1 < en.CARDINALS.get(word, 0) < 100:
        count, place = en.CARDINALS[word], index + 1
    elif (figure := text.integer(index, 2)) is not None:
        count, place = figure, index + 1
    elif word in en.BARE_FRACTIONS and (word != QUARTER or index + 1 < len(text.tokens)):
        count, place = 1, index
    else:
        return None
    is_joined = text.at(place) == "-"
    place = text.skip(place, "-")
    unit = en.FRACTIONS.get(text.at(place))
    if text.at(place) in en.BARE_FRACTIONS and count == 1 and _is_no_part(text, place + 1):
        return None
    if unit is None or not 0 < count * unit < 1 or _is_ordinal(text, place, count, is_joined):
        return None
    number = exact(unit * count, is_fraction=True)
    return Number(number.value, unit, unit, is_fraction=True), place + 1


def _is_no_part(text: Text, index: int) -> bool:
    """Whether a name or a time of day ends at token `index` and behind it: "half-time", "a quarter to six"."""
    if text.at(text.skip(index, "-")) in en.NAMED_BY_A_PART:
        return True
    hour = en.CARDINALS.get(text.at(index + 1)) or text.integer(index + 1, 2)
    is_hour = text.at(index + 1) in en.CLOCK_WORDS or (hour is not None and 1 <= hour <= HOURS)
    return text.at(index) == en.TO and is_hour and text.at(index + 2) == ""


def _is_ordinal(text: Text, index: int, count: int, is_joined: bool) -> bool:
    """True for "a third day", "two fourth-graders", "one quarter-final": what is counted, or the place of one."""
    word, following = text.at(index), text.token(index + 1)
    # "a quarter-point", "a half-hour"
    if text.is_hyphen(index + 1) and text.token(index + 2).kind == WORD and text.at(index + 2) not in en.MAY_BE_PARTED:
        return True
    if word not in en.ORDINALS and (word != QUARTER or count == 1):
        return False
    if is_joined:
        return False
    return count > 1 or (following.kind == WORD and following.text not in en.BEHIND_A_FRACTION)


def parse_slashed(text: Text, index: int) -> Parsed:
    """`1/2`: two small whole figures around a slash."""
    above, below = text.integer(index, 2), text.integer(index + 2, 3)
    if text.at(index + 1) != "/" or above is None or below is None or not 0 < above < below:
        return None
    unit = Fraction(1, below)
    return Number(unit * above, unit, unit, is_fraction=True), index + 3
