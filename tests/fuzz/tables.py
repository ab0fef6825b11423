"""Targets: tables of claims, spoilt or of odd types, and claims made into tables and back."""

from __future__ import annotations

import datetime
import decimal
import io
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from factories import TODAY, files_of, run
from fuzz.files import TOKENS, Files, Spoilt, check_workspace, checked, good, laid_out, spoiling
from fuzz.inputs import hostile, mutated
from fuzz.target import by_random, target
from random_workspaces import ATTRIBUTES, drawn
from tables import csv_of, json_lines_of

CELLS = [b",", b'"', b'""', b"\n", b"\r", b"\r\n", b"\t", b";", b"\0", b"{", b"}", b"[", b"]", b":", b"\\ud800",
    b'"\\udfff"', b"1e400",
         b"1e999999999", b"NaN", b"null", b"9" * 5000, b'{"a": 1}', b"source", b"scope.", b"scope.x",
         b"x" * 140_000, *TOKENS]  # fmt: skip


@cache
def tabled() -> dict[str, tuple[Files, ...]]:
    """Workspaces whose claims are in one table, by its format."""
    made: dict[str, list[Files]] = {"csv": [], "jsonl": [], "parquet": []}
    with TemporaryDirectory() as folder:
        for number in range(5):
            for format, workspaces in made.items():
                root = drawn(number, 8).as_tables(Path(folder, f"{number}{format}"), format)
                workspaces.append(files_of(root))
    return {format: tuple(workspaces) for format, workspaces in made.items()}


def spoilt_table(format: str) -> Any:
    def make(random: Random) -> Spoilt:
        files = random.choice(tabled()[format])
        name = f"claims/all.{format}"
        most = 2 if format == "parquet" else 5
        return Spoilt({**files, name: mutated(files[name], CELLS, random, most)}, ("check", "--format", "json"))

    return by_random(make)


for _format in ("csv", "jsonl", "parquet"):
    target(_format, 2, spoilt_table(_format))(check_workspace)


# ---- columns of every type

_TIME = datetime.datetime(2001, 5, 4, 12, 30)
_VALUES: tuple[tuple[pa.DataType, tuple[Any, ...]], ...] = (
    (pa.int64(), (0, 5, -(2**63), 2**63 - 1)),
    (pa.uint64(), (0, 2**64 - 1)),
    (pa.int8(), (-128, 127)),
    (pa.float64(), (0.0, -0.0, 1e308, 5e-324, float("nan"), float("inf"), 0.1)),
    (pa.float32(), (1.5, float("inf"), 3.4e38)),
    (pa.decimal128(38, 10), (decimal.Decimal("1.5"), decimal.Decimal(-1))),
    (pa.bool_(), (True, False)),
    (pa.date32(), (datetime.date(1, 1, 1), datetime.date(2001, 5, 4), datetime.date(9999, 12, 31))),
    (pa.timestamp("s"), (_TIME,)),
    (pa.timestamp("ns"), (_TIME,)),
    (pa.timestamp("us", "Asia/Tokyo"), (_TIME,)),
    (pa.time64("us"), (datetime.time(12, 30),)),
    (pa.duration("ns"), (datetime.timedelta(days=3),)),
    (pa.binary(), (b"\xff\0", b"x")),
    (pa.large_string(), ("1999", "")),
    (pa.dictionary(pa.int8(), pa.string()), ("1999", "$5")),
    (pa.list_(pa.string()), (["a", "b"], [])),
    (pa.struct([("a", pa.int8())]), ({"a": 1},)),
    (pa.map_(pa.string(), pa.string()), ([("a", "b")],)),
    (pa.null(), (None,)),
)
_COLUMNS = ("source", "subject", "attribute", "value", "id", "quote", "when", "said_by", "stance", "language",
    "url", "exhaustive",
            "relative_to", "read_as", "scope.by", "scope.", "x")  # fmt: skip


USUAL = {"source": ("s", "t"), "attribute": ("aid", "start", "members")}
CELL = ("Plan", "1999", "$5 million")


def odd_columns(random: Random) -> Spoilt:
    count = random.randint(0, 5)
    columns: dict[str, pa.Array] = {}
    for name in ("source", "subject", "attribute", "value", *random.sample(_COLUMNS[4:], random.randint(0, 3))):
        if random.random() < (0.6 if name == "value" else 0.25):
            type_, values = random.choice(_VALUES)
            columns[name] = pa.array([random.choice((*values, None)) for _ in range(count)], type_)
        else:
            texts = [
                random.choice(USUAL.get(name, CELL)) if random.random() < 0.9 else hostile(random) for _ in range(count)
            ]
            columns[name] = pa.array(texts, pa.string())
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    files = {"crosscheck.toml": b"", "rules/attributes.yaml": ATTRIBUTES.encode(), "claims/a.parquet": out.getvalue()}
    return Spoilt(files, ("check", "--format", random.choice(("json", "text", "sarif"))))


target("parquet types", 2, by_random(odd_columns))(check_workspace)


def odd_rows(random: Random) -> Spoilt:
    """CSV and JSON Lines that are whole as files, with hostile cells and headers."""
    names = ["subject", "value", *random.sample(_COLUMNS[4:], 2)]
    if random.random() < 0.2:
        names.append(hostile(random))
    rows = [
        {
            **{name: hostile(random) if random.random() < 0.2 else random.choice(CELL) for name in names},
            **{name: random.choice(usual) for name, usual in USUAL.items()},
        }
        for _ in range(random.randint(1, 4))
    ]
    csv = random.random() < 0.5
    table = csv_of(rows) if csv else json_lines_of(rows)
    files = {"crosscheck.toml": b"", "rules/attributes.yaml": ATTRIBUTES.encode()}
    files[f"claims/a.{'csv' if csv else 'jsonl'}"] = table.encode("utf-8", "surrogatepass")
    return Spoilt(files, ("check", "--format", random.choice(("json", "csv", "junit"))))


target("table cells", 2, by_random(odd_rows))(check_workspace)


# ---- conversion


def a_conversion(random: Random) -> tuple[Spoilt, str]:
    spoilt = spoiling(r"claims/.*\.yaml")(random) if random.random() < 0.5 else Spoilt(random.choice(good()), ())
    return spoilt, random.choice(("a.csv", "a.jsonl", "a.parquet", "there"))


@target("conversion", 2, by_random(a_conversion))
def conversion(drawn_: tuple[Spoilt, str], folder: Path) -> None:
    """Claims in another format are the same claims, or nothing is written."""
    spoilt, name = drawn_
    root = laid_out(spoilt.files, folder)
    ran = run(root, "convert", str(root / "claims"), str(root / name))
    checked(ran, ("convert",))
    if ran.code:
        assert not (root / name).exists()
        return
    back = run(root, "convert", str(root / name), str(root / "back"))
    checked(back, ("convert",))
    assert back.code == 0, back.err
    assert run(root, "check", "--today", TODAY).code in (0, 1, 2, 3)
