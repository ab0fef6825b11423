"""Items to findings: runs the rules, gives each finding its id and fingerprint, puts them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.comparing.findings import listed
from crosscheck.model import DIFFERENCES, Finding, Item, Overview, Policy, Row, finding_id, fingerprint
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.rules import SHIPPED, LoadedRule, line_in
from crosscheck.vocabulary import Names, normalise


def judge(items: Iterable[Item], rules: Iterable[LoadedRule], policy: Policy, names: Names) -> list[Finding]:
    """The findings of `rules` on `items`, the most severe first, then by item, code and id."""
    checks = [(rule, rule.check) for rule in rules if rule.check is not None]
    found = []
    for item in items:
        for rule, check in checks:
            for finding in _found(rule, check, item, policy):
                found.append(finding if is_bare(finding, policy) else _identified(finding, names))
    return sorted(found, key=order)


def is_bare(finding: Finding, policy: Policy) -> bool:
    """Whether a finding is only counted: then it has no id."""
    return not finding.sides and finding.verdict.severity < policy.least


def without(
    rules: Iterable[LoadedRule], policy: Policy, finding: Finding, leave_out: Callable[[Row], bool]
) -> Finding | None:
    """What the rule of `finding` still finds in its place if some rows are left out; None if that is no conflict."""

    def rest(item: Item) -> Item:
        leads = tuple(replace(related, items=tuple(map(rest, related.items))) for related in item.leads)
        return replace(item, rows=tuple(row for row in item.rows if not leave_out(row)), leads=leads)

    item = rest(finding.item)
    for rule in rules:
        if rule.rule.code == finding.code and rule.check is not None and (item.rows or item.leads):
            for one in _found(rule, rule.check, item, policy):
                if one.identity_key == finding.identity_key and one.verdict in DIFFERENCES:
                    return one
    return None


def judge_workspace(overview: Overview, rules: Iterable[LoadedRule], names: Names) -> list[Finding]:
    """The remarks of `rules` on the whole workspace, in the order of findings; each slip of a name is one remark."""
    checks = [(rule, rule.check_workspace) for rule in rules if rule.check_workspace is not None]
    found = (_identified(finding, names) for rule, check in checks for finding in _found(rule, check, overview))
    return sorted(_each_slip_once(sorted(found, key=lambda finding: (finding.code, finding.id))), key=order)


def _each_slip_once(remarks: Iterable[Finding]) -> list[Finding]:
    """Remarks without those that only repeat, of items, that names are nearly one; what says so of the names has them.

    They come in the order of their codes: XC903 speaks of names, XC904 of items.
    """
    heads: dict[frozenset[str], Finding] = {}
    repeating: dict[str, list[Finding]] = {}
    found = []
    for remark in remarks:
        pairs = [frozenset(pair) for pair in remark.close_names]
        said = {heads[pair].id if pair in heads and heads[pair].code != remark.code else "" for pair in pairs}
        if len(said) == 1 and "" not in said:
            repeating.setdefault(said.pop(), []).append(remark)
            continue
        found.append(remark)
        for pair in pairs:
            heads.setdefault(pair, remark)
    return [_with_items(remark, sorted(repeating.get(remark.id, ()), key=order)) for remark in found]


def _with_items(remark: Finding, repeating: Sequence[Finding]) -> Finding:
    if not repeating:
        return remark
    verb = "has" if len(repeating) == 1 else "have"
    until = f"Until then {listed(other.item.title for other in repeating)} {verb} nothing to be compared with."
    sides = list(remark.sides)
    shown = set(remark.rows)
    for side in (side for other in repeating for side in other.sides):
        claims = {row.claim.id for row in side.rows}
        sides += [] if claims <= shown else [side]
        shown |= claims
    return replace(remark, folded=tuple(repeating), sides=tuple(sides), message=f"{remark.message} {until}")


def _identified(finding: Finding, names: Names) -> Finding:
    item = finding.item
    id = finding_id(
        code=finding.code,
        subject=normalise(item.subject),
        attribute=normalise(item.attribute.name),
        scope=[(key, names.key(value)) for key, value in item.scope],
        identity_key=finding.identity_key,
    )
    return replace(finding, id=id, fingerprint=fingerprint(finding))


def _found(rule: LoadedRule, check: Callable[..., Iterable[Finding]], on: Item | Overview, *more: Any) -> list[Finding]:
    """What a rule finds on an item or the workspace; what it raises is a problem of the rule, not of the claims."""
    try:
        found = list(check(on, *more))
        if found and not all(isinstance(finding, Finding) for finding in found):
            raise TypeError("it yields something else than findings")
        return found
    except Exception as error:
        where = on.title if isinstance(on, Item) else "the workspace"
        if rule.origin == SHIPPED:
            error.add_note(f"while {rule.rule.code} looked at {shown(where)}")
            raise
        message = f"rule {rule.rule.code} fails on {shown(where)}: {type(error).__name__}: {error}"
        raise InputError([Problem(Position(rule.origin, line_in(error, rule.origin)), message)]) from error


def order(finding: Finding) -> tuple[Any, ...]:
    """Severity, then verdict, then item: the order of every output."""
    item = finding.item
    verdict = (-finding.verdict.severity, -finding.verdict.strength)
    title = (normalise(item.subject), normalise(item.attribute.name), item.scope)
    return (*verdict, *title, finding.code, finding.id)
