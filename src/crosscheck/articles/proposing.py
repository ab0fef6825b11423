"""From a document to its file of proposals, with what an earlier one says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.articles.figures import proposed
from crosscheck.articles.kept import lost_claims, lost_edits
from crosscheck.articles.proposals import FOLDER, Proposals, read_proposals, schema_of, write_proposals
from crosscheck.claims.values import Dates
from crosscheck.decisions.lock import locked_file
from crosscheck.files import STANDARD_INPUT, present, read_bytes, relative, write_file
from crosscheck.formatting import counted
from crosscheck.loading import Loaded, Options, load_and_read
from crosscheck.model import ReadingSettings, Source
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.readings import ReadingError
from crosscheck.texts import TEXT_SUFFIXES, Text, read_text
from crosscheck.vocabulary import language_tag, slug
from crosscheck.workspace import SUFFIXES
from crosscheck.workspace.documents import LANGUAGE, FigureDocument, ProposalsDocument

CLAIMS = "claims"
"""Where a source stands that no file declares."""

NO_ARTICLE = (*SUFFIXES, ".toml", ".py")
"""What files end in that a workspace reads, and that are no texts."""

_MANY_LEFT = "were not read, because the text is not about their items"

_ID = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Proposed:
    """The content of a file of proposals, which belongs at `path`; `notes` are about the document.

    `attributes` are those that the workspace declares; `before` is what the file was when it was read, None if it was
    not there.
    """

    path: Path
    before: bytes | None
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
    language: str | None = None,
    path: Path | None = None,
    progress: Progress = NO_PROGRESS,
) -> Proposed:
    """Proposals for an article, `-` for standard input; raises `InputError`.

    `id` is that of its source, by default the one whose text it is, else its name; `published` and `language` are of a
    source that no file describes; `path` is proposals/ID.yaml if it is not given. What a person changed in a file that
    is there already is kept.
    """
    check_article(article, root)
    text = read_text(article, pipe=True)
    loaded = load_and_read(root, options, progress, may_be_empty=True, on_demand=True)
    id = source_id(article, id, loaded.workspace.sources)
    target = path if path is not None else root / FOLDER / f"{id}.yaml"
    name = relative(target, root)
    there = read_bytes(target, name) if present(target, name) else None
    before = read_proposals(there, name) if there is not None else None
    if before is not None and before.head.source != id:
        message = f"has proposals for {shown(before.head.source)}, not for {shown(id)}; --output names another file"
        raise InputError([Problem(Position(name), message)])
    declared = loaded.workspace.sources.get(id, Source(id, Position(CLAIMS)))
    earlier = before.head if before is not None else None
    source = described(declared, earlier, published, language, loaded.policy.settings)
    claims = list(loaded.claims_of({id}))
    lost = list(lost_edits(before, text, claims, name)) if before is not None else []
    figures = tuple(proposed(text, source, loaded, before.figures if before is not None else ()))
    head = _head(article, text, source, declared)
    content = write_proposals(Proposals(head, figures), name, schema_of(target, root))
    notes = (*text.notes, *lost, *lost_claims(text, claims))
    if source.published is None and any(figure.not_read for figure in figures):
        notes = (*notes, "no date of publication is known, so some dates may not be read; --published gives it")
    attributes = tuple(sorted(attribute.name for attribute in loaded.workspace.attributes.values()))
    return Proposed(target, there, content, figures, (*notes, *unread_notes(loaded)), attributes)


def _head(article: Path, text: Text, source: Source, declared: Source) -> ProposalsDocument:
    """What a file of proposals says of its article, as far as the `declared` source does not."""
    return ProposalsDocument(
        source=source.id,
        article=article.name if article != STANDARD_INPUT else None,
        sha256=text.sha256,
        published=source.published if declared.published is None else None,
        language=source.language if source.language != declared.language else None,
    )


def write_proposed(made: Proposed, root: Path) -> None:
    """Write a file of proposals; raises `InputError` if somebody has changed it since it was read."""
    name = relative(made.path, root)
    with locked_file(made.path, name):
        now = read_bytes(made.path, name) if present(made.path, name) else None
        if now not in (made.before, made.content.encode()):
            message = "has changed while this command ran; nothing was written, run it again"
            raise InputError([Problem(Position(name), message)])
        write_file(made.path, made.content)


def unread_notes(loaded: Loaded) -> tuple[str, ...]:
    """What to say of claims of tables that were not read, as they are on items that an article is not about."""
    left = loaded.read.not_looked_at()
    what = "was not read, because the text is not about its item" if left == 1 else _MANY_LEFT
    return (f"{counted(left, 'claim')} of tables {what}; `crosscheck check` reads all",) if left else ()


def check_article(article: Path, root: Path) -> None:
    """Raises `InputError` for a file of claims, of settings or of rules, which would else be read as plain text."""
    suffix = article.suffix.lower()
    if suffix in NO_ARTICLE:
        what = f"files that end in {suffix} hold claims, settings or rules"
        message = f"is not an article: {what}; accepted: {', '.join(TEXT_SUFFIXES)}"
        raise InputError([Problem(Position(relative(article, root)), message)])


def source_id(article: Path, id: str | None, sources: Mapping[str, Source]) -> str:
    """The source that an article is: `id`, else the one whose text it is, else by its name; raises `InputError`."""
    if id is None and article != STANDARD_INPUT:
        found = [source.id for source in sources.values() if source.text == article.name]
        id = found[0] if len(found) == 1 else article.stem if article.stem in sources else slug(article.stem)
    if id is None or _ID.fullmatch(id) is None or len(id) > 100:
        what = "of standard input, give" if article == STANDARD_INPUT else f"{shown(id or '')} is not an id; give"
        raise InputError([Problem(Position("--as"), f"{what} a slug of letters a-z and digits, such as storm-report")])
    return id


def described(
    source: Source,
    proposed: ProposalsDocument | None,
    published: str | None,
    language: str | None,
    settings: ReadingSettings,
) -> Source:
    """A source with its publication and language, as far as no file has them; raises `InputError` if they are none.

    What is not given is taken from what was `proposed` for it before.
    """
    is_declared = source.at != Position(CLAIMS)
    if proposed is not None:
        published = published or proposed.published
        language = language or (None if is_declared else proposed.language)
    if language is not None and language_tag(language) != language_tag(source.language):
        if re.fullmatch(LANGUAGE, language) is None:
            message = f"{shown(language)} is not a language; give a code such as es or pt-BR"
            raise InputError([Problem(Position("--language"), message)])
        if is_declared:
            where = f"{shown(source.id)} is declared in language {source.language} ({source.at})"
            raise InputError([Problem(Position("--language"), f"{where}; change it there, or leave the option out")])
        source = replace(source, language=language)
    if published is None or source.published is not None:
        return source
    read = Dates(settings).read(published)
    if isinstance(read, ReadingError):
        raise InputError([Problem(Position("--published"), f"{shown(published)} cannot be read as a date: {read}")])
    return replace(source, published=published)
