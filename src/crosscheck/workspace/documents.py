"""The files that people write, as pydantic models: which keys there are, and what they may hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from crosscheck.model import Kind, OverTime, Stance
from crosscheck.problems import Position, Problems, did_you_mean, shown
from crosscheck.yamltext import Items, Mapping, Node, position

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$", max_length=100)]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]+$", max_length=255)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Truth = Literal["true", "false"]


class Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceDocument(Document):
    """`source:` of a claims file."""

    id: Slug
    publisher: Text | None = None
    title: Text | None = None
    author: Text | None = None
    published: Text | None = None
    url: Text | None = None
    archived: Text | None = None
    retrieved: Text | None = None
    language: Text = "en"
    copies: tuple[Text, ...] = ()
    text: FileName | None = None
    sha256: Sha256 | None = None


class ClaimDocument(Document):
    """One entry of `claims:`."""

    subject: Text
    attribute: Text
    value: Text | tuple[Text, ...]
    id: Slug | None = None
    quote: Text | None = None
    read_as: Text | None = None
    scope: dict[Text, Text] = {}
    when: Text | None = None
    relative_to: Text | None = None
    said_by: Text | None = None
    stance: Stance | None = None
    exhaustive: Truth = "false"
    url: Text | None = None
    note: Text | None = None


class AttributeDocument(Document):
    """One entry of rules/attributes.yaml."""

    kind: Kind | None = None
    unit: Text | None = None
    over_time: OverTime = OverTime.FIXED
    separated_by: tuple[Text, ...] = ()
    tolerance: Text | None = None
    was: tuple[Text, ...] = ()


class NameDocument(Document):
    """One entry of rules/names.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    aliases: tuple[Text, ...] = ()
    narrower: tuple[Text, ...] = ()
    not_: tuple[Text, ...] = ()


class ResolutionDocument(Document):
    """One block of resolutions.yaml."""

    finding: Annotated[str, StringConstraints(pattern=r"^XC[0-9]{3}-[0-9a-f]{12}$")]
    item: Text
    verdict: Literal["contradiction", "tension", "dispute", "superseded", "remark"]
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    seen: tuple[Text, ...] = ()
    decision: Literal["source_wrong", "all_wrong", "both_right", "our_error", "unsure"]
    wrong: tuple[Text, ...] = ()
    reason: Text
    by: Text
    on: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    expires: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None


M = TypeVar("M", bound=Document)
_ADAPTERS: dict[type[Document], TypeAdapter[Any]] = {}


def validate(model: type[M], node: Node, file: str, problems: Problems, what: str) -> M | None:
    """`node` as `model`, or None after every complaint about it is added to `problems`; `what` names it in them."""
    if not isinstance(node, Mapping):
        at = getattr(node, "at", (1, 1))
        problems.add(Position(file, *at), f"{what} must be a mapping of keys, not {_found(node)}")
        return None
    adapter = _ADAPTERS.get(model) or _ADAPTERS.setdefault(model, TypeAdapter(model))
    try:
        return adapter.validate_python(node)  # type: ignore[no-any-return]
    except ValidationError as error:
        seen: set[str] = set()
        for detail in error.errors(include_url=False):
            # Of a union, pydantic tells one error a member: the first of a key is enough.
            path = tuple(
                step for step in detail["loc"] if step in node or isinstance(step, int) or len(detail["loc"]) == 1
            )
            key = str(detail["loc"][0])
            if key in seen and detail["type"] != "extra_forbidden":
                continue
            seen.add(key)
            _complain(model, node, detail, path, file, problems, what)
        return None


def _complain(
    model: type[Document], node: Mapping, detail: Any, path: Sequence[Any], file: str, problems: Problems, what: str
) -> None:
    kind, key = detail["type"], str(detail["loc"][0])
    known = [_public(name) for name in model.model_fields]
    if kind == "extra_forbidden":
        at = Position(file, *position(node, [key], key=True))
        problems.add(at, f"{what} has no key {shown(key)}{did_you_mean(key, known)}; known: {', '.join(known)}")
    elif kind == "missing":
        problems.add(Position(file, *node.at), f'{what} lacks "{key}"')
    else:
        at = Position(file, *position(node, path))
        problems.add(at, f'"{key}" of {what} {_expectation(detail, _value_at(node, path))}')


def _public(field: str) -> str:
    return field.rstrip("_")


def _value_at(node: Node, path: Sequence[Any]) -> Node:
    for step in path:
        if isinstance(node, Mapping) or (isinstance(node, Items) and isinstance(step, int)):
            node = node[step]  # type: ignore[index]
    return node


def _expectation(detail: Any, found: Node) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_too_short":
        return "is empty; write a value or leave the key out"
    if kind in ("enum", "literal_error"):
        choices = [choice.strip("' ") for choice in str(context["expected"]).replace(" or ", ",").split(",")]
        near = did_you_mean(found, choices) if isinstance(found, str) else ""
        return f"is {_found(found)}; accepted: {', '.join(choices)}{near}"
    if kind == "string_pattern_mismatch":
        return f"is {_found(found)}; accepted: {_PATTERNS[context['pattern']]}"
    if kind == "string_too_long":
        return f"is longer than {context['max_length']} characters"
    wanted = {"string_type": "text", "tuple_type": "a list", "dict_type": "a mapping of keys"}
    return f"is {_found(found)}; accepted: {wanted.get(kind, detail['msg'])}"


_PATTERNS = {
    r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$": "a slug of letters and digits, joined by - _ or .",
    r"^[^/\\\x00-\x1f]+$": "the plain name of a file in the folder given by --sources, without a path",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits in lower case",
    r"^XC[0-9]{3}-[0-9a-f]{12}$": "the whole id of a finding, such as XC101-3f9a1c2b77d0",
    r"^[0-9a-f]{12}$": "12 hexadecimal digits in lower case",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a day such as 2026-11-22",
}


def _found(node: Node) -> str:
    if isinstance(node, str):
        return shown(node) if node.strip() else "empty"
    return "a list" if isinstance(node, Items) else "a mapping"
