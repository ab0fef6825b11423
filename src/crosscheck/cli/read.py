"""`crosscheck read`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from crosscheck.cli.common import problems_exit
from crosscheck.cli.exit_codes import FOUND_NOTHING, WRONG_INPUT
from crosscheck.model import Kind, Reading


@click.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT…|-")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="What to read a value as (default: what its words show).",
)
@click.option("--unit", help="What a bare number is in, and what the reading is shown in.")
@click.option("--language", default="en", show_default=True)
@click.option("--relative-to", metavar="DATE", help="What a relative date counts from.")
@click.option("--published", metavar="DATE", help="When the source was published.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@problems_exit
def command(
    texts: tuple[str, ...],
    kind: str | None,
    unit: str | None,
    language: str,
    relative_to: str | None,
    published: str | None,
    format: str,
) -> None:
    from crosscheck.outputs import readings as output
    from crosscheck.readings import Context, ReadingError, read

    context = Context(
        Kind(kind) if kind else None,
        unit,
        relative_to=_date("--relative-to", relative_to),
        published=_date("--published", published),
        language=language,
    )
    render = output.render_json if format == "json" else output.render_text
    code = FOUND_NOTHING
    for text in _lines() if texts == ("-",) else texts:
        found: Reading | ReadingError
        try:
            found = read(text, context)
        except ReadingError as error:
            found, code = error, WRONG_INPUT
        click.echo(render(text, found, unit))
    sys.exit(code)


def _lines() -> Iterator[str]:
    """The lines of standard input; what is not UTF-8 in them is replaced."""
    for line in sys.stdin.buffer:
        yield line.decode(errors="replace").rstrip("\r\n")


def _date(option: str, text: str | None) -> Reading | None:
    from crosscheck.problems import InputError, Position, Problem
    from crosscheck.readings import Context, ReadingError, read

    if text is None:
        return None
    try:
        return read(text, Context(Kind.DATE))
    except ReadingError as error:
        raise InputError([Problem(Position(option), f"cannot be read as a date: {error}")]) from None
