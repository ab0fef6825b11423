"""What a source's claims on the items of one relation say together: that it holds, or that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from crosscheck.comparing.combined import CombinedClaim, side_of
from crosscheck.comparing.distances import distance
from crosscheck.comparing.explanations import explanations, other_definitions
from crosscheck.comparing.pairs import are_apart_in_time, definition
from crosscheck.comparing.sentences import SHOWN, label, who
from crosscheck.formatting import interval_text
from crosscheck.model import Finding, Interval, Item, Policy, Related, RelationKind, Row, Rule, Side, Verdict
from crosscheck.problems import shown
from crosscheck.relations.arithmetic import ANYTHING
from crosscheck.relations.equations import derived_row, solved
from crosscheck.relations.members import Members, at_each_time, by_source, combined_claims, separated
from crosscheck.vocabulary import normalise


class Judged(NamedTuple):
    """What a relation says of one source (at one time): `verdict` None if nothing; `message` is the message."""

    verdict: Verdict | None
    sides: tuple[Side, ...]
    message: str


Judge = Callable[[Related, list[CombinedClaim | None], str, Policy], Iterable[Judged]]
"""What is to be said of a relation, the combined claims of a source on its members, and that source."""

Across = Callable[[Related, Members, Policy], Iterable[Judged]]
"""What is to be said of a relation and the claims of all sources on its members."""

EVERY_SOURCE = "*"
"""Instead of a source in the identity of what no source says alone."""

NAMED_CASES = 3
"""So many pairs, times and speakers are named in a message."""


def findings_of_relations(
    item: Item, policy: Policy, rule: Rule, kind: RelationKind, judge: Judge, across: Across | None = None
) -> Iterator[Finding]:
    """The findings of `rule` on the relations of `kind` that `item` leads: at most one for each source of each.

    Where no source contradicts itself, `across` may say what no two claims of all sources leave possible.
    """
    for related in item.leads:
        if related.relation.kind is not kind:
            continue
        is_sound = True
        for source, members in by_source(related).items():
            judged = [
                one
                for known in separated(members, related)
                for one in judge(related, combined_claims(known, related), source, policy)
                if one.verdict is not None
            ]
            wrong = [one for one in judged if one.verdict is not Verdict.AGREEMENT]
            is_sound &= not wrong
            if judged:
                identity_key = [kind.value, source, _others(related)]
                yield _finding(item, rule, wrong or judged[:1], identity_key)
        if is_sound and across is not None:
            judged = [one for members in at_each_time(related) for one in across(related, members, policy)]
            if judged:
                yield _finding(item, rule, judged, [kind.value, EVERY_SOURCE, _others(related)])


def _finding(item: Item, rule: Rule, judged: Sequence[Judged], identity_key: object) -> Finding:
    """One finding of all that is wrong (at several times, or by several speakers), as strong as the strongest."""
    verdict = max((one.verdict for one in judged if one.verdict), key=lambda verdict: verdict.strength)
    sides = tuple(dict.fromkeys(side for one in judged for side in one.sides))
    messages = list(dict.fromkeys(one.message for one in judged[:NAMED_CASES]))
    if len(judged) > NAMED_CASES:
        messages.append(f"And {len(judged) - NAMED_CASES} more.")
    wrong = judged if verdict is not Verdict.AGREEMENT else ()
    why = dict.fromkeys(why for one in wrong for why in _explanations(one.sides))
    return Finding(
        rule=rule.name,
        code=rule.code,
        verdict=verdict,
        item=item,
        sides=sides,
        message=" ".join(messages),
        explanations=tuple(why),
        identity_key=identity_key,
    )


def _explanations(sides: tuple[Side, ...]) -> Iterable[str]:
    """Of more than two sides some are members, such as parts, which need not be equal."""
    return explanations(sides) if len(sides) == 2 else other_definitions(sides)


def _others(related: Related) -> list[object]:
    """The members but the first, in the identity of a finding."""
    members = zip(related.relation.members[1:], related.items[1:], strict=True)
    return [name.subject if name.is_time else _named(item) for (_, name), item in members]


def _named(item: Item) -> list[object]:
    return [normalise(item.subject), normalise(item.attribute.name), [[key, normalise(v)] for key, v in item.scope]]


def judge_equation(
    related: Related, combined: list[CombinedClaim | None], source: str, policy: Policy
) -> Iterator[Judged]:
    """Whether what follows from all members but one is what a source says of that one."""
    known = [one for one in combined if one is not None]
    if len(known) < len(combined):
        return
    target = _judged_by(related, known)
    said, others = known[target], [*known[:target], *known[target + 1 :]]
    found = solved(related, combined, target, policy.settings)
    item = related.items[target]
    unit = item.attribute.unit
    row = derived_row(related.relation, item, others, found)
    sides = (side_of(said), Side(rows=(row,), own=(row,), stated=found.stated, allowed=found.allowed, text=found.text))
    verdict = verdict_between(said, CombinedClaim.of([row], item.attribute), known)
    roles = " and ".join(dict.fromkeys(one.attribute.name for one in related.items if one is not item))
    message = (
        f"{label(source, policy)}: {shown(found.text, SHOWN)} ({roles}) gives "
        f"{interval_text(found.stated, row.reading, unit)}, "
    )
    if verdict is Verdict.AGREEMENT:
        message += f"and its {item.attribute.name} is {shown(said.text)}."
    else:
        far = distance(said.narrowest, row, unit)
        message += f"but its {item.attribute.name} is {shown(said.text)}" + (f": {far}." if far else ".")
    yield Judged(verdict, sides, message)


def _judged_by(related: Related, combined: Sequence[CombinedClaim]) -> int:
    """The member that the others must give: the first, but the part of a ratio whose share is nothing."""
    roles = [role for role, _ in related.relation.members]
    is_nothing = any(role == "share" and one.stated.high == 0 for role, one in zip(roles, combined, strict=True))
    return roles.index("part") if is_nothing else 0


def verdict_between(a: CombinedClaim, b: CombinedClaim, speaking: Sequence[CombinedClaim]) -> Verdict | None:
    """What two readings that must be one are to each other, as all claims are defined and spoken that led to them."""
    if b.stated == ANYTHING:
        return None
    if a.stated.overlaps(b.stated):
        return Verdict.AGREEMENT if all(one.consistent for one in speaking) else None
    return softened(Verdict.TENSION if a.allowed.overlaps(b.allowed) else Verdict.CONTRADICTION, speaking)


class Possible(NamedTuple):
    """The claims of all sources on an item, all that they leave possible, and what is printed of them."""

    combined: CombinedClaim
    allowed: Interval
    item: Item

    @staticmethod
    def of(rows: Sequence[Row], item: Item) -> Possible:
        allowed = reduce(Interval.hull, (row.allowed for row in rows))
        return Possible(CombinedClaim.of(rows, item.attribute), allowed, item)

    def text(self, policy: Policy) -> str:
        row = self.combined.narrowest
        return f"{self.item.title} is {shown(row.claim.text, SHOWN)} ({who(row, policy)})"


def cannot_hold(lesser: Possible, greater: Possible) -> Verdict | None:
    """What it is that all claims on one item lie above all on another, which must not be less; never more than a
    tension, and nothing if one source says both or if their times are apart."""
    rows, others = lesser.combined.rows, greater.combined.rows
    if len({row.claim.source for row in (*rows, *others)}) < 2 or not greater.allowed.before(lesser.allowed):
        return None
    if all(are_apart_in_time(one, other) for one in rows for other in others):
        return None
    return softened(Verdict.TENSION, [lesser.combined, greater.combined])


def softened(verdict: Verdict, combined: Sequence[CombinedClaim]) -> Verdict:
    """A conflict between claims: a dispute if a reported speaker differs, else a tension if they are defined
    differently, or if nobody knows of what time changing values are."""
    rows = [row for one in combined for row in one.rows]
    if any(row.claim.reported for row in rows) and len({row.speaker for row in rows}) > 1:
        return Verdict.DISPUTE
    is_timeless = any(one.changes and row.when is None for one in combined for row in one.rows)
    if is_timeless or len({definition(row) for row in rows}) > 1:
        return Verdict.TENSION
    return verdict
