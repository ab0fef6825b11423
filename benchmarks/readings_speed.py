"""How many distinct values the reader reads in a second on one core, beside two libraries on the same strings.

    python benchmarks/readings_speed.py [--seconds S]

quantulum3 reads amounts, edtf reads dates in words; one that is not installed is left out. They do less with a string
(no intervals of rounding, no refusals) or more (they search in sentences), so the ratio says what a reader costs, not
which is better. The strings lie outside the repository, in ../shared/data; without them there is nothing to measure.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import json
import logging
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from crosscheck.model import Kind
from crosscheck.readings import Context, ReadingError, read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def ours(kind: Kind | None) -> Callable[[str], Any]:
    context = Context(kind)

    def parse(text: str) -> Any:
        try:
            return read(text, context)
        except ReadingError:
            return None

    return parse


def quantulum() -> Callable[[str], Any] | None:
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return parser.parse  # type: ignore[no-any-return]


def edtf() -> Callable[[str], Any] | None:
    """Text to EDTF to its first day, which is what a reading has."""
    try:
        from edtf import parse_edtf, text_to_edtf
    except ImportError:
        return None
    return lambda text: parse_edtf(text_to_edtf(text)).lower_strict()


def rate(parse: Callable[[str], Any], strings: Sequence[str], seconds: float) -> float:
    """Strings a second, each of them once, since a cache would make the second time cheap; at most so many seconds."""
    begun, done = time.perf_counter(), 0
    while done < len(strings) and time.perf_counter() - begun < seconds:
        # A library that raises has been at work, too.
        with contextlib.suppress(Exception):
            parse(strings[done])
        done += 1
    return done / (time.perf_counter() - begun)


def texts() -> tuple[list[str], list[str], list[str]]:
    """Amounts, dates, and every distinct value of the country facts."""
    values = json.loads((DATA / "values.json").read_text(encoding="utf-8"))
    words = json.loads((DATA / "dates" / "edtf_natlang.json").read_text(encoding="utf-8"))
    with (DATA / "country-facts" / "claims.csv").open(encoding="utf-8", newline="") as file:
        facts = sorted({row["value"] for row in csv.DictReader(file)})
    dates = [entry["text"] for entry in (*values["dates"], *words) if entry["text"]]
    return [entry["text"] for entry in values["amounts"]], list(dict.fromkeys(dates)), facts


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--seconds", type=float, default=5.0, help="how long each reader may run on each set")
    seconds = options.parse_args().seconds
    if not DATA.is_dir():
        print("nothing to measure: there is no folder ../shared/data beside this repository", file=sys.stderr)
        return 0
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    amounts, dates, facts = texts()
    print(f"{'set':<34} {'strings':>8} {'crosscheck':>12} {'the other':>12}  ratio")
    for name, strings, kind, other, peer in (
        ("amounts", amounts, None, "quantulum3", quantulum()),
        ("dates in words", dates, Kind.DATE, "edtf", edtf()),
        ("country facts, no kind declared", facts, None, "quantulum3", quantulum()),
    ):
        mine = rate(ours(kind), strings, seconds)
        theirs = rate(peer, strings, seconds) if peer is not None else None
        beside = (
            f"{theirs:>10,.0f}/s  {mine / theirs:.1f} × {other}" if theirs else f"{'':>12}  {other} is not installed"
        )
        print(f"{name:<34} {len(strings):>8,} {mine:>10,.0f}/s {beside}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
