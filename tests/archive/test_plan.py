"""The plan suspects every item that rules could find something on, and knows names as Python does."""

from __future__ import annotations

import random
from pathlib import Path

import duckdb
import pyarrow
import pytest

from crosscheck.archive.archive import Archive
from crosscheck.archive.dialect import DUCKDB
from crosscheck.archive.distinct import slug_part
from crosscheck.archive.opening import engine_of, opened
from crosscheck.archive.plan.groups import ODD_NAME, plain_slug
from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Dates, Scale
from crosscheck.model import Attribute, Kind, Severity
from crosscheck.problems import Problems
from crosscheck.vocabulary import normalise
from crosscheck.workspace import load
from factories import workspace
from tables import csv_of, parquet_of

SIGNS = (
    "a",
    "The ",
    "an ",
    "x",
    "É",
    " ",
    "'",
    "-",
    "1",
    "_",
    "the",
    " a ",
    "\t",
    "B",
    ".",
    " & ",
    "ß",
    "\u2019",
    "?",
    "\u212b",
    "i\u0307",
    "`",
    '"',
    "\n",
    "%",
    "AN ",
    "A",
    "\u00a0",
    "ﬁ",
    "[",
    "\\",
    "]",
)


@pytest.mark.parametrize("seed", range(4))
def test_plain_names_are_their_own_keys(seed: int) -> None:
    pick = random.Random(seed)
    names = ["".join(pick.choices(SIGNS, k=pick.randint(1, 6))) for _ in range(5000)]
    made = pyarrow.table({"text": names})
    found = duckdb.from_arrow(made).query(
        "names",
        f"SELECT text, lower(text), {plain_slug('text', DUCKDB)} FROM names "
        f"WHERE NOT {DUCKDB.matches('text', ODD_NAME)}",
    )
    rows = found.fetchall()
    assert len(rows) > 200
    for text, name, slug in rows:
        assert (name, slug) == (normalise(text), slug_part(text))


def archive_of(root: Path) -> Archive:
    """The plan of a workspace, up to its verdicts."""
    problems = Problems()
    whole, archive = opened(load(root, None, problems), None, engine_of("local"), problems)
    archive.complete(Publications(whole.sources, Dates(whole.settings.readings), problems))
    archive.judge(())
    problems.raise_any()
    return archive


UNITS = {
    "money": "USD",
    "share": "percent",
    "count": "people",
    "duration": "years",
    "quantity": "miles",
    "days": "days",
    "weight": "short tons",
}
KINDS = {"days": "duration", "weight": "quantity"}
FIGURES = (0.1, 0.3, 1 / 3, 1e-7, 1e15, 2.0**53, 365, 366, 5, 4.999999999999999, 5.000000000000001, -5, 0, 1e-300, 1e22)


def test_numbers_that_do_not_meet_are_suspect(tmp_path: Path) -> None:
    attributes = "".join(f"{n}: {{kind: {KINDS.get(n, n)}, unit: {unit}}}\n" for n, unit in UNITS.items())
    pick, rows, apart = random.Random(0), [], set()
    for number in range(600):
        name = pick.choice(list(UNITS))
        one = pick.choice(FIGURES) * pick.choice((1, 1, 3, 0.7))
        other = pick.choice((one, one, pick.choice(FIGURES), one * (1 + 2**-52), one * 365 / 366))
        scale = Scale.of(Attribute(name, Kind(KINDS.get(name, name)), UNITS[name]))
        assert scale is not None
        intervals = [
            scale.reading(format(figure, ".17f") if abs(figure) < 1e15 else str(int(figure))).stated
            for figure in (one, other)
        ]
        assert None not in intervals
        if not intervals[0].overlaps(intervals[1]):  # type: ignore[union-attr, arg-type]
            apart.add(f"Thing {number}")
        rows += [
            {"source": s, "subject": f"Thing {number}", "attribute": name, "value": repr(float(v))}
            for s, v in (("s", one), ("t", other))
        ]
    made = parquet_of(csv_of(rows), tmp_path, "types={value: 'DOUBLE'}")
    archive = archive_of(workspace(tmp_path / "w", {"a.parquet": made}, attributes=attributes))
    archive.pick(Severity.WARNING)
    found = {item.subject for item in archive.items()}
    assert apart <= found
    assert len(found) < len(apart) + 200
