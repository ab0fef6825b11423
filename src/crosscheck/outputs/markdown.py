"""The Markdown output (GitHub Flavored Markdown), for a comment on a pull request, a chat or a digest by mail.

What fails comes first, with the quotes of each side; all else is a list, a line each. What people wrote is escaped: it
is no heading, link, image or HTML, mentions nobody and closes no issue. The whole is shorter than a comment on GitHub
may be, and says how much was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.formatting import counted
from crosscheck.model import DraftLine, Finding, Result, Row
from crosscheck.outputs import plain
from crosscheck.outputs.text import summary_line
from crosscheck.problems import Problem

LONGEST = 60_000
"""Characters of the whole, at most; a comment on GitHub has at most 65,536."""
MESSAGE = 600
QUOTE = 300
CLAIMS = 6
"""Claims of one finding that are quoted."""

_SIGNS = re.compile(r"[\\`*_\[\]<>~|$] | &(?=[\#\w]) | \A(?:[\#+=-] | \d+[.)])", re.VERBOSE)
"""What begins markup, in a line or as its first sign; of the number of a list the sign behind it is escaped."""
_LINKS = re.compile(
    r"(?<=@)(?=\w)|(?<=\#)(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?=//|[a-z+-][\w+-]*(?::|\Z))|(?<=www)(?=\.)", re.IGNORECASE
)
"""Where GitHub would find a mention, an issue, an address or an emoji."""
_JOINER = "\u2060"
"""A word joiner, which nobody sees, and behind which none of these is found."""


def render(result: Result, *, prefix: str = "") -> str:
    """The findings of a run; `prefix` leads from the repository to the workspace."""
    lines = plain.draft_lines(result)
    failing = [
        *(_failing(finding, prefix) for finding in result.findings if finding.fails),
        *(_line_that_fails(line, prefix) for line in lines if line.fails),
    ]
    others = [
        *(_other(finding) for finding in result.findings if not finding.fails),
        *(_other_line(line, prefix) for line in lines if not line.fails),
        *(f"- {escaped(plain.stale(resolution))}\n" for resolution in result.stale),
        *(f"- {escaped(plain.gone(before))}\n" for before in result.gone),
    ]
    last = f"\n{escaped(summary_line(result, color=False), MESSAGE)}\n"
    return within_bounds(f"## crosscheck: {plain.failing(len(failing), 'finding')}\n", failing, others) + last


def render_problems(problems: Iterable[Problem], *, prefix: str = "") -> str:
    """Problems of the input, a line each; nothing if there are none."""
    entries = [f"- {escaped(_with_place(problem, prefix), MESSAGE)}\n" for problem in problems]
    return within_bounds("## crosscheck: the input is wrong\n\n", entries, []) if entries else ""


def _with_place(problem: Problem, prefix: str) -> str:
    return str(problem) if problem.at.file.startswith("--") else f"{prefix}{problem}"


def within_bounds(head: str, failing: Sequence[str], others: Sequence[str]) -> str:
    parts = [head, *fitting(failing, LONGEST - len(head), "more fail")]
    if others:
        parts.append("\n### Not failing\n\n")
        parts += fitting(others, LONGEST - sum(map(len, parts)), "more")
    return "".join(parts)


def fitting(entries: Sequence[str], room: int, what: str) -> Iterator[str]:
    """The entries that have room, then how many have none."""
    for number, entry in enumerate(entries):
        room -= len(entry)
        if room < 0:
            yield f"\n… and {len(entries) - number:,} {what}; the report has them all.\n"
            return
        yield entry


def _failing(finding: Finding, prefix: str) -> str:
    """A finding that fails: its title, its message, then what each side says."""
    rows = plain.rows(finding)
    quotes = [_claim(number, row, prefix) for number, row in rows[:CLAIMS]]
    left = len(rows) - len(quotes) + sum(side.more for side in finding.sides)
    quotes += [f"> … and {counted(left, 'more claim')}\n"] if left else []
    explanations = [f"- possible explanation: {escaped(text, MESSAGE)}\n" for text in finding.explanations]
    below = ["\n", *explanations] if explanations else []
    head = f"\n### {escaped(plain.title(finding))}\n\n{escaped(finding.message, MESSAGE)} ({finding.id})\n\n"
    return "".join([head, *quotes, *below])


def _claim(side: int, row: Row, prefix: str) -> str:
    return f"> {side}\\. {escaped(plain.quote(row), QUOTE)} {escaped(f'{prefix}{row.claim.at}')}  \n"


def _other(finding: Finding) -> str:
    decided = f" — {escaped(plain.line(plain.decided(finding.resolution)))}" if finding.resolution else ""
    return f"- {escaped(plain.title(finding))}: {escaped(finding.message, QUOTE)} ({finding.id}){decided}\n"


def _line_that_fails(line: DraftLine, prefix: str) -> str:
    return (
        f"\n### {escaped(plain.draft_title(line))}\n\n{escaped(line.message, MESSAGE)}\n\n{_claim(1, line.row, prefix)}"
    )


def _other_line(line: DraftLine, prefix: str) -> str:
    at = f"{prefix}{line.row.claim.at}"
    return f"- {escaped(plain.draft_title(line))}: {escaped(line.message, QUOTE)} ({escaped(at)})\n"


def escaped(text: str, limit: int = plain.TITLE) -> str:
    """What people wrote, on one line, as text that is no Markdown."""
    joined = _LINKS.sub(_JOINER, plain.line(text, limit))
    return _SIGNS.sub(_backslashed, joined)


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}\\{found[0][-1]}"
