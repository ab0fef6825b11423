"""What the Tab key completes: ids of findings, codes of rules, sources, words of items.

Nothing of a workspace is run for it, and no tables are read, which may be large. Where something is wrong, there is
nothing to complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from crosscheck.workspace import Workspace

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Found = Iterable[tuple[str, str]]
"""What may be written, and what it is."""


def _completes(found: Callable[[Path], Found], *, or_files: bool = False) -> Complete:
    """Completes with what is found in the workspace and begins as typed; `or_files`: else with names of files."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
        from crosscheck.cli.common import workspace_root

        fitting: dict[str, str] = {}
        with suppress(Exception):
            for value, what in found(workspace_root(ctx.params.get("workspace"))):
                if value.lower().startswith(incomplete.lower()) and value.isprintable():
                    fitting.setdefault(value, what)
        items = [CompletionItem(value, help=fitting[value] or None) for value in sorted(fitting)]
        return items if items or not or_files else [CompletionItem(incomplete, type="file")]

    return complete


def _workspace(root: Path) -> Workspace:
    """As much of a workspace as can be read."""
    from crosscheck.problems import Problems
    from crosscheck.workspace import load

    return load(root, problems=Problems())


def _ids(root: Path) -> Found:
    """The findings; of a workspace with tables only those that are decided."""
    from crosscheck.cli.common import today
    from crosscheck.decisions import load_resolutions
    from crosscheck.loading import Options
    from crosscheck.model import Severity
    from crosscheck.pipeline import check
    from crosscheck.problems import Problems

    yield from ((one.finding, one.item) for one in load_resolutions(root, Problems()).values())
    if not _workspace(root).tables:
        options = Options(today=today(), run_rules=False, least=Severity.NOTE)
        yield from ((one.id, one.item.title) for one in check(root, options).findings)


def _rules(root: Path) -> Found:
    from crosscheck.loading import rules_of

    for known in rules_of(root, run=False):
        yield known.rule.code, known.title
        yield known.rule.name, known.title


def _sources(root: Path) -> Found:
    return ((id, source.publisher or "") for id, source in _workspace(root).sources.items())


def _claims(root: Path) -> Found:
    """Sources and claims: what may be found wrong."""
    workspace = _workspace(root)
    yield from ((id, source.publisher or "") for id, source in workspace.sources.items())
    yield from ((claim.id, claim.text) for claim in workspace.claims if not workspace.tables)


def _words(root: Path) -> Found:
    for claim in _workspace(root).claims:
        yield from ((word, "") for word in f"{claim.subject} {claim.attribute}".split())


IDS, CODES, SOURCES, CLAIMS, WORDS = map(_completes, (_ids, _rules, _sources, _claims, _words))
DRAFTS = _completes(_sources, or_files=True)
