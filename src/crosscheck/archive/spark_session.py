"""Sessions of Apache Spark: started without its chatter, and what goes wrong told in one line."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.problems import InputError, Position, Problem, shown

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ANSWERS = 5.0
"""Seconds in which a master has to answer."""

WORKS = 30.0
"""Seconds in which a cluster has to give a worker."""

_PORT = 7077
_CONFIG = {
    # What is sent passes through the driver's Java: more than the gigabyte that it has by default.
    "spark.driver.memory": "2g",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.pyspark.fallback.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
}


def connected(master: str) -> SparkSession:
    """A session on the cluster at `master` ("local[*]", "spark://host:7077", "yarn" …); raises `InputError`."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise _refused("--engine", "spark is not installed: python -m pip install pyspark") from None
    if not _has_java():
        raise _refused("--engine", "spark needs Java 17 or newer, and none was found")
    hosts = _hosts(master)
    _reach(master, hosts)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("crosscheck")
    for key, value in _CONFIG.items():
        builder = builder.config(key, value)
    if is_on_this_machine(master):
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    with complained(master), _silenced() as log:
        try:
            session: SparkSession = builder.getOrCreate()
        except Exception as error:
            raise _refused("--engine", f"spark did not start: {_last(log) or _reason(error)}") from error
    session.sparkContext.setLogLevel("OFF")
    if hosts:
        _await_workers(session, master)
    return session


@contextmanager
def complained(master: str) -> Iterator[None]:
    """Turns what fails in Spark into `InputError`."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        # Of a pandas that is newer than Spark knows, nothing is used that has changed.
        with warnings.catch_warnings(action="ignore", category=FutureWarning):
            yield
    except (PySparkException, Py4JError, ConnectionError, EOFError) as error:
        raise _refused("--engine", f"spark fails at {shown(master)}: {_reason(error)}") from error


def _reason(error: BaseException) -> str:
    """The one line that tells: of a worker's traceback the last, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    raised = [line for line in lines if re.match(r"(\w+\.)*\w*(Error|Exception): ", line) and "org.apache" not in line]
    if any("No module named 'crosscheck" in line for line in raised):
        return "its workers lack crosscheck: install the same version there"
    return (raised or lines or [type(error).__name__])[-1 if raised else 0]


def _hosts(master: str) -> list[tuple[str, int]]:
    """The hosts of a standalone master, none of another kind."""
    if not master.startswith("spark://"):
        if not re.fullmatch(r"local(\[[\d*,]+\])?|yarn|k8s://.+", master):
            told = "accepted: local[*], spark://HOST:PORT, yarn, k8s://…"
            raise _refused("--master", f"{shown(master)} is not the address of a cluster; {told}")
        return []
    found = []
    for part in master.removeprefix("spark://").split(","):
        host, _, port = part.rpartition(":") if ":" in part else (part, "", "")
        if not host or (port and not port.isdecimal()):
            raise _refused("--master", f"{shown(master)} is not the address of a master; accepted: spark://HOST:PORT")
        found.append((host, int(port) if port else _PORT))
    return found


def _reach(master: str, hosts: list[tuple[str, int]]) -> None:
    """See that a master listens: Spark itself would ask for a minute, and then fail with a page of its code."""
    reasons = []
    for host, port in hosts:
        try:
            socket.create_connection((host.strip("[]"), port), ANSWERS).close()
            return
        except OSError as error:
            reasons.append(str(error.strerror or error).lower())
    if reasons:
        raise _refused("--master", f"{shown(master)} does not answer: {reasons[0]}")


def _await_workers(session: SparkSession, master: str) -> None:
    context: Any = session.sparkContext._jsc.sc()
    until = time.monotonic() + WORKS
    while context.getExecutorMemoryStatus().size() < 2:  # the driver is one
        if time.monotonic() > until:
            session.stop()
            raise _refused(
                "--master", f"{shown(master)} gives no worker in {WORKS:.0f} seconds: none is free, or alive"
            )
        time.sleep(0.05)


def is_on_this_machine(master: str) -> bool:
    """Whether all workers are on this machine, and see its files."""
    hosts = _hosts(master)
    return master.startswith("local") or (bool(hosts) and all(_is_loopback(host) for host, _ in hosts))


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "[::1]") or host.startswith("127.")


def _has_java() -> bool:
    if "JAVA_HOME" in os.environ:
        return Path(os.environ["JAVA_HOME"], "bin", "java").exists()
    return shutil.which("java") is not None


@contextmanager
def _silenced() -> Iterator[Path]:
    """What the Java process says to the terminal goes into a file; it keeps that for as long as it lives."""
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.NamedTemporaryFile() as log:
        os.dup2(log.fileno(), 2)
        try:
            yield Path(log.name)
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _last(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return next((line.strip() for line in reversed(lines) if re.search(r"[Ee]rror|Exception", line)), "")


def _refused(option: str, message: str) -> InputError:
    return InputError([Problem(Position(option), message)])
