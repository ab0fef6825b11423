"""The documentation names everything that there is, and what it shows is what the program does.

`make docs` writes what its examples print; look at what that changes.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import runpy
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from pydantic import BaseModel

import crosscheck
from crosscheck.cli import COMMANDS, common, main
from crosscheck.formatting import number_text
from crosscheck.model import Decision, Kind, OverTime, Stance, Status, Verdict
from crosscheck.options import decimal
from crosscheck.outputs import FORMATS
from crosscheck.problems import Problems
from crosscheck.rules import shipped
from crosscheck.workspace.documents import (
    AttributeDocument,
    ClaimDocument,
    FigureDocument,
    NameDocument,
    ProposalsDocument,
    ResolutionDocument,
    SourceDocument,
)
from crosscheck.workspace.relations import ROLES
from crosscheck.workspace.settings import Settings, load_settings
from factories import run, workspace

HERE = Path(__file__).resolve().parent.parent
DOCS = HERE / "docs"
sys.path.insert(0, str(DOCS))
import examples  # noqa: E402

sys.path.remove(str(DOCS))

PAGES = examples.pages()
CONTEXT = click.Context(main)
HELP = re.compile(r"^\$ crosscheck \w+ --help\n(?:(?!\$ |```).*\n)*", re.MULTILINE)


def page(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def first_cells(text: str) -> set[str]:
    """Every code span in the first column of the tables of a page."""
    return {
        span for cell in re.findall(r"^\|([^|\n]*)\|", text, re.MULTILINE) for span in re.findall("`([^`]+)`", cell)
    }


ALL = "\n".join(page(name_of(path)) for path in PAGES)


# ---- what is shown is what happens


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_example_is_what_the_program_does(path: Path) -> None:
    assert examples.rewritten(path) == path.read_text(encoding="utf-8"), "run `make docs`"


def test_every_command_line_is_run_or_its_test_is_named() -> None:
    shown = [command for path in PAGES for command in examples.commands(path.read_text(encoding="utf-8"))]
    elsewhere = [command for command in shown if examples.is_elsewhere(command)]
    assert len(shown) - len(elsewhere) > 50
    for beginning, where in examples.ELSEWHERE.items():
        assert any(command.startswith(beginning) for command in elsewhere), f"{beginning} is shown nowhere"
        assert all((HERE / file).is_file() for file in re.findall(r"tests/[\w/]+\.py", where))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_command_in_a_sentence_exists(path: Path) -> None:
    text = examples.BLOCK.sub("", path.read_text(encoding="utf-8"))
    for line in re.findall(r"`crosscheck ([^`]+)`", text):
        name, *words = line.split()
        known = main.get_command(CONTEXT, name)
        assert known is not None, line
        options = {option for parameter in known.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("-") and word != "-"} <= options, line


def test_other_wordings_that_are_named_are_read() -> None:
    text = page("docs/values.md") + page("docs/amounts.md")
    named = re.findall(r"^Also (.*?)\.\n", text, re.MULTILINE | re.DOTALL)
    wordings = [wording for sentence in named for wording in re.findall("`([^`]+)`", sentence)]
    assert len(wordings) > 10
    for wording in wordings:
        assert crosscheck.read(f"{wording} 40 people").kind == "count"


def test_the_claim_in_the_readme_is_one(tmp_path: Path) -> None:
    (block,) = (block for block in examples.blocks(page("README.md")) if "claims:" in block.text and not block.file)
    root = workspace(tmp_path, {"a.yaml": block.text}, attributes="total US assistance: {kind: money}")
    assert run(root, "check").code == common.FOUND_NOTHING


# ---- links


@pytest.mark.parametrize("path", [*PAGES, *sorted((DOCS / "rules").glob("*.md"))], ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert examples.broken_links(path) == []


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for path in DOCS.glob("*.md"):
        assert path.name == "README.md" or f"({path.name})" in index


# ---- everything is there


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command is not None
    assert f"\n| [`crosscheck {name}" in page("docs/commands.md")
    (text,) = (
        text for path in DOCS.glob("commands-*.md") if f"\n## crosscheck {name}\n" in (text := path.read_text("utf-8"))
    )
    (listed,) = (part for part in HELP.findall(text) if part.startswith(f"$ crosscheck {name} "))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"{parameter.opts[-1]} " in listed, parameter.opts
            assert parameter.help or parameter.show_default or parameter.name == "format"


def test_every_convention_that_the_benchmark_excuses_is_documented() -> None:
    benchmark = (HERE / "benchmarks" / "readings_accuracy.py").read_text(encoding="utf-8")
    table = re.search(r"^CONVENTIONS = \{$(.*?)^\}$", benchmark, re.DOTALL | re.MULTILINE)
    assert table
    pages = (page(f"docs/{name}.md") for name in ("values", "amounts", "dates", "languages"))
    documented = " ".join(" ".join(pages).split())
    names = re.findall(r'^    "(.*?)": r', table[1], re.MULTILINE)
    assert len(names) > 20
    assert [name for name in names if name not in documented] == []


def test_the_page_of_units_is_current() -> None:
    written = (DOCS / "units.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(DOCS / "write_units.py"))["page"](), "run `make docs`"


def test_the_page_of_errors_is_current() -> None:
    written = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(DOCS / "write_errors.py"))["page"](), "run `make docs`"


def test_every_rule_has_a_page_that_is_its_docstring() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "rules").iterdir()}
    assert written == runpy.run_path(str(DOCS / "write_rules.py"))["pages"](), "run `make docs`"
    for rule in shipped():
        assert f"| {rule.rule.name} | {rule.title} |" in written["README.md"]


def test_every_verdict_status_decision_and_exit_code_is_documented() -> None:
    for verdict in Verdict:
        assert f"\n| {verdict.value} | " in page("docs/verdicts.md")
    for word in (*Stance, *OverTime):
        assert f"\n| `{word}` | " in page("docs/verdicts.md")
    for word in (*Status, *Decision):
        assert f"\n| `{word}` | " in page("docs/decisions.md")
    for kind in Kind:
        assert f"\n| `{kind}` | " in page("docs/attributes.md")
    for code in (code for name, code in vars(common).items() if name.isupper() and type(code) is int):
        assert f"\n| {code} | " in page("docs/commands.md")


def test_every_format_is_documented_with_what_it_prints() -> None:
    listed = re.findall(r"^\| `(\w+)` \| .* \| (\w+)", page("docs/formats.md").split("\n## ")[0], re.MULTILINE)
    assert dict(listed) == {name: format.least.name.lower() for name, format in FORMATS.items()}


def test_every_setting_is_documented_with_its_default(tmp_path: Path) -> None:
    path = tmp_path / "crosscheck.toml"
    path.write_text("nonsense = 1\n")
    problems = Problems()
    load_settings(path, problems)
    (known,) = (problem.message.rpartition("known: ")[2].split(", ") for problem in problems.found)
    defaults = Settings()
    tables = {name for name in known if dataclasses.is_dataclass(getattr(defaults, name, None))}
    expected: dict[str, Any] = {name: getattr(defaults, name) for name in known if name not in tables}
    for table in tables:
        inside = getattr(defaults, table)
        expected |= {f"{field.name} in [{table}]": getattr(inside, field.name) for field in dataclasses.fields(inside)}
    del expected["currency in [readings]"]  # only sources declare it
    entries = set(re.findall(r"^\| `(\w+)` of `\[\[tables\]\]` \|", page("docs/settings.md"), re.MULTILINE))
    assert entries == {"files", "constants", "melt", "split", "sheet"}
    for name in (*entries, "parts"):
        del expected[f"{name} in [tables]"]
    rows = re.findall(r"^\| `(\w+)`(?: in `(\[\w+\])`)? \| (\S.*?) \|", page("docs/settings.md"), re.MULTILINE)
    documented = {f"{name} in {table}" if table else name: default for name, table, default in rows}
    assert documented == {name: shown(default) for name, default in expected.items()}


def test_every_option_of_a_rule_is_documented_with_its_default_and_bounds() -> None:
    rows = re.findall(
        r"^\| `(\w+)` of \[`(\w+)`\]\(rules/\w+\.md\) \| (\S+) \| (\S+) \| (\S+) \|", page("docs/settings.md"), re.M
    )
    options = [(each.name, rule.rule, each) for rule in shipped() for each in rule.rule.options]
    assert rows == [
        (name, rule.code, *map(decimal, (option.default, option.least, option.most))) for name, rule, option in options
    ]
    for name, rule, option in options:
        assert f"\n- `{name}` (" in page(f"docs/rules/{rule.code}.md")
        assert option.meaning in page(f"docs/rules/{rule.code}.md")


def shown(default: object) -> str:
    """A default as settings.md writes it."""
    if default is None:
        return "none"
    if isinstance(default, str | tuple | dict):
        return f"`{json.dumps(default)}`"
    return f"`{float(default):.2f}`" if default != int(default) else number_text(int(default))  # type: ignore


@pytest.mark.parametrize(
    ("file", "model"),
    [
        ("claims", SourceDocument),
        ("claims", ClaimDocument),
        ("attributes", AttributeDocument),
        ("attributes", NameDocument),
        ("decisions", ResolutionDocument),
        ("articles", ProposalsDocument),
        ("articles", FigureDocument),
    ],
    ids=["source", "claim", "attribute", "name", "resolution", "proposals", "figure"],
)
def test_every_key_of_a_file_is_documented(file: str, model: type[BaseModel]) -> None:
    keys = {name.rstrip("_") for name in model.model_fields}
    assert keys <= first_cells(page(f"docs/{file}.md"))


def test_every_relation_is_documented_with_its_keys() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (`.*?`) \|", page("docs/relations.md"), re.MULTILINE))
    assert rows == {kind.value: ", ".join(f"`{role}`" for role in roles) for kind, roles in ROLES.items()}


def test_every_key_of_the_json_is_documented() -> None:
    def keys(schema: Any) -> Iterator[str]:
        for name, part in schema.items() if isinstance(schema, dict) else ():
            if name == "properties":
                yield from part
            for each in part if isinstance(part, list) else [part]:
                yield from keys(each)

    schema = json.loads((HERE / "schema" / "output.json").read_text(encoding="utf-8"))
    documented = set(re.findall("`([^`]+)`", examples.BLOCK.sub("", page("docs/json.md"))))
    assert set(keys(schema)) <= documented
    assert {"summary", "sides", "claims", "follows_from"} <= set(keys(schema))


def test_every_name_of_the_api_is_documented() -> None:
    names, reference = page("docs/python.md"), page("docs/python-reference.md")
    assert {name.partition("(")[0] for name in first_cells(names)} == set(crosscheck.__all__) - {"__version__"}
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", reference, re.MULTILINE | re.DOTALL))
    for name, text in parts.items():
        documented = {cell.partition("(")[0] for cell in first_cells(text)}
        if name == "Functions":
            assert documented == {"check", "load", "read"}
            continue
        offered = getattr(crosscheck, name)
        here = {public for public in vars(offered) if not public.startswith("_")} - {"of"}
        if name == "Workspace":
            here |= set(inspect.signature(offered.check).parameters) - {"self"}
        assert documented == here, name
    assert {"Result", "Finding", "Side", "Claim", "Reading"} <= set(parts)


def test_links_lead_to_known_places_only() -> None:
    hosts = {"www.foreignaffairs.com", "github.com", "gitlab.com", "schema.org", "example.com"}
    assert set(re.findall(r"\bhttps?://([^/\s`)\"]+)", ALL)) <= hosts


def test_the_version_is_the_one_of_the_changelog() -> None:
    version = tomllib.loads(page("pyproject.toml"))["project"].get("version")
    assert version is None  # one place: src/crosscheck/__init__.py
    assert f"\n## {crosscheck.__version__} " in page("CHANGELOG.md")


def test_the_design_describes_every_part_of_the_code() -> None:
    described = {span.removesuffix("/").removesuffix(".py") for span in first_cells(page("docs/design.md"))}
    parts = {path.stem for path in (HERE / "src" / "crosscheck").iterdir() if path.suffix in ("", ".py")}
    assert described == parts - {"__init__", "__pycache__"}
