"""Decisions to be written: what is recorded of a finding when a person decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscheck.comparing.sides import only_on
from crosscheck.model import Decision, Finding, Resolution, Side, Status, Verdict
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

SEEN = 10
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


def named(findings: Sequence[Finding], prefixes: Iterable[str]) -> list[Finding]:
    """The finding that each unique prefix of an id names; raises `InputError` with every prefix that names none."""
    known = {finding.id: finding for finding in findings if finding.verdict is not Verdict.AGREEMENT}
    found: dict[str, Finding] = {}
    problems = []
    for prefix in prefixes:
        matches = [id for id in known if id.lower().startswith(prefix.lower())]
        if len(matches) == 1:
            found[matches[0]] = known[matches[0]]
        elif matches:
            listed = ", ".join(sorted(matches)[:5])
            problems.append(Problem(Position("resolve"), f"{shown(prefix)} is the beginning of {len(matches)} ids: {listed}"))
        else:
            near = did_you_mean(prefix, known)
            problems.append(Problem(Position("resolve"), f"no finding has an id that begins with {shown(prefix)}{near}"))
    if problems:
        raise InputError(problems)
    return list(found.values())


def resolution(finding: Finding, judgement: Judgement) -> Resolution:
    """The decision on a finding as it is written; raises `InputError` if it says too little."""
    missing = [name for name, text in (("--reason", judgement.reason), ("--by", judgement.by)) if not text.strip()]
    if missing:
        raise InputError(Problem(Position(name), "a decision needs a reason and a name; this one is empty") for name in missing)
    return Resolution(
        finding=finding.id,
        item=finding.item.title,
        verdict=finding.verdict,
        fingerprint=finding.fingerprint,
        seen=tuple(_seen(side, finding.sides) for side in finding.sides[:SEEN]),
        decision=judgement.decision,
        reason=" ".join(judgement.reason.split()),
        by=" ".join(judgement.by.split()),
        on=judgement.on,
        wrong=_wrong(finding, judgement),
        expires=judgement.expires,
    )


def _seen(side: Side, sides: Sequence[Side]) -> str:
    claim = (only_on(side, sides) or side.rows)[0].claim
    return f"{claim.id} {claim.text}"


def _wrong(finding: Finding, judgement: Judgement) -> tuple[str, ...]:
    """Every claim of every side that is decided wrong."""
    rows = {row.claim.id: row for side in finding.sides for row in side.rows}
    if judgement.decision is Decision.ALL_WRONG:
        return tuple(sorted(rows))
    if judgement.decision is not Decision.SOURCE_WRONG:
        if judgement.wrong:
            raise InputError([Problem(Position("--wrong"), f"goes with source_wrong, not with {judgement.decision}")])
        return ()
    known = {*rows, *(row.claim.source for row in rows.values())}
    unknown = [name for name in judgement.wrong if name not in known]
    if unknown or not judgement.wrong:
        told = ", ".join(sorted(rows))
        if not unknown:
            raise InputError([Problem(Position("--wrong"), f"source_wrong needs the claim that is wrong: one of {told}")])
        raise InputError(
            Problem(Position("--wrong"), f"{shown(name)} is no claim of {finding.id}{did_you_mean(name, rows)}; known: {told}")
            for name in unknown
        )
    named_wrong = {id for id, row in rows.items() if id in judgement.wrong or row.claim.source in judgement.wrong}
    sides = [side for side in finding.sides if named_wrong & {row.claim.id for row in only_on(side, finding.sides)}]
    return tuple(sorted(named_wrong | {row.claim.id for side in sides for row in only_on(side, finding.sides)}))
