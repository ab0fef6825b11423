"""The GitHub Actions output: annotations, as workflow commands that the runner reads from the log.

What fails is an `::error` or a `::warning`, by its severity, at its first claim, with a `::notice` at each further one,
since a pull request shows only what is on its own lines; all else is a `::notice`. GitHub shows the first ten of
each kind a step, so the most severe come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.model import DraftLine, Finding, Result, Severity
from crosscheck.outputs import plain
from crosscheck.problems import Position, Problem

MESSAGE = 4_000
OTHERS = 9
"""Further claims of one finding that are annotated."""


def render(result: Result, *, prefix: str = "") -> str:
    """The annotations of a run; `prefix` leads from the repository to the workspace."""
    found = (line for finding in result.findings for line in _annotations(finding, prefix))
    lines = (_line(line, prefix) for line in plain.draft_lines(result))
    stale = (
        command("notice", r.at, title="crosscheck: stale decision", message=plain.stale(r), prefix=prefix)
        for r in result.stale
    )
    return "".join([*found, *lines, *stale])


def render_problems(problems: Iterable[Problem], *, prefix: str = "") -> str:
    """The annotations of a run that could not begin."""
    return "".join(
        command("error", p.at, title="crosscheck: wrong input", message=p.message, prefix=prefix) for p in problems
    )


def _annotations(finding: Finding, prefix: str) -> Iterator[str]:
    level = "notice"
    if finding.fails:
        level = "error" if finding.verdict.severity is Severity.ERROR else "warning"
    at, title, message = plain.place(finding), plain.title(finding), plain.detail(finding)
    yield command(level, at, title=title, message=message, prefix=prefix)
    if finding.fails:
        others = dict.fromkeys(row.claim.at for _, row in plain.rows(finding))
        for other in [other for other in others if other != at][:OTHERS]:
            yield command("notice", other, title=f"see {at}: {title}", message=message, prefix=prefix)


def _line(line: DraftLine, prefix: str) -> str:
    level = "warning" if line.fails else "notice"
    return command(level, line.row.claim.at, title=plain.draft_title(line), message=line.message, prefix=prefix)


def command(level: str, at: Position, *, title: str, message: str, prefix: str) -> str:
    properties = {"title": plain.line(title)}
    if at.file.startswith("--"):
        message = f"{at}: {message}"
    else:
        properties = {"file": prefix + at.file, "line": str(at.line), "col": str(at.column)} | properties
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value != "0")
    return f"::{level} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message as the runner reads it back (`escapeData` of actions/toolkit)."""
    return plain.plain(text, MESSAGE).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property as the runner reads it back (`escapeProperty` of actions/toolkit)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
