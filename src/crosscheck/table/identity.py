"""The ids of claims that have none written: slugs of what they speak of, counted where a source repeats them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from crosscheck.problems import Problems, shown
from crosscheck.readings.names import normalise
from crosscheck.table.claims import Claims
from crosscheck.table.columns import ABSENT, Column, Groups, Rows, Truths, encoded, groups
from crosscheck.table.spelling import slugs

Separating = Mapping[str, tuple[str, ...]]
"""The scope keys that separate items, by normalised attribute."""

_REST = ("scope", "when", "said_by", "stance", "read_as", "relative_to", "exhaustive", "url", "note")
_COUNTED = re.compile(r"(.+)-[0-9]+")


def with_ids(claims: Claims, separating: Separating, problems: Problems) -> Claims:
    """`claims` with an id each; those whose written id stands twice in their source go to `problems` and are left out.

    A claim without an id has the slug of subject, attribute and separating scope; where a source repeats it, or has
    such an id written elsewhere, -2, -3 … in the order of value, then quote.
    """
    written = claims.columns["id"]
    twice = _repeated(claims, problems)
    if twice.any():
        claims, written = claims.only(~twice), written.take(~twice)
    named = written.present
    slug = _slugs(claims, separating, ~named)
    source = claims.columns["source"].codes
    alike = groups(len(claims), source, slug.codes)
    nth = np.where(named, np.int32(0), np.int32(1))
    to_count = ~named & (_several(alike) | _could_be_taken(slug) | np.isin(source, source[named]))
    _count(claims, slug, np.flatnonzero(to_count), nth)
    return replace(claims, slug=slug, nth=nth)


def _repeated(claims: Claims, problems: Problems) -> Truths:
    """Which claims have an id that an earlier one of their source has."""
    twice = np.zeros(len(claims), bool)
    rows = np.flatnonzero(claims.columns["id"].present)
    same = groups(len(rows), claims.columns["source"].codes[rows], claims.columns["id"].codes[rows])
    for place in np.flatnonzero(same.first[same.number] != np.arange(len(rows))):
        row, first = rows[place], rows[same.first[same.number[place]]]
        twice[row] = True
        id, source = shown(claims.at("id", row)), shown(claims.at("source", row))
        message = f"claim id {id} stands twice in source {source} (first in {claims.position(first, 'id')})"
        problems.add(claims.position(row, "id"), f"{message}; give each claim its own id")
    return twice


def _slugs(claims: Claims, separating: Separating, nameless: Truths) -> Column:
    """The slug of each claim that has no id written."""
    keys = ("subject", "attribute", "scope")
    subjects, attributes, scopes = (claims.columns[key] for key in keys)
    codes = np.where(nameless, subjects.codes, np.int32(ABSENT))
    alike = groups(len(claims), codes, attributes.codes, scopes.codes)
    of_subjects, of_attributes = slugs(subjects.values), slugs(attributes.values)
    made: list[str | None] = []
    for row, subject, attribute in zip(
        alike.first.tolist(), codes[alike.first].tolist(), attributes.codes[alike.first].tolist(), strict=True
    ):
        parts = [of_subjects[subject], of_attributes[attribute]]
        scope = scopes.at(row) if scopes.values else None
        if scope:
            separate = separating.get(normalise(attributes.values[attribute]), ())
            parts += slugs([value for key, value in scope if key in separate])
        made.append(None if subject == ABSENT else "-".join(filter(None, parts)) or "claim")
    column = encoded(made)
    return Column(column.codes[alike.number], column.values)


def _several(alike: Groups) -> Truths:
    return np.asarray(np.bincount(alike.number, minlength=1)[alike.number] > 1)


def _could_be_taken(slug: Column) -> Truths:
    """Which claims have a slug that a repetition of another slug could have, such as budget-2 where there is budget."""
    known = set(slug.values)
    found = [
        place
        for place, text in enumerate(slug.values)
        if text[-1].isdigit() and (counted := _COUNTED.fullmatch(text)) and counted[1] in known
    ]
    return np.isin(slug.codes, np.array(found, np.int32))


def _count(claims: Claims, slug: Column, rows: Rows, nth: np.ndarray) -> None:
    """Count the claims in `rows` where their slug is taken."""
    by_slug: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows.tolist():
        by_slug[claims.at("source", row), slug.at(row)].append(row)
    taken = {(claims.at("source", row), claims.at("id", row)) for row in np.flatnonzero(nth == 0).tolist()}
    for (source, base), same in sorted(by_slug.items(), key=lambda entry: entry[0]):
        number = 1
        for row in sorted(same, key=lambda row: _order(claims, row)) if len(same) > 1 else same:
            while (source, base if number == 1 else f"{base}-{number}") in taken:
                number += 1
            taken.add((source, base if number == 1 else f"{base}-{number}"))
            nth[row] = number


def _order(claims: Claims, row: int) -> tuple[str, ...]:
    """Value, then quote; then whatever else claims say, so that ids do not depend on how files are put together."""
    value = claims.value(row)
    text = value if isinstance(value, str) else ", ".join(value)
    rest = (claims.columns[key] for key in _REST)
    return (text, claims.at("quote", row) or "", *(str(column.at(row) or "") for column in rest if column.values))
