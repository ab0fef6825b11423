"""Every rule: its examples, its documentation, and the same findings from both of its homes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import crosscheck.rules
from crosscheck.loading import Options
from crosscheck.model import Result, Severity
from crosscheck.pipeline import check
from crosscheck.rules import SUPPORT, shipped

HERE = Path(__file__).parent
HEADINGS = ("What it flags", "Why it matters", "Example", "How to settle it", "Known false alarms")
EXAMPLES: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # every scalar is text
    for path in sorted(HERE.glob("XC*.yaml"))
}
"""The examples of each rule. A case has

- `attributes` as in rules/attributes.yaml, or `attribute`, the declaration of the one attribute "value";
- `names` and `relations` as in rules/; `sources`: further keys of sources, by id; `files`: further files, by path,
  of which those in texts/ are what --sources gives;
- `claims` as in claims files, each with its `source`; the subject is "the thing" and the attribute "value" unless said;
- `finds`: the verdicts of the rule, the most severe first; `also`: those of other rules that are conflicts, by code;
- `derives`, where given: the values of the derived claims in findings;
- `explains`, where given: all explanations of the findings.
"""
CASES = [pytest.param(code, case, id=f"{code}: {case['name']}") for code, cases in EXAMPLES.items() for case in cases]
CONFLICTS = {"contradiction", "tension"}


def workspace(folder: Path, case: dict[str, Any]) -> Path:
    by_source: dict[str, list[dict[str, Any]]] = {}
    for claim in case["claims"]:
        entry = {"subject": "the thing", "attribute": "value"} | {k: v for k, v in claim.items() if k != "source"}
        by_source.setdefault(claim["source"], []).append(entry)
    documents: dict[str, Any] = {
        "rules/attributes.yaml": case.get("attributes") or {"value": case["attribute"]},
        "rules/names.yaml": case.get("names", {}),
        "rules/relations.yaml": case.get("relations", []),
    }
    for source, claims in by_source.items():
        declared = {"id": source} | case.get("sources", {}).get(source, {})
        documents[f"claims/{source}.yaml"] = {"source": declared, "claims": claims}
    files = {name: yaml.safe_dump(content, allow_unicode=True) for name, content in documents.items() if content}
    for name, text in {"crosscheck.toml": "", **files, **case.get("files", {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "rules").mkdir(exist_ok=True)
    return folder


def run(root: Path) -> Result:
    texts = root / "texts"
    return check(root, Options(today="2026-11-22", texts=texts if texts.is_dir() else None))


@pytest.mark.parametrize(("code", "case"), CASES)
def test_example(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    findings = run(workspace(tmp_path / "w", case)).findings
    others: dict[str, list[str]] = {}
    for finding in findings:
        if finding.code != code and finding.verdict.value in CONFLICTS:
            others.setdefault(finding.code, []).append(finding.verdict.value)
    assert [finding.verdict.value for finding in findings if finding.code == code] == case["finds"]
    assert others == case.get("also", {})
    if "explains" in case:
        assert [why for finding in findings for why in finding.explanations] == case["explains"]
    if "derives" in case:
        claims = [row.claim for finding in findings for side in finding.sides for row in side.rows]
        assert sorted({claim.text for claim in claims if claim.derived}) == sorted(case["derives"])


@pytest.mark.parametrize("rule", shipped(), ids=lambda rule: rule.rule.code)
def test_a_rule_has_three_examples_of_each_side_and_every_heading(rule: crosscheck.rules.LoadedRule) -> None:
    cases = EXAMPLES[rule.rule.code]
    flags = {*CONFLICTS, "remark"}
    assert sum(bool(flags & set(case["finds"])) for case in cases) >= 3
    assert sum(not flags & set(case["finds"]) for case in cases) >= 3
    headings = [line.removeprefix("## ") for line in rule.doc.splitlines() if line.startswith("## ")]
    assert tuple(headings) == HEADINGS
    assert rule.title.endswith(".")


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_shipped_rule_finds_the_same_from_a_workspace(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    shipped_result = run(workspace(tmp_path / "shipped", case))
    root = workspace(tmp_path / "own", case)
    for path in Path(crosscheck.rules.__file__).parent.glob("*.py"):
        # For one example all rules are those of the workspace, for the others only the one that it is of.
        is_wanted = case is EXAMPLES[code][0] or f'code="{code}"' in path.read_text(encoding="utf-8")
        if path.stem not in ("__init__", *SUPPORT) and is_wanted:
            shutil.copy(path, root / "rules" / path.name)
    assert any((root / "rules").glob("*.py"))
    assert run(root).findings == shipped_result.findings


def test_a_rule_of_the_workspace_is_run(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", EXAMPLES["XC101"][0])
    (root / "rules" / "silence.py").write_text(
        '"""Nothing is a conflict here."""\n'
        "from crosscheck.rules.api import Rule\n"
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
        for least in Severity:
            result = check(root, Options(today="2026-11-22", least=least))
            assert result.summary["agreement"] == count
