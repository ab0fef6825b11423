"""A new workspace teaches by its comments, has one conflict to find, and never takes the place of anything."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from crosscheck import schema as schemas
from crosscheck.cli import main
from crosscheck.cli.init import FOLDER, PACKS
from factories import document, files_of, run

FILES = [
    "claims/example-gazette.yaml",
    "claims/sample-observer.yaml",
    "crosscheck.toml",
    "resolutions.yaml",
    "rules/attributes.yaml",
    "rules/names.yaml",
    "rules/relations.yaml",
    "schema/attributes.json",
    "schema/claims.json",
    "schema/names.json",
    "schema/proposals.json",
    "schema/relations.json",
    "schema/resolutions.json",
    "schema/settings.json",
]


class Told(NamedTuple):
    code: int
    out: str
    err: str


def init(folder: Path | None = None, *options: str) -> Told:
    result = CliRunner().invoke(main, ["init", *options, *([str(folder)] if folder is not None else [])])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Told(result.exit_code, result.stdout, result.stderr)


def test_init_makes_a_workspace_and_says_in_four_lines_what_is_next(tmp_path: Path) -> None:
    root = tmp_path / "news room"
    done = init(root)
    assert sorted(files_of(root)) == FILES
    head, *steps = done.out.splitlines()
    assert (done.code, done.err, head) == (0, "", "wrote 14 files: a workspace with two invented sources. Next:")
    assert [step[:2] for step in steps] == ["1.", "2.", "3.", "4."]
    assert steps[0].startswith(f"1. cd '{root}' && crosscheck check: one contradiction, about what a footbridge cost")


def test_init_makes_a_workspace_here_unless_a_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = init()
    assert sorted(files_of(tmp_path)) == FILES
    assert "\n1. crosscheck check: " in done.out


def test_the_first_check_finds_what_is_announced_and_nothing_else(tmp_path: Path) -> None:
    init(tmp_path)
    assert run(tmp_path, "check").code == 1
    made = document(tmp_path)
    assert {name: count for name, count in made["summary"].items() if count} == {
        "sources": 2,
        "claims": 6,
        "items": 3,
        "items_of_several_sources": 3,
        "contradiction": 1,
        "agreement": 2,
        "failing": 1,
    }
    found = made["findings"][0]
    assert (found["verdict"], found["subject"], found["attribute"]) == (
        "contradiction",
        "Mill Street footbridge",
        "cost",
    )
    low, high = found["sides"]
    assert (low["allowed"][1], high["allowed"]) == (1_250_000, [1_800_000, 2_000_000])  # as the comment beside it says


@pytest.mark.parametrize(
    ("pack", "subject", "attribute"),
    [
        ("disaster", "Storm Isolde", "wind speed"),
        ("earnings", "Northway Freight", "revenue growth"),
        ("election", "Larkfield mayoral election", "turnout"),
        ("court", "State v. Harlan", "sentence"),
        ("aid", "Plan Aurora", "total"),
    ],
)
def test_every_pack_finds_one_contradiction_and_an_agreement(
    pack: str, subject: str, attribute: str, tmp_path: Path
) -> None:
    done = init(tmp_path, "--pack", pack)
    assert f"one contradiction, about {PACKS[pack]} (exit code 1)" in done.out
    made = document(tmp_path)
    found = {key: count for key, count in made["summary"].items() if count}
    assert (found["contradiction"], found["failing"]) == (1, 1)
    assert found["agreement"] >= 1
    assert not {"tension", "dispute", "remark"} & found.keys()
    assert [(f["subject"], f["attribute"]) for f in made["findings"] if f["fails"]] == [(subject, attribute)]
    assert all("INVENTED" in path.read_text() for path in tmp_path.glob("claims/*.yaml"))


def test_the_packs_are_the_folders_and_share_what_every_workspace_has() -> None:
    folders = {path.name for path in FOLDER.iterdir()}
    assert folders == {*PACKS, "every"}


def test_every_comment_of_a_pack_says_what_is_found(tmp_path: Path) -> None:
    for pack in PACKS:
        init(tmp_path / pack, "--pack", pack)
        text = "".join(path.read_text() for path in (tmp_path / pack / "claims").glob("*.yaml"))
        assert text.count("# A conflict: ") == 1
        assert "# No conflict" in text


def test_an_unknown_pack_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    done = init(tmp_path, "--pack", "flood")
    assert done.code == 2
    assert all(pack in done.err for pack in PACKS)
    assert files_of(tmp_path) == {}


def test_the_report_and_a_decision_work_on_it(tmp_path: Path) -> None:
    init(tmp_path)
    assert run(tmp_path, "report").code == 0
    assert "Mill Street footbridge" in (tmp_path / "reports/index.html").read_text(encoding="utf-8")
    before = (tmp_path / "resolutions.yaml").read_text()
    said = ("--decision", "both_right", "--reason", "One is without the ramps.", "--by", "A. Editor")
    assert run(tmp_path, "resolve", "--undecided", *said).code == 0
    assert (tmp_path / "resolutions.yaml").read_text().startswith(before)
    assert run(tmp_path, "check").code == 0


def test_without_its_example_there_is_nothing_to_check(tmp_path: Path) -> None:
    init(tmp_path)
    for path in tmp_path.glob("claims/*"):
        path.unlink()
    assert run(tmp_path, "check").code == 3


def test_every_file_says_that_it_is_an_example_or_where_its_schema_is(tmp_path: Path) -> None:
    init(tmp_path)
    for path in [*tmp_path.rglob("*.yaml"), tmp_path / "crosscheck.toml"]:
        first = path.read_text().splitlines()[0]
        named = re.search(r"(?:\$schema=|#:schema )(\S+)", first)
        assert named, path
        schema = (path.parent / named[1]).resolve()
        assert schema.read_text() == schemas.render(schema.stem)
    assert all("invented" in path.read_text().lower() for path in tmp_path.glob("claims/*.yaml"))


@pytest.mark.parametrize("taken", FILES)
def test_init_leaves_files_that_are_there_as_they_are(taken: str, tmp_path: Path) -> None:
    place = tmp_path / taken
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("mine")
    done = init(tmp_path)
    clash = f"{taken}: is there already, and nothing is overwritten\nnothing was written\n"
    assert done == (2, "", clash)
    assert files_of(tmp_path) == {taken: b"mine"}


def test_all_that_stands_in_the_way_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("mine")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/names.yaml").symlink_to("nowhere")
    (tmp_path / "crosscheck.toml").mkdir()
    done = init(tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "claims: is a file; a folder is needed",
        "crosscheck.toml: is there already, and nothing is overwritten",
        "rules/names.yaml: is there already, and nothing is overwritten",
        "nothing was written",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["claims", "crosscheck.toml", "names.yaml", "rules"]


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("mine")
    assert init(tmp_path / "here" / "below") == (2, "", "here: is a file; a folder is needed\nnothing was written\n")


def test_what_cannot_be_finished_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Path.mkdir

    def full(path: Path, *args: Any, **keys: Any) -> None:
        if path.name == "rules":
            raise OSError(28, "No space left on device", str(path))
        make(path, *args, **keys)

    monkeypatch.setattr(Path, "mkdir", full)
    done = init(tmp_path / "a" / "b")
    assert done == (2, "", "rules: cannot be written: No space left on device\nnothing was written\n")
    assert os.listdir(tmp_path) == []


def test_other_files_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert init(tmp_path).code == 0
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_misspelt_subject_is_pointed_at_after_a_check(tmp_path: Path) -> None:
    init(tmp_path)
    (tmp_path / "claims/third.yaml").write_text(
        "source: third\nclaims:\n  - subject: Mill Street footbrige\n    attribute: lenght\n    value: 12 m\n"
    )
    out = run(tmp_path, "check").out
    assert '"Mill Street footbrige" is nearly "Mill Street footbridge", but names.yaml does not make them one' in out
    assert '"Mill Street footbrige / lenght" has a single claim and is nearly "Mill Street footbridge / length"' in out
    assert out.count("claims/third.yaml:5:12: remark: ") == 2
