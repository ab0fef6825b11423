"""YAML as the text that was typed, with the position of every key and value.

YAML 1.2 in spirit: every scalar stays text (`no`, `012`, `12:30`, `2025-10-05`). What makes YAML hard to review or
dangerous to expand is a problem: duplicate keys, anchors, aliases, tags, several documents, nesting beyond 64 levels.
All else is read in spite of it, so that all problems of a file are reported at once.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from crosscheck.files import UTF16, not_utf8, present, read_bytes, relative
from crosscheck.problems import InputError, Position, Problems, shown

Node = Any  # str | Mapping | Items

Place = tuple[int, int]
"""Line and column, counted from 1."""


class Mapping(dict[str, Node]):
    """A YAML mapping that knows where it, its keys and its values begin."""

    __slots__ = ("at", "places")

    def __init__(self, at: Place) -> None:
        super().__init__()
        self.at = at
        self.places: dict[str, tuple[int, int, int, int]] = {}
        """Of each key its line and column, then those of its value."""

    def key_at(self, key: str) -> Place:
        return self.places[key][:2]

    def value_at(self, key: str) -> Place:
        return self.places[key][2:]

    def place(self, key: str, value: Node, key_at: Place, value_at: Place) -> None:
        """Put an entry in, with its places."""
        self[key] = value
        self.places[key] = (*key_at, *value_at)

    @staticmethod
    def at_one_place(at: Place, **values: str) -> Mapping:
        """A mapping that was not written as one: all of it stands where its text does."""
        made = Mapping(at)
        for key, value in values.items():
            made.place(key, value, at, at)
        return made

    def renamed(self, old: str, new: str) -> Mapping:
        """This mapping with one key under another name."""
        made = Mapping(self.at)
        for key, value in self.items():
            made.place(new if key == old else key, value, self.key_at(key), self.value_at(key))
        return made

    def without(self, key: str) -> Mapping:
        """This mapping without one key."""
        made = Mapping(self.at)
        for name, value in self.items():
            if name != key:
                made.place(name, value, self.key_at(name), self.value_at(name))
        return made


class Items(list[Node]):
    """A YAML sequence that knows where it and its entries begin."""

    __slots__ = ("at", "places")

    def __init__(self, at: Place) -> None:
        super().__init__()
        self.at = at
        self.places: list[Place] = []

    def value_at(self, index: int) -> Place:
        return self.places[index]

    def place(self, value: Node, at: Place) -> None:
        """Put an entry at the end, with its place."""
        self.append(value)
        self.places.append(at)


def position(root: Node, path: Sequence[str | int], *, key: bool = False) -> Place:
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


MAX_DEPTH = 64

# What YAML 1.2 leaves out of its character set (section 5.1).
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _place(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def document(data: bytes, file: str, problems: Problems) -> Node | None:
    """The one document in `data`, or None if there is none or it cannot be read; what is wrong goes to `problems`."""
    text = ""
    try:
        text = _decoded(data)
        return _build(text, file, problems)
    except _UnreadableError as error:
        problems.add(Position(file, *error.at), error.message)
    except yaml.MarkedYAMLError as error:
        at, message = _explained(error, text)
        problems.add(Position(file, *at), f"not YAML: {message}")
    return None


class _UnreadableError(Exception):
    """What makes the rest of a file unreadable."""

    def __init__(self, at: Place, message: str) -> None:
        super().__init__(message)
        self.at, self.message = at, message


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start, bytes_read = error.start, error.object  # without a byte order mark
        at = bytes_read.count(b"\n", 0, start) + 1, start - bytes_read.rfind(b"\n", 0, start)
        is_utf16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        raise _UnreadableError(at, UTF16 if is_utf16 else not_utf8(error)) from None
    unprintable = _NOT_YAML.search(text)
    if unprintable is not None:
        before = text[: unprintable.start()]
        at = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"character U+{ord(unprintable.group()):04X} is not allowed in YAML"
        raise _UnreadableError(at, f"{found}; remove it and save the file as UTF-8 text")
    return text


_SCALAR = yaml.ScalarEvent
_STARTS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))

_DROPPED = object()
"""The key of an entry that is left out because its key stands there already."""


def _build(text: str, file: str, problems: Problems) -> Node | None:
    """Nodes from the parser's events, without recursion, so that depth never meets the interpreter's stack."""
    next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
    scalar, starts = _SCALAR, _STARTS
    root: Node | None = None
    stack: list[Any] = []  # the collections around `top`
    top: Any = None  # the innermost open collection
    key: Any = None  # the key that waits in it for its value
    line, column = 1, 1  # where that key stands
    anchors: dict[str, Node] = {}
    while (event := next_event()) is not None:
        kind, mark = type(event), event.start_mark
        if kind is scalar:
            node: Node | None = event.value
        elif kind in _ENDS:
            top = stack.pop()
            continue
        elif (node := _node(kind, event, len(stack), anchors, is_second=root is not None)) is None:
            continue
        if event.anchor is not None or event.tag is not None:
            problems.add(Position(file, *_place(mark)), _unwanted(event))
            anchors[event.anchor] = node
        if type(top) is Items:
            top.place(node, (mark.line + 1, mark.column + 1))
        elif top is None:
            root = node
        elif key is None:
            key = node if kind is scalar and node not in top else _unusable_key(node, mark, top, file, problems)
            line, column = mark.line + 1, mark.column + 1
            continue
        else:
            if key is not _DROPPED:
                top[key] = node
                top.places[key] = (line, column, mark.line + 1, mark.column + 1)
            key = None
        if kind in starts:
            stack.append(top)
            top = node
    return None if root == "" else root


def _node(kind: type, event: Any, depth: int, anchors: dict[str, Node], *, is_second: bool) -> Node | None:
    """The node that an event begins, if it does, inside of so many others; `is_second`: a document has ended."""
    if kind in _STARTS:
        return _opened(kind, event.start_mark, depth)
    if kind is yaml.AliasEvent:
        return anchors.get(event.anchor, f"*{event.anchor}")
    if kind is yaml.DocumentStartEvent and is_second:
        message = "a second document (---) is not accepted; use one file each"
        raise _UnreadableError(_place(event.start_mark), message)
    return None


def _opened(kind: type, mark: Any, depth: int) -> Mapping | Items:
    """A new collection inside of so many others."""
    if depth >= MAX_DEPTH:
        raise _UnreadableError(_place(mark), f"nested deeper than {MAX_DEPTH} levels")
    return Mapping(_place(mark)) if kind is yaml.MappingStartEvent else Items(_place(mark))


def _unusable_key(node: Node, mark: Any, parent: Mapping, file: str, problems: Problems) -> Any:
    """What stands for a key that is no text, or that stands there already."""
    if not isinstance(node, str):
        raise _UnreadableError(
            _place(mark), f"a key must be plain text, not {'a list' if isinstance(node, Items) else 'a mapping'}"
        )
    if node not in parent:
        return node
    first = parent.key_at(node)[0]
    message = f"duplicate key {shown(node)} (first in line {first}); keep one of the two"
    problems.add(Position(file, *_place(mark)), message)
    return _DROPPED


def _unwanted(event: Any) -> str:
    if isinstance(event, yaml.AliasEvent):
        what = f"alias *{event.anchor}"
    elif event.anchor is not None:
        what = f"anchor &{event.anchor}"
    else:
        what = f"tag {event.tag.replace('tag:yaml.org,2002:', '!!')}"
    return f"{what} is not accepted; write every value out, and put text that begins with & * or ! in quotes"


_STRAY_CHARACTER = "found character that cannot start any token"
_FROM_THE_BEGINNING = ("found unexpected end of stream", "could not find expected ':'")
_EXPLAINED = {
    "mapping values are not allowed in this context": (
        'a colon is not allowed here; put a value that contains ": " in quotes, and line up the keys of a mapping'
    ),
    "found unexpected end of stream": "the quoted text that begins here is never closed",
    "found unexpected document indicator": "the quoted text is not closed before the line with --- or ...",
    "did not find expected ',' or ']'": "a list in [ ] is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a mapping in { } is not closed, or lacks a comma",
    "did not find expected node content": "a list in [ ] or a mapping in { } is not closed, or lacks an entry",
    "could not find expected ':'": (
        'the line is neither "key: value" nor "- entry", nor is it indented as part of a value'
    ),
    "did not find expected key": (
        "unexpected text after the end of a value, or the indentation does not match; "
        "put the whole value in quotes, and line up the keys of a mapping"
    ),
    "did not find expected '-' indicator": "the indentation fits nothing above; line up the entries of a list",
    "block sequence entries are not allowed in this context": "a list begins on the line below its key",
    "found unknown escape character": r"a backslash in double quotes is written \\; or use single quotes",
    "did not find expected alphabetic or numeric character": "a value cannot begin with & or *; put it in quotes",
    "did not find expected <document start>": "unexpected text after the end of the document",
    "did not find expected comment or line break": "after | or > the text begins on the next line",
}


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str]:
    """Where a syntax error stands, and what to do about it instead of what the parser was doing."""
    problem, mark = error.problem or "", error.problem_mark or error.context_mark
    line, column = _place(mark) if mark else (1, 1)
    lines = text.splitlines() or [""]
    if error.context_mark and (line > len(lines) or problem in _FROM_THE_BEGINNING):
        line, column = _place(error.context_mark)  # where it begins says more than where the file ends
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    if problem != _STRAY_CHARACTER:
        return (line, column), _EXPLAINED.get(problem, problem)
    character = lines[line - 1][column - 1 : column]
    if character == "\t":
        return (line, column), "a tab cannot indent; use spaces"
    return (line, column), f"a value cannot begin with {character}; put it in quotes"


def parse(data: bytes, file: str) -> Node | None:
    """The one document in `data` (UTF-8), or None if there is none; raises `InputError`."""
    problems = Problems()
    node = document(data, file, problems)
    problems.raise_any()
    return node


def load_yaml(path: Path, root: Path, problems: Problems, *, optional: bool = False) -> Node | None:
    """The document of a YAML file, or None if it is empty, or broken or absent (then `problems` says so).

    One that is `optional` may be absent.
    """
    name = relative(path, root)
    try:
        if optional and not present(path, name):
            return None
        data = read_bytes(path, name)
    except InputError as error:
        problems.found.extend(error.problems)
        return None
    return document(data, name, problems)
