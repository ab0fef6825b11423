"""A review of an article: its figures as `proofread` tells them, and what a person says to each, in proposals/ID.yaml.

That file is the only memory, written as `crosscheck propose` writes it. What a person accepts is read with the whole
workspace before it is written, so that a value which cannot be one of its item is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from crosscheck.articles.proofreader import proofread
from crosscheck.articles.proofreading import Figure, Proof
from crosscheck.articles.proposals import (
    FOLDER,
    Proposals,
    as_item,
    figure_text,
    read_proposals,
    schema_of,
    standing,
    write_proposals,
)
from crosscheck.articles.proposing import propose
from crosscheck.decisions.lock import locked_file
from crosscheck.files import check_regular, present, relative, why_not_written, write_file
from crosscheck.loading import Options
from crosscheck.outputs.proofs.html import Desk, Offer, parts, render
from crosscheck.problems import InputError, Position, Problem
from crosscheck.review.watched import Conflict, WatchedFile
from crosscheck.workspace import inputs
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument

MOST_OFFERED = 5
"""So many items are offered of a figure, as there are keys for them."""

EDITED = ("subject", "attribute", "read_as", "when", "said_by", "note")
"""What a person may write of a figure in the browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAnswer:
    """How things stand after something was written.

    `parts` are those of the page that look otherwise now: cards and marks by the number of their figure, and what
    stands above the text; None if figures have other numbers now, so that the page must be loaded again. `figure` is
    the number of the one that was spoken of, `written` the entry as the file has it, `steps` what can be taken back.
    """

    version: str
    parts: Mapping[str, Any] | None
    figure: int
    written: str
    steps: int


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done to the figure at some place of the text: the file before it, and its version after it."""

    before: bytes | None
    after: str
    place: int


class ArticleReview:
    """One article under review. Whoever asks waits until the one before has been answered."""

    def __init__(
        self,
        root: Path,
        options: Options,
        article: Path,
        id: str | None = None,
        published: str | None = None,
        language: str | None = None,
    ) -> None:
        self._root, self._options, self._article = root, options, article
        self._said: dict[str, Any] = {"id": id, "published": published, "language": language}
        self._lock = RLock()
        self._steps: list[_Step] = []
        self._file: WatchedFile | None = None
        self._stamps: dict[str, tuple[int, int]] = {}
        self._attributes: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What messages call the file that is written to, once the page has been made."""
        return self._file.name if self._file is not None else FOLDER

    def page(self) -> str:
        """The page of the article as it is now, with what a person may do; raises `InputError`, `NothingToCheck`."""
        with self._lock:
            made = propose(self._root, self._article, self._options, **self._said)
            self._attributes = made.attributes
            self._file = self._file or self._writable(made.path)
            version = self._file.remember(self._content())
            self._take(read_proposals(made.content.encode(), self._file.name), self._proof(None))
            return render(self._proof_now, self._desk(version))

    def since(self, version: str) -> tuple[str, list[str]]:
        """The version of the file, and how it differs from the one that a page knows.

        Raises `Conflict` if what the page compares has changed.
        """
        with self._lock:
            assert self._file is not None
            changed = sorted(dict(self._stamps.items() ^ _stamps(self._inputs()).items()))
            if changed:
                raise Conflict(f"{_some(changed)} changed since this page was loaded.")
            content = self._content()
            return self._file.remember(content), self._file.changes(version, content)

    def say(
        self, version: str, number: int, accept: str, choice: int | None, written: Mapping[str, str] | None
    ) -> ArticleAnswer:
        """Write what a person says to a figure: `accept` it, for one of its items or as `written`, or never to ask.

        Raises `Conflict`, or `InputError` if it says too little or what it says cannot be read.
        """
        with self._lock:
            assert self._file is not None
            place = self._places.get(number)
            if place is None:
                raise Conflict(f"Figure {number} is not what it was when this page was loaded. Nothing was written.")
            self._file.require(version, self._content())
            figure = _said(self._proposals.figures[place], self._offers[number].items, accept, choice, written)
            figures = [*self._proposals.figures[:place], figure, *self._proposals.figures[place + 1 :]]
            name = self._file.name
            content = write_proposals(
                Proposals(self._proposals.head, tuple(figures)), name, schema_of(self._file.path, self._root)
            ).encode()
            proposals = read_proposals(content, name)
            proof = self._proof(proposals)
            if proof.article.text.sha256 != self._proof_now.article.text.sha256:
                raise Conflict(f"{self._article.name} has changed since this page was loaded. Nothing was written.")
            with locked_file(self._file.path, name):
                before = self._content()
                self._file.require(version, before)
                at = next(one.span.start for one in self._proof_now.figures if one.number == number)
                if content != before:
                    write_file(self._file.path, content)
                    self._steps.append(_Step(before, self._file.remember(content), at))
            return self._answer(proposals, proof, at, "\n".join(figure_text(figure)))

    def undo(self, version: str) -> ArticleAnswer:
        """Take back what was last written: the file is what it was before, byte for byte; raises `Conflict`."""
        assert self._file is not None
        with self._lock, locked_file(self._file.path, self._file.name):
            now = self._content()
            self._file.require(version, now)
            if not self._steps:
                raise Conflict("There is nothing to take back.")
            step = self._steps[-1]
            if step.after != version:
                changes = self._file.changes(step.after, now)
                raise Conflict(f"{self._file.name} has changed since, and therefore stays.", changes)
            self._file.restore(step.before)
            self._steps.pop()
            made = propose(self._root, self._article, self._options, **self._said)
            proposals = read_proposals(made.content.encode(), self._file.name)
            return self._answer(proposals, self._proof(None), step.place, "")

    def _writable(self, path: Path) -> WatchedFile:
        """The file of proposals; raises `InputError` if it may not be written to."""
        why = why_not_written(path, self._root, [*inputs(self._root, self._options.texts), self._article])
        if why is not None:
            raise InputError([Problem(Position(path.name), why)])
        return WatchedFile(path, relative(path, self._root))

    def _content(self) -> bytes | None:
        assert self._file is not None
        if present(self._file.path, self._file.name):
            check_regular(self._file.path, self._file.name)
        return self._file.content()

    def _proof(self, proposals: Proposals | None) -> Proof:
        """The article, read with these proposals, else with those in the file."""
        self._stamps = _stamps(self._inputs())
        return proofread(self._root, self._options, self._article, proposals=proposals, **self._said)

    def _inputs(self) -> Iterator[tuple[str, Path]]:
        """The files that the article is compared with, and it itself, each with what messages call it."""
        for path in (*inputs(self._root, self._options.texts), self._article):
            for file in path.rglob("*") if path.is_dir() else (path,):
                yield relative(file, self._root), file

    def _take(self, proposals: Proposals, proof: Proof) -> None:
        self._proposals, self._proof_now = proposals, proof
        self._places = _places(proof, proposals.figures)
        self._offers = {
            figure.number: _offer(figure, proposals.figures[self._places[figure.number]])
            for figure in proof.figures
            if figure.number in self._places
        }

    def _desk(self, version: str) -> Desk:
        assert self._file is not None
        return Desk(version, len(self._steps), self._file.name, self._offers, self._attributes)

    def _answer(self, proposals: Proposals, proof: Proof, place: int, written: str) -> ArticleAnswer:
        """What a page is told after something was written of the figure at a place of the text."""
        assert self._file is not None
        is_same = [one.span.start for one in self._proof_now.figures] == [one.span.start for one in proof.figures]
        before = parts(self._proof_now, self._desk("")) if is_same else {}
        self._take(proposals, proof)
        near = min(proof.figures, key=lambda one: abs(one.span.start - place), default=None)
        return ArticleAnswer(
            version=self._file.remember(self._content()),
            parts=_changed(before, parts(proof, self._desk(""))) if is_same else None,
            figure=near.number if near is not None else 0,
            written=written,
            steps=len(self._steps),
        )


def _stamps(files: Iterable[tuple[str, Path]]) -> dict[str, tuple[int, int]]:
    """When each file was written, and its size; what is not there is left out."""
    found = {}
    for name, file in files:
        with suppress(OSError):
            found[name] = (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else (0, 0)
    return found


def _some(names: Sequence[str]) -> str:
    """The names of changed files, with the verb: `claims/a.yaml has`, `claims/a.yaml and 2 more have`."""
    return f"{names[0]} has" if len(names) == 1 else f"{names[0]} and {len(names) - 1:,} more have"


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What is other in some parts of a page than it was; what is told by number, for each number."""
    found: dict[str, Any] = {}
    for key, part in after.items():
        if isinstance(part, Mapping):
            found[key] = {number: one for number, one in part.items() if before[key].get(number) != one}
        elif before[key] != part:
            found[key] = part
    return found


def _places(proof: Proof, figures: Sequence[FigureDocument]) -> dict[int, int]:
    """Which proposal each figure of a proof is, by number: the one that stands at its words, or has most of them."""
    place_of = {id(figure): place for place, figure in enumerate(figures)}
    found: dict[int, int] = {}
    for one in standing(figures, proof.article.text):
        shares = [
            (min(one.end, figure.span.end) - max(one.start, figure.span.start), -len(figure.span.text), -figure.number)
            for figure in proof.figures
        ]
        best = max(shares, default=(0, 0, 0))
        if best[0] > 0:
            found.setdefault(-best[2], place_of[id(one.figure)])
    return found


def _offer(figure: Figure, document: FigureDocument) -> Offer:
    """What a person may say to a figure: the items that it may speak of, the one that it has by now first."""
    own = as_item(document)
    suggested = [one.choice.item for one in figure.choices]
    listed = [
        ChoiceDocument(subject=item.subject, attribute=item.attribute.name, scope=dict(item.scope))
        for item in suggested
    ]
    is_chosen = own is not None or figure.item is not None
    items: dict[tuple[Any, ...], ChoiceDocument] = {}
    for one in (*([own] if own is not None else []), *listed, *document.choices):
        items.setdefault((one.subject, one.attribute, *sorted(one.scope.items())), one)
    return Offer(
        accept=document.accept,
        items=tuple(items.values())[:MOST_OFFERED],
        chosen=1 if is_chosen and items else 0,
        written={key: str(getattr(document, key)) for key in EDITED if getattr(document, key)},
        hints=dict(document.hints),
    )


def _said(
    figure: FigureDocument,
    items: Sequence[ChoiceDocument],
    accept: str,
    choice: int | None,
    written: Mapping[str, str] | None,
) -> FigureDocument:
    """A proposal with what a person says to it; raises `InputError`."""
    if accept != "yes":
        return figure.model_copy(update={"accept": accept})
    keys: dict[str, Any] = {"accept": "yes", "choice": None, "choices": (), "differs_from": ()}
    if written is not None:
        told = {key: " ".join(written.get(key, "").split()) or None for key in EDITED}
        missing = [key for key in ("subject", "attribute") if told[key] is None]
        if missing:
            raise InputError([Problem(Position(missing[0], 0, 0), "is missing")])
        same = next(
            (one for one in items if (one.subject, one.attribute) == (told["subject"], told["attribute"])), None
        )
        return figure.model_copy(update=keys | told | {"scope": dict(same.scope) if same is not None else {}})
    if choice is None or not 1 <= choice <= len(items):
        which = f"choose one of the items 1 to {len(items)}, or edit" if items else "there is none to choose, so edit"
        raise InputError([Problem(Position("item", 0, 0), f"is missing: {which}")])
    item = items[choice - 1]
    return figure.model_copy(
        update=keys | {"subject": item.subject, "attribute": item.attribute, "scope": dict(item.scope)}
    )
