"""A table of many claims as Parquet, for measuring: items of few and many sources, conflicts, values that change.

Item sizes follow a Zipf law, five in a hundred items hold a wrong claim, half of the attributes change with time and
are superseded. `--fixed` lets no attribute change; `--hot` puts so many more claims on one item. The same seed gives
the same bytes, and which items conflict is known.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

ATTRIBUTES = """\
budget: {kind: money, unit: USD}
area: {kind: quantity, unit: km2}
members: {kind: count, over_time: changes}
price: {kind: money, unit: USD, over_time: changes}
"""
NAMES = ("budget", "area", "members", "price")
CHANGING = 2
"""The first of the attributes that change."""
CONFLICTING = 0.05
SOURCES = 1000
MOST = 50
"""Claims on an item, but for the hot one; `--most` takes up to `SOURCES`, for a source speaks of an item once."""
HOT = 0
"""The number of the hot item; its attribute is fixed."""

Item = tuple[str, str]
"""Subject and attribute."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A workspace with one table; `conflicting` are the items on which two claims of one time have two values."""

    root: Path
    table: Path
    conflicting: frozenset[Item]


def generate(
    root: Path, claims: int, *, hot: int = 0, hot_conflict: bool = False, fixed: bool = False, most: int = MOST,
    seed: int = 0,
) -> Generated:  # fmt: skip
    """Write a workspace with `claims` claims, and `hot` more on one item, into the folder `root`.

    Of the claims of a wrong item, the first is apart from the others; `hot_conflict`: of the hot one's, too. Ten
    million claims take under a gigabyte.
    """
    random = np.random.default_rng(seed)
    sizes = _sizes(random, claims, most)
    is_wrong = random.random(len(sizes)) < CONFLICTING
    if hot:
        sizes, is_wrong = np.insert(sizes, HOT, hot), np.insert(is_wrong, HOT, hot_conflict)
    ends = np.cumsum(sizes, dtype=np.int32)
    starts = (ends - sizes).astype(np.int32)
    rows = int(ends[-1])
    item = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    attribute = (np.arange(len(sizes)) % len(NAMES)).astype(np.int8)
    changes = (attribute >= CHANGING) & (not fixed)
    # The sources of an item are different ones; those of the hot item come again and again.
    source = random.integers(0, SOURCES, len(sizes), dtype=np.int32)[item]
    source += np.arange(rows, dtype=np.int32) - starts[item]
    source %= SOURCES
    year = np.where(changes[item], random.integers(2000, 2025, rows, dtype=np.int16), np.int16(0))
    value = random.integers(10, 1_000_000, len(sizes), dtype=np.int32)[item]
    value += year * np.int32(10)
    value[starts[is_wrong]] += 7
    beside = np.add.reduceat(year == np.repeat(year[starts], sizes), starts) > 1
    order = random.permutation(rows)
    numbers = {"source": source, "item": item, "attribute": attribute[item], "value": value, "year": year}
    table = _workspace(root, fixed)
    _write(table, {name: column[order] for name, column in numbers.items()})
    conflicting = np.flatnonzero(is_wrong & beside).tolist()
    return Generated(root, table, frozenset((f"Organization {n}", NAMES[attribute[n]]) for n in conflicting))


def _sizes(random: np.random.Generator, claims: int, most: int) -> np.ndarray:
    """The number of claims on each item, which are `claims` together."""
    sizes = np.minimum(random.zipf(1.7, claims), most).astype(np.int32)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), claims)) + 1]
    sizes[-1] -= sizes.sum() - claims
    return sizes


def _workspace(root: Path, fixed: bool) -> Path:
    """Make a workspace without claims; returns where its table belongs."""
    (root / "claims").mkdir(parents=True)
    (root / "rules").mkdir()
    (root / "crosscheck.toml").write_text("")
    attributes = ATTRIBUTES.replace(", over_time: changes", "") if fixed else ATTRIBUTES
    (root / "rules" / "attributes.yaml").write_text(attributes)
    return root / "claims" / "table.parquet"


def _write(path: Path, numbers: dict[str, np.ndarray]) -> None:
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order=true")
        connection.register("numbers", numbers)
        names = ", ".join(f"'{name}'" for name in NAMES)
        connection.execute(f"""
            COPY (
                SELECT 'source-' || lpad(source::VARCHAR, 4, '0') AS source, 'Organization ' || item AS subject,
                    [{names}][attribute + 1] AS attribute, value::DOUBLE AS value,
                    CASE WHEN year > 0 THEN year::VARCHAR END AS "when"
                FROM numbers
            ) TO '{path}' (FORMAT parquet)
        """)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--hot", type=int, default=0)
    parser.add_argument("--fixed", action="store_true")
    parser.add_argument("--most", type=int, default=MOST)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--truth", action="store_true", help="print the items that conflict")
    given = parser.parse_args()
    made = generate(given.folder, given.claims, hot=given.hot, fixed=given.fixed, most=given.most, seed=given.seed)
    if given.truth:
        print("".join(f"{subject} / {attribute}\n" for subject, attribute in sorted(made.conflicting)), end="")


if __name__ == "__main__":
    main()
