"""`crosscheck schema`: what an editor has to know of the files of a workspace, and a program of the JSON output."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from crosscheck.archive.opening import load_all
from crosscheck.files import write_file
from crosscheck.model import Attribute, Option, RelationKind
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.rules import shipped
from crosscheck.schema import output
from crosscheck.schema.draft7 import Schema, for_markdown, mapping_of, of
from crosscheck.workspace.documents import (
    AttributeDocument,
    ClaimDocument,
    Document,
    FigureDocument,
    ItemDocument,
    MemberDocument,
    NameDocument,
    ProposalsDocument,
    ResolutionDocument,
    SourceDocument,
)
from crosscheck.workspace.relations import EACH, LISTED, OPTIONAL, ROLES, SUBJECT, USES

DRAFT = "http://json-schema.org/draft-07/schema#"
ITEM = r"^(?!.* / .* / )\s*\S.* / .*\S\s*$"
"""A subject and an attribute with " / " between them, once."""
PUBLISHED = rf"{ITEM}|^\s*published\s*$"
ENDED = rf"{ITEM}|^\s*(?:published|when)\s*$"
ENDING = ", published (the day on which the source was published), or when (the time of the duration)"
PUBLICATION = ", or published: the day on which the source was published"

Words = dict[str, str]
"""Each word with what an editor says of it."""

LIMIT = 2000
"""Words of one sort, at most: nobody reads longer lists, and editors slow down."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a workspace knows already, for completion in its editors; an unknown word stays allowed."""

    attributes: Words = field(default_factory=dict)
    subjects: Words = field(default_factory=dict)
    speakers: Words = field(default_factory=dict)
    sources: Words = field(default_factory=dict)
    names: Words = field(default_factory=dict)
    items: Words = field(default_factory=dict)

    @staticmethod
    def of(root: Path) -> Suggestions:
        """What the workspace in `root` knows; raises `InputError`."""
        workspace = load_all(root)
        claims, sources = workspace.claims, workspace.sources
        declared = {attribute.name: _in_a_line(attribute) for attribute in workspace.attributes.values()}
        speakers = [claim.said_by for claim in claims] + [source.author for source in sources.values()]
        return Suggestions(
            attributes=_most_used(claim.attribute for claim in claims) | declared,
            subjects=_most_used(claim.subject for claim in claims),
            speakers=_most_used(speaker for speaker in speakers if speaker),
            sources={id: source.title or "" for id, source in sources.items()},
            names=_most_used(workspace.names.all_spellings),
            items=_most_used(f"{claim.subject} / {claim.attribute}" for claim in claims),
        )

    def suggest(self, schema: Schema, words: Words) -> None:
        """Let an editor complete `words` in `schema`, and accept any other."""
        if words:
            schema["defaultSnippets"] = [
                {"label": word, "body": _snippet(word), **({"description": about} if about else {})}
                for word, about in sorted(words.items())
            ]


NO_SUGGESTIONS = Suggestions()


def render(name: str, known: Suggestions = NO_SUGGESTIONS) -> str:
    """The JSON Schema called `name`; with what a workspace knows, for completion. Raises `InputError`."""
    if name not in MAKERS:
        message = f"there is no schema {shown(name)}{did_you_mean(name, MAKERS)}; known: {', '.join(MAKERS)}"
        raise InputError([Problem(Position("schema", 0), message)])
    made = {"$schema": DRAFT, "title": TITLES[name], **for_markdown(MAKERS[name](known))}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path, names: Iterable[str], known: Suggestions = NO_SUGGESTIONS) -> list[str]:
    """Write the schemas called `names` into `folder`; returns the names of their files. Raises `InputError`."""
    made = {f"{name}.json": render(name, known) for name in names}
    for file, content in made.items():
        write_file(folder / file, content)
    return list(made)


def _claims(known: Suggestions) -> Schema:
    source = of(SourceDocument)
    known.suggest(source["properties"]["copies"]["items"], known.sources)
    known.suggest(source["properties"]["author"], known.speakers)
    return {
        "description": "One source and its claims: one file of `claims/`.",
        "type": "object",
        "required": ["source", "claims"],
        "additionalProperties": False,
        "properties": {
            "source": {"description": source["description"], "anyOf": [*source["properties"]["id"]["anyOf"], source]},
            "claims": {
                "description": "What the source says, one entry per value.",
                "type": ["array", "null"],
                "items": _suggesting(ClaimDocument, known),
            },
        },
    }


def _suggesting(document: type[Document], known: Suggestions) -> Schema:
    """A claim, or what one could be made of, with the words that claims already have."""
    made = of(document)
    for key, words in (("subject", known.subjects), ("attribute", known.attributes), ("said_by", known.speakers)):
        known.suggest(made["properties"][key], words)
    return made


def _attributes(_: Suggestions) -> Schema:
    return mapping_of(AttributeDocument, "What each attribute measures: its name, then what is known of it.")


def _names(known: Suggestions) -> Schema:
    made = mapping_of(NameDocument, "Names and terms: the name that findings show, then what is known of it.")
    for key in ("narrower", "not"):
        known.suggest(made["additionalProperties"]["anyOf"][0]["properties"][key]["items"], known.names)
    return made


def _relations(known: Suggestions) -> Schema:
    kinds = {
        kind.value: {
            "description": USES[kind],
            "type": "object",
            "if": {"required": [EACH]},
            "then": _relation(kind, f"the {kind} of every subject", **_each()),
            "else": _relation(kind, f"the {kind} of some items"),
        }
        for kind in ROLES
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
    definitions = {
        "item": _item(known, "", ITEM),
        "moment": _item(known, PUBLICATION, PUBLISHED),
        "ending": _item(known, ENDING, ENDED),
        "attribute": _attribute(known),
    }
    return {
        "description": "What must hold between items. A relation is checked source by source.",
        "type": ["array", "null"],
        "items": entry,
        "definitions": definitions,
    }


def _each() -> Schema:
    what = "The relation holds for every subject; its items are attributes alone."
    return {EACH: {"description": what, "enum": [SUBJECT], "enumDescriptions": ["every subject of the workspace"]}}


def _relation(kind: RelationKind, title: str, **more: Schema) -> Schema:
    roles = ROLES[kind]
    return {
        "title": title,
        "required": [role for role in roles if role not in OPTIONAL],
        "additionalProperties": False,
        "properties": {
            **more,
            **{role: _member(role, meaning, is_of_each=bool(more)) for role, meaning in roles.items()},
        },
    }


def _member(role: str, meaning: str, *, is_of_each: bool) -> Schema:
    """The item or items of a role. Editors take the description beside a reference; in draft 7 it says nothing else."""
    name = "attribute" if is_of_each else {"end": "ending", "items": "moment"}.get(role, "item")
    item = {"$ref": f"#/definitions/{name}"}
    if role not in LISTED:
        return {"description": meaning, **item}
    return {"description": meaning, "type": "array", "minItems": LISTED[role], "items": item}


def _attribute(known: Suggestions) -> Schema:
    pattern, message = r"^(?!.* / )\s*\S", "accepted: an attribute alone, since the relation is for each subject"
    words = {"type": "string", "pattern": pattern, "patternErrorMessage": message}
    known.suggest(words, known.attributes)
    item = of(MemberDocument)
    known.suggest(item["properties"]["attribute"], known.attributes)
    return {"description": item["description"], "anyOf": [words, item]}


def _item(known: Suggestions, also: str, pattern: str) -> Schema:
    words = {"type": "string", "pattern": pattern, "patternErrorMessage": f'accepted: "subject / attribute"{also}'}
    known.suggest(words, known.items)
    item = of(ItemDocument)
    known.suggest(item["properties"]["subject"], known.subjects)
    known.suggest(item["properties"]["attribute"], known.attributes)
    return {"description": item["description"], "anyOf": [words, item]}


def _resolutions(_: Suggestions) -> Schema:
    description = "What people decided about findings, one block per finding."
    return {"description": description, "type": ["array", "null"], "items": of(ResolutionDocument)}


def _proposals(known: Suggestions) -> Schema:
    return {
        "description": "Figures of an article that could become claims: one file of `proposals/`.",
        "type": "object",
        "required": ["proposals", "figures"],
        "additionalProperties": False,
        "properties": {
            "proposals": of(ProposalsDocument),
            "figures": {
                "description": "Each figure, in the order of the article.",
                "type": ["array", "null"],
                "items": _suggesting(FigureDocument, known),
            },
        },
    }


def _settings(_: Suggestions) -> Schema:
    """All settings; each may be left out."""
    table = _table(
        fail_on=_choice(
            "The weakest verdict that fails a check.",
            default="tension",
            contradiction="only what cannot be right however widely it is taken",
            tension="what cannot be right as written, too",
            none="nothing fails",
        ),
        stale=_choice(
            "What to do about a decision whose finding is gone.",
            default="warn",
            none="nothing is said",
            warn="it is listed",
            error="the check fails",
        ),
        sources={
            "description": "The folder with the texts of sources, in which quotes are looked up; it may be absent.",
            "type": "string",
            "minLength": 1,
            "examples": ["texts"],
        },
        report_language=_choice(
            "The language of the report's own words.",
            default="en",
            en="English",
            es="Spanish, as newsrooms of Latin America write it",
            pt="Portuguese, as newsrooms of Brazil write it",
        ),
        disable=_texts("Rules to skip, by code or name.", ["XC904", "close-name"]),
        exclude=_texts("Claims files to skip, as patterns of paths.", ["claims/old/*"]),
        rules=_rules(),
        readings={"description": "How values are read.", **_readings()},
        tables={
            "description": "How tables of claims are read: all alike, or one entry for each pattern of files.",
            "oneOf": [_tables(), {"type": "array", "items": _tables(of_files=True)}],
        },
        export={"description": "What `crosscheck export` says about the newsroom.", **_export()},
    )
    return {"description": "The settings of a workspace; the folder of this file is the workspace.", **table}


def _export() -> Schema:
    return _table(
        publisher={"description": "The name of the newsroom that decides.", "type": "string", "minLength": 1},
        url={
            "description": "The page with the decisions; {finding} is the id of a finding, which else follows #.",
            "type": "string",
            "minLength": 1,
            "examples": ["https://example.com/checks", "https://example.com/checks/{finding}"],
        },
        rating={"description": "The word for what is wrong.", "type": "string", "minLength": 1, "default": "Wrong"},
        people=_texts("Speakers and authors who are people.", ["A. Speaker"]),
        organizations=_texts("Speakers and authors that are organizations.", ["UNODC"]),
    )


def _rules() -> Schema:
    options = {
        name: {"description": loaded.title, **_table(**{each.name: _option(each) for each in rule.options})}
        for loaded in shipped()
        if (rule := loaded.rule).options
        for name in (rule.code, rule.name)
    }
    return {
        "description": "Options of rules, by code or name: `[rules.XC403]`. `crosscheck rule` explains them.",
        "type": "object",
        "additionalProperties": {"type": "object"},
        "properties": options,
        "default": {},
    }


def _readings() -> Schema:
    return _table(
        hedge=_share("How far “around” may be off, as a share of the figure.", 0.1),
        cap=_share("How far rounding may widen what is stated, as a share of the figure.", 0.05),
        date_order=_choice(
            "How to read 10/05/2025; without it such a date is refused.", dmy="10 May 2025", mdy="October 5, 2025"
        ),
    )


def _tables(*, of_files: bool = False) -> Schema:
    """The settings of all tables, or of those whose path matches a pattern."""
    keys: dict[str, Schema] = {
        "rename": _cells("Columns that have another name: what each is.", {"publisher": "source"}),
        "ignore": {
            **_texts('Columns to ignore; "*" ignores all that a claim does not have.', ["page"]),
            "type": ["array", "string"],
        },
        "unreadable": _choice(
            "What a value that cannot be read is.",
            default="error",
            error="nothing is checked",
            warn="it is left out, listed and counted",
        ),
    }
    if not of_files:
        return _table(**keys)
    melt = _table(
        columns=_texts("Patterns of the names of the columns.", ["19??", "20??"]),
        names={"description": "The key that these names are.", "type": "string", "examples": ["when"]},
    )
    split = _table(
        pattern={"description": "A regular expression that matches whole cells.", "type": "string"},
        into=_texts("The key of each group of it, in its order.", ["attribute", "when"]),
    )
    keys |= {
        "files": {
            "description": "The pattern of the tables' paths; the first entry that matches applies.",
            "type": "string",
            "examples": ["claims/population*.csv"],
        },
        "constants": _cells("Values that every row has, by key.", {"source": "World Bank"}, ["string", "integer"]),
        "melt": {"description": "Columns in which each cell is a claim.", **melt, "required": ["columns", "names"]},
        "split": {
            "description": "Columns whose cells hold several keys.",
            "type": "object",
            "additionalProperties": {**split, "required": ["pattern", "into"]},
            "default": {},
            "examples": [{"series": {"pattern": r"(\D+)(\d{4})", "into": ["attribute", "when"]}}],
        },
        "sheet": {"description": "The sheet of a workbook.", "type": "string", "examples": ["Data"]},
    }
    return {**_table(**keys), "required": ["files"]}


def _cells(description: str, example: Schema, types: str | list[str] = "string") -> Schema:
    cells: Schema = {"type": "object", "additionalProperties": {"type": types}, "default": {}}
    return {"description": description, **cells, "examples": [example]}


def _table(**properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _choice(description: str, /, *, default: str | None = None, **meanings: str) -> Schema:
    made: Schema = {"description": description, "enum": list(meanings), "enumDescriptions": list(meanings.values())}
    return made if default is None else {**made, "default": default}


def _texts(description: str, examples: list[str]) -> Schema:
    texts = {"type": "array", "items": {"type": "string"}, "default": []}
    return {"description": description, **texts, "examples": [examples]}


def _option(option: Option) -> Schema:
    """A number of a rule."""
    least, most, default = (
        int(number) if number.denominator == 1 else float(number)
        for number in (option.least, option.most, option.default)
    )
    return {
        "description": f"{option.meaning[:1].upper()}{option.meaning[1:]}.",
        "type": "integer" if isinstance(option.default, int) else "number",
        "minimum": least,
        "maximum": most,
        "default": default,
    }


def _share(description: str, default: float) -> Schema:
    return {"description": description, "type": "number", "minimum": 0, "exclusiveMaximum": 1, "default": default}


def _snippet(word: str) -> str:
    """A word as YAML, with what an editor would take for a placeholder escaped."""
    plain = re.fullmatch(r"[\w(“‘][^#\n]*", word) and not re.search(r":(\s|$)| $", word)
    return re.sub(r"[\\$}]", r"\\\g<0>", word if plain else json.dumps(word, ensure_ascii=False))


def _in_a_line(attribute: Attribute) -> str:
    """An attribute in a line: `money in USD, changes, separated by recipient`."""
    kind = str(attribute.kind or "")
    unit = f"in {attribute.unit}" if attribute.unit else ""
    keys = f"separated by {', '.join(attribute.separated_by)}" if attribute.separated_by else ""
    head = " ".join(part for part in (kind, unit) if part)
    return ", ".join(part for part in (head, attribute.over_time.value, keys) if part)


def _most_used(words: Iterable[str]) -> Words:
    return dict.fromkeys(sorted(word for word, _ in Counter(words).most_common(LIMIT)), "")


MAKERS: dict[str, Callable[[Suggestions], Schema]] = {
    "claims": _claims,
    "attributes": _attributes,
    "names": _names,
    "relations": _relations,
    "resolutions": _resolutions,
    "proposals": _proposals,
    "settings": _settings,
    "output": lambda _: output.schema(),
    "items": lambda _: output.item(),
    "coverage": lambda _: output.coverage(),
    "proof": lambda _: output.proof(),
}
TITLES = {
    "claims": "crosscheck: claims/*.yaml",
    "attributes": "crosscheck: rules/attributes.yaml",
    "names": "crosscheck: rules/names.yaml",
    "relations": "crosscheck: rules/relations.yaml",
    "resolutions": "crosscheck: resolutions.yaml",
    "proposals": "crosscheck: proposals/*.yaml",
    "settings": "crosscheck: crosscheck.toml",
    "output": "crosscheck/1: what check --format json prints",
    "items": "a line of what items --format json prints",
    "coverage": "what coverage --format json prints",
    "proof": "what proofread --format json prints",
}
