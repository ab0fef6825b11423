"""Whether a figure is what a slip of the pen makes of another one: then it is hardly of something else."""

from __future__ import annotations

from enum import IntEnum

from crosscheck.comparing import dates_apart
from crosscheck.comparing.digits import LONG, are_swapped, digits_of, slips, written
from crosscheck.model import Kind, Reading


class Slip(IntEnum):
    """How sure it is that one figure was meant to be another one, if nothing else is known of it."""

    NONE = 0
    FAINT = 1
    """One digit of a short figure, or its power of ten: so much lies between many. It tells scopes apart, no more."""
    LIKELY = 2
    """A digit of a long figure, the order of the two of a short one, a part of a date."""
    SURE = 3
    """The order of the digits of a long figure, or its scale: one in some hundreds is so by chance."""


SHIFTS = (1, 3, 6)
"""So many places a figure is off by a misplaced point or another scale word."""


def slip_between(one: Reading | None, other: Reading) -> Slip:
    """What slip lies between two readings; none between those that can be one value, and of bounds and ranges."""
    if one is None or one.stated is None or other.stated is None or one.is_open or other.is_open:
        return Slip.NONE
    if one.stated.overlaps(other.stated):
        return Slip.NONE
    if one.kind is Kind.DATE:
        return Slip.LIKELY if dates_apart.is_slip(one, other) else Slip.NONE
    if one.figure is None or other.figure is None or one.unit != other.unit:
        return Slip.NONE
    pair = digits_of(one.figure, other.figure)
    return Slip.NONE if pair is None else _between(*pair)


def _between(one: str, other: str) -> Slip:
    tens = abs(len(one) - len(other))
    zeros = min(len(one) - written(one), len(other) - written(other))
    one, other = one[: len(one) - zeros], other[: len(other) - zeros]
    shortest = min(written(one), written(other))
    if one.rstrip("0") == other.rstrip("0"):
        return Slip.NONE if tens not in SHIFTS else Slip.SURE if shortest >= LONG else Slip.FAINT
    if are_swapped(one, other) and shortest > 1:
        return Slip.SURE if shortest >= LONG else Slip.LIKELY
    if any(slips(one, other)):
        return Slip.LIKELY
    is_other_digit = len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return Slip.FAINT if is_other_digit else Slip.NONE
