"""What decisions found wrong, as ClaimReview: valid, of nothing that was not found wrong, with nothing made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factories import TODAY, Entry, Ran, c, claims_file, files_of, findings, resolve, run, workspace
from fuzz.parsers import claimreview

AID = "total aid"
SETTINGS = '[export]\npublisher = "The Gazette"\nurl = "https://example.com/checks"\n'
HEADS: dict[str, dict[str, str]] = {
    "s": {
        "id": "s",
        "publisher": "The Source",
        "title": "What it cost",
        "author": "A. Writer",
        "published": "2025-12-15",
        "url": "https://example.com/s",
        "archived": "https://example.org/archived/s",
    },
    "t": {"id": "t", "publisher": "The Times", "published": "2024-03/.."},
    "u": {"id": "u", "publisher": "The Union"},
}
APART = [c("s", "Plan", AID, "$10 billion", id="aid"), c("t", "Plan", AID, "$20 billion", id="aid")]


def decided(root: Path, claims: list[Entry], decision: str, *wrong: str, settings: str = SETTINGS) -> Path:
    """A workspace in which every conflict is decided."""
    by_source: dict[str, list[dict[str, Any]]] = {}
    for source, keys in claims:
        by_source.setdefault(source, []).append(keys)
    files = {f"{source}.yaml": claims_file(HEADS[source], *keys) for source, keys in by_source.items()}
    workspace(root, files, settings=settings)
    ids = [found["id"] for found in findings(root) if found["verdict"] in ("contradiction", "tension", "dispute")]
    assert resolve(root, *ids, *(word for name in wrong for word in ("--wrong", name)), decision=decision).code == 0
    return root


def export(root: Path, *args: str) -> Ran:
    return run(root, "export", "--today", TODAY, *args)


def reviews(root: Path, *args: str) -> list[dict[str, Any]]:
    ran = export(root, *args)
    assert ran.code == 0, ran.err
    return claimreview(ran.out)


def test_a_review_has_all_that_is_known(tmp_path: Path) -> None:
    root = decided(tmp_path, APART, "source_wrong", "s")
    (found,) = findings(root)
    assert reviews(root) == [
        {
            "@type": "ClaimReview",
            "url": f"https://example.com/checks#{found['id']}",
            "claimReviewed": "Plan / total aid: “$10 billion”",
            "datePublished": TODAY,
            "author": {"@type": "Organization", "name": "The Gazette"},
            "itemReviewed": {
                "@type": "Claim",
                "text": "$10 billion",
                "author": {"@type": "Organization", "name": "The Source"},
                "datePublished": "2025-12-15",
                "appearance": {
                    "@type": "CreativeWork",
                    "url": "https://example.com/s",
                    "headline": "What it cost",
                    "publisher": {"@type": "Organization", "name": "The Source"},
                    "datePublished": "2025-12-15",
                    "archivedAt": "https://example.org/archived/s",
                },
            },
            "reviewRating": {"@type": "Rating", "alternateName": "Wrong"},
            "reviewBody": "Read both.",
        }
    ]


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    (made,) = reviews(decided(tmp_path, APART, "source_wrong", "t"))
    publisher = {"@type": "Organization", "name": "The Times"}
    assert made["itemReviewed"] == {
        "@type": "Claim",
        "text": "$20 billion",
        "author": publisher,
        "appearance": {"@type": "CreativeWork", "publisher": publisher},
    }


@pytest.mark.parametrize(
    ("published", "known"),
    [("2025", "2025"), ("2025-12", "2025-12"), ("2025-21", None), ("2025?", None), ("2025-12/2026-01", None)],
)
def test_a_date_that_is_not_exact_is_left_out(published: str, known: str | None, tmp_path: Path) -> None:
    root = decided(tmp_path, APART, "source_wrong", "t")
    (root / "claims/t.yaml").write_text(claims_file({**HEADS["t"], "published": published}, APART[1].keys))
    (made,) = reviews(root)
    assert made["itemReviewed"].get("datePublished") == known


def test_the_settings_say_who_is_what_where_it_is_and_what_wrong_is_called(tmp_path: Path) -> None:
    settings = SETTINGS.replace("/checks", "/{finding}.html")
    settings += 'rating = "False"\npeople = ["the speaker", "A. Writer"]\norganizations = ["UNODC"]\n'
    claims = [
        c("s", "Plan", AID, "$10 billion", said_by="The Speaker", quote="took $10 billion"),
        c("t", "Plan", AID, "$20 billion", said_by="UNODC", stance="asserts"),
        c("u", "Plan", AID, "$30 billion", said_by="an official"),
    ]
    root = decided(tmp_path, claims, "all_wrong", settings=settings)
    made = {one["itemReviewed"]["text"]: one for one in reviews(root)}
    assert {text: one["itemReviewed"].get("author") for text, one in made.items()} == {
        "took $10 billion": {"@type": "Person", "name": "The Speaker"},
        "$20 billion": {"@type": "Organization", "name": "UNODC"},
        "$30 billion": None,
    }
    first = made["took $10 billion"]
    assert first["url"].startswith("https://example.com/XC101-")
    assert first["url"].endswith(".html")
    assert first["claimReviewed"] == "Plan / total aid: “$10 billion”, said by The Speaker"
    assert first["reviewRating"]["alternateName"] == "False"
    assert first["itemReviewed"]["appearance"]["author"] == {"@type": "Person", "name": "A. Writer"}
    assert "datePublished" not in first["itemReviewed"]
    assert "left out: the type of an official: list each under people or organizations" in export(root).err


def test_a_denial_that_is_wrong_is_reviewed_as_one(tmp_path: Path) -> None:
    claims = [APART[0], c("t", "Plan", AID, "$10 billion", stance="disputes")]
    (made,) = reviews(decided(tmp_path, claims, "source_wrong", "t"))
    assert made["claimReviewed"] == "Plan / total aid: not “$10 billion”"


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        ("both_right", "both_right, so no claim was found wrong"),
        ("our_error", "our_error, so the claim was curated wrongly and its source may be right"),
        ("unsure", "unsure, so nothing is settled"),
    ],
)
def test_a_decision_that_found_nothing_wrong_is_told(decision: str, why: str, tmp_path: Path) -> None:
    root = decided(tmp_path, APART, decision)
    (found,) = findings(root)
    ran = export(root)
    assert claimreview(ran.out) == []
    assert ran.err == f"left out: {found['id']} (Plan / total aid): {why}\n"
    assert export(root, "--quiet").err == ""


def test_what_is_not_decided_any_more_is_told(tmp_path: Path) -> None:
    root = decided(tmp_path, APART, "source_wrong", "s")
    (root / "claims/t.yaml").write_text(claims_file(HEADS["t"], APART[1].keys | {"value": "$25 billion"}))
    (root / "claims/u.yaml").write_text(claims_file("u", {"subject": "Road", "attribute": "start", "value": "1999"}))
    (root / "claims/v.yaml").write_text(claims_file("v", {"subject": "Road", "attribute": "start", "value": "2000"}))
    ran = export(root)
    assert claimreview(ran.out) == []
    assert "reopened, as what its sides say has changed since it was decided" in ran.err
    assert "left out: 2 conflicts not decided" in ran.err


def test_the_one_found_wrong_is_reviewed_while_the_others_still_differ(tmp_path: Path) -> None:
    root = decided(tmp_path, [*APART, c("u", "Plan", AID, "$30 billion")], "source_wrong", "s")
    assert [one["itemReviewed"]["text"] for one in reviews(root)] == ["$10 billion"]


def test_a_remark_is_no_claim(tmp_path: Path) -> None:
    workspace(tmp_path, [c("s", "Plan", AID, "$5", when="2062")], settings=SETTINGS)
    (tmp_path / "claims/s.yaml").write_text(claims_file(HEADS["s"], c("s", "Plan", AID, "$5", when="2062").keys))
    (found,) = findings(tmp_path)
    assert resolve(tmp_path, found["id"], decision="all_wrong").code == 0
    assert "a remark, which is about how a claim is written" in export(tmp_path).err


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", ['crosscheck.toml: [export] lacks "publisher"', 'crosscheck.toml: [export] lacks "url"']),
        (SETTINGS.replace("https", "javascript"), ['crosscheck.toml: "url" in [export] does not begin']),
        (SETTINGS.replace("/checks", "/#checks"), ['"url" in [export] has a "#"; write {finding} where']),
        ("[export]\nurl = 3\npublishers = 1\n", ['2:1: "url" is "3"; accepted:', "3:1: [export] has no setting"]),
    ],
)
def test_facts_that_are_missing_are_refused(settings: str, told: list[str], tmp_path: Path) -> None:
    root = workspace(tmp_path, APART, settings=settings)
    ran = export(root)
    assert (ran.code, ran.out) == (2, "")
    assert all(one in line for one, line in zip(told, ran.err.splitlines(), strict=True))


def test_a_source_without_a_name_is_refused_where_it_is_declared(tmp_path: Path) -> None:
    claims = [c("s", "Plan", AID, "$10 billion", id="aid"), APART[1]]
    root = decided(tmp_path, claims, "all_wrong")
    (root / "claims/s.yaml").write_text(claims_file({"id": "s"}, claims[0].keys))
    ran = export(root)
    said = 'has no "publisher", so a review cannot say where its claims were made'
    assert (ran.code, ran.out, ran.err) == (2, "", f'claims/s.yaml:1:9: source "s" {said}\n')


def test_it_goes_into_a_script_whatever_a_source_says(tmp_path: Path) -> None:
    bad = "</script><script>alert(1)</script><!-- ##[error] \u2028\u202e ]]>"
    value = {"value": "$10 billion", "quote": f"$10 billion {bad}", "url": "javascript:alert(1)"}
    claims = [Entry("s", {"subject": f"Plan {bad}", "attribute": AID, **value})]
    made = export(decided(tmp_path, [*claims, c("t", f"Plan {bad}", AID, "$20 billion")], "all_wrong")).out
    assert not set("<>&\u2028\u2029") & set(made)
    assert "##[" not in made
    (first, _) = claimreview(made)
    assert first["itemReviewed"]["text"].startswith("$10 billion </script><script>alert(1)")
    assert first["itemReviewed"]["appearance"]["url"] == "https://example.com/s"


def test_it_goes_to_a_file_and_over_nothing_that_is_read(tmp_path: Path) -> None:
    root = decided(tmp_path, APART, "all_wrong")
    ran = export(root, "--output", str(root / "made.json"))
    assert (ran.code, ran.out, ran.err) == (0, "wrote made.json: 2 reviews\n", "")
    assert (root / "made.json").read_text() == export(root).out
    before = files_of(root)
    for name in ("claims/s.yaml", "resolutions.yaml", "crosscheck.toml"):
        ran = export(root, "--output", str(root / name))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{Path(name).name}: is what the run reads; name another file\n"
    assert files_of(root) == before


def test_archives_are_exported_as_files_are(tmp_path: Path) -> None:
    rows = ("The Source,Plan,total aid,$10 billion", "The Times,Plan,total aid,$20 billion")
    table = "\n".join(("source,subject,attribute,value", *rows))
    root = workspace(tmp_path, {"a.csv": table}, settings=SETTINGS)
    assert resolve(root, decision="all_wrong").code == 0
    names = [one["itemReviewed"]["author"]["name"] for one in reviews(root)]
    assert names == ["The Source", "The Times"]
    assert json.loads(export(root).out)["@context"] == "https://schema.org"
