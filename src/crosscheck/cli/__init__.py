"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any

import click

from crosscheck import __version__

COMMANDS = {
    "check": "Find where the sources contradict each other; exit 1 if a finding fails.",
    "convert": "Write claims in another format: FROM and TO are .yaml, .csv, .parquet, .jsonl, or a folder of claims "
    "files.",
    "coverage": "Show how many figures and dates of each source's text are curated, and list those that are not.",
    "init": "Make a workspace in DIR (default: here), with an example in which a check finds something.",
    "items": "List the items of the workspace; with WORDs, only those that contain any of them, best match first.",
    "read": 'Show how values are read; "-" reads one per line from standard input.',
    "report": "Write reports/index.html; exit 0 once it is written.",
    "resolve": "Record a decision on findings in resolutions.yaml.",
    "review": "Decide in the browser, on this machine; Ctrl-C stops it.",
    "rule": "List the rules, or print the page of one, by code or name.",
    "schema": "Print a JSON Schema, for editors and programs; without NAME, list them.",
    "show": "Print one finding; the beginning of its id is enough if it is unambiguous.",
}
"""Each command with its help: here, so that `crosscheck --help` loads none of them."""


class Commands(click.Group):
    """A command is the `command` of the module that is called as it is."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        command.name, command.help = cmd_name, COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section("Commands"):
            shorts = [click.Command(name, help=text).get_short_help_str(limit) for name, text in COMMANDS.items()]
            formatter.write_dl(list(zip(COMMANDS, shorts, strict=True)))

    def main(self, *args: Any, **extra: Any) -> Any:
        from crosscheck.cli import failure

        with failure.whole_stdout():
            return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            from crosscheck.cli.common import INTERRUPTED

            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosscheck")
def main() -> None:
    """Cross-check curated claims and find where sources contradict each other."""
    # Claims make no cycles, and a run is short: collecting them over and over takes a third of its time.
    gc.disable()
