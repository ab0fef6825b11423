"""`crosscheck proofread`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from crosscheck.cli.common import (
    FAILS,
    FOUND_NOTHING,
    LANGUAGE,
    PATH,
    PUBLISHED,
    RunOptions,
    problems_exit,
    run_options,
    say,
)
from crosscheck.outputs.proofs import FORMATS, ONLY


@click.command()
@run_options
@click.argument("article", metavar="DRAFT|-", type=PATH)
@click.option("--as", "id", metavar="ID", help="The source id of the draft (default: from its file name).")
@PUBLISHED
@LANGUAGE
@click.option("--format", "format", type=click.Choice(list(FORMATS)), default="text", help="What to print.")
@click.option(
    "--only", type=click.Choice(list(ONLY)), help="Print only what fails, or only what differs or may be newer."
)
@problems_exit
def command(
    run: RunOptions,
    article: Path,
    id: str | None,
    published: str | None,
    language: str | None,
    format: str,
    only: str | None,
) -> None:
    from crosscheck.articles.proofreader import proofread
    from crosscheck.outputs import prefix_of
    from crosscheck.outputs.proofs import rendered
    from crosscheck.outputs.text import printable

    with run.progress() as progress:
        proof = proofread(
            run.root, run.options(), article, id=id, published=published, language=language, progress=progress
        )
    printed = proof if only is None else replace(proof, listed=tuple(filter(ONLY[only], proof.figures)))
    for note in () if run.quiet else (*proof.notes, *proof.unread):
        say(f"note: {printable(note)}", err=True)
    made = rendered(printed, format, color=run.color, summary=not run.quiet, prefix=prefix_of(run.root))
    if format == "text":
        say(made, nl=False)
    else:
        click.echo(made.encode(), nl=False)
    sys.exit(FAILS if proof.failing else FOUND_NOTHING)
