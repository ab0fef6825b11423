"""What a check says of a workspace as it stands in the buffers of an editor, by places in its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscheck.files import in_place_of_files
from crosscheck.formatting import interval_text
from crosscheck.loading import NothingToCheck, Options, load_and_read
from crosscheck.model import Claim, Finding, Item, Row
from crosscheck.model.claims import KEYS
from crosscheck.outputs.markdown import escaped
from crosscheck.outputs.plain import title
from crosscheck.pipeline import checked
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.progress import NO_PROGRESS
from crosscheck.workspace import Workspace, is_table, load

_ENTRY = re.compile(r"""(?:^|[\s{,])(?P<key>[\w.-]+):[ ]+["']?(?P<typed>[^"'\[\]{},]*)$""")
"""The key and what is typed of its value, at the end of a line."""
_SCOPE = re.compile(r"(?:^|[\s{,])scope:[ ]*\{[^{}]*$")
_SCOPE_KEY = re.compile(r"[{,][ ]*(?P<typed>[^:{},]*)$")


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace as an editor has it: what is wrong with it, or what was found in it.

    `words` are what may stand as the value of a key: subjects, attributes, ids. `scopes` are the values of each key of
    scopes.
    """

    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: Mapping[str, tuple[tuple[Row, Item], ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @staticmethod
    def of(root: Path, buffers: Mapping[Path, bytes], options: Options) -> Desk:
        """What the workspace in `root` says, where `buffers` stand in place of files, by absolute path."""
        with in_place_of_files(buffers):
            workspace = load(root, problems=Problems())  # as much of it as can be read
            rows = _Rows()
            try:
                loaded = load_and_read(root, options, NO_PROGRESS)
                judged = rows.remembering(loaded.read.judged)
                found = checked(replace(loaded, read=replace(loaded.read, judged=judged)), options).findings
            except NothingToCheck:
                return Desk(words=_words(workspace, ()), scopes=_scopes(workspace))
            except InputError as error:
                return Desk(problems=error.problems, words=_words(workspace, ()), scopes=_scopes(workspace))
            return Desk(
                findings=found,
                rows=rows.by_file(found),
                words=_words(workspace, found),
                scopes=_scopes(workspace),
            )

    def row_at(self, file: str, line: int, column: int) -> tuple[Row, Item] | None:
        """The claim that is written at a place, counted from 1."""
        there = [pair for pair in self.rows.get(file, ()) if line in _lines(pair[0].claim)]
        return min(there, key=lambda pair: abs(pair[0].claim.at.column - column), default=None)

    def findings_on(self, claim: Claim) -> list[Finding]:
        return [finding for finding in self.findings if claim.id in finding.rows]

    def other_sides(self, row: Row, item: Item) -> list[Position]:
        """Where the claims stand that a claim meets: those of its findings, else those of its item."""
        found = self.findings_on(row.claim)
        rows = [other for one in found for other in one.rows.values()] if found else item.rows
        return list(dict.fromkeys(other.claim.at for other in rows if other.claim.id != row.claim.id))

    def completions(self, above: list[str], line: str) -> tuple[str, list[str]]:
        """What is typed already at the end of `line`, of a word, and the words that may stand there.

        `above` are the lines of the file before it.
        """
        if _SCOPE.search(line) or _is_in_scope(above, line):
            match = _ENTRY.search(line)
            if match and match["key"] != "scope":
                return match["typed"], list(self.scopes.get(match["key"], ()))
            typed = _SCOPE_KEY.search(line)
            return (typed["typed"] if typed else line.lstrip()), list(self.scopes)
        match = _ENTRY.search(line)
        return (match["typed"], list(self.words.get(match["key"], ()))) if match else ("", [])


def hover_text(desk: Desk, row: Row, item: Item) -> str:
    """What a claim is read as and what was found of it, as Markdown."""
    reading, unit = row.reading, item.attribute.unit
    lines = [f"**{escaped(item.title)}** ({escaped(row.claim.id)})", f"“{escaped(row.claim.text)}” is {reading.kind}"]
    if reading.stated is not None and reading.allowed is not None:
        lines.append(escaped(f"stated: {interval_text(reading.stated, reading, unit)}"))
        lines.append(escaped(f"allowed: {interval_text(reading.allowed, reading, unit)}"))
    elif reading.terms:
        lines.append(escaped(f"words: {'; '.join(reading.terms)}"))
    for finding in desk.findings_on(row.claim):
        lines.append(f"{escaped(title(finding))}: {escaped(finding.message, 600)} ({finding.id})")
    return "\n\n".join(lines)


def _lines(claim: Claim) -> set[int]:
    return {claim.place(key).line for key in KEYS if claim.writes(key)} | {claim.at.line}


def _is_in_scope(above: list[str], line: str) -> bool:
    """True below a line that says `scope:`, deeper than it."""
    indent = len(line) - len(line.lstrip())
    for before in reversed(above):
        depth = len(before) - len(before.lstrip(" -"))
        if before.strip() and depth < indent:
            return before.strip(" -\r\n") == "scope:"
    return False


class _Rows:
    """The claims of each file with their items, as a check comes by them.

    Of tables, those of findings only: nobody edits millions of rows by hand.
    """

    def __init__(self) -> None:
        self._found: dict[str, dict[str, tuple[Row, Item]]] = {}

    def remembering(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            self._add((row, item) for row in item.rows if not is_table(Path(row.claim.file)))
            yield item

    def by_file(self, findings: Iterable[Finding]) -> dict[str, tuple[tuple[Row, Item], ...]]:
        self._add((row, finding.item) for finding in findings for row in finding.rows.values())
        return {file: tuple(of.values()) for file, of in self._found.items()}

    def _add(self, pairs: Iterable[tuple[Row, Item]]) -> None:
        for row, item in pairs:
            if not row.claim.derived:
                self._found.setdefault(row.claim.file, {}).setdefault(row.claim.id, (row, item))


def _words(workspace: Workspace, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    claims = list(workspace.claims)
    attributes = {*(a.name for a in workspace.attributes.values()), *(claim.attribute for claim in claims)}
    ids = [claim.id for claim in claims]
    items = sorted({f"{claim.subject} / {claim.attribute}" for claim in claims})
    found = {
        "subject": {claim.subject for claim in claims} | set(workspace.names.all_spellings),
        "attribute": attributes,
        "said_by": {claim.said_by for claim in claims if claim.said_by},
        "relative_to": ids,
        "wrong": [*ids, *workspace.sources],
        "source": workspace.sources,
        "copies": workspace.sources,
        "finding": [finding.id for finding in findings],
        **dict.fromkeys(("part", "whole", "total", "start", "end", "duration", "share", "rate"), items),
    }
    return {key: tuple(sorted(set(words))) for key, words in found.items()}


def _scopes(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for attribute in workspace.attributes.values():
        for key in attribute.separated_by:
            found.setdefault(key, set())
    for claim in workspace.claims:
        for key, value in claim.scope:
            found.setdefault(key, set()).add(value)
    return {key: tuple(sorted(values)) for key, values in sorted(found.items())}
