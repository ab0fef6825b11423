"""`crosscheck convert`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import PATH, problems_exit, say, workspace_root, workspace_root_if_any


@click.command()
@click.argument("source", metavar="FROM", type=PATH)
@click.argument("target", metavar="TO", type=PATH)
@click.option("--overwrite", is_flag=True, help="Replace existing files.")
@click.option(
    "--numbers-as-text", is_flag=True, help="Turn a table's numbers into text, for YAML and CSV, which hold only text."
)
@click.option("--workspace", type=PATH, help="The workspace whose settings describe the tables.")
@problems_exit
def command(source: Path, target: Path, overwrite: bool, numbers_as_text: bool, workspace: Path | None) -> None:
    from crosscheck.conversion import convert
    from crosscheck.outputs.text import printable
    from crosscheck.problems import Problems
    from crosscheck.workspace.settings import FILE, TableSettings, load_settings

    root = workspace_root(workspace) if workspace is not None else workspace_root_if_any(None)
    problems = Problems()
    tables = TableSettings() if root is None else load_settings(root / FILE, problems).tables
    problems.raise_any()
    for line in convert(source, target, tables, overwrite=overwrite, as_text=numbers_as_text):
        say(printable(line))
