"""Files of a workspace: read once, named relative to it, replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.yamltext import Node, parse


def relative(path: Path, root: Path) -> str:
    """`path` as outputs show it: relative to the workspace if it lies inside, else its bare name."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; raises `InputError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError([Problem(Position(name), f"cannot be read: {error.strerror or error}")]) from None


def load_yaml(path: Path, root: Path, problems: Problems) -> Node | None:
    """The document of a YAML file, or None if it is empty, absent or broken (then `problems` says so)."""
    name = relative(path, root)
    try:
        return parse(read_bytes(path, name), name)
    except InputError as error:
        problems.found.extend(error.problems)
        return None


def write_file(path: Path, content: str) -> None:
    """Replace a file in one step: what was there stays until all of the new content is on disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError([Problem(Position(path.name), f"cannot be written: {error.strerror}")]) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the umask leaves of a new one."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
