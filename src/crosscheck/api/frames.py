"""Findings as pandas data frames; `Result.to_frame` and `Result.findings_frame` document the columns."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Finding, Item, Result, Row
from crosscheck.outputs.json import finding_record

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
    rows = []
    for finding in result.findings:
        record = _finding(finding)
        for number, (side, made) in enumerate(zip(finding.sides, record["sides"], strict=True), 1):
            for row, claim in zip(side.rows, made["claims"], strict=True):
                source = result.sources[row.claim.source]
                more = {"publisher": source.label, "published": source.published, "url": claim["url"] or source.url}
                more |= {"finding": finding.id, "side": number, "scope": record["scope"]}  # of the item, not the claim
                rows.append({**record, **claim, **more, **_reading(row, finding.item)})
    return _frame(rows, CLAIMS)


def findings_frame(result: Result) -> pd.DataFrame:
    """One row for each finding."""
    return _frame([_finding(finding) | _of_all_sides(finding) for finding in result.findings], FINDINGS)


def _frame(rows: list[Record], columns: list[str]) -> pd.DataFrame:
    """Cells stay what they are: a column of dates and numbers is one of objects."""
    made = pd.DataFrame([tuple(map(row.__getitem__, columns)) for row in rows], columns=columns, dtype=object)
    whole = dict.fromkeys(("side", "line", "sides"), "int64") | dict.fromkeys(("fails", "derived"), "bool")
    return made.astype({name: type for name, type in whole.items() if name in columns})


def _finding(finding: Finding) -> Record:
    """The JSON record of a finding, with its scope as text."""
    record = finding_record(finding)
    return {**record, "scope": ", ".join(f"{key}: {value}" for key, value in finding.item.scope)}


def _of_all_sides(finding: Finding) -> Record:
    claims = [row.claim for side in finding.sides for row in side.rows]
    decision = finding.resolution
    return {
        "explanations": finding.explanations,
        "sides": len(finding.sides),
        "sources": tuple(claim.source for claim in claims),
        "values": tuple(claim.text for claim in claims),
        "decision": decision and decision.decision.value,
        "reason": decision and decision.reason,
        "by": decision and decision.by,
        "on": decision and decision.on,
    }


def _reading(row: Row, item: Item) -> Record:
    reading, unit = row.reading, item.attribute.unit
    if reading.stated is None or reading.allowed is None:
        return dict.fromkeys(READ)
    measure = measure_of(reading.kind, reading.dimension, unit)
    ends = [*bounds(reading.stated, reading.kind, measure), *bounds(reading.allowed, reading.kind, measure)]
    return dict(zip(READ, [*ends, unit_name(reading.kind, reading.dimension, unit)], strict=True))
