"""Items to findings: runs the rules, gives each finding its id and fingerprint, puts them in order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from crosscheck.comparing.sides import one_of_each
from crosscheck.model import Finding, Item, Overview, Policy, Row, Side, Verdict
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.rules import SHIPPED, LoadedRule, line_in
from crosscheck.vocabulary import Names, normalise

DIGITS = 12


def judge(items: Iterable[Item], rules: Iterable[LoadedRule], policy: Policy, names: Names) -> list[Finding]:
    """The findings of `rules` on `items`, the most severe first, then by item, code and tell."""
    checks = [(rule, rule.check) for rule in rules if rule.check is not None]
    found = []
    for item in items:
        for rule, check in checks:
            for finding in _found(rule, partial(check, item, policy), item.title):
                found.append(_identified(finding, names))
    return sorted(found, key=order)


def survey(overview: Overview, rules: Iterable[LoadedRule], names: Names) -> list[Finding]:
    """The remarks of `rules` on the whole workspace, in the order of findings."""
    surveys = [(rule, rule.survey) for rule in rules if rule.survey is not None]
    found = (
        _identified(finding, names)
        for rule, look in surveys
        for finding in _found(rule, partial(look, overview), "the workspace")
    )
    return sorted(found, key=order)


def _identified(finding: Finding, names: Names) -> Finding:
    item = finding.item
    id = finding_id(finding, item.subject, item.attribute.name, names)
    return replace(finding, id=id, fingerprint=fingerprint(finding))


def _found(rule: LoadedRule, run: Callable[[], Iterable[Finding]], on: str) -> list[Finding]:
    """What a rule finds; what it raises is a complaint about the rule, not about the claims."""
    try:
        found = list(run())
        if not all(isinstance(finding, Finding) for finding in found):
            raise TypeError("it yields something else than findings")
        return found
    except Exception as error:
        if rule.origin == SHIPPED:
            raise
        message = f"rule {rule.rule.code} fails on {shown(on)}: {type(error).__name__}: {error}"
        raise InputError([Problem(Position(rule.origin, line_in(error, rule.origin)), message)]) from error


def order(finding: Finding) -> tuple[Any, ...]:
    """Severity, then verdict, then item: the order of every output."""
    item = finding.item
    return (
        -finding.verdict.severity, -finding.verdict.strength, normalise(item.subject), normalise(item.attribute.name),
        item.scope, finding.code, finding.id,
    )  # fmt: skip


def finding_id(finding: Finding, subject: str, attribute: str, names: Names) -> str:
    """The id of a finding if its item were called `subject` / `attribute`: what it says is not in it."""
    scope = sorted([key, names.key(value)] for key, value in finding.item.scope)
    content = [finding.code, normalise(subject), normalise(attribute), scope, finding.tell]
    return f"{finding.code}-{_digest(content)}"


def fingerprint(finding: Finding) -> str:
    """What the sides say: of each, the widest stated reading of the claims that stand on it only.

    A remark is about its first side; what it points at beside that may change.
    """
    sides = finding.sides[:1] if finding.verdict is Verdict.REMARK else finding.sides
    # Sides of lists may be told by names and by their number: texts and truth values do not compare.
    tells = sorted((_tell_of(side) for side in sides), key=lambda tell: [(type(part).__name__, part) for part in tell])
    return _digest(tells)


def _tell_of(side: Side) -> list[Any]:
    widest = min(one_of_each(side.own), key=_by_width)
    stated = widest.reading.stated
    if stated is None:
        return [side.denies, *widest.reading.terms]
    ends = ["" if end is None else str(end) for end in (stated.low, stated.high)]
    return [side.denies, *ends, stated.low_in, stated.high_in]


def _by_width(row: Row) -> tuple[Any, ...]:
    """The widest first; of equally wide ones the lowest."""
    stated = row.reading.stated
    if stated is None:
        return (row.reading.terms,)
    if stated.low is None or stated.high is None:
        return (0, stated.low is not None, stated.sort_key())
    return (1, stated.low - stated.high, stated.sort_key())


def _digest(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
