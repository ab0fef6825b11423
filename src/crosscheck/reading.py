"""Claims as items, of files and of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from crosscheck.claims.items import KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.kinds import with_kinds
from crosscheck.claims.reader import ClaimReader
from crosscheck.claims.sources import Publications, Witnesses
from crosscheck.claims.values import Dates, Ground
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.model import (
    AllItems,
    Attribute,
    Item,
    Kind,
    Policy,
    Severity,
)
from crosscheck.problems import Problem, Problems
from crosscheck.progress import Progress
from crosscheck.relations.joining import WorkspaceRelations, subjects_in
from crosscheck.workspace import Workspace

if TYPE_CHECKING:
    from crosscheck.archive.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What claims mean.

    `items` are all of them, of `item_count`, and `several_count` have claims of two sources or more. `judged` are those
    that rules look at, of which there are `count`; in others rules would find so many agreements and superseded values.
    `named` are the rows of items that relations name; `kinds` are those of the attributes, by normalised name. Of the
    claims, `unreadable` cannot be read; where the settings leave these out, `unread` says why. `not_looked_at` says how
    many have not been read by now, as nobody has asked for their items.
    """

    items: Callable[[Policy], AllItems]
    item_count: int
    several_count: int
    judged: Iterable[Item]
    count: int
    relations: WorkspaceRelations
    named: Sequence[KeyedRow]
    kinds: Mapping[str, Kind]
    unreadable: int = 0
    unread: tuple[Problem, ...] = ()
    agreements: int = 0
    superseded: int = 0
    not_looked_at: Callable[[], int] = int


def read_files(workspace: Workspace, problems: Problems) -> Read:
    """Read the claims of claims files, and what follows from them, into items; raises `InputError`."""
    settings, claims = workspace.settings.readings, workspace.claims
    assert isinstance(claims, Sequence)
    publications = Publications(workspace.sources, Dates(settings), problems, workspace.unpublished)
    attributes = with_kinds(workspace.attributes, claims, publications, settings, problems)
    ground = Ground(attributes, workspace.names, settings)
    reader = ClaimReader(ground, publications, problems)
    rows = list(keyed(reader.read(claims), ground))
    for unread in reader.unread:
        unread.add_to(problems)
    published = publications.rows(reader.witnesses)
    subjects = subjects_in(rows, workspace.names)
    relations = WorkspaceRelations(workspace.relations, attributes, workspace.names, published, subjects)
    keys = relations.keys
    named = [row for row in rows if row.key in keys]
    derived = relations.derived(named, settings, problems)
    items = grouped([*rows, *derived], workspace.names)
    check_axes(items, problems)
    problems.raise_any()
    return Read(
        items=partial(ListedItems, items),
        item_count=len(items),
        several_count=sum(item.has_several_sources for item in items),
        judged=items,
        count=len(items),
        relations=relations,
        named=[*named, *derived],
        kinds=_kinds(attributes),
    )


def read_tables(
    archive: Archive,
    workspace: Workspace,
    least: Severity | None,
    problems: Problems,
    progress: Progress,
    *,
    on_demand: bool = False,
) -> Read:
    """Read the claims of tables, and of the files beside them; what is less severe than `least` is only counted.

    `least` None: every item is judged. Of a draft, all that it speaks of is, and nothing else. `on_demand`: values of
    tables are only read when their items are made. Raises `InputError`.
    """
    from crosscheck.archive.remarks import ArchiveItems

    settings = workspace.settings.readings
    publications = Publications(workspace.sources, Dates(settings), problems, workspace.unpublished)
    archive.complete(publications, on_demand=on_demand)
    published = publications.rows(Witnesses(workspace.sources, workspace.names))
    relations = WorkspaceRelations(
        workspace.relations, archive.attributes.declared, workspace.names, published, archive.subjects
    )
    archive.judge(relations.keys)
    named = archive.rows_on_related()
    derived = relations.derived(named, settings, problems)
    problems.raise_any()
    progress.begin("screening items")
    count = archive.pick(least)
    return Read(
        items=partial(ArchiveItems, archive, derived),
        item_count=archive.items_count + len(archive.only_derived(derived)),
        several_count=archive.several_sources([*named, *derived]),
        judged=archive.items(derived),
        count=count,
        relations=relations,
        named=[*named, *derived],
        kinds=_kinds(archive.attributes.declared),
        unreadable=archive.unread,
        unread=archive.unread_notes,
        agreements=archive.agreements,
        superseded=archive.superseded,
        not_looked_at=archive.not_looked_at,
    )


def _kinds(attributes: Mapping[str, Attribute]) -> dict[str, Kind]:
    return {name: attribute.kind for name, attribute in attributes.items() if attribute.kind is not None}
