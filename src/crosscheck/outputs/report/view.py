"""The whole report as plain values: what the template shows, in the order in which it shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck import __version__
from crosscheck.articles.coverage import Coverage
from crosscheck.formatting import counted
from crosscheck.model import (
    CONFLICTS,
    Change,
    Decision,
    DraftLine,
    DraftStatus,
    Finding,
    Result,
    Severity,
    Status,
    Verdict,
)
from crosscheck.outputs.report.cards import CHANGES, DECISIONS, Card, card_of, is_undecided
from crosscheck.outputs.report.claims import Context
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.since import is_compared, since_view
from crosscheck.outputs.report.sources import sources_view
from crosscheck.outputs.report.spread import rank
from crosscheck.outputs.report.texts import coverage_views, texts_view
from crosscheck.outputs.report.words import listed

MOST_FINDINGS = 1000
"""Findings up to which all can be read without JavaScript."""
SHOWN_AT_FIRST = 200
"""Findings that the page shows at once where it has more than `MOST_FINDINGS`: what a browser lays out without a pause
that is felt. The rest are data, from which the page draws what the reader asks for."""
BRIEF = 200
"""Findings beyond which a claim names its source and leaves the rest of it to the table of sources."""
MOST_TOP_FINDINGS = 10

_NOUNS = {
    Verdict.CONTRADICTION: ("contradiction", None),
    Verdict.TENSION: ("tension", None),
    Verdict.DISPUTE: ("dispute", None),
    Verdict.SUPERSEDED: ("value that changed", "values that changed"),
    Verdict.REMARK: ("remark", None),
    Verdict.AGREEMENT: ("agreement", None),
}

MEANINGS = {
    Verdict.CONTRADICTION: "cannot all be right, however widely their words are taken",
    Verdict.TENSION: "cannot all be right as stated, but could be if their words are wide or mean different things",
    Verdict.DISPUTE: "people whom the sources quote differ; the sources only pass it on",
    Verdict.SUPERSEDED: "the value changed with time",
    Verdict.REMARK: "something for the curator to look at",
    Verdict.AGREEMENT: "two witnesses or more share the value",
}
STATUSES = {
    Status.NEW: "nobody has decided it",
    Status.REOPENED: "it was decided, but has changed since",
    Status.OPEN: "looked at, and left open",
    Status.RESOLVED: "decided",
}
CHANGED = {
    Change.NEW: "the earlier run did not have it",
    Change.CHANGED: "the earlier run had it with other values or a weaker verdict",
    Change.SAME: "the earlier run had it already: it does not fail",
}

_GROUPS = (
    (
        "to-decide",
        "To decide",
        "Conflicts that wait for a person, the most severe and the farthest apart first.",
    ),
    ("left-open", "Left open", "Conflicts that somebody has looked at and has not settled."),
    ("noted", "Disputes and remarks", "Worth knowing; nothing here fails the check."),
    ("changed", "Changed over time", "Different values at different times: history, not conflict."),
    ("decided", "Decided", "Conflicts that somebody has settled, with the reason."),
    ("agreed", "Agreements", "Values that two witnesses or more share."),
)


def view_of(result: Result, coverage: Sequence[Coverage] = (), *, with_texts: bool = False) -> View:
    """What the page shows. `calm`: nothing waits for a decision; `rest`: cards that the page holds as data."""
    sources = sources_view(result, coverage_views(coverage, with_texts=with_texts))
    shown, rest = _cards(result, sources)
    to_decide = shown["to-decide"]
    undecided = sum(is_undecided(finding) for finding in result.findings)
    title = headline(result)
    return {
        "title": f"{title} – crosscheck",
        "headline": title,
        "introduction": _introduction(result, undecided),
        "calm": not undecided,
        "draft": [_draft_line(line) for line in result.draft or ()],
        "tiles": _tiles(result),
        "since": since_view(result),
        "top_findings": to_decide[:MOST_TOP_FINDINGS],
        "more_to_decide": max(0, len(to_decide) + len(rest["to-decide"]) - MOST_TOP_FINDINGS),
        "groups": [
            {"id": id, "title": name, "about": about, "cards": shown[id], "rest": len(rest[id])}
            for id, name, about in _GROUPS
            if shown[id] or rest[id]
        ],
        "rest": [card for cards in rest.values() for card in cards],
        "quoting": bool(result.around),  # the page shows more of the sources' texts than the quotes
        "sources": sources,
        "texts": texts_view(coverage) if with_texts and coverage else None,
        "stale": [{"of": one, "decision": DECISIONS[one.decision]} for one in result.stale],
        "footer": _footer(result),
        "meanings": [(verdict.value, meaning) for verdict, meaning in MEANINGS.items()],
        "statuses": [(status.value, meaning) for status, meaning in STATUSES.items()],
        "decisions": [(decision.value, meaning) for decision, meaning in DECISIONS.items()],
    }


_LIKE = {
    DraftStatus.UNMATCHED: Verdict.REMARK,
    DraftStatus.ATTRIBUTED: Verdict.REMARK,
    DraftStatus.NEWER: Verdict.SUPERSEDED,
    DraftStatus.DISPUTED: Verdict.DISPUTE,
    DraftStatus.OTHER_TIME: Verdict.SUPERSEDED,
    DraftStatus.NEITHER: Verdict.SUPERSEDED,
    DraftStatus.AGREES: Verdict.AGREEMENT,
}
"""The verdict in whose colour a status is shown; a conflict has its own."""


def _draft_line(line: DraftLine) -> View:
    conflict = Verdict.CONTRADICTION if line.severity is Severity.ERROR else Verdict.TENSION
    return {
        "place": str(line.row.claim.at),
        "status": line.status.value,
        "verdict": _LIKE.get(line.status, conflict).value,
        "message": line.message,
        "findings": line.findings,
    }


def _cards(result: Result, sources: View) -> tuple[dict[str, list[Card]], dict[str, list[Card]]]:
    """The cards of each group that are shown at first, and the rest."""
    is_brief = len(result.findings) > BRIEF
    anchored = [row for row in sources["rows"] if row["anchor"]]
    context = Context(
        result=result,
        quotes={claim.id: claim.quote or claim.text for claim in result.claims},
        sources={row["source"].id: (row["anchor"], row["file"]) for row in anchored} if is_brief else {},
        numbers={row["source"].id: row["number"] for row in anchored},
    )
    at_first = _shown_at_first(result.findings)
    shown: dict[str, list[Card]] = {id: [] for id, _, _ in _GROUPS}
    rest: dict[str, list[Card]] = {id: [] for id, _, _ in _GROUPS}
    for finding in sorted(result.findings, key=rank):
        group = _group(finding)
        (shown if finding.id in at_first else rest)[group].append(card_of(finding, group, context))
    return shown, rest


def _shown_at_first(findings: tuple[Finding, ...]) -> set[str]:
    """The findings that are shown at first; of too many, those that wait come before the decided ones."""
    ranked = sorted(findings, key=lambda f: (not (f.fails or is_undecided(f)), -f.verdict.severity, rank(f)))
    return {finding.id for finding in (ranked if len(ranked) <= MOST_FINDINGS else ranked[:SHOWN_AT_FIRST])}


def _group(finding: Finding) -> str:
    if finding.verdict is Verdict.AGREEMENT:
        return "agreed"
    if finding.status is Status.RESOLVED:
        return "decided"
    if finding.verdict in CONFLICTS:
        return "left-open" if finding.status is Status.OPEN else "to-decide"
    return "changed" if finding.verdict is Verdict.SUPERSEDED else "noted"


def headline(result: Result) -> str:
    """What a reader wants to know first: does something wait for a decision?"""
    undecided = sum(is_undecided(finding) for finding in result.findings)
    if undecided:
        return f"{counted(undecided, 'conflict')} that nobody has decided"
    conflicts = [finding for finding in result.findings if finding.verdict in CONFLICTS]
    left_open = sum(finding.status is Status.OPEN for finding in conflicts)
    if left_open:
        return f"No conflict is undecided, {left_open:,} {'is' if left_open == 1 else 'are'} left open"
    if conflicts:
        return "Every conflict is decided"
    return "No conflicts found"


def _introduction(result: Result, undecided: int) -> list[str]:
    """What the headline counts, what else there is, and what was looked at."""
    waiting = Counter(finding.verdict for finding in result.findings if is_undecided(finding))
    reopened = sum(is_undecided(f) and f.status is Status.REOPENED for f in result.findings)
    ours = sum(
        f.status is Status.OPEN and f.resolution is not None and f.resolution.decision is Decision.OUR_ERROR
        for f in result.findings
    )
    sentences = []
    if undecided:
        parts = [counted(waiting[verdict], *_NOUNS[verdict]) for verdict in CONFLICTS if waiting[verdict]]
        again = f", {reopened:,} of them decided before and reopened" if reopened else ""
        sentences.append(f"{listed(parts)}{again}.")
    if ours:
        sentences.append(f"{counted(ours, 'error')} of our own still to be corrected.")
    count = result.summary
    partly = sum(bool(finding.left) for finding in result.findings if finding.status is Status.OPEN)
    if partly:
        what = "conflict in which one side was found wrong and the others still disagree"
        many = "conflicts in which one side was found wrong and the others still disagree"
        sentences.append(f"{counted(partly, what, many)}.")
    if count["resolved"]:
        sentences.append(f"{count['resolved']:,} decided.")
    others = (Verdict.DISPUTE, Verdict.SUPERSEDED, Verdict.REMARK, Verdict.AGREEMENT)
    parts = [counted(count[verdict], *_NOUNS[verdict]) for verdict in others if count[verdict]]
    if parts:
        sentences.append(f"{'Besides' if sentences else 'Found'}: {listed(parts)}.")
    if is_compared(result):
        changes = Counter(finding.change for finding in result.findings)
        sentences.append(
            f"Since the earlier run: {changes[Change.NEW]:,} new, {changes[Change.CHANGED]:,} changed, "
            f"{len(result.gone):,} gone."
        )
    return sentences


def checked(result: Result) -> str:
    count = result.summary
    several = f"{count['items_of_several_sources']:,}" if count["items_of_several_sources"] else "none"
    return (
        f"{counted(count['claims'], 'claim')} of {counted(count['sources'], 'source')} "
        f"on {counted(count['items'], 'item')}, {several} with a second source"
    )


def _tiles(result: Result) -> list[tuple[str, list[View]]]:
    """Counts that filter, by group: `key` is what the page filters by, `value` what it looks for."""
    statuses = Counter(finding.status for finding in result.findings)
    changes = Counter(finding.change for finding in result.findings)
    groups = [
        ("Verdict", [_tile("verdict", v, v, result.summary[v], meaning) for v, meaning in MEANINGS.items()]),
        ("Status", [_tile("status", s, s, statuses[s], meaning) for s, meaning in STATUSES.items()]),
    ]
    if is_compared(result):
        since = [_tile("change", c, CHANGES[c], changes[c], meaning) for c, meaning in CHANGED.items()]
        groups.append(("Since the earlier run", since))
    return groups


def _tile(key: str, value: str, label: str, count: int, meaning: str) -> View:
    return {"key": key, "value": value, "label": label, "count": count, "meaning": meaning}


def _footer(result: Result) -> tuple[tuple[str, str], ...]:
    quotes = "not checked against the texts of their sources (give --sources)"
    if result.quotes is not None:
        number, total = result.quotes
        quotes = f"{number:,} of {total:,} checked against the texts of their sources"
    unread = result.summary["unread"]
    settings = "; ".join(f"{key} = {value}" for key, value in sorted(result.settings.items()))
    entries = (
        ("Made by", f"crosscheck {__version__}"),
        ("Checked", checked(result) + (f"; {counted(unread, 'value')} could not be read" if unread else "")),
        ("Quotes", quotes),
        ("Fail the check", counted(result.summary["failing"], "finding") if result.summary["failing"] else "none"),
        ("Settings", settings),
        ("Claims, SHA-256", result.claims_hash),
    )
    return tuple(entry for entry in entries if entry[1])
