"""The texts of sources with their figures marked: curated, time or scope, open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crosscheck.articles.coverage import Cover, Coverage
from crosscheck.outputs.coverage import cover_name, percent, reading_text, summary
from crosscheck.outputs.report.claims import source_view
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.words import language
from crosscheck.texts import Paragraph, Place
from crosscheck.translations import ENGLISH, N_, Words

MOST_TEXTS = 100
"""Texts that the page shows: those of which least is curated."""
LONGEST = 200_000
"""Characters of a text that the page shows, in whole paragraphs."""
MOST_LISTED = 50
"""Open figures of a text that are listed above it."""
MOST_CLAIMS = 5
"""Claims that a marked figure names."""
MARKS = {Cover.CURATED: "c", Cover.TIME_OR_SCOPE: "t", Cover.OPEN: "o"}
"""The class of a marked figure."""

_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_ENDS = ".!?:;…\"'”’»)"


class CoverageView(NamedTuple):
    """What the table of sources says of one; `anchor` is where its text is, "" if the page has none of it."""

    percent: str
    counted: str
    anchor: str


def coverage_views(
    coverage: Sequence[Coverage], words: Words = ENGLISH, *, with_texts: bool
) -> dict[str, CoverageView]:
    """What the table of sources says, by source."""
    anchors = _anchors(coverage) if with_texts else {}
    return {
        each.source.id: CoverageView(
            percent(each.percentage, words) if each.figures else "–",
            summary(each, words),
            anchors.get(each.source.id, ""),
        )
        for each in coverage
    }


def texts_view(coverage: Sequence[Coverage], words: Words = ENGLISH) -> View:
    """The texts that the page shows, in the order of their sources."""
    anchors = _anchors(coverage)
    return {
        "rows": [_text(each, anchors[each.source.id], words) for each in coverage if each.source.id in anchors],
        "left_out": len(coverage) - len(anchors),
        "marks": [(mark, cover_name(cover, words)) for cover, mark in MARKS.items()],
    }


def _anchors(coverage: Sequence[Coverage]) -> dict[str, str]:
    least = sorted(coverage, key=lambda each: (each.percentage, each.source.id))[:MOST_TEXTS]
    return {id: f"t{number}" for number, id in enumerate(sorted(each.source.id for each in least))}


def _text(coverage: Coverage, anchor: str, words: Words) -> View:
    text = coverage.article.text
    left = [covered for covered in coverage.figures if covered.cover is Cover.OPEN]
    ids = {covered.span.start: f"{anchor}-{number}" for number, covered in enumerate(left, 1)}
    return {
        "anchor": anchor,
        "source": source_view(coverage.source.id, coverage.source, words=words),
        "language": language(coverage.source.language, words),
        "file": coverage.file,
        "summary": summary(coverage, words),
        "notes": text.notes,
        "open": [
            {
                "id": ids[covered.span.start] if covered.span.end <= LONGEST else "",
                "words": covered.span.text,
                "read": None if covered.span.reading is None else reading_text(covered.span.reading, words),
                "problem": covered.span.problem,
                "place": _place(coverage.article.place(covered.span), words),
            }
            for covered in left[:MOST_LISTED]
        ],
        "more": max(0, len(left) - MOST_LISTED),
        "blocks": list(_blocks(coverage, ids, words)),
        "is_cut": len(text.shown) > LONGEST,
    }


def _place(place: Place, words: Words) -> str:
    """`page 2, line 3`"""
    named = {N_("page"): place.page, N_("paragraph"): place.paragraph, N_("line"): place.line}
    return ", ".join(f"{words.gettext(name)} {number}" for name, number in named.items() if number)


def _blocks(coverage: Coverage, ids: Mapping[int, str], words: Words) -> Iterator[tuple[str, list[View]]]:
    """The kind and the pieces of what the page shows as a paragraph each: lines too, but where they only wrap."""
    text = coverage.article.text
    for paragraph in text.paragraphs:
        if paragraph.end <= LONGEST:
            for start, end in lines(text.shown, paragraph):
                yield paragraph.kind, list(_pieces(start, end, coverage, ids, words))


def lines(shown: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph that are shown as one each: its lines, but where they only wrap."""
    start = paragraph.start
    for end in _LINE_END.finditer(shown, paragraph.start, paragraph.end):
        before, after = shown[end.start() - 1 : end.start()], shown[end.end() : end.end() + 1]
        if before in _ENDS or not (after.islower() or after.isdigit()):
            yield start, end.start()
            start = end.end()
    yield start, paragraph.end


def _pieces(start: int, end: int, coverage: Coverage, ids: Mapping[int, str], words: Words) -> Iterator[View]:
    """Some words of a text, each figure with its class, the claims that it is of, and an open one with its anchor."""
    shown, at = coverage.article.text.shown, start
    for covered in coverage.figures:
        span = covered.span
        if not start <= span.start < end:
            continue
        yield {"words": shown[at : span.start], "mark": ""}
        yield {
            "words": span.text,
            "mark": MARKS[covered.cover],
            "id": ids.get(span.start, ""),
            "title": ", ".join((cover_name(covered.cover, words), *covered.claims[:MOST_CLAIMS])),
        }
        at = span.end
    yield {"words": shown[at:end], "mark": ""}
