"""Reading values: the text of a claim, and what it means on one axis.

`read` is the one entry; everything else in this package is the grammar behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.readings import measures
from crosscheck.readings.amounts import read_amount
from crosscheck.readings.dates import DateContext, read_date
from crosscheck.readings.moments import anchor
from crosscheck.readings.names import read_names, read_wording
from crosscheck.readings.relative import Anchor
from crosscheck.readings.tokens import split
from crosscheck.readings.unreadable import Unreadable

__all__ = ["AXIS_KINDS", "Context", "Unreadable", "kinds_of", "read"]

AXIS_KINDS = tuple(kind for kind in Kind if kind.has_axis)
MAX_LENGTH = 100_000


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may need beside its words; `relative_to` and `published` are readings of dates."""

    kind: Kind | None = None
    unit: str | None = None
    relative_to: Reading | None = None
    published: Reading | None = None
    language: str = "en"
    settings: ReadingSettings = ReadingSettings()


def read(value: str | tuple[str, ...], context: Context) -> Reading:
    """What `value` means as `context.kind`, or as the one kind in which it reads; raises `Unreadable`."""
    if context.language.split("-")[0] != "en":
        raise Unreadable(f'no words are known of language "{context.language}"', nearest="read_as in English")
    if context.kind is Kind.NAMES:
        return read_names(value)
    if not isinstance(value, str):
        raise Unreadable("a list is a value of kind names only")
    if not value.strip():
        raise Unreadable("the value is empty")
    if len(value) > MAX_LENGTH:
        raise Unreadable(f"the value is longer than {MAX_LENGTH:,} characters")
    if context.kind is not None and not context.kind.has_axis:
        return read_wording(value, context.kind)
    if context.kind is not None:
        return _read_on_axis(value, context.kind, context)
    return _read_any(value, context)


def kinds_of(value: str | tuple[str, ...], context: Context) -> frozenset[Kind]:
    """The kinds with an axis in which `value` reads when none is declared."""
    return frozenset(_attempts(value, context)[0]) if isinstance(value, str) else frozenset({Kind.NAMES})


def _read_on_axis(value: str, kind: Kind, context: Context) -> Reading:
    text = split(value)
    if kind is Kind.DATE:
        origin = Anchor(
            anchor(context.relative_to) if context.relative_to else None,
            anchor(context.published) if context.published else None,
        )
        return read_date(text, DateContext(origin, context.settings.date_order))
    unit = measures.declared(context.unit, kind) if context.unit else None
    return read_amount(text, kind, unit, context.settings)


def _attempts(value: str, context: Context) -> tuple[dict[Kind, Reading], dict[Kind, Unreadable]]:
    found: dict[Kind, Reading] = {}
    refused: dict[Kind, Unreadable] = {}
    for kind in AXIS_KINDS:
        try:
            found[kind] = _read_on_axis(value, kind, context)
        except Unreadable as error:
            refused[kind] = error
    return found, refused


def _read_any(value: str, context: Context) -> Reading:
    """A date before a count: "1999" is a year unless somebody says that it is not."""
    unit = measures.declared(context.unit, None) if context.unit else None
    if unit is not None:
        return _read_on_axis(value, unit.kind, replace(context, kind=unit.kind))
    found, refused = _attempts(value, context)
    for kind in (Kind.DATE, Kind.COUNT, *AXIS_KINDS):
        if kind in found:
            return found[kind]
    # The refusal that understood the most of the text helps the most.
    raise max(refused.values(), key=lambda error: len(error.understood))
