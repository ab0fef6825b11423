"""A document as its model has it, or every complaint about it in the words of the people who write it."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.documents.models import ClaimId, Day, Document, FileName, FindingId, Fingerprint, Sha256, Slug
from crosscheck.yamltext import Items, Mapping, Node, position

_MODELS: dict[type[Document], type[BaseModel]] = {}


def pydantic_model(model: type[Document]) -> type[BaseModel]:
    """A document as a pydantic model."""
    return _MODELS.get(model) or _MODELS.setdefault(model, _made(model))


def _made(model: type[Document]) -> type[BaseModel]:
    hints = get_type_hints(model, include_extras=True)
    keys: dict[str, Any] = {}
    for key in fields(model):
        default: Any = ... if key.default is MISSING else key.default
        if key.default_factory is not MISSING:
            default = key.default_factory()
        keys[key.name] = (hints[key.name], Field(default, **key.metadata))
    config = ConfigDict(extra="forbid", frozen=True)
    return create_model(model.__name__, __config__=config, __doc__=model.__doc__, **keys)


def checked(model: type[Document], node: dict[str, Any]) -> dict[str, Any]:
    """What `node` says under each of its keys, as `model` has it; raises `ValidationError`."""
    made = pydantic_model(model).model_validate(node)
    return {key: getattr(made, key) for key in made.model_fields_set}


def complain(
    error: ValidationError, model: type[Document], node: Mapping, file: str, problems: Problems, what: str
) -> None:
    """Add every complaint in `error` to `problems`; `what` names the document in them."""
    _Complaints(model, node, file, problems, what).add(error)


class _Complaints:
    """What is wrong with one mapping, in the words of the people who write it."""

    def __init__(self, model: type[Document], node: Mapping, file: str, problems: Problems, what: str) -> None:
        self.node, self.file, self.problems, self.what = node, file, problems, what
        known = pydantic_model(model).model_fields
        self.required = {name for name, field in known.items() if field.is_required()}
        self.known = [_public(name) for name in known]
        self.misspelt: set[str] = set()

    def add(self, error: ValidationError) -> None:
        details = error.errors(include_url=False)
        for detail in details:
            if detail["type"] == "extra_forbidden":
                self._unknown(str(detail["loc"][0]))
        told: set[tuple[Any, ...]] = set()
        for detail in details:
            key = str(detail["loc"][0])
            path = self._path(detail["loc"])
            if detail["type"] == "missing":
                if key not in self.misspelt:
                    self.problems.add(Position(self.file, *self.node.at), f'{self.what} lacks "{_public(key)}"')
            elif detail["type"] != "extra_forbidden" and path not in told and not self._is_other_member(detail, path):
                told.add(path)
                self._unfit(key, path, detail)

    def _is_other_member(self, detail: Any, path: tuple[Any, ...]) -> bool:
        """Of a union, pydantic complains once a member: that a list is no text says nothing where a list may stand."""
        is_list = path == ("value",) and isinstance(self.node["value"], Items)
        return is_list and (detail["type"] == "string_type" or len(self.node["value"]) > 0)

    def _unknown(self, key: str) -> None:
        near = nearest(key, self.known)
        if near is not None and near not in self.node:
            self.misspelt.add(near)
        at = Position(self.file, *position(self.node, [key], key=True))
        known = ", ".join(self.known)
        self.problems.add(at, f"{self.what} has no key {shown(key)}{did_you_mean(key, self.known)}; known: {known}")

    def _unfit(self, key: str, path: tuple[Any, ...], detail: Any) -> None:
        is_key = detail["loc"][-1] == "[key]"
        node: Node = self.node
        for step in path:
            node = node[step]
        what = f'"{_public(key)}" of {self.what}'
        if is_key:
            what = f"a key in {what}"
        elif len(path) > 1:
            what = f"{shown(path[1])} in {what}" if isinstance(path[1], str) else f"an entry of {what}"
        at = Position(self.file, *position(self.node, path, key=is_key))
        expected = _expectation(detail, path[-1] if is_key else node, may_be_list=path == ("value",))
        if key in self.required:
            expected = expected.replace(" or leave the key out", "")
        self.problems.add(at, f"{what} {expected}")

    def _path(self, loc: tuple[Any, ...]) -> tuple[Any, ...]:
        """The part of pydantic's path that is in the file: without the names of union members and "[key]"."""
        path: list[Any] = []
        node: Node = self.node
        for step in loc:
            if (isinstance(node, Mapping) and step in node) or (isinstance(node, Items) and isinstance(step, int)):
                path.append(step)
                node = node[step]
        return tuple(path)


def _public(field: str) -> str:
    return field.rstrip("_")


def _expectation(detail: Any, found: Node, *, may_be_list: bool) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_too_long":
        return f"is longer than {context['max_length']} characters"
    if kind in ("enum", "literal_error"):
        choices = [choice.strip("' ") for choice in str(context["expected"]).replace(" or ", ",").split(",")]
        near = did_you_mean(found, choices) if isinstance(found, str) else ""
        return f"is {found_in(found)}; accepted: {', '.join(choices)}{near}"
    if kind == "string_pattern_mismatch":
        return f"is {found_in(found)}; accepted: {ACCEPTED[context['pattern']]}"
    if kind == "value_error":
        return f"is {found_in(found)}, which is no day of the calendar; accepted: a day such as 2026-11-22"
    if kind == "too_short" or (isinstance(found, str) and not found.strip()):
        return "is empty; write a value or leave the key out"
    if may_be_list:
        return f"is {found_in(found)}; accepted: text, or a list of texts"
    wanted = {"string_type": "text", "tuple_type": "a list of texts, such as [one, two]"}
    return f"is {found_in(found)}; accepted: {wanted.get(kind, 'a mapping of keys')}"


ACCEPTED = {
    pattern: told
    for annotated, told in (
        (Slug, "a slug of letters a-z and digits, joined by - _ or ."),
        (FileName, "the plain name of a file in the folder given by --sources, without a path"),
        (Sha256, "64 hexadecimal digits in lower case"),
        (ClaimId, "the full id of a claim, such as rusi/plan-launched"),
        (FindingId, "the whole id of a finding, such as XC101-3f9a1c2b77d0"),
        (Fingerprint, "12 hexadecimal digits in lower case"),
        (Day, "a day such as 2026-11-22"),
    )
    for pattern in [get_args(annotated)[1].pattern]
}


def found_in(node: Node) -> str:
    """A value in a message."""
    if isinstance(node, str):
        return shown(node) if node.strip() else "empty"
    return "a list" if isinstance(node, Items) else "a mapping"
