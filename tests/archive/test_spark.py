"""The same findings, byte for byte, on a real standalone cluster as in this process."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crosscheck.archive import opening, spark
from crosscheck.archive.engine import Engine
from crosscheck.archive.spark import Spark
from factories import TODAY, c, run, workspace
from random_workspaces import drawn
from spark_cluster import cluster

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"

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


@pytest.fixture(scope="module")
def session(at: str) -> Iterator[Spark]:
    """One session for many checks: to start one takes longer than they take."""
    engine = Spark(at)
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
def test_this_workspace() -> None:
    assert '"XC101-7f9058b5fca7"' in same(ROOT)


def shared(root: Path, folder: str, attributes: str, settings: str) -> Path:
    path = SHARED / folder / "claims.csv"
    if not path.is_file():
        pytest.skip(f"there is no {folder}/claims.csv")
    return workspace(root, {"table.csv": path.read_bytes()}, attributes=attributes, settings=settings)


@pytest.mark.usefixtures("on_spark")
def test_mass_shootings(tmp_path: Path) -> None:
    settings = '[tables]\nrename = {event_id = "subject"}\nignore = ["label"]\nunreadable = "warn"\n'
    assert '"verdict": "contradiction"' in same(shared(tmp_path, "mass-shootings", SHOOTINGS, settings))


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


@pytest.mark.usefixtures("on_spark")
@pytest.mark.parametrize("seed", range(1))
def test_drawn_claims(tmp_path: Path, seed: int) -> None:
    found = same(made(tmp_path, seed))
    for word in ('"contradiction"', '"tension"', '"superseded"', '"agreement"', "cannot be read"):
        assert word in found


@pytest.mark.usefixtures("on_spark")
def test_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "BYTES_A_PART", 1000)
    same(made(tmp_path, 7))


@pytest.mark.usefixtures("on_spark")
@pytest.mark.parametrize("seed", range(3))
def test_random_claims(seed: int, tmp_path: Path) -> None:
    format = ("csv", "jsonl", "parquet", "two")[seed % 4]
    same(drawn(seed).as_tables(tmp_path / "w", format, "" if seed % 3 else "tu"))


@pytest.mark.usefixtures("on_spark")
def test_values_that_cannot_be_read_are_told_alike(tmp_path: Path) -> None:
    claims = [c("s", "A", "cost", "$10 trillionish"), c("t", "A", "cost", "dunno"), c("s", "B", "start", "Mayday")]
    root = workspace(tmp_path, claims, attributes=MADE)
    here, there = run(root, "check"), run(root, "check", "--engine", "spark")
    assert here.code == 2
    assert there == here


@pytest.mark.usefixtures("on_spark")
def test_a_worker_of_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    little = workspace(tmp_path, [c("s", "A", "cost", "$1"), c("t", "A", "cost", "$2")], attributes=MADE)
    monkeypatch.setattr(spark, "VERSION", "99.0")
    ran = run(little, "check", "--engine", "spark")
    assert (ran.code, ran.out) == (2, "")
    assert "the driver is crosscheck 99.0, and a worker 0.1.0: install the same on both" in ran.err
