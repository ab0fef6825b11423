"""What the page of a review has beyond the report: what its forms must know of each finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crosscheck.model import Finding, Result, Source
from crosscheck.outputs.report.words import shortened


@dataclass(frozen=True, slots=True)
class Review:
    """The version of resolutions.yaml that the page shows, the day, and how many decisions can be taken back."""

    version: str
    today: str
    steps: int


def forms(result: Result, review: Review) -> dict[str, Any]:
    """What the forms send back unseen, and what they offer: claims by side, sources by name."""
    decidable = {finding.id: _form(finding) for finding in result.findings if finding.status is not None}
    sources = {id: shortened(_name(id, source), 80) for id, source in sorted(result.sources.items())}
    return {"version": review.version, "steps": review.steps, "findings": decidable, "sources": sources}


def _name(id: str, source: Source) -> str:
    return source.label if source.label == id else f"{source.label} ({id})"


def _form(finding: Finding) -> dict[str, Any]:
    return {
        "shown": [finding.id, finding.fingerprint, finding.verdict.value],
        "claims": _claims(finding),
    }


def _claims(finding: Finding) -> list[list[str]]:
    """Each claim once: the first side that it stands on, its id, source and value."""
    found: dict[str, list[str]] = {}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            claim = row.claim
            found.setdefault(claim.id, [str(number), claim.id, claim.source, shortened(claim.text, 80)])
    return list(found.values())
