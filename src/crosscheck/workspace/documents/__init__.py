"""The files that people write: which keys there are, what they may hold, and what is wrong with them."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from crosscheck.problems import Position, Problems, shown
from crosscheck.workspace.documents.models import (
    AttributeDocument,
    ClaimDocument,
    Document,
    ItemDocument,
    NameDocument,
    ResolutionDocument,
    SourceDocument,
    one_line,
)
from crosscheck.workspace.documents.problems import DocumentProblems, found_in
from crosscheck.yamltext import Mapping, Node, Place

__all__ = [
    "AttributeDocument",
    "ClaimDocument",
    "Document",
    "ItemDocument",
    "NameDocument",
    "ResolutionDocument",
    "SourceDocument",
    "cleaned",
    "validate",
]

M = TypeVar("M", bound=Document)


def validate(
    model: type[M], node: Node, file: str, problems: Problems, what: str, *, at: Place | None = None
) -> M | None:
    """`node` as `model`, or None after everything wrong with it is added to `problems`.

    `what` names it in them; `at` is where it stands, if it may be no mapping.
    """
    if not isinstance(node, Mapping):
        line, column = getattr(node, "at", (1, 1)) if at is None else at
        problems.add(Position(file, line, column), f"{what} must be a mapping of keys, not {found_in(node)}")
        return None
    made: M | None = None
    try:
        made = model.model_validate(node)
    except ValidationError as error:
        DocumentProblems(model, node, file, problems, what).add(error)
    for key, value in node.items():
        if type(value) is Mapping and len({one_line(name.strip()) for name in value}) < len(value):
            message = f"{shown(key)} has two keys that differ only in the white space around them; keep one of the two"
            problems.add(Position(file, *node.value_at(key)), message)
            made = None
    return made


def cleaned(model: type[Document], keys: dict[str, Any]) -> dict[str, Any] | None:
    """`keys` as `model` has them, None if something is wrong with them."""
    try:
        made = model.model_validate(keys)
    except ValidationError:
        return None
    return {key: getattr(made, key) for key in made.model_fields_set}
