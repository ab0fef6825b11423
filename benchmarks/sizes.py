"""What large inputs cost, and how that grows: each as a whole process, at a size and at half of it.

    .venv/bin/python benchmarks/sizes.py [--only NAME] [--share 10]

Seconds are those of the processor. The ratio is that of the whole size to its half, with the start of the program in
both: 2 is linear, 4 the square. Exit code 2 is a refusal. A process that takes longer than its limit is ended.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LIMIT = 150.0
"""Seconds that a process may take."""

ATTRIBUTES = "aid: {kind: money, unit: USD}\nstate: {kind: category}\n"


@dataclass(frozen=True)
class Case:
    """An input of a size; `make` adds it to a small workspace, and says what is run there."""

    what: str
    size: int
    make: Callable[[Path, int], list[str]]


@dataclass(frozen=True)
class Cost:
    """What a process took; `code` is None if it was ended."""

    seconds: float
    megabytes: int
    code: int | None


def names(root: Path, count: int) -> list[str]:
    lines = (f"Name {n:06d} Xy{n * 7919 % 99991}: {{aliases: [Alias {n}]}}\n" for n in range(count))
    (root / "rules" / "names.yaml").write_text("".join(lines))
    return ["check", "--quiet"]


def claims_on_one_item(root: Path, count: int) -> list[str]:
    lines = (f'  - {{subject: Plan, attribute: aid, value: "${1000 + 7 * n} million"}}\n' for n in range(count))
    (root / "claims" / "s.yaml").write_text("source: s\nclaims:\n" + "".join(lines))
    return ["report"]


def scope_columns(root: Path, count: int) -> list[str]:
    head = ["source", "subject", "attribute", "value", *(f"scope.k{n}" for n in range(count))]
    rows = [
        [source, "Plan", "aid", value, *("x" for _ in range(count))] for source, value in (("u", "$5"), ("v", "$6"))
    ]
    (root / "claims" / "t.csv").write_text("".join(f"{','.join(row)}\n" for row in (head, *rows)))
    return ["check", "--quiet"]


def chain_of_narrower(root: Path, count: int) -> list[str]:
    lines = (f"t{n}: {{narrower: [t{n + 1}]}}\n" for n in range(count))
    (root / "rules" / "names.yaml").write_text("".join(lines))
    for source, term in (("s", "t0"), ("t", f"t{count}")):
        claim = f"{{subject: Plan, attribute: state, value: {term}}}"
        (root / "claims" / f"{source}.yaml").write_text(f"source: {source}\nclaims:\n  - {claim}\n")
    return ["check", "--quiet"]


def dotted_toml(root: Path, count: int) -> list[str]:
    (root / "crosscheck.toml").write_text(f"a{'.a' * count} = 1\n")
    return ["check", "--quiet"]


def parquet_rows(root: Path, count: int) -> list[str]:
    """Quotes of 2,000 characters, of which a thousand differ: the file is small, what it says is not."""
    import pyarrow
    from pyarrow import parquet

    places = pyarrow.array([n % 1000 for n in range(count)], pyarrow.int32())
    quotes = pyarrow.DictionaryArray.from_arrays(places, pyarrow.array([f"{n:05d}{'x' * 2000}" for n in range(1000)]))
    same = {"subject": "Plan", "attribute": "aid", "value": "$5"}
    columns = {"source": ["u", "v"] * (count // 2), **{key: [value] * count for key, value in same.items()}}
    parquet.write_table(pyarrow.table({**columns, "quote": quotes}), root / "claims" / "t.parquet")
    return ["check", "--quiet"]


def figures_of_an_article(root: Path, count: int) -> list[str]:
    article = root / "article.txt"
    article.write_text(" ".join(f"Lund Line has {n + 1} ships and" for n in range(count)))
    return ["propose", str(article)]


CASES = {
    "names": Case("names with an alias", 300_000, names),
    "claims": Case("different claims on one item, in a report", 20_000, claims_on_one_item),
    "scope": Case("scope columns", 5_000, scope_columns),
    "narrower": Case("terms, each narrower than the one before", 5_000, chain_of_narrower),
    "toml": Case("parts of a dotted key in crosscheck.toml", 100_000, dotted_toml),
    "parquet": Case("rows of Parquet, each with 2,000 characters", 100_000, parquet_rows),
    "propose": Case("figures of one sentence, 104 KB, in `propose`", 4_000, figures_of_an_article),
}


def cost(case: Case, size: int) -> Cost:
    """What a case of a size costs in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in ("claims", "rules"):
            (root / part).mkdir()
        (root / "crosscheck.toml").write_text("")
        (root / "rules" / "attributes.yaml").write_text(ATTRIBUTES)
        for source, value in (("s", "$5"), ("t", "$6")):
            claim = f'{{subject: Plan, attribute: aid, value: "{value}"}}'
            (root / "claims" / f"{source}.yaml").write_text(f"source: {source}\nclaims:\n  - {claim}\n")
        name, *rest = case.make(root, size)
        command = [sys.executable, "-m", "crosscheck.cli", name, "--workspace", str(root), *rest]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        timer = threading.Timer(LIMIT, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        code = os.waitstatus_to_exitcode(status)
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss >> 10, code if code >= 0 else None)


def row(case: Case, share: int) -> str:
    """A line of the table of docs/reliability.md."""
    size = case.size // share
    half, whole = (cost(case, part) for part in (size // 2, size))
    if whole.code is None:
        return f"| {size:,} {case.what} | over {LIMIT:.0f} s | | | |\n"
    ratio = whole.seconds / half.seconds
    return f"| {size:,} {case.what} | {whole.seconds:.1f} s | {ratio:.1f} | {whole.megabytes:,} MB | {whole.code} |\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=CASES, action="append", help="these alone")
    parser.add_argument("--share", type=int, default=1, help="one part of so many of each size")
    given = parser.parse_args()
    sys.stdout.write("| input | seconds | by half of it | memory | exit code |\n|---|---:|---:|---:|---:|\n")
    for name in given.only or CASES:
        sys.stdout.write(row(CASES[name], given.share))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
