"""How many of the values that people curated in the articles of this workspace spotting finds, and how fast it is.

    python benchmarks/spotting.py [--missed] [--spans FILE]

A curated value counts as found if a span stands on it, and as read if that span has the meaning of the claim, too: of
a span that counts from another date, with what the claim counts from. Values that only a person could read (`read_as`)
are left out, unless their words are a date or a figure all the same. Precision is for a person to judge: `--spans`
writes every span on which no curated value stands.

The texts lie outside the repository, in ../shared/sources; without them there is nothing to measure.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crosscheck.articles.spotting import Span, Spotter, Tier
from crosscheck.model import Reading, Row
from crosscheck.problems import Problems
from crosscheck.reading import read_files
from crosscheck.readings import Context, ReadingError, read
from crosscheck.texts import plain, read_text
from crosscheck.workspace import load

ROOT = Path(__file__).resolve().parents[1]
TEXTS = next((folder for up in ROOT.parents if (folder := up / "shared" / "sources").is_dir()), None)
SURE = {Tier.FIGURE, Tier.DATE}
VALUES = SURE | {Tier.VAGUE}


class Curated(NamedTuple):
    """A value of an axis with its place in a paragraph of its source."""

    row: Row
    paragraph: int
    start: int
    end: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--missed", action="store_true", help="list the curated values that are not found")
    parser.add_argument("--spans", type=Path, help="write the spans on which no curated value stands")
    options = parser.parse_args()
    if TEXTS is None:
        print("skipped: the texts of the articles are not here (../shared/sources)")
        return 0
    workspace = load(ROOT, None, problems := Problems())
    rows = [row for item in read_files(workspace, problems).judged for row in item.rows]
    counted: Counter[str] = Counter()
    others = []
    for id, source in sorted(workspace.sources.items()):
        text = read_text(TEXTS / f"{id}.txt")
        texts = [plain(text.shown[part.start : part.end]) for part in text.paragraphs]
        published = read(source.published, Context(is_edtf=True)) if source.published else None
        spotter = Spotter(Context(published=published, language=source.language or "en"))
        began = time.process_time()
        spans = [spotter.spot(text) for text in texts]
        counted["seconds"] += time.process_time() - began  # type: ignore[assignment]
        counted["words"] += sum(len(text.split()) for text in texts)
        curated = [place for row in rows if row.claim.source == id for place in _places(row, texts)]
        counted += _scores(curated, spans, published, options.missed)
        others += [
            f"{id}\t{span.tier}\t{span.text}\t{_meaning(span)}\t{texts[at][max(0, span.start - 40) : span.end + 40]}"
            for at, found in enumerate(spans)
            for span in found
            if span.tier in VALUES and not any(c.paragraph == at and _meets(span, c) for c in curated)
        ]
        for found in spans:
            counted.update(f"spans {span.tier}{'' if span.problem is None else ' not read'}" for span in found)
    _print(counted)
    if options.spans is not None:
        options.spans.write_text("\n".join(others) + "\n", "utf-8")
    return 0


def _places(row: Row, texts: list[str]) -> Iterator[Curated]:
    """Where the value of a claim stands, if it has an axis and its words can be read."""
    claim = row.claim
    if not row.reading.kind.has_axis or (claim.read_as is not None and not _reads(claim.text)):
        return
    quote, value = plain(claim.quote or claim.text), plain(claim.text)
    for at, text in enumerate(texts):
        found = _whole(quote).search(text) if quote in text else None
        inside = _whole(value).search(quote) if found is not None else None
        if found is not None and inside is not None:
            yield Curated(row, at, found.start() + inside.start(), found.start() + inside.end())
            return


def _whole(words: str) -> re.Pattern[str]:
    """The words where no word or figure goes on before or behind them."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _reads(value: str) -> bool:
    try:
        return read(value, Context()).kind.has_axis
    except ReadingError:
        return False


def _scores(curated: list[Curated], spans: list[list[Span]], published: Reading | None, listed: bool) -> Counter[str]:
    counted: Counter[str] = Counter(curated=len(curated))
    for value in curated:
        met = [span for span in spans[value.paragraph] if span.tier in VALUES and _meets(span, value)]
        read_so = [span for span in met if _is_as_curated(span, value, published)]
        counted["found"] += bool(met)
        counted["found sure"] += any(span.tier in SURE for span in met)
        counted["read"] += bool(read_so)
        counted["read sure"] += any(span.tier in SURE for span in read_so)
        if listed and not any(span.tier in SURE for span in read_so):
            print(f"{value.row.claim.id}: {value.row.claim.text!r}, spotted {[(s.text, s.problem) for s in met]}")
    return counted


def _meets(span: Span, value: Curated) -> bool:
    return span.start < value.end and value.start < span.end


def _is_as_curated(span: Span, value: Curated, published: Reading | None) -> bool:
    """Whether a span means what the claim does, in the claim's kind and unit and counted from what it counts from."""
    claimed = value.row.reading
    if span.reading is not None and (span.reading.dimension, span.reading.stated) == (
        claimed.dimension,
        claimed.stated,
    ):
        return True
    # In the attribute's kind, or from another claim's date, the words of the span may say what those of the claim do.
    attempts = [Context(kind=claimed.kind, published=published)]
    if span.problem is not None and value.row.claim.relative_to is not None:
        return (
            plain(value.row.claim.text).lower().strip() in plain(span.text).lower() or span.text in value.row.claim.text
        )
    for context in attempts:
        try:
            found = read(span.text, context)
        except ReadingError:
            continue
        if (found.dimension, found.stated) == (claimed.dimension, claimed.stated):
            return True
    return False


def _meaning(span: Span) -> str:
    if span.reading is None or span.reading.stated is None:
        return f"not read: {span.problem}"
    return f"{span.reading.kind} {span.reading.dimension} {span.reading.stated.low}..{span.reading.stated.high}"


def _print(counted: Counter[str]) -> None:
    total = counted["curated"] or 1
    print(f"curated values with a place: {counted['curated']}")
    for name in ("found", "found sure", "read", "read sure"):
        print(f"{name}: {counted[name]} ({counted[name] / total:.3f})")
    for name in sorted(name for name in counted if name.startswith("spans")):
        print(f"{name}: {counted[name]}")
    print(f"seconds for 3,000 words: {counted['seconds'] / counted['words'] * 3000:.2f}")


if __name__ == "__main__":
    sys.exit(main())
