"""Coverage: which figures of a text are curated, which are the time or scope of a claim, and which are open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from crosscheck.articles.article import article_of, context_of
from crosscheck.articles.coverage import Cover, covered
from crosscheck.articles.spotting import Tier
from crosscheck.model import ReadingSettings, Source
from crosscheck.problems import Position
from crosscheck.schema import render as schema
from crosscheck.texts import text_of
from factories import Ran, c, claims_file, files_of, run, workspace
from items import claim
from made_documents import docx, paragraph, pdf

SOURCE = Source("s", Position("claims/s.yaml"), published="2025-12-15")


def covers(text: str, *claims: Any) -> list[str]:
    """Each figure and date of a text with what is curated of it, and for vague ones and quotations a mark."""
    article = article_of(text_of(text.encode(), "s.txt"), context_of(SOURCE, ReadingSettings()))
    marks = {Tier.VAGUE: "~", Tier.QUOTATION: "“"}
    return [
        f"{marks.get(each.span.tier, '')}{each.span.text}: {each.cover}"
        for each in covered(article, SOURCE, claims, ReadingSettings())
    ]


QUOTED = claim("s", "$14 billion", quote="cost around $14 billion from 2000 on")
CASES = {
    "the value": (
        "It cost around $14 billion from 2000 on. In 2001, 5 men left.",
        [QUOTED],
        ["around $14 billion: curated", "2000: time or scope", "2001: open", "5 men: open"],
    ),
    "a quote wherever it stands": (
        "Cost: $5. It has a cost: $5.\n\nCost: $5.",
        [claim("s", "$5", quote="Cost: $5")],
        ["$5: curated", "$5: open", "$5: curated"],
    ),
    "a bare value where it first stands": (
        "In 2000 they met. In 2000 they left.",
        [claim("s", "2000")],
        ["2000: curated", "2000: open"],
    ),
    "a list of names with a year beside them": (
        "In 2020 came Peru and Chile.",
        [replace(claim("s", "", quote="In 2020 came Peru and Chile"), value=("Peru", "Chile"))],
        ["2020: time or scope"],
    ),
    "a value that its quote words otherwise": (
        "It ran for twelve months.",
        [claim("s", "a year", quote="ran for twelve months")],
        ["twelve months: curated"],
    ),
    "a quotation with a gap": (
        "He said: “We lost 3 men, all of them, and 4 tanks.”",
        [claim("s", "lost 3 men […] and 4 tanks")],
        ["“We lost 3 men, all of them, and 4 tanks.: curated", "3 men: curated", "~all: open", "4 tanks: curated"],
    ),
    "a part of a value is not all of it": (
        "It cost US$89 to $93 billion, $14 billion and 4 to 5 percent.",
        [claim("s", "US$89"), claim("s", "$14"), claim("s", "4", quote="4 to 5")],
        ["US$89 to $93 billion: open", "$14 billion: open", "4 to 5 percent: time or scope"],
    ),
    "both parts of a value are": (
        "They came from 2000 to 2015.",
        [claim("s", "2000", quote="came from 2000"), claim("s", "2015", attribute="end")],
        ["from 2000 to 2015: curated"],
    ),
    "hedges and articles may be left out": (
        "Around 40 people came in the 1980s.",
        [claim("s", "40 people"), claim("s", "1980s")],
        ["Around 40 people: curated", "the 1980s: curated"],
    ),
    "the time of a claim of the same sentence": (
        "In September and (not) in 2024 it cost $5. In September it rained.",
        [claim("s", "$5", when="2025-09")],
        ["September: time or scope", "2024: open", "$5: curated", "September: open"],
    ),
    "either end of a time": (
        "Between 2000 and 2015 it cost $5; in 2010 there was a vote. From 2000, $6.",
        [claim("s", "$5", when="2000/2015"), claim("s", "$6", when="2000/..")],
        [
            "Between 2000 and 2015: time or scope",
            "$5: curated",
            "2010: open",
            "2000: time or scope",
            "$6: curated",
        ],
    ),
    "a year of which the curator knows the day": (
        "In 2024 it cost $5.",
        [claim("s", "$5", when="2024-03-01")],
        ["2024: time or scope", "$5: curated"],
    ),
    "the scope, and what it is about": (
        "In its first 100 days, after the 2001 attacks, it cost $5 in 2002.",
        [claim("s", "$5", subject="War after the 2001 attacks", scope={"of": "first 100 days", "year": "2002"})],
        ["100 days: time or scope", "2001: time or scope", "$5: curated", "2002: time or scope"],
    ),
    "the day of publication": (
        "December 15, 2025\n\nIn 2025 it rained.\nMore of it.\n© Paper, 2025",
        [],
        ["December 15, 2025: time or scope", "2025: open", "2025: time or scope"],
    ),
    "what is not read": (
        "More than 4 hundred million came; 5 milion went.",
        [claim("s", "More than 4 hundred million", read_as="400 million")],
        ["More than 4 hundred million: curated", "5 milion: open"],
    ),
    "vague amounts and quotations": (
        "Most said “it was not us at all”; some said “it was all of them”.",
        [claim("s", "was not us at all", quote="“it was not us")],
        [
            "~Most: open",
            "“it was not us at all: curated",
            "“it was all of them: open",
            "~all: open",
        ],
    ),
    "nothing": ("It rained.", [claim("s", "$5", quote="It rained")], []),
}


@pytest.mark.parametrize(("text", "claims", "expected"), CASES.values(), ids=CASES)
def test_what_is_curated(text: str, claims: list[Any], expected: list[str]) -> None:
    assert covers(text, *claims) == expected
