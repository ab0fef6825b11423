"""A workspace: finding it, and loading its settings, vocabulary, sources and claims."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.files import relative
from crosscheck.model import Attribute, Relation, Source
from crosscheck.problems import InputError, Position, Problem, Problems, did_you_mean, shown
from crosscheck.workspace.settings import FILE, Settings, TableSettings, load_settings

# What needs numpy is loaded when a workspace is: processes that only read claims files do without.
if TYPE_CHECKING:
    from crosscheck.table.claims import Claims
    from crosscheck.table.identity import Separating
    from crosscheck.vocabulary import Names
    from crosscheck.workspace.claims import Library

TABLES = (".csv", ".parquet", ".jsonl", ".ndjson")
SUFFIXES = (".yaml", ".yml", *TABLES)

__all__ = ["Draft", "Workspace", "find", "load"]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that a workspace says, before any value is read.

    `attributes` is by normalised name; `drafted` are the sources that a draft is of.
    `keep` leaves what was read of claims files for the next run; to be called once nothing is wrong.
    """

    root: Path
    settings: Settings
    attributes: dict[str, Attribute]
    names: Names
    sources: dict[str, Source]
    claims: Claims
    relations: tuple[Relation, ...] = ()
    drafted: frozenset[str] = frozenset()
    keep: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Draft:
    """What an editor checks before publication: a source of the workspace, or a claims file outside of it."""

    source: str | None = None
    path: Path | None = None

    @staticmethod
    def of(argument: str, root: Path) -> Draft:
        """An argument names a file, here or in the workspace, if one is there or it looks like one, else a source."""
        path = Path(argument)
        if not path.exists() and (root / path).is_file():
            path = root / path
        if path.suffix.lower() in SUFFIXES or path.is_file():
            return Draft(path=path)
        return Draft(source=argument)


def find(start: Path) -> Path:
    """The nearest folder from `start` upwards that has a crosscheck.toml; raises `InputError`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise InputError(
        [
            Problem(
                Position(FILE),
                "is not in this folder nor above it; an empty file of that name makes a folder a workspace",
            )
        ]
    )


def load(root: Path, draft: Draft | None = None, problems: Problems | None = None) -> Workspace:
    """The workspace in `root`, with `draft`'s claims in place of its source's.

    Every complaint goes to `problems`; without them, raises `InputError`.
    """
    from crosscheck.workspace.relations import load_relations
    from crosscheck.workspace.vocabulary import load_attributes, load_names

    found = Problems() if problems is None else problems
    settings = load_settings(root / FILE, found)
    attributes = load_attributes(root, found)
    names = load_names(root, found)

    separating = {name: attribute.separated_by for name, attribute in attributes.items()}
    relations = load_relations(root, separating, found)

    files = _claims_files(root, settings, found)
    library = _library(files, root, settings.tables, separating, found, cached=True)
    drafted: set[str] = set()
    if draft is not None and draft.path is not None:
        if draft.path.resolve() in {file.resolve() for file in files}:
            drafted = library.claims.sources(relative(draft.path, root))
        else:
            drafted = library.replace(_library([draft.path], root, settings.tables, separating, found))
    sources = library.sources
    for source in filter(None, library.claims.sources() - sources.keys()):
        sources[source] = Source(source, Position("claims"))
    if draft is not None and draft.source is not None:
        drafted = {draft.source}
        if draft.source not in sources:
            near = did_you_mean(draft.source, sources)
            found.add(
                Position("--draft"), f"{shown(draft.source)} is neither a source of this workspace nor a file{near}"
            )
    if problems is None:
        found.raise_any()
    ordered = dict(sorted(sources.items()))
    return Workspace(
        root, settings, attributes, names, ordered, library.claims, relations, frozenset(drafted), library.keep
    )  # fmt: skip


def _library(
    files: list[Path], root: Path, settings: TableSettings, separating: Separating, problems: Problems, *,
    cached: bool = False,
) -> Library:  # fmt: skip
    """The sources and claims of files, each claim with its id."""
    from crosscheck.table.claims import Claims
    from crosscheck.table.identity import with_ids
    from crosscheck.workspace.claims import load_claims

    library = load_claims([path for path in files if not _is_table(path)], root, problems, cached=cached)
    tables = []
    for path in filter(_is_table, files):
        from crosscheck.workspace.tables import load_table

        tables.append(load_table(path, root, settings, problems))
    library.claims = with_ids(Claims.joined([library.claims, *tables]), separating, problems)
    return library


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES


def _claims_files(root: Path, settings: Settings, problems: Problems) -> list[Path]:
    """The claims files in the order of their paths. Links are followed, hidden files and folders are left out."""
    folder = root / "claims"
    if not folder.is_dir():
        if folder.exists():
            problems.add(Position("claims"), "is a file; accepted: a folder with the claims files")
        return []

    def complain(error: OSError) -> None:
        problems.add(Position(relative(Path(error.filename), root)), f"cannot be read: {error.strerror or error}")

    found: list[Path] = []
    visited: set[Path] = set()
    for place, folders, names in os.walk(folder, onerror=complain, followlinks=True):
        real = Path(place).resolve()
        if real in visited or (Path(place) != folder and folder.resolve().is_relative_to(real)):
            folders.clear()  # a link back to where the walk has been
            continue
        visited.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
    kept = [p for p in found if not any(fnmatch.fnmatch(relative(p, root), pattern) for pattern in settings.exclude)]
    endless = sorted(path for path in kept if path.exists() and not path.is_file())  # a device, a pipe
    for path in endless:
        problems.add(Position(relative(path, root)), "cannot be read: it is no file")
    return sorted(set(kept).difference(endless), key=lambda path: path.relative_to(root).as_posix())
