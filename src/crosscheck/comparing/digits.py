"""Two figures digit by digit: what a slip of the pen makes of one."""

from __future__ import annotations

from collections.abc import Iterator

LONG_CODE = 4
"""Shorter identifiers of which one sign differs are not called alike."""

LONG = 3
"""A shorter figure is too often what is left of a longer one by chance."""

_SMALL = ("three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

SOUND_ALIKE = {
    **{(number + 10, number * 10): (_TEENS[number - 3], _TENS[number - 3]) for number in range(3, 10)},
    **{(number, number + 10): (_SMALL[number - 3], _TEENS[number - 3]) for number in (4, 6, 7, 8, 9)},
}
"""Numbers that are misheard for each other, the lesser one first, and their words."""


def swapped(one: str, other: str) -> Iterator[str]:
    """Two digits of a figure have changed places."""
    if _is_swapped(one, other):
        yield f"two digits swapped: {one} against {other}"


def one_different(one: str, other: str) -> Iterator[str]:
    """One digit of a figure is another one; the last one differs as often in two figures that are merely close."""
    different = _different(one, other)
    if len(different) == 1 and different[0] < len(one) - 1 and min(map(_written, (one, other))) > 1:
        yield f"one digit different: {one} against {other}"


def one_missing(one: str, other: str) -> Iterator[str]:
    """The longer figure is the other one with one digit more; what is missing behind is a power of ten."""
    short, long = sorted((one, other), key=len)
    is_longer = len(long) == len(short) + 1 and _written(short) >= LONG
    if is_longer and any(long[:place] + long[place + 1 :] == short for place in range(len(short))):
        yield f"one digit missing: {short} against {long}"


def sound_alike(one: int, other: int) -> Iterator[str]:
    """Two numbers whose words are misheard for each other."""
    words = SOUND_ALIKE.get((min(one, other), max(one, other)))
    if words is not None:
        yield f"sounds alike: {words[0]} against {words[1]}"


def explained_codes(one: str, other: str) -> Iterator[str]:
    """Two identifiers of one length, of whose signs two have changed places, or one is another."""
    if _is_swapped(one, other):
        yield f"two signs swapped: {one} against {other}"
    elif len(_different(one, other)) == 1 and len(one) >= LONG_CODE:
        yield f"one sign different: {one} against {other}"


def _is_swapped(one: str, other: str) -> bool:
    places = _different(one, other)
    return len(places) == 2 and [one[place] for place in places] == [other[place] for place in reversed(places)]


def _different(one: str, other: str) -> list[int]:
    """The places at which two figures of one length differ; none for other figures."""
    return [place for place, digit in enumerate(one) if digit != other[place]] if len(one) == len(other) else []


def _written(figure: str) -> int:
    """How many digits are not the zeros behind a round figure."""
    return len(figure.rstrip("0"))
