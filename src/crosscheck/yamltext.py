"""YAML as the text that was typed, with the position of every key and value.

YAML 1.2 in spirit: every scalar stays text (`no`, `012`, `12:30`, `2025-10-05`). What makes YAML hard to review or
dangerous to expand is refused: duplicate keys, anchors, aliases, tags, several documents, nesting beyond 64 levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from crosscheck.problems import InputError, Position, Problem, shown

MAX_DEPTH = 64

Node = Any  # str | Mapping | Items: what the builder below makes


class Mapping(dict[str, Node]):
    """A YAML mapping; `keys_at` and `values_at` give (line, column) by key, counted from 1."""

    __slots__ = ("at", "keys_at", "values_at")

    def __init__(self, at: tuple[int, int]) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, tuple[int, int]] = {}
        self.values_at: dict[str, tuple[int, int]] = {}


class Items(list[Node]):
    """A YAML sequence; `values_at` gives (line, column) by index, counted from 1."""

    __slots__ = ("at", "values_at")

    def __init__(self, at: tuple[int, int]) -> None:
        super().__init__()
        self.at = at
        self.values_at: list[tuple[int, int]] = []


def position(root: Node, path: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
    """Line and column of the value (or key) at `path`, or of its nearest ancestor that exists."""
    node, at = root, getattr(root, "at", (1, 1))
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and step in node:
            at = (node.keys_at if key and last else node.values_at)[str(step)]
            node = node[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            at, node = node.values_at[step], node[step]
        else:
            break
    return at


def parse(data: bytes, file: str) -> Node | None:
    """The one document in `data` (UTF-8), or None if there is none; raises `InputError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise _refusal(
            file, line, column, f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        ) from None
    try:
        return _Builder(file).build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _refusal(file, line, column, f"not YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, error.position - before.rfind("\n")
        raise _refusal(
            file, line, column, f"character U+{ord(text[error.position]):04X} is not allowed in YAML"
        ) from None


def _refusal(file: str, line: int, column: int, message: str) -> InputError:
    return InputError([Problem(Position(file, line, column), message)])


class _Builder:
    """Builds nodes from PyYAML's events, iteratively, so that depth never meets the interpreter's stack."""

    def __init__(self, file: str) -> None:
        self.file = file

    def refuse(self, event: Any, message: str) -> InputError:
        return _refusal(self.file, event.start_mark.line + 1, event.start_mark.column + 1, message)

    def build(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        stack: list[Mapping | Items] = []
        keys: list[str | None] = []  # of each open mapping: the key that waits for its value
        top: Mapping | Items | None = None
        documents = 0
        scalar, map_start, seq_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        for event in events:
            kind = type(event)
            if kind is scalar:
                self._check_plain(event)
                node: Node = event.value
            elif kind is map_start or kind is seq_start:
                self._check_plain(event)
                if len(stack) >= MAX_DEPTH:
                    raise self.refuse(event, f"nested deeper than {MAX_DEPTH} levels")
                at = (event.start_mark.line + 1, event.start_mark.column + 1)
                node = Mapping(at) if kind is map_start else Items(at)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                keys.pop()
                top = stack[-1] if stack else None
                continue
            elif kind is yaml.AliasEvent:
                raise self.refuse(event, f"alias *{event.anchor} is not accepted; write the value out")
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self.refuse(event, "a second document (---) is not accepted; use one file each")
                continue
            else:
                continue
            mark = event.start_mark
            if top is None:
                root = node
            elif type(top) is Items:
                top.append(node)
                top.values_at.append((mark.line + 1, mark.column + 1))
            else:
                self._into_mapping(top, keys, node, event)
            if kind is not scalar:
                stack.append(node)
                keys.append(None)
                top = node
        return root

    def _into_mapping(self, top: Any, keys: list[str | None], node: Node, event: Any) -> None:
        mark = event.start_mark
        key = keys[-1]
        if key is None:
            if type(node) is not str:
                raise self.refuse(event, "a key must be plain text")
            if node in top:
                line = top.keys_at[node][0]
                raise self.refuse(event, f"key {shown(node)} stands twice in one mapping (first in line {line})")
            keys[-1] = node
            top.keys_at[node] = (mark.line + 1, mark.column + 1)
            top[node] = None
        else:
            top[key] = node
            top.values_at[key] = (mark.line + 1, mark.column + 1)
            keys[-1] = None

    def _check_plain(self, event: Any) -> None:
        if event.anchor is not None:
            raise self.refuse(event, f"anchor &{event.anchor} is not accepted; write the value out")
        if event.tag is not None:
            raise self.refuse(event, f"tag {event.tag} is not accepted; every value is text")
