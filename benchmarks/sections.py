"""What is measured, a function a section of the page of results."""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from commands import CHECK, CHECKED, HERE, PEERS, SIDES, SORT, SUSPECTS, Bench, finds

import aims
from generate_table import MOST, SOURCES, Generated
from measure import Runs, exponent, in_turn, table


def archive(bench: Bench) -> str:
    """Values that change, items of few and many claims: against DuckDB's sort, and how seconds grow."""
    text = f"""\
Items of 1 to {MOST} claims by a Zipf law, half of them on values that change. DuckDB reads the Parquet file and sorts
it by subject, attribute and value into a table. *Suspects*: load, read, order and screen, as `check` does; *with their
sides* also makes their rows and sides; *check*
is `check --min-severity warning --format csv`, measured to {CHECKED:,} claims, at that size once.
"""
    medians: dict[str, dict[int, float]] = {SORT: {}, SUSPECTS: {}, SIDES: {}, CHECK: {}}
    asked: list[aims.Aim] = []
    for claims, rounds in {10_000: 5, 100_000: 3, 1_000_000: 3, 10_000_000: 1}.items():
        if claims > bench.largest:
            continue
        made = bench.workspace(claims)
        commands = [bench.sort(made), bench.suspects(made)]
        if claims <= CHECKED:
            once = 1 if claims == CHECKED else rounds
            commands += [replace(command, rounds=once) for command in (bench.sides(made), bench.check(made))]
        runs = in_turn(commands, rounds)
        told = finds(commands[3:], runs, made)
        text += f"\n{claims:,} claims:\n\n{table(runs, SORT, told)}"
        for name, found in runs.items():
            if found.walls:
                medians[name][claims] = statistics.median(found.walls)
        if claims == 1_000_000:
            asked.append(aims.as_long("suspects at 10⁶, in times of DuckDB's sort", runs[SUSPECTS], runs[SORT], 1.5))
        if claims == 10_000_000:
            asked.append(aims.as_long("suspects at 10⁷, in times of DuckDB's sort", runs[SUSPECTS], runs[SORT], 1.5))
            asked.append(aims.at_most("suspects at 10⁷, peak MB", 2048, max(runs[SUSPECTS].peaks), "{:,.0f}"))
    text += "\nHow seconds grow (the power of the number of claims; least squares on logarithms of medians):\n\n"
    text += "| | sizes | all | the last two |\n|---|---|---|---|\n"
    for name, by_size in medians.items():
        if len(by_size) > 1:
            last = dict(list(by_size.items())[-2:])
            sizes = f"{min(by_size):,} to {max(by_size):,}"
            text += f"| {name} | {sizes} | {exponent(by_size):.2f} | {exponent(last):.2f} |\n"
    if len(medians[SUSPECTS]) == 4:
        asked.append(aims.at_most("growth of suspects from 10⁴ to 10⁷", 1.1, exponent(medians[SUSPECTS])))
    return text + aims.told(asked)


def hot(bench: Bench) -> str:
    """One item with as many claims as an archive has."""
    many = min(1_000_000, bench.largest)
    text = f"{many:,} claims on one item whose value does not change, beside 10,000 on others.\n"
    asked: list[aims.Aim] = []
    for conflict in (False, True):
        made = bench.workspace(10_000, hot=many, hot_conflict=conflict, fixed=True)
        whole = (bench.sides(made), bench.check(made), *(() if conflict else (bench.peer("duckdb_pairs", made),)))
        commands = [bench.sort(made), bench.suspects(made), *(replace(c, rounds=1, limit=60) for c in whole)]
        runs = in_turn(commands, 2)
        told = finds(commands[2:], runs, made)
        text += f"\n{'One of them is apart' if conflict else 'All agree'}:\n\n{table(runs, SORT, told)}"
        wanted = "with" if conflict else "without"
        asked += [aims.seconds(f"{name}, {wanted} a conflict, s", runs[name], 10) for name in (SUSPECTS, CHECK)]
    return text + aims.told(asked if many == 1_000_000 else [])


def peers(bench: Bench) -> str:
    """Other programs on the same work."""
    text = f"""\
The question: which items (subject, attribute) hold two claims whose values do not meet? No attribute changes with time,
and values are numbers of the table: points, which meet if they are equal. All read the same Parquet file and print the
items; each set is compared with what the generator knows to conflict. crosscheck answers as *suspects with their sides*
and as a whole *check*, to {CHECKED:,} claims.
"""
    asked: list[aims.Aim] = []
    plan = {
        10_000: (3, ("duckdb_groups", "duckdb_pairs", "splink", "pandas", "recordlinkage", "pyshacl")),
        1_000_000: (2, ("duckdb_groups", "duckdb_pairs", "splink", "pandas", "recordlinkage")),
        10_000_000: (1, ("duckdb_groups", "duckdb_pairs")),
    }
    for claims, (rounds, names) in plan.items():
        if claims > bench.largest:
            continue
        made = bench.workspace(claims, fixed=True)
        runs, section = _beside(bench, made, names, rounds, whole=claims <= CHECKED)
        text += f"\n{claims:,} claims, 1 to {MOST} on an item:\n\n{section}"
        if claims == 1_000_000:
            name = "splink's time at 10⁶, in times of crosscheck's"
            asked.append(aims.faster(name, runs[SIDES], runs[PEERS["splink"]], 8))
        if claims == 10_000_000:
            name = "DuckDB's pair join at 10⁷, in times of crosscheck's"
            asked.append(aims.faster(name, runs[SIDES], runs[PEERS["duckdb_pairs"]], 10))
    text += """
What a peer is not asked at a size is left out there: pySHACL holds a graph in Python, pandas and recordlinkage hold
every pair in memory.
"""
    return text + aims.told(asked)


def wide(bench: Bench) -> str:
    """The same work where some items have many claims: pairs grow with the square of an item."""
    text = f"""\
The question of the section before, on items of 1 to {SOURCES:,} claims by the same law (as many as there are sources).
Pairs grow with the square of an item's claims.
"""
    asked: list[aims.Aim] = []
    for claims in bench.sizes(1_000_000, 10_000_000):
        made = bench.workspace(claims, fixed=True, most=SOURCES)
        small = claims <= CHECKED
        names = ("duckdb_groups", "duckdb_pairs", "splink") if small else ("duckdb_groups", "duckdb_pairs")
        runs, section = _beside(bench, made, names, 1, whole=small, limit=120 if small else 240)
        text += f"\n{claims:,} claims:\n\n{section}"
        if small:
            name = "splink's time at 10⁶, in times of crosscheck's"
            asked.append(aims.faster(name, runs[SIDES], runs[PEERS["splink"]], 8))
        else:
            name = "DuckDB's pair join at 10⁷, in times of crosscheck's"
            asked.append(aims.faster(name, runs[SIDES], runs[PEERS["duckdb_pairs"]], 10))
    return text + aims.told(asked)


def spark(bench: Bench) -> str:
    """The same check on Spark: the same bytes."""
    claims = min(10_000_000, bench.largest)
    made = bench.workspace(claims)
    local = replace(bench.check(made), limit=1800)
    sys.path.append(str(HERE.parent / "tests"))
    from spark_cluster import cluster  # as tests start theirs

    with nullcontext(bench.master) if bench.master else cluster(bench.folder) as master:
        on_spark = bench.check(made, "--engine", "spark", "--master", master, name="check --engine spark")
        runs = in_turn([local, replace(on_spark, limit=1800)], 1)
    same = local.out.read_bytes() == on_spark.out.read_bytes()
    text = f"""\
{claims:,} claims as in the first section, a standalone master and one worker with two cores on this machine; peak
memory is the driver's, without Java and executors.
"""
    text += f"\n{table(runs, CHECK, finds([local, on_spark], runs, made))}"
    return f"{text}\nWhat the two print is {'the same, byte for byte' if same else 'NOT the same'}.\n"


class Section(NamedTuple):
    title: str
    measure: Callable[[Bench], str]

    def make(self, bench: Bench) -> str:
        load = f"load average of the quarter of an hour before: {os.getloadavg()[2]:.1f}"
        return f"Measured on {date.today()} ({load}).\n\n{self.measure(bench)}"


SECTIONS = {
    "archive": Section("An archive", archive),
    "hot": Section("A hot item", hot),
    "peers": Section("Peers", peers),
    "wide": Section("Peers, wide items", wide),
    "spark": Section("Spark", spark),
}


def _beside(
    bench: Bench, made: Generated, names: Iterable[str], rounds: int, *, whole: bool, limit: float = 120
) -> tuple[dict[str, Runs], str]:
    """Peers beside crosscheck, and the table that says so; `whole`: also a whole check."""
    ours = [bench.sides(made), *([bench.check(made)] if whole else [])]
    commands = [*ours, *(replace(bench.peer(name, made), limit=limit) for name in names)]
    runs = in_turn(commands, rounds)
    return runs, table(runs, SIDES, finds(commands, runs, made))
