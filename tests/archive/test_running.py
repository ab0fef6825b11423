"""What running the plan leaves behind, takes of memory, and says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from socket import socketpair
from threading import Event

import pytest

from crosscheck.api import load
from crosscheck.archive.duckdb import DuckDB
from crosscheck.archive.raised import interruptible, known
from factories import c, document, finding, findings, problems, run, workspace
from generate_table import generate
from tables import ATTRIBUTES, csv_of, flat


def test_the_folder_for_what_does_not_fit_is_private_and_goes() -> None:
    engine = DuckDB()
    assert engine.scratch.stat().st_mode & 0o77 == 0
    engine.close()
    assert not engine.scratch.exists()


def test_what_an_earlier_run_left_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone, alive = tmp_path / "crosscheck-999999999-x", tmp_path / f"crosscheck-{os.getpid()}-x"
    for folder in (gone, alive, tmp_path / "crosscheck-notes"):
        (folder / "spilled").mkdir(parents=True)
    DuckDB().close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [alive.name, "crosscheck-notes"]


def test_a_result_that_is_dropped_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    rows = [flat(c("s", "Plan", "aid", "$1")), flat(c("t", "Plan", "aid", "$2"))]
    found = load(workspace(tmp_path / "w", {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES)).check()
    assert len(list(temporary.iterdir())) == 1, "its claims can still be asked for"
    del found
    assert not list(temporary.iterdir())


def test_an_amount_of_memory_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCHECK_MEMORY_LIMIT", "lots")
    root = workspace(tmp_path, {"a.csv": csv_of([flat(c("s", "Plan", "aid", "$1"))])}, attributes=ATTRIBUTES)
    assert problems(root) == ['--engine: CROSSCHECK_MEMORY_LIMIT is "lots"; accepted: an amount of memory, such as 4GB']


RULE = '''"""Something is wrong."""
from crosscheck.rules.api import Rule, remark
RULE = Rule(code="XC950", name="all-items", since="0.1"{more})

def check(item, policy):
    yield remark(RULE, item, f"saw {{item.title}}", "", item.rows)
'''


@pytest.mark.parametrize(("more", "seen"), [("", {"A", "B"}), (", suspects_only=True", {"A"})])
def test_a_rule_sees_every_item_unless_it_wants_suspects(more: str, seen: set[str], tmp_path: Path) -> None:
    rows = [flat(c("s", "A", "aid", "$1")), flat(c("t", "A", "aid", "$9")), flat(c("s", "B", "aid", "$1"))]
    files = {"rules/own.py": RULE.replace("{more}", more).replace("{{", "{").replace("}}", "}")}
    root = workspace(tmp_path, {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES, files=files)
    ran = run(root, "check", "--format", "json")
    told = {f["subject"] for f in json.loads(ran.out)["findings"] if f["code"] == "XC950"}
    assert told == seen
    assert ("XC950 must see every item" in ran.err) is (not more)
    assert run(root, "check", "--quiet").err == ""


def test_many_claims_that_say_the_same_are_counted(tmp_path: Path) -> None:
    rows = [flat(c(f"s{n % 3}", "Plan", "aid", "$1")) for n in range(6000)] + [flat(c("t", "Plan", "aid", "$5"))]
    root = workspace(tmp_path, {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES)
    made = document(root)
    (found,) = [f for f in made["findings"] if f["verdict"] == "contradiction"]
    sides = [(side["text"], len(side["claims"]) + side.get("more", 0)) for side in found["sides"]]
    assert sorted(sides) == [("$1", 6000), ("$5", 1)]
    assert made["summary"]["claims"] == 6001


def test_many_claims_with_ids_that_say_the_same_are_counted(tmp_path: Path) -> None:
    rows = [flat(c(f"s{n % 3}", "Plan", "aid", "$1", id=f"n{n:04}")) for n in range(6000, 0, -1)]
    rows += [flat(c("s0", "Plan", "aid", "$1")) for _ in range(3)]
    rows += [flat(c("s0", "Else", "aid", "$1", id="plan-aid-2")), flat(c("t", "Plan", "aid", "$5", id="x"))]
    rows += [flat(c("u", "Plans", "aid", "$5"))]
    root = workspace(tmp_path, {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES)
    made = document(root)
    (found,) = [f for f in made["findings"] if f["verdict"] == "contradiction"]
    sides = {side["text"]: (side["claims"], side.get("more", 0)) for side in found["sides"]}
    claims, more = sides["$1"]
    assert [claim["claim"] for claim in claims] == ["s0/n0003", "s0/plan-aid", "s1/n0001", "s2/n0002"]
    assert (len(claims) + more, len(sides["$5"][0])) == (6003, 1)
    (near,) = [f for f in made["findings"] if f["code"] == "XC904"]
    assert len(json.dumps(near)) < 20_000


def test_a_draft_replaces_its_source_in_tables(tmp_path: Path) -> None:
    rows = [
        flat(c("s", "A", "aid", "$1")),
        flat(c("t", "A", "aid", "$1")),
        flat(c("t", "B", "aid", "$3")),
        flat(c("u", "B", "aid", "$9")),
    ]
    root = workspace(tmp_path / "w", {"a.csv": csv_of(rows)}, attributes=ATTRIBUTES)
    (tmp_path / "draft.yaml").write_text("source: s\nclaims:\n- {subject: A, attribute: aid, value: $7}\n")
    found = finding(root, "--draft", str(tmp_path / "draft.yaml"))
    assert (found["subject"], found["verdict"]) == ("A", "contradiction")
    assert {claim["claim"] for side in found["sides"] for claim in side["claims"]} == {"s/a-aid", "t/a-aid"}
    assert findings(root, "--draft", "s") == []
    assert problems(root, "--draft", "nobody")[0].startswith('--draft: "nobody" is neither a source')


def test_suspects_that_come_in_parts_have_the_ids_of_all_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        flat(c("s", "A", "budget", "$1")),
        flat(c("s", "A", "budget", "$1")),
        flat(c("s", "A", "budget 2", "$3")),
        flat(c("t", "A", "budget 2", "$9")),
    ]
    root = workspace(tmp_path / "w", {"a.csv": csv_of(rows)})
    whole = findings(root, "--min-severity", "warning")
    monkeypatch.setattr("crosscheck.archive.run.ROWS_AT_ONCE", 1)
    assert findings(root, "--min-severity", "warning") == whole
    assert {claim["claim"] for side in whole[0]["sides"] for claim in side["claims"]} == {
        "s/a-budget-2-2",
        "t/a-budget-2",
    }


# The peak of the process itself: that of `getrusage` begins with the peak of the process which started it.
MEMORY = """
import re, sys
from pathlib import Path
from crosscheck.model import Severity
from crosscheck.loading import Options
from crosscheck.pipeline import check
found = check(Path(sys.argv[1]), Options(today="2026-01-01", least=Severity.ERROR))
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(found.summary["claims"], int(peak[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process had at most")
def test_a_million_claims_are_read_within_a_limit(tmp_path: Path) -> None:
    generate(tmp_path / "w", 1_000_000)
    environment = {**os.environ, "CROSSCHECK_MEMORY_LIMIT": "200MB"}
    command = [sys.executable, "-c", MEMORY, str(tmp_path / "w")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    claims, megabytes = map(int, ran.stdout.split())
    assert claims == 1_000_000
    assert megabytes < 600, "two hundred for DuckDB, the rest for suspects and their findings"


@pytest.mark.parametrize(("told", "raised"), [("Query interrupted", KeyboardInterrupt), ("else", RuntimeError)])
def test_ctrl_c_while_duckdb_runs_a_query_is_ctrl_c(told: str, raised: type[BaseException]) -> None:
    with pytest.raises(raised), known():
        raise RuntimeError(told)


class Query:
    """A query that does not look for signals: a connection that is asked to interrupt it."""

    def __init__(self) -> None:
        self.interrupted = Event()

    def interrupt(self) -> None:
        self.interrupted.set()


def test_ctrl_c_interrupts_a_query_that_does_not_look_for_it() -> None:
    query = Query()
    with interruptible(query):  # type: ignore[arg-type]
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert query.interrupted.wait(60)


def test_ctrl_c_that_others_handle_interrupts_no_query() -> None:
    heard, told = socketpair()
    told.setblocking(False)
    with heard, told:
        signal.set_wakeup_fd(told.fileno())
        try:
            with interruptible(query := Query()), suppress(KeyboardInterrupt):  # type: ignore[arg-type]
                signal.raise_signal(signal.SIGINT)
            assert heard.recv(9) == bytes([signal.SIGINT])
        finally:
            assert signal.set_wakeup_fd(-1) == told.fileno()
        assert not query.interrupted.is_set()
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with interruptible(query):  # type: ignore[arg-type]
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert not query.interrupted.is_set()
