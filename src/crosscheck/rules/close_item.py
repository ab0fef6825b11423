"""An item with a single claim is nearly another item.

## What it flags

An item of which only one claim speaks, and whose subject or attribute, or both, are nearly those of another item of
its kind and scope: one letter apart; the same words in another order or number, or otherwise divided between the two;
or, of long names, a word more. What a source tells apart is not flagged: it states both items, or one attribute of
both subjects, or both attributes of one subject.

## Why it matters

The two may be one thing under two names; then their claims are never compared, and a conflict is missed.

## Example

"Plan Columbia / start" with one claim, beside "Plan Colombia / start"; "Plan Colombia aid / total" beside
"Plan Colombia / total aid".

## How to settle it

Correct the subject or attribute, or add an alias; if they are two things, write that into `not`, or decide the remark.

## Known false alarms

Two things of which no source speaks together, whose names differ by a letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from crosscheck.comparing.likeness import LETTERS, SERIES, neighbours, same_words
from crosscheck.comparing.remarks import listed, remark
from crosscheck.model import Finding, Item, Option, Overview, Rule, Scope
from crosscheck.problems import shown
from crosscheck.readings.names import normalise

RULE = Rule(
    code="XC904",
    name="close-item",
    since="0.1",
    options=(Option("letters", LETTERS, 3, 30, "of so many letters on, two words may be a slip of the pen apart"),),
)

Title = tuple[str, str]
"""A subject and an attribute, normalised."""


def survey(overview: Overview) -> Iterator[Finding]:
    titles: dict[Title, dict[Scope, int]] = defaultdict(dict)  # places, as items may be too many to be held
    for place, item in enumerate(overview.items):
        scope = tuple((key, normalise(value)) for key, value in item.scope)
        titles[_title(item)][scope] = place
    hints: dict[str, tuple[Item, list[Item]]] = {}
    for titled, close in sorted(_near(titles, overview)):
        for scope in titles[titled].keys() & titles[close].keys():
            pair = (overview.items[titles[title][scope]] for title in (titled, close))
            one, other = sorted(pair, key=lambda item: (len(item.rows), item.title))
            apart = overview.policy.terms.apart(one.subject, other.subject)
            if len(one.rows) == 1 and one.kind is other.kind and not apart:
                hints.setdefault(one.rows[0].claim.id, (one, []))[1].append(other)
    for claim, (item, others) in hints.items():
        near = listed(other.title for other in others)
        told = (
            f"{shown(item.title)} has a single claim and is nearly {near}: if they are one, correct it or add an alias."
        )
        yield remark(RULE, item, told, claim, item.rows, *(other.rows for other in others))


def _title(item: Item) -> Title:
    return normalise(item.subject), normalise(item.attribute.name)


def _near(titles: Collection[Title], overview: Overview) -> set[tuple[Title, Title]]:
    """Pairs of titles whose parts are near or equal, or that are the same words, each with the lesser one first."""
    letters = int(overview.policy.option(RULE, "letters"))
    subjects = neighbours({subject for subject, _ in titles}, letters)
    attributes = neighbours({attribute for _, attribute in titles}, letters)
    same: dict[object, list[Title]] = defaultdict(list)
    by_parts = set()
    for title in titles:
        subject, attribute = title
        same[same_words(" ".join(title))].append(title)
        for near_subject in (subject, *subjects.get(subject, ())):
            for near_attribute in (attribute, *attributes.get(attribute, ())):
                other = (near_subject, near_attribute)
                if title < other and other in titles:
                    by_parts.add((title, other))
    by_words = {pair for group in same.values() if len(group) <= SERIES for pair in combinations(sorted(group), 2)}
    told = Told(overview, by_parts | by_words)
    return {pair for pair in by_parts if not told.parts_apart(*pair)} | {
        pair for pair in by_words - by_parts if not told.apart("title", *pair)
    }


class Told:
    """What the sources tell apart: two titles that one source uses, two subjects of which it states one attribute.

    Only claims on what `pairs` are of are looked at.
    """

    def __init__(self, overview: Overview, pairs: Collection[tuple[Title, Title]]) -> None:
        self._stated: dict[tuple[str, object], set[object]] = defaultdict(set)
        self._known: dict[object, bool] = {}
        titles = {title for pair in pairs for title in pair}
        subjects = {title[0] for one, other in pairs if one[0] != other[0] for title in (one, other)}
        attributes = {title[1] for one, other in pairs if one[1] != other[1] for title in (one, other)}
        for item in overview.items if pairs else ():
            subject, attribute = title = _title(item)
            if title not in titles and subject not in subjects and attribute not in attributes:
                continue
            for source in {row.claim.source for row in item.rows if not row.claim.derived}:
                self._stated["title", title].add(source)
                self._stated["subject", subject].add((attribute, source))
                self._stated["attribute", attribute].add((subject, source))

    def apart(self, part: str, one: object, other: object) -> bool:
        key = (part, one, other)
        if key not in self._known:
            self._known[key] = one != other and not self._stated[part, one].isdisjoint(self._stated[part, other])
        return self._known[key]

    def parts_apart(self, one: Title, other: Title) -> bool:
        parts = zip(("subject", "attribute"), one, other, strict=True)
        return self.apart("title", one, other) or any(self.apart(part, a, b) for part, a, b in parts)
