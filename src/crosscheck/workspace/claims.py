"""claims/*.yaml: sources and their claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from crosscheck.files import read_bytes, relative
from crosscheck.model import Source
from crosscheck.problems import InputError, Position, Problems, shown
from crosscheck.processes import spread
from crosscheck.table.claims import Claims
from crosscheck.workspace.claim_files import ClaimsFile, read_file
from crosscheck.workspace.kept import Kept, digest_of, keep

WORTHWHILE = 1 << 20
"""For so many bytes of claims files another process takes less time to start than they take to read."""


@dataclass(slots=True)
class Library:
    """Sources by id, and the claims of all of them."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: Claims = field(default_factory=lambda: Claims.joined([]))
    keep: Callable[[], None] = lambda: None
    """Keeps what was read for the next run; to be called once nothing is wrong."""

    def replace(self, other: Library) -> set[str]:
        """Put the claims of `other` in place of those of its sources; returns the ids of these."""
        replaced = other.claims.sources() | other.sources.keys()
        self.claims = Claims.joined([self.claims.without(replaced), other.claims])
        self.sources.update(other.sources)
        return replaced


def load_claims(paths: Sequence[Path], root: Path, problems: Problems, *, cached: bool) -> Library:
    """Every source and claim in the files `paths`, these without ids yet; complaints go to `problems`.

    `cached`: files that the last run in the workspace `root` kept are not read again, and these ones can be kept.
    """
    library, kept = Library(), Kept.of(root) if cached and paths else Kept({}, {})
    contents = _contents(paths, root, problems)
    digests = [digest_of(data) for _, data in contents]
    known = [kept.files.get((name, digest)) for (name, _), digest in zip(contents, digests, strict=True)]
    anew = [content for content, found in zip(contents, known, strict=True) if found is None]
    made = iter(spread(read_file, anew, [len(data) for _, data in anew], WORTHWHILE))
    files = [found or next(made) for found in known]
    parts = [(file, len(file.cells)) if isinstance(file, ClaimsFile) else (file.read, file.rows) for file in files]
    for read, _ in parts:
        problems.found.extend(read.problems)
        _declare(read, library, problems)
    columns = kept.columns_of(files)
    library.claims = Claims.of(parts, columns)
    is_new = list(kept.files) != [(read.file, digest) for (read, _), digest in zip(parts, digests, strict=True)]
    if cached and is_new:
        told = [(read, digest, count) for (read, count), digest in zip(parts, digests, strict=True)]
        library.keep = partial(keep, root, told, columns)
    return library


def _contents(paths: Sequence[Path], root: Path, problems: Problems) -> list[tuple[str, bytes]]:
    """The names and bytes of files; those that cannot be read go to `problems`."""
    found = []
    for path in paths:
        name = relative(path, root)
        try:
            found.append((name, read_bytes(path, name)))
        except InputError as error:
            problems.found.extend(error.problems)
    return found


def _declare(read: ClaimsFile, library: Library, problems: Problems) -> None:
    if read.declared is None:
        return
    at, id = Position(read.file, *read.at), read.declared["id"]
    known = library.sources.get(id)
    if known is None:
        library.sources[id] = Source(at=at, **read.declared)
    else:
        told = f"source {shown(id)} is declared twice (first in {known.at}); in further files write only"
        problems.add(at, f'{told} "source: {id}"')
