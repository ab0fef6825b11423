"""The report says how far each text is curated, and shows the texts, figures marked, to whoever asks for them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from crosscheck.outputs.report import texts
from factories import c, run, workspace

TEXT = (
    "Aid\nIt cost $10 billion in 2001, and then\n40 people left.\n\n"
    "<script>alert(x)</script> “Years of it \u202e & more” of 5 <b>milion\n"
)
SOURCES = {"s.txt": TEXT, "t.txt": "It cost $20 billion."}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    claims = [
        c("s", "Plan", "total aid", "$10 billion", when="2001"),
        c("t", "Plan", "total aid", "$20 billion"),
        c("u", "Plan", "total aid", "$20 billion"),
    ]
    return workspace(tmp_path, claims, files={f"texts/{name}": text for name, text in SOURCES.items()})


def report(root: Path, *args: str) -> str:
    assert run(root, "report", *args).code == 0
    return (root / "reports/index.html").read_text(encoding="utf-8")


class Marks(HTMLParser):
    """The marked figures with their classes, and the words of the texts, a line each paragraph."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: list[tuple[str, str, str]] = []
        self.lines: list[str] = []
        self._mark: dict[str, Any] | None = None
        self._in_words = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "div":
            self._in_words = names.get("class") == "words"
        elif tag == "p" and self._in_words:
            self.lines.append("")
        elif tag == "mark" and self._in_words:
            self._mark = names

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._in_words = False
        elif tag == "mark":
            self._mark = None

    def handle_data(self, data: str) -> None:
        if self._mark is not None:
            self.marks.append((data, self._mark["class"], self._mark["title"]))
        if self._in_words and self.lines:
            self.lines[-1] += data


def asked(root: Path) -> str:
    return report(root, "--sources", str(root / "texts"))


def test_figures_are_marked_in_the_text(root: Path) -> None:
    found = Marks(asked(root))
    assert found.marks == [
        ("$10 billion", "c", "curated, s/plan-total-aid"),
        ("2001", "t", "time or scope, s/plan-total-aid"),
        ("40 people", "o", "open"),
        ("5", "o", "open"),
        ("$20 billion", "c", "curated, t/plan-total-aid"),
    ]
    assert found.lines[:2] == ["Aid", "It cost $10 billion in 2001, and then 40 people left."]


def test_open_figures_are_listed_with_their_places(root: Path) -> None:
    page = asked(root)
    assert '<a href="#t0-1">40 people</a> <span class="quiet">read as 40, line 3</span>' in page
    assert "id=t0-1" in page


def test_the_table_has_how_far_each_source_is_curated(root: Path) -> None:
    page = asked(root)
    assert re.findall(r'<a href="#(t\d)" title="[^"]*">(\d+ %)</a>', page) == [("t0", "50 %"), ("t1", "100 %")]
    (root / "crosscheck.toml").write_text('sources = "texts"\n')
    assert re.findall(r'<span title="[^"]*">(\d+ %)</span>', report(root)) == ["50 %", "100 %"]


def test_texts_are_shown_to_whoever_asks_only(root: Path) -> None:
    assert "figures and dates" not in report(root)
    (root / "crosscheck.toml").write_text('sources = "texts"\n')
    page = report(root)
    for words in ("40 people", "Years of it", "and then", 'texts-title"'):
        assert words not in page
    assert "Years of it" in asked(root)


def test_texts_are_escaped(root: Path) -> None:
    page = asked(root)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(x)" in page
    assert "\u202e" not in page


def test_the_same_texts_give_the_same_page(root: Path) -> None:
    assert asked(root) == asked(root)


def test_of_many_texts_those_are_shown_of_which_least_is_curated(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_TEXTS", 1)
    page = asked(root)
    assert "And 1 more text, of which more is curated." in page
    assert page.count('<details class="text">') == 1
    assert '<span title="100 % of 1 figure or date: 1 curated, 0 time or scope, 0 open">100 %</span>' in page


def test_a_long_text_is_cut_at_a_paragraph(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LONGEST", 70)
    page = asked(root)
    assert "The rest of this text is left out" in page
    assert "alert(x)" not in page
    assert "<li>5 milion" not in page
