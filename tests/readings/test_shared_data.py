"""The values that were written for this project and lie outside of it; skipped where they are not at hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model import Kind
from crosscheck.readings import AXIS_KINDS, Context, ReadingError, read
from readings.helpers import days, reading, refusal

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="there is no folder ../shared/data beside the repository")
KINDS = {"count": "count", "fraction": "share", "duration": "duration"}


def load() -> Any:
    path = DATA / "values.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"dates": [], "edtf": [], "amounts": []}


@pytest.mark.parametrize("entry", [*load()["dates"], *load()["edtf"]], ids=lambda entry: entry["text"])
def test_dates(entry: dict[str, Any]) -> None:
    first, last = entry["first"], entry["last"]
    if first is None and last is None:
        refusal(entry["text"], "date")
    elif not (first or last).startswith("-17000"):
        is_edtf = entry in load()["edtf"]
        assert reading(entry["text"], "date", is_edtf=is_edtf).stated == days(first, last)


@pytest.mark.parametrize("entry", load()["amounts"], ids=lambda entry: entry["text"])
def test_amounts(entry: dict[str, Any]) -> None:
    name = entry["kind"]
    kind = "money" if name.startswith("money") else KINDS.get(name, "quantity")
    found = reading(entry["text"], kind)
    scale = {"duration": 86400, "money rate": 3.6e6}.get(name, 1)
    for end in entry["nominal"]:
        assert (found.allowed.low or 0) <= end / scale * (1 + 1e-9)
        assert found.allowed.high is None or end / scale * (1 - 1e-9) <= found.allowed.high


def test_the_values_of_the_country_facts_never_crash_the_reader() -> None:
    path = DATA / "country-facts" / "claims.csv"
    if not path.is_file():
        pytest.skip("there is no country-facts/claims.csv")
    with path.open(encoding="utf-8", newline="") as file:
        values = sorted({row["value"] for row in csv.DictReader(file)})[::15]
    assert values
    for value in values:
        for kind in (None, *AXIS_KINDS):
            try:
                read(value, Context(kind, {Kind.MONEY: "USD", Kind.SHARE: "%"}.get(kind) if kind else None))
            except ReadingError as error:
                refused = str(error)
                assert refused
