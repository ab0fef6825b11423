"""`crosscheck accept`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from crosscheck.cli.common import PATH, RunOptions, inputs_of, problems_exit, run_options, say
from crosscheck.files import why_not_written
from crosscheck.problems import InputError, Position, Problem, shown

_NUMBERS = re.compile(r"([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?")


@click.command()
@run_options
@click.argument("proposals", metavar="PROPOSALS", type=PATH)
@click.option("--only", metavar="3,5-9", help="Accept only the figures with these numbers.")
@click.option("--as", "id", metavar="ID", help="The source to add the claims to (default: the one in the file).")
@click.option("--draft", "target", type=PATH, metavar="FILE", help="Write the claims to the claims file of a draft.")
@problems_exit
def command(run: RunOptions, proposals: Path, only: str | None, id: str | None, target: Path | None) -> None:
    from crosscheck.articles.accepting import accept
    from crosscheck.formatting import counted
    from crosscheck.outputs.text import printable
    from crosscheck.workspace import YAML

    root = run.root
    if target is not None:
        inputs = [path for path in inputs_of(root, run.sources, None, None) if path != root / "claims"]
        why = why_not_written(target, root, [*inputs, proposals])
        if target.suffix.lower() not in YAML:
            why = f"is not a claims file; accepted: {' or '.join(YAML)}"
        if why is not None:
            raise InputError([Problem(Position(target.name), why)])
    made = accept(root, proposals, run.options(), _numbers(only), id, target)
    for note in () if run.quiet else made.notes:
        say(f"note: {printable(note)}", err=True)
    if run.quiet:
        return
    already = f"; {made.already} there already" if made.already else ""
    if made.claims:
        say(f"wrote {printable(made.file)}: {counted(made.claims, 'claim')}{already}")
    else:
        why = already.removeprefix("; ") or 'no figure says "accept: yes"'
        say(f"nothing to add to {printable(made.file)}: {why}")


def _numbers(text: str | None) -> frozenset[str]:
    """The numbers in `3,5-9`; raises `InputError`."""
    found: set[str] = set()
    for part in [] if text is None else text.split(","):
        match = _NUMBERS.fullmatch(part.strip())
        low, high = (int(match[1]), int(match[2] or match[1])) if match is not None else (1, 0)
        if low > high:
            raise InputError(
                [Problem(Position("--only"), f"{shown(part)} is not a list of figure numbers; write for example 3,5-9")]
            )
        found.update(map(str, range(low, high + 1)))
    return frozenset(found)
