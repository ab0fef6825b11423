"""Words that the ends of lines part are whole again, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.articles.article import article_of
from crosscheck.articles.hyphens import mended
from crosscheck.readings import Context
from crosscheck.texts import text_of


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("nearly $2 mil-\nlion, of it", "nearly $2 million, of it"),
        ("5 kilo-\n  metres", "5 kilometres"),
        ("in Decem-\nber 2024", "in December 2024"),
        ("a two-\nyear term", "a two-year term"),
        ("2-\nyear", "2-year"),
        ("gov\u00ad\nernment", "government"),
        ("a well-known -\n\nthing", "a well-known -thing"),
        ("nothing", "nothing"),
    ],
)
def test_what_is_mended(words: str, whole: str) -> None:
    assert mended(words)[0] == whole


@given(st.text(alphabet="ab -\u00ad\n2"))
def test_each_character_is_that_of_its_place(words: str) -> None:
    whole, places = mended(words)
    assert len(places) == len(whole) + 1
    assert list(places) == sorted(set(places))
    assert "".join(words[place] for place in places[:-1]) == whole


def test_a_value_over_two_lines_is_one_span() -> None:
    text = text_of(b"It came to nearly $2 mil-\nlion, they said on Decem-\nber 3, 2024.", "a.txt")
    first, second = article_of(text, Context()).spans
    assert (first.text, text.shown[first.start : first.end]) == ("nearly $2 million", "nearly $2 mil-\nlion")
    assert (second.text, text.shown[second.start : second.end]) == ("December 3, 2024", "Decem-\nber 3, 2024")
