"""One value on the axis of its attribute."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from crosscheck.claims.numbers import Scale
from crosscheck.model import Attribute, Interval, Kind, Reading, ReadingSettings
from crosscheck.problems import Problems, shown
from crosscheck.readings import Context, ReadingError
from crosscheck.table.shared import SharedReader
from crosscheck.table.written import Written
from crosscheck.vocabulary import Names


@dataclass(frozen=True, slots=True)
class Ground:
    """What all values of a workspace are read by. `attributes` are by their number in the column of the claims."""

    attributes: tuple[Attribute, ...]
    names: Names
    settings: ReadingSettings


class ValueReader:
    """Reads values; what attributes declare badly goes to `problems`."""

    def __init__(self, ground: Ground, shared: SharedReader, problems: Problems) -> None:
        self.ground, self._shared = ground, shared
        self.attributes = ground.attributes
        self.scales = [_scale(attribute) for attribute in ground.attributes]
        self._widths = [self._tolerance(attribute, problems) for attribute in ground.attributes]

    def is_direct(self, code: int) -> bool:
        """Whether the numbers of an attribute lie on its axis as they are, for `Scale.ends`."""
        scale = self.scales[code]
        return isinstance(scale, Scale) and scale.is_linear and self._widths[code] is None

    def read(
        self, written: Written, relative_to: Reading | None = None, anchor: object = None,
        before: tuple[str, ...] = (),
    ) -> Reading | ReadingError:  # fmt: skip
        """What a value means. `anchor` tells `relative_to` apart; `before` are the names that "other …" leaves out."""
        scale = self.scales[written.attribute]
        if scale is not None and written.is_point:
            assert isinstance(written.value, str)
            found = scale if isinstance(scale, ReadingError) else scale.reading(written.value)
        else:
            published = self._shared.date(written.published) if written.published is not None else None
            published = published if isinstance(published, Reading) else None
            context = replace(self._context(written), relative_to=relative_to, published=published)
            found = self._shared.read(written.value, context, (written.published, anchor))
        if isinstance(found, ReadingError):
            return found
        if found.terms:
            keys = {self.ground.names.key(term) for term in found.terms}
            return replace(found, terms=tuple(sorted(keys)), excludes=before)
        return _tolerated(found, self._widths[written.attribute])

    def _context(self, written: Written) -> Context:
        attribute = self.attributes[written.attribute]
        context = Context(attribute.kind, attribute.unit, language=written.language, settings=self._shared.settings)
        return replace(context, is_exact=attribute.is_exact)

    def refusal(self, key: str, written: Written, error: object) -> str:
        """What to say of a value under `key` that cannot be read."""
        kind = self.attributes[written.attribute].kind
        assert kind is not None
        text = written.value if isinstance(written.value, str) else ", ".join(written.value)
        return f"{key} {shown(text)} cannot be read as {kind.phrase}: {error}"

    def _tolerance(self, attribute: Attribute, problems: Problems) -> Fraction | None:
        """The width to which readings of an attribute are widened, on its axis."""
        if attribute.tolerance is None:
            return None
        is_date = attribute.kind is Kind.DATE
        kind = Kind.DURATION if is_date else attribute.kind
        unit = None if is_date else attribute.unit
        found = self._shared.read(attribute.tolerance, Context(kind, unit, settings=self._shared.settings))
        if isinstance(found, ReadingError) or found.nominal is None or found.nominal < 0:
            why = found if isinstance(found, ReadingError) else "a plain amount is expected"
            told = f"tolerance {shown(attribute.tolerance)} of attribute {shown(attribute.name)}: {why}"
            problems.add(attribute.at, told)
            return None
        return found.nominal * 1440 if is_date else found.nominal


def _scale(attribute: Attribute) -> Scale | ReadingError | None:
    try:
        return Scale.of(attribute)
    except ReadingError as error:
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
