"""Comparing a run with an earlier one: what is new, changed, or the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from crosscheck.decisions.seen import is_as_seen, one_line
from crosscheck.files import read_bytes
from crosscheck.model import READER, Change, Earlier, Finding, Verdict
from crosscheck.problems import InputError, Position, Problem, shown

FORMAT = "crosscheck/1"
"""The format of an earlier run that can be compared with."""


def load_earlier(path: Path) -> dict[str, Earlier]:
    """The findings in a JSON output, by id, without agreements; raises `InputError`."""

    def unusable(why: str) -> InputError:
        return InputError([Problem(Position("--since"), f"{shown(path.name)} {why}")])

    wanted = "accepted: what `crosscheck check --format json` wrote"
    try:
        document = json.loads(read_bytes(path, "--since", pipe=True))
    except InputError as error:
        raise unusable(error.problems[0].message) from None
    except (ValueError, RecursionError):
        raise unusable(f"is not JSON; {wanted}") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise unusable(f'does not say "format": "{FORMAT}"; {wanted}')
    found, reader = document.get("findings"), document.get("reader", 1)
    records = [_record(entry, reader) for entry in found] if isinstance(found, list) else [None]
    if None in records:
        raise unusable(f"lacks findings with id, fingerprint and verdict; {wanted}")
    conflicts = (record for record in records if record is not None and record.verdict is not Verdict.AGREEMENT)
    return {record.id: record for record in conflicts}


def _record(entry: Any, reader: Any) -> Earlier | None:
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
        seen=_seen(entry.get("sides")),
        reader=reader if isinstance(reader, int) else 1,
    )


def _seen(sides: Any) -> tuple[str, ...]:
    """The first claim of each side, as a decision remembers it; nothing if the sides are not what a run writes."""
    try:
        claims = [side["claims"][0] for side in sides]
        return tuple(one_line(f"{claim['claim']} {claim['value']}") for claim in claims)
    except (TypeError, LookupError):
        return ()


def compared_with_earlier(findings: Iterable[Finding], earlier: Mapping[str, Earlier]) -> list[Finding]:
    """Each finding with what it is to the earlier run; what that run had already does not fail."""
    return [_compared(finding, earlier.get(finding.id)) for finding in findings]


def gone_since(findings: Iterable[Finding], earlier: Mapping[str, Earlier]) -> tuple[Earlier, ...]:
    """What the earlier run had and is no longer found, by id."""
    ids = {one.id for finding in findings for one in (finding, *finding.folded)}
    return tuple(before for id, before in sorted(earlier.items()) if id not in ids)


def _compared(finding: Finding, before: Earlier | None) -> Finding:
    if finding.verdict is Verdict.AGREEMENT:
        return finding
    if before is None:
        return replace(finding, change=Change.NEW)
    says_the_same = before.fingerprint == finding.fingerprint or (
        before.reader != READER and is_as_seen(finding, before.seen)
    )
    if says_the_same and before.verdict.strength >= finding.verdict.strength:
        return replace(finding, change=Change.SAME, fails=False)
    return replace(finding, change=Change.CHANGED, before=before)
