"""The cache changes nothing but time: the same bytes with it, without it, and whatever has become of it."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import cache
from crosscheck.pipeline import Options, check
from crosscheck.model import Interval, Kind, Reading, ReadingSettings, Result
from crosscheck.outputs import json as output
from crosscheck.problems import InputError
from crosscheck.readings import Context, ReadingError, read
from crosscheck.table import kept as kept_readings
from crosscheck.table.kept import KeptReadings
from crosscheck.workspace import claims
from factories import TODAY, run, workspace

A = """\
source: {id: a, published: 2020-01-01, copies: [b, c]}
claims:
  - subject: Plan
    attribute: aid
    value: around $14 billion
    scope: {stage: delivered, by: US}
  - subject: Plan
    attribute: members
    value: [Anna, Bert]
    note: "a list"
"""
B = """\
source: b
claims:
  - subject: Plan
    attribute: aid
    value: $15 billion
  - {subject: Plan, attribute: start, value: 2 January 2020, stance: disputes, exhaustive: "true", id: x}
"""
FILES = {"a.yaml": A, "b.yaml": B}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path, FILES, attributes="members: {kind: names}\n")


def told(root: Path) -> str:
    """All that a run prints."""
    return run(root, "check", "--format", "json", "--today", TODAY).out


def shown(result: Result) -> str:
    return output.render(result)


def entries(root: Path) -> list[Path]:
    return sorted((root / ".crosscheck" / "cache").iterdir())


def edited(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = root / file
        path.write_text(path.read_text().replace(old, new))

    return edit


EDITS = {
    "nothing": lambda root: None,
    "a value": edited("claims/a.yaml", "$14", "$17"),
    "a place": edited("claims/b.yaml", "claims:", "\n\nclaims:"),
    "the kind of an attribute": edited("rules/attributes.yaml", "names", "category"),
    "a file more": lambda root: (root / "claims/ab.yaml").write_text(A.replace("{id: a", "{id: d").replace("aid", "x")),
    "a file less": lambda root: (root / "claims/a.yaml").unlink(),
    "another name": lambda root: (root / "claims/a.yaml").rename(root / "claims/z.yaml"),
    "a setting": lambda root: (root / "crosscheck.toml").write_text("[readings]\nhedge = 0.01\n"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_run_with_the_cache_prints_what_one_without_it_does(root: Path, edit: str) -> None:
    told(root)
    EDITS[edit](root)
    with_cache = told(root)
    for path in entries(root):
        path.unlink()
    assert with_cache == told(root)
    assert with_cache == told(root)


def test_what_has_not_changed_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(root)
    read_anew: list[str] = []
    original = claims.read_file
    monkeypatch.setattr(claims, "read_file", lambda content: (read_anew.append(content[0]), original(content))[1])
    EDITS["a value"](root)
    check(root, Options(today=TODAY))
    assert read_anew == ["claims/a.yaml"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)


class _Code:
    def __reduce__(self) -> object:
        return os.mkdir, ("run-by-the-cache",)


def _signed_by_another(path: Path) -> None:
    """Content of a stranger, with a checksum that would do if it were only one."""
    data = path.read_bytes()
    head, content = data[: len(b"crosscheck cache\n")], data[len(b"crosscheck cache\n") + 32 :]
    content = content.replace(b"$15 billion", b"$14 billion")
    path.write_bytes(head + hashlib.blake2b(content, digest_size=32).digest() + content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": _cut,
    "a bit": _flipped,
    "code": lambda path: path.write_bytes(pickle.dumps(_Code())),
    "a stranger's": _signed_by_another,
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a device": lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
    "a circle": lambda path: (path.unlink(), path.symlink_to(path)),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_not_whole_or_not_ours_is_ignored(root: Path, damage: str) -> None:
    before = told(root)
    for path in entries(root):
        DAMAGE[damage](path)
        assert cache.load(root, path.name) is None
    assert told(root) == before
    assert not Path("run-by-the-cache").exists()


def test_another_version_and_another_user_have_their_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(root)
    assert cache.load(root, "claims") is not None
    with monkeypatch.context() as changed:
        changed.setattr(cache, "_version", lambda: "0.0")
        assert cache.load(root, "claims") is None
    monkeypatch.setattr(cache, "_key", lambda: b"k" * 32)
    assert cache.load(root, "claims") is None


def test_a_workspace_that_cannot_be_written_is_checked_all_the_same(root: Path) -> None:
    (root / ".crosscheck").write_text("a file stands where the folder would")
    assert told(root) == told(root)
    assert (root / ".crosscheck").is_file()


@pytest.mark.parametrize("link", [".crosscheck", ".crosscheck/cache"])
def test_nothing_is_written_where_a_link_leads(root: Path, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(elsewhere, target_is_directory=True)
    assert told(root) == told(root)
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("home", ["absolute", "relative"])
def test_no_key_is_kept_in_the_folder_of_the_run(home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home") if home == "absolute" else home)
    if home == "absolute":
        cache._key.__wrapped__()
        assert [path.name for path in tmp_path.iterdir()] == ["home"]
    else:
        with pytest.raises(OSError, match="no home folder"):
            cache._key.__wrapped__()
        assert not list(tmp_path.iterdir())


def test_without_a_key_nothing_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> bytes:
        raise PermissionError

    monkeypatch.setattr(cache, "_key", refuse)
    before = shown(check(root, Options(today=TODAY)))
    assert shown(check(root, Options(today=TODAY))) == before
    assert not (root / ".crosscheck" / "cache" / "claims").exists()


def test_the_cache_keeps_itself_out_of_version_control(root: Path) -> None:
    told(root)
    assert (root / ".crosscheck" / ".gitignore").read_text() == "*\n"


def test_only_the_last_run_is_kept(root: Path) -> None:
    told(root)
    EDITS["a file less"](root)
    told(root)
    for name in ("claims", "readings"):
        assert b"$14 billion" not in (root / ".crosscheck" / "cache" / name).read_bytes()


def test_problems_are_told_on_every_run(root: Path) -> None:
    told(root)
    edited("claims/b.yaml", "attribute: aid", "atribute: aid")(root)
    before = {path.name: path.read_bytes() for path in entries(root)}
    first, again = run(root, "check"), run(root, "check")
    assert first.code == 2
    assert "claims/b.yaml:4:5" in first.err
    assert again == first
    assert {path.name: path.read_bytes() for path in entries(root)} == before


def test_a_draft_leaves_the_cache_as_it_was(root: Path, tmp_path: Path) -> None:
    told(root)
    before = entries(root)[0].read_bytes()
    draft = tmp_path / "draft.yaml"
    draft.write_text(A.replace("{id: a", "{id: z"))
    run(root, "check", "--draft", str(draft))
    assert entries(root)[0].read_bytes() == before


def test_a_crash_in_the_middle_of_a_write_leaves_what_was_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(root)
    before = {path.name: path.read_bytes() for path in entries(root)}
    EDITS["a value"](root)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crashing:
        crashing.setattr(cache.os, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            check(root, Options(today=TODAY))
    assert {path.name: path.read_bytes() for path in entries(root)} == before


def test_runs_at_the_same_time_do_not_disturb_each_other(root: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "crosscheck.cli",
        "check",
        "--workspace",
        str(root),
        "--format",
        "json",
        "--today",
        TODAY,
    ]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    first, second = (process.communicate()[0] for process in both)
    assert first == second
    assert first.decode() == told(root)
    assert [path.name for path in entries(root)] == ["claims", "readings"]


VALUES = st.one_of(
    st.sampled_from(
        ["around $14 billion", "late 1990s", "more than 50", "2000/2015", "12.5 percent", "nearly 500 tons yearly",
         "a third", "1984~", "since 2000", "../1985", "three years", "1,234.5678 km", "dozens"]
    ),
    st.decimals(0, 10**9, places=3).map(lambda number: f"{number} kg"),
)  # fmt: skip


@given(st.dictionaries(VALUES, st.sampled_from(["en", "es"]), min_size=1, max_size=5))
def test_a_kept_reading_is_the_reading(tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]) -> None:
    root = tmp_path_factory.mktemp("kept")
    readings = {}
    for value, language in values.items():
        try:
            readings[value, None, None, language] = read(value, Context(language=language))
        except ReadingError:
            continue
    KeptReadings(root, ReadingSettings()).keep(readings)
    again = KeptReadings(root, ReadingSettings())
    assert {key: again.get(key) for key in readings} == readings


def test_numbers_beyond_what_json_takes_are_not_kept(tmp_path: Path) -> None:
    from fractions import Fraction

    point = Interval(Fraction(10**5000), Fraction(10**5000), True, True)
    reading = Reading(Kind.COUNT, "count", point, point)
    KeptReadings(tmp_path, ReadingSettings()).keep({("many", "count", None, "en"): reading})
    assert cache.load(tmp_path, kept_readings.NAME) is None


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    cache.save(tmp_path, "x", {"a": ["é"]}, {"p": np.arange(3, dtype=np.int32), "q": np.empty(0, np.int32)})
    found = cache.load(tmp_path, "x")
    assert found is not None
    assert found[0] == {"a": ["é"]}
    assert {key: array.tolist() for key, array in found[1].items()} == {"p": [0, 1, 2], "q": []}


def test_a_source_declared_twice_is_told_from_the_cache_too(root: Path) -> None:
    (root / "claims/c.yaml").write_text(A)
    told_twice = []
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            check(root, Options(today=TODAY))
        told_twice.append(str(caught.value))
    assert "is declared twice" in told_twice[0]
    assert told_twice[0] == told_twice[1]


SLOW = ["duckdb", "jinja2", "pandas", "pydantic", "rich", "ruamel", "yaml"]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["check", "--workspace", "."]])
def test_small_things_load_no_library_that_they_do_not_use(root: Path, arguments: list[str]) -> None:
    program = (
        "import sys\nfrom crosscheck.cli import main\n"
        f"try:\n    main({arguments})\nfinally:\n    print(sorted(set(sys.modules) & set({SLOW})), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert ran.stderr == "[]\n"
