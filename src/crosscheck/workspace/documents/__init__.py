"""The files that people write: which keys there are, what they may hold, and what is wrong with them."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.documents.models import (
    LANGUAGE,
    AliasDocument,
    AttributeDocument,
    ChoiceDocument,
    ClaimDocument,
    ClaimOrSource,
    CurrencyCode,
    Day,
    Document,
    FigureDocument,
    FileName,
    FindingId,
    Fingerprint,
    ItemDocument,
    Language,
    MemberDocument,
    MonthDay,
    NameDocument,
    ProposalsDocument,
    ResolutionDocument,
    Sha256,
    Slug,
    SourceDocument,
    Version,
    one_line,
)
from crosscheck.yamltext import Items, Mapping, Node, Place, position

__all__ = [
    "LANGUAGE",
    "AliasDocument",
    "AttributeDocument",
    "ChoiceDocument",
    "ClaimDocument",
    "Document",
    "FigureDocument",
    "ItemDocument",
    "MemberDocument",
    "NameDocument",
    "ProposalsDocument",
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
        if type(value) is Mapping and len(value) > 1 and len({one_line(name.strip()) for name in value}) < len(value):
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


class DocumentProblems:
    """Adds what is wrong with the mapping `node` to `problems`; `what` names it in them."""

    def __init__(self, model: type[Document], node: Mapping, file: str, problems: Problems, what: str) -> None:
        self.node, self.file, self.problems, self.what = node, file, problems, what
        known = model.model_fields
        self.required = {name for name, field in known.items() if field.is_required()}
        self.known = [_public(name) for name in known]
        self.misspelt: set[str] = set()

    def add(self, error: ValidationError) -> None:
        """Add all that pydantic found."""
        details = error.errors(include_url=False)
        for detail in details:
            if detail["type"] == "extra_forbidden":
                self._unknown(str(detail["loc"][0]))
        seen: set[tuple[Any, ...]] = set()
        for detail in details:
            key = str(detail["loc"][0])
            path = self._path(detail["loc"])
            if detail["type"] == "missing":
                if key not in self.misspelt:
                    self.problems.add(Position(self.file, *self.node.at), f'{self.what} lacks "{_public(key)}"')
            elif detail["type"] != "extra_forbidden" and path not in seen and not self._is_other_member(detail, path):
                seen.add(path)
                self._unfit(key, path, detail)

    def _is_other_member(self, detail: Any, path: tuple[Any, ...]) -> bool:
        """Of a union, pydantic tells of each member: that a list is no text says nothing where a list may stand."""
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
        return f"is {found_in(found)}, which is not a day of the calendar; accepted: a day such as 2026-11-22"
    if kind == "too_short" or (isinstance(found, str) and not found.strip()):
        return "is empty; write a value or leave the key out"
    if may_be_list:
        return f"is {found_in(found)}; accepted: text, or a list of texts"
    wanted = {"string_type": "text", "tuple_type": "a list of texts, such as [one, two]"}
    return f"is {found_in(found)}; accepted: {wanted.get(kind, 'a mapping of keys')}"


ACCEPTED = {
    pattern: accepted
    for annotated, accepted in (
        (Slug, "a slug of letters a-z and digits, joined by - _ or ."),
        (FileName, "the plain name of a file in the folder of texts, without a path"),
        (Sha256, "64 hexadecimal digits in lower case"),
        (ClaimOrSource, "the full id of a claim, such as rusi/plan-launched, or the id of a source"),
        (FindingId, "the whole id of a finding, such as XC101-3f9a1c2b77d0"),
        (Version, "a whole number, such as 2"),
        (Fingerprint, "12 hexadecimal digits in lower case"),
        (Day, "a day such as 2026-11-22"),
        (MonthDay, "a month and a day that every year has, such as 10-01"),
        (Language, "a language, such as en or pt-BR"),
        (CurrencyCode, "three capitals of ISO 4217, such as COP"),
    )
    for pattern in [get_args(annotated)[1].pattern]
}


def found_in(node: Node) -> str:
    """A value in a message."""
    if isinstance(node, str):
        return shown(node) if node.strip() else "empty"
    return "a list" if isinstance(node, Items) else "a mapping"
