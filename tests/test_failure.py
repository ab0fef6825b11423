"""Whatever breaks a run off is one line and exit code 4: no traceback, and no half output that looks whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck import loading, pipeline
from crosscheck.outputs import FORMATS
from factories import Ran, c, run, workspace

CLAIMS = [
    c("a", "Plan Colombia", "total aid", "$10 billion"),
    c("b", "Plan Colombia", "total aid", "$20 billion “net”"),
]


def shell(root: Path, command: str, **environment: str) -> Ran:
    """What a shell makes of a command line, in which `crosscheck` is this one."""
    program = f'"{sys.executable}" -m crosscheck.cli'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.replace("crosscheck", program)],
        check=False,
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode("latin-1"), done.stderr.decode())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("command", ["crosscheck check", "crosscheck --help", "crosscheck check --format json"])
def test_a_full_disk_behind_standard_output(command: str, tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), f"{command} >/dev/full")
    assert (ran.code, ran.err) == (4, "crosscheck: standard output cannot be written: No space left on device\n")


def test_a_closed_standard_output(tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), "crosscheck check >&-")
    assert (ran.code, ran.err) == (4, "crosscheck: standard output is closed\n")


@pytest.mark.parametrize("command", ["crosscheck check --draft -", "crosscheck read -"])
def test_a_closed_standard_input(command: str, tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), f"{command} <&-")
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", "-: standard input is closed")


def test_a_closed_standard_error(tmp_path: Path) -> None:
    assert shell(workspace(tmp_path, CLAIMS), "crosscheck check 2>&-").code == 1


def test_a_pipe_that_closes_before_all_is_written(tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), "crosscheck check | exec 0<&-")
    assert (ran.code, ran.err) == (4, "crosscheck: standard output cannot be written: Broken pipe\n")


def test_a_pipe_that_takes_all_leaves_the_exit_code(tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), "crosscheck check --format json | cat")
    assert (ran.code, ran.err, json.loads(ran.out)["summary"]["failing"]) == (1, "", 1)


def test_a_letter_that_the_console_lacks_is_escaped(tmp_path: Path) -> None:
    ran = shell(workspace(tmp_path, CLAIMS), "crosscheck check", PYTHONIOENCODING="latin-1")
    assert ran.code == 1
    assert "\\u201cnet\\u201d" in ran.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_a_full_disk_behind_an_output_file(tmp_path: Path) -> None:
    root = workspace(tmp_path, CLAIMS)
    ran = run(root, "check", "--output", "json=/dev/full", "--output", f"csv={tmp_path}/f.csv")
    assert (ran.code, ran.out, ran.err) == (4, "", "crosscheck: full: No space left on device\n")
    assert "No space left on device" in (tmp_path / "f.csv").read_text()


def test_an_error_of_our_own_is_one_line_and_in_every_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr(pipeline, "judge", broken)
    outputs = [argument for name in FORMATS for argument in ("--output", f"{name}={tmp_path / name}")]
    ran = run(workspace(tmp_path, CLAIMS), "check", *outputs, fails=True)
    line = "internal error: ZeroDivisionError: division by zero; --debug prints where"
    assert (ran.code, ran.err) == (4, f"crosscheck: {line}\n")
    for name in FORMATS:
        assert "internal error" in (tmp_path / name).read_text()


def test_debug_prints_the_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "rulebook", lambda *_: None)
    ran = run(workspace(tmp_path, CLAIMS), "check", "--debug", fails=True)
    assert ran.code == 4
    assert "Traceback" in ran.err


def test_what_was_being_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("crosscheck.claims.values.ValueReader.read", broken)
    ran = run(workspace(tmp_path, CLAIMS), "check", fails=True)
    assert ran.code == 4
    assert 'while reading "$10 billion" (claims/a.yaml:' in ran.err


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "text"])
def test_an_error_of_our_own_is_a_document_on_standard_output(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "judge", broken)
    ran = run(workspace(tmp_path, CLAIMS), "check", "--format", format, fails=True)
    assert ran.code == 4
    assert "internal error: ZeroDivisionError" in ran.out
    assert len(ran.err.splitlines()) == 1


def test_an_interrupt_while_the_command_line_is_loaded(tmp_path: Path) -> None:
    interrupting = """import sys
class Finder:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
from crosscheck.__main__ import main
main()
"""
    (tmp_path / "run.py").write_text(interrupting)
    done = subprocess.run([sys.executable, "run.py"], check=False, cwd=tmp_path, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"interrupted\n")
