"""A table of many claims as Parquet, for measuring: items of few and many sources, conflicts, values that change.

Item sizes follow a Zipf law, five in a hundred items hold a conflict, half of the attributes change with time and are
superseded. `--hot` puts so many more claims on one item. The same seed gives the same rows.
"""

from __future__ import annotations

import argparse
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
CONFLICTING = 0.05
SOURCES = 1000
MOST = 50
"""Claims on an item, but for the hot one."""


def generate(folder: Path, claims: int, hot: int = 0, seed: int = 0) -> Path:
    """Write a workspace with `claims` claims, and `hot` more on one item, into `folder`; returns the table."""
    random = np.random.default_rng(seed)
    sizes = np.minimum(random.zipf(1.7, claims), MOST)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), claims)) + 1]
    sizes[-1] -= sizes.sum() - claims
    if hot:
        sizes = np.append(sizes, hot)
    rows = int(sizes.sum())
    item = np.repeat(np.arange(len(sizes)), sizes)
    first = np.repeat(np.cumsum(sizes) - sizes, sizes)
    attribute = item % len(NAMES)
    # The sources of an item are different ones; those of the hot item come again and again.
    source = (random.integers(0, SOURCES, len(sizes))[item] + np.arange(rows) - first) % SOURCES
    changes = attribute >= 2
    year = np.where(changes, 2000 + random.integers(0, 25, rows), 0)
    value = random.integers(10, 1_000_000, len(sizes))[item] + np.where(changes, year * 10, 0)
    wrong = (random.random(len(sizes)) < CONFLICTING)[item] & (np.arange(rows) == first) & (sizes[item] > 1)
    value = np.where(wrong, value + 7, value)
    order = random.permutation(rows)
    (folder / "claims").mkdir(parents=True)
    (folder / "rules").mkdir()
    (folder / "crosscheck.toml").write_text("")
    (folder / "rules" / "attributes.yaml").write_text(ATTRIBUTES)
    path = folder / "claims" / "table.parquet"
    numbers = {"source": source, "item": item, "attribute": attribute, "value": value, "year": year}
    _write(path, {name: column[order] for name, column in numbers.items()})
    return path


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--hot", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    generate(given.folder, given.claims, given.hot, given.seed)
