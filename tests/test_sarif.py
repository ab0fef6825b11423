"""The SARIF log against the official schema, which comes from npm: `npm ci` in tests/node installs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from factories import TODAY, Entry, c, document, plan_colombia, resolve, run, workspace
from requirements import cannot_run

HERE = Path(__file__).resolve().parent.parent
SCHEMA = HERE / "tests/node/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
TOOLS = HERE / "tests/node/node_modules/@microsoft"
WRONG = (
    """{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": ""}}]}]}"""
)
"""What the multitool has to complain of."""
MANY = 600
ATTRIBUTES = (
    "aid: {kind: money, unit: USD}\nprice: {kind: money, unit: USD, over_time: changes}\nlist: {kind: names}\n"
    "start: {kind: date}\nsaid: {kind: quotation}\n"
)


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    if not SCHEMA.is_file():
        cannot_run("the schema of SARIF is not installed: `npm ci` in tests/node does it")
    made = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert made["$schema"].startswith("http://json-schema.org/draft-04/")
    Draft4Validator.check_schema(made)
    return Draft4Validator(made, format_checker=Draft4Validator.FORMAT_CHECKER)


def log(root: Path, *options: str) -> dict[str, Any]:
    """The log that the command writes, of all findings."""
    out = run(root, "check", "--format", "sarif", "--min-severity", "none", "--today", TODAY, *options).out
    made: dict[str, Any] = json.loads(out)
    return made


def errors(schema: Draft4Validator, log: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in schema.iter_errors(log)]


def generated(number: int) -> list[Entry]:
    """The claims of one item that is found, of six sorts, with hostile words."""
    name = f"Grant {number} <b>](x) “ü” \u202e#"
    sort = number % 6
    if sort == 0:
        return [c("s", name, "aid", "$10 billion", quote="ten\n\tbillion"), c("t", name, "aid", "$20 billion")]
    if sort == 1:
        return [c("s", name, "aid", "$14 billion"), c("t", name, "aid", "around $15 billion", when="2000/2015")]
    if sort == 2:
        return [c("s", name, "aid", "$1"), c("t", name, "aid", "$2", said_by="A. Speaker")]
    if sort == 3:
        return [c("s", name, "price", "$1", when="1999"), c("t", name, "price", "$2", when="2000")]
    if sort == 4:
        return [c("s", name, "list", ["x", "y"], exhaustive="true"), c("t", name, "list", ["z"])]
    return [c("s", name, "start", "1999"), c("t", name, "start", "1999", url="https://example.org/?a=b c")]


def multitool() -> Path:
    """Microsoft's validator of SARIF, which npm installs for this system; npm may leave it without its right to run."""
    tool = TOOLS / f"sarif-multitool-{sys.platform}" / "Sarif.Multitool"
    if not tool.is_file():
        cannot_run("sarif-multitool is not installed: `npm ci` in tests/node does it")
    tool.chmod(tool.stat().st_mode | 0o100)
    return tool


def test_the_multitool_finds_nothing_to_complain_of(many: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "wrong.sarif").write_text(WRONG)
    variables = {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "o/r"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        files = {f"sarif={tmp_path / 'all.sarif'}": [], f"sarif={tmp_path / 'failing.sarif'}": ["--only", "failing"]}
        for output, options in files.items():
            run(many[0], "check", "--min-severity", "none", "--today", TODAY, "--output", output, *options)
    done = subprocess.run(
        [multitool(), "validate", *sorted(map(str, tmp_path.glob("*.sarif"))), "--rule-kind", "Sarif;Gh"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    said = re.findall(r"(\w+)\.sarif\(.*?: (error|warning) (\w+)", done.stdout)
    assert {file for file, _, _ in said} == {"wrong"}, done.stdout
    made = json.loads((tmp_path / "all.sarif").read_text(encoding="utf-8"))["runs"][0]
    driver = made["tool"]["driver"]
    assert driver["informationUri"] == "https://example.org/o/r"
    assert driver["rules"][0]["helpUri"] == "https://example.org/o/r/blob/HEAD/docs/rules/XC101.md"


@pytest.mark.parametrize(
    ("server", "repository", "action", "uri"),
    [
        ("https://h.org", "o/r", "", "https://h.org/o/r"),
        ("https://h.org/", "o/r", "own/tool", "https://h.org/own/tool"),
        ("", "o/r", "", None),
        ("https://h.org", "", "", None),
        ("javascript:x", "o/r", "", None),
        ("https://h.org", "o/r)](x", "", None),
    ],
)
def test_pages_are_where_ci_says(
    server: str, repository: str, action: str, uri: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = {
        "GITHUB_SERVER_URL": server,
        "GITHUB_REPOSITORY": repository,
        "GITHUB_ACTION_REPOSITORY": action,
    }
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    driver = log(plan_colombia(tmp_path))["runs"][0]["tool"]["driver"]
    assert driver.get("informationUri") == uri
    assert ("helpUri" in driver["rules"][0]) == (uri is not None)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workspace with as many findings, some of them decided, and an earlier run with half of them."""
    claims = [claim for number in range(MANY) for claim in generated(number)]
    root = workspace(tmp_path_factory.mktemp("many"), claims, attributes=ATTRIBUTES)
    found = document(root)
    waiting = [one["id"] for one in found["findings"] if one["fails"]]
    for place, decision in enumerate(("both_right", "unsure")):
        assert resolve(root, *waiting[place * 9 : place * 9 + 9], decision=decision).code == 0
    found["findings"] = found["findings"][::2]
    earlier = root / "earlier.json"
    earlier.write_text(json.dumps(found))
    return root, earlier


def test_the_log_of_this_repository_is_sarif(schema: Draft4Validator) -> None:
    made = log(HERE)
    assert errors(schema, made) == []
    assert len(made["runs"][0]["results"]) > 50


def test_many_findings_are_sarif(schema: Draft4Validator, many: tuple[Path, Path]) -> None:
    made = log(many[0], "--since", str(many[1]))
    assert errors(schema, made) == []
    results = made["runs"][0]["results"]
    assert len(results) >= MANY
    assert Counter(mark["status"] for one in results for mark in one["suppressions"]) == {
        "accepted": 9,
        "underReview": 9,
    }
    assert {one["baselineState"] for one in results} == {"new", "unchanged"}
    assert {(one["kind"], one["level"]) for one in results} == {
        ("fail", "error"),
        ("fail", "warning"),
        ("fail", "note"),
        ("pass", "none"),
    }
    assert len({one["partialFingerprints"]["primaryLocationLineHash"] for one in results}) == len(results)


def test_wrong_input_is_sarif(schema: Draft4Validator, tmp_path: Path) -> None:
    files = {"claims/u.yaml": "source: u\nclaims: []\nclaim: []\n", "claims/v é#.yaml": "- \x07"}
    for options in ((), ("--draft", "nobody")):
        made = log(plan_colombia(tmp_path, files=files), *options)
        assert errors(schema, made) == []
        assert len(made["runs"][0]["invocations"][0]["toolConfigurationNotifications"]) >= 2


def test_what_is_no_sarif_is_told(schema: Draft4Validator, tmp_path: Path) -> None:
    made = log(plan_colombia(tmp_path))
    made["runs"][0]["results"][0]["level"] = "severe"
    assert len(errors(schema, made)) == 1


def test_no_log_has_more_than_github_takes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("crosscheck.outputs.sarif.RELATED", 5)
    monkeypatch.setattr("crosscheck.outputs.sarif.LINKS", 3)
    monkeypatch.setattr("crosscheck.outputs.sarif.RESULTS", 2)
    series = [c("s", "Long", "start", str(year), id=f"c{year}") for year in range(1990, 2000)]
    agreed = [c(source, "Agreed", "start", "1999") for source in ("s", "t")]
    other = [c("s", "Other", "start", "1980"), c("t", "Other", "start", "1990")]
    root = workspace(tmp_path, [*agreed, *series, *other], attributes=ATTRIBUTES)
    run_ = log(root)["runs"][0]
    assert [(one["level"], one["properties"]["item"]) for one in run_["results"]] == [
        ("error", "Long / start"),
        ("error", "Other / start"),
    ]
    long = run_["results"][0]
    assert len(long["relatedLocations"]) == 5
    assert long["message"]["text"].count("](") == 3
    assert long["message"]["text"].endswith("(3) and 6 more")
    (said,) = (note["message"]["text"] for note in run_["invocations"][0]["toolConfigurationNotifications"])
    assert said == "1 result left out: a log has at most 2 results"
