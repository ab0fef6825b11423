"""What is measured, a function a section of the page of results."""

from __future__ import annotations

import csv
import io
import statistics
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from measure import Command, Runs, exponent, in_turn, ratios, table

from generate_table import MOST, SOURCES, Generated, generate

HERE = Path(__file__).parent
SORT, SUSPECTS, SIDES, CHECK = "DuckDB: read and sort", "suspects", "suspects with their sides", "check"
PEERS = {
    "duckdb_groups": "DuckDB: one pass, no pairs",
    "duckdb_pairs": "DuckDB: pair join",
    "splink": "splink: one blocking rule",
    "pandas": "pandas: merge",
    "recordlinkage": "recordlinkage: block, compare",
    "pyshacl": "pySHACL: sh:maxCount 1",
}
CHECKED = 1_000_000
"""A whole check is measured to so many claims; its seconds go with what it finds."""

_SORT = """
import sys, duckdb
duckdb.execute(f"CREATE TEMP TABLE sorted AS FROM '{sys.argv[1]}' ORDER BY subject, attribute, value")
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and with what to measure: `python` has crosscheck, `peers` is the interpreter of the others.

    What has more than `largest` claims is left out; `master` is the URL of a Spark master, if there is one.
    """

    folder: Path
    python: str
    peers: str
    largest: int
    master: str | None = None

    def sizes(self, *claims: int) -> list[int]:
        return [size for size in claims if size <= self.largest]

    def workspace(self, claims: int, *, hot: int = 0, hot_conflict: bool = False, fixed: bool = False,
                  most: int = MOST) -> Generated:  # fmt: skip
        root = self.folder / f"{claims}-{hot}-{hot_conflict:d}-{fixed:d}-{most}"
        return generate(root, claims, hot=hot, hot_conflict=hot_conflict, fixed=fixed, most=most)

    def warm_up(self) -> None:
        """Run everything once, so that bytecode is there and libraries are in the page cache."""
        made = self.workspace(100, fixed=True)
        ours = (self.sort(made), self.suspects(made), self.sides(made), self.check(made))
        in_turn([*ours, *(self.peer(name, made) for name in PEERS)], 1)

    def sort(self, made: Generated) -> Command:
        return self._command(SORT, made, self.python, "-c", _SORT, str(made.table))

    def suspects(self, made: Generated) -> Command:
        return self._command(SUSPECTS, made, self.python, str(HERE / "suspects.py"), str(made.root))

    def sides(self, made: Generated, rounds: int = 99) -> Command:
        argv = (self.python, str(HERE / "suspects.py"), str(made.root), "sides")
        return self._command(SIDES, made, *argv, rounds=rounds)

    def check(self, made: Generated, *options: str, name: str = CHECK, rounds: int = 99) -> Command:
        """A whole check, whose output is compared with what is known."""
        argv = ("check", "--min-severity", "warning", "--format", "csv", "--workspace", str(made.root), *options)
        return self._command(name, made, self.python, "-m", "crosscheck.cli", *argv, rounds=rounds)

    def peer(self, name: str, made: Generated, rounds: int = 99, limit: float = 120) -> Command:
        argv = (self.peers, str(HERE / "peers.py"), name, str(made.table))
        return self._command(PEERS[name], made, *argv, rounds=rounds, limit=limit)

    def _command(self, name: str, made: Generated, *argv: str, rounds: int = 99, limit: float = 240) -> Command:
        out = made.root / f"{_slug(name)}.out"
        return Command(name, argv, out, rounds, limit)


def _slug(name: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in name)


def archive(bench: Bench) -> str:
    """Values that change, items of few and many claims: against DuckDB's sort, and how seconds grow."""
    text = f"""\
Items of 1 to {MOST} claims by a Zipf law, half of them on values that change. DuckDB reads the Parquet file and sorts
it by subject, attribute and value into a table. *Suspects*: load, read, order and screen, as `check` does; *with their
sides* also makes their rows and sides (nearly all items of several claims on a value that changes are suspect); *check*
is `check --min-severity warning --format csv`, measured to {CHECKED:,} claims, at that size once.
"""
    medians: dict[str, dict[int, float]] = {SORT: {}, SUSPECTS: {}, SIDES: {}, CHECK: {}}
    aims = []
    for claims, rounds in {10_000: 5, 100_000: 3, 1_000_000: 3, 10_000_000: 1}.items():
        if claims > bench.largest:
            continue
        made = bench.workspace(claims)
        commands = [bench.sort(made), bench.suspects(made)]
        if claims <= CHECKED:
            once = 1 if claims == CHECKED else rounds
            commands += [bench.sides(made, once), bench.check(made, rounds=once)]
        runs = in_turn(commands, rounds)
        told = _finds(commands[3:], runs, made)
        text += f"\n{claims:,} claims:\n\n{table(runs, SORT, told)}"
        for name, found in runs.items():
            if found.walls:
                medians[name][claims] = statistics.median(found.walls)
        if claims == 1_000_000:
            aims.append(_ratio_aim("suspects at 10⁶, in times of DuckDB's sort", runs[SUSPECTS], runs[SORT], 1.5))
        if claims == 10_000_000:
            aims.append(_ratio_aim("suspects at 10⁷, in times of DuckDB's sort", runs[SUSPECTS], runs[SORT], 1.5))
            aims.append(_aim("suspects at 10⁷, peak MB", 2048, max(runs[SUSPECTS].peaks), "{:,.0f}"))
    text += "\nHow seconds grow (the power of the number of claims; least squares on logarithms of medians):\n\n"
    text += "| | sizes | all | the last two |\n|---|---|---|---|\n"
    for name, by_size in medians.items():
        if len(by_size) > 1:
            last = dict(list(by_size.items())[-2:])
            sizes = f"{min(by_size):,} to {max(by_size):,}"
            text += f"| {name} | {sizes} | {exponent(by_size):.2f} | {exponent(last):.2f} |\n"
    if len(medians[SUSPECTS]) == 4:
        aims.append(_aim("growth of suspects from 10⁴ to 10⁷", 1.1, exponent(medians[SUSPECTS])))
    return text + _aims(aims)


def hot(bench: Bench) -> str:
    """One item with as many claims as an archive has."""
    many = min(1_000_000, bench.largest)
    text = f"{many:,} claims on one item whose value does not change, beside 10,000 on others.\n"
    aims = []
    for conflict in (False, True):
        made = bench.workspace(10_000, hot=many, hot_conflict=conflict, fixed=True)
        commands = [bench.sort(made), bench.suspects(made), bench.sides(made, 1), bench.check(made, rounds=1)]
        commands.append(bench.peer("duckdb_pairs", made, limit=60))
        runs = in_turn(commands, 2)
        told = _finds(commands[2:], runs, made)
        text += f"\n{'One of them is apart' if conflict else 'All agree'}:\n\n{table(runs, SORT, told)}"
        wanted = "with" if conflict else "without"
        aims += [_wall_aim(f"{name}, {wanted} a conflict, s", runs[name], 10) for name in (SUSPECTS, CHECK)]
    return text + _aims(aims if many == 1_000_000 else [])


def peers(bench: Bench) -> str:
    """Other programs on the same work."""
    text = """\
The question: which items (subject, attribute) hold two claims whose values do not meet? No attribute changes with time,
and values are numbers of the table: points, which meet if they are equal. All read the same Parquet file and print the
items; each set is compared with what the generator knows to conflict. crosscheck answers as *suspects with their sides*
and as a whole *check*.
"""
    aims = []
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
            aims.append(
                _times_aim("splink's time at 10⁶, in times of crosscheck's", runs[PEERS["splink"]], runs[SIDES], 8)
            )
        if claims == 10_000_000:
            name = "DuckDB's pair join at 10⁷, in times of crosscheck's"
            aims.append(_times_aim(name, runs[PEERS["duckdb_pairs"]], runs[SIDES], 10))
    text += """
What a peer is not asked at a size is left out there: pySHACL holds a graph in Python, pandas and recordlinkage hold
every pair in memory.
"""
    return text + _aims(aims)


def wide(bench: Bench) -> str:
    """The same work where some items have many claims: pairs grow with the square of an item."""
    text = f"""\
The question of the section before, on items of 1 to {SOURCES:,} claims by the same law (as many as there are sources).
Pairs grow with the square of an item's claims.
"""
    aims = []
    for claims in bench.sizes(1_000_000, 10_000_000):
        made = bench.workspace(claims, fixed=True, most=SOURCES)
        small = claims <= CHECKED
        names = ("duckdb_groups", "duckdb_pairs", "splink") if small else ("duckdb_groups", "duckdb_pairs")
        runs, section = _beside(bench, made, names, 1, whole=small, limit=120 if small else 240)
        text += f"\n{claims:,} claims:\n\n{section}"
        if small:
            name = "splink's time at 10⁶, in times of crosscheck's"
            aims.append(_times_aim(name, runs[PEERS["splink"]], runs[SIDES], 8))
        else:
            name = "DuckDB's pair join at 10⁷, in times of crosscheck's"
            aims.append(_times_aim(name, runs[PEERS["duckdb_pairs"]], runs[SIDES], 10))
    return text + _aims(aims)


def spark(bench: Bench) -> str:
    """The same check on Spark: the same bytes."""
    told = subprocess.run([bench.python, "-m", "crosscheck.cli", "check", "--help"], capture_output=True, text=True,
                          check=True).stdout  # fmt: skip
    if "--engine" not in told or bench.master is None:
        return "Not measured: " + ("no --master was given." if "--engine" in told else "check has no --engine.") + "\n"
    claims = min(10_000_000, bench.largest)
    made = bench.workspace(claims, fixed=True)
    local = bench.check(made)
    distributed = bench.check(made, "--engine", "spark", "--master", bench.master, name="check --engine spark")
    runs = in_turn([local, distributed], 1)
    same = local.out.read_bytes() == distributed.out.read_bytes()
    finds = {CHECK: _told(local, made), distributed.name: "the same bytes" if same else "OTHER bytes"}
    text = f"{claims:,} claims on values that do not change; peak memory is the driver's, without Java and executors.\n"
    return f"{text}\n{table(runs, CHECK, finds)}"


class Section(NamedTuple):
    title: str
    measure: Callable[[Bench], str]

    def make(self, bench: Bench) -> str:
        return f"Measured on {date.today()}.\n\n{self.measure(bench)}"


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
    commands = [*ours, *(bench.peer(name, made, limit=limit) for name in names)]
    runs = in_turn(commands, rounds)
    return runs, table(runs, SIDES, _finds(commands, runs, made))


def _finds(commands: Iterable[Command], runs: dict[str, Runs], made: Generated) -> dict[str, str]:
    """What each command found, if it ended by itself."""
    return {command.name: _told(command, made) for command in commands if runs[command.name].over is None}


def _told(command: Command, made: Generated) -> str:
    """How the items that a command printed differ from those that conflict."""
    text = command.out.read_text(encoding="utf-8-sig")
    if "csv" in command.argv:
        found = {f"{row['subject']} / {row['attribute']}" for row in csv.DictReader(io.StringIO(text))}
    else:
        found = {line.partition(":")[0] for line in text.splitlines()}
    known = {f"{subject} / {attribute}" for subject, attribute in made.conflicting}
    if found == known:
        return f"the {len(known):,} that conflict"
    return f"{len(found - known):,} more and {len(known - found):,} fewer than the {len(known):,} that conflict"


class Aim(NamedTuple):
    name: str
    aim: str
    got: str
    met: bool


def _aim(name: str, most: float, got: float, form: str = "{:.2f}") -> Aim:
    return Aim(name, f"≤ {form.format(most)}", form.format(got), got <= most)


def _wall_aim(name: str, runs: Runs, most: float) -> Aim:
    if runs.over is not None:
        return Aim(name, f"≤ {most}", f"over {runs.over:.0f}", False)
    return _aim(name, most, statistics.median(runs.walls))


def _ratio_aim(name: str, one: Runs, other: Runs, most: float) -> Aim:
    return _aim(name, most, statistics.median(ratios(one, other)))


def _times_aim(name: str, theirs: Runs, ours: Runs, least: float) -> Aim:
    """By how much a peer, or the limit that ended it, is longer."""
    if theirs.over is not None:
        got = theirs.over / statistics.median(ours.walls)
        return Aim(name, f"≥ {least}", f"over {got:.2f}", got >= least)
    got = statistics.median(ratios(theirs, ours))
    return Aim(name, f"≥ {least}", f"{got:.2f}", got >= least)


def _aims(aims: Iterable[Aim]) -> str:
    rows = "".join(f"| {name} | {aim} | {got} | {'met' if met else 'missed'} |\n" for name, aim, got, met in aims)
    return f"\n| | aim | got (median) | |\n|---|---|---|---|\n{rows}" if rows else ""
