"""Telling somebody how far a run is: whoever runs a check may follow it, and nobody has to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """What a run reports its steps to."""

    def begin(self, step: str) -> None:
        """A step begins; how long it is, is not known."""
        ...

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:
        """A step begins that goes through so many things; yields these."""
        ...


class _NoProgress:
    def begin(self, step: str) -> None:
        pass

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002
        return iter(things)


NO_PROGRESS: Progress = _NoProgress()
"""Reports to nobody."""
