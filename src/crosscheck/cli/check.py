"""`crosscheck check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crosscheck.cli.common import SINCE, RunOptions, problems_exit, run_options
from crosscheck.cli.exit_codes import FAILS, FOUND_NOTHING
from crosscheck.model import Severity
from crosscheck.outputs import FORMATS

SEVERITIES = [severity.name.lower() for severity in Severity]


@click.command()
@run_options
@click.option("--format", "format", type=click.Choice(list(FORMATS)), default="text", help="What to print.")
@click.option("--output", multiple=True, metavar="F=FILE", help="Write format F to FILE; may be repeated.")
@click.option(
    "--min-severity", type=click.Choice(SEVERITIES), help="The least severity to print (default: note; json none)."
)
@click.option(
    "--draft", metavar="ID|FILE", help="Only what involves this source, or this claims file outside of the workspace."
)
@SINCE
@problems_exit
def command(
    run: RunOptions,
    format: str,
    output: tuple[str, ...],
    min_severity: str | None,
    draft: str | None,
    since: Path | None,
) -> None:
    from crosscheck.outputs import printing
    from crosscheck.pipeline import check, rules_of

    targets = printing.targets(format, output)
    least = min(printing.least(name, min_severity) for name, _ in targets)
    root = run.root
    if not run.quiet and (root / ".crosscheck").is_dir():
        click.echo("note: .crosscheck/ is no longer used and can be deleted", err=True)
    with run.progress() as progress:
        result = check(root, run.options(draft=draft, least=least, since=since), progress)
    for note in () if run.quiet else result.notes:
        click.echo(f"note: {note}", err=True)
    printing.write(
        result, targets, min_severity, color=run.color, quiet=run.quiet, root=root, rules=lambda: rules_of(root)
    )
    sys.exit(FAILS if result.summary["failing"] else FOUND_NOTHING)
