"""`crosscheck check --watch`: the same command again whenever something that it reads has changed."""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path

import click

from crosscheck.outputs.wrapping import width_of, wrapped
from crosscheck.problems import InputError, Position, Problem

QUIET_MS = 100
"""Nothing more must have changed for so long: an editor saves a file in several steps."""
LOOK_AGAIN_MS = 5000
"""After so long files are compared even if the system reports nothing, as it does of some shared folders."""

Stamps = dict[Path, tuple[int, int, int]]
"""What shows that a file has changed, by its path."""


class Screen:
    """Where the output of each run goes: in place of that of the last one on a terminal, else behind it."""

    def __init__(self, root: Path) -> None:
        self._root, self._is_terminal = root, sys.stdout.isatty()
        self._shown: bytes | None = None

    def show(self, act: Callable[[], object], changed: Iterable[Path]) -> None:
        """Run `act`, and show what it prints. On a terminal nothing moves if that is what is there already."""
        if not self._is_terminal:
            if self._shown is not None:
                click.echo(f"note: changed: {', '.join(map(self._name, changed))}", err=True)
            self._shown = b""
            with suppress(SystemExit):
                act()
            sys.stdout.flush()
            return
        width = width_of(sys.stdout)
        printed = wrapped(_printed(act).decode(), width or 0).encode()
        if printed != self._shown:
            click.echo(b"\x1b[2J\x1b[H" + printed, nl=False)
        self._shown = printed
        click.echo(f"\r\x1b[Kchecked at {time.strftime('%H:%M:%S')}; Ctrl-C ends this", nl=False, color=True)
        sys.stdout.flush()

    def _name(self, path: Path) -> str:
        from crosscheck.files import relative
        from crosscheck.outputs.text import printable

        return printable(relative(path, self._root))


def watch(act: Callable[[], object], root: Path, inputs: Callable[[], Iterable[Path]]) -> None:
    """Run `act`, which may end as a command does, now and after every change of its inputs, until Ctrl-C.

    `inputs` are files, and folders of which everything is read. Raises `InputError` if watchfiles is not installed.
    """
    try:
        import_module("watchfiles")
    except ModuleNotFoundError:
        what = "needs watchfiles: python -m pip install watchfiles"
        raise InputError([Problem(Position("--watch"), what)]) from None
    gc.enable()  # it runs for hours
    screen = Screen(root)
    before: Stamps | None = None
    try:
        for _ in _looks(root, inputs):
            now = _stamps(inputs())
            changed = sorted({path for path, _ in now.items() ^ (before or now).items()})
            if changed or before is None:
                before = now
                screen.show(act, changed)
    except KeyboardInterrupt:
        click.echo("\nstopped" if sys.stdout.isatty() else "stopped", err=True)


def _looks(root: Path, inputs: Callable[[], Iterable[Path]]) -> Iterator[None]:
    """Now, and whenever something may have changed, in folders that may come and go."""
    import watchfiles

    yield
    while True:
        folders = _folders(root, inputs())
        changes = watchfiles.watch(
            *folders,
            watch_filter=None,
            step=QUIET_MS,
            rust_timeout=LOOK_AGAIN_MS,
            yield_on_timeout=True,
            recursive=False,
        )
        for _ in changes:
            yield
            if _folders(root, inputs()) != folders:
                break


def _folders(root: Path, inputs: Iterable[Path]) -> list[Path]:
    """The folders in which inputs lie or may come to lie."""
    found = {root}
    for path in inputs:
        found.add(path.parent)
        found.update([path, *(inside for inside in path.rglob("*") if inside.is_dir())] if path.is_dir() else [])
    return sorted(folder for folder in found if folder.is_dir())


def _stamps(inputs: Iterable[Path]) -> Stamps:
    stamps = Stamps()
    for path in inputs:
        for file in path.rglob("*") if path.is_dir() else [path]:
            try:
                status = file.stat()
            except OSError:  # it is gone, or was never there
                continue
            if file.is_file() and not file.name.startswith("."):
                stamps[file] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return stamps


def _printed(act: Callable[[], object]) -> bytes:
    """What a run prints, problems and notes as well."""
    made = io.BytesIO()
    out = io.TextIOWrapper(made, encoding="utf-8", errors="backslashreplace", write_through=True)
    with redirect_stdout(out), redirect_stderr(out), suppress(SystemExit):
        act()
    return made.getvalue()
