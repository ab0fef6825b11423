"""Articles: the spans of all paragraphs, with places of the whole text, each with its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.items import claim

from crosscheck.articles.article import Article, article_of, context_of, known_names
from crosscheck.articles.spotting import Tier
from crosscheck.model import ReadingSettings, Source
from crosscheck.problems import Position
from crosscheck.readings import Context, read
from crosscheck.texts import text_of
from crosscheck.vocabulary import Name, Names

SHOWN = """A plan of 2024

It cost $14 billion in cash. Some 40 people left in May.
“It was right. We lost 3 men.”

They came from Fort 9.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    published = read("2025-12-15", Context())
    return article_of(text_of(SHOWN.encode(), "a.txt"), Context(published=published), ["Fort 9"])


def test_spans_have_places_of_the_whole_text(article: Article) -> None:
    assert [(span.text, span.tier) for span in article.spans] == [
        ("2024", Tier.DATE),
        ("$14 billion", Tier.FIGURE),
        ("Some 40 people", Tier.FIGURE),
        ("May", Tier.DATE),
        ("It was right. We lost 3 men.", Tier.QUOTATION),
        ("3 men", Tier.FIGURE),
        ("Fort 9", Tier.NAME),
    ]
    for span in article.spans:
        assert article.text.shown[span.start : span.end] == span.text
    assert [article.place(span).line for span in article.spans] == [1, 3, 3, 3, 4, 4, 6]


def test_each_span_has_its_sentence(article: Article) -> None:
    assert [article.text.shown[slice(*article.sentence(span))] for span in article.spans] == [
        "A plan of 2024",
        "It cost $14 billion in cash.",
        "Some 40 people left in May.",
        "Some 40 people left in May.",
        "“It was right. We lost 3 men.”",
        "We lost 3 men.”",
        "They came from Fort 9.",
    ]


def test_a_text_is_read_as_its_source_writes() -> None:
    source = Source("a", Position("claims/a.yaml"), published="2025-12-15")
    source = replace(source, date_order="dmy", fiscal_year="10-01", currency="COP")
    text = text_of(b"On 10/05/2025 it was $5 in fiscal 2024, in October.", "a.txt")
    spans = article_of(text, context_of(source, ReadingSettings())).spans
    assert [span.problem for span in spans] == [None] * 4
    assert spans[1].reading is not None
    assert spans[1].reading.dimension == "COP"


def test_known_names_are_those_of_the_workspace() -> None:
    names = Names.of([Name("Cartel of the Suns", aliases=("Cartel de los Soles",))])
    claims = [claim("a", "3", subject="Fort 9"), claim("a", "2000", said_by="B. Writer")]
    assert known_names(names, claims) == {
        "Cartel of the Suns",
        "Cartel de los Soles",
        "Fort 9",
        "Plan Colombia",
        "B. Writer",
    }
