"""One value on the axis of its attribute.

What a value means follows from a `Written` value and the `Ground` of the workspace. Both can be pickled, so values can
be read in another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from crosscheck.model import Attribute, Box, Claim, Interval, Kind, Reading, ReadingSettings, Source, Step
from crosscheck.problems import Problems, shown
from crosscheck.readings import Context, ReadingError, read
from crosscheck.readings.amounts.measures import Measure, declared
from crosscheck.readings.dates.calendar import MINUTES_A_DAY
from crosscheck.readings.languages import language_of
from crosscheck.readings.numbers.number import MAX_DIGITS
from crosscheck.vocabulary import Names

_REMEMBERED = 1 << 16
"""The most dates that are remembered: an archive has more than memory could hold."""


AS_CURATED = "en;;;;edtf"
"""The manner of what a curator writes (`read_as`, `when`): English, dates in figures as EDTF has them."""


class Manner(NamedTuple):
    """How values are written: the language, and what a source declares of its dates and its money."""

    language: str = "en"
    date_order: str = ""
    fiscal_year: str = ""
    currency: str = ""
    edtf: str = ""

    @staticmethod
    def of(text: str) -> Manner:
        return Manner(*text.split(";"))

    def context(self, kind: Kind | None, unit: str | None, settings: ReadingSettings) -> Context:
        """What values so written are read by."""
        language = language_of(self.language)
        if self.date_order or self.currency or language is not None:
            # What the newsroom sets is how it writes itself.
            order = self.date_order or settings.date_order
            settings = replace(settings, date_order=order, currency=self.currency or None)
        month, _, day = self.fiscal_year.partition("-")
        return Context(
            kind,
            unit,
            language=self.language,
            settings=settings,
            is_edtf=bool(self.edtf),
            fiscal_year=(int(month), int(day)) if month else None,
        )


def manner_of(claim: Claim, source: Source | None) -> str:
    """How what is read of a claim is written: as its curator writes, or as its source does, in its own language."""
    if claim.read_as is not None:
        return AS_CURATED
    manner = source.manner if source is not None else "en"
    return manner if claim.language is None else ";".join((claim.language, *manner.split(";")[1:]))


class Written(NamedTuple):
    """A value as somebody wrote it, with all that its meaning follows from apart from other claims.

    `attribute` is the normalised name of its attribute. A value that `is_number` is a number of a table: a point in the
    attribute's unit. `published` is when its source was published, for a date, which may count from it. `manner` is the
    language and what the source declares, as `Source.manner` has it, or `AS_CURATED`.
    """

    attribute: str
    text: str | tuple[str, ...]
    manner: str = "en"
    is_number: bool = False
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What all values of a workspace are read by. `attributes` are by normalised name, each with its kind."""

    attributes: Mapping[str, Attribute]
    names: Names
    settings: ReadingSettings


class Dates:
    """Reads dates, and remembers them."""

    def __init__(self, settings: ReadingSettings) -> None:
        self._settings = settings
        self._remembered = lru_cache(_REMEMBERED)(self._read)

    def read(
        self,
        text: str | tuple[str, ...],
        manner: str = AS_CURATED,
        *,
        relative_to: Reading | None = None,
        published: Reading | None = None,
    ) -> Reading | ReadingError:
        """What a date means, or why it cannot be read; one that counts from nothing is the same for every claim."""
        found = self._remembered(text, manner, None, None)
        if isinstance(found, Reading) or (relative_to is None and published is None):
            return found
        return self._remembered(text, manner, relative_to, published)

    def _read(
        self, text: str | tuple[str, ...], manner: str, relative_to: Reading | None, published: Reading | None
    ) -> Reading | ReadingError:
        context = Manner.of(manner).context(Kind.DATE, None, self._settings)
        return _attempt(text, replace(context, relative_to=relative_to, published=published))


class ValueReader:
    """Reads values; a tolerance that is no amount goes to `problems` when its attribute is first used."""

    def __init__(self, ground: Ground, problems: Problems | None = None, dates: Dates | None = None) -> None:
        self.ground = ground
        self._problems = Problems() if problems is None else problems
        self.dates = dates or Dates(ground.settings)
        self._axes: dict[str, _Axis] = {}
        self._contexts: dict[tuple[str, str], Context] = {}
        """What values are read by, for each attribute and manner."""

    def read(
        self, written: Written, relative_to: Reading | None = None, excludes: tuple[str, ...] = ()
    ) -> Reading | ReadingError:
        """What a value means, or why it cannot be read. `excludes` are the names that "other …" leaves out."""
        axis = self.axis(written.attribute)
        found = self._on_axis(axis, written, relative_to)
        if isinstance(found, ReadingError):
            return found
        if found.terms and found.kind is not Kind.IDENTIFIER:
            names = self.ground.names.in_language(Manner.of(written.manner).language)
            keys = {names.key(term) for term in found.terms}
            return replace(found, terms=tuple(sorted(keys)), excludes=excludes)
        return _tolerated(found, axis.tolerance)

    def axis(self, attribute: str) -> _Axis:
        """What an attribute says of its values."""
        found = self._axes.get(attribute)
        if found is None:
            declared = self.ground.attributes[attribute]
            found = self._axes[attribute] = _Axis(declared, _scale(declared), self._tolerance(declared))
        return found

    def problem(self, key: str, written: Written, error: ReadingError) -> str:
        """What to say of a value, written under `key`, that cannot be read."""
        kind = self.ground.attributes[written.attribute].kind
        assert kind is not None
        text = written.text if isinstance(written.text, str) else ", ".join(written.text)
        return f"{key} {shown(text)} cannot be read as {kind.phrase}: {error}"

    def _on_axis(self, axis: _Axis, written: Written, relative_to: Reading | None) -> Reading | ReadingError:
        if written.is_number and axis.scale is not None:
            assert isinstance(written.text, str)
            return axis.scale if isinstance(axis.scale, ReadingError) else axis.scale.reading(written.text)
        kind, unit = axis.attribute.kind, axis.attribute.unit
        if kind is not Kind.DATE:
            key = written.attribute, written.manner
            context = self._contexts.get(key)
            if context is None:
                context = Manner.of(written.manner).context(kind, unit, self.ground.settings)
                context = self._contexts[key] = replace(context, is_exact=axis.attribute.is_exact)
            return _attempt(written.text, context)
        published = None if written.published is None else self.dates.read(written.published)
        return self.dates.read(
            written.text,
            written.manner,
            relative_to=relative_to,
            published=published if isinstance(published, Reading) else None,
        )

    def _tolerance(self, attribute: Attribute) -> Fraction | None:
        """The width to which readings of an attribute are widened, on its axis."""
        if attribute.tolerance is None:
            return None
        is_date = attribute.kind is Kind.DATE
        kind, unit = (Kind.DURATION, None) if is_date else (attribute.kind, attribute.unit)
        found = _attempt(attribute.tolerance, Context(kind, unit, settings=self.ground.settings))
        if isinstance(found, ReadingError) or found.nominal is None or found.nominal < 0:
            why = found if isinstance(found, ReadingError) else "a plain amount is expected"
            message = f"tolerance {shown(attribute.tolerance)} of attribute {shown(attribute.name)}: {why}"
            self._problems.add(attribute.at, message)
            return None
        return found.nominal * MINUTES_A_DAY if is_date else found.nominal


class _Axis(NamedTuple):
    """An attribute, how numbers of tables lie on its axis (None: as text does), and the least width of its readings."""

    attribute: Attribute
    scale: Scale | ReadingError | None
    tolerance: Fraction | None


def _attempt(text: str | tuple[str, ...], context: Context) -> Reading | ReadingError:
    try:
        return read(text, context)
    except ReadingError as error:
        return error


def _scale(attribute: Attribute) -> Scale | ReadingError | None:
    try:
        return Scale.of(attribute)
    except ReadingError as error:
        return error


def _tolerated(reading: Reading, width: Fraction | None) -> Reading:
    if width is None or reading.stated is None or reading.allowed is None:
        return reading
    own, across = (
        box and Box(_widened(box.stated, width), _widened(box.allowed, width)) for box in (reading.own, reading.across)
    )
    stated, allowed = _widened(reading.stated, width), _widened(reading.allowed, width)
    return replace(reading, stated=stated, allowed=allowed, own=own, across=across)


def _widened(interval: Interval, width: Fraction) -> Interval:
    if interval.low is None or interval.high is None or interval.high - interval.low >= width:
        return interval
    middle = (interval.low + interval.high) / 2
    return Interval(middle - width / 2, middle + width / 2, True, interval.low == interval.high or interval.high_in)


LEAST_EXPONENT = -400
"""That of the least figure which is worth a place: no float has less."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the numbers of an attribute lie on its axis."""

    kind: Kind
    measure: Measure

    @staticmethod
    def of(attribute: Attribute) -> Scale | None:
        """The scale of an attribute whose numbers are points, None if they are read as the text that they are.

        Raises `ReadingError` if the attribute does not say what its numbers are in.
        """
        kind, unit = attribute.kind, attribute.unit
        if kind is None or not kind.has_axis or kind is Kind.DATE:
            return None
        if unit is None and kind is not Kind.COUNT:
            raise ReadingError(f"a number without a unit is no {kind}; declare the unit of the attribute")
        return Scale(kind, Measure.count() if unit is None else declared(unit, kind))

    def reading(self, number: str) -> Reading | ReadingError:
        """What a number, in digits as typed, means, or why it is none."""
        try:
            written = Decimal(number)
        except InvalidOperation:
            return ReadingError("a number of a table is expected")
        _, digits, exponent = written.as_tuple()
        if not isinstance(exponent, int):
            return ReadingError("a number of a table is expected")
        if len(digits) > MAX_DIGITS or exponent < LEAST_EXPONENT or len(digits) + exponent > MAX_DIGITS:
            return ReadingError(f"a number of more than {MAX_DIGITS} digits")
        value = Fraction(written)
        measure = self.measure
        point, interval = measure.point(value), measure.to_axis(Interval(value, value, True, True))
        steps = (Step(number, "a number of a table: exact"),)
        mean = Interval(point, point, True, True)
        return Reading(
            self.kind,
            measure.dimension,
            interval,
            interval,
            point,
            steps=steps,
            unit=self.unit,
            figure=value,
            own=Box(mean, mean) if measure.is_calendar else None,
        )

    @property
    def unit(self) -> str:
        """What its readings have as their unit."""
        return self.measure.symbol if self.measure.has_several_units else ""

    @property
    def is_linear(self) -> bool:
        """True if zero lies at zero."""
        return not self.measure.unit.offset
