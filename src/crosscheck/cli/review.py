"""`crosscheck review`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from crosscheck.cli.common import PATH, SINCE, RunOptions, problems_exit, run_options
from crosscheck.files import STANDARD_INPUT
from crosscheck.problems import InputError, Position, Problem


@click.command()
@run_options
@SINCE
@click.option("--article", type=PATH, metavar="FILE", help="Review the figures of this article and accept their items.")
@click.option("--as", "id", metavar="ID", help="The source id of the article (default: from its file name).")
@click.option("--published", metavar="DATE", help="The date of publication of the article.")
@click.option("--language", metavar="CODE", help="The language of the article, such as es.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port on this machine (default: any free one).")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@problems_exit
def command(
    run: RunOptions,
    since: Path | None,
    article: Path | None,
    id: str | None,
    published: str | None,
    language: str | None,
    port: int | None,
    no_browser: bool,
) -> None:
    _require_extra()
    from crosscheck.review import serve
    from crosscheck.review.article import ArticleReview
    from crosscheck.review.session import ReviewSession

    say = (lambda _: None) if run.quiet and not no_browser else click.echo
    for name, given in (("--as", id), ("--published", published), ("--language", language)):
        if given is not None and article is None:
            raise InputError([Problem(Position(name), "is of an article: name it with --article")])
    if article is None:
        decisions = ReviewSession(run.root, run.options(since=since), run.today)
        serve(decisions, port=port, browser=not no_browser, say=say)
        return
    if article == STANDARD_INPUT:
        raise InputError([Problem(Position("--article"), "needs a file: standard input cannot be read again")])
    if since is not None:
        raise InputError([Problem(Position("--since"), "is of findings, not of an article")])
    figures = ArticleReview(run.root, run.options(), article, id, published, language)
    serve(figures, port=port, browser=not no_browser, say=say)


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
