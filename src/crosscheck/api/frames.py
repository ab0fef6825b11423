"""Findings as pandas data frames; `Result.to_frame` and `Result.findings_frame` document the columns."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Finding, Interval, Item, Result, Row, Source

FINDING = ("finding", "code", "verdict", "severity", "status", "fails", "subject", "attribute", "scope")
CLAIM = ("claim", "source", "publisher", "published", "value", "quote", "when", "said_by", "stance", "derived", "url",
         "file", "line")  # fmt: skip
READ = ("stated_low", "stated_high", "allowed_low", "allowed_high", "unit")
CLAIMS = (*FINDING, "side", *CLAIM, *READ)
FINDINGS = ("id", "code", "rule", "verdict", "severity", "status", "fails", "subject", "attribute", "scope", "message",
            "explanations", "sides", "sources", "values", "decision", "reason", "by", "on")  # fmt: skip


def claims_frame(result: Result) -> pd.DataFrame:
    """One row for each claim of each side of each finding."""
    rows = [
        (*_of_finding(finding), number, *_of_claim(row, result.sources[row.claim.source]), *_as_read(row, finding.item))
        for finding in result.findings
        for number, side in enumerate(finding.sides, 1)
        for row in side.rows
    ]
    return _frame(rows, CLAIMS)


def findings_frame(result: Result) -> pd.DataFrame:
    """One row for each finding."""
    return _frame([_row(finding) for finding in result.findings], FINDINGS)


def _frame(rows: list[tuple[Any, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Cells stay what they are: a column of dates and numbers is one of objects."""
    made = pd.DataFrame(rows, columns=list(columns), dtype=object)
    whole = dict.fromkeys(("side", "line", "sides"), "int64") | dict.fromkeys(("fails", "derived"), "bool")
    return made.astype({name: type for name, type in whole.items() if name in columns})


def _of_finding(finding: Finding) -> tuple[Any, ...]:
    item = finding.item
    return (finding.id, finding.code, finding.verdict.value, finding.verdict.severity.name.lower(),
            finding.status.value if finding.status else None, finding.fails, item.subject, item.attribute.name,
            _scope(item))  # fmt: skip


def _of_claim(row: Row, source: Source) -> tuple[Any, ...]:
    claim = row.claim
    return (claim.id, claim.source, source.label, source.published, claim.text, claim.quote or claim.text, claim.when,
            claim.said_by, claim.stance.value, claim.derived, claim.url or source.url, claim.at.file,
            claim.at.line)  # fmt: skip


def _as_read(row: Row, item: Item) -> tuple[Any, ...]:
    reading = row.reading
    if reading.stated is None or reading.allowed is None:
        return (None,) * len(READ)
    unit = item.attribute.unit
    measure = measure_of(reading.kind, reading.dimension, unit)

    def ends(interval: Interval) -> list[Any]:
        return list(bounds(interval, reading.kind, measure))

    return (*ends(reading.stated), *ends(reading.allowed), unit_name(reading.kind, reading.dimension, unit))


def _row(finding: Finding) -> tuple[Any, ...]:
    id, code, verdict, severity, status, fails, subject, attribute, scope = _of_finding(finding)
    claims = [row.claim for side in finding.sides for row in side.rows]
    decision = finding.resolution
    decided = (decision.decision.value, decision.reason, decision.by, decision.on) if decision else (None,) * 4
    return (id, code, finding.rule, verdict, severity, status, fails, subject, attribute, scope, finding.message,
            finding.explanations, len(finding.sides), tuple(claim.source for claim in claims),
            tuple(claim.text for claim in claims), *decided)  # fmt: skip


def _scope(item: Item) -> str:
    return ", ".join(f"{key}: {value}" for key, value in item.scope)
