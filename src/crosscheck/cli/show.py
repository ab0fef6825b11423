"""`crosscheck show`."""

from __future__ import annotations

import click

from crosscheck.cli.common import DRAFT, RunOptions, problems_exit, run_options, say
from crosscheck.cli.completion import IDS


@click.command()
@run_options
@DRAFT
@click.argument("id_", metavar="ID", shell_complete=IDS)
@problems_exit
def command(run: RunOptions, draft: str | None, id_: str) -> None:
    from crosscheck.decisions.record import named
    from crosscheck.outputs.text import block
    from crosscheck.pipeline import check

    result = check(run.root, run.options(draft=draft))
    (finding,) = named(result.findings, [id_])
    say(block(finding, color=run.color), nl=False)
