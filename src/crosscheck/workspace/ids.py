"""The ids of claims: as written, else slugs of what they speak of, numbered where a source repeats them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from crosscheck.model import Claim
from crosscheck.problems import Problems, shown
from crosscheck.vocabulary import normalise, slug

Separating = Mapping[str, tuple[str, ...]]
"""The scope keys that separate items, by normalised attribute."""


def with_ids(
    claims: Iterable[Claim], separating: Separating, problems: Problems, others: Callable[[Claim], int] = lambda _: 0
) -> list[Claim]:
    """`claims` with an id each, in the order of these; one whose written id is taken goes to `problems`.

    A claim without an id (an empty one) has the slug of subject, attribute and separating scope; where a source repeats
    it, or has such an id written elsewhere, -2, -3 … in the order of value, then quote, then all else that it says.
    `others`: how many further claims say the very same, and have the numbers that follow.
    """
    named: dict[str, Claim] = {}
    nameless: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    slugs: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for claim in claims:
        if not claim.id:
            scope = _separating_values(claim, separating)
            what = (claim.subject, claim.attribute, scope)
            base = slugs.get(what) or slugs.setdefault(what, slug(claim.subject, claim.attribute, *scope))
            nameless[claim.source, base].append(claim)
        elif claim.id in named:
            _refuse(claim, named[claim.id], problems)
        else:
            named[claim.id] = claim
    for (source, base), same in sorted(nameless.items()):
        number = 1
        for claim in sorted(same, key=_order) if len(same) > 1 else same:
            while (id := f"{source}/{base}" if number == 1 else f"{source}/{base}-{number}") in named:
                number += 1
            named[id] = replace(claim, id=id)
            if more := others(claim):
                number += 1 + more
    return [named[id] for id in sorted(named)]


def _separating_values(claim: Claim, separating: Separating) -> tuple[str, ...]:
    if not claim.scope:
        return ()
    keys = separating.get(normalise(claim.attribute), ())
    return tuple(value for key, value in claim.scope if key in keys)


def _refuse(claim: Claim, first: Claim, problems: Problems) -> None:
    id = claim.id.removeprefix(f"{claim.source}/")
    message = f"claim id {shown(id)} stands twice in source {shown(claim.source)} (first in {first.place('id')})"
    problems.add(claim.place("id"), f"{message}; give each claim its own id")


def _order(claim: Claim) -> tuple[Any, ...]:
    """All that a claim says, so that its number does not depend on the file that it stands in."""
    scope = str(claim.scope) if claim.scope else ""
    stance = claim.stance.value if says(claim, "stance") else ""
    rest = (claim.quote, scope, claim.when, claim.said_by, stance, claim.read_as, claim.relative_to)
    return (claim.text, *(text or "" for text in rest), claim.exhaustive, claim.url or "", claim.note or "")


def says(claim: Claim, key: str) -> bool:
    """Whether a key is written."""
    try:
        claim.locate(key)
    except KeyError:
        return False
    return True
