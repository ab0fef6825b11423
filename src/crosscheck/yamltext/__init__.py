"""YAML as the text that was typed, with the position of every key and value.

YAML 1.2 in spirit: every scalar stays text (`no`, `012`, `12:30`, `2025-10-05`). What makes YAML hard to review or
dangerous to expand is refused: duplicate keys, anchors, aliases, tags, several documents, nesting beyond 64 levels.
What can be read in spite of a refusal is read, so that all problems of a file are told at once.
"""

from __future__ import annotations

from crosscheck.problems import Problems
from crosscheck.yamltext.events import document
from crosscheck.yamltext.nodes import Items, Mapping, Node, Place, position

__all__ = ["Items", "Mapping", "Node", "Place", "document", "parse", "position"]


def parse(data: bytes, file: str) -> Node | None:
    """The one document in `data` (UTF-8), or None if there is none; raises `InputError`."""
    problems = Problems()
    node = document(data, file, problems)
    problems.raise_any()
    return node
