"""What Python has to read of an archive, each different text once: functions from columns to columns.

They know nothing of engines: DuckDB runs them here, Spark on its executors.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from hashlib import blake2b
from typing import Any, ClassVar

from crosscheck.archive.arrow import Columns
from crosscheck.archive.plan.groups import NAMELESS
from crosscheck.archive.styles import NONE, style_of
from crosscheck.claims.kinds import kinds_of_value
from crosscheck.claims.naming import name_in
from crosscheck.claims.sources import Witnesses
from crosscheck.claims.values import AS_CURATED, Dates, Ground, ValueReader, Written
from crosscheck.comparing.nouns import counted
from crosscheck.model import Claim, Interval, Kind, Reading, ReadingSettings, Source, Stance
from crosscheck.readings import ReadingError
from crosscheck.vocabulary import Names, normalise, slug
from crosscheck.workspace.documents import ClaimDocument, cleaned

_EXACT = 2.0**53


# ------------------------------------------------------------------------------------------------- cells and numbers


def clean(text: str | None) -> str | None:
    """A cell as a claim has it, None if it is blank: without white space around it, on one line."""
    if text is None or not text.strip():
        return None
    if text.isprintable() and text.strip() == text:
        return text
    found = cleaned(ClaimDocument, {"subject": text, "attribute": "a", "value": "a"})
    return None if found is None else str(found["subject"])


def value_of(text: str | None, number: float | None, *, is_list: bool) -> str | tuple[str, ...] | None:
    """A value as a claim has it, None if there is none."""
    if text is None:
        return None if number is None else figure(number)
    if not is_list:
        return clean(text)
    found = cleaned(ClaimDocument, {"subject": "a", "attribute": "a", "value": tuple(json.loads(text))})
    return None if found is None else found["value"]


def figure(number: float) -> str:
    """A number of a table in plain digits: 12, 0.5, 15000000000."""
    return str(int(number)) if number.is_integer() else format(Decimal(repr(number)), "f")


def digest(*parts: object) -> int:
    """63 bits that tell things apart."""
    return int.from_bytes(blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=8).digest(), "big") >> 1


def ends(stated: Interval) -> tuple[float, float]:
    """Low and high of an interval as floats, half-open, rounded inwards: the plan suspects rather than overlooks."""
    return _low(stated.low, stated.low_in), _high(stated.high, stated.high_in)


def _low(value: Fraction | None, included: bool) -> float:
    """The least float of the interval."""
    if value is None:
        return -math.inf
    near = _float(value)
    if Fraction(near) < value or (not included and Fraction(near) == value):
        near = math.nextafter(near, math.inf)
    return near


def _high(value: Fraction | None, included: bool) -> float:
    """The float at which the interval has ended: of an included end the next one above, else rounded inwards."""
    if value is None:
        return math.inf
    near = _float(value)
    exact = Fraction(near)
    if exact > value:
        near = math.nextafter(near, -math.inf)
    return math.nextafter(near, math.inf) if included and exact == value else near


def _float(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max


def _is_whole(number: float) -> bool:
    """Whether a float is an end as it is: none that had to be rounded is a whole number below 2⁵³."""
    return abs(number) < _EXACT and number == math.floor(number)


# ------------------------------------------------------------------------------------------------- functions of texts


@dataclass(frozen=True)
class NameReader:
    """`text` → the key of a name and its part of a slug; of what is blank an empty name and no slug.

    With `tongues`, names are those of a language, which the column `tongue` says.
    """

    names: Names
    tongues: bool = False

    @property
    def types(self) -> dict[str, str]:
        return {"text": "text", "name": "text", "slug": "text"} | ({"tongue": "text"} if self.tongues else {})

    def __call__(self, chunk: Columns) -> Columns:
        texts = [clean(text) for text in chunk["text"]]
        spoken = (
            [text and name_in(tongue, text, self.names) for text, tongue in zip(texts, chunk["tongue"], strict=True)]
            if self.tongues
            else texts
        )
        return {
            "text": chunk["text"],
            "name": ["" if text is None else self.names.key(text) or NAMELESS for text in spoken],
            "slug": [None if text is None else slug_part(text) for text in texts],
        } | ({"tongue": chunk["tongue"]} if self.tongues else {})


def slug_part(text: str) -> str:
    """What a text gives to a slug of several, which is theirs joined: nothing, if it has no letter or figure."""
    return slug("x", text)[2:]


@dataclass(frozen=True)
class ReadingSpec:
    """Values → their readings as columns; `attributes` are by number, `keys` the columns that a value is known by."""

    attributes: Sequence[str]
    ground: Ground
    keys: Mapping[str, str]

    made: ClassVar = {
        "ok": "truth",
        "low": "double",
        "high": "double",
        "closed": "truth",
        "dimension": "text",
        "terms": "long",
        "reading": "long",
        "names": "text",
        "odd": "truth",
        "of_class": "long",
        "style": "long",
    }

    @property
    def types(self) -> dict[str, str]:
        return {**self.keys, **self.made}

    @cached_property
    def _values(self) -> ValueReader:
        return ValueReader(self.ground)

    def __call__(self, chunk: Columns) -> Columns:
        made = [self._cells(cells) for cells in _rows(chunk, self.keys)]
        return {**{key: chunk[key] for key in self.keys}, **dict(zip(self.made, _turned(made, self.made), strict=True))}

    def _cells(self, cells: Mapping[str, Any]) -> tuple[Any, ...]:
        form = cells.get("form", TEXT)
        text = value_of(cells["words"] or None, cells.get("figure"), is_list=form == LIST)
        if text is None:
            return BLANK
        name = self.attributes[cells["a"]]
        is_number = form == NUMBER or not cells["words"]
        published = cells.get("published") or None
        written = Written(name, text, cells.get("language") or "en", is_number, published)
        found = self._values.read(written)
        if isinstance(found, ReadingError):
            return reading_cells(None)
        is_declared = is_number or form == LIST or written.manner == AS_CURATED
        return reading_cells(found, NONE if is_declared else style_of(cells["words"], found, written.manner))


BLANK = (None,) * len(ReadingSpec.made)
TEXT, NUMBER, LIST = 0, 1, 2
"""What the words of a value are."""


def reading_cells(reading: Reading | None, style: int = NONE) -> tuple[Any, ...]:
    """A reading as `ReadingSpec.made` has it."""
    if reading is None:
        return False, *BLANK[1:]
    stated, what = reading.stated, digest(reading.terms, reading.excludes, reading.language)
    if stated is None:
        names = None if reading.kind in (Kind.QUOTATION, Kind.IDENTIFIER) else "\n".join(reading.terms)
        return True, None, None, True, reading.dimension, what, what, names, False, 0, style
    nouns = tuple(sorted(counted(reading.noun, reading.language)))
    words = digest(reading.direction, nouns) if reading.direction or nouns else None
    identity = digest(reading.dimension, stated.low, stated.high, stated.low_in, stated.high_in, reading.direction)
    low, high = ends((reading.own or reading).stated or stated)
    of_class = class_number(reading.unit, is_zoned=reading.zone is not None)
    is_closed = not reading.is_open
    return True, low, high, is_closed, reading.dimension, words, identity, None, reading.has_mismatch, of_class, style


def class_number(unit: str, *, is_zoned: bool = False) -> int:
    """What tells apart readings that are compared otherwise than those of one class: see comparing/boxes.py."""
    return digest(unit, is_zoned) if unit or is_zoned else 0


@dataclass(frozen=True)
class TimeReader:
    """`at_time`, `published` → the times that values speak of."""

    settings: ReadingSettings

    made: ClassVar = {
        "ok": "truth",
        "begins": "double",
        "ends": "double",
        "span": "long",
        "late": "truth",
        "dated": "truth",
        "style": "long",
    }
    types: ClassVar = {"at_time": "text", "published": "text", **made}

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self.settings)

    def __call__(self, chunk: Columns) -> Columns:
        made = []
        for text, published in zip(chunk["at_time"], chunk["published"], strict=True):
            publication = self._dates.read(published) if published else None
            known = publication if isinstance(publication, Reading) else None
            written = clean(text)
            found = self._dates.read(written, published=known) if written is not None else None
            if isinstance(found, ReadingError):
                made.append((False, None, None, None, False, False, NONE))
            else:
                style = style_of(written or "", found) if found else NONE
                made.append((*time_cells(found.stated if found else None, known.stated if known else None), style))
        return {
            **{key: chunk[key] for key in ("at_time", "published")},
            **dict(zip(self.made, _turned(made, self.made), strict=True)),
        }


def time_cells(written: Interval | None, published: Interval | None) -> tuple[Any, ...]:
    """A time as it is written as `TimeReader.made` has it, but for its style: `dated` if both ends are whole."""
    if written is None:
        return True, None, None, None, False, False
    begins, until = ends(written)
    is_dated = _is_whole(begins) and _is_whole(until)
    identity = digest(written.low, written.high, written.low_in, written.high_in)
    return True, begins, until, identity, published is not None and published.before(written), is_dated


@dataclass(frozen=True)
class VoiceReader:
    """`source`, `said_by`, `stance`, `tongue` → who speaks, and all that claims take from their source.

    `tongue` is the language of a claim, if it is not that of its source; `speaks` is the one that it has.
    """

    sources: Mapping[str, Source]
    names: Names
    drafted: frozenset[str] = frozenset()

    types: ClassVar = {
        "source": "text",
        "said_by": "text",
        "stance": "text",
        "tongue": "text",
        "speaks": "text",
        "source_id": "long",
        "witness": "long",
        "speaker": "long",
        "disputes": "truth",
        "published": "text",
        "language": "text",
        "drafted": "truth",
    }

    @cached_property
    def _witnesses(self) -> Witnesses:
        return Witnesses(self.sources, self.names)

    def __call__(self, chunk: Columns) -> Columns:
        made = []
        keys = ("source", "said_by", "stance", "tongue")
        for id, said_by, stance, tongue in zip(*(chunk[key] for key in keys), strict=True):
            source = self.sources.get(id)
            stands = stance_of(stance or None, clean(said_by))
            speaks = tongue or (source.language if source else "en")
            speaker = clean(said_by) and name_in(speaks, clean(said_by) or "", self.names)
            claim = Claim("", id, "", "", "", "", _nowhere, said_by=speaker, stance=stands)
            made.append(
                (
                    id,
                    said_by,
                    stance,
                    tongue,
                    speaks,
                    digest(id),
                    digest(self._witnesses.of(claim).witness),
                    digest(self._witnesses.of(claim).speaker) if claim.said_by else None,
                    stands is Stance.DISPUTES,
                    (source.published if source else None) or "",
                    source.manner if source else "en",
                    id in self.drafted,
                )
            )
        return dict(zip(self.types, _turned(made, self.types), strict=True))


def stance_of(written: str | None, said_by: str | None) -> Stance:
    """The stance of who speaks: as written, else that of an author, or of a source that passes it on."""
    if written is not None and written in set(Stance):
        return Stance(written)
    return Stance.REPORTS if said_by is not None else Stance.ASSERTS


def _nowhere(key: str) -> tuple[int, int]:
    raise KeyError(key)


@dataclass(frozen=True)
class KindReader:
    """Values of attributes that nobody declared → the kinds in which they read, joined by spaces."""

    settings: ReadingSettings

    keys: ClassVar = {
        "attribute": "text",
        "words": "text",
        "figure": "double",
        "form": "long",
        "published": "text",
        "relative": "truth",
        "language": "text",
    }
    types: ClassVar = {**keys, "kinds": "text"}

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self.settings)

    def __call__(self, chunk: Columns) -> Columns:
        kinds = [" ".join(sorted(self._kinds(cells))) for cells in _rows(chunk, self.keys)]
        return {**{key: chunk[key] for key in self.keys}, "kinds": kinds}

    def _kinds(self, cells: Mapping[str, Any]) -> frozenset[Kind]:
        form = cells["form"]
        text = value_of(cells["words"] or None, cells["figure"], is_list=form == LIST)
        if text is None:
            return frozenset()
        published = self._dates.read(cells["published"]) if cells["published"] else None
        return kinds_of_value(
            text,
            self.settings,
            is_number=form == NUMBER or not cells["words"],
            is_relative=cells["relative"] and isinstance(text, str),
            published=published if isinstance(published, Reading) else None,
            manner=cells["language"] or "en",
        )


def _rows(chunk: Columns, keys: Mapping[str, str]) -> list[dict[str, Any]]:
    return [dict(zip(keys, cells, strict=True)) for cells in zip(*(chunk[key] for key in keys), strict=True)]


def _turned(rows: Sequence[Sequence[Any]], names: Mapping[str, str]) -> list[Sequence[Any]]:
    """Rows as columns."""
    return list(zip(*rows, strict=True)) if rows else [() for _ in names]


def attribute_key(name: str | None) -> str:
    """The normalised name of an attribute as a cell has it, empty if it is blank."""
    found = clean(name)
    return "" if found is None else normalise(found)
