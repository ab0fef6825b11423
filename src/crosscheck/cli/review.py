"""`crosscheck review`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from crosscheck.cli.common import SINCE, RunOptions, problems_exit, run_options
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@SINCE
@click.option("--port", type=click.IntRange(1, 65535), help="The port on this machine (default: one that is free).")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
@problems_exit
def command(run: RunOptions, since: Path | None, port: int | None, no_browser: bool) -> None:
    _require_extra()
    from crosscheck.review import serve

    say = (lambda _: None) if run.quiet and not no_browser else click.echo
    serve(run.root, run.options(since=since), today=run.today, port=port, browser=not no_browser, say=say)


def _require_extra() -> None:
    """Raise `InputError` that says what to install, if something is missing."""
    for name in ("uvicorn", "starlette"):
        try:
            import_module(name)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != name:
                raise
            what = f"needs {name}: python -m pip install starlette uvicorn"
            raise InputError([Problem(Position("review", 0, 0), what)]) from None
