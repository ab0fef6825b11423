"""A number as written: its value, and how exactly it is written."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from crosscheck.readings.errors import ReadingError

MAX_DIGITS = 40
LARGEST = 10**MAX_DIGITS


class Number(NamedTuple):
    """A number as written.

    `last` is the place value of the last digit written (of `$1.2bn`: 10^8; of a fraction in words: its unit), and
    `nonzero` that of the last one that is not 0. `rounded`: a scale word or a point shows the rounding, so that counts
    and sums of money are rounded to the last digit, too.
    """

    value: Fraction
    last: Fraction
    nonzero: Fraction
    rounded: bool = False
    scale: int = 1
    letter: str = ""
    """The letter that scales a figure and may as well be a unit ("5m")."""
    is_fraction: bool = False
    """Written as a fraction ("two thirds"), so that alone it is a share."""
    is_dotted: bool = False
    """Written as `12.500`, which is twelve and a half in English and 12,500 in half of Europe."""
    has_comma: bool = False
    """Written as `12,5`, which may be two figures where no unit stands beside it."""
    decimals: int = 0
    """Digits behind the point of a figure without a scale word."""
    reach: tuple[Fraction, Fraction] | None = None
    """By how much less and more a word for a number may mean: a dozen by one, a couple by a quarter and a half."""
    group: str = ""
    """The `hundred` or `dozen` that it ends in, which of a range counts both ends: "two or three hundred"."""

    def times(self, factor: Fraction | int) -> Number:
        value = self.value * factor
        if abs(value.numerator) >= LARGEST * value.denominator:
            raise ReadingError(f"a number of more than {MAX_DIGITS} digits")
        last = self.last * factor
        nonzero = last if self.nonzero is self.last else self.nonzero * factor
        reach = self.reach and (self.reach[0] * factor, self.reach[1] * factor)
        return self._replace(value=value, last=last, nonzero=nonzero, reach=reach)

    def scaled(self, factor: int, letter: str = "") -> Number:
        """This number before a scale word: its last digit shows the rounding, also where that is a 0."""
        made = self.times(factor)
        scale = self.scale * factor
        return Number(made.value, made.last, made.nonzero, True, scale, letter, reach=made.reach, group=made.group)

    def plus(self, part: Number) -> Number:
        """This number and a smaller `part` written behind it, which shows how exact the whole is."""
        return Number(self.value + part.value, part.last, part.nonzero, part.rounded, part.scale)

    def negative(self) -> Number:
        return self._replace(value=-self.value)


def exact(value: Fraction | int, *, is_fraction: bool = False) -> Number:
    """A number in words: whole, or a multiple of a unit fraction."""
    value = Fraction(value)
    last = Fraction(1, value.denominator)
    return Number(value, last, nonzero_place(abs(value.numerator), last), is_fraction=is_fraction)


def nonzero_place(digits: int, last: Fraction) -> Fraction:
    """The place value of the last digit that is not 0, at least `last`, of so many times `last`."""
    power = 1
    while digits and digits % 10 == 0:
        digits //= 10
        power *= 10
    return last * power if power > 1 else last
