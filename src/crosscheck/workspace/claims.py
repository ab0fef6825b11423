"""claims/*.yaml: sources and their claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscheck.model import Claim, Scope, Source, Stance
from crosscheck.problems import Position, Problems, shown
from crosscheck.readings.names import normalise
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, validate
from crosscheck.workspace.files import load_yaml, relative
from crosscheck.yamltext import Items, Mapping, Node, position

Separating = Callable[[str], tuple[str, ...]]
"""From an attribute as written to the scope keys that separate its items."""


@dataclass(slots=True)
class Library:
    """Sources by id, and the claims of all of them; `places` says where each source was declared."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)


def load_claims(paths: Iterable[Path], root: Path, separating: Separating, problems: Problems) -> Library:
    """Every source and claim in the files `paths`; complaints go to `problems`."""
    library = Library()
    for path in paths:
        file = relative(path, root)
        before = len(problems.found)
        node = load_yaml(path, root, problems)
        if node is None:
            if len(problems.found) == before:
                problems.add(Position(file), 'the file is empty; accepted: "source:" and "claims:"')
            continue
        _load_file(node, file, library, problems)
    library.claims = _with_ids(library.claims, separating, problems)
    return library


def _load_file(node: Node, file: str, library: Library, problems: Problems) -> None:
    if not isinstance(node, Mapping):
        problems.add(
            Position(file, *getattr(node, "at", (1, 1))), 'a claims file must be a mapping with "source" and "claims"'
        )
        return
    for key in node:
        if key not in ("source", "claims"):
            problems.add(
                Position(file, *node.keys_at[key]), f"a claims file has no key {shown(key)}; known: source, claims"
            )
    for key in ("source", "claims"):
        if key not in node:
            problems.add(Position(file, *node.at), f'the file lacks "{key}"')
    source = _source(node.get("source"), node, file, library, problems)
    claims = node.get("claims")
    if claims is None or claims == "":
        return
    if not isinstance(claims, Items):
        problems.add(Position(file, *node.values_at["claims"]), '"claims" must be a list: each entry begins with "- "')
        return
    for index, entry in enumerate(claims):
        claim = _claim(entry, source, Position(file, *claims.values_at[index]), problems)
        if claim is not None:
            library.claims.append(claim)


def _source(node: Node, parent: Mapping, file: str, library: Library, problems: Problems) -> str:
    if node is None:
        return ""
    at = Position(file, *parent.values_at["source"])
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
    made = Mapping(parent.values_at["source"])
    made["id"] = text
    made.keys_at["id"] = made.values_at["id"] = parent.values_at["source"]
    return made


def _claim(node: Node, source: str, at: Position, problems: Problems) -> Claim | None:
    name = node.get("id") if isinstance(node, Mapping) else None
    what = f"claim {shown(name)}" if isinstance(name, str) and name else "the claim"
    document = validate(ClaimDocument, node, at.file, problems, what)
    if document is None:
        return None
    stance = document.stance or (Stance.REPORTS if document.said_by else Stance.ASSERTS)
    return Claim(
        id=document.id or "", source=source, subject=document.subject, attribute=document.attribute,
        value=document.value, at=Position(at.file, *position(node, ["value"])), quote=document.quote,
        read_as=document.read_as, scope=tuple(sorted(document.scope.items())), when=document.when,
        relative_to=document.relative_to, said_by=document.said_by, stance=stance,
        exhaustive=document.exhaustive == "true", url=document.url, note=document.note, places=node.values_at,
    )  # fmt: skip


def _with_ids(claims: list[Claim], separating: Separating, problems: Problems) -> list[Claim]:
    """Claims under their full ids, sorted by them; a claim without an id has the slug of its item."""
    taken: dict[str, Claim] = {}
    nameless: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.id:
            keys = separating(claim.attribute)
            scope: Scope = tuple(pair for pair in claim.scope if pair[0] in keys)
            nameless[claim.source, slug(claim.subject, claim.attribute, *(v for _, v in scope))].append(claim)
            continue
        full = f"{claim.source}/{claim.id}"
        if full in taken:
            at = claim.place("id")
            problems.add(
                at, f"claim id {shown(claim.id)} stands twice in this source (first in {taken[full].place('id')})"
            )
        taken[full] = replace(claim, id=full)
    for (source, base), same in sorted(nameless.items(), key=lambda entry: entry[0]):
        number = 1
        for claim in sorted(same, key=lambda c: (c.text, c.quote or "")):
            full = f"{source}/{base}" if number == 1 else f"{source}/{base}-{number}"
            while full in taken:
                number += 1
                full = f"{source}/{base}-{number}"
            number += 1
            taken[full] = replace(claim, id=full)
    return [taken[full] for full in sorted(taken)]


_NOT_SLUG = re.compile(r"[\W_]+")


def slug(*words: str) -> str:
    """Words as one slug: normalised, every run of other signs a hyphen."""
    return _NOT_SLUG.sub("-", normalise(" ".join(words))).strip("-") or "claim"
