"""The report: self-contained, harmless whatever a source says, the same twice, usable with and without JavaScript."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import items
from browser import violations
from crosscheck.loading import Options
from crosscheck.model import Result
from crosscheck.outputs.json import render as json_of
from crosscheck.outputs.report import render
from crosscheck.outputs.report.cards import Context, card_of
from crosscheck.outputs.report.sources import _differing
from crosscheck.outputs.report.ticks import date_ticks, number_ticks
from crosscheck.outputs.report.view import MOST_FINDINGS, SHOWN_AT_FIRST
from crosscheck.outputs.report.words import link, when
from crosscheck.pipeline import check
from crosscheck.readings.dates import calendar as cal

ATTRIBUTES = """
total aid: {kind: money, unit: USD}
start: {kind: date}
reward: {kind: money, unit: USD, over_time: changes}
dead: {kind: count}
share: {kind: share}
"""
ONE = {
    "source": {"id": "one", "publisher": "The One", "title": "First article", "url": "https://one.example/a?b=1&c=2"},
    "claims": [
        {"subject": "Plan", "attribute": "total aid", "value": "around $14 billion", "quote": "was around $14 billion"},
        {"subject": "Plan", "attribute": "start", "value": "1999"},
        {"subject": "Café", "attribute": "reward", "value": "$5 million", "when": "2001"},
        {"subject": "Raid", "attribute": "dead", "value": "11"},
        {"subject": "Land", "attribute": "share", "value": "97%"},
    ],
}
TWO = {
    "source": {"id": "two", "publisher": "The Two"},
    "claims": [
        {"subject": "Plan", "attribute": "total aid", "value": "some $15 billion"},
        {"subject": "Plan", "attribute": "start", "value": "2001"},
        {"subject": "Café", "attribute": "reward", "value": "$8 million", "when": "2003"},
        {"subject": "Raid", "attribute": "dead", "value": "11"},
        {"subject": "Land", "attribute": "share", "value": "97%", "stance": "disputes", "said_by": "Minister Gómez"},
    ],
}
SCRIPT = "</script><script>alert(1)</script>"
OVERRIDE = "\u202e"
HOSTILE = {
    "source": {
        "id": "evil",
        "publisher": f"<img src=x onerror=alert(1)>{OVERRIDE}",
        "title": '"><svg onload=alert(1)>',
        "author": "</style><style>*{display:none}</style>",
        "url": "javascript:alert(1)",
        "archived": "data:text/html,x",
    },
    "claims": [
        {
            "subject": "Plan",
            "attribute": "total aid",
            "value": "$3 billion",
            "quote": f"{SCRIPT} {OVERRIDE} $3 billion",
            "url": "JaVaScRiPt:alert(2)",
            "note": "' onfocus=alert(3) x='",
            "scope": {"<b>": "<i>"},
        },
        {"subject": "Plan", "attribute": "start", "value": "1776", "quote": "w" * 10_000, "said_by": "{{ 7 * 7 }}"},
        {"subject": "<script>alert(4)</script>", "attribute": "dead", "value": "1", "id": "a"},
        {"subject": "<script>alert(4)</script>", "attribute": "dead", "value": "2", "id": "b"},
    ],
}


def yaml_of(data: Any) -> str:
    """JSON is YAML but for surrogates; what a terminal or an editor would stumble over is escaped."""
    return json.dumps(data, ensure_ascii=False).replace(OVERRIDE, "\\u202e")


def workspace(root: Path, *sources: dict[str, Any], resolutions: str = "") -> Path:
    (root / "claims").mkdir(parents=True, exist_ok=True)
    (root / "rules").mkdir(exist_ok=True)
    (root / "crosscheck.toml").write_text("")
    (root / "rules" / "attributes.yaml").write_text(ATTRIBUTES)
    for source in sources:
        (root / "claims" / f"{source['source']['id']}.yaml").write_text(yaml_of(source), "utf-8")
    if resolutions:
        (root / "resolutions.yaml").write_text(resolutions)
    return root


def run(root: Path) -> Result:
    return check(root, Options(today="2026-11-22"))


@pytest.fixture
def result(tmp_path: Path) -> Result:
    return run(workspace(tmp_path, ONE, TWO))


@pytest.fixture
def hostile_result(tmp_path: Path) -> Result:
    """What a hostile source says among others, compared with an earlier run, with a decision and a text."""
    result = run(workspace(tmp_path, ONE, TWO, HOSTILE))
    decisions = decided(run(workspace(tmp_path / "calm", ONE, TWO)), "both_right", reason=f"{SCRIPT} {OVERRIDE}")
    (tmp_path / "resolutions.yaml").write_text(decisions)
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json_of(run(tmp_path / "calm")))
    made = check(tmp_path, Options(today="2026-11-22", since=earlier))
    around = {claim.id: (f"{SCRIPT} שלום ", " <b>.") for claim in result.claims}
    return replace(made, around=around)


@pytest.fixture
def hostile(hostile_result: Result) -> str:
    return render(hostile_result)


class Page(HTMLParser):
    """What a page is made of: every tag with its attributes, and the text in each style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: dict[str, list[str]] = {"style": [], "script": []}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open = tag if tag in self.inline else ""

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inline[self._open].append(data)

    def values(self, *names: str) -> Iterator[tuple[str, str]]:
        return ((tag, attrs[name]) for tag, attrs in self.tags for name in names if name in attrs)


def articles(html: str) -> dict[str, dict[str, str]]:
    return {attrs["id"]: attrs for tag, attrs in Page(html).tags if tag == "article"}


def decided(result: Result, decision: str, **changes: str) -> str:
    """Decisions on every conflict of a result."""
    blocks = []
    for finding in sorted(result.findings, key=lambda finding: finding.id):
        if finding.fails:
            block = {
                "finding": finding.id,
                "item": finding.item.title,
                "verdict": finding.verdict.value,
                "fingerprint": finding.fingerprint,
                "seen": [side.text for side in finding.sides],
                "decision": decision,
                "reason": "<b>Both</b> counted.",
                "by": "A. Editor",
                "on": "2026-10-01",
            }
            blocks.append(block | changes)
    return yaml_of(blocks)


# ------------------------------------------------------------------------------------------ the file


def test_nothing_is_loaded_from_anywhere(result: Result) -> None:
    page = Page(render(result))
    assert not list(page.values("src", "srcset", "poster", "background", "xlink:href"))
    assert {url for tag, url in page.values("href") if tag == "link"} == {"data:,"}
    outward = {url for _, url in page.values("href") if not url.startswith("#")} - {"data:,"}
    assert outward == {"https://one.example/a?b=1&c=2"}
    assert not re.search(r"@import|url\(", "".join(page.inline["style"]))


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(result: Result) -> None:
    page = Page(render(result))
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        (content,) = page.inline[kind]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_no_attribute_that_the_policy_would_refuse(hostile: str) -> None:
    for _, attrs in Page(hostile).tags:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (render(run(workspace(tmp_path / name, ONE, TWO))) for name in ("a", "b"))
    assert first == second
    assert str(tmp_path) not in first


def test_every_finding_has_an_anchor(result: Result) -> None:
    assert len(result.findings) == 5
    assert set(articles(render(result))) == {finding.id for finding in result.findings}


def test_ids_are_used_once_and_labels_lead_somewhere(hostile: str) -> None:
    page = Page(hostile)
    ids = [id for _, id in page.values("id")]
    assert len(ids) == len(set(ids))
    wanted = [id for _, id in page.values("aria-labelledby", "for")] + [
        url[1:] for _, url in page.values("href") if url.startswith("#")
    ]
    assert set(wanted) <= set(ids)


# ------------------------------------------------------------------------------------------ what it says


def test_a_card_shows_both_sides(result: Result) -> None:
    html = render(result)
    for shown in (
        "was <b>around $14 billion</b>",
        "13.5–14.5 billion USD",
        "12.6–15.4 billion USD",
        "The Two",
        "The One",
        "First article",
        'href="https://one.example/a?b=1&amp;c=2"',
        "claims/one.yaml:",
        "<svg height=",
    ):
        assert shown in html, shown


def test_undecided_conflicts_come_first_and_are_counted(result: Result) -> None:
    html = render(result)
    assert "<h1>2 conflicts that nobody has decided</h1>" in html
    verdicts = [attrs["data-verdict"] for attrs in articles(html).values()]
    assert verdicts == ["contradiction", "tension", "dispute", "superseded", "agreement"]


def test_decided_conflicts_show_who_and_why(result: Result, tmp_path: Path) -> None:
    html = render(run(workspace(tmp_path, ONE, TWO, resolutions=decided(result, "both_right"))))
    assert "Every conflict is decided" in html
    assert "Nothing waits for a decision" in html
    assert "Both are right." in html
    assert "&lt;b&gt;Both&lt;/b&gt; counted." in html
    assert "A. Editor" in html
    assert "1 October 2026" in html


def test_reopened_conflicts_show_why_and_the_old_decision(result: Result, tmp_path: Path) -> None:
    old = decided(result, "both_right", expires="2026-10-31")
    html = render(run(workspace(tmp_path, ONE, TWO, resolutions=old)))
    assert "2 conflicts that nobody has decided" in html
    assert "2 of them decided before and reopened" in html
    assert "the decision expired on 2026-10-31" in html
    assert "Both are right." in html


def test_without_findings_it_says_so(tmp_path: Path) -> None:
    html = render(run(workspace(tmp_path, ONE)))
    assert '<h1 class="calm">No conflicts found</h1>' in html
    assert "No source contradicts another" in html
    assert not articles(html)


def test_what_follows_by_a_relation_shows_what_it_follows_from(tmp_path: Path) -> None:
    values = (("start", "2000", "begun in 2000"), ("length", "fifteen years", "fifteen years"), ("end", "2019", "2019"))
    claims = [
        {"subject": "Plan", "attribute": attribute, "value": value, "quote": quote}
        for attribute, value, quote in values
    ]
    root = workspace(tmp_path, {"source": {"id": "one"}, "claims": claims})
    (root / "rules" / "attributes.yaml").write_text(
        "start: {kind: date}\nend: {kind: date}\nlength: {kind: duration, unit: year}"
    )
    (root / "rules" / "relations.yaml").write_text(
        "- span: {start: Plan / start, duration: Plan / length, end: Plan / end}"
    )
    html = render(run(root))
    assert "<li><q>begun in 2000</q> <code>one/plan-start</code>" in html
    assert "<li><q>fifteen years</q> <code>one/plan-length</code>" in html


def test_sides_of_other_items_say_which(tmp_path: Path) -> None:
    claims = [
        {"subject": subject, "attribute": "start", "value": value}
        for subject, value in (("First act", "2003"), ("Second act", "2001"))
    ]
    root = workspace(tmp_path, {"source": {"id": "one"}, "claims": claims})
    (root / "rules" / "relations.yaml").write_text("- order: {items: [First act / start, Second act / start]}")
    html = render(run(root))
    assert "<h3>First act <i>start</i></h3>" in html
    assert "<p class=item>Second act / start</p>" in html
    assert "<p class=item>First act" not in html


def test_kinds_without_an_axis_have_no_strip(tmp_path: Path) -> None:
    words = [
        {
            "source": {"id": id},
            "claims": [{"subject": "Cartel", "attribute": "role", "value": value, "exhaustive": "true"}],
        }
        for id, value in (("one", "A and B"), ("two", "A"))
    ]
    root = workspace(tmp_path, *words)
    (root / "rules" / "attributes.yaml").write_text("role: {kind: names}")
    html = render(run(root))
    assert len(articles(html)) == 1
    assert "<svg height" not in html


def test_beyond_a_thousand_findings_the_rest_is_data(result: Result) -> None:
    waiting = next(finding for finding in result.findings if finding.fails)
    agreed = next(finding for finding in result.findings if finding.verdict == "agreement")
    many = [replace(agreed, id=f"XC101-{number:012x}") for number in range(MOST_FINDINGS)]
    assert len(articles(render(replace(result, findings=tuple(many))))) == MOST_FINDINGS
    html = render(replace(result, findings=(*many, waiting)))
    assert articles(html).keys() == {waiting.id, *(finding.id for finding in many[: SHOWN_AT_FIRST - 1])}
    assert 'id="left-out"' in html
    assert f"{MOST_FINDINGS + 1 - SHOWN_AT_FIRST} findings more are in this page as data" in html
    data = [zlib.decompress(base64.b64decode(script)).decode() for script in Page(html).inline["script"][1:]]
    assert articles("".join(data)).keys() == {finding.id for finding in many[SHOWN_AT_FIRST - 1 :]}


def test_a_brief_card_tells_the_distance_and_not_the_words_that_stand_beside_it(result: Result) -> None:
    finding = next(f for f in result.findings if f.item.attribute.name == "total aid" and f.fails)
    assert finding.message.endswith(f": {finding.distance}")
    assert finding.distance == "1 billion USD apart (6.7 %)."
    brief = Context(result=result, quotes={}, sources={"one": ("s1", "claims/one.yaml")})
    assert card_of(finding, "to-decide", brief).message == finding.distance
    assert card_of(finding, "to-decide", replace(brief, sources={})).message == finding.message
    other = replace(finding, distance="", message='A has "1": "2" is nearer.')
    assert card_of(other, "to-decide", brief).message == other.message


def test_the_footer_tells_what_was_checked(result: Result) -> None:
    footer = render(result).partition("<footer>")[2]
    assert "10 claims of 2 sources on 5 items, 5 with a second source" in footer
    assert result.claims_hash in footer
    assert "not checked against the texts" in footer


def test_the_sentence_around_a_quote_is_shown_if_the_reader_has_it(result: Result) -> None:
    with_text = replace(result, around={"one/plan-total-aid": ("Congress said that it ", ", <b>all told</b>.")})
    html = render(with_text)
    assert "<q><span>Congress said that it </span>was <b>around" in html
    assert "<span>, &lt;b&gt;all told&lt;/b&gt;.</span></q>" in html
    assert "keep it to yourself" in html
    assert "<q><span>" not in render(result)
    assert "keep it to yourself" not in render(result)


def test_the_table_of_sources_counts_what_nobody_else_speaks_of(tmp_path: Path) -> None:
    def source(id: str, *subjects: str, **more: Any) -> dict[str, Any]:
        claims = [{"subject": subject, "attribute": "dead", "value": "11"} for subject in subjects]
        return {"source": {"id": id, **more}, "claims": claims}

    root = workspace(tmp_path, source("one", "A", "B", "C"), source("two", "A", "B", copies=["one"]), source("z", "A"))
    table = render(run(root)).partition('class="coverage"')[2].partition("</table>")[0]
    rows = re.findall(r'<tr id="s\d+">.*?</tr>', table, re.DOTALL)
    # claims, items, items of one witness: two repeats one, so of A alone there are two witnesses
    figures = [re.findall(r">(\d+)<", row)[-3:] for row in rows]
    assert figures == [["3", "3", "2"], ["2", "2", "1"], ["1", "1", "0"]]


# ------------------------------------------------------------------------------------------ many findings


def many(result: Result, number: int) -> Result:
    """Conflicts by the number: those of a result again and again, under other ids."""
    failing = [finding for finding in result.findings if finding.fails]
    copies = [replace(failing[n % len(failing)], id=f"XC101-{n:012x}") for n in range(number)]
    return replace(result, findings=tuple(copies))


def test_a_thousand_findings_are_less_than_a_megabyte(result: Result) -> None:
    html = render(many(result, 1000))
    assert len(articles(html)) == 1000
    assert len(html.encode()) < 1_000_000


def test_of_many_findings_each_says_a_source_by_name_and_date(result: Result) -> None:
    few, lots = render(many(result, 200)), render(many(result, 201))
    assert "First article</a></cite>" in few
    card = lots.partition("<article")[2].partition("</article>")[0]
    assert "First article" not in card
    anchor = re.search(r"<a href=#(s\d+)>The One</a>", card)
    assert anchor
    row = lots.partition(f'<tr id="{anchor[1]}">')[2].partition("</tr>")[0]
    assert 'href="https://one.example/a?b=1&amp;c=2">First article</a>' in row
    assert "claims/one.yaml" in row


@pytest.mark.browser
def test_of_many_findings_sources_are_searched_and_linked_all_the_same(
    browser: Any, result: Result, tmp_path: Path
) -> None:
    path = tmp_path / "index.html"
    path.write_text(render(many(result, 1100)), encoding="utf-8")
    opened = Opened(browser.new_page(), path)
    page = opened.page
    page.wait_for_function("() => !document.querySelector('#showing').textContent.includes('…')")
    assert page.locator("article a[href^='https://one.example/']").first.inner_text() == "The One"
    page.fill("#search", "first article plan")
    page.wait_for_function("() => document.querySelector('#showing').textContent.startsWith('1,100 of')")
    page.fill("#search", "second article")
    page.wait_for_function("() => document.querySelector('#showing').textContent.startsWith('0 of')")
    page.fill("#search", "million usd")  # what only the drawings say is not searched
    page.wait_for_function("() => document.querySelector('#showing').textContent.startsWith('0 of')")
    assert opened.complaints == []
    page.close()


# ------------------------------------------------------------------------------------------ since an earlier run


def compared(root: Path, before: Path) -> Result:
    earlier = root / "earlier.json"
    earlier.write_text(json_of(run(before)))
    return check(root, Options(today="2026-11-22", since=earlier))


def test_what_is_new_changed_known_and_gone_is_marked(tmp_path: Path) -> None:
    raid = {
        "source": {"id": "three"},
        "claims": [
            {"subject": "Raid", "attribute": "start", "value": value, "id": value} for value in ("1990", "1992")
        ],
    }
    later = {**TWO, "claims": [{**TWO["claims"][0], "value": "$25 billion"}, *TWO["claims"][1:4]]}
    html = render(compared(workspace(tmp_path / "b", ONE, later, raid), workspace(tmp_path / "a", ONE, TWO)))
    changes = {attrs["id"]: attrs.get("data-change") for attrs in articles(html).values()}
    assert sorted(filter(None, changes.values())) == ["changed", "new", "same", "same"]
    assert "Since the earlier run: 1 new, 1 changed, 1 gone." in html
    for mark in ("newly found", "changed since", "known before"):
        assert f"{mark}</s>" in html
    gone = html.partition('id="gone"')[2].partition("</section>")[0]
    assert "Land / share" in gone
    assert "dispute" in gone


def test_without_an_earlier_run_nothing_speaks_of_one(result: Result) -> None:
    html = render(result)
    assert "earlier run" not in html
    assert not [attrs for _, attrs in Page(html).tags if "data-change" in attrs]


# ------------------------------------------------------------------------------------------ hostile sources


def test_what_a_source_says_never_becomes_markup(hostile: str) -> None:
    page = Page(hostile)
    assert {tag for tag, _ in page.tags}.isdisjoint({"img", "iframe", "object", "embed", "base"})
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert [tag for tag, _ in page.tags].count("style") == 1
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in hostile
    assert "{{ 7 * 7 }}" in hostile


def test_links_lead_to_web_pages_only(hostile: str) -> None:
    for _, url in Page(hostile).values("href", "action", "formaction"):
        assert url == "data:," or url.startswith(("#", "https://one.example/")), url
    assert "JaVaScRiPt:alert(2)" in hostile


def test_signs_that_reorder_text_are_shown_as_code_points(hostile: str) -> None:
    assert OVERRIDE not in hostile
    assert "&lt;U+202E&gt;" in hostile


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("HTTPS://a.example", True),
        ("//a.example", False),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("/x", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[", False),
        ("https://a.example/\u202e", False),
        (" https://a.example", False),
    ],
)
def test_links(url: str, is_allowed: bool) -> None:
    assert link(url) == (url if is_allowed else None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-12-15", "15 December 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("2025-99", "2025-99"),
        ("2000/2015", "2000 – 2015"),
        ("2025-11/..", "from November 2025"),
        ("../1985", "until 1985"),
        ("late 1990s", "late 1990s"),
    ],
)
def test_dates_are_written_as_people_write_them(text: str, written: str) -> None:
    assert when(text) == written


# ------------------------------------------------------------------------------------------ ticks


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        ((1998, 12), (2001, 2), ["1999", "2000"]),
        ((1970, 1), (2026, 1), ["1970", "1980", "1990", "2000", "2010", "2020"]),
        ((2025, 4), (2025, 7), ["Apr 2025", "May 2025", "Jun 2025"]),
        ((2025, 4, 15), (2025, 4, 18), ["15 Apr", "16 Apr", "17 Apr"]),
        ((-100, 1), (300, 1), ["101 BC", "1 BC", "100", "200", "300"]),
    ],
)
def test_ticks_of_dates(low: tuple[int, ...], high: tuple[int, ...], labels: list[str]) -> None:
    ticks = date_ticks(Fraction(cal.minutes(*low)), Fraction(cal.minutes(*high)))
    assert [label for label, _ in ticks.labels] == labels


@pytest.mark.parametrize(
    ("low", "high", "unit", "whole", "labels", "caption"),
    [
        (12_600_000_000, 16_500_000_000, "USD", False, ["13", "14", "15", "16"], "billion USD"),
        (0, 100, "%", False, ["0", "20", "40", "60", "80", "100"], "%"),
        (10, 12, "", True, ["10", "11", "12"], ""),
        (10**400, 3 * 10**400, "", True, None, "trillion"),
    ],
)
def test_ticks_of_numbers(low: int, high: int, unit: str, whole: bool, labels: list[str] | None, caption: str) -> None:
    ticks = number_ticks(Fraction(low), Fraction(high), unit, whole=whole)
    assert ticks.caption == caption
    assert labels is None or [label for label, _ in ticks.labels] == labels


# ------------------------------------------------------------------------------------------ in a browser


class Opened:
    """A report in a browser, with everything that it asked for and complained of."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page, self.url = page, path.as_uri()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(self.url)

    def shown(self) -> list[str]:
        return self.page.evaluate("[...document.querySelectorAll('article:not([hidden])')].map(card => card.id)")

    def active(self) -> str:
        return self.page.evaluate("document.activeElement.id")


@pytest.fixture
def opened(browser: Any, result: Result, tmp_path: Path) -> Iterator[Opened]:
    path = tmp_path / "index.html"
    path.write_text(render(result), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Opened(context.new_page(), path)
    context.close()


@pytest.mark.browser
def test_opening_it_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    assert [url for url in opened.asked if not url.startswith("data:")] == [opened.url]
    assert opened.complaints == []


@pytest.mark.browser
def test_tiles_filter_and_the_address_remembers(opened: Opened) -> None:
    page = opened.page
    page.click("[data-value=tension]")
    page.click("[data-value=dispute]")
    assert len(opened.shown()) == 2
    assert page.inner_text("#showing") == "2 of 5 findings"
    page.click("[data-value=resolved]")
    assert opened.shown() == []
    assert page.is_visible("#nothing")
    page.click("[data-value=resolved]")
    address = page.url
    assert address.startswith(opened.url)
    page.goto("about:blank")
    page.goto(address)
    assert len(opened.shown()) == 2
    page.click("#clear")
    assert len(opened.shown()) == 5


@pytest.mark.browser
def test_search_finds_values_sources_and_words_without_their_accents(opened: Opened) -> None:
    for query, count in (("cafe", 1), ("$15 billion", 1), ("THE ONE plan", 2), ("minister", 1), ("nowhere", 0)):
        opened.page.fill("#search", query)
        opened.page.wait_for_function(
            "count => document.querySelectorAll('article:not([hidden])').length === count", arg=count
        )


@pytest.mark.browser
def test_a_permalink_leads_to_its_finding_even_a_folded_one(opened: Opened, result: Result) -> None:
    page = opened.page
    for finding in (result.findings[0], result.findings[-1]):
        page.goto("about:blank")
        page.goto(f"{opened.url}#{finding.id}")
        assert page.locator(f"#{finding.id}").is_visible()
        assert opened.active() == finding.id
        assert page.locator(f"#{finding.id}").evaluate("card => card.getBoundingClientRect().top < innerHeight")


@pytest.mark.browser
def test_keys(opened: Opened) -> None:
    page, ids = opened.page, opened.shown()
    page.keyboard.press("j")
    assert opened.active() == ids[0]
    page.keyboard.press("j")
    assert opened.active() == ids[1]
    page.keyboard.press("k")
    assert opened.active() == ids[0]
    page.keyboard.press("/")
    assert opened.active() == "search"
    page.keyboard.type("jk?/")
    assert page.input_value("#search") == "jk?/"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


@pytest.mark.browser
def test_single_keys_can_be_switched_off(opened: Opened) -> None:
    page = opened.page
    page.click("#help-button")
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert opened.active() != "search"


@pytest.mark.browser
def test_colours_can_be_chosen(opened: Opened) -> None:
    page = opened.page
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("#theme")
    page.click("#theme")
    assert page.inner_text("#theme") == "Colours: dark"
    assert page.evaluate(paper) != light


@pytest.mark.browser
def test_without_javascript_every_finding_is_there(browser: Any, result: Result, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(render(result), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.click("summary")
    for finding in result.findings:
        assert page.locator(f"#{finding.id}").is_visible()
    assert not page.is_visible("#search")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_a_hostile_source_runs_nothing_and_breaks_no_page(
    browser: Any, hostile: str, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(hostile, encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900})
    opened = Opened(context.new_page(), path)
    assert [url for url in opened.asked if not url.startswith("data:")] == [opened.url]
    assert opened.complaints == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


KEY = "<b>" + "k" * 1000  # YAML allows no longer one
LONG = "</script><img src=x onerror=alert(1)>💥\u202e" + "w" * 10_000


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_words_of_ten_thousand_letters_break_nothing_in_any_field(browser: Any, tmp_path: Path, width: int) -> None:
    def claims(sign: str) -> list[dict[str, Any]]:
        more = {"note": LONG, "said_by": LONG, "scope": {KEY: LONG + sign}, "when": "2001", "stance": "asserts"}
        return [
            {"subject": LONG, "attribute": KEY, "value": value, "quote": f"{LONG} {value}", "id": sign + id, **more}
            for value, id in ((LONG + sign, "a"), (LONG + sign + "x", "b"))
        ]

    about = {
        "publisher": LONG,
        "title": LONG,
        "author": LONG,
        "url": LONG,
        "archived": f"https://a.example/{'w' * 10_000}",
    }
    sources = [{"source": {"id": id, **about}, "claims": claims(id)} for id in ("one", "two")]
    root = workspace(tmp_path, *sources)
    (root / "rules" / "attributes.yaml").write_text(json.dumps({KEY: {"kind": "category"}}))
    (root / "resolutions.yaml").write_text(decided(run(root), "both_right", reason=LONG, by=LONG), "utf-8")
    result = run(root)
    assert result.findings
    path = tmp_path / "index.html"
    path.write_text(render(result), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900})
    opened = Opened(context.new_page(), path)
    assert opened.complaints == []
    opened.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    assert opened.page.locator("img").count() == 0
    context.close()


@pytest.mark.browser
def test_paper_has_all_that_is_folded_and_where_links_lead(opened: Opened) -> None:
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.locator(f"#{id}").is_visible() for id in articles(page.content()))
    assert not page.is_visible(".toolbar")
    link = "getComputedStyle(document.querySelector('cite a'), '::after').content"
    assert "https://one.example/a" in page.evaluate(link)
    assert page.pdf(format="A4").startswith(b"%PDF")


# ------------------------------------------------------------------------------------------ findings as data


@pytest.fixture
def as_data(hostile_result: Result, monkeypatch: pytest.MonkeyPatch) -> str:
    """The hostile report with every finding as data."""
    for number in ("MOST_FINDINGS", "SHOWN_AT_FIRST"):
        monkeypatch.setattr(f"crosscheck.outputs.report.view.{number}", 0)
    return render(hostile_result)


def cards_of(page: Any) -> dict[str, str]:
    made: dict[str, str] = page.evaluate("""() => {
        const cards = [...document.querySelectorAll("article")];
        return Object.fromEntries(cards.map(card => [card.id, card.outerHTML]));
    }""")
    return made


@pytest.mark.browser
def test_what_is_drawn_is_what_is_written(browser: Any, hostile: str, as_data: str, tmp_path: Path) -> None:
    cards = []
    for name, html in (("written", hostile), ("drawn", as_data)):
        path = tmp_path / f"{name}.html"
        path.write_text(html, encoding="utf-8")
        opened = Opened(browser.new_page(), path)
        opened.page.wait_for_function("() => !document.querySelector('#showing').textContent.includes('…')")
        opened.page.evaluate("document.querySelectorAll('.further:not([hidden]) button').forEach(one => one.click())")
        cards.append(cards_of(opened.page))
        assert opened.complaints == []
        opened.page.close()
    written, drawn = cards
    assert drawn == written


@pytest.mark.browser
def test_paper_says_what_it_leaves_out(browser: Any, as_data: str, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(as_data, encoding="utf-8")
    page = Opened(browser.new_page(), path).page
    page.wait_for_function("() => !document.querySelector('#showing').textContent.includes('…')")
    page.emulate_media(media="print")
    for part, drawn in ("Left out here are", 0), ("", 1):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.inner_text("#left-out").startswith(part)
        assert page.is_visible("#left-out") is not bool(drawn)
        page.evaluate("document.querySelectorAll('.further:not([hidden]) button').forEach(one => one.click())")
    page.close()


@pytest.mark.browser
def test_what_is_data_is_found_filtered_and_linked(browser: Any, as_data: str, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(as_data, encoding="utf-8")
    opened = Opened(browser.new_page(), path)
    page = opened.page
    page.wait_for_function("() => !document.querySelector('#showing').textContent.includes('…')")
    total = page.inner_text("#showing")
    assert opened.shown() == []
    page.click("[data-value=dispute]")
    page.wait_for_selector("article")
    id = opened.shown()[0]
    page.click("#clear")
    assert page.inner_text("#showing") == total
    page.fill("#search", "cafe")
    page.wait_for_function("() => document.querySelectorAll('article').length === 1")
    page.goto("about:blank")
    page.goto(f"{opened.url}#{id}")
    page.wait_for_selector(f"#{id}")
    assert opened.active() == id
    page.keyboard.press("j")
    assert opened.active() != id
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_report_is_accessible(browser: Any, hostile: str, tmp_path: Path, scheme: str, width: int) -> None:
    path = tmp_path / "index.html"
    path.write_text(hostile, encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert violations(page) == []
    page.click("[data-value=tension]")
    page.click("#help-button")
    assert violations(page) == []
    context.close()


def test_the_committed_report_is_current() -> None:
    root = Path(__file__).resolve().parent.parent
    committed = (root / "reports" / "index.html").read_text(encoding="utf-8")
    assert render(check(root, Options(today="2026-11-22"))) == committed, "run `make report` and commit reports/"


@given(
    st.lists(st.tuples(st.sampled_from("stu"), st.sampled_from("abcd"), st.integers(0, 3)), min_size=1),
    st.frozensets(st.sampled_from("stu")),
)
def test_pairs_that_differ_are_those_of_all_pairs_of_sides(
    stands: list[tuple[str, str, int]], paired: frozenset[str]
) -> None:
    (base,) = (one for one in items.findings(items.claim("s", "$1"), items.claim("t", "$2"), kind="money", unit="USD"))
    row = base.sides[0].rows[0]
    groups = [{(source, f"{source}/{id}") for source, id, side in stands if side == number} for number in range(4)]
    sides = tuple(
        replace(
            base.sides[0],
            rows=tuple(replace(row, claim=replace(row.claim, source=s, id=id)) for s, id in sorted(group)),
        )
        for group in groups
        if group
    )
    expected = {
        tuple(sorted((a, b))) for one, other in combinations(groups, 2) for a, _ in one - other for b, _ in other - one
    }
    found = _differing(replace(base, sides=sides), paired)
    assert sorted(found) == sorted(pair for pair in expected if set(pair) <= paired)
