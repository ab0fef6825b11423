"""Findings as pandas data frames; `Result.to_frame` and `Result.findings_frame` document the columns."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Finding, Item, Result, Row, Source

READ = ("stated_low", "stated_high", "allowed_low", "allowed_high", "unit")
CLAIMS = """
    finding code verdict severity status fails subject attribute scope side claim source publisher published value quote
    when said_by stance derived url file line stated_low stated_high allowed_low allowed_high unit
""".split()
FINDINGS = """
    id code rule verdict severity status fails subject attribute scope message explanations sides sources values
    decision reason by on
""".split()

Record = dict[str, Any]


def claims_frame(result: Result) -> pd.DataFrame:
    """One row for each claim of each side of each finding."""
    rows = [
        {
            "finding": finding.id,
            "side": number,
            **_finding(finding),
            **_claim(row, result.sources[row.claim.source]),
            **_reading(row, finding.item),
        }
        for finding in result.findings
        for number, side in enumerate(finding.sides, 1)
        for row in side.rows
    ]
    return _frame(rows, CLAIMS)


def findings_frame(result: Result) -> pd.DataFrame:
    """One row for each finding."""
    return _frame(
        [{**_finding(finding), **_sides(finding), **_decision(finding)} for finding in result.findings], FINDINGS
    )


def _frame(rows: list[Record], columns: list[str]) -> pd.DataFrame:
    """Cells stay what they are: a column of dates and numbers is one of objects."""
    made = pd.DataFrame([tuple(map(row.__getitem__, columns)) for row in rows], columns=columns, dtype=object)
    whole = dict.fromkeys(("side", "line", "sides"), "int64") | dict.fromkeys(("fails", "derived"), "bool")
    return made.astype({name: type for name, type in whole.items() if name in columns})


def _finding(finding: Finding) -> Record:
    item = finding.item
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "severity": finding.verdict.severity.name.lower(),
        "status": finding.status.value if finding.status else None,
        "fails": finding.fails,
        "subject": item.subject,
        "attribute": item.attribute.name,
        "scope": ", ".join(f"{key}: {value}" for key, value in item.scope),
    }


def _claim(row: Row, source: Source) -> Record:
    claim = row.claim
    return {
        "claim": claim.id,
        "source": claim.source,
        "publisher": source.label,
        "published": source.published,
        "value": claim.text,
        "quote": claim.quote or claim.text,
        "when": claim.when,
        "said_by": claim.said_by,
        "stance": claim.stance.value,
        "derived": claim.derived,
        "url": claim.url or source.url,
        "file": claim.at.file,
        "line": claim.at.line,
    }


def _reading(row: Row, item: Item) -> Record:
    reading, unit = row.reading, item.attribute.unit
    if reading.stated is None or reading.allowed is None:
        return dict.fromkeys(READ)
    measure = measure_of(reading.kind, reading.dimension, unit)
    ends = [*bounds(reading.stated, reading.kind, measure), *bounds(reading.allowed, reading.kind, measure)]
    return dict(zip(READ, [*ends, unit_name(reading.kind, reading.dimension, unit)], strict=True))


def _sides(finding: Finding) -> Record:
    claims = [row.claim for side in finding.sides for row in side.rows]
    return {
        "id": finding.id,
        "rule": finding.rule,
        "message": finding.message,
        "explanations": finding.explanations,
        "sides": len(finding.sides),
        "sources": tuple(claim.source for claim in claims),
        "values": tuple(claim.text for claim in claims),
    }


def _decision(finding: Finding) -> Record:
    decision = finding.resolution
    if decision is None:
        return dict.fromkeys(("decision", "reason", "by", "on"))
    return {
        "decision": decision.decision.value,
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on,
    }
