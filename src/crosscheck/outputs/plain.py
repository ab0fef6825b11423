"""What the formats for other programs share: where a finding is and what it says, as text that breaks no format."""

from __future__ import annotations

import json
from typing import Any

from crosscheck.formatting import counted
from crosscheck.model import Change, Decision, DraftLine, Earlier, Finding, Resolution, Result, Row, Status
from crosscheck.outputs.text import block, printable, quoted
from crosscheck.problems import Position

TITLE = 200
"""Characters of a title, at most: what GitHub shows of one."""
TEXT = 10_000
"""Characters of a text, at most: a claim may be as long as its author likes, an annotation may not."""


def plain(text: str, limit: int = TEXT) -> str:
    """`text` without signs that steer a reader's screen, cut to `limit` characters."""
    if len(text) <= limit and text.isprintable():
        return printable(text)
    shown = "\n".join(map(printable, text[: limit + 1].split("\n")))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def json_text(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON in which the log of a CI service finds no command (`##[`); it is parsed as the same."""
    return json.dumps(value, ensure_ascii=False, indent=indent).replace("##[", "#\\u0023[")


def line(text: str, limit: int = TITLE) -> str:
    """`text` on one line."""
    return plain(" ".join(text[: 4 * limit].split()), limit)


def title(finding: Finding) -> str:
    """What is found of what, such as `tension: Plan Colombia / start [reopened]`."""
    notes = [str(finding.status)] if finding.status not in (None, Status.NEW) else []
    notes += ["known before"] if finding.change is Change.SAME else []
    note = f" [{', '.join(notes)}]" if notes else ""
    return line(f"{finding.verdict}: {finding.item.title}", TITLE - len(note)) + note


def detail(finding: Finding) -> str:
    """All that the text output prints below the title: the sides with their quotes and places, and the decision."""
    _, _, below = block(finding).partition("\n")
    return plain("\n".join(one.removeprefix("  ") for one in below.splitlines()))


def rows(finding: Finding) -> list[tuple[int, Row]]:
    """Every claim of a finding once, with the number of the first side that it is on; where it is shown comes first."""
    first: dict[str, tuple[int, Row]] = {}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            first.setdefault(row.claim.id, (number, row))
    head = finding.first.claim.id
    return [first.pop(head), *first.values()]


def draft_lines(result: Result) -> list[DraftLine]:
    """The lines of a draft that formats print beside the findings: where no conflict stands at the very claim."""
    there = {(finding.id, finding.first.claim.id) for finding in result.findings}
    return [line for line in result.draft or () if there.isdisjoint((id, line.row.claim.id) for id in line.findings)]


def draft_title(line_: DraftLine) -> str:
    """What a claim of a draft is told of what, such as `agrees: Plan Colombia / start`."""
    return line(f"{line_.status}: {line_.item.title}")


def failing(count: int, noun: str) -> str:
    """`1 finding fails`, `2 findings fail`, `nothing fails`."""
    return f"{counted(count, noun)} {'fails' if count == 1 else 'fail'}" if count else "nothing fails"


def more(finding: Finding) -> list[str]:
    """How many claims a finding has besides those that are listed, where it has some."""
    count = sum(side.more for side in finding.sides)
    return [f"and {count:,} more"] if count else []


def place(finding: Finding) -> Position:
    """Where a format that knows one place only shows a finding: at its first claim."""
    return finding.first.claim.at


def quote(row: Row) -> str:
    """What a claim says, on one line with its id."""
    return line(f"{quoted(row.claim)} ({row.claim.id})", 2 * TITLE)


def decided(resolution: Resolution) -> str:
    """A decision in one sentence."""
    return plain(f"{resolution.decision} by {resolution.by} on {resolution.on}: {resolution.reason}")


def stale(resolution: Resolution) -> str:
    """That the finding of a decision is gone."""
    return plain(f"{resolution.finding} ({resolution.item}) is decided but no longer found")


def gone(before: Earlier) -> str:
    """That a finding of an earlier run is no longer found."""
    return plain(f"{before.id} ({before.verdict}: {before.item}) is gone")


def accepted(finding: Finding) -> bool:
    """True if a person decided that nothing is left to do."""
    return finding.status is Status.RESOLVED


def under_review(finding: Finding) -> bool:
    """True if a person saw it, could not tell, and it does not fail meanwhile."""
    decision = finding.resolution.decision if finding.resolution else None
    return finding.status is Status.OPEN and decision is Decision.UNSURE
