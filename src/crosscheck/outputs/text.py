"""The text output: findings as a linter prints them, and one line that sums up."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from crosscheck.formatting import interval_text
from crosscheck.model import (
    Change,
    Claim,
    DraftLine,
    DraftStatus,
    Finding,
    Result,
    Row,
    Severity,
    Stance,
    Status,
    Verdict,
)
from crosscheck.problems import Problem

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36", Severity.NONE: "32"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def printable(text: str) -> str:
    """`text` on one line that neither a terminal nor the log of a CI service takes for anything but text.

    Signs that steer or reorder are shown as their code points. GitHub reads a line that begins with `::`, or has `##[`
    anywhere, as a command.
    """
    if not text.isprintable():
        text = "".join(f"<U+{ord(c):04X}>" if _steers(c) else c for c in text.replace("\n", " "))
    if "##[" in text:
        text = text.replace("##[", "## [")
    return text if not text.lstrip().startswith("::") else text.replace("::", ": :", 1)


def _steers(character: str) -> bool:
    # The zero-width joiner only joins emoji.
    return unicodedata.category(character) in _STEERING and character != "\u200d"


def painted(text: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text


def render(result: Result, *, color: bool = False, summary: bool = True) -> str:
    """The findings, a block each, then stale decisions and the summary line."""
    return "".join(parts(result, color=color, summary=summary))


def parts(result: Result, *, color: bool, summary: bool) -> Iterator[str]:
    """The same, finding by finding."""
    if result.draft:
        yield from (draft_line(line, color=color) for line in result.draft)
        yield "\n"
    for finding in result.findings:
        yield f"{block(finding, color=color)}\n"
    if summary:
        yield from (f"{line}\n" for line in (*_closing(result), summary_line(result, color=color)))


def render_problems(problems: Iterable[Problem], *, is_check: bool = True) -> str:
    """Problems of the input, a line each, and after them the lines that rules/attributes.yaml lacks.

    Of a command that checks nothing there is no closing line.
    """
    listed = list(problems)
    lines = [printable(str(problem)) for problem in listed]
    if is_check:
        lines.append(f"{len(listed)} problem{'s' if len(listed) != 1 else ''} in the input; nothing was checked")
    if entries := [printable(problem.entry) for problem in listed if problem.entry]:
        lines += ["", "A start for rules/attributes.yaml; look at each kind:", *entries]
    return "".join(f"{line}\n" for line in lines)


def block(finding: Finding, *, color: bool = False) -> str:
    """A finding as a linter prints it: place and verdict, what its sides say, what was decided."""
    rows = [(number, row) for number, side in enumerate(finding.sides, 1) for row in side.rows]
    at = finding.first.claim.at
    known = ", known before" if finding.change is Change.SAME else ""
    status = f" [{finding.status}{known}]" if finding.status else ""
    verdict = painted(f"{finding.verdict}", f"1;{_COLORS[finding.verdict.severity]}", color)
    head = f"{printable(str(at))}: {verdict}: {painted(printable(finding.item.title), '1', color)}{status}"
    lines = [head, f"  {printable(finding.message)}"]
    lines += _claims(finding, rows)
    lines += [f"  possible explanation: {printable(text)}" for text in finding.explanations]
    lines += _decision(finding)
    lines.append(painted(f"  {finding.code} {finding.rule}, {finding.id}", "2", color))
    return "\n".join(lines) + "\n"


def draft_line(line: DraftLine, *, color: bool = False) -> str:
    """What a claim of a draft is told, on one line."""
    status = painted(line.status, f"1;{_COLORS[line.severity]}", color)
    decided = "" if line.fails or line.status is not DraftStatus.CONFLICTS else " [does not fail]"
    found = f" ({', '.join(line.findings)})" if line.findings else ""
    return f"{printable(str(line.row.claim.at))}: {status}{decided}: {printable(line.message)}{found}\n"


def _claims(finding: Finding, rows: list[tuple[int, Row]]) -> list[str]:
    lines = []
    has_sides = len(finding.sides) > 1
    texts: dict[int, str] = {}  # of each reading, which thousands may share
    for number, row in rows:
        claim = row.claim
        when = f", when {claim.when}" if claim.when else ""
        read = texts.get(id(row.reading))
        if read is None:
            unit = finding.item.attribute.unit
            read = f", read as {interval_text(row.stated, row.reading, unit)}" if row.reading.stated else ""
            texts[id(row.reading)] = read
        follows = f", follows from {' and '.join(claim.follows_from)}" if claim.derived else ""
        lines.append(f"  {f'{number}. ' if has_sides else ''}{printable(quoted(claim))}")
        wrong = ", found wrong" if claim.id in finding.wrong else ""
        below = f"{claim.id}{_speaker(claim)}{when}{read}{follows}{wrong}"
        lines.append(f"     {printable(below)}  {printable(str(claim.at))}")
    for number, side in enumerate(finding.sides, 1):
        if side.more:
            lines.append(f"  {f'{number}. ' if has_sides else ''}and {side.more:,} more")
    return lines


def quoted(claim: Claim) -> str:
    """What a claim says, as its source words it."""
    return f"= {claim.text}" if claim.derived else f"“{claim.quote or claim.text}”"


_SPOKEN = {
    Stance.ASSERTS: "adopts the words of",
    Stance.REPORTS: "said by",
    Stance.DISPUTES: "disputed by",
}


def _speaker(claim: Claim) -> str:
    if claim.said_by:
        return f" ({_SPOKEN[claim.stance]} {claim.said_by})"
    return " (disputes)" if claim.stance is Stance.DISPUTES else ""


def _decision(finding: Finding) -> list[str]:
    lines = [f"  still open: {printable(finding.left)}"] if finding.left else []
    decision = finding.resolution
    if decision is None:
        return lines
    if finding.status is Status.REOPENED:
        lines.append(f"  reopened: {printable(finding.status_reason)}")
    text = f"{decision.decision} by {decision.by} on {decision.on}: {decision.reason}"
    if decision.wrong:
        text += f" (wrong: {', '.join(decision.wrong)})"
    of = f" of {decision.finding}" if finding.is_passed_on else ""
    lines.append(f"  decision{of}: {printable(text)}")
    if finding.note:
        lines.append(f"  note: {printable(finding.note)}")
    return lines


def _closing(result: Result) -> Iterator[str]:
    for problem in result.unread:
        yield f"{printable(str(problem.at))}: warning: {printable(problem.message)}"
    for before in result.gone:
        yield f"gone: {before.verdict}: {printable(before.item)}, {printable(before.id)}"
    for stale in result.stale:
        what = f"{stale.finding} ({printable(stale.item)}) is decided but no longer found"
        yield f"{printable(str(stale.at))}: warning: {what}; `crosscheck resolve --prune` removes it"
    if result.ran:
        yield f"ran {printable(', '.join(result.ran))}"
    if result.not_run:
        yield f"not run (--no-rules): {printable(', '.join(result.not_run))}"


def summary_line(result: Result, *, color: bool) -> str:
    count = result.summary
    parts = [_counted(count[name], name) for name in Verdict if count[name]]
    found = ", ".join(parts) or "no findings"
    declared = result.settings.get("sources")
    why = "give --sources" if declared is None else f"there is no folder {printable(declared)}"
    quotes = f"quotes not checked ({why})"
    if result.quotes is not None:
        quotes = "{} of {} quotes checked".format(*result.quotes)
    failing = f"{count['failing']} failing" if count["failing"] else "none failing"
    several = count["items_of_several_sources"] or "none"
    text = (
        f"{_counted(count['claims'], 'claim')} of {_counted(count['sources'], 'source')} "
        f"on {_counted(count['items'], 'item')}, {several} with a second source: {found}; "
        f"{failing}, {count['resolved']} resolved; {quotes}"
    )
    if result.draft is not None:
        counts = result.draft_counts or Counter(line.status for line in result.draft)
        told = ", ".join(_with_status(counts[status], status) for status in DraftStatus if counts.get(status))
        text = f"{_counted(sum(counts.values()), 'claim')} of the draft: {told}\n{text}"
    return painted(text, "1;31" if count["failing"] else "1;32", color)


def _with_status(number: int, status: DraftStatus) -> str:
    return f"{number} {status if number == 1 else {'conflicts': 'conflict', 'agrees': 'agree'}.get(status, status)}"


def _counted(number: int, noun: str) -> str:
    many = noun if noun == "superseded" else re.sub("y$", "ie", noun) + "s"
    return f"{number} {noun if number == 1 else many}"
