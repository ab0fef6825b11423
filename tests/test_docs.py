"""The documentation names everything that there is, and what it shows is what the program says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from crosscheck import cli
from crosscheck.model import Verdict
from crosscheck.problems import Problems
from crosscheck.rules import shipped
from crosscheck.workspace.settings import load_settings

HERE = Path(__file__).resolve().parent.parent
README = (HERE / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(cli.main.commands.items())


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    assert f"`crosscheck {name}" in README
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert re.search(rf"{parameter.opts[-1]}\b", README), parameter.opts


def test_every_rule_is_documented_with_its_title() -> None:
    for rule in shipped():
        assert f"| {rule.rule.code} | {rule.rule.name} | {rule.title} |" in README


def test_every_verdict_and_exit_code_is_documented() -> None:
    for verdict in Verdict:
        assert f"\n| {verdict.value} | " in README
    for code in (cli.FOUND_NOTHING, cli.FAILS, cli.WRONG_INPUT, cli.NOTHING_TO_CHECK):
        assert f"\n| {code} | " in README


def test_every_setting_is_documented_with_its_default(tmp_path: Path) -> None:
    path = tmp_path / "crosscheck.toml"
    path.write_text("[readings]\nnonsense = 1\n[nonsense]\n")
    problems = Problems()
    load_settings(path, problems)
    known = {name for problem in problems.found for name in problem.message.rpartition("known: ")[2].split(", ")}
    documented = set(re.findall(r"^\| `(\w+)`(?: in `\[readings\]`)? \|", README, re.MULTILINE))
    assert documented == known - {"readings"}


def test_the_example_of_the_readme_is_what_check_prints() -> None:
    from factories import run

    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    _, printed, _ = run(HERE, "check")
    assert shown[1] in printed
    summary = re.search(r"\$ make report\n(.*)\n", README)
    assert summary is not None
    assert printed.endswith(f"\n{summary[1]}\n")


def test_the_version_is_the_one_of_the_changelog() -> None:
    version = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"].get("version")
    from crosscheck import __version__

    assert version is None  # one place: src/crosscheck/__init__.py
    assert f"\n## {__version__} " in (HERE / "CHANGELOG.md").read_text(encoding="utf-8")
