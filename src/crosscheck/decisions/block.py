"""One block of resolutions.yaml as lines: made anew, or changed key by key with its comments and order kept."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from crosscheck.decisions import FILE
from crosscheck.yamltext import Mapping as Node
from crosscheck.yamltext import parse


def rendered(fields: Mapping[str, Any]) -> list[str]:
    """A new block with the keys that have a value, a line each."""
    lines = [_line(key, value) for key, value in fields.items() if value is not None]
    return [("  " if index else "- ") + line for index, line in enumerate(lines)]


def edited(lines: Sequence[str], fields: Mapping[str, Any]) -> list[str]:
    """The block `lines` with other values; keys that keep theirs, the order of keys and every comment stay."""
    text = "".join(lines)
    parsed = parse(text.encode(), FILE)
    assert isinstance(parsed, list)
    node = parsed[0]
    comments = _comments(text)
    first = next(iter(node))
    if _is_flow(lines, node) or fields.get(first) is None:
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
        return [f"{indent}{line}\n" for line in [*(c.text for c in comments), *rendered(fields)]]
    regions = _regions(lines, node)
    order = list(regions)
    made: dict[str, list[str]] = {}
    for key, (start, end) in regions.items():
        made[key] = list(lines[start:end])
        if fields[key] is None or _plain(fields[key]) != node[key]:
            made[key] = _changed(lines, key, fields[key], node, range(start, end), comments)
    previous = first
    indent = " " * (node.key_at(first)[1] - 1)
    for key, value in fields.items():
        if key not in order and value is not None:
            order.insert(order.index(previous) + 1, key)
            made[key] = [f"{indent}{_line(key, value)}\n"]
        if key in order:
            previous = key
    return [*lines[: regions[first][0]], *(line for key in order for line in made[key])]


class _Comment(NamedTuple):
    line: int
    column: int
    text: str


def _comments(text: str) -> list[_Comment]:
    """Every comment: what begins with # between two tokens."""
    found = []
    end, line, column = 0, 0, 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start = token.start_mark.index
        for number, gap in enumerate(text[end:start].split("\n")):
            place = gap.find("#")
            if place >= 0:
                found.append(_Comment(line + number, place + (0 if number else column), gap[place:].rstrip()))
        if token.end_mark.index > end:
            end, line, column = token.end_mark.index, token.end_mark.line, token.end_mark.column
    return found


def _is_flow(lines: Sequence[str], node: Node) -> bool:
    line, column = node.at
    return lines[line - 1][column - 1] == "{"


def _regions(lines: Sequence[str], node: Node) -> dict[str, tuple[int, int]]:
    """Of each key the lines from its own to the next key's."""
    starts = [node.key_at(key)[0] - 1 for key in node]
    return dict(zip(node, zip(starts, [*starts[1:], len(lines)], strict=True), strict=True))


def _changed(
    lines: Sequence[str], key: str, value: Any, node: Node, region: range, comments: Sequence[_Comment]
) -> list[str]:
    """The lines of one key with another value, or without it."""
    first = lines[region.start]
    column = node.key_at(key)[1] - 1
    inside = [comment for comment in comments if comment.line in region]
    beside = [comment for comment in inside if comment.line == region.start]
    own_lines = [f"{' ' * column}{comment.text}\n" for comment in inside if comment not in beside]
    if value is None:
        return [f"{' ' * column}{comment.text}\n" for comment in beside] + own_lines
    tail = ""
    if beside:
        at = beside[0].column
        tail = re.search(r"\s*$", first[:at]).group() + first[at:].rstrip()  # type: ignore[union-attr]
    behind = takewhile(lambda line: not line.strip(), reversed(lines[region.start + 1 : region.stop]))
    return [f"{first[:column]}{_line(key, value)}{tail}\n", *own_lines, *behind]


def _plain(value: Any) -> Any:
    return value if isinstance(value, list) else str(value)


def _line(key: str, value: Any) -> str:
    """`key: value` on one line."""
    if isinstance(value, list):
        value = CommentedSeq(value)
        value.fa.set_flow_style()
    stream = io.StringIO()
    _dumper().dump(CommentedMap({key: value}), stream)
    return stream.getvalue().rstrip("\n")


@lru_cache(maxsize=1)
def _dumper() -> YAML:
    dumper = YAML()
    dumper.width = 10**6
    dumper.allow_unicode = True
    return dumper
