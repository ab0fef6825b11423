"""Decisions that people made of findings: reading them, settling findings by them, recording new ones."""

from __future__ import annotations

from pathlib import Path

from crosscheck.model import Decision, Resolution, Verdict
from crosscheck.problems import Position, Problems
from crosscheck.workspace.documents import ResolutionDocument, validate
from crosscheck.files import load_yaml
from crosscheck.yamltext import Items, Mapping

FILE = "resolutions.yaml"


def load_resolutions(root: Path, problems: Problems) -> dict[str, Resolution]:
    """The decisions in resolutions.yaml by finding; complaints go to `problems`."""
    path = root / FILE
    node = load_yaml(path, root, problems) if path.exists() else None
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
        name = entry.get("finding", "") if isinstance(entry, Mapping) else ""
        document = validate(
            ResolutionDocument, entry, FILE, problems, f"the decision on {name}" if name else "the decision"
        )
        if document is None:
            continue
        if document.decision == Decision.SOURCE_WRONG and not document.wrong:
            problems.add(at, f'the decision on {name} is source_wrong but does not say which: "wrong: [claim ids]"')
        if document.finding in found:
            problems.add(at, f"{name} is decided twice (first in {found[document.finding].at}); keep one of the two")
            continue
        fields = document.model_dump()
        fields.update(verdict=Verdict(document.verdict), decision=Decision(document.decision))
        found[document.finding] = Resolution(at=at, **fields)
    return found
