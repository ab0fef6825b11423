"""The report of many findings: how big it is, how long it takes to write, and how long it holds up a browser.

    .venv/bin/python benchmarks/report_browser.py [--findings 1000 20000] [--rounds 3]

Sizes and times of writing are those of `crosscheck report` beside `crosscheck check --format json`, whole processes
on the same workspace. In the browser a pause is the longest stretch in which the page answers nothing: what the
browser itself calls a long task, from the click or key to the next picture. Aims: 1,000 findings ≤ 1 MB, written in
≤ 2 × the time of the JSON; 20,000 without a pause over 100 ms. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from report_workspaces import conflicting

WATCH = """
window.pauses = [];
new PerformanceObserver((list) => window.pauses.push(...list.getEntries().map((entry) => entry.duration)))
  .observe({ type: "longtask", buffered: true });
"""


def timed(root: Path, *command: str) -> tuple[float, bytes]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck.cli", *command, "--workspace", str(root)], capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start, done.stdout


def pauses(page: Any, act: Any) -> float:
    """The longest pause, in ms, while `act` is carried out and the half second after it."""
    page.evaluate("window.pauses.length = 0")
    act()
    page.wait_for_timeout(500)
    return float(page.evaluate("Math.max(0, ...window.pauses)"))


def in_browser(path: Path) -> dict[str, float]:
    from playwright.sync_api import sync_playwright

    executable = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(WATCH)
        start = time.perf_counter()
        page.goto(path.as_uri())
        found = {"open, until it can be used, ms": 1000 * (time.perf_counter() - start)}
        page.wait_for_function("() => !document.querySelector('#showing').textContent.includes('…')")
        found["open, until all is read, ms"] = 1000 * (time.perf_counter() - start)
        found["longest pause while opening, ms"] = page.evaluate("Math.max(0, ...window.pauses)")
        steps = {
            "filter by a tile": lambda: page.click("[data-value=tension]"),
            "filter taken back": lambda: page.click("[data-value=tension]"),
            "search for a word": lambda: page.fill("#search", "founded"),
            "search for two": lambda: page.fill("#search", "newspaper 7 turnout"),
            "search for nothing there": lambda: page.fill("#search", "nowhere"),
            "search taken back": lambda: page.click("#clear"),
            "next finding": lambda: page.keyboard.press("j"),
        }
        for name, act in steps.items():
            found[f"longest pause, {name}, ms"] = pauses(page, act)
        browser.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, nargs="+", default=[1000, 20_000])
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    rounds: int = given.rounds
    for wanted in given.findings:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "workspace"
            conflicting(root, wanted)
            timed(root, "check")  # bytecode and the page cache
            path = root / "reports" / "index.html"
            found: dict[str, list[float]] = {}
            for _ in range(rounds):
                as_json, document = timed(root, "check", "--format", "json")
                as_page, _ = timed(root, "report")
                times = {"check --format json, s": as_json, "report, s": as_page, "ratio": as_page / as_json}
                for name, value in (times | in_browser(path)).items():
                    found.setdefault(name, []).append(value)
            print(f"{len(json.loads(document)['findings']):,} findings, {os.cpu_count()} processors")
            page = path.read_bytes()
            print(f"  JSON {len(document) / 1e6:.2f} MB, report {len(page) / 1e6:.2f} MB, compressed "
                  f"{len(gzip.compress(page)) / 1e6:.2f} MB; min, median, max of {rounds}:")  # fmt: skip
            for name, values in found.items():
                print(f"  {name:<45}" + "".join(f"{v:9.2f}" for v in (min(values), median(values), max(values))))


if __name__ == "__main__":
    main()
