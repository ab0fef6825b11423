"""Rules of a workspace: those of this newsroom, and what any of them may do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck.rules import api, as_shipped, shipped
from factories import Entry, c, document, findings, plan_colombia, problems, resolve, run, workspace

RULES = Path(__file__).resolve().parent.parent / "rules"
HOLDER = "holder: {kind: names, over_time: changes}"


def holder(source: str, person: str, *, office: str = "president of Colombia", when: str = "2024") -> Entry:
    return c(source, office, "holder", person, when=when)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([holder("s", "Gustavo Petro"), holder("t", "Iván Duque")], ["contradiction"]),
        ([holder("s", "Petro"), holder("t", "Duque", when="2024-05")], ["contradiction"]),
        ([holder("s", "Petro", when="2023/2024"), holder("t", "Duque", when="2022/2023")], ["tension"]),
        ([holder("s", "Petro"), holder("t", "Duque", when="2020")], ["superseded"]),
        ([holder("s", "Petro"), holder("t", "Petro")], []),
        # one person with two offices at once
        ([holder("s", "Rubio", office="secretary of state"), holder("t", "Rubio", office="security adviser")], []),
        # an office that several people hold
        ([holder("s", "Moreno", office="US senator"), holder("t", "Paul", office="US senator")], []),
    ],
)
def test_an_office_has_one_holder_at_a_time(tmp_path: Path, claims: list[Entry], told: list[str]) -> None:
    rule = (RULES / "exclusive_offices.py").read_bytes()
    root = workspace(tmp_path, claims, attributes=HOLDER, files={"rules/exclusive_offices.py": rule})
    assert [finding["verdict"] for finding in findings(root)] == told


EVERY_ITEM = '''"""Every item is looked at."""
from crosscheck.rules.api import Rule, remark

RULE = Rule(code="XC951", name="look", since="0.1")


def check(item, policy):
    yield remark(RULE, item, "Seen.", item.rows[0].claim.id)
'''
AGREEING = [c("s", "Plan", "cost", "$5"), c("t", "Plan", "cost", "$5"), c("s", "Other plan", "cost", "$7")]
TABLE = "source,subject,attribute,value\ns,Plan,cost,$5\nt,Plan,cost,$5\ns,Other plan,cost,$7\n"
COST = "cost: {kind: money, unit: USD}"


@pytest.mark.parametrize("claims", [AGREEING, {"plans.csv": TABLE}], ids=["files", "a table"])
def test_a_rule_sees_every_item(tmp_path: Path, claims: list[Entry] | dict[str, str | bytes]) -> None:
    root = workspace(tmp_path, claims, attributes=COST, files={"rules/look.py": EVERY_ITEM})
    for severity in ("none", "note"):
        found = findings(root, "--min-severity", severity)
        assert [(finding["code"], finding["subject"]) for finding in found] == [
            ("XC951", "Other plan"),
            ("XC951", "Plan"),
        ]
    # What is not printed is found all the same, and its decision is not stale.
    resolve(root, found[0]["id"])
    assert "no longer found" not in run(root, "check", "--min-severity", "error").err


def test_a_rule_of_suspects_only_need_not_see_the_other_items_of_a_table(tmp_path: Path) -> None:
    rule = EVERY_ITEM.replace('since="0.1"', 'since="0.1", suspects_only=True')
    disputed = TABLE + "u,Plan,cost,$9\n"
    root = workspace(tmp_path, {"plans.csv": disputed}, attributes=COST, files={"rules/look.py": rule})
    found = findings(root, "--min-severity", "note")
    assert [(finding["code"], finding["subject"]) for finding in found] == [("XC101", "Plan"), ("XC951", "Plan")]


@pytest.mark.parametrize(
    ("left_out", "lacks"),
    [
        ("check(item, policy)", "a generator check(item, policy), or check_workspace(overview)"),
        ('"""Every item is looked at."""', "a docstring whose first line is its title"),
    ],
)
def test_what_a_rule_module_lacks_is_said(tmp_path: Path, left_out: str, lacks: str) -> None:
    rule = EVERY_ITEM.replace(left_out, "helper(item, policy)" if "check" in left_out else "")
    root = workspace(tmp_path, AGREEING, attributes=COST, files={"rules/look.py": rule})
    message = f'the rule module "crosscheck_workspace_rules.look" lacks {lacks}'
    assert problems(root) == [f"rules/look.py:1:1: {message}"]


# ------------------------------------------------------------------------------------------------ old names

OLD_RULES = {
    "offices.py": (
        '''"""One person holds an office."""
from crosscheck.comparing.itemwise import findings_of
from crosscheck.model import Rule, Verdict
from crosscheck.readings.names import normalise

RULE = Rule(code="XC952", name="old-office", since="0.1")


class OnePerson:
    def differ(self, a, b):
        return None if self.meet(a, b) else Verdict.CONTRADICTION

    def meet(self, a, b):
        return bool(set(a.reading.terms) & set(b.reading.terms))


def check(item, policy):
    if normalise(item.attribute.name) == "holder":
        yield from findings_of(item, policy, RULE, OnePerson())
''',
        [
            "import findings_of from crosscheck.rules.api",
            "import Rule, Verdict from crosscheck.rules.api",
            "import normalise from crosscheck.rules.api",
            "called compatible(a, b) now",
        ],
    ),
    "survey.py": (
        '''"""The workspace is looked at."""
from crosscheck.comparing.findings import remark
from crosscheck.model import Rule

RULE = Rule(code="XC952", name="old-survey", since="0.1")


def survey(overview):
    for item in overview.items:
        yield remark(RULE, item, "Seen.", item.rows[0].claim.id)
''',
        ["import remark", "import Rule", "called check_workspace(overview) now"],
    ),
    "tell.py": (
        '''"""A finding is told apart."""
from crosscheck.model import Finding, Rule, Side, Verdict

RULE = Rule(code="XC952", name="old-tell", since="0.1")


def check(item, policy):
    row = item.rows[0]
    side = Side((row,), (row,), None, None, row.claim.text)
    yield Finding(RULE.name, RULE.code, Verdict.REMARK, item, (side,), "Seen.", tell=row.claim.id)
''',
        ["import Finding, Rule, Side, Verdict", "called identity_key= now"],
    ),
}


@pytest.mark.parametrize("file", OLD_RULES)
def test_names_of_the_last_version_work_with_a_warning_that_says_the_new_one(tmp_path: Path, file: str) -> None:
    rule, new = OLD_RULES[file]
    claims = [holder("s", "Gustavo Petro"), holder("t", "Iván Duque")]
    root = workspace(tmp_path, claims, attributes=HOLDER, files={f"rules/{file}": rule})
    with pytest.warns(FutureWarning) as warned:
        found = findings(root)
    assert [finding["code"] for finding in found] == ["XC952"]
    messages = list(dict.fromkeys(str(one.message) for one in warned))
    assert all(name in message for name, message in zip(new, messages, strict=True)), messages
    assert {Path(one.filename).name for one in warned} == {file}


def test_a_name_that_is_not_for_rules_is_imported_from_where_it_is(tmp_path: Path) -> None:
    rule = EVERY_ITEM.replace("\nRULE", "\nfrom crosscheck.model import PUBLISHED, Item\n\nRULE", 1)
    root = workspace(tmp_path, AGREEING, attributes=COST, files={"rules/look.py": rule})
    assert [found["code"] for found in findings(root)] == ["XC951"] * len(findings(root)) != []


def test_rules_are_as_shipped_if_none_is_off_or_replaced() -> None:
    first, *others = shipped()
    assert as_shipped([first, *others])
    assert not as_shipped(others)
    assert not as_shipped([replace(first, origin="rules/own.py"), *others])


def test_all_that_a_rule_may_import_is_listed() -> None:
    assert sorted(api.__all__) == sorted(name for name in vars(api) if not name.startswith("_"))


SEEN_TWICE = EVERY_ITEM.replace("XC951", "XC952").replace('"look"', '"again"')
LEAVES_A_TRACE = 'open("trace", "w").close()\n'


def test_without_rules_no_code_of_the_workspace_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = 'disable = ["again"]\n[rules.XC951]\nlimit = 3\n'
    code = {"rules/look.py": LEAVES_A_TRACE + EVERY_ITEM, "rules/again.py": LEAVES_A_TRACE + SEEN_TWICE}
    root = workspace(tmp_path / "w", AGREEING, attributes=COST, settings=settings, files=code)
    ran = run(root, "check", "--no-rules", "--output", "json=out.json", "--output", "sarif=out.sarif")
    assert (ran.code, ran.err) == (0, "")
    assert "not run (--no-rules): rules/again.py, rules/look.py\n" in ran.out
    made = json.loads((tmp_path / "out.json").read_text())
    assert made["code"] == {"ran": [], "not_run": ["rules/again.py", "rules/look.py"]}
    for command in ("report", "rule"):
        assert run(root, command, "--no-rules").code == 0
    assert not (tmp_path / "trace").exists()


def test_what_code_was_run_is_said(tmp_path: Path) -> None:
    root = workspace(tmp_path, AGREEING, attributes=COST, files={"rules/look.py": EVERY_ITEM})
    assert "\nran rules/look.py\n" in run(root, "check").out
    assert document(root)["code"] == {"ran": ["rules/look.py"], "not_run": []}


def test_decisions_on_rules_that_were_not_run_are_not_stale(tmp_path: Path) -> None:
    root = workspace(tmp_path, AGREEING, attributes=COST, files={"rules/look.py": EVERY_ITEM})
    (first, *_) = findings(root)
    assert resolve(root, first["id"]).code == 0
    before = (root / "resolutions.yaml").read_bytes()
    assert "no longer found" not in run(root, "check", "--no-rules").out
    assert run(root, "resolve", "--prune", "--no-rules").out == "no decision is stale\n"
    assert (root / "resolutions.yaml").read_bytes() == before


def test_a_rule_of_the_workspace_is_run_once(tmp_path: Path) -> None:
    """Its code may do anything, so no output loads it again."""
    count = "from pathlib import Path\nwith Path(__file__).with_name('runs').open('a') as file:\n    file.write('x')\n"
    root = plan_colombia(tmp_path, files={"rules/look.py": EVERY_ITEM + count})
    run(root, "check", "--format", "sarif", "--output", f"json={tmp_path / 'f.json'}")
    assert (root / "rules" / "runs").read_text() == "x"
