"""ClaimReview (schema.org, as JSON-LD): what decisions found wrong, for archives of fact-checks and search engines.

One review is of one claim that a source makes and a decision found wrong. What is not known is left out, never filled
in. The text may stand in a `<script type="application/ld+json">` as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crosscheck.decisions.record import undecided
from crosscheck.formatting import counted
from crosscheck.model import Claim, Decision, Finding, Result, Row, Source, Stance, Status, Verdict
from crosscheck.outputs import plain
from crosscheck.outputs.report.words import link
from crosscheck.problems import InputError, Position, Problem
from crosscheck.workspace.settings import FILE, ExportSettings

QUOTE, REASON = 300, 1000
"""Characters at most."""

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
"""A year, a month or a day; not a season (`2025-21`)."""
_ESCAPED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""What would end a script, or a line of one."""

_WHY_NOT = {
    Decision.BOTH_RIGHT: "both_right, so no claim was found wrong",
    Decision.OUR_ERROR: "our_error, so the claim was curated wrongly and its source may be right",
    Decision.UNSURE: "unsure, so nothing is settled",
}

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """The document, how many reviews it has, and a line for each decided finding that became none."""

    content: str
    reviews: int
    left_out: tuple[str, ...]


def export(result: Result, settings: ExportSettings) -> Exported:
    """The reviews of a run in the order of its findings; raises `InputError` if facts that they need are missing."""
    reviewed: list[tuple[Finding, Row]] = []
    left_out = []
    for finding in result.findings:
        rows = [] if _why_not(finding) else [row for row in _wrong(finding) if not row.claim.derived]
        reviewed += [(finding, row) for row in rows]
        if finding.resolution is not None and not rows:
            why = _why_not(finding) or "what was found wrong is not what a source says now"
            left_out.append(plain.line(f"{finding.id} ({finding.item.title}): {why}"))
        more = sum(row.others for row in rows)
        if more:
            left_out.append(f"{finding.id}: {counted(more, 'more claim')} of the archive that say the same")
    _require(reviewed, result, settings)
    waiting = len(undecided(result.findings))
    if waiting:
        left_out.append(f"{counted(waiting, 'conflict')} not decided")
    maker = _Maker(result, settings)
    reviews = [maker.review(finding, row) for finding, row in reviewed]
    if maker.untyped:
        which = plain.line(", ".join(sorted(maker.untyped)))
        left_out.append(f"the type of {which}: list each under people or organizations in [export]")
    text = plain.json_text({"@context": "https://schema.org", "@graph": reviews}, indent=2)
    return Exported(f"{text.translate(_ESCAPED)}\n", len(reviews), tuple(left_out))


def _why_not(finding: Finding) -> str:
    """Why a decided finding is no review, else nothing."""
    resolution = finding.resolution
    if resolution is None:
        return "not decided"
    if finding.verdict is Verdict.REMARK:
        return "a remark, which is about how a claim is written"
    if finding.status is Status.REOPENED:
        return f"reopened, as {finding.status_reason}"
    return _WHY_NOT.get(resolution.decision, "")


def _wrong(finding: Finding) -> Iterator[Row]:
    rows = finding.rows
    return (rows[id] for id in sorted(finding.wrong & rows.keys()))


def _require(reviewed: list[tuple[Finding, Row]], result: Result, settings: ExportSettings) -> None:
    """Raise `InputError` for every fact that a review cannot do without."""
    at = Position(FILE, 0)
    problems = []
    if settings.publisher is None:
        what = '[export] lacks "publisher", the name of the newsroom that decides, such as publisher = "The Gazette"'
        problems.append(Problem(at, what))
    if settings.url is None:
        what = '[export] lacks "url", the page on which the decisions can be read, such as url = "https://example.com/checks"'
        problems.append(Problem(at, what))
    elif link(_page(settings.url, "x")) is None:
        problems.append(Problem(at, '"url" in [export] does not begin with https:// or http://'))
    elif "#" in settings.url and "{finding}" not in settings.url:
        problems.append(Problem(at, '"url" in [export] has a "#"; write {finding} where the id of a finding belongs'))
    for claim in (row.claim for _, row in reviewed):
        source = result.sources.get(claim.source)
        if source is None or source.publisher is None:
            known = source is not None and source.at.file != "claims"  # else no file declares it
            what = f'source "{claim.source}" has no "publisher", so a review cannot say where its claims were made'
            problems.append(Problem(source.at if source is not None and known else claim.at, what))
    if problems:
        raise InputError(problems)


def _page(url: str, id: str) -> str:
    return url.replace("{finding}", id) if "{finding}" in url else f"{url}#{id}"


class _Maker:
    """Makes reviews; `untyped` are those who make a claim of whom it is not known whether they are a person."""

    def __init__(self, result: Result, settings: ExportSettings) -> None:
        self._sources, self._settings, self._names = result.sources, settings, result.names
        self._types = {
            self._names.key(name): type
            for type, names in (("Person", settings.people), ("Organization", settings.organizations))
            for name in names
        }
        self.untyped: set[str] = set()

    def review(self, finding: Finding, row: Row) -> Node:
        """The review of one claim."""
        resolution, claim, settings = finding.resolution, row.claim, self._settings
        assert resolution is not None
        assert settings.url is not None
        assert settings.publisher is not None
        return {
            "@type": "ClaimReview",
            "url": _page(settings.url, finding.id),
            "claimReviewed": _summary(finding, claim),
            "datePublished": resolution.on,
            "author": _named("Organization", settings.publisher),
            "itemReviewed": self._claim(claim, self._sources[claim.source]),
            "reviewRating": {"@type": "Rating", "alternateName": plain.line(settings.rating)},
            "reviewBody": plain.line(resolution.reason, REASON),
        }

    def _claim(self, claim: Claim, source: Source) -> Node:
        assert source.publisher is not None
        is_own = claim.said_by is None
        author = _named("Organization", source.publisher) if is_own else self._typed(claim.said_by, is_needed=True)
        published = _day(source.published)
        return _known(
            {
                "@type": "Claim",
                "text": plain.line(claim.quote or claim.text, QUOTE),
                "author": author,
                "datePublished": published if is_own else None,  # when a speaker said it is not known
                "appearance": _known(
                    {
                        "@type": "CreativeWork",
                        "url": link(claim.url) or link(source.url),
                        "headline": plain.line(source.title) if source.title else None,
                        "author": self._typed(source.author, is_needed=False),
                        "publisher": _named("Organization", source.publisher),
                        "datePublished": published,
                        "archivedAt": link(source.archived),
                    }
                ),
            }
        )

    def _typed(self, name: str | None, *, is_needed: bool) -> Node | None:
        """Who makes a claim, as far as the settings say what they are."""
        if name is None:
            return None
        type = self._types.get(self._names.key(name))
        if type is None and is_needed:
            self.untyped.add(name)
        return _named(type, name) if type is not None else None


def _summary(finding: Finding, claim: Claim) -> str:
    """What is claimed, on one line."""
    value = f"“{plain.line(claim.text)}”"
    denied = "not " if claim.stance is Stance.DISPUTES else ""
    said = f", said by {plain.line(claim.said_by)}" if claim.said_by else ""
    return f"{plain.line(finding.item.title)}: {denied}{value}{said}"


def _named(type: str, name: str) -> Node:
    return {"@type": type, "name": plain.line(name)}


def _day(published: str | None) -> str | None:
    """A date as schema.org has it; what is less exact is left out."""
    return published if published is not None and _DAY.fullmatch(published) else None


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}
