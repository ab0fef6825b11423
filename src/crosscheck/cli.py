"""The command line: commands and exit codes."""

from __future__ import annotations

import datetime
import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from crosscheck import __version__

FOUND_NOTHING, FAILS, WRONG_INPUT, NOTHING_TO_CHECK = 0, 1, 2, 3

FAIL_ON = click.Choice(["contradiction", "tension", "none"])
DECISION = click.Choice(["source_wrong", "all_wrong", "both_right", "our_error", "unsure"])
KIND = click.Choice(["date", "money", "count", "share", "duration", "quantity", "category", "names", "quotation"])
FORMAT = click.Choice(["text", "json", "sarif", "junit", "github", "gitlab", "csv"])
ENGINE = click.Choice(["local", "spark"])
SEVERITY = click.Choice(["none", "note", "warning", "error"])


class Day(click.ParamType[str]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-22", param, ctx)


@dataclass(frozen=True, slots=True)
class Common:
    """The options that every command on a workspace takes."""

    workspace: Path | None
    sources: Path | None
    fail_on: str | None
    today: str | None
    quiet: bool
    no_color: bool
    engine: str
    master: str
    scratch: Path | None

    def options(self, **more: Any) -> Any:
        """How to run the check; `more` is what a command adds."""
        from crosscheck.pipeline import Options

        return Options(
            today=self.today or _today(), texts=self.sources, fail_on=self.fail_on, engine=self.engine,
            master=self.master, scratch=self.scratch, **more,
        )  # fmt: skip

    def progress(self) -> Any:
        """A context in which people are told how far a run is."""
        from crosscheck.outputs.progress import Progress

        return Progress(shown=not self.quiet)

    @property
    def color(self) -> bool:
        return not self.no_color and _on_terminal()


def _on_terminal() -> bool:
    return "NO_COLOR" not in os.environ and sys.stdout.isatty()


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `Common`, as its first argument."""

    @wraps(command)
    def wrapped(**options: Any) -> None:
        command(Common(**{name: options.pop(name) for name in Common.__dataclass_fields__}), **options)

    made: Callable[..., Any] = wrapped
    for option in (
        click.option(
            "--scratch",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="A folder that the cluster's workers share.",
        ),
        click.option("--master", default="local[*]", metavar="URL", help="The cluster of --engine spark."),
        click.option("--engine", type=ENGINE, default="local", help="Where values are read and items screened."),
        click.option("--no-color", is_flag=True, help="Print without colours."),
        click.option("--quiet", is_flag=True, help="Print nothing but findings and problems."),
        click.option("--today", type=Day(), help="The day that decisions expire by (default: today)."),
        click.option(
            "--fail-on", type=FAIL_ON, help="The weakest verdict that fails (default: the setting, else tension)."
        ),
        click.option(
            "--sources", type=click.Path(path_type=Path), help="Folder with the texts of the sources: checks quotes."
        ),
        click.option(
            "--workspace", type=click.Path(path_type=Path), help="Folder of the workspace (default: the nearest)."
        ),
    ):
        made = option(made)
    return made


SINCE = click.option(
    "--since", type=click.Path(path_type=Path), metavar="FILE",
    help="The JSON output of an earlier run: what it has already does not fail.",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosscheck")
def main() -> None:
    """Cross-check curated claims and find where sources contradict each other."""
    # Claims make no cycles, and a run is short: collecting them over and over takes a third of its time.
    gc.disable()


def problems_exit(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn what a run refuses into its message and exit code."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> None:
        from crosscheck.outputs import printing, text
        from crosscheck.pipeline import NothingToCheck
        from crosscheck.problems import InputError

        wanted = (options.get("format"), options.get("output", ()))
        workspace = next((given.workspace for given in args if isinstance(given, Common)), options.get("workspace"))
        try:
            command(*args, **options)
        except InputError as error:
            printing.write_problems(error.problems, *wanted, root=_place(workspace))
            click.echo(text.render_problems(error.problems), err=True, nl=False)
            sys.exit(WRONG_INPUT)
        except NothingToCheck:
            printing.write_problems([], *wanted)
            click.echo("there is no claim to check: put a claims file into claims/", err=True)
            sys.exit(NOTHING_TO_CHECK)

    return wrapped


def _root(workspace: Path | None) -> Path:
    from crosscheck.workspace import find

    if workspace is not None and not (workspace / "crosscheck.toml").is_file():
        from crosscheck.problems import InputError, Position, Problem

        what = "has no crosscheck.toml" if workspace.is_dir() else "is no folder"
        raise InputError([Problem(Position("--workspace"), f"{workspace.name or workspace} {what}")])
    return workspace if workspace is not None else find(Path.cwd())


def _place(workspace: Path | None) -> Path | None:
    """The workspace, or None where that is what is wrong."""
    from crosscheck.problems import InputError

    try:
        return _root(workspace)
    except InputError:
        return None


def _today() -> str:
    return datetime.date.today().isoformat()


@main.command()
@common
@click.option("--format", "format", type=FORMAT, default="text", help="What to print.")
@click.option("--output", multiple=True, metavar="F=FILE", help="Write format F to FILE; may be repeated.")
@click.option("--min-severity", type=SEVERITY, help="The least severity to print (default: note; json none).")
@click.option(
    "--draft", metavar="ID|FILE", help="Only what involves this source, or this claims file outside of the workspace."
)
@SINCE
@problems_exit
def check(
    given: Common, format: str, output: tuple[str, ...], min_severity: str | None, draft: str | None,
    since: Path | None,
) -> None:  # fmt: skip
    """Find what the sources contradict each other in; exit 1 if a finding fails."""
    from crosscheck.outputs import printing
    from crosscheck.pipeline import check as run
    from crosscheck.pipeline import rules_of

    targets = printing.targets(format, output)
    least = min(printing.least(name, min_severity) for name, _ in targets)
    root = _root(given.workspace)
    if not given.quiet and (root / ".crosscheck").is_dir():
        click.echo("note: .crosscheck/ is no longer used and can be deleted", err=True)
    with given.progress() as watch:
        result = run(root, given.options(draft=draft, least=least, since=since), watch)
    for note in () if given.quiet else result.notes:
        click.echo(f"note: {note}", err=True)
    printing.write(
        result, targets, min_severity, color=given.color, quiet=given.quiet, root=root, rules=lambda: rules_of(root)
    )
    sys.exit(FAILS if result.summary["failing"] else FOUND_NOTHING)


@main.command()
@common
@SINCE
@problems_exit
def report(given: Common, since: Path | None) -> None:
    """Write reports/index.html; exit 0 once it is written."""
    from crosscheck.files import write_file
    from crosscheck.outputs import printing
    from crosscheck.outputs.report import render
    from crosscheck.pipeline import check as run

    root = _root(given.workspace)
    target = root / "reports" / "index.html"
    with given.progress() as watch:
        result = run(root, given.options(since=since), watch)
        watch.begin("writing the report")
        write_file(target, render(result))
    if not given.quiet:
        click.echo(printing.summary_line(result, color=given.color))
        click.echo("wrote reports/index.html")


@main.command()
@common
@SINCE
@click.option("--port", type=click.IntRange(1, 65535), help="The port on this machine (default: one that is free).")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
@problems_exit
def review(given: Common, since: Path | None, port: int | None, no_browser: bool) -> None:
    """Decide in the browser, on this machine; Ctrl-C stops it."""
    from crosscheck.review.serve import serve

    tell = (lambda _: None) if given.quiet and not no_browser else click.echo
    options = given.options(since=since)
    serve(_root(given.workspace), options, today=given.today, port=port, browser=not no_browser, tell=tell)


@main.command()
@common
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--decision", type=DECISION, help="What was found.")
@click.option("--reason", default="", help="Why, for those who come later.")
@click.option("--by", default="", help="Who decided.")
@click.option(
    "--wrong", multiple=True, metavar="CLAIM|SOURCE", help="What is wrong, with source_wrong; may be repeated."
)
@click.option("--expires", type=Day(), help="The last day on which the decision holds.")
@click.option("--undecided", is_flag=True, help="Decide every conflict that waits for a decision.")
@click.option("--list", "list_", is_flag=True, help="List the conflicts that wait for a decision.")
@click.option("--prune", is_flag=True, help="Remove decisions whose finding is gone.")
@problems_exit
def resolve(given: Common, ids: tuple[str, ...], list_: bool, prune: bool, **judgement: Any) -> None:
    """Record a decision on findings in resolutions.yaml."""
    from crosscheck.model import Severity
    from crosscheck.pipeline import check as run
    from crosscheck.review import deciding

    root = _root(given.workspace)
    with given.progress() as watch:
        result = run(root, given.options(least=Severity.NOTE, stale="warn"), watch)
    if list_:
        told = deciding.listing(result)
    elif prune:
        told = deciding.prune(root, result)
    else:
        told = deciding.decide(root, result, ids, given.today or _today(), **judgement)
    if not given.quiet:
        click.echo(told, nl=False)


@main.command()
@common
@click.argument("id_", metavar="ID")
@problems_exit
def show(given: Common, id_: str) -> None:
    """Print one finding; the beginning of its id is enough if no other has it."""
    from crosscheck.decisions.record import named
    from crosscheck.outputs import text
    from crosscheck.pipeline import check as run

    result = run(_root(given.workspace), given.options())
    (finding,) = named(result.findings, [id_])
    click.echo(text.block(finding, text.Painter(given.color)), nl=False)


@main.command()
@click.option("--workspace", type=click.Path(path_type=Path), help="Folder of the workspace (default: the nearest).")
@click.argument("code", required=False)
@problems_exit
def rule(workspace: Path | None, code: str | None) -> None:
    """List the rules, or print what one says of itself (by code or name)."""
    from crosscheck.pipeline import rules_of
    from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

    rules = rules_of(_root(workspace))
    if code is None:
        for known in rules:
            click.echo(f"{known.rule.code}  {known.rule.name:<20}  {known.title}")
        return
    wanted = [known for known in rules if code.lower() in (known.rule.code.lower(), known.rule.name)]
    if not wanted:
        names = [name for known in rules for name in (known.rule.code, known.rule.name)]
        raise InputError([Problem(Position("rule"), f"no rule is called {shown(code)}{did_you_mean(code, names)}")])
    found = wanted[0]
    click.echo(f"{found.rule.code} {found.rule.name}, since {found.rule.since} ({found.origin})\n\n{found.page}")


@main.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT…|-")
@click.option("--kind", type=KIND, help="What to read a value as (default: what its words show).")
@click.option("--unit", help="What a bare number is in, and what the reading is shown in.")
@click.option("--language", default="en", show_default=True)
@click.option("--relative-to", metavar="DATE", help="What a relative date counts from.")
@click.option("--published", metavar="DATE", help="When the source was published.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@problems_exit
def read(
    texts: tuple[str, ...], kind: str | None, unit: str | None, language: str, relative_to: str | None,
    published: str | None, format: str,
) -> None:  # fmt: skip
    """Show how values are read; "-" takes one a line from standard input."""
    from crosscheck.model import Kind
    from crosscheck.outputs import readings as output
    from crosscheck.readings import Context, ReadingError
    from crosscheck.readings import read as read_value

    anchor, publication = _date("--relative-to", relative_to), _date("--published", published)
    context = Context(Kind(kind) if kind else None, unit, anchor, publication, language)
    lines = _stdin_lines() if texts == ("-",) else iter(texts)
    render = output.render_json if format == "json" else output.render_text
    refused = False
    for text in lines:
        try:
            found: Any = read_value(text, context)
        except ReadingError as error:
            found, refused = error, True
        click.echo(render(text, found, unit))
    sys.exit(WRONG_INPUT if refused else 0)


@main.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a workspace in DIR (default: here), with an example in which a check finds something."""
    from crosscheck.problems import InputError
    from crosscheck.scaffold.beginning import begin, what_next

    try:
        written = begin(folder)
    except InputError as error:
        click.echo("\n".join([*map(str, error.problems), "nothing was written"]), err=True)
        sys.exit(WRONG_INPUT)
    click.echo(what_next(folder, written), nl=False)


@main.command()
@click.argument("name", required=False)
@click.option("--output", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Write it, or all of them.")
@click.option(
    "--workspace", type=click.Path(path_type=Path), help="Let editors complete the names that this workspace uses."
)
@problems_exit
def schema(name: str | None, folder: Path | None, workspace: Path | None) -> None:
    """Print a JSON Schema, for editors and programs; without NAME, list them."""
    from crosscheck.scaffold import schemas
    from crosscheck.scaffold.vocabulary import NOTHING_KNOWN, Vocabulary

    known = NOTHING_KNOWN if workspace is None else Vocabulary.of(_root(workspace))
    if folder is not None:
        click.echo(f"wrote {', '.join(schemas.write(folder, [name] if name else schemas.TITLES, known))}")
    elif name is not None:
        click.echo(schemas.render(name, known), nl=False)
    else:
        click.echo("".join(f"{each:<12}  {title}\n" for each, title in schemas.TITLES.items()), nl=False)


@main.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@click.argument("target", metavar="TO", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace what is there.")
@click.option("--numbers-as-text", is_flag=True, help="Make text of the numbers of a table; YAML and CSV have none.")
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace whose settings say how tables are.")
@problems_exit
def convert(source: Path, target: Path, overwrite: bool, numbers_as_text: bool, workspace: Path | None) -> None:
    """Write claims in another format: FROM and TO are .yaml, .csv, .parquet, .jsonl, or a folder of claims files."""
    from crosscheck.conversion import convert as run
    from crosscheck.problems import Problems
    from crosscheck.workspace.settings import FILE, TableSettings, load_settings

    root, problems = _root(workspace) if workspace is not None else _place(None), Problems()
    tables = TableSettings() if root is None else load_settings(root / FILE, problems).tables
    problems.raise_any()
    for line in run(source, target, tables, overwrite=overwrite, as_text=numbers_as_text):
        click.echo(line)


def _stdin_lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode(errors="replace").rstrip("\r\n")


def _date(option: str, text: str | None) -> Any:
    from crosscheck.model import Kind
    from crosscheck.problems import InputError, Position, Problem
    from crosscheck.readings import Context, ReadingError
    from crosscheck.readings import read as read_value

    if text is None:
        return None
    try:
        return read_value(text, Context(Kind.DATE))
    except ReadingError as error:
        raise InputError([Problem(Position(option), f"cannot be read as a date: {error}")]) from None


if __name__ == "__main__":
    main()
