"""The page of a proof: self-contained, harmless whatever a draft says, usable with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import violations
from factories import TODAY, c, resolve, run, workspace
from test_report import OVERRIDE, SCRIPT, Opened, Page, articles

ATTRIBUTES = "ships: {kind: count}\nfine: {kind: money, unit: USD}\nfounding: {kind: date}\n"
KNOWN = (
    c("s", "Lund Line", "ships", "14 ships", quote="runs 14 ships", url="https://s.example/a?b=1&c=2"),
    c("s", "Lund Line", "fine", "$5 million", quote="a fine of $5 million"),
    c("s", "Lund Line", "founding", "1924", quote="founded in <b>1924", url="javascript:alert(1)"),
)
TEXT = f"""\
Lund Line runs 15 ships. Lund Line paid a fine of $5 million.

Lund Line was founded in 1942, and it met on 4 March. “It rained for 15 hours and more {SCRIPT} here,” she said.

It has 3,217 cats{OVERRIDE} & <img src=x onerror=alert(1)> "dogs".
"""
PROPOSALS = (
    f"proposals: {{source: ours, article: ours.txt, sha256: {'0' * 64}}}\nfigures:\n"
    '  - {number: "1", accept: yes, value: 15 ships, quote: Lund Line runs 15 ships, subject: Lund Line, '
    "attribute: ships}\n"
)


def made(root: Path, text: str = TEXT) -> str:
    workspace(root, KNOWN, attributes=ATTRIBUTES)
    (root / "proposals").mkdir()
    (root / "proposals" / "ours.yaml").write_text(PROPOSALS, encoding="utf-8")
    (root / "ours.txt").write_text(text, encoding="utf-8")
    return run(root, "proofread", "--format", "html", "--today", TODAY, str(root / "ours.txt")).out


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("page"))


def test_every_figure_has_a_mark_and_a_card_with_its_status(html: str) -> None:
    cards = [(card["data-status"], card["data-pairing"]) for card in articles(html).values()]
    marks = {
        attrs["href"]: (attrs["data-status"], attrs["data-pairing"])
        for tag, attrs in Page(html).tags
        if tag == "a" and "data-number" in attrs
    }
    assert cards[:5] == [
        ("differs", "accepted"),
        ("agrees", "suggested"),
        ("differs", "suggested"),
        ("not-read", "none"),
        ("unsupported", "none"),
    ]
    assert set(cards[5:]) == {("unsupported", "none")}
    assert list(marks.values()) == cards
    assert list(marks) == [f"#{id}" for id in articles(html)]


def test_a_card_shows_both_quotes_and_their_readings(html: str) -> None:
    card = html[html.index("<article id=f1") : html.index("<article id=f2")]
    for shown in ("runs <b>14 ships</b>", "Lund Line runs <b>15 ships</b>", "fails the check", "<svg height="):
        assert shown in card, shown
    assert 'href="https://s.example/a?b=1&amp;c=2"' in card


def test_the_overview_says_what_the_draft_is_to_each_of_the_others(tmp_path: Path) -> None:
    workspace(
        tmp_path,
        (*KNOWN, c("t", "Lund Line", "ships", "15 ships"), c("u", "Lund Line", "ships", "at least 9 ships")),
        attributes=ATTRIBUTES,
    )
    (tmp_path / "ours.txt").write_text("Lund Line runs 15 ships.", encoding="utf-8")
    html = run(tmp_path, "proofread", "--format", "html", str(tmp_path / "ours.txt")).out
    assert stands(html) == [
        ("", "15 ships", "This draft"),
        ("against", "14 ships", "s"),
        ("agrees with", "15 ships", "t"),
        ("not against", "at least 9 ships", "u"),
    ]


def stands(html: str) -> list[tuple[str, str, str]]:
    """What the overview says of a figure: what the draft is to it, a value, who has it."""
    return re.findall(r'(?:<span class="versus">([^<]*)</span> )?<span class="stand"><b>([^<]*)</b> ([^<]*)', html)


def test_many_values_are_counted_and_folded(tmp_path: Path) -> None:
    others = (
        ("t", "15 ships"),
        ("v", "12 ships"),
        *((f"w{number}", f"{number} ships") for number in range(20, 24)),
    )
    workspace(tmp_path, (*KNOWN, *(c(id, "Lund Line", "ships", value) for id, value in others)), attributes=ATTRIBUTES)
    (tmp_path / "ours.txt").write_text("Lund Line runs 15 ships.", encoding="utf-8")
    html = run(tmp_path, "proofread", "--format", "html", str(tmp_path / "ours.txt")).out
    assert stands(html) == [
        ("", "15 ships", "This draft"),
        ("against", "14 ships", "s"),
        ("and", "12 ships", "v"),
        ("agrees with", "15 ships", "t"),
    ]
    assert "and 4 more values</span>" in html
    assert "<summary>3 more values</summary>" in html


def test_the_overview_is_not_against_what_was_found_wrong(tmp_path: Path) -> None:
    others = [c(id, "Lund Line", "ships", value) for id, value in (("t", "16 ships"), ("u", "13 ships"))]
    workspace(tmp_path, (*KNOWN, *others), attributes=ATTRIBUTES)
    assert resolve(tmp_path, "--undecided", "--wrong", "u", decision="source_wrong").code == 0
    (tmp_path / "ours.txt").write_text("Lund Line runs 15 ships.", encoding="utf-8")
    html = run(tmp_path, "proofread", "--format", "html", str(tmp_path / "ours.txt")).out
    assert stands(html) == [
        ("", "15 ships", "This draft"),
        ("against", "14 ships", "s"),
        ("and", "16 ships", "t"),
        ("not what was found wrong:", "13 ships", "u"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2032 Lund Line employs 900 people.", "read as the time of &quot;900 people&quot;"),
        ("It has 3,217 cats.", "no similar item"),
        ("It met on 4 March.", "has no year"),
    ],
)
def test_a_figure_without_an_item_says_why(tmp_path: Path, text: str, told: str) -> None:
    employees = c("s", "Lund Line", "employees", "860 people", when="2030")
    workspace(tmp_path, [employees], attributes="employees: {kind: count, over_time: changes}\n")
    (tmp_path / "ours.txt").write_text(text, encoding="utf-8")
    html = run(tmp_path, "proofread", "--format", "html", str(tmp_path / "ours.txt")).out
    card = html[html.index("<article id=f1") :].partition("</article>")[0]
    assert told.replace("&quot;", '"') in card


def test_the_words_of_the_draft_are_set_off_and_cut_visibly(tmp_path: Path) -> None:
    html = made(tmp_path, "Lund Line runs 15 ships. Since spring, " + "very " * 20 + "big Lund Line runs 14 ships.\n")
    card = html[html.index("<article id=f2") :]
    assert "<q><span>… very" in card
    assert "runs </span><b>14 ships</b><span>." in card


def test_each_colour_has_its_word(html: str) -> None:
    assert ">15 ships<sup>1 differs<" in html
    assert ">$5 million<sup>2 agrees<" in html


def test_ids_are_used_once_and_links_lead_somewhere(html: str) -> None:
    page = Page(html)
    ids = [id for _, id in page.values("id")]
    assert len(ids) == len(set(ids))
    inward = {url[1:] for _, url in page.values("href") if url.startswith("#")}
    assert inward <= set(ids)


def test_what_a_draft_says_never_becomes_markup(html: str) -> None:
    page = Page(html)
    assert not [attrs for tag, attrs in page.tags if tag == "img" or "style" in attrs]
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert "alert(1)" not in "".join(page.inline["script"])
    assert OVERRIDE not in html
    assert not list(page.values("src"))
    assert not [url for _, url in page.values("href") if not re.match("#|https://|data:,$", url)]
    assert "unsafe" not in next(attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs)


def test_the_same_draft_gives_the_same_bytes_wherever_it_lies(html: str, tmp_path: Path) -> None:
    assert made(tmp_path) == html
    assert str(tmp_path) not in html


def test_a_figure_inside_of_a_quotation_is_marked_and_so_is_the_quotation(tmp_path: Path) -> None:
    workspace(
        tmp_path,
        (c("s", "Lund Line", "promise", "We will sail 14 ships next year"), *KNOWN),
        attributes=ATTRIBUTES + "promise: {kind: quotation}\n",
    )
    (tmp_path / "ours.txt").write_text('The promise of Lund Line: "We will sail 14 ships next year".', encoding="utf-8")
    html = run(tmp_path, "proofread", "--format", "html", str(tmp_path / "ours.txt")).out
    text = html[html.index('<section class="marked"') : html.index('<section class="figures"')]
    assert re.sub(r"<sup>.*?</sup>|<[^>]*>", "", text).count("We will sail 14 ships next year") == 1
    assert re.findall(r"<a(?: id=m\d+)? [^>]*>([^<]*)", text) == ["We will sail ", "14 ships", " ", "next year"]
    assert {f"m{number}" for number in range(1, len(articles(html)) + 1)} == {
        id for tag, id in Page(text).values("id") if tag == "a"
    }


def test_a_text_without_figures_says_so(tmp_path: Path) -> None:
    html = made(tmp_path, "Nothing to count here.\n")
    assert "There is no figure or date in it." in html
    assert not articles(html)


def test_what_is_asked_for_alone_is_marked_and_all_is_counted(tmp_path: Path) -> None:
    made(tmp_path)
    args = ("--format", "html", "--only", "failing", str(tmp_path / "ours.txt"))
    html = run(tmp_path, "proofread", *args).out
    assert list(articles(html)) == ["f1"]
    assert "1 accepted (differs), 2 suggested (1 differs, 1 agrees)" in html


# ------------------------------------------------------------------------------------------ in a browser


@pytest.fixture(params=[1440, 390])
def opened(browser: Any, html: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Opened]:
    path = tmp_path / "ours.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": request.param, "height": 900}, color_scheme="dark")
    yield Opened(context.new_page(), path)
    context.close()


@pytest.mark.browser
def test_marks_lead_to_cards_and_keys_from_one_to_the_next(opened: Opened) -> None:
    page = opened.page
    for key, id in (("j", "f1"), ("j", "f2"), ("n", "f3"), ("j", "f4"), ("k", "f3"), ("p", "f1")):
        page.keyboard.press(key)
        assert opened.active() == id
        assert page.evaluate("[...document.querySelectorAll('.marked [aria-current]')].map(mark => mark.id)") == [
            id.replace("f", "m")
        ]
    page.click("#m3")
    assert opened.active() == "f3"
    box = page.locator("#f3").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    assert opened.asked == [opened.url]
    assert opened.complaints == []


@pytest.mark.browser
def test_it_is_accessible_and_nothing_runs_off_it(opened: Opened) -> None:
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page) == []
    page.click("#theme")  # light
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert violations(page) == []


@pytest.mark.browser
def test_without_javascript_marks_lead_to_cards(browser: Any, html: str, tmp_path: Path) -> None:
    path = tmp_path / "ours.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.click("#m3")
    assert page.url.endswith("#f3")
    assert page.locator("#f3").is_visible()
    context.close()
