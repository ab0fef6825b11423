"""`crosscheck resolve`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from crosscheck.cli.common import Day, RunOptions, problems_exit, run_options, say, today
from crosscheck.cli.completion import CLAIMS, IDS
from crosscheck.decisions.lock import locked
from crosscheck.decisions.record import ID, Judgement, former_ids, named, outdated, refreshed, resolution
from crosscheck.decisions.record import undecided as waiting_for_a_decision
from crosscheck.decisions.settle import resettled
from crosscheck.decisions.write import decided_meanwhile, save
from crosscheck.decisions.write import prune as remove
from crosscheck.model import Decision, Finding, Resolution, Result, Severity, Verdict
from crosscheck.outputs.text import printable
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@click.argument("ids", nargs=-1, metavar="ID…", shell_complete=IDS)
@click.option("--decision", type=click.Choice([decision.value for decision in Decision]), help="The decision.")
@click.option("--reason", default="", help="The reason, for later readers.")
@click.option("--by", default="", help="Who decided.")
@click.option(
    "--wrong",
    multiple=True,
    metavar="CLAIM|SOURCE",
    shell_complete=CLAIMS,
    help="What is wrong, with source_wrong; may be repeated.",
)
@click.option("--expires", type=Day(), help="The last day on which the decision holds.")
@click.option("--undecided", is_flag=True, help="Decide every conflict that nobody has decided.")
@click.option("--list", "list_", is_flag=True, help="List the conflicts that nobody has decided.")
@click.option("--prune", is_flag=True, help="Remove decisions whose finding is gone.")
@click.option("--refresh", is_flag=True, help="Rewrite decisions that were made when values were read differently.")
@problems_exit
def command(
    run: RunOptions,
    ids: tuple[str, ...],
    list_: bool,
    prune: bool,
    refresh: bool,
    undecided: bool,
    decision: str | None,
    reason: str,
    by: str,
    wrong: tuple[str, ...],
    expires: str | None,
) -> None:
    from crosscheck.pipeline import check

    root = run.root
    with run.progress() as progress:
        result = check(root, run.options(least=Severity.NOTE, stale="warn"), progress)
    if list_:
        lines = _list(result)
    elif prune:
        lines = _prune(root, result)
    elif refresh:
        lines = _refresh(root, result)
    else:
        findings = _findings(result, ids, undecided=undecided)
        if decision is None:
            accepted = ", ".join(known.value for known in Decision)
            raise InputError([Problem(Position("--decision"), f"is missing; accepted: {accepted}")])
        day = run.today or today()
        judgement = Judgement(decision=Decision(decision), reason=reason, by=by, on=day, wrong=wrong, expires=expires)
        lines = _decide(root, result, findings, judgement, many=undecided)
    if not run.quiet:
        say("\n".join(lines))


def _list(result: Result) -> list[str]:
    """One line a conflict that waits for a decision: id, verdict, item."""
    waiting = waiting_for_a_decision(result.findings)
    lines = [f"{f.id}  {f.verdict:<13}  {printable(f.item.title)}" for f in waiting]
    return [*lines, f"{len(waiting)} undecided"]


def _prune(root: Path, result: Result) -> list[str]:
    """Remove stale decisions from resolutions.yaml."""
    if not result.stale:
        return ["no decision is stale"]
    with locked(root):
        remove(root, result.stale)
    return [f"removed {stale.finding}  {printable(stale.item)}" for stale in result.stale]


def _refresh(root: Path, result: Result) -> list[str]:
    """Write decisions of an earlier reader of values anew, with what their sides say now."""
    findings = outdated(result.findings)
    if not findings:
        return ["no decision needs it"]
    with locked(root):
        meanwhile = decided_meanwhile(root, findings)
        findings = [finding for finding in findings if finding.id not in meanwhile]
        save(root, map(refreshed, findings), former_ids(findings))
    return [f"refreshed {finding.id}  {printable(finding.item.title)}" for finding in findings]


def _findings(result: Result, ids: Sequence[str], *, undecided: bool) -> list[Finding]:
    """The findings that `ids` name, or all undecided ones; raises `InputError`."""
    if undecided and ids:
        raise InputError([Problem(Position("--undecided"), "goes without ids; name findings, or decide all of them")])
    if not ids and not undecided:
        raise InputError(
            [Problem(ID, "is missing; name a finding by its id, or say --undecided, --list, --prune or --refresh")]
        )
    decidable = [finding for finding in result.findings if finding.verdict is not Verdict.AGREEMENT]
    return waiting_for_a_decision(decidable) if undecided else named(decidable, ids)


def _decide(root: Path, result: Result, findings: Sequence[Finding], judgement: Judgement, *, many: bool) -> list[str]:
    """Record one decision on findings; of `many`, those that somebody else has decided meanwhile stay as they are."""
    made = {finding.id: resolution(finding, judgement) for finding in findings}
    if not made:
        return ["0 recorded in resolutions.yaml"]
    with locked(root):
        meanwhile = decided_meanwhile(root, findings)
        if meanwhile and not many:
            raise InputError(Problem(Position(id, 0, 0), _meanwhile(other)) for id, other in meanwhile.items())
        made = {id: one for id, one in made.items() if id not in meanwhile}
        save(root, made.values(), former_ids(findings))
    settled = resettled(result, made, judgement.on)
    lines = [line for finding in settled if finding.id in made for line in _recorded(finding, made[finding.id])]
    return [*lines, f"{len(made)} recorded in resolutions.yaml"]


def _recorded(finding: Finding, made: Resolution) -> list[str]:
    """What was decided of a finding, and what is left of it."""
    lines = [f"{made.finding}  {made.decision}  {printable(made.item)}"]
    return [*lines, f"  still open: {printable(finding.left)}"] if finding.left else lines


def _meanwhile(other: Resolution | None) -> str:
    if other is None:
        return "its decision was removed while this command ran; look at it and decide again"
    return f"{other.by} decided {other.decision} while this command ran; look at it and decide again"
