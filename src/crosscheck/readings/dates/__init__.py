"""Dates: text → Reading.

date = EDTF | hedge* [bound] range (hedge | bound | remark in parentheses)*

A date phrase that lacks its year, or counts from another date, is settled from the anchor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crosscheck.model import Reading, Step
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.edtf import parse_edtf
from crosscheck.readings.dates.moments import part_at
from crosscheck.readings.dates.partial import checked_weekday
from crosscheck.readings.dates.phrases import DatePhrases, date_hedge
from crosscheck.readings.dates.ranges import Ranges
from crosscheck.readings.dates.relative import offset_at
from crosscheck.readings.dates.spans import AHEAD, BACK, Anchor, DateSpan
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import looks_like_a_year
from crosscheck.readings.tokens import FIGURE, Phrases, Text

NEAREST = "5 October 2025, October 2025, late 1990s, 2025-10-05"

_HEDGES_AFTER = Phrases(en.DATE_HEDGES_AFTER)
_BOUNDS = Phrases(en.DATE_BOUNDS)
_EVENTS = Phrases.of(en.EVENTS)
_BEFORE_AN_EVENT = Phrases.of(en.BEFORE_AN_EVENT)
_STANDING = Phrases.of(en.STANDING)
_UNTIL = frozenset({"till", "until", "through", "up", "for", "to", "within"})
"""Behind what happened these say how long it lasted: "closed until 2001"."""
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}")
_SHORT_YEAR = re.compile(r"[-/][0-9]")
_BOUNDS_AFTER = Phrases(en.DATE_BOUNDS_AFTER)
_NOT_AHEAD = Phrases.of(en.NOT_LOOKING_AHEAD)
_NO_REMARK = frozenset().union(
    en.NOT_A_REMARK, en.MONTHS, en.WEEKDAYS, en.CARDINALS, en.ORDINALS, en.ERAS, en.CENTURY, en.SEASONS, en.FISCAL
)


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date may need beside its words: what it counts from, and the order of 10/05/2025.

    `declared`: the text is known to be a date, so that "843" is a year. `is_edtf`: its writer is known to write EDTF,
    as in `when`, so that "2009-10" is a month.
    """

    anchor: Anchor
    date_order: str | None = None
    declared: bool = True
    is_edtf: bool = False


def read_date(text: Text, context: DateContext) -> Reading:
    """Read a date; raises `ReadingError`."""
    edtf = read_edtf(text, is_declared=context.is_edtf)
    if edtf is not None:
        return edtf
    parser = _Parser(text, context)
    return parser.parse().reading(tuple(parser.steps))


def date_end(text: Text, context: DateContext) -> int:
    """The index behind the date that a text begins with; raises `ReadingError`."""
    return _Parser(text, context).end()


def read_edtf(text: Text, *, is_declared: bool) -> Reading | None:
    """Read a date in figures as ISO 8601-2 has it, None if `text` is not of its shape; raises `ReadingError`."""
    # An en dash joins two years ("2004–06"); EDTF has hyphens only.
    whole = None if text.dashed else parse_edtf(text.raw, is_declared=is_declared)
    return None if whole is None else whole.reading((Step(text.raw.strip(), f"EDTF: {_described(whole)}"),))


class _Parser:
    def __init__(self, text: Text, context: DateContext) -> None:
        self.text, self.context = text, context
        self.steps: list[Step] = []
        self.hedges: list[str] = []
        self.bounds: list[str] = []
        self.side = ""

    def parse(self) -> DateSpan:
        span, index = self._begin()
        span = self._closings(index, span)
        if self.hedges:
            span = span.hedged("approx" if "approx" in self.hedges else self.hedges[0])
        if len(self.bounds) > 1:
            raise ReadingError("two bounds on one date", nearest="since 2000, or 2000 to 2015")
        return span.bounded(self.bounds[0]) if self.bounds else span

    def end(self) -> int:
        """The index behind a date, whatever follows."""
        span, index = self._begin()
        while (closing := self._closing(index, span)) is not None:
            span, index = closing
        return index

    def _begin(self) -> tuple[DateSpan, int]:
        """A date without what stands behind it, and the index behind it."""
        start = self._openings(0)
        context = self.context
        anchor = replace(context.anchor, side=self.side)
        phrases = DatePhrases(self.text, anchor, context.date_order, declared=context.declared, is_edtf=context.is_edtf)
        found = Ranges(self.text, phrases, self.bounds[0] if self.bounds else "").at(start)
        if found is None:
            self._refuse_midnight(start)
            self._refuse_half_a_date(start)
            rest = self.text.after(start)
            raise ReadingError(
                f"expected a date, found {shown(rest) if rest else 'nothing'}",
                nearest=NEAREST,
                understood=self.text.between(0, start),
                word=self.text.at(start),
                known=date_words,
            )
        span, index, bound = found
        if bound:
            self.bounds.append(bound)
        self.steps.append(Step(self.text.between(start, index), _described(span)))
        return span, index

    def _openings(self, index: int) -> int:
        """Hedges, bounds and words that change nothing, before a date."""
        while index < len(self.text.tokens):
            bound, hedge = _BOUNDS.at(self.text, index), date_hedge(self.text, index)
            if bound is not None and bound[1] < len(self.text.tokens) and part_at(self.text, index) is None:
                self._note(index, bound, is_bound=True)
                self.side = self._side(index)
                index = bound[1]
            elif self.text.at(index) in en.DUE:
                self.side, index = AHEAD, index + 1
            elif (event := self._event(index)) is not None:
                self.steps.append(Step(self.text.between(index, event), "what happened then; not compared"))
                index = event
            elif hedge is not None:
                self._note(index, hedge)
                index = hedge[1]
            elif self.text.at(index) in en.BEFORE_A_HEDGE and date_hedge(self.text, index + 1):
                index += 1
            else:
                break
        return index

    def _event(self, index: int) -> int | None:
        """The index behind the `was first founded` of "was first founded in 2001", the `annually` before "since"."""
        standing = _STANDING.at(self.text, index)
        if standing is not None and self.text.at(self.text.skip(standing[1], "ever")) == en.SINCE:
            return standing[1]
        copula = _BEFORE_AN_EVENT.at(self.text, index)
        place = self.text.skip(copula[1] if copula is not None else index, *en.OF_EVENTS)
        event = _EVENTS.at(self.text, place) if not (self.bounds or self.hedges) else None
        if event is None or self.text.at(event[1]) in _UNTIL:
            return None
        if self.text.at(event[1]) == en.IN and offset_at(self.text, event[1] + 1, self.context.anchor) is not None:
            return None  # "built in three days"
        is_dated = self.context.declared or self.text.at(event[1]) in ("in", "on")
        return event[1] if is_dated else None

    def _side(self, index: int) -> str:
        """Whether the bound at a token looks ahead of the anchor ("by June") or back ("since June")."""
        if self.text.at(index) in en.LOOKING_BACK:
            return BACK
        is_ahead = self.text.at(index) in en.LOOKING_AHEAD and _NOT_AHEAD.at(self.text, index) is None
        return AHEAD if is_ahead else ""

    def _note(self, index: int, found: tuple[str, int], *, is_bound: bool = False) -> None:
        meaning, after = found
        if is_bound:
            self.bounds.append(meaning)
            words = f"bound: {meaning}"
        else:
            self.hedges += [meaning] if meaning != "same" else []
            words = "the same" if meaning == "same" else "hedge: earlier or later is allowed"
        self.steps.append(Step(self.text.between(index, after), words))

    def _closings(self, index: int, span: DateSpan) -> DateSpan:
        """Hedges, bounds, weekdays and remarks behind a date, which is checked against them."""
        while index < len(self.text.tokens):
            closing = self._closing(index, span)
            if closing is None:
                self._refuse_midnight(index)
                self._refuse_another(index, span)
                # Nothing is suggested: to leave the words out could change what is said.
                raise ReadingError(
                    f"{shown(self.text.after(index))} was not understood", understood=self.text.between(0, index)
                )
            span, index = closing
        return span

    def _closing(self, index: int, span: DateSpan) -> tuple[DateSpan, int] | None:
        """The date after one hedge, bound, weekday or remark behind it, and the index behind that."""
        hedge, bound = _HEDGES_AFTER.at(self.text, index), _BOUNDS_AFTER.at(self.text, index)
        found = hedge or bound
        if found is not None:
            self._note(index, found, is_bound=hedge is None)
            return span, found[1]
        weekday = self._weekday(index, span)
        after = weekday[1] if weekday is not None else self._remark(index)
        if after is None:
            return None
        self.steps.append(Step(self.text.between(index, after), "a remark; not compared"))
        return weekday[0] if weekday is not None else span, after

    def _refuse_midnight(self, index: int) -> None:
        """Refuse "midnight on 5 October 2025", which begins or ends that day."""
        place = self.text.skip(self.text.skip(index, ","), en.AT)
        if self.text.at(place) == en.MIDNIGHT:
            raise ReadingError(
                "whether this midnight begins or ends its day is not said",
                nearest="5 October 2025, 00:00",
                understood=self.text.between(0, index),
            )

    def _refuse_half_a_date(self, index: int) -> None:
        """Refuse "9/11" and "mid-century": a day without its year, a part of some century."""
        if _DAY_AND_MONTH.fullmatch(self.text.after(index)):
            raise ReadingError(
                f"{shown(self.text.after(index))} has no year",
                nearest="the date with its month as a word, and its year",
                understood=self.text.between(0, index),
            )
        is_figured = any(token.kind == FIGURE for token in self.text.tokens)
        if self.text.at(len(self.text.tokens) - 1) == "century" and not is_figured:
            raise ReadingError(f"the century of {shown(self.text.after(index))} is not given")

    def _refuse_another(self, index: int, span: DateSpan) -> None:
        """Refuse "2001, 2003", and "2001-2", whose second figure is a month or a year."""
        written, understood = self.text.after(index), self.text.between(0, index)
        if _SHORT_YEAR.fullmatch(written) and span.precision == "year":
            named = self.text.raw.strip()
            raise ReadingError(f"the {written[1:]} of {named} could be a month or the last of several years")
        place = self.text.skip(self.text.skip(self.text.skip(index, "(", ",", ";"), en.AND, "&", en.OR), "(")
        if place > index and looks_like_a_year(self.text, place):
            raise ReadingError(f"{shown(written)} may be another date; curate a claim for each", understood=understood)

    def _weekday(self, index: int, span: DateSpan) -> tuple[DateSpan, int] | None:
        """The day checked against a weekday behind it, and the index behind `(Sunday)` or `, Sunday`."""
        place = self.text.skip(index, "(", ",")
        weekday = en.WEEKDAYS.get(self.text.at(place))
        if weekday is None or place == index or span.precision != "day":
            return None
        return checked_weekday(span, weekday), self.text.skip(place + 1, ")")

    def _remark(self, index: int) -> int | None:
        """The index behind `(from Great Britain)` at the end: words that cannot change the date before them."""
        inside = self.text.part(index + 1, len(self.text.tokens) - 1)
        if self.text.at(index) != "(" or self.text.at(len(self.text.tokens) - 1) != ")" or not inside.tokens:
            return None
        opens = 0
        if _BOUNDS.at(inside, 0) or _BOUNDS_AFTER.at(inside, 0) or date_hedge(inside, 0) or inside.at(0) == en.OR:
            return None
        for kind, word, _, _ in inside.tokens:
            opens += (word == "(") - (word == ")")
            if kind == FIGURE or word in _NO_REMARK or word in en.REMARK_ENDS or opens < 0:
                return None
        is_spelled = any(len(word) > 2 and word.islower() for word in inside.raw[inside.tokens[0].start :].split())
        return len(self.text.tokens) if is_spelled else None


def date_words() -> frozenset[str]:
    """Words that a date may begin with."""
    words = (
        *en.MONTHS,
        *en.WEEKDAYS,
        *en.SEASONS,
        *en.THIRDS,
        *en.DATE_HEDGES,
        *en.DATE_BOUNDS,
        *en.NEIGHBOURS,
        *en.LATER,
        *en.EARLIER,
    )
    return frozenset(word for phrase in words for word in phrase.split() if len(word) > 3)


def _described(span: DateSpan) -> str:
    low = "open" if span.low is None else cal.iso(span.low)
    high = "open" if span.high is None else cal.iso(span.high)
    return f"{span.precision}: from {low}, before {high}"
