"""Files of a workspace: read once, named relative to it, replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from crosscheck.problems import InputError, Position, Problem

STANDARD_INPUT = Path("-")
"""Stands for what a command is given on its standard input."""

_WRONG_PLACE = {
    getattr(errno, name)
    for name in "EACCES EEXIST EISDIR ELOOP ENAMETOOLONG ENOENT ENOTDIR ENXIO EPERM EROFS EINVAL".split()
}
"""Errors of writing that another file name cures."""


def relative(path: Path, root: Path) -> str:
    """`path` as outputs show it: relative to the workspace if it lies inside, else its bare name."""
    if path == STANDARD_INPUT:
        return str(path)
    if path.is_relative_to(root) and ".." not in (inside := path.relative_to(root)).parts:
        return _text(inside.as_posix())
    try:
        return _text(path.resolve().relative_to(root.resolve()).as_posix())
    except (ValueError, RuntimeError):  # outside, or a circle of links
        return _text(path.name)


def _text(name: str) -> str:
    """A file name as text: its bytes that are not UTF-8 are replaced, so that every output can hold it."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def present(path: Path, name: str) -> bool:
    """Whether something is at `path`, if only a link that leads nowhere; raises `InputError` if that cannot be told.

    `Path.exists` says no of a dangling link, a circle of links or a folder in which nothing may be looked up: what is
    there and cannot be read must not be taken for absent.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreadable(name, error) from None
    return True


def listed(folder: Path, name: str) -> list[Path]:
    """What is in a folder, sorted; nothing if the folder is absent. Raises `InputError` if it cannot be read."""
    if not present(folder, name):
        return []
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise _unreadable(name, error) from None


def check_regular(path: Path, name: str) -> None:
    """Raises `InputError` for a folder, a pipe, a device, and for what cannot be looked up."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise _unreadable(name, error) from None
    if not stat.S_ISREG(mode):
        raise InputError([Problem(Position(name), "cannot be read: is not a regular file")])


def read_bytes(path: Path, name: str, *, pipe: bool = False) -> bytes:
    """The bytes of a regular file, with `pipe` also of a pipe; raises `InputError` if it cannot be read."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        if not (pipe and path.is_fifo()):
            check_regular(path, name)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from None


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError([Problem(Position(name), f"cannot be read: {error.strerror or error}")])


def write_file(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Replace a file in one step: what was there stays until all of the new content is on disk. Text is UTF-8.

    Content may come in parts, so that it need not be held as a whole.

    A link is followed, and what is no regular file (`/dev/null`, a pipe) is written to. Raises `InputError` where the
    place is wrong, and OSError where the system fails (a full disk).
    """
    parts = [content] if isinstance(content, bytes) else _encoded([content] if isinstance(content, str) else content)
    try:
        path = path.resolve()
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as file:
                file.writelines(parts)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, parts)
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links
        if isinstance(error, OSError) and error.errno not in _WRONG_PLACE:
            error.filename = error.filename or str(path)
            raise
        why = getattr(error, "strerror", None) or str(error)
        raise InputError([Problem(Position(_text(path.name)), f"cannot be written: {why}")]) from None


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)


def _replace(path: Path, parts: Iterable[bytes]) -> None:
    """Put a file in the place of `path` in one step, once it is on disk. Raises OSError."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Put the new name on disk, too. The content is in its place already: not every file system can do this."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the umask leaves of a new one."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
