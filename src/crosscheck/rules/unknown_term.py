"""A category is worded in a way that `rules/names.yaml` does not know.

## What it flags

An item of kind `category` whose claims use different terms, some of which `rules/names.yaml` does not know. If the
value changes, terms for separate times do not matter. With `terms: closed`, all terms are compared anyway.

## Why it matters

An unknown term agrees with itself and is otherwise not compared, so a conflict may be missed.

## Example

"terrorist organization" in one text, and "narco-terrorist structure" in another.

## How to settle it

Add the term to `rules/names.yaml`: as an alias, as narrower than another term, or as an entry of its own.

## Known false alarms

None: without an entry, the two terms are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, OverTime, Overview, Row, Rule, Stance, listed, remark

RULE = Rule(code="XC906", name="unknown-term", since="0.1")


def check_workspace(overview: Overview) -> Iterator[Finding]:
    for item in overview.items.categories():
        wordings = {} if item.attribute.is_closed else _wordings(item)
        unknown = [term for term in wordings if not overview.policy.terms.knows(term)]
        if not unknown:
            continue
        sides = [tuple(wordings[term]) for term in unknown]
        names = listed(rows[0].claim.text for rows in sides)
        said = "is not in names.yaml, so it is" if len(unknown) == 1 else "are not in names.yaml, so they are"
        known = [rows[0].claim.text for term, rows in wordings.items() if term not in unknown]
        others = f"with {listed(known)}" if known else "with each other"
        yield remark(RULE, item, f"{names} {said} not compared {others}.", "", *sides)


def _wordings(item: Item) -> dict[str, list[Row]]:
    """The claims that state what another one states in other words for the same time, by wording."""
    found: dict[str, list[Row]] = {}
    for row in item.rows:
        if row.claim.stance is not Stance.DISPUTES:
            found.setdefault(row.reading.terms[0], []).append(row)
    if item.attribute.over_time is OverTime.FIXED:
        return found if len(found) > 1 else {}
    return {
        term: rows
        for term, rows in found.items()
        if any(_at_one_time(row, b) for row in rows for other in found if other != term for b in found[other])
    }


def _at_one_time(a: Row, b: Row) -> bool:
    return a.when is None or b.when is None or a.when.overlaps(b.when)
