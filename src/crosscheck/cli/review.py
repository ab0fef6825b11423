"""`crosscheck review`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import SINCE, RunOptions, problems_exit, run_options


@click.command()
@run_options
@SINCE
@click.option("--port", type=click.IntRange(1, 65535), help="The port on this machine (default: one that is free).")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
@problems_exit
def command(run: RunOptions, since: Path | None, port: int | None, no_browser: bool) -> None:
    from crosscheck.review import serve

    say = (lambda _: None) if run.quiet and not no_browser else click.echo
    serve(run.root, run.options(since=since), today=run.today, port=port, browser=not no_browser, say=say)
