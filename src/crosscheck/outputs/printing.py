"""Where outputs go: standard output, or files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from crosscheck.files import write_file
from crosscheck.model import Result, Severity
from crosscheck.outputs import json, text
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

FORMATS = ("text", "json")
_LEAST = {"text": Severity.NOTE, "json": Severity.NONE}

Target = tuple[str, Path | None]


def targets(format: str, outputs: Iterable[str]) -> list[Target]:
    """What to write where: `format` to standard output, and each `F=FILE`; raises `InputError`."""
    found: list[Target] = [(format, None)]
    problems = []
    for output in outputs:
        name, equals, file = output.partition("=")
        if not equals or not file or name not in FORMATS:
            near = "" if name in FORMATS else did_you_mean(name, FORMATS)
            problems.append(
                Problem(Position("--output"), f"{shown(output)} is not F=FILE with F one of {', '.join(FORMATS)}{near}")
            )
        else:
            found.append((name, Path(file)))
    if problems:
        raise InputError(problems)
    return found


def least(format: str, given: str | None) -> Severity:
    """The least severity that a format prints."""
    return Severity[given.upper()] if given is not None else _LEAST[format]


def write(result: Result, wanted: Iterable[Target], min_severity: str | None, *, color: bool, quiet: bool) -> None:
    """Write a result in every wanted format."""
    for format, path in wanted:
        floor = least(format, min_severity)
        shown_result = replace(result, findings=tuple(f for f in result.findings if f.verdict.severity >= floor))
        if format == "json":
            made = json.render(shown_result)
        else:
            made = text.render(shown_result, color=color and path is None, summary=not quiet)
        if path is None:
            click.echo(made, nl=False)
        else:
            write_file(path, made)


def summary_line(result: Result, *, color: bool) -> str:
    return text.summary_line(result, text.Painter(color))
