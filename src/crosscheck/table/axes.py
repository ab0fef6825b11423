"""One thing is measured in one dimension: claims of an item whose values lie on different axes are refused."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from crosscheck.problems import Problems, shown
from crosscheck.table.columns import groups
from crosscheck.table.items import Items
from crosscheck.table.read import POINT, UNREAD, Read
from crosscheck.vocabulary import normalise


def check_axes(read: Read, items: Items, problems: Problems) -> None:
    """Complain of each claim whose value is in another dimension than that of the first claim of its item, by id."""
    attributes = read.claims.columns["attribute"].codes
    alike = groups(len(read.claims), attributes, read.reading - POINT)
    dimensions: dict[str, set[str]] = defaultdict(set)
    mixed = np.zeros(len(read.attributes), bool)
    for row in alike.first.tolist():
        if read.reading[row] != UNREAD:
            dimensions[normalise(read.attribute_of(row).name)].add(read.dimension_of(row))
    for code, attribute in enumerate(read.attributes):
        mixed[code] = len(dimensions[normalise(attribute.name)]) > 1
    rows = np.flatnonzero(mixed[attributes] & (read.reading != UNREAD)) if mixed.any() else ()
    first: dict[int, tuple[int, str]] = {}
    for row in sorted(map(int, rows), key=read.claims.id_of):
        dimension = read.dimension_of(row)
        other, expected = first.setdefault(int(items.of[row]), (row, dimension))
        if dimension != expected:
            claim, known = read.claims.claim(row), read.claims.claim(other)
            problems.add(
                claim.at,
                f"value {shown(claim.text)} is in {dimension}, but {shown(known.text)} of {known.id} in {expected}: "
                f"one thing is measured in one dimension; declare the unit of {shown(claim.attribute)} in "
                "rules/attributes.yaml",
            )
