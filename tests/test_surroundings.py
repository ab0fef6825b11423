"""The sentence around a quote, from the reader's own copy of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.problems import Problems
from crosscheck.texts import Text, text_of
from crosscheck.workspace import load
from crosscheck.workspace.texts import MOST, around, look_up
from factories import c, claims_file, workspace

TEXT = """\
A heading without a stop

He spoke at 5 p.m. in the U.S. Senate. Sen. J. Doe said that it cost $1.5 million. "It was 15 million," she said.
Then, in 2000, the plan
delivered some $15 billion in aid! Was it over?

The plan ended.
"""


def text(content: str) -> Text:
    return text_of(content.encode(), "s.txt")


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("some $15 billion", "Then, in 2000, the plan delivered ", " in aid!"),
        ("cost $1.5 million", "Sen. J. Doe said that it ", "."),
        ("cost $1.5 million.", "Sen. J. Doe said that it ", ""),
        ("15 million", '"It was ', '," she said.'),
        ("Senate", "He spoke at 5 p.m. in the U.S. ", "."),
        ("A heading", "", " without a stop"),
        ("The plan ended.", "", ""),
        ("Was it over?", "", ""),
        ("the plan delivered ", "Then, in 2000, ", " some $15 billion in aid!"),
    ],
)
def test_the_sentence_around_a_quote(quote: str, before: str, after: str) -> None:
    assert around(quote, text(TEXT)) == (before, after)


def test_a_quote_that_runs_over_paragraphs_has_no_sentence() -> None:
    assert around("over? The plan", text(TEXT)) is None


def test_what_has_no_end_is_cut_between_words() -> None:
    before, after = around("here", text("word " * 1000 + "here" + " word" * 1000)) or ("", "")
    assert before.startswith("…word")
    assert after.endswith("word…")
    assert max(len(before), len(after)) <= MOST + 1


def test_other_scripts_end_their_sentences_otherwise() -> None:
    assert around("十五亿", text("他走了。援助是十五亿美元。后来停了。")) is None  # no word boundary is known within
    assert around("援助是十五亿美元", text("他走了。援助是十五亿美元。后来停了。")) == ("", "。")


def test_checking_texts_finds_the_sentences(tmp_path: Path) -> None:
    declaration = {"id": "s", "text": "s.txt"}
    entries = [
        c("s", "Plan", "total aid", "some $15 billion", id="aid").keys,
        c("s", "Plan", "start", "2000", id="y").keys,
    ]
    root = workspace(tmp_path, {"s.yaml": claims_file(declaration, *entries)}, files={"texts/s.txt": TEXT})
    made = load(root)
    problems = Problems()
    checked = look_up(root / "texts", made.sources, {"s": "s.txt"}, made.claims, problems)
    problems.raise_any()
    assert checked.around == {
        "s/aid": ("Then, in 2000, the plan delivered ", " in aid!"),
        "s/y": ("Then, in ", ", the plan delivered some $15 billion in aid!"),
    }
