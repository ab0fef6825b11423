"""Claims files as a curator would write them; quotes only where they are needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crosscheck.model import Source
from crosscheck.workspace.documents import SourceDocument
from crosscheck.yamlwriting import key_lines, scalar

CLAIM_KEYS = """
    subject attribute value quote id read_as language scope when relative_to said_by stance exhaustive url note
""".split()
"""The keys of a claim in a claims file, in the order of the documentation."""


def source_lines(id: str, source: Source | None) -> Iterator[str]:
    """The lines that say whose claims follow; they describe the `source` if there is one."""
    if source is None:
        yield f"source: {scalar(id)}"
        return
    yield "source:"
    for name, field in SourceDocument.model_fields.items():
        value = getattr(source, name)
        if value and value != field.default:
            yield from (f"  {line}" for line in key_lines(name, value))


def claim_lines(cells: Mapping[str, Any], indent: int = 2) -> Iterator[str]:
    """The lines of one claim, whose dash is so far from the margin; keys that `cells` lack are left out."""
    margin = " " * indent
    keys = [line for key in CLAIM_KEYS if key in cells for line in key_lines(key, cells[key])]
    yield from (f"{margin}{'  ' if place else '- '}{line}" for place, line in enumerate(keys))
