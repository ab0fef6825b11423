"""One disagreement is one finding: what only repeats the conflict of another item is folded into that.

Where two sources differ on a start, a length that follows from it differs as well. Such a conflict is folded only if
the numbers prove it: with the other source's start, the same calculation gives what that source says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from crosscheck.comparing.comparators import IntervalComparator
from crosscheck.model import DIFFERENCES, Finding, Item, Policy, Related, Row, Stance, Verdict
from crosscheck.relations.equations import derived_row, solved
from crosscheck.relations.findings import judge_equation
from crosscheck.relations.members import Members, by_source, combined_claims, separated

_COMPARATOR = IntervalComparator()


def folded(findings: Sequence[Finding], policy: Policy) -> list[Finding]:
    """Findings without those that repeat another one, which holds them; their order stays."""
    conflicts = [finding for finding in findings if finding.verdict in DIFFERENCES and finding.item.linked]
    heads = {finding.item.title: finding for finding in conflicts if finding.identity_key == ""}
    into: dict[str, str] = {}
    holding: set[str] = set()
    # Of two that repeat each other, the one with fewer stated sides goes, else the later one.
    order = sorted(range(len(conflicts)), key=lambda number: (_stated_sides(conflicts[number]), -number))
    for finding in (conflicts[number] for number in order):
        if finding.id in holding:
            continue
        is_head = heads.get(finding.item.title) is finding
        if is_head:  # none repeats itself, and what is folded holds no other
            del heads[finding.item.title]
        head = _repeated(finding, heads, policy)
        if head is not None and head.verdict.strength >= finding.verdict.strength:
            into[finding.id] = head.id
            holding.add(head.id)
        elif is_head:
            heads[finding.item.title] = finding
    repeating: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.id in into:
            repeating.setdefault(into[finding.id], []).append(finding)
    return [_with(finding, repeating.get(finding.id, ())) for finding in findings if finding.id not in into]


def _with(finding: Finding, repeating: Sequence[Finding]) -> Finding:
    if not repeating:
        return finding
    seen = (f"the same disagreement shows in {other.item.title}: {other.message.rstrip('.')}" for other in repeating)
    return replace(finding, folded=tuple(repeating), explanations=(*finding.explanations, *seen))


def _stated_sides(finding: Finding) -> int:
    """How many sides somebody states; a relation that fails within one source is no side of its own."""
    if finding.identity_key != "":
        return 0
    return sum(any(not row.claim.derived for row in side.own) for side in finding.sides)


def _repeated(finding: Finding, heads: dict[str, Finding], policy: Policy) -> Finding | None:
    """The conflict that a finding repeats, None if it is one of its own."""
    if not heads:
        return None
    if finding.identity_key == "":
        return _repeated_by_derived(finding, heads, policy)
    if not isinstance(finding.identity_key, list):
        return None  # of a rule of the workspace
    return _repeated_by_relation(finding, heads, policy)


def _repeated_by_relation(finding: Finding, heads: dict[str, Finding], policy: Policy) -> Finding | None:
    """Whether a source's figures would go together if it had another source's claim on an item in conflict."""
    kind, source = finding.identity_key[:2]
    for related in finding.item.leads:
        if related.relation.kind.value != kind or not related.relation.kind.is_equation or len(finding.sides) != 2:
            continue
        for members in _wrong(related, source, policy):
            for number, item in enumerate(related.items):
                head = heads.get(item.title)
                for theirs in _of_others(head, source) if head is not None and members[number] else ():
                    changed = combined_claims((*members[:number], theirs, *members[number + 1 :]), related)
                    judged = judge_equation(related, changed, source, policy)
                    if any(one.verdict is Verdict.AGREEMENT for one in judged):
                        return head
    return None


def _wrong(related: Related, source: str, policy: Policy) -> list[Members]:
    """What a source states that does not go together, if it is one set of claims."""
    found = [
        known
        for known in separated(by_source(related).get(source, ()), related)
        if any(
            one.verdict in DIFFERENCES
            for one in judge_equation(related, combined_claims(known, related), source, policy)
        )
    ]
    return found if len(found) == 1 else []


def _of_others(head: Finding, source: str) -> Iterator[tuple[Row, ...]]:
    """What each other source says in a conflict."""
    rows = [row for row in head.rows.values() if row.claim.source != source and _states(row)]
    for other in sorted({row.claim.source for row in rows}):
        yield tuple(row for row in rows if row.claim.source == other)


def _repeated_by_derived(finding: Finding, heads: dict[str, Finding], policy: Policy) -> Finding | None:
    """Whether nothing is left of a conflict without claims that follow from others in conflict."""
    rows = [row for row in finding.rows.values() if _states(row)]
    found: dict[str, Finding] = {}
    for row in rows:
        head = _explained(row, rows, finding.item, heads, policy) if row.claim.derived else None
        if head is not None:
            found[row.claim.id] = head
    left = [row for row in rows if row.claim.id not in found]
    if not found or not left or len(rows) != len(finding.rows):
        return None
    meets = all(_COMPARATOR.compatible(one, other) for one, other in combinations(left, 2))
    return min(found.values(), key=lambda head: head.item.title) if meets else None


def _explained(row: Row, rows: Sequence[Row], item: Item, heads: dict[str, Finding], policy: Policy) -> Finding | None:
    """The one conflict by which a derived claim differs from all that it does not meet."""
    opposed = [other for other in rows if not _COMPARATOR.compatible(other, row)]
    for related in item.linked:
        if f"~{related.relation.kind}" not in row.claim.id:
            continue
        target = next(number for number, member in enumerate(related.items) if member.title == item.title)
        members = _premises(row, related)
        if members[target] or sum(map(bool, members)) != len(members) - 1:
            continue
        for number, member in enumerate(related.items):
            head = heads.get(member.title) if members[number] else None
            if head is not None and all(
                _meets(other, number, target, members, head, related, policy) for other in opposed
            ):
                return head
    return None


def _premises(row: Row, related: Related) -> Members:
    """The claims from which a derived one follows, for each member of its relation."""
    known = set(row.claim.follows_from)
    return tuple(tuple(one for one in item.rows if one.claim.id in known) for item in related.items)


def _meets(
    other: Row, number: int, target: int, members: Members, head: Finding, related: Related, policy: Policy
) -> bool:
    """Whether a member as the source of another row has it gives what that row says."""
    theirs = tuple(row for row in head.rows.values() if row.claim.source == other.claim.source and _states(row))
    if not theirs:
        return False
    changed = combined_claims((*members[:number], theirs, *members[number + 1 :]), related)
    found = solved(related, changed, target, policy.settings)
    known = [one for one in changed if one is not None]
    return _COMPARATOR.compatible(derived_row(related.relation, related.items[target], known, found), other)


def _states(row: Row) -> bool:
    return row.claim.stance is not Stance.DISPUTES and row.reading.stated is not None
