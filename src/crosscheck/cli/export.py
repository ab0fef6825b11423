"""`crosscheck export`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import PATH, RunOptions, inputs_of, problems_exit, run_options, say
from crosscheck.files import STANDARD_INPUT, why_not_written, write_file
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@click.option("--format", "form", type=click.Choice(["claimreview"]), default="claimreview", help="What to write.")
@click.option("--output", "target", type=PATH, default="-", metavar="FILE|-", help="Where to write; - prints it.")
@problems_exit
def command(run: RunOptions, form: str, target: Path) -> None:  # noqa: ARG001
    from crosscheck.formatting import counted
    from crosscheck.loading import load_and_read
    from crosscheck.model import Severity
    from crosscheck.outputs.claimreview import export
    from crosscheck.outputs.text import printable
    from crosscheck.pipeline import checked

    root, is_printed = run.root, target == STANDARD_INPUT
    why = None if is_printed else why_not_written(target, root, inputs_of(root, run.sources, None, None))
    if why is not None:
        raise InputError([Problem(Position(target.name, 0), why)])
    with run.progress() as progress:
        options = run.options(least=Severity.NOTE)
        loaded = load_and_read(root, options, progress)
        made = export(checked(loaded, options, progress), loaded.workspace.settings.export)
    for line in () if run.quiet else made.left_out:
        say(f"left out: {printable(line)}", err=True)
    if is_printed:
        click.echo(made.content.encode(), nl=False)
        return
    write_file(target, made.content)
    if not run.quiet:
        say(f"wrote {printable(target.name)}: {counted(made.reviews, 'review')}")
