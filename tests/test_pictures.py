"""The pictures of the documentation show what the program shows now: their words are compared, not their pixels."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"
sys.path.insert(0, str(DOCS))
from pictures import FOLDER, PICTURES, SCHEMES, words  # noqa: E402

sys.path.remove(str(DOCS))

LARGEST = 200_000


@pytest.mark.parametrize("name", PICTURES)
def test_the_words_on_the_pictures_are_those_of_the_page(name: str) -> None:
    shown = words(PICTURES[name].page(), PICTURES[name].until)
    assert shown == (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), "run python docs/pictures.py; look at them"


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pictures_are_small(name: str, scheme: str) -> None:
    content = (FOLDER / f"{name}-{scheme}.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < LARGEST
