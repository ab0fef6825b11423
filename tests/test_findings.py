"""Findings outlive edits: their ids and fingerprints depend on what is claimed, not on how it is filed."""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck.loading import Options
from crosscheck.model import Finding, Result, Severity
from crosscheck.outputs.json import COUNTS, finding_record, render
from crosscheck.pipeline import check
from crosscheck.vocabulary import Name, Names
from items import claim, findings

HERE = Path(__file__).resolve().parent.parent


def run(root: Path, **options: object) -> Result:
    return check(root, Options(today="2026-11-22", **options))  # type: ignore[arg-type]


def told(result: Result) -> list[tuple[str, str, str]]:
    return [(finding.id, finding.fingerprint, finding.message) for finding in result.findings]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """This repository's own workspace, to be changed."""
    for name in ("crosscheck.toml", "resolutions.yaml"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    for folder in ("claims", "rules"):
        (tmp_path / folder).mkdir()
        for path in (HERE / folder).glob("*.*"):
            (tmp_path / folder / path.name).write_bytes(path.read_bytes())
    return tmp_path


def two(low: str = "around $14 billion", high: str = "some $15 billion", **keys: object) -> list[Finding]:
    claims = claim("foreign-affairs", low, **keys), claim("insight-crime", high, **keys)  # type: ignore[arg-type]
    return findings(*claims, kind="money", unit="USD")


def test_an_id_is_the_hash_that_the_contract_names() -> None:
    (finding,) = two(subject="The “Plan Colómbia”", attribute="Total Aid", scope={})
    content = '["XC101","plan colombia","total aid",[],""]'
    assert finding.id == "XC101-" + hashlib.sha256(content.encode()).hexdigest()[:12]


def test_each_finding_of_an_item_has_an_id_of_its_own() -> None:
    claims = claim("a", "$1", when="2020"), claim("b", "$2", when="2020"), claim("d", "$2", when="2021")
    found = findings(*claims, kind="money", unit="USD", over_time="changes")
    assert [f.verdict.value for f in found] == ["contradiction", "superseded", "agreement"]
    assert len({f.id for f in found}) == 3


def test_an_alias_is_the_same_finding() -> None:
    names = Names.of([Name("Plan Colombia", ("Plan for Colombia",))])
    claims = claim("a", "1999", subject="Plan for Colombia"), claim("b", "2000", subject="plan colombia")
    (aliased,) = findings(*claims, kind="date", names=names)
    (plain,) = findings(claim("a", "1999"), claim("b", "2000"), kind="date")
    assert aliased.id == plain.id


def test_a_fingerprint_is_what_the_sides_say() -> None:
    (before,) = two()
    assert two("$14 billion", "$15 billion")[0].fingerprint == before.fingerprint  # the same stated readings
    assert two(high="some $16 billion")[0].fingerprint != before.fingerprint
    assert two(id="x")[0].fingerprint == before.fingerprint


def test_a_narrower_claim_on_a_side_changes_nothing_and_a_wider_one_does() -> None:
    base = claim("a", "1999"), claim("b", "2005")
    (before,) = findings(*base, kind="date")
    (narrower,) = findings(*base, claim("d", "March 1999"), kind="date")[:1]
    assert narrower.fingerprint == before.fingerprint
    (wider,) = findings(*base, claim("d", "late 1990s"), kind="date")[:1]
    assert wider.fingerprint != before.fingerprint
    # the same further witness on a known side
    (further,) = findings(*base, claim("d", "1999"), kind="date")[:1]
    assert further.fingerprint == before.fingerprint


def test_units_do_not_matter() -> None:
    (acres,) = findings(claim("a", "625,000 acres"), claim("b", "100,000 acres"), kind="quantity", unit="acre")
    (hectares,) = findings(claim("a", "625,000 acres"), claim("b", "100,000 acres"), kind="quantity", unit="ha")
    assert (acres.id, acres.fingerprint) == (hectares.id, hectares.fingerprint)


def test_the_order_of_claims_and_the_names_of_files_do_not_matter(copy: Path) -> None:
    before = told(run(copy))
    shuffled = random.Random(1)
    for path in sorted((copy / "claims").glob("*.yaml")):
        head, _, body = path.read_text(encoding="utf-8").partition("claims:\n")
        claims = ["  - " + part for part in body.split("\n  - ")]
        claims[0] = claims[0].replace("  -   - ", "  - ")
        claims = [claim.rstrip("\n") + "\n" for claim in claims]
        shuffled.shuffle(claims)
        path.write_text(head + "claims:\n" + "\n".join(claims), encoding="utf-8")
        path.rename(path.with_name(f"zz-{path.name}"))
    assert told(run(copy)) == before


def test_splitting_a_source_over_files_does_not_matter(copy: Path) -> None:
    before = told(run(copy))
    path = copy / "claims" / "as-coa.yaml"
    head, _, body = path.read_text(encoding="utf-8").partition("claims:\n")
    first, *rest = body.split("\n\n  - ")
    path.write_text(head + "claims:\n" + "\n\n  - ".join([first, *rest[:20]]) + "\n", encoding="utf-8")
    more = "source: as-coa\nclaims:\n  - " + "\n\n  - ".join(rest[20:])
    (copy / "claims" / "as-coa-2.yaml").write_text(more, encoding="utf-8")
    assert told(run(copy)) == before


def test_longer_quotes_do_not_matter(copy: Path) -> None:
    before = told(run(copy))
    for path in (copy / "claims").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(    quote: [\"']?)", r"\1as it says, ", text), encoding="utf-8")
    assert told(run(copy)) == before


def test_unrelated_claims_change_nothing(copy: Path) -> None:
    before = told(run(copy))
    claims = "".join(
        f"  - {{subject: Village {n}, attribute: start, value: '{1500 + n % 500}'}}\n" for n in range(1000)
    )
    (copy / "claims" / "gazetteer.yaml").write_text(f"source: gazetteer\nclaims:\n{claims}", encoding="utf-8")
    assert told(run(copy)) == before


def test_other_units_change_nothing(copy: Path) -> None:
    before = [(finding.id, finding.fingerprint, finding.verdict) for finding in run(copy).findings]
    path = copy / "rules" / "attributes.yaml"
    others = {"acre": "ha", "km": "mile", "kg/year": "t/month", "kg": "short ton", "year": "week", "minute": "hour",
              "day": "month"}  # fmt: skip
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"unit: (\S+)$", lambda unit: f"unit: {others.get(unit[1], unit[1])}", text, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert [(finding.id, finding.fingerprint, finding.verdict) for finding in run(copy).findings] == before


def test_swapping_two_sources_swaps_their_names_only(copy: Path) -> None:
    before = [(finding.id, finding.fingerprint, finding.verdict) for finding in run(copy).findings]
    rusi, aleld = (copy / "claims" / f"{name}.yaml" for name in ("rusi", "aleld"))
    texts = rusi.read_text(encoding="utf-8"), aleld.read_text(encoding="utf-8")
    rusi.write_text(texts[1], encoding="utf-8")
    aleld.write_text(texts[0], encoding="utf-8")
    assert [(finding.id, finding.fingerprint, finding.verdict) for finding in run(copy).findings] == before


def test_the_same_bytes_when_the_run_is_repeated(copy: Path) -> None:
    assert render(run(copy)) == render(run(copy))


def test_the_summary_does_not_depend_on_what_is_printed(copy: Path) -> None:
    (copy / "rules" / "exclusive_offices.py").unlink()  # what a rule of the workspace finds is never only counted
    every = run(copy, least=Severity.NONE)
    for least in Severity:
        some = run(copy, least=least)
        assert some.summary == every.summary
        looked_at = [finding for finding in every.findings if finding.verdict.severity >= least]
        assert [finding for finding in some.findings if finding.verdict.severity >= least] == looked_at


def test_json_is_written_finding_by_finding_as_it_would_be_at_once(copy: Path) -> None:
    for result in (run(copy), replace(run(copy), findings=())):
        text = render(result)
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_json_has_the_keys_of_the_contract(copy: Path) -> None:
    document = json.loads(render(run(copy)))
    assert list(document) == ["format", "version", "reader", "summary", "problems", "code", "findings"]
    assert tuple(document["summary"]) == COUNTS
    by_item = {(f["subject"], f["attribute"], f["verdict"]): f for f in document["findings"]}
    finding = by_item["Plan Colombia", "total US assistance", "tension"]
    assert list(finding) == [
        "id", "fingerprint", "rule", "code", "verdict", "severity", "status", "fails", "subject", "attribute", "scope",
        "message", "explanations", "sides", "resolution",
    ]  # fmt: skip
    side = finding["sides"][1]
    assert side["stated"] == [14500000000, 15500000000]
    assert side["allowed"] == [13500000000, 16500000000]
    assert (side["unit"], side["text"]) == ("USD", "some $15 billion")
    assert list(side["claims"][0]) == [
        "claim", "source", "value", "quote", "when", "scope", "said_by", "stance", "derived", "url", "file", "line",
        "column",
    ]  # fmt: skip
    assert all(f["status"] is None for f in document["findings"] if f["verdict"] == "agreement")


def test_dates_are_iso_and_their_high_end_lies_outside() -> None:
    (finding,) = findings(claim("a", "1999"), claim("b", "since 2005"), kind="date")
    record = finding_record(replace(finding, status=None))
    assert [side["stated"] for side in record["sides"]] == [["1999-01-01", "2000-01-01"], ["2005-01-01", None]]
