"""A workspace: finding it, and loading its settings, vocabulary, sources and claims."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from crosscheck.files import STANDARD_INPUT, check_regular, present, relative
from crosscheck.model import Attribute, Claim, Relation, Source
from crosscheck.problems import InputError, Position, Problem, Problems, did_you_mean, shown
from crosscheck.texts import TEXT_SUFFIXES
from crosscheck.vocabulary import Names
from crosscheck.workspace.claim_files import Library, load_claims
from crosscheck.workspace.ids import Separating, separating_of, with_ids
from crosscheck.workspace.relations import load_relations
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.vocabulary import load_attributes, load_names

YAML = (".yaml", ".yml")
JSON_LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv", ".parquet", ".xlsx", ".json", *JSON_LINES)
SUFFIXES = (*YAML, *TABLES)

__all__ = ["DraftPlace", "Workspace", "find", "load"]


class Claims(Protocol):
    """Claims in the order of their ids; those of tables are made while somebody goes through them."""

    def __iter__(self) -> Iterator[Claim]: ...

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that a workspace says, before any value is read.

    `attributes` is by normalised name; `claims` are in the order of their ids, unless there are `tables`: then they are
    those of claims files, not numbered yet, and the archive adds those of tables. `drafted` are the
    sources that a draft is of, as far as they are known without tables; it `replaces` what else is said of them.
    `left_out` are the files below claims/ that are no claims files.
    """

    root: Path
    settings: Settings
    attributes: dict[str, Attribute]
    names: Names
    sources: dict[str, Source]
    claims: Claims
    relations: tuple[Relation, ...] = ()
    drafted: frozenset[str] = frozenset()
    tables: tuple[Path, ...] = ()
    replaces: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def unpublished(self) -> frozenset[str]:
        """Sources whose day of publication is not the time of what they say: those of a draft outside."""
        return self.drafted if self.replaces else frozenset()

    def with_draft(self, source: Source, claims: Iterable[Claim], problems: Problems) -> Workspace:
        """The workspace with some claims of a source, a draft, in place of all that it says of that source."""
        made = claims if self.tables else with_ids(claims, problems)
        kept = (claim for claim in self.claims if claim.source != source.id)
        return replace(
            self,
            sources=dict(sorted({**self.sources, source.id: source}.items())),
            claims=sorted([*kept, *made], key=lambda claim: claim.id),
            drafted=frozenset({source.id}),
            replaces=True,
        )


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """What an editor checks before publication: a source of the workspace, or a claims file outside of it."""

    source: str | None = None
    path: Path | None = None

    @staticmethod
    def of(argument: str, root: Path) -> DraftPlace:
        """An argument names a file, here or in the workspace, if one is there or it looks like one, else a source.

        `-` is a claims file on standard input.
        """
        path = Path(argument)
        if path == STANDARD_INPUT:
            return DraftPlace(path=path)
        if not path.exists() and (root / path).is_file():
            path = root / path
        if path.suffix.lower() in SUFFIXES or path.is_file():
            return DraftPlace(path=path)
        return DraftPlace(source=argument)


def find(start: Path) -> Path:
    """The nearest folder from `start` upwards that has a crosscheck.toml; raises `InputError`.

    A workspace may run code, so the search ends where a folder belongs to somebody else than `start` does.
    """
    start = start.absolute()
    owner = start.stat().st_uid
    for folder in (start, *start.parents):
        if folder.stat().st_uid != owner:
            break
        if present(folder / FILE, FILE):
            return folder
    message = "is not in this folder nor above it; an empty file of that name makes a folder a workspace"
    raise InputError([Problem(Position(FILE), message)])


def load(root: Path, draft: DraftPlace | None = None, problems: Problems | None = None) -> Workspace:
    """The workspace in `root`, with `draft`'s claims in place of its source's.

    What is wrong goes to `problems`; without them, raises `InputError`.
    """
    found = Problems() if problems is None else problems
    settings = load_settings(root / FILE, found)
    attributes = load_attributes(root, found)
    names = load_names(root, found)

    separating = separating_of(attributes)
    relations = load_relations(root, separating, found)

    every = _claims_files(root, settings, found)
    files = [file for file in every if file.suffix.lower() in SUFFIXES]
    path = draft.path if draft is not None else None
    tables = [file for file in files if is_table(file)]
    replaces = path is not None and path.resolve() not in {file.resolve() for file in files}
    if path is not None and replaces and is_table(path):
        tables.append(path)
    others = [file for file in files if not is_table(file)]
    claims_file = None if path is None or is_table(path) else path
    sources, claims, drafted = _load(others, claims_file, root, separating, found, is_whole=not tables)
    sources = with_undeclared(sources, {claim.source for claim in claims})
    if draft is not None and draft.source is not None:
        drafted = {draft.source}
        if not tables:
            check_draft(draft.source, sources, found)
    if problems is None:
        found.raise_any()
    return Workspace(
        root=root,
        settings=settings,
        attributes=attributes,
        names=names,
        sources=sources,
        claims=claims,
        relations=relations,
        drafted=frozenset(drafted),
        tables=tuple(tables),
        replaces=replaces,
        left_out=tuple(relative(file, root) for file in every if file not in files),
    )


def inputs(root: Path | None, texts: Path | None) -> Iterator[Path]:
    """The files and folders that a run on the workspace `root` reads, with the texts in the folder asked for."""
    folders = [texts] if texts is not None else []
    if root is not None:
        yield from (root / name for name in ("claims", "rules", FILE, "resolutions.yaml"))
        yield from (path for path in (root / "claims").rglob("*") if path.is_symlink())
        declared = load_settings(root / FILE, Problems()).sources
        folders += [root / declared] if declared is not None else []
    for folder in folders:
        with suppress(OSError):  # what cannot be listed is told where it is read
            yield from (path for path in folder.iterdir() if path.suffix.lower() in TEXT_SUFFIXES)


def with_undeclared(
    sources: Mapping[str, Source], named: Collection[str], labels: Mapping[str, str] | None = None
) -> dict[str, Source]:
    """Sources by id, with those that claims name and no file declares; `labels` are what tables call some, by id."""
    called = labels or {}
    undeclared = {
        id: Source(id, Position("claims"), publisher=called.get(id)) for id in named if id and id not in sources
    }
    return dict(sorted({**sources, **undeclared}.items()))


def check_draft(source: str, sources: Mapping[str, Source], problems: Problems) -> None:
    """Report a draft that is no source."""
    if source not in sources:
        near = did_you_mean(source, sources)
        what = f"{shown(source)} is neither a source of this workspace nor a file{near}"
        problems.add(Position("--draft"), what)


def _load(
    files: Sequence[Path],
    draft: Path | None,
    root: Path,
    separating: Separating,
    problems: Problems,
    *,
    is_whole: bool,
) -> tuple[dict[str, Source], list[Claim], set[str]]:
    """The sources and claims of claims files, those of a draft in place of its sources' own; and its sources.

    `is_whole`: there are no other claims, so that these get their ids.
    """

    def loaded(paths: Sequence[Path]) -> Library:
        sources, claims = load_claims(paths, root, separating, problems)
        return sources, with_ids(claims, problems) if is_whole else claims

    sources, claims = loaded(files)
    if draft is None:
        return sources, claims, set()
    if draft.resolve() in {file.resolve() for file in files}:
        name = relative(draft, root)
        return sources, claims, {claim.source for claim in claims if claim.file == name}
    new_sources, new_claims = loaded([draft])
    drafted = {claim.source for claim in new_claims} | new_sources.keys()
    claims = [*(claim for claim in claims if claim.source not in drafted), *new_claims]
    ordered = sorted(claims, key=lambda claim: claim.id) if is_whole else claims
    return sources | new_sources, ordered, drafted


def is_table(path: Path) -> bool:
    """Whether a file has a claim a row."""
    return path.suffix.lower() in TABLES


def _claims_files(root: Path, settings: Settings, problems: Problems) -> list[Path]:
    """The files below claims/ in the order of their paths, those behind links too, without what is hidden."""
    folder = root / "claims"
    if not folder.is_dir():
        with problems.collecting():
            if present(folder, "claims"):
                problems.add(Position("claims"), "is not a folder; accepted: a folder with the claims files")
        return []

    def report(error: OSError) -> None:
        problems.add(Position(relative(Path(error.filename), root)), f"cannot be read: {error.strerror or error}")

    found: list[Path] = []
    visited: set[Path] = set()
    for place, folders, names in os.walk(folder, onerror=report, followlinks=True):
        real = Path(place).resolve()
        if real in visited or (Path(place) != folder and folder.resolve().is_relative_to(real)):
            folders.clear()  # a symbolic link back to where the walk has been
            continue
        visited.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if not name.startswith(".")]
    wanted = [p for p in found if not any(fnmatch.fnmatch(relative(p, root), pattern) for pattern in settings.exclude)]
    ordered = sorted(wanted, key=lambda path: path.relative_to(root).as_posix())
    regular = []
    for path in ordered:
        with problems.collecting():
            if path.suffix.lower() in SUFFIXES:
                check_regular(path, relative(path, root))
            regular.append(path)
    return regular
