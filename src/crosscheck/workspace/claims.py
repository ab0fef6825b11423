"""claims/*.yaml: sources and their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from crosscheck.files import load_yaml, relative
from crosscheck.model import Claim, Source, Stance
from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.readings.names import normalise, slug
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, validate
from crosscheck.yamltext import Items, Mapping, Mark, Node, Place

Separating = dict[str, tuple[str, ...]]
"""The scope keys that separate items, by normalised attribute."""


KEYS = ("source", "claims")


@dataclass(slots=True)
class Library:
    """Sources by id, and the claims of all of them."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def replace(self, other: Library) -> set[str]:
        """Put the claims of `other` in place of those of its sources; returns the ids of these."""
        replaced = {claim.source for claim in other.claims} | other.sources.keys()
        kept = [claim for claim in self.claims if claim.source not in replaced]
        self.claims = sorted([*kept, *other.claims], key=lambda claim: claim.id)
        self.sources.update(other.sources)
        return replaced


def load_claims(paths: Iterable[Path], root: Path, separating: Separating, problems: Problems) -> Library:
    """Every source and claim in the files `paths`; complaints go to `problems`."""
    library = Library()
    entries: list[_Entry] = []
    for path in paths:
        file = relative(path, root)
        before = len(problems.found)
        node = load_yaml(path, root, problems)
        if node is None:
            if len(problems.found) == before:
                problems.add(Position(file), 'the file is empty; accepted: "source:" and "claims:"')
            continue
        _load_file(node, file, library, entries, problems)
    library.claims = _with_ids(entries, separating, problems)
    return library


def _load_file(node: Node, file: str, library: Library, entries: list[_Entry], problems: Problems) -> None:
    if not isinstance(node, Mapping):
        problems.add(
            Position(file, *getattr(node, "at", (1, 1))), 'a claims file must be a mapping with "source:" and "claims:"'
        )
        return
    _check_keys(node, file, problems)
    source = _source(node.get("source"), node, file, library, problems)
    claims = node.get("claims")
    if claims is None or claims == "":
        return
    if not isinstance(claims, Items):
        problems.add(Position(file, *node.value_at("claims")), '"claims" must be a list: each entry begins with "- "')
        return
    for index, entry in enumerate(claims):
        claim = _entry(entry, claims.value_at(index), source, file, problems)
        if claim is not None:
            entries.append(claim)


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


def _source(node: Node, parent: Mapping, file: str, library: Library, problems: Problems) -> str:
    if node is None:
        return ""
    at = Position(file, *parent.value_at("source"))
    if isinstance(node, str):
        document = validate(SourceDocument, _only_id(node, parent), file, problems, "the source")
        return document.id if document else ""
    document = validate(SourceDocument, node, file, problems, "the source")
    if document is None:
        name = node.get("id") if isinstance(node, Mapping) else None
        return name if isinstance(name, str) else ""
    known = library.sources.get(document.id)
    if known is not None:
        problems.add(
            at, f"source {shown(document.id)} is declared twice (first in {known.at}); in further files write only "
            f'"source: {document.id}"'
        )  # fmt: skip
    else:
        library.sources[document.id] = Source(at=at, **document.model_dump())
    return document.id


def _only_id(text: str, parent: Mapping) -> Mapping:
    made = Mapping(Mark(0, 0))
    mark = Mark(*(place - 1 for place in parent.value_at("source")))
    made.place("id", text, mark, mark)
    return made


class _Entry(NamedTuple):
    """A claim as written, before it has its id."""

    document: ClaimDocument
    node: Mapping
    source: str
    file: str

    @property
    def text(self) -> str:
        value = self.document.value
        return value if isinstance(value, str) else ", ".join(value)

    def claim(self, id: str) -> Claim:
        written = self.document
        stance = written.stance or (Stance.REPORTS if written.said_by else Stance.ASSERTS)
        return Claim(
            id=id, source=self.source, subject=written.subject, attribute=written.attribute, value=written.value,
            file=self.file, locate=self.node.value_at, quote=written.quote, read_as=written.read_as,
            scope=tuple(sorted(written.scope.items())), when=written.when, relative_to=written.relative_to,
            said_by=written.said_by, stance=stance, exhaustive=written.exhaustive == "true", url=written.url,
            note=written.note,
        )  # fmt: skip


def _entry(node: Node, at: Place, source: str, file: str, problems: Problems) -> _Entry | None:
    name = node.get("id") if isinstance(node, Mapping) else None
    what = f"claim {shown(name)}" if isinstance(name, str) and name else "the claim"
    document = validate(ClaimDocument, node, file, problems, what, at=at)
    return None if document is None else _Entry(document, node, source, file)


def _with_ids(entries: list[_Entry], separating: Separating, problems: Problems) -> list[Claim]:
    """Claims under their full ids, sorted by them; a claim without an id has the slug of its item."""
    taken: dict[str, Claim] = {}
    nameless: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        written = entry.document
        if written.id is None:
            keys = separating.get(normalise(written.attribute), ())
            scope = [value for key, value in sorted(written.scope.items()) if key in keys]
            nameless[entry.source, slug(written.subject, written.attribute, *scope)].append(entry)
            continue
        claim = entry.claim(f"{entry.source}/{written.id}")
        if claim.id in taken:
            first = taken[claim.id].place("id")
            message = f"claim id {shown(written.id)} stands twice in source {shown(entry.source)} (first in {first})"
            problems.add(claim.place("id"), f"{message}; give each claim its own id")
        else:
            taken[claim.id] = claim
    for (source, base), same in sorted(nameless.items(), key=lambda pair: pair[0]):
        number = 1
        for entry in sorted(same, key=lambda e: (e.text, e.document.quote or "")):
            while (full := f"{source}/{base}" if number == 1 else f"{source}/{base}-{number}") in taken:
                number += 1
            taken[full] = entry.claim(full)
    return [taken[full] for full in sorted(taken)]
