"""One value of a claim on the axis of its attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from crosscheck.model import Attribute, Interval, Kind, Reading, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import Context, Unreadable
from crosscheck.readings.names import Names
from crosscheck.table.claims import Claims
from crosscheck.table.points import Scale
from crosscheck.table.shared import SharedReader


class ValueReader:
    """Reads values of claims. `attributes` are by their number in the column; what they declare badly is a problem."""

    def __init__(
        self, claims: Claims, attributes: Sequence[Attribute], sources: Mapping[str, Source], names: Names,
        shared: SharedReader, problems: Problems,
    ) -> None:  # fmt: skip
        self._claims, self._sources, self._names, self._shared = claims, sources, names, shared
        self.attributes = attributes
        self.scales = [_scale(attribute) for attribute in attributes]
        self._widths = [self._tolerance(attribute, problems) for attribute in attributes]

    def attribute_of(self, row: int) -> Attribute:
        return self.attributes[int(self._claims.columns["attribute"].codes[row])]

    def is_point(self, row: int) -> bool:
        """Whether the value is a number of a table, and nothing says how else to read it."""
        claims = self._claims
        is_number = claims.points[row] or claims.columns["value"].at(row) is None
        return bool(is_number) and claims.at("read_as", row) is None

    def is_direct(self, code: int) -> bool:
        """Whether the numbers of an attribute lie on its axis as they are, for `Scale.ends`."""
        scale = self.scales[code]
        return isinstance(scale, Scale) and scale.is_linear and self._widths[code] is None

    def read(
        self, row: int, relative_to: Reading | None = None, published: Reading | None = None, anchors: object = None,
        before: tuple[str, ...] = (),
    ) -> Reading | Unreadable:  # fmt: skip
        """What a value means. `anchors` tells what dates go by; `before` are the names that "other …" leaves out."""
        code = int(self._claims.columns["attribute"].codes[row])
        scale = self.scales[code]
        if scale is not None and self.is_point(row):
            found = scale if isinstance(scale, Unreadable) else scale.reading(str(self._claims.value(row)))
        else:
            context = replace(self._context(row), relative_to=relative_to, published=published)
            found = self._shared.read(self.told(row)[1], context, anchors)
        if isinstance(found, Unreadable):
            return found
        if found.terms:
            keys = {self._names.key(term) for term in found.terms}
            return replace(found, terms=tuple(sorted(keys)), excludes=before)
        return _tolerated(found, self._widths[code])

    def read_ahead(self, rows: Sequence[int]) -> None:
        """Read the values of rows that count from nothing on all cores, if there are enough of them."""
        self._shared.read_ahead((self.told(row)[1], self._context(row)) for row in rows if not self.is_point(row))

    def _context(self, row: int) -> Context:
        attribute = self.attributes[int(self._claims.columns["attribute"].codes[row])]
        return Context(attribute.kind, attribute.unit, language=self.language(row), settings=self._shared.settings)

    def told(self, row: int) -> tuple[str, str | tuple[str, ...]]:
        """The words to read, and the key that they stand under."""
        read_as = self._claims.at("read_as", row)
        return ("value", self._claims.value(row)) if read_as is None else ("read_as", read_as)

    def language(self, row: int) -> str:
        """The language of the words to read."""
        source = self._sources.get(self._claims.at("source", row))
        return source.language if source and self._claims.at("read_as", row) is None else "en"

    def refusal(self, row: int, error: Unreadable) -> tuple[str, str]:
        """The key whose value cannot be read, and what to say of it."""
        key, value = self.told(row)
        kind = self.attribute_of(row).kind
        assert kind is not None
        text = value if isinstance(value, str) else ", ".join(value)
        return key, f"{key} {shown(text)} cannot be read as {kind.phrase}: {error}"

    def _tolerance(self, attribute: Attribute, problems: Problems) -> Fraction | None:
        """The width to which readings of an attribute are widened, on its axis."""
        if attribute.tolerance is None:
            return None
        is_date = attribute.kind is Kind.DATE
        kind = Kind.DURATION if is_date else attribute.kind
        unit = None if is_date else attribute.unit
        found = self._shared.read(attribute.tolerance, Context(kind, unit, settings=self._shared.settings))
        if isinstance(found, Unreadable) or found.nominal is None or found.nominal < 0:
            why = found if isinstance(found, Unreadable) else "a plain amount is expected"
            told = f"tolerance {shown(attribute.tolerance)} of attribute {shown(attribute.name)}: {why}"
            problems.add(attribute.at, told)
            return None
        return found.nominal * 1440 if is_date else found.nominal


def _scale(attribute: Attribute) -> Scale | Unreadable | None:
    try:
        return Scale.of(attribute)
    except Unreadable as error:
        return error


def _tolerated(reading: Reading, width: Fraction | None) -> Reading:
    if width is None or reading.stated is None or reading.allowed is None:
        return reading
    return replace(reading, stated=_widened(reading.stated, width), allowed=_widened(reading.allowed, width))


def _widened(interval: Interval, width: Fraction) -> Interval:
    if interval.low is None or interval.high is None or interval.high - interval.low >= width:
        return interval
    middle = (interval.low + interval.high) / 2
    return Interval(middle - width / 2, middle + width / 2, True, interval.low == interval.high or interval.high_in)
