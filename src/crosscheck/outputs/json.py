"""The JSON output, `crosscheck/1`: a versioned contract."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from crosscheck import __version__
from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import READER, DraftLine, Finding, Interval, Item, Meeting, Resolution, Result, Row, Side, Verdict
from crosscheck.model.findings import PRINTED_CLAIMS
from crosscheck.outputs.entries import entry_record, item_record
from crosscheck.outputs.plain import json_text
from crosscheck.problems import Problem

FORMAT = "crosscheck/1"
HEAD = {"format": FORMAT, "version": __version__, "reader": READER}
"""What every document begins with."""
COUNTS = (
    "sources",
    "claims",
    "items",
    "items_of_several_sources",
    "unread",
    *(verdict.value for verdict in Verdict),
    "resolved",
    "failing",
)


def render(result: Result) -> str:
    """The document of a run."""
    return "".join(parts(result))


def parts(result: Result) -> Iterator[str]:
    """The same, finding by finding."""
    draft = None if result.draft is None else map(line_record, result.draft)
    code = {"ran": result.ran, "not_run": result.not_run}
    head, tail = _document(result.summary, result.unread, draft, code).rsplit("[]", 1)
    yield f"{head}["
    for number, finding in enumerate(result.findings):
        record = json_text(finding_record(finding), indent=2).replace("\n", "\n    ")
        yield f"{',' if number else ''}\n    {record}"
    yield "\n  ]" if result.findings else "]"
    yield tail


def render_problems(problems: Iterable[Problem]) -> str:
    """The document of a run that could not begin."""
    return _document(dict.fromkeys(COUNTS, 0), problems)


def _document(
    summary: Mapping[str, int],
    problems: Iterable[Problem],
    draft: Iterable[dict[str, Any]] | None = None,
    code: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """A document without findings."""
    document = {
        **HEAD,
        "summary": dict(summary),
        "problems": [
            {"file": p.at.file, "line": p.at.line, "column": p.at.column, "message": p.message} for p in problems
        ],
        **({"code": code} if code is not None else {}),
        **({"draft": list(draft)} if draft is not None else {}),
        "findings": [],
    }
    return json_text(document, indent=2) + "\n"


def line_record(line: DraftLine) -> dict[str, Any]:
    """What one claim of a draft is told."""
    claim, item = line.row.claim, line.item
    return {
        "claim": claim.id,
        **item_record(item),
        "value": claim.text,
        "when": claim.when,
        "status": line.status.value,
        "fails": line.fails,
        "message": line.message,
        "findings": list(line.findings),
        "others": [meeting_record(meeting) for meeting in line.meetings[:PRINTED_CLAIMS]],
        "nearest": [entry_record(entry) for entry in line.nearest],
        "file": claim.at.file,
        "line": claim.at.line,
        "column": claim.at.column,
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding as the contract has it."""
    item = finding.item
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "code": finding.code,
        "verdict": finding.verdict.value,
        "severity": finding.verdict.severity.name.lower(),
        "status": finding.status.value if finding.status else None,
        "fails": finding.fails,
        **item_record(item),
        "message": finding.message,
        "explanations": list(finding.explanations),
        "sides": [_side_record(side, finding) for side in finding.sides],
        "resolution": _resolution_record(finding.resolution, finding) if finding.resolution else None,
        **({"left": finding.left} if finding.left else {}),
        **({"folded": [folded.id for folded in finding.folded]} if finding.folded else {}),
    }


def _side_record(side: Side, finding: Finding) -> dict[str, Any]:
    item = finding.item
    reading = side.rows[0].reading
    unit = unit_name(reading.kind, reading.dimension, item.attribute.unit) if item.kind.has_axis else None
    return {
        "stated": _bounds(side.stated, item, reading.dimension),
        "allowed": _bounds(side.allowed, item, reading.dimension),
        "unit": unit,
        "text": side.text,
        "claims": [_claim_record(row, finding.wrong) for row in side.rows],
        **({"more": side.more} if side.more else {}),
        **({"wrong": True} if finding.is_wrong(side) else {}),
    }


def _bounds(interval: Interval | None, item: Item, dimension: str) -> list[Any] | None:
    if interval is None:
        return None
    return list(bounds(interval, item.kind, measure_of(item.kind, dimension, item.attribute.unit)))


def meeting_record(meeting: Meeting) -> dict[str, Any]:
    """A claim of others, and what it is to the one that meets it."""
    return {
        "verdict": meeting.verdict.value if meeting.verdict else None,
        **_claim_record(meeting.row, {meeting.row.claim.id} if meeting.found_wrong else ()),
    }


def _claim_record(row: Row, wrong: Collection[str] = ()) -> dict[str, Any]:
    claim = row.claim
    return {
        "claim": claim.id,
        "source": claim.source,
        "value": claim.text,
        "quote": claim.quote or claim.text,
        "when": claim.when,
        "scope": dict(claim.scope),
        "said_by": claim.said_by,
        "stance": claim.stance.value,
        "derived": claim.derived,
        **({"follows_from": list(claim.follows_from)} if claim.derived else {}),
        "url": claim.url,
        "file": claim.at.file,
        "line": claim.at.line,
        "column": claim.at.column,
        **({"wrong": True} if claim.id in wrong else {}),
    }


def _resolution_record(resolution: Resolution, finding: Finding) -> dict[str, Any]:
    return {
        "decision": resolution.decision.value,
        "wrong": list(resolution.wrong),
        "reason": resolution.reason,
        "by": resolution.by,
        "on": resolution.on,
        "expires": resolution.expires,
        "verdict": resolution.verdict.value,
        "fingerprint": resolution.fingerprint,
        "seen": list(resolution.seen),
        "reopened_because": finding.status_reason or None,
        **({"note": finding.note} if finding.note else {}),
        **({"made_of": resolution.finding} if finding.is_passed_on else {}),
    }
