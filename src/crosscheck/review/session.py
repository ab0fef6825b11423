"""A review: findings as they were shown, decisions recorded on them, the last of these taken back.

resolutions.yaml is the only memory. Whatever else writes to it is noticed, because every request names the version of
the file that its page knows; nothing is written over a version that the page has not seen.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from crosscheck.decisions import FILE, file_of, load_resolutions
from crosscheck.decisions.lock import locked
from crosscheck.decisions.record import Judgement, former_ids, resolution
from crosscheck.decisions.settle import resettled
from crosscheck.decisions.write import save
from crosscheck.loading import Options
from crosscheck.model import Finding, Resolution, Result
from crosscheck.outputs.report import Review, headline, render
from crosscheck.pipeline import check
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.review.watched import Conflict, WatchedFile


class Shown(NamedTuple):
    """A finding as a page showed it to the person who decides."""

    id: str
    fingerprint: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How things stand after something was written.

    `states` have status and whether it fails of each finding concerned; `written` are their blocks as the file has
    them now; `steps` is how many decisions can be taken back.
    """

    version: str
    states: Mapping[str, tuple[str, bool]]
    written: str
    headline: str
    steps: int


@dataclass(frozen=True, slots=True)
class _Step:
    """What one decision did: the file before it (None if there was none), its version after it, the findings before."""

    before: bytes | None
    after: str
    findings: tuple[Finding, ...]


class ReviewSession:
    """One workspace under review. Whoever asks waits until the one before has been answered."""

    def __init__(self, root: Path, options: Options, today: str | None) -> None:
        self._root, self._options, self._today = root, options, today
        self._lock = RLock()
        self._findings: dict[str, Finding] = {}
        self._result: Result | None = None
        self._steps: list[_Step] = []
        self._file = WatchedFile(root / FILE, FILE)

    @property
    def file(self) -> str:
        """What messages call the file that is written to."""
        return self._file.name

    def page(self) -> str:
        """The report of the workspace as it is now, with forms; raises `InputError`, `NothingToCheck`."""
        with self._lock:
            # Before the check: what is written meanwhile then counts as unseen, which costs a reload and loses nothing.
            version = self._file.remember(self._content())
            result = check(self._root, replace(self._options, today=self.today))
            self._set_result(result)
            return render(result, Review(version, self.today, len(self._steps)))

    def since(self, version: str) -> tuple[str, list[str]]:
        """The version of the file, and how it differs from the one that a page knows."""
        with self._lock:
            content = self._content()
            return self._file.remember(content), self._file.changes(version, content)

    def decide(self, version: str, shown: Sequence[Shown], judgement: Judgement) -> Answer:
        """Record one decision on findings; raises `Conflict`, or `InputError` if it says too little."""
        with self._lock:
            findings = self._as_shown(shown)
            made = {finding.id: resolution(finding, judgement) for finding in findings}
            with locked(self._root):
                before = self._content()
                self._file.require(version, before)
                save(self._root, made.values(), former_ids(findings))
                after = self._content()
                written = _blocks(after or b"", self._root, made)
            assert self._result is not None
            settled = resettled(self._result, made, self.today)
            changed = [now for now in settled if now.id in made or now != self._findings.get(now.id, now)]
            was = tuple(self._findings[finding.id] for finding in changed)
            self._steps.append(_Step(before, self._file.remember(after), was))
            return self._answer(changed, written)

    def undo(self, version: str) -> Answer:
        """Take back the last decision: the file is what it was before, byte for byte; raises `Conflict`."""
        with self._lock, locked(self._root):
            now = self._content()
            self._file.require(version, now)
            if not self._steps:
                raise Conflict("There is nothing to take back.")
            step = self._steps[-1]
            if step.after != version:
                changes = self._file.changes(step.after, now)
                raise Conflict(f"{FILE} has changed since the last decision, which therefore stays.", changes)
            self._file.restore(step.before)
            self._steps.pop()
            self._file.remember(step.before)
            return self._answer(step.findings, "")

    @property
    def today(self) -> str:
        """The day of a decision made now, however long ago the review was begun."""
        return self._today or datetime.date.today().isoformat()

    def _content(self) -> bytes | None:
        file_of(self._root)  # raises if it cannot be replaced
        return self._file.content()

    def _as_shown(self, shown: Sequence[Shown]) -> list[Finding]:
        if not shown:
            raise InputError([Problem(Position("findings", 0, 0), "are missing; nothing is chosen")])
        found = []
        for one in shown:
            finding = self._findings.get(one.id)
            if finding is None or (finding.fingerprint, finding.verdict.value) != (one.fingerprint, one.verdict):
                raise Conflict(f"{one.id} is not what it was when this page was loaded. Nothing was written.")
            found.append(finding)
        return found

    def _set_result(self, result: Result) -> None:
        self._result = result
        self._findings = {finding.id: finding for finding in result.findings if finding.status is not None}

    def _answer(self, changed: Sequence[Finding], written: str) -> Answer:
        assert self._result is not None
        now = {finding.id: finding for finding in changed}
        findings = tuple(now.get(finding.id, finding) for finding in self._result.findings)
        self._set_result(replace(self._result, findings=findings))
        states = {finding.id: (str(finding.status), finding.fails) for finding in changed}
        return Answer(
            version=self._file.remember(self._content()),
            states=states,
            written=written,
            headline=headline(self._result),
            steps=len(self._steps),
        )


def _blocks(content: bytes, root: Path, wanted: Mapping[str, Resolution]) -> str:
    """The blocks of some findings as they stand in the file."""
    lines = content.decode().splitlines()
    found = sorted(load_resolutions(root, Problems()).values(), key=lambda one: one.at.line)
    ends = [one.at.line - 1 for one in found[1:]] + [len(lines)]
    blocks = []
    for one, end in zip(found, ends, strict=True):
        if one.finding in wanted:
            block = lines[one.at.line - 1 : end]
            while block and (not block[-1].strip() or block[-1].lstrip().startswith("#")):
                block.pop()
            blocks += block
    return "\n".join(blocks)
