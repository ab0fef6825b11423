"""How a run ends that the system or a mistake of crosscheck's own breaks off: in one line, with exit code 4."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeGuard

import click

if TYPE_CHECKING:
    from crosscheck.problems import Problem

FAILED = 4

DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update({__name__: value}),
    help="Print a traceback if crosscheck itself fails.",
)


class Write(Protocol):
    """Writes problems in every format that was asked for, to standard output only if it works."""

    def __call__(self, problems: Iterable[Problem], *, stdout: bool = True) -> None: ...


def report(error: Exception, write: Write) -> None:
    """Say in one line what broke a run off, also in every file that was asked for."""
    from crosscheck.problems import Position, Problem

    if click.get_current_context().meta.get(__name__):
        traceback.print_exception(error)
    message = _message(error)
    works = not _is_of_stdout(error)
    if not works:
        _abandon_stdout()
    write([Problem(Position("crosscheck", 0), message)], stdout=works)
    from crosscheck.outputs.wrapping import for_terminal

    click.echo(for_terminal(f"crosscheck: {message}", sys.stderr), err=True)


@contextmanager
def whole_stdout() -> Iterator[None]:
    """Ends the process with exit code 4 if not all that is printed inside can be written, or whatever else fails.

    A letter that the console's encoding lacks is written as its escape (`\\u2019`).
    """
    if sys.stdout is None:
        click.echo("crosscheck: standard output is closed", err=True)
        sys.exit(FAILED)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except Exception as error:
        if _is_of_stdout(error):
            _abandon_stdout()
        click.echo(f"crosscheck: {_message(error)}", err=True)
        sys.exit(FAILED)


def _abandon_stdout() -> None:
    """Let what is still buffered go nowhere: the interpreter would try to write it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _message(error: Exception) -> str:
    if isinstance(error, MemoryError):
        what = "out of memory"
    elif _is_of_stdout(error):
        what = f"standard output cannot be written: {error.strerror}"
    elif isinstance(error, OSError):
        file = f"{Path(os.fsdecode(error.filename)).name}: " if error.filename else ""
        what = f"{file}{error.strerror or error}"
    else:
        said = " ".join(str(error).split())[:200]
        what = f"internal error: {type(error).__name__}{': ' if said else ''}{said}; --debug prints where"
    from crosscheck.outputs.text import printable

    return printable(", ".join([what, *getattr(error, "__notes__", ())]))


def _is_of_stdout(error: Exception) -> TypeGuard[OSError]:
    """Whether an error is of writing to standard output: it names no file."""
    codes = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF)
    return isinstance(error, OSError) and error.filename is None and error.errno in codes
