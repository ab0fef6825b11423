"""`crosscheck show`."""

from __future__ import annotations

import click

from crosscheck.cli.common import RunOptions, problems_exit, run_options


@click.command()
@run_options
@click.argument("id_", metavar="ID")
@problems_exit
def command(run: RunOptions, id_: str) -> None:
    from crosscheck.decisions.record import named
    from crosscheck.outputs.text import block
    from crosscheck.pipeline import check

    result = check(run.root, run.options())
    (finding,) = named(result.findings, [id_])
    click.echo(block(finding, color=run.color), nl=False)
