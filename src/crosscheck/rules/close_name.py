"""A name is nearly one that `rules/names.yaml` knows, or that other claims use.

## What it flags

A subject, a speaker, a separating scope value, or a name or term in a value that `rules/names.yaml` does not know,
but that is close to a spelling it knows: one letter apart, or the same words in another order, or singular and
plural. Speakers and authors are also compared with one another, including last names with full names; so are
separating scope values of one subject and attribute, and names in lists of one item.

## Why it matters

Claims about one thing under two spellings are never compared, and one speaker counts as two witnesses. A conflict is
missed, or an agreement is invented.

## Example

"Cartel of the Sun" beside the known "Cartel of the Suns"; "Petro" beside "Gustavo Petro".

## How to settle it

Correct the claim, or list the spelling under `aliases`. If they are two different things, list it under `not`.

## Known false alarms

Two people or groups whose names differ by one letter; two people with the same last name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from crosscheck.rules.api import (
    ALL_NAMES,
    LETTERS,
    SPEAKERS,
    Finding,
    Item,
    NameGroup,
    NameUse,
    Option,
    Overview,
    Row,
    Rule,
    listed,
    neighbours,
    normalise,
    remark,
    shown,
)

RULE = Rule(
    code="XC903",
    name="close-name",
    since="0.1",
    options=(
        Option(
            "letters",
            LETTERS,
            3,
            30,
            "how many letters two words must have for a difference to count as a slip of the pen",
        ),
    ),
)


def check_workspace(overview: Overview) -> Iterator[Finding]:
    names = overview.policy.terms
    found: dict[str, tuple[Item, Row, dict[str, list[str]]]] = {}
    for use, other in sorted(_pairs(overview), key=lambda pair: (pair[0].row.claim.id, pair[0].name, pair[1])):
        if not names.knows(use.name) and not names.apart(use.name, other):
            near = found.setdefault(use.row.claim.id, (use.item, use.row, {}))[2].setdefault(use.name, [])
            near.extend([other] if normalise(other) not in map(normalise, near) else [])
    for claim, (item, row, near_names) in found.items():
        said = "; ".join(f"{shown(name)} is nearly {listed(near)}" for name, near in near_names.items())
        what = 'but names.yaml does not make them one: if they are, write it into "aliases", else into "not"'
        pairs = frozenset((names.key(name), names.key(one)) for name, near in near_names.items() for one in near)
        yield replace(remark(RULE, item, f"{said}, {what}.", claim, (row,)), close_names=pairs)


def _pairs(overview: Overview) -> Iterator[tuple[NameUse, str]]:
    """Each name that is nearly another one, which is known, or used more, or comes first."""
    letters = int(overview.policy.option(RULE, "letters"))
    written = {normalise(name): name for name in reversed(overview.known_names)}  # the canonical one comes first
    groups: dict[NameGroup, dict[str, NameUse]] = defaultdict(dict)
    for use in overview.items.names(letters):
        groups[use.group][normalise(use.name)] = use
    for group, uses in groups.items():
        if group == ALL_NAMES:
            near = neighbours({*uses, *written}, letters) if written else {}
            yield from (
                (uses[name], written[other])
                for name in uses.keys() - written.keys()
                for other in near.get(name, ())
                if other in written
            )
            continue
        for name, others in neighbours(uses, letters).items() if len(uses) > 1 else ():
            for other in others:
                use, more = uses[name], uses[other]
                is_distinct = group != SPEAKERS and not use.sources.isdisjoint(more.sources)
                if not is_distinct and (use.claims, other) < (more.claims, name):
                    yield use, more.name
        if group == SPEAKERS:
            yield from _last_names(uses)


def _last_names(uses: Mapping[str, NameUse]) -> Iterator[tuple[NameUse, str]]:
    """Speakers who are called by a last name only, with those who have it."""
    for use in uses.values():
        *first, last = use.name.split(" ")
        is_other = normalise(use.name) != normalise(last)  # an article is no first name
        if first and is_other and all(word[:1].isupper() for word in first) and normalise(last) in uses:
            yield uses[normalise(last)], use.name
