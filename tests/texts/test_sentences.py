"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.texts.sentences import LONGEST, sentences

CASES = [
    ["He left.", "She stayed."],
    ["Dr. A. B. Smith of St. Louis paid $1.5 million.", "It was late."],
    ["They met at 5 p.m. Tuesday in the U.S. Senate."],
    ["Troops came from the U.S.", "The rest did not."],
    ["It opened on Nov. 2, 1989, near No. 10."],
    ["“We won,” he said.", "“They lost.”", "So it goes."],
    ["Why?", "Nobody knows!", "Really…", "Yes."],
    ["The bill was Rs. 500.", "He paid."],
    ["Inflation was 4.5 percent vs. 3 percent."],
    ["Gen. Lee and Sen. Paul met Rep. Omar."],
    ["It cost €1.2 m.", "He paid 5 k.", "The A. B. Smith line is 3.5 m. long."],
    ["A heading"],
]


@pytest.mark.parametrize("parts", CASES, ids=lambda parts: parts[0][:30])
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_blank_line_ends_a_sentence() -> None:
    text = "A heading\n \nThe first one\ngoes on. Another."
    assert [text[start:end] for start, end in sentences(text)] == ["A heading", "The first one\ngoes on.", "Another."]


def test_a_sentence_has_a_longest_length() -> None:
    text = "word " * LONGEST
    parts = sentences(text)
    assert len(parts) > 1
    assert all(end - start <= LONGEST + len("word") for start, end in parts)
    assert " ".join(text[start:end] for start, end in parts).split() == text.split()


@given(st.text(alphabet="aB1. \n\"'”)!?é", max_size=80))
def test_sentences_are_in_order_and_leave_out_white_space_only(text: str) -> None:
    behind = 0
    for start, end in sentences(text):
        assert not text[behind:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        behind = end
    assert not text[behind:].strip()
