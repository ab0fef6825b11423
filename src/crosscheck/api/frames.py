"""Findings as pandas data frames; `Result.to_frame` and `Result.findings_frame` document the columns."""

from __future__ import annotations

from typing import Any

import pandas as pd

from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Finding, Item, Result, Row
from crosscheck.outputs.json import finding_record

NUMBERS = ("stated_low", "stated_high", "allowed_low", "allowed_high")
DATES = ("stated_from", "stated_until", "allowed_from", "allowed_until")
LISTS = ("explanations", "sources", "values")
CLAIMS = """
    finding code verdict severity status fails subject attribute scope side claim source publisher published value quote
    when said_by stance derived url file line stated_low stated_high allowed_low allowed_high unit
    stated_from stated_until allowed_from allowed_until
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
    """Rows with one type a column: texts, numbers, truths; lists stay tuples."""
    made = pd.DataFrame([tuple(map(row.__getitem__, columns)) for row in rows], columns=columns, dtype=object)
    types = {name: "string" for name in columns if name not in LISTS} | dict.fromkeys(NUMBERS, "float64")
    types |= dict.fromkeys(("side", "line", "sides"), "int64") | dict.fromkeys(("fails", "derived"), "bool")
    return made.astype({name: type for name, type in types.items() if name in columns})


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
    nothing: Record = dict.fromkeys((*NUMBERS, *DATES, "unit"))
    if reading.stated is None or reading.allowed is None:
        return nothing
    measure = measure_of(reading.kind, reading.dimension, unit)
    ends = [*bounds(reading.stated, reading.kind, measure), *bounds(reading.allowed, reading.kind, measure)]
    columns = DATES if any(isinstance(end, str) for end in ends) else NUMBERS
    return nothing | dict(zip(columns, ends, strict=True)) | {"unit": unit_name(reading.kind, reading.dimension, unit)}
