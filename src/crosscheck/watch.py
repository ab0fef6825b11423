"""Telling somebody how far a run is: whoever runs a check may watch it, and nobody has to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Whoever is told how far a run is."""

    def begin(self, step: str) -> None:
        """A step begins of which nobody knows how long it is."""
        ...

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:
        """A step begins that goes through so many things; yields these."""
        ...


class Nobody:
    """Whom nothing is told."""

    def begin(self, step: str) -> None:
        pass

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002
        return iter(things)


NOBODY = Nobody()
