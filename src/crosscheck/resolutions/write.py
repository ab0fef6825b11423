"""Writing resolutions.yaml: one block a finding, sorted by id; what is not touched stays as it is, byte for byte."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from crosscheck.files import write_file
from crosscheck.model import Resolution
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.resolutions import FILE, load_resolutions
from crosscheck.yamltext import Items, parse


def save(root: Path, resolutions: Iterable[Resolution]) -> None:
    """Add decisions to resolutions.yaml, each in place of an earlier one on its finding; raises `InputError`."""
    wanted = {resolution.finding: resolution for resolution in resolutions}
    text = _Text.of(root)
    for finding in sorted(wanted):
        text.put(wanted[finding])
    _write(root, text, kept=wanted)


def prune(root: Path, findings: Iterable[str]) -> None:
    """Remove the decisions on `findings`, with the comments right above them."""
    text = _Text.of(root)
    for finding in findings:
        text.drop(finding)
    _write(root, text, kept={})


def _write(root: Path, text: _Text, kept: dict[str, Resolution]) -> None:
    content = "".join(text.lines)
    write_file(root / FILE, content)
    problems = Problems()
    written = load_resolutions(root, problems)
    problems.raise_any()
    for finding, resolution in kept.items():
        assert written[finding].reason == resolution.reason


@dataclass(slots=True)
class _Block:
    """A block by its lines: `start` is its dash, `lead` the first comment line right above it, `end` one past it."""

    finding: str
    lead: int
    start: int
    end: int


class _Text:
    """The lines of the file and where its blocks are."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    @staticmethod
    def of(root: Path) -> _Text:
        path = root / FILE
        if not path.exists():
            return _Text([])
        text = path.read_bytes().decode("utf-8-sig")
        lines = text.splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        return _Text(lines)

    @property
    def newline(self) -> str:
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    def blocks(self) -> list[_Block]:
        node = parse("".join(self.lines).encode(), FILE)
        if not isinstance(node, Items):
            return []
        places = [node.value_at(index) for index in range(len(node))]
        starts = [line - 1 for line, _ in places]
        found = []
        for index, (line, column) in enumerate(places):
            if self.lines[line - 1][: column - 1].strip() != "-":
                at = Position(FILE, line, column)
                raise InputError([Problem(at, 'is not written as a block; begin each decision on a line of its own with "- "')])
            start = starts[index]
            limit = starts[index + 1] if index + 1 < len(starts) else len(self.lines)
            end = limit
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

    def put(self, resolution: Resolution) -> None:
        blocks = self.blocks()
        same = next((block for block in blocks if block.finding == resolution.finding), None)
        if same is not None:
            old = "".join(self.lines[same.start : same.end])
            self.lines[same.start : same.end] = self._rendered(resolution, old)
            return
        after = next((block for block in blocks if block.finding > resolution.finding), None)
        place = after.lead if after else blocks[-1].end if blocks else len(self.lines)
        indent = " " * (len(self.lines[blocks[0].start]) - len(self.lines[blocks[0].start].lstrip())) if blocks else ""
        self.lines[place:place] = [indent + line for line in self._rendered(resolution, None)]

    def drop(self, finding: str) -> None:
        for block in self.blocks():
            if block.finding == finding:
                del self.lines[block.lead : block.end]

    def _rendered(self, resolution: Resolution, old: str | None) -> list[str]:
        yaml = YAML()
        yaml.preserve_quotes = True
        yaml.width = 10**6
        yaml.allow_unicode = True
        blocks: Any = yaml.load(old) if old is not None else CommentedSeq([CommentedMap()])
        block = blocks[0]
        for key, value in _fields(resolution).items():
            if value is None:
                block.pop(key, None)
            else:
                block[key] = value
        stream = io.StringIO()
        yaml.dump(blocks, stream)
        return [line.rstrip("\n") + self.newline for line in stream.getvalue().splitlines(keepends=True)]


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _fields(resolution: Resolution) -> dict[str, Any]:
    """The keys of a block in the order in which they are written; None leaves one out."""
    return {
        "finding": resolution.finding,
        "item": resolution.item,
        "verdict": resolution.verdict.value,
        "fingerprint": resolution.fingerprint,
        "seen": _flow(resolution.seen),
        "decision": resolution.decision.value,
        "wrong": _flow(resolution.wrong) if resolution.wrong else None,
        "reason": resolution.reason,
        "by": resolution.by,
        "on": datetime.date.fromisoformat(resolution.on),
        "expires": datetime.date.fromisoformat(resolution.expires) if resolution.expires else None,
    }


def _flow(values: Iterable[str]) -> CommentedSeq:
    made = CommentedSeq(values)
    made.fa.set_flow_style()
    return made
