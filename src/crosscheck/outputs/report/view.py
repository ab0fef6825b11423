"""The whole report as plain values: what the template shows, in the order in which it shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crosscheck import __version__
from crosscheck.articles.coverage import Coverage
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
from crosscheck.translations import ENGLISH, N_, NN_, Words

MOST_FINDINGS = 1000
"""Findings up to which all can be read without JavaScript."""
SHOWN_AT_FIRST = 200
"""Findings that the page shows at once where it has more than `MOST_FINDINGS`: what a browser lays out without a pause
that is felt. The rest are data, from which the page draws what the reader asks for."""
BRIEF = 200
"""Findings beyond which a claim names its source and leaves the rest of it to the table of sources."""
MOST_TOP_FINDINGS = 10

_NOUNS = {
    Verdict.CONTRADICTION: NN_("%(n)s contradiction", "%(n)s contradictions"),
    Verdict.TENSION: NN_("%(n)s tension", "%(n)s tensions"),
    Verdict.DISPUTE: NN_("%(n)s dispute", "%(n)s disputes"),
    Verdict.SUPERSEDED: NN_("%(n)s value that changed", "%(n)s values that changed"),
    Verdict.REMARK: NN_("%(n)s remark", "%(n)s remarks"),
    Verdict.AGREEMENT: NN_("%(n)s agreement", "%(n)s agreements"),
}

MEANINGS = {
    Verdict.CONTRADICTION: N_("cannot all be right, however widely their words are taken"),
    Verdict.TENSION: N_("cannot all be right as stated, but could be if their words are wide or mean different things"),
    Verdict.DISPUTE: N_("people whom the sources quote differ; the sources only pass it on"),
    Verdict.SUPERSEDED: N_("the value changed with time"),
    Verdict.REMARK: N_("something for the curator to look at"),
    Verdict.AGREEMENT: N_("two witnesses or more share the value"),
}
STATUSES = {
    Status.NEW: N_("nobody has decided it"),
    Status.REOPENED: N_("it was decided, but has changed since"),
    Status.OPEN: N_("looked at, and left open"),
    Status.RESOLVED: N_("decided"),
}
CHANGED = {
    Change.NEW: N_("the earlier run did not have it"),
    Change.CHANGED: N_("the earlier run had it with other values or a weaker verdict"),
    Change.SAME: N_("the earlier run had it already: it does not fail"),
}

_GROUPS = (
    (
        "to-decide",
        N_("To decide"),
        N_("Conflicts that wait for a person, the most severe and the farthest apart first."),
    ),
    ("left-open", N_("Left open"), N_("Conflicts that somebody has looked at and has not settled.")),
    ("noted", N_("Disputes and remarks"), N_("Worth knowing; nothing here fails the check.")),
    ("changed", N_("Changed over time"), N_("Different values at different times: history, not conflict.")),
    ("decided", N_("Decided"), N_("Conflicts that somebody has settled, with the reason.")),
    ("agreed", N_("Agreements"), N_("Values that two witnesses or more share.")),
)


def view_of(
    result: Result, coverage: Sequence[Coverage] = (), *, words: Words = ENGLISH, with_texts: bool = False
) -> View:
    """What the page shows. `calm`: nothing waits for a decision; `rest`: cards that the page holds as data."""
    sources = sources_view(result, coverage_views(coverage, words, with_texts=with_texts), words)
    shown, rest = _cards(result, sources, words)
    to_decide = shown["to-decide"]
    undecided = sum(is_undecided(finding) for finding in result.findings)
    title = headline(result, words)
    return {
        "title": f"{title} – crosscheck",
        "headline": title,
        "introduction": _introduction(result, undecided, words),
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
        "texts": texts_view(coverage, words) if with_texts and coverage else None,
        "stale": [{"of": one, "decision": DECISIONS[one.decision]} for one in result.stale],
        "footer": _footer(result, words),
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


def _cards(result: Result, sources: View, words: Words) -> tuple[dict[str, list[Card]], dict[str, list[Card]]]:
    """The cards of each group that are shown at first, and the rest."""
    is_brief = len(result.findings) > BRIEF
    anchored = [row for row in sources["rows"] if row["anchor"]]
    context = Context(
        result=result,
        quotes={claim.id: claim.quote or claim.text for claim in result.claims},
        sources={row["source"].id: (row["anchor"], row["file"]) for row in anchored} if is_brief else {},
        numbers={row["source"].id: row["number"] for row in anchored},
        words=words,
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


def headline(result: Result, words: Words = ENGLISH) -> str:
    """What a reader wants to know first: does something wait for a decision?"""
    undecided = sum(is_undecided(finding) for finding in result.findings)
    if undecided:
        return words.counted(
            undecided, "%(n)s conflict that nobody has decided", "%(n)s conflicts that nobody has decided"
        )
    conflicts = [finding for finding in result.findings if finding.verdict in CONFLICTS]
    left_open = sum(finding.status is Status.OPEN for finding in conflicts)
    if left_open:
        return words.counted(
            left_open, "No conflict is undecided, %(n)s is left open", "No conflict is undecided, %(n)s are left open"
        )
    return words.gettext("Every conflict is decided") if conflicts else words.gettext("No conflicts found")


def _introduction(result: Result, undecided: int, words: Words) -> list[str]:
    """What the headline counts, what else there is, and what was looked at."""
    waiting = Counter(finding.verdict for finding in result.findings if is_undecided(finding))
    reopened = sum(is_undecided(f) and f.status is Status.REOPENED for f in result.findings)
    ours = sum(
        f.status is Status.OPEN and f.resolution is not None and f.resolution.decision is Decision.OUR_ERROR
        for f in result.findings
    )
    sentences = []
    if undecided:
        again = words.counted(
            reopened, ", %(n)s of them decided before and reopened", ", %(n)s of them decided before and reopened"
        )
        sentences.append(f"{_verdicts(waiting, CONFLICTS, words)}{again if reopened else ''}.")
    if ours:
        sentences.append(
            words.counted(
                ours, "%(n)s error of our own still to be corrected.", "%(n)s errors of our own still to be corrected."
            )
        )
    count = result.summary
    partly = sum(bool(finding.left) for finding in result.findings if finding.status is Status.OPEN)
    if partly:
        sentences.append(
            words.counted(
                partly,
                "%(n)s conflict in which one side was found wrong and the others still disagree.",
                "%(n)s conflicts in which one side was found wrong and the others still disagree.",
            )
        )
    if count["resolved"]:
        sentences.append(words.counted(count["resolved"], "%(n)s decided.", "%(n)s decided."))
    others = _verdicts(count, (Verdict.DISPUTE, Verdict.SUPERSEDED, Verdict.REMARK, Verdict.AGREEMENT), words)
    if others and sentences:
        sentences.append(words.gettext("Besides: %(others)s.", others=others))
    elif others:
        sentences.append(words.gettext("Found: %(others)s.", others=others))
    if is_compared(result):
        sentences.append(_changes(result, words))
    return sentences


def _verdicts(count: Mapping[Verdict, int] | Mapping[str, int], verdicts: Iterable[Verdict], words: Words) -> str:
    """`2 contradictions and 1 tension`: how many there are of some verdicts."""
    return listed([words.counted(count[verdict], *_NOUNS[verdict]) for verdict in verdicts if count[verdict]], words)


def _changes(result: Result, words: Words) -> str:
    changes = Counter(finding.change for finding in result.findings)
    return words.gettext(
        "Since the earlier run: %(new)s new, %(changed)s changed, %(gone)s gone.",
        new=words.number(changes[Change.NEW]),
        changed=words.number(changes[Change.CHANGED]),
        gone=words.number(len(result.gone)),
    )


def checked(result: Result, words: Words = ENGLISH) -> str:
    """What was looked at: so many claims of so many sources on so many items."""
    count = result.summary
    several = count["items_of_several_sources"]
    values = {
        "claims": words.counted(count["claims"], "%(n)s claim", "%(n)s claims"),
        "sources": words.counted(count["sources"], "%(n)s source", "%(n)s sources"),
        "items": words.counted(count["items"], "%(n)s item", "%(n)s items"),
    }
    if not several:
        return words.gettext("%(claims)s of %(sources)s on %(items)s, none with a second source", **values)
    return words.gettext(
        "%(claims)s of %(sources)s on %(items)s, %(several)s with a second source",
        several=words.number(several),
        **values,
    )


def _tiles(result: Result) -> list[tuple[str, list[View]]]:
    """Counts that filter, by group: `key` is what the page filters by, `value` what it looks for."""
    statuses = Counter(finding.status for finding in result.findings)
    changes = Counter(finding.change for finding in result.findings)
    groups = [
        (N_("Verdict"), [_tile("verdict", v, v, result.summary[v], meaning) for v, meaning in MEANINGS.items()]),
        (N_("Status"), [_tile("status", s, s, statuses[s], meaning) for s, meaning in STATUSES.items()]),
    ]
    if is_compared(result):
        since = [_tile("change", c, CHANGES[c], changes[c], meaning) for c, meaning in CHANGED.items()]
        groups.append((N_("Since the earlier run"), since))
    return groups


def _tile(key: str, value: str, label: str, count: int, meaning: str) -> View:
    return {"key": key, "value": value, "label": label, "count": count, "meaning": meaning}


def _footer(result: Result, words: Words) -> tuple[tuple[str, str], ...]:
    quotes = words.gettext("not checked against the texts of their sources (give --sources)")
    if result.quotes is not None:
        number, total = map(words.number, result.quotes)
        quotes = words.gettext(
            "%(number)s of %(total)s checked against the texts of their sources", number=number, total=total
        )
    unread, failing = result.summary["unread"], result.summary["failing"]
    refused = words.counted(unread, "; %(n)s value could not be read", "; %(n)s values could not be read")
    fails = words.counted(failing, "%(n)s finding", "%(n)s findings") if failing else words.gettext("none")
    entries = (
        (N_("Made by"), f"crosscheck {__version__}"),
        (N_("Checked"), checked(result, words) + (refused if unread else "")),
        (N_("Quotes"), quotes),
        (N_("Fail the check"), fails),
        (N_("Settings"), "; ".join(f"{key} = {value}" for key, value in sorted(result.settings.items()))),
        (N_("Claims, SHA-256"), result.claims_hash),
    )
    return tuple(entry for entry in entries if entry[1])
