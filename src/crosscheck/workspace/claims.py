"""claims/*.yaml: sources and their claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from crosscheck.files import load_yaml, relative
from crosscheck.model import Source
from crosscheck.problems import Position, Problem, Problems, did_you_mean, nearest, shown
from crosscheck.table.claims import KEYS as COLUMNS
from crosscheck.table.claims import Claims
from crosscheck.table.columns import encoded
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, keys_of, validate
from crosscheck.yamltext import Items, Mapping, Place

KEYS = ("source", "claims")


@dataclass(slots=True)
class Library:
    """Sources by id, and the claims of all of them."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: Claims = field(default_factory=lambda: Claims.joined([]))

    def replace(self, other: Library) -> set[str]:
        """Put the claims of `other` in place of those of its sources; returns the ids of these."""
        replaced = other.claims.sources() | other.sources.keys()
        self.claims = Claims.joined([self.claims.without(replaced), other.claims])
        self.sources.update(other.sources)
        return replaced


class ClaimsFile(NamedTuple):
    """What one claims file says, before it meets the others: plain values that processes can pass on.

    `declared` are the keys of the source, where the file declares it, and `at` where that stands; `cells` has a tuple
    a claim, in the order of `COLUMNS`, and `places` the line and column of the value of each of its keys.
    """

    file: str
    declared: dict[str, Any] | None
    at: Place
    cells: Sequence[tuple[Any, ...]]
    places: Sequence[dict[str, Place]]
    problems: Sequence[Problem]

    @property
    def is_table(self) -> bool:
        return False

    def locate(self, place: int, key: str) -> Place:
        return self.places[place][key]


def load_claims(paths: Iterable[Path], root: Path, problems: Problems) -> Library:
    """Every source and claim in the files `paths`, these without ids yet; complaints go to `problems`."""
    library = Library()
    files = [read_file(path, root) for path in paths]
    for read in files:
        problems.found.extend(read.problems)
        _declare(read, library, problems)
    library.claims = _claims(files)
    return library


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


def _claims(files: Sequence[ClaimsFile]) -> Claims:
    cells = [claim for read in files for claim in read.cells]
    columns = {key: encoded(column) for key, column in zip(COLUMNS, zip(*cells, strict=True), strict=False)}
    return Claims.of([(read, len(read.cells)) for read in files], columns)


def read_file(path: Path, root: Path) -> ClaimsFile:
    """What the claims file `path` says."""
    file, problems = relative(path, root), Problems()
    node = load_yaml(path, root, problems)
    if node is None and not problems.found:
        problems.add(Position(file), 'the file is empty; accepted: "source:" and "claims:"')
    if node is not None and not isinstance(node, Mapping):
        problems.add(
            Position(file, *getattr(node, "at", (1, 1))), 'a claims file must be a mapping with "source:" and "claims:"'
        )
    if not isinstance(node, Mapping):
        return ClaimsFile(file, None, (1, 1), (), (), problems.found)
    _check_keys(node, file, problems)
    source, declared = _source(node, file, problems)
    cells, places = _entries(node, source, file, problems)
    at = node.value_at("source") if "source" in node else (1, 1)
    return ClaimsFile(file, declared, at, cells, places, problems.found)


def _check_keys(node: Mapping, file: str, problems: Problems) -> None:
    misspelt = set()
    for key in node.keys() - set(KEYS):
        near = did_you_mean(key, KEYS)
        misspelt.add(nearest(key, KEYS))
        at = Position(file, *node.key_at(key))
        problems.add(at, f"a claims file has no key {shown(key)}{near}; known: {', '.join(KEYS)}")
    for key in KEYS:
        if key not in node and key not in misspelt:
            problems.add(Position(file, *node.at), f'the file lacks "{key}:"; accepted: "source:" and "claims:"')


def _source(parent: Mapping, file: str, problems: Problems) -> tuple[str, dict[str, Any] | None]:
    """The id of the source, and its keys if they are declared here."""
    node = parent.get("source")
    if node is None:
        return "", None
    if isinstance(node, str):
        document = validate(SourceDocument, _only_id(node, parent), file, problems, "the source")
        return document.id if document else "", None
    document = validate(SourceDocument, node, file, problems, "the source")
    if document is None:
        name = node.get("id") if isinstance(node, Mapping) else None
        return name if isinstance(name, str) else "", None
    return document.id, asdict(document)


def _only_id(text: str, parent: Mapping) -> Mapping:
    made, at = Mapping((1, 1)), parent.value_at("source")
    made.place("id", text, at, at)
    return made


def _entries(
    parent: Mapping, source: str, file: str, problems: Problems
) -> tuple[list[tuple[Any, ...]], list[dict[str, Place]]]:
    """The cells of each claim, and the places of its keys."""
    nodes = parent.get("claims")
    if nodes is None or nodes == "":
        return [], []
    if not isinstance(nodes, Items):
        at = Position(file, *parent.value_at("claims"))
        problems.add(at, '"claims" must be a list: each entry begins with "- "')
        return [], []
    cells, places = [], []
    for index, node in enumerate(nodes):
        name = node.get("id") if isinstance(node, Mapping) else None
        what = f"claim {shown(name)}" if isinstance(name, str) and name else "the claim"
        written = keys_of(ClaimDocument, node, file, problems, what, at=nodes.value_at(index))
        if written is not None:
            cells.append(_cells(written, source))
            places.append({key: node.value_at(key) for key in node})
    return cells, places


def _cells(written: dict[str, Any], source: str) -> tuple[Any, ...]:
    """A claim in the order of the columns."""
    if "scope" in written:
        written["scope"] = tuple(sorted(written["scope"].items())) or None
    if "stance" in written:
        written["stance"] = written["stance"].value
    written.setdefault("exhaustive", "false")
    return (source, *map(written.get, COLUMNS[1:]))
