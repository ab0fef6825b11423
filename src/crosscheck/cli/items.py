"""`crosscheck items`."""

from __future__ import annotations

import click

from crosscheck.cli.common import RunOptions, problems_exit, run_options, say
from crosscheck.cli.completion import WORDS


@click.command()
@run_options
@click.option("--alone", is_flag=True, help="List only items that have no second source.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", help="What to print.")
@click.argument("words", nargs=-1, metavar="[WORD]...", shell_complete=WORDS)
@problems_exit
def command(run: RunOptions, alone: bool, format: str, words: tuple[str, ...]) -> None:
    from crosscheck.catalogue import list_items
    from crosscheck.outputs.entries import entry_line, entry_record
    from crosscheck.outputs.plain import json_text
    from crosscheck.problems import shown

    with run.progress() as progress:
        listing = list_items(run.root, run.options(), " ".join(words) or None, alone=alone, progress=progress)
    count = 0
    for entry in listing.entries:
        count += 1
        if format == "json":
            click.echo(json_text(entry_record(entry)).encode())
        else:
            say(entry_line(entry))
    if format == "text" and not run.quiet:
        several = listing.counts["items_of_several_sources"]
        say(f"{count:,} of {listing.counts['items']:,} items; {several or 'none'} of all have a second source")
        meant = listing.meant() if words and not count and not alone else []
        if meant:
            say(f"did you mean {' or '.join(shown(title) for title in meant)}?")
