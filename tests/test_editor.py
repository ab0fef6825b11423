"""yaml-language-server, which most editors use, with the schemas: no false alarm, every mistake, all names offered.

It is what `npm ci` installs in tests/node, else one that is on the path or named in YAML_LANGUAGE_SERVER. Where there
is none these tests are skipped, and fail with CI set.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import schema as schemas
from crosscheck.cli.init import make_workspace
from crosscheck.schema import Suggestions
from language_server import LanguageServer
from requirements import cannot_run

HERE = Path(__file__).resolve().parents[1]
INSTALLED = HERE / "tests" / "node" / "node_modules" / ".bin"
REAL = sorted([*HERE.glob("claims/*.yaml"), *HERE.glob("rules/*.yaml"), HERE / "resolutions.yaml"])
HEADS = {
    "claims": "# yaml-language-server: $schema=../schema/claims.json\n",
    "rules": "# yaml-language-server: $schema=../schema/{}.json\n",
}
CLAIMS = HEADS["claims"] + "source: s\nclaims:\n"
GOOD = "  - {subject: A, attribute: cost, value: 1999}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace whose schemas know its names."""
    folder = tmp_path_factory.mktemp("editor")
    make_workspace(folder)
    schemas.write(folder / "schema", schemas.TITLES, Suggestions.of(folder))
    return folder


@pytest.fixture(scope="module")
def editor(root: Path) -> Iterator[LanguageServer]:
    name = "yaml-language-server"
    command = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which(name, path=INSTALLED) or shutil.which(name)
    if command is None:
        cannot_run(f"{name} is not installed: `npm ci` in tests/node does it")
    server = LanguageServer([command, "--stdio"], root)
    yield server
    server.stop()


def test_a_new_workspace_has_no_mark(editor: LanguageServer, root: Path) -> None:
    assert {path.name: editor.problems(path) for path in root.rglob("*.yaml")} == {
        path.name: [] for path in root.rglob("*.yaml")
    }


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_files_have_no_mark(path: Path, editor: LanguageServer, root: Path) -> None:
    name = "claims" if path.parent.name == "claims" else path.stem
    head = f"# yaml-language-server: $schema={(HERE / 'schema' / f'{name}.json').as_uri()}\n"
    assert editor.problems(root / "claims/real.yaml", head + path.read_text(encoding="utf-8")) == []


def test_what_looks_like_a_number_or_a_truth_value_has_no_mark(editor: LanguageServer, root: Path) -> None:
    text = (
        HEADS["claims"]
        + "source: {id: 2024-list, published: 2025-12-15, title: 1984}\nclaims:\n"
        + GOOD
        + "  - {id: 2024, subject: A, attribute: list, value: [1, 2.5, yes, true, 2025-01-01, 12:30, 012, no],\n"
        "     when: 2000, exhaustive: true, quote: true, scope: {year: 1999, confirmed: false}}\n"
    )
    assert editor.problems(root / "claims/x.yaml", text) == []


MISTAKES = {
    "an unknown key": (
        "  - {subject: A, attribute: b, value: c,\n     subjct: A}\n",
        "Property subjct is not allowed.",
    ),
    "a key that lacks": ("  -\n    attribute: b\n    value: c\n", 'Missing property "subject".'),
    "a word that is no choice": (
        "  - {subject: A, attribute: b, value: c,\n     stance: report}\n",
        'Value is not accepted. Valid values: "asserts", "reports", "disputes".',
    ),
    "a mapping in place of text": (
        "  - {subject: A, attribute: b,\n     value: {c: d}}\n",
        "accepted: text, or a list of texts",
    ),
    "nothing in place of text": ("  - attribute: b\n    subject:\n    value: c\n", "accepted: text"),
    "an id that is none": (
        "  - {subject: A, attribute: b, value: c,\n     id: a b}\n",
        "accepted: a slug of letters a-z and digits, joined by - _ or .",
    ),
    "an empty list": ("  - {subject: A, attribute: b,\n     value: []}\n", "accepted: text, or a list of texts"),
}


@pytest.mark.parametrize(("entry", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_marked_in_its_line(entry: str, message: str, editor: LanguageServer, root: Path) -> None:
    line = (CLAIMS + GOOD).count("\n") + 2
    assert editor.problems(root / "claims/x.yaml", CLAIMS + GOOD + entry + GOOD) == [(line, message)]


def test_mistakes_in_rules_are_marked_in_their_lines(editor: LanguageServer, root: Path) -> None:
    relations = (
        "- order: {items: [A / b, published]}\n- span: {start: A / b}\n- part: {part: A / b / c, whole: a / b}\n"
    )
    assert editor.problems(root / "rules/x.yaml", HEADS["rules"].format("relations") + relations) == [
        (3, 'Missing property "duration".'),
        (3, 'Missing property "end".'),
        (4, 'accepted: "subject / attribute"'),
    ]
    attributes = "a: {kind: mony}\nb: {separated_by: x}\nc:\n"
    first, second = editor.problems(root / "rules/x.yaml", HEADS["rules"].format("attributes") + attributes)
    assert first[0] == 2
    assert first[1].startswith('Value is not accepted. Valid values: "date", "money"')
    assert second == (3, "accepted: a list of texts, such as [one, two]")


def test_keys_are_offered_and_explained(editor: LanguageServer, root: Path) -> None:
    path, text = root / "claims/x.yaml", CLAIMS + "  - subject: A\n    attribute: cost\n    value: 1\n    st"
    offered = editor.completions(path, text)
    assert {"id", "quote", "scope", "when", "said_by", "stance", "note"} <= set(offered)
    assert offered["said_by"] == "Who says it, if not the author."
    assert set(editor.completions(path, text + "ance: ")) == {"asserts", "reports", "disputes"}
    assert set(editor.completions(root / "rules/x.yaml", HEADS["rules"].format("relations") + "- ")) >= {"span", "sum"}


def test_attributes_and_other_names_of_the_workspace_are_offered(editor: LanguageServer, root: Path) -> None:
    path = root / "claims/x.yaml"
    assert editor.completions(path, CLAIMS + "  - subject: A\n    attribute: co") == {
        "cost": "money in USD, fixed",
        "length": "quantity in m, fixed",
        "opening": "date, fixed",
    }
    assert "Mill Street footbridge" in editor.completions(path, CLAIMS + "  - subject: Mi")
    items = editor.completions(root / "rules/x.yaml", HEADS["rules"].format("relations") + "- part:\n    part: ")
    assert "Mill Street footbridge / cost" in items
    assert editor.problems(path, CLAIMS + GOOD.replace("cost", "colour")) == []  # another name is no mistake


def test_pointing_at_a_key_teaches_it(editor: LanguageServer, root: Path) -> None:
    text = CLAIMS + "  - {subject: A, attribute: cost, value: 1999, stance: disputes}\n"
    hovered = editor.hover(root / "claims/x.yaml", text, "stance")
    assert "What the speaker does." in hovered
    assert "* `disputes`: it is not so" in hovered
    assert "As the source writes it" in editor.hover(root / "claims/x.yaml", text, "value").replace(
        "The value as", "As"
    )


def test_the_lock_names_what_is_installed_and_no_place_to_have_it_from() -> None:
    text = (HERE / "tests/node/package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text, "run `npm run lock` in tests/node"
    (_, *packages) = json.loads(text)["packages"].values()
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert "npm ci --prefix tests/node" in (HERE / ".ci/run").read_text(encoding="utf-8")
