"""Reading the workspace's files: their bytes once, their paths relative to the workspace."""

from __future__ import annotations

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
