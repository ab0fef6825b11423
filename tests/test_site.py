"""`make site`: every page is in the contents, every link leads somewhere, and the search needs no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs/site", "docs", str(built)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr  # of pages without a place in the contents, and links that lead nowhere
    return built


def test_a_reader_finds_a_setting_without_a_network(site: Path, browser: Any) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/README.html")
    page.fill("input[name=q]", "tolerance")
    page.keyboard.press("Enter")
    page.click("ul.search a:has-text('Attributes')")
    assert "tolerance" in page.inner_text("article")
    page.goto((site / "proofreading.html").as_uri())
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
    page.close()
