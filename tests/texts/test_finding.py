"""Words are found whatever their white space and typography; what is shown stays as it is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.texts import form, plain, text_of

TEXT = """\
The ﬁrst “plan” cost $5–\u00a010 bil-
lion of well-
known go\u00adods — two-
and three-day trips to Nicola\u0301s\u2019 town.

It was some $15 billion\u00b3 in aid.\u2074 An area of 5 km² and 10⁶ men.
"""


def found(words: str, text: str = TEXT) -> str | None:
    """The stretch of a text where words stand."""
    place = text_of(text.encode(), "a.txt").find(words)
    return text[slice(*place)] if place is not None else None


@pytest.mark.parametrize(
    ("words", "stretch"),
    [
        ('The first "plan"', "The ﬁrst “plan”"),
        ("The ﬁrst ‟plan”", "The ﬁrst “plan”"),
        ("$5- 10 billion", "$5–\u00a010 bil-\nlion"),
        ("wellknown", "well-\nknown"),
        ("well-known goods - two- and", "well-\nknown go\u00adods — two-\nand"),
        ("two-and", "two-\nand"),
        ("Nicolás' town", "Nicola\u0301s\u2019 town"),
        ("town. It was", "town.\n\nIt was"),
        ("some $15 billion in aid. An", "some $15 billion\u00b3 in aid.\u2074 An"),
        ("billion", "bil-\nlion"),
        ("10⁶ men", "10⁶ men"),
    ],
)
def test_words_are_found_over_differences_in_typography(words: str, stretch: str) -> None:
    assert found(words) == stretch


@pytest.mark.parametrize(
    "words",
    ["first 'plan'", "the first", "5 km", "10 men", "106 men", "irst", "$1", "5 billion", "trip", "", " ", "\u00ad"],
)
def test_what_is_another_word_or_figure_is_not_found(words: str) -> None:
    assert found(words) is None


def test_later_places_are_found_from_a_start() -> None:
    text = text_of(b"one two, two\xc2\xad two", "a.txt")
    places, at = [], 0
    while (place := text.find("two", at)) is not None:
        places.append(place)
        _, at = place
    assert places == [(4, 7), (9, 12), (14, 17)]


ODD = st.sampled_from(
    [
        *"abcé \u00a0\n-–—“”’'\"ﬁﬀ³⁶²1,.5\u00ad\u200b\ufeff\u0301\u0308\u1161\u11a8각ÅΩक़",
        "\r\n",
        "-\n",
        "word",
        "e\u0301",
    ]
)
TEXTS = st.lists(ODD, max_size=40).map("".join)


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_found_reads_as_what_was_looked_for(before: str, words: str, after: str) -> None:
    text = text_of(f"{before} {words} {after}x".encode(), "a.txt")
    place = text.find(words)
    if place is not None:
        start, end = place
        assert 0 <= start < end <= len(text.shown)
        joined = plain(text.shown[start:end]).replace("- ", "-"), plain(words).replace("- ", "-")
        assert joined[0].replace("-", "") == joined[1].replace("-", "")


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd", "Mn", "Zs", "Pd"]), max_size=30), st.integers(0, 30))
def test_words_of_a_text_are_in_it(content: str, at: int) -> None:
    words = content.split()[at % 3 :]
    if words and all(word[0].isalnum() and word[-1].isalnum() for word in words):
        assert found(" ".join(words), content) is not None


@given(TEXTS)
def test_the_plain_form_is_stable(text: str) -> None:
    # What signs without width and marks of notes stand between may join only once they are gone.
    once = plain(re.sub("[²³⁶\u00ad\u200b\ufeff\u0301\u0308]", "", text))
    assert plain(once) == once
    assert unicodedata.is_normalized("NFC", once)


PARTS = ("a", "bo", "12", "3", "5", "é", "e\u0301", "_", ".", ",", "-", "-\n", "\u00ad\n", " ", " ", "\n", "²", "“")


class Thorough(form.Form):
    """A form that looks everywhere."""

    def _not_before(self, looked_for: str, start: int) -> int | None:
        return start


@given(st.lists(st.sampled_from(PARTS), max_size=30), st.integers(0, 20), st.integers(1, 8), st.integers(0, 30))
def test_where_words_cannot_stand_need_not_be_looked(parts: list[str], first: int, many: int, start: int) -> None:
    text, words = "".join(parts), "".join(parts[first : first + many])
    assert form.Form(text).find(words, start) == Thorough(text).find(words, start)
