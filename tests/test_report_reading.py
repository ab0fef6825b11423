"""What makes the report quick to read: shared claims folded, broken axes, an order, a matrix, a filter by source."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import items
from crosscheck.loading import Options
from crosscheck.model import CONFLICTS
from crosscheck.outputs.report import sources
from crosscheck.outputs.report.axis import BREAK, axis_of
from crosscheck.outputs.report.spread import spread
from crosscheck.outputs.report.words import ranged, span
from crosscheck.pipeline import check
from factories import Entry, c, run, workspace

TODAY = "2026-11-22"


def report(root: Path, *args: str) -> str:
    done = run(root, "report", "--today", TODAY, *args)
    assert done.code == 0, done.err
    return (root / "reports/index.html").read_text(encoding="utf-8")


def cards(html: str) -> list[str]:
    return re.findall(r"<article .*?</article>", html, re.DOTALL)


def section(html: str, id: str) -> str:
    return html.partition(f'id="{id}"')[2].partition("</section>")[0]


class Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def said(source: str, **dead: str) -> list[Entry]:
    """Claims of a source, by subject."""
    return [c(source, subject, "dead", value) for subject, value in dead.items()]


def words(html: str) -> str:
    return " ".join("".join(Words(html).words).split())


# ------------------------------------------------------------------------------------------ shared claims


def test_a_claim_that_fits_several_sides_is_shown_once_and_folded(tmp_path: Path) -> None:
    values = {"a": "137", "b": "142", "d": "151", "e": "at least 140", "f": "at most 145"}
    (card,) = cards(report(workspace(tmp_path, [c(id, "Port", "dead", value) for id, value in values.items()])))
    fold = card.partition("<details class=shared>")[2].partition("</details>")[0]
    assert words(fold).startswith("2 claims fit more than one side: at most 145 f, at least 140 e")
    assert "<span class=mark>fits sides 1 and 2</span>" in fold
    assert "<span class=mark>fits sides 2 and 3</span>" in fold
    assert card.count("<q>at least 140</q>") == 1
    assert "at least" not in card.partition("<ol>")[2].partition("</ol>")[0]


def test_without_shared_claims_nothing_is_folded(tmp_path: Path) -> None:
    (card,) = cards(report(workspace(tmp_path, [c("a", "Port", "dead", "137"), c("b", "Port", "dead", "142")])))
    assert "class=shared" not in card


@pytest.mark.parametrize(
    ("numbers", "words"), [([1], "1"), ([1, 2], "1 and 2"), ([2, 3, 4], "2–4"), ([1, 3, 4, 5, 9], "1, 3–5 and 9")]
)
def test_numbers_in_a_row_are_a_range(numbers: list[int], words: str) -> None:
    assert ranged(numbers) == words


# ------------------------------------------------------------------------------------------ broken axes


def strip_note(root: Path, kind: str, unit: str | None, *values: str) -> str:
    declared = {"x": {"kind": kind} | ({"unit": unit} if unit else {})}
    claims = [c(f"s{number}", "Port", "x", value) for number, value in enumerate(values)]
    card, *_ = cards(report(workspace(root, claims, attributes=json.dumps(declared))))
    return card.partition("</svg><p>")[2].partition("<")[0]


@pytest.mark.parametrize(
    ("kind", "unit", "values", "broken"),
    [
        ("count", None, ["137", "142", "8,201"], "between 142 and 8,201"),
        ("count", None, ["2", "137", "142", "8,201"], "between 2 and 137 and between 142 and 8,201"),
        ("money", "USD", ["$13 billion", "$14.2 billion", "$1.5 trillion"], "between 14.25 and 1,450 billion USD"),
        ("quantity", "foot", ["37 feet", "41 feet", "900 feet"], "between 41.5 and 899.5 feet"),
        ("date", None, ["1899", "1999", "2001"], "between 1899 and 1999"),
        ("date", None, ["4 March 2024", "6 March 2024", "1 June 2024"], "between 6 March 2024 and 1 June 2024"),
        ("count", None, ["137", "8,201"], ""),  # two far apart: the gap is what there is to see
        ("count", None, ["137", "137", "8,201"], ""),
        ("count", None, ["100", "200", "400"], ""),
        ("count", None, ["between 10 and 9,000", "9,500", "9,600"], ""),
    ],
)
def test_an_axis_with_one_far_value_is_broken_and_says_so(
    tmp_path: Path, kind: str, unit: str | None, values: list[str], broken: str
) -> None:
    note = strip_note(tmp_path, kind, unit, *values)
    expected = f"The axis is broken {broken}: each part has a scale of its own." if broken else ""
    assert note.endswith(expected)
    assert ("broken" in note) == bool(broken)


numbers = st.integers(-(10**6), 10**6).map(Fraction)
intervals = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(intervals | st.tuples(numbers, st.none()) | st.tuples(st.none(), numbers), min_size=1, max_size=12))
def test_places_on_an_axis_keep_their_order_and_nothing_is_cut(drawn: list[Any]) -> None:
    axis = axis_of(drawn, [], is_date=False)
    ends = sorted({end for interval in drawn for end in interval if end is not None})
    places = [axis.place(end) for end in ends]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    for (low, high), left, right in zip(axis.gaps, axis.parts, axis.parts[1:], strict=False):
        assert left.high < right.low
        assert right.left - left.right == pytest.approx(BREAK)
        assert not [each for each in drawn if None not in each and each[0] <= low and each[1] >= high]


# ------------------------------------------------------------------------------------------ what a decision found wrong


def test_a_decided_card_strikes_out_what_was_found_wrong(tmp_path: Path) -> None:
    root = workspace(tmp_path, [c(id, "Dam", "dead", value) for id, value in (("a", "137"), ("b", "151"))])
    (finding,) = check(root, Options(today=TODAY)).findings
    decide = ("--decision", "source_wrong", "--wrong", "a", "--reason", "r", "--by", "b", "--today", TODAY)
    assert run(root, "resolve", finding.id, *decide).code == 0
    (card,) = cards(report(root))
    assert '<li class="wrong"><p><del>137</del> <span class="mark wrong">found wrong</span>' in card
    assert "<del>151</del>" not in card
    assert "<g class=w>" in card
    assert card.index("A source is wrong") < card.index("<ol>")


# ------------------------------------------------------------------------------------------ at a glance


def glance(html: str) -> list[str]:
    return re.findall(r"<li>.*?</li>", html.partition('<section class="glance"')[2].partition("</section>")[0], re.S)


def test_the_farthest_apart_come_first_within_a_verdict(tmp_path: Path) -> None:
    pairs = {"A": ("137", "142"), "B": ("40", "4,000"), "C": ("11", "15")}
    claims = [c(id, name, "dead", value) for name, of in pairs.items() for id, value in zip("xy", of, strict=True)]
    html = report(workspace(tmp_path, claims))
    assert [re.findall(r'class="attribute"|>(\w)<span', each)[0] for each in glance(html)] == ["B", "C", "A"]
    assert re.findall(r"<h3>(\w) <i>", html) == ["B", "C", "A"]


def test_what_means_nothing_alone_is_shown_as_it_is_read(tmp_path: Path) -> None:
    dates = {"start": {"kind": "date"}, "length": {"kind": "duration", "unit": "year"}, "end": {"kind": "date"}}
    claims = [
        c("a", "Plan", "start", "2000", id="s"),
        c("a", "Plan", "length", "15 years"),
        c("b", "Plan", "end", "2019"),
        c("a", "Raid", "start", "16 April 2025", id="r"),
        c("b", "Raid", "start", "2 May 2025", id="t"),
        c("b", "Raid", "start", "a day later", relative_to="2025-05-09"),
    ]
    root = workspace(tmp_path, claims, attributes=json.dumps(dates))
    (root / "rules/relations.yaml").write_text(
        "- span: {start: Plan / start, duration: Plan / length, end: Plan / end}"
    )
    shown = " ".join(words(each) for each in glance(report(root)))
    assert "2015 a against 2019 b" in shown
    assert "2000 + 15 years" not in shown
    assert "a day later" not in shown
    assert "10 May 2025 b" in shown


@pytest.mark.parametrize(
    ("kind", "values", "far"),
    [
        ("date", ("1999", "2001"), 1 / 2),
        ("count", ("40", "400"), 0.9),
        ("share", ("50%", "97%"), 0.46),
        ("identifier", ("x", "y"), -1),
    ],
)
def test_spread_puts_kinds_in_one_order(kind: str, values: tuple[str, str], far: float) -> None:
    found = items.findings(*(items.claim(id, value) for id, value in zip("ab", values, strict=True)), kind=kind)
    (conflict,) = (one for one in found if one.verdict in CONFLICTS)
    assert spread(conflict) == pytest.approx(far, abs=0.02)


def test_dates_are_written_out() -> None:
    assert span("2014-01-01", "2016-12-31") == "1 January 2014 to 31 December 2016"
    assert span("2024-03", None) == "from March 2024"
    assert span("2025-10-05T15:00", "2025-10-05T15:00") == "5 October 2025, 15:00"
    assert span(None, "1999") == "until 1999"
    assert span("1999", "1999") == "1999"


# ------------------------------------------------------------------------------------------ since an earlier run


def test_what_is_new_changed_and_gone_has_a_section(tmp_path: Path) -> None:
    before = said("a", Dam="10", Raid="1") + said("b", Dam="12", Raid="2")
    after = said("a", Dam="10", Port="1") + said("b", Dam="30", Port="2")
    made = run(workspace(tmp_path / "before", before), "check", "--format", "json", "--today", TODAY).out
    root = workspace(tmp_path / "after", after)
    (root / "earlier.json").write_text(made)
    html = report(root, "--since", str(root / "earlier.json"))
    shown = words(section(html, "since"))
    assert "New 1, changed 1, gone 1; 0 findings known before" in shown
    assert 'Before: a has "10"; b has "12"' in shown
    assert "Raid / dead" in section(html, "gone")
    assert re.search(r'<a href="#XC101-\w+">Port / dead</a>', section(html, "since-new"))


# ------------------------------------------------------------------------------------------ sources


def many_sources(root: Path, number: int) -> str:
    claims = [c(f"s{n:02}", "Port", "dead", str(100 + n)) for n in range(number)]
    return report(workspace(root, [*claims, c("s00", "Lake", "dead", "3")]))


def test_the_matrix_is_of_the_sources_with_most_conflicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = many_sources(tmp_path / "a", 5).partition('class="matrix')[2].partition("</table>")[0]
    assert whole.count("<tr data-source=") == 5
    monkeypatch.setattr(sources, "MATRIX", 3)
    html = many_sources(tmp_path / "b", 5)
    assert html.partition('class="matrix')[2].partition("</table>")[0].count("<tr data-source=") == 3
    assert "Of 5 sources these are the 3 with the most conflicts." in html


def test_what_one_source_alone_says_is_listed(tmp_path: Path) -> None:
    html = many_sources(tmp_path, 2)
    assert words(section(html, "lone")).endswith("s00 1 itemLake dead 3")
    assert '<td class="figure"><a href="#l0">1</a></td>' in html


def test_of_too_many_claims_nothing_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_CLAIMS", 1)
    html = many_sources(tmp_path, 2)
    assert "crosscheck items --alone" in section(html, "lone")
    assert "Lake" not in section(html, "lone")


@pytest.mark.browser
def test_a_source_is_chosen_and_the_address_remembers(browser: Any, tmp_path: Path) -> None:
    claims = said("a", Port="10", Lake="3") + said("b", Port="12", Dam="1") + said("d", Dam="2", Sea="3")
    root = workspace(tmp_path, claims)
    report(root)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((root / "reports/index.html").as_uri())
    visible = "[...document.querySelectorAll('article:not([hidden]) h3')].map(one => one.firstChild.data.trim())"
    page.select_option("#source", "a")
    assert page.evaluate(visible) == ["Port"]
    assert page.inner_text("#showing").startswith("1 of 2")
    assert page.locator(".matrix-fold tr[data-source]:not([hidden])").count() == 1
    assert page.locator(".matrix-fold thead th:not([hidden])").all_text_contents() == ["b"]
    assert page.locator("#lone details:not([hidden])").count() == 1
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.input_value("#source") == "a"
    assert page.evaluate(visible) == ["Port"]
    page.click("#clear")
    assert page.evaluate(visible) == ["Dam", "Port"]
    cells = page.locator(".coverage tbody tr").first.locator("td")
    assert all(cells.nth(n).bounding_box()["x"] + cells.nth(n).bounding_box()["width"] <= 390 for n in range(5))
    page.close()
