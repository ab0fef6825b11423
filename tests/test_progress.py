"""How far a run is: shown on a terminal, after a while, and never in a pipe."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from crosscheck import progress
from crosscheck.progress import TerminalProgress
from factories import plan_colombia

SLOW = """
import sys
from crosscheck import loading, progress
progress.PATIENCE = 0.0
load = loading.load
def slow_load(*args):
    import threading
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join()
    return load(*args)
loading.load = slow_load
from crosscheck.cli import main
main(["check", "--workspace", sys.argv[1], *sys.argv[2:]])
"""


def on_a_terminal(*args: str) -> tuple[str, str]:
    """What a run that is not quick enough prints on standard output, which is a pipe, and on a terminal."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", SLOW, *args],
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so at the end of a terminal that nobody holds
        pass
    os.close(ours)
    return done.stdout.decode(), shown.decode()


def test_a_slow_run_shows_a_terminal_how_far_it_is(tmp_path: Path) -> None:
    out, shown = on_a_terminal(str(plan_colombia(tmp_path)))
    assert "loading claims" in shown
    assert "contradiction" in out
    assert "loading" not in out


def test_quiet_is_quiet(tmp_path: Path) -> None:
    _, shown = on_a_terminal(str(plan_colombia(tmp_path)), "--quiet")
    assert shown == ""


def test_a_pipe_gets_nothing(tmp_path: Path) -> None:
    args = [sys.executable, "-c", SLOW, str(plan_colombia(tmp_path))]
    assert subprocess.run(args, capture_output=True, text=True, check=False).stderr == ""


def stepped(monkeypatch: pytest.MonkeyPatch, patience: float) -> tuple[list[int], str]:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    screen = io.StringIO()
    with TerminalProgress(shown=True, console=Console(file=screen, force_terminal=True, width=80)) as progressing:
        if not patience:
            progressing._timer.join()
        progressing.begin("loading claims")
        things = list(progressing.each("comparing claims", [1, 2, 3], 3))
    return things, screen.getvalue()


def test_steps_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    things, shown = stepped(monkeypatch, 0.0)
    assert things == [1, 2, 3]
    assert "comparing claims" in shown
    assert "/3" in shown


def test_a_quick_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stepped(monkeypatch, 3600.0) == ([1, 2, 3], "")
