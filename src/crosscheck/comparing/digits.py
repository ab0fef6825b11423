"""Two figures digit by digit: what a slip of the pen makes of one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

LONG_CODE = 4
"""Shorter identifiers of which one sign differs are not called alike."""

LONG = 3
"""Of figures with fewer digits, the zeros behind apart, a slip is told too often of two that are merely near."""

DECIMALS = 6
"""Digits behind the point that are compared."""

MOST_DIGITS = 15

_SMALL = ("three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

SOUND_ALIKE = {
    **{(number + 10, number * 10): (_TEENS[number - 3], _TENS[number - 3]) for number in range(3, 10)},
    **{(number, number + 10): (_SMALL[number - 3], _TEENS[number - 3]) for number in (4, 6, 7, 8, 9)},
}
"""Numbers that are misheard for each other, the lesser one first, and their words."""


def digits_of(one: Fraction, other: Fraction) -> tuple[str, str] | None:
    """The digits of two positive figures, from the same place on; None of what is too long or has no end."""
    tens = (10**power for power in range(DECIMALS + 1))
    scale = next((ten for ten in tens if (one * ten).denominator == (other * ten).denominator == 1), 0)
    if not scale or min(one, other) <= 0 or max(one, other) * scale >= 10**MOST_DIGITS:
        return None
    return str(int(one * scale)), str(int(other * scale))


def slips(one: str, other: str) -> Iterator[str]:
    """What a slip would make of two long figures."""
    if min(map(written, (one, other))) >= LONG:
        yield from swapped(one, other)
        yield from one_different(one, other)
        yield from one_missing(one, other)


def swapped(one: str, other: str) -> Iterator[str]:
    """Two digits of a figure have changed places."""
    if are_swapped(one, other):
        yield f"two digits swapped: {one} against {other}"


def one_different(one: str, other: str) -> Iterator[str]:
    """One digit of a figure is another one; the last one differs as often in two figures that are merely close."""
    different = _different(one, other)
    if len(different) == 1 and different[0] < len(one) - 1 and min(map(written, (one, other))) > 1:
        yield f"one digit different: {one} against {other}"


def one_missing(one: str, other: str) -> Iterator[str]:
    """The longer figure is the other one with one digit more; what is missing behind is a power of ten."""
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(short))):
        yield f"one digit missing: {short} against {long}"


def sound_alike(one: int, other: int) -> Iterator[str]:
    """Two numbers whose words are misheard for each other."""
    words = SOUND_ALIKE.get((min(one, other), max(one, other)))
    if words is not None:
        yield f"sounds alike: {words[0]} against {words[1]}"


def explained_codes(one: str, other: str) -> Iterator[str]:
    """Two identifiers of one length, of whose signs two have changed places, or one is another."""
    if are_swapped(one, other):
        yield f"two signs swapped: {one} against {other}"
    elif len(_different(one, other)) == 1 and len(one) >= LONG_CODE:
        yield f"one sign different: {one} against {other}"


def are_swapped(one: str, other: str) -> bool:
    """Whether two figures differ by two digits that have changed places."""
    places = _different(one, other)
    return len(places) == 2 and [one[place] for place in places] == [other[place] for place in reversed(places)]


def _different(one: str, other: str) -> list[int]:
    """The places at which two figures of one length differ; none for other figures."""
    return [place for place, digit in enumerate(one) if digit != other[place]] if len(one) == len(other) else []


def written(figure: str) -> int:
    """How many digits are not the zeros behind a round figure."""
    return len(figure.rstrip("0"))
