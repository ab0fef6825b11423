"""The Python API: what a notebook sees of a check is what the JSON output says, as objects and as frames."""

from __future__ import annotations

import dataclasses
import doctest
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import pandas as pd
import pyarrow
import pytest

import consumer
import crosscheck
from crosscheck.cli.init import make_workspace
from factories import TODAY, c, document, plan_colombia, resolve, run, workspace

CLAIMS = [
    c("s", "Plan Colombia", "total aid", "around $14 billion", scope={"stage": "delivered"}, quote="some words"),
    c("t", "Plan Colombia", "total aid", "$15 billion"),
    c("s", "Plan Colombia", "start", "1999"),
    c("t", "Plan Colombia", "start", "2000", said_by="A. Speaker"),
    c("s", "Plan Colombia", "regions", ["north", "south"], exhaustive="true"),
    c("t", "Plan Colombia", "regions", ["east"]),
]
ATTRIBUTES = "total aid: {kind: money, unit: USD}\nstart: {kind: date}\nregions: {kind: names}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path, CLAIMS, attributes=ATTRIBUTES)


ONLY_WHERE_SO = {"follows_from", "more", "wrong", "left", "folded", "note", "made_of"}
"""Keys that the JSON output leaves out where there is nothing to say; `wrong` of a resolution it always has."""


def _plain(value: Any) -> Any:
    """An object of the API as the JSON output has it."""
    if dataclasses.is_dataclass(value):
        made = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        always = made.keys() - ONLY_WHERE_SO | ({"wrong"} if "decision" in made else set())
        return {name: said for name, said in made.items() if said or name in always}
    if isinstance(value, Mapping):
        return dict(value)
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def test_findings_are_those_of_the_json_output(root: Path) -> None:
    result = crosscheck.load(root).check(today=TODAY)
    made = document(root)
    assert [_plain(finding) for finding in result.findings] == made["findings"]
    assert (result.summary, json.loads(result.to_json())) == (made["summary"], made)
    assert [finding.verdict for finding in result.failing] == ["contradiction", "tension"]


def test_decided_findings_are_those_of_the_json_output(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    result = crosscheck.load(root).check(today=TODAY)
    assert [_plain(finding) for finding in result.findings] == document(root)["findings"]
    assert (result.failing, result.findings[0].status) == ((), "resolved")


def test_findings_cannot_be_changed_and_are_short_to_look_at(root: Path) -> None:
    result = crosscheck.load(root).check()
    finding = result.findings[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.fails = False  # type: ignore[misc]
    with pytest.raises(TypeError):
        finding.sides[0].claims[0].scope["stage"] = "x"  # type: ignore[index]
    assert len(repr(result)) < 300
    assert len(repr(finding)) < 500


def test_a_frame_has_a_row_for_each_claim_with_its_own_reading(root: Path) -> None:
    result = crosscheck.load(root).check()
    frame = result.to_frame()
    assert len(frame) == sum(len(side.claims) for finding in result.findings for side in finding.sides)
    aid = frame[frame["attribute"] == "total aid"].set_index("source")
    assert aid.loc["s", ["stated_low", "stated_high", "allowed_low", "unit"]].tolist() == [
        13_500_000_000,
        14_500_000_000,
        12_600_000_000,
        "USD",
    ]
    assert aid.loc["s", ["side", "verdict", "fails", "value", "quote", "line"]].tolist() == [
        1,
        "tension",
        True,
        "around $14 billion",
        "some words",
        3,
    ]
    start = frame[frame["attribute"] == "start"].set_index("source")
    assert start.loc["t", ["stated_from", "stated_until", "said_by", "stance"]].tolist() == [
        "2000-01-01",
        "2001-01-01",
        "A. Speaker",
        "reports",
    ]
    assert frame[frame["attribute"] == "regions"]["stated_low"].isna().all()


def test_a_frame_of_findings_has_a_row_for_each(root: Path) -> None:
    result = crosscheck.load(root).check()
    frame = result.findings_frame().set_index("id")
    assert list(frame.index) == [finding.id for finding in result.findings]
    aid = frame[frame["attribute"] == "total aid"].iloc[0]
    assert (aid["sources"], aid["values"], aid["sides"]) == (("s", "t"), ("around $14 billion", "$15 billion"), 2)
    assert pd.isna(aid["decision"])


AID = {"aid": {"kind": "money", "unit": "USD"}}
FRAME = pd.DataFrame(
    [("The Guardian", "Plan", "aid", "$2 million"), ("Reuters", "Plan", "aid", "$3 million")],
    columns=["source", "subject", "attribute", "value"],
)


def _polars() -> Any:
    if not os.environ.get("CI"):
        pytest.importorskip("polars", reason="needs polars, of the development tools")
    import polars

    return polars


def _as(form: str) -> Any:
    if form == "polars":
        return _polars().from_pandas(FRAME)
    return {
        "pandas": FRAME,
        "arrow": pyarrow.table(FRAME),
        "an index": FRAME.set_index(pd.Index(["x", "y"])),
    }[form]


@pytest.mark.parametrize("form", ["pandas", "arrow", "an index", "polars"])
def test_claims_of_a_frame_need_no_files(form: str) -> None:
    result = crosscheck.check(_as(form), attributes=AID)
    (finding,) = result.failing
    assert finding.verdict is crosscheck.Verdict.CONTRADICTION
    assert [(side.claims[0].source, side.claims[0].file, side.claims[0].line) for side in finding.sides] == [
        ("guardian", "frame.parquet", 1),
        ("Reuters", "frame.parquet", 2),
    ]


def test_claims_of_a_frame_are_checked_beside_those_of_a_workspace(tmp_path: Path) -> None:
    root = workspace(tmp_path, [c("s", "Plan", "aid", "$5 million")], attributes="aid: {kind: money, unit: USD}\n")
    loaded = crosscheck.load(root)
    assert loaded.check().findings == ()
    assert len(loaded.check(claims=FRAME).failing[0].sides) == 3


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([1], "claims: list has no __arrow_c_stream__; accepted: a data frame, an Arrow table, a relation of DuckDB"),
        (FRAME.drop(columns="value"), 'frame.parquet:1:1: the table lacks the column "value"; found: "source"'),
    ],
)
def test_what_is_no_frame_of_claims_is_told(claims: Any, told: str) -> None:
    with pytest.raises(crosscheck.InputError) as raised:
        crosscheck.check(claims)
    assert str(raised.value.problems[0]).startswith(told)


@pytest.mark.parametrize("method", ["to_frame", "findings_frame"])
def test_frames_have_a_type_a_column_that_others_take(method: str, root: Path) -> None:
    frame = getattr(crosscheck.load(root).check(), method)()
    taken = pyarrow.table(frame)
    types = {field.name: str(field.type) for field in taken.schema}
    assert "null" not in types.values()
    if method == "to_frame":
        assert {types[f"{part}_{end}"] for part in ("stated", "allowed") for end in ("low", "high")} == {"double"}
        dates = {types[f"{part}_{end}"] for part in ("stated", "allowed") for end in ("from", "until")}
        assert dates in ({"large_string"}, {"string"})  # the latter of pyarrow before 17
    assert duckdb.sql("SELECT count(*) FROM taken").fetchall() == [(len(frame),)]
    assert _polars().from_pandas(frame).height == len(frame)


def test_frames_of_nothing_have_their_columns(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS[:1])
    result = crosscheck.load(root).check()
    assert result.findings == ()
    assert result.to_frame().empty
    assert {"finding", "claim", "stated_low"} <= set(result.to_frame().columns)
    assert {"id", "message", "decision"} <= set(result.findings_frame().columns)


@pytest.mark.parametrize("method", ["to_frame", "findings_frame"])
def test_every_column_is_documented(method: str, root: Path) -> None:
    result = crosscheck.load(root).check()
    documented = getattr(crosscheck.Result, method).__doc__
    assert [column for column in getattr(result, method)() if f"`{column}`" not in documented] == []


def test_a_workspace_is_found_from_below_and_lists_what_is_in_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "claims")
    loaded = crosscheck.load()
    assert (loaded.root.resolve(), loaded.sources) == (root.resolve(), ("s", "t"))
    assert loaded.claims == tuple(sorted(loaded.claims))
    assert loaded.claims[0] == "s/plan-colombia-regions"


def test_a_check_reads_the_files_as_they_are_now(root: Path) -> None:
    loaded = crosscheck.load(root)
    assert loaded.check().failing
    (root / "claims/t.yaml").unlink()
    assert loaded.check().failing == ()


def test_options_are_those_of_the_command(root: Path, tmp_path: Path) -> None:
    loaded = crosscheck.load(root)
    earlier = tmp_path / "earlier.json"
    earlier.write_text(loaded.check().to_json())
    assert loaded.check(since=earlier).failing == ()
    assert [finding.verdict for finding in loaded.check(fail_on="contradiction").failing] == ["contradiction"]
    assert {claim.source for f in loaded.check(draft="t").findings for s in f.sides for claim in s.claims} == {"s", "t"}
    counted = loaded.check(agreements=False)
    assert counted.summary == loaded.check().summary


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"a.yaml": "source: a b\nclaims:\n  - {subject: A}\n"})
    with pytest.raises(crosscheck.InputError) as refused:
        crosscheck.load(root)
    assert [str(problem.at) for problem in refused.value.problems] == ["claims/a.yaml:1:9"] + ["claims/a.yaml:3:5"] * 2
    with pytest.raises(crosscheck.InputError, match="is neither a source of this workspace nor a file"):
        crosscheck.load(workspace(tmp_path / "sound", CLAIMS)).check(draft="nobody")


def test_a_workspace_without_claims_can_be_loaded_and_not_be_checked(tmp_path: Path) -> None:
    loaded = crosscheck.load(workspace(tmp_path))
    assert loaded.claims == ()
    with pytest.raises(crosscheck.InputError, match="there are no claims to check"):
        loaded.check()


def test_where_no_workspace_is_the_message_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(crosscheck.InputError, match="an empty file of that name makes a folder a workspace"):
        crosscheck.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("around $14 billion", {}),
        ("1999", {"kind": "count"}),
        ("85 metres", {"unit": "ft"}),
        ("last month", {"published": "2024-06-03"}),
        ("the following year", {"relative_to": "2015"}),
        ("late 1990s", {}),
        ("up to 40%", {}),
        ("terrorist group", {"kind": "category"}),
    ],
)
def test_a_reading_is_that_of_the_command(text: str, options: dict[str, str], tmp_path: Path) -> None:
    reading = crosscheck.read(text, **options)  # type: ignore[arg-type]
    args = [arg for name, value in options.items() for arg in (f"--{name.replace('_', '-')}", value)]
    printed = json.loads(run(tmp_path, "read", "--format", "json", *args, "--", text).out)
    made = {
        key: list(value) if isinstance(value, tuple) else value for key, value in dataclasses.asdict(reading).items()
    }
    assert {key: made[key] for key in printed} == printed


def test_a_reading_says_what_each_word_is_taken_for() -> None:
    assert [word for word, _ in crosscheck.read("around $14 billion").steps] == ["around", "$14 billion"]


@pytest.mark.parametrize(
    ("text", "kind", "message_start"),
    [
        ("blurb", None, '"blurb" cannot be read'),
        ("blurb", "date", '"blurb" cannot be read'),
        ("5", "mony", 'there is no kind "mony" (did you mean "money"?); known: date, money'),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, kind: str | None, message_start: str) -> None:
    with pytest.raises(crosscheck.InputError) as refused:
        crosscheck.read(text, kind)
    (problem,) = refused.value.problems
    assert problem.message.startswith(message_start)


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys, crosscheck; print([m for m in sys.modules if m.startswith(('crosscheck.', 'pandas', 'numpy'))])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_program_that_is_typed_runs(tmp_path: Path) -> None:
    root = tmp_path
    make_workspace(root)
    assert consumer.failing(root)[0].startswith("Mill Street footbridge / cost: ")
    assert "nearly $2 million (1900000, 2000000) ['sample-observer']" in consumer.failing(root)
    assert consumer.of_a_draft(root, "example-gazette")
    assert consumer.counts(FRAME)["rows"] == 2
    assert consumer.listed(root) == [("Mill Street footbridge", 2)]
    assert consumer.low("$5") == 5
    (root / "crosscheck.toml").write_text("nonsense = 1\n")
    assert consumer.failing(root)[0].startswith("crosscheck.toml:1: ")


def test_all_names_are_there_and_no_other() -> None:
    assert all(getattr(crosscheck, name) for name in crosscheck.__all__)
    assert set(crosscheck.__all__) <= set(dir(crosscheck))
    with pytest.raises(AttributeError, match="has no attribute 'zzz'"):
        _ = crosscheck.zzz  # type: ignore[attr-defined]
    assert (Path(crosscheck.__file__).parent / "py.typed").is_file()


def test_the_page_on_it_shows_what_it_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
    examples = "".join(re.findall(r"^```pycon\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    make_workspace(tmp_path)
    monkeypatch.chdir(tmp_path)
    message_start: list[str] = []
    test = doctest.DocTestParser().get_doctest(examples, {}, "python.md", None, None)
    assert doctest.DocTestRunner(verbose=False).run(test, out=message_start.append).failed == 0, "".join(message_start)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            {"fail_on": "tensions"},
            'fail_on is "tensions" (did you mean "tension"?); accepted: contradiction, tension, none',
        ),
        ({"engine": "sparc"}, 'engine is "sparc" (did you mean "spark"?); accepted: local, spark'),
    ],
)
def test_an_argument_that_is_not_known_is_told(arguments: Any, told: str, tmp_path: Path) -> None:
    found = crosscheck.load(plan_colombia(tmp_path))
    with pytest.raises(ValueError, match=re.escape(told)):
        found.check(**arguments)


def test_no_module_has_the_name_of_something_that_is_offered(tmp_path: Path) -> None:
    crosscheck.load(plan_colombia(tmp_path)).check()
    for name in crosscheck.__all__:
        assert not isinstance(getattr(crosscheck, name), ModuleType), name
