"""Tables as data desks have them: wide, with constants and labels, in every format."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

import crosscheck
from crosscheck.problems import InputError
from factories import findings, workspace

ATTRIBUTES = "population: {kind: count, over_time: changes}\n"
SETTINGS = """
[[tables]]
files = "claims/wide*"
rename = {"Country Name" = "subject"}
constants = {source = "World Bank", attribute = "population"}
melt = {columns = ["19??", "20??"], names = "when"}
ignore = "*"
"""
LONG = "source,subject,attribute,value,when\nThe Guardian,Aruba,population,62149,1990\n"
WIDE = [("Aruba", "ABW", 62149, 90853), ("France", "FRA", 58235697, None)]
NAMES = ("Country Name", "Code", "1990", "2000")


def _wide(format: str, folder: Path) -> bytes:
    if format == "json":
        return json.dumps([dict(zip(NAMES, row, strict=True)) for row in WIDE], indent=1).encode()
    if format == "jsonl":
        return b"".join(json.dumps(dict(zip(NAMES, row, strict=True))).encode() + b"\n" for row in WIDE)
    if format == "xlsx":
        if not os.environ.get("CI"):
            pytest.importorskip("openpyxl", reason="needs openpyxl, the extra excel")
        import openpyxl

        book = openpyxl.Workbook()
        for row in (NAMES, *WIDE):
            book.active.append(row)
        book.save(folder / "made.xlsx")
        return (folder / "made.xlsx").read_bytes()
    sign = "\t" if format == "tsv" else ","
    text = "".join(sign.join("" if c is None else str(c) for c in row) + "\n" for row in (NAMES, *WIDE))
    if format != "parquet":
        return text.encode()
    (folder / "made.csv").write_text(text)
    duckdb.sql(f"COPY (FROM read_csv('{folder}/made.csv', header=true)) TO '{folder}/made.parquet' (FORMAT parquet)")
    return (folder / "made.parquet").read_bytes()


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "xlsx", "parquet"])
def test_a_wide_table_is_a_claim_a_cell(format: str, tmp_path: Path) -> None:
    files = {f"wide.{format}": _wide(format, tmp_path), "long.csv": LONG}
    root = workspace(tmp_path / "w", files, attributes=ATTRIBUTES, settings=SETTINGS)
    loaded = crosscheck.load(root)
    assert loaded.claims == (
        "guardian/aruba-population",
        "world-bank/aruba-population",
        "world-bank/aruba-population-2",
        "world-bank/france-population",
    )
    frame = loaded.check().to_frame()
    labels = dict(zip(frame["source"], frame["publisher"], strict=True))
    assert labels == {"guardian": "The Guardian", "world-bank": "World Bank"}
    first = frame[frame["source"] == "world-bank"].iloc[0]
    assert (first["when"], first["stated_low"]) == ("1990", 62149)
    line = {"csv": 2, "tsv": 2, "json": 2, "jsonl": 1, "xlsx": 2, "parquet": 1}[format]
    assert (first["file"], first["line"]) == (f"claims/wide.{format}", line)


def _told(root: Path) -> list[str]:
    with pytest.raises(InputError) as raised:
        crosscheck.load(root).check()
    return [str(problem) for problem in raised.value.problems]


def test_labels_in_any_script_have_an_id(tmp_path: Path) -> None:
    labels = ["Gazeta Łódzka", "Ræson", "Süddeutsche", "朝日新聞", "朝日新聞!", "12: Παναγιώτης"]
    table = "source,subject,attribute,value\n" + "".join(f"{label},Aruba,population,1\n" for label in labels)
    with pytest.raises(InputError, match=r'"朝日新聞!" has the id "source-55b741db", and so has "朝日新聞"'):
        crosscheck.load(workspace(tmp_path / "w", {"a.csv": table}, attributes=ATTRIBUTES))
    table = table.replace("朝日新聞!", "???")
    assert any('is "???"; accepted: a slug' in line for line in _told(workspace(tmp_path / "v", {"a.csv": table})))
    loaded = crosscheck.load(workspace(tmp_path / "u", {"a.csv": table.replace("???", "b")}, attributes=ATTRIBUTES))
    ids = [claim.partition("/")[0] for claim in loaded.claims]
    assert ids == ["12-7b2afc51", "b", "gazeta-lodzka", "raeson", "source-55b741db", "suddeutsche"]


def test_two_labels_of_one_id_name_both_rows(tmp_path: Path) -> None:
    table = LONG + "guardian!,Aruba,population,1,1990\n"
    assert _told(workspace(tmp_path, {"a.csv": table}, attributes=ATTRIBUTES)) == [
        'claims/a.csv:3:1: source "guardian!" has the id "guardian", and so has "The Guardian" (claims/a.csv:2); '
        "write both alike, or give one an id of its own"
    ]


PACKED = """
[[tables]]
files = "claims/packed*"
rename = {ObjectID = "subject", Figure = "value", Editor = "source"}
split = {PropertyID = {pattern = '(\\D+)(\\d{4})?', into = ["attribute", "when"]}}
ignore = "*"
"""
EDITS = [
    ("ames, iowa", "Population2006", "51557", "5512121: CapitalBot", "null"),
    ("ames, iowa", " Population2000 ", "50731", "0 (68.162.248.83)", "null"),
    ("ames, iowa", "Population", "52000", "33: Derek Ross", "null"),
]
EDIT = ("ObjectID", "PropertyID", "Figure", "Editor", "TimeStamp")


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_a_column_that_holds_several_keys_is_split(format: str, tmp_path: Path) -> None:
    made = tmp_path / f"made.{format}"
    rows = ", ".join(f"({', '.join(map(repr, row))})" for row in EDITS)
    kind = {"jsonl": "json"}.get(format, format)
    duckdb.sql(f"COPY (FROM (VALUES {rows}) t({', '.join(EDIT)})) TO '{made}' (FORMAT {kind})")
    files = {f"packed.{format}": made.read_bytes()}
    root = workspace(tmp_path / "w", files, attributes=ATTRIBUTES, settings=PACKED)
    frame = crosscheck.load(root).check().to_frame()
    found = {(row.publisher, row.attribute, row.when or None, row.line) for row in frame.fillna("").itertuples()}
    first = 2 if format == "csv" else 1
    assert found == {
        ("5512121: CapitalBot", "population", "2006", first),
        ("0 (68.162.248.83)", "population", "2000", first + 1),
        ("33: Derek Ross", "population", None, first + 2),
    }


VALUE = r"([\d,.]+)(?: \((.+)\))?"
NAMED = rf"""
[[tables]]
files = "claims/*.csv"
rename = {{Country = "subject"}}
constants = {{source = "World Bank"}}
melt = {{columns = ["* 20??"], names = "series"}}
split.series = {{pattern = '(.+) (\d{{4}})', into = ["attribute", "when"]}}
split.value = {{pattern = '{VALUE}', into = ["value", "scope.status"]}}
"""


def test_names_of_columns_and_melted_cells_are_split(tmp_path: Path) -> None:
    table = 'Country,population 2000,births 2000,population 2010\nAruba,"90,853",,"101,669 (preliminary)"\n'
    attributes = ATTRIBUTES + "births: {kind: count, over_time: changes}\n"
    root = workspace(tmp_path, {"a.csv": table}, attributes=attributes, settings=NAMED)
    (finding,) = findings(root)
    found = [claim for side in finding["sides"] for claim in side["claims"]]
    assert [(claim["when"], claim["value"], claim["scope"], claim["column"]) for claim in found] == [
        ("2000", "90,853", {}, 2),
        ("2010", "101,669", {"status": "preliminary"}, 4),
    ]
    (root / "claims" / "a.csv").write_text(table.replace("n 2000", "n 20ab").replace("ry)", "ry"))
    assert _told(root) == [
        'claims/a.csv:2:2: "population 20ab" is not of the pattern "(.+) (\\d{4})", which splits "series"',
        f'claims/a.csv:2:4: "101,669 (preliminary" is not of the pattern "{VALUE}", which splits "value"',
    ]


def test_cells_that_a_split_does_not_match_are_told_once_each_and_counted(tmp_path: Path) -> None:
    rows = "".join(f"a,Population{number},1,b,c\n" * 2 for number in range(25))
    told = _told(workspace(tmp_path, {"packed.csv": ",".join(EDIT) + "\n" + rows}, settings=PACKED))
    assert (len(told), told[0]) == (
        21,
        'claims/packed.csv:1:1: 5 more different cells of "PropertyID" are not of its pattern',
    )
    assert told[2].startswith('claims/packed.csv:4:2: "Population1" is not of the pattern "(')


WRONG: dict[str, tuple[str, Any]] = {
    "no files": ("[[tables]]\nmelt = {columns = ['1'], names = 'when'}\n", 'needs "files"'),
    "no such column": (SETTINGS.replace("19??", "18??").replace("20??", "21??"), "finds no column 18?? or 21??"),
    "a key that is none": (SETTINGS.replace('"when"', '"wehn"'), '[[tables]] fill "wehn", which no claim has'),
    "filled twice": (SETTINGS.replace('"when"', '"source"'), '[[tables]] fill "source" twice'),
    "a melt that is none": (SETTINGS.replace('"when"', "1"), '"melt" is a table'),
    "a split of no column": (
        SETTINGS + "split = {Codes = {pattern = '(.)', into = ['id']}}",
        'split of [[tables]] finds no column "Codes" (did you mean "Code"?)',
    ),
    "a split and a name": (
        SETTINGS + "split = {'Country Name' = {pattern = '(.+)', into = ['subject']}}",
        'column "Country Name" is split, and renamed too',
    ),
    "a split of a filled key": (
        SETTINGS + "split = {Code = {pattern = '(.+)', into = ['source']}}",
        '[[tables]] fill "source" twice',
    ),
    "a split with too few groups": (
        SETTINGS + "split = {Code = {pattern = '.+', into = ['id']}}",
        'split of "Code" has 0 groups, in parentheses, and 1 key; accepted: a key for each',
    ),
    "a split that is no pattern": (
        SETTINGS + "split = {Code = {pattern = '(', into = ['id']}}",
        'the pattern "(" is no regular expression: missing ), unterminated subpattern at position 0',
    ),
    "a split with a pattern of another kind": (
        SETTINGS + "split = {Code = {pattern = '(?=A)(.+)', into = ['id']}}",
        'the pattern "(?=A)(.+)" of split cannot be used: invalid perl operator: (?=',
    ),
    "a split that is none": (SETTINGS + "split = {Code = '(.+)'}", 'split of "Code" is "(.+)"; accepted: a pattern'),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_mistakes_of_settings(mistake: str, tmp_path: Path) -> None:
    settings, told = WRONG[mistake]
    root = workspace(tmp_path, {"wide.csv": _wide("csv", tmp_path)}, attributes=ATTRIBUTES, settings=settings)
    assert any(told in line for line in _told(root))
