"""Two figures digit by digit: what a slip of the pen makes of one."""

from __future__ import annotations

from collections.abc import Iterator


def swapped(one: str, other: str) -> Iterator[str]:
    """Two digits of a figure have changed places."""
    different = _different(one, other)
    if len(different) == 2 and [one[place] for place in different] == [other[place] for place in reversed(different)]:
        yield f"two digits swapped: {one} against {other}"


def one_different(one: str, other: str) -> Iterator[str]:
    """One digit of a figure is another one; the last one differs as often in two figures that are merely close."""
    different = _different(one, other)
    if len(different) == 1 and different[0] < len(one) - 1 and min(map(_written, (one, other))) > 1:
        yield f"one digit different: {one} against {other}"


def _different(one: str, other: str) -> list[int]:
    """The places at which two figures of one length differ; none for other figures."""
    return [place for place, digit in enumerate(one) if digit != other[place]] if len(one) == len(other) else []


def _written(figure: str) -> int:
    """How many digits are not the zeros behind a round figure."""
    return len(figure.rstrip("0"))
