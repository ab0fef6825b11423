"""The pictures of the documentation: the page of the article in articles.md, light and dark, and the words on it.

    python docs/pictures.py        takes them anew, in a Chromium; a test compares the words, not the pictures

The words are all that the page shows, with the status of each figure. When the test says that they have changed, take
the pictures anew, look at them, and commit them with the words.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from crosscheck.cli import main

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "pictures"
WORDS = FOLDER / "proof.txt"
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


def _run(*command: str) -> str:
    done = CliRunner().invoke(main, command)
    if done.exit_code > 1:
        raise SystemExit(f"{' '.join(command)}: {done.output}")
    return done.stdout


def words(page: str) -> str:
    """What a page shows above its legend, a line for each of its parts."""
    shown = page[page.index("<h1") : page.index('<section class="legend"')]
    parts = (html.unescape(re.sub(r"<[^>]*>", " ", part)) for part in re.split(r"<(?:article|p|h\d|li|svg)\b", shown))
    lines = (" ".join(part.partition(">")[2].split()) for part in parts)
    return "".join(f"{line}\n" for line in lines if line)


def take(page: str) -> None:
    """The pictures of a page, in a Chromium."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    executable = next((found for name in names if (found := shutil.which(name))), None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proof.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for scheme in SCHEMES:
            context = browser.new_context(viewport=SIZE, color_scheme=scheme)
            opened = context.new_page()
            opened.goto(path.as_uri())
            opened.keyboard.press("j")
            opened.evaluate("scrollTo(0, 0)")
            opened.screenshot(path=FOLDER / f"proof-{scheme}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    made = proof_page()
    take(made)
    WORDS.write_text(words(made), encoding="utf-8")
