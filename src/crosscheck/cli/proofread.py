"""`crosscheck proofread`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from crosscheck.cli.common import FAILS, FOUND_NOTHING, PATH, RunOptions, problems_exit, run_options

FORMATS = ("text", "json", "github", "markdown")
ONLY = {"failing": "accepted", "differing": "differs"}


@click.command()
@run_options
@click.option("--as", "source", metavar="ID", help="The source that the draft is (default: the name of its file).")
@click.option("--format", "format", type=click.Choice(FORMATS), default="text", help="What to print.")
@click.option(
    "--only", type=click.Choice(["failing", "differing"]), help="Print only what fails, or what differs or is newer."
)
@click.argument("file", type=PATH, metavar="DRAFT|-")
@problems_exit
def command(run: RunOptions, source: str | None, format: str, only: str | None, file: Path) -> None:
    from crosscheck.articles.proofreader import proofread, source_of
    from crosscheck.files import relative
    from crosscheck.outputs import prefix_of
    from crosscheck.outputs.proofs import only_some, rendered
    from crosscheck.texts import read_text

    root = run.root
    name = str(file) if str(file) == "-" else relative(file, root)
    text = read_text(file, name, pipe=True)
    with run.progress() as progress:
        proof = proofread(root, run.options(), text, name, source_of(source, file), progress)
    shown = only_some(proof, only)
    made = rendered(shown, format, color=run.color, summary=not run.quiet, prefix=prefix_of(root))
    click.echo(made if format == "text" else made.encode(), nl=False)
    sys.exit(FAILS if proof.fails else FOUND_NOTHING)
