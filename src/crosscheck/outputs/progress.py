"""How far a run is, on a terminal, once it takes longer than people wait without wondering."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds in which nothing is shown."""


class TerminalProgress:
    """Shows the step that a run is at on standard error, if that is a terminal; a context, as it has to be ended."""

    def __init__(self, *, shown: bool, console: Console | None = None) -> None:
        self._console = console
        self._is_shown = shown and (console is not None or sys.stderr.isatty())
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True
        self._step, self._done, self._total = "", 0, 0

    def __enter__(self) -> TerminalProgress:
        if self._is_shown:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            self._timer.cancel()
            self._timer.join()
            if "_bar" in self.__dict__:
                self._bar.stop()

    def begin(self, step: str) -> None:
        """A step begins of which nobody knows how long it is."""
        self._step, self._done, self._total = step, 0, 0
        self._update()

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:
        """A step begins that goes through so many things."""
        self._step, self._done, self._total = step, 0, total
        for thing in things:
            self._update()
            yield thing
            self._done += 1

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = self._console or Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, TimeElapsedColumn(), console=console, transient=True)
        self._task = bar.add_task(self._step, total=self._total or None)
        bar.start()
        self._bar = bar
        self._update()

    def _update(self) -> None:
        if "_bar" in self.__dict__:
            total = self._total or None
            self._bar.update(self._task, description=self._step, completed=self._done, total=total)
