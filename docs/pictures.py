"""The pictures of the documentation, light and dark, and the words on them.

    python docs/pictures.py        takes them anew, in a Chromium; a test compares the words, not the pictures

`report` is the top of the report on this repository's workspace, `proof` the page of the article in articles.md with
the status of each figure. When the test says that their words have changed, take the pictures anew, look at them, and
commit them with the words.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from crosscheck.cli import main

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "pictures"
TODAY = "2026-11-22"
SCHEMES = ("light", "dark")
SIZE = {"width": 1180, "height": 960}
_ARTICLE = re.compile(r"^```markdown (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def proof_page() -> str:
    """The page of the article of articles.md, in the workspace that it begins with; its first figure accepted."""
    found = _ARTICLE.search((HERE / "articles.md").read_text(encoding="utf-8"))
    assert found is not None
    name, text = found.groups()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        _run("init", "--pack", "disaster")
        Path(name).write_text(text, encoding="utf-8")
        _run("propose", name, "--published", "2024-09-18")
        _run("accept", f"proposals/{Path(name).stem}.yaml", "--only", "1")
        return _run("proofread", name, "--format", "html", "--today", TODAY)


def report_page() -> str:
    """The report on the workspace of this repository."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        _run("report", "--workspace", str(HERE.parent), "--output", str(path), "--today", TODAY)
        return path.read_text(encoding="utf-8")


def _run(*command: str) -> str:
    done = CliRunner().invoke(main, command)
    if done.exit_code > 1:
        raise SystemExit(f"{' '.join(command)}: {done.output}")
    return done.stdout


class Picture(NamedTuple):
    """What is taken of a page: `until` begins what is not on the picture any more, `keys` are pressed before."""

    page: Callable[[], str]
    until: str
    keys: str = ""


PICTURES = {
    "proof": Picture(proof_page, '<section class="legend"', "j"),
    "report": Picture(report_page, '<section class="group"'),
}


def words(page: str, until: str) -> str:
    """What a page shows down to `until`, a line for each of its parts."""
    shown = page[page.index("<h1") : page.index(until)]
    parts = (html.unescape(re.sub(r"<[^>]*>", " ", part)) for part in re.split(r"<(?:article|p|h\d|li|svg)\b", shown))
    lines = (" ".join(part.partition(">")[2].split()) for part in parts)
    return "".join(f"{line}\n" for line in lines if line)


def take(name: str, page: str, keys: str) -> None:
    """The pictures of a page, in a Chromium."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    executable = next((found for each in names if (found := shutil.which(each))), None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for scheme in SCHEMES:
            context = browser.new_context(viewport=SIZE, color_scheme=scheme)
            opened = context.new_page()
            opened.goto(path.as_uri())
            for key in keys:
                opened.keyboard.press(key)
            opened.evaluate("scrollTo(0, 0)")
            opened.screenshot(path=FOLDER / f"{name}-{scheme}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, picture in PICTURES.items():
        made = picture.page()
        take(name, made, picture.keys)
        (FOLDER / f"{name}.txt").write_text(words(made, picture.until), encoding="utf-8")
