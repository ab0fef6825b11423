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
    have `terms` instead. `steps` are the words, each with what it was taken for. `direction` is `up` or `down` of a
    change, whose bounds are its size; `zone` is the offset from UTC of a time that has one, whose bounds are in UTC.
    """

    text: str
    kind: Kind
    unit: str | None
    stated: Bounds | None
    allowed: Bounds | None
    terms: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    direction: str | None = None
    zone: str | None = None


def read(
    text: str,
    kind: str | None = None,
    unit: str | None = None,
    *,
    language: str = "en",
    relative_to: str | None = None,
    published: str | None = None,
) -> Reading:
    """How `text` is read: as `kind`, or as the one kind that its words show. Raises `InputError`.

    `unit` is what a bare number is in, and what the bounds are in; `relative_to` and `published` are dates, as text,
    that a value such as "last month" counts from.
    """
    context = Context(
        _kind(kind),
        unit,
        relative_to=_date(relative_to),
        published=_date(published),
        language=language,
    )
    found = _read(text, context)
    if found.stated is None or found.allowed is None:
        return Reading(
            text=text,
            kind=found.kind,
            unit=None,
            stated=None,
            allowed=None,
            terms=found.terms,
            steps=_steps(found),
        )
    measure = measure_of(found.kind, found.dimension, unit)
    stated, allowed = (bounds(interval, found.kind, measure) for interval in (found.stated, found.allowed))
    return Reading(
        text=text,
        kind=found.kind,
        unit=unit_name(found.kind, found.dimension, unit),
        stated=(stated[0], stated[1]),
        allowed=(allowed[0], allowed[1]),
        steps=_steps(found),
        direction=found.direction,
        zone=found.zone,
    )


def _kind(kind: str | None) -> Kind | None:
    if kind is not None and kind not in list(Kind):
        near = did_you_mean(kind, list(Kind))
        raise _error(f"there is no kind {shown(kind)}{near}; known: {', '.join(Kind)}")
    return Kind(kind) if kind else None


def _date(text: str | None) -> model.Reading | None:
    return None if text is None else _read(text, Context(Kind.DATE))


def _read(text: str, context: Context) -> model.Reading:
    try:
        return read_value(text, context)
    except ReadingError as error:
        raise _error(f"{shown(text)} cannot be read: {error}") from None


def _steps(reading: model.Reading) -> tuple[tuple[str, str], ...]:
    return tuple((step.text, step.meaning) for step in reading.steps)


def _error(message: str) -> InputError:
    return InputError([Problem(Position("read", 0), message)])
