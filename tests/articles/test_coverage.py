"""Coverage: which figures of a text are curated, which are the time or scope of a claim, and which are open."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from crosscheck.articles.article import article_of, context_of
from crosscheck.articles.coverage import covered
from crosscheck.articles.spotting import Tier
from crosscheck.model import ReadingSettings, Source
from crosscheck.problems import Position
from crosscheck.schema import render as schema
from crosscheck.texts import text_of
from factories import Ran, c, claims_file, files_of, run, workspace
from items import claim
from made_documents import docx, pdf

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
    "a value over two lines": (
        "It cost nearly $2 mil-\nlion in Decem-\nber 2024.",
        [claim("s", "$2 million", quote="nearly $2 million in December")],
        ["nearly $2 million: curated", "December 2024: open"],
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
        "By A. Writer - December 15, 2025\n\nIn 2025 it rained.\nMore comes today, they say.\n© Paper, 2025\n"
        "It ended on December 15, 2025.",
        [],
        [
            "December 15, 2025: time or scope",
            "2025: open",
            "today: open",
            "2025: time or scope",
            "December 15, 2025: open",
        ],
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


TEXTS = {
    "wire.txt": b"It cost $10 billion.\n\nIn 2001, 40 people and 5 milion men left.\n",
    "feature.docx": docx("A heading", "It cost $20 billion in 2002, and \u201cnobody paid for all of it\u201d."),
    "minutes.pdf": pdf(["It cost $10 billion."], ["On page 2, it cost $5."]),
    "quiet.md": b"It rained.\n",
}
LISTED = """\
feature (feature.docx): 50 % of 2 figures and dates: 1 curated, 0 time or scope, 1 open
  paragraph 2: "2002", read as 2002
  also open: 1 of 1 vague amount, 1 of 1 quotation
minutes (minutes.pdf): 50 % of 2 figures and dates: 1 curated, 0 time or scope, 1 open
  page 2, line 1: "$5", read as 5 USD
quiet (quiet.md): no figures or dates
wire (wire.txt): 25 % of 4 figures and dates: 1 curated, 0 time or scope, 3 open
  line 3: "2001", read as 2001
  line 3: "40 people", read as 40
  line 3: "5 milion", not read: "milion" was not understood
4 sources with a text: 37 % of 8 figures and dates; without a text: tracker
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    claims = [c(id, "Plan", "total aid", "$10 billion") for id in ("wire", "minutes", "tracker")]
    claims.append(c("feature", "Plan", "total aid", "$20 billion", quote="cost $20 billion"))
    files = {f"texts/{name}": content for name, content in TEXTS.items()}
    made = workspace(tmp_path / "w", claims, files=files)
    (made / "claims/quiet.yaml").write_text("source: {id: quiet}\nclaims:\n")
    return made


def coverage(root: Path, *args: str) -> Ran:
    return run(root, "coverage", "--sources", str(root / "texts"), *args)


def test_each_source_is_listed_with_what_is_open(root: Path) -> None:
    assert coverage(root) == (0, LISTED, "")
    several = "1 source with a text: 50 % of 2 figures and dates; without a text: tracker\n"
    assert coverage(root, "minutes", "tracker").out == "".join(LISTED.splitlines(keepends=True)[3:5]) + several
    assert coverage(root, "--quiet", "minutes").out == "".join(LISTED.splitlines(keepends=True)[3:5])


def test_each_source_must_have_what_is_asked_for(root: Path) -> None:
    assert coverage(root, "--min", "50") == (1, LISTED, "below 50 %: wire\n")
    assert coverage(root, "--min", "51", "--quiet").err == "below 51 %: feature, minutes, wire\n"
    assert coverage(root, "--min", "50", "minutes", "quiet", "tracker").code == 0
    assert coverage(root, "--min", "101").code == 2


def test_as_json(root: Path) -> None:
    ran = coverage(root, "--format", "json")
    document = json.loads(ran.out)
    Draft7Validator(json.loads(schema("coverage"))).validate(document)
    assert (ran.code, document["figures"], document["covered"]) == (0, 8, 3)
    assert document["without_text"] == ["tracker"]
    feature, minutes, _, wire = document["sources"]
    assert feature["quotations"] == {"number": 1, "open": 1}
    assert minutes["open"] == [
        {"words": "$5", "page": 2, "line": 1, "kind": "money", "reading": "5 USD", "problem": None}
    ]
    assert wire["open"][2]["reading"] is None
    assert wire["open"][2]["column"] == 24


def test_texts_of_the_settings_do_as_well(root: Path) -> None:
    assert run(root, "coverage").code == 3
    (root / "crosscheck.toml").write_text('sources = "texts"\n')
    assert run(root, "coverage") == (0, LISTED, "")


def test_without_any_text_there_is_nothing_to_show(root: Path) -> None:
    message = 'no source has a text; name the folder of texts with --sources, or in the setting "sources"\n'
    assert run(root, "coverage") == (3, "", message)
    assert coverage(root, "tracker", "--min", "5") == (3, "", message)


def test_wrong_input_is_told(root: Path) -> None:
    message = 'ID: "wira" is not a source of this workspace (did you mean "wire"?)'
    assert coverage(root, "wira") == (2, "", f"{message}\n1 problem in the input; nothing was checked\n")
    (root / "texts/wire.txt").write_text("It cost $11 billion.")
    ran = coverage(root)
    assert (ran.code, ran.out) == (2, "")
    assert '"$10 billion" is not in wire.txt' in ran.err


def test_a_source_may_have_no_claim_yet(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"s.yaml": "source: {id: s}\nclaims:\n"}, files={"texts/s.txt": "It cost $5."})
    assert coverage(root).out.splitlines()[0] == (
        "s (s.txt): 0 % of 1 figure or date: 0 curated, 0 time or scope, 1 open"
    )
    assert run(root, "check").code == 3


def test_the_same_of_tables(root: Path) -> None:
    rows = [
        "wire,Plan,total aid,$10 billion,",
        "minutes,Plan,total aid,$10 billion,",
        "tracker,Plan,total aid,$10 billion,",
    ]
    rows.append("feature,Plan,total aid,$20 billion,cost $20 billion")
    for id in ("wire", "minutes", "tracker", "feature"):
        (root / f"claims/{id}.yaml").unlink()
    (root / "claims/all.csv").write_text("source,subject,attribute,value,quote\n" + "\n".join(rows) + "\n")
    assert coverage(root) == (0, LISTED, "")


def test_nothing_is_stored_and_nobody_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    before = files_of(root)
    first = coverage(root, "--format", "json")
    assert coverage(root, "--format", "json") == first
    assert files_of(root) == before


def test_at_most_fifteen_words_in_a_row_are_printed(tmp_path: Path) -> None:
    long = "between " + " and ".join(f"$5 billion {n} thousand million hundred" for n in range(9))
    texts = {"texts/s.txt": f"It cost {long}. “{'word ' * 30}”"}
    root = workspace(tmp_path, {"s.yaml": claims_file("s")}, files=texts)
    for line in coverage(root).out.splitlines():
        assert len(line.split('"')[1].split() if '"' in line else []) <= 15


def test_hostile_words_steer_nothing(tmp_path: Path) -> None:
    root = workspace(
        tmp_path, {"s.yaml": "source: {id: s}\nclaims:\n"}, files={"texts/s.txt": "It cost $5\u202e million."}
    )
    assert "\u202e" not in coverage(root).out
