"""`crosscheck schema`."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck.cli.common import PATH, problems_exit, workspace_root


@click.command()
@click.argument("name", required=False)
@click.option("--output", "folder", type=PATH, metavar="DIR", help="Write the schema, or all of them, into DIR.")
@click.option("--workspace", type=PATH, help="Let editors complete the names that this workspace uses.")
@problems_exit
def command(name: str | None, folder: Path | None, workspace: Path | None) -> None:
    from crosscheck import schema
    from crosscheck.schema import NO_SUGGESTIONS, Suggestions

    known = NO_SUGGESTIONS if workspace is None else Suggestions.of(workspace_root(workspace))
    if folder is not None:
        click.echo(f"wrote {', '.join(schema.write(folder, [name] if name else schema.TITLES, known))}")
    elif name is not None:
        click.echo(schema.render(name, known), nl=False)
    else:
        click.echo("".join(f"{each:<12}  {title}\n" for each, title in schema.TITLES.items()), nl=False)
