"""The kinds of attributes that nobody declared: what all of their values read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from crosscheck.model import Attribute, Kind, ReadingSettings
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings import Context, kinds_of
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Rows, groups
from crosscheck.table.publications import Publications
from crosscheck.vocabulary import normalise

A_NUMBER = frozenset({Kind.COUNT})
"""What a number of a table is where nothing else is declared."""


def with_kinds(
    declared: Mapping[str, Attribute], claims: Claims, published: Publications, settings: ReadingSettings,
    problems: Problems,
) -> dict[str, Attribute]:  # fmt: skip
    """Declared attributes by normalised name, and each other one with the kind that its values tell.

    What has no kind, or more than one, goes to `problems`.
    """
    complete = dict(declared)
    column = claims.columns["attribute"]
    spellings: dict[str, list[int]] = defaultdict(list)
    for code, name in enumerate(column.values):
        found = complete.get(normalise(name))
        if found is None or found.kind is None:
            spellings[normalise(found.name if found else name)].append(code)
    for key, codes in spellings.items():
        rows = np.flatnonzero(np.isin(column.codes, codes))
        if not len(rows):
            continue
        first = claims.first_of(rows)
        name = claims.at("attribute", first)
        attribute = complete.get(key) or Attribute(name, at=claims.position(first, "attribute"))
        kind = _kind(claims, rows, published, settings)
        if not isinstance(kind, Kind):
            near = did_you_mean(attribute.name, [known.name for known in declared.values()])
            told = f"attribute {shown(attribute.name)} has no kind: {kind}; declare its kind in rules/attributes.yaml"
            problems.add(claims.position(first, "attribute"), f"{told}{near}")
        made = replace(attribute, kind=kind if isinstance(kind, Kind) else None)
        for spelling in (made.name, *made.was):
            complete[normalise(spelling)] = made
    return complete


def _kind(claims: Claims, rows: Rows, published: Publications, settings: ReadingSettings) -> Kind | str:
    """The one kind in which the values of `rows` read, else why there is none."""
    keys = ("value", "read_as", "source")
    columns = [claims.columns[key].codes[rows] for key in keys]
    alike = groups(len(rows), *columns, claims.columns["relative_to"].present[rows], claims.points[rows])
    kinds: frozenset[Kind] | None = None
    without: list[int] = []
    for group, row in enumerate(rows[alike.first].tolist()):
        found = _kinds_of(claims, row, published, settings)
        if found:
            kinds = found if kinds is None else kinds & found
        else:
            without.append(group)
    if without:
        first = claims.first_of(rows[np.isin(alike.number, without)])
        return f"the value {shown(claims.claim(first).text)} reads as no kind"
    if kinds is not None and len(kinds) == 1:
        return next(iter(kinds))
    return f"its values read as {' and '.join(sorted(kinds or ())) or 'different kinds'}"


def _kinds_of(claims: Claims, row: int, published: Publications, settings: ReadingSettings) -> frozenset[Kind]:
    read_as = claims.at("read_as", row)
    value = claims.value(row)
    if claims.at("relative_to", row) is not None and isinstance(value, str):
        # What counts from another date can only be a date; which date does not matter for its kind.
        return frozenset({Kind.DATE})
    if read_as is None and (claims.points[row] or claims.at("value", row) is None):
        return A_NUMBER
    return kinds_of(
        value if read_as is None else read_as,
        Context(published=published.of(claims.at("source", row)), settings=settings),
    )
