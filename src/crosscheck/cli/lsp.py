"""`crosscheck lsp`."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path

import click

from crosscheck.cli.common import WORKSPACE, problems_exit, today, workspace_root
from crosscheck.problems import InputError, Position, Problem


@click.command()
@WORKSPACE
@click.option("--rules/--no-rules", default=False, help="Run the workspace's own rules, which are code (default: no).")
@problems_exit
def command(workspace: Path | None, rules: bool) -> None:
    try:
        import_module("pygls")
    except ModuleNotFoundError:
        what = "needs pygls: python -m pip install pygls"
        raise InputError([Problem(Position("lsp", 0, 0), what)]) from None
    from crosscheck.language_server.server import make_server
    from crosscheck.loading import Options
    from crosscheck.model import Severity

    root = workspace_root(workspace) if workspace is not None else None
    gc.enable()  # it runs for days
    stdout, sys.stdout = sys.stdout, sys.stderr  # what a rule prints must not break the protocol
    try:
        server = make_server(root, lambda: Options(today=today(), least=Severity.NOTE, run_rules=rules))
        server.start_io(sys.stdin.buffer, stdout.buffer)
    finally:
        sys.stdout = stdout
