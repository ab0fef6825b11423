"""How long the page of a long article holds up a browser, as `proofread` draws it and as `review --article` serves it.

    .venv/bin/python benchmarks/article_browser.py [--words 10000] [--rounds 3]

A pause is what the browser itself calls a long task (`report_browser.py` has the watch): 0 if none took 50 ms. Measure
on a machine that does nothing else. Aim: 10,000 words open without a pause over 100 ms. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import Any

import uvicorn
from proofreading import OPTIONS, article_of, workspace_of
from report_browser import WATCH, pauses

from crosscheck.articles.proofreader import proofread
from crosscheck.outputs.proofs.html import render
from crosscheck.review import application, listening
from crosscheck.review.article import ArticleReview


def measured(browser: Any, url: str, *, accepts: bool) -> dict[str, float]:
    """The longest pause, in ms, while a page opens and for each thing that is done with it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    start = time.perf_counter()
    page.goto(url, timeout=120_000)
    found = {"open, ms": 1000 * (time.perf_counter() - start)}
    page.wait_for_timeout(500)
    found["opening"] = page.evaluate("Math.max(0, ...window.pauses)")
    steps = {
        "next figure": lambda: page.keyboard.press("j"),
        "ten figures on": lambda: [page.keyboard.press("j") for _ in range(10)],
        "next that differs": lambda: page.keyboard.press("n"),
        "scroll to the end": lambda: page.keyboard.press("End"),
    }
    if accepts:
        steps["never"] = lambda: (page.keyboard.press("x"), page.wait_for_selector(".recorded", timeout=120_000))
    for name, act in steps.items():
        found[name] = pauses(page, act)
    page.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    from playwright.sync_api import sync_playwright

    executable = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, listening(None) as listener:
        root, article = workspace_of(0, Path(folder)), article_of(asked.words, Path(folder))
        proof = proofread(root, OPTIONS, article)
        path = Path(folder) / "proof.html"
        path.write_text(render(proof), encoding="utf-8")
        port = listener.getsockname()[1]
        app = application(ArticleReview(root, OPTIONS, article), "token", {f"127.0.0.1:{port}"})
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        sys.stdout.write(f"{asked.words:,} words, {len(proof.figures)} figures, {path.stat().st_size / 1e6:.2f} MB\n")
        for name, url, accepts in (
            ("proofread", path.as_uri(), False),
            ("review", f"http://127.0.0.1:{port}/token/", True),
        ):
            rounds = [measured(browser, url, accepts=accepts) for _ in range(asked.rounds)]
            for step in rounds[0]:
                values = [found[step] for found in rounds]
                sys.stdout.write(
                    f"{name:<10} {step:<20}"
                    + "".join(f"{v:9.1f}" for v in (min(values), median(values), max(values)))
                    + "\n"
                )
        browser.close()
        server.should_exit = True
        thread.join(10)


if __name__ == "__main__":
    main()
