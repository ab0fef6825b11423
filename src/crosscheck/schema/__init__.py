"""`crosscheck schema`: what an editor has to know of the files of a workspace, and a program of the JSON output."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from crosscheck.files import write_file
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.schema import output, settings
from crosscheck.schema.draft7 import Schema, mapping_of, of, told
from crosscheck.schema.suggestions import NOTHING_KNOWN, Vocabulary
from crosscheck.workspace.documents import (
    AttributeDocument,
    ClaimDocument,
    ItemDocument,
    NameDocument,
    ResolutionDocument,
    SourceDocument,
)
from crosscheck.workspace.relations import LISTED, MAY_BE_PUBLISHED, ROLES, USES

DRAFT = "http://json-schema.org/draft-07/schema#"
ITEM = r"^(?!.* / .* / )\s*\S.* / .*\S\s*$"
"""A subject and an attribute with " / " between them, once."""
PUBLISHED = rf"{ITEM}|^\s*published\s*$"
PUBLICATION = ", or published: the day on which the source was published"


def render(name: str, known: Vocabulary = NOTHING_KNOWN) -> str:
    """The JSON Schema called `name`; with what a workspace knows, for completion. Raises `InputError`."""
    if name not in MAKERS:
        message = f"there is no schema {shown(name)}{did_you_mean(name, MAKERS)}; known: {', '.join(MAKERS)}"
        raise InputError([Problem(Position("schema", 0), message)])
    made = {"$schema": DRAFT, "title": TITLES[name], **told(MAKERS[name](known))}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path, names: Iterable[str], known: Vocabulary = NOTHING_KNOWN) -> list[str]:
    """Write the schemas called `names` into `folder`; returns the names of their files. Raises `InputError`."""
    made = {f"{name}.json": render(name, known) for name in names}
    for file, content in made.items():
        write_file(folder / file, content)
    return list(made)


def _claims(known: Vocabulary) -> Schema:
    source = of(SourceDocument)
    known.suggest(source["properties"]["copies"]["items"], known.sources)
    known.suggest(source["properties"]["author"], known.speakers)
    claim = of(ClaimDocument)
    for key, words in (("subject", known.subjects), ("attribute", known.attributes), ("said_by", known.speakers)):
        known.suggest(claim["properties"][key], words)
    return {
        "description": "One source and its claims: one file of `claims/`.",
        "type": "object",
        "required": ["source", "claims"],
        "additionalProperties": False,
        "properties": {
            "source": {"description": source["description"], "anyOf": [*source["properties"]["id"]["anyOf"], source]},
            "claims": {
                "description": "What the source says, one entry a value.",
                "type": ["array", "null"],
                "items": claim,
            },
        },
    }


def _attributes(_: Vocabulary) -> Schema:
    return mapping_of(AttributeDocument, "What each attribute measures: its name, then what is known of it.")


def _names(known: Vocabulary) -> Schema:
    made = mapping_of(NameDocument, "Names and terms: the name that findings show, then what is known of it.")
    for key in ("narrower", "not"):
        known.suggest(made["additionalProperties"]["anyOf"][0]["properties"][key]["items"], known.names)
    return made


def _relations(known: Vocabulary) -> Schema:
    kinds = {
        kind.value: {
            "description": USES[kind],
            "type": "object",
            "required": list(roles),
            "additionalProperties": False,
            "properties": {role: _member(role, meaning) for role, meaning in roles.items()},
        }
        for kind, roles in ROLES.items()
    }
    entry = {
        "title": "relation",
        "description": "One relation: its kind, and its items below it.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": kinds,
    }
    return {
        "description": "What must hold between items. A relation is judged source by source.",
        "type": ["array", "null"],
        "items": entry,
        "definitions": {"item": _item(known, "", ITEM), "moment": _item(known, PUBLICATION, PUBLISHED)},
    }


def _member(role: str, meaning: str) -> Schema:
    """What stands in a role. Editors take the description beside a reference; in draft 7 it says nothing else."""
    item = {"$ref": "#/definitions/moment" if role in MAY_BE_PUBLISHED else "#/definitions/item"}
    if role not in LISTED:
        return {"description": meaning, **item}
    return {"description": meaning, "type": "array", "minItems": LISTED[role], "items": item}


def _item(known: Vocabulary, also: str, pattern: str) -> Schema:
    words = {"type": "string", "pattern": pattern, "patternErrorMessage": f'accepted: "subject / attribute"{also}'}
    known.suggest(words, known.items)
    item = of(ItemDocument)
    known.suggest(item["properties"]["subject"], known.subjects)
    known.suggest(item["properties"]["attribute"], known.attributes)
    return {"description": item["description"], "anyOf": [words, item]}


def _resolutions(_: Vocabulary) -> Schema:
    description = "What people decided of findings, one block a finding."
    return {"description": description, "type": ["array", "null"], "items": of(ResolutionDocument)}


MAKERS: dict[str, Callable[[Vocabulary], Schema]] = {
    "claims": _claims,
    "attributes": _attributes,
    "names": _names,
    "relations": _relations,
    "resolutions": _resolutions,
    "settings": lambda _: settings.schema(),
    "output": lambda _: output.schema(),
}
TITLES = {
    "claims": "crosscheck: claims/*.yaml",
    "attributes": "crosscheck: rules/attributes.yaml",
    "names": "crosscheck: rules/names.yaml",
    "relations": "crosscheck: rules/relations.yaml",
    "resolutions": "crosscheck: resolutions.yaml",
    "settings": "crosscheck: crosscheck.toml",
    "output": "crosscheck/1: what check --format json prints",
}
