"""The ids of claims: as written, else slugs of what they speak of, numbered where a source repeats them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from crosscheck.model import Attribute, Claim, Scope
from crosscheck.problems import Problems, shown
from crosscheck.vocabulary import normalise, slug

Separating = Mapping[str, tuple[str, ...]]
"""The scope keys that separate items, by normalised attribute."""

_slug = lru_cache(maxsize=1 << 16)(slug)


def separating_of(attributes: Mapping[str, Attribute]) -> dict[str, tuple[str, ...]]:
    """The scope keys that separate items of each attribute; `attributes` are by their normalised names."""
    return {name: attribute.separated_by for name, attribute in attributes.items()}


def default_id(*, source: str, subject: str, attribute: str, scope: Scope, separating: Separating) -> str:
    """The id of a claim that has none written, unless its source repeats it: subject, attribute, separating scope."""
    keys = separating.get(normalise(attribute), ()) if scope else ()
    return f"{source}/{_slug(subject, attribute, *(value for key, value in scope if key in keys))}"


def with_ids(
    claims: Iterable[Claim],
    problems: Problems,
    others: Callable[[Claim], int] = lambda _: 0,
    taken: Collection[str] = (),
) -> list[Claim]:
    """`claims` with different ids, in the order of these; a written id that stands twice goes to `problems`.

    Of claims with one default id, or one that is written elsewhere in their source, the further ones have -2, -3 … in
    the order of value, then quote, then all else that they say. `others`: how many further claims say the very same,
    and have the numbers that follow; `taken`: ids that are written in claims beside these.
    """
    found: dict[str, Claim] = {}
    nameless: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.writes("id"):
            nameless[claim.id].append(claim)
        elif claim.id in found:
            _report(claim, found[claim.id], problems)
        else:
            found[claim.id] = claim
    for base in sorted(nameless):
        same, number = nameless[base], 1
        for claim in sorted(same, key=_order) if len(same) > 1 else same:
            while (id := base if number == 1 else f"{base}-{number}") in found or id in taken:
                number += 1
            found[id] = claim if number == 1 else replace(claim, id=id)
            if more := others(claim):
                number += 1 + more
    return [found[id] for id in sorted(found)]


def _report(claim: Claim, first: Claim, problems: Problems) -> None:
    id = claim.id.removeprefix(f"{claim.source}/")
    message = f"duplicate claim id {shown(id)} in source {shown(claim.source)} (first in {first.place('id')})"
    problems.add(claim.place("id"), f"{message}; give each claim its own id")


def _order(claim: Claim) -> tuple[Any, ...]:
    """All that a claim says, so that its number does not depend on the file that it stands in."""
    scope = str(claim.scope) if claim.scope else ""
    stance = claim.stance.value if claim.writes("stance") else ""
    rest = (claim.quote, scope, claim.when, claim.said_by, stance, claim.read_as, claim.relative_to)
    return (
        claim.text,
        *(text or "" for text in rest),
        claim.exhaustive,
        claim.url or "",
        claim.note or "",
        claim.language or "",
    )
