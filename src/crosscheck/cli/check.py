"""`crosscheck check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck import outputs
from crosscheck.cli.common import (
    DRAFT,
    FAILS,
    FOUND_NOTHING,
    SINCE,
    RunOptions,
    inputs_of,
    problems_exit,
    run_options,
    say,
)
from crosscheck.files import STANDARD_INPUT
from crosscheck.model import Severity
from crosscheck.outputs.text import printable
from crosscheck.problems import InputError, Position, Problem

if TYPE_CHECKING:
    from crosscheck.loading import Loaded
    from crosscheck.model import Result

SEVERITIES = [severity.name.lower() for severity in Severity]


@click.command()
@run_options
@click.option("--format", "format", type=click.Choice(list(outputs.FORMATS)), default="text", help="What to print.")
@click.option("--output", multiple=True, metavar="F=FILE", help="Write format F to FILE; may be repeated.")
@click.option(
    "--min-severity", type=click.Choice(SEVERITIES), help="The lowest severity to print (default: note; json: none)."
)
@click.option("--only", type=click.Choice(["failing"]), help="Print only what fails.")
@DRAFT
@click.option(
    "--fail-on-unmatched", is_flag=True, help="Fail if a claim of the draft is on an item that no other source covers."
)
@SINCE
@click.option("--watch", is_flag=True, help="Check again whenever a file that is read changes, until Ctrl-C.")
@click.option("--verbose", is_flag=True, help="List what was read, which rules ran, and the settings.")
@problems_exit
def command(run: RunOptions, watch: bool, draft: str | None, since: Path | None, **options: Any) -> None:
    given = {"color": run.color, "draft": draft, "since": since, **options}
    if not watch:
        sys.exit(_check(run, **given))
    if draft == str(STANDARD_INPUT):
        raise InputError([Problem(Position("--watch"), "cannot read --draft - again; name a file")])
    from crosscheck.cli.watching import watch as watched

    root = run.root
    # Each run ends as a command does, with the problems that it has.
    again = partial(problems_exit(_check), run, **given)
    watched(again, root, lambda: inputs_of(root, run.sources, since, draft))


def _check(
    run: RunOptions,
    *,
    color: bool,
    format: str,
    output: tuple[str, ...],
    min_severity: str | None,
    only: str | None,
    draft: str | None,
    fail_on_unmatched: bool,
    since: Path | None,
    verbose: bool,
) -> int:
    """One run; returns the exit code."""
    from crosscheck.loading import load_and_read
    from crosscheck.pipeline import checked

    if fail_on_unmatched and draft is None:
        raise InputError([Problem(Position("--fail-on-unmatched"), "is only allowed with --draft")])
    root = run.root
    targets = outputs.targets(format, output, root, inputs_of(root, run.sources, since, draft))
    least = min(outputs.least(name, min_severity) for name, _ in targets)
    if not run.quiet and (root / ".crosscheck").is_dir():
        say("note: .crosscheck/ is no longer used and can be deleted", err=True)
    with run.progress() as progress:
        options = run.options(draft=draft, fail_on_unmatched=fail_on_unmatched, least=least, since=since)
        loaded = load_and_read(root, options, progress)
        result = checked(loaded, options, progress)
    notes = [] if run.quiet else [f"note: {note}" for note in result.notes]
    for line in (*(_in_detail(loaded, result) if verbose else ()), *notes):
        say(line, err=True)
    outputs.write(
        result,
        targets,
        min_severity,
        color=color,
        quiet=run.quiet,
        only_failing=only is not None,
        root=root,
        rules=loaded.rules,
    )
    return FAILS if result.summary["failing"] else FOUND_NOTHING


def _in_detail(loaded: Loaded, result: Result) -> Iterator[str]:
    """What was read, which rules were run and by which settings, a line each."""
    from crosscheck.files import relative
    from crosscheck.formatting import counted
    from crosscheck.rules import shipped

    workspace, rules = loaded.workspace, loaded.rules
    if loaded.has_tables:  # whose claims are not counted file by file, as there may be millions
        yield from (f"read {printable(relative(path, workspace.root))}" for path in workspace.tables)
    else:
        files = Counter(claim.file for claim in workspace.claims)
        yield from (f"read {printable(file)}: {counted(number, 'claim')}" for file, number in sorted(files.items()))
    yield f"read resolutions.yaml: {counted(len(loaded.resolutions), 'decision')}"
    if result.quotes is not None:
        yield "looked up {:,} of {:,} quotes in texts".format(*result.quotes)
    off = [f"{one.rule.code} {one.rule.name}" for one in shipped() if one.rule.code not in {r.rule.code for r in rules}]
    without = f"; off: {', '.join(off)}" if off else ""
    yield f"ran {counted(len(rules), 'rule')}: {', '.join(one.rule.code for one in rules)}{without}"
    yield from (f"with {key} = {printable(value)}" for key, value in sorted(result.settings.items()))
