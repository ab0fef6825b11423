"""The findings of an earlier run, as its JSON output has them: what is new since then, what changed, what is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from crosscheck.files import read_bytes
from crosscheck.model import Change, Earlier, Finding, Verdict
from crosscheck.problems import InputError, Position, Problem, shown

FORMAT = "crosscheck/1"


def load_earlier(path: Path) -> dict[str, Earlier]:
    """The findings in a JSON output, by id, without agreements; raises `InputError`."""
    at = Position("--since")
    try:
        document = json.loads(read_bytes(path, "--since"))
    except InputError as error:
        raise InputError([Problem(at, f"{shown(path.name)} {p.message}") for p in error.problems]) from None
    except (ValueError, RecursionError):
        raise InputError([Problem(at, f"{shown(path.name)} is not JSON; {_WANTED}")]) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InputError([Problem(at, f'{shown(path.name)} does not say "format": "{FORMAT}"; {_WANTED}')])
    found = document.get("findings")
    records = [_record(entry) for entry in found] if isinstance(found, list) else [None]
    if None in records:
        raise InputError(
            [Problem(at, f"{shown(path.name)} lacks findings with id, fingerprint and verdict; {_WANTED}")]
        )
    conflicts = (record for record in records if record is not None and record.verdict is not Verdict.AGREEMENT)
    return {record.id: record for record in conflicts}


_WANTED = "accepted: what `crosscheck check --format json` wrote"


def _record(entry: Any) -> Earlier | None:
    if not isinstance(entry, dict):
        return None
    keys = ("id", "fingerprint", "verdict", "subject", "attribute", "message")
    texts = [entry.get(key) for key in keys]
    if not all(isinstance(text, str) for text in texts) or texts[2] not in list(Verdict):
        return None
    id, fingerprint, verdict, subject, attribute, message = (str(text) for text in texts)
    return Earlier(
        id=id,
        fingerprint=fingerprint,
        verdict=Verdict(verdict),
        item=f"{subject} / {attribute}",
        message=message,
    )


def compared_with_earlier(findings: Iterable[Finding], earlier: Mapping[str, Earlier]) -> list[Finding]:
    """Each finding with what it is to the earlier run; what that run had already does not fail."""
    return [_compared(finding, earlier.get(finding.id)) for finding in findings]


def _compared(finding: Finding, before: Earlier | None) -> Finding:
    if finding.verdict is Verdict.AGREEMENT:
        return finding
    if before is None:
        return replace(finding, change=Change.NEW)
    same = before.fingerprint == finding.fingerprint and before.verdict.strength >= finding.verdict.strength
    return replace(finding, change=Change.SAME, fails=False) if same else replace(finding, change=Change.CHANGED)
