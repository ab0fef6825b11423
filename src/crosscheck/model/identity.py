"""What a finding is known by: its id, and the fingerprint of what its sides say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from crosscheck.model.claims import Row
from crosscheck.model.findings import Finding, Side, Verdict

DIGITS = 12


def finding_id(*, code: str, subject: str, attribute: str, scope: Iterable[tuple[str, str]], identity_key: Any) -> str:
    """The id of a finding; the names of its item are normalised. What the finding says is not in it."""
    content = [code, subject, attribute, sorted([key, value] for key, value in scope), identity_key]
    return f"{code}-{_digest(content)}"


def fingerprint(finding: Finding) -> str:
    """What the sides say: of each, the widest stated reading of the claims that stand on it only.

    A remark is about its first side; what it points at beside that may change.
    """
    sides = finding.sides[:1] if finding.verdict is Verdict.REMARK else finding.sides
    # Sides of lists may be given by names and by their number: texts and truth values do not compare.
    said = sorted((_said_by(side) for side in sides), key=lambda parts: [(type(part).__name__, part) for part in parts])
    return _digest(said)


def first_of_each_reading(rows: Iterable[Row]) -> list[Row]:
    """The first row of each reading: thousands may share one, and what follows from a reading is the same for them."""
    found: dict[int, Row] = {}
    for row in rows:
        found.setdefault(id(row.reading), row)
    return list(found.values())


def _said_by(side: Side) -> list[Any]:
    widest = min(first_of_each_reading(side.own), key=_by_width)
    stated = widest.reading.stated
    if stated is None:
        return [side.denies, *widest.reading.terms]
    ends = ["" if end is None else str(end) for end in (stated.low, stated.high)]
    direction = widest.reading.direction
    return [side.denies, *ends, stated.low_in, stated.high_in, *([direction] if direction else [])]


def _by_width(row: Row) -> tuple[Any, ...]:
    """The widest first; of equally wide ones the lowest."""
    stated = row.reading.stated
    if stated is None:
        return (row.reading.terms,)
    if stated.low is None or stated.high is None:
        return (0, stated.low is not None, stated.sort_key())
    return (1, stated.low - stated.high, stated.sort_key())


def _digest(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
