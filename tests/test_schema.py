"""The JSON Schemas accept what the loader accepts, explain every key, and are the ones in schema/."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from crosscheck import schema as schemas
from crosscheck.cli.init import FOLDER as PACKS
from crosscheck.model import RelationKind
from crosscheck.outputs import json as json_output
from crosscheck.schema import Suggestions
from factories import c, document, plan_colombia, problems, resolve, run, workspace

HERE = Path(__file__).parents[1]
FILES = {
    "claims": [*sorted(HERE.glob("claims/*.yaml")), *sorted(PACKS.glob("*/claims/*.yaml"))],
    "attributes": [HERE / "rules/attributes.yaml", *sorted(PACKS.glob("*/rules/attributes.yaml"))],
    "names": [HERE / "rules/names.yaml", *sorted(PACKS.glob("*/rules/names.yaml"))],
    "relations": [HERE / "rules/relations.yaml", *sorted(PACKS.glob("*/rules/relations.yaml"))],
    "resolutions": [HERE / "resolutions.yaml", PACKS / "every/resolutions.yaml"],
}


class Yaml12(yaml.SafeLoader):
    """The types that an editor sees: YAML 1.2, in which dates are text and only true and false are truth values."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|)$", "~n"),
    ("bool", r"^(?:true|false|True|False)$", "tfTF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), [*first, ""])
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def complaints(name: str, text: str) -> list[str]:
    """Where a document breaks its schema, as paths."""
    validator = Draft7Validator(json.loads(schemas.render(name)))
    loaded = yaml.load(text, Yaml12)
    return sorted("/".join(map(str, error.path)) for error in validator.iter_errors(loaded))


@pytest.mark.parametrize("name", schemas.TITLES)
def test_the_committed_schemas_are_current(name: str) -> None:
    committed = (HERE / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert committed == schemas.render(name), "write them anew: crosscheck schema --output schema"


@pytest.mark.parametrize("name", schemas.TITLES)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schemas.render(name)))


@pytest.mark.parametrize("name", schemas.TITLES)
def test_every_key_is_explained_and_every_choice_too(name: str) -> None:
    for path, node in _nodes(json.loads(schemas.render(name))):
        for key, value in node.get("properties", {}).items():
            counted = path.endswith("summary") or "$ref" in value
            assert counted or value.get("description"), f"{path}/{key}"
        if "enum" in node and not path.endswith("severity"):
            assert len(node["enum"]) == len(node["enumDescriptions"]), path


def _nodes(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield path, node
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from _nodes(value, f"{path}/{key}")


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, paths in FILES.items() for path in paths], ids=str)
def test_real_files_break_nothing(name: str, path: Path) -> None:
    assert complaints(name, path.read_text(encoding="utf-8")) == []


CLAIM = "source: s\nclaims:\n  - {subject: A, attribute: total aid, value: $5"
TYPED = {
    "a year is a number": CLAIM + ", when: 1999}",
    "a truth value": CLAIM + ", exhaustive: true}",
    "a truth value in quotes": CLAIM + ', exhaustive: "false"}',
    "truth values and numbers as text": CLAIM + ", quote: true, note: 1.5, scope: {confirmed: false, year: 2000}}",
    "a source of numbers": "source: {id: 2024, published: 2025-12-15, title: 1984}\nclaims: []\n",
    "a source whose id begins with a number": "source: {id: 2024-list}\nclaims: []\n",
    "a source by its id": "source: 2024\nclaims: []\n",
    "no claims yet": "source: s\nclaims:\n",
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_what_is_no_text_to_an_editor_is_no_mistake(text: str, tmp_path: Path) -> None:
    assert complaints("claims", text) == []
    root = workspace(tmp_path, {"a.yaml": text, "b.yaml": "source: t\n" + CLAIM.partition("\n")[2] + "}"})
    assert run(root, "check").code in (0, 1)


@pytest.mark.parametrize("value", ["1999", "1.5", "true", "2025-12-15", "12:30", "[1999, true, x]"])
def test_a_value_may_be_of_any_scalar_type(value: str) -> None:
    assert complaints("claims", f"source: s\nclaims:\n  - {{subject: A, attribute: b, value: {value}}}") == []


BROKEN = {
    "claims": (
        "source: {id: a b, langage: en, text: ../x}\nclaims:\n  - {subject: A, attribute: b, value: {c: d}}\n"
        "  - {subjct: A, attribute: b, value: c}\n  - {subject: , attribute: b, value: [], stance: report}\n"
        "notes: x\n",
        [
            "",
            "claims/0/value",
            "claims/1",
            "claims/1",
            "claims/2/stance",
            "claims/2/subject",
            "claims/2/value",
            "source",
        ],
    ),
    "attributes": (
        "a: {kind: mony}\nb: {units: km}\nc: x\nd: {separated_by: x}\ne:\nf: {kind: date}\n",
        ["a", "b", "c", "d"],
    ),
    "names": ("A: {alias: [x]}\nB: {aliases: d}\nC:\nD: {not: [1999]}\n", ["A", "B"]),
    "relations": (
        "- {}\n- spn: {}\n- order: {items: [a / b]}\n- span: {start: a / b, duration: published, end: published}\n"
        "- part: {part: a / b / c, whole: {subject: a, atribute: b}}\n- part: {part: a / b}\n"
        "- order: {items: [a / b, published, {subject: 1999, attribute: b, scope: {k: 1}}]}\n",
        ["0", "1", "2/order/items", "3/span/duration", "4/part/part", "4/part/whole", "5/part"],
    ),
    "resolutions": (
        "- {finding: XC101-3f9a, item: x, verdict: tension, fingerprint: 6f1c2ad0b1e9, decision: unsur, reason: r, "
        "by: A, on: 2026-11-22}\n",
        ["0/decision", "0/finding"],
    ),
}


@pytest.mark.parametrize(("name", "text", "places"), [(n, *case) for n, case in BROKEN.items()], ids=BROKEN)
def test_mistakes_are_found_where_they_are(name: str, text: str, places: list[str]) -> None:
    assert complaints(name, text) == places


def test_relations_have_the_roles_that_the_loader_knows() -> None:
    kinds = json.loads(schemas.render("relations"))["items"]["properties"]
    assert list(kinds) == list(RelationKind)


def test_settings_are_those_that_the_loader_knows(tmp_path: Path) -> None:
    schema = json.loads(schemas.render("settings"))
    wrong = "zzz = 1\n" + "".join(f"[{name}]\nzzz = 1\n" for name in _tables(schema))
    lines = problems(workspace(tmp_path, [c("s", "A", "total aid", "$5")], settings=wrong))
    known = {re.sub(r".*: (\S+) has no.*", r"\1", line).strip("[]"): line.partition("; known: ")[2] for line in lines}
    assert known.pop("crosscheck.toml").split(", ") == list(schema["properties"])
    for name, keys in known.items():
        assert keys.split(", ") == list(schema["properties"][name]["properties"])


def _tables(schema: dict[str, Any]) -> list[str]:
    return [name for name, value in schema["properties"].items() if value.get("additionalProperties") is False]


@pytest.mark.parametrize("key", ["fail_on", "stale", "sources", "disable", "exclude", "readings"])
def test_the_defaults_and_examples_of_settings_are_accepted(key: str, tmp_path: Path) -> None:
    node = json.loads(schemas.render("settings"))["properties"][key]
    values = {key: [*node.get("enum", ()), *node.get("examples", ())]}
    if "properties" in node:
        values = {f"{key}.{name}": each.get("enum", [each.get("default")]) for name, each in node["properties"].items()}
    for name, accepted in values.items():
        for number, value in enumerate(accepted):
            claims = [c("s", "A", "total aid", "$5")]
            root = workspace(tmp_path / f"{name}{number}", claims, settings=f"{name} = {json.dumps(value)}")
            assert run(root, "check").code == 0


def _broken(made: dict[str, Any]) -> list[str]:
    validator = Draft7Validator(json.loads(schemas.render("output")))
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(made)]


def test_what_a_check_of_this_repository_prints_has_the_form_that_is_told() -> None:
    assert _broken(document(HERE)) == []


def test_every_kind_of_output_has_the_form_that_is_told(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        [
            *[c("s", "A", "aid", value, id=f"x{n}") for n, value in enumerate(("$5", "$9", "more than $20"))],
            c("s", "A", "start", "1999"),
            c("s", "A", "time", "5 years"),
            c("t", "A", "end", "2010"),
            c("s", "A", "list", ["x", "y"], exhaustive="true"),
            c("t", "A", "list", ["z"], said_by="B"),
        ],
        attributes="aid: {kind: money, unit: USD}\nstart: {kind: date}\nend: {kind: date}\ntime: {kind: duration}\n"
        "list: {kind: names}\n",
        files={"rules/relations.yaml": "- span: {start: A / start, duration: A / time, end: A / end}\n"},
    )
    made = document(root)
    assert _broken(made) == []
    assert any(claim["derived"] for found in made["findings"] for side in found["sides"] for claim in side["claims"])


def test_decided_and_reopened_findings_have_the_form_that_is_told(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    assert resolve(root).code == 0
    (root / "claims/t.yaml").write_text((root / "claims/t.yaml").read_text().replace("$20", "$30"))
    made = document(root)
    assert [found["status"] for found in made["findings"]] == ["reopened"]
    assert _broken(made) == []


def test_refused_input_has_the_form_that_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": "source: [s]\n"})
    made = document(root, "--draft", "nobody")
    assert made["problems"]
    assert _broken(made) == []
    assert _broken(json.loads(json_output.render_problems([]))) == []


def test_a_key_more_or_less_is_no_crosscheck_1(tmp_path: Path) -> None:
    made = document(plan_colombia(tmp_path))
    del made["findings"][0]["id"]
    made["findings"][0]["sides"][0]["claims"][0]["zzz"] = 1
    assert len(_broken(made)) == 2


def test_the_command_lists_prints_and_writes(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from crosscheck.cli import main

    def ran(*args: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["schema", *args])
        return result.exit_code, result.output

    code, listed = ran()
    assert (code, [line.split()[0] for line in listed.splitlines()]) == (0, list(schemas.TITLES))
    assert ran("names") == (0, schemas.render("names"))
    assert ran("--output", str(tmp_path)) == (0, f"wrote {', '.join(f'{name}.json' for name in schemas.TITLES)}\n")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"{name}.json": schemas.render(name) for name in schemas.TITLES
    }
    assert ran("clams") == (
        2,
        'schema: there is no schema "clams" (did you mean "claims"?); known: claims, attributes, names, relations, '
        "resolutions, proposals, settings, output, items, coverage, proof\n",
    )


def test_a_workspace_s_own_words_are_offered_and_others_stay_allowed(tmp_path: Path) -> None:
    claims = [c("s", "Plan $1: a", "cost", "$5"), c("s", "B", "total aid", "$6", said_by="A. Speaker")]
    root = workspace(tmp_path, claims, attributes="total aid: {kind: money, unit: USD, separated_by: [recipient]}\n")
    known = Suggestions.of(root)
    general, own = (json.loads(schemas.render("claims", words)) for words in (schemas.NO_SUGGESTIONS, known))
    offered = {
        key: node.pop("defaultSnippets")
        for key, node in own["properties"]["claims"]["items"]["properties"].items()
        if "defaultSnippets" in node
    }
    assert offered == {
        "subject": [{"label": "B", "body": "B"}, {"label": "Plan $1: a", "body": r'"Plan \$1: a"'}],
        "attribute": [
            {"label": "cost", "body": "cost"},
            {
                "label": "total aid",
                "body": "total aid",
                "description": "money in USD, fixed, separated by recipient",
            },
        ],
        "said_by": [{"label": "A. Speaker", "body": "A. Speaker"}],
    }
    for _, node in _nodes(own):
        node.pop("defaultSnippets", None)
    assert own == general  # nothing else differs, so nothing else is refused
