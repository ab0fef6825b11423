"""What is wrong with a document, in the words of the people who write it."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import ValidationError

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.documents.models import (
    ClaimId,
    CurrencyCode,
    Day,
    Document,
    FileName,
    FindingId,
    Fingerprint,
    MonthDay,
    Sha256,
    Slug,
)
from crosscheck.yamltext import Items, Mapping, Node, position


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
        return f"is {found_in(found)}, which is no day of the calendar; accepted: a day such as 2026-11-22"
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
        (FileName, "the plain name of a file in the folder given by --sources, without a path"),
        (Sha256, "64 hexadecimal digits in lower case"),
        (ClaimId, "the full id of a claim, such as rusi/plan-launched"),
        (FindingId, "the whole id of a finding, such as XC101-3f9a1c2b77d0"),
        (Fingerprint, "12 hexadecimal digits in lower case"),
        (Day, "a day such as 2026-11-22"),
        (MonthDay, "a month and a day, such as 10-01"),
        (CurrencyCode, "three capitals of ISO 4217, such as COP"),
    )
    for pattern in [get_args(annotated)[1].pattern]
}


def found_in(node: Node) -> str:
    """A value in a message."""
    if isinstance(node, str):
        return shown(node) if node.strip() else "empty"
    return "a list" if isinstance(node, Items) else "a mapping"
