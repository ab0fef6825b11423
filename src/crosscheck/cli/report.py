"""`crosscheck report`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import DRAFT, PATH, SINCE, RunOptions, inputs_of, problems_exit, run_options, say
from crosscheck.translations import LANGUAGES


@click.command()
@run_options
@DRAFT
@SINCE
@click.option(
    "--report-language",
    type=click.Choice(LANGUAGES),
    help="The language of the report's own words (default: the setting, else en).",
)
@click.option("--output", "target", type=PATH, metavar="FILE", help="Where to write (default: reports/index.html).")
@problems_exit
def command(
    run: RunOptions, draft: str | None, since: Path | None, report_language: str | None, target: Path | None
) -> None:
    from crosscheck.articles.coverage import coverages
    from crosscheck.files import why_not_written, write_file
    from crosscheck.loading import load_and_read
    from crosscheck.outputs.report import render
    from crosscheck.outputs.text import printable, summary_line
    from crosscheck.pipeline import checked
    from crosscheck.problems import InputError, Position, Problem

    root = run.root
    page = target or root / "reports" / "index.html"
    name = printable(target.as_posix()) if target else "reports/index.html"
    why = why_not_written(page, root, inputs_of(root, run.sources, since, draft))
    if why is not None:
        raise InputError([Problem(Position(name, 0), why)])
    with run.progress() as progress:
        options = run.options(draft=draft, since=since)
        loaded = load_and_read(root, options, progress)
        result = checked(loaded, options, progress)
        coverage, _ = coverages(loaded, progress=progress)
        progress.begin("writing the report")
        language = report_language or loaded.workspace.settings.report_language
        write_file(page, render(result, coverage=coverage, language=language, with_texts=run.sources is not None))
    if not run.quiet:
        say(summary_line(result, color=run.color))
        say(f"wrote {name}")
