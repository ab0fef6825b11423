"""`crosscheck check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crosscheck import outputs
from crosscheck.cli.common import DRAFT, FAILS, FOUND_NOTHING, SINCE, RunOptions, inputs_of, problems_exit, run_options
from crosscheck.model import Severity
from crosscheck.problems import InputError, Position, Problem

SEVERITIES = [severity.name.lower() for severity in Severity]


@click.command()
@run_options
@click.option("--format", "format", type=click.Choice(list(outputs.FORMATS)), default="text", help="What to print.")
@click.option("--output", multiple=True, metavar="F=FILE", help="Write format F to FILE; may be repeated.")
@click.option(
    "--min-severity", type=click.Choice(SEVERITIES), help="The least severity to print (default: note; json none)."
)
@click.option("--only", type=click.Choice(["failing"]), help="Print what fails and nothing else.")
@DRAFT
@click.option(
    "--fail-on-unmatched", is_flag=True, help="Fail if a claim of the draft is on an item that no other source covers."
)
@SINCE
@problems_exit
def command(
    run: RunOptions,
    format: str,
    output: tuple[str, ...],
    min_severity: str | None,
    only: str | None,
    draft: str | None,
    fail_on_unmatched: bool,
    since: Path | None,
) -> None:
    from crosscheck.loading import load_and_read
    from crosscheck.pipeline import checked

    if fail_on_unmatched and draft is None:
        raise InputError([Problem(Position("--fail-on-unmatched"), "goes with --draft only")])
    root = run.root
    targets = outputs.targets(format, output, root, inputs_of(root, run.sources, since, draft))
    least = min(outputs.least(name, min_severity) for name, _ in targets)
    if not run.quiet and (root / ".crosscheck").is_dir():
        click.echo("note: .crosscheck/ is no longer used and can be deleted", err=True)
    with run.progress() as progress:
        options = run.options(draft=draft, fail_on_unmatched=fail_on_unmatched, least=least, since=since)
        loaded = load_and_read(root, options, progress)
        result = checked(loaded, options, progress)
    for note in () if run.quiet else result.notes:
        click.echo(f"note: {note}", err=True)
    outputs.write(
        result,
        targets,
        min_severity,
        color=run.color,
        quiet=run.quiet,
        only_failing=only is not None,
        root=root,
        rules=loaded.rules,
    )
    sys.exit(FAILS if result.summary["failing"] else FOUND_NOTHING)
