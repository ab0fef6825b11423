"""Archives of claims in Parquet: crosscheck beside DuckDB's sort, beside peers, from 10⁴ claims to 10⁷.

    .venv/bin/python benchmarks/archive.py [--only SECTION …] [--largest N] [--page FILE]

All are whole processes, run in turn, round after round; a ratio is taken within a round, so that it holds when the
machine's speed drifts. Peak memory is that of the process. Writes one page; with --only, the other sections of the
page stay. `make bench` sets up the peers and writes benchmarks/RESULTS.md.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from commands import Bench
from machine import machine

from sections import SECTIONS

HERE = Path(__file__).parent


def merged(page: str, head: str, made: dict[str, str]) -> str:
    """A page with the sections `made`, by title, in place of those of the same title; the others stay."""
    kept = dict(re.findall(r"^## (.+)\n\n((?:(?!^## ).*\n)+)", page, re.MULTILINE))
    sections = {section.title: made.get(section.title) or kept.get(section.title) for section in SECTIONS.values()}
    return head + "".join(f"\n## {title}\n\n{text.strip()}\n" for title, text in sections.items() if text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), metavar="SECTION",
        help=f"of {', '.join(SECTIONS)}")  # fmt: skip
    parser.add_argument("--largest", type=int, default=10_000_000, help="leave out what has more claims")
    parser.add_argument("--page", type=Path, default=HERE / "RESULTS.md")
    parser.add_argument("--master", help="URL of a Spark master, for the section spark (default: one is started)")
    given = parser.parse_args()
    peers = HERE.parent / ".venv-bench" / "bin" / "python"
    if not peers.exists():
        raise SystemExit("the peers are not there: run `make bench`")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), sys.executable, str(peers), given.largest, given.master)
        bench.warm_up()
        for name in given.only:
            made = SECTIONS[name].make(bench)
            page = given.page.read_text() if given.page.exists() else ""
            given.page.write_text(merged(page, machine(str(peers)), {SECTIONS[name].title: made}))
            print(f"{name}: written", file=sys.stderr)


if __name__ == "__main__":
    main()
