"""The files that people write: which keys there are, what they may hold, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from crosscheck.problems import Position, Problems, shown
from crosscheck.workspace.documents.forms import Words
from crosscheck.workspace.documents.models import (
    AttributeDocument,
    ClaimDocument,
    Document,
    ItemDocument,
    NameDocument,
    ResolutionDocument,
    SourceDocument,
)
from crosscheck.workspace.documents.quick import accepted
from crosscheck.yamltext import Mapping as Placed
from crosscheck.yamltext import Node, Place

__all__ = [
    "AttributeDocument",
    "ClaimDocument",
    "Document",
    "ItemDocument",
    "NameDocument",
    "ResolutionDocument",
    "SourceDocument",
    "cleaned",
    "keys_of",
    "validate",
]

M = TypeVar("M", bound=Document)


def validate(
    model: type[M], node: Node, file: str, problems: Problems, what: str, *, at: Place | None = None
) -> M | None:
    """`node` as `model`, or None after every complaint about it is added to `problems`.

    `what` names it in them; `at` is where it stands, if it may be no mapping.
    """
    keys = keys_of(model, node, file, problems, what, at=at)
    return None if keys is None else model(**keys)


def keys_of(
    model: type[Document], node: Node, file: str, problems: Problems, what: str, *, at: Place | None = None
) -> dict[str, Any] | None:
    """As `validate`, but only what `node` says itself, without defaults."""
    found = _keys_of(model, node, file, problems, what, at)
    for key, value in node.items() if isinstance(node, Placed) else ():
        if isinstance(value, Placed) and len(set(map(Words().accept, value))) < len(value):
            told = f"{shown(key)} has two keys that differ only in the white space around them; keep one of the two"
            problems.add(Position(file, *node.value_at(key)), told)
            found = None
    return found


def _keys_of(
    model: type[Document], node: Node, file: str, problems: Problems, what: str, at: Place | None
) -> dict[str, Any] | None:
    if isinstance(node, Placed) and (found := accepted(model, node)) is not None:
        return found
    from pydantic import ValidationError  # here, as it takes its time to load

    from crosscheck.workspace.documents import complaints

    if not isinstance(node, Placed):
        line, column = getattr(node, "at", (1, 1)) if at is None else at
        told = f"{what} must be a mapping of keys, not {complaints.found_in(node)}"
        problems.add(Position(file, line, column), told)
        return None
    try:
        return complaints.checked(model, node)
    except ValidationError as error:
        complaints.complain(error, model, node, file, problems, what)
        return None


def cleaned(model: type[Document], keys: Mapping[str, Any]) -> dict[str, Any] | None:
    """`keys` as `model` has them, None if something is wrong with them."""
    found = accepted(model, keys)
    if found is not None:
        return found
    from pydantic import ValidationError

    from crosscheck.workspace.documents import complaints

    try:
        return complaints.checked(model, dict(keys))
    except ValidationError:
        return None
