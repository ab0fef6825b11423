"""Whoever writes resolutions.yaml loses nothing of what others write at the same time, nor of what is there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from crosscheck.cli import resolve as command
from crosscheck.decisions import load_resolutions, lock, write
from crosscheck.decisions.lock import locked
from crosscheck.decisions.record import Judgement
from crosscheck.loading import Options
from crosscheck.model import Decision
from crosscheck.problems import Problems, SystemFailure
from crosscheck.review.session import ReviewSession, Shown
from crosscheck.review.watched import Conflict
from factories import TODAY, c, finding, findings, plan_colombia, resolve, run, workspace

FILE = "resolutions.yaml"
LOCK = ".resolutions.yaml.lock"


def plans(root: Path, count: int) -> tuple[Path, list[str]]:
    """A workspace with `count` conflicts, and their ids."""
    claims = [c(s, f"Plan {n}", "total aid", f"${n + 3}{m} billion") for n in range(count) for m, s in enumerate("st")]
    workspace(root, claims)
    return root, sorted(found["id"] for found in findings(root))


def decided(root: Path) -> list[str]:
    return re.findall("(?m)^- finding: (.*)$", (root / FILE).read_text())


# At the same time.


def test_processes_that_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    root, ids = plans(tmp_path, 8)
    said = ["--decision", "unsure", "--reason", "r", "--by", "b", "--workspace", str(root)]
    with locked(root):  # so that all of them wait for it at once
        started = [
            subprocess.Popen([sys.executable, "-m", "crosscheck.cli", "resolve", id, *said], stderr=subprocess.PIPE)
            for id in ids
        ]
    assert [one.communicate(timeout=300)[1] for one in started] == [b""] * 8
    assert [one.returncode for one in started] == [0] * 8
    assert decided(root) == ids
    assert not (root / LOCK).exists()


def test_one_writer_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with locked(tmp_path):
        assert (tmp_path / LOCK).exists()
        with pytest.raises(SystemFailure), locked(tmp_path):
            pass
        assert (tmp_path / LOCK).exists()
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_lock_is_beside_the_file_that_a_link_leads_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)
    for name in ("shared", "a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "shared" / FILE).write_text("# ours\n")
    for name in "ab":
        (tmp_path / name / FILE).symlink_to(tmp_path / "shared" / FILE)
    with locked(tmp_path / "a"), pytest.raises(SystemFailure), locked(tmp_path / "b"):
        pass


def test_a_lock_that_nobody_lets_go_of_ends_a_command_with_4(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path)
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with locked(root):
        ran = resolve(root)
    assert (ran.code, ran.out, ran.err) == (
        4, "", "resolutions.yaml is being written to by another crosscheck, which has held .resolutions.yaml.lock for "
        "0 seconds; nothing was written, try again\n",
    )  # fmt: skip
    assert not (root / FILE).exists()


def test_a_lock_file_that_a_killed_command_left_is_no_lock(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    (root / LOCK).write_text("")
    assert resolve(root).code == 0
    assert not (root / LOCK).exists()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is done to resolutions.yaml with the lock held, and without."""
    seen: list[str] = []

    def watched(name: str, act: object) -> object:
        def wrapped(path: Path, *args: object) -> object:
            root = path.parent if path.name == FILE else path
            seen.append(name if (root / LOCK).exists() else f"{name} without the lock")
            return act(path, *args)  # type: ignore[operator]

        return wrapped

    for name in ("read_bytes", "write_file", "load_resolutions"):
        monkeypatch.setattr(write, name, watched(name, getattr(write, name)))
    yield seen
    assert "write_file" in seen
    assert not [one for one in seen if "without" in one]


@pytest.mark.parametrize(
    "again", [("XC101", "--decision", "unsure", "--reason", "r", "--by", "b"), ("--prune",), ("--refresh",)]
)
def test_every_command_holds_the_lock_from_reading_to_writing(
    again: tuple[str, ...], tmp_path: Path, held: list[str]
) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    if again == ("--prune",):
        (root / "claims/t.yaml").unlink()
    if again == ("--refresh",):
        (root / FILE).write_text((root / FILE).read_text().replace("  reader: 2\n", ""))
    held.clear()
    assert run(root, "resolve", *again).code == 0


def shown(session: ReviewSession, root: Path, id: str) -> tuple[str, list[Shown]]:
    """The version that a page of the session knows, and a finding as it shows it."""
    session.page()
    (one,) = [found for found in findings(root) if found["id"] == id]
    return session.since("")[0], [Shown(id, one["fingerprint"], one["verdict"])]


UNSURE = Judgement(decision=Decision.UNSURE, reason="r", by="b", on=TODAY)


def test_the_browser_desk_holds_the_lock(tmp_path: Path, held: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root, (first, *_) = plans(tmp_path, 2)
    session = ReviewSession(root, Options(today=TODAY), TODAY)
    answer = session.decide(*shown(session, root, first), UNSURE)
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with locked(root), pytest.raises(SystemFailure):
        session.undo(answer.version)
    assert "write_file" in held
    session.undo(answer.version)


def test_two_browsers_lose_nothing(tmp_path: Path) -> None:
    root, ids = plans(tmp_path, 6)
    desks = [ReviewSession(root, Options(today=TODAY), TODAY) for _ in range(2)]
    pages = [shown(desk, root, id) for desk, id in zip(desks, ids, strict=False)]
    desks[0].decide(*pages[0], UNSURE)
    with pytest.raises(Conflict, match="Nothing was written"):
        desks[1].decide(*pages[1], UNSURE)
    for number, id in enumerate(ids[1:]):
        desk = desks[number % 2]
        desk.decide(*shown(desk, root, id), UNSURE)
    assert decided(root) == ids


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Commands of somebody else that run after the next one has judged, before it takes the lock."""
    waiting: list[tuple[str, ...]] = []

    @contextmanager
    def late(root: Path) -> Iterator[None]:
        others, waiting[:] = list(waiting), []
        for other in others:
            assert run(root, "resolve", *other).code == 0
        with locked(root):
            yield

    monkeypatch.setattr(command, "locked", late)
    return waiting


def by_another(id: str) -> tuple[str, ...]:
    return (id, "--decision", "both_right", "--reason", "Mine.", "--by", "B. Editor")


def test_what_another_decided_meanwhile_is_not_replaced(tmp_path: Path, meanwhile: list[tuple[str, ...]]) -> None:
    root = plan_colombia(tmp_path)
    meanwhile.append(by_another("XC101"))
    ran = resolve(root, "XC101")
    id = finding(root)["id"]
    assert (ran.code, ran.err.splitlines()[0]) == (
        2, f"{id}: B. Editor decided both_right while this command ran; look at it and decide again",
    )  # fmt: skip
    assert finding(root)["resolution"]["by"] == "B. Editor"


def test_of_many_those_that_another_decided_meanwhile_stay(tmp_path: Path, meanwhile: list[tuple[str, ...]]) -> None:
    root, ids = plans(tmp_path, 3)
    meanwhile.append(by_another(ids[1]))
    assert resolve(root, "--undecided").out.endswith("2 recorded in resolutions.yaml\n")
    assert {f["id"]: f["resolution"]["by"] for f in findings(root)} == dict(
        zip(ids, ["A. Editor", "B. Editor", "A. Editor"], strict=True)
    )


def test_what_is_decided_anew_meanwhile_is_not_pruned(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    resolve(root)
    stale = load_resolutions(root, Problems()).values()
    resolve(root, "XC101", decision="unsure")
    before = (root / FILE).read_bytes()
    write.prune(root, stale)
    assert (root / FILE).read_bytes() == before


# What is no file that can be replaced.


@pytest.mark.parametrize(
    ("made", "message"),
    [
        ("pipe", "cannot be read: is not a regular file"),
        ("folder", "cannot be read: is not a regular file"),
        ("circle", "cannot be read: Too many levels of symbolic links"),
        ("link to nothing", "cannot be read: No such file or directory"),
    ],
)
@pytest.mark.parametrize("args", [("check",), ("resolve", *by_another("XC101")), ("resolve", "--prune"), ("report",)])
def test_what_is_no_file_is_one_clear_error(made: str, message: str, args: tuple[str, ...], tmp_path: Path) -> None:
    path = plan_colombia(tmp_path) / FILE
    if made == "pipe":
        os.mkfifo(path)
    elif made == "folder":
        path.mkdir()
    else:
        path.symlink_to(FILE if made == "circle" else "nothing.yaml")
    with ExitStack() as stack:
        stack.callback(signal.alarm, 0)
        signal.alarm(60)  # a pipe that is opened never answers
        ran = run(tmp_path, *args)
    assert (ran.code, ran.err.splitlines()) == (
        2, [f"resolutions.yaml:1:1: {message}", "1 problem in the input; nothing was checked"],
    )  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_one_clear_error(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    root.chmod(0o555)
    try:
        ran = resolve(root)
    finally:
        root.chmod(0o755)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2, "resolutions.yaml:1:1: cannot be written: .resolutions.yaml.lock beside it: Permission denied",
    )  # fmt: skip


def test_the_folder_is_on_disk_once_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path)
    synced: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(handle: int) -> None:
        synced.append(Path(os.readlink(f"/proc/self/fd/{handle}")).name.partition("-")[0])
        fsync(handle)

    def watched_replace(old: str, new: str) -> None:
        synced.append("replaced")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    resolve(root)
    assert synced == [".crosscheck", "replaced", root.name.partition("-")[0]]


# Decisions of rules that are not run.


def test_a_decision_of_a_rule_that_is_off_is_not_stale(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, settings='disable = ["value-conflict"]\nstale = "error"\n')
    (root / "crosscheck.toml").write_text("")
    resolve(root)
    before = (root / FILE).read_bytes()
    (root / "crosscheck.toml").write_text('disable = ["value-conflict"]\nstale = "error"\n')
    assert run(root, "check").code == 0
    assert run(root, "resolve", "--prune").out == "no decision is stale\n"
    assert (root / FILE).read_bytes() == before


def test_the_last_day_of_a_decision_lies_ahead(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    ran = resolve(root, "XC101", "--expires", "2026-11-21")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2, "--expires: 2026-11-21 is past; the last day on which a decision holds is 2026-11-22 or later",
    )  # fmt: skip
    assert not (root / FILE).exists()
    assert resolve(root, "XC101", "--expires", TODAY).code == 0
