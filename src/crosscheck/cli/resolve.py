"""`crosscheck resolve`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from crosscheck.cli.common import Day, RunOptions, problems_exit, run_options, today
from crosscheck.decisions.record import ID, Judgement, named, resolution
from crosscheck.decisions.record import undecided as waiting_for_a_decision
from crosscheck.decisions.write import prune as remove
from crosscheck.decisions.write import save
from crosscheck.model import Decision, Finding, Result, Severity, Verdict
from crosscheck.outputs.text import printable
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--decision", type=click.Choice([decision.value for decision in Decision]), help="What was found.")
@click.option("--reason", default="", help="Why, for those who come later.")
@click.option("--by", default="", help="Who decided.")
@click.option(
    "--wrong", multiple=True, metavar="CLAIM|SOURCE", help="What is wrong, with source_wrong; may be repeated."
)
@click.option("--expires", type=Day(), help="The last day on which the decision holds.")
@click.option("--undecided", is_flag=True, help="Decide every conflict that waits for a decision.")
@click.option("--list", "list_", is_flag=True, help="List the conflicts that wait for a decision.")
@click.option("--prune", is_flag=True, help="Remove decisions whose finding is gone.")
@problems_exit
def command(
    run: RunOptions,
    ids: tuple[str, ...],
    list_: bool,
    prune: bool,
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
    else:
        findings = _findings(result, ids, undecided=undecided)
        if decision is None:
            accepted = ", ".join(known.value for known in Decision)
            raise InputError([Problem(Position("--decision"), f"is missing; accepted: {accepted}")])
        day = run.today or today()
        judgement = Judgement(decision=Decision(decision), reason=reason, by=by, on=day, wrong=wrong, expires=expires)
        lines = _decide(root, findings, judgement)
    if not run.quiet:
        click.echo("\n".join(lines))


def _list(result: Result) -> list[str]:
    """One line a conflict that waits for a decision: id, verdict, item."""
    waiting = waiting_for_a_decision(result.findings)
    lines = [f"{f.id}  {f.verdict:<13}  {printable(f.item.title)}" for f in waiting]
    return [*lines, f"{len(waiting)} undecided"]


def _prune(root: Path, result: Result) -> list[str]:
    """Remove stale decisions from resolutions.yaml."""
    if result.stale:
        remove(root, [stale.finding for stale in result.stale])
    lines = [f"removed {stale.finding}  {printable(stale.item)}" for stale in result.stale]
    return lines or ["no decision is stale"]


def _findings(result: Result, ids: Sequence[str], *, undecided: bool) -> list[Finding]:
    """The findings that `ids` name, or all undecided ones; raises `InputError`."""
    if undecided and ids:
        raise InputError([Problem(Position("--undecided"), "goes without ids; name findings, or decide all of them")])
    if not ids and not undecided:
        raise InputError([Problem(ID, "is missing; name a finding by its id, or say --undecided, --list or --prune")])
    decidable = [finding for finding in result.findings if finding.verdict is not Verdict.AGREEMENT]
    return waiting_for_a_decision(decidable) if undecided else named(decidable, ids)


def _decide(root: Path, findings: Sequence[Finding], judgement: Judgement) -> list[str]:
    """Record one decision on findings."""
    made = [resolution(finding, judgement) for finding in findings]
    if made:
        save(root, made, {f.id: f.resolution.finding for f in findings if f.resolution is not None})
    lines = [f"{r.finding}  {r.decision}  {printable(r.item)}" for r in made]
    return [*lines, f"{len(made)} recorded in resolutions.yaml"]
