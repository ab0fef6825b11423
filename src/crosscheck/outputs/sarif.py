"""The SARIF 2.1.0 output, for code scanning and editors.

The level of a result is `error` or `warning` if it fails the run, else `note` (an agreement is a result of the kind
`pass`), also where it is suppressed: GitHub passes over `suppressions`. What an earlier run had and this one has not is
a notification, never a result that is `absent`: GitHub would take it for one of this run. What is wrong with the input
is a notification, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote as percent_encoded

from crosscheck import __version__
from crosscheck.formatting import counted
from crosscheck.model import Change, DraftLine, Finding, Result, Row, Severity, Verdict
from crosscheck.outputs import plain
from crosscheck.problems import Position, Problem
from crosscheck.rules import SHIPPED, LoadedRule, shipped

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Object = dict[str, Any]
DRAFT: Object = {
    "id": "draft",
    "name": "draft-claim",
    "shortDescription": {"text": "What a claim of the draft is to the claims of others."},
}
"""Stands for a rule in the lines of a draft."""
RESULTS, RELATED = 25_000, 1_000
"""Results of a run and related locations of a result, at most: GitHub refuses a log that has more of either."""
LINKS = 20
"""Claims that the message of a result links to, at most."""
BASELINE = {Change.NEW: "new", Change.CHANGED: "updated", Change.SAME: "unchanged"}


def render(
    result: Result, *, rules: Iterable[LoadedRule] | None = None, prefix: str = "", repository: str | None = None
) -> str:
    """The log of a run; `prefix` leads from the repository to the workspace, as in `newsroom/`.

    `repository` is the address of the one that has crosscheck's pages; without it nothing links to them.
    """
    known = {rule.rule.code: _rule(rule, repository) for rule in (shipped() if rules is None else rules)}
    for finding in result.findings:
        known.setdefault(finding.code, {"id": finding.code, "name": finding.rule})
    index = {code: number for number, code in enumerate(known)}
    all_lines = sorted(plain.draft_lines(result), key=lambda line: not line.fails)
    lines = all_lines[:RESULTS]
    findings, left_out = _within(result.findings, RESULTS - len(lines))
    left_out += len(all_lines) - len(lines)
    results = [_result(finding, index[finding.code], prefix) for finding in findings]
    if lines:
        known[DRAFT["id"]] = DRAFT
        results += [_line(line, len(known) - 1, prefix) for line in lines]
    if any(finding.change is not None for finding in findings):  # a state for each result, or for none
        changes = [*(finding.change for finding in findings), *[None] * len(lines)]
        for made, change in zip(results, changes, strict=True):
            made["baselineState"] = BASELINE[change or Change.SAME]  # agreements are not compared
    stale = [_notification(decision.at, plain.stale(decision), "warning", prefix) for decision in result.stale]
    gone = [{"level": "note", "message": _message(plain.gone(before))} for before in result.gone]
    what = f"{counted(left_out, 'result')} left out: a log has at most {RESULTS:,} results"
    more = [{"level": "warning", "message": _message(what)}] if left_out else []
    exit_code = 1 if result.summary["failing"] else 0
    return _log(list(known.values()), results, [*more, *stale, *gone], exit_code, repository)


def _within(findings: Sequence[Finding], most: int) -> tuple[Sequence[Finding], int]:
    """As many findings as there is room for, those that fail first, then the most severe; and how many have none."""
    if len(findings) <= most:
        return findings, 0
    kept = sorted(findings, key=lambda finding: (not finding.fails, -finding.verdict.severity))[:most]
    return kept, len(findings) - most


def render_problems(problems: Iterable[Problem], *, prefix: str = "", repository: str | None = None) -> str:
    """The log of a run that could not begin."""
    return _log([], [], [_notification(p.at, p.message, "error", prefix) for p in problems], 2, repository)


def _log(
    rules: list[Object], results: list[Object], notices: list[Object], exit_code: int, repository: str | None
) -> str:
    invocation = {
        "executionSuccessful": exit_code < 2,
        "exitCode": exit_code,
        "toolConfigurationNotifications": notices,
    }
    about = {"informationUri": repository} if repository is not None else {}
    run = {
        "tool": {"driver": {"name": "crosscheck", "version": __version__, **about, "rules": rules}},
        "invocations": [invocation],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return plain.json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(loaded: LoadedRule, repository: str | None) -> Object:
    """What a rule says of itself: its docstring is its page, and what it flags the first paragraph of that."""
    has_page = repository is not None and loaded.origin == SHIPPED
    page_uri = {"helpUri": f"{repository}/blob/HEAD/docs/rules/{loaded.rule.code}.md"} if has_page else {}
    title, _, page = loaded.page.partition("\n")
    paragraphs = (part.strip() for part in page.split("\n\n"))
    flags = next((part for part in paragraphs if part and not part.startswith("#")), title)
    return {
        "id": loaded.rule.code,
        "name": loaded.rule.name,
        "shortDescription": {"text": plain.line(title)},
        "fullDescription": {"text": plain.line(flags, 1_000)},
        **page_uri,
        "help": {"text": plain.plain(loaded.page), "markdown": plain.plain(f"# {title}\n\n{page.strip()}".strip())},
    }


def _result(finding: Finding, index: int, prefix: str) -> Object:
    agrees = finding.verdict is Verdict.AGREEMENT
    level = finding.verdict.severity.name.lower() if finding.fails else "none" if agrees else "note"
    (number, first), *others = plain.rows(finding)
    related = [
        _location(row.claim.at, prefix) | {"id": id, "message": _message(f"side {side}: {plain.quote(row)}")}
        for id, (side, row) in enumerate(others[:RELATED], 1)
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "kind": "pass" if agrees else "fail",
        "level": level,
        "message": _linked(finding, [row for _, row in others]),
        "locations": [
            _location(first.claim.at, prefix) | {"message": _message(f"side {number}: {plain.quote(first)}")}
        ],
        "relatedLocations": related,
        "partialFingerprints": {
            "findingId/v1": finding.id,
            "findingFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.id}:{finding.fingerprint}",  # by this one GitHub knows an alert again
        },
        "suppressions": _suppressions(finding, prefix),
        "properties": {
            "id": finding.id,
            "verdict": finding.verdict.value,
            "severity": finding.verdict.severity.name.lower(),
            "status": finding.status.value if finding.status else None,
            "fails": finding.fails,
            "item": plain.line(finding.item.title),
        },
    }


def _line(line: DraftLine, index: int, prefix: str) -> Object:
    """What a claim of a draft is told, at its place."""
    passes = line.severity is Severity.NONE
    claim = line.row.claim
    return {
        "ruleId": DRAFT["id"],
        "ruleIndex": index,
        "kind": "pass" if passes else "fail",
        "level": "none" if passes else "warning" if line.fails else "note",
        "message": _message(f"{line.status}: {line.message}"),
        "locations": [_location(claim.at, prefix)],
        "partialFingerprints": {"draftClaim/v1": claim.id, "primaryLocationLineHash": f"{claim.id}:{line.status}"},
        "properties": {"claim": claim.id, "status": line.status.value, "fails": line.fails},
    }


def _message(text: str) -> Object:
    """A message that is `text`: a link or a placeholder (`{0}`) that a source wrote is none."""
    return {"text": plain.plain(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")}


def _linked(finding: Finding, others: list[Row]) -> Object:
    """What is found and decided, and a link to every further claim."""
    parts = [f"{finding.item.title}: {finding.message}"]
    parts += [f"Possible explanation: {text}" for text in finding.explanations]
    parts += plain.more(finding)
    if finding.status_reason:
        parts.append(f"Reopened: {finding.status_reason}")
    if finding.resolution is not None:
        parts.append(f"Decision: {plain.decided(finding.resolution)}")
    message = _message("\n".join(parts))
    if others:
        links = [f"[{_escaped(plain.line(row.claim.id))}]({id})" for id, row in enumerate(others[:LINKS], 1)]
        message["text"] += f"\nSee {', '.join(links)}"
    if len(others) > LINKS:
        message["text"] += f" and {len(others) - LINKS:,} more"
    return message


def _escaped(text: str) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")


def _suppressions(finding: Finding, prefix: str) -> list[Object]:
    if finding.resolution is None or not (plain.accepted(finding) or plain.under_review(finding)):
        return []
    return [
        {
            "kind": "external",
            "status": "accepted" if plain.accepted(finding) else "underReview",
            "justification": plain.decided(finding.resolution),
            "location": _location(finding.resolution.at, prefix),
        }
    ]


def _location(at: Position, prefix: str) -> Object:
    uri = percent_encoded(prefix + at.file, safe="/", errors="replace")
    physical: Object = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if at.line > 0:
        physical["region"] = {"startLine": at.line, "startColumn": max(at.column, 1)}
    return {"physicalLocation": physical}


def _notification(at: Position, message: str, level: str, prefix: str) -> Object:
    if at.file.startswith("--"):
        return {"level": level, "message": _message(f"{at}: {message}")}
    return {"level": level, "message": _message(message), "locations": [_location(at, prefix)]}
