"""Outputs: one module a format, each a function from a result to text; here they are written to where they go.

A format is a module beside this one and a line of `FORMATS`, where it has the name of its module. It is imported only
when it is written.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from crosscheck.files import why_not_written, write_file
from crosscheck.model import Result, Severity
from crosscheck.outputs.wrapping import for_terminal
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.rules import LoadedRule


class Format(NamedTuple):
    """A format's module has `render(result)` and `render_problems(problems)`.

    `least` is the least severity that it prints where none is asked for. `takes` names the further arguments of
    `render`; `render_problems` takes `prefix` and `repository`, too, where they are among them. A format that is
    `in_parts` has a function `parts`, too, which takes the same and yields what `render` returns.
    """

    least: Severity = Severity.NOTE
    takes: tuple[str, ...] = ()
    in_parts: bool = False


FORMATS = {
    "text": Format(takes=("color", "summary"), in_parts=True),
    "json": Format(least=Severity.NONE, in_parts=True),
    "sarif": Format(takes=("rules", "prefix", "repository")),
    "junit": Format(takes=("prefix",)),
    "github": Format(takes=("prefix",)),
    "gitlab": Format(takes=("prefix",)),
    "csv": Format(in_parts=True),
    "markdown": Format(takes=("prefix",)),
}

Target = tuple[str, Path | None]


def targets(format: str, outputs: Iterable[str], root: Path | None, inputs: Collection[Path]) -> list[Target]:
    """What to write where: `format` to standard output, and each `F=FILE`; raises `InputError`.

    No file may be among the `inputs` of a run on the workspace `root`, or get two formats.
    """
    found: list[Target] = [(format, None)]
    taken: set[Path] = set()
    problems = []
    for output in outputs:
        name, equals, file = output.partition("=")
        if not equals or not file or name not in FORMATS:
            near = "" if name in FORMATS else did_you_mean(name, FORMATS)
            problems.append(
                Problem(Position("--output"), f"{shown(output)} is not F=FILE with F one of {', '.join(FORMATS)}{near}")
            )
            continue
        path = Path(file)
        why = why_not_written(path, root, inputs)
        if why is None and path.resolve() in taken:
            why = "gets two formats; name a file for each"
        if why is not None:
            problems.append(Problem(Position("--output"), f"{shown(path.name)} {why}"))
        elif path.is_file() or not path.exists():  # a device takes several
            taken.add(path.resolve())
        found.append((name, path))
    if problems:
        raise InputError(problems)
    return found


def least(format: str, min_severity: str | None) -> Severity:
    """The least severity that a format prints."""
    return Severity[min_severity.upper()] if min_severity is not None else FORMATS[format].least


def write(
    result: Result,
    wanted: Iterable[Target],
    min_severity: str | None,
    *,
    color: bool,
    quiet: bool,
    only_failing: bool = False,
    root: Path | None = None,
    rules: Iterable[LoadedRule] | None = None,
) -> None:
    """Write a result in every wanted format, standard output last; raises `InputError` before it, if a file cannot be.

    `rules` are those that were applied (default: those that ship); `root` is the workspace, for the
    formats whose readers know files by their path in the repository.
    """
    made: list[tuple[str, Path | None, Iterable[str]]] = []
    for format, path in wanted:
        floor = least(format, min_severity)
        found = (f for f in result.findings if f.verdict.severity >= floor and (f.fails or not only_failing))
        printed = replace(result, findings=tuple(f.shortened() for f in found))
        if only_failing:
            printed = _without_what_does_not_fail(printed)
        takes = FORMATS[format].takes
        known = {
            "color": color and path is None,
            "summary": not quiet,
            "prefix": prefix_of(root),
            "repository": repository_of_ci(),
            "rules": rules,
        }
        module, arguments = _module(format), {name: known[name] for name in takes}
        has_parts = FORMATS[format].in_parts
        parts = module.parts(printed, **arguments) if has_parts else [module.render(printed, **arguments)]
        made.append((format, path, parts))
    for format, path, parts in sorted(made, key=lambda one: one[1] is None):
        if path is None:
            for part in parts:
                _print(format, part)
        else:
            write_file(path, parts)


def _without_what_does_not_fail(result: Result) -> Result:
    """Without the lines of a draft that do not fail, and without decisions and findings that are gone."""
    rest = replace(result, stale=(), gone=())
    if result.draft is None:
        return rest
    lines = tuple(line for line in result.draft if line.fails)
    return replace(rest, draft=lines, draft_counts=Counter(line.status for line in result.draft))


def write_problems(
    problems: Iterable[Problem],
    format: str | None,
    outputs: Iterable[str],
    *,
    root: Path | None = None,
    inputs: Collection[Path] = (),
) -> None:
    """Write problems in every wanted format, so that no file of an earlier run is taken for one of this run.

    As text they go to standard error, which is the caller's. A file that cannot or must not be written is passed over:
    if that is not among the problems, something worse is.
    """
    found = tuple(problems)
    for output in outputs:
        name, _, file = output.partition("=")
        if name in FORMATS and file and why_not_written(Path(file), root, inputs) is None:
            with suppress(InputError, OSError):
                write_file(Path(file), _rendered(found, name, root))
    if format in FORMATS and format != "text":
        _print(format, _rendered(found, format, root))


def _rendered(problems: tuple[Problem, ...], format: str, root: Path | None) -> str:
    known = {"prefix": prefix_of(root), "repository": repository_of_ci()}
    wanted = {name: value for name, value in known.items() if name in FORMATS[format].takes}
    made: str = _module(format).render_problems(problems, **wanted)
    return made


def prefix_of(root: Path | None) -> str:
    """The path from the repository that a workspace lies in to the workspace, such as `newsroom/`."""
    if root is None:
        return ""
    place = root.resolve()
    repository = next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), place)
    path = place.relative_to(repository).as_posix()
    return "" if path == "." else f"{path}/"


def repository_of_ci() -> str | None:
    """The address of the repository that GitHub's runner names: that of the action, else the one that is checked."""
    variables = os.environ
    server = variables.get("GITHUB_SERVER_URL", "").rstrip("/")
    name = variables.get("GITHUB_ACTION_REPOSITORY") or variables.get("GITHUB_REPOSITORY", "")
    is_sound = re.fullmatch(r"https?://[\w.:-]+", server) and re.fullmatch(r"[\w.-]+/[\w.-]+", name)
    return f"{server}/{name}" if is_sound else None


def _module(format: str) -> Any:
    return import_module(f"{__name__}.{format}")


def _print(format: str, content: str) -> None:
    """Text goes out as the terminal has it; every other format is the same bytes everywhere."""
    click.echo(for_terminal(content, sys.stdout) if format == "text" else content.encode(), nl=False)
