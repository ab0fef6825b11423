"""One writer at a time: a lock of the operating system on a file beside the one that is written."""

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

PATIENCE = 10.0
"""Seconds until a writer gives up, if nobody writes meanwhile: many in a row may take longer."""
PAUSES = (0.01, 0.1)
"""The least and the most seconds between two attempts, at random so that nobody is always too late."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of the decisions in `root`; raises as `locked_file` does."""
    with locked_file(file_of(root) or root / FILE, FILE):
        yield


@contextmanager
def locked_file(path: Path, name: str) -> Iterator[None]:
    """Hold the lock of a file, or of a folder of files: from before it is read until it is replaced.

    Messages call it `name`. The operating system lets go of the lock when its holder ends, however that happens. It
    does not notice a second lock of the same process as its own. Raises `SystemFailure` if another one holds it for
    `PATIENCE` seconds and writes nothing, `InputError` if the folder around it cannot be written to.
    """
    place = Path(os.path.realpath(path))
    lock = place.with_name(f".{Path(name).name}.lock")
    handle = _waited_for(lock, place, name)
    if handle is None:
        message = (
            f"{name} is being written to by another crosscheck, which has held {lock.name} for {PATIENCE:g} seconds"
        )
        raise SystemFailure(f"{message}; nothing was written, try again")
    try:
        yield
    finally:
        # While it is held, so that nobody has it open who would not see that it is gone. Windows keeps open files.
        with suppress(OSError):
            lock.unlink()
        os.close(handle)


def _waited_for(lock: Path, place: Path, name: str) -> int | None:
    written, deadline = _written(place), time.monotonic() + PATIENCE
    while True:
        try:
            lock.parent.mkdir(parents=True, exist_ok=True)
            handle = _taken(lock)
        except OSError as error:
            why = error.strerror or str(error)
            raise InputError([Problem(Position(name), f"cannot be written: {lock.name} beside it: {why}")]) from None
        if handle is not None:
            return handle
        now = _written(place)
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
