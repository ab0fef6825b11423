"""One writer at a time: a lock of the operating system on a file beside resolutions.yaml."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosscheck.decisions import FILE, file_of
from crosscheck.problems import InputError, Position, Problem, SystemFailure

LOCK = f".{FILE}.lock"
PATIENCE = 10.0
"""Seconds until a writer gives up, if nobody writes meanwhile: many in a row may take longer."""
PAUSES = (0.01, 0.1)
"""The least and the most seconds between two attempts, at random so that nobody is always too late."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of the decisions in `root`: from before they are read until they are replaced.

    The operating system lets go of it when its holder ends, however that happens. It does not notice a second lock of
    the same process as its own. Raises `SystemFailure` if another one holds it for `PATIENCE` seconds and
    writes nothing, `InputError` if the folder cannot be written to.
    """
    file = (file_of(root) or root / FILE).resolve()
    path = file.with_name(LOCK)
    handle = _waited_for(path, file)
    if handle is None:
        message = f"{FILE} is being written to by another crosscheck, which has held {LOCK} for {PATIENCE:g} seconds"
        raise SystemFailure(f"{message}; nothing was written, try again")
    try:
        yield
    finally:
        # While it is held, so that nobody has it open who would not see that it is gone. Windows keeps open files.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _waited_for(path: Path, file: Path) -> int | None:
    written, deadline = _written(file), time.monotonic() + PATIENCE
    while True:
        try:
            handle = _taken(path)
        except OSError as error:
            why = error.strerror or str(error)
            raise InputError([Problem(Position(FILE), f"cannot be written: {LOCK} beside it: {why}")]) from None
        if handle is not None:
            return handle
        now = _written(file)
        if now != written:
            written, deadline = now, time.monotonic() + PATIENCE
        if time.monotonic() >= deadline:
            return None
        time.sleep(random.uniform(*PAUSES))


def _written(file: Path) -> tuple[int, int] | None:
    """What changes as soon as somebody has written the file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _taken(path: Path) -> int | None:
    """The open file with its lock, None if another one holds it. Raises OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        if _is_free(handle) and _is_still_there(handle, path):
            return handle
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _is_still_there(handle: int, path: Path) -> bool:
    """False if the one before removed the file between our opening it and our taking the lock."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _is_free(handle: int) -> bool:
        """Take the lock, if it is free."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_free(handle: int) -> bool:
        """Take the lock, if it is free."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
