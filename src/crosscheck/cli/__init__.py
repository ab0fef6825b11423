"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any

import click

from crosscheck import __version__

COMMANDS = {
    "accept": "Turn the accepted proposals in a file into claims.",
    "check": "Find where the sources contradict each other. Exit 1 if a finding fails.",
    "convert": "Write claims in another format. FROM and TO are .yaml, .csv, .parquet, .jsonl, or a folder of claims "
    "files.",
    "coverage": "Show how much of each source's text has claims. Lists the figures and dates that have none.",
    "export": "Write what decisions found wrong as ClaimReview (JSON-LD). Archives of fact-checks read it.",
    "init": "Make a workspace in DIR (default: here). A check of its example finds one contradiction.",
    "items": "List the items of the workspace. With WORDs, only those that contain any of them, best match first.",
    "lsp": "Serve an editor: marks, readings, completion. It speaks over standard input and output.",
    "proofread": "Show what other sources say about each figure and date of a draft. Exit 1 if an accepted "
    "figure fails.",
    "propose": "Propose claims for the figures and dates of an article. They go to proposals/ID.yaml, and none counts "
    "until you accept it.",
    "read": 'Show how values are read. "-" reads one per line from standard input.',
    "report": "Write reports/index.html. Exit 0 once it is written.",
    "resolve": "Record a decision on findings in resolutions.yaml.",
    "review": "Decide in the browser, on this machine. Ctrl-C stops it.",
    "rule": "List the rules, or print the page of one, by code or name.",
    "schema": "Print a JSON Schema, for editors and programs. Without NAME, list them.",
    "show": "Print one finding. The beginning of its id is enough if it is unambiguous.",
}
"""Each command with its help, whose first sentence stands in the list of commands: here, so that `crosscheck --help`
loads none of them."""


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
        with formatter.section("Commands"):
            formatter.write_dl([(name, text.partition(". ")[0].removesuffix(".")) for name, text in COMMANDS.items()])

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
