"""Claims in tables: the same findings as in claims files, and clear complaints about what cannot be read."""

from __future__ import annotations

import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from crosscheck.archive.opening import load_all
from factories import c, document, finding, findings, problems, run, workspace
from tables import ATTRIBUTES, CLAIMS, csv_of, flat, json_lines_of, parquet_of, table_files, without_places


@pytest.mark.parametrize("format", ["csv", "tabs", "jsonl", "parquet", "mixed"])
def test_a_table_says_what_claims_files_say(format: str, tmp_path: Path) -> None:
    told = document(workspace(tmp_path / "yaml", CLAIMS, attributes=ATTRIBUTES))
    files = table_files(CLAIMS, format, tmp_path)
    assert without_places(document(workspace(tmp_path / "table", files, attributes=ATTRIBUTES))) == without_places(told)
    assert len(told["findings"]) > 8


def test_a_claim_of_a_table_stands_in_its_row_and_column(tmp_path: Path) -> None:
    rows = 'Plan,aid,"$10 billion",s\n\n"Plan","aid","$20\nbillion",t\n"Plan",aid,$30 billion,u\n'
    text = f"subject,attribute,value,source\n{rows}"
    found = finding(workspace(tmp_path, {"all.csv": text}, attributes=ATTRIBUTES))
    places = {(claim["line"], claim["column"]) for side in found["sides"] for claim in side["claims"]}
    assert places == {(2, 3), (4, 3), (6, 3)}


NUMBERS = 'source,subject,attribute,value\ns,Plan,aid,14500000000\nt,Plan,aid,14400000000\nu,"Plan",aid,14500000000\n'


@pytest.mark.parametrize("type", ["BIGINT", "DOUBLE", "DECIMAL(20,2)", "HUGEINT", "FLOAT"])
def test_numbers_are_points(type: str, tmp_path: Path) -> None:
    made = parquet_of(NUMBERS, tmp_path, f"types={{value: '{type}'}}")
    (side, other) = finding(workspace(tmp_path / "w", {"a.parquet": made}, attributes=ATTRIBUTES))["sides"]
    assert (side["stated"], other["stated"]) == ([14400000000, 14400000000], [14500000000, 14500000000])
    assert len(other["claims"]) == 2


def test_a_text_of_figures_is_read_and_a_number_is_a_point(tmp_path: Path) -> None:
    rows = [
        {"source": "s", "subject": "Vote", "attribute": "share", "value": "50.2"},
        {"source": "t", "subject": "Vote", "attribute": "share", "value": 50.21},
    ]
    root = workspace(tmp_path / "jsonl", {"a.jsonl": json_lines_of(rows)}, attributes=ATTRIBUTES)
    assert findings(root) == []
    rows[0]["value"] = 50.2
    root = workspace(tmp_path / "numbers", {"a.jsonl": json_lines_of(rows)}, attributes=ATTRIBUTES)
    assert finding(root)["verdict"] == "contradiction"


def test_digits_of_json_lines_are_kept(tmp_path: Path) -> None:
    line = '{"source": "s", "subject": "Plan", "attribute": "aid", "value": 123456789012345678901234567890.10}\n'
    (claim,) = load_all(workspace(tmp_path, {"a.jsonl": line}, attributes=ATTRIBUTES)).claims
    assert claim.value == "123456789012345678901234567890.10"


def test_numbers_of_dates_and_words_are_texts(tmp_path: Path) -> None:
    rows = [
        {"source": s, "subject": "Plan", "attribute": "start", "value": v}
        for s, v in (("s", 1999), ("t", "March 1999"))
    ]
    assert findings(workspace(tmp_path, {"a.jsonl": json_lines_of(rows)}, attributes=ATTRIBUTES)) == []


def test_columns_are_renamed_and_ignored(tmp_path: Path) -> None:
    settings = '[tables]\nrename = {paper = "source", Total = "value"}\nignore = ["page"]\n'
    text = "paper,subject,attribute,Total,page\ns,Plan,aid,$1 million,3\nt,Plan,aid,$2 million,9\n"
    root = workspace(tmp_path, {"a.csv": text}, attributes=ATTRIBUTES, settings=settings)
    assert finding(root)["verdict"] == "contradiction"


HEAD = "source,subject,attribute,value"
KEYS = (
    "source, subject, attribute, value, id, quote, read_as, language, when, said_by, stance, relative_to, exhaustive, "
    "url, scope.<key>; or rename or ignore it in [tables] of crosscheck.toml"
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "source,subject,value\ns,Plan,$1\n",
            ['1:1: the table lacks the column "attribute"; found: "source", "subject", "value"'],
        ),
        (
            "source,subjct,attribute,value\ns,Plan,aid,$1\n",
            [f'1:2: a table of claims has no column "subjct" (did you mean "subject"?); known: {KEYS}'],
        ),
        (f"{HEAD},value\n", ['1:5: duplicate column "value" (first as column 4)']),
        (f"{HEAD},scope.by,scope. by\n", ['1:6: duplicate column "scope.by" (first as column 5)']),
        (
            f"{HEAD}\ns,,aid,$1\ns,Plan, ,\n",
            ['2:1: row 1 lacks "subject"', '3:1: row 2 lacks "attribute"', '3:1: row 2 lacks "value"'],
        ),
        (f"{HEAD},read_as\ns,Plan,aid,\x1c,$1\n", ['2:1: row 1 lacks "value"']),
        (
            f"{HEAD}\ns,Plan\ns,Plan,aid,$1,x\n",
            [
                "2:1: the row has 2 cells, where the first line names 4 columns",
                "3:1: the row has 5 cells, where the first line names 4 columns",
            ],
        ),
        (
            f"{HEAD}\n???,Plan,aid,$1\n",
            [
                '2:1: "id" of the source of row 1 is "???"; accepted: a slug of letters a-z and digits, joined by '
                "- _ or ."
            ],
        ),
        (
            f"{HEAD},stance\ns,Plan,aid,$1,saying\n",
            ['2:5: "stance" of row 1 is "saying"; accepted: asserts, reports, disputes'],
        ),
        (f"{HEAD}\ns,Plan,aid,caf\xe9\n".encode("latin-1"), ["2:1: the row is not UTF-8; save the file as UTF-8 text"]),
        (f"{HEAD}\n".encode("utf-16"), ["1:1: this is UTF-16; save the file as UTF-8 text"]),
        ("", ["1:1: the first line is empty; accepted: the names of the columns"]),
        (
            f'{HEAD}\ns,Plan,aid,"$1\n',
            ['2:1: a quoted cell does not end before the next one; a quote mark inside of it is written ""'],
        ),
    ],
)
def test_what_cannot_be_read_of_csv_is_told(content: str | bytes, told: list[str], tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.csv": content}, attributes=ATTRIBUTES)
    assert problems(root) == [f"claims/a.csv:{line}" for line in told]


def test_what_cannot_be_read_of_json_lines_is_told(tmp_path: Path) -> None:
    lines = (
        '{"source": "s", "subject": "Plan"',
        "[1]",
        '{"source": "s", "source": "t"}',
        '{"source": NaN}',
        '{"source": "s", "scope.by": {"a": "b"}}',
        '{"source": "s", "value": [1, [2]]}',
        '{"source": "s", "value": "\\ud800"}',
        '{"source": "s", "value": ["\\udfff"]}',
        '{"\\ud800": "s"}',
        f'{{"source": "{"s" * 16_000_001}"}}',
    )
    assert problems(workspace(tmp_path, {"a.jsonl": "\n".join(lines)}, attributes=ATTRIBUTES)) == [
        "claims/a.jsonl:1:1: not JSON: expecting ',' delimiter (character 35)",
        "claims/a.jsonl:2:1: a line must be an object: its keys and values in braces",
        'claims/a.jsonl:3:1: duplicate key "source"',
        "claims/a.jsonl:4:1: NaN is no number",
        'claims/a.jsonl:5:1: "scope.by" is a mapping; accepted: text',
        'claims/a.jsonl:6:1: "value" is a list of other things than texts; accepted: text',
        "claims/a.jsonl:7:1: \\ud800 is half a letter; write the letter itself",
        "claims/a.jsonl:8:1: \\udfff is half a letter; write the letter itself",
        "claims/a.jsonl:9:1: \\ud800 is half a letter; write the letter itself",
        "claims/a.jsonl:10:1: the line has more than 16,000,000 bytes",
    ]


def test_a_truncated_parquet_file_is_told(tmp_path: Path) -> None:
    whole = parquet_of(NUMBERS, tmp_path)
    for size in (0, 4, len(whole) // 2, len(whole) - 1):
        (told,) = problems(workspace(tmp_path / str(size), {"a.parquet": whole[:size]}, attributes=ATTRIBUTES))
        assert told.startswith("claims/a.parquet:1:1: cannot be read as Parquet: ")
        assert str(tmp_path) not in told


def test_values_that_cannot_be_read_are_listed_then_counted(tmp_path: Path) -> None:
    rows = [flat(c("s", f"Plan {n}", "aid", "a lot" if n % 2 else f"$much{n}", id=f"a{n}")) for n in range(50)]
    root = workspace(tmp_path, {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES)
    told = problems(root)
    assert len(told) == 21
    assert told[0] == "claims/a.csv:1:1: 30 more values cannot be read"
    assert told[1].startswith('claims/a.csv:2:4: value "$much0" cannot be read as money')


def test_values_that_cannot_be_read_may_be_left_out(tmp_path: Path) -> None:
    claims = (
        c("s", "Plan", "aid", "$1"),
        c("t", "Plan", "aid", "$2"),
        c("u", "Plan", "aid", "lots"),
        c("v", "Plan", "start", "a year later", relative_to="begun"),
        c("v", "Plan", "start", "once", id="begun"),
    )
    rows = [flat(entry) for entry in claims]
    settings = '[tables]\nunreadable = "warn"\n'
    root = workspace(tmp_path, {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES, settings=settings)
    made = document(root)
    summary = made["summary"]
    assert (summary["claims"], summary["unread"], summary["contradiction"]) == (5, 3, 1)
    assert {problem["file"] for problem in made["problems"]} == {"claims/a.csv"}
    code, out, _ = run(root, "check")
    assert code == 1
    assert 'claims/a.csv:4:4: warning: value "lots" cannot be read as money' in out


def test_a_claims_file_is_never_left_out(tmp_path: Path) -> None:
    root = workspace(
        tmp_path, [c("s", "Plan", "aid", "lots")], attributes=ATTRIBUTES, settings='[tables]\nunreadable = "warn"\n'
    )
    assert len(problems(root)) == 1


def test_a_draft_may_be_a_table(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", CLAIMS, attributes=ATTRIBUTES)
    (tmp_path / "draft.csv").write_text("source,subject,attribute,value\nu,Plan Colombia,aid,$90 million\n")
    found = document(root, "--draft", str(tmp_path / "draft.csv"))
    assert {f["attribute"] for f in found["findings"]} == {"aid"}
    assert run(root, "check", "--draft", str(tmp_path / "draft.csv")).code == 1


@pytest.mark.parametrize(
    "number", ["1e999999999", "1e-999999999", "1e400", "-1e400", "9" * 5_000, "1e9999999999999999999"]
)
def test_a_number_that_is_too_large_is_told(number: str, tmp_path: Path) -> None:
    line = f'{{"source": "s", "subject": "Plan", "attribute": "aid", "value": {number}}}\n'
    (told,) = problems(workspace(tmp_path, {"a.jsonl": line}, attributes=ATTRIBUTES))
    assert told.startswith("claims/a.jsonl:1:4: value")
    assert "a number" in told


def test_numbers_of_any_size_are_compared(tmp_path: Path) -> None:
    rows = [{"source": s, "subject": "FARC", "attribute": "members", "value": v} for s, v in (("s", 5e-324), ("t", 7))]
    root = workspace(tmp_path, {"a.jsonl": json_lines_of(rows)}, attributes="members: {kind: count}")
    assert "times as much" in finding(root)["message"]


def test_times_of_parquet_are_utc_on_every_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "source,subject,attribute,value,when\ns,Plan,start,1999-12-31T23:30:00Z,2001-01-01T00:00:00Z\n"
    found = set()
    for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        for type in ("TIMESTAMPTZ", "TIMESTAMP", "TIMESTAMP_NS"):
            made = parquet_of(text, tmp_path, f"types={{value: '{type}', 'when': '{type}'}}")
            root = workspace(tmp_path / f"{zone[:4]}-{type}", {"a.parquet": made}, attributes=ATTRIBUTES)
            (claim,) = load_all(root).claims
            found.add((claim.value, claim.when))
    monkeypatch.undo()
    time.tzset()
    assert found == {("1999-12-31T23:30", "2001-01-01")}


def test_a_parquet_file_that_is_damaged_behind_its_footer_is_told(tmp_path: Path) -> None:
    whole = bytearray(parquet_of(NUMBERS, tmp_path))
    whole[4:40] = b"\xff" * 36
    (told,) = problems(workspace(tmp_path / "w", {"a.parquet": bytes(whole)}, attributes=ATTRIBUTES))
    assert told.startswith("claims/a.parquet:1:1: cannot be read as Parquet: ")


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonl"])
def test_a_row_of_too_much_text_is_told(format: str, tmp_path: Path) -> None:
    claims = [c("s", "Plan", "aid", "$1", quote="x" * 10_001), c("t", "Plan", "aid", "$2")]
    root = workspace(tmp_path / "w", table_files(claims, format, tmp_path), attributes=ATTRIBUTES)
    (told,) = problems(root)
    assert "row 1 has more than 10,000 characters" in told


def test_columns_of_scope_that_separate_nothing(tmp_path: Path) -> None:
    scope = {f"k{n}": f"value {n}" for n in range(100)} | {"by": "A\x1eB", "k7": "a\x1e7\x1fb\x1e"}
    claims = [c("s", "Gang", "status", "open", scope=scope), c("t", "Gang", "status", "closed", scope={"k3": "x"})]
    files = table_files(claims, "jsonl", tmp_path)
    (claim, other) = load_all(workspace(tmp_path / "w", files, attributes=ATTRIBUTES)).claims
    assert dict(claim.scope) == scope
    assert other.scope == (("k3", "x"),)


def test_tables_are_grouped_by_a_bounded_number_of_keys(tmp_path: Path) -> None:
    scope = {f"k{n:02}": "x" for n in range(51)}
    files = table_files([c("s", "Gang", "status", "open", scope=scope)], "csv", tmp_path)
    attributes = f"status: {{kind: category, separated_by: [{', '.join(scope)}]}}\n"
    (told,) = problems(workspace(tmp_path / "w", files, attributes=attributes))
    assert told == (
        "rules/attributes.yaml:1:1: tables have columns for 51 keys of scope that separate items; accepted: at most 50"
    )


@pytest.mark.parametrize("column", ["subject", "quote"])
@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 1e300, 2.0])
def test_any_number_may_stand_in_a_column_of_texts(column: str, number: float, tmp_path: Path) -> None:
    cells = {"source": "s", "subject": "Plan", "attribute": "members", "value": "5", "quote": "5", column: number}
    pq.write_table(pa.table({name: [cell] for name, cell in cells.items()}), tmp_path / "made.parquet")
    table = (tmp_path / "made.parquet").read_bytes()
    root = workspace(tmp_path / "w", {"a.parquet": table}, attributes="members: {kind: count}\n")
    assert run(root, "check").code == 0
