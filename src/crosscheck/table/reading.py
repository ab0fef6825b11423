"""Claims to rows: every value read on its attribute's axis, every time and speaker settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial

from crosscheck.model import PUBLISHED, Attribute, Claim, Interval, Kind, Reading, ReadingSettings, Row, Source
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings import Context, Unreadable, kinds_of, read
from crosscheck.readings.names import Names, normalise, says_other
from crosscheck.table.items import ItemKey, KeyedRow, item_key
from crosscheck.table.witnesses import Witnesses

_READING = object()  # marks a claim whose reading has begun, to find circles


class ClaimReader:
    """Reads the claims of one workspace; every complaint goes to `problems`.

    Values that need no other date are read once for all claims that share text, kind and unit.
    """

    def __init__(
        self, claims: Iterable[Claim], sources: Mapping[str, Source], attributes: Mapping[str, Attribute], names: Names,
        settings: ReadingSettings, problems: Problems,
    ) -> None:  # fmt: skip
        self.claims = {claim.id: claim for claim in claims}
        self.sources, self.names, self.settings, self.problems = sources, names, settings, problems
        self.witnesses = Witnesses(sources, names)
        self._declared = attributes
        self._published: dict[str, Reading | None] = {}
        self._shared: dict[object, Reading | Unreadable] = {}
        self._done: dict[str, object] = {}
        self.attributes = self._complete(attributes)

    def rows(self) -> list[KeyedRow]:
        """Each claim that reads, with its item, in the order of claim ids."""
        made: list[KeyedRow] = []
        axes: dict[ItemKey, Row] = {}
        for claim in self.claims.values():
            attribute = self.attribute(claim)
            reading = self.reading(claim)
            when, written = self._when(claim)
            if reading is None or attribute.kind is None:
                continue
            row = self._row(claim, attribute, reading, when, written)
            key = item_key(attribute, claim, self.names)
            first = axes.setdefault(key, row)
            if first.reading.dimension == reading.dimension:
                made.append(KeyedRow(key, attribute, row))
            else:
                self._complain_of_axes(first, row)
        return made

    def _row(self, claim: Claim, attribute: Attribute, reading: Reading, when: Interval | None, written: bool) -> Row:
        separating = attribute.separated_by
        softening = tuple((key, self.names.canonical(value)) for key, value in claim.scope if key not in separating)
        speaker, witness = self.witnesses.speaker(claim), self.witnesses.witness(claim)
        published = self.published(claim.source)
        stated = published.stated if published else None
        return Row(claim, reading, when, written, softening, speaker, witness, stated)

    def _complain_of_axes(self, first: Row, row: Row) -> None:
        claim = row.claim
        self.problems.add(
            claim.at,
            f"value {shown(claim.text)} is in {row.reading.dimension}, but {shown(first.claim.text)} of "
            f"{first.claim.id} in {first.reading.dimension}: one thing is measured in one dimension; declare the unit "
            f"of {shown(claim.attribute)} in rules/attributes.yaml",
        )

    def attribute(self, claim: Claim) -> Attribute:
        return self.attributes[normalise(claim.attribute)]

    def reading(self, claim: Claim) -> Reading | None:
        """What a claim's value means, or None if it cannot be read (then `problems` says so)."""
        done = self._done.get(claim.id)
        if done is _READING:
            self.problems.add(
                claim.place("relative_to"), f"claim {shown(claim.id)} counts from itself in a circle of relative_to"
            )
            return None
        if claim.id in self._done:
            return done  # type: ignore[return-value]
        self._done[claim.id] = _READING
        made = self._read(claim)
        self._done[claim.id] = made
        return made

    def _read(self, claim: Claim) -> Reading | None:
        attribute = self.attribute(claim)
        if attribute.kind is None:
            return None
        settled = self._context(claim, attribute)
        if settled is None:
            return None
        value = claim.read_as if claim.read_as is not None else claim.value
        read_as = "read_as" if claim.read_as is not None else "value"
        before = self._named_before(claim) if attribute.kind is Kind.NAMES else ()
        if before is None:
            return None
        found = self._shared_read(value, *settled)
        if isinstance(found, Unreadable):
            text = value if isinstance(value, str) else claim.text
            message = f"{read_as} {shown(text)} cannot be read as {attribute.kind.phrase}: {found}"
            self.problems.add(claim.place(read_as), message)
            return None
        if found.terms:
            return replace(found, terms=tuple(sorted({self.names.key(term) for term in found.terms})), excludes=before)
        return _tolerated(found, self._tolerance(attribute))

    def _named_before(self, claim: Claim) -> tuple[str, ...] | None:
        """The names that "other …" leaves out, those of `relative_to`; None if they cannot be told."""
        if claim.relative_to is None:
            return ()
        at = claim.place("relative_to")
        if not says_other(claim.read_as if claim.read_as is not None else claim.value):
            self.problems.add(at, f'relative_to goes with a date, or with names that are "other"; {shown(claim.text)}')
            return None
        anchor = self.anchor(claim, claim.relative_to)
        if anchor is None:
            near = did_you_mean(claim.relative_to, self._ids_of(claim.source))
            self.problems.add(at, f"relative_to {shown(claim.relative_to)} is no claim of this source{near}")
            return None
        found = self.reading(anchor)
        if found is not None and found.kind is not Kind.NAMES:
            self.problems.add(at, f"claim {shown(anchor.id)} is {found.kind.phrase}, not a list of names")
            return None
        return found.terms if found is not None else None

    def anchor(self, claim: Claim, text: str) -> Claim | None:
        """The claim of the same source that `relative_to` names."""
        found = self.claims.get(f"{claim.source}/{text}") or self.claims.get(text)
        return found if found is not None and found.source == claim.source else None

    def _ids_of(self, source: str) -> list[str]:
        return [id.partition("/")[2] for id, claim in self.claims.items() if claim.source == source]

    def _shared_read(
        self, value: str | tuple[str, ...], context: Context, anchors: object = None
    ) -> Reading | Unreadable:
        """Read a value once for all claims that share it; `anchors` is what its context's dates go by.

        A date is read without its anchors first: one that needs none means the same for every claim.
        """
        key = (value, context.kind, context.unit, context.language, anchors)
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = self._read_fresh(value, context)
        return found

    def _read_fresh(self, value: str | tuple[str, ...], context: Context) -> Reading | Unreadable:
        if context.relative_to is not None or context.published is not None:
            found = self._shared_read(value, replace(context, relative_to=None, published=None))
            if isinstance(found, Reading) or context.kind is not Kind.DATE:
                return found
        try:
            return read(value, context)
        except Unreadable as error:
            return error

    def _context(self, claim: Claim, attribute: Attribute) -> tuple[Context, object] | None:
        """What a claim's value is read in, and what its anchors go by; None if `relative_to` is broken."""
        relative_to: Reading | None = None
        if claim.relative_to is not None and attribute.kind is not Kind.NAMES:
            relative_to = self._relative_to(claim, claim.relative_to)
            if relative_to is None:
                return None
        source = self.sources.get(claim.source)
        language = source.language if source and claim.read_as is None else "en"
        is_date = attribute.kind is Kind.DATE
        published = self.published(claim.source) if is_date else None
        context = Context(attribute.kind, attribute.unit, relative_to, published, language, self.settings)
        return context, (claim.source, claim.relative_to) if is_date else None

    def published(self, source: str) -> Reading | None:
        """When a source was published, None if it does not say."""
        if source not in self._published:
            self._published[source] = self._read_published(source)
        return self._published[source]

    def publications(self) -> list[Row]:
        """A row for each source that says when it was published, as a claim of its own."""
        found = []
        for id, source in self.sources.items():
            reading = self.published(id)
            if reading is None or source.published is None:
                continue
            claim = Claim(
                id=f"{id}/~{PUBLISHED}", source=id, subject="publication", attribute="date", value=source.published,
                file=source.at.file, locate=partial(_place_of, source),
            )  # fmt: skip
            speaker, witness = self.witnesses.speaker(claim), self.witnesses.witness(claim)
            found.append(Row(claim, reading, reading.stated, False, (), speaker, witness))
        return found

    def _read_published(self, source_id: str) -> Reading | None:
        source = self.sources.get(source_id)
        if source is None or source.published is None:
            return None
        found = self._shared_read(source.published, Context(Kind.DATE, settings=self.settings))
        if isinstance(found, Unreadable):
            self.problems.add(source.at, f"published {shown(source.published)} cannot be read as a date: {found}")
            return None
        return found

    def _relative_to(self, claim: Claim, text: str) -> Reading | None:
        """The date that a claim counts from, or None if there is none (then `problems` says so)."""
        anchor = self.anchor(claim, text)
        if anchor is not None:
            found = self.reading(anchor)
            if found is not None and found.kind is not Kind.DATE:
                message = f"claim {shown(anchor.id)} is {found.kind.phrase}, not a date to count from"
                self.problems.add(claim.place("relative_to"), message)
                return None
            return found
        date = self._shared_read(text, Context(Kind.DATE, settings=self.settings))
        if isinstance(date, Unreadable):
            near = did_you_mean(text, self._ids_of(claim.source))
            message = f"relative_to {shown(text)} is neither a claim of this source nor a date{near}"
            self.problems.add(claim.place("relative_to"), message)
            return None
        return date

    def _when(self, claim: Claim) -> tuple[Interval | None, bool]:
        """The time that a value speaks of, and whether it is written or only that of the publication."""
        published = self.published(claim.source)
        if claim.when is None:
            return (published.stated if published else None), False
        counts = claim.relative_to is not None and self.attribute(claim).kind is not Kind.NAMES
        relative_to = self._relative_to(claim, claim.relative_to or "") if counts else None
        context = Context(Kind.DATE, None, relative_to, published, settings=self.settings)
        found = self._shared_read(claim.when, context, (claim.source, claim.relative_to))
        if isinstance(found, Unreadable):
            self.problems.add(claim.place("when"), f"when {shown(claim.when)} cannot be read as a date: {found}")
            return None, True
        return found.stated, True

    def _complete(self, declared: Mapping[str, Attribute]) -> dict[str, Attribute]:
        """Declared attributes, and each other one with the kind that its values tell."""
        complete = dict(declared)
        unkinded: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            key = normalise(claim.attribute)
            if key not in complete:
                complete[key] = Attribute(claim.attribute, at=claim.place("attribute"))
            if complete[key].kind is None:
                unkinded[normalise(complete[key].name)].append(claim)
        for key, claims in unkinded.items():
            self.attributes = complete
            kind = self._infer(complete[key], claims)
            for spelling in (complete[key].name, *complete[key].was):
                complete[normalise(spelling)] = replace(complete[key], kind=kind)
        return complete

    def _infer(self, attribute: Attribute, claims: list[Claim]) -> Kind | None:
        kinds: frozenset[Kind] | None = None
        for claim in claims:
            context = Context(relative_to=None, published=self.published(claim.source), settings=self.settings)
            if claim.relative_to is not None and isinstance(claim.value, str):
                # What counts from another date can only be a date; which date does not matter for its kind.
                found = frozenset({Kind.DATE})
            else:
                found = kinds_of(claim.read_as if claim.read_as is not None else claim.value, context)
            if not found:
                self._cannot_tell(attribute, claims, f"the value {shown(claim.text)} reads as no kind")
                return None
            kinds = found if kinds is None else kinds & found
        if kinds is not None and len(kinds) == 1:
            return next(iter(kinds))
        told = " and ".join(sorted(kinds or ())) or "different kinds"
        self._cannot_tell(attribute, claims, f"its values read as {told}")
        return None

    def _cannot_tell(self, attribute: Attribute, claims: list[Claim], why: str) -> None:
        near = did_you_mean(attribute.name, [a.name for a in self._declared.values()])
        self.problems.add(
            claims[0].place("attribute"),
            f"attribute {shown(attribute.name)} has no kind: {why}; declare its kind in rules/attributes.yaml{near}",
        )

    def _tolerance(self, attribute: Attribute) -> Fraction | None:
        """The width to which readings of an attribute are widened, on its axis."""
        if attribute.tolerance is None:
            return None
        is_date = attribute.kind is Kind.DATE
        kind = Kind.DURATION if is_date else attribute.kind
        found = self._shared_read(
            attribute.tolerance, Context(kind, None if is_date else attribute.unit, settings=self.settings)
        )
        if isinstance(found, Unreadable) or found.nominal is None or found.nominal < 0:
            why = found if isinstance(found, Unreadable) else "a plain amount is expected"
            self.problems.add(
                attribute.at, f"tolerance {shown(attribute.tolerance)} of attribute {shown(attribute.name)}: {why}"
            )
            return None
        return found.nominal * 1440 if is_date else found.nominal


def _place_of(source: Source, _: str) -> tuple[int, int]:
    return source.at.line, source.at.column


def _tolerated(reading: Reading, width: Fraction | None) -> Reading:
    if width is None or reading.stated is None or reading.allowed is None:
        return reading
    return replace(reading, stated=_widened(reading.stated, width), allowed=_widened(reading.allowed, width))


def _widened(interval: Interval, width: Fraction) -> Interval:
    if interval.low is None or interval.high is None or interval.high - interval.low >= width:
        return interval
    middle = (interval.low + interval.high) / 2
    return Interval(middle - width / 2, middle + width / 2, True, interval.low == interval.high or interval.high_in)
