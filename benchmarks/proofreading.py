"""How many planted errors of an article `proofread` shows, before and after a person accepts, and how fast it is.

    python benchmarks/proofreading.py [--list]

The articles on invented events (tests/articles) have a key of every figure: the item that it speaks of in a small
workspace, and whether it is right there, wrong, the time of another, or open. 40 figures of averil are planted errors.
The others were written later, to see what was not fitted to them. The whole chain is run.

*told*: `proofread` says differs or newer?, of the right item.
*shown*: it says so much, or names the right item with what others hold, of a figure whose pairing or time is open.
*alarms*: figures that are right, open or a time, and are told to differ.
*corrected*: the same articles with what the workspace holds in the place of each error; none should be told to differ.
*accepted*: each figure of which the workspace has the item is accepted for it, with the time that its sentence has if
the item is of periods; then all that are wrong should fail or be newer?, and no other.

The seconds are those of the process (no other counts), without loading the workspace; the text is one of the five
articles in ../shared/sources, repeated to 3,000 words, else the invented ones.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import yaml

from crosscheck.articles import proofreader
from crosscheck.articles.hints import NO_HINTS
from crosscheck.articles.proofreader import proofread
from crosscheck.articles.proofreading import Figure, FigureStatus, Proof
from crosscheck.articles.proposals import Proposals, write_proposals
from crosscheck.loading import Options, load_and_read
from crosscheck.model import Item, OverTime
from crosscheck.progress import NO_PROGRESS
from crosscheck.texts import read_text
from crosscheck.workspace.documents import FigureDocument, ProposalsDocument

ROOT = Path(__file__).resolve().parents[1]
TEXTS = next((folder for up in ROOT.parents if (folder := up / "shared" / "sources").is_dir()), None)
INVENTED = tuple(ROOT / "tests" / "articles" / name for name in ("averil", "quillon", "corrow", "ravel"))
OPTIONS = Options(today="2026-11-22")
FLAGGED = (FigureStatus.DIFFERS, FigureStatus.NEWER)
WORDS = 3_000


@dataclass(frozen=True)
class Marked:
    """A figure of the key: its words among others, the item that it speaks of ("" for none), and what it is."""

    article: str
    quote: str
    value: str
    title: str
    what: str

    def found(self, proof: Proof) -> Figure | None:
        """The figure of a proof that stands there."""
        text = proof.article.text
        place = text.find(self.quote)
        inside = text.find(self.value, place[0]) if place is not None else None
        if inside is None:
            return None
        met = (figure for figure in proof.figures if figure.span.start < inside[1] and inside[0] < figure.span.end)
        return next(met, None)


@dataclass
class Counts:
    """What became of the figures of some articles."""

    wrong: int = 0
    told: int = 0
    shown: int = 0
    others: int = 0
    alarms: int = 0
    agreeing: int = 0
    corrected_alarms: int = 0
    accepted: int = 0
    failing: int = 0
    newer: int = 0
    right: int = 0
    right_flagged: int = 0
    listed: list[str] = field(default_factory=list)


def key_of(root: Path) -> dict[str, list[Marked]]:
    """The figures of each article of a folder."""
    key = yaml.safe_load((root / "key.yaml").read_text(encoding="utf-8"))
    return {
        name: [
            Marked(
                name, marked.translate({91: None, 93: None}), marked.partition("[")[2].partition("]")[0], title, what
            )
            for marked, title, what in entries
        ]
        for name, entries in key.items()
    }


def counted(root: Path) -> Counts:
    """What proofreading makes of the articles of a folder, first as they are, then with everything accepted."""
    counts = Counts()
    loaded = load_and_read(root, OPTIONS, NO_PROGRESS)
    items = {item.title: item for item in loaded.read.items(loaded.policy)}
    for name, marked in key_of(root).items():
        article = root / "texts" / f"{name}.txt"
        proof = proofread(root, OPTIONS, article)
        for one in marked:
            _count_suggested(one, one.found(proof), counts)
        _count_corrected(root, article, marked, items, counts)
        for one, figure in _accepted(root, article, proof, marked, items):
            _count_accepted(one, figure, counts)
    return counts


def _count_suggested(marked: Marked, figure: Figure | None, counts: Counts) -> None:
    is_flagged = figure is not None and figure.status in FLAGGED
    if marked.what != "wrong":
        counts.others += 1
        counts.alarms += is_flagged
        if is_flagged:
            counts.listed.append(f"alarm: {marked.quote}: {figure.message if figure else ''}")
        return
    counts.wrong += 1
    is_told = is_flagged and figure is not None and figure.item is not None and figure.item.title == marked.title
    is_shown = is_told or (figure is not None and _names(figure, marked.title))
    counts.told += is_told
    counts.shown += is_shown
    if not is_shown:
        counts.listed.append(f"not shown: {marked.quote} ({marked.title}): {figure.message if figure else 'no figure'}")


def _count_corrected(root: Path, article: Path, marked: list[Marked], items: dict[str, Item], counts: Counts) -> None:
    """Count what the article is told that has no error: each is what the workspace holds of its item."""
    text = article.read_text(encoding="utf-8")
    for one in marked:
        if one.what == "wrong":
            held = next(row.claim.text for row in items[one.title].rows)
            text = text.replace(one.quote, one.quote.replace(one.value, held, 1), 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / article.name
        path.write_text(text, encoding="utf-8")
        proof = proofread(root, OPTIONS, path)
    for figure in proof.figures:
        counts.agreeing += figure.status is FigureStatus.AGREES
        counts.corrected_alarms += figure.status in FLAGGED
        if figure.status in FLAGGED:
            counts.listed.append(f"corrected: {figure.message}")


def _names(figure: Figure, title: str) -> bool:
    """Whether a figure that cannot be compared, or is not paired, is told what others hold of an item."""
    if figure.item is not None:
        return figure.item.title == title
    return f"if it is {title}: " in figure.message


def _accepted(
    root: Path, article: Path, proof: Proof, marked: list[Marked], items: dict[str, Item]
) -> Iterator[tuple[Marked, Figure | None]]:
    """What is told of each figure whose item is there, once all of these are accepted."""
    figures = [one for one in marked if one.title and one.what in ("right", "wrong")]
    head = ProposalsDocument(source=article.stem, article=article.name, sha256=proof.article.text.sha256)
    documents = [_document(number, one, proof, items[one.title]) for number, one in enumerate(figures, 1)]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("claims", "rules", "crosscheck.toml"):
            (copy / part).symlink_to(root / part)
        (copy / "proposals").mkdir()
        content = write_proposals(Proposals(head, tuple(documents)), "proposals.yaml")
        (copy / "proposals" / f"{article.stem}.yaml").write_text(content, encoding="utf-8")
        after = proofread(copy, OPTIONS, article)
    yield from ((one, one.found(after)) for one in figures)


def _document(number: int, marked: Marked, proof: Proof, item: Item) -> FigureDocument:
    figure = marked.found(proof)
    hints = figure.hints if figure is not None else NO_HINTS
    is_of_period = item.attribute.over_time is OverTime.PER_PERIOD
    is_dated = hints.when is not None and hints.when.reading is not None
    when = hints.when.text if is_of_period and is_dated and hints.when is not None else None
    return FigureDocument(
        number=str(number),
        accept="yes",
        value=marked.value,
        quote=marked.quote,
        subject=item.subject,
        attribute=item.attribute.name,
        scope=dict(item.scope),
        when=when,
    )


def _count_accepted(marked: Marked, figure: Figure | None, counts: Counts) -> None:
    is_failing = figure is not None and figure.fails
    is_newer = figure is not None and figure.status is FigureStatus.NEWER
    if marked.what == "wrong":
        counts.accepted += 1
        counts.failing += is_failing
        counts.newer += is_newer
    else:
        counts.right += 1
        counts.right_flagged += is_failing or is_newer
    if (is_failing or is_newer) is not (marked.what == "wrong"):
        told = f"{figure.status}: {figure.message}" if figure is not None else "no figure"
        counts.listed.append(f"accepted {marked.what}: {marked.quote}: {told}")


# ----------------------------------------------------------------------------------------------------------- seconds


def article_of(words: int, folder: Path) -> Path:
    """A text of so many words."""
    texts = [TEXTS / "foreign-affairs.txt"] if TEXTS is not None else [*(INVENTED[0] / "texts").iterdir()]
    parts: list[str] = []
    for paragraph in cycle(line for path in texts for line in path.read_text("utf-8-sig").split("\n") if line.strip()):
        if sum(len(part.split()) for part in parts) >= words:
            break
        parts.append(paragraph)
    path = folder / "draft.txt"
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


def workspace_of(items: int, folder: Path) -> Path:
    """A workspace with the claims of this repository, and a table with so many items more."""
    root = folder / f"workspace-{items}"
    root.mkdir()
    for part in ("rules", "crosscheck.toml"):
        (root / part).symlink_to(ROOT / part)
    (root / "claims").mkdir()
    for path in (ROOT / "claims").glob("*.yaml"):
        (root / "claims" / path.name).symlink_to(path)
    if items:
        names = ("Agency", "Battalion", "Company", "District", "Embassy", "Fund", "Gang", "Harbour")
        rows = (f"made,{names[n % 8]} {n // 8} of Colombia,members,{n}\n" for n in range(items))
        (root / "claims" / "made.csv").write_text("source,subject,attribute,value\n" + "".join(rows), encoding="utf-8")
    return root


def seconds() -> Iterator[str]:
    """What proofreading takes of the process besides loading the workspace, with more and more items."""
    loading = 0.0

    def timed(*args: object, **keys: object) -> object:
        nonlocal loading
        start = time.process_time()
        try:
            return load_and_read(*args, **keys)  # type: ignore[arg-type]
        finally:
            loading += time.process_time() - start

    proofreader.load_and_read = timed  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        article = article_of(WORDS, Path(folder))
        count = len(read_text(article).shown.split())
        for items in (0, 0, 1_000, 100_000):
            root, loading = workspace_of(items, Path(tempfile.mkdtemp(dir=folder))), 0.0
            start = time.process_time()
            proof = proofread(root, OPTIONS, article)
            whole = time.process_time() - start
            yield (
                f"{count:,} words, {items:,} items more: {len(proof.figures)} figures, {whole - loading:.2f} s "
                f"and {loading:.2f} s of loading"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="what is not shown, and every false alarm")
    asked = parser.parse_args()
    for root in INVENTED:
        found = counted(root)
        sys.stdout.write(
            f"{root.name}: of {found.wrong} planted errors {found.told} told, {found.shown} shown; "
            f"{found.alarms} alarms on {found.others} others\n"
            f"  corrected: {found.agreeing} agree, {found.corrected_alarms} differ\n"
            f"  accepted: {found.failing} fail and {found.newer} are newer? of {found.accepted}; "
            f"{found.right_flagged} of {found.right} that are right\n"
        )
        sys.stdout.writelines(f"    {line}\n" for line in found.listed if asked.list)
    sys.stdout.writelines(f"{line}\n" for line in islice(seconds(), 1, None))


if __name__ == "__main__":
    main()
