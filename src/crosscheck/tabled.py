"""Claims in tables: read as columns, and only items in which something may be found are judged."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.engines import Screening, screening
from crosscheck.engines.choice import engine_at
from crosscheck.model import Severity
from crosscheck.pipeline import NothingToCheck, Options, Read
from crosscheck.problems import InputError, Problems
from crosscheck.relations.joining import WorkspaceRelations
from crosscheck.table.axes import check_axes
from crosscheck.table.frame import Table
from crosscheck.table.items import Items
from crosscheck.table.reading import ClaimReader
from crosscheck.watch import Watch
from crosscheck.workspace import Workspace
from crosscheck.workspace.tabled import columns_of


def read_tables(
    workspace: Workspace, options: Options, least: Severity | None, problems: Problems, watch: Watch
) -> Read:
    """Read the claims, and what follows from them; what is less severe than `least` is counted, not judged.

    Every item is judged if `least` is None. Raises `InputError`.
    """
    claims = columns_of(workspace.claims) if isinstance(workspace.claims, Sequence) else workspace.claims
    settings = workspace.settings.readings
    is_lenient = workspace.settings.tables.unreadable == "warn"
    reader = ClaimReader(
        claims, workspace.sources, workspace.attributes, workspace.names, settings, problems, lenient=is_lenient
    )
    with engine_at(options.engine, options.master) as engine:
        try:
            read = reader.read(engine.digest)
        except InputError as error:
            problems.found.extend(error.problems)
            problems.raise_any()
        links = WorkspaceRelations(workspace.relations, reader.attributes, workspace.names, reader.publications())
        items = Items.among(read, links.keys)
        check_axes(read, items, problems)
        named = list(items.rows(links.keys, read))
        derived = links.derived(named, settings, problems)
        table = Table(read, items, derived, links.keys)
        problems.raise_any()
        if not len(claims):
            raise NothingToCheck
        watch.begin("screening items")
        if least is None:
            screened = Screening(table.items(range(len(table))), len(table), 0, 0)
        else:
            screened = screening(engine, table, least=least)
    return Read(
        items=table.whole,
        judged=screened.items,
        count=screened.judged,
        links=links,
        named=[*named, *derived],
        unreadable=read.unread,
        unread=tuple(reader.refusals.told),
        agreements=screened.agreements,
        superseded=screened.superseded,
    )
