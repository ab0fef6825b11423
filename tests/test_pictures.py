"""The pictures of the documentation show what the program shows now: their words are compared, not their pixels."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"
sys.path.insert(0, str(DOCS))
from pictures import FOLDER, SCHEMES, WORDS, proof_page, words  # noqa: E402

sys.path.remove(str(DOCS))

LARGEST = 200_000


def test_the_words_on_the_pictures_are_those_of_the_page() -> None:
    assert words(proof_page()) == WORDS.read_text(encoding="utf-8"), "run python docs/pictures.py, and look at them"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pictures_are_small(scheme: str) -> None:
    content = (FOLDER / f"proof-{scheme}.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < LARGEST
