"""A workspace: finding it, and loading its settings, vocabulary, sources and claims."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass
from pathlib import Path

from crosscheck.model import Attribute, Claim, Source
from crosscheck.problems import InputError, Position, Problem, Problems, did_you_mean, shown
from crosscheck.readings.names import Names, normalise
from crosscheck.workspace.claims import load_claims
from crosscheck.files import relative
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.vocabulary import load_attributes, load_names

__all__ = ["Draft", "Workspace", "find", "load"]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that a workspace says, before any value is read. `attributes` is by normalised name."""

    root: Path
    settings: Settings
    attributes: dict[str, Attribute]
    names: Names
    sources: dict[str, Source]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What an editor checks before publication: a source of the workspace, or a claims file outside of it."""

    source: str | None = None
    path: Path | None = None

    @staticmethod
    def of(argument: str, root: Path) -> Draft:
        """An argument names a file if one is there and looks like one, else a source."""
        path = Path(argument)
        if path.suffix in (".yaml", ".yml") or path.is_file():
            return Draft(path=path)
        return Draft(source=argument)


def find(start: Path) -> Path:
    """The nearest folder from `start` upwards that has a crosscheck.toml; raises `InputError`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise InputError(
        [Problem(Position(FILE), f"no {FILE} in this folder or above it; `crosscheck init` makes a workspace")]
    )


def load(root: Path, draft: Draft | None = None) -> Workspace:
    """The workspace in `root`, with `draft`'s claims in place of its source's; raises `InputError` with every complaint."""
    problems = Problems()
    settings = load_settings(root / FILE, problems)
    attributes = load_attributes(root, problems)
    names = load_names(root, problems)

    def separating(attribute: str) -> tuple[str, ...]:
        known = attributes.get(normalise(attribute))
        return known.separated_by if known else ()

    library = load_claims(_claims_files(root, settings), root, separating, problems)
    sources, claims = library.sources, library.claims
    if draft is not None and draft.path is not None:
        drafted = load_claims([draft.path], root, separating, problems)
        replaced = {claim.source for claim in drafted.claims} | set(drafted.sources)
        claims = sorted([c for c in claims if c.source not in replaced] + drafted.claims, key=lambda claim: claim.id)
        sources = {**sources, **drafted.sources}
    for claim in claims:
        if claim.source and claim.source not in sources:
            sources[claim.source] = Source(claim.source, Position(claim.at.file))
    if draft is not None and draft.source is not None and draft.source not in sources:
        near = did_you_mean(draft.source, sources)
        problems.add(Position("--draft"), f"neither a source of this workspace nor a file: {shown(draft.source)}{near}")
    problems.raise_any()
    return Workspace(root, settings, attributes, names, dict(sorted(sources.items())), tuple(claims))


def _claims_files(root: Path, settings: Settings) -> list[Path]:
    folder = root / "claims"
    paths = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    kept = (p for p in paths if not any(fnmatch.fnmatch(relative(p, root), pattern) for pattern in settings.exclude))
    return sorted(kept, key=lambda path: path.relative_to(root).as_posix())
