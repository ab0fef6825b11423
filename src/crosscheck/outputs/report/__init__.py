"""The report: one HTML file that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from crosscheck.articles.coverage import Coverage
from crosscheck.decisions import FILE
from crosscheck.model import Finding, Result
from crosscheck.outputs.report.cards import Card
from crosscheck.outputs.report.page import Part, page
from crosscheck.outputs.report.view import checked, headline, view_of
from crosscheck.outputs.report.words import embedded, shortened
from crosscheck.translations import words_in

REPORT: Part = (("report",), ("page", "report"))
REVIEW: Part = (("review",), ("desk", "review"))

SLICE = 200
"""Findings in one script element: so few that reading one is not felt."""

__all__ = ["Review", "headline", "render", "render_problems"]


@dataclass(frozen=True, slots=True)
class Review:
    """The version of resolutions.yaml that the page shows, the day, and how many decisions can be taken back."""

    version: str
    today: str
    steps: int


def render(
    result: Result,
    review: Review | None = None,
    coverage: Sequence[Coverage] = (),
    *,
    language: str = "en",
    with_texts: bool = False,
) -> str:
    """The report of a run as HTML; the same result gives the same text.

    With `review`, a form for each finding; `coverage` is of the sources that have a text, which is shown `with_texts`.
    `language` is one of `LANGUAGES`.
    """
    words = words_in(language)
    result = replace(result, findings=tuple(finding.shortened() for finding in result.findings))
    view = view_of(result, coverage, words=words, with_texts=with_texts)
    return page(
        "report.html.j2",
        REPORT,
        *[REVIEW] * (review is not None),
        words=words,
        connect=review is not None,
        view=view,
        total=len(result.findings),
        rest=_slices(view["rest"]),
        checked=checked(result, words),
        review=review,
        forms=embedded(_forms(result, review)) if review else "",
    )


def render_problems(problems: Iterable[str]) -> str:
    """A page that says why there is no report to review."""
    return page("problems.html.j2", (("report",), ()), problems=list(problems))


def _forms(result: Result, review: Review) -> dict[str, Any]:
    """What the forms send back unseen (`shown`), and what they offer: claims by side, sources by name."""
    decidable = {
        finding.id: {"shown": [finding.id, finding.fingerprint, finding.verdict.value], "claims": _claims(finding)}
        for finding in result.findings
        if finding.status is not None
    }
    sources = {
        id: shortened(source.label if source.label == id else f"{source.label} ({id})", 80)
        for id, source in sorted(result.sources.items())
    }
    return {
        "version": review.version,
        "steps": review.steps,
        "file": FILE,
        "findings": decidable,
        "sources": sources,
    }


def _claims(finding: Finding) -> list[list[str]]:
    """Each claim once: the first side that it is on, its id, source and value."""
    found: dict[str, list[str]] = {}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            claim = row.claim
            found.setdefault(claim.id, [str(number), claim.id, claim.source, shortened(claim.text, 80)])
    return list(found.values())


def _slices(cards: Sequence[Card]) -> Iterator[tuple[str, Sequence[Card]]]:
    """Cards that the page holds as data, some at a time, each time of one group."""
    for group, members in groupby(cards, key=lambda card: card.group):
        listed = list(members)
        for start in range(0, len(listed), SLICE):
            yield group, listed[start : start + SLICE]
