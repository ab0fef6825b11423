"""`crosscheck propose`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import LANGUAGE, PATH, PUBLISHED, RunOptions, inputs_of, problems_exit, run_options, say
from crosscheck.files import STANDARD_INPUT, relative, why_not_written
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@click.argument("article", metavar="ARTICLE", type=PATH)
@click.option("--as", "id", metavar="ID", help="The source id of the article (default: from its file name).")
@PUBLISHED
@LANGUAGE
@click.option(
    "--output", "target", type=PATH, metavar="FILE|-", help="Where to write (default: proposals/ID.yaml); - prints it."
)
@problems_exit
def command(
    run: RunOptions,
    article: Path,
    id: str | None,
    published: str | None,
    language: str | None,
    target: Path | None,
) -> None:
    from crosscheck.articles.proposing import propose, write_proposed
    from crosscheck.formatting import counted
    from crosscheck.outputs.text import printable

    root, printed = run.root, target == STANDARD_INPUT
    with run.progress() as progress:
        made = propose(
            root,
            article,
            run.options(),
            id=id,
            published=published,
            language=language,
            path=None if printed else target,
            progress=progress,
        )
    for note in () if run.quiet else made.notes:
        say(f"note: {printable(note)}", err=True)
    if printed:
        click.echo(made.content.encode(), nl=False)
        return
    why = why_not_written(made.path, root, [*inputs_of(root, run.sources, None, None), article])
    if why is not None:
        raise InputError([Problem(Position(made.path.name), why)])
    write_proposed(made, root)
    if not run.quiet:
        filled = sum(figure.subject is not None for figure in made.figures)
        some = sum(bool(figure.choices) for figure in made.figures)
        extent = f"{counted(len(made.figures), 'figure')}, {filled} with an item, {some} with choices"
        say(f"wrote {printable(relative(made.path, root))}: {extent}")
