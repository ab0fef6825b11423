"""The same findings, byte for byte, on a real standalone cluster as in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import crosscheck
from crosscheck.archive import opening, spark
from crosscheck.archive.engine import Engine
from crosscheck.archive.spark import Spark
from factories import TODAY, c, run, workspace
from random_workspaces import drawn
from tables import csv_of, parquet_of

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def session(spark_address: str) -> Iterator[Spark]:
    """One session for many checks: to start one takes longer than they take."""
    engine = Spark(spark_address)
    yield engine
    engine.close()


@pytest.fixture
def on_spark(session: Spark, monkeypatch: pytest.MonkeyPatch) -> None:
    here = opening.engine_of

    def engine_of(name: str, master: str = "local[*]", scratch: Path | None = None) -> Engine:
        return session if name == "spark" else here(name, master, scratch)

    monkeypatch.setattr(opening, "engine_of", engine_of)


def same(root: Path) -> str:
    """What both engines print of a workspace; they agree in every byte and in the exit code."""
    args = ("--format", "json", "--today", TODAY)
    here, there = run(root, "check", *args), run(root, "check", *args, "--engine", "spark")
    assert there == here
    return here.out


@pytest.mark.usefixtures("on_spark")
def test_two_sources_of_this_workspace(tmp_path: Path) -> None:
    """With all of its rules, names and relations: a quarter of its claims have as many steps as all."""
    (tmp_path / "claims").mkdir()
    for part in ("rules", "crosscheck.toml", "claims/aleld.yaml", "claims/rusi.yaml"):
        (tmp_path / part).symlink_to(ROOT / part)
    assert '"XC401-668af107e27a"' in same(tmp_path)


MADE = """\
cost: {kind: money, unit: USD}
members: {kind: count, over_time: changes}
start: {kind: date, separated_by: [by]}
length: {kind: quantity, unit: km, tolerance: 1 km}
share: {kind: share, unit: percent}
allies: {kind: names}
status: {kind: category}
"""


@pytest.mark.usefixtures("on_spark")
@pytest.mark.parametrize("seed", [0, 2])
def test_random_claims(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 3 == 2:  # as if they were many
        monkeypatch.setattr(spark, "LITTLE", 0)
    format = ("csv", "jsonl", "parquet", "two")[seed % 4]
    same(drawn(seed).as_tables(tmp_path / "w", format, "" if seed % 3 else "tu"))


@pytest.mark.usefixtures("on_spark")
def test_only_what_is_suspect_is_judged(tmp_path: Path) -> None:
    claims = [c("s", "A", "cost", "$1"), c("t", "A", "cost", "$2"), c("s", "B", "cost", "$1")]
    root = workspace(tmp_path, claims, attributes=MADE)
    args = ("check", "--min-severity", "warning")
    here, there = run(root, *args), run(root, *args, "--engine", "spark")
    assert here.code == 1
    assert there == here


@pytest.mark.usefixtures("on_spark")
def test_values_that_cannot_be_read_are_told_alike(tmp_path: Path) -> None:
    claims = [c("s", "A", "cost", "$10 trillionish"), c("t", "A", "cost", "dunno"), c("s", "B", "start", "Mayday")]
    root = workspace(tmp_path, claims, attributes=MADE)
    here, there = run(root, "check"), run(root, "check", "--engine", "spark")
    assert here.code == 2
    assert there == here


@pytest.mark.usefixtures("on_spark")
def test_tables_as_they_were_published(tmp_path: Path) -> None:
    settings = (
        '[[tables]]\nfiles = "claims/wide.csv"\nrename = {Country = "subject"}\nignore = "*"\n'
        'constants = {source = "World Bank", attribute = "members"}\nmelt = {columns = ["20??"], names = "when"}\n'
        '[[tables]]\nfiles = "claims/packed.csv"\nconstants = {source = "Atlas", subject = "Aruba"}\n'
        'split = {series = {pattern = \'(\\D+)(\\d{4})\', into = ["attribute", "when"]}}\n'
    )
    long = "source,subject,attribute,value,when\nThe Guardian,Aruba,members,63000,2000\n"
    wide = 'Country,Code,2000,2010,\nAruba,ABW,"62,149","90,853",\n\nFrance,FRA,"58,235",,\n'
    packed = 'series,value\nmembers2000,"64,000"\n'
    tables = {"wide.csv": wide, "long.csv": long, "packed.csv": packed}
    root = workspace(tmp_path, tables, attributes=MADE, settings=settings)
    found = same(root)
    assert "Atlas/aruba-members" in found
    assert "world-bank/aruba-members" in found
    assert "guardian/aruba-members" in found
    (root / "claims" / "wide.csv").write_text(wide.replace("90,853", "9.853.000"))
    here, there = run(root, "check"), run(root, "check", "--engine", "spark")
    assert there == here
    assert 'value of row 1 is "9.853.000" (points between thousands), but of row 1 "62,149"' in here.err


@pytest.mark.usefixtures("on_spark")
@pytest.mark.parametrize(("column", "type"), [("value", "FLOAT"), ("when", "TIME")])
def test_types_that_spark_reads_otherwise_are_refused(column: str, type: str, tmp_path: Path) -> None:
    cells = {"source": "s", "subject": "A", "attribute": "cost", "value": "12", "when": "12:30:00"}
    made = parquet_of(csv_of([cells]), tmp_path, f"types={{'{column}': '{type}'}}")
    ran = run(workspace(tmp_path / "w", {"a.parquet": made}, attributes=MADE), "check", "--engine", "spark")
    assert (ran.code, ran.out) == (2, "")
    assert (
        f'claims/a.parquet:1:1: column "{column}" is of type {type}, of which Spark and DuckDB read different digits'
        in ran.err
    )


@pytest.mark.usefixtures("on_spark")
def test_a_worker_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    little = workspace(tmp_path, [c("s", "A", "cost", "$1"), c("t", "A", "cost", "$2")], attributes=MADE)
    monkeypatch.setattr(spark, "VERSION", "99.0")
    ran = run(little, "check", "--engine", "spark")
    assert (ran.code, ran.out) == (2, "")
    assert f"the driver is crosscheck 99.0, and a worker {crosscheck.__version__}: install the same on both" in ran.err
