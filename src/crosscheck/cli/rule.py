"""`crosscheck rule`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import RULES, WORKSPACE, problems_exit, workspace_root
from crosscheck.cli.completion import CODES


@click.command()
@WORKSPACE
@RULES
@click.argument("code", required=False, shell_complete=CODES)
@problems_exit
def command(workspace: Path | None, rules: bool, code: str | None) -> None:
    from crosscheck.loading import rules_of
    from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown

    applied = rules_of(workspace_root(workspace), run=rules)
    if code is None:
        for known in applied:
            click.echo(f"{known.rule.code}  {known.rule.name:<20}  {known.title}")
        return
    wanted = [known for known in applied if code.lower() in (known.rule.code.lower(), known.rule.name)]
    if not wanted:
        names = [name for known in applied for name in (known.rule.code, known.rule.name)]
        what = f"no rule is called {shown(code)}{did_you_mean(code, names)}; `crosscheck rule` lists them"
        raise InputError([Problem(Position("rule", 0), what)])
    found = wanted[0]
    click.echo(f"{found.rule.code} {found.rule.name}, since {found.rule.since} ({found.origin})\n\n{found.page}")
