"""What claims files and tables say, apart from how they are written: sources, and each claim with its keys.

All that conversion has to do with the readers of tables is here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from crosscheck.archive import headers
from crosscheck.archive.opening import table_claims
from crosscheck.files import relative
from crosscheck.model import Claim, Source
from crosscheck.model.claims import KEYS
from crosscheck.problems import InputError, Position, Problem, Problems, shown
from crosscheck.workspace import SUFFIXES, is_table
from crosscheck.workspace.claim_files import load_claims
from crosscheck.workspace.ids import with_ids
from crosscheck.workspace.settings import TableSettings

TABLE_KEYS, REQUIRED_KEYS, SCOPE_PREFIX = headers.KEYS, headers.REQUIRED, headers.SCOPE


class Entry(NamedTuple):
    """A claim: `cells` are its keys, but for the source; those that are absent or say only the default are left out.

    `label` is what a table calls the source, else its id. `is_number`: the value is a number
    of a table, in its digits, which is a point and no text.
    """

    id: str
    source: str
    cells: Mapping[str, Any]
    is_number: bool
    label: str

    @property
    def content(self) -> tuple[object, ...]:
        """Equal for claims that say the same, however it is written."""
        cells = dict(self.cells)
        if self.is_number:
            cells["value"] = Decimal(cells["value"])
        return self.id, self.source, tuple(sorted(cells.items(), key=lambda cell: cell[0])), self.is_number


@dataclass(frozen=True, slots=True)
class Collection:
    """`sources` are those that are described, by id; `commented` the claims files that have comments."""

    sources: dict[str, Source]
    entries: Sequence[Entry]
    commented: tuple[str, ...] = ()

    @property
    def described(self) -> dict[str, Source]:
        """The sources that are described, if only by a label."""
        labels = {entry.source: entry.label for entry in self.entries if entry.label != entry.source}
        labelled = {id: Source(id, Position("claims"), publisher=label) for id, label in labels.items()}
        return {**labelled, **self.sources}

    def as_text(self) -> Collection:
        """The same with the digits of each number as text."""
        return replace(self, entries=[entry._replace(is_number=False) for entry in self.entries])

    def differs_from(self, other: Collection) -> str | None:
        """A claim or source that `other` has not or has otherwise, None if both say the same."""
        mine, others = self.described, other.described
        for id in sorted({*mine, *others}):
            one, two = mine.get(id), others.get(id)
            if one is None or two is None or replace(one, at=two.at) != two:
                return f"source {id}"
        claims = Counter(entry.content for entry in self.entries)
        claims.subtract(entry.content for entry in other.entries)
        missing = [content for content, count in claims.items() if count]
        return f"claim {missing[0][0]}" if missing else None


def beside(table: Path) -> Path:
    """The folder of claims files that belongs to a table: what it has no place for."""
    return table.with_name(f"{table.name}.sources")


def files_in(path: Path) -> list[Path]:
    """The claims files that an argument names: a file, a table with what is beside it, all in a folder.

    Raises `InputError` if it names none.
    """
    if path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if _is_claims_file(file, path)]
    else:
        found = [path] if path.suffix.lower() in SUFFIXES and path.exists() else []
        if found and is_table(path):
            found += sorted(beside(path).glob("*.yaml"))
    if not found:
        what = "has no claims file" if path.is_dir() else "is no file" if not path.exists() else "is not a claims file"
        raise InputError([Problem(Position(path.name, 0), f"{what}; accepted: {', '.join(SUFFIXES)}, or a folder")])
    return found


def _is_claims_file(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in SUFFIXES and not hidden and file.is_file()


def read(files: Iterable[Path], settings: TableSettings) -> Collection:
    """What `files` say; raises `InputError` with every problem of theirs."""
    root, problems = Path.cwd(), Problems()
    tables = [path for path in files if is_table(path)]
    others = [path for path in files if not is_table(path)]
    sources, claims = load_claims(others, root, {}, problems)
    labels: dict[str, str] = {}
    for path in tables:
        found, called = table_claims(path, root, settings, problems)
        claims += found
        for source in sorted(called.keys() & labels.keys()):
            if called[source] != labels[source]:
                also = f"and so has {shown(labels[source])} of another table"
                told = f'source {shown(called[source])} has the id "{source}", {also}'
                problems.add(Position(relative(path, root)), f"{told}; write both alike, or give one an id of its own")
        labels |= called
    ids = {id(claim.locate): claim.id for claim in with_ids(claims, problems)}
    problems.raise_any()
    commented = tuple(relative(path, root) for path in others if _has_comments(path.read_bytes()))
    return Collection(sources, [_entry(claim, ids[id(claim.locate)], labels) for claim in claims], commented)


def _entry(claim: Claim, id: str, labels: Mapping[str, str]) -> Entry:
    cells = {key: getattr(claim, key) for key in KEYS[1:]}
    cells["id"] = claim.id.removeprefix(f"{claim.source}/") if claim.writes("id") else None
    cells["stance"] = claim.stance.value if claim.writes("stance") else None
    cells["exhaustive"] = "true" if claim.exhaustive else None
    present = {key: cell for key, cell in cells.items() if cell}
    return Entry(id, claim.source, present, claim.is_number, labels.get(claim.source, claim.source))


def _has_comments(data: bytes) -> bool:
    """Whether a YAML file that can be read has comments: nothing else between its tokens has a `#`."""
    text, end = data.decode("utf-8-sig"), 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if "#" in text[end : token.start_mark.index]:
            return True
        end = token.end_mark.index
    return "#" in text[end:]
