"""Commands end with the exit code and print what the contract says, whatever the format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from crosscheck import __version__
from crosscheck.cli import COMMANDS, main
from factories import PLAN, Entry, c, document, files_of, plan_colombia, problems, resolve, run, workspace

AID, START = "total aid", "start"
AGREE = [c("s", "B", START, "1999"), c("t", "B", START, "1999")]
CONTRADICTION = [c("s", "C", AID, "$10 billion"), c("t", "C", AID, "$20 billion")]
DISPUTE = [c("s", "D", AID, "$1"), c("t", "D", AID, "$2", said_by="A. Speaker")]
SUPERSEDED = [c("s", "E", "price", "$1", when="1999"), c("s", "E", "price", "$2", when="2000")]
TENSION = [c("s", "F", AID, "$14 billion"), c("t", "F", AID, "about $15 billion")]
KINDS = PLAN + "price: {kind: money, unit: USD, over_time: changes}\n"
ALL = [*AGREE, *CONTRADICTION, *DISPUTE, *SUPERSEDED, *TENSION]
COUNTS = ("contradiction", "tension", "dispute", "superseded", "agreement")


@pytest.mark.parametrize(
    ("claims", "fail_on", "code"),
    [
        (AGREE, "tension", 0),
        (DISPUTE, "tension", 0),
        (SUPERSEDED, "tension", 0),
        (TENSION, "tension", 1),
        (TENSION, "contradiction", 0),
        (TENSION, "none", 0),
        (CONTRADICTION, "tension", 1),
        (CONTRADICTION, "contradiction", 1),
        (CONTRADICTION, "none", 0),
        (ALL, "contradiction", 1),
    ],
)
def test_a_check_fails_on_the_verdicts_that_it_is_told_to(
    claims: list[Entry], fail_on: str, code: int, tmp_path: Path
) -> None:
    root = workspace(tmp_path / "option", claims, attributes=KINDS)
    assert run(root, "check", "--fail-on", fail_on).code == code
    setting = workspace(tmp_path / "setting", claims, attributes=KINDS, settings=f'fail_on = "{fail_on}"')
    assert run(setting, "check").code == code
    failing = [found for found in document(root, "--fail-on", fail_on)["findings"] if found["fails"]]
    assert bool(failing) == bool(code)
    assert document(root, "--fail-on", fail_on)["summary"]["failing"] == len(failing)


def test_a_tension_fails_unless_told_otherwise(tmp_path: Path) -> None:
    assert run(workspace(tmp_path, TENSION), "check").code == 1


def test_the_option_outweighs_the_setting(tmp_path: Path) -> None:
    root = workspace(tmp_path, TENSION, settings='fail_on = "none"')
    assert run(root, "check").code == 0
    assert run(root, "check", "--fail-on", "tension").code == 1


@pytest.mark.parametrize(
    ("least", "printed"),
    [
        (None, {"contradiction", "tension", "dispute", "superseded", "agreement"}),
        ("none", {"contradiction", "tension", "dispute", "superseded", "agreement"}),
        ("note", {"contradiction", "tension", "dispute", "superseded"}),
        ("warning", {"contradiction", "tension"}),
        ("error", {"contradiction"}),
    ],
)
def test_min_severity_filters_what_is_printed_and_nothing_else(
    least: str | None, printed: set[str], tmp_path: Path
) -> None:
    root = workspace(tmp_path, ALL, attributes=KINDS)
    made = document(root, *(("--min-severity", least) if least else ()))
    assert {found["verdict"] for found in made["findings"]} == printed
    assert [made["summary"][verdict] for verdict in COUNTS] == [1, 1, 1, 1, 1]
    assert made["summary"]["failing"] == 2


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("least", ["none", "note", "warning", "error"])
def test_min_severity_never_changes_the_exit_code(format: str, least: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, TENSION)
    assert run(root, "check", "--format", format, "--min-severity", least).code == 1


def test_text_leaves_agreements_out_and_counts_them(tmp_path: Path) -> None:
    root = workspace(tmp_path, ALL, attributes=KINDS)
    plain, all_of_it = run(root, "check").out, run(root, "check", "--min-severity", "none").out
    assert "agreement: B / start" not in plain
    assert "agreement: B / start" in all_of_it
    assert (
        plain.splitlines()[-1]
        == all_of_it.splitlines()[-1]
        == (
            "10 claims of 2 sources on 5 items, 4 with a second source: "
            "1 contradiction, 1 tension, 1 dispute, 1 superseded, 1 agreement; "
            "2 failing, 0 resolved; quotes not checked (give --sources)"
        )
    )


def test_the_json_document_has_what_the_contract_names(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    made = document(root)
    assert list(made) == ["format", "version", "reader", "summary", "problems", "code", "findings"]
    assert (made["format"], made["version"], made["problems"]) == ("crosscheck/1", __version__, [])
    assert list(made["summary"]) == [
        "sources",
        "claims",
        "items",
        "items_of_several_sources",
        "unread",
        "contradiction",
        "tension",
        "dispute",
        "superseded",
        "agreement",
        "remark",
        "resolved",
        "failing",
    ]
    (found,) = made["findings"]
    assert list(found) == [
        "id",
        "fingerprint",
        "rule",
        "code",
        "verdict",
        "severity",
        "status",
        "fails",
        "subject",
        "attribute",
        "scope",
        "message",
        "explanations",
        "sides",
        "resolution",
    ]
    low, high = found["sides"]
    assert list(low) == ["stated", "allowed", "unit", "text", "claims"]
    assert (low["stated"], high["stated"], low["unit"]) == ([9.5e9, 10.5e9], [19.5e9, 20.5e9], "USD")
    assert low["claims"] == [
        {
            "claim": "s/plan-colombia-total-aid",
            "source": "s",
            "value": "$10 billion",
            "quote": "$10 billion",
            "when": None,
            "scope": {},
            "said_by": None,
            "stance": "asserts",
            "derived": False,
            "url": None,
            "file": "claims/s.yaml",
            "line": 3,
            "column": 69,
        }
    ]


def test_every_format_is_the_same_twice_and_names_no_place_of_this_machine(tmp_path: Path) -> None:
    root = workspace(tmp_path, ALL, attributes=KINDS)
    for format in ("text", "json"):
        ran = run(root, "check", "--format", format)
        assert ran == run(root, "check", "--format", format)
        assert str(root) not in ran.out


def test_outputs_go_to_files_beside_what_is_printed(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "root")
    text, made = tmp_path / "a b" / "found.txt", tmp_path / "found.json"
    ran = run(root, "check", "--output", f"text={text}", "--output", f"json={made}")
    assert ran.code == 1
    assert text.read_text() == ran.out
    assert made.read_text() == run(root, "check", "--format", "json").out


@pytest.mark.parametrize("output", ["json", "json=", "=found.json", "jsn=found.json", "found.json"])
def test_an_output_that_is_none_is_refused_before_anything_is_checked(output: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    before = files_of(root)
    ran = run(root, "check", "--output", output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'--output: "{output}" is not F=FILE with F one of text, json')
    assert files_of(root) == before


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    (root / "made").mkdir()
    ran = run(root, "check", "--output", f"json={root / 'made'}")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "made:1:1: cannot be written: Is a directory")
    assert list((root / "made").iterdir()) == []


def test_an_output_to_a_device_does_not_replace_it(tmp_path: Path) -> None:
    assert run(plan_colombia(tmp_path), "check", "--output", "json=/dev/null").code == 1
    assert Path("/dev/null").is_char_device()


def test_quiet_prints_findings_only(tmp_path: Path) -> None:
    loud, quiet = run(plan_colombia(tmp_path), "check"), run(tmp_path, "check", "--quiet")
    assert quiet.code == 1
    assert loud.out == quiet.out + loud.out.splitlines()[-1] + "\n"
    assert resolve(tmp_path, "XC101", "--quiet") == (0, "", "")
    assert run(workspace(tmp_path / "agree", AGREE), "check", "--quiet") == (0, "", "")


@pytest.mark.parametrize(("args", "coloured"), [((), True), (("--no-color",), False)])
def test_colours_go_to_terminals_unless_told_otherwise(
    args: tuple[str, ...], coloured: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    root = plan_colombia(tmp_path)
    assert "\x1b[" not in run(root, "check").out
    monkeypatch.setattr("crosscheck.cli.common.wants_color", lambda: True)
    from click.testing import CliRunner

    from crosscheck.cli import main

    out = CliRunner().invoke(main, ["check", "--workspace", str(root), *args], color=True).stdout
    assert ("\x1b[" in out) is coloured


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("check", "--today", "tomorrow"), "'tomorrow' is not a day such as 2026-11-22"),
        (("check", "--today", "2026-02-30"), "'2026-02-30' is not a day such as 2026-11-22"),
        (("check", "--fail-on", "dispute"), "'dispute' is not one of 'contradiction', 'tension', 'none'"),
        (("check", "--min-severity", "low"), "'low' is not one of 'none', 'note', 'warning', 'error'"),
        (("check", "--format", "xml"), "'xml' is not one of"),
        (("check", "--bogus"), "No such option"),
        (("resolve", "--decision", "maybe"), "'maybe' is not one of 'source_wrong', 'all_wrong'"),
    ],
)
def test_wrong_arguments_are_refused(args: tuple[str, ...], complaint: str, tmp_path: Path) -> None:
    command, *rest = args
    ran = run(plan_colombia(tmp_path), command, *rest)
    assert (ran.code, ran.out) == (2, "")
    assert complaint in ran.err


def test_the_workspace_is_the_nearest_folder_that_has_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from crosscheck.cli import main

    root = plan_colombia(tmp_path)
    monkeypatch.chdir(root / "claims")
    assert CliRunner().invoke(main, ["check"]).stdout == run(root, "check").out


def test_a_report_is_written_and_does_not_fail(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    ran = run(root, "report")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "wrote reports/index.html")
    assert (root / "reports/index.html").read_text().startswith("<!")
    (root / "claims/s.yaml").write_text("")
    assert run(root, "report").code == 2


def read(*args: str, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
    """What `crosscheck read` tells of each value, as JSON."""
    return [json.loads(line) for line in run(Path(), "read", "--format", "json", *args, stdin=stdin).out.splitlines()]


def test_read_tells_each_value_on_a_line_of_its_own() -> None:
    *made, refused = read("some $15 billion", "5 km", "blurb")
    assert made == [
        {
            "text": "some $15 billion",
            "kind": "money",
            "unit": "USD",
            "stated": [14.5e9, 15.5e9],
            "allowed": [13.5e9, 16.5e9],
        },
        {"text": "5 km", "kind": "quantity", "unit": "m", "stated": [4750, 5250], "allowed": [4500, 5500]},
    ]
    assert list(refused) == ["text", "error"]
    assert refused["text"] == "blurb"
    assert '"blurb"' in refused["error"]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--kind", "count", "1999"), {"kind": "count", "stated": [1999, 1999]}),
        (("1999",), {"kind": "date", "stated": ["1999-01-01", "2000-01-01"]}),
        (("--unit", "km", "5 mi"), {"unit": "km", "stated": [7.644384, 8.449056]}),
        (("--relative-to", "2015", "the following year"), {"stated": ["2016-01-01", "2017-01-01"]}),
        (("--published", "2025-03-01", "January 3"), {"stated": ["2025-01-03", "2025-01-04"]}),
        (("--date-order", "dmy", "10/05/2025"), {"stated": ["2025-05-10", "2025-05-11"]}),
        (("--fiscal-year", "10-01", "FY2024"), {"stated": ["2023-10-01", "2024-10-01"]}),
        (("Tuesday, March 25, 2024",), {"weekday_mismatch": "2024-03-25 is a Monday, not a Tuesday"}),
        (("1.6 miles (4 km)",), {"conversion_mismatch": "4 km cannot be the same value"}),
        (("--kind", "names", "A and B"), {"kind": "names", "stated": None, "allowed": None}),
        (("at least $5",), {"stated": [5, None]}),
    ],
)
def test_read_takes_what_a_value_needs(args: tuple[str, ...], expected: dict[str, Any]) -> None:
    (made,) = read(*args)
    assert {key: made[key] for key in expected} == expected


def test_read_takes_a_value_a_line_from_standard_input() -> None:
    made = read("-", stdin="1999\r\n\n$5\nblurb")
    assert [(record["text"], record.get("kind")) for record in made] == [
        ("1999", "date"),
        ("", None),
        ("$5", "money"),
        ("blurb", None),
    ]


def test_read_fails_if_a_value_cannot_be_read() -> None:
    assert run(Path(), "read", "1999", "$5").code == 0
    ran = run(Path(), "read", "1999", "blurb\x1b[31m")
    assert ran.code == 2
    assert "blurb<U+001B>[31m\n  cannot be read: " in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("option", ["--relative-to", "--published"])
def test_read_refuses_an_anchor_that_is_no_date(option: str) -> None:
    ran = run(Path(), "read", option, "soon", "May")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{option}: cannot be read as a date: ")


@pytest.mark.parametrize("day", ["13-01", "02-30", "02-29", "04-31", "1001", "10", "W01-1", "00-01", "10-00"])
def test_read_refuses_a_fiscal_year_that_begins_on_no_day(day: str) -> None:
    ran = run(Path(), "read", "--fiscal-year", day, "FY2024")
    assert (ran.code, ran.out) == (2, "")
    assert "is not a month and day" in ran.err


RULE = """\"\"\"A rule.\"\"\"
from crosscheck.rules.api import Rule
RULE = Rule("XC901", "own", "0.1")
def check(item, policy):
"""


@pytest.mark.parametrize(
    ("module", "complaint"),
    [
        ("1 / 0\n", "1:1: the rule module cannot be loaded: ZeroDivisionError: division by zero"),
        ("import sys\nsys.exit(0)\n", "2:1: the rule module cannot be loaded: SystemExit: 0"),
        (
            RULE.replace('"XC901"', "901") + "    yield",
            '1:1: the rule module "crosscheck_workspace_rules.own" lacks a RULE = Rule(code="XC…", name=…, since=…) '
            "with three digits",
        ),
        (
            RULE + "    raise ValueError(item.subject)\n",
            '5:1: rule XC901 fails on "Plan Colombia / total aid": ValueError: Plan Colombia',
        ),
        (
            RULE + "    return None\n",
            "1:1: rule XC901 fails on \"Plan Colombia / total aid\": TypeError: 'NoneType' object is not iterable",
        ),
        (
            RULE + "    yield 3\n",
            '1:1: rule XC901 fails on "Plan Colombia / total aid": TypeError: it yields something else than findings',
        ),
    ],
)
def test_a_broken_rule_is_a_problem_of_the_rule(module: str, complaint: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, files={"rules/own.py": module})
    assert problems(root) == [f"rules/own.py:{complaint}"]


def test_every_broken_rule_is_told(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, files={"rules/a.py": "1 / 0\n", "rules/b.py": "2 / 0\n"})
    broken = "the rule module cannot be loaded: ZeroDivisionError: division by zero"
    assert problems(root) == [f"rules/a.py:1:1: {broken}", f"rules/b.py:1:1: {broken}"]


def test_read_takes_bytes_that_are_not_utf8() -> None:
    assert [record["text"] for record in read("-", stdin=b"1999\n\xff\n")] == ["1999", "\ufffd"]


def test_a_workspace_without_claims_is_an_empty_document(tmp_path: Path) -> None:
    ran = run(workspace(tmp_path), "check", "--format", "json")
    assert (ran.code, json.loads(ran.out)["findings"]) == (3, [])


def test_problems_go_to_standard_error_and_into_the_document(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": ""})
    (line,) = problems(root)
    ran = run(root, "check", "--format", "json")
    assert ran.err.splitlines()[0] == line
    assert json.loads(ran.out)["problems"][0]["message"] == line.partition("1:1: ")[2]


def test_ctrl_c_ends_a_command_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crosscheck.pipeline.checked", interrupted)
    assert run(plan_colombia(tmp_path), "check") == (130, "", "interrupted\n")


def test_the_list_of_commands_cuts_nothing_off() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert not any("..." in line or "…" in line for line in listed)


@pytest.mark.parametrize(
    ("variables", "options", "is_painted"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"FORCE_COLOR": ""}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1"}, ("--no-color",), False),
    ],
)
def test_colours_are_as_the_environment_asks(
    variables: dict[str, str],
    options: tuple[str, ...],
    is_painted: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(plan_colombia(tmp_path), "check", *options).out) == is_painted
