"""How far a run is: reported to nobody, or shown on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds before a terminal shows anything."""


class Progress:
    """What a run reports its steps to; this one ignores them."""

    def begin(self, step: str) -> None:
        """Begin a step of unknown length."""

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002
        """Begin a step that goes through `total` things, and yield these."""
        return iter(things)


NO_PROGRESS = Progress()


class TerminalProgress(Progress):
    """Shows the step that a run is at on standard error, if that is a terminal; a context, as it has to be ended."""

    def __init__(self, *, shown: bool, console: Console | None = None) -> None:
        self._console = console
        self._is_shown = shown and (console is not None or (sys.stderr is not None and sys.stderr.isatty()))
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
        self._step, self._done, self._total = step, 0, 0
        self._update()

    def each(self, step: str, things: Iterable[T], total: int) -> Iterator[T]:
        self._step, self._done, self._total = step, 0, total
        for thing in things:
            self._update()
            yield thing
            self._done += 1

    def _show(self) -> None:
        from rich import progress
        from rich.console import Console

        console = self._console or Console(stderr=True)
        bar = progress.Progress(
            progress.SpinnerColumn(),
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._task = bar.add_task(self._step, total=self._total or None)
        bar.start()
        self._bar = bar
        self._update()

    def _update(self) -> None:
        if "_bar" in self.__dict__:
            total = self._total or None
            self._bar.update(self._task, description=self._step, completed=self._done, total=total)
