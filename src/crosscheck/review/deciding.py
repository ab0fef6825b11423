"""What `crosscheck resolve` does and tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscheck.decisions.record import ID, Judgement, named, resolution
from crosscheck.decisions.record import undecided as waiting_for_a_decision
from crosscheck.decisions.write import prune as remove
from crosscheck.decisions.write import save
from crosscheck.model import Decision, Result, Verdict
from crosscheck.outputs.text import printable
from crosscheck.problems import InputError, Position, Problem


def listing(result: Result) -> str:
    """One line a conflict that waits for a decision: id, verdict, item."""
    waiting = waiting_for_a_decision(result.findings)
    lines = [f"{f.id}  {f.verdict:<13}  {printable(f.item.title)}" for f in waiting]
    return "\n".join([*lines, f"{len(waiting)} undecided"]) + "\n"


def prune(root: Path, result: Result) -> str:
    """Remove stale decisions from resolutions.yaml."""
    if result.stale:
        remove(root, [stale.finding for stale in result.stale])
    lines = [f"removed {stale.finding}  {printable(stale.item)}" for stale in result.stale]
    return "\n".join(lines or ["no decision is stale"]) + "\n"


def decide(
    root: Path, result: Result, ids: Sequence[str], today: str, *, decision: str | None, reason: str, by: str,
    wrong: tuple[str, ...], expires: str | None, undecided: bool,
) -> str:  # fmt: skip
    """Record one decision on the findings that `ids` name, or on all undecided ones; raises `InputError`."""
    if undecided and ids:
        raise InputError([Problem(Position("--undecided"), "goes without ids; name findings, or decide all of them")])
    if not ids and not undecided:
        raise InputError([Problem(ID, "is missing; name a finding by its id, or say --undecided, --list or --prune")])
    decidable = [finding for finding in result.findings if finding.verdict is not Verdict.AGREEMENT]
    findings = waiting_for_a_decision(decidable) if undecided else named(decidable, ids)
    if decision is None:
        accepted = ", ".join(d.value for d in Decision)
        raise InputError([Problem(Position("--decision"), f"is missing; accepted: {accepted}")])
    judgement = Judgement(Decision(decision), reason, by, today, wrong, expires)
    made = [resolution(finding, judgement) for finding in findings]
    if made:
        save(root, made, {f.id: f.resolution.finding for f in findings if f.resolution is not None})
    lines = [f"{r.finding}  {r.decision}  {printable(r.item)}" for r in made]
    return "\n".join([*lines, f"{len(made)} recorded in resolutions.yaml"]) + "\n"
