"""A workspace with tables: their claims beside those of its files, on the engine that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.archive.archive import Archive
from crosscheck.archive.engine import Engine, Vocabulary
from crosscheck.archive.fetching import ClaimFetcher
from crosscheck.archive.scan import scan
from crosscheck.archive.tables import Tables
from crosscheck.model import Claim, ReadingSettings
from crosscheck.problems import Problems
from crosscheck.vocabulary import Names
from crosscheck.workspace import DraftPlace, Workspace, check_draft, load, with_undeclared
from crosscheck.workspace.settings import TableSettings


def engine_of(name: str, master: str = "local[*]", scratch: Path | None = None) -> Engine:
    """The engine called `name` ("local" or "spark"); `master` is the address of a cluster, `scratch` a folder of its.

    Raises `InputError` if it cannot run.
    """
    if name == "local":
        from crosscheck.archive.duckdb import DuckDB

        return DuckDB()
    from crosscheck.archive.spark import Spark

    return Spark(master, scratch)


@dataclass(frozen=True)
class ArchiveClaims:
    """All claims of a workspace with tables, made while somebody goes through them."""

    archive: Archive

    def __iter__(self) -> Iterator[Claim]:
        return self.archive.claims()

    def __len__(self) -> int:
        return self.archive.tables.claims_count


def opened(
    workspace: Workspace, draft: DraftPlace | None, engine: Engine, problems: Problems
) -> tuple[Workspace, Archive]:
    """A workspace with the sources and claims of its tables too, and the plan that knows them."""
    settings = workspace.settings.tables
    scanned = [(path, scan(path, workspace.root, settings, engine.scratch, problems)) for path in workspace.tables]
    sheets = [sheet for _, sheet in scanned if sheet is not None]
    numbers = {path.resolve(): sheets.index(sheet) + 1 for path, sheet in scanned if sheet is not None}
    path = draft.path.resolve() if draft is not None and draft.path is not None else None
    given = Vocabulary(workspace.attributes, workspace.names, workspace.sources, workspace.settings.readings)
    tables = Tables(
        engine,
        sheets,
        list(workspace.claims),
        given,
        problems,
        drafted=workspace.drafted,
        draft_part=numbers.get(path) if path else None,
        replaces=workspace.replaces,
    )
    archive = Archive(tables, given, problems, lenient=settings.unreadable == "warn")
    sources = with_undeclared(workspace.sources, tables.of_source, _labels(tables))
    if draft is not None and draft.source is not None:
        check_draft(draft.source, sources, problems)
    made = replace(workspace, sources=sources, claims=ArchiveClaims(archive), drafted=tables.drafted)
    return made, archive


def load_all(root: Path) -> Workspace:
    """The workspace in `root` with all of its claims in the order of their ids; raises `InputError`."""
    problems = Problems()
    workspace = load(root, None, problems)
    if workspace.tables:
        workspace, _ = opened(workspace, None, engine_of("local"), problems)
    problems.raise_any()
    return workspace


def table_claims(
    path: Path, root: Path, settings: TableSettings, problems: Problems
) -> tuple[list[Claim], dict[str, str]]:
    """The claims of one table in the order of its rows, without ids where none is written; labels of sources by id."""
    engine = engine_of("local")
    sheet = scan(path, root, settings, engine.scratch, problems)
    if sheet is None:
        return [], {}
    nothing = Vocabulary({}, Names.of(()), {}, ReadingSettings())
    tables = Tables(engine, [sheet], [], nothing, problems)
    return list(ClaimFetcher(tables, nothing.names).as_written()), _labels(tables)


def _labels(tables: Tables) -> dict[str, str]:
    """What tables call sources, by id."""
    return {id: " ".join(label.split()) for label, id in tables.labels.items()}
