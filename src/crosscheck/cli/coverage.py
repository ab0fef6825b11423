"""`crosscheck coverage`."""

from __future__ import annotations

import sys

import click

from crosscheck.cli.common import FAILS, FOUND_NOTHING, NOTHING_TO_CHECK, RunOptions, problems_exit, run_options, say
from crosscheck.cli.completion import SOURCES


@click.command()
@run_options
@click.option(
    "--min", "least", type=click.IntRange(0, 100), metavar="PERCENT", help="Exit 1 if a source has a lower percentage."
)
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", help="What to print.")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=SOURCES)
@problems_exit
def command(run: RunOptions, least: int | None, format: str, ids: tuple[str, ...]) -> None:
    from crosscheck.articles.coverage import coverages
    from crosscheck.loading import load_and_read
    from crosscheck.outputs import coverage as output
    from crosscheck.outputs.plain import json_text

    with run.progress() as progress:
        loaded = load_and_read(run.root, run.options(), progress, may_be_empty=True)
        found, without_text = coverages(loaded, ids, progress)
    below = [each.source.id for each in found if least is not None and each.percentage < least]
    if format == "json":
        click.echo(json_text(output.record(found, without_text)))
    else:
        for line in output.lines(found, without_text, quiet=run.quiet):
            say(line)
    if not found:
        say('no source has a text; name the folder of texts with --sources, or in the setting "sources"', err=True)
        sys.exit(NOTHING_TO_CHECK)
    if below:
        say(f"below {least} %: {', '.join(below)}", err=True)
    sys.exit(FAILS if below else FOUND_NOTHING)
