"""Two decisions contradict each other about one claim.

## What it flags

A claim that one decision lists as wrong, while another decision, on another conflict, blames a different source or
finds both sides right. Decisions on remarks do not count, nor do those on conflicts that are gone or have changed.

## Why it matters

One of the two decisions is probably a slip, but the report shows both conflicts as settled.

## Example

One decision finds a figure wrong, and another finds it right.

## How to settle it

Decide one of the two findings again with `crosscheck resolve`.

## Known false alarms

A claim that is wrong in one respect and right in the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Decision, Finding, Overview, Rule, Verdict, remark

RULE = Rule(code="XC908", name="decisions-disagree", since="0.1")


def check_workspace(overview: Overview) -> Iterator[Finding]:
    decided = [
        (finding, resolution)
        for finding in overview.findings
        if finding.verdict is not Verdict.REMARK
        and (resolution := overview.resolutions.get(finding.id)) is not None
        and resolution.fingerprint == finding.fingerprint
    ]
    blamed: dict[str, str] = {}
    for finding, resolution in sorted(decided, key=lambda both: both[0].id):
        for claim in resolution.wrong:
            blamed.setdefault(claim, finding.id)
    flagged = set()
    for finding, resolution in decided:
        if resolution.decision not in (Decision.SOURCE_WRONG, Decision.BOTH_RIGHT):
            continue
        for row in finding.rows.values():
            claim = row.claim.id
            if claim in blamed and claim not in resolution.wrong and claim not in flagged:
                flagged.add(claim)
                said = f"{claim} is wrong by the decision on {blamed[claim]}, and right by that on {finding.id}."
                yield remark(RULE, finding.item, said, claim, (row,))
