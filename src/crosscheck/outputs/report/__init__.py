"""The report: one HTML file that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from itertools import groupby
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.articles.coverage import Coverage
from crosscheck.formatting import counted
from crosscheck.model import Finding, Result
from crosscheck.outputs.report.cards import Card
from crosscheck.outputs.report.view import checked, headline, view_of
from crosscheck.outputs.report.words import embedded, inline, isolated, packed, quoted, shortened, tight

PARTS = ("report", "review")

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
    result: Result, review: Review | None = None, coverage: Sequence[Coverage] = (), *, with_texts: bool = False
) -> str:
    """The report of a run as HTML; the same result gives the same text.

    With `review`, a form for each finding; `coverage` is of the sources that have a text, which is shown `with_texts`.
    """
    result = replace(result, findings=tuple(finding.shortened() for finding in result.findings))
    view = view_of(result, coverage, with_texts=with_texts)
    return _page(
        "report.html.j2",
        PARTS if review else PARTS[:1],
        view=view,
        total=len(result.findings),
        rest=_slices(view["rest"]),
        checked=checked(result),
        review=review,
        forms=embedded(_forms(result, review)) if review else "",
    )


def render_problems(problems: Iterable[str]) -> str:
    """A page that says why there is no report to review."""
    return _page("problems.html.j2", ("report",), problems=list(problems))


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
    return {"version": review.version, "steps": review.steps, "findings": decidable, "sources": sources}


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


def _page(template: str, parts: Sequence[str], **values: Any) -> str:
    """A template with the scripts of `parts` and their styles, and a policy that lets nothing else run or load."""
    scripts = [_asset(f"{part}.js") for part in parts]
    styles = [_asset(f"{part}.css") for part in parts]
    page = _environment().get_template(template)
    html = page.render(
        styles=[Markup(style) for style in styles],  # our own files, and the policy has the hashes of exactly these
        scripts=[Markup(script) for script in scripts],
        policy=_policy(styles, scripts, connect="review" in parts),
        **values,
    )
    # A lone surrogate cannot be written; whatever let one through must not cost the reader the report.
    return html.encode("utf-8", "replace").decode("utf-8")


def _policy(styles: Iterable[str], scripts: Iterable[str], *, connect: bool) -> str:
    """A content security policy under which these styles and scripts run; nothing else is loaded, run or asked."""
    policy = (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(scripts)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"{policy}; connect-src 'self'" if connect else policy


def _hashes(contents: Iterable[str]) -> str:
    digests = (hashlib.sha256(content.encode()).digest() for content in contents)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Not PackageLoader: it wants a package on disk, and files of a zipped one can be read too.
    loader = FunctionLoader(_asset)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        text=isolated, inline=inline, packed=packed, quoted=quoted, shortened=shortened, counted=counted, tight=tight
    )
    return environment


@lru_cache(maxsize=16)
def _asset(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
