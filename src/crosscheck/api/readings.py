"""How a text is read, as an immutable object with the names of `crosscheck read --format json`."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck import model
from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Kind
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.readings import Context, ReadingError
from crosscheck.readings import read as read_value

Bounds = tuple[int | float | str | None, int | float | str | None]
"""Low and high: numbers, or ISO 8601 dates of which the high one lies outside; None is an open end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means: what its words state, and the widest that they allow, in `unit`.

    Bounds are numbers, or ISO 8601 dates of which the high one lies outside; None is an open end. Kinds without an axis
    have `terms` instead. `steps` are the words, each with what it was taken for.
    """

    text: str
    kind: Kind
    unit: str | None
    stated: Bounds | None
    allowed: Bounds | None
    terms: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def read(
    text: str, kind: str | None = None, unit: str | None = None, *, language: str = "en",
    relative_to: str | None = None, published: str | None = None,
) -> Reading:  # fmt: skip
    """How `text` is read: as `kind`, or as the one kind that its words show. Raises `InputError`.

    `unit` is what a bare number is in, and what the bounds are in; `relative_to` and `published` are dates, as text,
    that a value such as "last month" counts from.
    """
    if kind is not None and kind not in list(Kind):
        near = did_you_mean(kind, list(Kind))
        raise _refused(f"there is no kind {shown(kind)}{near}; known: {', '.join(Kind)}")
    context = Context(
        Kind(kind) if kind else None, unit, relative_to=_date(relative_to), published=_date(published),
        language=language,
    )  # fmt: skip
    found = _read(text, context)
    if found.stated is None or found.allowed is None:
        return Reading(text, found.kind, None, None, None, found.terms, _steps(found))
    measure = measure_of(found.kind, found.dimension, unit)
    stated, allowed = (bounds(interval, found.kind, measure) for interval in (found.stated, found.allowed))
    shown_in = unit_name(found.kind, found.dimension, unit)
    ends = (stated[0], stated[1]), (allowed[0], allowed[1])
    return Reading(text, found.kind, shown_in, *ends, steps=_steps(found))


def _date(text: str | None) -> model.Reading | None:
    return None if text is None else _read(text, Context(Kind.DATE))


def _read(text: str, context: Context) -> model.Reading:
    try:
        return read_value(text, context)
    except ReadingError as error:
        raise _refused(f"{shown(text)} cannot be read: {error}") from None


def _steps(reading: model.Reading) -> tuple[tuple[str, str], ...]:
    return tuple((step.text, step.meaning) for step in reading.steps)


def _refused(message: str) -> InputError:
    return InputError([Problem(Position("read", 0), message)])
