"""`crosscheck init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crosscheck.cli.common import PATH
from crosscheck.cli.exit_codes import WRONG_INPUT


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=PATH)
def command(folder: Path) -> None:
    from crosscheck.cli.beginning import begin, what_next
    from crosscheck.problems import InputError

    try:
        written = begin(folder)
    except InputError as error:
        click.echo("\n".join([*map(str, error.problems), "nothing was written"]), err=True)
        sys.exit(WRONG_INPUT)
    click.echo(what_next(folder, written), nl=False)
