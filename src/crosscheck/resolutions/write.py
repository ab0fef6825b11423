"""Writing resolutions.yaml: one block a finding, sorted by id; what is not touched stays as it is, byte for byte."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosscheck.files import read_bytes, write_file
from crosscheck.model import Resolution
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.resolutions import FILE, decisions
from crosscheck.resolutions.block import edited, rendered
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
class _Block:
    """A block by its lines: `start` is its dash, `lead` the first comment line right above it, `end` one past it."""

    finding: str
    lead: int
    start: int
    end: int


class _Text:
    """The lines of the file and where its blocks are; `head` is a byte order mark, `tail` what follows the document."""

    def __init__(self, head: str, lines: list[str], tail: list[str]) -> None:
        self.head, self.lines, self.tail = head, lines, tail
        self.newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"

    @staticmethod
    def of(root: Path) -> _Text:
        path = root / FILE
        if not path.exists():
            return _Text("", [], [])
        text = read_bytes(path, FILE).decode()
        head = text[: text.startswith("\ufeff")]
        lines = text[len(head) :].splitlines(keepends=True)
        ends = next((number for number, line in enumerate(lines) if re.match(r"\.\.\.\s", line + "\n")), len(lines))
        made = _Text(head, lines[:ends], lines[ends:])
        if made.lines and not made.lines[-1].endswith(("\n", "\r")):
            made.lines[-1] += made.newline
        return made

    def write(self, root: Path) -> None:
        """Replace the file, unless what would be written could not be read again."""
        content = self.head + "".join(self.lines + self.tail)
        problems = Problems()
        decisions(parse(content.encode(), FILE), problems)
        problems.raise_any()
        write_file(root / FILE, content)

    def blocks(self) -> list[_Block]:
        node = parse("".join(self.lines).encode(), FILE)
        if not isinstance(node, Items):
            return []
        starts = [self._dash(*node.value_at(index)) for index in range(len(node))]
        found: list[_Block] = []
        for index, start in enumerate(starts):
            end = starts[index + 1] if index + 1 < len(starts) else len(self.lines)
            while end > start + 1 and _is_aside(self.lines[end - 1]):
                end -= 1
            lead = start
            floor = found[-1].end if found else 0
            while lead > floor and self.lines[lead - 1].lstrip().startswith("#"):
                lead -= 1
            if not found and lead == 0:
                lead = start  # comments at the top of the file are about the file
            found.append(_Block(str(node[index]["finding"]), lead, start, end))
        return found

    def _dash(self, line: int, column: int) -> int:
        """The index of the line with the dash of the block that begins at `line` and `column`."""
        at = line - 1
        before = self.lines[at][: column - 1].strip()
        while not before and at > 0:
            at -= 1
            before = self.lines[at].partition("#")[0].strip()
        if before != "-":
            message = 'is not written as a block; begin each decision on a line of its own with "- "'
            raise InputError([Problem(Position(FILE, line, column), message)])
        return at

    def put(self, resolution: Resolution, former: str) -> None:
        fields = _fields(resolution)
        blocks = self.blocks()
        same = next((block for block in blocks if block.finding in (resolution.finding, former)), None)
        if same is None:
            self._insert([], rendered(fields))
            return
        old = [re.sub(r"\r\n?", "\n", line) for line in self.lines[same.start : same.end]]
        made = self._ended(edited(old, fields))
        if same.finding == resolution.finding:
            self.lines[same.start : same.end] = made
        else:
            lead = self.lines[same.lead : same.start]
            del self.lines[same.lead : same.end]
            self._insert(lead, [line[_indent(old[0]) :] for line in made])

    def _insert(self, lead: list[str], lines: list[str]) -> None:
        """Put a new block, written without indentation, where its id belongs."""
        blocks = self.blocks()
        if not blocks:
            self._drop_empty_list()
        finding = lines[0].rpartition(" ")[2].strip()
        after = next((block for block in blocks if block.finding > finding), None)
        place = after.lead if after else blocks[-1].end if blocks else len(self.lines)
        indent = " " * (_indent(self.lines[blocks[0].start]) if blocks else 0)
        self.lines[place:place] = [*lead, *self._ended(indent + line for line in lines)]

    def _drop_empty_list(self) -> None:
        """Make place for a block where the file says `[]`."""
        node = parse("".join(self.lines).encode(), FILE)
        if isinstance(node, Items):
            number = node.at[0] - 1
            rest = re.sub(r"\[\s*\]", "", self.lines[number], count=1)
            self.lines[number : number + 1] = [rest.lstrip()] if rest.strip() else []

    def drop(self, finding: str) -> None:
        for block in self.blocks():
            if block.finding == finding:
                del self.lines[block.lead : block.end]

    def _ended(self, lines: Iterable[str]) -> list[str]:
        return [line.rstrip("\r\n") + self.newline for line in lines]


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
