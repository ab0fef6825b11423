"""The same findings, byte for byte, on a real standalone cluster as in this process; and what goes wrong there."""

from __future__ import annotations

import csv
import random
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crosscheck.engines import spark_session
from factories import TODAY, c, run, workspace
from spark_cluster import cluster, master, needs_spark

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"

FACTS = """\
population: {kind: count, over_time: changes}
area: {kind: quantity, unit: km2}
land_area: {kind: quantity, unit: km2}
coastline: {kind: quantity, unit: km}
mean_elevation: {kind: quantity, unit: m}
density: {kind: category}
gdp_ppp: {kind: money, unit: USD, over_time: changes}
life_expectancy: {kind: duration, unit: years}
literacy: {kind: share, unit: percent}
gini: {kind: count}
independence: {kind: date}
capital: {kind: category}
calling_code: {kind: category}
landlocked: {kind: category}
"""
SHOOTINGS = """\
killed: {kind: count}
killed_victims: {kind: count}
injured: {kind: count}
age: {kind: count}
date: {kind: date}
"""


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with cluster(tmp_path_factory.mktemp("spark")) as address:
        yield address


def same(root: Path, address: str, *options: str) -> str:
    """What both engines print of a workspace; they agree in every byte and in the exit code."""
    args = ("--format", "json", "--today", TODAY, *options)
    here, there = run(root, "check", *args), run(root, "check", *args, "--engine", "spark", "--master", address)
    assert there == here
    return here.out


def test_this_workspace(at: str) -> None:
    assert '"XC101-7f9058b5fca7"' in same(ROOT, at)


def shared(root: Path, folder: str, attributes: str, settings: str) -> Path:
    path = SHARED / folder / "claims.csv"
    if not path.is_file():
        pytest.skip(f"there is no {folder}/claims.csv")
    return workspace(root, {"table.csv": path.read_bytes()}, attributes=attributes, settings=settings)


def test_facts_of_countries(tmp_path: Path, at: str) -> None:
    settings = '[tables]\nrename = {country = "subject"}\nunreadable = "warn"\n'
    found = same(shared(tmp_path, "country-facts", FACTS, settings), at)
    assert '"verdict": "contradiction"' in found
    assert "cannot be read" in found


def test_mass_shootings(tmp_path: Path, at: str) -> None:
    settings = '[tables]\nrename = {event_id = "subject"}\nignore = ["label"]\nunreadable = "warn"\n'
    assert '"verdict": "contradiction"' in same(shared(tmp_path, "mass-shootings", SHOOTINGS, settings), at)


MADE = """\
cost: {kind: money, unit: USD}
members: {kind: count, over_time: changes}
start: {kind: date, separated_by: [by]}
length: {kind: quantity, unit: km, tolerance: 1 km}
share: {kind: share, unit: percent}
allies: {kind: names}
status: {kind: category}
"""
VALUES: dict[str, Callable[[random.Random], str]] = {
    "cost": lambda r: f"{r.choice(['', 'about ', 'at least '])}${r.randint(1, 9)}.{r.randint(0, 9)} billion",
    "members": lambda r: f"{r.choice(['some ', 'more than ', ''])}{r.randint(1, 9)},000",
    "start": lambda r: r.choice(["1999", "early 2000", "May 3", "2001-05", "the 1990s", "2000/2002"]),
    "length": lambda r: f"{r.randint(1, 30)} {r.choice(['km', 'miles', 'leagues long gone'])}",
    "share": lambda r: r.choice(["a third", "33%", "most", "over 40 percent"]),
    "allies": lambda r: ", ".join(r.sample(["Norte", "Sur", "Este", "the Oeste"], 2)),
    "status": lambda r: r.choice(["open", "Closed", "closed"]),
}


def made(root: Path, seed: int) -> Path:
    """A workspace of two tables and two claims files, drawn by `seed`; some values cannot be read."""
    draw = random.Random(seed)
    rows = []
    for _ in range(400):
        attribute = draw.choice(sorted(VALUES))
        when = draw.choice(["", "2001", "2003-04", "last spring"]) if attribute == "members" else ""
        by = draw.choice(["", "A", "B"]) if attribute == "start" else ""
        source, subject = f"s{draw.randint(0, 9)}", f"Subject {draw.randint(0, 20)}"
        stance = draw.choice(["", "", "", "disputes"])
        rows.append([source, subject, attribute, VALUES[attribute](draw), when, by, stance])
    root.joinpath("claims").mkdir(parents=True)
    for number, part in enumerate((rows[:200], rows[200:])):
        with root.joinpath(f"claims/table-{number}.csv").open("w", newline="") as file:
            names = ["source", "subject", "attribute", "value", "when", "scope.by", "stance"]
            csv.writer(file).writerows([names, *part])
    first = c("y", "Subject 1", "start", "1999", id="first")
    then = c("y", "Subject 2", "start", "the following year", relative_to="first")
    other = c("z", "Subject 3", "allies", ["Norte", "Sur"], exhaustive="true")
    settings = '[tables]\nunreadable = "warn"\n'
    names = "Subject 4: {aliases: [Subject 5]}\nclosed: {narrower: [open]}\n"
    return workspace(root, [first, then, other], attributes=MADE, names=names, settings=settings)


@pytest.mark.parametrize("seed", range(3))
def test_drawn_claims(tmp_path: Path, at: str, seed: int) -> None:
    found = same(made(tmp_path, seed), at)
    for word in ('"contradiction"', '"tension"', '"superseded"', '"agreement"', "cannot be read"):
        assert word in found


def test_many_parts(tmp_path: Path, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscheck.engines import spark
    from crosscheck.table import frame

    monkeypatch.setattr(spark, "WORTH_A_TASK", 20)
    monkeypatch.setattr(spark, "AT_ONCE", 150)
    monkeypatch.setattr(frame, "CHUNK", 50)
    same(made(tmp_path, 7), at)


def test_values_that_cannot_be_read_are_told_alike(tmp_path: Path, at: str) -> None:
    claims = [c("s", "A", "cost", "$10 trillionish"), c("t", "A", "cost", "dunno"), c("s", "B", "start", "Mayday")]
    root = workspace(tmp_path, claims, attributes=MADE)
    here, there = run(root, "check"), run(root, "check", "--engine", "spark", "--master", at)
    assert here.code == 2
    assert there == here


# ---- what goes wrong


def refused(root: Path, *options: str) -> str:
    ran = run(root, "check", "--engine", "spark", *options)
    assert (ran.code, ran.out) == (2, "")
    line, count = ran.err.splitlines()
    assert count.startswith("1 problem")
    return line


@pytest.fixture
def little(tmp_path: Path) -> Path:
    return workspace(tmp_path, [c("s", "A", "cost", "$1"), c("t", "A", "cost", "$2")], attributes=MADE)


def test_a_master_that_nobody_is(little: Path) -> None:
    needs_spark()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = refused(little, "--master", f"spark://127.0.0.1:{port}")
    assert told == f'--master: "spark://127.0.0.1:{port}" does not answer: connection refused'


def test_a_master_without_a_worker(little: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark_session, "WORKS", 1.0)
    with master(tmp_path) as address:
        told = refused(little, "--master", address)
    assert told == f'--master: "{address}" gives no worker in 1 seconds: none is free, or none is alive'


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("localhost:7077", "is no address of a cluster; accepted: local[*], spark://HOST:PORT, yarn, k8s://…"),
        ("spark://:1", "is no address of a master; accepted: spark://HOST:PORT"),
        ("spark://host:port", "is no address of a master; accepted: spark://HOST:PORT"),
    ],
)
def test_no_address(little: Path, address: str, told: str) -> None:
    needs_spark()
    assert refused(little, "--master", address) == f'--master: "{address}" {told}'


def test_no_java(little: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_spark()
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert refused(little) == "--engine: spark needs Java 17 or newer, and none was found"


def test_a_java_that_is_none(little: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_spark()
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'Error: this Java is broken' >&2\nexit 1\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setattr("pyspark.SparkContext._gateway", None)
    assert refused(little) == "--engine: spark did not start: Error: this Java is broken"


def test_spark_is_not_installed(little: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    assert refused(little) == '--engine: spark is not installed: pip install "crosscheck[spark]"'


def test_a_worker_of_another_version(little: Path, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscheck.engines import spark

    monkeypatch.setattr(spark, "VERSION", "99.0")
    told = refused(little, "--master", at)
    assert "the driver is crosscheck 99.0, and a worker 0.1.0: install the same on both" in told
