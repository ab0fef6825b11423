"""The processes that are measured, crosscheck's and those of its peers, and what they find."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generate_table import MOST, Generated, generate
from measure import Command, Runs, in_turn

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
    made: dict[Path, Generated] = field(default_factory=dict)

    def sizes(self, *claims: int) -> list[int]:
        return [size for size in claims if size <= self.largest]

    def workspace(self, claims: int, *, hot: int = 0, hot_conflict: bool = False, fixed: bool = False,
                  most: int = MOST) -> Generated:  # fmt: skip
        """A generated workspace, made when it is first asked for."""
        root = self.folder / f"{claims}-{hot}-{hot_conflict:d}-{fixed:d}-{most}"
        if root not in self.made:
            self.made[root] = generate(root, claims, hot=hot, hot_conflict=hot_conflict, fixed=fixed, most=most)
        return self.made[root]

    def warm_up(self) -> None:
        """Run everything once, so that bytecode is there and libraries are in the page cache."""
        made = self.workspace(100, fixed=True)
        ours = (self.sort(made), self.suspects(made), self.sides(made), self.check(made))
        in_turn([*ours, *(self.peer(name, made) for name in PEERS)], 1)

    def sort(self, made: Generated) -> Command:
        return self._command(SORT, made, self.python, "-c", _SORT, str(made.table))

    def suspects(self, made: Generated) -> Command:
        return self._command(SUSPECTS, made, self.python, str(HERE / "suspects.py"), str(made.root))

    def sides(self, made: Generated) -> Command:
        return self._command(SIDES, made, self.python, str(HERE / "suspects.py"), str(made.root), "sides")

    def check(self, made: Generated, *options: str, name: str = CHECK) -> Command:
        """A whole check, whose output is compared with what is known."""
        argv = ("check", "--min-severity", "warning", "--format", "csv", "--workspace", str(made.root), *options)
        return self._command(name, made, self.python, "-m", "crosscheck.cli", *argv)

    def peer(self, name: str, made: Generated) -> Command:
        return self._command(PEERS[name], made, self.peers, str(HERE / "peers.py"), name, str(made.table))

    def _command(self, name: str, made: Generated, *argv: str) -> Command:
        return Command(name, argv, made.root / f"{name.replace(' ', '-')}.out")


def finds(commands: Iterable[Command], runs: dict[str, Runs], made: Generated) -> dict[str, str]:
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
