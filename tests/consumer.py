"""A newsroom's own program, as a checker of types sees it: every name of the API, used as documented.

`make lint` checks it strictly. Each `ignore` is a mistake that must be seen: one that is not is an error, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

import crosscheck
from crosscheck import Claim, DraftClaim, Finding, ListedItem, Problem, Reading, Resolution, Side, Verdict


def failing(root: Path) -> list[str]:
    """What fails in a workspace, a line each; what is wrong with its input, if it cannot be checked."""
    try:
        workspace: crosscheck.Workspace = crosscheck.load(root)
        result: crosscheck.Result = workspace.check(today=date(2026, 11, 22), fail_on="tension")
    except crosscheck.InputError as error:
        problems: tuple[Problem, ...] = error.problems
        return [f"{problem.at.file}:{problem.at.line}: {problem.message}" for problem in problems]
    return [line for finding in result.failing for line in told(finding)]


def told(finding: Finding) -> Iterator[str]:
    is_worst: bool = finding.verdict is Verdict.CONTRADICTION
    decided: Resolution | None = finding.resolution
    yield f"{finding.subject} / {finding.attribute}: {finding.message} {is_worst} {decided.by if decided else 'nobody'}"
    for side in finding.sides:
        yield said(side)


def said(side: Side) -> str:
    ends: tuple[int | float | str | None, int | float | str | None] | None = side.stated
    claims: tuple[Claim, ...] = side.claims
    return f"{side.text} {ends} {[claim.source for claim in claims]}"


def of_a_draft(root: Path, draft: str) -> list[str]:
    lines: tuple[DraftClaim, ...] | None = crosscheck.load(root).check(draft=draft).draft
    return [f"{line.claim}: {line.status.value}" for line in lines or ()]


def counts(frame: pd.DataFrame) -> dict[str, int]:
    found = crosscheck.check(frame, attributes={"cost": {"kind": "money", "unit": "USD"}})
    table: pd.DataFrame = found.to_frame()
    return {"failing": found.summary["failing"], "rows": len(table), "characters": len(found.to_json())}


def listed(root: Path) -> list[tuple[str, int]]:
    items: tuple[ListedItem, ...] = crosscheck.load(root).items("cost", alone=False)
    return [(item.subject, item.claims) for item in items]


def low(text: str) -> int | float | str | None:
    reading: Reading = crosscheck.read(text, unit="USD")
    return None if reading.stated is None else reading.stated[0]


def mistakes(result: crosscheck.Result, frame: pd.DataFrame) -> None:
    """What no program should do."""
    crosscheck.chek  # type: ignore[attr-defined]  # noqa: B018
    crosscheck.check([1, 2])  # type: ignore[arg-type]
    crosscheck.check(frame, fail_on="tensions")  # type: ignore[arg-type]
    result.findings[0].fails = True  # type: ignore[misc]
    result.findings[0].sides[0].stated[0]  # type: ignore[index]
    crosscheck.read(12)  # type: ignore[arg-type]
