"""Writing resolutions.yaml: one block a finding, sorted by id; what is not touched stays as it is, byte for byte.

Whoever writes holds the lock (`lock.py`), from before reading what is there.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from crosscheck.decisions import FILE, file_of, load_resolutions, read_resolutions
from crosscheck.files import read_bytes, write_file
from crosscheck.model import Finding, Resolution
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.yamltext import Items, parse
from crosscheck.yamltext import Mapping as Node


def save(root: Path, resolutions: Iterable[Resolution], former: Mapping[str, str] | None = None) -> None:
    """Add decisions to resolutions.yaml, each in place of an earlier one on its finding; raises `InputError`.

    `former` has the id under which the earlier one stands, where a name of the finding's item has changed since.
    """
    text = _Text.of(root)
    for resolution in sorted(resolutions, key=lambda made: made.finding):
        text.put(resolution, (former or {}).get(resolution.finding, resolution.finding))
    text.write(root)


def decided_meanwhile(root: Path, findings: Iterable[Finding]) -> dict[str, Resolution | None]:
    """Those of `findings` whose block is not what it was when they were judged, by id, with what it is now.

    Raises `InputError`.
    """
    now = _as_written(root)
    found = {}
    for finding in findings:
        before = finding.own_resolution
        after = now.get(finding.id) or (now.get(before.finding) if before is not None else None)
        if before != after:
            found[finding.id] = after
    return found


def prune(root: Path, stale: Iterable[Resolution]) -> None:
    """Remove decisions, with the comments right above them; those that were made anew meanwhile stay.

    Raises `InputError`.
    """
    now = _as_written(root)
    text = _Text.of(root)
    for resolution in stale:
        if now.get(resolution.finding) == resolution:
            text.drop(resolution.finding)
    text.write(root)


def _as_written(root: Path) -> dict[str, Resolution]:
    """The decisions as the file has them now, by finding."""
    problems = Problems()
    now = load_resolutions(root, problems)
    problems.raise_any()
    return now


@dataclass(slots=True)
class _Piece:
    """Some lines of the file: the block of a decision behind the comments right above it, or what stands between two.

    `finding` is empty for the latter, which has no `lead`.
    """

    finding: str
    lead: list[str]
    lines: list[str]


class _Text:
    """The file in pieces; `head` is a byte order mark, `tail` what follows the document."""

    def __init__(self, head: str, lines: list[str], tail: list[str]) -> None:
        self.head, self.tail = head, tail
        self.newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += self.newline
        self.pieces = _pieces(lines)

    @staticmethod
    def of(root: Path) -> _Text:
        path = file_of(root)
        if path is None:
            return _Text("", [], [])
        text = read_bytes(path, FILE).decode()
        head = text[: text.startswith("\ufeff")]
        lines = text[len(head) :].splitlines(keepends=True)
        ends = next((number for number, line in enumerate(lines) if re.match(r"\.\.\.\s", line + "\n")), len(lines))
        return _Text(head, lines[:ends], lines[ends:])

    def write(self, root: Path) -> None:
        """Replace the file, unless what would be written could not be read again."""
        lines = (line for piece in self.pieces for line in (*piece.lead, *piece.lines))
        content = self.head + "".join([*lines, *self.tail])
        problems = Problems()
        read_resolutions(parse(content.encode(), FILE), problems)
        problems.raise_any()
        write_file(root / FILE, content)

    @property
    def blocks(self) -> list[_Piece]:
        return [piece for piece in self.pieces if piece.finding]

    def put(self, resolution: Resolution, former: str) -> None:
        fields = _fields(resolution)
        same = next((piece for piece in self.blocks if piece.finding in (resolution.finding, former)), None)
        if same is None:
            self._insert(_Piece(resolution.finding, [], rendered(fields)))
            return
        old = [re.sub(r"\r\n?", "\n", line) for line in same.lines]
        made = self._ended(edited(old, fields))
        if same.finding == resolution.finding:
            same.lines = made
        else:
            self.pieces.remove(same)
            self._insert(_Piece(resolution.finding, same.lead, [line[_indent(old[0]) :] for line in made]))

    def _insert(self, new: _Piece) -> None:
        """Put a new block, written without indentation, where its id belongs."""
        blocks = self.blocks
        if not blocks:
            self._drop_empty_list()
        after = next((block for block in blocks if block.finding > new.finding), None)
        indent = " " * (_indent(blocks[0].lines[0]) if blocks else 0)
        new.lines = self._ended(indent + line for line in new.lines)
        place = self.pieces.index(after) if after else self.pieces.index(blocks[-1]) + 1 if blocks else len(self.pieces)
        self.pieces.insert(place, new)

    def _drop_empty_list(self) -> None:
        """Make place for a block where the file says `[]`."""
        lines = [line for piece in self.pieces for line in piece.lines]
        node = parse("".join(lines).encode(), FILE)
        if isinstance(node, Items):
            number = node.at[0] - 1
            rest = re.sub(r"\[\s*\]", "", lines[number], count=1)
            lines[number : number + 1] = [rest.lstrip()] if rest.strip() else []
            self.pieces = [_Piece("", [], lines)]

    def drop(self, finding: str) -> None:
        self.pieces = [piece for piece in self.pieces if piece.finding != finding]

    def _ended(self, lines: Iterable[str]) -> list[str]:
        return [line.rstrip("\r\n") + self.newline for line in lines]


def _pieces(lines: list[str]) -> list[_Piece]:
    """The lines of the document, in pieces."""
    node = parse("".join(lines).encode(), FILE)
    if not isinstance(node, Items):
        return [_Piece("", [], lines)]
    starts = [_dash(lines, *node.value_at(index)) for index in range(len(node))]
    pieces: list[_Piece] = []
    done = 0
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        while _is_aside(lines[end - 1]):  # the line of the dash is none
            end -= 1
        lead = start
        while lead > done and lines[lead - 1].lstrip().startswith("#"):
            lead -= 1
        if not pieces and lead == 0:
            lead = start  # comments at the top of the file are about the file
        pieces.append(_Piece("", [], lines[done:lead]))
        pieces.append(_Piece(str(node[index]["finding"]), lines[lead:start], lines[start:end]))
        done = end
    return [*pieces, _Piece("", [], lines[done:])]


def _dash(lines: list[str], line: int, column: int) -> int:
    """The index of the line with the dash of the block that begins at `line` and `column`."""
    at = line - 1
    before = lines[at][: column - 1].strip()
    while not before and at > 0:
        at -= 1
        before = lines[at].partition("#")[0].strip()
    if before != "-":
        message = 'is not written as a block; begin each decision on a line of its own with "- "'
        raise InputError([Problem(Position(FILE, line, column), message)])
    return at


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _fields(resolution: Resolution) -> dict[str, Any]:
    """The keys of a block in the order in which they are written; None leaves one out."""
    return {
        "finding": resolution.finding,
        "item": resolution.item,
        "verdict": resolution.verdict.value,
        "fingerprint": resolution.fingerprint,
        "reader": resolution.reader,
        "seen": list(resolution.seen),
        "decision": resolution.decision.value,
        "wrong": list(resolution.wrong) or None,
        "reason": resolution.reason,
        "by": resolution.by,
        "on": datetime.date.fromisoformat(resolution.on),
        "expires": datetime.date.fromisoformat(resolution.expires) if resolution.expires else None,
    }


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
        indent = " " * _indent(lines[0])
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
            # What stands below the key before it, a plain scalar, is about the next one.
            below = list(takewhile(_is_aside, reversed(made[previous])))[::-1]
            made[previous] = made[previous][: len(made[previous]) - len(below)]
            made[key] = [f"{indent}{_line(key, value)}\n", *below]
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
