"""Files of a workspace: read once, named relative to it, replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import platform
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from crosscheck.problems import InputError, Position, Problem

UTF16 = "this is UTF-16; save the file as UTF-8 text"

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


_edited: ContextVar[Mapping[Path, bytes]] = ContextVar("edited", default={})  # noqa: B039 - nobody changes it


@contextmanager
def in_place_of_files(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Read `contents`, by absolute path, where these files are read: what an editor has not saved yet."""
    token = _edited.set(contents)
    try:
        yield
    finally:
        _edited.reset(token)


def read_bytes(path: Path, name: str, *, pipe: bool = False, most: int | None = None) -> bytes:
    """The bytes of a regular file, with `pipe` also of a pipe, and no more than `most` where that is given.

    Raises `InputError` if it cannot be read, or is larger.
    """
    length = most + 1 if most is not None else -1
    if path == STANDARD_INPUT:
        data = standard_input().read(length)
    else:
        edited = _edited.get()
        try:
            if edited and path.absolute() in edited:
                data = edited[path.absolute()]
            else:
                if not (pipe and path.is_fifo()):
                    check_regular(path, name)
                with path.open("rb") as file:
                    data = file.read(length)
        except OSError as error:
            raise _unreadable(name, error) from None
    if most is not None and len(data) > most:
        raise InputError([Problem(Position(name), f"is larger than {most // 1_000_000} MB, which no article is")])
    return data


def standard_input() -> BinaryIO:
    """What a command is given; raises `InputError` if that is closed."""
    if sys.stdin is None:
        raise InputError([Problem(Position(str(STANDARD_INPUT), 0), "standard input is closed")])
    return sys.stdin.buffer


def not_utf8(error: UnicodeDecodeError) -> str:
    """What is wrong with bytes that cannot be decoded."""
    return f"byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8 text"


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError([Problem(Position(name), f"cannot be read: {error.strerror or error}")])


def why_not_written(path: Path, root: Path | None, inputs: Iterable[Path]) -> str | None:
    """Why a run on the workspace `root` must not write to `path`, None if it may.

    It overwrites none of its `inputs`, files or folders, and what is named in the workspace lies there: a link that
    leads elsewhere is not followed, since a workspace may come from anybody.
    """
    try:
        place = path.resolve()
        if root is not None and _is_named_in(path, root) and not place.is_relative_to(root.resolve()):
            return "is a link that leads out of the workspace"
        for known in inputs:
            if place.is_relative_to(os.path.realpath(known)) or (
                place.exists() and known.exists() and place.samefile(known)
            ):
                return "is what the run reads; name another file"
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links
        return f"cannot be written: {_why(error)}"
    return None


def _why(error: OSError | RuntimeError) -> str:
    """What the system says of an error; Python says of a circle of links only where on this machine it lies."""
    return os.strerror(errno.ELOOP) if isinstance(error, RuntimeError) else error.strerror or str(error)


def _is_named_in(path: Path, folder: Path) -> bool:
    named = Path(os.path.abspath(path))
    return named.is_relative_to(os.path.abspath(folder)) or named.is_relative_to(folder.resolve())


def write_file(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Replace a file in one step: what was there stays until all of the new content is on disk. Text is UTF-8.

    Content may come in parts, so that it need not be held as a whole.

    A link is followed, and what is no regular file (`/dev/null`, a pipe) is written to. Raises `InputError` where the
    place is wrong, and OSError where the system fails (a full disk).
    """
    parts = [content] if isinstance(content, bytes) else _encoded([content] if isinstance(content, str) else content)
    with _named_errors(path):
        place = path.resolve()
        if place.exists() and not place.is_file() and not place.is_dir():
            with place.open("wb") as file:
                file.writelines(parts)
        else:
            _put({place: _temporary(place, parts)})


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Replace several files, none before the new content of all is on disk; raises as `write_file` does.

    Who is killed meanwhile leaves each file as it was or as it will be, and may begin again.
    """
    made: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            with _named_errors(path):
                place = path.resolve()
                made[place] = _temporary(place, [content])
    except BaseException:
        _remove(made.values())
        raise
    _put(made)


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    """Raises `InputError` where another file name would cure an error; every other OSError names the file."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links
        if isinstance(error, OSError) and error.errno not in _WRONG_PLACE:
            error.filename = str(path)
            raise
        why = _why(error)
        raise InputError([Problem(Position(_text(path.name)), f"cannot be written: {why}")]) from None


def _encoded(parts: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in parts)


def _temporary(path: Path, parts: Iterable[bytes]) -> Path:
    """A file on disk that only has to be renamed to `path`. Raises OSError.

    Its name says whose it is: those of runs that were killed are removed here.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix = _prefix()
    _remove(left_over(path.parent, prefix))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{prefix}{os.getpid()}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
    except BaseException:
        _remove([Path(name)])
        raise
    return Path(name)


def _put(made: Mapping[Path, Path]) -> None:
    """Rename temporary files to the paths that they were made for."""
    try:
        for path, temporary in made.items():
            with _named_errors(path):
                os.replace(temporary, path)
    except BaseException:
        _remove(made.values())
        raise
    for folder in {path.parent for path in made}:
        _sync_folder(folder)


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()


def _prefix() -> str:
    """How temporary files of this machine begin: several may share a folder."""
    return f".crosscheck-{sha256(platform.node().encode()).hexdigest()[:8]}-"


def left_over(folder: Path, prefix: str) -> Iterator[Path]:
    """What runs that ended have not removed: what is called `<prefix><process>-…`."""
    for path in folder.glob(f"{prefix}*-*"):
        owner = path.name.removeprefix(prefix).partition("-")[0]
        if owner.isdecimal() and not _is_running(int(owner)):
            yield path


def _is_running(process: int) -> bool:
    """Whether a process of this machine runs; yes if that cannot be told."""
    if os.name != "posix":  # elsewhere signal 0 is no question
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


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
