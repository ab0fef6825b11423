"""The ids of claims that have none written: slugs of what they speak of, counted where a source repeats them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.problems import Problems, shown
from crosscheck.table.claims import Claims, figure
from crosscheck.table.columns import ABSENT, Codes, Column, Rows, Truths, ascend, encoded, groups
from crosscheck.table.spelling import slugs
from crosscheck.vocabulary import normalise

Separating = Mapping[str, tuple[str, ...]]
"""The scope keys that separate items, by normalised attribute."""

_REST = ("quote", "scope", "when", "said_by", "stance", "read_as", "relative_to", "exhaustive", "url", "note")
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
    nth = np.where(named, np.int32(0), np.int32(1))
    repeated = dict(_repetitions(slug))
    could_be_taken = np.isin(slug.codes, np.array(list(repeated), np.int32))
    to_count = ~named & (_several(source, slug) | could_be_taken | np.isin(source, source[named]))
    _count(claims, slug, np.flatnonzero(to_count), nth, {*repeated, *repeated.values()})
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
    pairs = zip(codes[alike.first].tolist(), attributes.codes[alike.first].tolist(), strict=True)
    made: list[str | None] = []
    if not scopes.values and all(of_subjects) and all(of_attributes) and nameless.all():  # what most archives have
        made += [f"{of_subjects[subject]}-{of_attributes[attribute]}" for subject, attribute in pairs]
        if ascend(made):
            return Column(alike.number.astype(np.int32), made)
    else:
        for row, (subject, attribute) in zip(alike.first.tolist(), pairs, strict=True):
            parts = [of_subjects[subject], of_attributes[attribute]]
            separate = separating.get(normalise(attributes.values[attribute]), ())
            parts += slugs([value for key, value in scopes.at(row) or () if key in separate])
            made.append(None if subject == ABSENT else "-".join(filter(None, parts)) or "claim")
    column = encoded(made)
    return Column(column.codes[alike.number], column.values)


def _several(source: Codes, slug: Column) -> Truths:
    """Which claims have a slug that another one of their source has."""
    both = source.astype(np.int64) * (len(slug.values) + 1) + slug.codes
    ordered = np.sort(both)
    return np.isin(both, ordered[1:][ordered[1:] == ordered[:-1]])


def _repetitions(slug: Column) -> Iterator[tuple[int, int]]:
    """The slugs that a repetition of another one could have, and that other one: budget-2 where there is budget."""
    could_be = [place for place, text in enumerate(slug.values) if text[-1].isdigit()]
    known = {text: place for place, text in enumerate(slug.values)} if could_be else {}
    for place in could_be:
        counted = _COUNTED.fullmatch(slug.values[place])
        if counted and counted[1] in known:
            yield place, known[counted[1]]


def _count(claims: Claims, slug: Column, rows: Rows, nth: np.ndarray, bothered: Collection[int]) -> None:
    """Count the claims in `rows` where their slug is taken; `bothered` are slugs that others can take, or take from."""
    source = claims.columns["source"].codes
    keys: list[npt.NDArray[Any]] = [source[rows], slug.codes[rows], *_order(claims, rows)]
    rows = rows[np.lexsort(tuple(reversed(keys)))]
    # Where nothing else can have taken an id, the claims of one slug are counted as they lie.
    may_be_taken = np.isin(slug.codes[rows], np.array(list(bothered), np.int32)) | np.isin(
        source[rows], source[nth == 0]
    )
    plain = rows[~may_be_taken]
    if len(plain):
        begins = np.append(True, np.diff(source[plain]) | np.diff(slug.codes[plain]))
        starts = np.flatnonzero(begins)
        nth[plain] = np.arange(1, len(plain) + 1) - np.repeat(starts, np.diff(np.append(starts, len(plain))))
    by_slug: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows[may_be_taken].tolist():
        by_slug[claims.at("source", row), slug.at(row)].append(row)
    taken = {(claims.at("source", row), claims.at("id", row)) for row in np.flatnonzero(nth == 0).tolist()}
    for (name, base), same in sorted(by_slug.items(), key=lambda entry: entry[0]):
        number = 1
        for row in same:
            while (name, base if number == 1 else f"{base}-{number}") in taken:
                number += 1
            taken.add((name, base if number == 1 else f"{base}-{number}"))
            nth[row] = number


def _order(claims: Claims, rows: Rows) -> list[Rows]:
    """Keys to sort claims by: value, quote, then all else that they say, so that files may be put together anyhow."""
    value = claims.columns["value"]
    used, codes = np.unique(value.codes[rows], return_inverse=True)
    numbers, places = np.unique(claims.numbers[rows], return_inverse=True)
    texts = [_text(value.values[code]) if code != ABSENT else "" for code in used.tolist()]
    figures = ["" if math.isnan(number) else figure(number) for number in numbers.tolist()]
    ranks = _ranked([*texts, *figures])
    keys = [np.where(value.codes[rows] == ABSENT, ranks[len(texts) + places], ranks[codes])]
    for key in _REST:
        column = claims.columns[key]
        if column.values:
            keys.append(_ranked([*map(_text, column.values), ""])[column.codes[rows]])
    return keys


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) and all(isinstance(v, str) for v in value) else str(value)


def _ranked(texts: Sequence[str]) -> Rows:
    """The place of each text among all of them in order; equal ones have one place."""
    place = {text: number for number, text in enumerate(sorted(set(texts)))}
    return np.array([place[text] for text in texts], np.int64)
