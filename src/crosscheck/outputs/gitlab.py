"""The GitLab Code Quality output: the subset of the Code Climate format that GitLab reads.

What fails is `critical` (an error) or `major` (a warning), all else `info`. GitLab compares two reports by fingerprint
alone, so whether a finding fails is part of it: what gets decided counts as resolved, what is reopened as new.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from crosscheck.model import DraftLine, Finding, Result, Severity
from crosscheck.outputs import plain
from crosscheck.problems import Position, Problem

DESCRIPTION = 1_000


def render(result: Result, *, prefix: str = "") -> str:
    """The report of a run; `prefix` leads from the repository to the workspace."""
    entries = [_entry(finding, prefix) for finding in result.findings]
    return _document([*entries, *(_line(line, prefix) for line in plain.draft_lines(result))])


def render_problems(problems: Iterable[Problem], *, prefix: str = "") -> str:
    """The report of a run that could not begin."""
    return _document(
        {
            "check_name": "input",
            "description": plain.line(f"wrong input: {problem}", DESCRIPTION),
            "severity": "blocker",
            "fingerprint": sha256(plain.plain(str(problem)).encode()).hexdigest(),
            "location": _location(problem.at, prefix),
        }
        for problem in problems
    )


def _document(entries: Iterable[dict[str, Any]]) -> str:
    return plain.json_text(list(entries), indent=2) + "\n"


def _entry(finding: Finding, prefix: str) -> dict[str, Any]:
    severity = "info"
    if finding.fails:
        severity = "critical" if finding.verdict.severity is Severity.ERROR else "major"
    return {
        "check_name": finding.rule,
        "description": plain.line(f"{plain.title(finding)}: {finding.message} ({finding.id})", DESCRIPTION),
        "severity": severity,
        "fingerprint": f"{finding.id}-{finding.fingerprint}" + ("-failing" if finding.fails else ""),
        "location": _location(plain.place(finding), prefix),
    }


def _line(line: DraftLine, prefix: str) -> dict[str, Any]:
    claim = line.row.claim
    return {
        "check_name": "draft",
        "description": plain.line(f"{line.status}: {line.message}", DESCRIPTION),
        "severity": "major" if line.fails else "info",
        "fingerprint": sha256(plain.plain(f"{claim.id} {line.status} {line.fails}").encode()).hexdigest(),
        "location": _location(claim.at, prefix),
    }


def _location(at: Position, prefix: str) -> dict[str, Any]:
    # GitLab leaves out what has no file: what is wrong with an option is shown at the settings.
    file = "crosscheck.toml" if at.file.startswith("--") else at.file
    return {"path": plain.line(prefix + file), "lines": {"begin": max(at.line, 1)}}
