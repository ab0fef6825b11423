"""What is new, has changed and is gone since an earlier run."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.model import Change, Earlier, Finding, Result
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.spread import rank
from crosscheck.translations import N_

MOST_LISTED = 100
"""So many findings of each list are shown."""


def since_view(result: Result) -> View | None:
    """The lists of the section, each with what its findings say now, and said before; None if nothing is compared."""
    if not is_compared(result):
        return None
    by_change = {change: sorted((f for f in result.findings if f.change is change), key=rank) for change in Change}
    gone = sorted(result.gone, key=lambda entry: (-entry.verdict.strength, entry.item, entry.id))
    return {
        "known": len(by_change[Change.SAME]),
        "lists": [
            _listed("since-new", N_("New"), [_now(finding) for finding in by_change[Change.NEW]]),
            _listed("since-changed", N_("Changed"), [_now(finding) for finding in by_change[Change.CHANGED]]),
            _listed("gone", N_("Gone"), [_then(entry) for entry in gone]),
        ],
    }


def is_compared(result: Result) -> bool:
    """Whether the run is compared with an earlier one."""
    return bool(result.gone) or any(finding.change for finding in result.findings)


def _listed(id: str, title: str, entries: Sequence[View]) -> View:
    return {
        "id": id,
        "title": title,
        "count": len(entries),
        "entries": entries[:MOST_LISTED],
        "left_out": max(0, len(entries) - MOST_LISTED),
    }


def _now(finding: Finding) -> View:
    before = finding.before
    return {
        "id": finding.id,
        "verdict": finding.verdict.value,
        "item": finding.item.title,
        "message": finding.message,
        "before": before.message if before else "",
        "before_verdict": before.verdict.value if before and before.verdict is not finding.verdict else "",
        "is_found": True,
    }


def _then(entry: Earlier) -> View:
    return {
        "id": entry.id,
        "verdict": entry.verdict.value,
        "item": entry.item,
        "message": entry.message,
        "before": "",
        "before_verdict": "",
        "is_found": False,
    }
