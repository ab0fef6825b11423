"""From a document to its file of proposals, with what an earlier one says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.articles.figures import proposed
from crosscheck.articles.proposals import FOLDER, Proposals, load_proposals, schema_of, write_proposals
from crosscheck.claims.values import Dates
from crosscheck.files import STANDARD_INPUT, present, relative
from crosscheck.loading import Options, load_and_read
from crosscheck.model import ReadingSettings, Source
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.readings import ReadingError
from crosscheck.texts import read_text
from crosscheck.vocabulary import slug
from crosscheck.workspace.documents import FigureDocument, ProposalsDocument

_ID = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Proposed:
    """The content of a file of proposals, which belongs at `path`; `notes` are about the document.

    `attributes` are those that the workspace declares.
    """

    path: Path
    content: str
    figures: tuple[FigureDocument, ...]
    notes: tuple[str, ...]
    attributes: tuple[str, ...]


def propose(
    root: Path,
    article: Path,
    options: Options,
    *,
    id: str | None = None,
    published: str | None = None,
    path: Path | None = None,
    progress: Progress = NO_PROGRESS,
) -> Proposed:
    """Proposals for an article, `-` for standard input; raises `InputError`.

    `id` is that of its source, by default the one whose text it is, else its name; `path` is proposals/ID.yaml if it is
    not given. What a person changed in a file that is there already is kept.
    """
    text = read_text(article, pipe=True)
    loaded = load_and_read(root, options, progress, may_be_empty=True)
    id = source_id(article, id, loaded.workspace.sources)
    target = path if path is not None else root / FOLDER / f"{id}.yaml"
    name = relative(target, root)
    before = load_proposals(target, root) if present(target, name) else None
    if before is not None and before.head.source != id:
        message = f"has proposals for {shown(before.head.source)}, not for {shown(id)}; --output names another file"
        raise InputError([Problem(Position(name), message)])
    published = published or (before.head.published if before is not None else None)
    declared = loaded.workspace.sources.get(id, Source(id, Position("claims")))
    source = with_publication(declared, published, loaded.policy.settings)
    figures = tuple(proposed(text, source, loaded, before.figures if before is not None else ()))
    head = ProposalsDocument(
        source=id,
        article=article.name if article != STANDARD_INPUT else None,
        sha256=text.sha256,
        published=source.published if declared.published is None else None,
    )
    content = write_proposals(Proposals(head, figures), name, schema_of(target, root))
    notes = text.notes
    if source.published is None and any(figure.not_read for figure in figures):
        notes = (*notes, "no date of publication is known, so some dates may not be read; --published gives it")
    attributes = tuple(sorted(attribute.name for attribute in loaded.workspace.attributes.values()))
    return Proposed(target, content, figures, notes, attributes)


def source_id(article: Path, id: str | None, sources: Mapping[str, Source]) -> str:
    """The source that an article is: `id`, else the one whose text it is, else by its name; raises `InputError`."""
    if id is None and article != STANDARD_INPUT:
        found = [source.id for source in sources.values() if source.text == article.name]
        id = found[0] if len(found) == 1 else article.stem if article.stem in sources else slug(article.stem)
    if id is None or _ID.fullmatch(id) is None or len(id) > 100:
        what = "of standard input, give" if article == STANDARD_INPUT else f"{shown(id or '')} is not an id; give"
        raise InputError([Problem(Position("--as"), f"{what} a slug of letters a-z and digits, such as storm-report")])
    return id


def with_publication(source: Source, published: str | None, settings: ReadingSettings) -> Source:
    """A source with its publication, if none is declared; raises `InputError` if that is no date."""
    if published is None or source.published is not None:
        return source
    read = Dates(settings).read(published)
    if isinstance(read, ReadingError):
        raise InputError([Problem(Position("--published"), f"{shown(published)} cannot be read as a date: {read}")])
    return replace(source, published=published)
