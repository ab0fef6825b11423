"""Decisions to be written: what is recorded of a finding when a person decides it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from crosscheck.decisions.seen import one_line, seen_lines
from crosscheck.model import CONFLICTS, READER, Decision, Finding, Resolution, Status
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

ID = Position("ID", 0, 0)
LISTED = 5
"""So many ids are listed."""


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
    """The conflicts that wait for a decision; of some, one side was found wrong and the others still disagree."""
    waits = (Status.NEW, Status.REOPENED)
    return [f for f in findings if f.verdict in CONFLICTS and (f.status in waits or f.left)]


def named(findings: Iterable[Finding], prefixes: Iterable[str]) -> list[Finding]:
    """The finding that each unique prefix of an id names; raises `InputError` with every prefix that names none.

    The id of a finding that is folded into another one names that one.
    """
    known = {one.id: finding for finding in findings for one in (*finding.folded, finding)}
    found: dict[str, Finding] = {}
    problems = []
    for prefix in prefixes:
        matches = sorted(id for id in known if prefix.strip() and id.lower().startswith(prefix.strip().lower()))
        if len(matches) == 1:
            found[known[matches[0]].id] = known[matches[0]]
            continue
        if matches:
            listed = ", ".join(matches[:LISTED]) + (", …" if len(matches) > LISTED else "")
            message = f"{shown(prefix)} is the beginning of {len(matches)} ids: {listed}; write more of it"
        else:
            near = did_you_mean(prefix, known)
            message = f"no finding has an id that begins with {shown(prefix)}{near}; {_ids_of(prefix, known)}"
        problems.append(Problem(ID, message))
    if problems:
        raise InputError(problems)
    return list(found.values())


def _ids_of(words: str, known: Mapping[str, Finding]) -> str:
    """What to write instead of an id that is none: the ids on the item that it may be meant for, else all if few."""
    sought = words.strip().casefold()
    on_item = sorted(id for id, finding in known.items() if sought and sought in finding.item.title.casefold())
    if 0 < len(on_item) <= LISTED:
        return f"of that item there is {', '.join(on_item)}"
    if not known:
        return "there is no finding"
    return f"known: {', '.join(sorted(known))}" if len(known) <= LISTED else "`crosscheck check` prints the ids"


def former_ids(findings: Iterable[Finding]) -> dict[str, str]:
    """Under which id the block of each decided finding stands in the file: names of its item may have changed since."""
    return {f.id: f.own_resolution.finding for f in findings if f.own_resolution is not None}


def resolution(finding: Finding, judgement: Judgement) -> Resolution:
    """The decision on a finding as it is written; raises `InputError` if it says too little."""
    reason, by = one_line(judgement.reason), one_line(judgement.by)
    problems = [
        Problem(Position(name), "is missing; a decision needs a reason and a name")
        for name, text in (("--reason", reason), ("--by", by))
        if not text
    ]
    if judgement.expires is not None and judgement.expires < judgement.on:
        what = f"{judgement.expires} is past; the last day on which a decision holds is {judgement.on} or later"
        problems.append(Problem(Position("--expires"), what))
    if problems:
        raise InputError(problems)
    return Resolution(
        finding=finding.id,
        item=one_line(finding.item.title),
        verdict=finding.verdict,
        fingerprint=finding.fingerprint,
        seen=seen_lines(finding),
        decision=judgement.decision,
        reason=reason,
        by=by,
        on=judgement.on,
        wrong=_wrong(finding, judgement),
        expires=judgement.expires,
        reader=READER,
    )


def outdated(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose decision holds, and was made when values were read in another way."""
    holding = (Status.OPEN, Status.RESOLVED)
    decided = (f for f in findings if f.own_resolution is not None and f.status in holding)
    return [finding for finding in decided if finding.resolution is not None and finding.resolution.reader != READER]


def refreshed(finding: Finding) -> Resolution:
    """The decision on a finding with what its sides say as values are read now."""
    assert finding.resolution is not None
    return replace(
        finding.resolution,
        finding=finding.id,
        fingerprint=finding.fingerprint,
        seen=seen_lines(finding),
        reader=READER,
    )


def _wrong(finding: Finding, judgement: Judgement) -> tuple[str, ...]:
    """Every claim of every side that is decided wrong, besides those that were found wrong before."""
    at = Position("--wrong")
    rows = finding.rows
    if judgement.decision is Decision.ALL_WRONG:
        return tuple(sorted(rows))
    before = _found_wrong_before(finding)
    if judgement.decision is not Decision.SOURCE_WRONG:
        if judgement.wrong:
            raise InputError([Problem(at, f"is only allowed with source_wrong, not with {judgement.decision}")])
        return tuple(sorted(before))
    claims = [row.claim for row in rows.values()]
    known = {name for claim in claims for name in (claim.id, claim.source, *claim.follows_from)}
    listed = f"its claims: {', '.join(sorted(rows))}"
    if not judgement.wrong:
        raise InputError([Problem(at, f"is missing; source_wrong needs the claim or source that is; {listed}")])
    unknown = [name for name in judgement.wrong if name not in known]
    if unknown:
        raise InputError(
            Problem(at, f"{shown(name)} has no part in {finding.id}{did_you_mean(name, known)}; {listed}")
            for name in unknown
        )
    names = set(judgement.wrong)
    named_wrong = {claim.id for claim in claims if names & {claim.id, claim.source, *claim.follows_from}}
    sides = [side for side in finding.sides if named_wrong & {row.claim.id for row in side.own}]
    followed = names.intersection(id for claim in claims for id in claim.follows_from)
    return tuple(sorted(before | named_wrong | followed | {row.claim.id for side in sides for row in side.own}))


def _found_wrong_before(finding: Finding) -> set[str]:
    """What an earlier decision that still holds found wrong, as long as it says what it said then."""
    resolution = finding.resolution
    if resolution is None or finding.status not in (Status.OPEN, Status.RESOLVED):
        return set()
    if resolution.decision is Decision.ALL_WRONG:
        return set()
    return {id for id in resolution.wrong if id not in finding.rows or id in finding.wrong}
