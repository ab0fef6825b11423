"""Claims in tables, beside those of claims files, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from crosscheck.files import relative
from crosscheck.model import Claim, Source
from crosscheck.model.claims import KEYS
from crosscheck.problems import Problems
from crosscheck.table.claims import Claims
from crosscheck.table.columns import encoded
from crosscheck.table.identity import Separating, with_ids
from crosscheck.workspace import is_table
from crosscheck.workspace.claim_files import load_claims
from crosscheck.workspace.settings import TableSettings
from crosscheck.workspace.tables import load_table


def load_tabled(
    files: Sequence[Path], draft: Path | None, root: Path, settings: TableSettings, separating: Separating,
    problems: Problems,
) -> tuple[dict[str, Source], Claims, set[str]]:  # fmt: skip
    """The sources and claims of files, those of a draft in place of its sources' own; and its sources."""
    sources, claims = _loaded(files, root, settings, separating, problems)
    if draft is None:
        return sources, claims, set()
    if draft.resolve() in {file.resolve() for file in files}:
        return sources, claims, claims.sources(relative(draft, root))
    more, others = _loaded([draft], root, settings, separating, problems)
    drafted = others.sources() | more.keys()
    return sources | more, Claims.joined([claims.without(drafted), others]), drafted


def _loaded(
    files: Sequence[Path], root: Path, settings: TableSettings, separating: Separating, problems: Problems
) -> tuple[dict[str, Source], Claims]:
    library = load_claims([path for path in files if not is_table(path)], root, separating, problems)
    tables = [load_table(path, root, settings, problems) for path in files if is_table(path)]
    claims = Claims.joined([columns_of(library.claims), *tables])
    return library.sources, with_ids(claims, separating, problems)


@dataclass(frozen=True, slots=True)
class _File:
    """The claims of one claims file."""

    file: str
    claims: Sequence[Claim]
    is_table: bool = False

    def locate(self, place: int, key: str) -> tuple[int, int]:
        return self.claims[place].locate(key)


def columns_of(claims: Iterable[Claim]) -> Claims:
    """Claims as columns, in their order; an id is one that is written."""
    parts = [_File(file, tuple(of_file)) for file, of_file in groupby(claims, lambda claim: claim.file)]
    cells = [_cells(claim) for part in parts for claim in part.claims]
    columns = dict(zip(KEYS, map(encoded, zip(*cells, strict=True)), strict=True)) if cells else {}
    return Claims.of([(part, len(part.claims)) for part in parts], columns)


def _cells(claim: Claim) -> tuple[object, ...]:
    """A claim in the order of the columns."""
    id = claim.id.removeprefix(f"{claim.source}/") if claim.writes("id") else None
    stance = claim.stance.value if claim.writes("stance") else None
    cells = {key: getattr(claim, key) for key in KEYS}
    cells.update(id=id, scope=claim.scope or None, stance=stance, exhaustive="true" if claim.exhaustive else "false")
    return tuple(cells.values())
