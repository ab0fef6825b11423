"""Decisions to be written: what is recorded of a finding when a person decides it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.model import Claim, Decision, Finding, Resolution, Status, Verdict
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

SEEN = 10
ID = Position("ID", 0, 0)
DECIDABLE = (Verdict.CONTRADICTION, Verdict.TENSION)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decides; `wrong` names claims, or sources for all their claims; days are ISO 8601."""

    decision: Decision
    reason: str
    by: str
    on: str
    wrong: tuple[str, ...] = ()
    expires: str | None = None


def undecided(findings: Iterable[Finding]) -> list[Finding]:
    """The conflicts that wait for a decision."""
    return [f for f in findings if f.verdict in DECIDABLE and f.status in (Status.NEW, Status.REOPENED)]


def named(findings: Iterable[Finding], prefixes: Iterable[str]) -> list[Finding]:
    """The finding that each unique prefix of an id names; raises `InputError` with every prefix that names none."""
    known = {finding.id: finding for finding in findings}
    found: dict[str, Finding] = {}
    problems = []
    for prefix in prefixes:
        matches = sorted(id for id in known if prefix.strip() and id.lower().startswith(prefix.strip().lower()))
        if len(matches) == 1:
            found[matches[0]] = known[matches[0]]
            continue
        if matches:
            listed = ", ".join(matches[:5]) + (", …" if len(matches) > 5 else "")
            message = f"{shown(prefix)} is the beginning of {len(matches)} ids: {listed}; write more of it"
        else:
            near = did_you_mean(prefix, known)
            message = f"no finding has an id that begins with {shown(prefix)}{near}; `crosscheck check` prints the ids"
        problems.append(Problem(ID, message))
    if problems:
        raise InputError(problems)
    return list(found.values())


def resolution(finding: Finding, judgement: Judgement) -> Resolution:
    """The decision on a finding as it is written; raises `InputError` if it says too little."""
    reason, by = _one_line(judgement.reason), _one_line(judgement.by)
    missing = [name for name, text in (("--reason", reason), ("--by", by)) if not text]
    if missing:
        raise InputError(
            Problem(Position(name), "is missing; a decision needs a reason and a name") for name in missing
        )
    return Resolution(
        finding=finding.id,
        item=_one_line(finding.item.title),
        verdict=finding.verdict,
        fingerprint=finding.fingerprint,
        seen=tuple(seen_line(side.own[0].claim) for side in finding.sides[:SEEN]),
        decision=judgement.decision,
        reason=reason,
        by=by,
        on=judgement.on,
        wrong=_wrong(finding, judgement),
        expires=judgement.expires,
    )


def _one_line(text: str) -> str:
    """A text from the command line: on one line, and what is not UTF-8 in it replaced."""
    return " ".join(text.encode(errors="surrogateescape").decode(errors="replace").split())


def seen_line(claim: Claim) -> str:
    """How a decision remembers a claim: its id and what it said."""
    return _one_line(f"{claim.id} {claim.text}")


def _wrong(finding: Finding, judgement: Judgement) -> tuple[str, ...]:
    """Every claim of every side that is decided wrong."""
    at = Position("--wrong")
    rows = finding.rows
    if judgement.decision is Decision.ALL_WRONG:
        return tuple(sorted(rows))
    if judgement.decision is not Decision.SOURCE_WRONG:
        if judgement.wrong:
            raise InputError([Problem(at, f"goes with source_wrong, not with {judgement.decision}")])
        return ()
    known = {*rows, *(row.claim.source for row in rows.values())}
    claims = f"its claims: {', '.join(sorted(rows))}"
    if not judgement.wrong:
        raise InputError([Problem(at, f"is missing; source_wrong needs the claim or source that is; {claims}")])
    unknown = [name for name in judgement.wrong if name not in known]
    if unknown:
        raise InputError(
            Problem(at, f"{shown(name)} has no part in {finding.id}{did_you_mean(name, known)}; {claims}")
            for name in unknown
        )
    named_wrong = {id for id, row in rows.items() if id in judgement.wrong or row.claim.source in judgement.wrong}
    sides = [side for side in finding.sides if named_wrong & {row.claim.id for row in side.own}]
    return tuple(sorted(named_wrong | {row.claim.id for side in sides for row in side.own}))
