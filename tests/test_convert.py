"""Claims are the same in every format: what one cannot hold lies beside it, or is refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.conversion import convert
from crosscheck.conversion.reading import files_in, read
from crosscheck.problems import InputError
from crosscheck.workspace.settings import TableSettings
from crosscheck.yamltext import parse
from crosscheck.yamlwriting import scalar
from factories import Entry, c, claims_file, document, files_of, problems, run, workspace

HERE = Path(__file__).resolve().parent.parent
TABLES = ["csv", "parquet", "jsonl"]
ATTRIBUTES = "aid: {kind: money, unit: USD}\ngroups: {kind: names}\nshare: {kind: share, unit: percent}\n"
CLAIMS = {
    "s.yaml": """\
# The first paper.
source:
  id: s
  publisher: "The Paper: Sunday"
  published: 2024-05-01
  copies: [t]
claims:
  - {subject: Plan, attribute: aid, value: around $14 billion, quote: amounted to around $14 billion, id: "014"}
  - {subject: Plan, attribute: aid, value: $19 billion, scope: {stage: promised, "by": Congress}, note: "a: note"}
  - {subject: Allies, attribute: groups, value: [Norte, "Sur, Este"], exhaustive: true}
""",
    "t.yaml": """\
source: t
claims:
  - {subject: Plan, attribute: aid, value: $15 billion, when: 2015, said_by: Uribe, stance: asserts}
  - {subject: Plan, attribute: aid, value: $15 billion, url: "https://example.org/a"}
  - {subject: Allies, attribute: groups, value: "Norte, Oeste"}
""",
}


def without_places(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: without_places(value) for key, value in found.items() if key not in ("file", "line", "column")}
    return [without_places(part) for part in found] if isinstance(found, list) else found


def content_of(root: Path) -> Any:
    """All that a check says, but for where claims stand."""
    return without_places(document(root))


def converted(root: Path, source: Path | str, target: Path | str, *options: str) -> list[str]:
    """What the command says of a conversion."""
    ran = run(root, "convert", str(root / source), str(root / target), *options)
    assert ran.code == 0, ran.err
    return ran.out.replace(f"{root}/", "").splitlines()


def refused(root: Path, source: Path | str, target: Path | str, *options: str) -> list[str]:
    """Why the command refuses, having written nothing."""
    before = files_of(root)
    ran = run(root, "convert", str(root / source), str(root / target), *options)
    assert (ran.code, ran.out) == (2, "")
    assert files_of(root) == before
    return ran.err.replace(f"{root}/", "").splitlines()[:-1]


# There and back.


@pytest.mark.parametrize("format", TABLES)
def test_a_workspace_says_the_same_in_every_format(format: str, tmp_path: Path) -> None:
    root = workspace(tmp_path / "yaml", CLAIMS, attributes=ATTRIBUTES)
    before = content_of(root)
    converted(root, "claims", f"../table/claims/all.{format}")
    table = workspace(tmp_path / "table", attributes=ATTRIBUTES)
    assert content_of(table) == before
    converted(table, f"claims/all.{format}", "../again/claims")
    again = workspace(tmp_path / "again", attributes=ATTRIBUTES)
    assert content_of(again) == before
    assert sorted(files_of(again / "claims")) == ["s.yaml", "t.yaml"]
    assert before["summary"]["contradiction"] == 1


@pytest.mark.parametrize("format", TABLES)
def test_the_claims_of_this_repository_survive(format: str, tmp_path: Path) -> None:
    target = tmp_path / f"all.{format}"
    convert(HERE / "claims", target, TableSettings())
    convert(target, tmp_path / "again", TableSettings())
    before, after = (read(files_in(path), TableSettings()) for path in (HERE / "claims", tmp_path / "again"))
    assert before.differs_from(after) is None
    assert len(after.entries) > 900


def test_the_findings_of_this_repository_survive(tmp_path: Path) -> None:
    for name in ("rules", "crosscheck.toml", "resolutions.yaml"):
        path = HERE / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, tmp_path / name)
    convert(HERE / "claims", tmp_path / "claims" / "all.csv", TableSettings())
    after = content_of(tmp_path)
    assert after == content_of(HERE)
    assert len(after["findings"]) > 60


VALUES = ["$1 billion", "$2 billion", "around $1.1 billion", "more than $3 billion", "nearly $1 billion"]
LISTS = [["Norte", "Sur"], ["Norte", "Sur, Este"], "Norte and Este", ["Oeste"]]


@settings(max_examples=10)
@example([c("s", "Plan", "aid", value, note="#1") for value in ("$1 billion", "$2 billion")], "jsonl")
@example([c("s", "Plan", "aid", value, note="#1") for value in ("$1 billion", "$2 billion")], "csv")
@given(
    st.lists(
        st.builds(
            lambda source, named, scope, more: c(source, "Plan", *named, **scope, **more),
            st.sampled_from("stu"),
            st.tuples(st.just("aid"), st.sampled_from(VALUES)) | st.tuples(st.just("groups"), st.sampled_from(LISTS)),
            st.sampled_from([{}, {"scope": {"stage": "given"}}, {"scope": {"stage": "promised", "by": "a: b"}}]),
            st.sampled_from([{}, {"note": "#1"}, {"said_by": "Uribe"}, {"stance": "disputes"}, {"exhaustive": "true"}]),
        ),
        min_size=2,
        max_size=6,
    ),
    st.sampled_from(TABLES),
)
def test_whatever_is_found_is_found_again(claims: list[Entry], format: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, none = Path(name), TableSettings()
        before = workspace(folder / "before", claims, attributes=ATTRIBUTES)
        table, after = (workspace(folder / each, attributes=ATTRIBUTES) for each in ("table", "after"))
        if format == "jsonl" and all("note" in claim.keys for claim in claims):
            with pytest.raises(InputError) as refused:
                convert(before / "claims", table / "claims/all.jsonl", none)
            (problem,) = refused.value.problems
            told_of = "no claim would be a line of it, as a table has no place for notes"
            assert problem.message == f"{told_of}; accepted: .csv, .parquet, or a folder of claims files"
            assert not (table / "claims").exists()
            return
        convert(before / "claims", table / f"claims/all.{format}", none)
        convert(table / f"claims/all.{format}", after / "claims", none)
        assert content_of(table) == content_of(before)
        assert content_of(after) == content_of(before)


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=12).filter(str.strip)
HOSTILE = st.one_of(
    TEXTS, st.text(min_size=1, max_size=8).filter(str.strip), st.sampled_from(["=1+1", "- a", "#b", "'", '"'])
)


def rows(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of JSON Lines; a source may say the same twice."""
    optional = dict.fromkeys(("quote", "when", "said_by", "read_as", "scope.a", "scope.b c"), texts)
    optional |= {"stance": st.sampled_from(["asserts", "disputes"]), "exhaustive": st.sampled_from(["true", "false"])}
    value = texts | st.lists(texts, min_size=1, max_size=3)
    needed = {"source": st.sampled_from(["s", "t", "a.b-c_1"]), "subject": texts, "attribute": texts, "value": value}
    return st.lists(st.fixed_dictionaries(needed, optional=optional), min_size=1, max_size=4)


@settings(max_examples=20)
@given(rows(TEXTS), st.sampled_from(TABLES))
def test_whatever_texts_claims_have_they_come_back(rows: list[dict[str, Any]], format: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, none = Path(name), TableSettings()
        start = folder / "start.jsonl"
        start.write_text("".join(json.dumps(row) + "\n" for row in rows))
        convert(start, folder / "yaml", none)
        convert(folder / "yaml", folder / f"table.{format}", none)
        convert(folder / f"table.{format}", folder / "again", none)
        found = [read(files_in(path), none) for path in (start, folder / "yaml", folder / "again")]
        assert found[0].differs_from(found[1]) is None
        assert found[0].differs_from(found[2]) is None
        assert {path.name: path.read_text() for path in (folder / "again").iterdir()}.keys() == {
            f"{row['source']}.yaml" for row in rows
        }


@settings(max_examples=20)
@given(rows(HOSTILE), st.sampled_from([*TABLES, "yaml"]))
def test_what_would_not_come_back_is_refused(rows: list[dict[str, Any]], format: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, none = Path(name), TableSettings()
        start, target = folder / "start.jsonl", folder / ("yaml" if format == "yaml" else f"table.{format}")
        start.write_text("".join(json.dumps(row) + "\n" for row in rows))
        try:
            convert(start, target, none)
        except InputError:
            assert not target.exists()
            return
        assert read(files_in(start), none).differs_from(read(files_in(target), none)) is None


# YAML as a curator writes it.


@given(HOSTILE.map(str.strip).filter(bool))
@example("a: b")
@example("a #b")
@example("null")
@example("- a")
@example("a:")
@example("\x7f")
@example("a\u2028b")
@example('say "a"\\n\n')
def test_every_text_is_read_as_itself(text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return
    written = scalar(text)
    assert parse(f"- key: {written}\n- {written}\n- {written}: x\n".encode(), "f") == [{"key": text}, text, {text: "x"}]


@pytest.mark.parametrize(
    "text",
    [
        "1999",
        "around $14 billion",
        "no",
        "12:30",
        "2025-10-05",
        "don’t",
        "50%",
        "a-b",
        "https://example.org/#a",
        "-5",
        "=1+1",
        "~10",
        "R&D",
        "it's",
        "Norte, Sur",
        "über 3",
        "true",
    ],
)
def test_quotes_are_not_written_where_none_are_needed(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("null", '"null"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        ('say "a": b', "'say \"a\": b'"),
        ("- a", '"- a"'),
        ("a #1", '"a #1"'),
        ("[a]", '"[a]"'),
        ("\x07", '"\\u0007"'),
    ],
)
def test_quotes_are_written_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_file_reads_like_a_curated_one(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    converted(root, "claims/s.yaml", "made.yaml")
    assert (
        (root / "made.yaml").read_text()
        == """\
source:
  id: s
  publisher: "The Paper: Sunday"
  published: 2024-05-01
  copies:
    - t

claims:
  - subject: Plan
    attribute: aid
    value: around $14 billion
    quote: amounted to around $14 billion
    id: 014

  - subject: Plan
    attribute: aid
    value: $19 billion
    scope:
      by: Congress
      stage: promised
    note: "a: note"

  - subject: Allies
    attribute: groups
    value:
      - Norte
      - Sur, Este
    exhaustive: true
"""
    )


# Nothing is lost silently.


def test_what_a_table_has_no_place_for_lies_beside_it_and_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    assert converted(root, "claims", "all.csv") == [
        "wrote all.csv: 6 claims of 2 sources",
        "wrote all.csv.sources, which belongs to it: the descriptions of 1 source, 1 claim with a list of names, "
        "1 claim with a note",
        "not kept: the comments in s.yaml",
    ]
    assert sorted(files_of(root / "all.csv.sources")) == ["s.yaml"]
    assert "- Sur, Este" in (root / "all.csv.sources/s.yaml").read_text()
    assert len((root / "all.csv").read_text().splitlines()) == 5
    assert converted(root, "claims/t.yaml", "t.csv") == ["wrote t.csv: 3 claims of 1 source"]
    converted(root, "claims", "all.jsonl")
    assert '"value": ["Norte", "Sur, Este"]' in (root / "all.jsonl").read_text()


NUMBERS = '{"source": "s", "subject": "Vote", "attribute": "share", "value": 50.20}\n'
TEXT = '{"source": "t", "subject": "Vote", "attribute": "share", "value": "50.2"}\n'


def test_numbers_of_tables_stay_points(tmp_path: Path) -> None:
    other = NUMBERS.replace('"s"', '"t"').replace("50.20", "50.21")
    root = workspace(tmp_path / "a", {"a.jsonl": NUMBERS + other}, attributes=ATTRIBUTES)
    before = content_of(root)
    converted(root, "claims/a.jsonl", "../b/claims/b.parquet")
    converted(workspace(tmp_path / "b", attributes=ATTRIBUTES), "claims/b.parquet", "../c/claims/c.jsonl")
    after = content_of(workspace(tmp_path / "c", attributes=ATTRIBUTES))
    assert before["summary"] == after["summary"]
    assert [(f["id"], f["fingerprint"]) for f in before["findings"]] == [
        (f["id"], f["fingerprint"]) for f in after["findings"]
    ]
    assert before["summary"]["contradiction"] == 1


def test_numbers_are_no_text_unless_told_so(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.jsonl": NUMBERS + TEXT}, attributes=ATTRIBUTES)
    ways = "accepted: .jsonl, or --numbers-as-text, by which they are read as the text of their digits"
    assert refused(root, "claims/a.jsonl", "a.csv") == [
        f"a.csv: 1 value is a number, and in CSV everything is text; {ways}"
    ]
    assert refused(root, "claims/a.jsonl", "a") == [f"a: 1 value is a number, and in YAML everything is text; {ways}"]
    assert refused(root, "claims/a.jsonl", "a.parquet") == [
        f"a.parquet: 1 value is a number, 1 text: a column is of one type; {ways}"
    ]
    assert converted(root, "claims/a.jsonl", "a", "--numbers-as-text") == [
        "wrote a: 2 claims of 2 sources",
        "made text of 1 number",
    ]
    assert "    value: 50.20\n" in (root / "a/s.yaml").read_text()


def test_a_number_that_parquet_would_round_is_refused(tmp_path: Path) -> None:
    exact = NUMBERS.replace("50.20", "12345678901234567890.5")
    root = workspace(tmp_path, {"a.jsonl": exact}, attributes=ATTRIBUTES)
    assert refused(root, "claims/a.jsonl", "a.parquet") == [
        "a.parquet: cannot hold claim s/vote-share: it would not be read back as it is"
    ]


def test_columns_that_settings_ignore_are_told(tmp_path: Path) -> None:
    table = "paper,subject,attribute,value,page\ns,Plan,aid,$1,7\n"
    tables = '[tables]\nrename = {paper = "source"}\nignore = ["page"]\n'
    root = workspace(tmp_path, {"a.csv": table}, attributes=ATTRIBUTES, settings=tables)
    assert converted(root, "claims/a.csv", "a.yaml") == [
        "wrote a.yaml: 1 claim of 1 source",
        "not kept: columns that [tables] in crosscheck.toml ignores (page)",
    ]


def test_labels_of_sources_are_kept(tmp_path: Path) -> None:
    table = "source,subject,attribute,value\nThe Guardian,Plan,aid,$1\nb,Plan,aid,$2\n"
    root = workspace(tmp_path, {"a.csv": table}, attributes=ATTRIBUTES)
    for target in ("b.csv", "b.jsonl", "b.parquet", "curated"):
        converted(root, "claims", target)
        assert len(converted(root, target, "again.csv", "--overwrite")) == (2 if target == "curated" else 1)
    assert (root / "b.csv").read_text() == table
    assert (
        (root / "curated/guardian.yaml").read_text().startswith("source:\n  id: guardian\n  publisher: The Guardian\n")
    )
    (root / "claims" / "b.csv").write_text(table.replace("The Guardian", "guardian!"))
    assert refused(root, "claims", "c.csv") == [
        'b.csv:1:1: source "guardian!" has the id "guardian", and so has "The Guardian" of another table; '
        "write both alike, or give one an id of its own"
    ]


def test_a_table_and_what_it_was_made_of_are_not_both_kept_in_claims(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    assert converted(root, "claims/t.yaml", "claims/t.csv")[-1] == (
        "both are in claims/ now, which says everything twice: keep one of them there"
    )


# What is there stays.


def test_nothing_is_overwritten_without_being_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    converted(root, "claims", "all.csv")
    converted(root, "claims", "all.csv")  # what is there already is no other
    (root / "claims/t.yaml").write_text(claims_file("t", c("t", "Plan", "aid", "$1").keys))
    (root / "all.csv.sources/s.yaml").write_text("mine")
    there = "is there already; --overwrite replaces it"
    assert refused(root, "claims", "all.csv") == [f"all.csv: {there}", f"all.csv.sources/s.yaml: {there}"]
    converted(root, "claims", "all.csv", "--overwrite")
    assert "t,Plan,aid,$1" in (root / "all.csv").read_text()


def test_what_would_be_taken_for_a_part_of_a_table_stands_in_its_way(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    converted(root, "claims", "all.csv")
    assert refused(root, "claims/t.yaml", "all.csv", "--overwrite") == [
        "all.csv.sources/s.yaml: is of an earlier conversion, and this one has no such source"
    ]


# What cannot be converted.


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (
            "claims",
            "one.yaml",
            "one.yaml: claims has 2 sources, and a claims file holds one; name a folder, which gets a file for each",
        ),
        ("claims", "a.xlsx", "a.xlsx: accepted: a file in .yaml, .yml, .csv, .parquet, .jsonl, .ndjson, or a folder"),
        ("nowhere", "a.csv", "nowhere: is no file; accepted: .yaml, .yml, .csv, "),
        ("rules", "a.csv", "attributes.yaml:1:1: a claims file has no key"),
        ("crosscheck.toml", "a.csv", "crosscheck.toml: is not a claims file; accepted: "),
    ],
)
def test_what_is_asked_wrongly_is_told(source: str, target: str, message: str, tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    assert refused(root, source, target)[0].startswith(message)


def test_what_says_nothing_is_not_converted(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.csv": "source,subject,attribute,value\n"}, attributes=ATTRIBUTES)
    assert refused(root, "claims/a.csv", "a") == ["claims/a.csv: has no claim"]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)
    name = os.fsdecode(b"caf\xe9")
    assert refused(root, "claims", f"{name}.csv") == [
        "caf\ufffd.csv: cannot hold these claims: its path is not UTF-8; rename the file or its folder"
    ]
    converted(root, "claims/t.yaml", "claims/t.csv")
    (root / "claims/t.csv").rename(root / f"claims/{name}.csv")
    assert problems(root) == ["claims/caf\ufffd.csv:1:1: its path is not UTF-8; rename the file or its folder"]


def test_every_complaint_about_the_claims_is_told(tmp_path: Path) -> None:
    bad = {"a.yaml": "source: s\nclaims:\n  - {subject: A}\n", "b.csv": "source,subject\n"}
    root = workspace(tmp_path, bad, attributes=ATTRIBUTES)
    found = refused(root, "claims", "a.jsonl")
    assert [re.sub(":.*", "", line) for line in found] == ["a.yaml", "a.yaml", "b.csv", "b.csv"]
