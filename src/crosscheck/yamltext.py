"""YAML as the text that was typed, with the position of every key and value.

YAML 1.2 in spirit: every scalar stays text (`no`, `012`, `12:30`, `2025-10-05`). What makes YAML hard to review or
dangerous to expand is refused: duplicate keys, anchors, aliases, tags, several documents, nesting beyond 64 levels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from crosscheck.problems import InputError, Position, Problem, shown

MAX_DEPTH = 64

# What YAML 1.2 leaves out of its character set (section 5.1).
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Node = Any  # str | Mapping | Items: what the builder below makes


Place = tuple[int, int]
"""Line and column, counted from 1."""


class Mapping(dict[str, Node]):
    """A YAML mapping that knows where it, its keys and its values begin."""

    __slots__ = ("_key_marks", "_mark", "_value_marks")

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self._mark = mark
        self._key_marks: dict[str, Any] = {}
        self._value_marks: dict[str, Any] = {}

    @property
    def at(self) -> Place:
        return _place(self._mark)

    def key_at(self, key: str) -> Place:
        return _place(self._key_marks[key])

    def value_at(self, key: str) -> Place:
        return _place(self._value_marks[key])

    def place(self, key: str, value: Node, key_mark: Any, value_mark: Any) -> None:
        """Put an entry in, with its marks."""
        self[key] = value
        self._key_marks[key], self._value_marks[key] = key_mark, value_mark

    def renamed(self, old: str, new: str) -> Mapping:
        """This mapping with one key under another name."""
        made = Mapping(self._mark)
        for key, value in self.items():
            made.place(new if key == old else key, value, self._key_marks[key], self._value_marks[key])
        return made


class Items(list[Node]):
    """A YAML sequence that knows where it and its entries begin."""

    __slots__ = ("_mark", "_value_marks")

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self._mark = mark
        self._value_marks: list[Any] = []

    @property
    def at(self) -> Place:
        return _place(self._mark)

    def value_at(self, index: int) -> Place:
        return _place(self._value_marks[index])

    def place(self, value: Node, mark: Any) -> None:
        """Put an entry at the end, with its mark."""
        self.append(value)
        self._value_marks.append(mark)


class Mark(NamedTuple):
    """A place as PyYAML has it: counted from 0."""

    line: int
    column: int


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def position(root: Node, path: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
    """Line and column of the value (or key) at `path`, or of its nearest ancestor that exists."""
    node, at = root, getattr(root, "at", (1, 1))
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and step in node:
            at = node.key_at(str(step)) if key and last else node.value_at(str(step))
            node = node[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            at, node = node.value_at(step), node[step]
        else:
            break
    return at


def parse(data: bytes, file: str) -> Node | None:
    """The one document in `data` (UTF-8), or None if there is none; raises `InputError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = Mark(data.count(b"\n", 0, error.start), error.start - data.rfind(b"\n", 0, error.start) - 1)
        raise _refusal(file, mark, f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8") from None
    unprintable = _NOT_YAML.search(text)
    if unprintable is not None:
        before = text[: unprintable.start()]
        mark = Mark(before.count("\n"), len(before) - before.rfind("\n") - 1)
        raise _refusal(file, mark, f"character U+{ord(unprintable.group()):04X} is not allowed in YAML")
    try:
        return _build(text, file)
    except yaml.MarkedYAMLError as error:
        raise _refusal(file, error.problem_mark or error.context_mark or Mark(0, 0), f"not YAML: {error.problem}") from None


def _build(text: str, file: str) -> Node | None:
    """Nodes from the parser's events, without recursion, so that depth never meets the interpreter's stack."""
    loader = yaml.CSafeLoader(text)
    next_event = loader.get_event
    scalar, map_start, seq_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    root: Node | None = None
    stack: list[tuple[Mapping | Items | None, str | None, Any]] = []  # what is open, and the key that waits in it
    top: Mapping | Items | None = None
    key: str | None = None
    key_mark: Any = None
    documents = 0
    while (event := next_event()) is not None:
        kind = type(event)
        mark = event.start_mark
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                raise _unwanted(event, file)
            node: Node = event.value
        elif kind is map_start or kind is seq_start:
            if event.anchor is not None or event.tag is not None:
                raise _unwanted(event, file)
            if len(stack) >= MAX_DEPTH:
                raise _refusal(file, mark, f"nested deeper than {MAX_DEPTH} levels")
            node = Mapping(mark) if kind is map_start else Items(mark)
        elif kind in ends:
            top, key, key_mark = stack.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _unwanted(event, file)
        else:
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise _refusal(file, mark, "a second document (---) is not accepted; use one file each")
            continue
        if top is None:
            root = node
        elif type(top) is Items:
            top.place(node, mark)
        elif key is None:
            if type(node) is not str:
                raise _refusal(file, mark, "a key must be plain text")
            if node in top:
                raise _refusal(file, mark, f"key {shown(node)} stands twice (first in line {top.key_at(node)[0]})")
            key, key_mark = node, mark
            continue
        else:
            top.place(key, node, key_mark, mark)  # type: ignore[call-arg, arg-type]
            key = None
        if kind is not scalar:
            stack.append((top, None, None))
            top, key = node, None
    return root


def _unwanted(event: Any, file: str) -> InputError:
    if isinstance(event, yaml.AliasEvent):
        what = f"alias *{event.anchor}"
    elif event.anchor is not None:
        what = f"anchor &{event.anchor}"
    else:
        what = f"tag {event.tag}"
    return _refusal(file, event.start_mark, f"{what} is not accepted; every value is text that is written out")


def _refusal(file: str, mark: Any, message: str) -> InputError:
    return InputError([Problem(Position(file, *_place(mark)), message)])
