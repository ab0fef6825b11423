"""Writing resolutions.yaml: one block a finding, sorted by id; what is not touched stays as it is, byte for byte."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.decisions import FILE, read_resolutions
from crosscheck.decisions.block import edited, rendered
from crosscheck.files import read_bytes, write_file
from crosscheck.model import Resolution
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.yamltext import Items, parse


def save(root: Path, resolutions: Iterable[Resolution], former: Mapping[str, str] | None = None) -> None:
    """Add decisions to resolutions.yaml, each in place of an earlier one on its finding; raises `InputError`.

    `former` has the id under which the earlier one stands, where a name of the finding's item has changed since.
    """
    text = _Text.of(root)
    for resolution in sorted(resolutions, key=lambda made: made.finding):
        text.put(resolution, (former or {}).get(resolution.finding, resolution.finding))
    text.write(root)


def prune(root: Path, findings: Iterable[str]) -> None:
    """Remove the decisions on `findings`, with the comments right above them."""
    text = _Text.of(root)
    for finding in findings:
        text.drop(finding)
    text.write(root)


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
        path = root / FILE
        if not path.exists():
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
        while end > start + 1 and _is_aside(lines[end - 1]):
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
        "seen": list(resolution.seen),
        "decision": resolution.decision.value,
        "wrong": list(resolution.wrong) or None,
        "reason": resolution.reason,
        "by": resolution.by,
        "on": datetime.date.fromisoformat(resolution.on),
        "expires": datetime.date.fromisoformat(resolution.expires) if resolution.expires else None,
    }
