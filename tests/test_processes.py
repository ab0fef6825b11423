"""Work spread over processes gives what it gives in one, in order, whatever becomes of the processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crosscheck import processes
from crosscheck.processes import spread
from crosscheck.readings import Context, attempt
from crosscheck.table import shared
from crosscheck.workspace import claims
from crosscheck.workspace.claim_files import read_file
from factories import TODAY, run, workspace

CLAIMS = "source: {source}\nclaims:\n  - {{subject: a, attribute: b, value: {value} km}}\n"


@pytest.fixture
def four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 4)


def jobs(count: int) -> list[tuple[str, bytes]]:
    return [(f"claims/{n}.yaml", CLAIMS.format(source=f"s{n}", value=n).encode()) for n in range(count)]


@pytest.mark.usefixtures("four_cores")
@pytest.mark.parametrize("count", [0, 1, 2, 3, 9])
def test_the_answers_are_in_the_order_of_the_jobs(count: int) -> None:
    assert spread(read_file, jobs(count), [1] * count, 1) == [read_file(job) for job in jobs(count)]


@pytest.mark.usefixtures("four_cores")
def test_jobs_of_all_sizes_are_done_once() -> None:
    assert spread(read_file, jobs(5), [100, 0, 0, 1, 3], 1) == [read_file(job) for job in jobs(5)]


@pytest.mark.usefixtures("four_cores")
def test_a_few_jobs_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.subprocess, "Popen", None)
    assert spread(read_file, jobs(3), [1, 1, 1], 2) == [read_file(job) for job in jobs(3)]


@pytest.mark.usefixtures("four_cores")
@pytest.mark.parametrize(
    "worker",
    ["import os; os.kill(os.getpid(), 9)", "raise SystemExit(1)", "import sys; sys.stdin.buffer.read(); sys.exit(3)"],
)
def test_what_a_process_leaves_undone_is_done_here(worker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_WORKER", worker)
    many = [(name, data + b"# " + b"x" * 100_000) for name, data in jobs(8)]  # more than a pipe holds
    assert spread(read_file, many, [1] * 8, 1) == [read_file(job) for job in many]


def _interrupted(job: object) -> object:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("four_cores")
def test_an_interrupted_run_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    original = processes._started
    monkeypatch.setattr(processes, "_started", lambda *given: started.append(original(*given)) or started[-1])
    monkeypatch.setattr(processes, "_WORKER", "import time; time.sleep(600)")
    with pytest.raises(KeyboardInterrupt):
        spread(_interrupted, [1, 2, 3, 4], [1] * 4, 1)
    assert len(started) == 3
    assert all(worker.returncode is not None for worker in started)


@pytest.mark.usefixtures("four_cores")
def test_nothing_is_imported_from_the_folder_of_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("open('imported', 'w')")
    monkeypatch.chdir(tmp_path)
    assert spread(read_file, jobs(4), [1] * 4, 1) == [read_file(job) for job in jobs(4)]
    assert not os.path.exists("imported")


@pytest.mark.usefixtures("four_cores")
def test_values_are_read_as_they_are_read_here() -> None:
    asked = [(value, Context()) for value in ("around $14 billion", "late 1990s", "gibberish", "a third")]
    assert spread(attempt, asked, [1] * 4, 1) == [attempt(each) for each in asked]


def test_a_check_on_many_cores_prints_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {name.removeprefix("claims/"): data.decode() for name, data in jobs(12)}
    files["x.yaml"] = "source: x\nclaim: []\n"
    broken = workspace(tmp_path / "broken", files)
    whole = workspace(tmp_path / "whole", {name: text for name, text in files.items() if name != "x.yaml"})
    alone = [run(root, "check", "--format", "json", "--today", TODAY) for root in (broken, whole)]
    for root in (broken, whole):
        for path in root.glob(".crosscheck/cache/*"):
            path.unlink()
    monkeypatch.setattr(processes, "cores", lambda: 4)
    monkeypatch.setattr(claims, "WORTHWHILE", 1)
    monkeypatch.setattr(shared, "WORTHWHILE", 1)
    started: list[object] = []
    original = processes._started
    monkeypatch.setattr(processes, "_started", lambda *given: started.append(given[0]) or original(*given))
    assert [run(root, "check", "--format", "json", "--today", TODAY) for root in (broken, whole)] == alone
    assert {read_file, attempt} <= set(started)
