"""Messages of conflicts: they name the two claims that give the verdict, and say their times where these differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.comparing import headline as headline_module
from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.comparing.headline import headline_of
from crosscheck.comparing.sentences import conflict_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.model import OverTime, Policy, Row, Side, Verdict
from factories import c, document, workspace
from factories import findings as found_in
from items import NAMES, claim, findings, rows


def message(*claims: object, **keys: object) -> str:
    first, *_ = findings(*claims, **keys)  # type: ignore[arg-type]
    return first.message


def test_the_pair_that_contradicts_is_named_not_one_that_only_clashes() -> None:
    claims = claim("a", "$14 billion"), claim("b", "around $15 billion"), claim("d", "$15.4 billion")
    assert message(*claims, kind="money", unit="USD") == (
        'a has "$14 billion"; d has "$15.4 billion": 1.4 billion USD apart (9.1 %).'
    )


def test_of_many_sides_the_outer_ones_are_named_and_the_rest_counted() -> None:
    claims = [claim(source, value) for source, value in zip("abcde", ("11", "12", "13", "14", "15"), strict=True)]
    assert message(*claims, kind="count") == 'a has "11"; b has "12"; e has "15"; and 2 more: 4 apart (27 %).'


@pytest.mark.parametrize("strongest", [Verdict.CONTRADICTION, Verdict.TENSION])
def test_a_headline_gives_the_verdict(strongest: Verdict) -> None:
    told = ("200", "203", "11", "around 12", "500")
    made = [keyed.row for keyed in rows(*(claim(f"s{n}", value) for n, value in enumerate(told)), kind="count")]
    comparator = IntervalComparator()
    headline = headline_of(sides_of(made, comparator), strongest, OverTime.FIXED, comparator)
    assert headline is not None
    assert comparator.differ(*headline.rows) == strongest


def test_of_more_sides_than_pairs_are_tried_the_outer_ones_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headline_module, "TRIED", 3)
    made = [keyed.row for keyed in rows(*(claim(f"s{n}", str(n)) for n in range(10, 20)), kind="count")]
    comparator = IntervalComparator()
    sides = sides_of(made, comparator)
    found = headline_of(sides, Verdict.CONTRADICTION, OverTime.FIXED, comparator)
    assert found is not None
    assert found.sides == (0, 9)
    assert headline_of(sides, Verdict.DISPUTE, OverTime.FIXED, comparator) is None


def test_rows_of_a_side_are_picked_when_a_pair_needs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def speaker(side: Side) -> Row:
        asked.append(side.text)
        return side.own[0]

    monkeypatch.setattr(headline_module, "speaker_of", speaker)
    made = [keyed.row for keyed in rows(*(claim(f"s{n}", str(n)) for n in range(10, 20)), kind="count")]
    comparator = IntervalComparator()
    assert headline_of(sides_of(made, comparator), Verdict.CONTRADICTION, OverTime.FIXED, comparator)
    assert asked == ["10", "19"]


@pytest.mark.parametrize(
    ("over_time", "one", "other", "told"),
    [
        ("fixed", {}, {}, 'a has "95"; b has "120": 25 apart (21 %).'),
        ("changes", {"when": "2025"}, {"when": "2025"}, 'a has "95"; b has "120": 25 apart (21 %).'),
        (
            "changes", {"when": "2025"}, {"when": "2025-08"},
            'a has "95" (2025); b has "120" (2025-08): 25 apart (21 %).',
        ),
        (
            "changes", {"when": "2024-07/2025-06"}, {"when": "2025"},
            'a has "95" (2024-07/2025-06); b has "120" (2025): 25 apart (21 %).',
        ),
        ("fixed", {"when": "2010"}, {"when": "2020"}, 'a has "95" (2010); b has "120" (2020): 25 apart (21 %).'),
        (
            "accumulates", {"when": "2025-02"}, {"when": "2025-01"},
            'a has "95" (2025-02); b has "120" (2025-01): 25 apart (21 %); a running total that fell.',
        ),
    ],
)  # fmt: skip
def test_times_that_differ_are_said(over_time: str, one: dict[str, str], other: dict[str, str], told: str) -> None:
    claims = claim("a", "95", **one), claim("b", "120", **other)
    assert message(*claims, kind="count", over_time=over_time) == told


def test_a_publication_stands_for_a_time() -> None:
    claims = claim("a", "95"), claim("b", "120")
    published = {"a": "2025-02-03", "b": "2025-01-02"}
    assert message(*claims, kind="count", over_time="accumulates", published=published) == (
        'a has "95" (published 2025-02-03); b has "120" (published 2025-01-02): 25 apart (21 %); '
        "a running total that fell."
    )


def test_what_is_contradicted_is_not_told_as_a_change() -> None:
    told = (("a", "95", "2025-01"), ("b", "35", "2025-02"), ("d", "120", "2025-03"), ("e", "130", "2025-04"))
    claims = [claim(source, value, when=when) for source, value, when in told]
    conflict, superseded = findings(*claims, kind="count", over_time="accumulates")
    assert conflict.message.startswith('b has "35" (2025-02); a has "95" (2025-01)')
    assert superseded.message == 'The value changed: "120" (2025-03, d), then "130" (2025-04, e).'


def test_a_change_between_two_publications_says_their_days() -> None:
    published = {"a": "2016-03-04", "b": "2017-01-02"}
    assert message(claim("a", "5"), claim("b", "7"), kind="count", over_time="changes", published=published) == (
        'The value changed: "5" (published 2016-03-04, a), then "7" (published 2017-01-02, b).'
    )


def test_a_value_that_is_only_repeated_is_no_change() -> None:
    told = (("a", "6", "2024"), ("b", "6", "2024-06"), ("c", "6", "2024-07"), ("d", "6", "2024-08"), ("e", "7", "2025"))
    claims = [claim(source, value, when=when) for source, value, when in told]
    said = message(*claims, kind="count", over_time="changes")
    assert said == 'The value changed: "6" (2024, a), then "7" (2025, e).'


SPAN = "- span: {start: Plan / start, duration: Plan / length, end: Plan / end}\n"
DATES = "start: {kind: date}\nend: {kind: date}\nlength: {kind: duration, unit: years}\n"


def test_what_a_source_states_speaks_before_what_follows(tmp_path: Path) -> None:
    claims = [
        c("a", "Plan", "start", "1990"), c("b", "Plan", "end", "2015"), c("b", "Plan", "length", "15 years"),
        c("d", "Plan", "start", "2000"),
    ]  # fmt: skip
    root = workspace(tmp_path, claims, attributes=DATES, files={"rules/relations.yaml": SPAN})
    (conflict,) = (found for found in found_in(root) if found["attribute"] == "start")
    assert conflict["message"] == 'a has "1990"; d has "2000": 10 years apart.'


@pytest.mark.parametrize(
    ("start", "end", "length", "found"),
    [
        ("June 5, 1931", "March 1, 2014", "81 years", "contradiction"),  # 82 and three quarters
        ("June 5, 1931", "March 1, 2014", "82 years", "agreement"),
        ("June 5, 1931", "March 1, 2014", "83 years", "agreement"),
        ("June 5, 1931", "March 1, 2014", "84 years", "contradiction"),
        ("June 5, 1931", "June 5, 2014", "82 years", "tension"),  # the birthday itself
        ("June 5, 1931", "June 5, 2014", "83 years", "agreement"),
        ("June 5, 1931", "June 4, 2014", "82 years", "agreement"),
        ("July 1914", "November 1918", "four years", "agreement"),
        ("2000", "2015", "14 years", "tension"),
        ("2000", "2015", "15 years", "agreement"),
        ("2000", "2015", "16 years", "tension"),
        ("2000", "2015", "17 years", "contradiction"),
        ("March 26, 2024", "June 10, 2024", "11 weeks", "agreement"),
    ],
)
def test_a_length_that_follows_is_compared_as_one_that_is_told(
    tmp_path: Path, start: str, end: str, length: str, found: str
) -> None:
    told = c("b", "Plan", "length", length)
    claims = [c("a", "Plan", "start", start), c("a", "Plan", "end", end), told]
    attributes = DATES.replace(", unit: years", "") if "weeks" in length else DATES
    derived = workspace(tmp_path / "derived", claims, attributes=attributes, files={"rules/relations.yaml": SPAN})
    assert [f["verdict"] for f in document(derived)["findings"] if f["attribute"] == "length"] == [found]
    # So it is where one source states all three, but that "told" then moves the start.
    own = [*claims[:2], c("a", "Plan", "length", length)]
    whole = workspace(tmp_path / "whole", own, attributes=attributes, files={"rules/relations.yaml": SPAN})
    assert [f["verdict"] for f in document(whole)["findings"] if f["rule"] == "span-conflict"] == [found]


@pytest.mark.parametrize("unit", ["day", "month", "year", "h"])
@pytest.mark.parametrize(
    ("start", "end", "length", "found"),
    [
        ("July 28, 1914", "November 11, 1918", "four years", "agreement"),
        ("July 28, 1914", "November 11, 1918", "six years", "contradiction"),
        ("March 1, 2024", "March 11, 2024", "11 days", "tension"),
        ("March 1, 2024", "March 11, 2024", "21 days", "contradiction"),
    ],
)
def test_a_length_that_follows_is_compared_in_the_unit_that_is_told_whatever_is_declared(
    tmp_path: Path, unit: str, start: str, end: str, length: str, found: str
) -> None:
    claims = [c("a", "Plan", "start", start), c("a", "Plan", "end", end), c("b", "Plan", "length", length)]
    attributes = DATES.replace("years", unit)
    root = workspace(tmp_path, claims, attributes=attributes, files={"rules/relations.yaml": SPAN})
    assert [f["verdict"] for f in document(root)["findings"] if f["attribute"] == "length"] == [found]


def test_an_article_is_no_first_name(tmp_path: Path) -> None:
    said = {"a": "The Pentagon", "b": "Pentagon", "d": "A resident", "e": "Resident"}
    claims = [c(source, "Ships", "count", "5", said_by=name) for source, name in said.items()]
    root = workspace(tmp_path, claims, attributes="count: {kind: count}\n")
    assert [found for found in found_in(root) if found["rule"] == "close-name"] == []


def test_without_a_headline_the_outer_sides_are_told() -> None:
    (found,) = findings(claim("a", "8"), claim("b", "9"), claim("c", "11"), kind="count")
    message, far = conflict_sentence(found.item, found.sides, Policy({}, NAMES))
    assert (message, far) == ('a has "8"; b has "9"; c has "11": 3 apart (27 %).', "3 apart (27 %).")
