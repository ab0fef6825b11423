"""What findings are to the decisions of people, and to an earlier run: new, reopened, open, resolved, changed, gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from crosscheck.decisions.record import SEEN, seen_line
from crosscheck.files import read_bytes
from crosscheck.model import Change, Decision, Earlier, Finding, Resolution, Row, Status, Verdict, finding_id
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.vocabulary import Names, normalise

FORMAT = "crosscheck/1"
"""The format of an earlier run that can be compared with."""

FAILING = {
    "contradiction": (Verdict.CONTRADICTION,),
    "tension": (Verdict.CONTRADICTION, Verdict.TENSION),
    "none": (),
}
"""Verdicts that fail a run, by `--fail-on`."""


def settle(
    findings: Iterable[Finding], resolutions: Mapping[str, Resolution], names: Names, today: str, fail_on: str
) -> tuple[list[Finding], tuple[Resolution, ...]]:
    """Each finding with its status; and the decisions whose finding is gone."""
    used: set[str] = set()
    settled = []
    for finding in findings:
        resolution = _decision_on(finding, resolutions, names)
        passed_on = [(one, found) for one in finding.folded if (found := _decision_on(one, resolutions, names))]
        used.update(found.finding for found in (resolution, *(found for _, found in passed_on)) if found)
        decided = finding
        if resolution is None and passed_on:
            repeating, resolution = passed_on[0]
            decided = replace(repeating, verdict=finding.verdict)
        settled.append(_settled(finding, decided, resolution, today, fail_on))
    stale = tuple(resolutions[id] for id in sorted(resolutions.keys() - used))
    return _without_what_follows(settled), stale


def _without_what_follows(findings: list[Finding]) -> list[Finding]:
    """Findings, of which those are settled that nothing is left of without what follows from claims found wrong."""
    wrong = {
        id: finding.resolution
        for finding in findings
        if finding.status is Status.RESOLVED and finding.resolution is not None
        for id in finding.resolution.wrong
    }
    return [_followed(finding, wrong) for finding in findings] if wrong else findings


def _followed(finding: Finding, wrong: Mapping[str, Resolution]) -> Finding:
    if finding.status is not Status.NEW or finding.verdict is Verdict.REMARK:
        return finding
    derived = [row.claim for row in finding.rows.values() if wrong.keys() & set(row.claim.follows_from)]
    gone = {claim.id for claim in derived} | (wrong.keys() & finding.rows.keys())
    left = [side for side in finding.sides if any(row.claim.id not in gone for row in side.own)]
    if not derived or len(left) > 1:
        return finding
    first = min(derived, key=lambda claim: claim.id)
    cause = min(wrong.keys() & set(first.follows_from))
    reason = f"{first.id} follows from {cause}, which was found wrong: {wrong[cause].reason}"
    decided = replace(wrong[cause], finding=finding.id, reason=reason)  # a new one does not replace that of the cause
    return replace(finding, status=Status.RESOLVED, resolution=decided, fails=False)


def _decision_on(finding: Finding, resolutions: Mapping[str, Resolution], names: Names) -> Resolution | None:
    """The decision under the finding's id, or under the id that a former or other name of its item gave it."""
    if not resolutions or finding.id in resolutions:
        return resolutions.get(finding.id)
    item = finding.item
    subjects, attributes = names.spellings(item.subject), (item.attribute.name, *item.attribute.was)
    scopes = product(*([(key, spelling) for spelling in names.spellings(value)] for key, value in item.scope))
    for subject, attribute, scope in product(subjects, attributes, scopes):
        other = finding_id(
            code=finding.code,
            subject=normalise(subject),
            attribute=normalise(attribute),
            scope=[(key, normalise(value)) for key, value in scope],
            identity_key=finding.identity_key,
        )
        if other in resolutions:
            return resolutions[other]
    return None


def _settled(finding: Finding, decided: Finding, resolution: Resolution | None, today: str, fail_on: str) -> Finding:
    """A finding with its status; `decided` is itself, or the folded one that the decision was on."""
    if finding.verdict is Verdict.AGREEMENT:
        return replace(finding, status=None, fails=False)
    status, why = (Status.NEW, "") if resolution is None else _status(decided, resolution, today)
    fails = finding.verdict in FAILING[fail_on] and (
        status in (Status.NEW, Status.REOPENED)
        or (status is Status.OPEN and resolution is not None and resolution.decision is Decision.OUR_ERROR)
    )
    return replace(finding, status=status, status_reason=why, resolution=resolution, fails=fails)


def _status(finding: Finding, resolution: Resolution, today: str) -> tuple[Status, str]:
    if finding.verdict.strength > resolution.verdict.strength:
        return Status.REOPENED, f"it was a {resolution.verdict} when decided and is a {finding.verdict} now"
    repeated = _repeats_wrong(finding, resolution)
    if repeated:
        return Status.REOPENED, f"{', '.join(repeated)} repeats a value found wrong"
    if finding.fingerprint != resolution.fingerprint:
        return Status.REOPENED, "what its sides say has changed since it was decided"
    if resolution.expires is not None and today > resolution.expires:
        return Status.REOPENED, f"the decision expired on {resolution.expires}"
    if resolution.decision in (Decision.OUR_ERROR, Decision.UNSURE):
        return Status.OPEN, ""
    return Status.RESOLVED, ""


def _repeats_wrong(finding: Finding, resolution: Resolution) -> list[str]:
    """Claims that nobody had seen when it was decided, on a side decided wrong.

    What was seen counts only as long as it says what it said then: a claim that was corrected since neither condemns
    the side that it joined nor speaks for the one that it left. If all that was wrong is gone or corrected, the sides
    of which nobody is left who was seen are taken for the wrong ones.
    """
    if resolution.decision not in (Decision.SOURCE_WRONG, Decision.ALL_WRONG):
        return []
    wrong = set(resolution.wrong)
    remembered = {line.partition(" ")[0]: line for line in resolution.seen}

    def is_known(row: Row) -> bool:
        id = row.claim.id
        return remembered[id] == seen_line(row.claim) if id in remembered else id in wrong

    def is_wrong(row: Row) -> bool:
        return row.claim.id in wrong and is_known(row)

    sides = finding.sides
    condemned = [side for side in sides if any(is_wrong(row) for row in side.own)]
    if resolution.decision is Decision.ALL_WRONG:
        condemned = list(sides)
    elif not condemned and len(resolution.seen) < SEEN:
        condemned = [side for side in sides if not any(is_known(row) for row in side.own)]
    rows = finding.rows
    denied = {row.reading.stated for row in rows.values() if is_wrong(row)} - {None}
    repeated = {row.claim.id for side in condemned for row in side.own if not is_known(row)}
    repeated.update(id for id, row in rows.items() if row.reading.stated in denied and not is_known(row))
    return sorted(repeated)


def load_earlier(path: Path) -> dict[str, Earlier]:
    """The findings in a JSON output, by id, without agreements; raises `InputError`."""

    def unusable(why: str) -> InputError:
        return InputError([Problem(Position("--since"), f"{shown(path.name)} {why}")])

    wanted = "accepted: what `crosscheck check --format json` wrote"
    try:
        document = json.loads(read_bytes(path, "--since"))
    except InputError as error:
        raise unusable(error.problems[0].message) from None
    except (ValueError, RecursionError):
        raise unusable(f"is not JSON; {wanted}") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise unusable(f'does not say "format": "{FORMAT}"; {wanted}')
    found = document.get("findings")
    records = [_record(entry) for entry in found] if isinstance(found, list) else [None]
    if None in records:
        raise unusable(f"lacks findings with id, fingerprint and verdict; {wanted}")
    conflicts = (record for record in records if record is not None and record.verdict is not Verdict.AGREEMENT)
    return {record.id: record for record in conflicts}


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
