"""A relation names an item that has no claim.

## What it flags

An item in `rules/relations.yaml` without a claim, where other items of the relation have some.

## Why it matters

A relation is checked only for sources that state its items. If an item is misspelt, the relation is never checked.

## Example

`Plan Columbia / start` in a span whose other items are those of Plan Colombia.

## How to settle it

Correct the item; or leave it until a source states it, and decide the remark once.

## Known false alarms

An item that is to be derived from the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Overview, Rule, listed, neighbours, normalise, remark, shown

RULE = Rule(code="XC909", name="unclaimed-item", since="0.1")


def check_workspace(overview: Overview) -> Iterator[Finding]:
    unclaimed: dict[str, tuple[str, Item, Item]] = {}
    for related in overview.relations:
        if related.relation.for_each:
            continue  # most subjects have only some of the items
        members = zip(related.relation.members, related.items, strict=True)
        items = [item for (_, name), item in members if not name.is_time]
        claimed = [item for item in items if item.rows]
        for item in items:
            if claimed and not item.rows:
                where = f"the {related.relation.kind} at {related.relation.at}"
                unclaimed.setdefault(normalise(item.title), (where, item, claimed[0]))
    shown_titles = overview.items.shown_titles(unclaimed) if unclaimed else ()
    titles = {normalise(title): title for title in shown_titles}
    near = neighbours({*unclaimed, *titles}) if unclaimed else {}
    for title, (where, item, other) in unclaimed.items():
        near_titles = [titles[name] for name in near.get(title, ()) if name in titles]
        hint = f"; nearly that is {listed(near_titles)}" if near_titles else ""
        message = f"No claim is about {shown(item.title)}, which {where} names{hint}."
        yield remark(RULE, item, message, "", other.rows[:1])
