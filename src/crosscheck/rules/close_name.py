"""A name is nearly one that `rules/names.yaml` knows, or that other claims use.

## What it flags

A subject, a speaker, a separating scope value, or a name or term in a value, that `rules/names.yaml` does not know and
that is nearly a spelling that it does know: one letter apart, or the same words in another order or number. The same
for speakers and authors among themselves, also where one is only the last name of another; for separating scope values
of one subject and attribute; and for names in lists of one item.

## Why it matters

Under two spellings, claims of one thing are never compared, and one speaker is two witnesses: a conflict is missed, or
an agreement made up.

## Example

"Cartel of the Sun" beside the known "Cartel of the Suns"; "Petro" beside "Gustavo Petro".

## How to settle it

Correct the claim, or write the spelling into `aliases`; if they are two things, write it into `not`.

## Known false alarms

Two people or groups whose names differ by a letter; two people with one last name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from crosscheck.comparing.likeness import LETTERS, neighbours
from crosscheck.comparing.remarks import listed, remark
from crosscheck.model import Attribute, Claim, Finding, Item, Kind, Option, Overview, Policy, Row, Rule
from crosscheck.problems import shown
from crosscheck.vocabulary import normalise

RULE = Rule(
    code="XC903",
    name="close-name",
    since="0.1",
    options=(Option("letters", LETTERS, 3, 30, "of so many letters on, two words may be a slip of the pen apart"),),
)

KNOWN, SPEAKERS = "known names", "speakers"


class Use:
    """A name as it is written first, where that is, and the claims and sources that use it."""

    def __init__(self, name: str, item: Item, row: Row) -> None:
        self.name, self.item, self.row = name, item, row
        self.claims = 0
        self.sources: set[str] = set()


def survey(overview: Overview) -> Iterator[Finding]:
    names = overview.policy.terms
    groups: dict[object, dict[str, Use]] = defaultdict(dict)
    for item in overview.items.of(lambda attribute: _has_names(attribute, overview)):
        for row in item.rows:
            for name, places in _names(item, row, overview.policy):
                for place in places:
                    key = normalise(name)
                    use = groups[place].get(key) or groups[place].setdefault(key, Use(name, item, row))
                    use.claims += 1
                    use.sources.add(row.claim.source)
    told: dict[str, tuple[Item, Row, dict[str, list[str]]]] = {}
    for use, other in sorted(_pairs(groups, overview), key=lambda pair: (pair[0].row.claim.id, pair[0].name, pair[1])):
        if not names.knows(use.name) and not names.apart(use.name, other):
            near = told.setdefault(use.row.claim.id, (use.item, use.row, {}))[2].setdefault(use.name, [])
            near.extend([other] if normalise(other) not in map(normalise, near) else [])
    for claim, (item, row, found) in told.items():
        said = "; ".join(f"{shown(name)} is nearly {listed(near)}" for name, near in found.items())
        what = 'but names.yaml does not make them one: if they are, write it into "aliases", else into "not"'
        yield remark(RULE, item, f"{said}, {what}.", claim, (row,))


def _has_names(attribute: Attribute, overview: Overview) -> bool:
    """Whether claims may use names that are looked for; a subject is looked for among known names only."""
    by_name = attribute.kind in (Kind.CATEGORY, Kind.NAMES)
    return bool(overview.known_names or overview.has_speakers or attribute.separated_by) or by_name


def _names(item: Item, row: Row, policy: Policy) -> Iterator[tuple[str, list[object]]]:
    """The names that a claim uses, and among which others each is looked for."""
    title = item.subject, item.attribute.name
    source = policy.sources.get(row.claim.source)
    yield row.claim.subject, [KNOWN]
    speaker = row.claim.said_by or (source.author if source else None)
    if speaker and not row.claim.derived:
        yield speaker, [KNOWN, SPEAKERS]
    for key, value in item.scope:
        yield value, [KNOWN, (*title, key)]
    if item.kind in (Kind.CATEGORY, Kind.NAMES):
        for term in row.reading.terms:
            yield _as_written(term, row.claim), [KNOWN, (*title, item.scope)] if item.kind is Kind.NAMES else [KNOWN]


def _as_written(term: str, claim: Claim) -> str:
    for part in claim.value if isinstance(claim.value, tuple) else (claim.value,):
        if normalise(part) == term:
            return part
    found = re.search(re.escape(term), claim.text, re.IGNORECASE)
    return found.group() if found else term


def _pairs(groups: Mapping[object, dict[str, Use]], overview: Overview) -> Iterator[tuple[Use, str]]:
    """Each name that is nearly another one, which is known, or used more, or comes first."""
    letters = int(overview.policy.option(RULE, "letters"))
    known = set(map(normalise, overview.known_names))
    written = dict(zip(map(normalise, overview.known_names), overview.known_names, strict=True))
    for place, uses in groups.items():
        if place == KNOWN:
            near = neighbours({*uses, *known}, letters)
            yield from ((uses[n], written[k]) for n in uses.keys() - known for k in near.get(n, ()) if k in known)
            continue
        for name, others in neighbours(uses, letters).items() if len(uses) > 1 else ():
            for other in others:
                use, more = uses[name], uses[other]
                is_told_apart = place != SPEAKERS and not use.sources.isdisjoint(more.sources)
                if not is_told_apart and (use.claims, other) < (more.claims, name):
                    yield use, more.name
        if place == SPEAKERS:
            yield from _last_names(uses)


def _last_names(uses: Mapping[str, Use]) -> Iterator[tuple[Use, str]]:
    """Speakers who are called by a last name only, with those who have it."""
    for use in uses.values():
        *first, last = use.name.split()
        if first and all(word[:1].isupper() for word in first) and normalise(last) in uses:
            yield uses[normalise(last)], use.name
