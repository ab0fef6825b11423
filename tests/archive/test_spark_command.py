"""`--engine spark` as people use it: from the command line to a cluster, and what goes wrong on the way."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.archive import spark_session
from factories import TODAY, plan_colombia, run
from spark_cluster import master, needs_spark

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]


def test_a_check_on_a_cluster_is_a_check(tmp_path: Path, spark_address: str) -> None:
    """As it is started; what Spark finds is compared in `test_spark.py`."""
    root, args = plan_colombia(tmp_path), ("check", "--format", "json", "--today", TODAY)
    there = run(root, *args, "--engine", "spark", "--master", spark_address)
    assert there.code == 1
    assert there == run(root, *args)


def refused(root: Path, *options: str) -> str:
    ran = run(root, "check", "--engine", "spark", *options)
    assert (ran.code, ran.out) == (2, "")
    line, count = ran.err.splitlines()
    assert count.startswith("1 problem")
    return line


def test_a_master_that_nobody_is(tmp_path: Path) -> None:
    needs_spark()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = refused(plan_colombia(tmp_path), "--master", f"spark://127.0.0.1:{port}")
    assert told == f'--master: "spark://127.0.0.1:{port}" does not answer: connection refused'


def test_a_master_without_a_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark_session, "WORKS", 1.0)
    with master(tmp_path) as address:
        told = refused(plan_colombia(tmp_path), "--master", address)
    assert told == f'--master: "{address}" gives no worker in 1 seconds: none is free, or alive'


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("localhost:7077", "is not the address of a cluster; accepted: local[*], spark://HOST:PORT, yarn, k8s://…"),
        ("spark://:1", "is not the address of a master; accepted: spark://HOST:PORT"),
        ("spark://host:port", "is not the address of a master; accepted: spark://HOST:PORT"),
    ],
)
def test_no_address(tmp_path: Path, address: str, told: str) -> None:
    needs_spark()
    assert refused(plan_colombia(tmp_path), "--master", address) == f'--master: "{address}" {told}'


def refused_with(root: Path, **environment: str) -> str:
    """What a process of its own is refused for: within this one, Spark has its Java already."""
    command = [sys.executable, "-m", "crosscheck.cli", "check", "--engine", "spark", "--workspace", str(root)]
    ran = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    return ran.stderr.splitlines()[0]


def test_no_java(tmp_path: Path) -> None:
    needs_spark()
    told = refused_with(plan_colombia(tmp_path), PATH="", JAVA_HOME=str(tmp_path))
    assert told == "--engine: spark needs Java 17 or newer, and none was found"


def test_a_java_that_is_none(tmp_path: Path) -> None:
    needs_spark()
    java = tmp_path / "java" / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text("#!/bin/sh\necho 'Error: this Java is broken' >&2\nexit 1\n")
    java.chmod(0o755)
    told = refused_with(plan_colombia(tmp_path), JAVA_HOME=str(tmp_path / "java"))
    assert told == "--engine: spark did not start: Error: this Java is broken"


def test_spark_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert refused(plan_colombia(tmp_path)) == "--engine: spark is not installed: python -m pip install pyspark"
