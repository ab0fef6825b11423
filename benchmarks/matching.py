"""How often matching finds the item of a figure, and how often what it suggests is right.

    python benchmarks/matching.py [--list]

Of the five articles of this repository's workspace one after the other is left out of it, and its curated values are
matched with what the other four hold: *dense* are those whose item these have, *thin* all of them.

Articles on invented events (tests/articles) are matched with two small workspaces by a key of every figure. 40 figures
of averil are planted errors; nothing was fitted to quillon. "Half of both" leaves half of the items out, in several
ways; "other names" are the same articles on another ship, storm and company: whatever is suggested there is wrong.
The texts of the five articles lie outside the repository, in ../shared/sources.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path

import yaml

from crosscheck.articles.matching import Match, matches
from crosscheck.articles.scoring import FIGURES
from crosscheck.articles.spotting import Span, Spotter, Tier
from crosscheck.claims.items import key_of
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.loading import Loaded, Options, load_and_read
from crosscheck.model import Item, Kind, Reading, Row, Source
from crosscheck.progress import NO_PROGRESS
from crosscheck.readings import Context, ReadingError, read
from crosscheck.vocabulary import Names

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT.parent / "shared" / "sources"
INVENTED = tuple(ROOT / "tests" / "articles" / name for name in ("averil", "quillon"))
RENAMED = {
    INVENTED[0]: {
        "Maren Lund": "Castor Bay",
        "Ottilie": "Brunhild",
        "Lund Line": "Beck Line",
        "Averil": "Tolland",
        "AVERIL": "TOLLAND",
        "Sandmouth": "Greypoint",
        "Green Harbour": "Blue Valley",
        "Civic Union": "Free Alliance",
    },
    INVENTED[1]: {
        "Quillon": "Marwick",
        "Halden": "Oster",
        "Tern": "Kite",
        "Dario Venn": "Paul Roth",
        "Sorrel": "Dunmore",
    },
}
"""Other names of the same sort, for articles on events that the workspace has nothing on."""
PARTS = 8
"""So many ways to leave half of a workspace out."""


@dataclass(frozen=True)
class Case:
    """A span with the items that it speaks of, by title: none if the workspace has none."""

    article: str
    span: Span
    right: frozenset[str]
    known: bool


Found = tuple[str, list[tuple[Case, Match]]]
"""An article with its spans and what they are matched with."""


@dataclass(frozen=True)
class Counts:
    """Of spans whose item the workspace has how often it is first and among three; of what is suggested, how much is
    right among these (`dense`) and among all (`thin`)."""

    known: int = 0
    first: int = 0
    three: int = 0
    dense: tuple[int, int] = (0, 0)
    thin: tuple[int, int] = (0, 0)


def loaded(root: Path) -> Loaded:
    return load_and_read(root, Options(today="2026-11-22"), NO_PROGRESS)


def lines_of(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text in which each is a line."""
    return [match.span() for match in re.finditer(r"\S.*", text)]


def items_of(of: Loaded) -> list[Item]:
    return list(of.read.items(of.policy))


def span_at(start: int, value: str, kind: Kind | None = None, reading: Reading | None = None) -> Span:
    """The span of a value; of a kind and a reading if they are known."""
    if kind is not None and not kind.has_axis:
        tier = Tier.QUOTATION if kind is Kind.QUOTATION else Tier.NAME
        return Span(start, start + len(value), value, tier, None, None, None)
    if reading is None:
        try:
            reading = read(value, Context())
        except ReadingError:
            reading = None
    found = kind or (reading.kind if reading else None)
    tier = Tier.DATE if found is Kind.DATE else Tier.FIGURE
    return Span(start, start + len(value), value, tier, found, reading, None)


def left_out(*, on_axes: bool = True, spotted: bool = False) -> Iterator[Found]:
    """The five articles, each matched with what the others hold: figures and dates, or else names and quotations.

    With `spotted` not the curated values are matched, but every span that is found, which may have one on it.
    """
    whole = loaded(ROOT)
    everything = [item for item in items_of(whole) if item.kind.has_axis is on_axes]
    for source in whole.workspace.sources.values():
        text = (TEXTS / f"{source.id}.txt").read_text(encoding="utf-8")
        others = without(source.id)
        names, there = others.workspace.names, items_of(others)
        known = {key_of(item, names) for item in there}
        by_place: dict[tuple[int, int], Case] = {}
        for item, row in ((one, row) for one in everything for row in one.rows):
            if row.claim.source != source.id or row.claim.derived:
                continue
            for span in spans_of(row, item, text):
                before = by_place.get((span.start, span.end), Case(source.id, span, frozenset(), known=False))
                is_known = before.known or key_of(item, names) in known
                by_place[span.start, span.end] = Case(source.id, span, before.right | {item.title}, is_known)
        cases = [by_place[place] for place in sorted(by_place)]
        if spotted:
            cases = [_on(span, cases, source.id) for span in spans_in(text, source, names)]
        spans = [case.span for case in cases]
        found = matches(text, lines_of(text), spans, ListedItems(there, others.policy), names, source.title or "")
        yield source.id, list(zip(cases, found, strict=True))


def spans_in(text: str, source: Source, names: Names) -> Iterator[Span]:
    """Every figure and date that is found in a text."""
    published = read(source.published, Context(is_edtf=True)) if source.published else None
    spotter = Spotter(Context(published=published), names.all_spellings)
    for start, end in lines_of(text):
        for span in spotter.spot(text[start:end]):
            if span.tier in FIGURES:
                yield replace(span, start=start + span.start, end=start + span.end)


def _on(span: Span, cases: Iterable[Case], article: str) -> Case:
    """A span as a case: it speaks of what the curated values that it meets do."""
    met = [case for case in cases if case.span.start < span.end and span.start < case.span.end]
    right = frozenset(title for case in met for title in case.right)
    return Case(article, span, right, any(case.known for case in met))


def without(source: str) -> Loaded:
    """The workspace of this repository without a source."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("claims", "rules"):
            shutil.copytree(ROOT / part, Path(folder) / part)
        shutil.copy(ROOT / "crosscheck.toml", folder)
        (Path(folder) / "claims" / f"{source}.yaml").unlink()
        return loaded(Path(folder))


def spans_of(row: Row, item: Item, text: str) -> Iterator[Span]:
    """The spans of the values of a claim, by its quote, as far as the text has them as written."""
    claim = row.claim
    for value in claim.value if isinstance(claim.value, tuple) else (claim.value,):
        quote = claim.quote or value
        at, inside = text.find(quote), quote.find(value)
        if at >= 0 and inside >= 0:
            yield span_at(at + inside, value, item.kind, row.reading)


def thinned() -> Iterator[Found]:
    """The articles on invented events with workspaces that lack half of their items, parted in some ways."""
    for root, salt in product(INVENTED, range(PARTS)):
        yield from invented(root, lambda title, salt=salt: _half(f"{salt} {title}"))  # type: ignore[misc]


def _half(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 0


def invented(root: Path, has: Callable[[str], bool] = lambda _: True) -> Iterator[Found]:
    """The articles of a workspace on invented events, by their key, with the items that it `has`, by title."""
    of = loaded(root)
    items = ListedItems([item for item in items_of(of) if has(item.title)], of.policy)
    key = yaml.safe_load((root / "key.yaml").read_text(encoding="utf-8"))
    for name, entries in key.items():
        text = (root / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        cases = []
        for marked, title, what in entries:
            before, _, rest = marked.partition("[")
            value = rest.partition("]")[0]
            at = text.index(marked.replace("[", "").replace("]", "")) + len(before)
            right = frozenset({title} if title else ())
            is_counted = what != "time"
            cases.append(
                (
                    is_counted,
                    Case(
                        name, span_at(at, value, None if is_counted else Kind.DATE), right, bool(title) and has(title)
                    ),
                )
            )
        matched = matches(text, lines_of(text), [case.span for _, case in cases], items, of.workspace.names)
        yield name, [(case, found) for (is_counted, case), found in zip(cases, matched, strict=True) if is_counted]


def renamed() -> Iterator[Found]:
    """The articles on invented events with other names in them: the workspaces have an item of none."""
    for root, new in RENAMED.items():
        of = loaded(root)
        items = ListedItems(items_of(of), of.policy)
        spotter = Spotter(Context(), of.workspace.names.all_spellings)
        for path in sorted((root / "texts").iterdir()):
            text = path.read_text(encoding="utf-8")
            for old, other in new.items():
                text = text.replace(old, other)
            spans = [
                replace(span, start=start + span.start, end=start + span.end)
                for start, end in lines_of(text)
                for span in spotter.spot(text[start:end])
            ]
            found = matches(text, lines_of(text), spans, items, of.workspace.names)
            yield path.stem, [(Case(path.stem, match.span, frozenset(), known=False), match) for match in found]


def counted(found: Iterable[tuple[Case, Match]]) -> Counts:
    known = first = three = 0
    dense, thin = [0, 0], [0, 0]
    for case, match in found:
        titles = [choice.item.title for choice in match.choices]
        known += case.known
        first += case.known and titles[:1] != [] and titles[0] in case.right
        three += case.known and bool(case.right & set(titles[:3]))
        if match.suggested is not None:
            is_right = match.suggested.title in case.right
            for tally in (dense, thin) if case.known else (thin,):
                tally[0] += is_right
                tally[1] += 1
    return Counts(known, first, three, (dense[0], dense[1]), (thin[0], thin[1]))


def line(name: str, counts: Counts) -> str:
    def share(part: int, whole: int) -> str:
        return f"{part:>3} of {whole:<3} {part / whole if whole else 0:.2f}"

    return (
        f"{name:<18} first {share(counts.first, counts.known)}   three {share(counts.three, counts.known)}   "
        f"suggested right, dense {share(*counts.dense)}   thin {share(*counts.thin)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="every span with what it may speak of")
    asked = parser.parse_args()
    sets: dict[str, Callable[[], Iterator[Found]]] = {root.name: partial(invented, root) for root in INVENTED}
    sets["half of both"] = thinned
    sets["other names"] = renamed
    if TEXTS.is_dir():
        sets["left out"] = left_out
        sets["left out, spotted"] = partial(left_out, spotted=True)
        sets["left out, words"] = partial(left_out, on_axes=False)
    for name, made in sets.items():
        everything = []
        for article, found in made():
            everything += found
            if asked.list:
                listed(found)
            if made is not thinned:
                sys.stdout.write(line(f"  {article}", counted(found)) + "\n")
        sys.stdout.write(line(name, counted(everything)) + "\n")


def listed(found: Iterable[tuple[Case, Match]]) -> None:
    for case, match in found:
        right = match.choices[:1] and match.choices[0].item.title in case.right
        mark = "ok" if right else "NO" if case.known else "--"
        filled = "FILLED" if match.is_filled else "      "
        sys.stdout.write(f"{mark} {filled} {case.span.text!r} {' | '.join(sorted(case.right))}\n")
        for choice in match.choices[:3]:
            parts = choice.parts
            told = " ".join(f"{part}={getattr(parts, part):.2f}" for part in parts.__slots__)
            sys.stdout.write(f"        {choice.score:.3f} {choice.item.title}   {told}\n")


if __name__ == "__main__":
    main()
