"""rules/attributes.yaml and rules/names.yaml: what is measured, and which spellings are one name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crosscheck.model import Attribute, Kind
from crosscheck.problems import Position, Problems, shown
from crosscheck.readings import Unreadable
from crosscheck.readings.measures import declared
from crosscheck.readings.names import Name, Names, normalise
from crosscheck.workspace.documents import AttributeDocument, Document, NameDocument, validate
from crosscheck.files import load_yaml, relative
from crosscheck.yamltext import Mapping, Mark, position

ATTRIBUTES, NAMES = "rules/attributes.yaml", "rules/names.yaml"


def load_attributes(root: Path, problems: Problems) -> dict[str, Attribute]:
    """The declared attributes by normalised name, former names included."""
    found: dict[str, Attribute] = {}
    for name, node, at, document in _entries(root / ATTRIBUTES, root, AttributeDocument, "attribute", problems):
        assert isinstance(document, AttributeDocument)
        attribute = Attribute(
            name, document.kind, document.unit, document.over_time, tuple(sorted(set(document.separated_by))),
            document.tolerance, document.was, at,
        )  # fmt: skip
        _check_unit(attribute, node, problems)
        for spelling in (name, *document.was):
            key = normalise(spelling)
            if key in found:
                problems.add(at, f"attribute {shown(spelling)} is declared twice (first in {found[key].at})")
            found[key] = attribute
    return found


def _check_unit(attribute: Attribute, node: Mapping, problems: Problems) -> None:
    if attribute.unit is None:
        return
    at = Position(attribute.at.file, *position(node, ["unit"]))
    if attribute.kind is None or not attribute.kind.has_axis or attribute.kind is Kind.DATE:
        kind = attribute.kind or "no kind"
        problems.add(at, f"attribute {shown(attribute.name)} has a unit but is of {kind}; leave the unit out")
        return
    try:
        measure = declared(attribute.unit, attribute.kind)
    except Unreadable as error:
        problems.add(at, f"unit of attribute {shown(attribute.name)}: {error}")
        return
    if measure.kind is not attribute.kind:
        problems.add(
            at,
            f"unit {shown(attribute.unit)} is of a {measure.kind}, but attribute {shown(attribute.name)} is a {attribute.kind}",
        )


def load_names(root: Path, problems: Problems) -> Names:
    """The names that the workspace knows."""
    entries: list[Name] = []
    first: dict[str, tuple[str, Position]] = {}
    for name, _, at, document in _entries(root / NAMES, root, NameDocument, "name", problems):
        assert isinstance(document, NameDocument)
        entries.append(Name(name, document.aliases, document.narrower, document.not_))
        for spelling in (name, *document.aliases):
            key = normalise(spelling)
            owner = first.setdefault(key, (name, at))
            if owner[0] != name:
                problems.add(
                    at, f"{shown(spelling)} is a spelling of both {shown(owner[0])} ({owner[1]}) and {shown(name)}"
                )
    return Names.of(entries)


def _entries(
    path: Path, root: Path, model: type[Document], what: str, problems: Problems
) -> Iterator[tuple[str, Mapping, Position, Document]]:
    if not path.exists():
        return
    node = load_yaml(path, root, problems)
    if node is None:
        return
    file = relative(path, root)
    if not isinstance(node, Mapping):
        problems.add(Position(file), f"must be a mapping from each {what} to its entry")
        return
    for name, entry in node.items():
        if entry == "":
            entry = Mapping(Mark(*(place - 1 for place in node.key_at(name))))
        at = Position(file, *node.key_at(name))
        if isinstance(entry, Mapping) and not name.strip():
            problems.add(at, f"the {what} has no name")
            continue
        if model is NameDocument and isinstance(entry, Mapping) and "not" in entry:
            entry = entry.renamed("not", "not_")
        document = validate(model, entry, file, problems, f"{what} {shown(name)}")
        if document is not None:
            yield name, entry, at, document
