"""A standalone Spark cluster on loopback: one master and one worker, each a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"

QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""What lets Java start quickly: of so little work, none is worth the compiler that makes code fast."""


def needs_spark() -> None:
    """Skip where Spark cannot run, but never where it is part of what must be tested."""
    reason = ""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        reason = "pyspark is not installed"
    if shutil.which("java") is None:
        reason = "there is no Java"
    if reason and os.environ.get("CI"):
        pytest.fail(f"no Spark can run: {reason}")
    if reason:
        pytest.skip(f"no Spark can run: {reason}")


@contextmanager
def master(folder: Path) -> Iterator[str]:
    """A master without a worker; its address."""
    needs_spark()
    with _started(folder, MASTER, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0") as lines:
        yield _told(lines, r"Starting Spark master at (spark://\S+)")


@contextmanager
def cluster(folder: Path, *, cores: int = 2) -> Iterator[str]:
    """A master and a worker that it knows; the master's address."""
    limits = ("--cores", str(cores), "--memory", "2g", "--host", "127.0.0.1", "--webui-port", "0")
    with master(folder) as address, _started(folder, WORKER, *limits, "--work-dir", str(folder), address) as lines:
        _told(lines, r"(Successfully registered with master)")
        yield address


@contextmanager
def _started(folder: Path, *command: str) -> Iterator[Iterator[str]]:
    """A process of Spark, ended by its id; the lines of its log as they come."""
    import pyspark

    home = Path(pyspark.__file__).parent
    settings = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    settings |= {"SPARK_NO_DAEMONIZE": "1", "SPARK_LOCAL_DIRS": str(folder)}
    process = subprocess.Popen(
        [str(home / "bin" / "spark-class"), *command],
        env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        yield iter(process.stderr)
    finally:
        process.terminate()
        process.communicate()


def _told(lines: Iterator[str], pattern: str) -> str:
    """What a log says, as soon as it says it."""
    told = []
    for line in lines:
        told.append(line)
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError("".join(told))
