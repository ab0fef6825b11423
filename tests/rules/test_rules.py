"""Every rule: its examples, its documentation, and the same findings from both of its homes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import crosscheck.rules
from crosscheck.check import Options, check
from crosscheck.model import Result
from crosscheck.rules import shipped

HERE = Path(__file__).parent
HEADINGS = ("What it flags", "Why it matters", "Example", "How to settle it", "Known false alarms")
EXAMPLES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("XC*.yaml"))}
CASES = [pytest.param(case, id=f"{code}: {case['name']}") for code, cases in EXAMPLES.items() for case in cases]


def workspace(folder: Path, case: dict[str, Any]) -> Path:
    (folder / "claims").mkdir(parents=True)
    (folder / "rules").mkdir()
    (folder / "crosscheck.toml").write_text("")
    (folder / "rules" / "attributes.yaml").write_text(yaml.safe_dump({"value": case["attribute"]}))
    (folder / "rules" / "names.yaml").write_text(yaml.safe_dump(case.get("names", {}), allow_unicode=True))
    by_source: dict[str, list[dict[str, Any]]] = {}
    for claim in case["claims"]:
        entry = {"subject": "the thing", "attribute": "value"} | {k: v for k, v in claim.items() if k != "source"}
        by_source.setdefault(claim["source"], []).append(
            {k: v if isinstance(v, dict) else str(v) for k, v in entry.items()}
        )
    for source, claims in by_source.items():
        document = {"source": {"id": source}, "claims": claims}
        (folder / "claims" / f"{source}.yaml").write_text(yaml.safe_dump(document, allow_unicode=True))
    return folder


def run(root: Path) -> Result:
    return check(root, Options(today="2026-11-22"))


@pytest.mark.parametrize("case", CASES)
def test_example(case: dict[str, Any], tmp_path: Path) -> None:
    result = run(workspace(tmp_path / "w", case))
    assert [finding.verdict.value for finding in result.findings] == case["finds"]


@pytest.mark.parametrize("rule", shipped(), ids=lambda rule: rule.rule.code)
def test_a_rule_has_three_examples_of_each_side_and_every_heading(rule: crosscheck.rules.LoadedRule) -> None:
    cases = EXAMPLES[rule.rule.code]
    fails = {"contradiction", "tension"}
    assert sum(bool(fails & set(case["finds"])) for case in cases) >= 3
    assert sum(not fails & set(case["finds"]) for case in cases) >= 3
    headings = [line.removeprefix("## ") for line in rule.doc.splitlines() if line.startswith("## ")]
    assert tuple(headings) == HEADINGS
    assert rule.title.endswith(".")


@pytest.mark.parametrize("case", CASES)
def test_a_shipped_rule_finds_the_same_from_a_workspace(case: dict[str, Any], tmp_path: Path) -> None:
    shipped_result = run(workspace(tmp_path / "shipped", case))
    root = workspace(tmp_path / "own", case)
    for path in Path(crosscheck.rules.__file__).parent.glob("*.py"):
        if path.name != "__init__.py":
            shutil.copy(path, root / "rules" / path.name)
    assert run(root).findings == shipped_result.findings


def test_a_rule_of_the_workspace_is_run(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", EXAMPLES["XC101"][0])
    (root / "rules" / "silence.py").write_text(
        '"""Nothing is a conflict here."""\n'
        "from crosscheck.model import Rule\n"
        'RULE = Rule(code="XC101", name="silence", since="1.0")\n'
        "def check(item, policy):\n"
        "    yield from ()\n"
    )
    assert run(root).findings == ()


def test_the_summary_counts_agreements_as_the_rules_that_run_find_them(tmp_path: Path) -> None:
    case = {"attribute": {"kind": "count"}, "claims": [{"source": name, "value": "5"} for name in "ab"]}
    root = workspace(tmp_path / "w", case)
    for settings, count in (("", 1), ('disable = ["XC101"]', 0)):
        (root / "crosscheck.toml").write_text(settings)
        for agreements in (True, False):
            result = check(root, Options(today="2026-11-22", agreements=agreements))
            assert result.summary["agreement"] == count
