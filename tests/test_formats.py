"""Every format carries the same findings, fails on the same ones, and is broken by nothing that a source says."""

from __future__ import annotations

import csv
import importlib
import io
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

import items
from crosscheck import __version__, outputs
from crosscheck.cli.check import command as check_command
from crosscheck.loading import Options, rules_of
from crosscheck.model import Decision, Finding, Resolution, Result, Status
from crosscheck.outputs import FORMATS
from crosscheck.pipeline import check
from crosscheck.problems import InputError, Position, Problem
from factories import PLAN, TODAY, Entry, c, document, findings, plan_colombia, resolve, run, workspace
from fuzz.parsers import markdown

AID = "total aid"
KINDS = PLAN + "price: {kind: money, unit: USD, over_time: changes}\n"
OWN_RULE = '''"""The curator should look at this.

## What it flags

Every item called "Remarked".
"""
from crosscheck.rules.api import Finding, Rule, Side, Verdict

RULE = Rule(code="XC901", name="look-at-this", since="0.1")


def check(item, policy):
    if item.subject == "Remarked":
        row = item.rows[0]
        side = Side((row,), (row,), row.stated, row.allowed, row.claim.text)
        yield Finding(RULE.name, RULE.code, Verdict.REMARK, item, (side,), "Look at this.", identity_key=row.claim.id)
'''
DECISIONS = {
    "Resolved": "both_right",
    "Wrong": "all_wrong",
    "Erred": "our_error",
    "Unsure": "unsure",
    "Expired": "both_right",
    "Known dispute": "both_right",
    "Known tension": "both_right",
}
MACHINES = [format for format in FORMATS if format != "text"]
GUARDED = [format for format in MACHINES if format != "json"]
"""Formats that hold nothing which steers a screen, and cut long texts; JSON has them as they are."""
GOLDEN = Path(__file__).parent / "formats"


def conflict(subject: str, first: str = "$10 billion", second: str = "$20 billion", **keys: Any) -> list[Entry]:
    return [c("s", subject, AID, first), c("t", subject, AID, second, **keys)]


def everything(root: Path) -> Path:
    """A workspace with every verdict and every status."""
    claims = [
        *conflict("New"),
        *conflict("Resolved"),
        *conflict("Wrong"),
        *conflict("Erred"),
        *conflict("Unsure"),
        *conflict("Expired"),
        *conflict("Tension", "$14 billion", "about $15 billion"),
        *conflict("Known tension", "$14 billion", "about $15 billion"),
        *conflict("Dispute", "$1", "$2", said_by="A. Speaker"),
        *conflict("Known dispute", "$1", "$2", said_by="A. Speaker"),
        *conflict("Agreed", "$10 billion", "$10 billion"),
        *conflict("Long ago"),
        c("s", "Changed", "price", "$1", when="1999"),
        c("s", "Changed", "price", "$2", when="2000"),
        *conflict("Remarked", "$1", "$2", stance="disputes"),
    ]
    workspace(root, claims, attributes=KINDS, files={"rules/own.py": OWN_RULE})
    ids = {found["subject"]: found["id"] for found in findings(root)}
    for subject, decision in DECISIONS.items():
        expires = ("--expires", "2026-01-31") if subject == "Expired" else ()
        assert resolve(root, ids[subject], *expires, decision=decision, today="2026-01-01").code == 0
    assert resolve(root, ids["Long ago"]).code == 0
    for name in ("s", "t"):
        file = root / f"claims/{name}.yaml"
        file.write_text("".join(line for line in file.read_text().splitlines(True) if "Long ago" not in line))
    return root


@cache
def example() -> tuple[Path, dict[str, Any]]:
    """The workspace with everything in it, made once, and its JSON document."""
    root = everything(Path(tempfile.mkdtemp()))
    return root, document(root)


def result_of(root: Path, **options: Any) -> Result:
    return check(root, Options(today=TODAY, **options))


def made(result: Result, format: str, least: str | None = "none", **how: Any) -> str:
    """What a format writes into a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "out")
        outputs.write(result, [(format, path)], least, color=False, quiet=False, **how)
        return path.read_bytes().decode()


def sarif(text: str) -> dict[str, Any]:
    (one,) = json.loads(text)["runs"]
    return dict(one)


def results(text: str) -> list[dict[str, Any]]:
    return list(sarif(text)["results"])


def cases(text: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter("testcase"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*,?)+)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands of a log, as the runner reads them: level, properties, message."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        level, properties, message = match.groups()
        read = dict(part.partition("=")[::2] for part in properties.split(","))
        found.append((level, {key: unescaped(value) for key, value in read.items()}, unescaped(message)))
    return found


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


FAILING: dict[str, Callable[[str], int]] = {
    "text": lambda text: int(re.search(r"; (\d+|none) failing", text)[1].replace("none", "0")),  # type: ignore[index]
    "json": lambda text: sum(found["fails"] for found in json.loads(text)["findings"]),
    "sarif": lambda text: sum(one["level"] in ("error", "warning") for one in results(text)),
    "junit": lambda text: sum(case.find("failure") is not None for case in cases(text)),
    "github": lambda text: sum(level != "notice" for level, _, _ in commands(text)),
    "gitlab": lambda text: sum(entry["severity"] in ("critical", "major") for entry in json.loads(text)),
    "csv": lambda text: sum(row["fails"] == "yes" for row in rows(text)),
    "markdown": lambda text: text.count("\n### ") - text.count("\n### Not failing\n"),
}


def assert_failing(count: int, format: str, text: str) -> None:
    """So many findings fail in a text, if it is known how to read its format."""
    if format in FAILING:
        assert FAILING[format](text) == count


def sarif_problems(text: str) -> list[tuple[str, str]]:
    (invocation,) = sarif(text)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    notes = invocation["toolConfigurationNotifications"]
    return [(where(note["locations"][0]), note["message"]["text"]) for note in notes if note["level"] == "error"]


def junit_problems(text: str) -> list[tuple[str, str]]:
    errors = list(ET.fromstring(text).iter("error"))
    assert ET.fromstring(text).get("errors") == str(len(errors))
    return [(str(error.text).partition(": ")[0], str(error.get("message"))) for error in errors]


def github_problems(text: str) -> list[tuple[str, str]]:
    errors = [(at, message) for level, at, message in commands(text) if level == "error"]
    return [(f"{at['file']}:{at['line']}:{at['col']}", message) for at, message in errors]


def gitlab_problems(text: str) -> list[tuple[str, str]]:
    entries = [entry["description"].removeprefix("wrong input: ").partition(": ") for entry in json.loads(text)]
    return [(place, message) for place, _, message in entries]


def listed(problems: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [(f"{p['file']}:{p['line']}:{p['column']}", p["message"]) for p in problems]


PROBLEMS: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "json": lambda text: listed(json.loads(text)["problems"]),
    "sarif": sarif_problems,
    "junit": junit_problems,
    "github": github_problems,
    "gitlab": gitlab_problems,
    "csv": lambda text: listed(rows(text)),
}


def assert_problem(place: str, message: str, format: str, text: str) -> None:
    """One problem is in a text, in full if it is known how to read its format."""
    assert place.partition(":")[0] in unquote(text)
    if format in PROBLEMS:
        assert PROBLEMS[format](text) == [(place, message)]


# The same findings everywhere.


def test_the_example_has_every_verdict_and_every_status() -> None:
    _, found = example()
    assert {one["verdict"] for one in found["findings"]} == {
        "contradiction",
        "tension",
        "dispute",
        "superseded",
        "agreement",
        "remark",
    }
    assert {one["status"] for one in found["findings"]} == {"new", "reopened", "open", "resolved", None}
    assert found["summary"]["failing"] == 4


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("fail_on", "failing"), [("tension", 4), ("contradiction", 3), ("none", 0)])
def test_every_format_counts_the_same_failing_findings(format: str, fail_on: str, failing: int) -> None:
    root, _ = example()
    result = result_of(root, fail_on=fail_on)
    assert result.summary["failing"] == failing
    assert_failing(failing, format, made(result, format))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_marks_what_fails(format: str) -> None:
    root, _ = example()
    assert made(result_of(root, fail_on="tension"), format) != made(result_of(root, fail_on="none"), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("least", ["none", "note", "warning", "error"])
def test_every_format_given_the_same_least_severity_carries_the_same_findings(format: str, least: str) -> None:
    root, _ = example()
    wanted = {found["id"] for found in document(root, "--min-severity", least)["findings"]}
    result = replace(result_of(root), stale=())
    assert set(re.findall(r"XC\d{3}-[0-9a-f]{12}", made(result, format, least))) == wanted


@pytest.mark.parametrize("format", MACHINES)
def test_a_format_without_findings_is_whole(format: str, tmp_path: Path) -> None:
    result = result_of(workspace(tmp_path, conflict("Agreed", "$1", "$1")))
    text = made(result, format, "error")
    assert_failing(0, format, text)
    assert [case.get("name") for case in cases(text)] == ["no findings"] if format == "junit" else True


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_is_the_same_twice_and_names_no_place_of_this_machine(format: str) -> None:
    root, _ = example()
    text = made(result_of(root), format, root=root)
    assert text == made(result_of(root), format, root=root)
    assert str(root) not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
def test_only_what_fails_is_printed_where_nothing_else_is_asked_for(format: str) -> None:
    root, document = example()
    text = made(result_of(root), format, only_failing=True)
    assert_failing(4, format, text)
    for found in document["findings"]:
        assert (found["id"] in text) == found["fails"]
    assert "Long ago" not in text


@pytest.mark.parametrize("format", FORMATS)
def test_golden_files(format: str) -> None:
    """To make one anew, delete it, run this twice, and look at what changed."""
    root, _ = example()
    text = made(result_of(root), format, rules=()).replace(__version__, "VERSION")
    file = GOLDEN / f"everything.{format}"
    if not file.exists() and "CI" not in os.environ:
        GOLDEN.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
        pytest.fail(f"wrote {file.name}")
    assert text == file.read_bytes().decode()


def test_the_command_line_offers_every_format() -> None:
    (option,) = (option for option in check_command.params if option.name == "format")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)
    for format in FORMATS:
        module = importlib.import_module(f"crosscheck.outputs.{format}")
        assert callable(module.render)
        assert callable(module.render_problems)


@pytest.mark.parametrize("format", MACHINES)
def test_the_command_line_prints_what_it_writes(format: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "root")
    file = tmp_path / "found"
    ran = run(root, "check", "--format", format, "--output", f"{format}={file}")
    assert ran.code == 1
    assert ran.out == file.read_bytes().decode().replace("\r\n", "\n")
    assert_failing(1, format, file.read_bytes().decode())


# Input that is wrong.


@pytest.mark.parametrize("format", MACHINES)
def test_wrong_input_is_told_in_every_format(format: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "root", files={"claims/u.yaml": "source: u\nclaims: []\nclaim: []\n"})
    ran = run(root, "check", "--format", format)
    (line, _) = ran.err.splitlines()
    place, _, message = line.partition(": ")
    assert ran.code == 2
    assert_problem(place, message, format, ran.out)


def where(location: dict[str, Any]) -> str:
    physical = location["physicalLocation"]
    region = physical["region"]
    assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    return f"{unquote(physical['artifactLocation']['uri'])}:{region['startLine']}:{region['startColumn']}"


@pytest.mark.parametrize("format", MACHINES)
def test_wrong_input_replaces_the_file_of_an_earlier_run(format: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "root")
    file = tmp_path / "found"
    assert run(root, "check", "--output", f"{format}={file}").code == 1
    (root / "claims/s.yaml").write_text("source: s\n")
    assert run(root, "check", "--output", f"{format}={file}").code == 2
    message = 'the file lacks "claims:"; accepted: "source:" and "claims:"'
    assert_problem("claims/s.yaml:1:1", message, format, file.read_bytes().decode())


@pytest.mark.parametrize("format", MACHINES)
def test_a_problem_with_an_option_has_no_line(format: str) -> None:
    module = importlib.import_module(f"crosscheck.outputs.{format}")
    text = module.render_problems([Problem(Position("--draft"), "names no source")])
    assert "names no source" in text
    assert "line=" not in text


def test_a_file_that_cannot_be_written_leaves_one_document_on_standard_output(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    (root / "made").mkdir()
    ran = run(root, "check", "--format", "sarif", "--output", f"junit={root / 'made'}")
    assert ran.code == 2
    assert_problem("made:1:1", "cannot be written: Is a directory", "sarif", ran.out)


# SARIF.


def by_subject(text: str) -> dict[str, dict[str, Any]]:
    return {one["properties"]["item"].partition(" / ")[0]: one for one in results(text)}


def test_sarif_marks_what_does_not_fail() -> None:
    root, _ = example()
    found = by_subject(made(result_of(root), "sarif"))
    levels = {subject: (one["kind"], one["level"]) for subject, one in found.items()}
    failing = {"New": "error", "Expired": "error", "Erred": "error", "Tension": "warning"}
    assert {subject: level for subject, (_, level) in levels.items() if level not in ("note", "none")} == failing
    assert {subject for subject, (kind, _) in levels.items() if kind == "pass"} == {"Agreed"}
    marked = {subject: [mark["status"] for mark in one["suppressions"]] for subject, one in found.items()}
    assert {subject: marks for subject, marks in marked.items() if marks} == {
        "Resolved": ["accepted"],
        "Wrong": ["accepted"],
        "Known dispute": ["accepted"],
        "Known tension": ["accepted"],
        "Unsure": ["underReview"],
    }
    (suppression,) = found["Resolved"]["suppressions"]
    assert suppression["justification"] == "both_right by A. Editor on 2026-01-01: Read both."
    assert where(suppression["location"]).startswith("resolutions.yaml:")


def test_sarif_places_the_first_claim_and_relates_the_others() -> None:
    root, document = example()
    found = by_subject(made(result_of(root), "sarif"))["New"]
    (one,) = (one for one in document["findings"] if one["subject"] == "New")
    first, second = (f"{k['file']}:{k['line']}:{k['column']}" for side in one["sides"] for k in side["claims"])
    assert [where(location) for location in found["locations"]] == [first]
    assert [where(location) for location in found["relatedLocations"]] == [second]
    assert found["message"]["text"].endswith("\nSee [t/new-total-aid](1)")
    assert found["partialFingerprints"]["findingId/v1"] == one["id"]
    assert found["partialFingerprints"]["findingFingerprint/v1"] == one["fingerprint"]


def test_sarif_has_the_page_of_every_rule() -> None:
    root, _ = example()
    run_ = sarif(made(result_of(root), "sarif", rules=rules_of(root)))
    rules = run_["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [known.rule.code for known in rules_of(root)]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run_["results"])
    (own,) = (rule for rule in rules if rule["id"] == "XC901")
    assert own["help"]["markdown"].startswith("# The curator should look at this.\n\n## What it flags\n\nEvery item")
    assert own["fullDescription"]["text"] == 'Every item called "Remarked".'


def since(root: Path, folder: Path) -> Result:
    """A run compared with one that lacked the finding on `New`, saw another one on `Erred`, and one more."""
    was = document(root)
    (gone,) = (found for found in was["findings"] if found["subject"] == "New")
    was["findings"] = [
        found | ({"fingerprint": "0" * 12} if found["subject"] == "Erred" else {}) for found in was["findings"]
    ]
    gone["id"] = gone["id"][:-12] + "0" * 12
    was["findings"] = [gone if found["subject"] == "New" else found for found in was["findings"]]
    earlier = folder / "earlier.json"
    earlier.write_text(json.dumps(was))
    return result_of(root, since=earlier)


def test_sarif_compares_with_an_earlier_run(tmp_path: Path) -> None:
    root, _ = example()
    assert all("baselineState" not in one for one in results(made(result_of(root), "sarif")))
    text = made(since(root, tmp_path), "sarif")
    states = {subject: one["baselineState"] for subject, one in by_subject(text).items()}
    assert (states.pop("New"), states.pop("Erred"), set(states.values())) == ("new", "updated", {"unchanged"})
    (invocation,) = sarif(text)["invocations"]
    (note,) = (note for note in invocation["toolConfigurationNotifications"] if note["level"] == "note")
    assert "XC101-000000000000 (contradiction: New / total aid) is gone" in note["message"]["text"]


@pytest.mark.parametrize("format", FORMATS)
def test_what_an_earlier_run_had_fails_in_no_format(format: str, tmp_path: Path) -> None:
    root, _ = example()
    result = since(root, tmp_path)
    assert result.summary["failing"] == 2
    assert_failing(2, format, made(result, format))


def test_sarif_tells_what_is_stale() -> None:
    root, _ = example()
    (invocation,) = sarif(made(result_of(root), "sarif"))["invocations"]
    (note,) = invocation["toolConfigurationNotifications"]
    assert (note["level"], invocation["executionSuccessful"], invocation["exitCode"]) == ("warning", True, 1)
    assert "Long ago" in note["message"]["text"]


# JUnit, GitHub, GitLab, CSV.


def test_junit_skips_a_conflict_that_does_not_fail_and_passes_what_is_none() -> None:
    root, _ = example()
    text = made(result_of(root), "junit")
    outcome = {str(case.get("name")).partition(" / ")[0]: next(part.tag for part in case) for case in cases(text)}
    assert Counter(outcome.values()) == {"failure": 4, "skipped": 4, "system-out": 5}
    assert {name for name, tag in outcome.items() if tag == "skipped"} == {
        "Resolved",
        "Wrong",
        "Unsure",
        "Known tension",
    }
    (suite,) = ET.fromstring(text)
    counts = [suite.get(name) for name in ("tests", "failures", "errors", "skipped")]
    assert counts == ["13", "4", "0", "4"]


def test_github_annotates_every_claim_of_what_fails() -> None:
    root, document = example()
    (one,) = (one for one in document["findings"] if one["subject"] == "New")
    said = [(level, p) for level, p, message in commands(made(result_of(root), "github")) if one["id"] in message]
    claims = [claim for side in one["sides"] for claim in side["claims"]]
    assert [(p["file"], p["line"], p["col"]) for _, p in said] == [
        (claim["file"], str(claim["line"]), str(claim["column"])) for claim in claims
    ]
    assert [level for level, _ in said] == ["error", "notice"]
    assert said[0][1]["title"] == "contradiction: New / total aid"


def test_github_shows_the_most_severe_of_each_kind_first() -> None:
    root, document = example()
    said = commands(made(result_of(root), "github"))
    fails = {one["id"] for one in document["findings"] if one["fails"]}
    kinds = [(level, message[-19:-1] in fails, at["title"].startswith("see ")) for level, at, message in said]
    assert kinds == sorted(kinds, key=lambda one: (["error", "warning", "notice"].index(one[0]), not one[1]))
    assert kinds.count(("notice", True, True)) == 4
    assert all(len(message) <= 300 and "\n" not in message for _, _, message in said)


def test_github_keeps_the_id_of_a_long_message() -> None:
    (*_, message), *_ = commands(made(Result((spoilt(["x" * 1_000] * 4),), Counter(failing=1), {}), "github"))
    assert re.fullmatch(r"x+… \(XC101-\w{12}\)", message)
    assert len(message) == 300


def test_gitlab_tells_what_is_decided_from_what_fails(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    (before,) = json.loads(made(result_of(root), "gitlab"))
    resolve(root)
    (after,) = json.loads(made(result_of(root), "gitlab"))
    assert (before["severity"], after["severity"]) == ("critical", "info")
    assert before["fingerprint"] != after["fingerprint"]
    assert set(before) == {"check_name", "description", "severity", "fingerprint", "location"}
    assert before["location"] == {"path": "claims/s.yaml", "lines": {"begin": 3}}


def test_csv_is_for_spreadsheets(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    text = made(result_of(root), "csv")
    assert text.startswith("\ufeffseverity,verdict,")
    assert text.count("\r\n") == 2
    (row,) = rows(text)
    assert (row["values"], row["sources"], row["said_by"]) == ("$10 billion\n$20 billion", "s\nt", "")


@pytest.mark.parametrize("subject", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", ' "=1"', "\u200b=1"])
def test_csv_holds_no_formula(subject: str, tmp_path: Path) -> None:
    (row,) = rows(made(result_of(workspace(tmp_path, conflict(subject))), "csv"))
    assert not row["subject"].lstrip(' "').startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if "prefix" in format.takes])
def test_a_path_leads_from_the_repository(format: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "news room")
    (tmp_path / ".git").mkdir()
    assert "news room/claims/s.yaml" in unquote(made(result_of(root), format, root=root))
    (root / ".git").mkdir()
    assert "room" not in made(result_of(root), format, root=root)


# Whatever a source says.

STEERS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u202e]")
LOG_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What the log of GitHub Actions takes for a command."""
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(["::error::", "\n::", "##[", ";="]),
        st.sampled_from(
            ["@all", "#1", "GH-1", "http://a.b", "www.a.b", ":+1:", ":x:", "![a](b)", "<b>", "&lt;", "1. ", "$x$"]
        ),
        st.sampled_from(list("%:,[](){}\\'\"<>&=+-@|`#;\n\r\t\x00\x1b\x85\u2028\u202e\ufeff\ufffe\ud800é💥")),
        st.characters(),
    ),
    min_size=1,
).map("".join)


def spoilt(texts: list[str]) -> Finding:
    """A contradiction in which everything that people write is one of `texts`."""
    (found,) = items.findings(items.claim("s", "$1"), items.claim("t", "$2"), kind="money", unit="USD")
    a, b, d, e = texts
    sides = tuple(
        replace(
            side,
            rows=tuple(
                replace(
                    row,
                    claim=replace(
                        row.claim,
                        id=f"{row.claim.source}/{b}",
                        value=a,
                        quote=d,
                        when=e,
                        said_by=a,
                        url=b,
                        file=f"claims/{d[:50]}.yaml",
                    ),
                )
                for row in side.rows
            ),
        )
        for side in found.sides
    )
    decision = Resolution(found.id, a, found.verdict, found.fingerprint, (), Decision.UNSURE, reason=b, by=d, on=e)
    return replace(
        found,
        item=replace(found.item, subject=a, scope=((d, e),)),
        sides=sides,
        message=b,
        explanations=(d, e),
        status=Status.OPEN,
        resolution=decision,
        fails=True,
    )


@given(st.lists(HOSTILE, min_size=4, max_size=4))
def test_nothing_that_a_source_says_breaks_a_format(texts: list[str]) -> None:
    found = spoilt(texts)
    assert found.resolution is not None
    result = Result((found, replace(found, fails=False)), Counter(failing=1), {}, stale=(found.resolution,))
    for format in GUARDED:
        text = made(result, format)
        assert not STEERS.search(text)
        assert "\r" not in text.replace("\r\n", "\n") if format == "csv" else "\r" not in text
        assert_failing(1, format, text)
        assert not LOG_COMMAND.search(text if format != "github" else text.replace("\n::", "\n")[2:])
        if format == "sarif":
            first, _ = results(text)
            above, _, links = first["message"]["text"].rpartition("\nSee ")
            assert "](" not in above
            assert not re.search("[{}]", re.sub(r"\{\{|\}\}", "", above + links))
            assert re.sub(r"\\.", "", links).count("](") == len(first["relatedLocations"])
        if format == "csv":
            cells = [cell for row in rows(text) for cell in row.values()]
            assert not any(re.search(r"""(\A|[\n;])[ "]*[=+\-@＝＋－＠]""", cell) for cell in cells)
        if format == "markdown":
            markdown(text)
        problem = Problem(Position(texts[0], 1, 1), texts[1])
        text = made_of_problems(format, [problem])
        assert not STEERS.search(text)
        assert not LOG_COMMAND.search(text if format != "github" else text[2:])
        if format == "markdown":
            markdown(text)
        if format in ("github", "csv"):
            assert len(commands(text) if format == "github" else rows(text)) == 1


def made_of_problems(format: str, problems: Iterable[Problem]) -> str:
    text: str = importlib.import_module(f"crosscheck.outputs.{format}").render_problems(problems)
    if format == "junit":
        ET.fromstring(text)
    text.encode()
    return text


@pytest.mark.parametrize("format", FORMATS)
def test_no_claim_makes_a_command_in_a_log(format: str, tmp_path: Path) -> None:
    keys = {name: f"\n::error::##[error]{name}" for name in ("said_by", "note")}
    scope = {"\n::a::": "##[b]"}
    said = {"s": "$1", "t": "$2"}
    terms = [
        c(source, "::set-env name=A::b", "\n ::error::c", value, quote=f"\n::x::{value}##[e]", scope=scope, **keys)
        for source, value in said.items()
    ]
    attributes = '"::error::c": {kind: money, unit: USD}\n'
    root = workspace(tmp_path, terms, attributes=attributes)
    ran = run(root, "check", "--format", format, "--min-severity", "none")
    assert ran.code == 1, ran.err
    own = ran.out if format != "github" else re.sub("(?m)^::(error|warning|notice) file=", "", ran.out)
    assert not LOG_COMMAND.search(own)
    assert "set-env" in own
    broken = workspace(tmp_path / "broken", [c("s", "##[x]", "::error::y", "\n::error::z", zzz="1")])
    ran = run(broken, "check", "--format", format)
    assert ran.code == 2
    assert not LOG_COMMAND.search(ran.err)


@pytest.mark.parametrize("words", [(), ("--format", "json")])
def test_no_value_makes_a_command_in_a_log(words: tuple[str, ...], tmp_path: Path) -> None:
    ran = run(tmp_path, "read", *words, "::error::##[x]")
    assert ran.code == 2
    assert not LOG_COMMAND.search(ran.out + ran.err)


@pytest.mark.parametrize("format", GUARDED)
def test_a_very_long_text_is_cut(format: str) -> None:
    long = "x" * 1_000_000
    result = Result((spoilt([long] * 4),), Counter(failing=1), {})
    assert len(made(result, format)) < 500_000


def test_what_is_to_be_written_is_made_before_anything_is_written(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    with pytest.raises(InputError):
        outputs.write(
            result_of(root), [("json", None), ("sarif", root / "claims")], None, color=False, quiet=False, root=root
        )
