"""Decisions that people made of findings: reading them, settling findings by them, recording new ones."""

from __future__ import annotations

from pathlib import Path

from crosscheck.files import check_regular, present
from crosscheck.model import Decision, Resolution, Verdict
from crosscheck.problems import Position, Problems
from crosscheck.workspace.documents import ResolutionDocument, validate
from crosscheck.yamltext import Items, Mapping, Node, load_yaml

FILE = "resolutions.yaml"


def load_resolutions(root: Path, problems: Problems) -> dict[str, Resolution]:
    """The decisions in resolutions.yaml by finding; what is wrong with the file goes to `problems`."""
    return read_resolutions(load_yaml(root / FILE, root, problems, optional=True), problems)


def file_of(root: Path) -> Path | None:
    """The file with the decisions, None if there is none; raises `InputError` if it cannot be replaced, as a pipe."""
    path = root / FILE
    if not present(path, FILE):
        return None
    check_regular(path, FILE)
    return path


def read_resolutions(node: Node | None, problems: Problems) -> dict[str, Resolution]:
    """The decisions in the document of a resolutions.yaml, None if it is empty."""
    if node is None:
        return {}
    if not isinstance(node, Items):
        problems.add(
            Position(FILE, *getattr(node, "at", (1, 1))), 'must be a list: each block begins with "- finding:"'
        )
        return {}
    found: dict[str, Resolution] = {}
    for index, entry in enumerate(node):
        at = Position(FILE, *node.value_at(index))
        name = entry.get("finding") if isinstance(entry, Mapping) else None
        what = f"the decision on {name}" if isinstance(name, str) and name else "the decision"
        document = validate(ResolutionDocument, entry, FILE, problems, what, at=at[1:])
        if document is None:
            continue
        _check_wrong(document, entry, problems)
        if document.finding in found:
            problems.add(at, f"{name} is decided twice (first in {found[document.finding].at}); keep one of the two")
            continue
        fields = dict(document)
        fields.update(
            verdict=Verdict(document.verdict), decision=Decision(document.decision), reader=int(document.reader)
        )
        found[document.finding] = Resolution(at=at, **fields)
    return found


def _check_wrong(document: ResolutionDocument, entry: Mapping, problems: Problems) -> None:
    """Which claims are wrong must be said of source_wrong; any other decision keeps what an earlier one found wrong."""
    if Decision(document.decision) is Decision.SOURCE_WRONG and not document.wrong:
        at = Position(FILE, *entry.value_at("decision"))
        what = f"the decision on {document.finding} is source_wrong"
        problems.add(at, f'{what} but does not say which claims are: "wrong: [claim ids]"')
