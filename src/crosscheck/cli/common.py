"""What commands share: their exit codes and options, and how wrong input ends them."""

from __future__ import annotations

import datetime
import os
import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli import failure
from crosscheck.cli.completion import DRAFTS
from crosscheck.cli.failure import FAILED
from crosscheck.model import Severity, Verdict

if TYPE_CHECKING:
    from crosscheck.loading import Options
    from crosscheck.problems import Problem
    from crosscheck.progress import TerminalProgress

FOUND_NOTHING = 0
FAILS = 1
WRONG_INPUT = 2
NOTHING_TO_CHECK = 3
INTERRUPTED = 130

LOOK_UPS = ("rule", "show", "schema", "lsp", "export")
"""Commands that check nothing, so that nothing has to be said of that."""
ENGINES = ("local", "spark")
FAIL_ON = (*(verdict.value for verdict in Verdict if verdict.severity >= Severity.WARNING), "none")


class Day(click.ParamType[str]):
    """An ISO 8601 day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-22", param, ctx)


PATH = click.Path(path_type=Path)

WORKSPACE = click.option("--workspace", type=PATH, help="Folder of the workspace (default: the nearest).")
RULES = click.option(
    "--rules/--no-rules", default=True, help="Run the workspace's own rules, which are code (default: yes)."
)
PUBLISHED = click.option(
    "--published", metavar="DATE", help='The date of publication, from which "Tuesday" is counted.'
)
LANGUAGE = click.option(
    "--language", metavar="CODE", help="The language of the article, such as es, if no source declares it."
)
SINCE = click.option(
    "--since",
    type=PATH,
    metavar="FILE",
    help="The JSON output of an earlier run: findings that are already in it do not fail.",
)
DRAFT = click.option(
    "--draft",
    metavar="ID|FILE|-",
    shell_complete=DRAFTS,
    help="Check this source or claims file against all others; report only what involves it.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """The options of every command that runs a check."""

    workspace: Path | None
    sources: Path | None
    fail_on: str | None
    today: str | None
    quiet: bool
    no_color: bool
    rules: bool
    engine: str
    master: str
    scratch: Path | None

    @property
    def root(self) -> Path:
        """The folder of the workspace; raises `InputError` if there is none."""
        return workspace_root(self.workspace)

    def options(self, **more: Any) -> Options:
        """How to run the check; `more` is what a command adds."""
        from crosscheck.loading import Options

        return Options(
            today=self.today or today(),
            texts=self.sources,
            fail_on=self.fail_on,
            run_rules=self.rules,
            engine=self.engine,
            master=self.master,
            scratch=self.scratch,
            **more,
        )

    def progress(self) -> TerminalProgress:
        """A context that shows on a terminal how far a run is."""
        from crosscheck.progress import TerminalProgress

        return TerminalProgress(shown=not self.quiet)

    @property
    def color(self) -> bool:
        return not self.no_color and wants_color()


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `RunOptions`, as its first argument."""

    @wraps(command)
    def wrapped(**options: Any) -> None:
        _show_warnings_as_notes(quiet=options["quiet"])
        run = RunOptions(**{name: options.pop(name) for name in RunOptions.__dataclass_fields__})
        click.get_current_context().color = run.color  # else click takes colours out of what is no terminal
        command(run, **options)

    made: Callable[..., Any] = wrapped
    for option in (
        click.option("--scratch", type=PATH, metavar="DIR", help="A folder that the cluster's workers share."),
        click.option("--master", default="local[*]", metavar="URL", help="The cluster of --engine spark."),
        click.option(
            "--engine",
            type=click.Choice(ENGINES),
            default=ENGINES[0],
            help="Where values are read and items screened.",
        ),
        RULES,
        click.option("--no-color", is_flag=True, help="Print without colours."),
        click.option("--quiet", is_flag=True, help="Print nothing but findings and problems."),
        click.option(
            "--today", type=Day(), help="The date used to decide whether decisions have expired (default: today)."
        ),
        click.option(
            "--fail-on",
            type=click.Choice(FAIL_ON),
            help="The weakest verdict that fails (default: the setting, else tension).",
        ),
        click.option("--sources", type=PATH, help="Folder with the texts of the sources, to check quotes."),
        WORKSPACE,
    ):
        made = option(made)
    return made


def _show_warnings_as_notes(*, quiet: bool) -> None:
    """Rule modules that use former names cause warnings: one line each, without a path of this machine."""

    def note(
        message: Warning | str,
        category: type[Warning],  # noqa: ARG001
        filename: str,
        lineno: int,
        line: str | None = None,  # noqa: ARG001
    ) -> str:
        return "" if quiet else f"note: rules/{Path(filename).name}:{lineno}: {message}\n"

    warnings.formatwarning = note


def inputs_of(root: Path | None, texts: Path | None, since: Path | None, draft: str | None) -> tuple[Path, ...]:
    """What a run on the workspace `root` reads, and so must not write to."""
    from crosscheck.workspace import inputs

    named = [path for path in (since, Path(draft) if draft is not None else None) if path is not None and path.exists()]
    if draft is not None and root is not None and (root / draft).is_file():
        named.append(root / draft)
    return (*inputs(root, texts), *named)


def problems_exit(command: Callable[..., Any]) -> Callable[..., Any]:
    """End a command on wrong input, or what breaks it off, with its messages and exit code. Adds --debug."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> None:
        from crosscheck.loading import NothingToCheck
        from crosscheck.outputs import text, write_problems
        from crosscheck.problems import InputError, SystemFailure

        run = next((arg for arg in args if isinstance(arg, RunOptions)), None)
        workspace = run.workspace if run is not None else options.get("workspace")

        def write(problems: Iterable[Problem], *, stdout: bool = True) -> None:
            root = workspace_root_if_any(workspace)
            texts = run.sources if run is not None else None
            inputs = inputs_of(root, texts, options.get("since"), options.get("draft"))
            format = options.get("format") if stdout else None
            write_problems(problems, format, options.get("output", ()), root=root, inputs=inputs)

        try:
            command(*args, **options)
        except InputError as error:
            write(error.problems)
            is_check = click.get_current_context().info_name not in LOOK_UPS
            told = text.render_problems(error.problems, is_check=is_check)
            say(told, err=True, nl=False)
            sys.exit(WRONG_INPUT)
        except NothingToCheck:
            write([])
            say("there are no claims to check: put a claims file into claims/", err=True)
            sys.exit(NOTHING_TO_CHECK)
        except SystemFailure as error:
            say(str(error), err=True)
            sys.exit(FAILED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            failure.report(error, write)
            sys.exit(FAILED)

    return failure.DEBUG(wrapped)


def workspace_root(workspace: Path | None) -> Path:
    """The folder that is named, else the nearest that has settings; raises `InputError`."""
    from crosscheck.files import present
    from crosscheck.workspace import find

    if workspace is not None and not present(workspace / "crosscheck.toml", "crosscheck.toml"):
        from crosscheck.problems import InputError, Position, Problem

        what = "is not a folder"
        if workspace.is_dir():
            what = "has no crosscheck.toml; an empty file of that name makes a folder a workspace"
        raise InputError([Problem(Position("--workspace"), f"{workspace.name or workspace} {what}")])
    return workspace if workspace is not None else find(Path.cwd())


def workspace_root_if_any(workspace: Path | None) -> Path | None:
    """The workspace, or None where there is none."""
    from crosscheck.problems import InputError

    try:
        return workspace_root(workspace)
    except (InputError, OSError):
        return None


def wants_color() -> bool:
    """Whether standard output is painted: `NO_COLOR` says no, even if it is empty, else `FORCE_COLOR` says yes."""
    if "NO_COLOR" in os.environ:
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print what people read, at a terminal as wide as that is."""
    from crosscheck.outputs.wrapping import for_terminal

    click.echo(for_terminal(text, sys.stderr if err else sys.stdout), err=err, nl=nl)


def today() -> str:
    return datetime.date.today().isoformat()
