"""`crosscheck resolve`."""

from __future__ import annotations

from typing import Any

import click

from crosscheck.cli.common import Day, RunOptions, problems_exit, run_options, today
from crosscheck.model import Decision, Severity


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
def command(run: RunOptions, ids: tuple[str, ...], list_: bool, prune: bool, **judgement: Any) -> None:
    from crosscheck.check import check
    from crosscheck.review import deciding

    root = run.root
    with run.progress() as progress:
        result = check(root, run.options(least=Severity.NOTE, stale="warn"), progress)
    if list_:
        message = deciding.listing(result)
    elif prune:
        message = deciding.prune(root, result)
    else:
        message = deciding.decide(root, result, ids, run.today or today(), **judgement)
    if not run.quiet:
        click.echo(message, nl=False)
