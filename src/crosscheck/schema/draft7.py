"""Models of our documents as JSON Schema, draft 7, which editors support best.

To us every scalar is text as typed; to an editor `value: 1999` is a number and `exhaustive: true` a truth value. So
whatever may hold text may hold numbers and truth values, and an empty value, which an editor takes for null, is
allowed only where we accept one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.model import Decision, Kind, OverTime, Stance, Verdict
from crosscheck.workspace.documents import ACCEPTED, Document

Schema = dict[str, Any]

MEANINGS: dict[str, str] = {
    Kind.DATE: "a day, a month, a year, or a stretch of time",
    Kind.MONEY: "a sum in one currency",
    Kind.COUNT: "how many there are; the noun is not compared",
    Kind.SHARE: "a part of a whole: a percentage, a fraction",
    Kind.DURATION: "how long",
    Kind.QUANTITY: "a weight, a distance, an area, a rate …, in a unit",
    Kind.CATEGORY: "one term of several that exclude each other",
    Kind.NAMES: "a list of names that can hold together",
    Kind.QUOTATION: "somebody's words",
    Kind.IDENTIFIER: "a number or code that is no amount: a postcode, a docket",
    "open": "only terms that `rules/names.yaml` knows are compared",
    "closed": "any two different terms conflict",
    "dmy": "the day first: 10/05/2025 is 10 May",
    "mdy": "the month first: 10/05/2025 is October 5",
    OverTime.FIXED: "one value for good: a start date, a final total",
    OverTime.CHANGES: "a value at a time: a price, an office holder",
    OverTime.ACCUMULATES: "it never falls: a running total",
    OverTime.PER_PERIOD: "an amount of the period in `when`: a quarter's revenue",
    Stance.ASSERTS: "it is so; beside `said_by`, the author adopts it",
    Stance.REPORTS: "the source only passes on that somebody says so",
    Stance.DISPUTES: "it is not so",
    Verdict.CONTRADICTION: "two claims cannot both be right, however widely they are taken",
    Verdict.TENSION: "they cannot both be right as written, or may define the thing differently",
    Verdict.DISPUTE: "somebody who is only quoted differs",
    Verdict.SUPERSEDED: "a value that changes, at two times",
    Verdict.AGREEMENT: "two witnesses or more share a value",
    Verdict.REMARK: "something that the curator should look at",
    "no": "not yet",
    "yes": "`crosscheck accept` makes a claim of it",
    "never": "it is not proposed again",
    Decision.SOURCE_WRONG: "the claims in `wrong` are",
    Decision.ALL_WRONG: "no side is right",
    Decision.BOTH_RIGHT: "the claims do not exclude each other",
    Decision.OUR_ERROR: "the claims or rules of this workspace are wrong; it fails until they are mended",
    Decision.UNSURE: "nobody knows yet; it stays open and does not fail",
}
"""What each choice means."""

LIST = "accepted: a list of texts, such as [one, two]"
NULL: Schema = {"type": "null"}
TRUTH: Schema = {"type": ["boolean", "string"], "pattern": "^(true|false)$", "patternErrorMessage": "true or false"}


def of(model: type[Document]) -> Schema:
    """A mapping with the keys of `model`."""
    made = model.model_json_schema()
    title = model.__name__.removesuffix("Document").lower()
    return {"title": title, **_Translation(made.get("$defs", {})).schema(made)}


def mapping_of(model: type[Document], description: str) -> Schema:
    """A mapping from names to what `model` says of each, which may be nothing."""
    return {
        "description": description,
        "type": ["object", "null"],
        "propertyNames": {"pattern": r"\S"},
        "additionalProperties": {"anyOf": [of(model), NULL]},
    }


def text(**keywords: Any) -> Schema:
    """Any scalar, and more where `keywords` have items.

    That truth values are text follows from what is not: an editor would offer `true` and `false` wherever a type has
    them by name.
    """
    items: Schema = {key: keywords.pop(key) for key in ("items", "minItems") if key in keywords}
    other = ["string", "number", "object", "null", *(() if items else ("array",))]
    words = {"type": ["string", "number"], "errorMessage": "accepted: text", **keywords}
    if items:  # an editor heads what it says of such a value with both titles
        words.update(title="text", errorMessage="accepted: text, or a list of texts")
        items["title"] = "list of texts"
    return {"anyOf": [words, {"not": {"type": other}, **items}]}


def for_markdown(schema: Schema) -> Schema:
    """`schema` with every description that has Markdown also where an editor looks for Markdown."""
    made: Schema = {}
    for key, value in schema.items():
        if key == "description" and "`" in str(value):
            made["markdownDescription"] = value
        if isinstance(value, dict):
            value = for_markdown(value)
        elif isinstance(value, list):
            value = [for_markdown(entry) if isinstance(entry, dict) else entry for entry in value]
        made[key] = value
    return made


class _Translation:
    """From pydantic's schema of a model to the one that an editor needs."""

    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        self.definitions = definitions

    def schema(self, node: Schema) -> Schema:
        notes: Schema = {key: node[key] for key in ("description", "examples") if key in node}
        if "description" in notes:
            notes["description"] = " ".join(notes["description"].split())
        return {**notes, **self._plain(node)}

    def _plain(self, node: Schema) -> Schema:
        if "$ref" in node:
            return self._plain({**self.definitions[node["$ref"].rpartition("/")[2]], "default": node.get("default")})
        if "anyOf" in node:
            written = [member for member in node["anyOf"] if member.get("type") == "string"]
            mappings = [member for member in node["anyOf"] if "$ref" in member]
            if written and mappings:
                return {"anyOf": [*self._plain(written[0])["anyOf"], *map(self._plain, mappings)]}
            return self._plain(_merged(node["anyOf"]) | {"default": node.get("default")})
        if node.get("enum") == ["true", "false"]:
            return TRUTH
        if "enum" in node:
            made: Schema = {"enum": node["enum"], "enumDescriptions": [MEANINGS[value] for value in node["enum"]]}
            return {**made, "default": node["default"]} if node.get("default") else made
        if node["type"] == "string":
            return self._text(node)
        if node["type"] == "array":
            return {"type": "array", "items": self.schema(node["items"]), "errorMessage": LIST}
        if "properties" in node:
            return self._mapping(node)
        return {"type": "object", "additionalProperties": self.schema(node["additionalProperties"])}

    def _text(self, node: Schema) -> Schema:
        bounds: Schema = {key: node[key] for key in ("minLength", "maxLength", "pattern", "minItems") if key in node}
        if "pattern" in bounds:
            bounds["patternErrorMessage"] = f"accepted: {ACCEPTED[bounds['pattern']]}"
        if "items" in node:
            bounds["items"] = self.schema(node["items"])
        return text(**bounds)

    def _mapping(self, node: Schema) -> Schema:
        properties = {key.rstrip("_"): self.schema(value) for key, value in node["properties"].items()}
        made = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**made, "required": node["required"]} if "required" in node else made


def _merged(members: list[Schema]) -> Schema:
    """What may be left out, or what may be text or a list, without a union."""
    made: Schema = {}
    for member in reversed([member for member in members if member != NULL]):
        made |= member
    return made
