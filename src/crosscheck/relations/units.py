"""Whether the items of a relation go together: their kinds, and the dimensions of their values."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.formatting import measure_of
from crosscheck.model import Item, Kind, Related, RelationKind
from crosscheck.problems import Problems, shown

_MEASURED = frozenset({Kind.MONEY, Kind.COUNT, Kind.SHARE, Kind.DURATION, Kind.QUANTITY})
_KINDS = {
    "start": frozenset({Kind.DATE}),
    "end": frozenset({Kind.DATE}),
    "items": frozenset({Kind.DATE}),
    "duration": frozenset({Kind.DURATION}),
    "share": frozenset({Kind.SHARE}),
    "rate": frozenset({Kind.MONEY, Kind.QUANTITY}),
}
_LISTS = {(RelationKind.SUM, "parts"), (RelationKind.PART, "part"), (RelationKind.PART, "whole")}
"""Roles in which a list of names may stand for the number of its names."""


def check_units(related: Related, problems: Problems) -> bool:
    """True if the items of a relation can be reckoned with; else `problems` says why not."""
    found = list(_problems(related))
    for message in found:
        problems.add(related.relation.at, f"the {related.relation.kind} does not go together: {message}")
    return not found


def _problems(related: Related) -> Iterator[str]:
    kind = related.relation.kind
    roles = [(role, item) for (role, _), item in zip(related.relation.members, related.items, strict=True)]
    wrong = [(role, item) for role, item in roles if item.kind not in _accepted(kind, role)]
    for role, item in wrong:
        names = ", ".join(each.phrase for each in Kind if each in _accepted(kind, role))
        yield f"{shown(item.title)} ({role}) is {item.kind.phrase}; accepted: {names}"
    if wrong or kind in (RelationKind.SPAN, RelationKind.ORDER):
        return
    for item in (item for role, item in roles if role == "share" and _dimension(item) not in ("", "share")):
        yield f"{shown(item.title)} (share) is in {_dimension(item)}, which is no share"
    measured = [(role, item, _axis(role, item)) for role, item in roles if role not in ("duration", "share")]
    known = [entry for entry in measured if entry[2] != ""]
    for role, item, axis in known:
        if axis is None:
            yield f"{shown(item.title)} ({role}) is in {_dimension(item)}, which is no rate per time"
        elif axis != known[0][2] and known[0][2] is not None:
            first_role, first, first_axis = known[0]
            yield f"{shown(first.title)} ({first_role}) is in {first_axis}, {shown(item.title)} ({role}) in {axis}"


def _accepted(kind: RelationKind, role: str) -> frozenset[Kind]:
    found = _KINDS.get(role, _MEASURED)
    return found | {Kind.NAMES} if (kind, role) in _LISTS else found


def _dimension(item: Item) -> str:
    """The axis of an item: of its values, else of its declared unit; empty if neither says."""
    if item.kind in (Kind.NAMES, Kind.COUNT):
        return "count"
    if item.rows:
        return item.rows[0].reading.dimension
    measure = measure_of(item.kind, "", item.attribute.unit)
    return measure.dimension if measure is not None else ""


def _axis(role: str, item: Item) -> str | None:
    """The axis on which an item is reckoned with: of a rate, what there is of it per second; None if it is no rate."""
    dimension = _dimension(item)
    if role != "rate" or not dimension:
        return dimension
    return dimension.removesuffix("/s") if dimension.endswith("/s") else None
