"""Whether many processes that decide at once lose anything, and how long they take.

    .venv/bin/python benchmarks/writers.py [--processes 200]

Each decides a finding of its own. All start together, and none may end with an error.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

CROSSCHECK = [sys.executable, "-m", "crosscheck.cli"]


def workspace(root: Path, conflicts: int) -> None:
    """A workspace in which two sources contradict each other on `conflicts` items."""
    (root / "claims").mkdir()
    (root / "crosscheck.toml").touch()
    for source, digit in (("s", "1"), ("t", "6")):
        claims = (f'  - {{subject: "Plan {n}", attribute: aid, value: "${n + 3}{digit}"}}\n' for n in range(conflicts))
        (root / f"claims/{source}.yaml").write_text(f"source: {source}\nclaims:\n{''.join(claims)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=200)
    count = parser.parse_args().processes
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        workspace(root, count)
        where = ["--workspace", folder]
        checked = subprocess.run(
            [*CROSSCHECK, "check", "--format", "json", *where], stdout=subprocess.PIPE, check=False
        )
        ids = [finding["id"] for finding in json.loads(checked.stdout)["findings"]]
        said = ["--decision", "unsure", "--reason", "r", "--by", "b", "--quiet", *where]
        start = time.perf_counter()
        processes = [subprocess.Popen([*CROSSCHECK, "resolve", id, *said]) for id in ids]
        codes = Counter(process.wait() for process in processes)
        seconds = time.perf_counter() - start
        written = (root / "resolutions.yaml").read_text().count("- finding:")
    print(f"{len(ids)} processes, {written} decisions written, exit codes {dict(codes)}, {seconds:.1f} s")
    sys.exit(0 if written == len(ids) and set(codes) == {0} else 1)


if __name__ == "__main__":
    main()
