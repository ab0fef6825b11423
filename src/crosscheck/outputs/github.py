"""The GitHub Actions output: annotations, as workflow commands that the runner reads from the log.

What fails is an `::error` or a `::warning`, by its severity, at its first claim, with a `::notice` at each further one,
since a pull request shows only what is on its own lines; all else is a `::notice`. GitHub shows the first ten of
each kind a step, so the most severe come first; of a notice, what points at another claim of something that fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.model import DraftLine, Finding, Result, Severity
from crosscheck.outputs import plain
from crosscheck.problems import Position, Problem

MESSAGE = 300
"""Characters of a message, at most, on one line."""
OTHERS = 9
"""Further claims of one finding that are annotated."""


def render(result: Result, *, prefix: str = "") -> str:
    """The annotations of a run; `prefix` leads from the repository to the workspace."""
    findings = sorted(result.findings, key=lambda finding: (not finding.fails, -finding.verdict.severity))
    lines = sorted(plain.draft_lines(result), key=lambda line: not line.fails)
    failing = [finding for finding in findings if finding.fails]
    others = [_at_other_claims(finding, prefix) for finding in failing]
    # One claim of each finding before a second of any: ten notices tell of ten findings.
    in_turn = (each[turn] for turn in range(OTHERS) for each in others if turn < len(each))
    return "".join(
        [
            *(_annotation(finding, prefix) for finding in failing),
            *(_line(line, prefix) for line in lines if line.fails),
            *in_turn,
            *(_annotation(finding, prefix) for finding in findings if not finding.fails),
            *(_line(line, prefix) for line in lines if not line.fails),
            *_stale(result, prefix),
        ]
    )


def render_problems(problems: Iterable[Problem], *, prefix: str = "") -> str:
    """The annotations of a run that could not begin."""
    return "".join(
        command("error", p.at, title="crosscheck: wrong input", message=p.message, prefix=prefix) for p in problems
    )


def _annotation(finding: Finding, prefix: str) -> str:
    level = "notice"
    if finding.fails:
        level = "error" if finding.verdict.severity is Severity.ERROR else "warning"
    return command(level, plain.place(finding), title=plain.title(finding), message=_message(finding), prefix=prefix)


def _at_other_claims(finding: Finding, prefix: str) -> list[str]:
    """A notice at each further claim of a finding."""
    at, message = plain.place(finding), _message(finding)
    title = f"see {prefix}{at}: {plain.title(finding)}"
    others = [other for other in dict.fromkeys(row.claim.at for _, row in plain.rows(finding)) if other != at]
    return [command("notice", other, title=title, message=message, prefix=prefix) for other in others[:OTHERS]]


def _message(finding: Finding) -> str:
    """What is found, and the id by which it is decided, which is never cut."""
    id = f" ({finding.id})"
    return plain.line(finding.message, MESSAGE - len(id)) + id


def _line(line: DraftLine, prefix: str) -> str:
    level = "warning" if line.fails else "notice"
    return command(level, line.row.claim.at, title=plain.draft_title(line), message=line.message, prefix=prefix)


def _stale(result: Result, prefix: str) -> Iterator[str]:
    for decision in result.stale:
        message = plain.stale(decision)
        yield command("notice", decision.at, title="crosscheck: stale decision", message=message, prefix=prefix)


def command(level: str, at: Position, *, title: str, message: str, prefix: str) -> str:
    properties = {"title": plain.line(title)}
    if at.file.startswith("--"):
        message = f"{at}: {message}"
    else:
        properties = {"file": prefix + at.file, "line": str(at.line), "col": str(at.column)} | properties
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value != "0")
    return f"::{level} {listed}::{_data(plain.line(message, MESSAGE))}\n"


def _data(text: str) -> str:
    """A text as the runner reads it back (`escapeData` of actions/toolkit)."""
    return plain.plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property as the runner reads it back (`escapeProperty` of actions/toolkit)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
