"""Whole processes: what the command line does with a spoilt workspace, as whoever calls it sees it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from factories import Ran
from fuzz.files import Spoilt, arguments, checked, laid_out
from fuzz.running import BYTES, SECONDS, Runner
from fuzz.target import TARGETS, Target

STARTING = 2
"""Seconds of CPU time that a process may take to start."""


def run_processes(runner: Runner, count: int) -> None:
    """Run so many commands on workspaces, drawn from all targets that draw these."""
    drawn = {name: target.draw(runner.seed, 0) for name, target in TARGETS.items() if name != "outputs"}
    sources = [TARGETS[name] for name, made in drawn.items() if isinstance(made, Spoilt)]

    def draw(seed: str, number: int) -> Any:
        return Random(f"{seed} process {number}").choice(sources).draw(f"{seed} process", number)

    runner.execute(Target("processes", count, draw, execute), range(count))


def execute(spoilt: Spoilt, folder: Path) -> None:
    """A known exit code, no traceback, bounded time and memory, and output that can be read."""
    root = laid_out(spoilt.files, folder)
    command = tuple(word.replace("\0", "") for word in spoilt.command)  # no process can be given one
    name, *words = arguments(command, root)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        program = [sys.executable, "-m", "crosscheck.cli", name, "--workspace", str(root), *words]
        process = subprocess.Popen(program, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        limit = 4 * (SECONDS + STARTING)
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))  # else one that never ends would end all
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        ran = Ran(process.returncode, out.read().decode(), err.read().decode())
    checked(ran, command)
    assert used.ru_utime + used.ru_stime < SECONDS + STARTING, f"{used.ru_utime + used.ru_stime:.1f} s"
    assert used.ru_maxrss * 1024 < BYTES, f"{used.ru_maxrss >> 10} MB"
