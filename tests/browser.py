"""A Chromium for tests that need a browser: they ask for `browser`, and conftest.py has it from here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from requirements import cannot_run

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Nothing that the browser does for itself may be mistaken for something that a page does.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def _executable() -> str | None:
    """The system's own browser; None leaves it to playwright, which may have one."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session", name="browser")
def chromium() -> Iterator[Any]:
    """A headless Chromium, one for all tests of a process."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        cannot_run("no browser: playwright is not installed")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=_executable(), args=_ARGUMENTS)
        except Error as error:
            cannot_run(f"no browser: {str(error).partition(chr(10))[0]}")
        yield started
        started.close()


def violations(page: Any) -> list[str]:
    """What axe-core finds in a page that shuts somebody out: its serious and critical violations, with their places."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
